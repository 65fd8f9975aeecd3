"""What people type for a time, in five languages, and how it is echoed."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.moment_phrases import UNCLEAR, UNDERSTOOD
from triage.rules.moments import read_moment, spell_date, spell_distance, spell_moment

KYIV = ZoneInfo("Europe/Kyiv")
MONDAY_NOON = datetime(2026, 3, 2, 12, tzinfo=KYIV)
FRIDAY_MORNING = datetime(2026, 3, 6, 8, tzinfo=KYIV)
NEW_YEARS_EVE = datetime(2026, 12, 31, 20, tzinfo=KYIV)


def local(text: str, now: datetime = MONDAY_NOON, at: time = time(9)) -> str | None:
    """The moment that is read, on the wall clock."""
    moment = read_moment(text, now, KYIV, at=at)
    if moment is None:
        return None
    assert moment.tzinfo is UTC
    assert moment > now
    return f"{moment.astimezone(KYIV):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(("text", "expected"), UNDERSTOOD)
def test_understood_on_monday_noon(text: str, expected: str) -> None:
    assert local(text) == f"2026-{expected}"
    assert local(f"  {text.upper()} ") == f"2026-{expected}"


@pytest.mark.parametrize("text", UNCLEAR)
def test_not_understood(text: str) -> None:
    assert local(text) is None


@pytest.mark.parametrize(
    ("now", "text", "expected"),
    [
        (FRIDAY_MORNING, "fri 17:00", "2026-03-06 17:00"),
        (FRIDAY_MORNING, "fri", "2026-03-06 09:00"),
        (FRIDAY_MORNING, "fri 7:30", "2026-03-13 07:30"),
        (FRIDAY_MORNING, "в пятницу в 8", "2026-03-13 08:00"),
        (FRIDAY_MORNING, "this friday 17:00", "2026-03-06 17:00"),
        (FRIDAY_MORNING, "next friday 17:00", "2026-03-13 17:00"),
        (FRIDAY_MORNING, "friday next week", "2026-03-13 09:00"),
        (FRIDAY_MORNING, "thu", "2026-03-12 09:00"),
        (FRIDAY_MORNING, "next week", "2026-03-09 09:00"),
        (FRIDAY_MORNING, "heute morgen", "2026-03-06 09:00"),
        (FRIDAY_MORNING, "06.03 7:00", None),
        (FRIDAY_MORNING, "05.03", "2027-03-05 09:00"),
        (FRIDAY_MORNING, "this thu", None),
        (datetime(2026, 3, 8, 10, tzinfo=KYIV), "next friday", "2026-03-13 09:00"),
        (datetime(2026, 3, 8, 10, tzinfo=KYIV), "tonight at 11", "2026-03-08 23:00"),
        (datetime(2026, 3, 8, 19, tzinfo=KYIV), "tonight", None),
        (datetime(2026, 3, 8, 19, tzinfo=KYIV), "evening", "2026-03-09 18:00"),
        (NEW_YEARS_EVE, "tomorrow", "2027-01-01 09:00"),
        (NEW_YEARS_EVE, "6 jan", "2027-01-06 09:00"),
        (NEW_YEARS_EVE, "31 dec 19:00", None),
        (NEW_YEARS_EVE, "2 months", "2027-02-28 20:00"),
        (datetime(2027, 12, 1, tzinfo=KYIV), "29.02", "2028-02-29 09:00"),
        (datetime(9999, 12, 30, tzinfo=KYIV), "2 days", None),
    ],
)
def test_at_other_times(now: datetime, text: str, expected: str | None) -> None:
    assert local(text, now) == expected


def test_a_day_without_a_time_has_the_callers() -> None:
    assert local("fri", at=time(17, 30)) == "2026-03-06 17:30"
    assert local("today", at=time(17, 30)) == "2026-03-02 17:30"
    assert local("tomorrow morning", at=time(17, 30)) == "2026-03-03 09:00"


BEFORE_SUMMER = datetime(2026, 3, 28, 12, tzinfo=KYIV)
BEFORE_WINTER = datetime(2026, 10, 24, 12, tzinfo=KYIV)
FIRST_HALF_PAST_THREE = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
SECOND_TEN_PAST_THREE = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "text", "expected"),
    [
        (BEFORE_SUMMER, "24h", "29 10:00"),
        (BEFORE_SUMMER, "1d", "29 09:00"),
        (BEFORE_SUMMER, "1d 2h", "29 11:00"),
        (BEFORE_SUMMER, "tomorrow 3:30", "29 01:30"),
        (BEFORE_SUMMER, "sun 4:30", "29 01:30"),
        (BEFORE_SUMMER, "29.03 2:59", "29 00:59"),
        (BEFORE_SUMMER - timedelta(hours=8, minutes=30), "1d", "29 01:30"),
        (BEFORE_WINTER, "24h", "25 09:00"),
        (BEFORE_WINTER, "1d", "25 10:00"),
        (BEFORE_WINTER, "3:30", "25 00:30"),
        (BEFORE_WINTER, "tomorrow 3:30 +03:00", "25 00:30"),
        (BEFORE_WINTER, "tomorrow 3:30 +02:00", "25 01:30"),
        (BEFORE_WINTER, "tomorrow 3:30 +01:00", None),
        (BEFORE_WINTER, "tomorrow 4:30", "25 02:30"),
        (FIRST_HALF_PAST_THREE, "1h", "25 01:30"),
        (FIRST_HALF_PAST_THREE, "3:45", "25 00:45"),
        (FIRST_HALF_PAST_THREE, "3:15", "25 01:15"),
        (SECOND_TEN_PAST_THREE, "3:30", "25 01:30"),
        (SECOND_TEN_PAST_THREE, "3:05", "26 01:05"),
    ],
)
def test_when_summer_time_begins_and_ends(now: datetime, text: str, expected: str | None) -> None:
    moment = read_moment(text, now, KYIV)
    assert (moment and f"{moment:%d %H:%M}") == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 3, 2, 14, tzinfo=KYIV), "today 14:00, in 2 h"),
        (datetime(2026, 3, 2, 13, 30, tzinfo=KYIV), "today 13:30, in 90 min"),
        (datetime(2026, 3, 2, 13, tzinfo=KYIV), "today 13:00, in 1 h"),
        (datetime(2026, 3, 3, 10, tzinfo=KYIV), "tomorrow 10:00, in 22 h"),
        (datetime(2026, 3, 4, 9, tzinfo=KYIV), "Wed 4 Mar 09:00, in 45 h"),
        (datetime(2026, 3, 6, 15, tzinfo=UTC), "Fri 6 Mar 17:00, in 4 d"),
        (datetime(2027, 3, 5, 17, tzinfo=KYIV), "Fri 5 Mar 2027 17:00, in 368 d"),
        (datetime(2026, 3, 1, 17, tzinfo=KYIV), "Sun 1 Mar 17:00, 19 h ago"),
        (datetime(2026, 3, 2, 11, 20, tzinfo=KYIV), "today 11:20, 40 min ago"),
        (MONDAY_NOON, "today 12:00, now"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Sun 25 Oct 03:30, in 237 d"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Sun 25 Oct 03:30 +02:00, in 237 d"),
    ],
)
def test_the_echo(moment: datetime, expected: str) -> None:
    assert spell_moment(moment, MONDAY_NOON, KYIV) == expected


def test_a_distance_is_rounded() -> None:
    assert spell_distance(MONDAY_NOON + timedelta(hours=1, minutes=59, seconds=59), MONDAY_NOON) == "in 2 h"


ZONES: st.SearchStrategy[tzinfo] = st.sampled_from(
    [
        KYIV,
        UTC,
        ZoneInfo("America/New_York"),
        ZoneInfo("America/St_Johns"),
        ZoneInfo("Australia/Lord_Howe"),
        ZoneInfo("Asia/Kathmandu"),
        timezone(timedelta(hours=-3, minutes=-30)),
    ]
)
NOWS = st.integers(946_684_800, 2_114_380_800).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
WORDS = sorted({word for text, _ in UNDERSTOOD for word in text.split()} | {"03:30", "2:30", "h", "+02:00", "29.02"})
UNHURRIED = settings(deadline=None)
SALADS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@UNHURRIED
@given(st.one_of(st.text(max_size=110), SALADS), NOWS, ZONES)
@example("9999 months 9999d 9999h", datetime.max.replace(tzinfo=UTC), KYIV)
@example("1d", datetime.min.replace(tzinfo=UTC), ZoneInfo("America/New_York"))
def test_never_raises_and_is_never_past(text: str, now: datetime, zone: tzinfo) -> None:
    moment = read_moment(text, now, zone)
    assert moment is None or moment > now


@UNHURRIED
@given(NOWS, st.integers(1, 366 * 24 * 60), ZONES)
@example(BEFORE_WINTER.astimezone(UTC), 14 * 60 + 30, KYIV)
@example(FIRST_HALF_PAST_THREE, 30, KYIV)
def test_what_is_spelled_reads_back(now: datetime, minutes: int, zone: tzinfo) -> None:
    moment = now.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    assert read_moment(spell_date(moment, now, zone), now, zone) == moment


@UNHURRIED
@given(NOWS, ZONES, st.text(min_size=101, max_size=300))
def test_a_long_text_is_no_time(now: datetime, zone: tzinfo, text: str) -> None:
    assert read_moment(text, now, zone) is None
