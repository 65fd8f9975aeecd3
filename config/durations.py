"""Times as people write them in settings: "90m", "24h", "2d", "1h30m"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

LONGEST = timedelta(days=36_500)
"""A hundred years: within this, no reckoning from the present leaves the calendar."""

_FORM = re.compile(r"(?:(\d{1,10})d)?(?:(\d{1,10})h)?(?:(\d{1,10})m)?(?:(\d{1,10})s)?", re.ASCII)
_UNITS = (("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1))
_DAY = timedelta(days=1)
_NONE = timedelta(0)


@dataclass(frozen=True, slots=True)
class Length:
    """A limit as it is written, its days apart from the rest: under working hours the two differ (clock case 46)."""

    days: int = 0
    time: timedelta = _NONE

    @classmethod
    def inherited(cls, limit: timedelta) -> Length:
        """A limit that holds for everybody, as it counts for one client: whole days are days (clock case 46)."""
        days, rest = divmod(limit, _DAY)
        return cls(0, limit) if rest else cls(days)

    def __bool__(self) -> bool:
        return bool(self.days or self.time)


def duration(text: object) -> timedelta:
    """Read days, hours, minutes and seconds, in this order, each at most once.

    Raises ValueError unless `text` is the text of such a time, longer than nothing and at most `LONGEST`.
    """
    read = length(text)
    return read.days * _DAY + read.time


def length(text: object) -> Length:
    """The same, days apart from the rest. Raises ValueError as `duration` does."""
    match = _FORM.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise ValueError(text)
    days, *rest = (int(count or 0) for count in match.groups())
    seconds = sum(count * size for count, (_, size) in zip(rest, _UNITS[1:], strict=True))
    if not 0 < days * 86_400 + seconds <= LONGEST.total_seconds():
        raise ValueError(text)
    return Length(days, timedelta(seconds=seconds))


def spell(limit: timedelta | Length) -> str:
    """The time as it may stand in the settings, in one whole unit: 24h for a day, 90m for an hour and a half.

    A limit that was written in days keeps them: 1d, 1d4h.
    """
    if isinstance(limit, Length):
        return (f"{limit.days}d" if limit.days else "") + (spell(limit.time) if limit.time else "")
    seconds = round(limit.total_seconds())
    if seconds % 86_400 == 0 and seconds > 86_400:
        return f"{seconds // 86_400}d"
    return next(f"{seconds // size}{unit}" for unit, size in _UNITS[1:] if seconds % size == 0)
