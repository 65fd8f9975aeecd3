"""Where a thread stands and in which order: by table, and the same for rows and for the quick check, whatever runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support.random_rows import inboxes, moments, random_rows
from tests.support.rows import clock, due_header, due_lines, row
from tests.support.stories import hours
from triage.desk.glance import glance_at
from triage.model.clock import Clock, Lane, Reason
from triage.model.row import Row
from triage.overdue import search
from triage.report import json_thread
from triage.rules.ranking import Ranking, Timetable, is_before, rank, stand
from triage.rules.standing import DECIDING, LANES
from triage.store.due_file import read_inbox, write_due_file
from triage.store.due_reader import DueThread, Header

AHEAD = (Lane.DUE_SOON, Lane.WAITING, Lane.OWED)
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
def test_case_55_order_is_by_lane_then_by_share_of_the_limit(at: float, order: str) -> None:
    rows = [
        row(clock(since=4, due=28), id="later"),
        row(clock(since=0, due=24), id="long", last=2),
        row(clock(since=0, due=2), id="short", last=3),
        row(id="old", last=-30),
        row(id="new", last=9),
    ]
    assert [ranked.row.id for ranked in rank(rows, hours(at))] == order.split()


def test_what_is_snoozed_stands_among_what_rests_by_its_newest_message() -> None:
    rows = [
        row(clock(since=0, due=1), id="snoozed", last=5, snoozed=hours(30)),
        row(id="older", last=4),
        row(id="newer", last=6),
        row(clock(since=0, due=1), id="back", last=7, snoozed=hours(20)),
    ]
    assert [ranked.row.id for ranked in rank(rows, hours(20))] == ["back", "newer", "snoozed", "older"]


def test_case_55_equal_shares_stand_by_since() -> None:
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
@given(rows=inboxes, others=inboxes, ats=st.lists(moments, min_size=1, max_size=4))
def test_a_timetable_knows_the_order_at_any_moment(rows: list[Row], others: list[Row], ats: list[datetime]) -> None:
    table = Timetable(rows)
    for at in ats:
        assert_ranked(table.at(at), rows, at)
    left = [one for one in rows if one.id not in {other.id for other in others}]
    changed = table.replacing([one.id for one in rows if one not in left], others)
    for at in (ats[0], ats[-1]):
        assert_ranked(changed.at(at), [*left, *others], at)


def assert_ranked(ranking: Ranking, rows: list[Row], at: datetime) -> None:
    """The order is that of each pair, each row's standing its own, and the next one is due before all others ahead."""
    found = list(ranking.rows())
    assert sorted(one.row.id for one in found) == sorted(one.id for one in rows)
    assert all(is_before(one.row, other.row, at) for one, other in pairwise(found))
    assert all(one.standing == stand(one.row, at) for one in found)
    dues = [one.standing.clock.due for one in found if one.standing.clock and one.standing.lane in AHEAD]
    assert (ranking.next and ranking.next.standing.clock and ranking.next.standing.clock.due) == min(dues, default=None)


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
    awake = rank([replace(one, snoozed=None) for one in rows], at)
    assert [thread.id for thread in found.overdue] == [one.row.id for one in awake if one.standing.lane is Lane.OVERDUE]
    shown = [one.row for one in rank(rows, at) if one.standing.reason is not Reason.SNOOZED]
    assert due_of(found.following.id if found.following else None, shown, at) == next_due(shown, at)


@MANY
@given(rows=inboxes, at=moments)
def test_a_glance_counts_what_the_list_shows(tmp_path: Path, rows: list[Row], at: datetime) -> None:
    write_due_file(tmp_path / "due", due_header(), rows)
    inbox = read_inbox(tmp_path / "due")
    assert inbox is not None
    seen, ranked = glance_at(inbox, at, 3), rank(rows, at)
    assert seen.counts == {lane: sum(one.standing.lane is lane for one in ranked) for lane in Lane}
    running = [one for one in ranked if one.standing.clock and one.standing.reason is None]
    assert list(seen.top) == running[:3]


@MANY
@given(one=random_rows, at=moments)
def test_a_snoozed_thread_rests_until_its_end_and_then_stands_as_ever(one: Row, at: datetime) -> None:
    found, awake = stand(one, at), stand(replace(one, snoozed=None), at)
    if one.snoozed is None or at >= one.snoozed:
        assert found == awake
    else:
        assert found == replace(awake, lane=Lane.REST, reason=Reason.SNOOZED)


@MANY
@given(one=random_rows, at=moments)
def test_the_document_tells_what_the_list_shows(tmp_path: Path, one: Row, at: datetime) -> None:
    _, line = due_lines(tmp_path / "due", [one])
    told, found = json_thread(DueThread(line), int(at.timestamp())), stand(one, at)
    assert (told["lane"], told["reason"], told["over"]) == (found.lane, found.reason, found.over)
    assert (told["clock"], told["waited"] or 0) == (found.clock and found.clock.kind, found.waited)


def next_due(rows: list[Row], at: datetime) -> datetime | None:
    """When the nearest thread is due of those that are not overdue."""
    return min((due for one in rows if (due := due_of(one.id, rows, at)) and due >= at), default=None)


def due_of(thread: str | None, rows: list[Row], at: datetime) -> datetime | None:
    """When a thread is due, by the nearest of its deciding clocks that run."""
    clocks = (one for row in rows if row.id == thread for one in row.clocks)
    return min((one.due for one in clocks if one.kind in DECIDING and one.since <= at), default=None)
