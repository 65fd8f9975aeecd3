"""What was done, in a few words for the notice: pure."""

from __future__ import annotations

from collections.abc import Collection

from triage.model.act import Work
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
from triage.rules.flags import COMPLAINT, URGENT


def said_of(intent: Intent, who: str, at: str, marks: Collection[str]) -> str:
    """One sentence about a client, or a number of threads; `at` is the time that the intent names, as people say it."""
    return f"{_flag_words(intent, marks) or _time_words(intent, at)}: {who}"


def _flag_words(intent: Intent, marks: Collection[str]) -> str:
    """What was flagged or put away; empty for an intent that names a time."""
    match intent:
        case MarkDone():
            return "Done"
        case FlagTone(tone=tone):
            return tone.value.capitalize() if tone else "No tone"
        case FlagComplaint():
            return "A complaint" if COMPLAINT in marks else "No longer a complaint"
        case FlagUrgent():
            return "Urgent" if URGENT in marks else "No longer urgent"
        case Mute():
            return "Not a client"
        case AddNote():
            return "Noted"
        case OnlyAcknowledged():
            return "Only acknowledged, the answer is owed"
        case _:
            return ""


def _time_words(intent: Intent, at: str) -> str:
    match intent:
        case Snooze():
            return f"Snoozed until {at}"
        case Promise():
            return f"Promised for {at}"
        case MovePromise():
            return f"The promise is moved to {at}"
        case SettlePromise(kept=kept):
            return f"The promise is {'kept' if kept else 'withdrawn'}"
        case FollowUp():
            return f"Comes back {at}" if at else "No follow-up"
        case SetWork(work=work):
            return _work_words(work, at)
        case _:
            return ""


def _work_words(work: Work, at: str) -> str:
    match work:
        case Work.ON:
            return "Running work"
        case Work.EMERGENCY:
            return "Emergency, kept in touch often"
        case Work.PAUSED:
            return f"Paused until {at}"
        case Work.OFF:
            return "No longer running work"
