"""Why a thread stands where it does: a few sentences over the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from widgets.bindings import bindings
from widgets.cells import steady


class WhyScreen(ModalScreen[None]):
    """Esc or Enter closes it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("back", "choose")

    DEFAULT_CSS = """
    WhyScreen {
        align: left bottom;
        background: transparent;
        & > Vertical { height: auto; padding: 0 2; border-top: solid $accent; background: $surface; }
        Static { height: auto; margin-bottom: 1; }
    }
    """

    def __init__(self, who: str) -> None:
        super().__init__()
        self._who = who
        self._reasons = Static("…", markup=False)

    def compose(self) -> ComposeResult:
        """Whose thread it is, the sentences, and how to go on."""
        with Vertical():
            yield Static(Content.styled(f"Why {steady(self._who)} stands here", "bold"))
            yield self._reasons
            yield Static(Content.styled("Esc closes", "$foreground 64%"))

    def show_reasons(self, sentences: Sequence[str]) -> None:
        """Say these, a line each."""
        self._reasons.update(Content("\n".join(map(steady, sentences))))

    def action_back(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_choose(self) -> None:
        """Close."""
        self.dismiss(None)
