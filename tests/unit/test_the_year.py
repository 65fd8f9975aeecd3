"""Hour by hour over a year, the quick check names what the list shows past the rule, with the same figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.rows import due_lines
from tests.support.stories import hours
from tests.support.year import HOURS, a_year_of_rows
from triage.model.clock import Lane
from triage.model.row import Row
from triage.overdue import search
from triage.report import json_thread
from triage.rules.ranking import Timetable
from triage.rules.standing import DECIDING
from triage.store.due_reader import Header

Figures = tuple[object, ...]
THREADS = 40


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return a_year_of_rows(THREADS, seed=1)


def test_the_quick_check_and_the_list_agree_at_every_hour_of_a_year(tmp_path: Path, rows: list[Row]) -> None:
    header, *lines = due_lines(tmp_path / "due", rows)
    head = Header(header)
    listed, awake = Timetable(rows), Timetable([replace(row, snoozed=None) for row in rows])
    for hour in range(-24, HOURS, 1):
        now = hours(hour)
        at = int(now.timestamp())
        told = [
            json_thread(thread, at, listed=False) for thread in search(head, lines, at, None, everything=True).overdue
        ]
        found = [tuple(one[name] for name in ("id", "clock", "waited", "limit", "over")) for one in told]
        assert found == list(past_due(awake, now)), hour
        hidden = {row.id for row in rows if row.snoozed is not None and now < row.snoozed}
        shown = [one.row.id for one in listed.at(now).lanes.get(Lane.OVERDUE, ())]
        late = [one["id"] for one in told if one["clock"] in DECIDING]
        assert shown == [thread for thread in late if thread not in hidden], hour


def past_due(table: Timetable, now: object) -> Iterator[Figures]:
    for one in table.at(now).rows():  # type: ignore[arg-type]
        standing = one.standing
        if standing.clock is not None and standing.waited > standing.limit:
            yield (one.row.id, standing.clock.kind.value, standing.waited, standing.limit, standing.over)


def test_the_year_has_every_clock_and_lane(rows: list[Row]) -> None:
    kinds = Counter(clock.kind for row in rows for clock in row.clocks)
    assert len(kinds) == 5
    table = Timetable(rows)
    lanes = {lane for hour in range(0, HOURS, 12) for lane in table.at(hours(hour)).lanes}
    assert lanes == set(Lane)
    assert any(row.snoozed for row in rows)
