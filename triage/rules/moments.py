"""What people type for a time, read and spelled; what is ambiguous, contradictory or past is not understood.

Days and times of day are the wall clock's in a zone. A time that summer time leaves out is as much later as the clock
is put forward; of a time that comes twice the first is meant that lies ahead. Hours and minutes are real time.
"""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from triage.rules.moment_grammar import Clock, Length, Phrase, read_items
from triage.rules.moment_lexicon import UnclearError, items_of, split
from triage.rules.moment_words import LANGUAGES, Vocabulary

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NINE = time(9)
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def read_moment(text: str, now: datetime, zone: tzinfo, *, at: time = _NINE) -> datetime | None:
    """The moment after `now`, in UTC, that a person means; None where the text does not say exactly one.

    English, Russian, Ukrainian, Bulgarian and German are understood: lengths ("2h", "через 2 часа"), times of day
    ("17:00", "5pm", "о 10-й"), days ("fri", «у п'ятницю», "übermorgen", "6. März", "06.03"), and days with times.
    `at` is the time on a day without one. A time that has passed today is tomorrow's, a weekday the next such day,
    a date without a year the next such date.
    """
    tokens = split(text)
    if not tokens:
        return None
    phrases = {phrase for language in LANGUAGES if (phrase := _phrase(tokens, language))}
    if len(phrases) != 1:
        return None
    try:
        return _moment(phrases.pop(), now, zone, at)
    except (ValueError, OverflowError):  # outside the calendar
        return None


def spell_moment(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """The moment and how far it is: "today 17:00, in 5 h", "Fri 6 Mar 17:00, in 4 d", "Sun 1 Mar 17:00, 19 h ago"."""
    return f"{spell_date(moment, now, zone)}, {spell_distance(moment, now)}"


def spell_date(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Day and time to the minute, as `read_moment` reads them: "today 17:00", "tomorrow 10:00", "Fri 6 Mar 17:00".

    The year stands in it where it is not the present one, the distance from UTC where a time comes the second time.
    """
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    ahead = (local.date() - today).days
    if ahead in (0, 1):
        day = ("today", "tomorrow")[ahead]
    else:
        day = spell_day(local.date()) + ("" if local.year == today.year else f" {local.year}")
    again = local.utcoffset() != local.replace(fold=0).utcoffset()
    return f"{day} {local:%H:%M}{_spell_offset(local) if again else ''}"


def spell_day(day: date) -> str:
    """The day without its year: "Fri 6 Mar"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def spell_distance(moment: datetime, now: datetime) -> str:
    """How far the moment is, rounded: "in 40 min", "in 30 h", "in 4 d", "2 h ago", "now" within half a minute."""
    seconds = (moment - now).total_seconds()
    if round(abs(seconds) / _MINUTE) == 0:
        return "now"
    length = spell_span(abs(moment - now))
    return f"in {length}" if seconds > 0 else f"{length} ago"


def spell_span(span: timedelta) -> str:
    """A length of time, rounded, in one unit that says enough: "40 min", "30 h", "4 d"."""
    seconds = span.total_seconds()
    minutes, hours = round(seconds / _MINUTE), round(seconds / _HOUR)
    if minutes < 120 and minutes != 60:
        return f"{minutes} min"
    return f"{hours} h" if hours < 48 else f"{round(seconds / _DAY)} d"


def _spell_offset(local: datetime) -> str:
    minutes = round((local.utcoffset() or timedelta()).total_seconds() / _MINUTE)
    return f" {'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _phrase(tokens: list[tuple[str, str]], language: Vocabulary) -> Phrase | None:
    items = items_of(tokens, language)
    try:
        return None if items is None else read_items(items)
    except UnclearError:
        return None


def _moment(phrase: Phrase, now: datetime, zone: tzinfo, at: time) -> datetime | None:
    if phrase.length is not None and phrase.clock is None:
        return _after_length(phrase.length, now, zone)
    clock = phrase.clock or Clock(at.hour, at.minute)
    moments = (_first_ahead(day, clock, now, zone) for day in _days(phrase, now.astimezone(zone).date()))
    return next((moment for moment in moments if moment is not None), None)


def _after_length(length: Length, now: datetime, zone: tzinfo) -> datetime | None:
    """Days and more by the wall clock, then hours and minutes as they pass."""
    start = now.astimezone(UTC)
    if length.days or length.months:
        local = now.astimezone(zone)
        wall = datetime.combine(_later(local.date(), length), local.time().replace(fold=0))
        start = wall.replace(tzinfo=zone).astimezone(UTC)
    moment = start + timedelta(seconds=length.seconds)
    return moment if moment > now else None


def _later(day: date, length: Length) -> date:
    """So many months later, on the month's last day where it has no such day, and days after that."""
    months = day.year * 12 + day.month - 1 + length.months
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1])) + timedelta(days=length.days)


def _days(phrase: Phrase, today: date) -> list[date]:
    """The days that may be meant, the first before the others."""
    if phrase.length is not None:
        return [_later(today, phrase.length)]
    if phrase.date is not None:
        day = _date(phrase.date, today)
        return [day] if phrase.weekday in (None, day.weekday()) else []
    if phrase.week is not None:
        return [today + timedelta(days=7 * phrase.week - today.weekday() + (phrase.weekday or 0))]
    if phrase.weekday is not None:
        ahead = (phrase.weekday - today.weekday()) % 7
        return [today + timedelta(days=ahead)] if ahead else [today, today + timedelta(days=7)]
    if phrase.ahead is not None:
        return [today + timedelta(days=phrase.ahead)]
    return [today, today + timedelta(days=1)]


def _date(said: tuple[int, int, int], today: date) -> date:
    """The date, without a year the next one; raises ValueError where there is none."""
    year, month, day = said
    if year:
        return date(year, month, day)
    passed = (month, day) < (today.month, today.day)
    return date(today.year + passed, month, day)


def _first_ahead(day: date, clock: Clock, now: datetime, zone: tzinfo) -> datetime | None:
    wall = datetime.combine(day, time(clock.hour % 24, clock.minute)) + timedelta(days=clock.hour // 24)
    for fold in (0, 1):
        local = wall.replace(tzinfo=zone, fold=fold)
        if clock.offset is not None and local.utcoffset() != timedelta(minutes=clock.offset):
            continue
        moment = local.astimezone(UTC)
        if moment > now:
            return moment
    return None
