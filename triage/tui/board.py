"""Which rows the list shows and in which lanes: pure, for a moment and a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from heapq import merge
from itertools import filterfalse

from triage.model.act import Tone
from triage.model.clock import Lane
from triage.model.inbox import AccountRow, Glance, Inbox
from triage.model.row import Ranked, Row
from triage.rules.ranking import Ranking, Timetable
from widgets.arrangement import LaneRows
from widgets.on_its_way import other_marks

FOLDABLE = frozenset({Lane.THEIRS, Lane.REST})
_AHEAD = frozenset({Lane.DUE_SOON, Lane.WAITING, Lane.OWED})


@dataclass(frozen=True, slots=True)
class Look:
    """What the person chose to see: words searched for, one lane, account, tone or mark, lanes unfolded."""

    words: str = ""
    lane: Lane | None = None
    account: str | None = None
    tone: Tone | None = None
    mark: str | None = None
    unfolded: frozenset[Lane] = field(default_factory=frozenset)

    @property
    def narrowed(self) -> bool:
        """Not all threads are shown."""
        return bool(self.words.strip() or self.filtered)

    @property
    def filtered(self) -> bool:
        """Only threads of one lane, account, tone or mark are shown."""
        return bool(self.lane or self.account or self.tone or self.mark)

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
    """All rows; those without a clock or a snooze keep their place, whatever the time. `paced` is polite to the hands.

    What is at work on a page off the event loop never sees rows change under its hands: `put` makes new timetables.
    """

    def __init__(self, inbox: Inbox, paced: Callable[[Iterable[Row]], Iterable[Row]] = iter) -> None:
        self.accounts = inbox.accounts
        running: list[Row] = []
        resting: list[Row] = []
        for row in paced(inbox.rows):
            (running if _depends_on_time(row) else resting).append(row)
        self._running, self._resting = Timetable(paced(running)), Timetable(paced(resting))
        self._rest: tuple[Timetable, Ranking] | None = None
        self._texts: dict[str, str] = {}

    def row(self, thread_id: str) -> Row | None:
        """The row of a thread, in view or not."""
        return self._running.get(thread_id) or self._resting.get(thread_id)

    def put(self, rows: Iterable[Row]) -> None:
        """These rows take the place of those of the same threads."""
        changed = list(rows)
        ids = [row.id for row in changed]
        self._running = self._running.replacing(ids, filter(_depends_on_time, changed))
        self._resting = self._resting.replacing(ids, filterfalse(_depends_on_time, changed))
        for id_ in ids:
            self._texts.pop(id_, None)

    def tones(self) -> Mapping[Tone, int]:
        """How many threads sound so."""
        return Counter(row.tone for row in self._all() if row.tone)

    def marks(self) -> Mapping[str, int]:
        """How many threads bear each mark; what the outbox shows does not count."""
        return Counter(mark for row in self._all() for mark in other_marks(row.marks, row.outgoing))

    def page(self, now: datetime, look: Look) -> Page:
        """The list at `now` as the person chose to see it."""
        running, resting = self._running.at(now), self._ranked_rest(self._resting, now)
        lanes = dict(running.lanes)
        counts = Counter({lane: len(rows) for lane, rows in lanes.items()})
        counts.update({lane: len(rows) for lane, rows in resting.lanes.items()})
        if look.narrowed or look.unfolded:
            for lane, rows in resting.lanes.items():
                lanes[lane] = _joined(lane, lanes.get(lane, []), rows)
        shown = self._narrowed(lanes, look) if look.narrowed else lanes_of(lanes, counts, look)
        return Page(now, shown, counts, self.accounts, running.next)

    def _all(self) -> Iterable[Row]:
        yield from self._running
        yield from self._resting

    def _ranked_rest(self, resting: Timetable, now: datetime) -> Ranking:
        if self._rest is None or self._rest[0] is not resting:
            self._rest = (resting, resting.at(now))
        return self._rest[1]

    def _narrowed(self, lanes: Mapping[Lane, list[Ranked]], look: Look) -> tuple[LaneRows, ...]:
        words = look.words.casefold().split()
        chosen = {
            lane: [ranked for ranked in rows if self._has(ranked.row, look, words)]
            for lane, rows in lanes.items()
            if look.lane in (None, lane)
        }
        return narrowed_lanes(chosen)

    def _has(self, row: Row, look: Look, words: Sequence[str]) -> bool:
        if not _is_of(row, look):
            return False
        if not words:
            return True
        text = self._texts.get(row.id)
        if text is None:
            text = self._texts[row.id] = _searched(row)
        return all(word in text for word in words)


def fits(ranked: Ranked, look: Look) -> bool:
    """Whether a narrowed look shows this thread."""
    if look.lane not in (None, ranked.standing.lane) or not _is_of(ranked.row, look):
        return False
    text = _searched(ranked.row)
    return all(word in text for word in look.words.casefold().split())


def page_of(glance: Glance, now: datetime) -> Page:
    """The first page, before all rows are known."""
    lanes = lanes_of(by_lane(glance.top), glance.counts, Look())
    return Page(now, lanes, glance.counts, glance.accounts, next_due(glance.top))


def by_lane(ranked: Iterable[Ranked]) -> dict[Lane, list[Ranked]]:
    """The same rows, each lane's in their order."""
    lanes: dict[Lane, list[Ranked]] = {}
    for one in ranked:
        lanes.setdefault(one.standing.lane, []).append(one)
    return lanes


def lanes_of(lanes: Mapping[Lane, Sequence[Ranked]], counts: Mapping[Lane, int], look: Look) -> tuple[LaneRows, ...]:
    """The lanes of a list that shows all threads."""
    return tuple(
        LaneRows(lane, counts[lane], (), foldable=True, folded=True)
        if lane in FOLDABLE - look.unfolded
        else LaneRows(lane, counts[lane], lanes.get(lane, ()), foldable=lane in FOLDABLE)
        for lane in Lane
        if counts.get(lane)
    )


def narrowed_lanes(chosen: Mapping[Lane, Sequence[Ranked]]) -> tuple[LaneRows, ...]:
    """The lanes of a list that shows some threads only."""
    return tuple(LaneRows(lane, len(chosen[lane]), chosen[lane]) for lane in Lane if chosen.get(lane))


def next_due(ranked: Iterable[Ranked]) -> Ranked | None:
    """The one whose wait is due next, of those not overdue."""
    waiting = [one for one in ranked if one.standing.clock and one.standing.lane in _AHEAD]
    return min(waiting, key=lambda one: one.standing.clock.due if one.standing.clock else one.row.last, default=None)


def _depends_on_time(row: Row) -> bool:
    return bool(row.clocks or row.snoozed)


def _joined(lane: Lane, running: list[Ranked], resting: list[Ranked]) -> list[Ranked]:
    """One lane's rows with and without a clock, in the order of `rules.standing`: only in rest the two are mixed."""
    if lane is not Lane.REST:
        return running + resting
    return list(merge(running, resting, key=lambda one: (-one.row.last.timestamp(), one.row.id)))


def _is_of(row: Row, look: Look) -> bool:
    return (
        look.account in (None, *row.accounts)
        and look.tone in (None, row.tone)
        and (look.mark is None or look.mark in row.marks)
    )


def _searched(row: Row) -> str:
    return f"{row.client.name}\n{row.client.address}\n{row.subject}\n{row.text}".casefold()
