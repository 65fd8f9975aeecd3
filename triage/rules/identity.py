"""When two copies are one message: a Message-ID is trusted, but not blindly (clock cases 24, 25)."""

from __future__ import annotations

from triage.model.message import Message
from triage.rules.subjects import base_subject


def is_same(one: Message, other: Message) -> bool:
    """Two messages with one Message-ID are copies of one mail.

    Lists and gateways rewrite From or Subject of a copy, never its Date and both of these; where neither has a date,
    both must be equal to the letter.
    """
    if one.date != other.date:
        return False
    same_author = one.author.address == other.author.address
    if one.date is None:
        return same_author and one.subject == other.subject
    return same_author or base_subject(one.subject) == base_subject(other.subject)
