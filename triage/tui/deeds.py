"""What the person does to threads and may take back; the first-read offer is one of these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from triage.desk.port import Desk, DeskError
from triage.tui.crew import Crew
from triage.tui.wording import OFFER_DAYS, done_of, trouble_of
from widgets.drawing import Piece
from widgets.words import counted


class Deeds:
    """`tell` says what was done, `changed` is called when rows are to be worked out anew."""

    def __init__(
        self,
        desk: Desk,
        crew: Crew,
        now: Callable[[], datetime],
        tell: Callable[[Sequence[Piece]], None],
        changed: Callable[[], None],
    ) -> None:
        self.older = 0
        self.can_undo = False
        self._desk = desk
        self._crew = crew
        self._now = now
        self._tell = tell
        self._changed = changed
        self._asked = False

    def offer_once(self) -> None:
        """Find out whether there is something to offer after the very first read."""
        if not self._asked:
            self._asked = True
            self._crew.do(partial(self._desk.older_waiting, self._now(), OFFER_DAYS), self._offer, self._fail)

    def settle(self) -> None:
        """The offer is taken: what waits longer is done."""
        if self.older:
            self.older = 0
            self._crew.do(partial(self._desk.settle_older, self._now(), OFFER_DAYS), self._settled, self._fail)

    def decline(self) -> None:
        """The offer is declined: they wait."""
        self.older = 0
        self._crew.do(self._desk.decline_settle, lambda _: self._tell(()), self._fail)

    def undo(self) -> None:
        """Take back the last act."""
        self._crew.do(self._desk.undo, self._undone, self._fail)

    def _offer(self, older: int) -> None:
        self.older = older
        self._tell(())

    def _settled(self, threads: int) -> None:
        self.can_undo = True
        self._tell(done_of(f"{counted(threads, 'thread')} done"))
        self._changed()

    def _undone(self, what: str | None) -> None:
        if what is None:
            self.can_undo = False
            self._tell([("There is nothing to take back.", "strong")])
            return
        self._tell([(what, "strong")])
        self._changed()

    def _fail(self, error: DeskError) -> None:
        self._tell(trouble_of(error.why))
