"""The list of threads: draws only the lines in view, and its cursor and selection belong to threads, not to lines.

What a key acts on is what was painted under the cursor: new rows count for keys only once they have been drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from triage.model.clock import Lane
from triage.model.row import Ranked
from widgets.arrangement import Arrangement, Heading, LaneRows, Spot, nearest
from widgets.bindings import bindings
from widgets.drawing import Inked, Piece
from widgets.rows import Canvas, draw_row
from widgets.words import LANE_WORDS, number

_TALL_HEIGHT = 26
_TALL_WIDTH = 46


class ThreadList(Inked, ScrollView, can_focus=True, inherit_bindings=False):
    """Threads in their lanes, the cursor on one of them."""

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "move_down", "move_up", "move_first", "move_last", "page_down", "page_up", "open", "select"
    )

    DEFAULT_CSS = """
    ThreadList {
        background: $background;
        width: 1fr;
        height: 1fr;
        overflow: hidden auto;
        scrollbar-size: 0 0;
    }
    """

    class Opened(Message):
        """The person wants to read this thread."""

        def __init__(self, thread_id: str) -> None:
            super().__init__()
            self.thread_id = thread_id

    class Pointed(Message):
        """The cursor came to a thread (None: to a heading, or nowhere)."""

        def __init__(self, thread_id: str | None) -> None:
            super().__init__()
            self.thread_id = thread_id

    class Folded(Message):
        """The person wants this lane unfolded, or folded again."""

        def __init__(self, lane: Lane) -> None:
            super().__init__()
            self.lane = lane

    class Selected(Message):
        """The selection has changed."""

        def __init__(self, thread_ids: frozenset[str]) -> None:
            super().__init__()
            self.thread_ids = thread_ids

    def __init__(self, zone: tzinfo | None, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._zone = zone
        self._now: datetime | None = None
        self._lanes: tuple[LaneRows, ...] = ()
        self._above: tuple[str, ...] = ()
        self._arranged = Arrangement()
        self._painted = self._arranged
        self._cursor: Spot | None = None
        self._selection: frozenset[str] = frozenset()
        self._tall = False
        self._strips: dict[tuple[Spot | int, int, bool, bool, bool, bool], Strip] = {}

    @property
    def thread_id(self) -> str | None:
        """The thread under the cursor, as painted."""
        return None if isinstance(self._cursor, Heading) else self._cursor

    def ranked(self, thread_id: str) -> Ranked | None:
        """The row of a thread; None where it is not in view."""
        return self._arranged.ranked(thread_id)

    @property
    def selection(self) -> frozenset[str]:
        """The selected threads, in view or not."""
        return self._selection

    def show_rows(self, lanes: Sequence[LaneRows], now: datetime, above: Sequence[str] = ()) -> None:
        """Show these lanes; the cursor stays on its thread, or goes to the nearest following one when that has gone.

        `above` are lines to show at the top, such as what to do where nothing waits.
        """
        self._lanes, self._now, self._above = tuple(lanes), now, tuple(above)
        self._arrange()

    def point_at(self, spot: Spot | None) -> None:
        """Put the cursor on a thread or a heading of the painted rows."""
        if spot == self._cursor or self._painted.stop_of(spot) is None:
            return
        before, self._cursor = self._cursor, spot
        for one in (before, spot):
            self._refresh_spot(one)
        self._scroll_to_spot(self._painted, spot)
        self.post_message(self.Pointed(self.thread_id))

    def clear_selection(self) -> None:
        """Select nothing."""
        self._selection = frozenset()
        self.refresh()
        self.post_message(self.Selected(self._selection))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines; from here on keys act on the rows they show."""
        if self._painted is not self._arranged:
            self._settle()
        top, focus, (first, last) = (
            self.scroll_offset.y,
            self.has_focus,
            self._arranged.thumb(self.scroll_offset.y, self.size.height),
        )
        strips = [self._strip(y + top, focus, first <= y < last) for y in crop.line_range]
        if crop.column_span == (0, self.size.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def notify_style_update(self) -> None:
        """Forget the lines drawn: the theme, the focus or the colours have changed."""
        self._strips.clear()
        super().notify_style_update()

    def on_resize(self, event: Resize) -> None:
        """Two or three lines a row, as there is room."""
        self._tall = event.size.width >= _TALL_WIDTH and event.size.height >= _TALL_HEIGHT
        self._arrange()

    def on_click(self, event: Click) -> None:
        """The first click points, the second opens."""
        spot = self._painted.spot_on(event.y + self.scroll_offset.y)
        if spot is None:
            return
        if spot == self._cursor or isinstance(spot, Heading):
            self.point_at(spot)
            self.action_open()
        else:
            self.point_at(spot)

    def action_move_down(self) -> None:
        """Go one thread down."""
        self._move(1)

    def action_move_up(self) -> None:
        """Go one thread up."""
        self._move(-1)

    def action_move_first(self) -> None:
        """Go to the first thread."""
        self._move(-self._painted.stops)
        self.scroll_to(y=0, animate=False)

    def action_move_last(self) -> None:
        """Go to the last thread."""
        self._move(self._painted.stops)

    def action_page_down(self) -> None:
        """Go one screen down."""
        self._move(self._page)

    def action_page_up(self) -> None:
        """Go one screen up."""
        self._move(-self._page)

    def action_open(self) -> None:
        """Open the thread under the cursor; at a heading, unfold the lane."""
        if isinstance(self._cursor, Heading):
            self.post_message(self.Folded(self._cursor.lane))
        elif self._cursor is not None:
            self.post_message(self.Opened(self._cursor))

    def action_select(self) -> None:
        """Select the thread under the cursor, or take it out of the selection."""
        if self.thread_id is None:
            return
        self._selection ^= {self.thread_id}
        self._refresh_spot(self._cursor)
        self.post_message(self.Selected(self._selection))

    @property
    def _page(self) -> int:
        return max(1, self.size.height // (4 if self._tall else 2) - 1)

    def _arrange(self) -> None:
        above = len(self._above) + 1 if self._above else 0
        lines, gap = (3, 1) if self._tall else (2, 0)
        self._arranged = Arrangement(self._lanes, lines, gap, above)
        self._strips.clear()
        self.virtual_size = Size(self.size.width, self._arranged.height)
        stop = self._arranged.stop_of(self._cursor)
        if stop is not None:
            self._reveal(self._arranged, stop)
        self.refresh()

    def _settle(self) -> None:
        """Take the new rows as painted; a cursor whose thread has gone moves on."""
        before, self._painted = self._painted, self._arranged
        cursor = self._cursor
        if self._painted.stop_of(cursor) is None:
            self._cursor = self._painted.spot(0) if cursor is None else nearest(cursor, before, self._painted)
        if cursor != self._cursor:
            self.post_message(self.Pointed(self.thread_id))

    def _move(self, steps: int) -> None:
        stop = self._painted.stop_of(self._cursor)
        if self._painted.stops:
            target = 0 if stop is None else min(max(stop + steps, 0), self._painted.stops - 1)
            self.point_at(self._painted.spot(target))

    def _refresh_spot(self, spot: Spot | None) -> None:
        stop = self._arranged.stop_of(spot)
        if stop is not None:
            self.refresh_lines(*self._arranged.lines_of(stop))

    def _scroll_to_spot(self, arranged: Arrangement, spot: Spot | None) -> None:
        stop = arranged.stop_of(spot)
        if stop is not None:
            self._reveal(arranged, stop)

    def _reveal(self, arranged: Arrangement, stop: int) -> None:
        """Scroll as little as needed to have the whole row in view, at the very top its heading too."""
        top, lines = arranged.lines_of(stop)
        height = self.size.height
        if stop == 0:
            top, lines = 0, top + lines
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif top + lines > self.scroll_offset.y + height:
            self.scroll_to(y=top + lines - height, animate=False)

    def _strip(self, y: int, focus: bool, at_thumb: bool) -> Strip:
        """One line of the list, drawn once for all the places it scrolls through."""
        line = self._arranged.at(y)
        ranked = None if line.lane is None or line.row is None else line.lane.rows[line.row]
        spot: Spot | None = ranked.row.id if ranked is not None else None
        if ranked is None and line.lane is not None:
            spot = Heading(line.lane.lane)
        under_cursor = spot is not None and spot == self._cursor
        selected = spot in self._selection
        key = (spot or min(y, len(self._above)), line.part, under_cursor, selected, focus, at_thumb)
        strip = self._strips.get(key)
        if strip is None:
            if ranked is not None:
                pieces = draw_row(ranked, self._canvas())[line.part]
            elif line.lane is not None:
                pieces = _heading(line.lane)
            else:
                pieces = self._line_above(y)
            strip = self._strips[key] = self._draw_line(pieces, under_cursor, selected, at_thumb)
        return strip

    def _draw_line(self, pieces: list[Piece], under_cursor: bool, selected: bool, at_thumb: bool) -> Strip:
        base = self.cursor_ground if under_cursor else self.ground
        width = self.size.width
        edge: list[Piece] = [("▌" if under_cursor else " ", "accent" if self.has_focus else "quiet")]
        line = self.draw([*edge, ("✓" if selected else " ", "accent"), *pieces], width - 1, base)
        strip = Strip.join([line, self.draw([("▐" if at_thumb else " ", "faint")], 1, base)])
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return strip

    def _line_above(self, line: int) -> list[Piece]:
        return [(self._above[line], "strong" if line == 0 else "quiet")] if line < len(self._above) else []

    def _canvas(self) -> Canvas:
        assert self._now is not None
        return Canvas(self.size.width - 4, self._tall, self._now, self._zone)


def _heading(lane: LaneRows) -> list[Piece]:
    fold = ("▸ " if lane.folded else "▾ ") if lane.foldable else ""
    ink = "late" if lane.lane is Lane.OVERDUE else "quiet" if lane.foldable else "title"
    return [(f"{fold}{LANE_WORDS[lane.lane].upper()} ", ink), (number(lane.count), "quiet")]
