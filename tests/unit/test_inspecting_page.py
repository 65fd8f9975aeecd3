"""The page that a person reads: what stands on it, in which words, and that it keeps to its width."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from tests.support.mails import delivery_report, mail, multipart, part
from tests.support.stories import hours
from tests.support.stories import mail as told
from triage.inspecting.as_page import page_of
from triage.inspecting.findings import Finding, KeptMail, RawBody, RawMail
from triage.model.message import Judgement, Kind, Report, Tells, Words
from triage.report import cell_width

STATUS = "Final-Recipient: rfc822; gone@client.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 gone"
TEXT = """Hello,
thank you for the draft, which came yesterday while I was looking at the other one on a screen at home.
How are you?

Please send the sizes by Friday.
--\x20
Ann Client
Client Ltd

On Sun, 1 Mar 2026, Daria wrote:
> Here it is.
>
> Daria
"""


def page(source: bytes, width: int = 80, number: int | None = None) -> list[str]:
    return shown(RawMail("a.eml", number, source).find_out(), width)


def shown(found: Finding, width: int = 80) -> list[str]:
    return list(page_of(found, width, hours(24), UTC))


def test_a_whole_page() -> None:
    files = multipart("mixed", part(TEXT), part("12345", "application/pdf", name="sizes.pdf"))
    assert page(mail(files, ("Cc", "Bo <bo@studio.example>"), ("List-Id", "<talk.client.example>"))) == [
        "a.eml",
        "From      Ann Client <ann@client.example>",
        "To        me@studio.example",
        "Cc        Bo <bo@studio.example>",
        "Subject   Banner sizes",
        "When      Mon 2 Mar 12:00",
        "Kind      person – nothing speaks of a machine; through a list",
        "Language  English",
        "File      sizes.pdf (application/pdf, 5 B)",
        "",
        "  Hello,",
        "  thank you for the draft, which came yesterday while I was looking at the other",
        "  one on a screen at home.",
        "  How are you?",
        "",
        "  Please send the sizes by Friday.",
        "",
        "Left out: 4 lines of quoted text, 3 lines of signature and footers.",
        "",
        "Asks",
        "  1. How are you? (question, a courtesy)",
        "  2. Please send the sizes by Friday. (request)",
    ]


def test_a_bounce() -> None:
    lines = page(delivery_report(STATUS))
    assert "Report    not delivered to gone@client.example: no such mailbox: 550 gone (about" in lines
    assert "          m1@studio.example)" in lines
    assert any(line.startswith("Kind      could not be delivered – ") for line in lines)
    assert lines[-1] == "Asks nothing."


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (Report(("gone@client.example",), None, ""), "not delivered to gone@client.example"),
        (
            Report(("gone@client.example",), "m1", "mailbox full", Tells.DELAY),
            "not delivered yet to gone@client.example: mailbox full (about m1)",
        ),
        (Report(("here@client.example",), None, "", Tells.DELIVERY), "delivered to here@client.example"),
        (Report((), "m1", "", Tells.COMPLAINT), "a complaint (about m1)"),
    ],
)
def test_what_a_report_tells(report: Report, said: str) -> None:
    read = replace(told(0), words=Words("", "", report=report))
    assert f"Report    {said}" in shown(KeptMail("a", None, read, Judgement(Kind.BOUNCE, "so")).find_out(), 120)


def test_a_mail_that_lacks_everything() -> None:
    assert page(b"X-Nothing: 1\n\n", number=3) == [
        "a.eml, mail 3",
        "From      (nobody)",
        "To        (nobody)",
        "Subject   (no subject)",
        "When      (no date)",
        "Kind      person – nothing speaks of a machine",
        "Language  not plain",
        "",
        "  (no text)",
        "",
        "Asks nothing.",
    ]


def test_a_bare_text() -> None:
    assert shown(RawBody("note.txt", "Коли буде готовий ескіз? Ми дуже чекаємо.".encode(), html=False).find_out()) == [
        "note.txt",
        "Language  Ukrainian",
        "",
        "  Коли буде готовий ескіз? Ми дуже чекаємо.",
        "",
        "Asks",
        "  1. Коли буде готовий ескіз? (question)",
    ]


def test_a_text_that_was_never_read() -> None:
    found = KeptMail("a1", None, told(0), Judgement(Kind.PERSON, "why")).find_out()
    assert shown(found)[-2:] == ["", "Its text was not read."]


@pytest.mark.parametrize("width", [20, 40, 80])
@pytest.mark.parametrize("word", ["word ", "слово ", "見積書を送って ", "x" * 300, "漢" * 300, "a\u0301" * 200])
def test_no_line_is_wider_than_the_terminal(width: int, word: str) -> None:
    lines = page(mail(part(word * 40 + "?"), ("Subject", word * 8), ("From", f"{word} <ann@client.example>")), width)
    assert max(map(cell_width, lines)) <= width
    assert all(line.isprintable() for line in lines)


def test_what_is_indented_stays_so() -> None:
    assert "    - one\tof".expandtabs(4) in [line[2:] for line in page(mail(part("Look:\n    - one\tof\nthem")))]
