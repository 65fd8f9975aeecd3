"""Settings that are changed while Triage is open count at once; where they can't be used, it says so, and goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.screen_text import screen_text
from tests.support.still_desk import StillDesk, row
from tests.tui.conftest import WIDE
from triage.desk.port import DeskError
from triage.tui.app import TriageApp
from triage.tui.main import MainScreen


@pytest.mark.parametrize("wrong", [None, DeskError("settings.toml, line 3: rule.reply_within is 9.")])
async def test_new_settings_are_taken_once(
    triage: Callable[..., TriageApp], desk: StillDesk, wrong: DeskError | None
) -> None:
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        screen = app.screen
        assert isinstance(screen, MainScreen)
        screen.tick()
        await pilot.pause()
        desk.asked.clear()
        desk.changed, desk.wrong = True, wrong
        desk.rows = [row("new", "New Name", wait=30)]
        screen.tick()
        screen.tick()
        await pilot.pause()
        assert desk.asked.count("take_settings") == 1
        assert ("New Name" in screen_text(app)) is not bool(wrong)
        assert ("line 3: rule.reply_within is 9." in screen_text(app)) is bool(wrong)
