"""What stands around the panes: the day above them, below them a notice and the keys of the moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, tzinfo

from triage.tui.board import Look, Page
from triage.tui.foot import Moment, keys_of
from triage.tui.readings import Readings
from triage.tui.wording import day_of, look_of, offer_of, selection_of
from widgets.drawing import Piece
from widgets.footer import Footer
from widgets.header import Header
from widgets.notice import Notice

_TOLD = timedelta(seconds=12)


class Frame:
    """Three widgets, and which of the things to say is said."""

    def __init__(self, now: Callable[[], datetime], zone: tzinfo | None) -> None:
        self.header = Header()
        self.notice = Notice()
        self.footer = Footer()
        self._now = now
        self._zone = zone
        self._told: Sequence[Piece] = ()
        self._told_until: datetime | None = None

    @property
    def telling(self) -> bool:
        """Something that was done, or went wrong, is being said."""
        return bool(self._told)

    def tell(self, pieces: Sequence[Piece]) -> None:
        """Say this for some seconds, before anything else; nothing: say no more."""
        self._told = pieces
        self._told_until = self._now() + _TOLD if pieces else None

    def tick(self) -> None:
        """What was said long enough goes."""
        if self._told_until is not None and self._now() >= self._told_until:
            self.tell(())

    def show_day(self, page: Page, readings: Readings, hanging: Sequence[str]) -> None:
        """The header says how the day stands, and what hangs in the outbox."""
        self.header.show(day_of(page, readings, self._now(), self._zone, hanging))

    def show_notice(self, look: Look, found: int, selected: int, older: int) -> None:
        """The most important thing to say, if there is one."""
        pieces = self._told
        if not pieces and look.narrowed:
            pieces = look_of(look, found)
        elif not pieces and selected:
            pieces = selection_of(selected)
        elif not pieces and older:
            pieces = offer_of(older)
        self.notice.show(pieces)

    def show_keys(self, moment: Moment) -> None:
        """The keys that matter here and now."""
        self.footer.show(keys_of(moment))
