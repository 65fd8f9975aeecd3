"""The composer: what it opens with, what is kept and when, and that no text is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from tests.support.composing import Host, opened, sheet_of
from tests.support.screen_text import screen_text
from tests.support.still_desk import NOW, StillDesk
from tests.tui.conftest import NARROW, WIDE
from triage.desk.port import DeskError
from triage.model.act import Tone
from triage.model.draft import Draft, Template
from triage.model.intents import Outcome
from triage.model.message import Address
from triage.tui import composer

PROGRESS = "Hello Olha,\n\nDone: [what is done].\nNext: [the next step].\n\nMe"


@pytest.fixture
def desk() -> StillDesk:
    return StillDesk(sheet=sheet_of(text=PROGRESS))


@pytest.fixture
def host(desk: StillDesk) -> Host:
    return Host(desk)


async def after_a_pause(host: Host, pilot: Pilot[Any]) -> None:
    """The hand rests: what the timer does is done now."""
    host.composer._dispatch.keep()
    await pilot.pause()


def text(host: Host) -> str:
    return host.composer.written().text


async def test_a_reply_opens_in_the_text_below_the_greeting(host: Host, desk: StillDesk) -> None:
    desk.sheet = sheet_of(text="Hello Olha,\n\n\n\nMe")
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("x")
        assert text(host) == "Hello Olha,\n\nx\n\nMe"


async def test_a_status_update_asks_for_its_kind_first(host: Host, desk: StillDesk) -> None:
    desk.sheet = sheet_of(Template.PROGRESS, text=PROGRESS)
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot, Template.PROGRESS)
        assert "1 Progress  2 Delay  3 Done  4 Questions  5 Call summary  6 Reply" in screen_text(host)
        await pilot.press("q", "right", "enter")
        assert desk.asked[-1] == "fill delay en"
        assert text(host) == "delay in en"
        assert "1 Progress" not in screen_text(host)
        await pilot.press("ctrl+end", "x")
        assert text(host) == "delay in enx"


async def test_the_first_blank_is_marked_and_typed_over(host: Host) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("x", "ctrl+g", "y")
        assert text(host) == "Hello Olha,\n\nDone: x.\nNext: y.\n\nMe"
        await pilot.press("f3")
        assert "No blank is left." in screen_text(host)


async def test_wide_shows_what_they_ask_beside_the_text(host: Host, desk: StillDesk) -> None:
    desk.sheet = sheet_of(
        text="Hello\n\nin time?",
        questions=("In time?", "With the files?"),
        tone=Tone.ANNOYED,
        since=NOW - timedelta(hours=31),
        until=NOW + timedelta(hours=24),
        cc=(Address("", "team@client.example"),),
    )
    async with host.run_test(size=WIDE) as pilot:
        await opened(host, pilot)
        shown = screen_text(host)
    for line in (
        "Reply to Olha Kovalenko · Re: Logo · en · reply",
        "Olha Kovalenko <someone@client.example>",
        "team@client.example",
        "They ask",
        "✓ 1 In time?",
        "○ 2 With the files?",
        "Tue 3 Mar 12:00",
        "● annoyed since Sun 05:00",
        "^S Send",
        "^X Editor",
        "F1 Keys",
    ):
        assert line in shown
    assert "annoyed" not in desk.sheet.draft.text


async def test_narrow_folds_it_to_a_line(host: Host, desk: StillDesk) -> None:
    desk.sheet = sheet_of(text="Hello", questions=("In time?",), tone=Tone.CALM, until=NOW + timedelta(hours=24))
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        assert "1 question, 1 open · ○ calm · names Tue 3 Mar 12:00\n" in screen_text(host)
        assert "In time?" not in screen_text(host)


async def test_the_text_is_kept_after_a_pause(monkeypatch: pytest.MonkeyPatch, host: Host, desk: StillDesk) -> None:
    monkeypatch.setattr(composer, "PAUSE", 0.001)
    async with host.run_test(size=WIDE) as pilot:
        await opened(host, pilot)
        assert desk.kept == []
        await pilot.press("x")
        await pilot.pause()
        assert [draft.text for draft in desk.kept] == [PROGRESS.replace("[what is done]", "x")]
        assert "draft kept 12:00:00" in screen_text(host)


class StillTimer:
    """A timer that never ends by itself."""

    def __init__(self, after: float, then: Callable[[], None]) -> None:
        self.after, self.then, self.running = after, then, True

    def stop(self) -> None:
        self.running = False


async def test_typing_on_puts_the_keeping_off(host: Host, desk: StillDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    timers: list[StillTimer] = []

    def set_timer(after: float, then: Callable[[], None]) -> StillTimer:
        timers.append(StillTimer(after, then))
        return timers[-1]

    async with host.run_test(size=WIDE) as pilot:
        await opened(host, pilot)
        monkeypatch.setattr(host.composer, "set_timer", set_timer)
        await pilot.press("x", "y")
        assert [(timer.after, timer.running) for timer in timers] == [(0.7, False), (0.7, True)]
        assert desk.kept == []
        timers[-1].then()
        assert [draft.text for draft in desk.kept] == [PROGRESS.replace("[what is done]", "xy")]


async def test_a_kept_draft_comes_back_and_can_be_started_anew(host: Host, desk: StillDesk) -> None:
    kept = NOW - timedelta(hours=20)
    desk.sheet = sheet_of(Template.PROGRESS, text="Half a sentence", kept=kept, changed=True)
    async with host.run_test(size=WIDE) as pilot:
        await opened(host, pilot, Template.PROGRESS)
        assert "Kept draft of Sun 16:00   ^T starts anew" in screen_text(host)
        assert "Half a sentence" in screen_text(host)
        await pilot.press("ctrl+t", "1")
        assert "The text was changed by hand. Replace it?" in screen_text(host)
        await pilot.press("y")
        assert text(host) == "progress in en"
        await pilot.press("ctrl+z")
        assert text(host) == "Half a sentence"


async def test_an_untouched_draft_is_dropped(host: Host, desk: StillDesk) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("escape")
        assert desk.kept == []
        assert desk.asked[-1] == "drop draft-olha"
        assert host.outcomes == [Outcome()]
        assert len(host.screen_stack) == 1


async def test_leaving_keeps_what_was_typed(host: Host, desk: StillDesk) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("x", "escape")
        assert desk.kept[-1].text == PROGRESS.replace("[what is done]", "x")
        assert host.outcomes == [Outcome("Draft kept")]
        assert len(host.screen_stack) == 1


async def test_what_cannot_be_kept_is_not_left_unasked(
    monkeypatch: pytest.MonkeyPatch, host: Host, desk: StillDesk
) -> None:
    def keep(draft: Draft) -> Draft:
        raise DeskError("The disk is full.")

    monkeypatch.setattr(desk, "keep", keep)
    async with host.run_test(size=WIDE) as pilot:
        await opened(host, pilot)
        await pilot.press("x")
        await after_a_pause(host, pilot)
        assert "not kept" in screen_text(host)
        assert "! The disk is full." in screen_text(host)
        await pilot.press("escape", "escape")
        assert text(host) == PROGRESS.replace("[what is done]", "x")
        await pilot.press("escape")
        assert "Close it all the same, and lose it?" in screen_text(host)
        await pilot.press("y")
        assert len(host.screen_stack) == 1


async def test_the_end_of_the_program_keeps_what_was_typed_last(host: Host, desk: StillDesk) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("x")
        host.exit()
    assert [draft.text for draft in desk.kept] == [PROGRESS.replace("[what is done]", "x")]


async def test_what_cannot_be_opened_is_handed_on(monkeypatch: pytest.MonkeyPatch, host: Host, desk: StillDesk) -> None:
    def write(thread_id: str, template: Template) -> None:
        raise DeskError("Nobody to write to.")

    monkeypatch.setattr(desk, "write", write)
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        assert [error.why for error in host.troubles] == ["Nobody to write to."]
        assert len(host.screen_stack) == 1


async def test_text_is_never_markup(host: Host, desk: StillDesk) -> None:
    odd = "[/b] [@click=app.quit]x[/] [red]"
    sheet = sheet_of(text=f"Hello {odd}", questions=(odd,), subject=odd, to=(Address(odd, "o@client.example"),))
    desk.sheet = replace(sheet, draft=replace(sheet.draft, attachments=(f"/nowhere/{odd.replace('/', '')}",)))
    async with host.run_test(size=WIDE) as pilot:
        await opened(host, pilot)
        shown = screen_text(host)
    assert shown.count(odd) >= 4
    assert "[b] [@click=app.quit]x[] [red]  ! not there" in shown


async def test_pasted_text_brings_no_control_characters(host: Host) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        host.post_message(Paste("a\x1b[31m\u202eb\r\nc"))
        await pilot.pause()
        assert "Done: a[31mb\nc." in text(host)
        host.composer._paper.cc.enter()
        host.post_message(Paste("a@x.example\x1b[31m\nb"))
        await pilot.pause()
        assert host.composer._paper.cc.value == "a@x.example[31m b"
