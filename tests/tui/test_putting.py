"""Rows that a deed has changed stand where a page worked out anew would have them, and cost next to nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.still_desk import HOUR, NOW, StillDesk, row
from triage.model.act import Tone
from triage.model.clock import Clock, ClockKind, Lane, Reason
from triage.model.row import Row
from triage.rules.ranking import ranked_at
from triage.tui.board import Board, Look, Page
from triage.tui.putting import put_rows

ROWS = [
    *(row(f"w{place}", wait=wait, tone=Tone.CALM) for place, wait in enumerate((31, 26, 22, 21, 9, 8, 3))),
    row("theirs", resting=Lane.THEIRS, reason=None, last=NOW - timedelta(days=9)),
    *(row(f"r{place}", last=NOW - timedelta(days=place)) for place in range(1, 6)),
    row("asleep", wait=20, snoozed=NOW + 9 * HOUR),
]
LOOKS = [
    Look(),
    Look(unfolded=frozenset({Lane.REST, Lane.THEIRS})),
    Look(lane=Lane.WAITING),
    Look(lane=Lane.REST),
    Look(words="hello"),
    Look(tone=Tone.CALM),
    Look(mark="complaint"),
]


def done(one: Row) -> Row:
    return replace(one, clocks=(), resting=Lane.REST, reason=Reason.DONE)


def acknowledged(one: Row) -> Row:
    return replace(one, clocks=(Clock(ClockKind.ANSWER, "x", NOW, NOW + 20 * HOUR, NOW + 24 * HOUR),))


CHANGES = (
    done,
    acknowledged,
    lambda one: replace(one, snoozed=NOW + 5 * HOUR),
    lambda one: replace(one, tone=Tone.ANGRY, marks=("complaint",)),
    lambda one: replace(one, text="Bye"),
)


def shown(page: Page) -> dict[Lane, tuple[int, bool, list[str]]]:
    return {lane.lane: (lane.count, lane.folded, [one.row.id for one in lane.rows]) for lane in page.lanes}


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(LOOKS), st.lists(st.tuples(st.sampled_from(ROWS), st.sampled_from(CHANGES)), min_size=1, max_size=4)
)
def test_it_is_the_page_that_would_be_worked_out(look: Look, changes: list[tuple[Row, object]]) -> None:
    board = Board(StillDesk(ROWS).inbox())
    page = board.page(NOW, look)
    rows = list({one.id: change(one) for one, change in changes}.values())  # type: ignore[operator]  # one of CHANGES
    found = put_rows(page, rows, NOW, look, lambda thread_id: ranked_at(board.row(thread_id), NOW).standing.lane)  # type: ignore[arg-type]  # all are there
    board.put(rows)
    expected = board.page(NOW, look)
    assert shown(found) == shown(expected)
    assert {lane: count for lane, count in found.counts.items() if count} == dict(expected.counts)
    if not look.narrowed:
        assert (found.next and found.next.row.id) == (expected.next and expected.next.row.id)


def test_before_all_rows_are_known_what_is_not_counted_is_left_out() -> None:
    page = Board(StillDesk(ROWS[:3]).inbox()).page(NOW, Look())
    found = put_rows(page, [done(ROWS[5])], NOW, Look(), lambda _: None)
    assert found.counts.get(Lane.REST, 0) == 0


def test_a_snoozed_row_rests_among_the_others_by_its_last_mail() -> None:
    page = Board(StillDesk(ROWS).inbox()).page(NOW, Look(unfolded=frozenset({Lane.REST})))
    assert shown(page)[Lane.REST][2] == ["asleep", "r1", "r2", "r3", "r4", "r5"]
    assert Board(StillDesk(ROWS).inbox()).page(NOW + 10 * HOUR, Look()).counts[Lane.REST] == 5


@pytest.mark.parametrize("look", LOOKS[:2])
def test_ten_thousand_rows_take_milliseconds(look: Look) -> None:
    rows = [row(f"t{place}", wait=place % 90 / 3) for place in range(10_000)]
    page = Board(StillDesk(rows).inbox()).page(NOW, look)
    times = []
    for place in range(5):
        start = perf_counter()
        put_rows(page, [done(rows[place])], NOW, look, lambda _: Lane.WAITING)
        times.append(perf_counter() - start)
    assert min(times) < 0.01
