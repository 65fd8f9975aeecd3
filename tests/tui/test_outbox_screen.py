"""The outbox: what hangs, why, what each choice means, and that the choice is about the mail that was painted."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.support.composing import Host
from tests.support.screen_text import screen_text
from tests.support.still_desk import HOUR, NOW, StillDesk, out_mail
from tests.tui.conftest import NARROW, WIDE
from triage.desk.port import DeskError
from triage.model.act import OutKind
from triage.model.intents import Outcome
from triage.model.outgoing import OutChoice, OutState
from triage.tui.outbox_screen import OutboxScreen
from triage.tui.outbox_words import choices_of, state_of

DOUBTFUL = out_mail("doubt", OutState.IN_DOUBT, names="Anna", subject="Sizes")
REFUSED = out_mail("refused", OutState.REFUSED, names="Jörg", words="550 No such user", kind=OutKind.REPLY, until=None)


async def opened(host: Host, pilot: Pilot[Any]) -> None:
    host.open_outbox()
    await pilot.pause()


def screen(host: Host) -> OutboxScreen:
    return next(screen for screen in host.screen_stack if isinstance(screen, OutboxScreen))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"leaves": NOW + timedelta(seconds=7.2)}, "leaves in 8 s"),
        ({"leaves": NOW}, "leaves now"),
        ({"leaves": NOW + HOUR}, "leaves Mon 13:00"),
        ({"leaves": NOW + 5 * HOUR / 60, "tries": 2}, "queued, next try Mon 12:05"),
        ({"leaves": NOW - HOUR, "tries": 2}, "queued, trying again now"),
        ({"state": OutState.HELD}, "waits for your word"),
        ({"state": OutState.SENDING}, "sending …"),
        ({"state": OutState.REFUSED}, "refused"),
        ({"state": OutState.IN_DOUBT}, "in doubt: it may have arrived"),
    ],
)
def test_where_a_mail_stands(values: dict[str, Any], expected: str) -> None:
    assert state_of(out_mail("one", **values), NOW, NOW.tzinfo) == expected


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        (OutState.QUEUED, ["send_again", "give_up"]),
        (OutState.HELD, ["send_again", "give_up"]),
        (OutState.REFUSED, ["send_again", "give_up"]),
        (OutState.IN_DOUBT, ["send_again", "give_up", "has_arrived"]),
        (OutState.SENDING, []),
    ],
)
def test_only_what_makes_sense_can_be_chosen(state: OutState, acts: list[str]) -> None:
    assert [act for act, _ in choices_of(out_mail("one", state))] == acts


async def test_nothing_to_leave() -> None:
    host = Host(StillDesk())
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        assert "Nothing waits to leave." in screen_text(host)
        await pilot.press("a", "g", "y", "j", "escape")
        assert len(host.screen_stack) == 1
    assert host.outcomes == []


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_each_mail_with_its_state_and_the_servers_words(size: tuple[int, int]) -> None:
    held = out_mail("held", OutState.HELD, created=NOW - 5 * HOUR, until=NOW - HOUR, words="Its time has passed.")
    host = Host(StillDesk(mails=(out_mail("one"), held, REFUSED, DOUBTFUL)))
    async with host.run_test(size=size) as pilot:
        await opened(host, pilot)
        shown = screen_text(host)
    for line in (
        "Outbox · 4 mails have not left",
        "leaves in 10 s · acknowledgement, just now · names Tue 12:00",
        "! waits for your word · acknowledgement, 5 h ago · names Mon 11:00",
        "Its time has passed.",
        "! refused · reply, just now",
        "550 No such user",
        "! in doubt: it may have arrived · acknowledgement",
        "a Try again: sends it at once",
        "g Give up: it never leaves; the client waits as if it had not been written",
    ):
        assert line in shown


async def test_text_of_others_is_never_markup_and_long_words_are_wrapped() -> None:
    odd = "[/b] [@click=app.quit]x[/] [red]"
    words = f"{odd} " + "word " * 30 + "end"
    host = Host(StillDesk(mails=(out_mail("one", OutState.REFUSED, names=odd, subject=odd, words=words),)))
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        shown = screen_text(host)
        assert shown.count(odd) == 3
        assert "end" in shown
        await pilot.press("g")
        assert f"Give up “{odd}”?" in screen_text(host)


@pytest.mark.parametrize(
    ("mail", "key", "asked", "choice"),
    [
        (out_mail("one"), "a", False, OutChoice.AGAIN),
        (out_mail("one"), "g", True, OutChoice.GIVE_UP),
        (REFUSED, "a", False, OutChoice.AGAIN),
        (DOUBTFUL, "a", True, OutChoice.AGAIN),
        (DOUBTFUL, "g", True, OutChoice.GIVE_UP),
        (DOUBTFUL, "y", False, OutChoice.ARRIVED),
    ],
)
async def test_a_choice_is_asked_once_where_it_can_do_harm(mail: Any, key: str, asked: bool, choice: OutChoice) -> None:
    desk = StillDesk(mails=(mail,))
    host = Host(desk)
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press(key)
        assert desk.acts == ([] if asked else [f"{choice} {mail.id}"])
        if asked:
            await pilot.press("escape")
            assert desk.acts == []
            await pilot.press(key, "y")
        assert desk.acts == [f"{choice} {mail.id}"]
        assert host.outcomes == [Outcome(choice.value, outbox=())]
        assert "Nothing waits to leave." in screen_text(host)


async def test_a_doubtful_mail_says_that_it_could_arrive_twice() -> None:
    host = Host(StillDesk(mails=(DOUBTFUL,)))
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("a")
        assert "It may have arrived: sending again could send it twice. Send?" in screen_text(host)


async def test_arrived_is_no_choice_where_there_is_no_doubt() -> None:
    desk = StillDesk(mails=(REFUSED,))
    host = Host(desk)
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("y")
        assert "There is no such choice for this mail." in screen_text(host)
        assert desk.acts == []


async def test_it_counts_down_each_second() -> None:
    host = Host(StillDesk(mails=(out_mail("one"),)))
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        host.now = NOW + timedelta(seconds=3)
        screen(host).tick()
        await pilot.pause()
        assert "leaves in 7 s" in screen_text(host)


async def test_the_cursor_stays_on_its_mail_when_another_has_left() -> None:
    desk = StillDesk(mails=(out_mail("one"), REFUSED, DOUBTFUL))
    host = Host(desk)
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("j", "j")
        desk.mails = desk.mails[1:]
        screen(host).tick()
        await pilot.pause()
        await pilot.press("y")
        assert desk.acts == [f"{OutChoice.ARRIVED} doubt"]
        assert "▌Jörg" in screen_text(host)


async def test_a_choice_that_fails_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def decide(entry: str, choice: OutChoice) -> Outcome:
        raise DeskError("It has just left.")

    desk = StillDesk(mails=(REFUSED,))
    monkeypatch.setattr(desk, "decide", decide)
    host = Host(desk)
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("a")
        assert "! It has just left." in screen_text(host)
        assert host.outcomes == []
