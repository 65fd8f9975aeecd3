"""Why a mail failed, in a few plain words: from the words of the server, else from its status code (RFC 3463)."""

from __future__ import annotations

import re
from collections.abc import Container

from triage.mail.clean import clean_line
from triage.mail.reason_words import PLAIN_WORDS, VAGUE_WORDS, Reasons

LONGEST = 300
_STATUS = re.compile(r"(?<![\d.])[45]\.([0-9])\.([0-9]{1,3})(?![\d.])")

_CODES: dict[str, str] = {
    "1.0": "no such mailbox",
    "1.1": "no such mailbox",
    "1.2": "host not found",
    "1.3": "no such mailbox",
    "1.4": "no such mailbox",
    "1.6": "the recipient has moved",
    "1.8": "the sender is not accepted",
    "1.10": "no such mailbox",
    "2.1": "mailbox disabled",
    "2.2": "mailbox full",
    "2.3": "mail too large",
    "3.0": "the server there has a fault",
    "3.1": "the server there has a fault",
    "3.2": "the server there has a fault",
    "3.4": "mail too large",
    "3.5": "the server there has a fault",
    "4.1": "host not reachable",
    "4.2": "host not reachable",
    "4.4": "host not found",
    "4.6": "mail loop",
    "4.7": "expired: the server gave up",
    "7.0": "against a rule there",
    "7.1": "against a rule there",
    "7.2": "against a rule there",
    "7.7": "the sender is not accepted",
    "7.8": "the sender is not accepted",
    "7.9": "the sender is not accepted",
    "7.20": "the sender is not accepted",
    "7.21": "the sender is not accepted",
    "7.22": "the sender is not accepted",
    "7.23": "the sender is not accepted",
    "7.24": "the sender is not accepted",
    "7.25": "my mail server is blocked there",
    "7.26": "the sender is not accepted",
}
_SURE = frozenset({"1.1", "1.2", "1.6", "2.1", "2.2", "2.3", "3.4", "4.6", "4.7"})
"""Codes that say what they mean wherever servers use them; all others yield to the words."""


def plain_reason(line: str, status: str, said: str) -> str:
    """The plain words, then the server's own `line`: "mailbox full: 552 5.2.2 …", at most 300 characters, or "".

    `status` is the code that stands alone in a delivery status, `said` all the text of the report; they tell where the
    line tells nothing.
    """
    line = clean_line(line, LONGEST)
    plain = (
        _from_words(line, PLAIN_WORDS)
        or _from_code(f"{status} {line}", _SURE)
        or _from_words(line, VAGUE_WORDS)
        or _from_code(f"{status} {line}", _CODES)
        or _from_words(said, PLAIN_WORDS + VAGUE_WORDS)
    )
    return clean_line(f"{plain}: {line}", LONGEST) if plain and line else line or plain


def _from_words(text: str, words: Reasons) -> str:
    return next((plain for plain, pattern in words if pattern.search(text)), "") if text else ""


def _from_code(text: str, known: Container[str]) -> str:
    keys = (f"{found[1]}.{found[2]}" for found in _STATUS.finditer(text))
    return next((_CODES[key] for key in keys if key in known), "")
