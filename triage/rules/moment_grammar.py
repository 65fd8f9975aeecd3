"""Items to a phrase: which day, time and length a text names, in whatever order it says them.

Each thing is said once; what is left over, said twice or open to two readings makes the whole text unclear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace

from triage.rules.moment_dots import settle_dotted
from triage.rules.moment_lexicon import UNITS, Item, UnclearError, codes_of

_EARLY_HOURS = range(7)
"""A bare "5" may be the morning's or the afternoon's; from 7 on the hour is taken as a clock shows it."""
_HOURS_OF_A_CLOCK = range(7, 24)
"""«10 часов» alone may be a length or a time of day, «2 часа» and «48 часов» are lengths."""
_DAYS_COUNTED_SO = (2, 3, 4, 22, 23, 24)
"""«2 дня» are days, «12 дня» and «5 дня» are hours of the day: days take another ending there."""
_DEFAULT_HOUR = {"morning": 9, "noon": 12, "afternoon": 15, "evening": 18}
_HOURS = {
    "morning": range(4, 12),
    "noon": range(11, 15),
    "afternoon": range(12, 19),
    "evening": range(16, 24),
    "night": (20, 21, 22, 23, 0, 1, 2, 3, 4, 5),
}


@dataclass(frozen=True, slots=True)
class Length:
    """How long from now: months, days and seconds; `within`: said with "in", so that a time of day may follow."""

    months: int
    days: int
    seconds: float
    within: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; 24:00 ends the day. `offset`: minutes from UTC, where they are told.

    `sure`: not to be taken for the other half of the day; `fixed`: said with am or pm; `bare`: a number alone.
    """

    hour: int
    minute: int
    offset: int | None = None
    sure: bool = True
    fixed: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is said, each part None where it is not; in a phrase as it is handed out, `part` is settled into `clock`.

    `ahead` is in days from today, `week` in weeks from this one, a `weekday` is 0 to 6 from Monday on, a `date` is
    year (0 where it is not said), month and day.
    """

    ahead: int | None = None
    week: int | None = None
    weekday: int | None = None
    date: tuple[int, int, int] | None = None
    length: Length | None = None
    clock: Clock | None = None
    part: str | None = None


def read_items(items: Sequence[Item]) -> Phrase:
    """The phrase that the items of one language are; raises UnclearError."""
    items = _settle_words(settle_dotted(items))
    codes = codes_of(items)
    said = Phrase()
    at = 0
    while at < len(codes):
        for pattern, read in _SEGMENTS:
            match = pattern.match(codes, at)
            if match:
                said = _join(said, read(items[at : match.end()]))
                at = match.end()
                break
        else:
            raise UnclearError(codes[at:])
    return _settle_phrase(said)


def _settle_words(items: Sequence[Item]) -> Sequence[Item]:
    """Words of two meanings get the one that their neighbours leave them."""
    items = _recode(items, r"(?<=[ow])M", Item("p", name="morning"))
    items = _recode(items, r"(?<=[ab]n)[eH]|(?<=[abg]nS)[eH]|(?<=t)[eH]", Item("h"))
    items = _recode(items, r"(?<=[hHtS])A|(?<=[ab]n)A", Item("p", name="afternoon"))
    if re.search("[woMmDpN]", codes_of(items)):
        return _recode(items, "[eH]", Item("h"))
    return items


def _recode(items: Sequence[Item], pattern: str, meaning: Item) -> Sequence[Item]:
    found = {match.start() for match in re.finditer(pattern, codes_of(items))}
    return [meaning if place in found else item for place, item in enumerate(items)]


def _join(said: Phrase, more: Phrase) -> Phrase:
    new = {field.name: value for field in fields(more) if (value := getattr(more, field.name)) is not None}
    if any(getattr(said, name) is not None for name in new):
        raise UnclearError("said twice")
    return replace(said, **new)


def _settle_phrase(said: Phrase) -> Phrase:
    by_calendar = said.week is not None or said.weekday is not None or said.date is not None
    days = (said.ahead is not None, by_calendar, said.length is not None)
    if sum(days) > 1 or (said.week is not None and said.date is not None):
        raise UnclearError("more than one day")
    clock = _settle_clock(said, dated=any(days))
    if clock is None and not any(days):
        raise UnclearError("nothing said")
    length = said.length
    if length is not None and clock is not None and (length.seconds or clock.bare or not length.within):
        raise UnclearError("a length and a time")
    return replace(
        said,
        length=length and replace(length, within=False),
        clock=clock and Clock(clock.hour, clock.minute, clock.offset),
        part=None,
    )


def _settle_clock(said: Phrase, *, dated: bool) -> Clock | None:
    clock, part = said.clock, said.part
    if part is None:
        if clock and not clock.sure and clock.hour in _EARLY_HOURS:
            raise UnclearError("which half of the day")
        return clock
    if part == "midnight":
        if clock or dated:
            raise UnclearError("midnight belongs to two days")
        return Clock(0, 0)
    if clock is None:
        if part not in _DEFAULT_HOUR:
            raise UnclearError("no hour")
        return Clock(_DEFAULT_HOUR[part], 0)
    hours = {clock.hour} if clock.fixed or clock.hour not in range(1, 13) else {clock.hour, (clock.hour + 12) % 24}
    fitting = [hour for hour in hours if hour in _HOURS[part]]
    if len(fitting) != 1 or (part == "night" and fitting[0] in _EARLY_HOURS and dated):
        raise UnclearError("time and part of the day")
    return replace(clock, hour=fitting[0])


def _read_length(items: Sequence[Item]) -> Phrase:
    counts = dict.fromkeys(UNITS, 0.0)
    last = len(UNITS)
    number: Item | None = None
    for item in items:
        if item.code in "nyr":
            number = item
        elif item.name:
            if UNITS.index(item.name) >= last or (number is None and not item.alone):
                raise UnclearError("units out of order, or without a number")
            if _may_be_clock(item, number) and last == len(UNITS) and items[0].code != "i":
                raise UnclearError("a length or a time of day")
            last = UNITS.index(item.name)
            counts[item.name] = _count(item, number)
            number = None
    days = int(counts["day"] + 7 * counts["week"])
    seconds = 3600 * counts["hour"] + 60 * counts["minute"]
    return Phrase(length=Length(int(counts["month"]), days, seconds, within=items[0].code == "i"))


def _may_be_clock(unit: Item, number: Item | None) -> bool:
    if number is None:
        return False
    if unit.code == "A":
        return number.number not in _DAYS_COUNTED_SO
    return unit.code == "H" and number.number in _HOURS_OF_A_CLOCK


def _count(unit: Item, number: Item | None) -> float:
    if number is None:
        return 1
    if number.code == "r" and unit.name not in ("hour", "minute"):
        raise UnclearError("part of a day")
    return number.number


def _read_date(items: Sequence[Item]) -> Phrase:
    found = {item.code: item for item in items}
    if "D" in found:
        year, month, day = found["D"].numbers
        return Phrase(date=(year, month, day))
    year = int(found["y"].number) if "y" in found else 0
    return Phrase(date=(year, int(found["m"].number), int(found["n"].number)))


def _read_weekday(items: Sequence[Item]) -> Phrase:
    codes = codes_of(items)
    weekday = next((int(item.number) for item in items if item.code == "w"), None)
    return Phrase(weekday=weekday, week=1 if "N" in codes else 0 if "T" in codes else None)


def _read_day(items: Sequence[Item]) -> Phrase:
    return Phrase(ahead=1 if items[-1].code == "M" else int(items[-1].number))


def _read_clock(items: Sequence[Item]) -> Phrase:
    codes = codes_of(items)
    if "z" in codes:
        return Phrase(part="midnight")
    found = {item.code: item for item in reversed(items)}
    minutes = [item for item in items if item.code == "n"][1:]
    if "t" in found:
        hour, minute = found["t"].numbers
    else:
        hour, minute = int(found["n"].number), int(minutes[0].number) if minutes else 0
    last = 24 if minute == 0 and ("t" in found or "h" in found) else 23
    if minute > 59 or hour > last or any(len(item.name) != 2 for item in minutes):
        raise UnclearError("no time of day")
    if "x" in found:
        if hour not in range(1, 13):
            raise UnclearError("am or pm of a 24-hour time")
        hour = hour % 12 + int(found["x"].number)
    sure = "t" in found or "x" in found or bool(minutes) or len(found["n"].name) == 2
    offset = int(found["O"].number) if "O" in found else None
    return Phrase(clock=Clock(hour, minute, offset, sure, fixed="x" in found, bare=codes == "n"))


def _read_part(items: Sequence[Item]) -> Phrase:
    return Phrase(part=items[-1].name, ahead=0 if "T" in codes_of(items) else None)


_SEGMENTS: tuple[tuple[re.Pattern[str], Callable[[Sequence[Item]], Phrase]], ...] = (
    (re.compile("[igf]?[nyr]?[uHeWA](?:&?[nyr][uHeWA])*"), _read_length),
    (re.compile("[abcgf]{0,2}(?:ns?m|mns?)(?:yY?)?|[bcgf]{0,2}D"), _read_date),
    (re.compile("[abcgfi]{0,2}NW(?:[abc]{0,2}w)?|[abcgf]{0,2}(?:w[abgi]{0,2}NW|[NTC]?w)"), _read_weekday),
    (re.compile("[abgf]{0,2}o|[abgf]?M"), _read_day),
    (re.compile("[abg]{0,2}(?:th?x?O?|z|nhn(?![msSuHeWAx])|nh?x?(?!S))|[abg]nSh?"), _read_clock),
    (re.compile("[abcgi]{0,2}T?p"), _read_part),
)
