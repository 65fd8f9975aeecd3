"""The bar in which the kind of a mail is chosen: by number, by arrows and Enter, or with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.events import Click, Key
from textual.message import Message
from textual.strip import Strip

from widgets.drawing import Inked, Piece

_TITLE = " Kind  "


class KindBar(Inked, can_focus=True):
    """One line of entries with numbers; nothing typed while it has the focus goes anywhere else."""

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up,shift+tab", "step(-1)", show=False),
        Binding("right,down,tab", "step(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    DEFAULT_CSS = """
    KindBar { height: 1; background: $surface; display: none; }
    KindBar.-shown { display: block; }
    """

    class Chosen(Message):
        """The person has taken the entry at `place`."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, entries: Sequence[str]) -> None:
        super().__init__()
        self._entries = entries
        self._cursor = 0

    @property
    def is_open(self) -> bool:
        """A kind is being chosen."""
        return self.has_class("-shown")

    def open(self, place: int) -> None:
        """Show it, with the cursor on the entry in force, and take the keys."""
        self._cursor = place
        self.add_class("-shown")
        self.refresh()
        self.focus()

    def close(self) -> None:
        """Hide it."""
        self.remove_class("-shown")

    def on_key(self, event: Key) -> None:
        """A digit takes its entry."""
        if event.is_printable:
            event.stop()
            if event.character in {str(number) for number in range(1, len(self._entries) + 1)}:
                self.post_message(self.Chosen(int(event.character or "") - 1))

    def on_click(self, event: Click) -> None:
        """A click takes the entry below it."""
        end = cell_len(_TITLE)
        for place in range(len(self._entries)):
            start, end = end, end + cell_len(self._label(place))
            if start <= event.x < end:
                self.post_message(self.Chosen(place))

    def action_step(self, by: int) -> None:
        """Go to the next entry, round about."""
        self._cursor = (self._cursor + by) % len(self._entries)
        self.refresh()

    def action_choose(self) -> None:
        """Take the entry under the cursor."""
        self.post_message(self.Chosen(self._cursor))

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.ground)
        strips = [self._draw([(_TITLE, "quiet")])]
        for place, entry in enumerate(self._entries):
            here = place == self._cursor
            pieces: list[Piece] = [(f" {place + 1} ", "accent"), (f"{entry} ", "strong" if here else "")]
            strips.append(self._draw(pieces, under_cursor=here))
        return Strip.join(strips).adjust_cell_length(width, self.ground)

    def _draw(self, pieces: list[Piece], *, under_cursor: bool = False) -> Strip:
        wide = sum(cell_len(text) for text, _ in pieces)
        return self.draw(pieces, wide, self.cursor_ground if under_cursor else self.ground)

    def _label(self, place: int) -> str:
        return f" {place + 1} {self._entries[place]} "
