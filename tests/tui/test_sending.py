"""Mail leaves when its time has come; what hangs is said; leaving the program asks about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.support.outcomes import carry_out
from tests.support.screen_text import screen_text
from tests.support.still_desk import NOW, StillDesk, out_mail, row
from tests.tui.conftest import NARROW, WIDE, Times
from triage.desk.port import DeskError
from triage.model.intents import Outcome
from triage.model.outgoing import Outgoing, OutMail, OutState
from triage.tui.app import TriageApp
from triage.tui.main import MainScreen
from triage.tui.wording import hanging_of
from widgets import lane_view

Make = Callable[..., TriageApp]
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def lively(desk: StillDesk, times: Times) -> None:
    desk.rows = [row("olha", "Olha Kovalenko", wait=31), row("acme", "Acme Print", wait=26)]
    carry_out(desk, times)


def tick(app: TriageApp) -> None:
    assert isinstance(app.screen, MainScreen)
    app.screen.tick()


async def test_the_countdown_draws_its_own_row_alone(
    triage: Make, times: Times, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = lane_view.draw_row
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert "sending in 10 s" in screen_text(app)
        monkeypatch.setattr(lane_view, "draw_row", lambda one, canvas: drawn.append(one.row.id) or draw(one, canvas))
        times.now += 3 * SECOND
        tick(app)
        await pilot.pause()
        assert "✓ acknowledged, answer by Tue 12:00 · sending in 7 s" in screen_text(app)
        assert set(drawn) == {"olha"}


async def test_what_is_due_is_delivered_and_shown(triage: Make, desk: StillDesk, times: Times) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a")
        times.now += 9 * SECOND
        tick(app)
        assert "deliver" not in desk.asked
        times.now += SECOND
        tick(app)
        tick(app)
        await pilot.pause()
        assert desk.asked.count("deliver") == 1
        assert "✓ acknowledged, answer by Tue 12:00 · sent" in screen_text(app)
        times.now += 61 * SECOND
        tick(app)
        await pilot.pause()
        assert "acknowledged" not in screen_text(app)


async def test_two_mails_a_second_apart_leave_a_second_apart(triage: Make, desk: StillDesk, times: Times) -> None:
    desk.mails = (out_mail("olha", leaves=NOW + SECOND), out_mail("acme", leaves=NOW + 2 * SECOND))
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for left in (1, 0):
            times.now += SECOND
            tick(app)
            await pilot.pause()
            assert len(desk.mails) == left


async def test_mail_left_over_from_before_is_delivered(triage: Make, desk: StillDesk, times: Times) -> None:
    desk.mails = (out_mail("olha", leaves=NOW - SECOND),)
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        tick(app)
        await pilot.pause()
        assert "deliver" in desk.asked
        assert desk.mails == ()


async def test_one_round_at_a_time_and_not_at_once_again(triage: Make, desk: StillDesk, times: Times) -> None:
    desk.mails = (out_mail("olha", leaves=NOW - SECOND),)
    desk.delivering = lambda at_once: Outcome()
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for _ in range(6):
            tick(app)
            await pilot.pause(0)
            times.now += SECOND
        assert desk.asked.count("deliver") == 2


async def test_what_kept_a_round_from_being_made_is_said(triage: Make, desk: StillDesk, times: Times) -> None:
    def break_down(at_once: bool) -> Outcome:
        raise DeskError("The disk is full.")

    desk.mails, desk.delivering = (out_mail("olha", leaves=NOW),), break_down
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        for _ in range(30):
            tick(app)
            times.now += SECOND
        await pilot.pause()
        assert "! The disk is full." in screen_text(app)
        assert desk.asked.count("deliver") == 1


@pytest.mark.parametrize(
    ("mails", "said"),
    [
        ((), ()),
        ((out_mail("a"),), ()),
        ((out_mail("a", leaves=NOW - 6 * SECOND),), ("1 mail in the outbox, being sent: o",)),
        (
            (out_mail("a", tries=2, leaves=NOW + 300 * SECOND), out_mail("b", tries=1, leaves=NOW + 60 * SECOND)),
            ("2 mails in the outbox, trying again at 12:01: o",),
        ),
        (
            (out_mail("a", OutState.REFUSED), out_mail("b", OutState.HELD), out_mail("c", OutState.IN_DOUBT)),
            ("3 mails in the outbox need your word: o",),
        ),
        ((out_mail("a", OutState.IN_DOUBT),), ("1 mail in the outbox needs your word: o",)),
    ],
)
def test_what_hangs_longer_than_the_undo_time_is_said(mails: tuple[OutMail, ...], said: tuple[str, ...]) -> None:
    assert hanging_of(mails, NOW, NOW.tzinfo) == said


async def test_the_header_and_the_conversation_say_it(triage: Make, desk: StillDesk) -> None:
    refused = Outgoing(out_mail("olha").kind, OutState.REFUSED, NOW, NOW)
    desk.rows = [row("olha", wait=31, outgoing=refused, marks=("refused",))]
    desk.mails = (out_mail("olha", OutState.REFUSED, words="550 no such user"),)
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        tick(app)
        await pilot.pause()
        text = screen_text(app)
        assert "! 1 mail in the outbox needs your word: o" in text
        assert "│acknowledgement, answer by Mon 12:00 · refused · o" in text
        assert "! refused" not in text


async def test_leaving_is_instant_where_nothing_hangs(triage: Make, desk: StillDesk) -> None:
    desk.mails = (out_mail("olha", OutState.REFUSED),)
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await pilot.press("q")
        assert app.return_code == 0


async def test_a_key_and_q_at_once_lose_nothing(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a", "q")
        await pilot.pause()
        assert len(desk.intents) == 1
        assert "1 mail has not left yet: to Olha Kovalenko." in screen_text(app)
        await pilot.press("escape")
        assert isinstance(app.screen, MainScreen)
        await pilot.press("q", "k")
        assert app.return_code == 0
        assert len(desk.mails) == 1


async def test_send_now_sends_then_leaves(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a", "q", "s")
        await pilot.pause()
        assert desk.asked.count("deliver at once") == 1
        assert desk.mails == ()
        assert app.return_code == 0


async def test_send_now_shows_that_it_sends_and_can_be_left(triage: Make, desk: StillDesk) -> None:
    app = triage()
    later: list[Callable[[], None]] = []
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a", "q")
        app._main._crew._start = later.append
        await pilot.press("s", "s")
        assert "Sending 1 mail …" in screen_text(app)
        assert len(later) == 1
        await pilot.press("escape")
        later.pop()()
        await pilot.pause()
        assert isinstance(app.screen, MainScreen)
        assert app.return_code is None


@pytest.mark.parametrize("words", ["", "No answer from the server."])
async def test_what_cannot_be_sent_stays_and_is_said(triage: Make, desk: StillDesk, words: str) -> None:
    def offline(at_once: bool) -> Outcome:
        desk.mails = (out_mail("olha", tries=1, words=words, leaves=NOW + 60 * SECOND),)
        return Outcome(outbox=desk.mails)

    desk.delivering = offline
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a", "q", "s")
        await pilot.pause()
        assert f"1 mail has not left and stays in the outbox.{' ' + words if words else ''}" in screen_text(app)
        assert app.return_code is None
        await pilot.press("k")
        assert app.return_code == 0
