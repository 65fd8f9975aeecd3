"""The headless core that the interface and the command line talk to; every method may be called from any thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock

from config.schema import Account
from triage.desk.bodies import read_bodies, wanted_keys
from triage.desk.connections import Connection
from triage.desk.conversations import build_conversation, fetch_words, save_part
from triage.desk.decisions import Decisions
from triage.desk.derive import Derived, derive, people_of
from triage.desk.glance import glance_at, last_known
from triage.desk.house import House
from triage.desk.port import DeskError, Event
from triage.desk.reading import AccountReading, window_start
from triage.mail.mailbox import Mailbox, MailboxError
from triage.model.conversation import Conversation
from triage.model.events import AccountRead, ReadFailed, ReadProgress, Unreadable
from triage.model.inbox import Glance, Inbox
from triage.model.row import Row
from triage.store.cache import Cache
from triage.store.files import StoreError, make_private_folder
from triage.store.ledger import Ledger
from triage.store.tracking import Tracking

Connect = Callable[[Account], Mailbox]


class LocalDesk:
    """The desk over one data folder and its accounts' servers (implements triage.desk.port.Desk)."""

    def __init__(self, house: House, connect: Connect, clock: Callable[[], datetime]) -> None:
        self.house = house
        self.people = people_of(house.settings)
        self.warnings: list[str] = []
        self._connect, self._clock = connect, clock
        self._accounts = {account.name: account for account in house.settings.account}
        self._asked_for = {name: Connection(self._connector(name)) for name in self._accounts}
        self._derived: Derived | None = None
        self._deriving = Lock()
        make_private_folder(house.folder)
        self._tracking = Tracking(house.tracking, clock)
        self._decisions = Decisions(Ledger(self._tracking), clock)

    def accounts(self) -> tuple[str, ...]:
        """The accounts' names, in the order of the settings."""
        return self.house.accounts

    def glance(self, now: datetime, rows: int) -> Glance:
        """The counts and the first rows of the last known list, without building the others."""
        return glance_at(self.inbox(), now, rows)

    def inbox(self) -> Inbox:
        """The last known rows, from the due file; empty before the first read."""
        return last_known(self.house.due, self.house.accounts)

    def refresh(self) -> Inbox:
        """Everything worked out anew from the store. Raises DeskError."""
        with speaking_plainly():
            return self._derive().inbox

    def read_mail(self, account: str, tell: Callable[[Event], None]) -> None:
        """Read one account: headers first, then the bodies that decide something; what happens is told, not raised."""
        try:
            self.read_account(account, tell)
        except DeskError as error:
            tell(ReadFailed(account, self._clock(), error.why, permanent=True))

    def read_account(self, account: str, tell: Callable[[Event], None], *, headers_only: bool = False) -> None:
        """The same, but trouble with the store is no server's: it raises DeskError."""
        with speaking_plainly(), self._cache() as cache:
            try:
                mailbox = self._connect(self._accounts[account])
                try:
                    since = window_start(self.house.settings.rule.window, self._clock())
                    read = AccountReading(account, mailbox, cache, since, tell).run(self._clock)
                    unreadable = () if headers_only else self._read_bodies(account, mailbox, cache, tell)
                finally:
                    mailbox.close()
            except MailboxError as error:
                tell(ReadFailed(account, self._clock(), error.why, error.permanent))
            else:
                tell(AccountRead(account, read.at, read.new, read.gone, (*read.unreadable, *unreadable)))

    def conversation(self, thread_id: str) -> Conversation | None:
        """A thread's messages, newest first, with what the store has; by its id or a Message-ID. Raises DeskError."""
        found = self._derived.find(thread_id) if self._derived else None
        with speaking_plainly(), self._cache() as cache:
            if found:
                thread, row = found
                messages = list(thread.messages)
            else:
                last_known = self._last_known(thread_id)
                if last_known is None:
                    return None
                row = last_known
                messages = [message for key in dict.fromkeys(row.messages) if (message := cache.envelope(key))]
            return build_conversation(row.id, row.subject, row.client, messages, cache, self.people)

    def fetch_conversation(self, thread_id: str) -> Conversation | None:
        """The same, after reading from the servers what was missing. Raises DeskError."""
        with speaking_plainly():
            if self._derived is None:
                row = self._last_known(thread_id)
                # The due file knows neither older ids nor messages without a Message-ID.
                if row is None or len(set(row.messages)) < row.count:
                    self._derive()
            conversation = self.conversation(thread_id)
            if conversation is None or conversation.complete:
                return conversation
            with self._cache() as cache:
                fetch_words([entry.key for entry in conversation.entries], cache, self._asked_for)
            return self.conversation(thread_id)

    def save_attachment(self, key: str, part: int, folder: Path) -> Path:
        """Save one attachment of a message into a folder, under a name that is not taken. Raises DeskError."""
        with speaking_plainly(), self._cache() as cache:
            try:
                path = save_part(key, part, folder, cache, self._asked_for)
            except LookupError:
                raise DeskError("That attachment is not in the mail any more.") from None
        if path is None:
            raise DeskError("That mail is no longer on the server.")
        return path

    def older_waiting(self, now: datetime, days: int) -> int:
        """How many threads "nothing older waits for me" would settle; 0 once that was answered. Raises DeskError."""
        with speaking_plainly():
            return 0 if self._decisions.offered else len(self._asks_before(now - timedelta(days=days)))

    def settle_older(self, now: datetime, days: int) -> int:
        """Mark all asks older than that as done, in one act (clock case 62). Raises DeskError."""
        with speaking_plainly():
            asks = self._asks_before(now - timedelta(days=days))
            self._decisions.mark_done(key for keys in asks.values() for key in keys)
            self._decisions.note_offer()
            return len(asks)

    def decline_settle(self) -> None:
        """The first-read offer was answered; it does not come back. Raises DeskError."""
        with speaking_plainly():
            self._decisions.note_offer()

    def undo(self) -> str | None:
        """Take back the last act that still holds, and say what it was. Raises DeskError."""
        with speaking_plainly():
            return self._decisions.undo()

    def close(self) -> None:
        """Log out everywhere; never raises."""
        for connection in self._asked_for.values():
            connection.close()

    def _last_known(self, thread_id: str) -> Row | None:
        return next((row for row in self.inbox().rows if row.id == thread_id), None)

    def _connector(self, name: str) -> Callable[[], Mailbox]:
        return lambda: self._connect(self._accounts[name])

    def _read_bodies(
        self, account: str, mailbox: Mailbox, cache: Cache, tell: Callable[[Event], None]
    ) -> tuple[Unreadable, ...]:
        tried: set[str] = set()
        unreadable: list[Unreadable] = []
        started, read = self._clock(), 0

        def count(step: int) -> None:
            nonlocal read
            read += step
            tell(ReadProgress(account, "words", read, len(tried), started))

        # What a bounce says may set a clock going in a thread whose other words are wanted then: hence again.
        while keys := [key for key in wanted_keys(self._derive().threads, self.people, account) if key not in tried]:
            tried.update(keys)
            count(0)
            unreadable += read_bodies(account, mailbox, cache, keys, count)
        return tuple(unreadable)

    def _asks_before(self, before: datetime) -> dict[str, list[str]]:
        return self._decisions.asks_before(self._derived or self._derive(), self.people, before)

    def _derive(self) -> Derived:
        with self._deriving, self._cache() as cache:
            self._derived = derive(self.house, cache, self._tracking, self._clock())
            self._warn(self._tracking.warnings)
            return self._derived

    @contextmanager
    def _cache(self) -> Iterator[Cache]:
        cache = Cache(self.house.cache, self._clock())
        self._warn(cache.warnings)
        try:
            yield cache
        finally:
            cache.close()

    def _warn(self, warnings: list[str]) -> None:
        self.warnings.extend(warning for warning in warnings if warning not in self.warnings)


@contextmanager
def speaking_plainly() -> Iterator[None]:
    """Turn what mail and store raise into the one error that the interface knows."""
    try:
        yield
    except (MailboxError, StoreError) as error:
        raise DeskError(error.why) from error
