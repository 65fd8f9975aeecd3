"""A desk that stands still: fixed rows, no store, no servers; it records what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from triage.desk.port import DeskError, Event
from triage.model.act import OutKind
from triage.model.clock import Clock, ClockKind, Lane, Reason
from triage.model.conversation import Conversation, Entry
from triage.model.draft import Draft, Sheet, Template
from triage.model.events import AccountRead
from triage.model.inbox import AccountRow, Glance, Inbox
from triage.model.intents import Intent, Outcome, ToneFlag
from triage.model.message import Address, Attachment, Kind, Words
from triage.model.outgoing import OutChoice, OutMail, OutState
from triage.model.row import Row
from triage.rules.ranking import rank

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def row(
    thread_id: str,
    client: str | Address = "Olha Kovalenko",
    subject: str = "Logo",
    text: str = "Hello",
    **values: object,
) -> Row:
    """A row in lane rest; `wait` hours of `limit` (24) make it wait, other fields as they are named."""
    wait, limit = values.pop("wait", None), values.pop("limit", 24)
    clocks: tuple[Clock, ...] = ()
    last = NOW - timedelta(days=3)
    if wait is not None:
        last = NOW - float(str(wait)) * HOUR
        due = last + float(str(limit)) * HOUR
        clocks = (Clock(ClockKind.REPLY, "someone@client.example", last, due - 4 * HOUR, due),)
    plain = Row(
        id=thread_id,
        accounts=("work",),
        client=client if isinstance(client, Address) else Address(client, "someone@client.example"),
        subject=subject,
        resting=Lane.REST,
        reason=None if clocks else Reason.DONE,
        clocks=clocks,
        asked=last if clocks else None,
        last=last,
        snoozed=None,
        count=3,
        unread=bool(clocks),
        text=text,
        marks=(),
        messages=(f"{thread_id}@client.example",),
    )
    return replace(plain, **values)  # type: ignore[arg-type]  # the fields are named by the caller


def words(text: str, attachments: Sequence[Attachment] = (), links: Sequence[str] = ()) -> Words:
    """What was read of a body."""
    return Words(text, text, tuple(attachments), tuple(links))


def conversation(thread: Row, *bodies: Words | None) -> Conversation:
    """Entries newest first, theirs and mine by turns, an hour apart; None is a body not read yet."""
    entries = (
        Entry(f"{thread.id}.{place}", thread.client, bool(place % 2), Kind.PERSON, thread.last - place * HOUR, body)
        for place, body in enumerate(bodies)
    )
    return Conversation(thread.id, thread.subject, thread.client, tuple(entries))


def draft_of(thread: Row, template: Template = Template.REPLY, text: str = "Hello Olha,\n\n\n\nMe") -> Draft:
    """A draft in answer to a row's thread."""
    return Draft(
        id=f"draft-{thread.id}",
        thread_id=thread.id,
        answers=thread.messages[-1],
        asks=thread.messages[-1:],
        account="work",
        sender=Address("Me", "me@studio.example"),
        to=(thread.client,),
        cc=(),
        subject=f"Re: {thread.subject}",
        references=thread.messages,
        template=template,
        language="en",
        text=text,
    )


def out_mail(entry: str, state: OutState = OutState.QUEUED, **values: object) -> OutMail:
    """A mail that hangs; fields as they are named."""
    plain = OutMail(
        id=entry,
        act=f"act-{entry}",
        account="work",
        message_id=f"{entry}@studio.example",
        answers="olha@client.example",
        asks=("olha@client.example",),
        sender="me@studio.example",
        recipients=("someone@client.example",),
        names="Olha Kovalenko",
        subject="Re: Logo",
        kind=OutKind.ACKNOWLEDGEMENT,
        until=NOW + 24 * HOUR,
        created=NOW,
        leaves=NOW + timedelta(seconds=10),
        state=state,
    )
    return replace(plain, **values)  # type: ignore[arg-type]  # the fields are named by the caller


def read_at_once(account: str, tell: Callable[[Event], None]) -> None:
    """A server that has nothing new."""
    tell(AccountRead(account, NOW, 0, 0, ()))


