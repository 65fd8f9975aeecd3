"""The benches of working out anew: all threads in order for another minute, and under other limits."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

from tests.bench.figures import Spread, spread
from tests.bench.stores import build_store
from triage.desk.agreed import Agreements, read_agreements
from triage.desk.derive import Derived, derive, resettle
from triage.desk.house import House, open_house
from triage.rules.ranking import Timetable
from triage.store.cache import Cache
from triage.store.ledger import Ledger
from triage.store.outbox import Outbox
from triage.store.tracking import Tracking

MINUTE_LIMIT, SETTINGS_LIMIT = 0.020, 0.500
_MINUTE = timedelta(minutes=1)


def recompute(folder: Path, threads: int, rounds: int) -> Iterator[str]:
    """Both, where a tenth of the threads waits and where all do."""
    for share in (0.1, 1.0):
        store = build_store(folder / f"{share}", threads, waiting=share)
        house = open_house(str(store.settings), store.data)
        agreements, now = read_agreements(house.settings), datetime.now(UTC)
        derived = _derive(house, agreements, now)
        of = f"{threads} threads, {share:.0%} waiting"
        yield _minutes(of, Timetable(derived.inbox.rows), now, rounds)
        longer = replace(agreements, limits=replace(agreements.limits, reply_within=timedelta(hours=30)))
        yield _told(
            "new limits", of, SETTINGS_LIMIT, _timed(partial(resettle, house, longer, derived, (), now), rounds)
        )


def _minutes(of: str, table: Timetable, now: datetime, rounds: int) -> str:
    minutes = iter(range(rounds + 1))
    return _told("a new minute", of, MINUTE_LIMIT, _timed(lambda: table.at(now + next(minutes) * _MINUTE), rounds))


def _derive(house: House, agreements: Agreements, now: datetime) -> Derived:
    tracking = Tracking(house.tracking, lambda: now)
    cache = Cache(house.cache, now)
    try:
        return derive(house, agreements, cache, Ledger(tracking), Outbox(tracking, house.outbox), now)
    finally:
        cache.close()


def _told(what: str, of: str, limit: float, spent: Spread) -> str:
    verdict = "met" if spent.median <= limit else "MISSED"
    return f"{what}, {of}: {spent} of {limit * 1000:.0f} ms: {verdict}"


def _timed(work: Callable[[], object], rounds: int) -> Spread:
    """After one run that is not counted; without collections, as the program has it (triage.tui.pacing)."""
    work()
    gc.collect()
    gc.disable()
    try:
        taken = []
        for _ in range(rounds):
            started = perf_counter()
            work()
            taken.append(perf_counter() - started)
        return spread(taken)
    finally:
        gc.enable()
