"""What happened while mail was read: sent by the desk, drawn by whoever watches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReadProgress:
    """Reading goes on: `done` of `total` messages of one account since `started`; `stage` is "headers" or "words"."""

    account: str
    stage: str
    done: int
    total: int
    started: datetime


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A message that could not be read, and why; it costs nothing but itself."""

    account: str
    folder: str
    uid: int
    why: str


@dataclass(frozen=True, slots=True)
class AccountRead:
    """One account was read to its end."""

    account: str
    at: datetime
    new: int
    gone: int
    unreadable: tuple[Unreadable, ...]


@dataclass(frozen=True, slots=True)
class ReadFailed:
    """One account could not be read; `why` is a sentence for the screen; `permanent`: trying again won't help."""

    account: str
    at: datetime
    why: str
    permanent: bool
