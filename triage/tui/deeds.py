"""What the person does to threads and may take back: one deed after the other, in the order of the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol

from triage.desk.port import Desk, DeskError
from triage.model.intents import Acknowledge, Intent, Outcome
from triage.model.outgoing import OutMail
from triage.model.row import Row
from triage.tui.crew import Crew, InTurn
from triage.tui.wording import OFFER_DAYS, done_of, trouble_of
from widgets.drawing import Piece
from widgets.words import counted


class Stage(Protocol):
    """Where deeds show what became of them."""

    def tell(self, pieces: Sequence[Piece]) -> None:
        """Say this."""

    def show_notice(self) -> None:
        """What is offered, or can be taken back, has changed."""

    def ask(self, question: str, yes: Callable[[], None], no: Callable[[], None]) -> None:
        """Ask the person, then go on in one way or the other."""

    def put_rows(self, rows: Sequence[Row]) -> None:
        """These rows are so from now on."""

    def know_outbox(self, mails: Sequence[OutMail]) -> None:
        """These mails hang."""

    def work_out_anew(self) -> None:
        """Any row may have changed."""

    def point_at(self, thread_id: str) -> None:
        """The cursor goes to this thread."""


class Deeds:
    """Does what keys mean, off the event loop, and shows on the stage what became of it."""

    def __init__(self, desk: Desk, crew: Crew, now: Callable[[], datetime], stage: Stage) -> None:
        self.older = 0
        self.can_undo = False
        self._desk = desk
        self._line = InTurn(crew)
        self._now = now
        self._stage = stage
        self._asked = False

    def do(self, intent: Intent, refused: Callable[[], None]) -> None:
        """Do this; `refused` is called where it is not done, because it can't be or the person says no."""

        def fail(error: DeskError) -> None:
            self.fail(error)
            refused()

        def done(outcome: Outcome) -> None:
            if not outcome.question:
                self.take(outcome)
            elif isinstance(intent, Acknowledge):
                self._stage.ask(outcome.question, partial(self.do, replace(intent, confirmed=True), refused), refused)

        self._line.do(partial(self._desk.do, intent), done, fail)

    def undo(self) -> None:
        """Take back the last act."""
        self._line.do(self._desk.undo, self._undone, self.fail)

    def after(self, then: Callable[[], None]) -> None:
        """Go on once all that was asked for is done, and durable."""
        self._line.after(then)

    def take(self, outcome: Outcome) -> None:
        """Show what became of something that was done."""
        if outcome.undoable:
            self.can_undo = True
        if outcome.said:
            self._stage.tell(done_of(outcome.said, outcome.undoable))
        self._show(outcome)

    def fail(self, error: DeskError) -> None:
        """Say what did not work."""
        self._stage.tell(trouble_of(error.why))

    def offer_once(self) -> None:
        """Find out whether there is something to offer after the very first read."""
        if not self._asked:
            self._asked = True
            self._line.do(partial(self._desk.older_waiting, self._now(), OFFER_DAYS), self._offer, self.fail)

    def settle(self) -> None:
        """The offer is taken: what waits longer is done."""
        if self.older:
            self.older = 0
            self._line.do(partial(self._desk.settle_older, self._now(), OFFER_DAYS), self._settled, self.fail)

    def decline(self) -> None:
        """The offer is declined: they wait."""
        self.older = 0
        self._line.do(self._desk.decline_settle, lambda _: self._stage.show_notice(), self.fail)

    def _offer(self, older: int) -> None:
        self.older = older
        self._stage.show_notice()

    def _settled(self, threads: int) -> None:
        self.take(Outcome(f"{counted(threads, 'thread')} done", undoable=True, everything=True))

    def _undone(self, outcome: Outcome) -> None:
        self.can_undo = outcome.undoable
        self._stage.tell([(outcome.said or "There is nothing to take back.", "strong")])
        self._show(outcome)
        if outcome.rows:
            self._stage.point_at(outcome.rows[0].id)

    def _show(self, outcome: Outcome) -> None:
        if outcome.outbox is not None:
            self._stage.know_outbox(outcome.outbox)
        if outcome.rows:
            self._stage.put_rows(outcome.rows)
        if outcome.everything:
            self._stage.work_out_anew()
