"""Whom a mail of mine goes to, and from which address: to all in the thread, by people who can read it (R10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from triage.model.message import Address, Kind, Message
from triage.model.thread import Thread
from triage.rules.kinds import is_form, is_via_list, kind_of
from triage.rules.machine_addresses import is_machine_address
from triage.rules.people import People
from triage.rules.sides import Ask
from triage.rules.subjects import base_subject

_LAST_REFERENCES = 30


class NoReplyError(Exception):
    """There is nobody to write to, or no account to write from; `why` is a sentence for the screen."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class ReplyPlan:
    """All of a reply but its words: `answers` is the message that it answers; ids stand without brackets."""

    answers: Message
    account: str
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    references: tuple[str, ...]
    in_reply_to: str | None


def plan_reply(
    thread: Thread, open_asks: tuple[Ask, ...], people: People, senders: Mapping[str, tuple[Address, ...]]
) -> ReplyPlan:
    """A reply to all who wait; where nobody does, to those who had my last mail, if that was the last word.

    `senders` are the addresses that each account may send from, its own first. Reply-To goes before the author; a
    contact form is answered at its Reply-To alone (clock case 59); no address of mine and no machine's is written to.
    Raises NoReplyError.
    """
    answers = _answered(thread, open_asks, people)
    account, sender = _sender(thread, answers, senders)
    to, cc = _recipients(thread, answers, open_asks, people)
    if not to:
        raise NoReplyError("There is no address here that a person reads: answer in another way, or mark it as done.")
    known = dict.fromkeys((*answers.references, *filter(None, [answers.message_id])))
    return ReplyPlan(
        answers=answers,
        account=account,
        sender=sender,
        to=to,
        cc=cc,
        subject=_subject(answers.subject),
        references=_bounded(tuple(known)),
        in_reply_to=answers.message_id,
    )


def refuse_acknowledgement(thread: Thread, open_asks: tuple[Ask, ...], people: People) -> str | None:
    """Why nothing is to be acknowledged here, as a sentence; None where it is.

    `open_asks` are those with no mail of mine since.
    """
    if open_asks:
        newest = _newest(open_asks)
        return "This came through a mailing list: everybody on it would get your mail." if is_via_list(newest) else None
    if all(people.is_mine(m.author.address) and not people.is_contact_form(m) for m in thread.messages):
        return "All mail here is yours: nobody waits to hear that it has arrived."
    if _newest_in(thread, people) is None:
        return "A machine wrote this: nobody waits to hear that it has arrived."
    return "Nothing here is new to you: each mail has been acknowledged or answered, or waits for no reply."


def _answered(thread: Thread, open_asks: tuple[Ask, ...], people: People) -> Message:
    found = _newest(open_asks) if open_asks else _newest_in(thread, people) or _newest_out(thread, people)
    if found is None:
        raise NoReplyError("Only machines have written here: there is nobody to answer.")
    return found


def _newest(open_asks: tuple[Ask, ...]) -> Message:
    return max(open_asks, key=lambda ask: ask.at).message


def _by_people(thread: Thread, people: People) -> tuple[Message, ...]:
    """What people wrote, newest first: no machine, and not my vacation responder (clock case 14)."""
    mine = {m.message_id for m in thread.messages if m.message_id and people.is_mine(m.author.address)}
    return tuple(m for m in reversed(thread.messages) if kind_of(m, people, mine) is Kind.PERSON)


def _newest_in(thread: Thread, people: People) -> Message | None:
    ins = (m for m in _by_people(thread, people) if not people.wrote(m))
    return next((m for m in ins if any(_readable(_writers(m), people))), None)


def _newest_out(thread: Thread, people: People) -> Message | None:
    return next((m for m in _by_people(thread, people) if _is_my_word(m, people)), None)


def _is_my_word(message: Message, people: People) -> bool:
    """I wrote it, not a colleague."""
    return people.is_mine(message.author.address) and people.wrote(message)


def _sender(thread: Thread, answers: Message, senders: Mapping[str, tuple[Address, ...]]) -> tuple[str, Address]:
    """The account that has the message, of several the one it was written to, and the address it was written to."""
    accounts = _accounts([answers], senders) or _accounts(thread.messages, senders)
    if not accounts:
        raise NoReplyError("No account that can send holds this thread: give its account an smtp server.")
    written_to = [a.address for a in (*answers.recipients, answers.author)]
    for account in accounts:
        listed = {sender.address: sender for sender in senders[account]}
        meant = next((listed[address] for address in written_to if address in listed), None)
        if meant is not None:
            return account, meant
    return accounts[0], senders[accounts[0]][0]


def _accounts(messages: Iterable[Message], senders: Mapping[str, tuple[Address, ...]]) -> tuple[str, ...]:
    """Those that hold a copy and can send."""
    return tuple(dict.fromkeys(p.account for m in messages for p in m.places if senders.get(p.account)))


def _recipients(
    thread: Thread, answers: Message, open_asks: tuple[Ask, ...], people: People
) -> tuple[tuple[Address, ...], tuple[Address, ...]]:
    mine_last = None if open_asks else _my_word_after(thread, answers, people)
    if mine_last is not None:
        to, cc = mine_last.to, mine_last.cc
    else:
        form = is_form(answers, people)
        asking = (a for ask in reversed(open_asks) if ask.message is not answers for a in _told(ask.message, people))
        to = (*_told(answers, people), *asking, *(() if form else answers.to))
        cc = () if form else answers.cc
    first = _once(_readable(to, people))
    taken = {person.address for person in first}
    others = tuple(person for person in _once(_readable(cc, people)) if person.address not in taken)
    return (first, others) if first else (others, ())


def _my_word_after(thread: Thread, answers: Message, people: People) -> Message | None:
    """My newest mail to the writer of `answers` or their party, if it came after it; `answers` itself if it is mine."""
    if people.wrote(answers):
        return answers
    parties = {people.party(a.address) for a in _writers(answers)}
    for message in _by_people(thread, people):
        if message.key == answers.key:
            return None
        if _is_my_word(message, people) and parties & {people.party(a.address) for a in message.recipients}:
            return message
    return None


def _writers(message: Message) -> tuple[Address, ...]:
    """Whoever wants the answer: Reply-To, else the author (RFC 5322, 3.6.2); by name where only From has it."""
    author = message.author
    named = (author if a.address == author.address and not a.name else a for a in message.reply_to)
    return tuple(named) or (author,)


def _told(message: Message, people: People) -> tuple[Address, ...]:
    """The same, as far as a person reads it; where Reply-To is nobody, the author."""
    return tuple(_readable(_writers(message), people)) or (message.author,)


def _readable(addresses: Iterable[Address], people: People) -> Iterator[Address]:
    return (a for a in addresses if a.address and not people.is_mine(a.address) and not is_machine_address(a.address))


def _once(addresses: Iterable[Address]) -> tuple[Address, ...]:
    """No address twice; of two names the first that is one."""
    found: dict[str, Address] = {}
    for person in addresses:
        if person.address not in found or not found[person.address].name:
            found[person.address] = person
    return tuple(found.values())


def _subject(subject: str) -> str:
    return subject if base_subject(subject)[1] else f"Re: {subject}".rstrip()


def _bounded(references: tuple[str, ...]) -> tuple[str, ...]:
    """The first, which names the thread, and the last: programs in between need no more (RFC 5322, 3.6.4)."""
    return references if len(references) <= _LAST_REFERENCES else (references[0], *references[-_LAST_REFERENCES:])
