"""The keys that matter now, as many as fit; the key of the help stands always at the end."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.strip import Strip

from config.keymap import key_of
from widgets.drawing import Inked, Piece

_GAPS = (3, 2)


class Footer(Inked):
    """The last line of the screen. `typing`: letters go into a text, so the help is named by a key that is none."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Footer {
        height: 1;
        background: $background;
    }
    """

    def __init__(self, *, typing: bool = False) -> None:
        super().__init__()
        self._typing = typing
        self._keys: tuple[tuple[str, str], ...] = ()

    def show(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys and what they do, the most important first."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.ground)
        last = key_of("keys")
        name = last.shown.split()[-1] if self._typing else last.first
        end: list[Piece] = [(name, "accent"), (f" {last.label} ", "quiet")]
        room = width - _cells(end) - 1
        # A narrower gap only where it lets one more key in.
        pieces = max((self._fitting(room, gap) for gap in _GAPS), key=len)
        return self.draw([(" ", ""), *pieces, (" " * (room - _cells(pieces)), ""), *end], width, self.ground)

    def _fitting(self, room: int, gap: int) -> list[Piece]:
        pieces: list[Piece] = []
        for key, does in self._keys:
            item: list[Piece] = [(" " * (gap if pieces else 0) + key, "accent"), (f" {does}", "quiet")]
            if _cells(item) >= room:
                break
            pieces += item
            room -= _cells(item)
        return pieces


def _cells(pieces: Sequence[Piece]) -> int:
    return sum(cell_len(text) for text, _ in pieces)
