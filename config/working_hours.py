"""Working hours as people write them in settings: days of the week, spans of a day, days off, holidays of a country."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALWAYS = "always"
"""The name that stands for no working hours: the wall clock, day and night."""

Span = tuple[int, int]
"""From and until, in minutes since midnight; until may be 1440."""

_SPAN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)", re.ASCII)
_DATE = re.compile(r"(?:(\d{4})-)?(\d\d)-(\d\d)", re.ASCII)
_LEAP_YEAR = 2000
_LONGEST_HOLIDAY = timedelta(days=366)
_CODES = os.path.join(os.path.dirname(__file__), "providers", "holiday_codes.txt")  # noqa: PTH118, PTH120


class DayOff(NamedTuple):
    """From this day to that one, both included; without a year the two are one day that is off every year."""

    first: date
    last: date
    yearly: bool

    def covers(self, day: date) -> bool:
        """The day is off."""
        if self.yearly:
            return (day.month, day.day) == (self.first.month, self.first.day)
        return self.first <= day <= self.last


def days_in(text: str) -> tuple[int, ...]:
    """The days of the week, 0 for Monday, that "mon", "mon-fri" or "sat,sun" name. Raises ValueError."""
    found: list[int] = []
    for piece in text.lower().split(","):
        first, dash, last = piece.strip().partition("-")
        start, end = DAYS.index(first.strip()), DAYS.index((last if dash else first).strip())
        found += [(start + step) % 7 for step in range((end - start) % 7 + 1)]
    return tuple(dict.fromkeys(found))


def span_in(text: str) -> Span:
    """The minutes of "09:00-18:00"; a day may end at 24:00. Raises ValueError."""
    match = _SPAN.fullmatch(text.replace(" ", "").replace("–", "-"))
    if match is None:
        raise ValueError(text)
    hour, minute, until_hour, until_minute = map(int, match.groups())
    start, end = hour * 60 + minute, until_hour * 60 + until_minute
    if minute > 59 or until_minute > 59 or not start < end <= 24 * 60:
        raise ValueError(text)
    return (start, end)


def week_of(opening: Mapping[str, Iterable[str]]) -> tuple[tuple[Span, ...], ...]:
    """The spans of each day of the week, Monday first, in order, those that touch as one. Raises ValueError."""
    week: list[list[Span]] = [[] for _ in DAYS]
    for days, spans in opening.items():
        for day in days_in(days):
            week[day] += [span_in(span) for span in spans]
    return tuple(_joined(sorted(spans)) for spans in week)


def day_off_in(text: str) -> DayOff:
    """The day or days that "2026-12-24", "2026-08-03..2026-08-14" or "12-24" (every year) name. Raises ValueError."""
    first, dots, last = (piece.strip() for piece in text.partition(".."))
    start, yearly = _day(first)
    end, other = _day(last) if dots else (start, yearly)
    if (dots and (yearly or other)) or not start <= end <= start + _LONGEST_HOLIDAY:
        raise ValueError(text)
    return DayOff(start, end, yearly)


@cache
def holiday_codes() -> frozenset[str]:
    """The countries whose holidays are known, and their parts: "UA", "DE-BY"; read from a file, once."""
    with open(_CODES, encoding="utf-8") as file:  # noqa: PTH123 pathlib costs more than the reading
        lines = [line.split() for line in file if line.strip() and not line.startswith("#")]
    return frozenset(code for country, *parts in lines for code in (country, *(f"{country}-{part}" for part in parts)))


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def _day(text: str) -> tuple[date, bool]:
    """The day, and whether it comes every year."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = match.groups()
    return date(int(year or _LEAP_YEAR), int(month), int(day)), year is None
