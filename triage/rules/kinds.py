"""Person or machine: the kind of a message, from its header facts and, once they are read, its words."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from triage.model.message import Kind, Message
from triage.rules.people import People

_MACHINE = re.compile(
    r"(?:^|[._+-])(?:no[._-]?reply|do[._-]?not[._-]?reply|nicht[._-]?antworten|notifications?|notify|alerts?|mailer|robot|automailer"
    r"|receipts?|billing-noreply|auto(?:mated|confirm)?|system|daemon|cron|root|www-data|wordpress|calendar-notification|bounces?)(?:$|[._+-])"
)
_DAEMON = re.compile(r"^(?:mailer-daemon|postmaster|mail-daemon|mdaemon)(?:$|[+-])")
_AUTO_REPLY = re.compile(
    r"\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|autoreply|out of (?:the )?office|ooo\b"
    r"|automatische? antwort|abwesenheits(?:notiz|meldung)|автоматический ответ|автоответ|вне офиса"
    r"|автоматична відповідь|автовідповідь|автоматичен отговор|извън офиса"
    r"|réponse automatique|respuesta automática|risposta automatica)",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def is_machine_address(address: str) -> bool:
    """The local part is one that nobody reads."""
    local = address.rpartition("@")[0]
    return bool(_MACHINE.search(local)) or _is_daemon(address)


@lru_cache(maxsize=65536)
def _is_daemon(address: str) -> bool:
    return bool(_DAEMON.match(address.rpartition("@")[0]))


@lru_cache(maxsize=4096)
def _hint(hints: frozenset[str], beginning: str) -> str:
    """A hint that begins so, or ""."""
    return next((hint for hint in hints if hint.startswith(beginning)), "")


def is_via_list(message: Message) -> bool:
    """It came through a mailing list; a person may have written it all the same (clock case 19)."""
    return "list-post" in message.hints or "list-id" in message.hints or "precedence:list" in message.hints


def kind_of(message: Message, people: People, my_ids: Container[str]) -> Kind:
    """The kind of a message; `my_ids` are Message-IDs of mails that I wrote: what answers these is no newsletter."""
    if message.hints or message.words is not None or is_machine_address(message.author.address):
        told = _kind_of_report(message) or _kind_of_calendar(message) or _kind_of_automatic(message)
    else:
        told = Kind.AUTO_REPLY if _AUTO_REPLY.match(message.subject) else None
    return told or _kind_of_writer(message, people, my_ids)


def _kind_of_writer(message: Message, people: People, my_ids: Container[str]) -> Kind:
    if message.reply_to and is_form(message, people):
        return Kind.PERSON
    bulk = _kind_of_bulk(message, my_ids) if message.hints else None
    if bulk is not None:
        return bulk
    machine = is_machine_address(message.author.address) or "null-path" in message.hints
    return Kind.NOTIFICATION if machine else Kind.PERSON


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
        any(hint.startswith(("report:", "failed:", "calendar:")) for hint in hints)
        or "null-path" in hints
        or _is_daemon(message.author.address)
        or any(hint.startswith("sender:calendar-notification") for hint in hints)
    )


def _kind_of_report(message: Message) -> Kind | None:
    hints = message.hints
    if "report:feedback-report" in hints:
        return Kind.FEEDBACK
    if "report:disposition-notification" in hints:
        return Kind.NOTIFICATION
    failed = bool(_hint(hints, "failed:"))
    by_daemon = _is_daemon(message.author.address) and "auto:auto-generated" not in hints
    if "report:delivery-status" in hints or failed or by_daemon:
        read_without_failure = message.words is not None and message.words.report is None
        return Kind.DELAY if read_without_failure and not failed else Kind.BOUNCE
    return Kind.BOUNCE if message.words and message.words.report else None


def _kind_of_calendar(message: Message) -> Kind | None:
    method = message.words.calendar if message.words else ""
    method = method or _hint(message.hints, "calendar:").removeprefix("calendar:")
    if not method:
        return None
    return Kind.CALENDAR if method in ("request", "publish", "add") else Kind.NOTIFICATION


def _kind_of_automatic(message: Message) -> Kind | None:
    hints = message.hints
    if "auto:auto-replied" in hints or "autoresponder" in hints or "precedence:auto_reply" in hints:
        return Kind.AUTO_REPLY
    if _AUTO_REPLY.match(message.subject):
        return Kind.AUTO_REPLY
    return Kind.NOTIFICATION if _hint(hints, "auto:") else None


def _kind_of_bulk(message: Message, my_ids: Container[str]) -> Kind | None:
    hints = message.hints
    if any(reference in my_ids for reference in message.references):
        return None
    if "list-post" in hints and not is_machine_address(message.author.address):
        return None
    if "list-unsubscribe" in hints or "precedence:bulk" in hints or "precedence:junk" in hints:
        return Kind.BULK
    return None