@dataclass
class StillDesk:
    """Rows, conversations and servers' answers as the test sets them; `asked` is what was asked for, in order."""

    rows: Sequence[Row] = ()
    talks: dict[str, Conversation] = field(default_factory=dict)
    fetched: dict[str, Conversation | DeskError] = field(default_factory=dict)
    names: tuple[str, ...] = ("work",)
    read: datetime | None = NOW - timedelta(minutes=9)
    server: Callable[[str, Callable[[Event], None]], None] = read_at_once
    older: int = 0
    acts: list[str] = field(default_factory=list)
    saving: DeskError | None = None
    asked: list[str] = field(default_factory=list)
    outcome: Callable[[Intent], Outcome] = lambda intent: Outcome(type(intent).__name__, undoable=True)
    intents: list[Intent] = field(default_factory=list)
    before: list[tuple[Sequence[Row], tuple[OutMail, ...]]] = field(default_factory=list)
    delivering: Callable[[bool], Outcome] = lambda at_once: Outcome()
    flags: tuple[ToneFlag, ...] = ()
    reasons: tuple[str, ...] = ("Nobody waits.",)
    due: Callable[[datetime], tuple[Row, ...]] = lambda day: ()
    sheet: Sheet | None = None
    sending: str | None = None
    changed: bool = False
    wrong: DeskError | None = None
    kept: list[Draft] = field(default_factory=list)
    sent: list[Draft] = field(default_factory=list)
    mails: tuple[OutMail, ...] = ()

    def glance(self, now: datetime, rows: int) -> Glance:
        ranked = rank(self.rows, now)
        counts = {lane: sum(one.standing.lane is lane for one in ranked) for lane in Lane}
        return Glance(self._accounts(), counts, tuple(ranked[:rows]))

    def inbox(self) -> Inbox:
        return Inbox(self._accounts(), self.rows)

    def refresh(self) -> Inbox:
        self.asked.append("refresh")
        return self.inbox()

    def settings_changed(self) -> bool:
        return self.changed

    def take_settings(self) -> None:
        self.asked.append("take_settings")
        self.changed = False
        if self.wrong:
            raise self.wrong

    def accounts(self) -> tuple[str, ...]:
        return self.names

    def read_mail(self, account: str, tell: Callable[[Event], None]) -> None:
        self.asked.append(f"read {account}")
        self.server(account, tell)

    def conversation(self, thread_id: str) -> Conversation | None:
        self.asked.append(f"conversation {thread_id}")
        if thread_id in self.talks:
            return self.talks[thread_id]
        thread = next((one for one in self.rows if one.id == thread_id), None)
        return None if thread is None else conversation(thread, words(thread.text))

    def fetch_conversation(self, thread_id: str) -> Conversation | None:
        self.asked.append(f"fetch {thread_id}")
        answer = self.fetched.get(thread_id)
        if isinstance(answer, DeskError):
            raise answer
        return answer or self.talks.get(thread_id)

    def save_attachment(self, key: str, part: int, folder: Path) -> Path:
        self.asked.append(f"save {key} {part}")
        if self.saving is not None:
            raise self.saving
        return folder / "saved.pdf"

    def older_waiting(self, now: datetime, days: int) -> int:
        return self.older

    def settle_older(self, now: datetime, days: int) -> int:
        self.acts.append(f"settled {days}")
        return self.older

    def decline_settle(self) -> None:
        self.asked.append("decline")

    def do(self, intent: Intent) -> Outcome:
        before = self.rows, self.mails
        outcome = self.outcome(intent)
        if not outcome.question:
            self.intents.append(intent)
            self.before.append(before)
        self.take(outcome.rows)
        return outcome

    def undo(self) -> Outcome:
        self.asked.append("undo")
        if self.intents:
            now, (self.rows, self.mails) = self.rows, self.before.pop()
            rows = tuple(old for old, new in zip(self.rows, now, strict=True) if old != new)
            said = f"Taken back: {type(self.intents.pop()).__name__}."
            return Outcome(said, rows=rows, undoable=True, everything=True, outbox=self.mails)
        return Outcome(f"{self.acts.pop()} taken back.", everything=True) if self.acts else Outcome()

    def tone_history(self, thread_id: str) -> tuple[ToneFlag, ...]:
        return self.flags

    def explain(self, thread_id: str) -> tuple[str, ...]:
        self.asked.append(f"explain {thread_id}")
        return self.reasons

    def load(self, day: datetime) -> tuple[Row, ...]:
        self.asked.append(f"load {day:%d %b %H:%M}")
        return self.due(day)

    def write(self, thread_id: str, template: Template) -> Sheet:
        self.asked.append(f"write {thread_id} {template}")
        if self.sheet is not None:
            return self.sheet
        return Sheet(draft_of(next(one for one in self.rows if one.id == thread_id), template))

    def fill(self, draft: Draft) -> Draft:
        self.asked.append(f"fill {draft.template} {draft.language}")
        return replace(draft, text=f"{draft.template} in {draft.language}")

    def keep(self, draft: Draft) -> Draft:
        self.kept.append(draft)
        return replace(draft, kept=NOW)

    def drop(self, draft: Draft) -> None:
        self.asked.append(f"drop {draft.id}")

    def save_draft(self, draft: Draft) -> Draft:
        self.asked.append(f"save draft {draft.id}")
        return replace(draft, saved="saved@studio.example", kept=NOW)

    def send(self, draft: Draft, *, confirmed: bool = False) -> Outcome:
        if self.sending is not None and not confirmed:
            return Outcome(question=self.sending)
        self.sent.append(draft)
        return Outcome(f"{draft.template} to {draft.to[0].shown}", undoable=True)

    def outbox(self) -> tuple[OutMail, ...]:
        return self.mails

    def decide(self, entry: str, choice: OutChoice) -> Outcome:
        self.acts.append(f"{choice} {entry}")
        self.mails = tuple(mail for mail in self.mails if mail.id != entry)
        return Outcome(f"{choice}", outbox=self.mails)

    def deliver(self, *, at_once: bool = False) -> Outcome:
        self.asked.append("deliver at once" if at_once else "deliver")
        outcome = self.delivering(at_once)
        self.take(outcome.rows)
        return outcome

    def take(self, rows: Sequence[Row]) -> None:
        """These rows are so from now on."""
        new = {one.id: one for one in rows}
        self.rows = [new.get(one.id, one) for one in self.rows]

    def _accounts(self) -> tuple[AccountRow, ...]:
        return tuple(AccountRow(name, self.read) for name in self.names)
