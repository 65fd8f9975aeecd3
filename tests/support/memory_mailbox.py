"""Mail on a server that is a dict: a faithful `Mailbox` for tests, changed at will between reads."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from config.schema import Account, Folders
from triage.mail.folders import Listed, choose, missing
from triage.mail.headers import FIELDS, TRACED_FIELDS
from triage.mail.mailbox import Body, Folder, FolderState, Header, Listing, MailboxError

FOUND = Folders()

_WANTED, _TRACED = (frozenset(name.lower() for name in fields) for fields in (FIELDS, TRACED_FIELDS))


@dataclass
class StoredMail:
    """One mail of a folder; `modseq` grows with each change of it."""

    source: bytes
    arrived: datetime
    flags: frozenset[str] = frozenset()
    modseq: int = 1


@dataclass
class StoredFolder:
    """A folder's mails by UID. `attributes` are those of LIST, in lower case, such as "\\sent"."""

    mails: dict[int, StoredMail] = field(default_factory=dict)
    uidvalidity: int = 1
    uidnext: int = 1
    modseq: int = 1
    attributes: frozenset[str] = frozenset()


@dataclass
class MemoryServer:
    """All folders of one account, and the faults its next connections show.

    `trouble` is raised by whatever is asked next; `drop_after` counts the headers and bodies that still come before
    the connection breaks. Both are gone once shown. `commands` is what was asked, a word each. Without `condstore` no
    folder tells a modseq.
    """

    condstore: bool = True
    stored: dict[str, StoredFolder] = field(default_factory=dict)
    trouble: MailboxError | None = None
    drop_after: int | None = None
    commands: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stored.setdefault("INBOX", StoredFolder())
        self.stored.setdefault("Sent", StoredFolder(attributes=frozenset({"\\sent"})))

    def connect(self, folders: Folders | Account = FOUND) -> MemoryMailbox:
        """A new connection, as `mail.accounts.connect` makes them: takes the whole account, or its folders alone."""
        return MemoryMailbox(self, folders.folders if isinstance(folders, Account) else folders)

    def create(self, folder: str) -> None:
        """An empty folder."""
        self.stored.setdefault(folder, StoredFolder())

    def add(self, folder: str, source: bytes, arrived: datetime, flags: Sequence[str] = ()) -> int:
        """Put a mail into a folder, with line ends as they travel; its UID."""
        self.create(folder)
        into = self.stored[folder]
        uid = into.uidnext
        into.uidnext += 1
        into.modseq += 1
        crlf = re.sub(rb"\r?\n", b"\r\n", source)
        into.mails[uid] = StoredMail(crlf, arrived.astimezone(UTC), frozenset(flags), into.modseq)
        return uid

    def mark(self, folder: str, uid: int, flag: str) -> None:
        """Set a flag such as "\\Seen"."""
        of = self.stored[folder]
        of.modseq += 1
        of.mails[uid].flags |= {flag}
        of.mails[uid].modseq = of.modseq

    def expunge(self, folder: str, uid: int) -> None:
        """Take a mail away."""
        del self.stored[folder].mails[uid]
        self.stored[folder].modseq += 1

    def move(self, folder: str, uid: int, into: str) -> int:
        """Move a mail; its new UID."""
        mail = self.stored[folder].mails[uid]
        self.expunge(folder, uid)
        return self.add(into, mail.source, mail.arrived, sorted(mail.flags))

    def renew(self, folder: str) -> None:
        """Delete the folder and create it anew: empty, with another UIDVALIDITY."""
        old = self.stored[folder]
        self.stored[folder] = StoredFolder(uidvalidity=old.uidvalidity + 1, attributes=old.attributes)

    def renumber(self, folder: str) -> None:
        """The same mails under other UIDs and another UIDVALIDITY."""
        old = self.stored[folder]
        self.renew(folder)
        for mail in reversed(old.mails.values()):
            self.add(folder, mail.source, mail.arrived, sorted(mail.flags))

    def flags(self, folder: str) -> dict[int, frozenset[str]]:
        """Each mail's flags by UID."""
        return {uid: mail.flags for uid, mail in self.stored[folder].mails.items()}


class MemoryMailbox:
    """One connection to a `MemoryServer`."""

    def __init__(self, server: MemoryServer, wanted: Folders) -> None:
        self._server = server
        self._wanted = wanted
        self._folder: StoredFolder | None = None
        self._open = True

    def folders(self) -> tuple[Folder, ...]:
        self._ask("list")
        listed = [Listed(name, name, "/", stored.attributes) for name, stored in self._server.stored.items()]
        try:
            return choose(listed, self._wanted)
        except MailboxError:
            self.close()
            raise

    def open(self, folder: str) -> FolderState:
        self._ask("open")
        found = self._server.stored.get(folder)
        if found is None:
            self.close()
            raise missing(folder, self._server.stored)
        self._folder = found
        modseq = found.modseq if self._server.condstore else None
        return FolderState(found.uidvalidity, found.uidnext, len(found.mails), modseq)

    def listing(self, since: date | None, kept: Collection[int] = ()) -> Listing:
        self._ask("listing")
        shown = {
            uid: mail
            for uid, mail in self._mails().items()
            if not mail.flags & {"\\Deleted", "\\Draft"}
            and (since is None or mail.arrived.date() >= since or uid in kept)
        }
        return Listing(frozenset(shown), frozenset(uid for uid, mail in shown.items() if "\\Seen" not in mail.flags))

    def headers(self, uids: Sequence[int], *, traced: bool = False) -> Iterator[Header]:
        self._ask("headers")
        for uid, mail in self._present(uids):
            yield Header(
                uid, mail.arrived.replace(microsecond=0), len(mail.source), wanted_fields(mail.source, traced=traced)
            )

    def bodies(self, uids: Sequence[int], limit: int) -> Iterator[Body]:
        self._ask("bodies")
        for uid, mail in self._present(uids):
            yield Body(uid, len(mail.source), mail.source[:limit])

    def close(self) -> None:
        self._open = False

    def _present(self, uids: Sequence[int]) -> Iterator[tuple[int, StoredMail]]:
        mails: Mapping[int, StoredMail] = self._mails()
        for uid in dict.fromkeys(uids):
            if uid in mails:
                self._maybe_drop()
                yield uid, mails[uid]

    def _ask(self, command: str) -> None:
        if not self._open:
            raise MailboxError("The connection is closed.")
        self._server.commands.append(command)
        trouble, self._server.trouble = self._server.trouble, None
        if trouble:
            self.close()
            raise trouble

    def _maybe_drop(self) -> None:
        left = self._server.drop_after
        if left is not None:
            self._server.drop_after = left - 1 if left else None
            if not left:
                self.close()
                raise MailboxError("memory.example closed the connection.")

    def _mails(self) -> dict[int, StoredMail]:
        assert self._folder is not None, "open a folder first"
        return self._folder.mails


def wanted_fields(source: bytes, *, traced: bool) -> bytes:
    """The header fields that Triage asks for, as a server answers HEADER.FIELDS."""
    wanted = _TRACED if traced else _WANTED
    header = source.partition(b"\r\n\r\n")[0] + b"\r\n"
    fields = re.findall(rb"^[^\s:]+[ \t]*:.*\r\n(?:[ \t].*\r\n)*", header, re.MULTILINE)
    return (
        b"".join(one for one in fields if one.partition(b":")[0].strip().decode("latin-1").lower() in wanted) + b"\r\n"
    )
