"""Filing on a server that is a dict: a faithful `Filing` for tests, on the same folders as `MemoryMailbox`."""

from __future__ import annotations

from datetime import datetime

from config.schema import Account, Folders
from tests.support.memory_mailbox import FOUND, MemoryServer, StoredFolder, StoredMail
from triage.mail.filing import Shelf
from triage.mail.folders import Listed, find_shelf
from triage.mail.headers import anchor_digest, read_envelope
from triage.mail.imap_filing import FLAGS, MARKS
from triage.mail.mailbox import MailboxError


class MemoryFiling:
    """One connection to a `MemoryServer`, to which every command is told; made like `accounts.connect_filing`."""

    def __init__(self, server: MemoryServer, folders: Folders | Account = FOUND) -> None:
        self._server = server
        self._wanted = folders.folders if isinstance(folders, Account) else folders
        self._open = True

    def holds(self, shelf: Shelf, message_id: str) -> bool:
        self._ask("holds")
        folder = self._shelf(shelf)
        return folder is not None and bool(self._find(folder, message_id))

    def add(self, shelf: Shelf, source: bytes, at: datetime) -> None:
        if not read_envelope(source, at).message_id:
            raise ValueError("a message is filed by its Message-ID")
        self._ask("add")
        self._server.add(self._shelf(shelf) or shelf.title(), source, at, FLAGS[shelf])

    def remove_draft(self, message_id: str) -> None:
        self._ask("remove_draft")
        folder = self._shelf(Shelf.DRAFTS)
        for uid in self._find(folder, message_id) if folder else ():
            if "\\Draft" in self._server.stored[folder or ""].mails[uid].flags:
                self._server.expunge(folder or "", uid)

    def mark(self, folder: str, uidvalidity: int, uid: int, message_id: str, flag: str) -> None:
        if flag not in MARKS:
            raise ValueError(flag)
        self._ask("mark")
        if self._is_still(folder, uidvalidity, uid, message_id):
            self._server.mark(folder, uid, flag)

    def archive(self, folder: str, uidvalidity: int, uid: int, message_id: str) -> None:
        self._ask("archive")
        if self._is_still(folder, uidvalidity, uid, message_id):
            into = self._shelf(Shelf.ARCHIVE) or Shelf.ARCHIVE.title()
            if into != folder:
                self._server.move(folder, uid, into)

    def close(self) -> None:
        self._open = False

    def _ask(self, command: str) -> None:
        if not self._open:
            raise MailboxError("The connection is closed.")
        self._server.commands.append(command)
        trouble, self._server.trouble = self._server.trouble, None
        if trouble:
            self.close()
            raise trouble

    def _shelf(self, shelf: Shelf) -> str | None:
        listed = [Listed(name, name, "/", stored.attributes) for name, stored in self._server.stored.items()]
        try:
            return find_shelf(shelf, listed, self._wanted)
        except MailboxError:
            self.close()
            raise

    def _find(self, folder: str, message_id: str) -> list[int]:
        mails = self._server.stored[folder].mails
        return [
            uid
            for uid, mail in mails.items()
            if "\\Deleted" not in mail.flags and read_envelope(mail.source, mail.arrived).message_id == message_id
        ]

    def _is_still(self, folder: str, uidvalidity: int, uid: int, message_id: str) -> bool:
        stored = self._server.stored.get(folder, StoredFolder(uidvalidity=-1))
        mail: StoredMail | None = stored.mails.get(uid)
        if mail is None or stored.uidvalidity != uidvalidity:
            return False
        message = read_envelope(mail.source, mail.arrived.replace(microsecond=0))
        return message_id in (message.key, anchor_digest(message))
