"""What a key means for a thread, as acts: pure; what can't be done is refused with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import singledispatch

from triage.model.act import Act, ActKind, OutKind, Work
from triage.model.intents import (
    AddNote,
    FlagComplaint,
    FlagTone,
    FlagUrgent,
    FollowUp,
    Intent,
    MarkDone,
    MovePromise,
    Mute,
    OnlyAcknowledged,
    Promise,
    SettlePromise,
    SetWork,
    Snooze,
)
from triage.model.message import Kind, Message
from triage.model.row import Row
from triage.model.thread import Thread
from triage.rules.flags import COMPLAINT, URGENT
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
    about: str = ""


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
            about=drafted.about,
        )
        for drafted in (_act(intent, case) for case in cases)
    )


@singledispatch
def _act(intent: object, _: Case) -> _Drafted:
    raise TypeError(f"no act for {type(intent).__name__}")


@_act.register
def _done(_: MarkDone, case: Case) -> _Drafted:
    """The open asks need no answer, and what was promised in acknowledgements neither.

    A promise stays open (rules.promises). A follow-up whose day has come is settled, one that is still ahead is not.
    """
    days = (message.key for message in case.thread.messages if message.key in case.record.follow_ups)
    acknowledged = (answer.message.key for answer in case.sides.answers if answer.kind is OutKind.ACKNOWLEDGEMENT)
    asked = (ask.message.key for ask in case.sides.asks)
    return _Drafted(ActKind.DONE, _once(*asked, *acknowledged, *days, case.newest.key))


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


@_act.register
def _promise(intent: Promise, case: Case) -> _Drafted:
    """Anchored to the newest message, where the promise stands, and to what it is to answer."""
    owed = (ask.message.key for ask in case.owed)
    anchors = _once(case.newest.key, *owed)
    return _Drafted(ActKind.PROMISED, anchors, until=intent.until, who=case.row.client.address)


@_act.register
def _move_promise(intent: MovePromise, case: Case) -> _Drafted:
    made = _open_promise(intent.promise, case)
    return _Drafted(ActKind.MOVED, made.anchors, until=intent.until, who=made.who, about=made.id)


@_act.register
def _settle_promise(intent: SettlePromise, case: Case) -> _Drafted:
    made = _open_promise(intent.promise, case)
    return _Drafted(ActKind.KEPT if intent.kept else ActKind.WITHDRAWN, made.anchors, who=made.who, about=made.id)


def _open_promise(id_: str, case: Case) -> Act:
    """The act that made the promise. A word on it has its anchors, so that the two are found together."""
    if not any(promise.id == id_ for promise in case.row.promises):
        raise RefusedError("That promise no longer stands.")
    pledges = (pledge.made for message in case.thread.messages for pledge in case.record.pledges.get(message.key, ()))
    return next(made for made in pledges if made.id == id_)


@_act.register
def _work(intent: SetWork, case: Case) -> _Drafted:
    if intent.work is Work.PAUSED and (intent.until is None or not intent.reason.strip()):
        raise RefusedError("A pause needs the day on which it ends, and a reason.")
    until = intent.until if intent.work is Work.PAUSED else None
    return _Drafted(
        ActKind.RUNNING,
        (case.newest.key,),
        value=intent.work.value,
        until=until,
        who=case.row.client.address,
        note=intent.reason,
    )


@_act.register
def _follow_up(intent: FollowUp, case: Case) -> _Drafted:
    return _Drafted(ActKind.FOLLOW_UP, (case.newest.key,), until=intent.until, who=case.row.client.address)


@_act.register
def _urgent(_: FlagUrgent, case: Case) -> _Drafted:
    value = "off" if URGENT in case.row.marks else "on"
    return _Drafted(ActKind.URGENT, (case.newest.key,), value=value, who=case.row.client.address)


def _once(*keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))
