"""`--at`: an ISO time, or a time ahead as people say it, in this machine's zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from triage.cli import make_parser
from triage.local_zone import local_zone

NOON = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)  # a Monday; 12:00 in Kyiv


@pytest.fixture(autouse=True)
def _in_kyiv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Kyiv")


def at(text: str) -> datetime:
    with time_machine.travel(NOON.timestamp(), tick=False):
        return datetime.fromtimestamp(make_parser().parse_args(["--overdue", "--at", text]).at, UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-09T09:00Z", datetime(2026, 3, 9, 9, tzinfo=UTC)),
        ("mon 9:00", datetime(2026, 3, 9, 7, tzinfo=UTC)),
        ("завтра в 10", datetime(2026, 3, 3, 8, tzinfo=UTC)),
        ("у п'ятницю о 15:30", datetime(2026, 3, 6, 13, 30, tzinfo=UTC)),
        ("след 2 часа", NOON + timedelta(hours=2)),
        ("morgen 12", datetime(2026, 3, 3, 10, tzinfo=UTC)),
    ],
)
def test_times_that_are_understood(text: str, moment: datetime) -> None:
    assert at(text) == moment


def test_what_was_understood_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    at("mon 9:00")
    assert capsys.readouterr().err == "At Mon 9 Mar 09:00, in 7 d:\n"


@pytest.mark.parametrize("text", ["someday", "2026-13-01", "yesterday", ""])
def test_times_that_are_not(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        at(text)
    assert left.value.code == 2
    assert "is no time such as" in capsys.readouterr().err


def test_the_zone_of_this_machine_knows_summer_time() -> None:
    zone = local_zone()
    offsets = {datetime(2026, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)}
    assert offsets == {timedelta(hours=2), timedelta(hours=3)}


def test_a_zone_that_nobody_knows_is_what_holds_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Nowhere/Land")
    assert local_zone().utcoffset(datetime(2026, 3, 2)) is not None  # noqa: DTZ001
