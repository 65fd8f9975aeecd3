"""A line of recipients that can be edited."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from widgets.line_input import LineInput


class AddressLine(Horizontal):
    """Its name and what stands in it; `Input.Changed` and `Input.Submitted` tell what the person does."""

    DEFAULT_CSS = """
    AddressLine {
        height: 1;
        background: $background;
        & > Static { width: 4; padding-left: 1; color: $foreground 64%; }
        & > LineInput { width: 1fr; background: $background; }
        & > LineInput:focus { background: $surface; }
    }
    """

    def __init__(self, name: str, value: str) -> None:
        self._line = LineInput(value, select_on_focus=False)
        super().__init__(Static(Content(name)), self._line)

    @property
    def value(self) -> str:
        """What stands in it."""
        return self._line.value

    def enter(self) -> None:
        """Take the keys."""
        self._line.focus()
