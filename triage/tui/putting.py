"""Some rows of a page replaced, moved to their lanes and places: all others stay as they were ranked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from triage.model.clock import Lane
from triage.model.row import Ranked, Row
from triage.rules.ranking import is_before, rank
from triage.tui.board import FOLDABLE, Look, Page, fits, lanes_of, narrowed_lanes, next_due

Lanes = dict[Lane, list[Ranked]]


def put_rows(page: Page, rows: Sequence[Row], now: datetime, look: Look, lane_of: Callable[[str], Lane | None]) -> Page:
    """The page with these rows as they stand at `now`; `lane_of` tells where a thread out of view was counted."""
    lanes, before = _without(page, {row.id for row in rows})
    counts = Counter(page.counts)
    ranked_rows = rank(rows, now)
    for ranked in ranked_rows:
        counted, lane = before.get(ranked.row.id) or lane_of(ranked.row.id), ranked.standing.lane
        if counted is not None:
            # A thread that was not counted yet, before all rows are known, is left to the next page.
            counts[counted] -= 1
            counts[lane] += 1
        if fits(ranked, look) if look.narrowed else lane not in FOLDABLE - look.unfolded:
            _insert(lanes.setdefault(lane, []), ranked, now)
    if look.narrowed:
        return replace(page, lanes=narrowed_lanes(lanes), counts=counts)
    return replace(page, lanes=lanes_of(lanes, counts, look), counts=counts, next=_next(page, lanes, ranked_rows))


def _without(page: Page, moving: Collection[str]) -> tuple[Lanes, Mapping[str, Lane]]:
    """The lanes' rows without these threads, and where they were."""
    lanes: Lanes = {}
    before: dict[str, Lane] = {}
    for lane in page.lanes:
        rows = lanes[lane.lane] = list(lane.rows)
        for place in reversed([place for place, one in enumerate(rows) if one.row.id in moving]):
            before[rows.pop(place).row.id] = lane.lane
    return lanes, before


def _insert(rows: list[Ranked], new: Ranked, now: datetime) -> None:
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        if is_before(new.row, rows[middle].row, now):
            high = middle
        else:
            low = middle + 1
    rows.insert(low, new)


def _next(page: Page, lanes: Lanes, new: Sequence[Ranked]) -> Ranked | None:
    """Who is due next; all rows are gone through only where it was one of those that have moved."""
    if page.next is None or all(page.next.row.id != one.row.id for one in new):
        return next_due((*new, page.next) if page.next else new)
    return next_due(one for rows in lanes.values() for one in rows)
