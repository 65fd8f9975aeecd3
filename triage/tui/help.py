"""All keys on one screen, from the table."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from config.keymap import KEYMAP


class HelpScreen(ModalScreen[None]):
    """Keys in groups; any of its own keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "dismiss", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
    ]

    DEFAULT_CSS = """
    HelpScreen {
        background: $background;
        & > VerticalScroll { padding: 1 2; scrollbar-size-vertical: 1; }
    }
    """

    def compose(self) -> ComposeResult:
        """One text."""
        with VerticalScroll():
            yield Static(_keys())

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _keys() -> Content:
    parts: list[Content | tuple[str, str]] = []
    for group, keys in groupby(KEYMAP, key=lambda key: key.group):
        parts.append((f"{group}\n", "bold"))
        for key in keys:
            parts += [(f"  {key.shown:<18}", "$accent"), Content(f"{key.help}\n")]
        parts.append(Content("\n"))
    return Content.assemble(*parts, ("  Esc closes", "$foreground 64%"))
