"""The clocks that remind and never decide: contact on running work, follow-ups, and questions nobody has answered.

They run beside the others; `rules.standing` lets them tell a place only where no reply, answer or promise runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from triage.model.act import Act, OutKind, Work
from triage.model.clock import Clock, ClockKind
from triage.model.message import Kind
from triage.model.thread import Thread
from triage.rules.clients import Limit
from triage.rules.flags import follow_up_of, work_act_of
from triage.rules.limits import Limits
from triage.rules.people import People
from triage.rules.quoting import new_text
from triage.rules.record import Record
from triage.rules.requests import asks_anything
from triage.rules.sides import Answer, Sides
from triage.rules.times import happened

_THEIR_WORDS = (Kind.PERSON, Kind.CALENDAR)


@dataclass(frozen=True, slots=True)
class Touch:
    """How a thread's work stands, the day on which it comes back if that still stands, and the clocks of all this."""

    work: Work
    follow_up: datetime | None
    clocks: tuple[Clock, ...]


_UNTOUCHED = Touch(Work.OFF, None, ())


@dataclass(frozen=True, slots=True)
class _Side:
    """One client of a thread, by address and party, and my last mail that reached them."""

    address: str
    party: str
    mine: Answer | None


def keep_in_touch(thread: Thread, sides: Sides, client: str, limits: Limits, record: Record, people: People) -> Touch:
    """What reminds me of the client with this address; nothing of one who is muted."""
    if client in record.muted or not (sides.answers or record.works or record.follow_ups):
        return _UNTOUCHED
    keys = [message.key for message in thread.messages]
    side = _side(client, sides, people)
    said = work_act_of(keys, record)
    work = Work.OFF if said is None else Work(said.value)
    day = _follow_up(follow_up_of(keys, record), side.mine)
    clocks: list[Clock] = []
    if said is not None and work is not Work.OFF:
        clocks.append(_contact(said, work, side, limits))
    if day is not None:
        clocks.append(Clock(ClockKind.CONTACT, client, day, day, day))
    if side.mine is not None and _waits_for_them(side.mine, side, thread, sides, record, people):
        due = limits.due(Limit.NUDGE, client, side.mine.at)
        clocks.append(Clock(ClockKind.NUDGE, client, side.mine.at, due, due))
    return Touch(work, day, tuple(clocks))


def _side(client: str, sides: Sides, people: People) -> _Side:
    party, address = people.party(client), frozenset((client,))
    newest = next((answer for answer in reversed(sides.answers) if answer.reaches(address, party)), None)
    return _Side(client, party, newest)


def _follow_up(day: datetime | None, mine: Answer | None) -> datetime | None:
    """The day stands until I write to the client on it or after it (R22)."""
    return None if day is None or (mine is not None and mine.at >= day) else day


def _contact(said: Act, work: Work, side: _Side, limits: Limits) -> Clock:
    """From my last mail to them; after a pause from its end, so that nothing runs before it (cases 47, 48)."""
    since = side.mine.at if side.mine else said.at
    if work is Work.PAUSED and said.until is not None:
        since = max(since, said.until)
    due = limits.due(Limit.EMERGENCY if work is Work.EMERGENCY else Limit.CONTACT, side.address, since)
    return Clock(ClockKind.CONTACT, side.address, since, due, due)


def _waits_for_them(mine: Answer, side: _Side, thread: Thread, sides: Sides, record: Record, people: People) -> bool:
    """My last mail to them asks something, is not marked as done, and nobody of their party has written since."""
    if mine.message.key in record.done:
        return False
    for message in reversed(thread.messages):
        if message is mine.message:
            break
        theirs = sides.kinds[message.key] in _THEIR_WORDS and people.party(message.author.address) == side.party
        if theirs and not people.wrote(message) and happened(message, people) > mine.at:
            return False
    return _asks(mine)


def _asks(mine: Answer) -> bool:
    """It says so by its kind, or asks in words as far as they have been read."""
    if mine.kind is OutKind.QUESTIONS:
        return True
    words = mine.message.words
    text = (words.new_text or new_text(words.text)) if words else ""
    return bool(text) and _has_request(text)


@lru_cache(maxsize=16_384)
def _has_request(text: str) -> bool:
    return asks_anything(text)
