"""Person or machine: the kind of a message, from its header facts and, once they are read, its words."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from triage.model.message import Judgement, Kind, Message
from triage.rules.auto_reply_words import TITLE
from triage.rules.bulk import is_answer, is_discussion, judge_bulk
from triage.rules.daemons import find_hint, judge_report, may_report
from triage.rules.machine_addresses import is_list_owner, is_machine_address
from triage.rules.machine_titles import is_notice_title
from triage.rules.people import People

_PERSON = Judgement(Kind.PERSON, "nothing speaks of a machine")
_FORM = Judgement(Kind.PERSON, "a contact form: the answer goes to a stranger's address")
_UNREAD_ADDRESS = Judgement(Kind.NOTIFICATION, "nobody reads the address that it came from")
_NO_SENDER = Judgement(Kind.NOTIFICATION, "Return-Path is empty: it wants no answer")
_NOTICE = Judgement(Kind.NOTIFICATION, "its subject is one that programs write")
_LIST_PROGRAM = Judgement(Kind.NOTIFICATION, "it comes from the address of a list itself")
_SAID_TO_BE_AUTOMATIC = Judgement(Kind.NOTIFICATION, "its words say that a program wrote it")
_TITLED_AUTO_REPLY = Judgement(Kind.AUTO_REPLY, "its subject says so")
_SUBMITTED_AUTO_REPLY = Judgement(Kind.AUTO_REPLY, "Auto-Submitted says auto-replied")
_OLD_AUTO_REPLY = Judgement(Kind.AUTO_REPLY, "a header field of autoresponders says so")
_RULE_REPLY = Judgement(Kind.AUTO_REPLY, "a rule of the mailbox answered")
_SAID_TO_BE_AUTO_REPLY = Judgement(Kind.AUTO_REPLY, "its words say so")
_CHALLENGE = Judgement(Kind.CHALLENGE, "its words ask to confirm before a mail passes")
# People's mail seldom has one of these; that of machines mostly more than one.
_SUSPECT = frozenset({"suppress", "feedback-id"})
_NO_SIGNS: frozenset[str] = frozenset()


def is_via_list(message: Message) -> bool:
    """It came through a mailing list; a person may have written it all the same (clock case 19)."""
    hints = message.hints
    return bool(hints) and ("list-id" in hints or "precedence:list" in hints or is_discussion(message))


def kind_of(message: Message, people: People, my_ids: Container[str]) -> Kind:
    """The kind alone of `judge`."""
    return judge(message, people, my_ids).kind


def judge(message: Message, people: People, my_ids: Container[str]) -> Judgement:
    """The kind of a message and why; `my_ids` are Message-IDs of mails of mine: what answers these is no newsletter."""
    words = message.words
    # What our side writes keeps its kind whatever its words: an answer counts though a footer speaks of a newsletter.
    signs = words.signs if words is not None and not people.is_ours(message.author.address) else _NO_SIGNS
    if message.hints or words is not None or is_machine_address(message.author.address):
        told = (
            (_judge_challenge(message) if "challenge" in signs else None)
            or judge_report(message)
            or _judge_calendar(message)
            or _judge_automatic(message, signs)
        )
    else:
        told = _TITLED_AUTO_REPLY if _is_titled_auto_reply(message.subject) else None
    return told or _judge_writer(message, signs, people, my_ids)


def _judge_writer(message: Message, signs: frozenset[str], people: People, my_ids: Container[str]) -> Judgement:
    if message.reply_to and is_form(message, people):
        return _FORM
    if message.hints or signs:
        bulk = judge_bulk(message, signs, my_ids)
        if bulk is not None:
            return bulk
    if is_machine_address(message.author.address):
        return _UNREAD_ADDRESS
    if "null-path" in message.hints:
        return _NO_SENDER
    return _judge_first_mail(message, signs) or _PERSON


def _judge_first_mail(message: Message, signs: frozenset[str]) -> Judgement | None:
    """Of what answers nothing: whether a program wrote it; notices of one build or ticket refer to each other."""
    if not (message.hints or signs):
        return None
    by_list = is_via_list(message)
    if by_list and is_notice_title(message.subject):
        return _NOTICE
    if is_answer(message):
        return None
    if by_list:
        return _LIST_PROGRAM if is_list_owner(message.author.address) else None
    return _SAID_TO_BE_AUTOMATIC if "automatic" in signs else None


def is_form(message: Message, people: People) -> bool:
    """A contact form: from a machine or from me to me, to be answered at a stranger's address (clock case 59)."""
    if people.is_contact_form(message):
        return True
    author = message.author.address
    return (
        bool(message.reply_to)
        and is_machine_address(author)
        and not is_via_list(message)
        and "list-unsubscribe" not in message.hints
        and all(
            people.party(a.address) != people.party(author)
            and not _is_within(author, a.address)
            and not people.is_mine(a.address)
            and not is_machine_address(a.address)
            for a in message.reply_to
        )
    )


def _is_within(address: str, other: str) -> bool:
    """Its domain is a part of the other's."""
    return address.rpartition("@")[2].endswith("." + other.rpartition("@")[2])


def needs_words(message: Message) -> bool:
    """Only its body tells what it is: a delivery report, an automatic mail that may be an invitation, or a suspect."""
    hints = message.hints
    return (
        may_report(message)
        or any(hint.startswith("calendar:") for hint in hints)
        or ("list-unsubscribe" not in hints and not hints.isdisjoint(_SUSPECT))
        or any(hint.startswith("sender:calendar-notification") for hint in hints)
    )


def _judge_calendar(message: Message) -> Judgement | None:
    method = message.words.calendar if message.words else ""
    method = method or find_hint(message.hints, "calendar:").removeprefix("calendar:")
    if not method:
        return None
    kind = Kind.CALENDAR if method in ("request", "publish", "add") else Kind.NOTIFICATION
    return Judgement(kind, f"it carries a calendar's {method}")


def _judge_challenge(message: Message) -> Judgement | None:
    return None if is_via_list(message) else _CHALLENGE


def _judge_automatic(message: Message, signs: frozenset[str]) -> Judgement | None:
    hints = message.hints
    if "auto:auto-replied" in hints:
        return _SUBMITTED_AUTO_REPLY
    if "autoresponder" in hints or "precedence:auto_reply" in hints:
        return _OLD_AUTO_REPLY
    if _is_titled_auto_reply(message.subject):
        return _TITLED_AUTO_REPLY
    if "inbox-rule" in hints and "suppress:all" in hints:
        return _RULE_REPLY
    if "auto_reply" in signs and not is_via_list(message):
        return _SAID_TO_BE_AUTO_REPLY
    said = find_hint(hints, "auto:").removeprefix("auto:")
    return Judgement(Kind.NOTIFICATION, f"Auto-Submitted says {said}") if said else None


@lru_cache(maxsize=65536)
def _is_titled_auto_reply(subject: str) -> bool:
    return TITLE.match(subject) is not None
