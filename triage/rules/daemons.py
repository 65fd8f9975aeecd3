"""What mail servers and providers report of mail of mine: that it failed, that it is late, that somebody complained."""

from __future__ import annotations

import re
from functools import lru_cache

from triage.model.message import Judgement, Kind, Message

_DAEMON = re.compile(r"^(?:mailer-daemon|postmaster|mail-daemon|mdaemon)(?:$|[+-])")

_COMPLAINT = Judgement(Kind.FEEDBACK, "a provider's report of a complaint")
_RECEIPT = Judgement(Kind.NOTIFICATION, "a receipt: read or deleted")
_LATE = Judgement(Kind.DELAY, "a server's report that names no failure")
_FAILED = Judgement(Kind.BOUNCE, "a server's report that a mail failed")
_SAID_TO_FAIL = Judgement(Kind.BOUNCE, "its words say that a mail failed")


@lru_cache(maxsize=65536)
def is_daemon(address: str) -> bool:
    """The address of a mail server itself."""
    return bool(_DAEMON.match(address.rpartition("@")[0]))


@lru_cache(maxsize=4096)
def find_hint(hints: frozenset[str], beginning: str) -> str:
    """A hint that begins so, or ""."""
    return next((hint for hint in hints if hint.startswith(beginning)), "")


def judge_report(message: Message) -> Judgement | None:
    """The kind of a report about a mail of mine, None for all other mail (clock cases 15 and 16)."""
    hints = message.hints
    if "report:feedback-report" in hints:
        return _COMPLAINT
    if "report:disposition-notification" in hints:
        return _RECEIPT
    failed = bool(find_hint(hints, "failed:"))
    by_daemon = is_daemon(message.author.address) and "auto:auto-generated" not in hints
    if "report:delivery-status" in hints or failed or by_daemon:
        read_without_failure = message.words is not None and message.words.report is None
        return _LATE if read_without_failure and not failed else _FAILED
    return _SAID_TO_FAIL if message.words and message.words.report else None
