"""Recipients as a line of text and back: what cannot be read is said, never dropped."""

from __future__ import annotations

import re

from triage.mail.addresses import read_addresses
from triage.model.message import Address

_SPECIAL = re.compile(r'[,;:<>()\[\]@\\"]')
_PIECE = re.compile(r'(?:"(?:[^"\\]|\\.)*"|<[^<>]*>|[^",;<>]|["<>])+')
_ADDRESS = re.compile(r'[^\s<>@,;"()\\]+@[^\s<>@,;"()\\]+')


class RecipientError(Exception):
    """A sentence: what in the line is no address."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def line_of(addresses: tuple[Address, ...]) -> str:
    """The line that a person edits."""
    return ", ".join(_spelled(one) for one in addresses)


def read_line(line: str, known: tuple[Address, ...]) -> tuple[Address, ...]:
    """The recipients in a line, each once; a line that `known` are shown as means them. Raises RecipientError."""
    if line.strip() == line_of(known):
        return known
    found = dict.fromkeys(_read(piece.strip()) for piece in _PIECE.findall(line) if piece.strip())
    return tuple(found)


def missing_of(before: tuple[Address, ...], now: tuple[Address, ...]) -> tuple[Address, ...]:
    """Who was a recipient and is no longer."""
    left = {one.address for one in now}
    return tuple(one for one in before if one.address not in left)


def _read(piece: str) -> Address:
    addresses = read_addresses(piece)
    if len(addresses) != 1 or not _ADDRESS.fullmatch(addresses[0].address):
        raise RecipientError(f"“{piece}” is no mail address.")
    return addresses[0]


def _spelled(one: Address) -> str:
    if not one.name:
        return one.address
    name = one.name
    if _SPECIAL.search(name):
        name = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{name} <{one.address}>"
