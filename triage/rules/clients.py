"""What is agreed with clients: the most particular entry wins, an address, its domain, then groups (clock case 38)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from config.durations import Length
from triage.rules.hours import WALL_CLOCK, Calendar


class Limit(StrEnum):
    """The limits that may be a client's own, by their keys in the settings."""

    REPLY = "reply_within"
    ANSWER = "answer_within"
    CONTACT = "contact_every"
    EMERGENCY = "emergency_every"
    NUDGE = "nudge_after"


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed with a client or a group; `at` is where that stands in the settings.

    What is missing in `limits`, None and "" leave a thing as it is for everybody. `cc`: a mail of theirs waits also
    where it reaches me only in Cc (clock case 21). `name` is what they are called on the screen.
    """

    at: tuple[str | int, ...]
    limits: Mapping[Limit, Length] = field(default_factory=dict)
    calendar: Calendar | None = None
    cc: bool = False
    language: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ClientRule:
    """One [[client]]: `match` are addresses and "@domain" entries, `group` what holds for all of its group."""

    match: tuple[str, ...]
    terms: Terms
    group: Terms | None = None


class ClientBook:
    """All clients of the settings, found by an address in lower case."""

    def __init__(self, rules: Iterable[ClientRule] = ()) -> None:
        self._by_entry = {entry.strip().lower(): rule for rule in rules for entry in rule.match}
        self._terms_of = lru_cache(maxsize=65536)(self._find)

    def decides_as(self, other: ClientBook) -> bool:
        """Both name the same clients, and let the same ones wait in Cc: who asks for a reply is the same by both."""
        return self._reach() == other._reach()

    def knows(self, address: str) -> bool:
        """Some [[client]] matches."""
        return bool(self._terms_of(address))

    def limit(self, limit: Limit, address: str) -> Terms | None:
        """The most particular terms that have such a limit."""
        return next((terms for terms in self._terms_of(address) if limit in terms.limits), None)

    def hours(self, address: str) -> Terms | None:
        """The most particular terms that say how time counts."""
        return next((terms for terms in self._terms_of(address) if terms.calendar is not None), None)

    def calendar(self, address: str) -> Calendar:
        """How time counts for them: working hours where they are agreed, else the wall clock."""
        terms = self.hours(address)
        return WALL_CLOCK if terms is None or terms.calendar is None else terms.calendar

    def waits_in_cc(self, address: str) -> bool:
        """Mail of theirs asks something also where I am only in Cc."""
        return any(terms.cc for terms in self._terms_of(address))

    def language(self, address: str) -> str:
        """The language they are written to; empty where none is set."""
        return next((terms.language for terms in self._terms_of(address) if terms.language), "")

    def name(self, address: str) -> str:
        """What they are called on the screen; empty where they have no name of their own."""
        return next((terms.name for terms in self._terms_of(address) if terms.name), "")

    def group(self, address: str) -> str:
        """The name of the group they belong to; empty where they belong to none."""
        return next((str(terms.at[1]) for terms in self._terms_of(address) if terms.at[0] == "group"), "")

    def _reach(self) -> dict[str, bool]:
        return {
            entry: rule.terms.cc or (rule.group is not None and rule.group.cc) for entry, rule in self._by_entry.items()
        }

    def _find(self, address: str) -> tuple[Terms, ...]:
        rules = [self._by_entry[entry] for entry in _entries(address) if entry in self._by_entry]
        return (*(rule.terms for rule in rules), *(rule.group for rule in rules if rule.group is not None))


def _entries(address: str) -> Iterator[str]:
    """What may stand for an address, the most particular first: itself, its form without a plus tag, its domain."""
    yield address
    local, _, domain = address.rpartition("@")
    if "+" in local[1:]:
        yield f"{local[: local.index('+', 1)]}@{domain}"
    yield f"@{domain}"


NO_CLIENTS = ClientBook()
