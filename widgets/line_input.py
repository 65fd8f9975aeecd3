"""One line that a person types; what they paste brings no control characters with it."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input

from widgets.cells import steady


class LineInput(Input):
    """As Textual's, without a frame of its own."""

    DEFAULT_CSS = """
    LineInput, LineInput:focus { border: none; height: 1; padding: 0; }
    """

    def on_paste(self, event: Paste) -> None:
        """Whatever was copied, only text comes in."""
        event.text = steady(event.text)
