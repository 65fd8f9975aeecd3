"""Working hours as people write them: days, spans, days off, holidays; and what is said of those that can't be read."""

from __future__ import annotations

from datetime import date

import pytest

from config.errors import SettingsError
from config.load import parse
from config.working_hours import DayOff, day_off_in, days_in, holiday_codes, span_in, week_of
from tests.support.settings_text import settings_text


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon", (0,)),
        ("Mon-Fri", (0, 1, 2, 3, 4)),
        ("sat, sun", (5, 6)),
        ("fri-mon", (4, 5, 6, 0)),
        ("mon-wed,wed-thu", (0, 1, 2, 3)),
        ("tue-tue", (1,)),
    ],
)
def test_days(text: str, days: tuple[int, ...]) -> None:
    assert days_in(text) == days


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("09:00-18:00", (540, 1080)),
        ("09:00 – 18:00", (540, 1080)),
        ("00:00-24:00", (0, 1440)),
        ("23:59-24:00", (1439, 1440)),
    ],
)
def test_a_span(text: str, span: tuple[int, int]) -> None:
    assert span_in(text) == span


@pytest.mark.parametrize(
    "text", ["9-18", "18:00-09:00", "09:00-09:00", "09:60-10:00", "09:00-24:01", "22:00-02:00", ""]
)
def test_no_span(text: str) -> None:
    with pytest.raises(ValueError):
        span_in(text)


def test_spans_of_a_day_come_in_order_and_those_that_touch_are_one() -> None:
    week = week_of({"mon-tue": ["14:00-18:00", "09:00-13:00"], "tue": ["12:00-14:00"]})
    assert week == (((540, 780), (840, 1080)), ((540, 1080),), (), (), (), (), ())


@pytest.mark.parametrize(
    ("text", "day", "off"),
    [
        ("2026-12-24", date(2026, 12, 24), True),
        ("2026-12-24", date(2027, 12, 24), False),
        ("12-24", date(2027, 12, 24), True),
        ("02-29", date(2028, 2, 29), True),
        ("2026-08-03..2026-08-14", date(2026, 8, 3), True),
        ("2026-08-03..2026-08-14", date(2026, 8, 14), True),
        ("2026-08-03..2026-08-14", date(2026, 8, 15), False),
    ],
)
def test_days_off(text: str, day: date, off: bool) -> None:
    assert day_off_in(text).covers(day) is off


def test_a_day_off_of_every_year_says_so() -> None:
    assert day_off_in("12-24") == DayOff(date(2000, 12, 24), date(2000, 12, 24), True)


@pytest.mark.parametrize(
    "text",
    ["", "Christmas", "2026-13-01", "2026-02-29", "2026-08-14..2026-08-03", "12-24..12-31", "2020-01-01..2026-01-01"],
)
def test_no_day_off(text: str) -> None:
    with pytest.raises(ValueError):
        day_off_in(text)


HOURS = '[hours.office]\nzone = "Europe/Kyiv"\nopen = { mon-fri = ["09:00-18:00"] }\n'


def mistakes(rest: str) -> list[str]:
    with pytest.raises(SettingsError) as error:
        parse(settings_text(rest=rest), "settings.toml")
    return [mistake.says for mistake in error.value.mistakes]


@pytest.mark.parametrize(
    ("rest", "says"),
    [
        pytest.param(
            HOURS.replace('mon-fri = ["09:00-18:00"]', ""),
            "hours.office.open has no open hour at all",
            id="case 43: no day",
        ),
        pytest.param(
            HOURS.replace('["09:00-18:00"]', "[]"), "hours.office.open has no open hour at all", id="case 43: no span"
        ),
        pytest.param(
            HOURS.replace("mon-fri", "mon-fir"), 'hours.office.open has "mon-fir"; allowed: a day', id="a day"
        ),
        pytest.param(
            HOURS.replace("18:00", "8:00"), 'hours.office.open.mon-fri holds "09:00-8:00"; allowed: a span', id="a span"
        ),
        pytest.param(
            HOURS.replace("Kyiv", "Nowhere"), 'hours.office.zone is "Europe/Nowhere"; allowed: a time zone', id="a zone"
        ),
        pytest.param(
            f'{HOURS}days_off = ["24.12."]\n',
            'hours.office.days_off holds "24.12."; allowed: "2026-12-24"',
            id="a day off",
        ),
        pytest.param(
            f'{HOURS}holidays = "XX"\n',
            'hours.office.holidays is "XX"; allowed: a country such as "UA"',
            id="a country",
        ),
        pytest.param(f'{HOURS}holidays = "ua"\n', 'hours.office.holidays is "ua"; allowed: a country', id="its form"),
        pytest.param(
            HOURS.replace("office", "always"), "hours.always is a name of its own: the wall clock", id="a name taken"
        ),
        pytest.param(
            f'{HOURS}[group.vip]\nhours = "offices"\n',
            'group.vip.hours is "offices", which no table [hours.NAME] has; allowed: "office", or "always"',
            id="hours that are not there",
        ),
        pytest.param(
            '[[client]]\nmatch = ["a@client.example"]\ngroup = "vip"\n',
            'client.group is "vip", which no table [group.NAME] has; allowed: the name of a table [group.NAME], '
            "and there is none",
            id="a group that is not there",
        ),
    ],
)
def test_what_is_wrong_is_told(rest: str, says: str) -> None:
    (mistake,) = mistakes(rest)
    assert mistake.startswith(says)


def test_holidays_need_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    (mistake,) = mistakes(f'{HOURS}holidays = "UA"\n')
    assert mistake.startswith("hours.office.holidays needs the extra: pip install 'triage-inbox[holidays]'")


def test_every_country_that_the_settings_allow_is_known_to_the_library() -> None:
    import holidays

    known = holidays.list_supported_countries(include_aliases=False)
    told = {code for country, parts in known.items() for code in (country, *(f"{country}-{part}" for part in parts))}
    assert holiday_codes() <= told
    assert {"UA", "BG", "DE-BY", "US-NY"} <= holiday_codes()
