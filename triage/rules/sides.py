"""The two sides of a thread: which ins ask for a reply, and which outs, of what kind, reach the person who asked."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from triage.model.act import OutKind
from triage.model.message import LISTED_TEXT, Address, Kind, Message, Report, Tells
from triage.model.thread import Thread
from triage.rules.kinds import is_form, is_via_list, kind_of
from triage.rules.machine_addresses import is_machine_address
from triage.rules.people import People
from triage.rules.record import Record
from triage.rules.thanks import is_closing_thanks
from triage.rules.times import happened

_NO_RECORD = Record()
_NOBODY: frozenset[str] = frozenset()
_is_closing_thanks = lru_cache(maxsize=4096)(is_closing_thanks)
_ORNAMENT = 50_000  # bytes up to which a picture is one of a signature


@dataclass(frozen=True, slots=True)
class World:
    """What holds for all threads at once: who is who, whom I have written to, and the ids of my own mails."""

    people: People
    known: Container[str]
    my_ids: set[str]

    def knows(self, address: str) -> bool:
        """I have written to them, or the settings name them as a client (DESIGN, "Words")."""
        return address in self.known or self.people.clients.knows(address)


@dataclass(frozen=True, slots=True)
class Ask:
    """An in that asks for a reply: by whom (to be answered at any of `addresses`), since when."""

    message: Message
    person: Address
    addresses: frozenset[str]
    party: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """An out: whom it reached, people and parties; `failed` are the addresses it bounced for.

    `kind` is a reply until the person or Triage said otherwise, `until` the time it names.
    """

    message: Message
    addresses: frozenset[str]
    parties: frozenset[str]
    failed: frozenset[str]
    at: datetime
    kind: OutKind
    until: datetime | None

    def settles(self, ask: Ask) -> bool:
        """It went to the person or their party, after the ask or in reply to it (clock cases 15, 15b, 27b, 56, 57)."""
        if not self.reaches(ask.addresses, ask.party):
            return False
        return self.at >= ask.at or ask.message.message_id in self.message.references

    def reaches(self, addresses: frozenset[str], party: str) -> bool:
        """It went to one of these addresses of a person, or to their party, and did not bounce for the person."""
        if addresses & self.failed:
            return False
        return bool(addresses & self.addresses) or party in self.parties


@dataclass(frozen=True, slots=True)
class Sides:
    """A thread sorted out: asks and answers, oldest first; each kind; whether only Cc kept one from asking.

    `muted` would be asks if their senders had not been muted, `thanks` if they asked for anything: they only thank for
    what I wrote (R21, clock case 33).
    """

    asks: tuple[Ask, ...]
    answers: tuple[Answer, ...]
    kinds: dict[str, Kind]
    only_cc: bool
    muted: tuple[Ask, ...]
    thanks: tuple[Ask, ...] = ()


def gather_world(messages: list[Message], people: People) -> World:
    """Whom I have written to (never my vacation responder) and which Message-IDs are mine, over all threads."""
    known: set[str] = set()
    my_ids: set[str] = set()
    for message in messages:
        if people.is_mine(message.author.address) and people.wrote(message):
            if message.message_id:
                my_ids.add(message.message_id)
            if not any(hint.startswith("auto:") for hint in message.hints):
                known.update(a.address for a in message.recipients)
    return World(people, known, my_ids)


def sort_out(thread: Thread, world: World, record: Record = _NO_RECORD) -> Sides:
    """Tell who asks and who answered in a thread (DESIGN, "Words"; clock cases 11–27b and 56–59)."""
    people = world.people
    kinds = {m.key: kind_of(m, people, world.my_ids) for m in thread.messages}
    outs = [m for m in thread.messages if kinds[m.key] is Kind.PERSON and people.wrote(m)]
    failures = _failures(thread)
    answers = tuple([_answer(m, failures, people, record) for m in outs])
    written = {m.key for m in outs}
    i_wrote = any(people.is_mine(m.author.address) for m in outs)
    asks: list[Ask] = []
    muted: list[Ask] = []
    only_cc = False
    for message in thread.messages:
        if message.key in written or not _starts_clock(message, kinds[message.key], world):
            continue
        if _is_only_cc(message, people) and not i_wrote and not people.clients.waits_in_cc(message.author.address):
            only_cc = True
            continue
        ask = _ask(message, people)
        (muted if ask.person.address in record.muted else asks).append(ask)
    thanks = _closing_thanks(asks, answers) if asks and answers else ()
    if thanks:
        asks = [ask for ask in asks if ask not in thanks]
    return Sides(tuple(asks), answers, kinds, only_cc, tuple(muted), thanks)


def _starts_clock(message: Message, kind: Kind, world: World) -> bool:
    people, author = world.people, message.author.address
    if kind is Kind.CALENDAR:
        return world.knows(author) and not people.is_mine(author) and not is_machine_address(author)
    if kind is not Kind.PERSON or (people.is_mine(author) and not people.is_contact_form(message)):
        return False
    if not author and not message.reply_to:
        return False
    if is_via_list(message):
        return world.knows(author) or any(reference in world.my_ids for reference in message.references)
    return True


def _closing_thanks(asks: Sequence[Ask], answers: Sequence[Answer]) -> tuple[Ask, ...]:
    """Those that only thank, once all that their party asked before has had a mail of mine (clock cases 31, 33, 34)."""
    thanks: list[Ask] = []
    # What has been answered needs no reading; in most threads that is all.
    for ask in [ask for ask in asks if not any(answer.settles(ask) for answer in reversed(answers))]:
        mine = [answer for answer in answers if answer.at <= ask.at and answer.reaches(ask.addresses, ask.party)]
        before = (one for one in asks if one.party == ask.party and one.at < ask.at and one not in thanks)
        if mine and all(any(answer.settles(one) for answer in mine) for one in before) and _only_thanks(ask.message):
            thanks.append(ask)
    return tuple(thanks)


def _only_thanks(message: Message) -> bool:
    """So say its words, read whole; a file that comes with them is more than thanks, a signature's picture is not."""
    words = message.words
    if words is None or not 0 < len(words.new_text) < LISTED_TEXT:
        return False
    ornaments = all(file.media_type.startswith("image/") and file.size <= _ORNAMENT for file in words.attachments)
    return ornaments and _is_closing_thanks(words.new_text)


