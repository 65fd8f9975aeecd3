"""What a person sees: wide and narrow, empty and broken, searched and filtered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.screen_text import screen_text
from tests.support.still_desk import NOW, StillDesk, conversation, read_at_once, row, words
from tests.tui.conftest import BELOW, NARROW, WIDE, Times
from triage.desk.port import DeskError, Event
from triage.model.act import Tone
from triage.model.clock import Lane
from triage.model.conversation import Note
from triage.model.events import ReadFailed, ReadProgress
from triage.tui.app import TriageApp
from triage.tui.main import MainScreen

Make = Callable[..., TriageApp]
Tell = Callable[[Event], None]


def tick(app: TriageApp) -> None:
    assert isinstance(app.screen, MainScreen)
    app.screen.tick()


async def test_wide_shows_the_conversation_beside_the_list(triage: Make) -> None:
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        text = screen_text(app)
    assert "Triage · work   2 overdue   1 due soon   30 waiting" in text
    assert "Mon 2 Mar 12:00" in text
    assert "▲ 31 h of 24 h" in text
    assert "+7 h" in text
    assert "due Mon 05:00, 7 h ago: mail of Sun 05:00 has no reply" in text
    assert "▸ 1 quoted line" in text
    assert "attached  plan.pdf  84 kB" in text
    assert "▸ THEIRS 1" not in text


async def test_below_it_in_a_high_window(triage: Make) -> None:
    app = triage()
    async with app.run_test(size=BELOW) as pilot:
        await pilot.pause()
        lines = screen_text(app).splitlines()
    assert next(place for place, line in enumerate(lines) if "My new words" in line) > 20


async def test_narrow_shows_the_list_then_on_enter_the_conversation(triage: Make) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "My new words" not in screen_text(app)
        await pilot.press("enter")
        assert "My new words" in screen_text(app)
        assert "Acme Print" not in screen_text(app)
        await pilot.press("escape")
        assert "Acme Print" in screen_text(app)


async def test_no_color_says_the_same_without_colours(triage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "▲ 31 h of 24 h" in screen_text(app)
        strips = [strip for line in range(24) for strip in app.screen.render_lines(app.screen.region)[line : line + 1]]
        assert all(style is None or style.color is None or style.color.is_default for s in strips for _, style, _ in s)


@pytest.mark.parametrize(
    ("rows", "read", "expected"),
    [
        ([], None, "Reading mail for the first time …"),
        ([row("done")], NOW, "Nothing waits for you."),
        ([row("a", "Jörg Weber", wait=21)], NOW, "Nobody waits past the rule. Next: Jörg Weber, Mon 15:00."),
    ],
)
async def test_empty_states_say_what_comes_next(
    triage: Make, desk: StillDesk, rows: list[object], read: object, expected: str
) -> None:
    desk.rows, desk.read, desk.server = rows, read, lambda account, tell: None  # type: ignore[assignment]
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert expected in screen_text(app)


async def test_a_first_read_that_fails_says_which_key_reads_again(triage: Make, desk: StillDesk) -> None:
    desk.rows, desk.read = [], None
    desk.server = lambda account, tell: tell(ReadFailed(account, NOW, "The password was refused.", permanent=True))
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "! The password was refused. R reads again." in text
        assert "No mail has been read yet." in text
        tick(app)
        assert desk.asked.count("read work") == 1
        await pilot.press("R")
        assert desk.asked.count("read work") == 2


async def test_without_a_connection_a_line_says_so_and_it_tries_again(
    triage: Make, desk: StillDesk, times: Times
) -> None:
    desk.server = lambda account, tell: tell(ReadFailed(account, times.now, "No answer from the server.", False))
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "! offline since 12:00, trying again in 1 min · No answer from the server." in screen_text(app)
        times.now += timedelta(minutes=1)
        tick(app)
        await pilot.pause()
        assert "offline since 12:00, trying again in 2 min" in screen_text(app)
        desk.server = read_at_once
        times.now += timedelta(minutes=2)
        tick(app)
        await pilot.pause()
        assert "offline" not in screen_text(app)


async def test_progress_of_a_first_read(triage: Make, desk: StillDesk) -> None:
    started = NOW - timedelta(seconds=3)
    desk.server = lambda account, tell: tell(ReadProgress(account, "headers", 12_000, 36_000, started))
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        text = screen_text(app).replace("\N{NARROW NO-BREAK SPACE}", " ")
        assert "reading 12 000 of 36 000 · 4 000/s · 7 s left" in text


async def test_the_first_read_offer_is_one_key_and_can_be_undone(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "Nothing older than 7 days waits for me (3 threads)   D Yes" in screen_text(app)
        await pilot.press("D")
        assert "✓ 3 threads done · u takes it back" in screen_text(app)
        await pilot.press("u")
        assert "settled 7 taken back." in screen_text(app)
        assert desk.acts == []


async def test_the_offer_can_be_declined(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        assert "Nothing older" not in screen_text(app)
        assert desk.asked[-1] == "decline"


async def test_search_narrows_as_it_is_typed_and_esc_clears(triage: Make) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("/", *"olha кошт")
        await pilot.pause()
        assert "Acme Print" not in screen_text(app)
        assert "Only “olha кошт” · 1 thread   Esc shows all" in screen_text(app)
        await pilot.press("x")
        await pilot.pause()
        assert "Nothing found for “olha коштx”." in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Acme Print" in screen_text(app)


async def test_filter_shows_one_lane(triage: Make) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("f", "3")
        await pilot.pause()
        text = screen_text(app)
        assert "Only due soon · 1 thread   Esc shows all" in text
        assert "Jörg Weber" in text
        assert "Acme Print" not in text
        await pilot.press("escape")
        await pilot.pause()
        assert "Acme Print" in screen_text(app)


async def test_filter_shows_one_tone_or_complaints(triage: Make, desk: StillDesk) -> None:
    desk.rows = [row("a", "Ann", wait=9, tone=Tone.ANGRY), row("b", "Bob", wait=8, marks=("complaint",))]
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for number, only, shown, hidden in (("3", "■ angry", "Ann", "Bob"), ("4", "complaint", "Bob", "Ann")):
            await pilot.press("f", number)
            await pilot.pause()
            text = screen_text(app)
            assert f"Only {only} · 1 thread" in text
            assert shown in text
            assert hidden not in text
            await pilot.press("escape")


async def test_a_snoozed_thread_rests_and_says_until_when(triage: Make, desk: StillDesk) -> None:
    asleep = {"snoozed": NOW + timedelta(hours=21)}
    desk.rows = [row("a", "Ann", wait=9, **asleep), row("b", "Bob", wait=40, **asleep)]
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.press("f", "2")
        await pilot.pause()
        text = screen_text(app)
        assert "· snoozed until Tue 09:00" in text
        assert "· snoozed until Tue 09:00 · overdue since Sun 20:00" in text


async def test_the_conversation_says_tone_complaint_and_notes(triage: Make, desk: StillDesk) -> None:
    thread = row("a", wait=9, tone=Tone.ANNOYED, marks=("complaint",), snoozed=NOW + timedelta(hours=21))
    desk.rows = [thread]
    noted = replace(conversation(thread, words("Hello")), notes=(Note(NOW - timedelta(hours=1), "call her"),))
    desk.talks = {"a": noted}
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", "2")
        await pilot.pause()
        text = screen_text(app)
        assert "snoozed until Tue 3 Mar 09:00 · due Tue 03:00" in text
        assert "● annoyed   ! complaint" in text
        assert "note Mon 2 Mar 11:00: call her" in text


async def test_lanes_that_rest_unfold_on_enter(triage: Make, desk: StillDesk) -> None:
    desk.rows = [row("a", wait=3), row("theirs", "Anna", resting=Lane.THEIRS, reason=None)]
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.press("G")
        assert "▸ THEIRS 1" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Anna" in screen_text(app)


async def test_texts_that_are_missing_are_fetched(triage: Make, desk: StillDesk) -> None:
    desk.talks["olha"] = conversation(desk.rows[0], None)
    desk.fetched["olha"] = conversation(desk.rows[0], words("Fetched words"))
    desk.fetched["acme"] = DeskError("No connection.")
    desk.talks["acme"] = conversation(desk.rows[1], None)
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "Fetched words" in screen_text(app)
        await pilot.press("j")
        await pilot.pause()
        assert "The text could not be read: No connection." in screen_text(app)
