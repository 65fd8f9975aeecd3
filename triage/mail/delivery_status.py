"""The machine-readable part of a report (RFC 3464, RFC 5965): who did not get a mail, what became of it and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.parser import HeaderParser

from triage.mail import mime
from triage.mail.addresses import read_addresses
from triage.mail.clean import clean_line
from triage.model.message import Tells

_STATUS_TYPES = frozenset({"message/delivery-status", "message/global-delivery-status"})
_COMPLAINT_TYPE = "message/feedback-report"
_MOST_RECIPIENTS = 100
_LONGEST = 20_000
_FIELDS = frozenset(
    {
        "action",
        "status",
        "final-recipient",
        "original-recipient",
        "x-actual-recipient",
        "diagnostic-code",
        "will-retry-until",
    }
)
_BREAK = re.compile(r"\n[ \t\r]*\n")
_ACTIONS = (
    (Tells.FAILURE, ("fail", "error", "undeliver", "expired", "bounce", "reject")),
    (Tells.DELAY, ("delay", "defer", "queued", "retr")),
    (Tells.DELIVERY, ("deliver", "relay", "expand")),
)


@dataclass(frozen=True, slots=True)
class Status:
    """What a delivery status tells of all recipients together; `line` is the server's answer, `code` as "5.1.1"."""

    tells: Tells
    recipients: tuple[str, ...]
    line: str
    code: str


def find_status(leaves: Sequence[mime.Part]) -> Status | None:
    """The delivery status among the parts, None where there is none or it says nothing."""
    for leaf in leaves:
        if leaf.media_type in _STATUS_TYPES:
            told = [(tells, block) for block in _blocks(leaf.tree) if (tells := _told(block)) is not None]
            if told:
                return _join(told)
    return None


def is_complaint(content_type: str, leaves: Sequence[mime.Part]) -> bool:
    """A mail of this Content-Type carries a report of abuse, or says that it is one."""
    return "feedback-report" in content_type.lower() or any(leaf.media_type == _COMPLAINT_TYPE for leaf in leaves)


def distinct(addresses: Iterable[str]) -> tuple[str, ...]:
    """Each address once, at most 100."""
    return tuple(dict.fromkeys(one for one in addresses if "@" in one))[:_MOST_RECIPIENTS]


def _join(told: list[tuple[Tells, dict[str, str]]]) -> Status:
    """The worst that happened, and to whom."""
    worst = next(tells for tells, _ in _ACTIONS if any(one is tells for one, _ in told))
    blocks = [block for tells, block in told if tells is worst]
    names = ("original-recipient", "final-recipient")
    return Status(
        worst,
        distinct(_typed(block[name]) for block in blocks for name in names)
        or distinct(_typed(block["x-actual-recipient"]) for block in blocks),
        next((line for block in blocks if (line := _line(block))), ""),
        next((code for block in blocks if (code := block["status"].strip())), "")[:40],
    )


def _blocks(status: mime.Tree) -> list[dict[str, str]]:
    """The groups of fields of a delivery status, each by name in lower case."""
    trees = [inner for outer in mime.forwarded(status) for inner in (outer, *_wrapped(outer))]
    if not trees:
        pieces = _BREAK.split(mime.text(status).replace("\r\n", "\n")[:_LONGEST])
        trees = [HeaderParser().parsestr(piece.lstrip("\n")) for piece in pieces]
    return [mime.fields(tree, _FIELDS) for tree in trees[: 2 * _MOST_RECIPIENTS]]


def _wrapped(outer: mime.Tree) -> list[mime.Tree]:
    """The group of fields that a part with a header of its own holds as its text."""
    payload = outer.get_payload()
    return (
        [HeaderParser().parsestr(payload[:_LONGEST].lstrip())] if isinstance(payload, str) and payload.strip() else []
    )


def _told(block: dict[str, str]) -> Tells | None:
    action = block["action"].strip().lower()
    for tells, beginnings in _ACTIONS:
        if action.startswith(beginnings):
            return tells
    if action or not (block["final-recipient"] or block["original-recipient"]):
        return None
    code = block["status"].strip()[:1]
    if code == "4" and block["will-retry-until"]:
        return Tells.DELAY
    return {"5": Tells.FAILURE, "4": Tells.DELAY, "2": Tells.DELIVERY}.get(code)


def _typed(value: str) -> str:
    """The address of "rfc822; someone@client.example"."""
    found = read_addresses(value.rpartition(";")[2] or value)
    return found[0].address if found else ""


def _line(block: dict[str, str]) -> str:
    kind, semicolon, words = block["diagnostic-code"].partition(";")
    return clean_line(words if semicolon and " " not in kind.strip() else block["diagnostic-code"], _LONGEST)
