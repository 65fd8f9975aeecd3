"""Mail from the servers into the store: headers first, then the bodies that decide something or are shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial

from config.schema import Account
from triage.desk.bodies import read_bodies, wanted_keys
from triage.desk.house import House
from triage.desk.picture import Picture
from triage.desk.port import Event
from triage.desk.reading import AccountReading, window_start
from triage.desk.tidying import archive_done
from triage.mail.filing import Filing
from triage.mail.mailbox import Mailbox, MailboxError
from triage.model.events import AccountRead, ReadFailed, ReadProgress, Unreadable
from triage.rules.people import People
from triage.store.cache import Cache

Connect = Callable[[Account], Mailbox]
Tell = Callable[[Event], None]


class Receiving:
    """Reads the accounts of one house; `open_cache` opens the mail cache for one thread, `warn` gets small troubles."""

    def __init__(
        self,
        house: House,
        people: People,
        picture: Picture,
        connect: Connect,
        open_filing: Callable[[Account], Filing],
        open_cache: Callable[[], AbstractContextManager[Cache]],
        clock: Callable[[], datetime],
        warn: Callable[[list[str]], None],
    ) -> None:
        self._house, self._people, self._picture = house, people, picture
        self._connect, self._filing, self._open_cache = connect, open_filing, open_cache
        self._clock, self._warn = clock, warn
        self._accounts = {account.name: account for account in house.settings.account}

    def read_account(self, account: str, tell: Tell, *, headers_only: bool = False) -> None:
        """Read one account; trouble with the server is told, trouble with the store raises StoreError."""
        with self._open_cache() as cache:
            self._tidy(account, cache)
            try:
                mailbox = self._connect(self._accounts[account])
                try:
                    since = window_start(self._house.settings.rule.window, self._clock())
                    read = AccountReading(account, mailbox, cache, since, tell).run(self._clock)
                    unreadable = () if headers_only else self._read_bodies(account, mailbox, cache, tell)
                finally:
                    mailbox.close()
            except MailboxError as error:
                tell(ReadFailed(account, self._clock(), error.why, error.permanent))
            else:
                tell(AccountRead(account, read.at, read.new, read.gone, (*read.unreadable, *unreadable)))

    def _tidy(self, account: str, cache: Cache) -> None:
        """What can't be moved keeps no mail from being read."""
        send = self._house.settings.send
        if send.archive:
            filing = partial(self._filing, self._accounts[account])
            try:
                archive_done(account, self._picture, cache, filing, self._clock(), send.undo_for)
            except MailboxError as error:
                self._warn([f"{account}: what is done stays in the inbox. {error.why}"])

    def _read_bodies(self, account: str, mailbox: Mailbox, cache: Cache, tell: Tell) -> tuple[Unreadable, ...]:
        tried: set[str] = set()
        unreadable: list[Unreadable] = []
        started, read = self._clock(), 0

        def count(step: int) -> None:
            nonlocal read
            read += step
            tell(ReadProgress(account, "words", read, len(tried), started))

        # What a bounce says may set a clock going in a thread whose other words are wanted then: hence again.
        while keys := [key for key in self._wanted(account) if key not in tried]:
            tried.update(keys)
            count(0)
            unreadable += read_bodies(account, mailbox, cache, keys, count)
        return tuple(unreadable)

    def _wanted(self, account: str) -> list[str]:
        return wanted_keys(self._picture.derive().threads.values(), self._people, account)