def _is_only_cc(message: Message, people: People) -> bool:
    if not message.cc:
        return False
    return any(people.is_mine(a.address) for a in message.cc) and not any(people.is_mine(a.address) for a in message.to)


def _ask(message: Message, people: People) -> Ask:
    if is_form(message, people):
        person, others = message.reply_to[0], message.reply_to
    else:
        person, others = message.author, (message.author, *message.reply_to)
    addresses = frozenset([a.address for a in others if a.address and not people.is_mine(a.address)])
    return Ask(message, person, addresses, people.party(person.address), happened(message, people))


def _answer(message: Message, failures: dict[str, frozenset[str]], people: People, record: Record) -> Answer:
    failed = failures.get(message.message_id or "", _NOBODY)
    written_to = [a.address for a in message.recipients]
    reached = frozenset([address for address in written_to if address not in failed and not people.is_mine(address)])
    parties = frozenset([people.party(address) for address in reached])
    said = record.said.get(message.key)
    kind, until = (said.kind, said.until) if said else (OutKind.REPLY, None)
    return Answer(message, reached, parties, failed, happened(message, people), kind, until)


def _failures(thread: Thread) -> dict[str, frozenset[str]]:
    """For each of my mails that bounced: the addresses it did not reach."""
    failed: dict[str, frozenset[str]] = {}
    for message in thread.messages:
        report = message.words.report if message.words else None
        if report is None or report.tells is not Tells.FAILURE:
            continue
        about = next((m for m in thread.messages if m.message_id and m.message_id == report.message_id), None)
        if about is None:
            about = next((m for r in reversed(message.references) for m in thread.messages if m.message_id == r), None)
        if about is not None and about.message_id:
            failed[about.message_id] = failed.get(about.message_id, frozenset()) | _not_reached(report, about)
    return failed


def _not_reached(report: Report, about: Message) -> frozenset[str]:
    """Those a report names; everyone where it names nobody, or only where the mail for one person was forwarded to."""
    everyone, named = frozenset(a.address for a in about.recipients), frozenset(report.recipients)
    return everyone if not named or (len(everyone) == 1 and not named & everyone) else named
