"""What is due on a day: promises and answers that the person has named (R23)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from triage.model.clock import ClockKind
from triage.model.row import Row


def load_of(rows: Iterable[Row], day: datetime, zone: tzinfo) -> tuple[Row, ...]:
    """The threads with a promise or an answer due on the local day of that moment, the nearest first."""
    wanted = day.astimezone(zone).date()
    due = [
        (clock.due, row.id, row)
        for row in rows
        for clock in row.clocks
        if clock.kind in (ClockKind.PROMISE, ClockKind.ANSWER) and clock.due.astimezone(zone).date() == wanted
    ]
    return tuple(dict.fromkeys(row for _, _, row in sorted(due, key=lambda item: item[:2])))
