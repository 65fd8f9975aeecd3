"""Limits by the wall clock and in working hours, to the minute: clock cases 40 to 46; each test names its row."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.durations import Length, length
from config.working_hours import week_of
from triage.rules.hours import WALL_CLOCK, OpenHours

KYIV, NEW_YORK = ZoneInfo("Europe/Kyiv"), ZoneInfo("America/New_York")
WEEK = week_of({"mon-fri": ["09:00-18:00"]})
LUNCH = week_of({"mon-fri": ["09:00-13:00", "14:00-18:00"]})
SHORT_FRIDAY = week_of({"mon-thu": ["09:00-18:00"], "fri": ["09:00-14:00"]})
LATE_TUESDAY = week_of({"mon": ["09:00-18:00"], "tue": ["12:00-18:00"]})
TO_MIDNIGHT = week_of({"mon-fri": ["16:00-24:00"]})
NIGHT = week_of({"mon-sun": ["00:00-24:00"]})


def at(text: str, zone: ZoneInfo = KYIV, fold: int = 0) -> datetime:
    """A local time as "2026-03-06 17:00", in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).astimezone(UTC)


# 6 March 2026 is a Friday.
@pytest.mark.parametrize(
    ("week", "start", "limit", "due"),
    [
        pytest.param(WEEK, "2026-03-06 17:00", "2h", "2026-03-09 10:00", id="case 40"),
        pytest.param(WEEK, "2026-03-06 16:00", "2h", "2026-03-06 18:00", id="40: closing time is still in time"),
        pytest.param(WEEK, "2026-03-06 07:00", "2h", "2026-03-06 11:00", id="case 41: before opening"),
        pytest.param(WEEK, "2026-03-06 18:00", "2h", "2026-03-09 11:00", id="case 41: at closing"),
        pytest.param(WEEK, "2026-03-06 23:30", "2h", "2026-03-09 11:00", id="case 41: after closing"),
        pytest.param(WEEK, "2026-03-10 10:00", "2h", "2026-03-11 11:00", id="case 41: on a day off"),
        pytest.param(LUNCH, "2026-03-06 12:30", "1h", "2026-03-06 14:30", id="over lunch"),
        pytest.param(LUNCH, "2026-03-06 13:30", "1d", "2026-03-09 14:00", id="1d from lunch: counting starts at 14:00"),
        pytest.param(WEEK, "2026-03-02 09:00", "18h", "2026-03-03 18:00", id="two whole days of open time"),
        pytest.param(TO_MIDNIGHT, "2026-03-06 23:30", "29m", "2026-03-06 23:59", id="case 42: before its last minute"),
        pytest.param(TO_MIDNIGHT, "2026-03-06 23:30", "30m", "2026-03-07 00:00", id="case 42: its last minute counts"),
        pytest.param(TO_MIDNIGHT, "2026-03-06 23:30", "31m", "2026-03-09 16:01", id="case 42: after its last minute"),
        pytest.param(WEEK, "2026-03-06 15:00", "1d", "2026-03-09 15:00", id="case 46"),
        pytest.param(WEEK, "2026-03-06 15:00", "3d", "2026-03-12 15:00", id="46: three days, one of them off"),
        pytest.param(WEEK, "2026-03-07 15:00", "1d", "2026-03-11 09:00", id="46: on a Saturday, Monday and a day off"),
        pytest.param(WEEK, "2026-03-06 15:00", "1d4h", "2026-03-11 10:00", id="46: a day and hours"),
        pytest.param(SHORT_FRIDAY, "2026-03-05 16:00", "1d", "2026-03-06 14:00", id="46: closed by then that day"),
        pytest.param(LATE_TUESDAY, "2026-03-16 10:00", "1d", "2026-03-17 12:00", id="46: not open yet that day"),
    ],
)
def test_working_hours(week: tuple[tuple[tuple[int, int], ...], ...], start: str, limit: str, due: str) -> None:
    office = OpenHours(KYIV, week, lambda day: day == date(2026, 3, 10))
    assert office.after(at(start), length(limit)) == at(due)


# Kyiv: forward on Sunday 29 March 2026 at 3:00, back on Sunday 25 October at 4:00.
# New York: forward on Sunday 8 March 2026 at 2:00, back on Sunday 1 November at 2:00.
@pytest.mark.parametrize(
    ("zone", "eve", "local_due"),
    [
        pytest.param(KYIV, "2026-03-28 12:00", "2026-03-29 13:00", id="case 44: Kyiv, forward"),
        pytest.param(KYIV, "2026-10-24 12:00", "2026-10-25 11:00", id="case 44: Kyiv, back"),
        pytest.param(NEW_YORK, "2026-03-07 12:00", "2026-03-08 13:00", id="case 44: New York, forward"),
        pytest.param(NEW_YORK, "2026-10-31 12:00", "2026-11-01 11:00", id="case 44: New York, back"),
    ],
)
def test_by_the_wall_clock_a_day_has_24_real_hours(zone: ZoneInfo, eve: str, local_due: str) -> None:
    for limit in ("24h", "1d"):
        assert WALL_CLOCK.after(at(eve, zone), length(limit)) == at(local_due, zone)


