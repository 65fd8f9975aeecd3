"""Rows in the order of the list at a moment, each with its standing (rules.standing does the arithmetic)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from triage.model.clock import Clock, Lane
from triage.model.row import Ranked, Row, Standing
from triage.rules.standing import DECIDING, deciding_clock, lane_of, order_of


def stand(row: Row, now: datetime) -> Standing:
    """Lane and figures of a row at `now`; seconds are whole, `over` only where the lane is overdue."""
    return _rank_one(row, int(now.timestamp()))[1].standing


def rank(rows: Iterable[Row], now: datetime) -> list[Ranked]:
    """All rows in the order of the list."""
    at = int(now.timestamp())
    return [ranked for _, ranked in sorted((_rank_one(row, at) for row in rows), key=lambda item: item[0])]


def _rank_one(row: Row, at: int) -> tuple[tuple[int, float, int, str], Ranked]:
    times = {_times(clock): clock for clock in row.clocks}
    decides = deciding_clock(times, at)
    lane = lane_of(decides, row.resting, at)
    order = order_of(lane, decides, at, int(row.last.timestamp()), row.id)
    if decides is None:
        return order, Ranked(row, Standing(Lane(lane), None, 0, 0, None))
    kind, since, _, due = decides
    over = at - due if kind in DECIDING and at > due else None
    return order, Ranked(row, Standing(Lane(lane), times[decides], at - since, due - since, over))


def _times(clock: Clock) -> tuple[str, int, int, int]:
    return (clock.kind.value, int(clock.since.timestamp()), int(clock.soon.timestamp()), int(clock.due.timestamp()))
