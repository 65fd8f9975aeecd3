"""Headers that break the rules are read all the same, and regular mail is left alone to the byte."""

from __future__ import annotations

import pytest

from tests.support.mails import header, mail, multipart, part
from triage.mail.mending import mend_source
from triage.mail.whole import read_mail

PLAIN = mail(part("one\n"))


@pytest.mark.parametrize(
    "source",
    [
        PLAIN,
        PLAIN.replace(b"\r\n", b"\n"),
        b"From ann@client.example Mon Mar  2 12:00:00 2026\n" + PLAIN,
        mail(multipart("mixed", part("one"), part("two"))),
        b"\nno header\nTo: me",
        b"Subject: only a header\n folded\n",
        b"",
    ],
)
def test_regular_mail_is_left_alone(source: bytes) -> None:
    assert mend_source(source) is source


@pytest.mark.parametrize(
    ("source", "subject", "text"),
    [
        (b"Subject  : x\nTo\t: me@studio.example\n\ntext", "x", "text"),
        (b"Subject: x\rTo: me@studio.example\r\rtext", "x", "text"),
        (b"Subject: x\r\r\nTo: me@studio.example\r\r\n\r\r\ntext", "x", "text"),
        (b"Subject: x\rwritten badly\nTo: me@studio.example\n\ntext", "x written badly", "text"),
        (b"\xef\xbb\xbfSubject: x\nTo: me@studio.example\n\ntext", "x", "text"),
        (b"Received: from a\nby b with SMTP\nSubject: x\nX-Note: y\n\ntext", "x", "text"),
        (
            b"Subject: a long\nsubject goes on\nMessage-ID: <a1@client.example>\n\ntext",
            "a long subject goes on",
            "text",
        ),
        (b"what is this\nSubject: x\nDate: Mon, 2 Mar 2026 12:00:00 +0000\n\ntext", "x", "text"),
        (b" folded\nSubject: x\n\ntext", "x", "text"),
        (b"Subject: x\nHello Ann,\nnote: all is well\n\nBye", "x", "Hello Ann,\nnote: all is well\n\nBye"),
        (b"Hello Ann,\nall is well.\n\nBye", "", "Hello Ann,\nall is well.\n\nBye"),
        (b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n--b\nX-A: y\n\ntext\n--b--", "x", "text"),
    ],
)
def test_odd_headers_are_read(source: bytes, subject: str, text: str) -> None:
    message = read_mail(source)
    assert message.words is not None
    assert (message.subject, message.words.text) == (subject, text)


@pytest.mark.parametrize(
    ("named", "boundary"),
    [
        ('boundary="two\r\n words"', "two words"),
        ("boundary=<<001-3e>>", "<<001-3e>>"),
        ('Boundary="<b>"', "<b>"),
        ('BOUNDARY = "two\r\n\twords"', "two words"),
    ],
)
def test_odd_boundaries_are_found(named: str, boundary: str) -> None:
    inner = f"--{boundary}\r\n\r\none\r\n--{boundary}\r\n\r\ntwo\r\n--{boundary}--\r\n".encode()
    message = read_mail(header(("Subject", "x"), ("Content-Type", f"multipart/mixed; {named}")) + b"before\r\n" + inner)
    assert message.words is not None
    assert message.words.text == "one\n\ntwo"


@pytest.mark.parametrize(
    "piece",
    [
        b"a",
        b"\r",
        b"\r\r\n",
        b"a:\n",
        b"a :\n",
        b" \n",
        b"x\n",
        b'boundary="',
        b'boundary="\n ',
        b"boundary=<",
        b"to: ",
    ],
)
@pytest.mark.parametrize("before", [b"", b"X-A: b\n", b"X-A :"])
def test_endless_repetition_ends(before: bytes, piece: bytes) -> None:
    source = before + piece * (1_000_000 // len(piece))
    assert len(mend_source(source)) <= 2 * len(source)
