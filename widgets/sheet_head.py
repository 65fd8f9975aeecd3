"""The first line of the composer: to whom, about what, in which language and kind; at its end whether it is kept."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.strip import Strip

from widgets.cells import cut, steady
from widgets.drawing import Inked, Piece


class SheetHead(Inked):
    """One line; the subject gives way first where there is no room, then the names."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    SheetHead { height: 1; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._names = ""
        self._subject = ""
        self._facts: tuple[str, ...] = ()
        self._state: Piece = ("", "")

    def show(self, names: str, subject: str, facts: Sequence[str], state: Piece) -> None:
        """Say this from now on."""
        self._names, self._subject, self._facts, self._state = steady(names), steady(subject), tuple(facts), state
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.ground)
        facts = "".join(f" · {fact}" for fact in self._facts)
        state, ink = self._state
        room = width - cell_len(facts) - cell_len(state) - 4
        names = cut(self._names, max(room - min(cell_len(self._subject) + 3, 20), 12))
        subject = cut(self._subject, room - cell_len(names) - 3)
        left: list[Piece] = [(f" {names}", "title"), (f" · {subject}" if subject else "", ""), (facts, "quiet")]
        gap = width - sum(cell_len(text) for text, _ in left) - cell_len(state) - 1
        return self.draw([*left, (" " * max(gap, 1), ""), (state, ink), (" ", "")], width, self.ground)
