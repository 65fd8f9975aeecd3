"""The keys that matter now, as many as fit; the key of the help stands always at the end."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.strip import Strip

from config.keymap import Key, key_of
from widgets.drawing import Inked, Piece


class Footer(Inked):
    """The last line of the screen."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Footer {
        height: 1;
        background: $background;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[Key, ...] = ()

    def show(self, keys: Sequence[Key]) -> None:
        """Show these keys, the most important first."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.ground)
        last = key_of("keys")
        end: list[Piece] = [(last.first, "accent"), (f" {last.label} ", "quiet")]
        room = width - sum(cell_len(text) for text, _ in end)
        pieces: list[Piece] = []
        for key in self._keys:
            item: list[Piece] = [(f" {key.first}", "accent"), (f" {key.label}  ", "quiet")]
            needed = sum(cell_len(text) for text, _ in item)
            if needed > room:
                break
            pieces += item
            room -= needed
        return self.draw([*pieces, (" " * room, ""), *end], width, self.ground)
