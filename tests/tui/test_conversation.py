"""The conversation: laid out as far as it is looked at, quotes folded, the place kept when more is known."""

from __future__ import annotations

from textual.app import App, ComposeResult

from tests.support.screen_text import screen_text
from triage.rules.quoting import fold
from widgets.conversation import ConversationPane
from widgets.letters import Layout, Letter, Talk

TEXT = "\n".join(f"line {place}" for place in range(60)) + "\n\n> quoted\n> lines"


def talk(letters: int, text: str = TEXT, thread_id: str = "a") -> Talk:
    return Talk(
        thread_id,
        "Subject",
        ("Olha",),
        tuple(Letter(str(place), "Olha", "Sun 05:00", text) for place in range(letters)),
    )


class PaneApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.pane = ConversationPane(fold)

    def compose(self) -> ComposeResult:
        yield self.pane


def test_a_long_conversation_is_laid_out_as_far_as_needed() -> None:
    folded: list[str] = []
    layout = Layout(talk(500), 80, lambda text: folded.append(text) or fold(text), lambda _: False)
    layout.reach(100)
    assert len(folded) == 2
    assert not layout.done
    layout.reach(10**6)
    assert (len(folded), layout.done) == (500, True)


async def test_the_end_can_be_reached() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.show_talk(talk(20))
        app.pane.focus()
        await pilot.pause()
        await pilot.press("G")
        assert app.pane.scroll_offset.y == app.pane.virtual_size.height - 20
        await pilot.press("g")
        assert app.pane.scroll_offset.y == 0


async def test_more_of_the_same_thread_keeps_the_place_and_another_begins_at_its_top() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.show_talk(talk(2))
        app.pane.focus()
        await pilot.pause()
        await pilot.press("j", "j")
        app.pane.show_talk(talk(3))
        assert app.pane.scroll_offset.y == 2
        app.pane.show_talk(talk(3, thread_id="b"))
        assert app.pane.scroll_offset.y == 0


async def test_a_click_opens_one_quote() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.show_talk(talk(2, "hello\n\n> quoted words"))
        await pilot.pause()
        line = next(place for place, text in enumerate(screen_text(app).splitlines()) if "▸ 1 quoted line" in text)
        await pilot.click(ConversationPane, offset=(5, line))
        await pilot.pause()
        assert screen_text(app).count("quoted words") == 1