@pytest.mark.parametrize(
    ("zone", "start", "limit", "due"),
    [
        pytest.param(KYIV, "2026-03-27 17:00", "2h", "2026-03-30 10:00", id="case 45: Kyiv, forward"),
        pytest.param(KYIV, "2026-10-23 17:00", "2h", "2026-10-26 10:00", id="case 45: Kyiv, back"),
        pytest.param(NEW_YORK, "2026-03-06 17:00", "2h", "2026-03-09 10:00", id="case 45: New York, forward"),
        pytest.param(NEW_YORK, "2026-10-30 17:00", "2h", "2026-11-02 10:00", id="case 45: New York, back"),
        pytest.param(KYIV, "2026-03-27 15:00", "1d", "2026-03-30 15:00", id="45, 46: Kyiv, forward"),
        pytest.param(KYIV, "2026-10-23 15:00", "1d", "2026-10-26 15:00", id="45, 46: Kyiv, back"),
        pytest.param(NEW_YORK, "2026-03-06 15:00", "1d", "2026-03-09 15:00", id="45, 46: New York, forward"),
        pytest.param(NEW_YORK, "2026-10-30 15:00", "1d", "2026-11-02 15:00", id="45, 46: New York, back"),
    ],
)
def test_the_local_opening_hours_hold(zone: ZoneInfo, start: str, limit: str, due: str) -> None:
    assert OpenHours(zone, WEEK).after(at(start, zone), length(limit)) == at(due, zone)


@pytest.mark.parametrize(
    ("zone", "start", "real_hours", "due"),
    [
        pytest.param(KYIV, "2026-03-28 12:00", 24, "2026-03-29 13:00", id="Kyiv, forward: the day has 23"),
        pytest.param(KYIV, "2026-10-24 12:00", 24, "2026-10-25 11:00", id="Kyiv, back: the day has 25"),
        pytest.param(NEW_YORK, "2026-03-07 12:00", 24, "2026-03-08 13:00", id="New York, forward"),
        pytest.param(NEW_YORK, "2026-10-31 12:00", 24, "2026-11-01 11:00", id="New York, back"),
    ],
)
def test_case_45_open_time_is_real_time(zone: ZoneInfo, start: str, real_hours: int, due: str) -> None:
    assert OpenHours(zone, NIGHT).after(at(start, zone), Length(time=timedelta(hours=real_hours))) == at(due, zone)


@pytest.mark.parametrize(
    ("span", "day", "opening", "closing"),
    [
        pytest.param("03:30-06:00", "2026-03-29", "2026-03-29 04:00", "2026-03-29 06:00", id="opens in the gap"),
        pytest.param("01:00-03:30", "2026-03-29", "2026-03-29 01:00", "2026-03-29 04:00", id="closes in the gap"),
        pytest.param("03:30-06:00", "2026-10-25", "2026-10-25 03:30", "2026-10-25 06:00", id="opens at the first 3:30"),
        pytest.param("01:00-03:30", "2026-10-25", "2026-10-25 01:00", "second", id="closes at the second 3:30"),
    ],
)
def test_case_45_hours_that_begin_or_end_while_the_clock_is_changed(
    span: str, day: str, opening: str, closing: str
) -> None:
    office = OpenHours(KYIV, week_of({"sun": [span]}))
    begins = at(opening)
    ends = at("2026-10-25 03:30", fold=1) if closing == "second" else at(closing)
    midnight = at(f"{day} 00:00")
    assert office.after(midnight, Length(time=timedelta(seconds=1))) == begins + timedelta(seconds=1)
    assert office.after(midnight, Length(time=ends - begins)) == ends


def test_so_much_open_time_before_a_moment() -> None:
    office = OpenHours(KYIV, LUNCH)
    assert office.before(at("2026-03-09 10:00"), timedelta(hours=4)) == at("2026-03-06 15:00")
    assert office.before(at("2026-03-07 12:00"), timedelta(hours=5)) == at("2026-03-06 12:00")
    assert office.before(at("2026-03-06 17:00"), timedelta(0)) == at("2026-03-06 17:00")
    assert WALL_CLOCK.before(at("2026-03-09 10:00"), timedelta(hours=4)) == at("2026-03-09 06:00")


def test_the_days_that_do_not_count_can_be_told() -> None:
    office = OpenHours(KYIV, WEEK, lambda day: day == date(2026, 3, 9))
    closed = office.closed_days(at("2026-03-06 17:00"), at("2026-03-10 10:00"))
    assert closed == (date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 9))
    assert WALL_CLOCK.closed_days(at("2026-03-06 17:00"), at("2026-03-10 10:00")) == ()


def test_a_limit_beyond_all_reason_is_due_in_ten_years() -> None:
    office = OpenHours(KYIV, week_of({"mon": ["09:00-09:01"]}))
    for limit in ("36500d", "876000h"):
        due = office.after(at("2026-03-06 17:00"), length(limit))
        assert timedelta(days=3650) < due - at("2026-03-06 17:00") < timedelta(days=7500)


moments = st.integers(0, 3 * 365 * 86_400).map(
    lambda seconds: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
open_times = st.integers(1, 5 * 86_400).map(lambda seconds: timedelta(seconds=seconds))
offices = st.sampled_from(
    [OpenHours(zone, week) for zone in (KYIV, NEW_YORK) for week in (WEEK, LUNCH, SHORT_FRIDAY, TO_MIDNIGHT, NIGHT)]
)


@given(offices, moments, open_times, open_times)
def test_open_time_adds_up(office: OpenHours, start: datetime, first: timedelta, then: timedelta) -> None:
    whole = office.after(start, Length(time=first + then))
    assert office.after(office.after(start, Length(time=first)), Length(time=then)) == whole
    assert whole >= start + first + then


@given(offices, moments, moments, st.sampled_from(["1h", "4h", "1d", "2d", "1d3h"]))
def test_what_comes_later_is_never_due_sooner(office: OpenHours, one: datetime, other: datetime, limit: str) -> None:
    first, second = sorted((one, other))
    assert office.after(first, length(limit)) <= office.after(second, length(limit))


@given(offices, moments, open_times)
def test_back_and_forth_is_the_same_moment(office: OpenHours, start: datetime, span: timedelta) -> None:
    due = office.after(start, Length(time=span))
    assert office.after(office.before(due, span), Length(time=span)) == due
