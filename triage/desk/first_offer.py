"""The first-read offer: nothing older than some days waits, by one act that can be taken back (clock case 62)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime

from triage.desk.derive import Derived
from triage.model.act import Act, ActKind
from triage.rules.clocks import open_asks
from triage.rules.record import read_record
from triage.rules.sides import sort_out
from triage.store.ledger import Ledger, in_force


class FirstOffer:
    """The offer of one data folder. Every method may raise StoreError."""

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

    def asks_before(self, derived: Derived, before: datetime) -> dict[str, list[str]]:
        """Thread id → keys of its open asks from before that moment."""
        record = read_record(in_force(self._ledger.all()))
        found: dict[str, list[str]] = {}
        for thread, row in derived.threads.values():
            if row.clocks and min(clock.since for clock in row.clocks) < before:
                asks = open_asks(sort_out(thread, derived.world, record), record.done)
                if old := [ask.message.key for ask in asks if ask.at < before]:
                    found[thread.id] = old
        return found

    def _record(self, kind: ActKind, anchors: tuple[str, ...]) -> None:
        self._ledger.record(Act(uuid.uuid4().hex, kind, self._clock(), anchors))
