"""Every key of the table does something, and on a Cyrillic layout the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from config.keymap import KEYMAP, Key, Place, key_of, keys_at, keys_on
from config.layouts import LAYOUTS
from tests.support.outcomes import carry_out
from tests.support.screen_text import screen_text
from tests.support.still_desk import NOW, StillDesk
from tests.tui.conftest import NARROW, WIDE, Times
from triage.model.act import Tone
from triage.model.intents import (
    Acknowledge,
    FlagComplaint,
    FlagTone,
    FlagUrgent,
    Intent,
    MarkDone,
    Mute,
    OnlyAcknowledged,
    Outcome,
)
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
    """What changes when the act's key is pressed after the keys `before`; where it is told, what it is then."""

    seen: Callable[[TriageApp], object]
    before: tuple[str, ...] = ()
    then: object = None


def _cursor(app: TriageApp) -> object:
    return threads(app)._cursor


def _focused(app: TriageApp) -> object:
    return type(app.focused).__name__


def _desk(app: TriageApp) -> StillDesk:
    found = main(app)._desk
    assert isinstance(found, StillDesk)
    return found


def _intents(app: TriageApp) -> object:
    return list(_desk(app).intents)


def _asked(app: TriageApp) -> object:
    return list(_desk(app).asked)


def _tone(tone: Tone | None) -> Effect:
    return Effect(_intents, then=[FlagTone(OLHA, tone)])


OLHA = ("olha",)
TOMORROW = NOW + timedelta(hours=24)
_OPENED: list[object] = []
_ASKING = ("space", "j", "space", "a")
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
    "attachments": Effect(screen_name, then="AttachmentMenu"),
    "search": Effect(_focused, then="SearchBar"),
    "filter": Effect(screen_name, then="FilterMenu"),
    "read_mail": Effect(lambda app: _desk(app).asked.count("read work"), then=2),
    "outbox": Effect(screen_name, then="OutboxScreen"),
    "acknowledge": Effect(_intents, then=[Acknowledge(OLHA, TOMORROW)]),
    "acknowledge_by": Effect(lambda app: "Answer by" in screen_text(app)),
    "status": Effect(lambda app: "write olha progress" in _desk(app).asked),
    "reply": Effect(lambda app: "write olha reply" in _desk(app).asked),
    "done": Effect(_intents, then=[MarkDone(OLHA)]),
    "snooze": Effect(lambda app: "Snooze until" in screen_text(app)),
    "tone_delighted": _tone(Tone.DELIGHTED),
    "tone_calm": _tone(Tone.CALM),
    "tone_worried": _tone(Tone.WORRIED),
    "tone_annoyed": _tone(Tone.ANNOYED),
    "tone_angry": _tone(Tone.ANGRY),
    "tone_clear": _tone(None),
    "tone": Effect(screen_name, then="ToneScreen"),
    "complaint": Effect(_intents, then=[FlagComplaint(OLHA)]),
    "note": Effect(lambda app: "Note · Olha" in screen_text(app)),
    "mute": Effect(_intents, then=[Mute(OLHA)]),
    "promise": Effect(lambda app: "Promise it for · Olha" in screen_text(app)),
    "late": Effect(lambda app: "write olha delay" in _desk(app).asked),
    "work": Effect(screen_name, then="WorkMenu"),
    "follow_up": Effect(lambda app: "Bring it back on · Olha" in screen_text(app)),
    "urgent": Effect(_intents, then=[FlagUrgent(OLHA)]),
    "explain": Effect(screen_name, then="ExplainScreen"),
    "only_acknowledged": Effect(_intents, then=[OnlyAcknowledged(OLHA)]),
    "select": Effect(lambda app: threads(app).selection, then={"olha"}),
    "undo": Effect(_intents, ("d",), then=[]),
    "settle": Effect(lambda app: list(_desk(app).acts), then=["settled 7"]),
    "keys": Effect(screen_name, then="HelpScreen"),
    "command_palette": Effect(screen_name, then="CommandPalette"),
    "quit": Effect(lambda app: app.return_code),
    "send_now": Effect(lambda app: "deliver at once" in _desk(app).asked, ("a", "q")),
    "keep_queued": Effect(lambda app: app.return_code, ("a", "q")),
    "yes": Effect(_intents, _ASKING, then=[Acknowledge(("olha", "acme"), TOMORROW, confirmed=True)]),
    "no": Effect(screen_name, _ASKING, then="MainScreen"),
    "choose": Effect(screen_name, ("f",)),
    "open_saved": Effect(lambda app: list(_OPENED), ("v", "1")),
}
ELSEWHERE = {Place.COMPOSER, Place.OUTBOX}
"""Places whose own keys are tried in tests of their own."""


