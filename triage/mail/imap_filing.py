"""The filing port over IMAP: each change names one message by UID, and looks first whether it is the one meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from imapclient.exceptions import IMAPClientError

from config.schema import Account
from triage.mail.connection import WireClient
from triage.mail.filing import Shelf
from triage.mail.folders import find_shelf
from triage.mail.headers import anchor_digest, read_envelope
from triage.mail.imap import HEADER_ITEMS, arrived, found_uids
from triage.mail.imap_connection import ImapConnection, quote
from triage.mail.mailbox import MailboxError
from triage.mail.trouble import quoted
from triage.mail.uid_sets import chunks
from triage.mail.wire import HEADER_LIMIT, GarbageError, HangupError, RefusedError

MARKS = (r"\Answered", r"\Seen")
FLAGS = {Shelf.SENT: (r"\Seen",), Shelf.DRAFTS: (r"\Draft", r"\Seen"), Shelf.ARCHIVE: (r"\Seen",)}
"""What a message is marked with when it is filed."""

_ID_ITEMS = b"(UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])"
_LOOKED_AT = 500
_ARRIVALS = 10_000
_PLAIN = re.compile(r"[ !#-\[\]-~]+")
_APPENDED = re.compile(rb"\[APPENDUID \d+ (\d{1,10})\]", re.IGNORECASE)
_STATUS = re.compile(rb"(\S+) (?:NO|BAD|BYE)(?: +(.*)|\Z)", re.DOTALL | re.IGNORECASE)
_NAMESPACE = re.compile(rb'\* NAMESPACE \(\("((?:[^"\\]|\\.)*+)" ', re.IGNORECASE)


class ImapFiling(ImapConnection):
    """`Filing` over IMAP."""

    def __init__(self, client: WireClient, account: Account, waited: float) -> None:
        super().__init__(client, account, waited)
        client.folder_encode = False  # it is given names as the server spells them
        self._client = client
        self._moves = client.has_capability("MOVE")
        self._expunges = client.has_capability("UIDPLUS")
        self._has_namespaces = client.has_capability("NAMESPACE")

    def holds(self, shelf: Shelf, message_id: str) -> bool:
        """See `Filing.holds`; a draft that is marked as deleted does not count."""
        with self._telling():
            folder = self._shelf(shelf)
            criteria = "UNDELETED " if shelf is Shelf.DRAFTS else ""
            return folder is not None and bool(self._find("EXAMINE", folder, message_id, criteria))

    def add(self, shelf: Shelf, source: bytes, at: datetime) -> None:
        """See `Filing.add`. Where search is behind, the UID that the server told is looked at (RFC 4315)."""
        message_id = read_envelope(source, at).message_id
        if not message_id:
            raise ValueError("a message is filed by its Message-ID")
        with self._telling():
            folder = self._shelf(shelf) or self._make(shelf)
            told = self._append(folder, source, FLAGS[shelf], at)
            if not self._find("EXAMINE", folder, message_id, told=told):
                why = f"{self._host} says that it has filed the mail in “{folder}”, but it is not there."
                raise MailboxError(why)

    def remove_draft(self, message_id: str) -> None:
        """See `Filing.remove_draft`."""
        with self._telling():
            folder = self._shelf(Shelf.DRAFTS)
            if folder is not None:
                self._delete(self._find("SELECT", folder, message_id, "DRAFT UNDELETED "))

    def mark(self, folder: str, uidvalidity: int, uid: int, message_id: str, flag: str) -> None:
        """See `Filing.mark`; `message_id` may be any key of a `Message`. Raises ValueError for another flag."""
        if flag not in MARKS:
            raise ValueError(flag)
        with self._telling():
            if self._is_still(folder, uidvalidity, uid, message_id):
                self._do(f"UID STORE {uid} +FLAGS.SILENT ({flag})", "mark the mail")

    def archive(self, folder: str, uidvalidity: int, uid: int, message_id: str) -> None:
        """See `Filing.archive`. Without MOVE it is copied first; without UIDPLUS the old copy is only marked."""
        with self._telling():
            if not self._is_still(folder, uidvalidity, uid, message_id):
                return
            into = self._shelf(Shelf.ARCHIVE) or self._make(Shelf.ARCHIVE)
            if into == folder:
                return
            verb = "MOVE" if self._moves else "COPY"
            self._do(f"UID {verb} {uid} {self._spelt(into)}", f"move the mail to “{into}”")
            if not self._moves:
                self._delete([uid])

    @property
    def _host(self) -> str:
        return self._account.imap.host

    def _shelf(self, shelf: Shelf) -> str | None:
        return find_shelf(shelf, tuple(self._listed.values()) or self._list(), self._account.folders)

    def _make(self, shelf: Shelf) -> str:
        """Make the folder where the server wants this person's folders, and subscribe to it."""
        name = self._prefix() + shelf.title()
        refused = None
        try:
            self._do(f"CREATE {quote(name)}", f"make the folder “{name}”")
            self._do(f"SUBSCRIBE {quote(name)}", f"subscribe to “{name}”")
        except MailboxError as error:
            refused = error
        # Another program may have made it meanwhile, and who is not subscribed may file all the same.
        found = find_shelf(shelf, self._list(), self._account.folders)
        if found is None:
            raise refused or MailboxError(f"{self._host} says that it has made “{name}”, but it is not there.")
        return found

    def _prefix(self) -> str:
        """What names of folders begin with, such as "INBOX." (RFC 2342)."""
        if self._has_namespaces:
            for answer in self._wire.answers(b"NAMESPACE", HEADER_LIMIT):
                if found := _NAMESPACE.match(answer[0]):
                    return re.sub(rb"\\(.)", rb"\1", found[1]).decode("ascii")
        return ""

    def _append(self, folder: str, source: bytes, flags: tuple[str, ...], at: datetime) -> frozenset[int]:
        """File the message; its UID where the server tells it."""
        self._wire.settle()
        self._wire.last_status = b""
        try:
            said: bytes = self._client.append(self._listed[folder].raw, source, flags, at)
        except IMAPClientError:
            status = _STATUS.match(self._wire.last_status)
            if not status:
                raise GarbageError from None
            if status[1] == b"*":
                raise HangupError(status[2] or b"") from None
            why = f"{self._host} did not file the mail in “{folder}”{quoted(status[2] or b'')}."
            raise MailboxError(why) from None
        return frozenset(int(uid) for uid in _APPENDED.findall(said))

    def _find(
        self,
        verb: Literal["EXAMINE", "SELECT"],
        folder: str,
        message_id: str,
        criteria: str = "",
        told: frozenset[int] = frozenset(),
    ) -> list[int]:
        """Open a folder: the messages of it with this id, of those that a search or the server named."""
        state = self._opened(verb, folder)
        # A search finds any part of the field; servers differ in how they read quotation marks and backslashes there.
        part = max(_PLAIN.findall(message_id), key=len, default="")
        if not part:
            return []
        uids = told
        command = f"UID SEARCH {criteria}HEADER Message-ID {quote(part)}".encode()
        for answer in self._wire.answers(command, 0):
            uids |= found_uids(answer[0], state.exists + _ARRIVALS)
        return [uid for uid, found in self._ids(sorted(uids)[-_LOOKED_AT:]) if found == message_id]

    def _ids(self, uids: list[int]) -> Iterator[tuple[int, str | None]]:
        for text, members in chunks(uids, _LOOKED_AT):
            for found in self._wire.fetch(b"UID FETCH %s %s" % (text, _ID_ITEMS), members, HEADER_LIMIT):
                yield found.uid, read_envelope(found.source, arrived(b"")).message_id

    def _is_still(self, folder: str, uidvalidity: int, uid: int, message_id: str) -> bool:
        """Select the folder: the message is there, and has this id or is anchored by it."""
        listed = {one.name for one in tuple(self._listed.values()) or self._list()}
        if folder not in listed and folder.upper() != "INBOX":
            return False
        if self._opened("SELECT", folder).uidvalidity != uidvalidity:
            return False
        command = b"UID FETCH %d %s" % (uid, HEADER_ITEMS)
        for found in [*self._wire.fetch(command, {uid}, HEADER_LIMIT)]:
            message = read_envelope(found.source, arrived(found.arrived))
            return message_id in (message.key, anchor_digest(message))
        return False

    def _delete(self, uids: list[int]) -> None:
        for text, _ in chunks(uids, _LOOKED_AT):
            self._do(rf"UID STORE {text.decode()} +FLAGS.SILENT (\Deleted)", "delete the old copy")
            if self._expunges:
                self._do(f"UID EXPUNGE {text.decode()}", "delete the old copy")

    def _do(self, command: str, what: str) -> None:
        try:
            for _ in self._wire.answers(command.encode(), 0):
                pass
        except RefusedError as refusal:
            raise MailboxError(f"{self._host} did not {what}{quoted(refusal.words)}.") from None
