"""Threads to rows: what the list, the due file and the JSON show of each thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from triage.model.clock import Clock, Lane, Reason
from triage.model.message import Address, Kind, Message, Role
from triage.model.row import Row
from triage.model.thread import Thread
from triage.rules.answers import answer_times, owed_asks
from triage.rules.clients import Limit
from triage.rules.clocks import open_asks, running_clocks
from triage.rules.flags import (
    COMPLAINT,
    LAST_WORD,
    URGENT,
    flags_on,
    hanging_words,
    is_complaint,
    is_urgent,
    outgoing_of,
    snoozed_until,
    tone_of,
)
from triage.rules.kinds import kind_of
from triage.rules.limits import Limits
from triage.rules.people import People
from triage.rules.promises import open_promises, promise_times
from triage.rules.record import Record
from triage.rules.sides import Answer, Ask, Sides, World, sort_out
from triage.rules.threads import build_threads
from triage.rules.times import happened
from triage.rules.work import keep_in_touch

TEXT_LENGTH = 200
_WRITTEN = (Kind.PERSON, Kind.CALENDAR)
NO_ADDRESS = Address("", "")


@dataclass(frozen=True, slots=True)
class Policy:
    """What the person has settled: limits, whether archived threads still wait, and what counts of the acts."""

    limits: Limits
    archived_waits: bool
    record: Record


def build_rows(messages: Iterable[Message], world: World, policy: Policy) -> list[tuple[Thread, Row]]:
    """Every thread with its row, in no particular order; `world` was gathered from the same messages."""
    threads = build_threads(messages, world.people, partial(happened, people=world.people))
    return [(thread, make_row(thread, world, policy)) for thread in threads]


def make_row(thread: Thread, world: World, policy: Policy) -> Row:
    """One thread's row; of the record only what is about its messages counts, and who is muted."""
    record, messages = policy.record, thread.messages
    sides = sort_out(thread, world, record)
    waiting = open_asks(sides, record.done)
    owed = owed_asks(sides, record.done, waiting)
    archived = bool(waiting) and not policy.archived_waits and _is_archived(thread, world.people)
    times = answer_times(sides, record.done, partial(policy.limits.due, Limit.ANSWER))
    keys = [message.key for message in messages]
    promised = promise_times(keys, sides, record, world.people)
    flags = flags_on(keys, record) if policy.limits.flags else ()
    deciding = running_clocks(() if archived else waiting, times, promised, policy.limits, flags)
    client = _client(thread, sides, deciding, owed, world.people)
    touch = keep_in_touch(thread, sides, client.address, policy.limits, record, world.people)
    clocks = deciding + touch.clocks
    resting, reason = (Lane.REST, Reason.ARCHIVED) if archived else _resting(thread, sides, record, world.people)
    outgoing = outgoing_of(keys, record)
    return Row(
        id=thread.id,
        accounts=_accounts(thread, owed),
        client=_called(client, world.people),
        subject=next((m.subject for m in messages if m.subject), ""),
        resting=resting,
        reason=None if deciding else reason,
        clocks=clocks,
        asked=min((ask.at for ask in owed), default=None),
        last=happened(messages[-1], world.people),
        snoozed=None if reason is Reason.DONE and not clocks else snoozed_until(keys, record, waiting),
        count=len(messages),
        unread=any(place.role is Role.INBOX and not place.seen for m in messages for place in m.places),
        text=_newest_text(thread, sides),
        marks=(
            *((URGENT,) if is_urgent(keys, record) else ()),
            *((COMPLAINT,) if is_complaint(keys, record) else ()),
            *((LAST_WORD,) if _has_last_word(thread, sides, deciding, record) else ()),
            *_delivery_marks(sides, owed),
            *hanging_words(outgoing),
        ),
        messages=tuple(m.message_id for m in messages if m.message_id),
        tone=tone_of(keys, record),
        outgoing=outgoing[0] if outgoing else None,
        promises=open_promises(promised),
        work=touch.work,
        follow_up=touch.follow_up,
    )


def _is_archived(thread: Thread, people: People) -> bool:
    """No mail of the other side is left in any inbox folder (clock case 28)."""
    return not any(place.role is Role.INBOX for m in thread.messages if not people.wrote(m) for place in m.places)


