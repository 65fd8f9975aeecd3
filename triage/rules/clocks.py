"""The clocks that decide, as pure functions of a thread's messages, my acts and the limits; each on its own.

`running_clocks` is the one list of them; those that only remind stand in `rules.work`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import datetime, timedelta
from operator import attrgetter

from triage.model.clock import Clock, ClockKind
from triage.rules.answers import AnswerTime, Fate
from triage.rules.clients import Limit
from triage.rules.limits import Flag, Limits
from triage.rules.promises import PromiseTime
from triage.rules.sides import Ask, Sides


def open_asks(sides: Sides, done: Container[str]) -> tuple[Ask, ...]:
    """Asks that no out has settled and that are not marked as done, oldest first (clock cases 1–5, 29, 57)."""
    return tuple(
        ask
        for ask in sides.asks
        if ask.message.key not in done and not any(answer.settles(ask) for answer in reversed(sides.answers))
    )


def reply_clocks(asks: Iterable[Ask], limits: Limits, flags: Iterable[Flag] = ()) -> Iterable[Clock]:
    """One clock a party: from its oldest open ask, whatever came after (R2; clock cases 1, 2, 57).

    A flag's limit counts from the flag, or from an ask that came after it, so it makes no breach in the past (R12, R13;
    clock case 39).
    """
    oldest: dict[str, Ask] = {}
    for ask in asks:
        known = oldest.get(ask.party)
        if known is None or ask.at < known.at:
            oldest[ask.party] = ask
    sharper = list(flags)
    clocks = []
    for ask in oldest.values():
        who = ask.person.address
        due = limits.due(Limit.REPLY, who, ask.at)
        for word, at in sharper:
            due = min(due, limits.due_after_flag(word, who, ask.at, at) or due)
        clocks.append(_clock(ClockKind.REPLY, who, ask.at, due, limits, limits.due_soon))
    return clocks


def answer_clocks(times: Iterable[AnswerTime], limits: Limits) -> Iterable[Clock]:
    """One clock for each answer time that is open (clock cases 6–10)."""
    return [
        _clock(ClockKind.ANSWER, time.who, time.since, time.due, limits, limits.due_soon)
        for time in times
        if time.fate is Fate.OPEN
    ]


def promise_clocks(promises: Iterable[PromiseTime], limits: Limits) -> Iterable[Clock]:
    """One clock for each promise that stands (clock cases 49, 50, 50b)."""
    return [
        _clock(ClockKind.PROMISE, time.who, time.since, time.due, limits, limits.warn_before)
        for time in promises
        if time.fate is Fate.OPEN
    ]


def running_clocks(
    asks: Iterable[Ask],
    times: Iterable[AnswerTime],
    promises: Iterable[PromiseTime],
    limits: Limits,
    flags: Iterable[Flag] = (),
) -> tuple[Clock, ...]:
    """All clocks of a thread that decide, the nearest due time first; `flags` are those in force on it."""
    clocks = (*reply_clocks(asks, limits, flags), *answer_clocks(times, limits), *promise_clocks(promises, limits))
    return clocks if len(clocks) < 2 else tuple(sorted(clocks, key=attrgetter("due")))


def _clock(kind: ClockKind, who: str, since: datetime, due: datetime, limits: Limits, ahead: timedelta) -> Clock:
    since = min(since, due)  # a mail may leave after the time that it names
    return Clock(kind, who, since, max(since, limits.ahead(who, due, ahead)), due)
