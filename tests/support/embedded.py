"""The demo's servers as test servers: filled with whatever folders and messages a test names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from triage.demo.mailbox import Letter
from triage.demo.servers import CLIENT, USER, DemoServers
from triage.demo.wire import HOST

PASSWORD = "open sesame"


@dataclass(frozen=True, slots=True)
class Stored:
    """A message as a folder holds it: its bytes, INTERNALDATE and flags."""

    source: bytes
    arrived: datetime
    flags: frozenset[str] = frozenset()


class EmbeddedServer:
    """A running server and what another program might do to its folders meanwhile."""

    host = HOST
    user = USER
    client = CLIENT
    password = PASSWORD

    def __init__(self, servers: DemoServers) -> None:
        self.servers = servers
        self.port = servers.imap_port
        self.smtp_port = servers.smtp_port

    def make_folder(self, folder: str) -> None:
        self.servers.ask(self.servers.imap.make_folder(USER, folder))

    def add(self, folder: str, message: Stored) -> int:
        """Put a message into a folder, and give its UID."""
        imap = self.servers.imap
        return self.servers.ask(imap.add(USER, folder, message.source, message.arrived, message.flags))

    def expunge(self, folder: str, uids: Iterable[int]) -> None:
        self.servers.ask(self.servers.imap.remove(USER, folder, uids))

    def move(self, folder: str, uids: Iterable[int], to: str) -> None:
        self.servers.ask(self.servers.imap.move(USER, folder, uids, to))

    def renew(self, folder: str) -> None:
        """Empty the folder and change its UIDVALIDITY."""
        self.servers.ask(self.servers.imap.renew(USER, folder))

    def drop(self) -> None:
        """Cut every connection."""
        self.servers.ask(self.servers.imap.drop())

    def inbox_of_client(self) -> tuple[bytes, ...]:
        """What the client has been sent, oldest first."""
        return self.servers.ask(self.servers.imap.sources(CLIENT, "INBOX"))


@contextmanager
def embedded_server(folders: Mapping[str, Sequence[Stored]]) -> Iterator[EmbeddedServer]:
    """A server with these folders (INBOX is always there), each with its messages in order."""
    letters = [
        Letter(folder, message.arrived, message.source, message.flags)
        for folder, messages in folders.items()
        for message in messages
    ]
    with DemoServers(letters, PASSWORD, folders) as servers:
        yield EmbeddedServer(servers)
