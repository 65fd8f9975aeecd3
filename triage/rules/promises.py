"""The times that I promised, as pure data: when each was made, to whom, and what became of it.

Only my word ends a promise: neither a mail of mine nor `done` on its thread does (clock case 50b). A delay notice that
names a later time moves it (clock case 50).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from triage.model.act import Act, ActKind, OutKind
from triage.model.row import OpenPromise
from triage.rules.answers import Fate
from triage.rules.people import People
from triage.rules.record import Pledge, Record
from triage.rules.sides import Answer, Sides


@dataclass(frozen=True, slots=True)
class PromiseTime:
    """One time promised to `who`. A promise that was moved has several, with one `id`: that of the act that made it.

    `since` is when the promise was made, however often it was moved.
    """

    id: str
    who: str
    since: datetime
    due: datetime
    fate: Fate = Fate.OPEN


def promise_times(keys: Iterable[str], sides: Sides, record: Record, people: People) -> tuple[PromiseTime, ...]:
    """Every time promised in the thread with these messages, in the order in which they were named."""
    if not record.pledges:
        return ()
    pledges = [pledge for key in keys for pledge in record.pledges.get(key, ())]
    times: list[PromiseTime] = []
    for happening in _in_order(pledges, sides.answers) if pledges else ():
        if isinstance(happening, Answer):
            times = _moved_by(happening, times, people)
        elif happening.kind is ActKind.PROMISED:
            times += _named(happening)
        else:
            times = [new for time in times for new in _after(happening, time)]
    return tuple(times)


def open_promises(times: Iterable[PromiseTime]) -> tuple[OpenPromise, ...]:
    """Those that stand, the nearest first."""
    standing = (time for time in times if time.fate is Fate.OPEN)
    return tuple(
        OpenPromise(time.id, time.since, time.due) for time in sorted(standing, key=lambda one: (one.due, one.since))
    )


def _in_order(pledges: Iterable[Pledge], answers: Iterable[Answer]) -> list[Act | Answer]:
    """Acts and delay notices as they came; at one moment the acts first."""
    acts = [act for pledge in pledges for act in (pledge.made, *pledge.words)]
    delays = [answer for answer in answers if answer.kind is OutKind.DELAY]
    return sorted((*acts, *delays), key=lambda one: (one.at, isinstance(one, Answer)))


def _named(act: Act) -> Iterator[PromiseTime]:
    if act.until is not None:
        yield PromiseTime(act.id, act.who, act.at, act.until)


def _after(word: Act, time: PromiseTime) -> Iterator[PromiseTime]:
    """A time once this has been said; only what is open can change."""
    if time.id != word.about or time.fate is not Fate.OPEN:
        yield time
    elif word.kind is ActKind.KEPT:
        yield replace(time, fate=Fate.KEPT if word.at <= time.due else Fate.LATE)
    elif word.kind is ActKind.WITHDRAWN:
        yield replace(time, fate=Fate.WITHDRAWN)
    elif word.kind is ActKind.MOVED and word.until is not None:
        yield replace(time, fate=Fate.MOVED)
        yield replace(time, due=word.until)
    else:
        yield time


def _moved_by(delay: Answer, times: list[PromiseTime], people: People) -> list[PromiseTime]:
    """The nearest promise to those whom the notice reached has its time, if that is later."""
    reached = [
        time
        for time in times
        if time.fate is Fate.OPEN and delay.reaches(frozenset((time.who,)), people.party(time.who))
    ]
    nearest = min(reached, key=lambda time: (time.due, time.since), default=None)
    if nearest is None or delay.until is None or delay.until <= nearest.due:
        return times
    moved = (replace(nearest, fate=Fate.MOVED), replace(nearest, due=delay.until))
    return [new for time in times for new in (moved if time is nearest else (time,))]
