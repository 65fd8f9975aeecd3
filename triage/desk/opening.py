"""The desk as the interface first meets it: the last known rows at once, all that is heavier when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from triage.desk.glance import glance_at, last_known
from triage.model.inbox import Glance, Inbox
from triage.store.due_reader import DueFileError

if TYPE_CHECKING:
    from triage.desk.port import Desk, Event
    from triage.model.conversation import Conversation


class OpeningDesk:
    """Answers `glance` and `inbox` from the due file; hands all else on to the desk that `open_desk` makes, once."""

    def __init__(self, due: Path, accounts: tuple[str, ...], open_desk: Callable[[], Desk]) -> None:
        self._due, self._accounts, self._open_desk = due, accounts, open_desk
        self._opening = Lock()
        self._opened: Desk | None = None

    def accounts(self) -> tuple[str, ...]:
        """The accounts' names, in the order of the settings."""
        return self._accounts

    def glance(self, now: datetime, rows: int) -> Glance:
        """The counts and the first rows of the last known list; nothing where it is damaged."""
        inbox = last_known(self._due, self._accounts)
        try:
            return glance_at(inbox, now, rows)
        except DueFileError:
            return Glance(inbox.accounts, {}, ())

    def inbox(self) -> Inbox:
        """The last known rows; empty before the first read."""
        inbox = last_known(self._due, self._accounts)
        try:
            return Inbox(inbox.accounts, list(inbox.rows))
        except DueFileError:
            return Inbox(inbox.accounts, ())

    def refresh(self) -> Inbox:
        """See Desk.refresh."""
        return self._desk.refresh()

    def read_mail(self, account: str, tell: Callable[[Event], None]) -> None:
        """See Desk.read_mail."""
        self._desk.read_mail(account, tell)

    def conversation(self, thread_id: str) -> Conversation | None:
        """See Desk.conversation."""
        return self._desk.conversation(thread_id)

    def fetch_conversation(self, thread_id: str) -> Conversation | None:
        """See Desk.fetch_conversation."""
        return self._desk.fetch_conversation(thread_id)

    def save_attachment(self, key: str, part: int, folder: Path) -> Path:
        """See Desk.save_attachment."""
        return self._desk.save_attachment(key, part, folder)

    def older_waiting(self, now: datetime, days: int) -> int:
        """See Desk.older_waiting."""
        return self._desk.older_waiting(now, days)

    def settle_older(self, now: datetime, days: int) -> int:
        """See Desk.settle_older."""
        return self._desk.settle_older(now, days)

    def decline_settle(self) -> None:
        """See Desk.decline_settle."""
        self._desk.decline_settle()

    def undo(self) -> str | None:
        """See Desk.undo."""
        return self._desk.undo()

    @property
    def _desk(self) -> Desk:
        with self._opening:
            if self._opened is None:
                self._opened = self._open_desk()
            return self._opened
