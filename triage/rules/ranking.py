"""Rows in the order of the list at a moment, each with its standing (rules.standing does the arithmetic)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from triage.model.clock import Clock, Lane, Reason
from triage.model.row import Ranked, Row, Standing
from triage.rules.standing import DECIDING, deciding_clock, is_asleep, listed_lane, order_of


def stand(row: Row, now: datetime) -> Standing:
    """Lane and figures of a row at `now`; seconds are whole, `over` only past the due time, though it be snoozed."""
    return _rank_one(row, int(now.timestamp()))[1].standing


def rank(rows: Iterable[Row], now: datetime) -> list[Ranked]:
    """All rows in the order of the list."""
    at = int(now.timestamp())
    return [ranked for _, ranked in sorted((_rank_one(row, at) for row in rows), key=lambda item: item[0])]


def _rank_one(row: Row, at: int) -> tuple[tuple[int, float, int, str], Ranked]:
    times = {_times(clock): clock for clock in row.clocks}
    decides = deciding_clock(times, at)
    snoozed = None if row.snoozed is None else int(row.snoozed.timestamp())
    lane = listed_lane(decides, row.resting, snoozed, at)
    order = order_of(lane, decides, at, int(row.last.timestamp()), row.id)
    reason = Reason.SNOOZED if is_asleep(snoozed, at) else row.reason if decides is None else None
    if decides is None:
        return order, Ranked(row, Standing(Lane(lane), None, 0, 0, None, reason))
    kind, since, _, due = decides
    over = at - due if kind in DECIDING and at > due else None
    return order, Ranked(row, Standing(Lane(lane), times[decides], at - since, due - since, over, reason))


def _times(clock: Clock) -> tuple[str, int, int, int]:
    return (clock.kind.value, int(clock.since.timestamp()), int(clock.soon.timestamp()), int(clock.due.timestamp()))
