"""All threads with their rows as they are known now: replaced whole by a read, thread by thread by a key.

A key waits neither for a read nor for everything to be worked out; what is recorded meanwhile is put into its result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from threading import Lock, RLock, Timer

from triage.desk.agreed import Agreements
from triage.desk.derive import Derived, resettle, save_due
from triage.desk.house import House
from triage.desk.sent import sent_messages
from triage.model.act import Act, ActKind
from triage.model.outgoing import OutMail
from triage.model.row import Row
from triage.rules.act_index import ActIndex
from triage.rules.acting import Case
from triage.rules.answers import owed_asks
from triage.rules.clocks import open_asks
from triage.rules.record import read_record
from triage.rules.rows import make_row
from triage.rules.sides import sort_out
from triage.store.due_file import file_stamp
from triage.store.files import StoreError
from triage.store.ledger import Ledger
from triage.store.outbox import Outbox

SAVE_AFTER_SECONDS = 0.3


class Picture:
    """The threads of one house; `work_out` makes them all anew when they are first needed.

    Every method may raise StoreError.
    """

    def __init__(
        self,
        house: House,
        agreements: Agreements,
        ledger: Ledger,
        outbox: Outbox,
        work_out: Callable[[], Derived],
        clock: Callable[[], datetime],
    ) -> None:
        self._house, self._agreements = house, agreements
        self._ledger, self._outbox = ledger, outbox
        self._work_out, self._clock = work_out, clock
        self._derived: Derived | None = None
        self._acts = ActIndex()
        self._seen = 0
        self._deriving, self._changing, self._saving = Lock(), RLock(), Lock()
        self._timer: Timer | None = None

    @property
    def known(self) -> Derived | None:
        """What was worked out last, with all that was recorded since; None before the first time."""
        return self._derived

    def derive(self) -> Derived:
        """Work everything out anew. What is recorded meanwhile is in the result."""
        with self._deriving:
            derived = self._work_out()
            with self._changing:
                self._derived, self._seen = derived, derived.acts
                if self.redo(()):
                    self._save_soon()
                return derived

    def take_over(self, before: Picture) -> None:
        """Go on from what another picture of this folder knows, by the settings of this one."""
        known = before.known
        if known is None or not self._agreements.sorts_as(before._agreements):
            self.derive()
            return
        with self._deriving, self._changing:
            acts = self.acts().in_force()
            self._derived = resettle(self._house, self._agreements, known, acts, self._clock())
            self._seen = before._seen
        self.changed(())

    def current(self) -> Derived:
        """What is known; worked out where nothing is."""
        return self._derived or self.derive()

    def acts(self) -> ActIndex:
        """All acts as they are recorded now."""
        with self._changing:
            self._acts.take(self._ledger.all())
            return self._acts

    def cases(self, names: Iterable[str]) -> tuple[Case, ...]:
        """These threads as they stand now, each once, by id or Message-ID; one that there is not is left out."""
        self.redo(())
        with self._changing:
            derived = self.current()
            found = dict.fromkeys(thread for name in names if (thread := derived.find(name)) is not None)
            return tuple(self._case(derived, thread) for thread in found)

    def redo(self, threads: Iterable[str]) -> tuple[Row, ...]:
        """Rows of these threads worked out anew, and of all that acts and deliveries of any process touched since."""
        self.current()  # before the lock: what is worked out takes it at its end
        with self._changing:
            derived = self.current()
            stamp = file_stamp(str(self._house.tracking))
            acts, mails = self.acts(), self._outbox.all()
            # A read may have joined threads since they were named.
            touched = dict.fromkeys(found for name in threads if (found := derived.find(name)) is not None)
            touched |= self._touched(derived, acts.since(self._seen)) | self._moved(derived, mails)
            rows = []
            for name in touched:
                thread, _ = derived.threads[name]
                record = read_record(acts.on(m.key for m in thread.messages), mails)
                rows.append(make_row(thread, derived.world, self._agreements.policy(record)))
            derived.put(rows)
            derived.tracking, self._seen = stamp, len(acts)
            return tuple(rows)

    def changed(self, threads: Iterable[str]) -> tuple[Row, ...]:
        """As `redo`; the due file follows in a thread of its own."""
        rows = self.redo(threads)
        self._save_soon()
        return rows

    def save(self) -> None:
        """Bring the due file up to date, if rows have changed since it was written.

        Where it can't be written, the quick check sees that it is old and works everything out itself.
        """
        with self._saving:
            with self._changing:
                timer, self._timer = self._timer, None
                derived = self._derived
                if timer is None or derived is None:
                    return
                timer.cancel()
                rows, tracking = derived.inbox.rows, derived.tracking
            with suppress(StoreError):
                save_due(self._house, derived, rows, tracking, self._clock())

    def _save_soon(self) -> None:
        """Once the hands rest: writing all rows takes longer than a key may."""
        with self._changing:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = Timer(SAVE_AFTER_SECONDS, self.save)
            self._timer.daemon = True
            self._timer.start()

    def _case(self, derived: Derived, name: str) -> Case:
        thread, row = derived.threads[name]
        record = read_record(self._acts.on(m.key for m in thread.messages))
        sides = sort_out(thread, derived.world, record)
        waiting = open_asks(sides, record.done)
        owed = owed_asks(sides, record.done, waiting)
        return Case(thread, row, sides, waiting, owed, record, derived.world.people)

    def _touched(self, derived: Derived, acts: Iterable[Act]) -> dict[str, None]:
        """The threads in which these acts change something; a sender who is muted may stand in any."""
        touched: dict[str, None] = {}
        for act in acts:
            touched |= derived.holding(act.anchors)
            if act.kind in (ActKind.MUTED, ActKind.UNDONE) and act.who:
                touched |= derived.from_address(act.who)
        return touched

    def _moved(self, derived: Derived, mails: tuple[OutMail, ...]) -> dict[str, None]:
        """The threads of mails that have gone on since; one that has left stands in its thread from now on."""
        known = set(derived.mails)
        fresh = [mail for mail in mails if mail not in known]
        for mail, message in sent_messages(fresh, self._outbox):
            for thread in derived.holding((mail.answers,)):
                derived.add(thread, message)
        derived.mails = mails
        return derived.holding(key for mail in fresh for key in (mail.answers, *mail.asks))
