"""Whatever a mail is made of: it is read, judged and shown, nothing raises, and nothing unsafe is shown."""

from __future__ import annotations

import json
from datetime import UTC
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.mails import delivery_report, mail, multipart, part
from tests.support.stories import hours
from triage.inspecting.as_json import line_of
from triage.inspecting.as_page import page_of
from triage.inspecting.findings import Finding, RawBody, RawMail
from triage.mail.whole import split_mbox
from triage.report import cell_width

LETTER = """Hello Daria,

which of the two sizes is right? Пришлите, пожалуйста, макет до пятницы.

Regards,
Ann Client
+49 30 1234567
-- \n
On Sun, 1 Mar 2026 at 12:00, Daria <me@studio.example> wrote:
> Could you look at it?
> > Please do.

-----Original Message-----
From: Bo <bo@client.example>
Sent: Monday
To: me@studio.example
Subject: Logo
"""
PAGE = (
    "<html><style>.x{display:none}</style><p>Is it <b>ready</b>? <a href='https://client.example'>here</a>"
    "<div class='gmail_quote'><blockquote>On Mon Ann wrote:<br>Please send it.</blockquote></div>"
    "<table><tr><td>1</td><td>2</td></tr></table><span class=x>hidden</span>"
)
STATUS = "Final-Recipient: rfc822; gone@client.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 gone"
INVITATION = part("BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n", "text/calendar; method=REQUEST")
SEEDS = (
    mail(part(LETTER)),
    mail(part(LETTER.replace("\n", " \n"), "text/plain; charset=koi8-r; format=flowed; delsp=yes")),
    mail(multipart("alternative", part(LETTER), part(PAGE, "text/html; charset=utf-8", encoding="base64"))),
    mail(multipart("mixed", part(PAGE, "text/html"), INVITATION, part("x" * 99, "image/png", name="=?utf-8?q?=1b?="))),
    delivery_report(STATUS, whole_original=True),
    mail(part("I am away."), ("Auto-Submitted", "auto-replied"), ("Subject", "=?utf-8?b?w4Rwcw==?= away")),
    b"From ann@client.example Mon Mar  2 12:00:00 2026\n" + mail(part(LETTER)).replace(b"\r\n", b"\n"),
)
SPLINTERS = (
    *(
        b"\x00",
        b"\x1b[31m",
        b"\x9b",
        b"\xff\xfe",
        b"\xe2\x80\xae",
        b"\xed\xa0\x80",
        b"\r",
        b"\n",
        b"\n\n",
        b"\r\n ",
        b"> ",
    ),
    *(
        b"=?utf-8?q?=1b=5b?=",
        b"=?utf-8?b?4oCu?=",
        b"=?",
        b"?=",
        b"=\n",
        b"=00",
        b"<",
        b"<!--",
        b"<div>",
        b"&#x202e;",
        b"&#27;",
    ),
    *(b'"', b"(", b";", b":", b"?", b"@", b"-- \n", b"On ", b"wrote:\n", b"From: ", b"From x@y 2026\n", b"please "),
    *(
        b"Content-Type: text/html\n",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
        b"charset=utf-7",
        b"\xc2\xad",
    ),
)
UNSAFE = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e"}
UNSAFE |= {*"\u2066\u2067\u2068\u2069\u2028\u2029"}


def torn(source: bytes, seed: int) -> bytes:
    """The source with a few pieces cut, doubled, moved, or put in."""
    random = Random(seed)
    for _ in range(random.randint(1, 8)):
        start, end = sorted(random.randrange(len(source) + 1) for _ in range(2))
        end = min(end, start + random.choice((1, 10, 300)))
        piece = random.choice((b"", source[start:end] * 2, random.choice(SPLINTERS), random.choice(SPLINTERS) * 40))
        at = random.choice((start, random.randrange(len(source) + 1)))
        source = source[:at] + piece + source[max(at, end) if random.random() < 0.5 else at :] or b"a"
    return source


def check(found: Finding) -> None:
    """Both ways of showing it are safe, and each request stands where it says."""
    line = line_of(found)
    assert UNSAFE.isdisjoint(line)
    assert json.loads(line)["file"] == "a"
    for width in (20, 80):
        lines = list(page_of(found, width, hours(0), UTC))
        assert all(UNSAFE.isdisjoint(shown) for shown in lines)
        assert max(map(cell_width, lines)) <= width
    assert found.words is not None
    text = found.words.text + found.words.new_text
    assert UNSAFE.isdisjoint(text.replace("\n", "").replace("\t", ""))
    ends = [0, *(place for request in found.requests for place in (request.start, request.end))]
    assert ends == sorted(ends)
    assert ends[-1] <= len(found.words.new_text)


@pytest.mark.parametrize("source", SEEDS)
@given(seed=st.integers(0, 2**32))
def test_a_torn_mail(source: bytes, seed: int) -> None:
    for one in split_mbox(torn(source, seed)):
        check(RawMail("a", None, one).find_out())


@given(pieces=st.lists(st.sampled_from([*SPLINTERS, *(line.encode() + b"\n" for line in LETTER.split("\n"))])))
def test_a_heap_of_splinters(pieces: list[bytes]) -> None:
    check(RawMail("a", None, b"".join(pieces)).find_out())


@given(source=st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-8", "replace"))), html=st.booleans())
def test_a_bare_body(source: bytes, html: bool) -> None:
    check(RawBody("a", source, html).find_out())


@pytest.mark.parametrize("html", [False, True])
@given(seed=st.integers(0, 2**32))
def test_a_torn_body(html: bool, seed: int) -> None:
    check(RawBody("a", torn((PAGE if html else LETTER).encode(), seed), html).find_out())
