"""All keys on one screen, from the table."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from config.keymap import KEYMAP, Key

_LEFT = 14
_COLUMNS_FROM = 150
_WAITING_FIRST = ("Answer", "Put away", "Note down", "Select, undo")


class HelpScreen(ModalScreen[None]):
    """Keys in groups, those that act on threads first; any of its own keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "dismiss", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    DEFAULT_CSS = """
    HelpScreen {
        background: $background;
        & > VerticalScroll { padding: 1 2 0 2; scrollbar-size-vertical: 1; }
        & > .-foot { height: 1; padding: 0 2; color: $foreground 64%; }
        Horizontal { height: auto; }
        Horizontal > Static { width: 1fr; }
    }
    """

    def compose(self) -> ComposeResult:
        """The groups in one column, in a wide window in two."""
        groups = _groups()
        wide = self.app.size.width >= _COLUMNS_FROM
        half = (len(groups) + 1) // 2 if wide else len(groups)
        with VerticalScroll(), Horizontal():
            for part in filter(None, (groups[:half], groups[half:])):
                yield Static(Content("\n").join(part))
        yield Static(Content("j k PgDn PgUp scroll · Esc closes"), classes="-foot")

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by a screen."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=pages * (scroll.size.height - 2), animate=False)


def _groups() -> list[Content]:
    groups: dict[str, list[Key]] = {}
    for key in KEYMAP:
        groups.setdefault(key.group, []).append(key)
    order = (*_WAITING_FIRST, *(group for group in groups if group not in _WAITING_FIRST))
    return [_group(name, groups[name]) for name in order]


def _group(name: str, keys: list[Key]) -> Content:
    lines: list[Content | tuple[str, str]] = [(f"{name}\n", "bold")]
    for key in keys:
        lines += [(f"  {key.shown:<{_LEFT}} ", "$accent"), Content(f"{key.help}\n")]
    return Content.assemble(*lines)
