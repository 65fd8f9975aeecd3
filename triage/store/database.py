"""A SQLite file that can be thrown away: made when it is missing, set aside when it is damaged, never left half open.

Every trouble is a StoreError. What is found damaged while it is in use is set aside at once, so that the next to open
it begins anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from triage.store.files import StoreError, disk_trouble, set_aside
from triage.store.locking import locked

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BESIDE = ("-wal", "-shm")
Values = tuple[Any, ...]


class Database:
    """One connection; to be used from one thread at a time. Every method but `close` raises StoreError."""

    def __init__(self, path: Path, schema: int, tables: str, now: datetime) -> None:
        """Open the file, or make it with these tables; one of another schema is emptied.

        A damaged one is set aside (`aside` is then its new name, which takes `now`) and a new one is begun.
        """
        self.aside: Path | None = None
        self._path, self._now = path, now
        with disk_trouble("open", path):
            path.touch(mode=0o600)
        # SQLite lets nobody wait while a new file is turned to write-ahead logging, so one at a time opens it.
        with locked(path.with_name(path.name + ".lock")):
            try:
                self._db = _open(path, schema, tables)
            except sqlite3.Error as error:
                if not _is_damage(error):
                    raise self._trouble(error) from error
                self._db = self._open_anew(schema, tables)

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    def rows(self, statement: str, values: Values = ()) -> list[Values]:
        """What a query finds."""
        try:
            return self._db.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self._trouble(error) from error

    def row(self, statement: str, values: Values = ()) -> Values | None:
        """The first row that a query finds, or None."""
        return next(iter(self.rows(statement, values)), None)

    def change(self, statement: str, values: Values = ()) -> int:
        """Carry out a change; returns the id of the row that an insert has made."""
        try:
            return self._db.execute(statement, values).lastrowid or 0
        except sqlite3.Error as error:
            raise self._trouble(error) from error

    def change_many(self, statement: str, values: Iterable[Values]) -> None:
        """Carry out a change for each of these values."""
        try:
            self._db.executemany(statement, values)
        except sqlite3.Error as error:
            raise self._trouble(error) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All changes inside become visible together, or none of them; waits for another writer."""
        with self._transaction("begin immediate"):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All queries inside see one state, whatever is written meanwhile; what can't be understood is damage."""
        try:
            if self._db.in_transaction:
                yield
            else:
                with self._transaction("begin"):
                    yield
        except (ValueError, LookupError, TypeError, OverflowError) as error:
            raise self._damaged() from error

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self.change(begin)
        try:
            yield
            self.change("commit")
        except BaseException:
            if self._db.in_transaction:
                self.change("rollback")
            raise

    def _trouble(self, error: sqlite3.Error) -> StoreError:
        if _is_damage(error):
            return self._damaged()
        if _code(error) == sqlite3.SQLITE_BUSY:
            return StoreError("Another Triage is busy with the mail cache. Try again in a minute.")
        return StoreError(
            f"Can't use the mail cache {self._path}: {error}. Nothing precious is in it; free some space and try again."
        )

    def _damaged(self) -> StoreError:
        aside = _set_aside(self._path, self._now)
        return StoreError(f"The mail cache was damaged. It is kept as {aside}; try again, and mail is read again.")

    def _open_anew(self, schema: int, tables: str) -> sqlite3.Connection:
        """Under the lock, so that no other process does the same."""
        try:
            self.aside = _set_aside(self._path, self._now)
            return _open(self._path, schema, tables)
        except sqlite3.Error as error:
            raise self._trouble(error) from error


def _open(path: Path, schema: int, tables: str) -> sqlite3.Connection:
    path.touch(mode=0o600)
    db = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
    try:
        db.execute("pragma journal_mode = wal")
        db.execute("pragma synchronous = normal")
        if _schema_of(db) != schema:
            _begin_anew(db, schema, tables)
        db.execute("select count(*) from sqlite_master").fetchone()
    except BaseException:
        db.close()
        raise
    return db


def _schema_of(db: sqlite3.Connection) -> int:
    return int(db.execute("pragma user_version").fetchone()[0])


def _begin_anew(db: sqlite3.Connection, schema: int, tables: str) -> None:
    """Make the tables; an older form is not worth a migration. Another process may have been faster."""
    db.execute("begin immediate")
    if _schema_of(db) != schema:
        names = db.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
        for (name,) in names.fetchall():
            db.execute(f'drop table "{name}"')
        for statement in tables.split(";"):
            db.execute(statement)
        db.execute(f"pragma user_version = {schema}")
    db.execute("commit")


def _set_aside(path: Path, at: datetime) -> Path:
    aside = set_aside(path, at)
    for ending in _BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            with disk_trouble("set aside", beside):
                beside.rename(aside.with_name(aside.name + ending))
    return aside


def _is_damage(error: sqlite3.Error) -> bool:
    return _code(error) in _DAMAGE


def _code(error: sqlite3.Error) -> int:
    """SQLite's own number, without what further distinguishes it; 0 where Python itself complains."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
