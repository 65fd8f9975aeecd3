"""The headless core that the interface and the command line talk to; every method may be called from any thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from config.schema import Account
from triage.desk.acting import Acting
from triage.desk.advice import Advice
from triage.desk.agreed import read_agreements
from triage.desk.chores import Spot
from triage.desk.connections import Connection
from triage.desk.conversations import Conversations
from triage.desk.deliver import Deliverer
from triage.desk.derive import Derived, derive
from triage.desk.dispatch import Ways
from triage.desk.first_offer import FirstOffer
from triage.desk.glance import glance_at, last_known
from triage.desk.house import House
from triage.desk.limit_history import LimitHistory
from triage.desk.picture import Picture
from triage.desk.plainly import speaking_plainly
from triage.desk.port import DeskError, Event
from triage.desk.posting import Desktop, Posting
from triage.desk.receiving import Connect, Receiving
from triage.desk.writing import Writing
from triage.local_zone import local_zone
from triage.mail.accounts import connect_filing
from triage.mail.filing import Filing
from triage.mail.sender import Sender
from triage.mail.smtp import make_sender
from triage.model.conversation import Conversation
from triage.model.draft import Draft, Sheet, Template
from triage.model.events import ReadFailed
from triage.model.inbox import Glance, Inbox
from triage.model.intents import Acknowledge, Intent, Outcome, ToneFlag
from triage.model.message import Judgement, Message, Words
from triage.model.outgoing import OutChoice, OutMail
from triage.model.row import Row
from triage.store.cache import Cache
from triage.store.drafts import Drafts
from triage.store.files import make_private_folder
from triage.store.ledger import Ledger
from triage.store.limit_log import LimitLog
from triage.store.outbox import Outbox
from triage.store.tracking import Tracking


class LocalDesk:
    """The desk over one data folder and its accounts' servers (implements triage.desk.port.Desk).

    `connect`, `sender` and `filing` open an account's way in, its way out, and its folders for filing; `undo_for` is
    how long a mail can be taken back, None as the settings say.
    """

    def __init__(
        self,
        house: House,
        connect: Connect,
        clock: Callable[[], datetime],
        *,
        sender: Callable[[Account], Sender] = make_sender,
        filing: Callable[[Account], Filing] = connect_filing,
        undo_for: timedelta | None = None,
    ) -> None:
        self.house = house
        self._agreements = read_agreements(house.settings)
        self.people = self._agreements.people
        self.warnings: list[str] = []
        self._clock, self._filing = clock, filing
        self._accounts = {account.name: account for account in house.settings.account}
        self._asked_for = {name: Connection(partial(connect, account)) for name, account in self._accounts.items()}
        make_private_folder(house.folder)
        self._tracking = Tracking(house.tracking, clock)
        self._ledger = Ledger(self._tracking)
        self._outbox = Outbox(self._tracking, house.outbox)
        self._drafts = Drafts(house.drafts, clock)
        self._picture = Picture(house, self._agreements, self._ledger, self._outbox, self._work_out, clock)
        self._offer = FirstOffer(self._ledger, clock)
        self._limit_history = LimitHistory(LimitLog(self._tracking), house.settings, clock)
        self._receiving = Receiving(house, self.people, self._picture, connect, filing, self._cache, clock, self._warn)
        self._conversations = Conversations(house, self.people, self._picture, self._cache, self._asked_for)
        zone = local_zone()
        self._acting = Acting(self._picture, self._ledger, self._outbox, clock, zone)
        self._advice = Advice(house, self._agreements, self._picture, self._acting, self._limit_history, clock, zone)
        ways = Ways(sender, filing, self._spots, lambda mail: self._posting.reason_to_hold(mail))
        desktop = Desktop(
            picture=self._picture,
            acting=self._acting,
            writing=Writing(house.settings, house.settings_path, zone),
            ledger=self._ledger,
            outbox=self._outbox,
            drafts=self._drafts,
            deliverer=Deliverer(self._outbox, house.settings.account, ways, clock),
            clock=clock,
            zone=zone,
            undo_for=house.settings.send.undo_for if undo_for is None else undo_for,
        )
        self._posting = Posting(desktop, self._words)

    def take_over(self, before: LocalDesk) -> None:
        """Go on where another desk of the same folder stands, by the settings of this one. Raises DeskError."""
        with speaking_plainly():
            self._limit_history.note()
            self._picture.take_over(before._picture)

    # What is known

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
        """See Desk.refresh."""
        with speaking_plainly():
            return self._picture.derive().inbox

    def read_mail(self, account: str, tell: Callable[[Event], None]) -> None:
        """Read one account: headers first, then the bodies that decide something; what happens is told, not raised."""
        try:
            self.read_account(account, tell)
        except DeskError as error:
            tell(ReadFailed(account, self._clock(), error.why, permanent=True))

    def read_account(self, account: str, tell: Callable[[Event], None], *, headers_only: bool = False) -> None:
        """The same, but trouble with the store is no server's: it raises DeskError."""
        with speaking_plainly():
            self._receiving.read_account(account, tell, headers_only=headers_only)

    def conversation(self, thread_id: str) -> Conversation | None:
        """See Desk.conversation; by the thread's id or a Message-ID in it. Raises DeskError."""
        with speaking_plainly():
            return self._conversations.known(thread_id)

    def fetch_conversation(self, thread_id: str) -> Conversation | None:
        """See Desk.fetch_conversation."""
        with speaking_plainly():
            return self._conversations.whole(thread_id)

    def judged(self, thread_id: str) -> tuple[tuple[Message, Judgement], ...]:
        """See Conversations.judged. Raises DeskError."""
        with speaking_plainly():
            return self._conversations.judged(thread_id)

    def save_attachment(self, key: str, part: int, folder: Path) -> Path:
        """See Desk.save_attachment."""
        with speaking_plainly():
            return self._conversations.save(key, part, folder)

    # What is done

    def older_waiting(self, now: datetime, days: int) -> int:
        """How many threads "nothing older waits for me" would settle; 0 once that was answered. Raises DeskError."""
        with speaking_plainly():
            return 0 if self._offer.offered else len(self._asks_before(now - timedelta(days=days)))

    def settle_older(self, now: datetime, days: int) -> int:
        """Mark all asks older than that as done, in one act (clock case 62). Raises DeskError."""
        with speaking_plainly():
            asks = self._asks_before(now - timedelta(days=days))
            self._offer.mark_done(key for keys in asks.values() for key in keys)
            self._offer.note_offer()
            return len(asks)

    def decline_settle(self) -> None:
        """The first-read offer was answered; it does not come back. Raises DeskError."""
        with speaking_plainly():
            self._offer.note_offer()

    def do(self, intent: Intent) -> Outcome:
        """See Desk.do."""
        with speaking_plainly():
            return self._posting.acknowledge(intent) if isinstance(intent, Acknowledge) else self._acting.do(intent)

    def undo(self) -> Outcome:
        """See Desk.undo."""
        with speaking_plainly():
            return replace(self._acting.undo(), outbox=self._outbox.hanging())

    def tone_history(self, thread_id: str) -> tuple[ToneFlag, ...]:
        """See Desk.tone_history."""
        with speaking_plainly():
            return self._acting.tone_history(thread_id)

    def explain(self, thread_id: str) -> tuple[str, ...]:
        """See Desk.explain."""
        with speaking_plainly():
            return self._advice.explain(thread_id)

    def load(self, day: datetime) -> tuple[Row, ...]:
        """See Desk.load."""
        with speaking_plainly():
            return self._advice.load(day)

    # What is written

    def answer_time(self, thread_id: str) -> datetime:
        """See Advice.answer_time. Raises DeskError."""
        with speaking_plainly():
            return self._advice.answer_time(thread_id)

    def acknowledgement(self, thread_id: str, until: datetime) -> Draft:
        """The acknowledgement as it would leave. Raises DeskError where there is nothing to acknowledge."""
        with speaking_plainly():
            (case,) = self._acting.cases((thread_id,))
            return self._posting.acknowledgement(case, until)

    def write(self, thread_id: str, template: Template) -> Sheet:
        """See Desk.write."""
        with speaking_plainly():
            return self._posting.write(thread_id, template)

    def fill(self, draft: Draft) -> Draft:
        """See Desk.fill."""
        with speaking_plainly():
            return self._posting.fill(draft)

    def keep(self, draft: Draft) -> Draft:
        """See Desk.keep."""
        with speaking_plainly():
            return self._posting.keep(draft)

    def drop(self, draft: Draft) -> None:
        """See Desk.drop."""
        with speaking_plainly():
            self._posting.drop(draft)

    def save_draft(self, draft: Draft) -> Draft:
        """See Desk.save_draft."""
        with speaking_plainly():
            return self._posting.save_draft(draft, lambda name: self._filing(self._accounts[name]))

    def send(self, draft: Draft, *, confirmed: bool = False) -> Outcome:
        """See Desk.send."""
        with speaking_plainly():
            return self._posting.send(draft, confirmed=confirmed)

    def outbox(self) -> tuple[OutMail, ...]:
        """See Desk.outbox."""
        with speaking_plainly():
            return self._outbox.hanging()

    def decide(self, entry: str, choice: OutChoice) -> Outcome:
        """See Desk.decide."""
        with speaking_plainly():
            return self._posting.decide(entry, choice)

    def deliver(self, *, at_once: bool = False) -> Outcome:
        """See Desk.deliver."""
        with speaking_plainly():
            return self._posting.deliver(at_once=at_once)

    def close(self) -> None:
        """Bring the due file up to date and log out everywhere; never raises."""
        self._picture.save()
        for connection in self._asked_for.values():
            connection.close()

    def _asks_before(self, before: datetime) -> dict[str, list[str]]:
        return self._offer.asks_before(self._picture.current(), before)

    def _work_out(self) -> Derived:
        with self._cache() as cache:
            self._limit_history.note()
            derived = derive(self.house, self._agreements, cache, self._ledger, self._outbox, self._clock())
            self._warn(self._tracking.warnings)
            return derived

    def _words(self, key: str) -> Words | None:
        with self._cache() as cache:
            return cache.words(key)

    def _spots(self, account: str, key: str) -> tuple[Spot, ...]:
        """Where a message lies in an account's inboxes."""
        with self._cache() as cache:
            return cache.inbox_spots(account, key)

    @contextmanager
    def _cache(self) -> Iterator[Cache]:
        with closing(Cache(self.house.cache, self._clock())) as cache:
            self._warn(cache.warnings)
            yield cache

    def _warn(self, warnings: list[str]) -> None:
        self.warnings.extend(warning for warning in warnings if warning not in self.warnings)
