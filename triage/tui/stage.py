"""What the main screen is made of, and how it shows what has become of a deed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.screen import Screen

from config.keymap import Place
from triage.tui.board import Page
from triage.tui.crew import Crew, Start
from triage.tui.deeds import Deeds
from triage.tui.foot import Moment
from triage.tui.frame import Frame
from triage.tui.pages import Pages
from triage.tui.panes import Panes
from triage.tui.postman import Postman
from triage.tui.proposing import Proposing
from triage.tui.reader import Reader
from triage.tui.readings import Readings
from triage.tui.wording import above_of, hanging_of
from widgets.drawing import Piece
from widgets.words import moment

if TYPE_CHECKING:
    from triage.desk.port import Desk
    from triage.model.outgoing import OutMail
    from triage.model.row import Ranked, Row
    from triage.tui.pacing import Hands
    from triage.tui.view import View


class StageScreen(Screen[None]):
    """List, conversation, and what stands around them; implements triage.tui.deeds.Stage."""

    def __init__(self, desk: Desk, view: View, clock: Callable[[], datetime], start: Start, hands: Hands) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self._clock = clock
        self._crew = Crew(self.post_message, start)
        self._panes = Panes(view.zone, view.undo_for)
        self._list = self._panes.threads
        self._frame = Frame(clock, view.zone)
        self._pages = Pages(desk, self._crew, hands, clock, self._show_page, lambda error: self._deeds.fail(error))
        self._reader = Reader(desk, self._crew, self._panes.conversation, self._ranked, clock, view.zone)
        self._deeds = Deeds(desk, self._crew, clock, self)
        self._postman = Postman(desk, self._crew, clock, self._deeds.take, self._deeds.fail)
        self._readings = Readings(desk.accounts(), view.read_every)
        self._proposing = Proposing(view.answer_within, view.agreed)
        self._proposed = self._proposing.time_for((), clock())

    # What a deed shows

    def tell(self, pieces: Sequence[Piece]) -> None:
        """Say this for some seconds."""
        self._frame.tell(pieces)
        self.show_notice()

    def show_notice(self) -> None:
        """The most important thing to say, and the keys that go with it."""
        look, older = self._pages.look, self._deeds.older
        self._frame.show_notice(look, self._pages.page.found, len(self._list.selection), older)
        self._show_keys()

    def ask(self, question: str, yes: Callable[[], None], no: Callable[[], None]) -> None:
        """Ask, then go on in one way or the other."""
        from triage.tui.prompts import Question

        self.app.push_screen(Question(question, "Yes", "No"), lambda answer: yes() if answer else no())

    def put_rows(self, rows: Sequence[Row]) -> None:
        """These rows are so from now on."""
        self._pages.put(rows)
        if any(row.id == self._reader.thread_id for row in rows):
            self._reader.again()

    def know_outbox(self, mails: Sequence[OutMail]) -> None:
        """These mails hang."""
        self._postman.know(mails)

    def work_out_anew(self) -> None:
        """Any row may have changed."""
        self._pages.refresh(self._refreshed)

    def point_at(self, thread_id: str) -> None:
        """The cursor goes to this thread, where it is in view."""
        self._list.point_later(thread_id)

    # How the screen is kept up to date

    def _refreshed(self) -> None:
        self._postman.look()
        if self._reader.thread_id is not None:
            self._reader.again()

    def _ranked(self, thread_id: str) -> Ranked | None:
        return self._pages.ranked(thread_id) or self._list.ranked(thread_id)

    def _current(self) -> str | None:
        """The thread that is being read, else the one painted under the cursor."""
        return self._reader.thread_id if self._panes.place is Place.CONVERSATION else self._list.thread_id

    def _show_page(self, page: Page) -> None:
        above = above_of(page, self._pages.look, self._readings, self._view.zone)
        self._list.show_rows(page.lanes, self._clock(), above)
        self._show_day()
        self.show_notice()

    def _show_day(self) -> None:
        hanging = hanging_of(self._postman.mails, self._clock(), self._view.zone)
        self._frame.show_day(self._pages.page, self._readings, hanging)

    def _show_keys(self) -> None:
        now, thread_id = self._clock(), self._current()
        chosen = self._list.chosen if self._panes.place is Place.LIST else ((thread_id,) if thread_id else ())
        ranked = [one for name in chosen if (one := self._ranked(name))]
        self._proposed = self._proposing.time_for((one.row.client.address for one in ranked), now)
        self._frame.show_keys(
            Moment(
                place=self._panes.place,
                ranked=None if thread_id is None else self._ranked(thread_id),
                selected=len(self._list.selection),
                look=self._pages.look,
                can_undo=self._deeds.can_undo,
                hanging=bool(self._postman.mails),
                proposed=moment(self._proposed, now, self._view.zone),
            )
        )
