"""Date fields to aware UTC times, or None: nothing that a sender writes makes a wrong clock or an error."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz

_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: f"{at:02}" for at, name in enumerate(_NAMES, 1)}
_DATE = re.compile(
    r"\s*(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d\d:\d\d:\d\d) ([+-]\d{4})\b",
    re.ASCII,
)
_ISO = re.compile(r"\s*(\d{4}-\d\d-\d\d)[T ]+(\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?\s*$", re.ASCII)
_COMMENT = re.compile(r"\([^()]*\)")
_LOOSE_COLON = re.compile(r"\s*+:\s*+")
_LONGEST = 200


def read_date(value: str) -> datetime | None:
    """The time of a Date field (RFC 5322, obsolete forms too); no zone counts as UTC, what cannot be read is None."""
    return _read(value[:_LONGEST])


def received_date(value: str) -> datetime | None:
    """The time of a Received field: what stands behind its last semicolon."""
    return _read(value.rpartition(";")[2][:_LONGEST])


def _read(value: str) -> datetime | None:
    match = _DATE.match(value)
    if match is None or match[2] not in _MONTHS:
        return _read_odd(value)
    day, month, year, time, zone = match.groups()
    try:
        return datetime.fromisoformat(f"{year}-{_MONTHS[month]}-{day:0>2}T{time}{zone}").astimezone(UTC)
    except (ValueError, OverflowError):
        return _read_odd(value)


def _read_odd(value: str) -> datetime | None:
    """Two-digit years, names of zones, missing parts: the standard library knows them; ISO 8601 it does not."""
    if iso := _ISO.match(value):
        try:
            read = datetime.fromisoformat(f"{iso[1]}T{iso[2]}{iso[3] or ''}")
            return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            return None
    try:
        parsed = parsedate_tz(_LOOSE_COLON.sub(":", _COMMENT.sub(" ", value)))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if parsed is None:
        return None
    return _time(*parsed[:6], (parsed[9] or 0) // 60)


def _time(year: int, month: int, day: int, hour: int, minute: int, second: int, east: int) -> datetime | None:
    """UTC of a local time `east` minutes ahead of it; a leap second counts as the one before it."""
    if abs(east) >= 24 * 60:
        return None
    try:
        local = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        return local - timedelta(minutes=east) if east else local
    except (ValueError, OverflowError):
        return None
