"""The port to what Triage may change on an IMAP server: its own copies and drafts, and flags that the person wants.

Nothing else is ever marked, moved or deleted. One connection, one thread; after a `MailboxError` it is closed.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Shelf(StrEnum):
    """A folder by what it is for; its name comes from the settings, SPECIAL-USE (RFC 6154) or the usual names."""

    SENT = "sent"
    DRAFTS = "drafts"
    ARCHIVE = "archive"


class Filing(Protocol):
    """One account's folders, for filing. Every method may raise MailboxError."""

    def holds(self, shelf: Shelf, message_id: str) -> bool:
        """A message with this Message-ID (without brackets) lies on the shelf; False where there is no such shelf."""

    def add(self, shelf: Shelf, source: bytes, at: datetime) -> None:
        r"""Append a message: to Sent as \Seen, to Drafts as \Draft and \Seen. A missing folder is made.

        It is there when this returns: looked for by its Message-ID, and MailboxError is raised where it isn't.
        """

    def remove_draft(self, message_id: str) -> None:
        r"""Delete from Drafts the messages with this Message-ID that are marked \Draft; nothing where there is none.

        With UIDPLUS exactly these are expunged (RFC 4315); without it they are only marked as deleted.
        """

    def mark(self, folder: str, uidvalidity: int, uid: int, message_id: str, flag: str) -> None:
        r"""Set a flag (`\Answered`, `\Seen`) on one message, if it is still the one with that Message-ID."""

    def archive(self, folder: str, uidvalidity: int, uid: int, message_id: str) -> None:
        """Move one message to the archive, if it is still the one with that Message-ID (RFC 6851)."""

    def close(self) -> None:
        """Log out; never raises."""
