"""Threads to rows: what the list, the due file and the JSON show of each thread."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import partial

from triage.model.clock import Lane, Reason
from triage.model.message import Address, Kind, Message, Role
from triage.model.row import Row
from triage.model.thread import Thread
from triage.rules.clocks import Limits, open_asks, running_clocks
from triage.rules.kinds import kind_of
from triage.rules.people import People
from triage.rules.sides import Ask, Sides, World, gather_world, sort_out
from triage.rules.threads import build_threads
from triage.rules.times import happened

TEXT_LENGTH = 200
_WRITTEN = (Kind.PERSON, Kind.CALENDAR)
NO_ADDRESS = Address("", "")


@dataclass(frozen=True, slots=True)
class Policy:
    """What the person has settled: limits, whether archived threads still wait, and the keys that are done."""

    limits: Limits
    archived_waits: bool
    done: Container[str]


def build_rows(messages: Iterable[Message], people: People, policy: Policy) -> list[tuple[Thread, Row]]:
    """Every thread with its row, in no particular order."""
    messages = list(messages)
    world = gather_world(messages, people)
    threads = build_threads(messages, people, partial(happened, people=people))
    return [(thread, make_row(thread, world, policy)) for thread in threads]


def make_row(thread: Thread, world: World, policy: Policy) -> Row:
    """One thread's row."""
    sides = sort_out(thread, world)
    waiting = open_asks(sides, policy.done)
    archived = bool(waiting) and not policy.archived_waits and _is_archived(thread, world.people)
    clocks = () if archived else running_clocks(waiting, policy.limits)
    resting, reason = (Lane.REST, Reason.ARCHIVED) if archived else _resting(thread, sides, policy.done, world.people)
    newest = thread.messages[-1]
    return Row(
        id=thread.id,
        accounts=_accounts(thread, waiting),
        client=_client(thread, sides, waiting, world.people),
        subject=next((m.subject for m in thread.messages if m.subject), ""),
        resting=resting,
        reason=None if clocks else reason,
        clocks=clocks,
        asked=min((ask.at for ask in waiting), default=None),
        last=happened(newest, world.people),
        snoozed=None,
        count=len(thread.messages),
        unread=any(place.role is Role.INBOX and not place.seen for m in thread.messages for place in m.places),
        text=_newest_text(thread, sides),
        marks=_marks(sides, waiting),
        messages=tuple(m.message_id for m in thread.messages if m.message_id),
    )


def _is_archived(thread: Thread, people: People) -> bool:
    """No mail of the other side is left in any inbox folder (clock case 28)."""
    return not any(place.role is Role.INBOX for m in thread.messages if not people.wrote(m) for place in m.places)


def _resting(thread: Thread, sides: Sides, done: Container[str], people: People) -> tuple[Lane, Reason | None]:
    """The lane of a thread in which nothing runs, told by the last of its messages that says anything about it."""
    for message in reversed(thread.messages):
        if message.key in done:
            return Lane.REST, Reason.DONE
        if sides.kinds[message.key] is not Kind.PERSON:
            continue
        if people.wrote(message):
            return (Lane.THEIRS, None) if people.outsiders(message.recipients) else (Lane.REST, Reason.MINE)
        if any(ask.message is message for ask in sides.asks):
            return Lane.THEIRS, None
    if sides.only_cc:
        return Lane.REST, Reason.CC
    return Lane.REST, Reason.LIST if Kind.PERSON in sides.kinds.values() else Reason.MACHINE


def _accounts(thread: Thread, waiting: tuple[Ask, ...]) -> tuple[str, ...]:
    """Every account that holds a part of the thread, that of the oldest open ask first."""
    held = {place.account for m in thread.messages for place in m.places}
    if len(held) < 2:
        return tuple(held)
    asked = (place.account for ask in waiting for place in ask.message.places)
    return tuple(dict.fromkeys((*asked, *sorted(held))))


def _client(thread: Thread, sides: Sides, waiting: tuple[Ask, ...], people: People) -> Address:
    """The person on the other side: who waits longest, else who asked last, else whom I wrote to, else the author."""
    if waiting:
        return min(waiting, key=lambda ask: ask.at).person
    if sides.asks:
        return sides.asks[-1].person
    for message in reversed(thread.messages):
        if people.wrote(message) and (others := people.outsiders(message.recipients)):
            return others[0]
    strangers = [m.author for m in thread.messages if m.author.address and not people.is_ours(m.author.address)]
    return strangers[-1] if strangers else thread.messages[-1].author or NO_ADDRESS


def _newest_text(thread: Thread, sides: Sides) -> str:
    """One line of the newest text that a person wrote, else of the newest there is."""
    read = [m for m in thread.messages if m.words]
    written = [m for m in read if sides.kinds[m.key] in _WRITTEN] or read
    if not written or written[-1].words is None:
        return ""
    words = written[-1].words
    return " ".join((words.new_text or words.text)[: 2 * TEXT_LENGTH].split())[:TEXT_LENGTH]


def _marks(sides: Sides, waiting: tuple[Ask, ...]) -> tuple[str, ...]:
    marks = []
    if any(ask.addresses & answer.failed for ask in waiting for answer in sides.answers):
        marks.append("bounced")
    if Kind.DELAY in sides.kinds.values():
        marks.append("delayed")
    return tuple(marks)


def newest_of_each_side(messages: Iterable[Message], people: People) -> tuple[Message, ...]:
    """The newest in and the newest out that a person wrote, of messages oldest first: whose words the list needs."""
    newest: dict[bool, Message] = {}
    for message in messages:
        if kind_of(message, people, ()) in _WRITTEN:
            newest[people.wrote(message)] = message
    return tuple(newest.values())
