"""Times as people write them in settings: "90m", "24h", "2d", "1h30m"."""

from __future__ import annotations

import re
from datetime import timedelta

LONGEST = timedelta(days=36_500)
"""A hundred years: within this, no reckoning from the present leaves the calendar."""

_FORM = re.compile(r"(?:(\d{1,10})d)?(?:(\d{1,10})h)?(?:(\d{1,10})m)?(?:(\d{1,10})s)?", re.ASCII)
_UNITS = (("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1))


def duration(text: object) -> timedelta:
    """Read days, hours, minutes and seconds, in this order, each at most once.

    Raises ValueError unless `text` is the text of such a time, longer than nothing and at most `LONGEST`.
    """
    match = _FORM.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise ValueError(text)
    seconds = sum(int(count or 0) * size for count, (_, size) in zip(match.groups(), _UNITS, strict=True))
    if not 0 < seconds <= LONGEST.total_seconds():
        raise ValueError(text)
    return timedelta(seconds=seconds)


def spell(length: timedelta) -> str:
    """The time in one whole unit, as it may stand in the settings: 24h for a day, 90m for an hour and a half."""
    seconds = round(length.total_seconds())
    if seconds % 86_400 == 0 and seconds > 86_400:
        return f"{seconds // 86_400}d"
    return next(f"{seconds // size}{unit}" for unit, size in _UNITS[1:] if seconds % size == 0)
