"""A wait with a start and a due time, and the lanes that clocks decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ClockKind(StrEnum):
    """The five waits; reply, answer and promise decide a place, contact and nudge only where none of these runs."""

    REPLY = "reply"
    ANSWER = "answer"
    PROMISE = "promise"
    CONTACT = "contact"
    NUDGE = "nudge"


class Lane(StrEnum):
    """Where a thread stands, in the order of the list."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    WAITING = "waiting"
    OWED = "owed"
    CONTACT = "contact"
    THEIRS = "theirs"
    REST = "rest"


class Reason(StrEnum):
    """Why a thread rests."""

    DONE = "done"
    SNOOZED = "snoozed"
    MUTED = "muted"
    CC = "cc"
    MACHINE = "machine"
    ARCHIVED = "archived"
    MINE = "mine"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Clock:
    """A running wait: `who` waits since `since`, is due at `due`, counts as due soon from `soon` on."""

    kind: ClockKind
    who: str
    since: datetime
    soon: datetime
    due: datetime
