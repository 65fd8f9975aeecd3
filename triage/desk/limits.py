"""From the settings to the limits: what is agreed with whom, and how time counts for them; light to import."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from datetime import date
from functools import cache
from typing import cast
from zoneinfo import ZoneInfo

from msgspec import DecodeError, Struct, json

from config import agreements
from config.agreements import Client, Group, Hours, Sharper, Tones
from config.durations import Length
from config.schema import Rule, Settings
from config.working_hours import ALWAYS, day_off_in, week_of
from triage.model.act import Tone
from triage.rules.clients import ClientBook, ClientRule, Limit, Terms
from triage.rules.flags import COMPLAINT, URGENT
from triage.rules.hours import WALL_CLOCK, Calendar, OpenHours
from triage.rules.limits import Limits


class Agreed(Struct, frozen=True, omit_defaults=True):
    """The part of the settings that limits come from."""

    rule: Rule = Rule()
    client: tuple[Client, ...] = ()
    group: dict[str, Group] = {}
    hours: dict[str, Hours] = {}
    tone: Tones = Tones()
    complaint: Sharper = Sharper()
    urgent: Sharper = Sharper()


def write_limits(settings: Settings) -> str:
    """What decides limits, as a text that is the same while they are (clock case 37)."""
    told = Agreed(
        Rule(**{key: getattr(settings.rule, key) for key in (*Limit, "due_soon", "warn_before")}),
        settings.client,
        settings.group,
        settings.hours,
        settings.tone,
        settings.complaint,
        settings.urgent,
    )
    return json.encode(told, order="deterministic").decode()


def read_written_limits(text: str) -> Limits | None:
    """The limits in such a text; None where a newer Triage has written it in another way."""
    try:
        return read_limits(json.decode(text, type=Agreed))
    except (DecodeError, ValueError, LookupError):
        return None


def read_limits(settings: Settings | Agreed) -> Limits:
    """What these settings say."""
    rule = settings.rule
    return Limits(
        rule.reply_within,
        rule.due_soon,
        rule.answer_within,
        rule.warn_before,
        rule.contact_every,
        rule.emergency_every,
        rule.nudge_after,
        _clients(settings),
        _flag_limits(settings),
    )


def _flag_limits(settings: Settings | Agreed) -> dict[str, Length]:
    """The limits that a flag brings, by its word."""
    words = {tone.value: getattr(settings.tone, tone.value).reply_within for tone in Tone}
    limits = {**words, COMPLAINT: settings.complaint.reply_within, URGENT: settings.urgent.reply_within}
    return {word: within for word, within in limits.items() if within}


def _clients(settings: Settings | Agreed) -> ClientBook:
    calendars: dict[str, Calendar] = {name: _open_hours(hours) for name, hours in settings.hours.items()}
    calendars[ALWAYS] = WALL_CLOCK
    groups = {name: _terms(("group", name), group, calendars) for name, group in settings.group.items()}
    return ClientBook(
        ClientRule(client.match, _terms(("client", place), client, calendars, client.name), groups.get(client.group))
        for place, client in enumerate(settings.client)
    )


def _terms(
    at: tuple[str | int, ...], agreed: agreements.Agreed, calendars: Mapping[str, Calendar], name: str = ""
) -> Terms:
    limits = {limit: within for limit in Limit if (within := getattr(agreed, limit.value))}
    return Terms(at, limits, calendars.get(agreed.hours), agreed.cc, agreed.language, name)


def _open_hours(hours: Hours) -> OpenHours:
    days_off = [day_off_in(text) for text in hours.days_off]
    code = hours.holidays

    def is_off(day: date) -> bool:
        return any(off.covers(day) for off in days_off) or bool(code and day in _holidays(code))

    return OpenHours(ZoneInfo(hours.zone), week_of(hours.open), is_off)


@cache
def _holidays(code: str) -> Container[date]:
    """The public holidays of a country or a part of one, worked out year by year when they are asked for.

    The library takes two tenths of a second to import: only those who name a country wait for it.
    """
    import holidays

    country, _, part = code.partition("-")
    find = cast(Callable[..., Container[date]], holidays.country_holidays)
    return find(country, subdiv=part or None)
