"""A thread as it is read: its messages newest first, with as much of their text as is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from triage.model.message import Address, Kind, Words


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of the conversation; `words` is None until its body is read, `reason` says why it is of its kind."""

    key: str
    author: Address
    mine: bool
    kind: Kind
    at: datetime
    words: Words | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """The person's own word on a thread, and when it was written down; never part of a mail."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """One thread's entries and the person's notes, newest first; `group` is the client's in the settings, or empty."""

    thread_id: str
    subject: str
    client: Address
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...] = ()
    group: str = ""

    @property
    def complete(self) -> bool:
        """Every entry's words are known."""
        return all(entry.words is not None for entry in self.entries)
