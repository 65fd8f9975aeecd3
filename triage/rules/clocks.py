"""The clocks of a thread as pure functions of its messages, my acts and the limits; each is worked out on its own.

`running_clocks` is the one list of them: a further clock is a further function there.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import timedelta

from triage.model.clock import Clock, ClockKind
from triage.rules.sides import Ask, Sides


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a client may wait, and how long before that a thread counts as due soon."""

    reply_within: timedelta
    due_soon: timedelta


def open_asks(sides: Sides, done: Container[str]) -> tuple[Ask, ...]:
    """Asks that no out has settled and that are not marked as done, oldest first (clock cases 1–5, 29, 57)."""
    return tuple(
        ask
        for ask in sides.asks
        if ask.message.key not in done and not any(answer.settles(ask) for answer in reversed(sides.answers))
    )


def reply_clocks(asks: tuple[Ask, ...], limits: Limits) -> tuple[Clock, ...]:
    """One clock a party: from its oldest open ask, whatever came after (R2; clock cases 1, 2, 57)."""
    oldest: dict[str, Ask] = {}
    for ask in asks:
        known = oldest.get(ask.party)
        if known is None or ask.at < known.at:
            oldest[ask.party] = ask
    clocks = []
    for ask in oldest.values():
        due = ask.at + limits.reply_within
        clocks.append(Clock(ClockKind.REPLY, ask.person.address, ask.at, due - limits.due_soon, due))
    return tuple(sorted(clocks, key=lambda clock: clock.due))


def running_clocks(asks: tuple[Ask, ...], limits: Limits) -> tuple[Clock, ...]:
    """All clocks that run in a thread, the nearest due time first."""
    return reply_clocks(asks, limits)
