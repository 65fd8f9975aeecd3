"""The pane that shows a conversation; it lays out only as much as is looked at, so that a long one opens at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from widgets.bindings import bindings
from widgets.drawing import Inked
from widgets.letters import Drawn, Layout, Section, Talk

_AHEAD = 200


class ConversationPane(Inked, ScrollView, can_focus=True, inherit_bindings=False):
    """One conversation, scrolled by lines; quotes fold."""

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "move_down", "move_up", "move_first", "move_last", "page_down", "page_up", "quotes"
    )

    DEFAULT_CSS = """
    ConversationPane {
        background: $background;
        width: 1fr;
        height: 1fr;
        overflow: hidden auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        padding: 0 1;
    }
    """

    class Unfolded(Message):
        """Quotes were shown or folded."""

    def __init__(self, fold: Callable[[str], Sequence[Section]], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._fold = fold
        self._talk: Talk | None = None
        self._hint: tuple[str, ...] = ()
        self._lines: Layout | None = None
        self._all_unfolded = False
        self._turned: set[tuple[int, int]] = set()

    @property
    def talk(self) -> Talk | None:
        """What is shown."""
        return self._talk

    def show_talk(self, talk: Talk | None, hint: Sequence[str] = ()) -> None:
        """Show a conversation from its top, or the same one with more of it known; without one the hint's lines."""
        same = talk is not None and self._talk is not None and talk.thread_id == self._talk.thread_id
        self._talk, self._hint = talk, tuple(hint)
        if not same:
            self._all_unfolded = False
            self._turned.clear()
            self.scroll_to(y=0, animate=False)
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        width = self.scrollable_content_region.width
        line = self._line(y + self.scroll_offset.y)
        if line is None:
            return Strip.blank(width, self.ground)
        return self.draw(line.pieces, width, self.ground)

    def on_resize(self) -> None:
        """Lines break anew."""
        self._lay_out()

    def on_click(self, event: Click) -> None:
        """A click on a folded quote opens it."""
        line = self._line(event.y + self.scroll_offset.y)
        if line is not None and line.fold is not None:
            self._turned ^= {line.fold}
            self._lay_out()
            self.post_message(self.Unfolded())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what comes into view, and some more."""
        super().watch_scroll_y(old_value, new_value)
        self._reach()

    def action_move_down(self) -> None:
        """Scroll one line down."""
        self.scroll_to(y=self.scroll_offset.y + 1, animate=False)

    def action_move_up(self) -> None:
        """Scroll one line up."""
        self.scroll_to(y=self.scroll_offset.y - 1, animate=False)

    def action_move_first(self) -> None:
        """Go to the newest message."""
        self.scroll_to(y=0, animate=False)

    def action_move_last(self) -> None:
        """Go to the end of the oldest message."""
        if self._lines is not None:
            self._lines.reach(1 << 30)
            self._measure()
        self.scroll_to(y=self.virtual_size.height, animate=False)

    def action_page_down(self) -> None:
        """Scroll one screen down."""
        self.scroll_to(y=self.scroll_offset.y + self._page, animate=False)

    def action_page_up(self) -> None:
        """Scroll one screen up."""
        self.scroll_to(y=self.scroll_offset.y - self._page, animate=False)

    def action_quotes(self) -> None:
        """Show all quoted text of this conversation, or fold it."""
        self._all_unfolded = not self._all_unfolded
        self._turned.clear()
        self._lay_out()
        self.post_message(self.Unfolded())

    @property
    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height - 1)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._lines = None
        if self._talk is not None and width:
            self._lines = Layout(self._talk, width, self._fold, self._is_unfolded)
        self._reach()
        self.refresh()

    def _reach(self) -> None:
        if self._lines is not None:
            self._lines.reach(self.scroll_offset.y + self.size.height + _AHEAD)
        self._measure()

    def _measure(self) -> None:
        lines = len(self._lines.lines) if self._lines is not None else len(self._hint) + 1
        self.virtual_size = Size(self.scrollable_content_region.width, lines)

    def _is_unfolded(self, fold: tuple[int, int]) -> bool:
        return self._all_unfolded != (fold in self._turned)

    def _line(self, line: int) -> Drawn | None:
        if self._lines is not None:
            return self._lines.lines[line] if 0 <= line < len(self._lines.lines) else None
        return Drawn(((self._hint[line - 1], "quiet"),)) if 1 <= line <= len(self._hint) else None
