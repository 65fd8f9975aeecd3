"""Hour by hour over a year, the quick check names what the list shows past the rule, with the same figures."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.bench.year import disagreements
from tests.support.rows import due_header
from tests.support.stories import hours
from tests.support.year import HOURS, a_year_of_rows
from triage.model.clock import Lane
from triage.model.row import Row
from triage.rules.ranking import Timetable
from triage.store.due_file import write_due_file

THREADS = 40


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return a_year_of_rows(THREADS, seed=1)


def test_the_quick_check_and_the_list_agree_at_every_hour_of_a_year(tmp_path: Path, rows: list[Row]) -> None:
    write_due_file(tmp_path / "due", due_header(), rows)
    assert list(disagreements(tmp_path / "due", hours(-24), HOURS + 48)) == []


def test_a_disagreement_would_be_found(tmp_path: Path, rows: list[Row], monkeypatch: pytest.MonkeyPatch) -> None:
    write_due_file(tmp_path / "due", due_header(), rows)
    monkeypatch.setattr("triage.overdue.lane_of", lambda clock, resting, at: "waiting")
    assert any("the lane of the list" in line for line in disagreements(tmp_path / "due", hours(2000), 24))


def test_the_year_has_every_clock_and_lane(rows: list[Row]) -> None:
    kinds = Counter(clock.kind for row in rows for clock in row.clocks)
    assert len(kinds) == 5
    table = Timetable(rows)
    lanes = {lane for hour in range(0, HOURS, 12) for lane in table.at(hours(hour)).lanes}
    assert lanes == set(Lane)
    assert any(row.snoozed for row in rows)