def _asks_about_many(desk: StillDesk) -> None:
    plain = desk.outcome

    def outcome(intent: Intent) -> Outcome:
        if isinstance(intent, Acknowledge) and len(intent.threads) > 1 and not intent.confirmed:
            return Outcome(question="Acknowledge 2 threads?")
        return plain(intent)

    desk.outcome = outcome


@pytest.mark.parametrize("key", [key for key in KEYMAP if not key.places <= ELSEWHERE], ids=lambda key: key.id)
async def test_each_key_has_its_effect(
    key: Key, triage: Make, times: Times, desk: StillDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "_open_file", _OPENED.append)
    effect, rows = EFFECTS[key.id], desk.rows
    carry_out(desk, times)
    _asks_about_many(desk)
    for pressed in key.keys:
        desk.rows, desk.mails = rows, ()
        for told in (desk.intents, desk.asked, desk.acts):
            told.clear()
        app = triage()
        async with app.run_test(size=WIDE) as pilot:
            await pilot.pause()
            await pilot.press(*effect.before)
            before = effect.seen(app)
            await pilot.press(pressed)
            await pilot.pause()
            assert effect.seen(app) != before, pressed
            assert effect.then is None or effect.seen(app) == effect.then


_NAMES = {
    "/": "slash",
    "?": "question_mark",
    "!": "exclamation_mark",
    ",": "comma",
    ".": "full_stop",
}


@pytest.mark.parametrize("layout", LAYOUTS)
async def test_a_cyrillic_layout_binds_the_same_acts(layout: str, triage: Make) -> None:
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
                    assert acts.get(_NAMES.get(name, name)) == key.id


@pytest.mark.parametrize("layout", LAYOUTS)
async def test_on_a_cyrillic_layout_the_acts_have_their_effect(
    layout: str, triage: Make, desk: StillDesk, times: Times
) -> None:
    carry_out(desk, times)
    app = triage(layout=layout)

    def sent(act: str) -> str:
        return keys_on(layout, key_of(act))[-1]

    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(sent("acknowledge"), sent("done"), sent("tone_delighted"))
        await pilot.pause()
        assert desk.intents == [
            Acknowledge(OLHA, TOMORROW),
            MarkDone(("acme",)),
            FlagTone(("weber",), Tone.DELIGHTED),
        ]
        await pilot.press(sent("undo"), sent("snooze"))
        await pilot.pause()
        assert len(desk.intents) == 2
        assert screen_name(app) == "LinePrompt"


async def test_the_help_names_every_key(triage: Make) -> None:
    app = triage()
    async with app.run_test(size=(160, 60)) as pilot:
        await pilot.press("?")
        text = screen_text(app)
        assert [key.id for key in KEYMAP if key.help not in text or key.shown not in text] == []


async def test_the_help_pages_through_in_a_narrow_window(triage: Make) -> None:
    app = triage()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("?")
        assert key_of("acknowledge").help in screen_text(app)
        await pilot.press("pagedown", "pagedown", "pagedown", "pagedown")
        await pilot.pause()
        assert key_of("open_saved").help in screen_text(app)


async def test_the_palette_has_the_acts_by_name(triage: Make, desk: StillDesk) -> None:
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"older")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert desk.acts == ["settled 7"]
