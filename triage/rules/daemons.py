"""What mail servers and providers report of mail of mine: that it failed, that it is late, that somebody complained."""

from __future__ import annotations

from functools import lru_cache

from triage.model.message import Judgement, Kind, Message, Tells
from triage.model.server_signs import Title, is_server, may_relay_reports, read_title

_COMPLAINT = Judgement(Kind.FEEDBACK, "a provider's report of a complaint")
_RECEIPT = Judgement(Kind.NOTIFICATION, "a receipt: read or deleted")
_READ: dict[Tells, Judgement] = {
    Tells.FAILURE: Judgement(Kind.BOUNCE, "a server's report that a mail failed"),
    Tells.DELAY: Judgement(Kind.DELAY, "a server's report that a mail is late"),
    Tells.DELIVERY: Judgement(Kind.NOTIFICATION, "a receipt: delivered"),
    Tells.COMPLAINT: _COMPLAINT,
}
_SAYS_LATE = Judgement(Kind.DELAY, "a server's report, called a delay")
_SAYS_FAILED = Judgement(Kind.BOUNCE, "a server's report, not read yet")


def is_daemon(address: str) -> bool:
    """The address of a mail server itself."""
    return is_server("", address)


@lru_cache(maxsize=4096)
def find_hint(hints: frozenset[str], beginning: str) -> str:
    """A hint that begins so, or ""."""
    return next((hint for hint in hints if hint.startswith(beginning)), "")


def judge_report(message: Message) -> Judgement | None:
    """The kind of a report about a mail of mine, None for all other mail (clock cases 15 and 16).

    As long as the words are not read, what has the header of a delivery report tells a failure, or a delay where its
    subject says so.
    """
    hints = message.hints
    if "report:feedback-report" in hints:
        return _COMPLAINT
    if "report:disposition-notification" in hints:
        return _RECEIPT
    if message.words is not None:
        return _READ[message.words.report.tells] if message.words.report else None
    by_daemon = is_daemon(message.author.address) and "auto:auto-generated" not in hints
    if by_daemon or "report:delivery-status" in hints or find_hint(hints, "failed:"):
        return _SAYS_LATE if read_title(message.subject) is Title.DELAY else _SAYS_FAILED
    return None


def may_report(message: Message) -> bool:
    """Only its body tells whether it is a report: its header has a server's name, no path back, or a report's title."""
    return (
        "null-path" in message.hints
        or bool(find_hint(message.hints, "report:") or find_hint(message.hints, "failed:"))
        or is_server(message.author.name, message.author.address)
        or may_relay_reports(message.author.address)
        or bool(read_title(message.subject))
    )
