"""Times as people write them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.durations import LONGEST, Length, duration, length, spell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90m", timedelta(minutes=90)),
        ("24h", timedelta(hours=24)),
        ("2d", timedelta(days=2)),
        ("45s", timedelta(seconds=45)),
        ("1h30m", timedelta(minutes=90)),
        ("1d2h3m4s", timedelta(days=1, hours=2, minutes=3, seconds=4)),
        ("36500d", LONGEST),
    ],
)
def test_a_time(text: str, expected: timedelta) -> None:
    assert duration(text) == expected


WORDS = ["", "soon", "24", "0m", "0h0m", "-1h", "1.5h", "1h 30m", "30m1h", "1h1h", "2D", " 2d", "2d\n", "٣d", "36501d"]


@pytest.mark.parametrize("text", [*WORDS, "9" * 99 + "s", 24, True, None, ["1h"]])
def test_no_time(text: object) -> None:
    with pytest.raises(ValueError):
        duration(text)


@pytest.mark.parametrize(
    ("seconds", "expected"), [(86_400, "24h"), (172_800, "2d"), (5_400, "90m"), (90, "90s"), (3_600, "1h")]
)
def test_a_time_is_spelled_in_one_unit(seconds: int, expected: str) -> None:
    assert spell(timedelta(seconds=seconds)) == expected


@given(st.integers(min_value=1, max_value=int(LONGEST.total_seconds())))
def test_what_is_spelled_reads_back(seconds: int) -> None:
    assert duration(spell(timedelta(seconds=seconds))) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("text", "days", "hours", "spelled"),
    [("4h", 0, 4, "4h"), ("24h", 0, 24, "24h"), ("1d", 1, 0, "1d"), ("1d4h", 1, 4, "1d4h"), ("3d30m", 3, 0.5, "3d30m")],
)
def test_a_limit_keeps_its_days_apart(text: str, days: int, hours: float, spelled: str) -> None:
    assert length(text) == Length(days, timedelta(hours=hours))
    assert spell(length(text)) == spelled


@pytest.mark.parametrize(
    ("hours", "inherited"),
    [
        pytest.param(24, Length(1), id="case 46: the default"),
        pytest.param(72, Length(3), id="three days"),
        pytest.param(4, Length(0, timedelta(hours=4)), id="hours stay hours"),
        pytest.param(36, Length(0, timedelta(hours=36)), id="no whole day"),
    ],
)
def test_what_the_rule_says_in_whole_days_is_days(hours: int, inherited: Length) -> None:
    assert Length.inherited(timedelta(hours=hours)) == inherited
