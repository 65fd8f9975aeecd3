"""Header fields of a mail of mine: folded at white space alone, so that no Python encodes or cuts an id (RFC 5322)."""

from __future__ import annotations

import re
from binascii import b2a_base64
from collections.abc import Iterable, Sequence
from email.policy import Policy

from triage.mail.clean import clean_line
from triage.mail.wire_address import wire_address
from triage.model.message import Address

_WIDTH = 76  # RFC 2047, 2: lines with encoded words
_LONGEST_LINE = 998  # RFC 5322, 2.1.1
_LONGEST_WORD = 400
_NAME = 200
_ENCODED_BYTES = 39  # with "Subject: " before them still within the width
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
_ESCAPED = re.compile(r'(["\\])')
_ID = re.compile(r"[!-;=?-~]{1,990}")
_IDS_LIMIT = 8000


class Field(str):
    """A field's value in pieces, between which it may be folded; EmailMessage keeps it and asks it for its lines."""

    name: str
    pieces: Sequence[str]

    def __new__(cls, name: str, pieces: Sequence[str]) -> Field:
        """The field of that name."""
        field = super().__new__(cls, " ".join(pieces))
        field.name = name
        field.pieces = pieces
        return field

    def fold(self, *, policy: Policy) -> str:
        """The field with its name and line ends: lines of at most 76 characters where the pieces allow it."""
        lines = [f"{self.name}:"]
        for piece in self.pieces:
            limit = _LONGEST_LINE if lines == [f"{self.name}:"] else _WIDTH
            if len(lines[-1]) + 1 + len(piece) <= limit:
                lines[-1] += f" {piece}"
            else:
                lines.append(f" {piece}")
        return policy.linesep.join(lines) + policy.linesep


def text_field(name: str, text: str) -> Field:
    """A field of free text, cleaned: as it is in plain ASCII, else as encoded words (RFC 2047)."""
    return Field(name, _words(clean_line(text)))


def address_field(name: str, people: Sequence[Address]) -> Field:
    """A field of addresses. Raises AddressError."""
    pieces: list[str] = []
    for number, person in enumerate(people, 1):
        spelt = wire_address(person.address)
        phrase = _phrase(clean_line(person.name, _NAME))
        pieces += [*phrase, f"<{spelt}>"] if phrase else [spelt]
        if number < len(people):
            pieces[-1] += ","
    return Field(name, pieces)


def id_field(name: str, ids: Iterable[str]) -> Field:
    """A field of Message-IDs, each in its brackets and never cut."""
    return Field(name, [f"<{one}>" for one in ids])


def usable_ids(ids: Sequence[str]) -> list[str]:
    """Those of the ids (without brackets) that can stand in a header, each once, where it comes last.

    Of very many, the first and the newest are kept: programs join a thread by either.
    """
    kept = [one for one in reversed(dict.fromkeys(reversed(ids))) if is_id(one)]
    while len(kept) > 2 and sum(map(len, kept)) > _IDS_LIMIT:
        del kept[1]
    return kept


def is_id(text: str) -> bool:
    """A Message-ID without brackets that fits into one line of a header."""
    return _ID.fullmatch(text) is not None


def _words(text: str) -> list[str]:
    words = text.split()
    if text.isascii() and "=?" not in text and all(len(word) <= _LONGEST_WORD for word in words):
        return words
    return _encoded(text)


def _phrase(name: str) -> list[str]:
    """A name before an address."""
    if not name.isascii() or "=?" in name:
        return _encoded(name)
    if not name or _ATOMS.fullmatch(name):
        return name.split()
    return ['"' + _ESCAPED.sub(r"\\\1", name) + '"']


def _encoded(text: str) -> list[str]:
    """Encoded words, none of which cuts a character in two."""
    chunks = [b""]
    for char in text:
        raw = char.encode()
        if len(chunks[-1]) + len(raw) > _ENCODED_BYTES:
            chunks.append(b"")
        chunks[-1] += raw
    return [f"=?utf-8?b?{b2a_base64(chunk, newline=False).decode('ascii')}?=" for chunk in chunks]
