"""Rows, clocks and due files for tests, by hand, with hours from the start of the story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from tests.support.stories import CLIENT, START, hours
from triage.model.clock import Clock, ClockKind, Lane, Reason
from triage.model.message import Address
from triage.model.row import Row
from triage.store.due_file import DueHeader, file_stamp, write_due_file

FRESH = {"work": START}


def clock(
    kind: str = "reply", since: float = 0, due: float | None = None, *, soon: float | None = None, who: str = CLIENT
) -> Clock:
    """A clock, all times in hours from the start; it is due after 24 and counts as due soon four hours before that."""
    due = since + 24 if due is None else due
    return Clock(ClockKind(kind), who, hours(since), hours(due - 4 if soon is None else soon), hours(due))


def row(*clocks: Clock, id: str = "t1", last: float = 0, client: Address | None = None, **facts: object) -> Row:
    """A thread's row; what is not told is as plain as can be, and it rests as done where it has no clock."""
    told: dict[str, object] = {
        "accounts": ("work",),
        "subject": "Logo",
        "resting": Lane.THEIRS if clocks else Lane.REST,
        "reason": None if clocks else Reason.DONE,
        "asked": min((one.since for one in clocks), default=None),
        "snoozed": None,
        "count": 1,
        "unread": False,
        "text": "",
        "marks": (),
        "messages": (f"{id}@mail.example",),
    }
    return Row(id=id, clocks=clocks, client=client or Address("Ann", CLIENT), last=hours(last), **(told | facts))  # type: ignore[arg-type]


def due_header(
    settings: Path | str = "/settings.toml",
    read: Mapping[str, datetime | None] = FRESH,
    *,
    reply_within: timedelta = timedelta(hours=24),
    stale_after: timedelta = timedelta(hours=1),
    tracking: Path | None = None,
) -> DueHeader:
    """A header that fits the settings file, and the tracked record if there is one, as they are now."""
    stamps = file_stamp(str(settings)), file_stamp(str(tracking)) if tracking else ""
    return DueHeader(START, reply_within, stale_after, str(settings), *stamps, read)


def due_lines(path: Path, rows: Iterable[Row]) -> list[str]:
    """The due file of these rows, written to `path`: its header and its lines."""
    write_due_file(path, due_header(), rows)
    with path.open(encoding="utf-8", newline="\n") as file:
        return file.readlines()
