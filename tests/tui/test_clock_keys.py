"""Promises, running work, follow-ups, urgency: asked in few keys, echoed as dates, said in the row and in the head."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from textual.pilot import Pilot

from config.keymap import key_of, keys_on
from config.layouts import LAYOUTS
from tests.support.outcomes import carry_out
from tests.support.screen_text import screen_text
from tests.support.still_desk import HOUR, NOW, StillDesk, row
from tests.tui.conftest import NARROW, WIDE, Times
from triage.desk.port import DeskError
from triage.model.act import Work
from triage.model.clock import Clock, ClockKind
from triage.model.intents import FlagUrgent, FollowUp, MovePromise, Promise, SettlePromise, SetWork
from triage.model.row import OpenPromise, Row
from triage.tui.app import TriageApp
from triage.tui.main import MainScreen

Make = Callable[..., TriageApp]
OLHA = ("olha",)
FRIDAY = NOW + timedelta(days=4, hours=5)
THURSDAY = NOW + timedelta(days=3, hours=5)
FIRST = OpenPromise("one", NOW - HOUR, FRIDAY)
SECOND = OpenPromise("two", NOW, FRIDAY + 24 * HOUR)


@pytest.fixture(autouse=True)
def lively(desk: StillDesk, times: Times) -> None:
    carry_out(desk, times)


def promised(desk: StillDesk, *promises: OpenPromise) -> None:
    desk.take([replace(desk.rows[0], promises=promises)])


def clock(kind: ClockKind, due: datetime) -> Clock:
    return Clock(kind, "x", NOW, due, due)


async def typed(pilot: Pilot[None], text: str) -> str:
    await pilot.press(*(character if character != " " else "space" for character in text))
    await pilot.pause()
    return " ".join(screen_text(pilot.app).split())


async def test_a_promise_is_echoed_with_the_load_of_its_day(triage: Make, desk: StillDesk) -> None:
    answer, promise = clock(ClockKind.ANSWER, FRIDAY), clock(ClockKind.PROMISE, FRIDAY - HOUR)
    other_day, no_promise = clock(ClockKind.ANSWER, THURSDAY), clock(ClockKind.REPLY, FRIDAY)
    due = row("a", clocks=(answer, promise, other_day, no_promise)), row("b", clocks=(answer,))
    desk.due = lambda day: due if day == FRIDAY else ()
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        said = await typed(pilot, "pfri 17:00")
        assert "= Fri 6 Mar 17:00, in 4 d that day: 2 answers, 1 promise due" in said
        assert desk.intents == []
        await pilot.press("enter")
        await pilot.pause()
        assert desk.intents == [Promise(OLHA, FRIDAY)]
        assert "promised Fri 17:00" in screen_text(app)


async def test_each_day_is_asked_about_once_and_the_latest_is_told(triage: Make, desk: StillDesk) -> None:
    app = triage()
    later: list[Callable[[], None]] = []
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("p")
        app._main._crew._start = later.append
        said = await typed(pilot, "thu")
        assert len(later) == 1
        await pilot.press("backspace", "backspace", "backspace")
        said = await typed(pilot, "fri 17:00")
        later.pop(0)()
        await pilot.pause()
        assert "that day" not in said + screen_text(app)
        later.pop(0)()
        await pilot.pause()
        assert [asked for asked in desk.asked if asked.startswith("load")] == ["load 05 Mar 09:00", "load 06 Mar 17:00"]
        assert "that day: nothing else is due" in screen_text(app)


async def test_a_load_that_comes_too_late_or_not_at_all_stops_nothing(
    triage: Make, desk: StillDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(day: datetime) -> tuple[Row, ...]:
        raise DeskError("The store is busy.")

    monkeypatch.setattr(desk, "load", load)
    app = triage()
    later: list[Callable[[], None]] = []
    async with app.run_test(size=NARROW) as pilot:
        assert "in 4 d The store is busy." in await typed(pilot, "pfri 17:00")
        await pilot.press("escape", "p")
        app._main._crew._start = later.append
        await typed(pilot, "fri 17:00")
        await pilot.press("enter")
        while later:
            later.pop(0)()
            await pilot.pause()
        assert desk.intents == [Promise(OLHA, FRIDAY)]
        assert isinstance(app.screen, MainScreen)


@pytest.mark.parametrize("key", ["p", "b", "w2"])
async def test_what_is_not_understood_does_nothing(triage: Make, desk: StillDesk, key: str) -> None:
    desk.take([replace(desk.rows[0], work=Work.ON)])
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        assert "Not understood" in await typed(pilot, f"{key}soonish")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert (desk.intents, isinstance(app.screen, MainScreen)) == ([], True)


@pytest.mark.parametrize(
    ("entry", "intent"),
    [
        ("1", SettlePromise(OLHA, "one", kept=True)),
        ("2thu 17:00", MovePromise(OLHA, "one", THURSDAY)),
        ("3", SettlePromise(OLHA, "one", kept=False)),
        ("4", SettlePromise(OLHA, "two", kept=True)),
        ("7thu 17:00", Promise(OLHA, THURSDAY)),
    ],
)
async def test_what_became_of_a_promise_is_said_in_a_menu(
    triage: Make, desk: StillDesk, entry: str, intent: object
) -> None:
    promised(desk, FIRST, SECOND)
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        assert "1 kept · promised Fri 17:00" in await typed(pilot, "p")
        await typed(pilot, entry)
        if len(entry) > 1:
            await pilot.press("enter")
            await pilot.pause()
        assert desk.intents == [intent]


async def test_what_is_moved_is_no_load_of_its_old_day(triage: Make, desk: StillDesk) -> None:
    promised(desk, FIRST)
    desk.due = lambda day: (row("olha", clocks=(clock(ClockKind.PROMISE, FRIDAY),)),)
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        assert "nothing else is due" in await typed(pilot, "p2fri 18:00")
        await pilot.press("escape")
        assert "1 promise due" in await typed(pilot, "p4fri 18:00")


async def test_a_selection_is_promised_the_same_time(triage: Make, desk: StillDesk) -> None:
    promised(desk, FIRST)
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("space", "j", "space")
        assert "Promise it for · 2 threads" in await typed(pilot, "pfri 17:00")
        await pilot.press("enter")
        await pilot.pause()
        assert desk.intents == [Promise(("olha", "acme"), FRIDAY)]


@pytest.mark.parametrize(
    ("work", "entries", "taken"),
    [
        (Work.OFF, ["running work", "emergency", "paused"], Work.EMERGENCY),
        (Work.ON, ["emergency", "paused", "off"], None),
        (Work.EMERGENCY, ["running work", "paused", "off"], None),
        (Work.PAUSED, ["running work", "emergency", "off"], Work.EMERGENCY),
    ],
)
async def test_work_becomes_only_what_it_is_not(
    triage: Make, desk: StillDesk, work: Work, entries: list[str], taken: Work | None
) -> None:
    desk.take([replace(desk.rows[0], work=work)])
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        said = await typed(pilot, "w")
        assert [f"{place} {entry}" in said for place, entry in enumerate(entries, 1)] == [True] * 3
        assert "4 " not in said.partition("Running work ·")[2]
        await pilot.press("2")
        await pilot.pause()
        assert desk.intents == ([SetWork(OLHA, taken)] if taken else [])


async def test_a_pause_has_a_date_and_a_reason(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        assert "= Thu 5 Mar 17:00" in await typed(pilot, "w3thu 17:00")
        await pilot.press("enter", "enter")
        assert "Why it is paused until Thu 17:00 · Olha Kovalenko" in await typed(pilot, "paid later")
        assert desk.intents == []
        await pilot.press("enter")
        await pilot.pause()
        assert desk.intents == [SetWork(OLHA, Work.PAUSED, THURSDAY, "paid later")]
        assert "paused" in screen_text(app)


async def test_a_follow_up_is_set_and_lifted_by_an_empty_line(triage: Make, desk: StillDesk) -> None:
    day = datetime(2026, 6, 3, 9, tzinfo=NOW.tzinfo)
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("b", "enter")
        assert "= Wed 3 Jun 09:00" in await typed(pilot, "3 jun")
        await pilot.press("enter")
        await pilot.pause()
        assert desk.intents == [FollowUp(OLHA, day)]
        assert "back on 3 Jun" in screen_text(app)
        assert "Enter lifts the follow-up of Wed 3 Jun 09:00" in await typed(pilot, "b")
        await pilot.press("enter")
        await pilot.pause()
        assert desk.intents[1:] == [FollowUp(OLHA, None)]
        assert "back on" not in screen_text(app)


async def test_in_the_conversation_the_keys_act_on_what_is_read(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("enter", "U", "w", "1")
        await pilot.pause()
        assert desk.intents == [FlagUrgent(OLHA), SetWork(OLHA, Work.ON)]
        assert "! urgent   running" in screen_text(app)


@pytest.mark.parametrize("key", ["p", "l", "w", "b", "U", "e"])
async def test_without_a_thread_they_say_so(triage: Make, desk: StillDesk, key: str) -> None:
    desk.rows = ()
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        assert "! Go to a thread first." in await typed(pilot, key)


@pytest.mark.parametrize("layout", LAYOUTS)
async def test_on_a_cyrillic_layout_the_keys_are_the_same(layout: str, triage: Make, desk: StillDesk) -> None:
    app = triage(layout=layout)

    def sent(act: str) -> str:
        return keys_on(layout, key_of(act))[-1]

    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(sent("urgent"), sent("work"), "1", sent("explain"), sent("explain"), sent("promise"))
        assert "= Fri 6 Mar 17:00" in await typed(pilot, "у п'ятницю о 17:00")
        await pilot.press("enter", sent("late"))
        await pilot.pause()
        assert desk.intents == [FlagUrgent(OLHA), SetWork(OLHA, Work.ON), Promise(OLHA, FRIDAY)]
        assert {"explain olha", "write olha delay"} <= set(desk.asked)
