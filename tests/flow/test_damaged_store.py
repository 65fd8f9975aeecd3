"""Disks that are full or closed and files that are damaged: a sentence, the right status, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.support.disk import room_for
from tests.support.flows import Home, put
from tests.support.memory_mailbox import MemoryServer
from tests.support.settings_text import settings_text
from tests.support.shell import triage
from triage.desk.port import DeskError


@pytest.fixture
def server() -> MemoryServer:
    return MemoryServer()


@pytest.fixture
def home(server: MemoryServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home whose program reads from the memory: one thread that is done and one that waits."""
    home = Home(tmp_path, {"work": server}, now=24 * 30)
    monkeypatch.setattr("triage.mail.accounts.connect", home.connect)
    put(server, 0, subject="Old")
    put(server, 24 * 29, subject="New")
    home.read()
    home.desk().settle_older(home.now, 7)
    home.desk().refresh()
    return home


def lanes(home: Home) -> dict[str, tuple[str, str | None]]:
    return {name: (thread["lane"], thread["reason"]) for name, thread in home.threads().items()}


KEPT = {"Old": ("rest", "done"), "New": ("due_soon", None)}


@contextmanager
def small_disk(home: Home) -> Iterator[None]:
    """The data folder on a disk of its own, which is full."""
    kept = home.data.rename(home.folder / "kept")
    home.data.mkdir()
    size = sum(path.stat().st_size for path in kept.iterdir()) + 100_000
    mount(home.data, f"size={size}")
    try:
        shutil.copytree(kept, home.data, dirs_exist_ok=True)
        yield
        shutil.copytree(home.data, kept, dirs_exist_ok=True)
    finally:
        subprocess.run(["umount", home.data], check=True)
        home.data.rmdir()
        kept.rename(home.data)


def small_files(home: Home) -> AbstractContextManager[None]:
    """No file can grow much."""
    return room_for((home.data / "mail.cache").stat().st_size + 20_000)


@pytest.mark.parametrize("full", [small_disk, small_files])
def test_a_full_disk(home: Home, server: MemoryServer, full: Callable[[Home], AbstractContextManager[None]]) -> None:
    for number in range(600):
        put(server, 24 * 28, frm=f"a@c{number}.example", subject=f"{number} {'x' * 300}", id=f"{number}@mail.example")
    record = (home.data / "tracking.json").read_bytes()
    with full(home):
        status, said, complained = home.triage("sync")
        assert (status, said) == (4, "")
        assert complained.startswith("Can't use the mail cache")
        assert complained.endswith("free some space and try again.\n")
        assert lanes(home) == KEPT
    assert lanes(home) == KEPT
    assert (home.data / "tracking.json").read_bytes() == record
    assert home.triage("sync") == (0, "", "")
    assert len(home.threads()) == 602


def test_a_disk_with_no_room_at_all(home: Home, server: MemoryServer) -> None:
    put(server, 24 * 29 + 1, subject="Newer")
    before = {path.name: path.read_bytes() for path in home.data.iterdir()}
    with room_for(64):
        status, said, complained = home.triage("sync")
        assert (status, said) == (4, "")
        assert len(complained.splitlines()) == 1
        with pytest.raises(DeskError, match="Can't"):
            home.desk().undo()
        assert lanes(home) == KEPT
    assert {name: (home.data / name).read_bytes() for name in before} == before
    assert home.triage("sync") == (0, "", "")
    assert {*home.threads()} == {"Old", "New", "Newer"}


@pytest.mark.parametrize("damage", [b"", b"not a database" * 400, None], ids=["empty", "garbage", "a page"])
def test_a_damaged_mail_cache(home: Home, damage: bytes | None) -> None:
    cache = home.data / "mail.cache"
    source = cache.read_bytes()
    cache.write_bytes(source[:4096] + b"\xff" * 4096 + source[8192:] if damage is None else damage)
    assert lanes(home) == KEPT
    status, said, complained = home.triage("sync")
    if status:
        assert status == 4
        assert complained.endswith("try again, and mail is read again.\n")
        status, said, complained = home.triage("sync")
    assert (status, said) == (0, "")
    assert lanes(home) == KEPT
    kept = [*home.data.glob("mail.cache.damaged-*")]
    assert bool(kept) == (damage != b"")
    if damage:
        assert complained == f"The mail cache was damaged. It is kept as {kept[0]}; mail is read again.\n"
        assert kept[0].read_bytes() == damage


@pytest.mark.parametrize("damage", [b"", b'{"acts": {"1"', b"[]", b"\xff\x00"])
def test_a_damaged_record_of_acts(home: Home, damage: bytes) -> None:
    home.desk().undo()
    home.desk().settle_older(home.now, 7)
    (home.data / "tracking.json").write_bytes(damage)
    status, said, complained = home.triage("sync")
    [kept] = home.data.glob("tracking.json.damaged-*")
    assert (status, said) == (0, "")
    assert complained == (
        f"The record of your acts was damaged. It is kept as {kept}; its backup is used now. Your last act may be"
        " missing.\n"
    )
    assert kept.read_bytes() == damage
    assert lanes(home) == {**KEPT, "Old": ("overdue", None)}


@pytest.mark.parametrize(
    "damage", [b"", b"triage-due\t1\n", b"\xff" * 90, None], ids=["empty", "head", "garbage", "cut"]
)
@pytest.mark.parametrize("command", [("--overdue", "--count"), ("list", "--json")], ids=["check", "list"])
def test_a_damaged_due_file(home: Home, damage: bytes | None, command: tuple[str, ...]) -> None:
    due = home.data / "due"
    whole = due.read_bytes()
    right = home.triage(*command, "--at", home.now.isoformat())
    due.write_bytes(whole[:-20] if damage is None else damage)
    assert home.triage(*command, "--at", home.now.isoformat()) == right
    assert len(due.read_bytes().splitlines()) == len(whole.splitlines())


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(settings_text(), "utf-8")
    closed = tmp_path / "closed"
    with read_only(closed):
        for command in (["sync"], ["--overdue"], ["list"]):
            done = triage(
                tmp_path, *command, "--config", str(tmp_path / "settings.toml"), "--data", str(closed / "data")
            )
            assert (done.status, done.said) == (4, "")
            assert done.complained.startswith(f"Can't make the folder {closed / 'data'}: ")
            assert len(done.complained.splitlines()) == 1


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder that takes no files: root, who may write everywhere, needs a disk for that."""
    folder.mkdir(mode=0o500)
    if os.getuid():
        yield
        return
    mount(folder, "ro")
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def mount(folder: Path, options: str) -> None:
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("only root may mount a disk")