def _resting(thread: Thread, sides: Sides, record: Record, people: People) -> tuple[Lane, Reason | None]:
    """The lane of a thread in which nothing runs, told by the last of its messages that says anything about it."""
    if sides.muted and open_asks(replace(sides, asks=sides.muted), record.done):
        return Lane.REST, Reason.MUTED
    for message in reversed(thread.messages):
        if message.key in record.done:
            return Lane.REST, Reason.DONE
        if sides.kinds[message.key] is not Kind.PERSON:
            continue
        if people.wrote(message):
            return (Lane.THEIRS, None) if people.outsiders(message.recipients) else (Lane.REST, Reason.MINE)
        if any(ask.message is message for ask in (*sides.asks, *sides.thanks)):
            return Lane.THEIRS, None
    if sides.only_cc:
        return Lane.REST, Reason.CC
    return Lane.REST, Reason.LIST if Kind.PERSON in sides.kinds.values() else Reason.MACHINE


def _has_last_word(thread: Thread, sides: Sides, deciding: tuple[Clock, ...], record: Record) -> bool:
    """Nothing is owed, and the last that a person wrote only thanks for it."""
    if not sides.thanks or deciding or sides.thanks[-1].message.key in record.done:
        return False
    last = next((m for m in reversed(thread.messages) if sides.kinds[m.key] is Kind.PERSON), None)
    return last is sides.thanks[-1].message


def _accounts(thread: Thread, owed: tuple[Ask, ...]) -> tuple[str, ...]:
    """Every account that holds a part of the thread, that of the oldest ask without a real answer first."""
    held = {place.account for m in thread.messages for place in m.places}
    if len(held) < 2:
        return tuple(held)
    asked = (place.account for ask in owed for place in ask.message.places)
    return tuple(dict.fromkeys((*asked, *sorted(held))))


def _client(thread: Thread, sides: Sides, clocks: tuple[Clock, ...], owed: tuple[Ask, ...], people: People) -> Address:
    """The person on the other side: who is due first, else who asked last, else whom I wrote to, else the author."""
    if clocks:
        return _person(clocks[0].who, thread, owed)
    if sides.asks or sides.thanks:
        return (owed or sides.asks[-1:] or sides.thanks)[0].person
    for message in reversed(thread.messages):
        if people.wrote(message) and (others := people.outsiders(message.recipients)):
            return others[0]
    strangers = [m.author for m in thread.messages if m.author.address and not people.is_ours(m.author.address)]
    return strangers[-1] if strangers else thread.messages[-1].author or NO_ADDRESS


def _person(address: str, thread: Thread, owed: tuple[Ask, ...]) -> Address:
    """The one with this address, by the name they bear; a promise may be to somebody who asks nothing."""
    asking = next((ask.person for ask in owed if ask.person.address == address), None)
    named = (a for m in reversed(thread.messages) for a in (m.author, *m.recipients) if a.address == address)
    return asking or next(named, Address("", address))


def _called(client: Address, people: People) -> Address:
    """By the name that the settings give them."""
    name = people.clients.name(client.address)
    return Address(name, client.address) if name else client


def _newest_text(thread: Thread, sides: Sides) -> str:
    """One line of the newest text that a person wrote, else of the newest there is."""
    read = [m for m in reversed(thread.messages) if m.words]
    newest = next((m for m in read if sides.kinds[m.key] in _WRITTEN), read[0] if read else None)
    if newest is None or newest.words is None:
        return ""
    words = newest.words
    return " ".join((words.new_text or words.text)[: 2 * TEXT_LENGTH].split())[:TEXT_LENGTH]


def _delivery_marks(sides: Sides, owed: tuple[Ask, ...]) -> Iterator[str]:
    if any(_has_bounced(ask, sides.answers) for ask in owed):
        yield "bounced"
    if Kind.DELAY in sides.kinds.values():
        yield "delayed"


def _has_bounced(ask: Ask, answers: tuple[Answer, ...]) -> bool:
    """The last mail of mine to this person did not reach them (clock cases 15, 15c)."""
    for answer in reversed(answers):
        if ask.addresses & answer.failed:
            return answer.at >= ask.at
        if answer.settles(ask):
            return False
    return False


def newest_of_each_side(messages: Iterable[Message], people: People) -> tuple[Message, ...]:
    """The newest in and the newest out that a person wrote, of messages oldest first: whose words the list needs."""
    newest: dict[bool, Message] = {}
    for message in messages:
        if kind_of(message, people, ()) in _WRITTEN:
            newest[people.wrote(message)] = message
    return tuple(newest.values())
