"""Where each lane and each row stands among the lines of the list: arithmetic over lanes, nothing kept per row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from triage.model.clock import Lane
from triage.model.row import Ranked


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a lane that folds and unfolds."""

    lane: Lane


Spot = str | Heading
"""Where the cursor can be: on a thread, by its id, or on a heading."""


@dataclass(frozen=True, slots=True)
class LaneRows:
    """One lane of the list: `count` threads, of which `rows` are at hand, in order.

    A foldable lane's heading can be opened and closed; a folded lane shows nothing but its heading.
    """

    lane: Lane
    count: int
    rows: Sequence[Ranked]
    foldable: bool = False
    folded: bool = False

    @property
    def shown(self) -> int:
        """How many rows the list has lines for."""
        return 0 if self.folded else max(self.count, len(self.rows))


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of the list shows: a heading (no `row`), line `part` of a row, or nothing (no `lane`)."""

    lane: LaneRows | None
    row: int | None = None
    part: int = 0


class Arrangement:
    """Lanes laid out in lines; a stop is a place for the cursor: a row at hand or a foldable heading.

    `above` lines are left free at the top.
    """

    def __init__(self, lanes: Sequence[LaneRows] = (), row_lines: int = 2, gap: int = 0, above: int = 0) -> None:
        self.lanes = tuple(lane for lane in lanes if lane.count or lane.rows)
        self._step = row_lines + gap
        self._row_lines = row_lines
        self._tops: list[int] = []
        self._stops: list[int] = []
        line, stop = above, 0
        for place, lane in enumerate(self.lanes):
            if place and not gap and not (lane.folded and self.lanes[place - 1].folded):
                line += 1
            self._tops.append(line)
            self._stops.append(stop)
            line += 1 + lane.shown * self._step
            stop += lane.foldable + (0 if lane.folded else len(lane.rows))
        self.height = line
        self.stops = stop
        self._seen: dict[Spot, int] = {}

    def at(self, line: int) -> Line:
        """What stands on a line."""
        place = bisect_right(self._tops, line) - 1
        if place < 0:
            return Line(None)
        lane, below = self.lanes[place], line - self._tops[place] - 1
        if below < 0:
            return Line(lane)
        row, part = divmod(below, self._step)
        if row >= min(lane.shown, len(lane.rows)) or part >= self._row_lines:
            return Line(None)
        return Line(lane, row, part)

    def spot(self, stop: int) -> Spot | None:
        """The thread or the heading at a stop."""
        place = bisect_right(self._stops, stop) - 1
        # Lanes without a stop of their own share the number of the next.
        if not 0 <= stop < self.stops or place < 0:
            return None
        lane, row = self.lanes[place], stop - self._stops[place] - self.lanes[place].foldable
        spot: Spot = Heading(lane.lane) if row < 0 else lane.rows[row].row.id
        self._seen[spot] = stop
        return spot

    def spot_on(self, line: int) -> Spot | None:
        """The thread or the foldable heading drawn on a line."""
        what = self.at(line)
        if what.lane is None:
            return None
        if what.row is None:
            return Heading(what.lane.lane) if what.lane.foldable else None
        return what.lane.rows[what.row].row.id

    def stop_of(self, spot: Spot | None) -> int | None:
        """The stop of a thread or a heading; None where it is not in view."""
        if spot is None:
            return None
        if spot not in self._seen:
            stop = next((stop for stop, one in enumerate(self.spots()) if one == spot), None)
            if stop is None:
                return None
            self._seen[spot] = stop
        return self._seen[spot]

    def lines_of(self, stop: int) -> tuple[int, int]:
        """First line and number of lines of what stands at a stop."""
        place = bisect_right(self._stops, stop) - 1
        row = stop - self._stops[place] - self.lanes[place].foldable
        if row < 0:
            return self._tops[place], 1
        return self._tops[place] + 1 + row * self._step, self._row_lines

    def ranked(self, spot: Spot | None) -> Ranked | None:
        """The row of a thread that is in view."""
        stop = self.stop_of(spot)
        if stop is None or isinstance(spot, Heading):
            return None
        place = bisect_right(self._stops, stop) - 1
        return self.lanes[place].rows[stop - self._stops[place] - self.lanes[place].foldable]

    def thumb(self, top: int, height: int) -> tuple[int, int]:
        """Of a view of that height, the lines whose edge shows which part of the list it is; none where it is all."""
        if self.height <= height:
            return (0, 0)
        length = max(1, height * height // self.height)
        first = round(top * (height - length) / (self.height - height))
        return (first, first + length)

    def spots(self) -> Iterator[Spot]:
        """All stops in order."""
        for lane in self.lanes:
            if lane.foldable:
                yield Heading(lane.lane)
            if not lane.folded:
                yield from (ranked.row.id for ranked in lane.rows)


def nearest(spot: Spot, before: Arrangement, after: Arrangement) -> Spot | None:
    """Where the cursor goes when its thread has gone from view: the next row that is left, else the last one."""
    left = set(after.spots())
    order = list(before.spots())
    place = order.index(spot) if spot in order else 0
    following = (one for one in order[place:] if one in left)
    preceding = (one for one in reversed(order[:place]) if one in left)
    return next(following, None) or next(preceding, None) or after.spot(0)
