"""How limits run: by the wall clock in real hours, or in the working hours that were agreed with a client (R25).

Under working hours time and days differ: hours are open time, a day is the same time on the next working day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Protocol

from config.durations import Length

Spans = Sequence[tuple[int, int]]
"""A day's open hours in order, from and until in minutes since midnight; until may be 1440 (clock case 42)."""

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)
_NOTHING = timedelta(0)
_FARTHEST = 3700
"""Days that are looked at: what takes more open time than ten years hold is due then."""


class Calendar(Protocol):
    """How time counts for a client."""

    def after(self, start: datetime, length: Length) -> datetime:
        """When a limit that starts then has run out."""

    def before(self, moment: datetime, ahead: timedelta) -> datetime:
        """So much counted time before a moment."""

    def closed_days(self, start: datetime, end: datetime) -> tuple[date, ...]:
        """The local days between two moments on which no time counts at all."""


class WallClock:
    """Day and night: a day is 24 real hours, also where the clocks are put forward or back (clock case 44)."""

    def after(self, start: datetime, length: Length) -> datetime:
        """See Calendar.after."""
        return start + length.days * _DAY + length.time

    def before(self, moment: datetime, ahead: timedelta) -> datetime:
        """See Calendar.before."""
        return moment - ahead

    def closed_days(self, start: datetime, end: datetime) -> tuple[date, ...]:
        """See Calendar.closed_days."""
        del start, end
        return ()


WALL_CLOCK = WallClock()


class OpenHours:
    """The open hours of a week in a zone, Monday first, without the days that are off (clock cases 40 to 46).

    `week` has an open hour on some day: the settings refuse it otherwise (clock case 43). All times given and returned
    are aware, those returned UTC.
    """

    def __init__(self, zone: tzinfo, week: Sequence[Spans], is_off: Callable[[date], bool] = lambda _: False) -> None:
        self.zone = zone
        self._week = week
        self._is_off = is_off
        self._known: dict[date, tuple[tuple[datetime, datetime], ...]] = {}

    def after(self, start: datetime, length: Length) -> datetime:
        """See Calendar.after. Counting starts at the next opening where it is closed (clock case 41)."""
        at = next(self._spans(start), (start + _FARTHEST * _DAY,) * 2)[0]
        if length.days:
            at = self._same_time(at, length.days)
        left = length.time
        for opening, closing in self._spans(at) if left else ():
            if left <= closing - opening:
                return opening + left
            left -= closing - opening
        return at + _FARTHEST * _DAY if left else at

    def before(self, moment: datetime, ahead: timedelta) -> datetime:
        """See Calendar.before."""
        left, day = ahead, moment.astimezone(self.zone).date()
        for back in range(_FARTHEST):
            for opening, closing in reversed(self._open(day - back * _DAY)):
                counted = min(closing, moment) - opening
                if left <= counted:
                    return min(closing, moment) - left
                left -= max(counted, _NOTHING)
        return moment - _FARTHEST * _DAY

    def closed_days(self, start: datetime, end: datetime) -> tuple[date, ...]:
        """See Calendar.closed_days."""
        first, last = (moment.astimezone(self.zone).date() for moment in (start, end))
        days = (first + step * _DAY for step in range(min((last - first).days, _FARTHEST) + 1))
        return tuple(day for day in days if not self._open(day))

    def _same_time(self, at: datetime, days: int) -> datetime:
        """The same time so many working days later; where that is closed, the last open moment before it on that day,
        else the day's opening: a working day never reaches into the one after.
        """
        local = at.astimezone(self.zone)
        day = local.date()
        for _ in range(_FARTHEST):
            if days == 0:
                break
            day += _DAY
            days -= bool(self._open(day))
        spans = self._open(day) or ((at + _FARTHEST * _DAY,) * 2,)
        wanted = self._moment(day, timedelta(hours=local.hour, minutes=local.minute, seconds=local.second))
        begun = [span for span in spans if span[0] <= wanted]
        return min(wanted, begun[-1][1]) if begun else spans[0][0]

    def _spans(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The spans of open time from a moment on, the first one cut at it."""
        day = start.astimezone(self.zone).date()
        for step in range(_FARTHEST):
            for opening, closing in self._open(day + step * _DAY):
                if closing > start:
                    yield max(opening, start), closing

    def _open(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        if day not in self._known:
            spans = () if self._is_off(day) else self._week[day.weekday()]
            self._known[day] = tuple(
                (self._moment(day, opening * _MINUTE), self._moment(day, closing * _MINUTE, last=True))
                for opening, closing in spans
            )
        return self._known[day]

    def _moment(self, day: date, since_midnight: timedelta, *, last: bool = False) -> datetime:
        """When the local clock shows this time; of a time that comes twice the first or `last` one (clock case 45).

        A time that the clock leaves out is the moment at which it is put forward.
        """
        wall = datetime.combine(day, time()) + since_midnight
        moment = wall.replace(tzinfo=self.zone, fold=int(last)).astimezone(UTC)
        if moment.astimezone(self.zone).replace(tzinfo=None, fold=0) == wall:
            return moment
        low, high = (wall.replace(tzinfo=self.zone, fold=fold).astimezone(UTC) for fold in (1, 0))
        offset = high.astimezone(self.zone).utcoffset()
        while high - low > _SECOND:
            middle = low + (high - low) / 2
            low, high = (low, middle) if middle.astimezone(self.zone).utcoffset() == offset else (middle, high)
        return high.replace(microsecond=0)
