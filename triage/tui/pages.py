"""Keeps the list's page up to date: at a glance first, then from all rows; ranked and searched off the event loop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from triage.desk.port import Desk
from triage.model.inbox import Inbox
from triage.tui.board import Board, Look, Page, page_of
from triage.tui.crew import Crew, Latest
from triage.tui.pacing import Hands, undisturbed

_GLANCE_ROWS = 150


class Pages:
    """`show` gets every new page, on the event loop; `fresh`: the rows were worked out anew, or are just now."""

    def __init__(
        self, desk: Desk, crew: Crew, hands: Hands, now: Callable[[], datetime], show: Callable[[Page], None]
    ) -> None:
        self.look = Look()
        self.page: Page
        self.fresh = False
        self._desk = desk
        self._now = now
        self._show = show
        self._board: Board | None = None
        self._crew = crew
        self._hands = hands
        self._paging = Latest(crew)
        self._loading = Latest(crew)

    def glance(self) -> None:
        """Show the last known list without waiting for all its rows."""
        now = self._now()
        self._take(page_of(self._desk.glance(now, _GLANCE_ROWS), now))

    def load(self) -> None:
        """Show all last known rows."""
        self._fill(self._desk.inbox, lambda: None)

    def refresh(self, then: Callable[[], None]) -> None:
        """Show all rows worked out anew from the store; then go on."""
        self.fresh = True
        self._fill(self._desk.refresh, then)

    def _fill(self, rows: Callable[[], Inbox], then: Callable[[], None]) -> None:
        def filled(board: Board) -> None:
            before = [self._board]
            self._board = board
            # Letting go of tens of thousands of rows takes time, too.
            self._crew.do(before.clear, lambda _: None)
            self.turn()
            then()

        self._loading.do(lambda: undisturbed(lambda: Board(rows(), self._hands.paced)), filled)

    def turn(self, look: Look | None = None) -> None:
        """Show the rows as they stand now, seen in this way from now on."""
        self.look = look or self.look
        if self._board is not None:
            page = partial(self._board.page, self._now(), self.look)
            self._paging.do(partial(undisturbed, page), self._take)

    def _take(self, page: Page) -> None:
        self.page = page
        self._show(page)
