"""What becomes of a mail being written: kept, saved on the server, sent or left; one write after the other.

No text is lost on the way: until the last word has come true the composer stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from functools import partial
from typing import Protocol

from triage.desk.port import Desk, DeskError
from triage.model.draft import Draft
from triage.model.intents import Outcome
from triage.tui.composer_words import kept_of, saved_of
from triage.tui.crew import Crew, InTurn
from triage.tui.wording import trouble_of
from widgets.drawing import Piece

_KEPT = Outcome("Draft kept")
_NOTHING = Outcome()


class Table(Protocol):
    """Where the mail is being written."""

    def written(self) -> Draft:
        """The draft as it stands now."""

    def learn(self, draft: Draft) -> None:
        """This draft is kept, or saved: its time and its copy on the server hold from now on."""

    def show_state(self, state: Piece) -> None:
        """Say at the head how the text is kept."""

    def say(self, pieces: Sequence[Piece]) -> None:
        """Say what happened, or what did not."""

    def ask(self, question: str, yes: str, then: Callable[[], None]) -> None:
        """Ask the person, and go on if they say yes."""

    def close(self, outcome: Outcome, sent: Draft | None = None) -> None:
        """The mail is out of the person's hands; `sent`: this is what leaves."""


class Dispatch:
    """Keeps, saves, sends and drops the draft of a table, off the event loop."""

    def __init__(self, desk: Desk, crew: Crew, table: Table, now: Callable[[], datetime], zone: tzinfo) -> None:
        self.saving = False
        self.parting = False
        self._desk = desk
        self._crew = crew
        self._writes = InTurn(crew)
        self._table = table
        self._now = now
        self._zone = zone
        self._unkept = False
        self._on_server: Draft | None = None
        self._then: Callable[[], None] | None = None

    def change(self) -> None:
        """The draft is no longer what is kept."""
        self._unkept = True

    def keep(self) -> None:
        """Keep what is not kept yet."""
        if self._unkept and not self.parting:
            self._unkept = False
            self._writes.do(partial(self._desk.keep, self._table.written()), self._was_kept, self._not_kept)

    def keep_at_once(self) -> None:
        """The same before this returns: the program ends, and nobody is left to be told of trouble."""
        if self._unkept:
            self._unkept = False
            try:
                self._desk.keep(self._table.written())
            except DeskError:
                return

    def save(self) -> None:
        """Put it into the server's Drafts, in place of what was saved there before."""
        if not self.saving and not self.parting:
            self.saving = True
            self._table.show_state(("saving …", "quiet"))
            self._crew.do(partial(self._desk.save_draft, self._table.written()), self._was_saved, self._not_saved)

    def send(self, *, confirmed: bool = False) -> None:
        """Let it leave; the desk may ask first."""
        if self.saving:
            self._then = self.send
            self._table.say([("It leaves as soon as the draft is saved …", "strong")])
        elif not self.parting:
            self.parting = True
            draft = self._table.written()
            sending = partial(self._desk.send, draft, confirmed=confirmed)
            self._writes.do(sending, partial(self._was_sent, draft), self._stays)

    def leave(self, *, worth: bool) -> None:
        """Keep it, or forget it where it is not `worth` keeping, and close; pressed again it does not wait."""
        if self.saving and self._then is None:
            self._then = partial(self.leave, worth=worth)
            self._table.say([("Closing as soon as the draft is saved …   Esc closes at once", "strong")])
        elif self.parting:
            return
        elif not worth:
            self.parting = True
            # What could not be forgotten comes back as a kept draft.
            forgetting = partial(self._desk.drop, self._table.written())
            self._writes.do(forgetting, lambda _: self._close(_NOTHING), lambda _: self._close(_NOTHING))
        elif self._unkept:
            self.parting = True
            keeping = partial(self._desk.keep, self._table.written())
            self._writes.do(keeping, lambda _: self._close(_KEPT), self._cannot_leave)
        else:
            self.parting = True
            self._writes.after(self._kept_before)

    def _kept_before(self) -> None:
        """All writes are done; the last of them may have failed."""
        self.parting = False
        if self._unkept:
            self.leave(worth=True)
        else:
            self._close(_KEPT)

    def _close(self, outcome: Outcome, sent: Draft | None = None) -> None:
        self.parting, self._unkept = True, False
        self._table.close(outcome, sent)

    def _was_kept(self, draft: Draft) -> None:
        self._table.learn(draft)
        at = draft.kept or self._now()
        saved = self._on_server is not None and _content(draft) == _content(self._on_server)
        self._table.show_state(saved_of(at, self._zone) if saved else kept_of(at, self._zone))

    def _not_kept(self, error: DeskError) -> None:
        self._unkept = True
        self._table.show_state(("not kept", "soon"))
        self._table.say(trouble_of(error.why))

    def _was_saved(self, draft: Draft) -> None:
        self.saving, self._on_server = False, draft
        self._table.learn(draft)
        self._table.show_state(saved_of(draft.kept or self._now(), self._zone))
        self._unkept = self._unkept or _content(self._table.written()) != _content(draft)
        self.keep()
        self._go_on()

    def _not_saved(self, error: DeskError) -> None:
        self.saving = False
        self._table.show_state(("not saved in Drafts", "soon"))
        self._table.say(trouble_of(error.why))
        self._go_on()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _was_sent(self, draft: Draft, outcome: Outcome) -> None:
        if outcome.question:
            self.parting = False
            self._table.ask(outcome.question, "Send it", partial(self.send, confirmed=True))
        else:
            self._close(outcome, draft)

    def _stays(self, error: DeskError) -> None:
        self.parting = False
        self._table.say(trouble_of(error.why))

    def _cannot_leave(self, error: DeskError) -> None:
        self.parting, self._unkept = False, True
        self._table.show_state(("not kept", "soon"))
        question = f"The text could not be kept: {error.why} Close it all the same, and lose it?"
        self._table.ask(question, "Lose the text", partial(self._close, _NOTHING))


def _content(draft: Draft) -> Draft:
    """The draft without what only the desk adds."""
    return replace(draft, kept=None, saved="", saving="")
