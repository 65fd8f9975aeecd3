"""When accounts are read, and what is said about it."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest

from tests.support.still_desk import NOW
from triage.model.events import AccountRead, ReadFailed, ReadProgress
from triage.tui.readings import Readings

MINUTE = timedelta(minutes=1)


@pytest.fixture
def readings() -> Readings:
    return Readings(("work", "shop"), 5 * MINUTE)


def test_each_account_is_read_at_once_then_every_so_often(readings: Readings) -> None:
    assert readings.due(NOW) == ("work", "shop")
    assert readings.due(NOW) == ()
    readings.take(AccountRead("work", NOW, 0, 0, ()))
    assert readings.due(NOW + 4 * MINUTE) == ()
    assert readings.due(NOW + 5 * MINUTE) == ("work",)


def test_after_trouble_it_tries_again_later_and_later(readings: Readings) -> None:
    now, waits = NOW, []
    readings.due(now)
    for _ in range(5):
        readings.take(ReadFailed("work", now, "No answer.", False))
        minutes = next(minute for minute in range(1, 60) if readings.due(now + minute * MINUTE))
        waits.append(minutes)
        now += minutes * MINUTE
    assert waits == [1, 2, 5, 5, 5]
    readings.take(AccountRead("work", now, 0, 0, ()))
    assert readings.troubles(now, UTC) == ()


def test_what_cannot_help_is_tried_on_the_key_alone(readings: Readings) -> None:
    readings.due(NOW)
    readings.take(ReadFailed("work", NOW, "The password was refused.", True))
    assert readings.due(NOW + 60 * MINUTE) == ()
    assert readings.troubles(NOW, UTC) == ("The password was refused. R reads again.",)
    readings.ask_all()
    assert readings.due(NOW + 60 * MINUTE) == ("work",)


def test_accounts_out_of_reach_share_a_line(readings: Readings) -> None:
    readings.due(NOW)
    for name in ("work", "shop"):
        readings.take(ReadFailed(name, NOW, "No answer.", False))
    assert readings.troubles(NOW, UTC) == ("work, shop: offline since 12:00, trying again in 1 min · No answer.",)


def test_progress_of_several_accounts_is_summed(readings: Readings) -> None:
    readings.due(NOW)
    for name in ("work", "shop"):
        readings.take(ReadProgress(name, "headers", 1_000, 3_000, NOW - timedelta(seconds=10)))
    said = [words.replace("\N{NARROW NO-BREAK SPACE}", " ") for words in readings.words(NOW, UTC)]
    assert said == ["reading 2 000 of 6 000 · 200/s · 21 s left", "reading 2 000 of 6 000", "reading …"]


def test_the_oldest_reading_is_named(readings: Readings) -> None:
    assert readings.words(NOW, UTC) == ("not read yet",)
    readings.take(AccountRead("work", NOW, 0, 0, ()))
    assert (readings.ever, readings.whole) == (True, False)
    readings.take(AccountRead("shop", NOW - MINUTE, 0, 0, ()))
    assert readings.words(NOW, UTC) == ("read 11:59",)
    assert readings.whole
