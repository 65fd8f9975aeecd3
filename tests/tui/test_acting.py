"""Keys act on what was painted, one after the other; the cursor has gone on before the deed is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from tests.support.outcomes import carry_out
from tests.support.screen_text import screen_text
from tests.support.still_desk import HOUR, NOW, StillDesk, row
from tests.tui.conftest import NARROW, WIDE, Times
from triage.desk.port import DeskError
from triage.model.act import Tone
from triage.model.clock import Lane
from triage.model.inbox import Inbox
from triage.model.intents import Acknowledge, AddNote, FlagTone, Intent, MarkDone, Outcome, Snooze, ToneFlag
from triage.tui.app import TriageApp
from triage.tui.main import MainScreen
from widgets.thread_list import ThreadList

Make = Callable[..., TriageApp]
TOMORROW = NOW + 24 * HOUR


@pytest.fixture(autouse=True)
def lively(desk: StillDesk, times: Times) -> None:
    carry_out(desk, times)


def main(app: TriageApp) -> MainScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, MainScreen))


def threads(app: TriageApp) -> ThreadList:
    return main(app).query_one(ThreadList)


def refuse(intent: Intent) -> Outcome:
    raise DeskError("Nothing in this thread is unacknowledged.")


def ask(intent: Intent) -> Outcome:
    confirmed = isinstance(intent, Acknowledge) and intent.confirmed
    return Outcome("acknowledged", undoable=True) if confirmed else Outcome(question="To six people?")


async def test_a_sync_between_paint_and_key_does_not_change_what_the_key_acts_on(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        desk.take([replace(desk.rows[0], clocks=(), resting=Lane.REST)])
        desk.rows = [row("new", wait=90), *desk.rows]
        main(app).work_out_anew()
        # The event loop has not drawn anything yet: the key was meant for the row that stands there.
        main(app).action_done()
        await pilot.pause()
        assert desk.intents == [MarkDone(("olha",))]


async def test_keys_pressed_at_once_are_all_done_in_their_order(triage: Make, desk: StillDesk) -> None:
    app = triage()
    later: list[Callable[[], None]] = []
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        main(app)._crew._start = later.append
        for _ in range(5):
            main(app).action_acknowledge()
            main(app).action_tone_calm()
        assert len(later) == 1
        while len(desk.intents) < 10:
            later.pop(0)()
            await pilot.pause()
    acknowledged = [intent.threads[0] for intent in desk.intents if isinstance(intent, Acknowledge)]
    assert acknowledged == ["olha", "acme", "weber", "plain0", "plain1"]
    assert [type(intent) for intent in desk.intents] == [Acknowledge, FlagTone] * 5


@pytest.mark.parametrize(("key", "then"), [("a", "acme"), ("d", "acme"), ("m", "acme"), ("1", "olha"), ("!", "olha")])
async def test_the_cursor_goes_on_where_the_thread_goes_away(triage: Make, key: str, then: str) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert threads(app).thread_id == then


async def test_in_the_conversation_the_next_one_is_shown(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("enter", "d")
        await pilot.pause()
        assert desk.intents == [MarkDone(("olha",))]
        assert "Could you send the sizes?" in screen_text(app)


@pytest.mark.parametrize("before", [(), ("space", "j", "space")])
async def test_what_is_refused_is_said_and_all_is_as_before(
    triage: Make, desk: StillDesk, before: tuple[str, ...]
) -> None:
    desk.outcome = refuse
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(*before)
        was = threads(app).thread_id, threads(app).selection
        await pilot.press("a")
        await pilot.pause()
        assert (threads(app).thread_id, threads(app).selection) == was
        assert "! Nothing in this thread is unacknowledged." in screen_text(app)


@pytest.mark.parametrize(("key", "confirmed"), [("y", True), ("enter", True), ("n", False), ("escape", False)])
async def test_a_question_is_asked_once(triage: Make, desk: StillDesk, key: str, confirmed: bool) -> None:
    desk.outcome = ask
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "To six people?" in screen_text(app)
        await pilot.press(key)
        await pilot.pause()
        assert desk.intents == ([Acknowledge(("olha",), TOMORROW, confirmed=True)] if confirmed else [])
        assert threads(app).thread_id == ("acme" if confirmed else "olha")


async def test_a_selection_is_acted_on_in_its_order_and_cleared(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("j", "space", "k", "space", "d")
        await pilot.pause()
        assert desk.intents == [MarkDone(("olha", "acme"))]
        assert threads(app).selection == frozenset()
        assert threads(app).thread_id == "weber"


async def test_undo_brings_the_row_and_the_cursor_back(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert "Olha Kovalenko" not in screen_text(app)
        assert "✓ MarkDone · u takes it back" in screen_text(app)
        await pilot.press("u")
        await pilot.pause()
        assert threads(app).thread_id == "olha"
        assert "Taken back: MarkDone." in screen_text(app)


async def test_a_deed_done_while_all_is_worked_out_anew_stays(
    triage: Make, desk: StillDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = triage()

    def refresh_with_a_key_between() -> Inbox:
        monkeypatch.undo()
        old = desk.inbox()
        main(app).action_done()
        return old

    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        monkeypatch.setattr(desk, "refresh", refresh_with_a_key_between)
        refreshed = desk.asked.count("refresh")
        main(app).work_out_anew()
        await pilot.pause()
        assert desk.intents == [MarkDone(("olha",))]
        assert "Olha Kovalenko" not in screen_text(app)
        assert main(app)._pages.page.counts[Lane.OVERDUE] == 1
        assert desk.asked.count("refresh") == refreshed + 1


async def typed(pilot: Pilot[None], key: str, text: str) -> str:
    await pilot.press(key, *(character if character != " " else "space" for character in text))
    await pilot.pause()
    return screen_text(pilot.app)


async def test_the_answer_time_is_echoed_before_it_counts(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        assert "= Fri 6 Mar 17:00, in 4 d" in await typed(pilot, "A", "fri 17:00")
        assert desk.intents == []
        await pilot.press("enter")
        await pilot.pause()
        assert desk.intents == [Acknowledge(("olha",), NOW + timedelta(days=4, hours=5))]


async def test_with_no_text_the_proposal_counts(triage: Make, desk: StillDesk) -> None:
    app = triage(answer_within=timedelta(hours=4, minutes=7))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "a Acknowledge, answer by Mon 16:00" in screen_text(app)
        assert "Enter takes today 16:00, in 4 h" in await typed(pilot, "A", "")
        await pilot.press("enter")
        await pilot.pause()
        assert desk.intents == [Acknowledge(("olha",), NOW + 4 * HOUR)]


@pytest.mark.parametrize("key", ["A", "z"])
async def test_what_is_not_understood_does_nothing(triage: Make, desk: StillDesk, key: str) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        assert "Not understood" in await typed(pilot, key, "soonish")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert desk.intents == []
        assert isinstance(app.screen, MainScreen)


async def test_a_snooze_past_the_due_time_says_so(triage: Make, desk: StillDesk) -> None:
    """Clock case 32."""
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j", "j")
        assert "= today 14:00, in 2 h\n" in await typed(pilot, "z", "2h")
        await pilot.press("escape")
        said = await typed(pilot, "z", "tue 9")
        assert "That is after it is due, Mon 15:00: the quick check will name it then." in " ".join(said.split())
        await pilot.press("enter")
        await pilot.pause()
        assert desk.intents == [Snooze(("weber",), NOW + 21 * HOUR)]
        assert main(app)._pages.page.counts[Lane.REST] == 2


async def test_a_note_is_kept(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        assert "never part of a mail" in await typed(pilot, "n", "call 5pm")
        await pilot.press("enter")
        await pilot.pause()
        assert desk.intents == [AddNote(("olha",), "call 5pm")]


async def test_the_tone_with_a_note_and_its_history(triage: Make, desk: StillDesk) -> None:
    desk.flags = (
        ToneFlag(NOW - 24 * HOUR, Tone.WORRIED, "asked twice", "Logo"),
        ToneFlag(NOW - 48 * HOUR, None, "", "Banner"),
    )
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("t")
        await pilot.pause()
        lines = [" ".join(line.split()) for line in screen_text(app).splitlines()]
        newest = lines.index("Sun 1 Mar 12:00 ◐ worried asked twice · Logo")
        assert lines[newest + 1] == "Sat 28 Feb 12:00 ○ cleared Banner"
        await pilot.press("4", *"no5", "enter")
        await pilot.pause()
        assert desk.intents == [FlagTone(("olha",), Tone.ANNOYED, "no5")]
        assert "● annoyed" in screen_text(app)
