"""The text of a mail being written: plain, wrapped softly, and never replaced without a way back."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import Paste
from textual.widgets import TextArea
from textual.widgets.text_area import Selection


class LetterArea(TextArea):
    """`clean` makes pasted text safe. Places are counted in characters from the start of the text."""

    DEFAULT_CSS = """
    LetterArea, LetterArea:focus {
        border: none;
        padding: 0 1;
        background: $background;
        scrollbar-size-vertical: 1;
        & .text-area--cursor-line { background: $background; }
    }
    """

    def __init__(self, text: str, clean: Callable[[str], str]) -> None:
        super().__init__(text, highlight_cursor_line=False)
        self._clean = clean

    @property
    def place(self) -> int:
        """Where the cursor stands."""
        return self._index(self.cursor_location)

    def on_paste(self, event: Paste) -> None:
        """Whatever was copied, only text comes in."""
        event.text = self._clean(event.text)

    def mark(self, start: int, end: int) -> None:
        """Select from `start` to before `end`, the cursor at the end: what is typed next takes its place."""
        self.selection = Selection(self._location(start), self._location(end))
        self.scroll_cursor_visible()

    def fill(self, text: str) -> None:
        """Replace the whole text; undo brings the former one back."""
        self.history.checkpoint()
        self.replace(text, (0, 0), self.document.end)
        self.history.checkpoint()

    def put(self, block: str) -> None:
        """Insert lines above the cursor's line; the cursor goes below the first of them."""
        self.history.checkpoint()
        row, _ = self.cursor_location
        self.insert(block, (row, 0))
        self.move_cursor((row + 1, 0))
        self.history.checkpoint()

    def _location(self, place: int) -> tuple[int, int]:
        before = self.text[:place].split("\n")
        return len(before) - 1, len(before[-1])

    def _index(self, location: tuple[int, int]) -> int:
        row, column = location
        return sum(len(line) + 1 for line in self.text.split("\n")[:row]) + column
