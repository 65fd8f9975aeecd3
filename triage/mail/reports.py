"""Reports of mail servers and providers about a mail of mine: for whom, which mail it was and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.parser import HeaderParser

from triage.mail import mime
from triage.mail.addresses import read_addresses
from triage.mail.delivery_status import Status, distinct, find_status, is_complaint
from triage.mail.encoded_words import decode_words
from triage.mail.failure_reasons import plain_reason
from triage.mail.headers import read_ids
from triage.mail.server_texts import ServerText, read_server_text
from triage.model.message import Report, Tells
from triage.model.server_signs import Title, is_server, may_relay_reports, read_title

_REPORT_TYPES = frozenset({"message/delivery-status", "message/global-delivery-status", "message/feedback-report"})
_ORIGINAL_TYPES = frozenset({"message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"})
_RECEIPT_TYPE = "message/disposition-notification"
_READ = frozenset(
    {"from", "subject", "return-path", "x-failed-recipients", "content-type", "in-reply-to", "references", "to"}
)
_NO_PATH = ("<>", "<MAILER-DAEMON>")
_LONGEST = 20_000  # characters of a copy that came back
_ORIGINAL_ID = re.compile(
    r"^>?[ \t]{0,8}(?:X-Original-)?Message-ID:[ \t]{0,8}(?:\n[ \t]+)?<([^<>\s]{1,998})>", re.MULTILINE | re.IGNORECASE
)
_ENOUGH = 3  # signs of a report


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the header of a mail tells about its being a report."""

    fields: dict[str, str]
    title: Title
    sender: int  # signs that a server wrote it
    is_report: bool  # a multipart/report about delivery
    named: tuple[str, ...]  # X-Failed-Recipients


def read_report(tree: mime.Tree, leaves: Sequence[mime.Part], text: str) -> Report | None:
    """The report that a mail carries, None for any other mail and for reports of having been read.

    RFC 3464 where the mail has a delivery status; else three signs are wanted of: a server's name (two), no path to
    return it, a title, words of failure, and an address, an answer's code or a copy of the mail.
    """
    signs = _signs(tree)
    has_part = any(leaf.media_type in _REPORT_TYPES for leaf in leaves)
    complaint = is_complaint(signs.fields["content-type"], leaves)
    if not (complaint or has_part or signs.sender or signs.title or signs.is_report):
        return None
    if any(leaf.media_type == _RECEIPT_TYPE for leaf in leaves):
        return None
    if complaint:
        return _report(Tells.COMPLAINT, (), leaves, text)
    server = read_server_text(text)
    status = find_status(leaves) if signs.sender or signs.title or signs.is_report or _is_bare(tree) else None
    if status is not None:
        return _from_status(status, signs, leaves, server, text)
    return _from_words(signs, leaves, server, text)


def _signs(tree: mime.Tree) -> _Signs:
    fields = mime.fields(tree, _READ)
    sender = fields["from"][:1000]
    author = next(iter(read_addresses(sender)), None)
    name, address = (author.name, author.address) if author else (sender, "")
    named = fields["x-failed-recipients"]
    content_type = fields["content-type"][:1000].lower()
    typed = "report-type" not in content_type or "delivery-status" in content_type
    is_report = typed and "multipart/report" in content_type
    if named or is_report or is_server(name, address):
        strength = 2
    else:
        strength = int(fields["return-path"].strip() in _NO_PATH) + (not address or may_relay_reports(address))
    subject = fields["subject"]
    title = read_title(decode_words(subject) if "=?" in subject else subject)
    return _Signs(
        fields, title, strength, is_report, tuple(one.address for one in read_addresses(named)) if named else ()
    )


def _is_bare(tree: mime.Tree) -> bool:
    return mime.media_type(tree) in _REPORT_TYPES


def _from_status(
    status: Status, signs: _Signs, leaves: Sequence[mime.Part], server: ServerText, text: str
) -> Report | None:
    recipients = status.recipients or signs.named or server.addresses(_mine(signs))
    line = status.line or server.answer
    reason = plain_reason(line, status.code, server.said) if status.tells in (Tells.FAILURE, Tells.DELAY) else ""
    return _report(status.tells, recipients, leaves, text, reason)


def _from_words(signs: _Signs, leaves: Sequence[mime.Part], server: ServerText, text: str) -> Report | None:
    attached = any(leaf.media_type in _ORIGINAL_TYPES for leaf in leaves)
    if signs.title is Title.COMPLAINT or (signs.sender and server.complained):
        told = server.complained or (attached and not text.strip())
        return _report(Tells.COMPLAINT, (), leaves, text) if told else None
    recipients = signs.named or server.addresses(_mine(signs))
    late = server.delayed or signs.title is Title.DELAY
    proof = attached or server.has_copy or server.answered
    if not _is_enough(signs, late or server.failed, proof, bool(recipients)):
        return None
    reason = plain_reason(server.answer, "", server.said)
    return _report(Tells.DELAY if late else Tells.FAILURE, recipients, leaves, text, reason)


def _is_enough(signs: _Signs, said: bool, proof: bool, addressed: bool) -> bool:
    """Three signs; an address is one only where more speaks than an empty path: vacation notices name others too."""
    if not signs.sender and (signs.fields["in-reply-to"] or signs.fields["references"]):
        return False
    traced = proof or (addressed and (bool(signs.title) or (said and signs.sender > 1)))
    return (said or traced) and signs.sender + bool(signs.title) + said + traced >= _ENOUGH


def _mine(signs: _Signs) -> frozenset[str]:
    return frozenset(one.address for name in ("to", "from") for one in read_addresses(signs.fields[name]))


def _report(
    tells: Tells, recipients: tuple[str, ...], leaves: Sequence[mime.Part], text: str, reason: str = ""
) -> Report:
    return Report(distinct(recipients), _original_id(leaves, text), reason, tells)


def _original_id(leaves: Sequence[mime.Part], text: str) -> str | None:
    """The Message-ID of the mail that it is about, from the copy that came back."""
    for leaf in leaves:
        if leaf.media_type in _ORIGINAL_TYPES:
            inner = mime.forwarded(leaf.tree) or [HeaderParser().parsestr(mime.text(leaf.tree)[:_LONGEST].lstrip())]
            if ids := read_ids(mime.field(inner[0], "message-id")):
                return ids[0]
    texts = (
        mime.text(leaf.tree)[:_LONGEST] for leaf in leaves if leaf.media_type == "text/plain" and not leaf.inline_text
    )
    found = next((match for one in (text, *texts) if (match := _ORIGINAL_ID.search(one))), None)
    return found[1] if found else None
