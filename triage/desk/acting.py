"""What the person does to threads and takes back: recorded and shown at once, without waiting for any network."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from triage.desk.outcomes import said_of
from triage.desk.picture import Picture
from triage.desk.port import NotPossibleError
from triage.model.act import Act, ActKind, Tone
from triage.model.intents import (
    Intent,
    Mute,
    Outcome,
    Snooze,
    ToneFlag,
)
from triage.model.outgoing import OutState
from triage.model.row import Row
from triage.rules.acting import Case, RefusedError, acts_for
from triage.rules.moments import spell_date
from triage.store.ledger import Ledger
from triage.store.outbox import Outbox

_UNDOABLE = (
    ActKind.DONE,
    ActKind.SENT,
    ActKind.SAID,
    ActKind.TONE,
    ActKind.COMPLAINT,
    ActKind.SNOOZED,
    ActKind.MUTED,
    ActKind.NOTE,
    ActKind.PROMISED,
    ActKind.MOVED,
    ActKind.KEPT,
    ActKind.WITHDRAWN,
    ActKind.RUNNING,
    ActKind.FOLLOW_UP,
    ActKind.URGENT,
)
_UNDONE_WORDS = {
    ActKind.DONE: "what was done waits again",
    ActKind.SENT: "the mail does not leave",
    ActKind.SAID: "the last mail counts as an answer",
    ActKind.TONE: "the tone",
    ActKind.COMPLAINT: "the complaint",
    ActKind.SNOOZED: "no longer snoozed",
    ActKind.MUTED: "no longer muted",
    ActKind.NOTE: "the note",
    ActKind.PROMISED: "the promise",
    ActKind.MOVED: "the promise has its old time",
    ActKind.KEPT: "the promise stands again",
    ActKind.WITHDRAWN: "the promise stands again",
    ActKind.RUNNING: "the work stands as before",
    ActKind.FOLLOW_UP: "the follow-up is as before",
    ActKind.URGENT: "urgent or not, as before",
}
NO_THREAD = "There is no such thread, or no longer."


def new_id() -> str:
    """An id that nothing else has."""
    return uuid.uuid4().hex


class Acting:
    """Acts on the threads of one house. Every method may raise StoreError, and NotPossibleError with the reason."""

    def __init__(
        self, picture: Picture, ledger: Ledger, outbox: Outbox, clock: Callable[[], datetime], zone: tzinfo
    ) -> None:
        self._picture, self._ledger, self._outbox = picture, ledger, outbox
        self._clock, self._zone = clock, zone
        self._left: set[str] = set()

    def cases(self, names: Sequence[str]) -> tuple[Case, ...]:
        """The threads that are still there; NotPossibleError where none is."""
        cases = self._picture.cases(names)
        if not cases:
            raise NotPossibleError(NO_THREAD)
        return cases

    def do(self, intent: Intent) -> Outcome:
        """Record what the intent says of its threads."""
        cases = self.cases(intent.threads)
        try:
            acts = acts_for(intent, cases, self._clock(), new_id)
        except RefusedError as error:
            raise NotPossibleError(error.why) from None
        self._ledger.record(*acts)
        rows = self._picture.changed(case.thread.id for case in cases)
        return Outcome(self._said(intent, cases, rows), rows=rows, undoable=True, everything=isinstance(intent, Mute))

    def undo(self) -> Outcome:
        """Take back the last key's acts that still hold; a mail that has left, or may have, is told once."""
        batch = self._last_batch()
        if not batch:
            return Outcome("There is nothing to take back.")
        left = [act for act in batch if not self._take_back(act)]
        rows = self._picture.changed(())
        if left:
            ids = {act.id for act in left}
            self._left |= ids
            doubted = any(mail.act in ids and mail.state is OutState.IN_DOUBT for mail in self._outbox.all())
            return Outcome(_left_words(left, len(batch), doubted=doubted), rows=rows, undoable=True)
        said = f"Taken back: {_UNDONE_WORDS[batch[-1].kind]}."
        everything = any(act.kind in (ActKind.MUTED, ActKind.DONE) for act in batch)
        return Outcome(said, rows=rows, undoable=bool(self._last_batch()), everything=everything)

    def tone_history(self, name: str) -> tuple[ToneFlag, ...]:
        """The flags of a thread's client in all their threads, newest first."""
        (case,) = self.cases((name,))
        own = {message.key for message in case.thread.messages}
        threads = self._picture.current()
        return tuple(
            ToneFlag(act.at, Tone(act.value) if act.value else None, act.note, threads.subject_of(act.anchors[0]))
            for act in self._picture.acts().latest(ActKind.TONE)
            if act.who == case.row.client.address or act.anchors[0] in own
        )

    def _last_batch(self) -> list[Act]:
        """The acts of the last key that can be taken back, the last one first."""
        found: list[Act] = []
        for act in self._picture.acts().latest(*_UNDOABLE):
            if act.id in self._left:
                continue
            if found and (not act.batch or act.batch != found[0].batch):
                break
            found.append(act)
        return found

    def _take_back(self, act: Act) -> bool:
        now = self._clock()
        counter = Act(new_id(), ActKind.UNDONE, now, act.anchors, undoes=act.id, who=act.who, batch=act.batch)
        if act.kind is not ActKind.SENT:
            self._ledger.record(counter)
            return True
        mail = next((mail for mail in self._outbox.all() if mail.act == act.id), None)
        if mail is None or mail.state is OutState.IN_DOUBT:
            return False
        return self._outbox.withdraw(mail.id, counter, now)

    def _said(self, intent: Intent, cases: Sequence[Case], rows: Sequence[Row]) -> str:
        """A sentence of a few words, about one client or a number of threads."""
        who = cases[0].row.client.shown if len(cases) == 1 else f"{len(cases)} threads"
        until = getattr(intent, "until", None)
        at = spell_date(until, self._clock(), self._zone) if until else ""
        late = ""
        if isinstance(intent, Snooze):
            late = _late_words([case.row for case in cases], intent.until, self._clock(), self._zone)
        return said_of(intent, who, at, rows[0].marks) + late


def _late_words(rows: Sequence[Row], until: datetime, now: datetime, zone: tzinfo) -> str:
    """Where the snooze goes past the time that is due, it says so (clock case 32)."""
    due = min((clock.due for row in rows for clock in row.clocks), default=None)
    if due is None or until <= due:
        return ""
    return f". It is due {spell_date(due, now, zone)}: the quick check names it then"


def _left_words(left: Sequence[Act], of: int, *, doubted: bool) -> str:
    who = left[0].who or "the client"
    if len(left) == of == 1:
        how = "may have left" if doubted else "has left"
        return f"The mail to {who} {how} and can't be taken back. Once more takes back what was before it."
    others = "; the others don't leave" if len(left) < of else ""
    return f"{len(left)} of {of} mails {'may ' if doubted else ''}have left and can't be taken back{others}."
