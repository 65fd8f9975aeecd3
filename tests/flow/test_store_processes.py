"""The store between processes: nobody's act is lost, nobody sees half a file, and kill -9 leaves a whole one."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.rows import due_header, row
from tests.support.stories import START
from triage.model.act import Act, ActKind
from triage.model.inbox import Inbox
from triage.store.cache import Cache
from triage.store.due_file import read_inbox, write_due_file
from triage.store.ledger import Ledger
from triage.store.tracking import Tracking

ROOT = Path(__file__).parents[2]

COMMON = """
import os, signal, sys
from contextlib import closing
from pathlib import Path
from tests.support.rows import due_header, row
from tests.support.stories import START, mail
from triage.model.act import Act, ActKind
from triage.model.message import Role
from triage.store.cache import Cache
from triage.store.due_file import write_due_file
from triage.store.ledger import Ledger
from triage.store.tracking import Tracking

folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

def record(*ids):
    ledger = Ledger(Tracking(folder / "tracking.json", lambda: START))
    for id in ids:
        ledger.record(Act(id, ActKind.DONE, START, (id,)))

def die_at_call_of(function, call):
    real, calls = getattr(os, function), 0
    def counted(*arguments, **named):
        nonlocal calls
        calls += 1
        if calls == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **named)
    setattr(os, function, counted)
"""
RECORD = COMMON + "record(*(f'{name} {number}' for number in range(count)))"
DIE_RECORDING = COMMON + "die_at_call_of(name, count); record('new')"
DIE_READING = COMMON + "die_at_call_of(name, count); Ledger(Tracking(folder / 'tracking.json', lambda: START)).all()"
WRITE_DUE = (
    COMMON
    + """
for number in range(count):
    write_due_file(folder / "due", due_header(), [row(id=f"t{one}") for one in range(number)])
"""
)
DIE_WRITING_DUE = COMMON + "die_at_call_of(name, count); write_due_file(folder / 'due', due_header(), [row(id='new')])"
FILL_CACHE = (
    COMMON
    + """
for number in range(count):
    with closing(Cache(folder / "mail.cache", START)) as cache, cache.writing():
        inbox = cache.begin_folder(name, "INBOX", Role.INBOX, 7)
        cache.add(inbox, [(number + 1, START, False, mail(0, id=f"{number}@{name}.example"))])
"""
)
DIE_FILLING_CACHE = (
    COMMON
    + """
with closing(Cache(folder / "mail.cache", START)) as cache, cache.writing():
    cache.add(cache.begin_folder("work", "INBOX", Role.INBOX, 7), [(9, START, False, mail(0, id="new@mail.example"))])
    os.kill(os.getpid(), signal.SIGKILL)
"""
)


def start(program: str, folder: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", program, str(folder), name, str(count)], cwd=ROOT)


def run_all(program: str, folder: Path, names: Sequence[str], count: int) -> None:
    """One process for each name, all at once."""
    processes = [start(program, folder, name, count) for name in names]
    assert [process.wait() for process in processes] == [0] * len(names)


def watch(process: subprocess.Popen[bytes], look: Callable[[], None]) -> None:
    """Look again and again for as long as the process runs, and once afterwards."""
    while process.poll() is None:
        look()
    assert process.returncode == 0
    look()


def kill(program: str, folder: Path, function: str, call: int) -> None:
    assert start(program, folder, function, call).wait() == -signal.SIGKILL


def ledger(folder: Path) -> Ledger:
    return Ledger(Tracking(folder / "tracking.json", lambda: START))


def acts(folder: Path) -> list[str]:
    return [act.id for act in ledger(folder).all()]


def record(folder: Path, *ids: str) -> None:
    for id_ in ids:
        ledger(folder).record(Act(id_, ActKind.DONE, START, (id_,)))


def clutter(folder: Path) -> list[str]:
    """Files that a write has left behind."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_acts_of_several_processes_are_all_there_in_order(tmp_path: Path) -> None:
    run_all(RECORD, tmp_path, "abcd", 50)
    recorded = acts(tmp_path)
    assert len(recorded) == len(set(recorded)) == 200
    for name in "abcd":
        assert [id_ for id_ in recorded if id_.startswith(name)] == [f"{name} {number}" for number in range(50)]
    assert clutter(tmp_path) == []


