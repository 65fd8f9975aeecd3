"""Which rows the list shows and in which lanes: pure, for a moment and a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from triage.model.clock import Lane
from triage.model.inbox import AccountRow, Glance, Inbox
from triage.model.row import Ranked, Row
from triage.rules.ranking import rank
from widgets.arrangement import LaneRows

FOLDABLE = frozenset({Lane.THEIRS, Lane.REST})
_AHEAD = frozenset({Lane.DUE_SOON, Lane.WAITING, Lane.OWED})


@dataclass(frozen=True, slots=True)
class Look:
    """What the person chose to see: words searched for, one lane, one account, lanes unfolded."""

    words: str = ""
    lane: Lane | None = None
    account: str | None = None
    unfolded: frozenset[Lane] = field(default_factory=frozenset)

    @property
    def narrowed(self) -> bool:
        """Not all threads are shown."""
        return bool(self.words.strip() or self.lane or self.account)

    def turned(self, lane: Lane) -> Look:
        """The same with this lane folded or unfolded."""
        return replace(self, unfolded=self.unfolded ^ {lane})


@dataclass(frozen=True, slots=True)
class Page:
    """The list at a moment: lanes with their rows, the day's counts over all threads, the one who is due next."""

    now: datetime
    lanes: tuple[LaneRows, ...]
    counts: Mapping[Lane, int]
    accounts: tuple[AccountRow, ...]
    next: Ranked | None = None

    @property
    def found(self) -> int:
        """How many threads the look shows, folded ones included."""
        return sum(lane.count for lane in self.lanes)


class Board:
    """All rows; those without a clock keep their place, whatever the time. `paced` goes through many rows politely."""

    def __init__(self, inbox: Inbox, paced: Callable[[Iterable[Row]], Iterable[Row]] = iter) -> None:
        self.accounts = inbox.accounts
        self._paced = paced
        self._running: list[Row] = []
        self._resting: list[Row] = []
        for row in paced(inbox.rows):
            (self._running if row.clocks else self._resting).append(row)
        self._rest: list[Ranked] | None = None
        self._texts: dict[str, str] = {}

    def page(self, now: datetime, look: Look) -> Page:
        """The list at `now` as the person chose to see it."""
        running = rank(self._paced(self._running), now)
        lanes = _by_lane(running)
        counts = Counter({lane: len(rows) for lane, rows in lanes.items()})
        counts.update(row.resting for row in self._resting)
        if look.narrowed or look.unfolded:
            if self._rest is None:
                self._rest = rank(self._paced(self._resting), now)
            for lane, rows in _by_lane(self._rest).items():
                lanes.setdefault(lane, []).extend(rows)
        shown = self._narrowed(lanes, look) if look.narrowed else _lanes(lanes, counts, look)
        return Page(now, shown, counts, self.accounts, _next(running))

    def _narrowed(self, lanes: Mapping[Lane, list[Ranked]], look: Look) -> tuple[LaneRows, ...]:
        words = look.words.casefold().split()
        chosen = {
            lane: [ranked for ranked in rows if self._has(ranked.row, look.account, words)]
            for lane, rows in lanes.items()
            if look.lane in (None, lane)
        }
        return tuple(LaneRows(lane, len(chosen[lane]), chosen[lane]) for lane in Lane if chosen.get(lane))

    def _has(self, row: Row, account: str | None, words: Sequence[str]) -> bool:
        if account is not None and account not in row.accounts:
            return False
        if not words:
            return True
        text = self._texts.get(row.id)
        if text is None:
            parts = (row.client.name, row.client.address, row.subject, row.text)
            text = self._texts[row.id] = "\n".join(parts).casefold()
        return all(word in text for word in words)


def page_of(glance: Glance, now: datetime) -> Page:
    """The first page, before all rows are known."""
    return Page(
        now, _lanes(_by_lane(glance.top), glance.counts, Look()), glance.counts, glance.accounts, _next(glance.top)
    )


def _by_lane(ranked: Sequence[Ranked]) -> dict[Lane, list[Ranked]]:
    lanes: dict[Lane, list[Ranked]] = {}
    for one in ranked:
        lanes.setdefault(one.standing.lane, []).append(one)
    return lanes


def _lanes(lanes: Mapping[Lane, Sequence[Ranked]], counts: Mapping[Lane, int], look: Look) -> tuple[LaneRows, ...]:
    return tuple(
        LaneRows(lane, counts[lane], (), foldable=True, folded=True)
        if lane in FOLDABLE - look.unfolded
        else LaneRows(lane, counts[lane], lanes.get(lane, ()), foldable=lane in FOLDABLE)
        for lane in Lane
        if counts.get(lane)
    )


def _next(ranked: Sequence[Ranked]) -> Ranked | None:
    """The one whose wait is due next, of those not overdue."""
    waiting = [one for one in ranked if one.standing.clock and one.standing.lane in _AHEAD]
    return min(waiting, key=lambda one: one.standing.clock.due if one.standing.clock else one.row.last, default=None)
