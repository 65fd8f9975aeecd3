"""The precious file: TinyDB over a Storage that writes whole files, under one lock between processes.

Readers need no lock: the file is always a complete one. A writer takes the lock, reads what is there now, changes it
and puts the new file in place; the one before it stays as the backup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from threading import get_ident
from typing import Any

import orjson
from tinydb.storages import Storage
from tinydb.table import Table

from triage.store.files import StoreError, copy_aside, disk_trouble, make_private_folder, set_aside, write_whole
from triage.store.locking import locked

SCHEMA = 1
Tables = dict[str, dict[str, Any]]
_Stamp = tuple[int, int, int]
MIGRATIONS: dict[int, Callable[[Tables], Tables]] = {}


class WholeFile(Storage):
    """A TinyDB storage: reads are cached by the file's identity, writes replace the file and keep a backup."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.backup = path.with_name(path.name + ".backup")
        self._known: tuple[_Stamp, Tables] | None = None
        self._gathering: int | None = None
        self._gathered: Tables | None = None
        self._written: Tables | None = None

    def read(self) -> Tables | None:
        """All tables, or None where there is no file yet; raises StoreError and ValueError (damaged)."""
        if self._gathering == get_ident():
            if self._gathered is None:
                # TinyDB puts its new tables into what it was given; others must not see them before they count.
                self._gathered = dict(self._committed() or {})
            return self._gathered
        return self._committed()

    def _committed(self) -> Tables | None:
        with disk_trouble("read", self.path):
            try:
                stamp = self._stamp()
                known = self._known
                if known is None or known[0] != stamp:
                    known = self._known = (stamp, read_tables(self.path.read_bytes()))
            except FileNotFoundError:
                return None
            return known[1]

    def write(self, data: Tables) -> None:
        """Put the new file in place, durably; inside `gathering` that comes at its end. Raises StoreError."""
        if self._gathering == get_ident():
            self._gathered = self._written = data
            return
        self._known = None
        write_whole(self.path, orjson.dumps(data, option=orjson.OPT_NON_STR_KEYS), backup=self.backup)
        with disk_trouble("read", self.path):
            self._known = (self._stamp(), data)

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """All writes of this thread inside become one, or none where an error ends it. Raises StoreError.

        Hold the lock; other threads see what was there before.
        """
        self._gathering = get_ident()
        try:
            yield
        except BaseException:
            self._known = None
            self._end()
            raise
        written = self._end()
        if written is not None:
            self.write(written)

    def _end(self) -> Tables | None:
        """What was written since the gathering began."""
        written = self._written
        self._gathering = self._gathered = self._written = None
        return written

    def _stamp(self) -> _Stamp:
        stat = self.path.stat()
        return (stat.st_mtime_ns, stat.st_size, stat.st_ino)


def read_tables(data: bytes) -> Tables:
    """The tables in these bytes; raises ValueError where they are not a tracking file."""
    tables = orjson.loads(data)
    if not isinstance(tables, dict) or not all(_is_table(table) for table in tables.values()):
        raise ValueError("not a tracking file")
    return tables


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        number.isdecimal() and isinstance(document, dict) for number, document in table.items()
    )


def schema_of(tables: Tables | None) -> int:
    """The schema number in a file's tables; raises ValueError where it is none."""
    schema = (tables or {}).get("meta", {}).get("1", {}).get("schema", SCHEMA)
    if not isinstance(schema, int):
        raise ValueError("not a schema number")  # noqa: TRY004 - damaged, as any other wrong byte
    return schema


class GrowingTable(Table):
    """A table of TinyDB that grows without its documents being copied: an act is to be durable in milliseconds."""

    def append(self, documents: Iterable[Mapping[str, Any]]) -> None:
        """Add documents behind those that are there; numbers rise in the order of writing."""
        tables = self._storage.read() or {}
        known = tables.get(self.name, {})
        last = int(next(reversed(known), "0"))
        fresh = {str(number): dict(document) for number, document in enumerate(documents, last + 1)}
        self._storage.write({**tables, self.name: {**known, **fresh}})


class Tracking:
    """The tracked record of one data folder."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        """`now` only names a damaged file that is set aside."""
        self.path = path
        self.warnings: list[str] = []
        self._now = now
        self._storage = WholeFile(path)

    def documents(self, name: str) -> dict[str, Any]:
        """A table as it lies in the file: number → document, in the order of writing; to be read only.

        Raises StoreError.
        """
        self.table(name)
        return (self._storage.read() or {}).get(name, {})

    def table(self, name: str) -> GrowingTable:
        """A table to read from, as the file is now. Raises StoreError."""
        try:
            is_ready = self._checked_schema(self._storage.read()) == SCHEMA
        except ValueError:
            is_ready = False
        if not is_ready:
            with self._lock():
                self._mend()
        return self._fresh_table(name)

    @contextmanager
    def changing(self) -> Iterator[Callable[[str], GrowingTable]]:
        """Hold the lock; inside, tables show the newest state and may be changed. Raises StoreError.

        All that is changed inside is one durable write at the end.
        """
        make_private_folder(self.path.parent)
        with self._lock():
            self._mend()
            with self._storage.gathering():
                yield self._fresh_table

    def _lock(self) -> AbstractContextManager[None]:
        return locked(self.path.with_name(self.path.name + ".lock"))

    def _fresh_table(self, name: str) -> GrowingTable:
        # A new one each time: it remembers a number that another process may have taken meanwhile.
        return GrowingTable(self._storage, name, cache_size=0)

    def _checked_schema(self, tables: Tables | None) -> int:
        schema = schema_of(tables)
        if schema > SCHEMA:
            raise StoreError(f"{self.path} was written by a newer Triage (schema {schema}): update Triage to read it.")
        return schema

    def _mend(self) -> None:
        """Under the lock: set a damaged file aside and go on from the backup; bring an older schema up to date."""
        try:
            tables = self._storage.read()
            schema = self._checked_schema(tables)
        except ValueError:
            tables = self._restore()
            schema = self._checked_schema(tables)
        if tables is not None and schema == SCHEMA and "meta" in tables:
            return
        tables = tables or {}
        for number in range(schema, SCHEMA):
            tables = MIGRATIONS[number](tables)
        self._storage.write({**tables, "meta": {"1": {"schema": SCHEMA}}})

    def _restore(self) -> Tables | None:
        """Under the lock; a kill in the middle leaves the damaged file in its place, or the backup's state."""
        try:
            backup = self._storage.backup.read_bytes()
            tables = read_tables(backup)
            schema_of(tables)
        except (OSError, ValueError):
            aside = set_aside(self.path, self._now())
            self.warnings.append(f"The record of your acts was damaged. It is kept as {aside}; a new one is begun.")
            return None
        aside = copy_aside(self.path, self._now())
        write_whole(self.path, backup)
        self.warnings.append(
            f"The record of your acts was damaged. It is kept as {aside}; its backup is used now. Your last act may be"
            " missing."
        )
        return tables
