"""Every key of the composer and the outbox does something, opened from the list as a person opens them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from config.keymap import KEYMAP, Key, Place, keys_at, keys_on
from config.layouts import LAYOUTS
from tests.support.composing import sheet_of
from tests.support.screen_text import screen_text
from tests.support.still_desk import StillDesk, out_mail
from tests.tui.conftest import WIDE
from triage.model.outgoing import OutState
from triage.tui.app import TriageApp
from triage.tui.composer import Composer

Make = Callable[..., TriageApp]
Seen = Callable[[TriageApp, StillDesk], object]


@dataclass(frozen=True)
class Effect:
    """What is seen after the key, and was not before; pressed before it are the keys `before`."""

    seen: Seen
    then: object
    before: tuple[str, ...] = ()


def _screen(app: TriageApp, desk: StillDesk) -> object:
    return type(app.screen).__name__


def _acts(app: TriageApp, desk: StillDesk) -> object:
    return list(desk.acts)


def _text(app: TriageApp, desk: StillDesk) -> object:
    return next(screen for screen in app.screen_stack if isinstance(screen, Composer)).written().text


def _marked(app: TriageApp, desk: StillDesk) -> object:
    composer = next(screen for screen in app.screen_stack if isinstance(screen, Composer))
    return composer._paper.area.selected_text


def _says(words: str) -> Seen:
    return lambda app, desk: words in screen_text(app)


TEXT = "Hello,\n\n[first] and [second]"
WRITTEN = {
    "send": Effect(lambda app, desk: [draft.text for draft in desk.sent], ["x"], ("ctrl+a", "ctrl+k", "x")),
    "save_draft": Effect(lambda app, desk: "save draft draft-olha" in desk.asked, True),
    "kind": Effect(_says("1 Progress  2 Delay"), True),
    "name_time": Effect(_says("The time that the mail names"), True),
    "language": Effect(_screen, "LanguageMenu"),
    "quote_questions": Effect(_text, f"Hello,\n\n> 1. In time?\n\n{TEXT.splitlines()[-1]}"),
    "next_blank": Effect(_marked, "[second]"),
    "attach": Effect(_says("Attach a file"), True),
    "editor": Effect(_says("No editor is set"), True),
    "leave": Effect(_screen, "MainScreen"),
}
HANGING = {
    "send_again": Effect(_screen, "Question"),
    "give_up": Effect(_screen, "Question"),
    "has_arrived": Effect(_acts, ["arrived one"]),
    "move_down": Effect(_says("▌Second"), True),
    "move_up": Effect(_says("▌First"), True, ("j",)),
    "back": Effect(_screen, "MainScreen"),
}


@pytest.fixture
def desk(desk: StillDesk, monkeypatch: pytest.MonkeyPatch) -> StillDesk:
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.delenv("EDITOR", raising=False)
    desk.sheet = sheet_of(text=TEXT, questions=("In time?",))
    desk.mails = (
        out_mail("one", OutState.IN_DOUBT, names="First"),
        out_mail("two", OutState.IN_DOUBT, names="Second"),
    )
    return desk


async def tried(app: TriageApp, desk: StillDesk, opening: str, effect: Effect, pressed: str) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.press(opening, *effect.before)
        await pilot.pause()
        assert effect.seen(app, desk) != effect.then, pressed
        await pilot.press(pressed)
        await pilot.pause()
        assert effect.seen(app, desk) == effect.then, pressed


def test_no_key_is_left_out() -> None:
    assert {key.id for key in keys_at(Place.COMPOSER)} == set(WRITTEN)
    assert {key.id for key in keys_at(Place.OUTBOX)} == set(HANGING)


@pytest.mark.parametrize("key", keys_at(Place.COMPOSER), ids=lambda key: key.id)
async def test_each_key_of_the_composer(key: Key, triage: Make, desk: StillDesk) -> None:
    effect = WRITTEN[key.id]
    if key.id == "send":
        desk.sheet = sheet_of(text="", questions=())
    for pressed in key.keys:
        desk.asked.clear()
        desk.sent.clear()
        await tried(triage(), desk, "r", effect, pressed)


@pytest.mark.parametrize("key", keys_at(Place.OUTBOX), ids=lambda key: key.id)
@pytest.mark.parametrize("layout", ["", *LAYOUTS])
async def test_each_key_of_the_outbox_on_each_keyboard(key: Key, layout: str, triage: Make, desk: StillDesk) -> None:
    mails = desk.mails
    typed = [name for name in keys_on(layout, key) if not layout or name not in key.keys]
    for pressed in typed:
        desk.mails = mails
        desk.acts.clear()
        await tried(triage(layout=layout), desk, "o", HANGING[key.id], pressed)


@pytest.mark.parametrize("layout", LAYOUTS)
async def test_a_question_is_answered_on_each_keyboard(layout: str, triage: Make, desk: StillDesk) -> None:
    yes = keys_on(layout, next(key for key in KEYMAP if key.id == "yes"))[-1]
    async with triage(layout=layout).run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.press("o", "g", yes)
        await pilot.pause()
        assert desk.acts == ["give_up one"]


async def test_the_list_says_what_became_of_the_mail(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.press("r", "x", "escape")
        await pilot.pause()
        assert "Draft kept" in screen_text(app)
