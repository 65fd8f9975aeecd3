"""Mail on a real IMAP server under a test's control, changed over a second connection; the same verbs as MemoryServer."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import msgspec
from imapclient import IMAPClient, SocketTimeout

from config.schema import Account, Folders
from triage.mail.accounts import connect, password
from triage.mail.mailbox import Mailbox

FOUND = Folders()


class MailHost(Protocol):
    """A place with mail for one user: what the contract suite needs of it."""

    condstore: bool

    def connect(self, folders: Folders = FOUND) -> Mailbox:
        """The mailbox under test."""

    def create(self, folder: str) -> None: ...
    def add(self, folder: str, source: bytes, arrived: datetime, flags: Sequence[str] = ...) -> int: ...
    def mark(self, folder: str, uid: int, flag: str) -> None: ...
    def expunge(self, folder: str, uid: int) -> None: ...
    def move(self, folder: str, uid: int, into: str) -> int: ...
    def renew(self, folder: str) -> None: ...
    def flags(self, folder: str) -> dict[int, frozenset[str]]: ...


class ImapHost:
    """A `MailHost` for any server on the loopback; `account` is one that a test has for itself."""

    def __init__(self, account: Account, *, condstore: bool) -> None:
        self.account = account
        self.condstore = condstore
        self._opened: list[Mailbox] = []
        server = account.imap
        self._client = IMAPClient(server.host, server.imap_port, ssl=False, timeout=SocketTimeout(5, 10))
        self._client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._client.login(server.user, password(server).reveal())

    def connect(self, folders: Folders = FOUND) -> Mailbox:
        self._opened.append(connect(msgspec.structs.replace(self.account, folders=folders)))
        return self._opened[-1]

    def create(self, folder: str) -> None:
        if not self._client.folder_exists(folder):
            self._client.create_folder(folder)

    def add(self, folder: str, source: bytes, arrived: datetime, flags: Sequence[str] = ()) -> int:
        self.create(folder)
        uid: int = self._client.folder_status(folder, ["UIDNEXT"])[b"UIDNEXT"]
        self._client.append(folder, source, flags, arrived)
        return uid

    def mark(self, folder: str, uid: int, flag: str) -> None:
        self._client.select_folder(folder)
        self._client.add_flags([uid], [flag])

    def expunge(self, folder: str, uid: int) -> None:
        self.mark(folder, uid, "\\Deleted")
        self._client.expunge()

    def move(self, folder: str, uid: int, into: str) -> int:
        self.create(into)
        new: int = self._client.folder_status(into, ["UIDNEXT"])[b"UIDNEXT"]
        self._client.select_folder(folder)
        self._client.copy([uid], into)
        self.expunge(folder, uid)
        return new

    def renew(self, folder: str) -> None:
        self._client.select_folder("INBOX", readonly=True)
        self._client.delete_folder(folder)
        self._client.create_folder(folder)

    def flags(self, folder: str) -> dict[int, frozenset[str]]:
        self._client.select_folder(folder, readonly=True)
        found = self._client.get_flags(self._client.search()) if self._client.search() else {}
        return {uid: frozenset(flag.decode() for flag in flags) - {"\\Recent"} for uid, flags in found.items()}

    def close(self) -> None:
        """Close every connection."""
        for mailbox in self._opened:
            mailbox.close()
        self._client.logout()
