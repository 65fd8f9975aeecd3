"""Messages and words as rows of the cache, and back. Cleaned text holds no control characters, so these separate."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from triage.model.message import Address, Attachment, Message, Place, Report, Words

ENVELOPE = "key, message_id, author, reply_to, recipients, copied, subject, refs, date, arrived, received, hints, size"
WORDS = "text, new_text, attachments, links, report, calendar"
_BETWEEN_ADDRESSES = "\x1e"
_BETWEEN_PARTS = "\x1f"


def write_envelope(message: Message) -> tuple[Any, ...]:
    """A message's columns, in the order of ENVELOPE."""
    return (
        message.key,
        message.message_id,
        _write_addresses((message.author,)),
        _write_addresses(message.reply_to),
        _write_addresses(message.to),
        _write_addresses(message.cc),
        message.subject,
        " ".join(message.references),
        None if message.date is None else int(message.date.timestamp()),
        int(message.arrived.timestamp()),
        int(message.received),
        _BETWEEN_PARTS.join(sorted(message.hints)),
        message.size,
    )


def read_envelope(row: tuple[Any, ...], places: tuple[Place, ...], words: Words | None) -> Message:
    """The message in these columns."""
    date = row[8]
    return Message(
        row[0],
        row[1],
        _read_addresses(row[2])[0],
        _read_addresses(row[3]),
        _read_addresses(row[4]),
        _read_addresses(row[5]),
        row[6],
        tuple(row[7].split(" ")) if row[7] else (),
        None if date is None else datetime.fromtimestamp(date, UTC),
        datetime.fromtimestamp(row[9], UTC),
        bool(row[10]),
        _read_hints(row[11]),
        row[12],
        places,
        words,
    )


def write_words(words: Words) -> tuple[Any, ...]:
    """The columns of words, in the order of WORDS."""
    files = [[file.part, file.name, file.media_type, file.size] for file in words.attachments]
    report = words.report and json.dumps([words.report.recipients, words.report.message_id, words.report.reason])
    links = json.dumps(words.links) if words.links else ""
    return (words.text, words.new_text, json.dumps(files) if files else "", links, report, words.calendar)


def read_words(row: tuple[Any, ...]) -> Words:
    """The words in these columns."""
    text, new_text, files, links, report, calendar = row
    return Words(
        text,
        new_text,
        tuple(Attachment(*file) for file in json.loads(files)) if files else (),
        tuple(json.loads(links)) if links else (),
        _read_report(report) if report else None,
        calendar,
    )


def _read_report(text: str) -> Report:
    recipients, message_id, reason = json.loads(text)
    return Report(tuple(recipients), message_id, reason)


def _write_addresses(addresses: Iterable[Address]) -> str:
    return _BETWEEN_ADDRESSES.join(f"{a.name}{_BETWEEN_PARTS}{a.address}" for a in addresses)


@lru_cache(maxsize=32768)
def _read_addresses(text: str) -> tuple[Address, ...]:
    if not text:
        return ()
    pairs = (one.partition(_BETWEEN_PARTS) for one in text.split(_BETWEEN_ADDRESSES))
    return tuple(Address(name, address) for name, _, address in pairs)


@lru_cache(maxsize=4096)
def _read_hints(text: str) -> frozenset[str]:
    return frozenset(text.split(_BETWEEN_PARTS)) if text else frozenset()
