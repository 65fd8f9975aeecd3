"""The port to a mail server: what Triage asks of one account, and the one error it may get.

Nothing here marks, moves or deletes. One connection, one thread; after a `MailboxError` the mailbox is closed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from triage.model.message import Role


class MailboxError(Exception):
    """A sentence for the screen: which server, what it said (cleaned), what to do.

    `permanent`: trying again without a change of settings won't help (password, certificate).
    """

    def __init__(self, why: str, *, permanent: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.permanent = permanent


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder's name as people see it (decoded), and what it is for."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class FolderState:
    """What EXAMINE told; `modseq` is None where the server has no CONDSTORE (RFC 7162)."""

    uidvalidity: int
    uidnext: int
    exists: int
    modseq: int | None


@dataclass(frozen=True, slots=True)
class Listing:
    """UIDs in a folder that are neither deleted nor drafts, and which of them are unseen."""

    uids: frozenset[int]
    unseen: frozenset[int]


@dataclass(frozen=True, slots=True)
class Header:
    """A message's header fields as bytes (see `mail.headers`), with what the server knows of it."""

    uid: int
    arrived: datetime
    size: int
    source: bytes


@dataclass(frozen=True, slots=True)
class Body:
    """The first bytes of a message, header included; `size` is the whole message's size in bytes."""

    uid: int
    size: int
    source: bytes

    @property
    def whole(self) -> bool:
        """Nothing was cut off."""
        return len(self.source) >= self.size


class Mailbox(Protocol):
    """One account's mail, read only. Every method may raise `MailboxError`."""

    def folders(self) -> tuple[Folder, ...]:
        """The folders that Triage reads: Sent first, then inboxes, then the rest.

        Raises MailboxError when a folder that the settings name is not there.
        """

    def open(self, folder: str) -> FolderState:
        """Select a folder for reading only (EXAMINE)."""

    def listing(self, since: date | None, kept: Collection[int] = ()) -> Listing:
        """What the open folder holds: messages stored on or after `since`, and of the UIDs in `kept` those still there.

        `kept` are older messages that Triage goes on following (clock case 61). Without `since`: all messages.
        """

    def headers(self, uids: Sequence[int], *, traced: bool = False) -> Iterator[Header]:
        """Headers of messages of the open folder, streamed in any order; a message that has vanished is left out.

        The fields are `mail.headers.FIELDS`, or with `traced` TRACED_FIELDS.
        """

    def bodies(self, uids: Sequence[int], limit: int) -> Iterator[Body]:
        """At most the first `limit` bytes of each message of the open folder; a vanished one is left out."""

    def close(self) -> None:
        """Log out; never raises."""
