"""The mail cache in trouble: damage costs a new read and is said, a full disk leaves what was there."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.cached import put
from tests.support.disk import fail, room_for
from tests.support.stories import START, mail
from triage.model.message import Words
from triage.store import cache as module
from triage.store.cache import Cache
from triage.store.files import StoreError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "mail.cache"


@pytest.fixture
def cache(path: Path) -> Iterator[Cache]:
    with closing(Cache(path, START)) as opened:
        yield opened


def damaged_page(path: Path) -> None:
    """Spoil what comes after the first page: it opens well, and the damage shows when it is read."""
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))


@pytest.mark.parametrize("damage", [b"garbage" * 2000, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    with closing(Cache(path, START)) as cache:
        put(cache, mail(0))
        assert len(cache.messages()) == 1
        aside = path.with_name("mail.cache.damaged-20260302-000000")
        assert cache.warnings == [f"The mail cache was damaged. It is kept as {aside}; mail is read again."]
        assert aside.read_bytes() == damage
    with closing(Cache(path, START)) as cache:
        assert (len(cache.messages()), cache.warnings) == (1, [])


def test_a_truncated_file_is_set_aside(path: Path, cache: Cache) -> None:
    put(cache, *(mail(number) for number in range(200)))
    cache.close()
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    with closing(Cache(path, START)) as again:
        assert (again.messages(), len(again.warnings)) == ([], 1)


def test_damage_that_shows_later_is_said_and_the_next_begins_anew(path: Path, cache: Cache) -> None:
    put(cache, *(mail(number) for number in range(200)))
    cache.close()
    damaged_page(path)
    with (
        closing(Cache(path, START)) as damaged,
        pytest.raises(StoreError, match=r"damaged. It is kept as .*; try again"),
    ):
        damaged.messages()
    with closing(Cache(path, START)) as again:
        assert (again.messages(), again.warnings) == ([], [])
        put(again, mail(0))


@pytest.mark.parametrize(
    "spoil",
    ["update folder set role = 'attic'", "update message set envelope = x'00'", "update words set attachments = '[['"],
)
def test_what_cannot_be_understood_is_damage(path: Path, cache: Cache, spoil: str) -> None:
    message = mail(0)
    put(cache, message)
    with cache.writing():
        cache.add_words([(message.key, Words("text", ""))])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(spoil)
    with pytest.raises(StoreError, match="damaged"):
        cache.messages()
    with closing(Cache(path, START)) as again:
        assert again.messages() == []


def test_a_cache_of_another_form_is_emptied(path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    put(cache, mail(0))
    cache.close()
    monkeypatch.setattr(module, "SCHEMA", module.SCHEMA + 1)
    for count in (0, 1):
        with closing(Cache(path, START)) as again:
            assert (len(again.messages()), again.warnings) == (count, [])
            put(again, mail(0))


def test_a_full_disk_is_said_and_leaves_what_was_there(path: Path, cache: Cache) -> None:
    put(cache, mail(0))
    size = max(file.stat().st_size for file in path.parent.iterdir())
    with room_for(size + 4096), pytest.raises(StoreError, match=r"Can't use the mail cache .*try again"):
        put(cache, *(mail(number, subject="x" * 900) for number in range(200)), first=2)
    assert len(cache.messages()) == 1
    put(cache, mail(1), first=2)
    assert len(cache.messages()) == 2


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "mail.cache").mkdir()
    for path, why in (
        (tmp_path / "file" / "mail.cache", "Can't make the folder"),
        (tmp_path / "mail.cache", "Can't use"),
    ):
        with pytest.raises(StoreError, match=why):
            Cache(path, START)
    fail(monkeypatch, "open", errno.EROFS)
    with pytest.raises(StoreError, match=r"Can't open .*read-only file system.* --data"):
        Cache(tmp_path / "other.cache", START)


def test_a_wait_for_another_writer_that_takes_too_long_is_said(path: Path, cache: Cache) -> None:
    put(cache, mail(0))
    with closing(Cache(path, START)) as other:
        other._db._db.execute("pragma busy_timeout = 0")
        with cache.writing(), pytest.raises(StoreError, match="Another Triage is busy"):
            put(other, mail(1))
        put(other, mail(1), first=2)
