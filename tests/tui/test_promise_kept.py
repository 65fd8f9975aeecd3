"""What leaves asks whether a promise is kept, and a delay notice asks for its new time first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.composing import sheet_of
from tests.support.outcomes import carry_out
from tests.support.screen_text import screen_text
from tests.support.still_desk import HOUR, NOW, StillDesk
from tests.tui.conftest import NARROW, WIDE, Times
from triage.model.draft import Template
from triage.model.intents import SettlePromise
from triage.model.row import OpenPromise
from triage.tui.app import TriageApp
from triage.tui.composer import Composer
from triage.tui.main import MainScreen
from widgets.thread_list import ThreadList

Make = Callable[..., TriageApp]
FRIDAY = NOW + timedelta(days=4, hours=5)
FIRST = OpenPromise("one", NOW - HOUR, FRIDAY)
SECOND = OpenPromise("two", NOW, FRIDAY + 24 * HOUR)
KEPT = SettlePromise(("olha",), "one", kept=True)
ASKED = "Is the promise of Fri 17:00 kept?"


@pytest.fixture(autouse=True)
def lively(desk: StillDesk, times: Times) -> None:
    carry_out(desk, times)
    desk.take([replace(desk.rows[0], promises=(FIRST,))])


@pytest.mark.parametrize(("key", "intents"), [("y", [KEPT]), ("enter", [KEPT]), ("n", []), ("escape", [])])
async def test_one_key_says_whether_it_is_kept(
    triage: Make, desk: StillDesk, key: str, intents: list[SettlePromise]
) -> None:
    """Clock case 50b."""
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("j", "space", "k", "r", "x", "ctrl+s")
        await pilot.pause()
        assert len(desk.sent) == 1
        said = " ".join(screen_text(app).split())
        assert f"{ASKED} y Kept n Still open" in said
        await pilot.press(key)
        await pilot.pause()
        assert desk.intents == intents
        assert app.screen.query_one(ThreadList).selection == {"acme"}


@pytest.mark.parametrize("template", [Template.PROGRESS, Template.QUESTIONS, Template.DELAY, Template.CALL])
async def test_what_is_no_answer_asks_nothing(triage: Make, desk: StillDesk, template: Template) -> None:
    desk.sheet = sheet_of(template, changed=True)
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("s", "ctrl+s")
        await pilot.pause()
        assert (len(desk.sent), isinstance(app.screen, MainScreen)) == (1, True)


async def test_what_is_only_kept_asks_nothing(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("r", "x", "escape")
        await pilot.pause()
        assert (len(desk.kept), isinstance(app.screen, MainScreen)) == (1, True)


async def test_an_answer_without_a_promise_asks_nothing(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("j", "r", "x", "ctrl+s")
        await pilot.pause()
        assert (len(desk.sent), isinstance(app.screen, MainScreen)) == (1, True)


@pytest.mark.parametrize(("keys", "kept"), [("yy", ["one", "two"]), ("ny", ["two"])])
async def test_of_several_each_is_asked_about(triage: Make, desk: StillDesk, keys: str, kept: list[str]) -> None:
    desk.take([replace(desk.rows[0], promises=(FIRST, SECOND))])
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("r", "x", "ctrl+s")
        await pilot.pause()
        assert ASKED in screen_text(app)
        await pilot.press(keys[0])
        await pilot.pause()
        assert "Is the promise of Sat 17:00 kept?" in screen_text(app)
        await pilot.press(keys[1])
        await pilot.pause()
        assert desk.intents == [SettlePromise(("olha",), one, kept=True) for one in kept]


async def test_late_asks_for_the_new_time_first(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("l")
        await pilot.pause()
        assert "The time that the mail names" in screen_text(app)
        await pilot.press(*"fri", "space", *"17:00", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Composer)
        draft = app.screen.written()
        assert (draft.template, draft.until, draft.text) == (Template.DELAY, FRIDAY, "delay in en")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert [mail.until for mail in desk.sent] == [FRIDAY]
        assert isinstance(app.screen, MainScreen)


async def test_a_kept_text_comes_back_before_any_time_is_asked(triage: Make, desk: StillDesk) -> None:
    desk.sheet = sheet_of(Template.REPLY, "Half a reply", changed=True)
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("l")
        await pilot.pause()
        assert isinstance(app.screen, Composer)
        assert "Half a reply" in screen_text(app)
