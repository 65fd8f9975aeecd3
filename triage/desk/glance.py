"""What the due file tells before anything is worked out: all rows as they were, or only what the first paint shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from heapq import nsmallest
from pathlib import Path

from triage.model.clock import Lane
from triage.model.inbox import AccountRow, Glance, Inbox
from triage.rules.ranking import ranked_at
from triage.rules.standing import LANES, deciding_clock, is_asleep, listed_lane, order_of
from triage.store.due_file import LazyRows, read_inbox
from triage.store.due_reader import peek, read_clocks


def last_known(due: Path, accounts: Iterable[str]) -> Inbox:
    """The rows of the due file; none before the first read."""
    return read_inbox(due) or Inbox(tuple(AccountRow(name, None) for name in accounts), ())


def glance_at(inbox: Inbox, now: datetime, rows: int) -> Glance:
    """How the lanes stand at `now`, and the first `rows` rows that wait or are owed. Raises DueFileError."""
    lines = inbox.rows.lines if isinstance(inbox.rows, LazyRows) else []
    at, counts = int(now.timestamp()), dict.fromkeys(LANES, 0)
    order: list[tuple[tuple[int, float, int, str], int]] = []
    for index, line in enumerate(lines):
        thread, clocks, snoozed, resting = peek(line)
        clock = deciding_clock(read_clocks(clocks), at) if clocks else None
        lane = listed_lane(clock, resting, snoozed, at)
        counts[lane] += 1
        if clock is not None and not is_asleep(snoozed, at):
            order.append((order_of(lane, clock, at, 0, thread), index))
    top = (inbox.rows[index] for _, index in nsmallest(rows, order))
    return Glance(
        inbox.accounts,
        {Lane(lane): count for lane, count in counts.items()},
        tuple(ranked_at(row, now) for row in top),
    )
