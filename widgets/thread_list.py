"""The list of threads: its cursor and its selection belong to threads, not to lines."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.message import Message

from triage.model.clock import Lane
from widgets.arrangement import Heading, Spot
from widgets.bindings import bindings
from widgets.lane_view import LaneView


class ThreadList(LaneView, can_focus=True, inherit_bindings=False):
    """Threads in their lanes, the cursor on one of them."""

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

    @property
    def selection(self) -> frozenset[str]:
        """The selected threads, in view or not."""
        return self._selection

    @property
    def chosen(self) -> tuple[str, ...]:
        """What a key acts on: the selected threads in their order, else the one under the cursor, as painted."""
        if not self._selection:
            return (self.thread_id,) if self.thread_id is not None else ()
        shown = [spot for spot in self._painted.spots() if spot in self._selection]
        return (*(spot for spot in shown if isinstance(spot, str)), *sorted(self._selection.difference(shown)))

    def point_at(self, spot: Spot | None) -> None:
        """Put the cursor on a thread or a heading of the painted rows."""
        if spot == self._cursor or self._painted.stop_of(spot) is None:
            return
        before, self._cursor = self._cursor, spot
        for one in (before, spot):
            self._refresh_spot(one)
        self._scroll_to_spot(self._painted, spot)
        self.post_message(self.Pointed(self.thread_id))

    def pass_on(self, thread_ids: Collection[str]) -> Spot | None:
        """Go on from these threads to the next one painted, else the one before; where the cursor was, if it moved."""
        if self._cursor not in thread_ids:
            return None
        order = [spot for spot in self._painted.spots() if isinstance(spot, str)]
        place = order.index(self._cursor) if self._cursor in order else 0
        around = (*order[place:], *reversed(order[:place]))
        before, following = self._cursor, next((spot for spot in around if spot not in thread_ids), None)
        if following is None:
            return None
        self.point_at(following)
        return before

    def clear_selection(self) -> None:
        """Select nothing."""
        self.select(frozenset())

    def select(self, thread_ids: frozenset[str]) -> None:
        """Select these threads and no others."""
        self._selection = thread_ids
        self.refresh()
        self.post_message(self.Selected(self._selection))

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

    def _move(self, steps: int) -> None:
        stop = self._painted.stop_of(self._cursor)
        if self._painted.stops:
            target = 0 if stop is None else min(max(stop + steps, 0), self._painted.stops - 1)
            self.point_at(self._painted.spot(target))
