"""Rows in the order of the list at a moment, each with its standing (rules.standing does the arithmetic).

What does not depend on the moment is worked out once: ten thousand rows stand in a new order within milliseconds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from triage.model.clock import Clock, Lane, Reason
from triage.model.row import Ranked, Row, Standing
from triage.rules.standing import DECIDING, deciding_clock, is_asleep, listed_lane, order_of

_AHEAD = (Lane.DUE_SOON, Lane.WAITING, Lane.OWED)
_EVER = float("inf")
_Key = tuple[float, int, str, "_Entry"]


def stand(row: Row, now: datetime) -> Standing:
    """Lane and figures of a row at `now`; seconds are whole, `over` only past the due time, though it be snoozed."""
    at = int(now.timestamp())
    times = {_times(clock): clock for clock in row.clocks}
    decides = deciding_clock(times, at)
    snoozed = _seconds(row.snoozed)
    lane = Lane(listed_lane(decides, row.resting, snoozed, at))
    reason = Reason.SNOOZED if is_asleep(snoozed, at) else row.reason if decides is None else None
    if decides is None:
        return Standing(lane, None, 0, 0, None, reason)
    kind, since, _, due = decides
    over = at - due if kind in DECIDING and at > due else None
    return Standing(lane, times[decides], at - since, due - since, over, reason)


def ranked_at(row: Row, now: datetime) -> Ranked:
    """A row with its standing at `now`."""
    return Ranked(row, partial(_standing_at, now))


def rank(rows: Iterable[Row], now: datetime) -> list[Ranked]:
    """All rows in the order of the list."""
    return list(Timetable(rows).at(now).rows())


def is_before(one: Row, other: Row, now: datetime) -> bool:
    """Of two rows the one stands first in the list."""
    return _order_at(one, now) < _order_at(other, now)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The rows of each lane in their order at one moment, and the one who is due next of those that are not overdue."""

    lanes: Mapping[Lane, list[Ranked]]
    next: Ranked | None

    def rows(self) -> Iterator[Ranked]:
        """All rows in the order of the list."""
        for lane in Lane:
            yield from self.lanes.get(lane, ())


class Timetable:
    """Rows made ready to be ranked at any moment, by one thread at a time; with other rows it is another timetable.

    They are kept in the order in which they last stood: few change their places from one minute to the next.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._entries = {row.id: _Entry(row) for row in rows}
        self._order = list(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Row]:
        return (entry.row for entry in self._entries.values())

    def get(self, thread_id: str) -> Row | None:
        """The row of a thread."""
        entry = self._entries.get(thread_id)
        return None if entry is None else entry.row

    def replacing(self, threads: Iterable[str], rows: Iterable[Row]) -> Timetable:
        """Another one, with these rows in the place of these threads."""
        changed = Timetable(())
        changed._entries = dict(self._entries)
        for thread in threads:
            changed._entries.pop(thread, None)
        changed._entries.update((row.id, _Entry(row)) for row in rows)
        changed._order = list(changed._entries.values())
        return changed

    def at(self, now: datetime) -> Ranking:
        """The order at `now`."""
        at = int(now.timestamp())
        keys: dict[Lane, list[_Key]] = defaultdict(list)
        for entry in self._order:
            if not entry.begins <= at < entry.ends:
                entry.settle(at)
            keys[entry.lane].append(
                ((entry.since - at) / entry.limit, entry.since, entry.id, entry) if entry.limit else entry.resting
            )
        tell = partial(_standing_at, now)
        lanes = {}
        for lane, keyed in keys.items():
            keyed.sort()
            lanes[lane] = [Ranked(key[3].row, tell) for key in keyed]
        self._order = [key[3] for lane in keys for key in keys[lane]]
        ahead = [key for lane in _AHEAD for key in keys.get(lane, ())]
        following = min(ahead, key=lambda key: key[3].due, default=None)
        return Ranking(lanes, None if following is None else Ranked(following[3].row, tell))


class _Entry:
    """One row: its clocks in whole seconds, and what holds between two moments at which something changes.

    `limit` is 0 where no clock orders it: then `resting` is its key.
    """

    __slots__ = (
        "begins",
        "due",
        "ends",
        "id",
        "lane",
        "limit",
        "moments",
        "resting",
        "row",
        "since",
        "snoozed",
        "times",
    )

    def __init__(self, row: Row) -> None:
        self.row, self.id = row, row.id
        self.times = [_times(clock) for clock in row.clocks]
        self.snoozed = _seconds(row.snoozed)
        moments = {moment for _, since, soon, due in self.times for moment in (since, soon, due + 1)}
        if self.snoozed is not None:
            moments.add(self.snoozed)
        self.moments = sorted(moments)
        self.resting: _Key = (1.0, -int(row.last.timestamp()), row.id, self)
        self.begins = self.ends = _EVER

    def settle(self, at: int) -> None:
        """Work out what holds at a moment, and from when until when it does."""
        place = bisect_right(self.moments, at)
        self.begins = self.moments[place - 1] if place else -_EVER
        self.ends = self.moments[place] if place < len(self.moments) else _EVER
        clock = deciding_clock(self.times, at)
        self.lane = Lane(listed_lane(clock, self.row.resting, self.snoozed, at))
        self.limit = self.since = self.due = 0
        if clock is not None and self.lane is not Lane.REST:
            _, self.since, _, self.due = clock
            self.limit = max(self.due - self.since, 1)


def _order_at(row: Row, now: datetime) -> tuple[int, float, int, str]:
    at = int(now.timestamp())
    clock = deciding_clock(map(_times, row.clocks), at)
    lane = listed_lane(clock, row.resting, _seconds(row.snoozed), at)
    return order_of(lane, clock, at, int(row.last.timestamp()), row.id)


def _standing_at(now: datetime, row: Row) -> Standing:
    return stand(row, now)


def _seconds(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp())


def _times(clock: Clock) -> tuple[str, int, int, int]:
    return (clock.kind.value, int(clock.since.timestamp()), int(clock.soon.timestamp()), int(clock.due.timestamp()))
