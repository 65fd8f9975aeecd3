"""What is found out of a mail or a bare text, and the JSON line that tells it."""

from __future__ import annotations

import json

import pytest

from tests.support.mails import delivery_report, mail, multipart, part
from tests.support.stories import mail as told
from triage.inspecting.as_json import line_of
from triage.inspecting.findings import Finding, KeptMail, RawBody, RawMail, Trouble
from triage.model.message import Judgement, Kind, Words

KEYS = [
    *("file", "kind", "reason", "via_list", "from", "to", "subject", "date", "message_id"),
    *("language", "text", "new_text", "requests", "attachments"),
]
TEXT = "Thank you for the draft.\nWhich size is right?\n\n> Here it is.\n"
STATUS = "Final-Recipient: rfc822; gone@client.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 gone"
INVITATION = part("BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n", "text/calendar; method=REQUEST")


def of_mail(source: bytes, number: int | None = None) -> Finding:
    return RawMail("a.eml", number, source).find_out()


def record_of(found: Finding | Trouble) -> dict[str, object]:
    line = line_of(found)
    assert line.isprintable()
    record: dict[str, object] = json.loads(line)
    return record


def test_a_mail() -> None:
    files = multipart("mixed", part(TEXT), part("12345", "application/pdf", name="sizes.pdf"))
    record = record_of(of_mail(mail(files, ("To", "Me <me@studio.example>, shop@studio.example"))))
    assert list(record) == KEYS
    assert record == {
        "file": "a.eml",
        "kind": "person",
        "reason": "nothing speaks of a machine",
        "via_list": False,
        "from": {"name": "Ann Client", "address": "ann@client.example"},
        "to": [{"name": "Me", "address": "me@studio.example"}, {"name": "", "address": "shop@studio.example"}],
        "subject": "Banner sizes",
        "date": "2026-03-02T12:00:00Z",
        "message_id": "a1@client.example",
        "language": "en",
        "text": TEXT.strip(),
        "new_text": "Thank you for the draft.\nWhich size is right?",
        "requests": [{"text": "Which size is right?", "kind": "question", "start": 25, "end": 45, "courtesy": False}],
        "attachments": [{"name": "sizes.pdf", "media_type": "application/pdf", "size": 5}],
    }


@pytest.mark.parametrize(
    ("source", "kind", "via_list"),
    [
        (mail(part("Hello"), ("List-Id", "<talk.client.example>")), "person", True),
        (mail(part("Gone fishing"), ("Auto-Submitted", "auto-replied")), "auto_reply", False),
        (delivery_report(STATUS), "bounce", False),
        (mail(INVITATION), "calendar", False),
        (b"no mail at all", "person", False),
    ],
    ids=["list", "automatic", "bounce", "calendar", "no mail"],
)
def test_kinds(source: bytes, kind: str, via_list: bool) -> None:
    record = record_of(of_mail(source))
    assert (record["kind"], record["via_list"]) == (kind, via_list)
    assert record["reason"]
    assert list(record)[: len(KEYS)] == KEYS


def test_a_bounce_tells_its_report() -> None:
    record = record_of(of_mail(delivery_report(STATUS)))
    assert list(record) == [*KEYS, "report"]
    assert record["report"] == {
        "tells": "failure",
        "recipients": ["gone@client.example"],
        "message_id": "m1@studio.example",
        "reason": "no such mailbox: 550 gone",
    }


def test_a_meeting_tells_its_method() -> None:
    record = record_of(of_mail(mail(INVITATION)))
    assert list(record) == [*KEYS, "calendar"]
    assert record["calendar"] == "request"


def test_what_is_not_there_is_null() -> None:
    record = record_of(of_mail(b"X-Nothing: 1\n\n"))
    assert [record[key] for key in ("subject", "date", "message_id", "language")] == ["", None, None, None]
    assert (record["to"], record["requests"], record["attachments"]) == ([], [], [])


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("Mon, 2 Mar 2026 23:30:00 -0500", "2026-03-03T04:30:00Z"),
        ("Mon, 2 Mar 2026 12:00:00 +0000", "2026-03-02T12:00:00Z"),
        ("yesterday", None),
    ],
)
def test_the_date_is_utc(date: str, iso: str | None) -> None:
    assert record_of(of_mail(mail(part("Hello"), ("Date", date))))["date"] == iso


def test_the_place_in_a_file_of_several_stands_behind_its_name() -> None:
    assert list(record_of(of_mail(mail(part("Hello")), 7))) == ["file", "number", *KEYS[1:]]


BODIES = [
    ("Wann ist der Entwurf fertig? Der alte hängt an der Wand.\n", False),
    ("<p>Wann ist der Entwurf fertig? Der alte <b>hängt</b> an der Wand.</p>", True),
]


@pytest.mark.parametrize(("source", "html"), BODIES, ids=["text", "html"])
def test_a_bare_body(source: str, html: bool) -> None:
    record = record_of(RawBody("body", source.encode(), html).find_out())
    assert list(record) == ["file", "language", "text", "new_text", "requests"]
    assert record["language"] == "de"
    assert record["text"] == record["new_text"] == "Wann ist der Entwurf fertig? Der alte hängt an der Wand."
    assert [request["text"] for request in record["requests"]] == ["Wann ist der Entwurf fertig?"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "windows-1251", "koi8-r"])
def test_a_bare_body_in_any_charset(charset: str) -> None:
    text = "Добрый день! Пришлите, пожалуйста, макет баннера до пятницы."
    record = record_of(RawBody("body", text.encode(charset), html=False).find_out())
    assert (record["text"], record["language"]) == (text, "ru")


def test_what_is_known_of_a_kept_mail_counts() -> None:
    judgement = Judgement(Kind.BULK, "said elsewhere")
    words = Words("Is it ready?\n\n> no", "cut")
    record = record_of(KeptMail("a1", 2, told(0, subject="Logo", words=words), judgement).find_out())
    assert (record["kind"], record["reason"], record["new_text"]) == ("bulk", "said elsewhere", "Is it ready?")
    assert (record["file"], record["number"]) == ("a1", 2)


def test_a_text_that_was_never_read_is_null() -> None:
    record = record_of(KeptMail("a1", None, told(0), Judgement(Kind.PERSON, "why")).find_out())
    assert [record[key] for key in KEYS[-5:]] == [None, None, None, [], []]


def test_trouble_is_a_line_of_its_own() -> None:
    assert record_of(Trouble("b.eml", None, "Why.")) == {"file": "b.eml", "error": "Why."}
    assert record_of(Trouble("box", 3, "Why.")) == {"file": "box", "number": 3, "error": "Why."}


@pytest.mark.parametrize("name", ["\x1b[31m.eml", "a\u202eb", "\udce9.eml", "\x7f\x9b2J", "Größe.eml"])
def test_any_file_name_comes_back_as_it_is(name: str) -> None:
    assert record_of(Trouble(name, None, "Why."))["file"] == name
