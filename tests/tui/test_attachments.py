"""Attachments are saved, then opened; links are shown in full, then opened: always on the person's key."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.screen_text import screen_text, wait_for
from tests.support.still_desk import StillDesk
from tests.tui.conftest import NARROW
from triage.desk.port import DeskError
from triage.tui import attachments
from triage.tui.app import TriageApp

Make = Callable[..., TriageApp]
_MENU = "Attachments and links"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    opened: list[object] = []
    monkeypatch.setattr(attachments, "_open_file", opened.append)
    monkeypatch.setattr(webbrowser, "open", opened.append)
    return opened


async def test_a_number_saves_and_o_opens(triage: Make, desk: StillDesk, opened: list[object], tmp_path: Path) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("v")
        await wait_for(pilot, _MENU)
        await pilot.press("1")
        await wait_for(pilot, "Saved as")
        assert "save olha.0 0" in desk.asked
        assert opened == []
        await pilot.press("o")
        assert opened == [tmp_path / "saved.pdf"]


async def test_what_cannot_be_saved_is_said(triage: Make, desk: StillDesk, opened: list[object]) -> None:
    desk.saving = DeskError("The disk is full.")
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("v")
        await wait_for(pilot, _MENU)
        await pilot.press("1", "o")
        await wait_for(pilot, "! The disk is full.")
        assert opened == []


async def test_a_link_is_shown_in_full_before_it_can_be_opened(triage: Make, opened: list[object]) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("v")
        await wait_for(pilot, _MENU)
        await pilot.press("2")
        await wait_for(pilot, "o opens it in the browser")
        assert screen_text(app).count("https://client.example/plan") == 2
        assert opened == []
        await pilot.press("o")
        assert opened == ["https://client.example/plan"]


async def test_only_web_addresses_are_opened(triage: Make, opened: list[object]) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("v")
        await wait_for(pilot, _MENU)
        await pilot.press("3", "o")
        await wait_for(pilot, "Triage opens web addresses only.")
        assert opened == []


async def test_nothing_attached_is_said(triage: Make) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("j", "v")
        await wait_for(pilot, "No attachments and no links in this conversation.")
