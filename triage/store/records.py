"""Messages and words as rows of the cache, and back: an envelope is one value, words are columns of their own."""

from __future__ import annotations

import json
from datetime import datetime
from operator import attrgetter
from typing import Any

from msgspec import DecodeError
from msgspec.msgpack import Decoder, Encoder

from triage.model.message import Address, Attachment, Message, Place, Report, Tells, Words

WORDS = "text, new_text, attachments, links, report, calendar, signs"

_Addresses = tuple[Address, ...]
_Envelope = tuple[
    str, str | None, Address, _Addresses, _Addresses, _Addresses, str,
    tuple[str, ...], datetime | None, datetime, bool, frozenset[str], int,
]  # fmt: skip
_fields = attrgetter(
    "key", "message_id", "author", "reply_to", "to", "cc", "subject",
    "references", "date", "arrived", "received", "hints", "size",
)  # fmt: skip
_encode = Encoder().encode
_decode = Decoder(_Envelope).decode


def write_envelope(message: Message) -> bytes:
    """A message without its places and words."""
    return _encode(_fields(message))


def read_envelope(envelope: bytes, places: tuple[Place, ...], words: Words | None) -> Message:
    """The message in these bytes. Raises ValueError where it is none."""
    try:
        fields: tuple[Any, ...] = (*_decode(envelope), places, words)
        return Message(*fields)
    except DecodeError as error:
        raise ValueError("not an envelope") from error


def write_words(words: Words) -> tuple[Any, ...]:
    """The columns of words, in the order of WORDS."""
    files = [[file.part, file.name, file.media_type, file.size] for file in words.attachments]
    told = words.report
    report = told and json.dumps([told.recipients, told.message_id, told.reason, told.tells])
    links = json.dumps(words.links) if words.links else ""
    return (
        words.text,
        words.new_text,
        json.dumps(files) if files else "",
        links,
        report,
        words.calendar,
        " ".join(sorted(words.signs)),
    )


def read_words(row: tuple[Any, ...]) -> Words:
    """The words in these columns."""
    text, new_text, files, links, report, calendar, signs = row
    return Words(
        text,
        new_text,
        tuple(Attachment(*file) for file in json.loads(files)) if files else (),
        tuple(json.loads(links)) if links else (),
        _read_report(report) if report else None,
        calendar,
        frozenset(signs.split()),
    )


def _read_report(text: str) -> Report:
    recipients, message_id, reason, tells = json.loads(text)
    return Report(tuple(recipients), message_id, reason, Tells(tells))
