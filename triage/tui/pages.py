"""Keeps the list's page up to date: at a glance first, then from all rows; ranked and searched off the event loop.

Rows that a deed has changed are put into the page at once, and into what was still being worked out meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from triage.desk.port import Desk, DeskError
from triage.model.clock import Lane
from triage.model.inbox import Inbox
from triage.model.row import Ranked, Row
from triage.rules.ranking import ranked_at
from triage.tui.board import Board, Look, Page, page_of
from triage.tui.crew import Crew, Latest
from triage.tui.pacing import Hands, undisturbed
from triage.tui.putting import put_rows

_GLANCE_ROWS = 150


class Pages:
    """`show` gets every new page, on the event loop, `fail` why rows could not be worked out.

    `fresh`: the rows were worked out anew, or are just now.
    """

    def __init__(
        self,
        desk: Desk,
        crew: Crew,
        hands: Hands,
        now: Callable[[], datetime],
        show: Callable[[Page], None],
        fail: Callable[[DeskError], None],
    ) -> None:
        self.look = Look()
        self.page: Page
        self.fresh = False
        self._desk = desk
        self._now = now
        self._show = show
        self._fail = fail
        self._board: Board | None = None
        self._crew = crew
        self._hands = hands
        self._paging = Latest(crew)
        self._loading = Latest(crew)
        self._put: dict[str, tuple[int, Row]] = {}
        self._puts = 0

    @property
    def board(self) -> Board | None:
        """All rows, once they are known."""
        return self._board

    def ranked(self, thread_id: str) -> Ranked | None:
        """A thread as it stands now, in view or not; None before all rows are known, or where there is none."""
        row = self._board.row(thread_id) if self._board is not None else None
        return ranked_at(row, self._now()) if row is not None else None

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

    def put(self, rows: Sequence[Row]) -> None:
        """These rows are so from now on; the others keep their places until the next minute."""
        self._puts += 1
        self._put.update({row.id: (self._puts, row) for row in rows})
        page = put_rows(self.page, rows, self._now(), self.look, self._counted)
        if self._board is not None:
            self._board.put(rows)
        self._take(page)

    def turn(self, look: Look | None = None) -> None:
        """Show the rows as they stand now, seen in this way from now on."""
        self.look = look or self.look
        if self._board is None:
            return
        puts = self._puts
        page = partial(self._board.page, self._now(), self.look)

        def turned(page: Page) -> None:
            if puts == self._puts:
                self._take(page)
            else:
                self.turn()

        self._paging.do(partial(undisturbed, page), turned)

    def _fill(self, rows: Callable[[], Inbox], then: Callable[[], None]) -> None:
        def work() -> tuple[int, Board]:
            puts = self._puts
            return puts, undisturbed(lambda: Board(rows(), self._hands.paced))

        def filled(result: tuple[int, Board]) -> None:
            puts, board = result
            late = self._put_since(puts)
            if late:
                # They may have been worked out without what was done meanwhile, or with more than that.
                board.put(late)
                self.refresh(lambda: None)
            before = [self._board]
            self._board = board
            # Letting go of tens of thousands of rows takes time, too.
            self._crew.do(before.clear, lambda _: None)
            self.turn()
            then()

        self._loading.do(work, filled, self._fail)

    def _put_since(self, puts: int) -> list[Row]:
        return [row for number, row in self._put.values() if number > puts]

    def _counted(self, thread_id: str) -> Lane | None:
        """The lane in which the page counts a thread that it does not show."""
        row = self._board.row(thread_id) if self._board is not None else None
        return ranked_at(row, self.page.now).standing.lane if row is not None else None

    def _take(self, page: Page) -> None:
        self.page = page
        self._show(page)
