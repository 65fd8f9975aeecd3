"""One line that tells or offers something and goes away by itself or on a key; never a dialog."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from widgets.drawing import Inked, Piece


class Notice(Inked):
    """A line above the keys; hidden while it has nothing to say."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Notice {
        height: 1;
        display: none;
        background: $background;
        &.-shown { display: block; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(text for text, _ in self._pieces)

    def show(self, pieces: Sequence[Piece]) -> None:
        """Say this; nothing to say hides the line."""
        if tuple(pieces) == self._pieces:
            return
        self._pieces = tuple(pieces)
        self.set_class(bool(pieces), "-shown")
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        pieces = [] if y else [(" ", ""), *self._pieces]
        return self.draw(pieces, self.size.width, self.ground)
