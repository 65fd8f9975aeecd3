"""Mail to many: newsletters, digests and feeds, told by header facts and by the signs of their words."""

from __future__ import annotations

from collections.abc import Container

from triage.model.message import Judgement, Kind, Message
from triage.rules.daemons import find_hint
from triage.rules.machine_addresses import (
    is_list_owner,
    is_machine_address,
    is_mailing_address,
    is_newsletter_address,
)
from triage.rules.subjects import is_answer_or_forward

_UNSUBSCRIBABLE = Judgement(Kind.BULK, "List-Unsubscribe, and no list to write to")
_PRECEDENCE = Judgement(Kind.BULK, "Precedence says bulk or junk")
_CAMPAIGN = Judgement(Kind.BULK, "a header field of senders of mail to many")
_FEED = Judgement(Kind.BULK, "an item of a feed")
_DIGEST = Judgement(Kind.BULK, "a digest: several mails or stories in one")
_ADDRESS = Judgement(Kind.BULK, "it comes from a newsletter's address")
_FOOTER = Judgement(Kind.BULK, "its words say how to get no more of it")
_SUBSCRIPTION = Judgement(Kind.BULK, "its words speak of a subscription")
_WEB_VIEW = Judgement(Kind.BULK, "its words offer to show it in a browser")
_NEWSLETTER = Judgement(Kind.BULK, "it speaks of itself as of a newsletter")
_ADVERTISING = Judgement(Kind.BULK, "full of links, from an address that writes to many")
_OF_LISTS = frozenset({"list-id", "list-unsubscribe", "precedence:list", "precedence:bulk"})
_OF_MANY = frozenset({"unsubscribe", "subscribed", "web_view", "newsletter"})


def is_discussion(message: Message) -> bool:
    """It came through a list that people write to."""
    hints = message.hints
    if "list-post" in hints or "list-name" in hints:
        return True
    if hints.isdisjoint(_OF_LISTS):
        return False
    sender = find_hint(hints, "sender:").removeprefix("sender:")
    return is_list_owner(sender) and not _is_own_bounce_address(sender, message.author.address)


def _is_own_bounce_address(sender: str, author: str) -> bool:
    """Of a firm that writes to many; a list for all has its writers elsewhere."""
    domain = author.rpartition("@")[2]
    return sender.startswith("bounce") and f".{sender.rpartition('@')[2]}".endswith(f".{domain}")


def is_answer(message: Message) -> bool:
    """It refers to another mail, or its subject says that it answers or passes on one."""
    return bool(message.references) or is_answer_or_forward(message.subject)


def judge_bulk(message: Message, signs: frozenset[str], my_ids: Container[str]) -> Judgement | None:
    """Mail to many, and what told it; None for all other mail, and for what answers a mail of mine."""
    if any(reference in my_ids for reference in message.references):
        return None
    told = _judge_headers(message) if message.hints else None
    if told is not None:
        return told
    author = message.author.address
    return None if not signs or is_answer(message) else _judge_signs(author, signs, is_discussion(message))


def _judge_headers(message: Message) -> Judgement | None:
    hints = message.hints
    if "feed" in hints:
        return _FEED
    if is_discussion(message) or ("list-id" in hints and is_answer(message)):
        return None
    if "list-unsubscribe" in hints:
        return _UNSUBSCRIBABLE
    if "precedence:bulk" in hints or "precedence:junk" in hints:
        return _PRECEDENCE
    return _CAMPAIGN if "campaign" in hints else None


def _judge_signs(author: str, signs: frozenset[str], by_list: bool) -> Judgement | None:
    if "feed" in signs:
        return _FEED
    if "digest" in signs:
        return _DIGEST
    if is_newsletter_address(author):
        return _ADDRESS
    if by_list:
        # A list's footer speaks of leaving it, whoever wrote; and people pass on what they read elsewhere.
        return _SUBSCRIPTION if "subscribed" in signs and signs & {"newsletter", "issue"} else None
    if "issue" in signs and (signs & _OF_MANY or {"links", "rights"} <= signs):
        return _NEWSLETTER
    many = "newsletter" in signs or is_mailing_address(author) or is_machine_address(author)
    if "unsubscribe" in signs and (many or "list" not in signs or "automatic" in signs):
        return _FOOTER
    if "subscribed" in signs and (many or "list" not in signs):
        return _SUBSCRIPTION
    if "web_view" in signs:
        return _WEB_VIEW
    if "newsletter" in signs and (is_mailing_address(author) or {"links", "rights"} <= signs):
        return _NEWSLETTER
    return _ADVERTISING if many and {"links", "rights"} <= signs else None
