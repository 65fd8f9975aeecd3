"""Why a thread stands where it does, in the desk's own sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from triage.desk.port import DeskError
from widgets.bindings import bindings
from widgets.cells import steady


class ExplainScreen(ModalScreen[None]):
    """Open at once, the sentences follow; Esc or the same key closes it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("explain", "back", "move_down", "move_up")

    DEFAULT_CSS = """
    ExplainScreen {
        align: left bottom;
        background: transparent;
        & > VerticalScroll {
            height: auto;
            max-height: 100%;
            padding: 0 2;
            border-top: solid $accent;
            background: $surface;
            scrollbar-size-vertical: 1;
        }
        Static { height: auto; }
        .-apart { margin: 1 0; }
    }
    """

    def __init__(self, who: str) -> None:
        super().__init__()
        self._who = who
        self._said = Static(Content("…"), classes="-apart")

    def compose(self) -> ComposeResult:
        """About whom, why, and how to go back."""
        with VerticalScroll():
            yield Static(Content.styled(f"Why it stands here · {steady(self._who)}", "bold"))
            yield self._said
            yield Static(Content.styled("Esc closes", "$foreground 64%"))

    def show_reasons(self, sentences: Sequence[str]) -> None:
        """The sentences, each on lines of its own."""
        self._said.update(Content("\n".join(map(steady, sentences))))

    def show_trouble(self, error: DeskError) -> None:
        """Why they are not known."""
        self._said.update(Content.styled(f"! {steady(error.why)}", "$warning"))

    def action_explain(self) -> None:
        """Close it."""
        self.dismiss()

    def action_back(self) -> None:
        """Close it."""
        self.dismiss()

    def action_move_down(self) -> None:
        """Go one line down."""
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def action_move_up(self) -> None:
        """Go one line up."""
        self.query_one(VerticalScroll).scroll_up(animate=False)
