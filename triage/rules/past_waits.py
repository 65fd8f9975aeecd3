"""The waits for a reply that are over, measured by the limits that were in force then (R7, clock case 37)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from triage.model.message import Address
from triage.rules.clients import Limit
from triage.rules.limits import Limits
from triage.rules.sides import Ask, Sides


@dataclass(frozen=True, slots=True)
class Period:
    """Limits, and since when they have been in force."""

    since: datetime
    limits: Limits


@dataclass(frozen=True, slots=True)
class PastWait:
    """One party has waited `since` its oldest ask `until` a mail of mine; `due` is the time that it missed or kept."""

    who: Address
    since: datetime
    until: datetime
    due: datetime

    @property
    def late(self) -> bool:
        """The reply came past the limit."""
        return self.until > self.due


def past_waits(sides: Sides, periods: Sequence[Period]) -> tuple[PastWait, ...]:
    """Every wait that a mail of mine has ended, by its end; of `periods` the first one held before too.

    A limit that was changed while somebody waited counted from then on: who was overdue under either was overdue.
    """
    waits = (PastWait(ask.person, ask.at, until, _due(ask, until, periods)) for ask, until in _ended(sides))
    return tuple(sorted(waits, key=lambda wait: (wait.until, wait.since)))


def _ended(sides: Sides) -> Iterator[tuple[Ask, datetime]]:
    """The oldest ask of each wait, and when it was over; what came in between is a part of it (R2)."""
    over: dict[str, datetime] = {}
    for ask in sorted(sides.asks, key=lambda ask: ask.at):
        until = min((answer.at for answer in sides.answers if answer.settles(ask)), default=None)
        if until is None or (ask.party in over and ask.at <= over[ask.party]):
            continue
        over[ask.party] = until
        if until > ask.at:
            yield ask, until


def _due(ask: Ask, until: datetime, periods: Sequence[Period]) -> datetime:
    """The first due time that was missed while its limit was in force, else that of the limit at the end."""
    who = ask.person.address
    dues = [(limits.due(Limit.REPLY, who, ask.at), ends) for limits, ends in _in_force(ask.at, until, periods)]
    return next((due for due, ends in dues if due < ends), dues[-1][0])


def _in_force(since: datetime, until: datetime, periods: Sequence[Period]) -> Iterator[tuple[Limits, datetime]]:
    """The limits of a wait, each with the time until which they held in it."""
    for place, period in enumerate(periods):
        begins = since if place == 0 else max(period.since, since)
        ends = until if place == len(periods) - 1 else min(periods[place + 1].since, until)
        if begins < ends:
            yield period.limits, ends
