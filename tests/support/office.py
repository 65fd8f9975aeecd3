"""Servers that do as a test says, and a person's outbox before them; time moves only when the test moves it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from email import message_from_bytes
from pathlib import Path

from config.schema import Account, Server
from tests.support.outgoing import minutes, open_outbox, put
from tests.support.stories import ME
from triage.desk.deliver import Deliverer
from triage.desk.dispatch import Ways
from triage.mail.filing import Filing, Shelf
from triage.mail.mailbox import MailboxError
from triage.mail.sender import Sender, SendError, Verdict
from triage.model.outgoing import OutMail
from triage.store.outbox import Outbox

NOWHERE = Server("mail.studio.example", "me", password_env="NO_SUCH_PASSWORD")
LATER = SendError("mail.studio.example lets nobody in now.", Verdict.LATER)
NEVER = SendError("mail.studio.example takes no mail for ann.", Verdict.NEVER)
UNKNOWN = SendError("mail.studio.example closed the connection.", Verdict.UNKNOWN)


def account(name: str = "work", **facts: object) -> Account:
    """An account that sends."""
    return Account(name, ME, NOWHERE, **({"smtp": NOWHERE} | facts))  # type: ignore[arg-type]


class Servers:
    """One account's servers: `Sender` and `Filing`.

    `answers` is what the sender says next, one after the other, and yes when there are none left: a SendError is
    raised, a function is called. `taken` are the Message-IDs of all that it was asked to send. `shelves` are Message-IDs
    with the times of their copies; `done` what was marked, moved and removed. `trouble` is raised by the filing, once
    for each, or for ever while `away`.
    """

    def __init__(self) -> None:
        self.answers: deque[SendError | Callable[[], object]] = deque()
        self.taken: list[str] = []
        self.shelves: dict[Shelf, list[tuple[str, datetime]]] = {shelf: [] for shelf in Shelf}
        self.done: list[tuple[object, ...]] = []
        self.trouble: deque[str] = deque()
        self.away = ""
        self.opened = self.closed = 0

    def open(self) -> Servers:
        """The filing, logged in."""
        self.opened += 1
        self._refuse(self.away)
        return self

    def send(self, sender: str, recipients: Sequence[str], source: bytes) -> str:
        assert sender
        assert recipients
        self.taken.append(message_from_bytes(source)["Message-ID"].strip("<>"))
        answer = self.answers.popleft() if self.answers else None
        if isinstance(answer, SendError):
            raise SendError(answer.why, answer.verdict)
        if answer is not None:
            answer()
        return "queued as 1"

    def holds(self, shelf: Shelf, message_id: str) -> bool:
        self._maybe_refuse()
        return any(message_id == held for held, _ in self.shelves[shelf])

    def add(self, shelf: Shelf, source: bytes, at: datetime) -> None:
        self._maybe_refuse()
        self.shelves[shelf].append((message_from_bytes(source)["Message-ID"].strip("<>"), at))

    def remove_draft(self, message_id: str) -> None:
        self._maybe_refuse()
        self.done.append(("removed", message_id))

    def mark(self, folder: str, uidvalidity: int, uid: int, message_id: str, flag: str) -> None:
        self._maybe_refuse()
        self.done.append((flag, folder, uidvalidity, uid, message_id))

    def archive(self, folder: str, uidvalidity: int, uid: int, message_id: str) -> None:
        self._maybe_refuse()
        self.done.append(("archived", folder, uidvalidity, uid, message_id))

    def close(self) -> None:
        self.closed += 1

    def _maybe_refuse(self) -> None:
        self._refuse(self.trouble.popleft() if self.trouble else "")

    def _refuse(self, why: str) -> None:
        if why:
            raise MailboxError(why)


class Office:
    """One person's outbox and the servers of their accounts, `work` and `shop`.

    `senders` and `filings` stand in for these servers, `held` why entries ask first, `spots` where messages of `work` lie.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, minutes(0)
        self.servers = {"work": Servers(), "shop": Servers()}
        self.accounts = {name: account(name) for name in self.servers}
        self.senders: dict[str, Callable[[Account], Sender]] = {}
        self.filings: dict[str, Callable[[], Filing]] = {}
        self.held: dict[str, str] = {}
        self.spots = {"1@client.example": [("INBOX", 7, 1)], "2@client.example": [("INBOX", 7, 2), ("Clients", 8, 3)]}

    @property
    def work(self) -> Servers:
        """The servers of the account `work`."""
        return self.servers["work"]

    @property
    def outbox(self) -> Outbox:
        """The outbox, as a program finds it that has just been started."""
        return open_outbox(self.folder, lambda: self.now)

    def queue(self, *mails: OutMail) -> None:
        """Put these into the outbox, in whatever state."""
        put(self.outbox, *mails)

    def deliverer(self) -> Deliverer:
        """The program, started anew."""
        ways = Ways(
            make_sender=lambda account: self.senders.get(account.name, self._sender)(account),
            open_filing=lambda account: self.filings.get(account.name, self.servers[account.name].open)(),
            spots=lambda account, key: self.spots.get(key, []) if account == "work" else [],
            hold=lambda mail: self.held.get(mail.id),
        )
        return Deliverer(self.outbox, self.accounts.values(), ways, lambda: self.now)

    def deliver(self, at: float | None = None, *, at_once: bool = False) -> list[str]:
        """Deliver, so many minutes after the start; the ids of what changed."""
        if at is not None:
            self.now = minutes(at)
        return [mail.id for mail in self.deliverer().deliver(at_once=at_once)]

    def mail(self, id: str = "m1") -> OutMail:
        """The entry, as it stands on the disk."""
        found = self.outbox.find(id)
        assert found is not None
        return found

    def _sender(self, account: Account) -> Sender:
        return self.servers[account.name]
