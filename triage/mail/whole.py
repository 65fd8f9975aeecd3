"""Whole mails as they lie in files, an .eml or an mbox, and bodies alone, to messages and words: never an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from mmap import mmap

from triage.mail.headers import read_envelope
from triage.mail.mending import mend_source
from triage.mail.parse import read_words
from triage.model.message import Message, Words

_POSTMARK = re.compile(rb"(?:\A|\n\r?\n)(From [^\n]{0,400}\n)(?=>?From |[!-9;-~]{1,100}:)")
_TOLD = re.compile(rb"@|:[0-9]{2}")  # a postmark names a sender or a time; "From here on" does not
_QUOTED_POSTMARK = re.compile(rb"^>(>*From )", re.MULTILINE)
_FIRST_LINES = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*+\r?\n)*+(?:From [^\n]*+\n)?")


def read_mail(source: bytes, arrived: datetime | None = None) -> Message:
    """A whole mail: its envelope and its words, of which `new_text` is left empty as `read_words` does.

    Where `arrived` is not known, it is the time of the newest Received, else of Date, else 1970. A postmark ("From …",
    RFC 4155) and empty lines before the header are passed over.
    """
    start = _FIRST_LINES.match(source)
    source = mend_source(source[start.end() :] if start else source)
    message = read_envelope(source, arrived, len(source))
    return replace(message, words=read_words(source, whole=True, size=len(source)))


def read_body(source: bytes, *, html: bool) -> Words:
    """The words of a text or HTML body that stands alone, as `read_mail` would read it in a mail."""
    head = b"Content-Type: text/html\n\n" if html else b"Content-Type: text/plain\n\n"
    return read_words(head + source, whole=True, size=len(head) + len(source))


def split_mbox(source: bytes | mmap) -> Iterator[bytes]:
    """The mails of an mbox (RFC 4155), their quoted ">From " lines restored; what is no mbox is one mail as it is.

    Of a file that is mapped only one mail at a time is held in memory.
    """
    if source[:5] != b"From ":
        yield source[:]
        return
    start = 0
    for mark in _POSTMARK.finditer(source):
        if mark.start() and _TOLD.search(mark[1]):
            yield _QUOTED_POSTMARK.sub(rb"\1", source[start : mark.start(1)])
            start = mark.start(1)
    yield _QUOTED_POSTMARK.sub(rb"\1", source[start:])
