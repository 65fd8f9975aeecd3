"""Where a thread stands and in which order: by table, and the same for rows and for the quick check, whatever runs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from tests.support.random_rows import inboxes, moments
from tests.support.rows import clock, due_lines, row
from tests.support.stories import hours
from triage.model.clock import Clock, Lane
from triage.model.row import Row
from triage.overdue import search
from triage.rules.ranking import rank, stand
from triage.rules.standing import DECIDING, LANES
from triage.store.due_reader import Header

MANY = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
REPLY = clock("reply", 0, 24)


@pytest.mark.parametrize(
    ("clocks", "at", "lane", "decides"),
    [
        ((REPLY,), 0, "waiting", "reply"),
        ((REPLY,), 19.99, "waiting", "reply"),
        ((REPLY,), 20, "due_soon", "reply"),
        ((REPLY,), 24, "due_soon", "reply"),
        ((REPLY,), 24 + 1 / 3600, "overdue", "reply"),
        ((REPLY,), -1, "theirs", None),
        ((clock("answer", 0, 24),), 1, "owed", "answer"),
        ((clock("answer", 0, 24),), 20, "due_soon", "answer"),
        ((clock("answer", 0, 24),), 25, "overdue", "answer"),
        ((clock("promise", 0, 24),), 1, "owed", "promise"),
        ((clock("promise", 0, 24),), 25, "overdue", "promise"),
        ((clock("contact", 0, 24),), 1, "contact", "contact"),
        ((clock("contact", 0, 24),), 25, "contact", "contact"),
        ((clock("nudge", 0, 24),), 25, "theirs", "nudge"),
        ((clock("contact", 0, 24), clock("nudge", 0, 20)), 25, "theirs", "nudge"),
        ((clock("contact", 0, 5), clock("reply", 0, 48)), 25, "waiting", "reply"),
        ((clock("nudge", 0, 5), clock("promise", 0, 48)), 25, "owed", "promise"),
        ((clock("contact", 0, 5), clock("reply", 30, 54)), 25, "contact", "contact"),
        ((clock("answer", 1, 30), clock("reply", 12, 36)), 20, "owed", "answer"),
        ((clock("answer", 1, 30), clock("reply", 2, 26)), 23, "due_soon", "reply"),
        ((clock("reply", 0, 24, who="a"), clock("reply", 0, 4, who="b")), 5, "overdue", "reply"),
        ((), 5, "rest", None),
    ],
)
def test_lane_and_deciding_clock(clocks: tuple[Clock, ...], at: float, lane: str, decides: str | None) -> None:
    standing = stand(row(*clocks), hours(at))
    assert (standing.lane, standing.clock and standing.clock.kind) == (lane, decides)


@pytest.mark.parametrize(
    ("kind", "at", "figures"),
    [
        ("reply", 20, (72000, 86400, None)),
        ("reply", 31, (111600, 86400, 25200)),
        ("contact", 31, (111600, 86400, None)),
    ],
)
def test_figures_are_whole_seconds(kind: str, at: float, figures: tuple[int, int, int | None]) -> None:
    standing = stand(row(clock(kind)), hours(at))
    assert (standing.waited, standing.limit, standing.over) == figures


def test_the_worst_of_several_parties_is_the_one_shown() -> None:
    standing = stand(row(clock(since=0, who="a"), clock(since=0, due=2, who="b")), hours(1))
    assert standing.clock is not None
    assert standing.clock.who == "b"


@pytest.mark.parametrize(
    ("at", "order"),
    [
        pytest.param(100, "short long later new old", id="overdue"),
        pytest.param(23, "short long later new old", id="overdue, and due soon"),
        pytest.param(-1, "short long later new old", id="nothing runs yet: the newest first"),
    ],
)
def test_order_is_by_lane_then_by_share_of_the_limit(at: float, order: str) -> None:
    rows = [
        row(clock(since=4, due=28), id="later"),
        row(clock(since=0, due=24), id="long", last=2),
        row(clock(since=0, due=2), id="short", last=3),
        row(id="old", last=-30),
        row(id="new", last=9),
    ]
    assert [ranked.row.id for ranked in rank(rows, hours(at))] == order.split()


def test_equal_shares_stand_by_since() -> None:
    rows = [row(clock(since=12, due=24), id="half a day"), row(clock(since=0, due=48), id="two days")]
    assert [ranked.row.id for ranked in rank(rows, hours(16))] == ["two days", "half a day"]


@MANY
@given(rows=inboxes, at=moments)
def test_the_order_is_total(rows: list[Row], at: datetime) -> None:
    forwards, backwards = rank(rows, at), rank(reversed(rows), at)
    assert forwards == backwards
    places = [LANES.index(ranked.standing.lane) for ranked in forwards]
    assert places == sorted(places)


@MANY
@given(rows=inboxes, at=moments)
@example(
    rows=[row(clock(since=50, due=60), clock(since=0, due=90), id="a"), row(clock(since=0, due=70), id="b")],
    at=hours(1),
)
@example(
    rows=[row(clock(since=0, due=1), clock(since=0, due=9), id="a"), row(clock(since=0, due=3), id="b")], at=hours(2)
)
def test_the_quick_check_finds_what_the_list_shows(tmp_path: Path, rows: list[Row], at: datetime) -> None:
    header, *lines = due_lines(tmp_path / "due", rows)
    found = search(Header(header), lines, int(at.timestamp()), None)
    ranked = rank(rows, at)
    assert [thread.id for thread in found.overdue] == [
        one.row.id for one in ranked if one.standing.lane is Lane.OVERDUE
    ]
    assert due_of(found.following and found.following.id, rows, at) == next_due(rows, at)


def next_due(rows: list[Row], at: datetime) -> datetime | None:
    """When the nearest thread is due of those that are not overdue."""
    return min((due for one in rows if (due := due_of(one.id, rows, at)) and due >= at), default=None)


def due_of(thread: str | None, rows: list[Row], at: datetime) -> datetime | None:
    """When a thread is due, by the nearest of its deciding clocks that run."""
    clocks = (one for row in rows if row.id == thread for one in row.clocks)
    return min((one.due for one in clocks if one.kind in DECIDING and one.since <= at), default=None)
