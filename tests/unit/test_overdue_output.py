"""The quick check's output: colours where they belong, nothing that steers a terminal, and what it costs to start."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.quick_check import LATE, House, in_the_31st_hour
from tests.support.rows import clock, row
from triage.model.message import Address
from triage.overdue import BROKEN, CALM, OVERDUE, STALE

ROOT = Path(__file__).parents[2]
HOSTILE = "\x1b]0;x\x07\x9b31m\x00\x7f\u202e\u2066\u061cok"


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield from in_the_31st_hour(monkeypatch)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.mark.parametrize(
    ("environment", "terminal", "coloured"),
    [
        ({}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({}, False, False),
    ],
    ids=["terminal", "NO_COLOR", "empty NO_COLOR", "dumb terminal", "pipe"],
)
def test_colours(
    house: House,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    terminal: bool,
    coloured: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert house.check() == OVERDUE
    lines = capsys.readouterr().out.splitlines()
    assert ("\x1b[31m+7 h\x1b[0m" in lines[0], "\x1b" in lines[-1]) == (coloured, coloured)


@pytest.fixture
def forged(house: House) -> House:
    """A due file whose every text holds what steers a terminal."""
    marked = row(
        clock(),
        id="MARK",
        client=Address("MARK", "MARK"),
        subject="MARK",
        accounts=("work",),
        messages=("MARK",),
        marks=("MARK",),
    )
    house.write(marked, LATE)
    house.due.write_text(house.due.read_text().replace("MARK", HOSTILE), newline="\n")
    return house


def steering(text: str) -> set[str]:
    """What in a text is no printable letter and no end of a line."""
    return {letter for letter in text if not letter.isprintable() and letter != "\n"}


def test_no_text_steers_the_terminal(forged: House, capsys: pytest.CaptureFixture[str]) -> None:
    assert forged.check() == OVERDUE
    out = capsys.readouterr().out
    assert "ok" in out
    assert steering(out) == set()


def test_the_document_holds_hostile_text_escaped(forged: House, capsys: pytest.CaptureFixture[str]) -> None:
    assert forged.check("--json") == OVERDUE
    out = capsys.readouterr().out
    assert steering(out) == set()
    assert json.loads(out)["threads"][0]["subject"] == HOSTILE


def test_the_next_one_is_safe_text_as_well(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.write(row(clock(since=20), client=Address("MARK", "")))
    house.due.write_text(house.due.read_text().replace("MARK", HOSTILE), newline="\n")
    assert house.check() == CALM
    assert steering(capsys.readouterr().out) == set()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "koi8-u"])
def test_an_output_that_cannot_say_everything(house: House, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    output = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", output)
    assert house.check() == OVERDUE
    assert house.check("--json") == OVERDUE
    output.flush()
    lines = output.buffer.getvalue().decode(encoding).splitlines()  # type: ignore[attr-defined]
    assert "Olha Kovalenko" in lines[0]
    assert json.loads(lines[-1])["threads"][0]["subject"] == LATE.subject


def run(house: House, *arguments: str, **streams: object) -> subprocess.CompletedProcess[str]:
    """The whole program, in a process of its own, by the real clock."""
    command = [sys.executable, "-m", "triage", "--overdue", *arguments, *house.places]
    return subprocess.run(command, cwd=ROOT, text=True, check=False, **{"capture_output": True, **streams})  # type: ignore[call-overload, no-any-return]


def test_the_process_ends_with_the_status(house: House) -> None:
    done = run(house, "--count", "--at", "2026-03-03T07:00Z")
    assert (done.returncode, done.stdout) == (OVERDUE, "2\n")
    house.write()
    done = run(house)
    assert (done.returncode, done.stdout) == (STALE, "")
    assert done.stderr.startswith("Last read ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk that is always full")
def test_a_full_disk_behind_the_output_is_said(house: House) -> None:
    with Path("/dev/full").open("w") as full:
        done = run(house, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (BROKEN, "Can't write the answer: no space left on device.\n")


def test_a_reader_that_has_gone_is_no_trouble(house: House) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(house, capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (BROKEN, "")


def test_a_real_terminal_gets_colours_and_aligned_columns(house: House) -> None:
    leading, following = os.openpty()
    done = run(house, "--at", "2026-03-03T07:00Z", capture_output=False, stdout=following, stderr=subprocess.PIPE)
    os.close(following)
    with os.fdopen(leading, "rb") as terminal:
        first = terminal.readline().decode()
    assert done.returncode == OVERDUE
    assert (
        first
        == " 31 h  \x1b[31m+7 h\x1b[0m  \x1b[1mOlha Kovalenko    \x1b[0m  Re: Кошторис на логотип  due Tue 00:00\r\n"
    )


def test_it_loads_nothing_heavy(house: House) -> None:
    heavy = "re json datetime argparse pathlib typing dataclasses enum functools textual tinydb sqlite3 orjson msgspec"
    program = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); sys.argv[0] = 'triage'\n"
        "from triage import __main__ as entrance\n"
        f"heavy = {heavy.split()}\n"
        "entrance.leave = lambda status: sys.exit(f'{status} {sorted(set(heavy) & set(sys.modules))}')\n"
        "entrance.main()\n"
    )
    command = [sys.executable, "-S", "-E", "-c", program, str(ROOT), "--overdue", *house.places]
    done = subprocess.run(command, cwd=house.due.parent, capture_output=True, text=True, check=False)
    assert "Olha Kovalenko" in done.stdout
    assert done.stderr.splitlines()[-1] == f"{OVERDUE} []"
