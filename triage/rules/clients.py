"""What the settings say of single clients: an address wins over its domain (clock case 38)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class ClientRule:
    """One [[client]]: `match` are addresses and "@domain" entries; None and "" leave a thing as it is for everybody.

    `cc`: a mail of theirs waits also where it reaches me only in Cc (clock case 21). `place` is its place among them.
    """

    match: tuple[str, ...]
    place: int
    reply_within: timedelta | None = None
    answer_within: timedelta | None = None
    cc: bool = False
    language: str = ""


class ClientBook:
    """All clients of the settings, found by an address in lower case."""

    def __init__(self, rules: Iterable[ClientRule] = ()) -> None:
        self._by_entry = {entry.strip().lower(): rule for rule in rules for entry in rule.match}
        self._rules_of = lru_cache(maxsize=65536)(self._find)

    def knows(self, address: str) -> bool:
        """Some [[client]] matches."""
        return bool(self._rules_of(address))

    def reply_rule(self, address: str) -> ClientRule | None:
        """The most particular client that has a limit of its own for the reply."""
        return next((rule for rule in self._rules_of(address) if rule.reply_within is not None), None)

    def answer_rule(self, address: str) -> ClientRule | None:
        """The same for the answer after an acknowledgement."""
        return next((rule for rule in self._rules_of(address) if rule.answer_within is not None), None)

    def waits_in_cc(self, address: str) -> bool:
        """Mail of theirs asks something also where I am only in Cc."""
        return any(rule.cc for rule in self._rules_of(address))

    def language(self, address: str) -> str:
        """The language they are written to; empty where none is set."""
        return next((rule.language for rule in self._rules_of(address) if rule.language), "")

    def _find(self, address: str) -> tuple[ClientRule, ...]:
        return tuple(self._by_entry[entry] for entry in _entries(address) if entry in self._by_entry)


def _entries(address: str) -> Iterator[str]:
    """What may stand for an address, the most particular first: itself, its form without a plus tag, its domain."""
    yield address
    local, _, domain = address.rpartition("@")
    if "+" in local[1:]:
        yield f"{local[: local.index('+', 1)]}@{domain}"
    yield f"@{domain}"


NO_CLIENTS = ClientBook()
