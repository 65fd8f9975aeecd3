"""An IMAP server that lives in memory: pymap's dict backend, with keywords kept and the usual folders' uses told.

It needs the `demo` extra. Everything here runs inside one event loop; `triage.demo.servers` owns that loop.
"""

from __future__ import annotations

import asyncio
import ssl
from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import uuid4

from proxyprotocol.sock import SocketInfo
from pymap.backend.dict import Config, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet
from pymap.concurrent import Subsystem
from pymap.config import BackendCapability
from pymap.imap import IMAPServer
from pymap.listtree import ListEntry, ListTree
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials import ObjectId
from pymap.parsing.specials.flag import Flag, Wildcard
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

from triage.demo.wire import HOST, Connections

# RFC 6154, for the names that the demo uses.
USES = {"Archive": b"Archive", "Drafts": b"Drafts", "Junk": b"Junk", "Sent": b"Sent", "Trash": b"Trash"}


class _Entry(ListEntry):
    @property
    def attributes(self) -> Sequence[bytes]:
        use = USES.get(self.name)
        return [*super().attributes, *([use] if use else [])]


class _Tree(ListTree):
    def list(self) -> Iterable[ListEntry]:
        for entry in super().list():
            yield _Entry(entry.name, entry.exists, entry.marked, entry.has_children)


class _Folder(MailboxData):
    @property
    def permanent_flags(self) -> frozenset[Flag]:
        return super().permanent_flags | {Wildcard}


class _Folders(MailboxSet):
    """One user's folders; pymap makes plain ones, so each is put in place here."""

    def __init__(self) -> None:
        super().__init__()
        self._inbox = self.new_folder()

    def new_folder(self) -> _Folder:
        return _Folder(self._content_cache, self._thread_cache)

    async def list_mailboxes(self) -> ListTree:
        async with self._set_lock.read_lock():
            return _Tree(self.delimiter).update("INBOX", *self._set)

    async def add_mailbox(self, name: str) -> ObjectId:
        async with self._set_lock.write_lock():
            if name in self._set:
                raise ValueError(name)
            self._set[name] = folder = self.new_folder()
            return folder.mailbox_id

    async def renew(self, name: str) -> None:
        """Put an empty folder in a folder's place: another UIDVALIDITY, UIDs from the start."""
        async with self._set_lock.write_lock():
            before = self._inbox if name == "INBOX" else self._set[name]
            after = self.new_folder()
            after._uid_validity = before.uid_validity + 1
            if name == "INBOX":
                self._inbox = after
            else:
                self._set[name] = after


class _Config(Config):
    @property
    def backend_capability(self) -> BackendCapability:
        return BackendCapability(idle=True, object_id=True, multi_append=True, custom=[b"SPECIAL-USE"])

    @property
    def greeting(self) -> bytes:
        # pymap's own greeting looks up this machine's name, which may take seconds.
        return b"Triage demo ready"


class ImapServer:
    """Serves the given users' folders on the loopback; passwords stay in memory, in clear."""

    def __init__(self, users: Iterable[str], password: str) -> None:
        self._config = _Config(
            Namespace(passlib_cfg=None, proxy_protocol=None),
            demo_data=False,
            demo_user="",
            demo_password="",
            host=HOST,
            port=0,
            tls_enabled=False,
            ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER),
            hash_context=Cleartext(),
            cpu_subsystem=Subsystem.for_asyncio(),
            invalid_user_sleep=0.0,
        )
        self._config.apply_context()
        login = Login(self._config)
        self._folders: dict[str, _Folders] = {}
        for name in users:
            login.users_dict[name] = UserMetadata(self._config, name, password=password)
            self._folders[name] = folders = _Folders()
            self._config.set_cache[name] = (folders, FilterSet())
        self._imap = IMAPServer(login, self._config)
        self._connections = Connections()

    async def start(self) -> int:
        """Listen on a free port of the loopback, and say which."""
        server = await asyncio.start_server(self._connected, HOST, 0)
        return self._connections.listen(server)

    async def stop(self) -> None:
        """Cut every connection and stop listening."""
        self._connections.close()

    async def drop(self) -> None:
        """Cut every connection and go on listening."""
        self._connections.drop()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections.add(writer.transport)
        await self._imap(reader, writer, SocketInfo.get(writer, None, unique_id=uuid4().bytes))

    async def make_folder(self, user: str, folder: str) -> None:
        """Have a folder; nothing happens where it is there."""
        tree = await self._folders[user].list_mailboxes()
        entry = tree.get(folder)
        if entry is None or not entry.exists:
            await self._folders[user].add_mailbox(folder)

    async def add(self, user: str, folder: str, source: bytes, arrived: datetime, flags: Iterable[str] = ()) -> int:
        """Put a message into a folder that is there, and give its UID."""
        mailbox = await self._folders[user].get_mailbox(folder)
        message = await mailbox.append(AppendMessage(source, arrived, frozenset(Flag(flag) for flag in flags)))
        return message.uid

    async def remove(self, user: str, folder: str, uids: Iterable[int]) -> None:
        """Expunge messages, as another program would."""
        mailbox = await self._folders[user].get_mailbox(folder)
        await mailbox.delete(list(uids))

    async def move(self, user: str, folder: str, uids: Iterable[int], to: str) -> None:
        """Move messages, as another program would."""
        source = await self._folders[user].get_mailbox(folder)
        target = await self._folders[user].get_mailbox(to)
        for uid in uids:
            await source.move(uid, target)

    async def renew(self, user: str, folder: str) -> None:
        """Empty a folder and give it another UIDVALIDITY, as a rebuilt server would."""
        await self._folders[user].renew(folder)

    async def sources(self, user: str, folder: str) -> tuple[bytes, ...]:
        """The messages of a folder, oldest first."""
        mailbox = await self._folders[user].get_mailbox(folder)
        return tuple([bytes(message._content) async for message in mailbox.messages() if message._content])
