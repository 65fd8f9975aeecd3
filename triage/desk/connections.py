"""One account's connection for what a person asks for: kept open between requests, used by one thread at a time."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from triage.mail.mailbox import Mailbox, MailboxError

T = TypeVar("T")


class Connection:
    """A mailbox that is opened when it is first needed and thrown away after an error."""

    def __init__(self, connect: Callable[[], Mailbox]) -> None:
        self._connect = connect
        self._lock = Lock()
        self._mailbox: Mailbox | None = None

    def use(self, work: Callable[[Mailbox], T]) -> T:
        """What `work` makes of the open mailbox. Raises MailboxError; the next use then opens a new one.

        Servers hang up on who is silent for long, so `work` is done again where a mailbox kept open fails.
        """
        with self._lock:
            if self._mailbox is not None:
                try:
                    return work(self._mailbox)
                except MailboxError:
                    self._mailbox = None
            self._mailbox = self._connect()
            try:
                return work(self._mailbox)
            except MailboxError:
                self._mailbox = None
                raise

    def close(self) -> None:
        """Log out, if nobody is using it; never raises."""
        if self._lock.acquire(blocking=False):
            try:
                if self._mailbox is not None:
                    self._mailbox.close()
                    self._mailbox = None
            finally:
                self._lock.release()
