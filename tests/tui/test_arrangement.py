"""Lines and stops of the list."""

from __future__ import annotations

import pytest

from tests.support.still_desk import NOW, row
from triage.model.clock import Lane
from triage.rules.ranking import rank
from widgets.arrangement import Arrangement, Heading, LaneRows, nearest

WAITING = rank([row("a", wait=9), row("b", wait=8)], NOW)
RESTING = rank([row("r")], NOW)
LANES = (
    LaneRows(Lane.WAITING, 2, WAITING),
    LaneRows(Lane.THEIRS, 7, (), foldable=True, folded=True),
    LaneRows(Lane.REST, 1, RESTING, foldable=True),
)


@pytest.mark.parametrize(("row_lines", "gap", "height"), [(2, 0, 11), (3, 1, 15)])
def test_the_lines_of_all_stops_are_those_that_draw_them(row_lines: int, gap: int, height: int) -> None:
    arranged = Arrangement(LANES, row_lines, gap)
    assert arranged.height == height
    assert list(arranged.spots()) == ["a", "b", Heading(Lane.THEIRS), Heading(Lane.REST), "r"]
    for stop, spot in enumerate(arranged.spots()):
        assert (arranged.spot(stop), arranged.stop_of(spot)) == (spot, stop)
        top, lines = arranged.lines_of(stop)
        assert {arranged.spot_on(line) for line in range(top, top + lines)} == {spot}


def test_rows_not_at_hand_have_lines_but_no_stops() -> None:
    arranged = Arrangement([LaneRows(Lane.WAITING, 500, WAITING), *LANES[1:]])
    assert arranged.height == 1 + 1_000 + 1 + 1 + 1 + 1 + 2
    assert arranged.stops == 5
    assert arranged.spot_on(500) is None


def test_a_thread_named_like_a_lane_is_no_heading() -> None:
    rows = rank([row("rest")], NOW)
    arranged = Arrangement([LaneRows(Lane.REST, 1, rows, foldable=True)])
    assert [arranged.stop_of(spot) for spot in (Heading(Lane.REST), "rest")] == [0, 1]


def test_nothing_at_all() -> None:
    arranged = Arrangement()
    assert (arranged.height, arranged.stops, arranged.spot(0), arranged.spot_on(0)) == (0, 0, None, None)


@pytest.mark.parametrize(
    ("gone", "expected"), [({"a"}, "b"), ({"b"}, Heading(Lane.THEIRS)), ({"a", "b"}, Heading(Lane.THEIRS))]
)
def test_the_cursor_goes_to_the_nearest_following(gone: set[str], expected: object) -> None:
    before = Arrangement(LANES)
    left = [ranked for ranked in WAITING if ranked.row.id not in gone]
    after = Arrangement([LaneRows(Lane.WAITING, len(left), left), *LANES[1:]])
    assert nearest(min(gone), before, after) == expected


def test_the_thumb_reaches_both_ends() -> None:
    arranged = Arrangement([LaneRows(Lane.WAITING, 500, WAITING)])
    assert arranged.thumb(0, 20)[0] == 0
    assert arranged.thumb(arranged.height - 20, 20)[1] == 20
    assert Arrangement(LANES).thumb(0, 20) == (0, 0)
