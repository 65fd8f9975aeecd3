"""The quick check's options, and when it leaves the answer to the long way."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.quick_check import LATE, RESTING, SOON, House, in_the_31st_hour
from tests.support.rows import clock, row
from tests.support.stories import hours
from triage.overdue import CALM, OVERDUE, read_options, read_time
from triage.store.due_reader import VERSION


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield from in_the_31st_hour(monkeypatch)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--sync"],
        ["--help"],
        ["--version"],
        ["--unknown"],
        ["list"],
        ["--json=1"],
        ["--all=1"],
        ["--count="],
        ["--at", "tomorrow"],
        ["--at="],
        ["--account="],
        ["--account"],
        ["--at", "99999-01-01"],
    ],
)
def test_what_is_left_to_the_command_line(arguments: list[str]) -> None:
    assert read_options(arguments if not arguments else ["--overdue", *arguments]) is None


def test_options_with_and_without_an_equals_sign() -> None:
    for arguments in (
        ["--account=a b", "--data=/d", "--config=/c"],
        ["--account", "a b", "--data", "/d", "--config", "/c"],
    ):
        options = read_options([*arguments, "--overdue"])
        assert options is not None
        assert (options.account, options.data, options.config) == ("a b", "/d", "/c")
        assert (options.json, options.count, options.all, options.at) == (False, False, False, None)


def test_a_time_without_a_zone_is_local(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_time("2026-03-02T02:00Z") == read_time(" 2026-03-02 02:00 ")
    monkeypatch.setenv("TZ", "Europe/Kyiv")
    time.tzset()
    assert read_time("2026-03-02T02:00") == read_time("2026-03-02T00:00Z") == int(hours(0).timestamp())


def missing(house: House) -> None:
    house.due.unlink()


def cut_in_a_line(house: House) -> None:
    house.due.write_bytes(house.due.read_bytes()[:-9])


def cut_after_a_line(house: House) -> None:
    house.due.write_bytes(b"".join(house.due.read_bytes().splitlines(keepends=True)[:2]))


def not_text(house: House) -> None:
    house.due.write_bytes(b"\xff" * 99)


def other_version(house: House) -> None:
    house.due.write_bytes(house.due.read_bytes().replace(f"triage-due\t{VERSION}".encode(), b"triage-due\t1"))


def other_size(house: House) -> None:
    house.settings.write_text("x = 22\n")


def other_time(house: House) -> None:
    os.utime(house.settings, (1, 1))


def other_settings(house: House) -> None:
    copy = house.settings.with_name("other.toml")
    house.settings.rename(copy)
    house.places[1] = str(copy)


def no_settings(house: House) -> None:
    house.settings.unlink()


def an_act(house: House) -> None:
    house.tracking.write_text("{}")


@pytest.mark.parametrize(
    "change",
    [
        missing,
        cut_in_a_line,
        cut_after_a_line,
        not_text,
        other_version,
        other_size,
        other_time,
        other_settings,
        no_settings,
        an_act,
    ],
)
def test_when_the_long_way_is_taken(
    house: House, capsys: pytest.CaptureFixture[str], change: Callable[[House], None]
) -> None:
    house.write(SOON, RESTING)
    change(house)
    assert house.check() is None
    assert capsys.readouterr() == ("", "")


def change_it(house: House) -> None:
    house.tracking.write_text("{ }")


def change_its_time_alone(house: House) -> None:
    os.utime(house.tracking, (1, 1))


def remove_it(house: House) -> None:
    house.tracking.unlink()


@pytest.mark.parametrize("change", [change_it, change_its_time_alone, remove_it])
def test_an_act_that_the_due_file_does_not_know_is_never_missed(house: House, change: Callable[[House], None]) -> None:
    house.tracking.write_text("{}")
    house.write(SOON, RESTING)
    assert house.check() == CALM
    change(house)
    assert house.check() is None


def test_an_unknown_account_is_left_to_the_long_way(house: House) -> None:
    assert house.check("--account", "studio") is None


def test_damage_after_what_counts_costs_nothing(house: House) -> None:
    house.write(LATE, SOON, row(clock(since=50), id="t9"), RESTING)
    cut_in_a_line(house)
    assert house.check() == OVERDUE
