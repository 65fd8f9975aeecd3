"""One account's due mail, step by step: each step is durable before the next one begins.

An entry is `SENDING` before the server is called. Whoever finds it so, and nobody at work, looks for the mail in Sent
and asks; nothing that may have left is sent again without a person's word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from config.schema import Account
from triage.desk.chores import Clerk, Spot
from triage.mail.filing import Filing
from triage.mail.mailbox import MailboxError
from triage.mail.sender import Sender, SendError, Verdict
from triage.model.outgoing import OutMail, OutState
from triage.store.files import StoreError
from triage.store.outbox import Outbox

BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 30))
"""How long to wait after each failure; after the last one it stays at that."""

OLD = timedelta(hours=4)
"""How long a mail may wait before a person is asked whether it shall still leave."""

UNCERTAIN = timedelta(minutes=5)
"""How long an account's other mail waits after one whose fate its server left open: one question is enough."""

PASSED = "The time it names has passed."
WAITED = "It has waited for more than 4 h."
DAMAGED = "The record of your acts was damaged after it was written."
STOPPED = "Triage was stopped while it sent this: the server may have taken it."
FOUND = "It lies in Sent: it has left."


@dataclass(frozen=True, slots=True)
class Ways:
    """How a deliverer gets at what is not its own.

    `make_sender` and `open_filing` are an account's servers (SendError, MailboxError). `spots` tells where a message
    lies in an account's inboxes, by the account's name and the message's key. `hold` tells why a mail must ask first,
    such as that the client has written again since the person last agreed (`OutMail.agreed`).
    """

    make_sender: Callable[[Account], Sender]
    open_filing: Callable[[Account], Filing]
    spots: Callable[[str, str], Iterable[Spot]]
    hold: Callable[[OutMail], str | None]


def is_due(mail: OutMail, now: datetime, *, at_once: bool = False) -> bool:
    """There is something to do for this entry; `at_once` spares queued mail its waiting."""
    match mail.state:
        case OutState.SENDING:
            return True
        case OutState.QUEUED:
            return at_once or mail.leaves <= now
        case OutState.IN_DOUBT:
            return mail.leaves <= now
        case OutState.SENT:
            return bool(mail.chores) and mail.leaves <= now
        case _:
            return False


