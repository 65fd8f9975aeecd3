"""From what is stored to what is shown: cache and acts → rows → due file, under one lock: the newest state wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from config.public_domains import is_public
from config.schema import Settings
from triage.desk.house import House
from triage.model.act import Act, ActKind
from triage.model.inbox import AccountRow, Inbox
from triage.model.message import Message
from triage.model.row import Row
from triage.model.thread import Thread
from triage.rules.clocks import Limits
from triage.rules.people import AddressBook, People
from triage.rules.rows import Policy, build_rows
from triage.rules.threads import thread_id
from triage.store.cache import Cache
from triage.store.due_file import DueHeader, write_due_file
from triage.store.ledger import Ledger, in_force
from triage.store.locking import locked
from triage.store.tracking import Tracking


@dataclass(frozen=True, slots=True)
class Derived:
    """All threads with their rows, and the inbox made of them."""

    threads: tuple[tuple[Thread, Row], ...]
    inbox: Inbox

    def find(self, name: str) -> tuple[Thread, Row] | None:
        """The thread with this id; or the one that holds a message of this id, whether a thread's or a mail's."""
        for thread, row in self.threads:
            if thread.id == name:
                return thread, row
        for thread, row in self.threads:
            if any(name in (m.message_id, m.key) or thread_id(m.key) == name for m in thread.messages):
                return thread, row
        return None


def people_of(settings: Settings) -> People:
    """Who is who, by the settings."""
    mine = (entry for account in settings.account for entry in account.mine)
    return People(AddressBook.of(mine), AddressBook.of(settings.colleagues), is_public)


def done_keys(acts: Iterable[Act]) -> frozenset[str]:
    """Messages that are marked as done."""
    return frozenset(anchor for act in acts if act.kind is ActKind.DONE for anchor in act.anchors)


def derive(house: House, cache: Cache, tracking: Tracking, now: datetime) -> Derived:
    """Work everything out anew and write the due file; what is old and settled leaves the cache. Raises StoreError."""
    rule = house.settings.rule
    with locked(house.folder / "due.lock"):
        acts = in_force(Ledger(tracking).all())
        policy = Policy(Limits(rule.reply_within, rule.due_soon), rule.archived == "waits", done_keys(acts))
        people = people_of(house.settings)
        built = build_rows(cache.messages(), people, policy)
        if _forget_others(built, cache, set(house.accounts)):
            built = build_rows(cache.messages(), people, policy)
        kept = _prune(built, cache, acts, rule.window, now)
        read = cache.read_times()
        reads = {name: read.get(name) for name in house.accounts}
        header = DueHeader(now, rule.reply_within, rule.stale_after, house.settings_path, house.settings_stamp, reads)
        write_due_file(house.due, header, (row for _, row in kept))
    accounts = tuple(AccountRow(name, at) for name, at in reads.items())
    return Derived(tuple(kept), Inbox(accounts, [row for _, row in kept]))


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
