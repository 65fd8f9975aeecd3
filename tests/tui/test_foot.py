"""The keys at the foot are those that matter for the thread under the cursor, and the most important ones fit."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from config.keymap import Place
from tests.support.screen_text import screen_text
from tests.support.still_desk import HOUR, NOW, row
from triage.model.act import OutKind
from triage.model.clock import Clock, ClockKind, Lane
from triage.model.outgoing import Outgoing, OutState
from triage.model.row import Row
from triage.rules.flags import LAST_WORD
from triage.rules.ranking import ranked_at
from triage.tui.board import Look
from triage.tui.foot import Moment, keys_of
from widgets.footer import Footer

WAITING = row("a", wait=9)
OWED = row("b", clocks=(Clock(ClockKind.ANSWER, "x", NOW, NOW + 20 * HOUR, NOW + 24 * HOUR),))
LATE_ANSWER = row("c", clocks=(Clock(ClockKind.ANSWER, "x", NOW - 9 * HOUR, NOW - 3 * HOUR, NOW - HOUR),))
PROMISED = row("p", clocks=(Clock(ClockKind.PROMISE, "x", NOW - HOUR, NOW + HOUR, NOW + 5 * HOUR),))
RUNNING = row("w", clocks=(Clock(ClockKind.CONTACT, "x", NOW - 96 * HOUR, NOW, NOW),))
THEIRS = row("d", resting=Lane.THEIRS, reason=None)
THANKED = row("t", resting=Lane.THEIRS, reason=None, marks=(LAST_WORD,))


def outgoing(state: OutState) -> Outgoing:
    return Outgoing(OutKind.ACKNOWLEDGEMENT, state, None, NOW)


def foot(one: Row | None, place: Place = Place.LIST, selected: int = 0, **told: object) -> tuple[tuple[str, str], ...]:
    plain: dict[str, object] = {"look": Look(), "can_undo": False, "hanging": False, "proposed": "Tue 12:00"}
    ranked = ranked_at(one, NOW) if one else None
    return keys_of(Moment(place=place, ranked=ranked, selected=selected, **(plain | told)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "told", "keys"),
    [
        (WAITING, {}, "a s r 1-5 d z p e Enter"),
        (OWED, {}, "s r 1-5 d z l p e Enter"),
        (LATE_ANSWER, {}, "s r 1-5 d z l p e Enter"),
        (PROMISED, {}, "p l s r e 1-5 Enter"),
        (RUNNING, {}, "s r w e 1-5 d z p Enter"),
        (THEIRS, {}, "s r 1-5 n i p e Enter"),
        (THANKED, {}, "a s r 1-5 n i p e Enter"),
        (row("e", wait=9, outgoing=outgoing(OutState.QUEUED)), {}, "u s r 1-5 d z l p e Enter"),
        (row("f", wait=9, outgoing=outgoing(OutState.REFUSED)), {"can_undo": True}, "o s r 1-5 d z l u p e Enter"),
        (row("g", wait=9, outgoing=outgoing(OutState.SENT)), {}, "a s r"),
        (None, {}, "Enter v / f"),
        (WAITING, {"can_undo": True, "hanging": True}, "a s r 1-5 d z u o p e Enter"),
        (WAITING, {"selected": 2}, "a d z 1-5 m n Enter"),
        (WAITING, {"place": Place.CONVERSATION}, "a s r Esc 1-5 d z"),
    ],
)
def test_what_applies_comes_first(one: Row | None, told: dict[str, object], keys: str) -> None:
    found = " ".join(key for key, _ in foot(one, **told))  # type: ignore[arg-type]  # fields by name
    assert found.startswith(keys)


def test_a_key_is_named_once_and_the_time_before_it_is_pressed() -> None:
    items = foot(WAITING, can_undo=True)
    assert len({key for key, _ in items}) == len(items)
    assert items[0] == ("a", "Acknowledge, answer by Tue 12:00")


def test_the_key_says_that_it_thanks_in_return() -> None:
    assert foot(THANKED)[0] == ("a", "Thank and wish well")
    assert foot(THANKED, place=Place.CONVERSATION)[0] == ("a", "Thank and wish well")
    assert foot(THANKED, selected=2)[0] == ("a", "Acknowledge, answer by Tue 12:00")


class FootApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Footer()


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (80, "a Acknowledge, answer by Tue 12:00  s Status  r Reply  1-5 Tone  d Done ? Keys"),
        (60, "a Acknowledge, answer by Tue 12:00  s Status ? Keys"),
        (30, " ? Keys"),
    ],
)
async def test_as_many_as_fit(width: int, line: str) -> None:
    app = FootApp()
    async with app.run_test(size=(width, 3)) as pilot:
        app.query_one(Footer).show(foot(WAITING))
        await pilot.pause()
        assert "".join(screen_text(app).split()) == line.replace(" ", "")
