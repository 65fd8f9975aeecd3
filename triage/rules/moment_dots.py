"""Two numbers with a dot between them: a date ("06.03"), a time of day ("17.00") or a broken number ("1.5 h")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from triage.rules.moment_lexicon import Item, UnclearError, codes_of

_DAY = re.compile("[omMD]|NW")
_CLOCK = re.compile("[tzp]|[ab]n|n[xhH]")
_UNITS, _HOURS = ("u", "W", "A"), ("e", "H")
_FIRST_CLEAR_HOUR = 7


def settle_dotted(items: Sequence[Item]) -> Sequence[Item]:
    """The items with each such pair as one of the three; raises UnclearError.

    What can be a date is one, unless a preposition or a day in the text says that it is a time of day.
    """
    if "Q" not in codes_of(items):
        return items
    settled = [_settle_alone(items, place) for place in range(len(items))]
    return [_settle_by_rest(settled, place) for place in range(len(settled))]


def _settle_alone(items: Sequence[Item], place: int) -> Item:
    """Settled by its own figures and its neighbours, where these settle it."""
    item = items[place]
    if item.code != "Q":
        return item
    before = items[place - 1].code if place else ""
    after = items[place + 1].code if place + 1 < len(items) else ""
    if after in _UNITS or (after in _HOURS and not _is_clock(item)):
        return Item("r", item.number)
    if after in _HOURS:
        by_figures = after == "H" and item.numbers[0] >= _FIRST_CLEAR_HOUR
        if by_figures or before == "a" or _DAY.search(codes_of(items)):
            return _clock(item)
        raise UnclearError("hours, or a time of day")
    if not _is_date(item) or (before == "a" and _is_clock(item)):
        return _clock(item)
    return _date(item) if not _is_clock(item) or item.name.endswith(".") else item


def _settle_by_rest(items: Sequence[Item], place: int) -> Item:
    """Settled by what else is said: a date and a time look alike here."""
    item, codes = items[place], codes_of(items)
    if item.code != "Q":
        return item
    if _DAY.search(codes):
        return _clock(item)
    if codes.count("Q") > 1 or ("w" in codes and not _CLOCK.search(codes)):
        raise UnclearError("a date, or a time of day")
    return _date(item)


def _is_date(item: Item) -> bool:
    day, month = item.numbers
    return 1 <= day <= 31 and 1 <= month <= 12


def _is_clock(item: Item) -> bool:
    hour, minute = item.numbers
    return hour <= 24 and minute <= 59 and len(item.name.rstrip(".").partition(".")[2]) == 2


def _date(item: Item) -> Item:
    day, month = item.numbers
    return Item("D", numbers=(0, month, day))


def _clock(item: Item) -> Item:
    if not _is_clock(item):
        raise UnclearError("neither a date nor a time of day")
    return Item("t", numbers=item.numbers)