class Dispatch:
    """One round for one account, in one thread. Every method may raise StoreError; nothing is lost then."""

    def __init__(
        self, outbox: Outbox, name: str, account: Account | None, ways: Ways, clock: Callable[[], datetime]
    ) -> None:
        """`account` is None where the settings no longer have the one called `name`."""
        self._outbox, self._name, self._account, self._ways, self._clock = outbox, name, account, ways, clock
        self._clerk = Clerk(self._open_filing, partial(ways.spots, name))
        self._sender: Sender | None = None
        self._uncertain = False

    def carry_out(self, due: Iterable[OutMail], *, at_once: bool) -> list[OutMail]:
        """Take each of these as far as it goes, unless somebody else is doing so; those that changed."""
        changed = []
        try:
            for mail in due:
                with self._outbox.claimed(mail.id) as found:
                    if found and (end := self._carry(found, at_once=at_once)):
                        changed.append(end)
                if self._uncertain:
                    break
        finally:
            self._clerk.close()
        return changed

    def _carry(self, mail: OutMail, *, at_once: bool) -> OutMail | None:
        end = None
        while is_due(mail, self._clock(), at_once=at_once and end is None) and (step := self._step(mail)):
            mail = end = step
        return end

    def _step(self, mail: OutMail) -> OutMail | None:
        """The entry after its next step; None where somebody has changed it meanwhile, so that it must be read anew."""
        match mail.state:
            case OutState.QUEUED if reasons := self._reasons(mail):
                return self._hold(mail, " ".join(reasons))
            case OutState.QUEUED:
                return self._send(mail)
            case OutState.SENDING:
                return self._doubt(mail, STOPPED)
            case OutState.IN_DOUBT:
                return self._look(mail)
            case _:
                return self._do_chores(mail)

    def _reasons(self, mail: OutMail) -> list[str]:
        """Why it must not leave by itself; what the person has agreed to is no reason any more."""
        now, agreed = self._clock(), mail.agreed or mail.created
        reasons = []
        if self._account is None or self._account.smtp is None:
            reasons.append(f"The settings tell no way to send for the account {self._name}: add its [account.smtp].")
        if mail.until is not None and mail.until <= now and (mail.agreed is None or mail.agreed < mail.until):
            reasons.append(PASSED)
        if now - agreed > OLD:
            reasons.append(WAITED)
        if self._outbox.damaged_since(agreed):
            reasons.append(DAMAGED)
        if why := self._ways.hold(mail):
            reasons.append(why)
        return reasons

    def _hold(self, mail: OutMail, words: str) -> OutMail | None:
        return self._put(mail, replace(mail, state=OutState.HELD, words=words, changed=self._clock()))

    def _send(self, mail: OutMail) -> OutMail | None:
        try:
            source = self._outbox.source(mail.id)
        except StoreError as error:
            return self._hold(mail, error.why)
        sending = self._put(mail, replace(mail, state=OutState.SENDING, changed=self._clock()))
        if sending is None:
            return None
        if sending.doubted and self._has_left(sending):
            return self._note_sent(sending, FOUND)
        try:
            words = self._way_out().send(mail.sender, mail.recipients, source)
        except SendError as error:
            return self._note_failure(sending, error)
        return self._note_sent(sending, words)

    def _note_sent(self, mail: OutMail, words: str) -> OutMail | None:
        now = self._clock()
        return self._put(mail, replace(mail, state=OutState.SENT, words=words, changed=now, leaves=now, tries=0))

    def _note_failure(self, mail: OutMail, error: SendError) -> OutMail | None:
        now = self._clock()
        match error.verdict:
            case Verdict.LATER:
                again = replace(_later(mail, now), state=OutState.QUEUED, words=error.why, changed=now)
                return self._put(mail, again)
            case Verdict.NEVER:
                return self._put(mail, replace(mail, state=OutState.REFUSED, words=error.why, changed=now))
            case Verdict.UNKNOWN:
                self._uncertain = True
                doubted = self._doubt(mail, error.why)
                self._outbox.postpone(self._name, now + UNCERTAIN)
                return doubted

    def _doubt(self, mail: OutMail, words: str) -> OutMail | None:
        now = self._clock()
        doubted = replace(mail, state=OutState.IN_DOUBT, words=words, changed=now, leaves=now, tries=0, doubted=True)
        return self._put(mail, doubted)

    def _look(self, mail: OutMail) -> OutMail | None:
        now = self._clock()
        if self._has_left(mail):
            return self._put(mail, replace(mail, state=OutState.SENT, words=FOUND, leaves=now, tries=0))
        return self._put(mail, _later(mail, now))

    def _has_left(self, mail: OutMail) -> bool:
        try:
            return self._clerk.has_left(mail)
        except MailboxError:
            return False

    def _do_chores(self, mail: OutMail) -> OutMail | None:
        """Do what can be done, each for itself; the rest is tried again later. Whatever happens, the mail is sent."""
        trouble = ""
        for chore in mail.chores:
            try:
                self._clerk.do(chore, mail, partial(self._outbox.source, mail.id))
            except (MailboxError, StoreError) as error:
                trouble = error.why
                continue
            ticked = self._put(mail, replace(mail, chores=tuple(left for left in mail.chores if left is not chore)))
            if ticked is None:
                return None
            mail = ticked
        return self._put(mail, replace(_later(mail, self._clock()), words=trouble)) if trouble else mail

    def _put(self, before: OutMail, after: OutMail) -> OutMail | None:
        return after if self._outbox.change(before, after) else None

    def _way_out(self) -> Sender:
        if self._sender is None and self._account is not None:
            self._sender = self._ways.make_sender(self._account)
        assert self._sender is not None, "an account that is gone has been held"
        return self._sender

    def _open_filing(self) -> Filing:
        if self._account is None:
            raise MailboxError(f"The settings have no account {self._name} any more.")
        return self._ways.open_filing(self._account)


def _later(mail: OutMail, now: datetime) -> OutMail:
    return replace(mail, tries=mail.tries + 1, leaves=now + BACK_OFF[min(mail.tries, len(BACK_OFF) - 1)])
