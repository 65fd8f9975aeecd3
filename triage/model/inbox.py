"""What the list shows: rows, and when each account was last read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from triage.model.clock import Lane
from triage.model.row import Ranked, Row


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account's name and when it was last read to its end (None: never)."""

    name: str
    read: datetime | None


@dataclass(frozen=True, slots=True)
class Inbox:
    """All rows, in no order that matters, and the accounts in the order of the settings."""

    accounts: tuple[AccountRow, ...]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Glance:
    """What the first paint shows: how many threads each lane has, and the first rows in which a clock runs."""

    accounts: tuple[AccountRow, ...]
    counts: Mapping[Lane, int]
    top: tuple[Ranked, ...]
