"""What intents do to rows and outbox, as a desk with a store would do it: enough of it for the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from tests.support.still_desk import StillDesk, out_mail
from triage.model.act import OutKind
from triage.model.clock import Clock, ClockKind, Lane, Reason
from triage.model.intents import (
    Acknowledge,
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
    Outcome,
    Promise,
    SettlePromise,
    SetWork,
    Snooze,
)
from triage.model.outgoing import Outgoing, OutState
from triage.model.row import OpenPromise, Row

UNDO_FOR = timedelta(seconds=10)


def carry_out(desk: StillDesk, clock: Callable[[], datetime]) -> None:
    """From now on what the desk is told to do shows in its rows and its outbox."""

    def outcome(intent: Intent) -> Outcome:
        now = clock()
        rows = tuple(_changed(row, intent, now) for row in desk.rows if row.id in intent.threads)
        outbox = None
        if isinstance(intent, Acknowledge):
            new = (out_mail(row.id, names=row.client.shown, created=now, leaves=now + UNDO_FOR) for row in rows)
            outbox = desk.mails = (*desk.mails, *new)
        return Outcome(said_of(intent), rows=rows, undoable=True, outbox=outbox)

    def deliver(at_once: bool) -> Outcome:
        now = clock()
        gone = {mail.id for mail in desk.mails if at_once or mail.leaves <= now}
        desk.mails = tuple(mail for mail in desk.mails if mail.id not in gone)
        rows = tuple(
            replace(row, outgoing=replace(row.outgoing, state=OutState.SENT, leaves=now), marks=())
            for row in desk.rows
            if row.id in gone and row.outgoing
        )
        return Outcome(rows=rows, outbox=desk.mails)

    desk.outcome, desk.delivering = outcome, deliver


def said_of(intent: Intent) -> str:
    """The sentence for the notice."""
    match intent:
        case FlagTone(tone=tone):
            return f"tone: {tone.value if tone else 'none'}"
        case Acknowledge():
            return "acknowledged"
        case Snooze():
            return "snoozed"
        case _:
            return type(intent).__name__


def _changed(row: Row, intent: Intent, now: datetime) -> Row:
    match intent:
        case Acknowledge(until=until):
            clock = Clock(ClockKind.ANSWER, row.client.address, now, until - timedelta(hours=4), until)
            outgoing = Outgoing(OutKind.ACKNOWLEDGEMENT, OutState.QUEUED, until, now + UNDO_FOR)
            return replace(row, clocks=(clock,), outgoing=outgoing, marks=(*row.marks, "queued"))
        case FlagTone(tone=tone):
            return replace(row, tone=tone)
        case FlagComplaint():
            return replace(row, marks=() if "complaint" in row.marks else ("complaint",))
        case MarkDone():
            return replace(row, clocks=(), asked=None, resting=Lane.REST, reason=Reason.DONE)
        case Mute():
            return replace(row, clocks=(), asked=None, resting=Lane.REST, reason=Reason.MUTED)
        case Snooze(until=until):
            return replace(row, snoozed=until)
        case OnlyAcknowledged():
            until = now + timedelta(hours=24)
            return replace(row, clocks=(Clock(ClockKind.ANSWER, row.client.address, now, now, until),))
        case AddNote():
            return row
        case _:
            return _pledged(row, intent, now)


def _pledged(row: Row, intent: Intent, now: datetime) -> Row:
    """The row once a promise, running work, a follow-up or its urgency has changed."""
    match intent:
        case Promise(until=until):
            return _with_promises(row, [*row.promises, OpenPromise(f"promise{len(row.promises)}", now, until)])
        case MovePromise(promise=id, until=until):
            moved = [replace(one, due=until) if one.id == id else one for one in row.promises]
            return _with_promises(row, moved)
        case SettlePromise(promise=id):
            return _with_promises(row, [one for one in row.promises if one.id != id])
        case SetWork(work=work):
            return replace(row, work=work)
        case FollowUp(until=day):
            return replace(row, follow_up=day)
        case FlagUrgent():
            return replace(row, marks=() if "urgent" in row.marks else ("urgent",))
        case _:
            return row


def _with_promises(row: Row, promises: Sequence[OpenPromise]) -> Row:
    """The row with these promises and a clock for each, at risk four hours ahead."""
    who, warning = row.client.address, timedelta(hours=4)
    others = [clock for clock in row.clocks if clock.kind is not ClockKind.PROMISE]
    new = [Clock(ClockKind.PROMISE, who, one.made, one.due - warning, one.due) for one in promises]
    return replace(row, promises=tuple(sorted(promises, key=lambda one: one.due)), clocks=(*others, *new))
