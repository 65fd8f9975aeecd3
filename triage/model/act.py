"""What I did in Triage: written once, never changed; an undo is an act of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ActKind(StrEnum):
    """The verbs of the record.

    `SENT`: a mail was written here, whatever became of it. `SAID`: what kind a mail of mine is that was not written
    here (clock case 12). `OFFERED`: the first-read offer was answered. `LANGUAGE`: which language a client is
    written to. `PROMISED` names a time; `MOVED`, `KEPT` and `WITHDRAWN` are my word on such a promise.
    """

    DONE = "done"
    UNDONE = "undone"
    OFFERED = "offered"
    SENT = "sent"
    SAID = "said"
    TONE = "tone"
    COMPLAINT = "complaint"
    SNOOZED = "snoozed"
    MUTED = "muted"
    NOTE = "note"
    LANGUAGE = "language"
    PROMISED = "promised"
    MOVED = "moved"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"
    RUNNING = "running"
    FOLLOW_UP = "follow_up"
    URGENT = "urgent"


class OutKind(StrEnum):
    """What a mail of mine is: only `DONE` and `REPLY` answer (DESIGN, "Words")."""

    ACKNOWLEDGEMENT = "acknowledgement"
    PROGRESS = "progress"
    QUESTIONS = "questions"
    DELAY = "delay"
    DONE = "done"
    REPLY = "reply"

    @property
    def answers(self) -> bool:
        """It is a real answer: it stops the answer clock too."""
        return self in (OutKind.DONE, OutKind.REPLY)


class Tone(StrEnum):
    """How a client sounds, from the best to the worst; the keys 1 to 5."""

    DELIGHTED = "delighted"
    CALM = "calm"
    WORRIED = "worried"
    ANNOYED = "annoyed"
    ANGRY = "angry"


class Work(StrEnum):
    """How a thread of running work stands: on, in an emergency (a short interval), paused until a day, or off."""

    ON = "on"
    EMERGENCY = "emergency"
    PAUSED = "paused"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Act:
    """One act at one time, anchored to messages by their keys so that it survives when threads join or split.

    `undoes` names the act that an `undone` takes back, `about` the `promised` act that is moved, kept or withdrawn.
    `value` is the act's word: an `OutKind` (sent, said), a `Tone` or "" (tone), "on" or "off" (complaint, urgent), a
    `Work` (running), a language (language). `until` is a time named: the answer time of a mail, the promised or new
    time, the end of a snooze or a pause, the day of a follow-up (None lifts it). `who` is the address the act is
    about. `batch` is shared by acts of one key, which one undo takes back together. `note` is the person's own word,
    never put into a mail.
    """

    id: str
    kind: ActKind
    at: datetime
    anchors: tuple[str, ...]
    undoes: str | None = None
    note: str = ""
    value: str = ""
    until: datetime | None = None
    who: str = ""
    batch: str = ""
    about: str = ""