def test_a_reader_beside_a_writer_sees_whole_files(tmp_path: Path) -> None:
    path, reader, seen = tmp_path / "tracking.json", ledger(tmp_path), [0]

    def look() -> None:
        recorded = [act.id for act in reader.all()]
        assert recorded == [f"a {number}" for number in range(len(recorded))]
        seen.append(len(recorded))
        if path.exists():
            assert json.loads(path.read_bytes())["meta"]

    watch(start(RECORD, tmp_path, "a", 100), look)
    assert seen == sorted(seen)
    assert seen[-1] == 100


def test_a_reader_of_the_due_file_sees_whole_files(tmp_path: Path) -> None:
    write_due_file(tmp_path / "due", due_header(), [])
    seen = []

    def look() -> None:
        inbox = read_inbox(tmp_path / "due")
        assert isinstance(inbox, Inbox)
        assert sorted(one.id for one in inbox.rows) == sorted(f"t{number}" for number in range(len(inbox.rows)))
        seen.append(len(inbox.rows))

    watch(start(WRITE_DUE, tmp_path, "", 200), look)
    assert seen[-1] == 199


@pytest.mark.parametrize(
    ("function", "call", "expected"),
    [
        pytest.param("fdopen", 1, ["old", "older"], id="before a byte is written"),
        pytest.param("fsync", 1, ["old", "older"], id="before it is on the disk"),
        pytest.param("link", 1, ["old", "older"], id="before there is a backup"),
        pytest.param("replace", 1, ["old", "older"], id="before the backup is in place"),
        pytest.param("replace", 2, ["old", "older"], id="before it is in place"),
        pytest.param("fsync", 2, ["old", "older", "new"], id="before its name is on the disk"),
    ],
)
def test_a_kill_in_the_middle_of_a_write(tmp_path: Path, function: str, call: int, expected: list[str]) -> None:
    record(tmp_path, "old", "older")
    kill(DIE_RECORDING, tmp_path, function, call)
    json.loads((tmp_path / "tracking.json").read_bytes())
    assert acts(tmp_path) == expected
    record(tmp_path, "next")
    assert acts(tmp_path) == [*expected, "next"]
    assert clutter(tmp_path) == []


@pytest.mark.parametrize(
    ("function", "call"),
    [
        ("fdopen", 1),
        ("fsync", 1),
        ("replace", 1),
        ("fsync", 2),
        ("fdopen", 2),
        ("fsync", 3),
        ("replace", 2),
        ("fsync", 4),
    ],
)
def test_a_kill_while_a_damaged_file_is_mended(tmp_path: Path, function: str, call: int) -> None:
    record(tmp_path, "old", "older")
    (tmp_path / "tracking.json").write_bytes(b"damaged")
    kill(DIE_READING, tmp_path, function, call)
    assert acts(tmp_path) == ["old"]
    assert b"damaged" in [path.read_bytes() for path in tmp_path.glob("tracking.json.damaged-*")]


@pytest.mark.parametrize(("function", "call"), [("fdopen", 1), ("replace", 1)])
def test_a_kill_while_the_due_file_is_written(tmp_path: Path, function: str, call: int) -> None:
    write_due_file(tmp_path / "due", due_header(), [row(id="old")])
    kill(DIE_WRITING_DUE, tmp_path, function, call)
    inbox = read_inbox(tmp_path / "due")
    assert inbox is not None
    assert [one.id for one in inbox.rows] == ["old"]


def test_several_processes_may_begin_and_fill_one_cache(tmp_path: Path) -> None:
    run_all(FILL_CACHE, tmp_path, ["a", "b", "c", "d"], 10)
    with closing(Cache(tmp_path / "mail.cache", START)) as cache:
        assert {m.key for m in cache.messages()} == {
            f"{number}@{name}.example" for name in "abcd" for number in range(10)
        }
        assert all(len(message.places) == 1 for message in cache.messages())


def test_a_damaged_cache_is_set_aside_once_by_several_processes(tmp_path: Path) -> None:
    (tmp_path / "mail.cache").write_bytes(b"garbage" * 2000)
    run_all(FILL_CACHE, tmp_path, ["a", "b", "c", "d"], 5)
    assert len(list(tmp_path.glob("mail.cache.damaged-*"))) == 1
    with closing(Cache(tmp_path / "mail.cache", START)) as cache:
        assert len({m.key for m in cache.messages()}) == 20


def test_a_kill_in_the_middle_of_filling_the_cache(tmp_path: Path) -> None:
    run_all(FILL_CACHE, tmp_path, ["work"], 3)
    assert start(DIE_FILLING_CACHE, tmp_path, "", 0).wait() == -signal.SIGKILL
    with closing(Cache(tmp_path / "mail.cache", START)) as cache:
        assert len(cache.messages()) == 3
        assert cache.warnings == []
