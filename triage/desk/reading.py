"""One account's mail into the cache: only what changed, in steps that each survive a lost connection.

Nothing is marked, moved or deleted on the server; a message that can't be read costs nothing but itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from triage.desk.ahead import read_ahead
from triage.mail.headers import anchor_digest, may_be_migrated, read_envelope
from triage.mail.mailbox import Folder, FolderState, Header, Mailbox
from triage.model.events import AccountRead, ReadProgress, Unreadable
from triage.model.message import Message
from triage.rules.identity import is_same
from triage.store.cache import Cache, KnownFolder

STEP = 1000
STEPS_AHEAD = 5
# Migrated messages of a stretch are asked for again, with the fields that tell their arrival, before the next one.
STRETCH = 10_000
# SEARCH SINCE looks at the server's calendar day, so the days around the window's edge may fall on either side.
EDGE = timedelta(days=2)
Tell = Callable[[ReadProgress], None]
# UID, when the server stored it, seen, the message
Arrival = tuple[int, datetime, bool, Message]


@dataclass(frozen=True, slots=True)
class FolderPlan:
    """What reading one folder will take: the UIDs whose headers are not here yet, newest last."""

    folder: Folder
    id: int
    state: FolderState
    fresh: tuple[int, ...]
    unseen: frozenset[int]


def window_start(window: timedelta | None, now: datetime) -> date | None:
    """The first day that is read; None: everything."""
    return None if window is None else (now - window - timedelta(days=1)).date()


class AccountReading:
    """One read of one account, from the folders' states to the last header."""

    def __init__(self, account: str, mailbox: Mailbox, cache: Cache, since: date | None, tell: Tell) -> None:
        self.account, self.mailbox, self.cache, self.since, self._tell = account, mailbox, cache, since, tell
        self.new = self.gone = 0
        self.unreadable: list[Unreadable] = []

    def run(self, clock: Callable[[], datetime]) -> AccountRead:
        """Read to the end. Raises MailboxError (what has arrived stays) and StoreError."""
        started = clock()
        plans = list(self._plan())
        total = sum(len(plan.fresh) for plan in plans)
        self._tell(ReadProgress(self.account, "headers", 0, total, started))
        for plan in plans:
            self._fetch(plan, total, started)
        at = clock()
        with self.cache.writing():
            self.cache.set_read(self.account, started)
        return AccountRead(self.account, at, self.new, self.gone, tuple(self.unreadable))

    def _plan(self) -> Iterator[FolderPlan]:
        folders = self.mailbox.folders()
        self._forget_others({folder.name for folder in folders})
        for folder in folders:
            state = self.mailbox.open(folder.name)
            known = self.cache.folder(self.account, folder.name)
            if known is None or not is_unchanged(known, state, self.since):
                yield self._compare(folder, state)

    def _forget_others(self, names: set[str]) -> None:
        dropped = [id_ for name, id_ in self.cache.folders_of(self.account).items() if name not in names]
        if dropped:
            with self.cache.writing():
                for id_ in dropped:
                    self.cache.forget_folder(id_)

    def _compare(self, folder: Folder, state: FolderState) -> FolderPlan:
        """Hold the server's UIDs against the cache's: note what is gone and what was seen, find what is new."""
        with self.cache.writing():
            id_ = self.cache.begin_folder(self.account, folder.name, folder.role, state.uidvalidity)
        places = self.cache.places(id_)
        edge = None if self.since is None else epoch(self.since) + EDGE.total_seconds()
        kept = () if edge is None else tuple(uid for uid, (stored, _) in places.items() if stored < edge)
        listing = self.mailbox.listing(self.since, kept)
        vanished = places.keys() - listing.uids
        turned = [
            (uid, uid not in listing.unseen)
            for uid, (_, seen) in places.items()
            if uid in listing.uids and seen == (uid in listing.unseen)
        ]
        with self.cache.writing():
            self.cache.remove_places(id_, vanished)
            self.cache.set_seen(id_, turned)
        self.gone += len(vanished)
        plan = FolderPlan(folder, id_, state, tuple(sorted(listing.uids - places.keys())), listing.unseen)
        if not plan.fresh:
            self._finish(plan)
        return plan

    def _fetch(self, plan: FolderPlan, total: int, started: datetime) -> None:
        if not plan.fresh:
            return
        if self.mailbox.open(plan.folder.name).uidvalidity != plan.state.uidvalidity:
            return
        missing = set(plan.fresh)
        for start in range(0, len(plan.fresh), STRETCH):
            migrated: list[int] = []
            for arrivals in self._arrivals(plan, plan.fresh[start : start + STRETCH], missing):
                plain = [one for one in arrivals if not may_be_migrated(one[3].date, one[1])]
                if len(plain) < len(arrivals):
                    migrated += {one[0] for one in arrivals} - {one[0] for one in plain}
                self._keep(plan, plain, total, started)
            for arrivals in self._arrivals(plan, migrated, missing, traced=True):
                self._keep(plan, arrivals, total, started)
        if missing:
            self._name_refused(plan, missing)
        self._finish(plan)

    def _arrivals(
        self, plan: FolderPlan, uids: Sequence[int], missing: set[int], *, traced: bool = False
    ) -> Iterator[list[Arrival]]:
        """These messages' envelopes, step by step; what has come is no longer missing."""
        headers = self.mailbox.headers(uids, traced=traced) if uids else iter(())
        for step in read_ahead(in_steps(headers, STEP), STEPS_AHEAD):
            missing.difference_update(header.uid for header in step)
            yield [arrival for header in step if (arrival := self._read(plan, header))]

    def _keep(self, plan: FolderPlan, arrivals: Sequence[Arrival], total: int, started: datetime) -> None:
        with self.cache.writing():
            self.cache.add(plan.id, self._with_own_keys(arrivals))
        self.new += len(arrivals)
        self._tell(ReadProgress(self.account, "headers", self.new, total, started))

    def _name_refused(self, plan: FolderPlan, missing: set[int]) -> None:
        """What was listed and never came has been deleted since, or the server can't give it."""
        still_there = self.mailbox.listing(self.since, missing).uids & missing
        self.unreadable.extend(
            Unreadable(self.account, plan.folder.name, uid, "the server did not give it") for uid in sorted(still_there)
        )

    def _finish(self, plan: FolderPlan) -> None:
        state = plan.state
        with self.cache.writing():
            since = None if self.since is None else epoch(self.since)
            self.cache.finish_folder(plan.id, state.uidnext, state.exists, state.modseq, since)

    def _read(self, plan: FolderPlan, header: Header) -> Arrival | None:
        try:
            message = read_envelope(header.source, header.arrived, header.size)
        except Exception as error:
            self.unreadable.append(Unreadable(self.account, plan.folder.name, header.uid, type(error).__name__))
            return None
        return header.uid, header.arrived, header.uid not in plan.unseen, message

    def _with_own_keys(self, arrivals: Sequence[Arrival]) -> Iterator[Arrival]:
        """Give a message whose Message-ID a different one already has a key of its own."""
        known = self.cache.known(message.key for _, _, _, message in arrivals)
        batch: dict[str, Message] = {}
        for uid, stored, seen, message in arrivals:
            other = batch.get(message.key)
            if other is None and message.key in known:
                other = self.cache.envelope(message.key)
            if other is not None and not is_same(other, message):
                message = replace(message, key=anchor_digest(message))
            batch[message.key] = message
            yield uid, stored, seen, message


def is_unchanged(known: KnownFolder, state: FolderState, since: date | None) -> bool:
    """The folder was read to its end and nothing has come, gone or been marked since (RFC 7162); else it is listed."""
    wider = known.since is not None and (since is None or epoch(since) < known.since)
    return (
        known.complete
        and not wider
        and state.modseq is not None
        and (known.uidvalidity, known.uidnext, known.present, known.modseq)
        == (state.uidvalidity, state.uidnext, state.exists, state.modseq)
    )


def epoch(day: date) -> int:
    """Midnight UTC of a day, in seconds since 1970."""
    return int(datetime.combine(day, time(), UTC).timestamp())


def in_steps(items: Iterable[Header], size: int) -> Iterator[list[Header]]:
    """Lists of at most `size`; what had come before an error is handed on before the error is raised."""
    step: list[Header] = []
    try:
        for item in items:
            step.append(item)
            if len(step) == size:
                yield step
                step = []
    except Exception:
        if step:
            yield step
        raise
    if step:
        yield step
