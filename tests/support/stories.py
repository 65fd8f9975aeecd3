"""Short stories of mail for the rules: messages by the hour, told in one line each, and the rows that come of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from triage.model.act import Act, ActKind
from triage.model.message import Address, Message, Place, Report, Role, Tells, Words
from triage.model.row import Row, Standing
from triage.rules.clocks import Limits
from triage.rules.people import AddressBook, People
from triage.rules.ranking import stand
from triage.rules.record import Record
from triage.rules.rows import Policy, build_rows
from triage.rules.sides import gather_world

START = datetime(2026, 3, 2, tzinfo=UTC)
ME, ALIAS, CLIENT, PUBLIC = "me@studio.example", "shop@studio.example", "ann@client.example", "public.example"
LIMITS = Limits(
    reply_within=timedelta(hours=24),
    due_soon=timedelta(hours=4),
    answer_within=timedelta(hours=24),
    warn_before=timedelta(hours=4),
    contact_every=timedelta(days=3),
    emergency_every=timedelta(hours=4),
    nudge_after=timedelta(days=5),
)
NO_RECORD = Record()
PEOPLE = People(
    AddressBook.of([ME, ALIAS, "@old.example"]),
    AddressBook.of(["@partner.example"]),
    lambda domain: domain == PUBLIC,
)

_serial = count(1)


def hours(number: float) -> datetime:
    """So many hours after the start of the story."""
    return START + timedelta(hours=number)


def mail(
    at: float,
    *,
    frm: str = CLIENT,
    to: str | Sequence[str] = ME,
    cc: str | Sequence[str] = (),
    reply_to: str | Sequence[str] = (),
    subject: str = "Logo",
    id: str | None = "",
    refs: str = "",
    date: float | datetime | None = None,
    hints: Iterable[str] = (),
    role: Role | None = None,
    account: str = "work",
    words: Words | None = None,
) -> Message:
    """One message; by default from the client to me, in the inbox, without references, its Date its arrival.

    `id` is made up when empty; None leaves it out. `refs` are ids with blanks between them.
    """
    serial = next(_serial)
    message_id = f"{serial}@mail.example" if id == "" else id
    role = role or (Role.SENT if PEOPLE.is_mine(frm) else Role.INBOX)
    arrived = hours(at)
    written = date if isinstance(date, datetime) else arrived if date is None else hours(date)
    return Message(
        key=message_id or f"~{serial}",
        message_id=message_id,
        author=_address(frm),
        reply_to=_addresses(reply_to),
        to=_addresses(to),
        cc=_addresses(cc),
        subject=subject,
        references=tuple(refs.split()),
        date=written,
        arrived=arrived,
        received=role is not Role.SENT,
        hints=frozenset(hints),
        places=(Place(account, role.value, role, serial),),
        words=words,
    )


def out(at: float, *, to: str | Sequence[str] = CLIENT, frm: str = ME, **rest: object) -> Message:
    """One message of mine to the client, in Sent."""
    return mail(at, frm=frm, to=to, **rest)  # type: ignore[arg-type]


def undated(message: Message) -> Message:
    """The same without a Date."""
    return replace(message, date=None)


def bounce(
    at: float, about: str, recipients: Sequence[str] = (CLIENT,), text: str = "", tells: Tells = Tells.FAILURE
) -> Message:
    """A delivery report on my mail with the id `about`, its body read."""
    return mail(
        at,
        frm="mailer-daemon@mx.studio.example",
        subject="Undelivered Mail",
        hints=("report:delivery-status", "null-path"),
        words=Words(text, "", report=Report(tuple(recipients), about, "no such user", tells)),
    )


def thread_of(*messages: Message) -> tuple[Message, ...]:
    """The messages as one conversation: each refers to those before it."""
    linked: list[Message] = []
    for message in messages:
        earlier = tuple(m.message_id for m in linked if m.message_id)
        linked.append(replace(message, references=message.references or earlier))
    return tuple(linked)


def act(kind: str, *anchors: str, at: float = 0, until: float | None = None, **facts: str) -> Act:
    """One act in that hour, on the messages with these keys; `until` is the hour that it names."""
    named = None if until is None else hours(until)
    return Act(f"act {next(_serial)}", ActKind(kind), hours(at), anchors, until=named, **facts)


def rows_of(
    messages: Iterable[Message],
    *,
    done: Iterable[str] = (),
    archived_waits: bool = False,
    record: Record = NO_RECORD,
    limits: Limits = LIMITS,
) -> list[Row]:
    """The rows of these messages, the oldest last message first; `done` comes on top of the record."""
    policy = Policy(limits, archived_waits, replace(record, done=record.done | frozenset(done)))
    told = list(messages)
    world = gather_world(told, PEOPLE)
    return sorted((row for _, row in build_rows(told, world, policy)), key=lambda row: row.last)


def the_row(messages: Iterable[Message], **settled: object) -> Row:
    """The one row that these messages make."""
    (row,) = rows_of(messages, **settled)  # type: ignore[arg-type]
    return row


def standing(row: Row, now: float) -> Standing:
    """Where the row stands so many hours after the start."""
    return stand(row, hours(now))


def since(row: Row) -> float | None:
    """Hours from the start to the nearest clock's start; None where nothing runs."""
    return (row.clocks[0].since - START) / timedelta(hours=1) if row.clocks else None


def _address(text: str) -> Address:
    return Address("", text)


def _addresses(texts: str | Sequence[str]) -> tuple[Address, ...]:
    return tuple(_address(text) for text in ((texts,) if isinstance(texts, str) else texts))
