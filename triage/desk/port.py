"""The port to the headless core: all that an interface may ask of it, and the one error it may get.

Everything here may be called from any thread; what blocks says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from triage.model.conversation import Conversation
from triage.model.events import AccountRead, ReadFailed, ReadProgress
from triage.model.inbox import Glance, Inbox

Event = ReadProgress | AccountRead | ReadFailed


class DeskError(Exception):
    """A sentence for the screen: what did not work, and what to do."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Desk(Protocol):
    """What the interface talks to."""

    def glance(self, now: datetime, rows: int) -> Glance:
        """The last known list as far as its first `rows` rows, without building the others; instant."""

    def inbox(self) -> Inbox:
        """All last known rows, from the due file; some tenths of a second for ten thousand threads."""

    def refresh(self) -> Inbox:
        """All rows, worked out anew from the store; may take seconds."""

    def accounts(self) -> tuple[str, ...]:
        """The accounts' names in the order of the settings."""

    def read_mail(self, account: str, tell: Callable[[Event], None]) -> None:
        """Read one account; blocks until it is read or has failed, and tells about it from this thread.

        The last event is `AccountRead` or `ReadFailed`; trouble with the server is told, never raised.
        """

    def conversation(self, thread_id: str) -> Conversation | None:
        """The thread as the store knows it, or None where there is no such thread; quick."""

    def fetch_conversation(self, thread_id: str) -> Conversation | None:
        """The thread with the texts that were missing, read from the server; blocks. Raises DeskError."""

    def save_attachment(self, key: str, part: int, folder: Path) -> Path:
        """Write part `part` of the message with that key into a folder, under a name of its own; where it is.

        Blocks. Raises DeskError.
        """

    def older_waiting(self, now: datetime, days: int) -> int:
        """How many threads wait longer than `days` after the first read; 0 once that has been asked."""

    def settle_older(self, now: datetime, days: int) -> int:
        """Those threads are done, by one recorded act; how many they were. Raises DeskError."""

    def decline_settle(self) -> None:
        """They do wait: not to be asked again. Raises DeskError."""

    def undo(self) -> str | None:
        """Take the last act back; a short sentence what that was, None where there is none. Raises DeskError."""
