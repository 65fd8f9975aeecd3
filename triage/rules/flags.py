"""What my acts and the outbox say of a thread, by its messages' keys: tone, complaint, snooze, work, and what hangs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from triage.model.act import Act, Tone
from triage.model.outgoing import Outgoing, OutState
from triage.rules.record import Record

if TYPE_CHECKING:
    from triage.rules.sides import Ask

COMPLAINT = "complaint"
URGENT = "urgent"
LAST_WORD = "last word"
"""The client has only thanked: a courteous close is offered (R21, clock case 33)."""
_HANGING = {
    OutState.QUEUED: "queued",
    OutState.HELD: "waits for your word",
    OutState.SENDING: "sending",
    OutState.REFUSED: "refused",
    OutState.IN_DOUBT: "in doubt",
}
_Flag = TypeVar("_Flag")


def tone_of(keys: Iterable[str], record: Record) -> Tone | None:
    """How the client sounds by the latest flag on any of these messages; None where there is none, or it is cleared."""
    return _latest(keys, record.tones, None)


def is_complaint(keys: Iterable[str], record: Record) -> bool:
    """The latest word on any of these messages says so."""
    return _latest(keys, record.complaints, False)


def is_urgent(keys: Iterable[str], record: Record) -> bool:
    """The latest word on any of these messages says so (R17)."""
    return _latest(keys, record.urgent, False)


def work_act_of(keys: Iterable[str], record: Record) -> Act | None:
    """The latest word on any of these messages that says how the work stands."""
    return _latest(keys, record.works, None)


def follow_up_of(keys: Iterable[str], record: Record) -> datetime | None:
    """The day on which the thread comes back, by the latest word on any of these messages."""
    return _latest(keys, record.follow_ups, None)


def flags_on(keys: Iterable[str], record: Record) -> tuple[tuple[str, datetime], ...]:
    """The flags in force on a thread, tone, complaint and urgent, each with its time."""
    flagged = list(keys)
    tones = max((record.tones[key] for key in flagged if key in record.tones), key=itemgetter(0), default=None)
    flags = [] if tones is None or tones[1] is None else [(tones[1].value, tones[0])]
    for word, said in ((COMPLAINT, record.complaints), (URGENT, record.urgent)):
        last = max((said[key] for key in flagged if key in said), default=None)
        if last is not None and last[1]:
            flags.append((word, last[0]))
    return tuple(flags)


def outgoing_of(keys: Iterable[str], record: Record) -> tuple[Outgoing, ...]:
    """What is on its way in answer to any of these messages: what hangs first, then what leaves last."""
    found = dict.fromkeys(record.outgoing[key] for key in keys if key in record.outgoing)
    return tuple(sorted(found, key=lambda one: (one.state.hangs, one.leaves), reverse=True))


def hanging_words(outgoing: Iterable[Outgoing]) -> tuple[str, ...]:
    """A short word for each state in which mail hangs (clock case 53b)."""
    return tuple(dict.fromkeys(_HANGING[one.state] for one in outgoing if one.state.hangs))


def snoozed_until(keys: Iterable[str], record: Record, waiting: Iterable[Ask]) -> datetime | None:
    """The end of the last snooze, whether past or not; None once an ask that it did not know of waits (cases 30, 31).

    The messages are oldest first: a later snooze is anchored to a message that is as new or newer.
    """
    snoozes = [record.snoozes[key] for key in keys if key in record.snoozes]
    if not snoozes or any(ask.message.key not in snoozes[-1].anchors for ask in waiting):
        return None
    return snoozes[-1].until


def _latest(keys: Iterable[str], flags: Mapping[str, tuple[datetime, _Flag]], otherwise: _Flag) -> _Flag:
    found = [flags[key] for key in keys if key in flags] if flags else []
    return max(found, key=itemgetter(0))[1] if found else otherwise
