"""What the person decides: recorded as acts, taken back by acts."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime

from triage.desk.derive import Derived, done_keys
from triage.model.act import Act, ActKind
from triage.rules.clocks import open_asks
from triage.rules.people import People
from triage.rules.sides import gather_world, sort_out
from triage.store.ledger import Ledger, in_force

_UNDONE_WORDS = {ActKind.DONE: "Taken back: what was marked as done waits again."}


class Decisions:
    """The acts of one data folder. Every method may raise StoreError."""

    def __init__(self, ledger: Ledger, clock: Callable[[], datetime]) -> None:
        self._ledger, self._clock = ledger, clock

    @property
    def offered(self) -> bool:
        """The first-read offer was answered."""
        return any(act.kind is ActKind.OFFERED for act in self._ledger.all())

    def note_offer(self) -> None:
        """The first-read offer was answered, one way or the other; it does not come back."""
        if not self.offered:
            self._record(ActKind.OFFERED, ())

    def mark_done(self, keys: Iterable[str]) -> None:
        """These messages need no answer; one act, so that one undo takes it back (clock case 62)."""
        anchors = tuple(keys)
        if anchors:
            self._record(ActKind.DONE, anchors)

    def undo(self) -> str | None:
        """Take back the last act that still holds, and say what it was; None where there is none."""
        acts = [act for act in in_force(self._ledger.all()) if act.kind in _UNDONE_WORDS]
        if not acts:
            return None
        self._record(ActKind.UNDONE, acts[-1].anchors, undoes=acts[-1].id)
        return _UNDONE_WORDS[acts[-1].kind]

    def asks_before(self, derived: Derived, people: People, before: datetime) -> dict[str, list[str]]:
        """Thread id → keys of its open asks from before that moment."""
        world = gather_world([m for thread, _ in derived.threads for m in thread.messages], people)
        done = done_keys(in_force(self._ledger.all()))
        found: dict[str, list[str]] = {}
        for thread, row in derived.threads:
            if row.clocks and min(clock.since for clock in row.clocks) < before:
                asks = open_asks(sort_out(thread, world), done)
                found[thread.id] = [ask.message.key for ask in asks if ask.at < before]
        return found

    def _record(self, kind: ActKind, anchors: tuple[str, ...], undoes: str | None = None) -> None:
        self._ledger.record(Act(uuid.uuid4().hex, kind, self._clock(), anchors, undoes))
