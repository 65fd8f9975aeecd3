"""A data folder for the quick check, at the 31st hour of the story: two threads are overdue, one is not, one rests."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from tests.support.rows import clock, due_header, row
from tests.support.stories import hours
from triage.model.message import Address
from triage.model.row import Row
from triage.overdue import quick
from triage.store.due_file import write_due_file

NOW = hours(31)
LATE = row(
    clock(since=0), id="t1", client=Address("Olha Kovalenko", "olha@client.example"), subject="Re: Кошторис на логотип"
)
LATER = row(clock(since=5), id="t2", client=Address("", "print@acme.example"), subject="Banner sizes")
SOON = row(clock(since=10), id="t3", client=Address("Jörg Weber", "jw@client.example"), subject="Broschüre")
OTHER = row(clock(since=2), id="t4", accounts=("shop",), subject="Order")
RESTING = row(id="t5", subject="Thanks")


def in_the_31st_hour(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """For a fixture: it is that hour, in UTC, and nothing of this machine's own settings counts."""
    for name in ("NO_COLOR", "TERM", "TRIAGE_DATA", "TRIAGE_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    with time_machine.travel(NOW, tick=False):
        yield
    monkeypatch.undo()
    time.tzset()


class House:
    """A data folder with a due file and the settings that it was made with."""

    def __init__(self, folder: Path) -> None:
        self.settings, self.due, self.tracking = folder / "settings.toml", folder / "due", folder / "tracking.json"
        self.settings.write_text("x = 1\n")
        self.places = ["--config", str(self.settings), "--data", str(folder)]
        self.write(SOON, LATE, RESTING, LATER)

    def write(self, *rows: Row, read: float | None = 30.9, **header: timedelta) -> None:
        """The due file; `read` is the hour in which both accounts were last read."""
        at = None if read is None else hours(read)
        head = due_header(self.settings, {"work": at, "shop": at}, tracking=self.tracking, **header)
        write_due_file(self.due, head, rows)

    def check(self, *arguments: str) -> int | None:
        """The quick check in this process; None where the long way is needed."""
        return quick(["--overdue", *arguments, *self.places])
