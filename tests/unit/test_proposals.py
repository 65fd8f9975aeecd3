"""The answer time that is proposed: on a quarter of an hour, never later than the limit, always ahead."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from triage.rules.proposals import propose_answer

KYIV = ZoneInfo("Europe/Kyiv")


@pytest.mark.parametrize(
    ("now", "minutes", "proposed"),
    [
        ("2026-03-02T12:00:00", 1_440, "2026-03-03T12:00:00"),
        ("2026-03-02T12:14:59", 1_440, "2026-03-03T12:00:00"),
        ("2026-03-02T12:15:00", 1_440, "2026-03-03T12:15:00"),
        ("2026-03-02T23:59:30", 120, "2026-03-03T01:45:00"),
        ("2026-03-02T12:01:00", 20, "2026-03-02T12:15:00"),
        ("2026-03-02T12:01:00", 5, "2026-03-02T12:15:00"),
        ("2026-03-02T12:00:00", 0, "2026-03-02T12:15:00"),
    ],
)
def test_quarters(now: str, minutes: int, proposed: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    found = propose_answer(at, at + timedelta(minutes=minutes))
    assert found == datetime.fromisoformat(proposed).replace(tzinfo=UTC)


def test_a_day_is_24_real_hours_where_the_clocks_are_put_forward() -> None:
    now = datetime(2026, 3, 28, 12, 0, tzinfo=KYIV).astimezone(UTC)
    assert propose_answer(now, now + timedelta(hours=24)).astimezone(KYIV).hour == 13
