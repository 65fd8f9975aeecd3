"""Lanes of threads drawn line by line: only what is in view, each line once for all the places it scrolls through.

Keys act on what was painted: new rows count for them only once they have been drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from textual.events import Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from triage.model.clock import Lane
from triage.model.row import Ranked
from widgets.arrangement import Arrangement, Heading, LaneRows, Spot, nearest
from widgets.drawing import Inked, Piece
from widgets.on_its_way import ticks
from widgets.rows import Canvas, draw_row
from widgets.words import LANE_WORDS, number

_TALL_HEIGHT = 26
_TALL_WIDTH = 46


class LaneView(Inked, ScrollView):
    """Lanes with their rows, one of them marked as the one under the cursor, some as selected."""

    ALLOW_SELECT = False

    class Pointed(Message):
        """The cursor came to a thread (None: to a heading, or nowhere)."""

        def __init__(self, thread_id: str | None) -> None:
            super().__init__()
            self.thread_id = thread_id

    def __init__(
        self,
        zone: tzinfo | None,
        undo_for: timedelta = timedelta(seconds=10),
        *,
        id: str | None = None,  # noqa: A002 (Textual's own name)
    ) -> None:
        super().__init__(id=id)
        self._zone = zone
        self._undo_for = undo_for
        self._now: datetime | None = None
        self._lanes: tuple[LaneRows, ...] = ()
        self._above: tuple[str, ...] = ()
        self._arranged = Arrangement()
        self._painted = self._arranged
        self._cursor: Spot | None = None
        self._awaited: Spot | None = None
        self._ticking: set[Spot] = set()
        self._selection: frozenset[str] = frozenset()
        self._tall = False
        self._strips: dict[tuple[Spot | int, int, bool, bool, bool, bool], tuple[object, Strip]] = {}

    @property
    def thread_id(self) -> str | None:
        """The thread under the cursor, as painted."""
        return None if isinstance(self._cursor, Heading) else self._cursor

    def ranked(self, thread_id: str) -> Ranked | None:
        """The row of a thread; None where it is not in view."""
        return self._arranged.ranked(thread_id)

    def show_rows(self, lanes: Sequence[LaneRows], now: datetime, above: Sequence[str] = ()) -> None:
        """Show these lanes; the cursor stays on its thread, or goes to the nearest following one when that has gone.

        `above` are lines to show at the top, such as what to do where nothing waits.
        """
        if self._now is None or now.replace(second=0, microsecond=0) != self._now.replace(second=0, microsecond=0):
            self._strips.clear()
        self._lanes, self._now, self._above = tuple(lanes), now, tuple(above)
        self._arrange()

    def point_later(self, thread_id: str) -> None:
        """Put the cursor on this thread as soon as it has been painted."""
        self._awaited = thread_id
        self.refresh()

    def tick(self, now: datetime) -> None:
        """Time has gone on: draw the rows anew that say how many seconds are left."""
        self._now = now
        ticking, self._ticking = self._ticking, set()
        for spot in ticking:
            self._refresh_spot(spot)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines; from here on keys act on the rows they show."""
        if self._painted is not self._arranged or self._awaited is not None:
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
        self._strips.clear()
        self._arrange()

    def _arrange(self) -> None:
        above = len(self._above) + 1 if self._above else 0
        lines, gap = (3, 1) if self._tall else (2, 0)
        self._arranged = Arrangement(self._lanes, lines, gap, above)
        self.virtual_size = Size(self.size.width, self._arranged.height)
        stop = self._arranged.stop_of(self._cursor)
        if stop is not None:
            self._reveal(self._arranged, stop)
        self.refresh()

    def _settle(self) -> None:
        """Take the new rows as painted; a cursor whose thread has gone moves on."""
        before, self._painted = self._painted, self._arranged
        cursor, awaited, self._awaited = self._cursor, self._awaited, None
        if awaited is not None and self._painted.stop_of(awaited) is not None:
            self._cursor = awaited
            self.call_after_refresh(self._scroll_to_spot, self._painted, awaited)
        elif self._painted.stop_of(cursor) is None:
            self._cursor = self._painted.spot(0) if cursor is None else nearest(cursor, before, self._painted)
        if cursor != self._cursor:
            self.post_message(self.Pointed(self.thread_id))

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
        """One line of the list, drawn once for as long as it says the same, wherever it scrolls."""
        line = self._arranged.at(y)
        ranked = None if line.lane is None or line.row is None else line.lane.rows[line.row]
        spot: Spot | None = ranked.row.id if ranked is not None else None
        if ranked is None and line.lane is not None:
            spot = Heading(line.lane.lane)
        under_cursor = spot is not None and spot == self._cursor
        selected = spot in self._selection
        key = (spot or min(y, len(self._above)), line.part, under_cursor, selected, focus, at_thumb)
        says = ranked or line.lane or self._above
        drawn, strip = self._strips.get(key, (None, None))
        if strip is None or drawn is not says:
            if ranked is not None:
                pieces = draw_row(ranked, self._canvas())[line.part]
            elif line.lane is not None:
                pieces = _heading(line.lane)
            else:
                pieces = self._line_above(y)
            strip = self._draw_line(pieces, under_cursor, selected, at_thumb)
            if ranked is not None and self._now is not None and ticks(ranked.row.outgoing, self._now):
                self._ticking.add(ranked.row.id)
            else:
                self._strips[key] = (says, strip)
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
        return Canvas(self.size.width - 4, self._tall, self._now, self._zone, self._undo_for)


def _heading(lane: LaneRows) -> list[Piece]:
    fold = ("▸ " if lane.folded else "▾ ") if lane.foldable else ""
    ink = "late" if lane.lane is Lane.OVERDUE else "quiet" if lane.foldable else "title"
    return [(f"{fold}{LANE_WORDS[lane.lane].upper()} ", ink), (number(lane.count), "quiet")]
