"""Times inside a letter, in five languages: behind the preposition, with the date, never later than recorded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from triage.rules.spoken_times import say_time

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
KYIV = ZoneInfo("Europe/Kyiv")
TUESDAY = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
LANGUAGES = ("en", "ru", "uk", "bg", "de")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Tuesday, 3 March, 12:00"),
        ("ru", "вторника, 3 марта, 12:00"),
        ("uk", "вівторка, 3 березня, 12:00"),
        ("bg", "вторник, 3 март, 12:00 часа"),
        ("de", "Dienstag, 3. März, 12:00 Uhr"),
    ],
)
def test_a_time_is_said_in_the_local_zone(language: str, said: str) -> None:
    assert say_time(TUESDAY, NOW, KYIV, language) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Friday, 1 January 2027, 09:05"),
        ("ru", "пятницы, 1 января 2027 года, 09:05"),
        ("uk", "п'ятниці, 1 січня 2027 року, 09:05"),
        ("bg", "петък, 1 януари 2027 г., 09:05 часа"),
        ("de", "Freitag, 1. Januar 2027, 09:05 Uhr"),
    ],
)
def test_another_year_is_said(language: str, said: str) -> None:
    assert say_time(datetime(2027, 1, 1, 9, 5, 59, tzinfo=UTC), NOW, UTC, language) == said


def test_the_year_is_the_one_that_the_zone_has() -> None:
    eve = datetime(2026, 12, 31, 22, 30, tzinfo=UTC)
    assert say_time(eve, NOW, KYIV, "en") == "Friday, 1 January 2027, 00:30"
    assert say_time(eve, eve, KYIV, "en") == "Friday, 1 January, 00:30"


def test_summer_time_holds_at_the_time_that_is_said() -> None:
    assert say_time(datetime(2026, 3, 30, 9, 0, tzinfo=UTC), NOW, KYIV, "en") == "Monday, 30 March, 12:00"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_day_and_each_month_has_its_own_word(language: str) -> None:
    week = {say_time(NOW + timedelta(days=day), NOW, UTC, language).partition(",")[0] for day in range(7)}
    firsts = [datetime(2026, month, 1, tzinfo=UTC) for month in range(1, 13)]
    year = {say_time(first, NOW, UTC, language).split(", ")[1] for first in firsts}
    assert (len(week), len(year)) == (7, 12)
