"""Why a thread stands where it does is shown in the desk's words, and never as markup."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.screen_text import screen_text
from tests.support.still_desk import StillDesk
from tests.tui.conftest import NARROW, WIDE
from triage.desk.port import DeskError
from triage.tui.app import TriageApp
from triage.tui.main import MainScreen

Make = Callable[..., TriageApp]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_why_is_said_in_the_desks_words(triage: Make, desk: StillDesk, size: tuple[int, int]) -> None:
    desk.reasons = ("The mail of [b]Olha[/b]\x1b[31m has no reply.", "rule.reply_within is 24h (line 12).")
    app = triage()
    async with app.run_test(size=size) as pilot:
        await pilot.press("j", "space", "k", "e")
        await pilot.pause()
        lines = [line.strip() for line in screen_text(app).splitlines()]
        place = lines.index("Why it stands here · Olha Kovalenko")
        assert lines[place + 2 : place + 4] == ["The mail of [b]Olha[/b][31m has no reply.", desk.reasons[1]]
        assert "explain olha" in desk.asked
        await pilot.press("escape")
        assert isinstance(app.screen, MainScreen)


async def test_what_cannot_be_explained_is_said(triage: Make, desk: StillDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def explain(thread_id: str) -> tuple[str, ...]:
        raise DeskError("That thread is no longer there.")

    monkeypatch.setattr(desk, "explain", explain)
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert "! That thread is no longer there." in screen_text(app)
        await pilot.press("e")
        assert isinstance(app.screen, MainScreen)


async def test_more_than_the_window_holds_can_be_scrolled(triage: Make, desk: StillDesk) -> None:
    desk.reasons = tuple(f"Reason {place}." for place in range(40))
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("e", *"j" * 30)
        await pilot.pause()
        assert "Reason 39." in screen_text(app)
        await pilot.press(*"k" * 30)
        await pilot.pause()
        assert "Reason 0." in screen_text(app)
        assert "Reason 39." not in screen_text(app)
