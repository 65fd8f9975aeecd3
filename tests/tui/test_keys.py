"""Every key of the table does something, and on a Cyrillic layout the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from config.keymap import KEYMAP, Key, Place, key_of, keys_at, keys_on
from config.layouts import LAYOUTS
from tests.support.screen_text import screen_text
from tests.support.still_desk import StillDesk
from tests.tui.conftest import WIDE
from triage.tui import attachments
from triage.tui.app import TriageApp
from triage.tui.main import MainScreen
from widgets.conversation import ConversationPane
from widgets.thread_list import ThreadList

Make = Callable[..., TriageApp]


def main(app: TriageApp) -> MainScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, MainScreen))


def threads(app: TriageApp) -> ThreadList:
    return main(app).query_one(ThreadList)


def screen_name(app: TriageApp) -> object:
    return type(app.screen).__name__


@dataclass(frozen=True)
class Effect:
    """What changes when the act's key is pressed after the keys `before`."""

    seen: Callable[[TriageApp], object]
    before: tuple[str, ...] = ()


def _cursor(app: TriageApp) -> object:
    return threads(app)._cursor


def _focused(app: TriageApp) -> object:
    return type(app.focused).__name__


def _desk(app: TriageApp) -> StillDesk:
    found = main(app)._desk
    assert isinstance(found, StillDesk)
    return found


EFFECTS = {
    "move_down": Effect(_cursor),
    "move_up": Effect(_cursor, ("j",)),
    "move_first": Effect(_cursor, ("j",)),
    "move_last": Effect(_cursor),
    "page_down": Effect(_cursor),
    "page_up": Effect(_cursor, ("G",)),
    "other_pane": Effect(_focused),
    "open": Effect(_focused),
    "back": Effect(_focused, ("enter",)),
    "quotes": Effect(lambda app: "what was quoted" in screen_text(app), ("enter",)),
    "attachments": Effect(screen_name),
    "search": Effect(_focused),
    "filter": Effect(screen_name),
    "read_mail": Effect(lambda app: len(_desk(app).asked)),
    "select": Effect(lambda app: threads(app).selection),
    "undo": Effect(lambda app: len(_desk(app).acts), ("D",)),
    "settle": Effect(lambda app: len(_desk(app).acts)),
    "keys": Effect(screen_name),
    "command_palette": Effect(screen_name),
    "quit": Effect(lambda app: app.return_code),
    "choose": Effect(screen_name, ("f",)),
    "open_saved": Effect(lambda app: list(_OPENED), ("v", "1")),
}
_OPENED: list[object] = []


@pytest.mark.parametrize("key", KEYMAP, ids=lambda key: key.id)
async def test_each_key_has_its_effect(key: Key, triage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "_open_file", _OPENED.append)
    effect = EFFECTS[key.id]
    for pressed in key.keys:
        app = triage()
        async with app.run_test(size=WIDE) as pilot:
            await pilot.pause()
            await pilot.press(*effect.before)
            before = effect.seen(app)
            await pilot.press(pressed)
            assert effect.seen(app) != before, pressed


@pytest.mark.parametrize("layout", LAYOUTS)
async def test_a_cyrillic_layout_sends_the_same_acts(layout: str, triage: Make) -> None:
    app = triage(layout=layout)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(keys_on(layout, key_of("move_down"))[-1])
        assert threads(app).thread_id == "acme"
        for place, widget in ((Place.LIST, ThreadList), (Place.CONVERSATION, ConversationPane)):
            main(app).query_one(widget).focus()
            await pilot.pause()
            acts = {bound.binding.key: bound.binding.action for bound in app.screen.active_bindings.values()}
            for key in keys_at(place):
                for name in keys_on(layout, key):
                    assert (
                        acts.get({"/": "slash", "?": "question_mark", ",": "comma", ".": "full_stop"}.get(name, name))
                        == key.id
                    )


async def test_the_help_names_every_key(triage: Make) -> None:
    app = triage()
    async with app.run_test(size=(90, 60)) as pilot:
        await pilot.press("?")
        text = screen_text(app)
        assert all(key.help in text and key.shown in text for key in KEYMAP)


async def test_the_palette_has_the_acts_by_name(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"older")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert desk.acts == ["settled 7"]
