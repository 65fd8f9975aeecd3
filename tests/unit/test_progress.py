"""Progress: one line that is drawn over on a terminal; on anything else only what could not be read is told."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
import time_machine

from tests.support.stories import START, hours
from triage.model.events import AccountRead, ReadFailed, ReadProgress, Unreadable
from triage.progress import Progress, progress_line
from triage.report import cell_width

CLEAR = "\r\x1b[K"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(params=[Terminal, io.StringIO], ids=["terminal", "pipe"])
def stream(request: pytest.FixtureRequest) -> io.StringIO:
    return request.param()  # type: ignore[no-any-return]


def reading(done: int, total: int = 36584, account: str = "work", stage: str = "headers") -> ReadProgress:
    return ReadProgress(account, stage, done, total, START)


def ended(account: str = "work", *unreadable: Unreadable) -> AccountRead:
    return AccountRead(account, hours(1), 1, 0, unreadable)


def screen(written: str) -> list[str]:
    """What stays to be seen of a terminal's text: the lines, each as it was drawn last."""
    return [line.split(CLEAR)[-1] for line in written.split("\n")]


@pytest.mark.parametrize(
    ("done", "seconds", "line"),
    [
        (0, 9, "work: reading 0 of 36 584"),
        (500, 0.5, "work: reading 500 of 36 584"),
        (12000, 3, "work: reading 12 000 of 36 584 · 4 000/s · 6 s left"),
        (36584, 9, "work: reading 36 584 of 36 584 · 4 064/s · 0 s left"),
        (1, 10, "work: reading 1 of 36 584 · 0/s · 4 d left"),
        (10000, 60, "work: reading 10 000 of 36 584 · 166/s · 2 min left"),
        (5, -5, "work: reading 5 of 36 584"),
    ],
)
def test_how_far_how_fast_how_long_still(done: int, seconds: float, line: str) -> None:
    assert progress_line(reading(done), START + timedelta(seconds=seconds)) == line


def test_bodies_are_told_as_texts() -> None:
    assert progress_line(reading(0, 7, stage="words"), START) == "work: texts 0 of 7"


@time_machine.travel(START, tick=False)
def test_a_terminal_shows_every_account_that_is_read() -> None:
    stream = Terminal()
    with Progress(stream) as progress:
        progress.tell(reading(1, 9))
        progress.tell(reading(2, 9, "shop"))
        assert screen(stream.getvalue()) == ["work: reading 1 of 9 · shop: reading 2 of 9"]
        progress.tell(ended())
        assert screen(stream.getvalue()) == ["shop: reading 2 of 9"]
        progress.tell(ReadFailed("shop", START, "no", permanent=True))
        assert screen(stream.getvalue()) == [""]


@time_machine.travel(START, tick=False)
def test_a_terminal_is_left_clean_when_reading_breaks_off() -> None:
    stream = Terminal()
    progress = Progress(stream)
    progress.tell(reading(1, 9))
    progress.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert screen(stream.getvalue()) == [""]


@time_machine.travel(START, tick=False)
def test_a_line_never_goes_on_in_the_next_row() -> None:
    stream = Terminal()
    with Progress(stream) as progress:
        for account in ("робота", "shop", "agency", "studio", "印刷"):
            progress.tell(reading(1, 99, account))
        (line,) = screen(stream.getvalue())
    assert cell_width(line) < 120
    assert line.endswith("…")


def test_anything_else_hears_nothing_of_progress() -> None:
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress.tell(reading(1, 9))
        progress.tell(ended())
    assert stream.getvalue() == ""


def test_what_could_not_be_read_is_counted_and_named(stream: io.StringIO) -> None:
    unreadable = [Unreadable("work", "IN\x1b[2JBOX\u202e", uid, "ValueError") for uid in range(1, 8)]
    with Progress(stream) as progress:
        progress.tell(ended("work", *unreadable))
        progress.tell(ended("shop", unreadable[0]))
    told = [line for line in screen(stream.getvalue()) if line]
    places = ", ".join(f"IN�[2JBOX� UID {uid}" for uid in range(1, 6))
    assert told == [
        f"work: 7 could not be read: {places} and 2 more.",
        "shop: 1 could not be read: IN�[2JBOX� UID 1.",
    ]
