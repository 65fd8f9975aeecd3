"""Person or machine: the kind of a message, from its header facts and, once they are read, its words."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from triage.model.message import Judgement, Kind, Message
from triage.rules.daemons import find_hint, is_daemon, judge_report, may_report
from triage.rules.people import People

_MACHINE = re.compile(
    r"(?:^|[._+-])(?:no[._-]?reply|do[._-]?not[._-]?reply|nicht[._-]?antworten|notifications?|notify|alerts?|mailer|robot|automailer"
    r"|receipts?|billing-noreply|auto(?:mated|confirm)?|system|daemon|cron|root|www-data|wordpress|calendar-notification|bounces?)(?:$|[._+-])"
)
_AUTO_REPLY = re.compile(
    r"\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|autoreply|out of (?:the )?office|ooo\b"
    r"|automatische? antwort|abwesenheits(?:notiz|meldung)|автоматический ответ|автоответ|вне офиса"
    r"|автоматична відповідь|автовідповідь|автоматичен отговор|извън офиса"
    r"|réponse automatique|respuesta automática|risposta automatica)",
    re.IGNORECASE,
)

_PERSON = Judgement(Kind.PERSON, "nothing speaks of a machine")
_FORM = Judgement(Kind.PERSON, "a contact form: the answer goes to a stranger's address")
_UNREAD_ADDRESS = Judgement(Kind.NOTIFICATION, "nobody reads the address that it came from")
_NO_SENDER = Judgement(Kind.NOTIFICATION, "Return-Path is empty: it wants no answer")
_TITLED_AUTO_REPLY = Judgement(Kind.AUTO_REPLY, "its subject says so")
_SUBMITTED_AUTO_REPLY = Judgement(Kind.AUTO_REPLY, "Auto-Submitted says auto-replied")
_OLD_AUTO_REPLY = Judgement(Kind.AUTO_REPLY, "a header field of autoresponders says so")
_UNSUBSCRIBABLE = Judgement(Kind.BULK, "List-Unsubscribe, and no list to write to")
_PRECEDENCE = Judgement(Kind.BULK, "Precedence says bulk or junk")


@lru_cache(maxsize=65536)
def is_machine_address(address: str) -> bool:
    """The local part is one that nobody reads."""
    local = address.rpartition("@")[0]
    return bool(_MACHINE.search(local)) or is_daemon(address)


def is_via_list(message: Message) -> bool:
    """It came through a mailing list; a person may have written it all the same (clock case 19)."""
    return "list-post" in message.hints or "list-id" in message.hints or "precedence:list" in message.hints


def kind_of(message: Message, people: People, my_ids: Container[str]) -> Kind:
    """The kind alone of `judge`."""
    return judge(message, people, my_ids).kind


def judge(message: Message, people: People, my_ids: Container[str]) -> Judgement:
    """The kind of a message and why; `my_ids` are Message-IDs of mails of mine: what answers these is no newsletter."""
    if message.hints or message.words is not None or is_machine_address(message.author.address):
        told = judge_report(message) or _judge_calendar(message) or _judge_automatic(message)
    else:
        told = _TITLED_AUTO_REPLY if _AUTO_REPLY.match(message.subject) else None
    return told or _judge_writer(message, people, my_ids)


def _judge_writer(message: Message, people: People, my_ids: Container[str]) -> Judgement:
    if message.reply_to and is_form(message, people):
        return _FORM
    bulk = _judge_bulk(message, my_ids) if message.hints else None
    if bulk is not None:
        return bulk
    if is_machine_address(message.author.address):
        return _UNREAD_ADDRESS
    return _NO_SENDER if "null-path" in message.hints else _PERSON


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
            and not people.is_mine(a.address)
            and not is_machine_address(a.address)
            for a in message.reply_to
        )
    )


def needs_words(message: Message) -> bool:
    """Only its body tells what it is about: a delivery report, or an automatic mail that may be an invitation."""
    hints = message.hints
    return (
        may_report(message)
        or any(hint.startswith("calendar:") for hint in hints)
        or any(hint.startswith("sender:calendar-notification") for hint in hints)
    )


def _judge_calendar(message: Message) -> Judgement | None:
    method = message.words.calendar if message.words else ""
    method = method or find_hint(message.hints, "calendar:").removeprefix("calendar:")
    if not method:
        return None
    kind = Kind.CALENDAR if method in ("request", "publish", "add") else Kind.NOTIFICATION
    return Judgement(kind, f"it carries a calendar's {method}")


def _judge_automatic(message: Message) -> Judgement | None:
    hints = message.hints
    if "auto:auto-replied" in hints:
        return _SUBMITTED_AUTO_REPLY
    if "autoresponder" in hints or "precedence:auto_reply" in hints:
        return _OLD_AUTO_REPLY
    if _AUTO_REPLY.match(message.subject):
        return _TITLED_AUTO_REPLY
    said = find_hint(hints, "auto:").removeprefix("auto:")
    return Judgement(Kind.NOTIFICATION, f"Auto-Submitted says {said}") if said else None


def _judge_bulk(message: Message, my_ids: Container[str]) -> Judgement | None:
    hints = message.hints
    if any(reference in my_ids for reference in message.references):
        return None
    if "list-post" in hints and not is_machine_address(message.author.address):
        return None
    if "list-unsubscribe" in hints:
        return _UNSUBSCRIBABLE
    return _PRECEDENCE if "precedence:bulk" in hints or "precedence:junk" in hints else None
