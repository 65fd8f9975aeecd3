"""What a key means for a thread, as acts: pure; what can't be done is refused with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import singledispatch

from triage.model.act import Act, ActKind, OutKind
from triage.model.intents import AddNote, FlagComplaint, FlagTone, Intent, MarkDone, Mute, OnlyAcknowledged, Snooze
from triage.model.message import Kind, Message
from triage.model.row import Row
from triage.model.thread import Thread
from triage.rules.flags import COMPLAINT
from triage.rules.people import People
from triage.rules.record import Record
from triage.rules.sides import Ask, Sides


class RefusedError(Exception):
    """The intent can't be followed; `why` is a sentence for the screen."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Case:
    """A thread with all that an act on it may depend on.

    `waiting` are its asks without any mail of mine since, `owed` those without a real answer.
    """

    thread: Thread
    row: Row
    sides: Sides
    waiting: tuple[Ask, ...]
    owed: tuple[Ask, ...]
    record: Record
    people: People

    @property
    def newest(self) -> Message:
        """The newest message of either side."""
        return self.thread.messages[-1]

    @property
    def newest_in(self) -> Message:
        """The newest message that a person wrote to me; the newest of all where there is none."""
        ins = (
            message
            for message in reversed(self.thread.messages)
            if self.sides.kinds[message.key] is Kind.PERSON and not self.people.wrote(message)
        )
        return next(ins, self.newest)

    @property
    def my_last(self) -> Message | None:
        """The newest mail of my side."""
        return max(self.sides.answers, key=lambda answer: answer.at).message if self.sides.answers else None


@dataclass(frozen=True, slots=True)
class _Drafted:
    """An act without what all acts of one key share."""

    kind: ActKind
    anchors: tuple[str, ...]
    value: str = ""
    until: datetime | None = None
    who: str = ""
    note: str = ""


def acts_for(intent: Intent, cases: Sequence[Case], now: datetime, new_id: Callable[[], str]) -> tuple[Act, ...]:
    """An act for each thread, together one batch. Raises RefusedError where one of them can't be: then none is."""
    batch = new_id()
    return tuple(
        Act(
            id=new_id(),
            kind=drafted.kind,
            at=now,
            anchors=drafted.anchors,
            note=drafted.note,
            value=drafted.value,
            until=drafted.until,
            who=drafted.who,
            batch=batch,
        )
        for drafted in (_act(intent, case) for case in cases)
    )


@singledispatch
def _act(intent: object, _: Case) -> _Drafted:
    raise TypeError(f"no act for {type(intent).__name__}")


@_act.register
def _done(_: MarkDone, case: Case) -> _Drafted:
    """The open asks need no answer, and what was promised in acknowledgements neither."""
    acknowledged = (answer.message.key for answer in case.sides.answers if answer.kind is OutKind.ACKNOWLEDGEMENT)
    asked = (ask.message.key for ask in case.sides.asks)
    return _Drafted(ActKind.DONE, _once(*asked, *acknowledged, case.newest.key))


@_act.register
def _snooze(intent: Snooze, case: Case) -> _Drafted:
    waiting = (ask.message.key for ask in case.waiting)
    return _Drafted(ActKind.SNOOZED, _once(*waiting, case.newest.key), until=intent.until)


@_act.register
def _tone(intent: FlagTone, case: Case) -> _Drafted:
    message = case.newest_in
    value = intent.tone.value if intent.tone else ""
    return _Drafted(ActKind.TONE, (message.key,), value=value, who=message.author.address, note=intent.note)


@_act.register
def _complaint(_: FlagComplaint, case: Case) -> _Drafted:
    message = case.newest_in
    value = "off" if COMPLAINT in case.row.marks else "on"
    return _Drafted(ActKind.COMPLAINT, (message.key,), value=value, who=message.author.address)


@_act.register
def _mute(_: Mute, case: Case) -> _Drafted:
    address = case.row.client.address
    if not address or case.people.is_ours(address):
        raise RefusedError("Only a sender from outside can be muted.")
    return _Drafted(ActKind.MUTED, (case.newest_in.key,), who=address)


@_act.register
def _note(intent: AddNote, case: Case) -> _Drafted:
    return _Drafted(ActKind.NOTE, (case.newest.key,), note=intent.text)


@_act.register
def _only_acknowledged(_: OnlyAcknowledged, case: Case) -> _Drafted:
    mine = case.my_last
    if mine is None:
        raise RefusedError("There is no mail of yours in this thread yet.")
    return _Drafted(ActKind.SAID, (mine.key,), value=OutKind.ACKNOWLEDGEMENT.value)


def _once(*keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))
