"""The times by which answers are owed, as pure data: which mail of mine named each, to whom, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from triage.model.act import OutKind
from triage.rules.sides import Answer, Ask, Sides


class Fate(StrEnum):
    """What became of a time that I named: `DONE` is my word that no answer is needed, `LATE`: kept, but too late."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    MOVED = "moved"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class AnswerTime:
    """A time by which one party may expect its answer.

    `key` is the mail of mine that named it, `asks` are what is to be answered, oldest first and never empty, `since`
    is when they were acknowledged first.
    """

    key: str
    asks: tuple[Ask, ...]
    since: datetime
    due: datetime
    fate: Fate = Fate.OPEN

    @property
    def party(self) -> str:
        """The party that waits."""
        return self.asks[0].party

    @property
    def who(self) -> str:
        """The address of the person who has waited longest."""
        return self.asks[0].person.address


def answer_times(
    sides: Sides, done: Container[str], due: Callable[[str, datetime], datetime]
) -> tuple[AnswerTime, ...]:
    """Every answer time of a thread, in the order in which they were named (clock cases 6–9d, 12, 15c).

    `due` tells until when a person may wait from a moment on where no time was named.

    An acknowledgement starts one for each party it reached, a delay notice with a time moves those that are open, a
    real answer ends them.
    """
    if not any(answer.kind is OutKind.ACKNOWLEDGEMENT for answer in sides.answers):
        return ()
    times: list[AnswerTime] = []
    unanswered = list(sides.asks)
    for answer in sides.answers:
        reached = [ask for ask in unanswered if answer.settles(ask)]
        if answer.kind.answers:
            unanswered = [ask for ask in unanswered if ask not in reached]
            times = [_answered(time, answer.at, reached) for time in times]
        elif answer.kind is OutKind.ACKNOWLEDGEMENT:
            times += _named(answer, reached, due, done)
        elif answer.kind is OutKind.DELAY and answer.until is not None:
            times = _moved(times, answer, answer.until, done)
    return tuple(times)


def owed_asks(sides: Sides, done: Container[str], waiting: tuple[Ask, ...]) -> tuple[Ask, ...]:
    """Asks without a real answer that are not marked as done, oldest first; an acknowledgement is none (case 6).

    `waiting` are those of them that no out at all has settled.
    """
    if all(answer.kind is OutKind.REPLY for answer in sides.answers):
        return waiting
    real = [answer for answer in sides.answers if answer.kind.answers]
    return tuple(
        ask
        for ask in sides.asks
        if ask.message.key not in done and not any(answer.settles(ask) for answer in reversed(real))
    )


def _named(
    answer: Answer, reached: Iterable[Ask], due: Callable[[str, datetime], datetime], done: Container[str]
) -> Iterator[AnswerTime]:
    parties: dict[str, list[Ask]] = defaultdict(list)
    for ask in reached:
        parties[ask.party].append(ask)
    key = answer.message.key
    for asks in parties.values():
        left = tuple(ask for ask in asks if ask.message.key not in done)
        fate = Fate.OPEN if left and key not in done else Fate.DONE
        until = answer.until or due(asks[0].person.address, answer.at)
        yield AnswerTime(key, left or tuple(asks), answer.at, until, fate)


def _answered(time: AnswerTime, at: datetime, reached: list[Ask]) -> AnswerTime:
    if time.fate is not Fate.OPEN:
        return time
    left = tuple(ask for ask in time.asks if ask not in reached)
    if left:
        return replace(time, asks=left)
    return replace(time, fate=Fate.KEPT if at <= time.due else Fate.LATE)


def _moved(times: list[AnswerTime], delay: Answer, until: datetime, done: Container[str]) -> list[AnswerTime]:
    """Open times of those whom the notice reached count as moved; each party has one new time instead."""
    kept: list[AnswerTime] = []
    moved: dict[str, AnswerTime] = {}
    fate = Fate.DONE if delay.message.key in done else Fate.OPEN
    for time in times:
        if time.fate is not Fate.OPEN or not all(delay.settles(ask) for ask in time.asks):
            kept.append(time)
            continue
        kept.append(replace(time, fate=Fate.MOVED))
        first = moved.get(time.party)
        asks = time.asks if first is None else (*first.asks, *(ask for ask in time.asks if ask not in first.asks))
        since = time.since if first is None else first.since
        moved[time.party] = AnswerTime(delay.message.key, asks, since, until, fate)
    return [*kept, *moved.values()]
