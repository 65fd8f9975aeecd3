"""A time as a letter says it: weekday, date and clock time, in the form that stands after "by", "до" or "bis"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo


@dataclass(frozen=True, slots=True)
class _Words:
    """One language: days from Monday, months from January, and how date, year and clock time are put together."""

    days: str
    months: str
    date: str = "{day}, {number} {month}{year}, {clock}"
    year: str = " {year}"


_WORDS = {
    "en": _Words(
        days="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        months="January February March April May June July August September October November December",
    ),
    "ru": _Words(
        days="понедельника вторника среды четверга пятницы субботы воскресенья",
        months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        year=" {year} года",
    ),
    "uk": _Words(
        days="понеділка вівторка середи четверга п'ятниці суботи неділі",
        months="січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        year=" {year} року",
    ),
    "bg": _Words(
        days="понеделник вторник сряда четвъртък петък събота неделя",
        months="януари февруари март април май юни юли август септември октомври ноември декември",
        date="{day}, {number} {month}{year}, {clock} часа",
        year=" {year} г.",
    ),
    "de": _Words(
        days="Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        date="{day}, {number}. {month}{year}, {clock} Uhr",
    ),
}


def say_time(moment: datetime, now: datetime, zone: tzinfo, language: str) -> str:
    """The time as it stands behind a preposition: "Tuesday, 3 March, 12:00", «вторника, 3 марта, 12:00» behind «до».

    The year is said where it is not this one; seconds are left off, so that what is said is never later than what is
    recorded (R1). "Tomorrow" is not said: a mail is read on another day. `language` is one of the five.
    """
    words = _WORDS[language]
    local = moment.astimezone(zone)
    year = "" if local.year == now.astimezone(zone).year else words.year.format(year=local.year)
    return words.date.format(
        day=words.days.split()[local.weekday()],
        number=local.day,
        month=words.months.split()[local.month - 1],
        year=year,
        clock=f"{local.hour:02}:{local.minute:02}",
    )
