"""The mail cache: what has been read of each folder, in SQLite; it can be thrown away and read again at any time.

Readers see the last whole state while another process writes; each `with cache.writing():` is one such state.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from triage.model.message import LISTED_TEXT, Message, Place, Role, Words
from triage.store import records
from triage.store.database import Database
from triage.store.files import make_private_folder

SCHEMA = 2
_TABLES = """
create table folder (
    id integer primary key, account text not null, name text not null, role text not null,
    uidvalidity integer not null, uidnext integer not null, present integer not null, modseq integer,
    since integer, complete integer not null, unique (account, name)
);
create table message (id integer primary key, key text not null unique, envelope blob not null);
create table place (
    folder integer not null, uid integer not null, message integer not null, stored integer not null,
    seen integer not null, primary key (folder, uid)
) without rowid;
create index place_of_message on place (message);
create table words (
    key text primary key, text text not null, new_text text not null, attachments text not null, links text not null,
    report text, calendar text not null, signs text not null
) without rowid;
create table account (name text primary key, read integer) without rowid;
"""


@dataclass(frozen=True, slots=True)
class KnownFolder:
    """What the last read of a folder left: `complete` when it came to its end, `since` as an epoch (None: all)."""

    id: int
    account: str
    name: str
    uidvalidity: int
    uidnext: int
    present: int
    modseq: int | None
    since: int | None
    complete: bool


class Cache:
    """One data folder's mail cache; to be used from one thread. Raises StoreError."""

    def __init__(self, path: Path, now: datetime) -> None:
        """Open the cache, or make it; a damaged one is set aside (its name takes `now`) and a new one is begun."""
        self.warnings: list[str] = []
        make_private_folder(path.parent)
        self._db = Database(path, SCHEMA, _TABLES, now)
        if self._db.aside:
            self.warnings.append(f"The mail cache was damaged. It is kept as {self._db.aside}; mail is read again.")

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All changes inside become visible together, or none of them."""
        with self._db.writing():
            yield

    def folder(self, account: str, name: str) -> KnownFolder | None:
        """What is known of a folder."""
        found = self._db.row(
            "select id, account, name, uidvalidity, uidnext, present, modseq, since, complete from folder"
            " where account = ? and name = ?",
            (account, name),
        )
        return KnownFolder(*found) if found else None

    def begin_folder(self, account: str, name: str, role: Role, uidvalidity: int) -> int:
        """Start a folder, forgetting where its messages lay if its UIDVALIDITY was another; returns its id."""
        known = self.folder(account, name)
        if known and known.uidvalidity != uidvalidity:
            self.forget_folder(known.id)
            known = None
        if known:
            self._db.change("update folder set role = ? where id = ?", (role.value, known.id))
            return known.id
        return self._db.change(
            "insert into folder (account, name, role, uidvalidity, uidnext, present, complete)"
            " values (?, ?, ?, ?, 0, 0, 0)",
            (account, name, role.value, uidvalidity),
        )

    def finish_folder(self, folder: int, uidnext: int, present: int, modseq: int | None, since: int | None) -> None:
        """Note that a folder was read to its end."""
        self._db.change(
            "update folder set uidnext = ?, present = ?, modseq = ?, since = ?, complete = 1 where id = ?",
            (uidnext, present, modseq, since, folder),
        )

    def forget_folder(self, folder: int) -> None:
        """Drop a folder and the places in it; its messages stay until they are removed."""
        self._db.change("delete from place where folder = ?", (folder,))
        self._db.change("delete from folder where id = ?", (folder,))

    def folders_of(self, account: str) -> dict[str, int]:
        """Names and ids of an account's folders."""
        return dict(self._db.rows("select name, id from folder where account = ?", (account,)))

    def accounts(self) -> set[str]:
        """Accounts that have anything here."""
        return {name for (name,) in self._db.rows("select account from folder union select name from account")}

    def forget_account(self, account: str) -> None:
        """Drop an account that the settings no longer have."""
        for folder in self.folders_of(account).values():
            self.forget_folder(folder)
        self._db.change("delete from account where name = ?", (account,))

    def places(self, folder: int) -> dict[int, tuple[int, bool]]:
        """UID → (when the server stored it, seen) of a folder."""
        found = self._db.rows("select uid, stored, seen from place where folder = ?", (folder,))
        return {uid: (stored, bool(seen)) for uid, stored, seen in found}

    def uids_of(self, keys: Iterable[str], account: str) -> dict[str, dict[int, str]]:
        """Folder → UID → key: one place in this account for each of these messages that has one there."""
        found: dict[str, dict[int, str]] = defaultdict(dict)
        for key in keys:
            place = self._db.row(
                "select name, uid from message join place on message = message.id join folder on folder = folder.id"
                " where key = ? and account = ? limit 1",
                (key, account),
            )
            if place:
                found[place[0]][place[1]] = key
        return found

    def inbox_spots(self, account: str, key: str) -> tuple[tuple[str, int, int], ...]:
        """Folder, UIDVALIDITY and UID of each copy of a message in the account's inboxes."""
        found = self._db.rows(
            "select name, uidvalidity, uid from message join place on message = message.id"
            " join folder on folder = folder.id where key = ? and account = ? and role = ?",
            (key, account, Role.INBOX.value),
        )
        return tuple((name, uidvalidity, uid) for name, uidvalidity, uid in found)

    def known(self, keys: Iterable[str]) -> set[str]:
        """Those of these keys (some thousands at most) that messages have."""
        asked = tuple(keys)
        marks = ", ".join("?" * len(asked))
        return {key for (key,) in self._db.rows(f"select key from message where key in ({marks})", asked)}

    def envelope(self, key: str) -> Message | None:
        """One message, without places."""
        with self._db.reading():
            found = self._db.row("select envelope from message where key = ?", (key,))
            return records.read_envelope(found[0], (), None) if found else None

    def add(self, folder: int, arrivals: Iterable[tuple[int, datetime, bool, Message]]) -> None:
        """Add (UID, when stored, seen, message) of a folder; a key that is here already only gets one more place."""
        envelopes, places = [], []
        for uid, stored, seen, message in arrivals:
            envelopes.append((message.key, records.write_envelope(message)))
            places.append((folder, uid, int(stored.timestamp()), int(seen), message.key))
        self._db.change_many("insert or ignore into message (key, envelope) values (?, ?)", envelopes)
        self._db.change_many(
            "insert or replace into place (folder, uid, stored, seen, message)"
            " select ?, ?, ?, ?, id from message where key = ?",
            places,
        )

    def remove_places(self, folder: int, uids: Collection[int]) -> None:
        """These UIDs are no longer in the folder."""
        self._db.change_many("delete from place where folder = ? and uid = ?", [(folder, uid) for uid in uids])

    def set_seen(self, folder: int, seen: Iterable[tuple[int, bool]]) -> None:
        """Note (UID, seen) where that has changed."""
        changes = [(int(is_seen), folder, uid) for uid, is_seen in seen]
        self._db.change_many("update place set seen = ? where folder = ? and uid = ?", changes)

    def add_words(self, words: Iterable[tuple[str, Words]]) -> None:
        """Keep what was read of bodies, by key."""
        rows = [(key, *records.write_words(read)) for key, read in words]
        self._db.change_many("insert or replace into words values (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def words(self, key: str) -> Words | None:
        """A message's words, whole."""
        with self._db.reading():
            found = self._db.row(f"select {records.WORDS} from words where key = ?", (key,))
            return records.read_words(found) if found else None

    def messages(self) -> list[Message]:
        """Every message, with places; their words are in brief (`new_text` cut, `text` and `links` left out)."""
        with self._db.reading():
            places, brief = self._all_places(), self._all_words()
            found = self._db.rows("select id, key, envelope from message")
            return [
                records.read_envelope(envelope, tuple(places.get(id_, ())), brief.get(key))
                for id_, key, envelope in found
            ]

    def _all_places(self) -> dict[int, list[Place]]:
        """By the number of the message; an account's folders by name, a folder's places by UID."""
        places: dict[int, list[Place]] = defaultdict(list)
        folders = self._db.rows("select id, account, name, role from folder order by account, name")
        for folder, account, name, role_name in folders:
            role = Role(role_name)
            for message, uid, seen in self._db.rows(
                "select message, uid, seen from place where folder = ? order by uid", (folder,)
            ):
                places[message].append(Place(account, name, role, uid, bool(seen)))
        return places

    def _all_words(self) -> dict[str, Words]:
        found = self._db.rows(
            "select key, substr(case new_text when '' then text else new_text end, 1, ?), attachments, report,"
            " calendar, signs from words",
            (LISTED_TEXT,),
        )
        return {
            key: records.read_words(("", new_text, attachments, "", report, calendar, signs))
            for key, new_text, attachments, report, calendar, signs in found
        }

    def remove_messages(self, keys: Iterable[str]) -> None:
        """Drop messages with all that is known of them."""
        one = [(key,) for key in keys]
        self._db.change_many("delete from place where message = (select id from message where key = ?)", one)
        for table in ("words", "message"):
            self._db.change_many(f"delete from {table} where key = ?", one)

    def last_stored(self) -> dict[str, int]:
        """Key → when a server last stored a copy of it, as an epoch; a message without a place is missing."""
        return dict(self._db.rows("select key, max(stored) from place join message on id = message group by message"))

    def set_read(self, account: str, at: datetime) -> None:
        """Note that an account was read to its end."""
        self._db.change("insert or replace into account values (?, ?)", (account, int(at.timestamp())))

    def read_times(self) -> dict[str, datetime]:
        """When each account was last read to its end; one that never was is missing."""
        found = self._db.rows("select name, read from account where read is not null")
        return {name: datetime.fromtimestamp(read, UTC) for name, read in found}
