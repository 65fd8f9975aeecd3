"""Subjects as threads see them: without reply and forward prefixes and list tags, in one case."""

from __future__ import annotations

import re
from functools import lru_cache

_REPLY = (
    r"re|aw|antw(?:ort)?|sv|vs|ref|res|rif|r|odp|ynt|vá|atb|απ|ad|bls|bvl|hal|回复|回覆|答复"
    r"|отв|ответ|відп|відповідь|на|отг|отговор"
    r"|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|automatische antwort"
    r"|автоматический ответ|автоматична відповідь|автоматичен отговор|автоответ"
)
_FORWARD = r"fwd?|wg|tr|rv|enc|vl|vb|doorst|i|пересл|переслано|fs|转发|轉寄|пф|прп"
_COUNT = r"(?:\[\d{1,3}\]|\^\d{1,3}|\(\d{1,3}\))?"
_PREFIX = re.compile(
    rf"\s*(?:\[[^\[\]]{{1,60}}\]\s*)*(?:(?P<reply>{_REPLY})|(?:{_FORWARD}))\s?{_COUNT}\s?[:\uff1a]", re.IGNORECASE
)
_TAG = re.compile(r"\s*\[[^\[\]]{1,60}\]\s*(?=\S)")
_MOST_PREFIXES = 20


@lru_cache(maxsize=4096)
def is_answer_or_forward(subject: str) -> bool:
    """It begins as a mail program has answers and forwarded mails begin."""
    return _PREFIX.match(subject) is not None


@lru_cache(maxsize=65536)
def base_subject(subject: str) -> tuple[str, bool]:
    """The subject without prefixes and tags, casefolded, and whether its first prefix is a reply's."""
    rest, is_reply = subject, False
    for turn in range(_MOST_PREFIXES):
        found = _PREFIX.match(rest)
        if not found:
            break
        if turn == 0:
            is_reply = found["reply"] is not None
        rest = rest[found.end() :]
    tag = _TAG.match(rest)
    while tag:
        rest = rest[tag.end() :]
        tag = _TAG.match(rest)
    return " ".join(rest.casefold().split()), is_reply
