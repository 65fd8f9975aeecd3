"""The port to the headless core: all that an interface may ask of it, and the one error it may get.

Everything here may be called from any thread; what blocks says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from triage.model.conversation import Conversation
from triage.model.draft import Draft, Sheet, Template
from triage.model.events import AccountRead, ReadFailed, ReadProgress
from triage.model.inbox import Glance, Inbox
from triage.model.intents import Intent, Outcome, ToneFlag
from triage.model.outgoing import OutChoice, OutMail
from triage.model.row import Row

Event = ReadProgress | AccountRead | ReadFailed


class DeskError(Exception):
    """A sentence for the screen: what did not work, and what to do."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class NotPossibleError(DeskError):
    """The intent can't be followed, whatever is tried again: nothing to acknowledge, no such thread."""


class Desk(Protocol):
    """What the interface talks to."""

    def glance(self, now: datetime, rows: int) -> Glance:
        """The last known list as far as its first `rows` rows, without building the others; instant."""

    def inbox(self) -> Inbox:
        """All last known rows, from the due file; some tenths of a second for ten thousand threads."""

    def refresh(self) -> Inbox:
        """All rows, worked out anew from the store; may take seconds."""

    def settings_changed(self) -> bool:
        """The settings file is another than the one that was taken last; instant."""

    def take_settings(self) -> None:
        """Go on by the settings as they are now; `inbox` tells the rows by them when this returns.

        Raises DeskError: they can't be used, and the old ones hold.
        """

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

    def do(self, intent: Intent) -> Outcome:
        """Do what a key means: recorded durably when this returns, and never waiting for a network. Raises DeskError.

        It is raised with the reason where the intent can't be followed: then nothing was done.
        """

    def undo(self) -> Outcome:
        """Take back the last act that can be; it says what it was, or why nothing was taken back. Raises DeskError.

        A mail that has left can't be taken back: that is said once, the next undo goes on to the act before it.
        """

    def tone_history(self, thread_id: str) -> tuple[ToneFlag, ...]:
        """Every flag of the client of a thread, in any of their threads, newest first. Raises DeskError."""

    def explain(self, thread_id: str) -> tuple[str, ...]:
        """Why the thread stands where it does, in a few sentences. Raises DeskError."""

    def load(self, day: datetime) -> tuple[Row, ...]:
        """The threads with a promise or an answer due on that local day, the nearest first. Raises DeskError."""

    def write(self, thread_id: str, template: Template) -> Sheet:
        """What the composer opens with: the draft kept for this thread, else one filled from a template.

        Raises DeskError.
        """

    def fill(self, draft: Draft) -> Draft:
        """The same draft with its text filled anew: its template, language or time has changed. Raises DeskError."""

    def keep(self, draft: Draft) -> Draft:
        """Put the draft into the store, durably; returns it with the time. Raises DeskError."""

    def drop(self, draft: Draft) -> None:
        """Forget a kept draft; its copy on the server stays. Raises DeskError."""

    def save_draft(self, draft: Draft) -> Draft:
        """Put it into the server's Drafts in place of the copy saved before; blocks. Raises DeskError."""

    def send(self, draft: Draft, *, confirmed: bool = False) -> Outcome:
        """Let it leave after the undo time; asks first where the client has written again since. Raises DeskError."""

    def outbox(self) -> tuple[OutMail, ...]:
        """The mails that hang, oldest first. Raises DeskError."""

    def decide(self, entry: str, choice: OutChoice) -> Outcome:
        """The person's word on a mail that hangs. Raises DeskError."""

    def deliver(self, *, at_once: bool = False) -> Outcome:
        """Send what is due, with `at_once` also what could still be taken back; blocks. Raises DeskError.

        What a server says is told in the outbox, never raised.
        """
