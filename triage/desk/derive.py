"""From what is stored to what is shown: cache and acts → rows → due file, under one lock: the newest state wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from triage.desk.agreed import Agreements
from triage.desk.house import House
from triage.desk.sent import sent_messages, with_sent
from triage.model.act import Act
from triage.model.clock import Reason
from triage.model.inbox import AccountRow, Inbox
from triage.model.message import Message
from triage.model.outgoing import OutMail
from triage.model.row import Row
from triage.model.thread import Thread
from triage.rules.record import read_record
from triage.rules.rows import build_rows, make_row
from triage.rules.sides import World, gather_world
from triage.rules.threads import find_parents, thread_id
from triage.store.cache import Cache
from triage.store.due_file import DueHeader, file_stamp, write_due_file
from triage.store.ledger import Ledger, in_force
from triage.store.locking import locked
from triage.store.outbox import Outbox


class Derived:
    """All threads with their rows, by the threads' ids; a key puts rows that have changed.

    `acts` is how many acts of the record count in them, `mails` are the outbox's entries as they count, `tracking` is
    the record's stamp from before they were read.
    """

    def __init__(
        self,
        built: Iterable[tuple[Thread, Row]],
        world: World,
        accounts: tuple[AccountRow, ...],
        acts: int,
        mails: tuple[OutMail, ...],
        tracking: str,
    ) -> None:
        self.threads = {thread.id: (thread, row) for thread, row in built}
        self.world, self.accounts = world, accounts
        self.acts, self.mails, self.tracking = acts, mails, tracking
        self.due = ""
        self._thread_of = {m.key: thread.id for thread, _ in self.threads.values() for m in thread.messages}

    @property
    def inbox(self) -> Inbox:
        """The rows as they are now."""
        return Inbox(self.accounts, [row for _, row in self.threads.values()])

    def put(self, rows: Iterable[Row]) -> None:
        """These rows are so from now on."""
        for row in rows:
            self.threads[row.id] = (self.threads[row.id][0], row)

    def add(self, thread_id: str, message: Message) -> None:
        """A mail of mine has joined a thread."""
        if message.key in self._thread_of:
            return
        thread, row = self.threads[thread_id]
        messages = (*thread.messages, message)
        self.threads[thread_id] = (Thread(thread.id, messages, find_parents(messages)), row)
        self._thread_of[message.key] = thread_id
        self.world.my_ids.add(message.key)

    def find(self, name: str) -> str | None:
        """The id of the thread with this id; or of the one that holds this message, by its Message-ID or key.

        Ids that the thread had before its oldest message came, or before a join, find it too.
        """
        if name in self.threads:
            return name
        bare = name.strip().removeprefix("<").removesuffix(">")
        if bare in self._thread_of:
            return self._thread_of[bare]
        for thread, _ in self.threads.values():
            if any(bare == m.message_id or thread_id(m.key) == name for m in thread.messages):
                return thread.id
        return None

    def subject_of(self, key: str) -> str:
        """The subject of the thread that a message is in; empty where it is in none."""
        return self.threads[self._thread_of[key]][1].subject if key in self._thread_of else ""

    def holding(self, keys: Iterable[str]) -> dict[str, None]:
        """The ids of the threads in which these messages are."""
        return dict.fromkeys(self._thread_of[key] for key in keys if key in self._thread_of)

    def from_address(self, address: str) -> dict[str, None]:
        """The ids of the threads in which this address has written."""
        threads = (thread for thread, _ in self.threads.values())
        return dict.fromkeys(
            thread.id
            for thread in threads
            if any(
                address == m.author.address or any(address == a.address for a in m.reply_to) for m in thread.messages
            )
        )


def derive(
    house: House, agreements: Agreements, cache: Cache, ledger: Ledger, outbox: Outbox, now: datetime
) -> Derived:
    """Work everything out anew and write the due file; what is old and settled leaves the cache. Raises StoreError."""
    with locked(house.folder / "due.lock"):
        # Looked at before the record is read: what is recorded meanwhile makes the due file old, never missing in it.
        stamp = file_stamp(str(house.tracking))
        recorded = ledger.all()
        acts, mails = in_force(recorded), outbox.all()
        policy = agreements.policy(read_record(acts, mails))
        sent = [message for _, message in sent_messages(mails, outbox)]
        messages = with_sent(cache.messages(), sent)
        world = gather_world(messages, agreements.people)
        built = build_rows(messages, world, policy)
        if _forget_others(built, cache, set(house.accounts)):
            messages = with_sent(cache.messages(), sent)
            built = build_rows(messages, world, policy)
        kept = _prune(built, cache, acts, house.settings.rule.window, now)
        read = cache.read_times()
        accounts = tuple(AccountRow(name, read.get(name)) for name in house.accounts)
        derived = Derived(kept, world, accounts, len(recorded), mails, stamp)
        _write_due(house, derived, (row for _, row in kept), stamp, now)
    outbox.prune({m.message_id for m in messages if m.places and m.message_id}, now)
    return derived


def resettle(house: House, agreements: Agreements, derived: Derived, acts: tuple[Act, ...], now: datetime) -> Derived:
    """The same threads under settings that sort them alike, with the due file written anew; `acts` are those in force.

    Only rows that the settings decide are worked out: where a clock runs, what rests as archived, and other names.
    Raises StoreError.
    """
    before, clients = derived.world.people.clients, agreements.people.clients
    world = replace(derived.world, people=agreements.people)
    policy = agreements.policy(read_record(acts, derived.mails))

    def decided(row: Row) -> bool:
        renamed = before.name(row.client.address) != clients.name(row.client.address)
        return bool(row.clocks) or row.reason is Reason.ARCHIVED or renamed

    built = [
        (thread, make_row(thread, world, policy) if decided(row) else row) for thread, row in derived.threads.values()
    ]
    settled = Derived(built, world, derived.accounts, derived.acts, derived.mails, derived.tracking)
    with locked(house.folder / "due.lock"):
        _write_due(house, settled, (row for _, row in built), derived.tracking, now)
    return settled


def save_due(house: House, derived: Derived, rows: Iterable[Row], tracking: str, now: datetime) -> None:
    """Write these rows into the due file, unless another process has written it meanwhile. Raises StoreError."""
    with locked(house.folder / "due.lock"):
        if file_stamp(str(house.due)) == derived.due:
            _write_due(house, derived, rows, tracking, now)


def _write_due(house: House, derived: Derived, rows: Iterable[Row], tracking: str, now: datetime) -> None:
    rule, reads = house.settings.rule, {account.name: account.read for account in derived.accounts}
    header = DueHeader(
        now,
        rule.reply_within,
        rule.stale_after,
        house.settings_path,
        house.settings_stamp,
        tracking,
        reads,
    )
    write_due_file(house.due, header, rows)
    derived.due = file_stamp(str(house.due))


def _forget_others(built: list[tuple[Thread, Row]], cache: Cache, names: set[str]) -> bool:
    """Drop what the settings no longer have: accounts, and the threads that lie nowhere else; tells whether it did.

    My answer from such an account stays where it belongs to a thread of another one.
    """
    others = cache.accounts() - names
    if others:
        with cache.writing():
            for thread, _ in built:
                accounts = {place.account for message in thread.messages for place in message.places}
                if accounts and accounts <= others:
                    cache.remove_messages(message.key for message in thread.messages)
            for name in others:
                cache.forget_account(name)
    return bool(others)


def _prune(
    built: list[tuple[Thread, Row]], cache: Cache, acts: tuple[Act, ...], window: timedelta | None, now: datetime
) -> list[tuple[Thread, Row]]:
    """Drop threads out of the window or off the servers, unless a clock runs or an act marks them (case 61)."""
    marked = {anchor for act in acts for anchor in act.anchors}
    # Without a window it does not matter when a copy was stored, only whether there is one.
    stored = cache.last_stored() if window is not None else {}
    start = None if window is None else int((now - window - timedelta(days=4)).timestamp())
    kept, dropped = [], []
    for thread, row in built:
        if row.clocks or _stays(thread.messages, row, stored, start, marked):
            kept.append((thread, row))
        else:
            dropped.append(thread)
    if dropped:
        with cache.writing():
            cache.remove_messages(message.key for thread in dropped for message in thread.messages)
    return kept


def _stays(
    messages: tuple[Message, ...], row: Row, stored: dict[str, int], start: int | None, marked: set[str]
) -> bool:
    """Marked by an act, still on a server within the window, or taken off it unanswered within the window (case 28)."""
    if any(message.key in marked for message in messages):
        return True
    if row.asked is not None and (start is None or row.last.timestamp() >= start):
        return True
    return any(m.places and (start is None or stored.get(m.key, 0) >= start) for m in messages)
