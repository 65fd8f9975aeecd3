"""What must hold of what is agreed with clients: who they are, their groups, and their working hours."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from config.agreements import Agreed, Hours
from config.errors import Fault, Path
from config.public_checks import strangers_in
from config.schema import Settings
from config.wording import name, quoted
from config.working_hours import ALWAYS, day_off_in, days_in, holiday_codes, span_in, week_of

_DAYS = 'a day or days such as "mon", "mon-fri" or "tue,thu"'
_SPANS = 'a span of one day such as "09:00-18:00" (the day ends at 24:00)'
_OFF = '"2026-12-24", "2026-08-03..2026-08-14", or "12-24" for every year'


def clients_in(settings: Settings) -> Iterator[Fault]:
    """Each client is named, each address or domain stands for one of them; groups and hours that are named exist."""
    taken: set[str] = set()
    for place, client in enumerate(settings.client):
        at: Path = ("client", place)
        yield from _matches(client.match, (*at, "match"), taken)
        if client.group and client.group not in settings.group:
            yield Fault((*at, "group"), _missing("client.group", client.group, settings.group, "group"))
        yield from _names_hours(client, at, settings.hours)
    for key, group in settings.group.items():
        yield from _names_hours(group, ("group", key), settings.hours)
    if ALWAYS in settings.hours:
        says = f"hours.{ALWAYS} is a name of its own: the wall clock, day and night; allowed: another name"
        yield Fault(("hours", ALWAYS), says)


def hours_in(hours: Hours, at: Path) -> Iterator[Fault]:
    """Days, spans, zone and holidays can be read, and some hour of the week is open (clock case 43)."""
    faults = [*_opening(hours, at), *_days_off(hours, at)]
    yield from faults
    if not faults and not any(week_of(hours.open)):
        yield Fault((*at, "open"), f"{name((*at, 'open'))} has no open hour at all; needed: {_DAYS} with {_SPANS}")
    yield from _zone(hours, at)
    yield from _holidays(hours, at)


def _matches(entries: tuple[str, ...], at: Path, taken: set[str]) -> Iterator[Fault]:
    if not entries:
        yield Fault(at, 'client.match is empty; needed: addresses, or "@domain" for every address there')
    yield from strangers_in(entries, at)
    for index, entry in enumerate(entries):
        if entry.lower() in taken:
            says = f"client.match holds {quoted(entry)} a second time; allowed: each address and domain once"
            yield Fault((*at, index), says)
        taken.add(entry.lower())


def _names_hours(agreed: Agreed, at: Path, hours: Collection[str]) -> Iterator[Fault]:
    if agreed.hours not in ("", ALWAYS) and agreed.hours not in hours:
        says = _missing(name((*at, "hours")), agreed.hours, hours, "hours")
        yield Fault((*at, "hours"), f'{says}, or "{ALWAYS}"')


def _missing(key: str, value: str, names: Collection[str], table: str) -> str:
    there = ", ".join(quoted(one) for one in names) or f"the name of a table [{table}.NAME], and there is none"
    return f"{key} is {quoted(value)}, which no table [{table}.NAME] has; allowed: {there}"


def _opening(hours: Hours, at: Path) -> Iterator[Fault]:
    for days, spans in hours.open.items():
        if not _reads(days_in, days):
            yield Fault((*at, "open", days), f"{name((*at, 'open'))} has {quoted(days)}; allowed: {_DAYS}")
        yield from _unread(span_in, spans, (*at, "open", days), _SPANS)


def _days_off(hours: Hours, at: Path) -> Iterator[Fault]:
    yield from _unread(day_off_in, hours.days_off, (*at, "days_off"), _OFF)


def _unread(read: Callable[[str], object], entries: Iterable[str], at: Path, allowed: str) -> Iterator[Fault]:
    for index, entry in enumerate(entries):
        if not _reads(read, entry):
            yield Fault((*at, index), f"{name(at)} holds {quoted(entry)}; allowed: {allowed}")


def _reads(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def _zone(hours: Hours, at: Path) -> Iterator[Fault]:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(hours.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        says = f'{name((*at, "zone"))} is {quoted(hours.zone)}; allowed: a time zone such as "Europe/Kyiv"'
        yield Fault((*at, "zone"), says)


def _holidays(hours: Hours, at: Path) -> Iterator[Fault]:
    if not hours.holidays:
        return
    key: Path = (*at, "holidays")
    if hours.holidays not in holiday_codes():
        says = f'{name(key)} is {quoted(hours.holidays)}; allowed: a country such as "UA", or a part of one, "DE-BY"'
        yield Fault(key, says)
        return
    from importlib.util import find_spec

    if find_spec("holidays") is None:
        says = f"{name(key)} needs the extra: pip install 'triage-inbox[holidays]'; or list the days in days_off"
        yield Fault(key, says)
