"""Nothing in a mail can act: neither as markup nor as a control sequence, in no place where it is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.screen_text import screen_text
from tests.support.still_desk import StillDesk, conversation, row, words
from tests.tui.conftest import WIDE
from triage.model.message import Attachment
from triage.tui.app import TriageApp
from widgets.cells import steady

MARKUP = "[/red] x [@click=app.quit]y[/] [EXTERNAL]"
CONTROL = "a\x1b[31mb\x1b]0;title\x07c\x9bd\u202ee\u2066f\x00g\ud800"


@pytest.mark.parametrize(
    "keys", [(), ("enter",), ("v",), ("v", "1"), ("v", "2"), ("/", "x"), ("f",), ("t",), ("n",), ("A",), ("a",)]
)
@pytest.mark.parametrize("hostile", [MARKUP, CONTROL], ids=["markup", "control"])
async def test_hostile_text_is_only_text(
    triage: Callable[..., TriageApp], desk: StillDesk, hostile: str, keys: tuple[str, ...]
) -> None:
    thread = row("evil", hostile, hostile, hostile, wait=30, marks=(hostile,), accounts=(hostile,))
    body = words(f"{hostile}\n> {hostile}", [Attachment(0, hostile, "x/y", 1)], [f"https://x/{hostile}"])
    desk.rows, desk.talks, desk.names = [thread], {"evil": conversation(thread, body)}, (hostile, "other")
    app = triage()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        text = screen_text(app)
        assert app.is_running
    assert steady(hostile) in text
    assert not set(text) & set("\x1b\x07\x9b\x00\u202e\u2066")
