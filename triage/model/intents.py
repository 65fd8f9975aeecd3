"""What a person means by a key, and what became of it: plain values between the interface and the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from triage.model.act import Tone, Work
from triage.model.outgoing import OutMail
from triage.model.row import Row


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Send the acknowledgement; `until` is the answer time it names. `confirmed`: the person has been asked."""

    threads: tuple[str, ...]
    until: datetime
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class FlagTone:
    """The newest in sounds so; None clears it."""

    threads: tuple[str, ...]
    tone: Tone | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FlagComplaint:
    """The thread is a complaint, or no longer."""

    threads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkDone:
    """No answer is needed (clock case 29)."""

    threads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snooze:
    """Hide from the list until then (clock cases 30–32)."""

    threads: tuple[str, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class Mute:
    """The sender is no client: nothing from them waits."""

    threads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddNote:
    """The person's own word on the thread; it is never part of a mail (clock case 5)."""

    threads: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class OnlyAcknowledged:
    """My last mail in the thread was only an acknowledgement (clock case 12)."""

    threads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A time is promised to the client of each thread."""

    threads: tuple[str, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class MovePromise:
    """The promise with this id has a new time; the old one counts as moved (clock case 50)."""

    threads: tuple[str, ...]
    promise: str
    until: datetime


@dataclass(frozen=True, slots=True)
class SettlePromise:
    """The promise with this id was kept, or is withdrawn."""

    threads: tuple[str, ...]
    promise: str
    kept: bool


@dataclass(frozen=True, slots=True)
class SetWork:
    """The thread is running work, in an emergency, paused until a day for a reason, or neither (R5, R18)."""

    threads: tuple[str, ...]
    work: Work
    until: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Bring the thread back into the list on that day; None lifts it (R22)."""

    threads: tuple[str, ...]
    until: datetime | None


@dataclass(frozen=True, slots=True)
class FlagUrgent:
    """The thread is urgent, or no longer (R17)."""

    threads: tuple[str, ...]


Intent = (
    Acknowledge
    | FlagTone
    | FlagComplaint
    | MarkDone
    | Snooze
    | Mute
    | AddNote
    | OnlyAcknowledged
    | Promise
    | MovePromise
    | SettlePromise
    | SetWork
    | FollowUp
    | FlagUrgent
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it.

    `said` is a short sentence for the notice. `question` is asked before anything is done: nothing has been done yet,
    and the same intent with `confirmed` does it. `rows` are the rows that have changed, as they are now; `everything`:
    others may have changed as well. `outbox` are the mails that have not left or need a word, None where unchanged.
    """

    said: str = ""
    question: str = ""
    rows: tuple[Row, ...] = ()
    undoable: bool = False
    everything: bool = False
    outbox: tuple[OutMail, ...] | None = None


@dataclass(frozen=True, slots=True)
class ToneFlag:
    """One flag of a client's tone, for the history."""

    at: datetime
    tone: Tone | None
    note: str
    subject: str
