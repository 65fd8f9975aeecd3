"""The outbox: what is to leave, in the tracked record; each message's bytes lie in a file of its own beside it.

The bytes are on the disk before the entry is; an entry is changed only from the state in which it was seen.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from tinydb import where
from tinydb.table import Table

from triage.model.act import Act
from triage.model.outgoing import OutMail, OutState
from triage.store import ledger
from triage.store.files import StoreError, disk_trouble, make_private_folder, sync_folder, write_whole
from triage.store.locking import held_if_free
from triage.store.tracking import Tracking

TABLE = "outbox"
ORPHANED_FOR = timedelta(days=1)
"""How old a file without an entry must be before it is swept away: whoever wrote it may be about to add the entry."""

NEXT = {
    OutState.QUEUED: {OutState.QUEUED, OutState.HELD, OutState.SENDING, OutState.WITHDRAWN},
    OutState.HELD: {OutState.QUEUED, OutState.WITHDRAWN},
    OutState.SENDING: {OutState.SENT, OutState.QUEUED, OutState.REFUSED, OutState.IN_DOUBT},
    OutState.SENT: {OutState.SENT},
    OutState.REFUSED: {OutState.QUEUED, OutState.WITHDRAWN},
    OutState.IN_DOUBT: {OutState.IN_DOUBT, OutState.SENT, OutState.QUEUED, OutState.WITHDRAWN},
    OutState.WITHDRAWN: set[OutState](),
}
"""Which state may follow which."""


class Outbox:
    """The outbox of one data folder. Every method may raise StoreError."""

    def __init__(self, tracking: Tracking, folder: Path) -> None:
        self._tracking, self._folder = tracking, folder

    def add(self, mail: OutMail, source: bytes, act: Act) -> None:
        """Let a mail leave, and record it: when this returns, both are on the disk; where it raises, neither counts."""
        make_private_folder(self._folder.parent)
        make_private_folder(self._folder)
        sync_folder(self._folder.parent)
        write_whole(self._bytes(mail.id), source)
        try:
            with self._tracking.changing() as table:
                ledger.add_acts(table(ledger.TABLE), (act,))
                table(TABLE).insert(_write(mail))
        except StoreError:
            with suppress(OSError):
                self._bytes(mail.id).unlink()
            raise

    def all(self) -> tuple[OutMail, ...]:
        """Every entry, the oldest first."""
        documents = self._tracking.documents(TABLE).values()
        return tuple(sorted(map(self._read, documents), key=lambda mail: (mail.created, mail.id)))

    def hanging(self) -> tuple[OutMail, ...]:
        """The entries that are neither with the server nor given up, the oldest first."""
        return tuple(mail for mail in self.all() if mail.state.hangs)

    def find(self, id_: str) -> OutMail | None:
        """The entry with this id."""
        return next((mail for mail in self.all() if mail.id == id_), None)

    def source(self, id_: str) -> bytes:
        """The message's bytes, as they are to leave."""
        path = self._bytes(id_)
        with disk_trouble("read", path):
            return path.read_bytes()

    @contextmanager
    def claimed(self, id_: str) -> Iterator[OutMail | None]:
        """The entry as it is now, for this caller alone until the context ends; None where somebody else has it.

        The system lets go of a claim when its process dies: an entry that is `SENDING` and can be claimed was left by
        a process that died in the middle. None also where there is no such entry any more.
        """
        with held_if_free(self._lock(id_)) as is_mine:
            yield self._now(id_) if is_mine else None

    def change(self, before: OutMail, after: OutMail) -> bool:
        """Put the entry into its next state, durably; False, and nothing is done, where it is not as `before` any more.

        `after` must follow on `before` by `NEXT`, and `WITHDRAWN` is reached by `withdraw` alone.
        """
        if after.state not in NEXT[before.state] - {OutState.WITHDRAWN}:
            raise ValueError(f"{after.state} does not follow on {before.state}")
        with self._tracking.changing() as table:
            outbox = table(TABLE)
            if self._get(outbox, before.id) != before:
                return False
            _put(outbox, after)
            return True

    def withdraw(self, id_: str, act: Act, at: datetime) -> bool:
        """Take a mail back, with the act that undoes its own; False where it is leaving, or has left already."""
        with self._tracking.changing() as table:
            outbox = table(TABLE)
            mail = self._get(outbox, id_)
            if mail is None or OutState.WITHDRAWN not in NEXT[mail.state]:
                return False
            _put(outbox, replace(mail, state=OutState.WITHDRAWN, changed=at))
            ledger.add_acts(table(ledger.TABLE), (act,))
            return True

    def postpone(self, account: str, until: datetime) -> None:
        """No queued mail of the account leaves before that moment."""
        with self._tracking.changing() as table:
            outbox = table(TABLE)
            for mail in map(self._read, outbox.all()):
                if mail.account == account and mail.state is OutState.QUEUED and mail.leaves < until:
                    _put(outbox, replace(mail, leaves=until))

    def prune(self, seen: Container[str], now: datetime) -> None:
        """Drop what needs no following any more, with its bytes; acts stay.

        That is mail taken back, and mail that has left, has no chores, and whose Message-ID is among those `seen` on
        the server. Files that no entry names go when they are old enough.
        """
        gone = {mail.id for mail in self.all() if _is_over(mail, seen)}
        if gone:
            with self._tracking.changing() as table:
                table(TABLE).remove(where("id").one_of(list(gone)))
        self._sweep({mail.id for mail in self.all()}, gone, now)

    def damaged_since(self, moment: datetime) -> bool:
        """The tracked record was set aside as damaged after that moment: what it tells of older mail may be old."""
        start = f"{self._tracking.path.name}.damaged-"
        since = f"{moment.astimezone(UTC):%Y%m%d-%H%M%S}"
        return any(path.name.removeprefix(start) >= since for path in self._tracking.path.parent.glob(f"{start}*"))

    def _sweep(self, kept: set[str], gone: set[str], now: datetime) -> None:
        """A file from before the record was damaged stays: its entry may have been lost with the record."""
        with suppress(OSError):
            for path in self._folder.iterdir():
                id_ = path.name.lstrip(".").partition(".")[0]
                written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                is_orphan = id_ not in kept and written < now - ORPHANED_FOR and not self.damaged_since(written)
                if is_orphan or id_ in gone:
                    path.unlink()

    def _now(self, id_: str) -> OutMail | None:
        with self._tracking.changing() as table:
            return self._get(table(TABLE), id_)

    def _get(self, outbox: Table, id_: str) -> OutMail | None:
        found = outbox.search(where("id") == id_)
        return self._read(found[0]) if found else None

    def _read(self, document: Mapping[str, Any]) -> OutMail:
        try:
            return msgspec.convert(dict(document), OutMail)
        except msgspec.ValidationError as error:
            why = f"{self._tracking.path} holds a mail that this Triage does not know: update Triage to read it."
            raise StoreError(why) from error

    def _bytes(self, id_: str) -> Path:
        return self._folder / f"{id_}.eml"

    def _lock(self, id_: str) -> Path:
        return self._folder / f"{id_}.lock"


def _write(mail: OutMail) -> dict[str, Any]:
    # All fields, always: another thread may be reading the document while it takes its new values.
    document: dict[str, Any] = msgspec.to_builtins(mail)
    return document


def _put(outbox: Table, mail: OutMail) -> None:
    outbox.update(_write(mail), where("id") == mail.id)


def _is_over(mail: OutMail, seen: Container[str]) -> bool:
    if mail.state is OutState.SENT:
        return not mail.chores and mail.message_id in seen
    return mail.state is OutState.WITHDRAWN
