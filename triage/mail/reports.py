"""Delivery reports: for whom a mail of mine failed, which mail it was and why; a notice of delay is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from email.parser import HeaderParser

from triage.mail import mime
from triage.mail.addresses import read_addresses
from triage.mail.clean import clean_line
from triage.mail.headers import read_ids
from triage.model.message import Report

_STATUS_TYPES = frozenset({"message/delivery-status", "message/global-delivery-status"})
_ORIGINAL_TYPES = frozenset({"message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"})
_MOST_RECIPIENTS = 100
_REASON = 300
_SEARCHED = 20_000  # characters of a text that are searched for signs of failure

_DAEMON = re.compile(r"mailer-?daemon|postmaster|mail[-_.]?delivery|mdaemon|bounces?\b", re.IGNORECASE)
_FAILED = re.compile(
    r"permanent(?:ly)? (?:fatal )?(?:error|failure|failed)|this is a permanent error|(?:could|can) ?not be delivered"
    r"|could not deliver|couldn't be delivered|unable to deliver|undeliver(?:able|ed)|delivery (?:has )?failed"
    r"|i'm afraid i wasn't able to deliver|did not reach the following|user unknown|unknown user|no such user"
    r"|mailbox (?:is )?(?:full|unavailable)|не удалось доставить|не може бути доставлен|не вдалося доставити"
    r"|konnte nicht zugestellt werden|\b5[0-9]{2}[ -]5\.[0-9]{1,3}\.[0-9]{1,3}\b",
    re.IGNORECASE,
)
_DELAYED = re.compile(
    r"warning message only|do not need to resend|not yet been delivered|delivery (?:is |has been |was )?delayed"
    r"|delayed (?:delivery|by)|message (?:has been )?delayed|delivery status notification \(delay\)|still trying"
    r"|will (?:be retried|keep trying|continue to (?:try|be))|temporarily deferred",
    re.IGNORECASE,
)
_ADDRESS = r"[^\s<>()\[\]:;,\"']{1,64}@[^\s<>()\[\]:;,\"']{1,255}"
_LISTED = re.compile(rf"^[ \t]{{0,8}}(?:to:? )?<?({_ADDRESS})>?:?[ \t]*(?:$|[(:.;]|\.\.\.)", re.MULTILINE)
_ORIGINAL = re.compile(
    r"^-{2,}.{0,20}(?:copy of (?:the|your) message|original message|returned message|message headers?)"
    r"|^return-path: <|^received: from ",
    re.MULTILINE | re.IGNORECASE,
)
_ORIGINAL_ID = re.compile(
    r"^>?[ \t]{0,8}Message-ID:[ \t]{0,8}(?:\n[ \t]+)?<([^<>\s]{1,998})>", re.MULTILINE | re.IGNORECASE
)
_CODE = re.compile(
    r"^.{0,200}\b[45][0-9]{2}[ -].{3,300}$|^.{0,100}\b5\.[0-9]{1,3}\.[0-9]{1,3}\b.{3,300}$", re.MULTILINE
)


def read_report(tree: mime.Tree, leaves: Sequence[mime.Part], text: str) -> Report | None:
    """The report of a failed delivery that a mail carries, None for any other mail and for "delayed".

    RFC 3464 where the mail has a delivery status; else the header and the words of servers that write their own.
    """
    status = next((leaf for leaf in leaves if leaf.media_type in _STATUS_TYPES), None)
    if status is not None and mime.media_type(tree) == "multipart/report":
        blocks = _blocks(status.tree)
        if any(block["action"] or block["final-recipient"] for block in blocks):
            return _from_status(blocks, _original_id(leaves, text), text)
    return _from_words(tree, leaves, text)


def _from_status(blocks: list[dict[str, str]], message_id: str | None, text: str) -> Report | None:
    failed = [block for block in blocks if _is_failed(block)]
    recipients = _distinct(
        _typed(block[name]) for block in failed for name in ("original-recipient", "final-recipient")
    )
    reason = next((words for block in failed if (words := _reason(block))), "") or _words_of_server(text)
    return Report(recipients, message_id, reason) if recipients else None


def _from_words(tree: mime.Tree, leaves: Sequence[mime.Part], text: str) -> Report | None:
    named = [one.address for one in read_addresses(mime.field(tree, "x-failed-recipients"))]
    sender = mime.field(tree, "from")[:200]
    if not named and mime.field(tree, "return-path").strip() != "<>" and not _DAEMON.search(sender):
        return None
    searched = text[:_SEARCHED]
    original = _ORIGINAL.search(searched)
    said = searched[: original.start()] if original else searched
    if _DELAYED.search(said) or not (named or _FAILED.search(said)):
        return None
    if not named:
        mine = {one.address for name in ("to", "from") for one in read_addresses(mime.field(tree, name))}
        named = [found for found in map(str.lower, _LISTED.findall(said)) if found not in mine]
    recipients = _distinct(named)
    if not recipients:
        return None
    return Report(recipients, _original_id(leaves, text), _words_of_server(said))


def _blocks(status: mime.Tree) -> list[dict[str, str]]:
    """The groups of fields of a delivery status, each by name in lower case."""
    trees = mime.forwarded(status)
    if not trees:
        pieces = re.split(r"\n\s*\n", mime.text(status).replace("\r\n", "\n")[:_SEARCHED])
        trees = [HeaderParser().parsestr(piece.lstrip("\n")) for piece in pieces]
    names = ("action", "status", "final-recipient", "original-recipient", "diagnostic-code")
    return [{name: mime.field(tree, name) for name in names} for tree in trees[: _MOST_RECIPIENTS + 1]]


def _is_failed(block: dict[str, str]) -> bool:
    action = block["action"].strip().lower()
    return action.startswith("fail") or (not action and block["status"].strip().startswith("5"))


def _typed(value: str) -> str:
    """The address of "rfc822; someone@client.example"."""
    found = read_addresses(value.rpartition(";")[2])
    return found[0].address if found else ""


def _reason(block: dict[str, str]) -> str:
    kind, semicolon, words = block["diagnostic-code"].partition(";")
    return clean_line(words if semicolon else kind, _REASON)


def _words_of_server(text: str) -> str:
    found = _CODE.search(text[:_SEARCHED]) or _FAILED.search(text[:_SEARCHED])
    return clean_line(found[0], _REASON) if found else ""


def _original_id(leaves: Sequence[mime.Part], text: str) -> str | None:
    """The Message-ID of the mail that failed, from the copy that came back."""
    for leaf in leaves:
        if leaf.media_type in _ORIGINAL_TYPES:
            inner = mime.forwarded(leaf.tree) or [HeaderParser().parsestr(mime.text(leaf.tree)[:_SEARCHED].lstrip())]
            if ids := read_ids(mime.field(inner[0], "message-id")):
                return ids[0]
    found = _ORIGINAL_ID.search(text)
    return found[1] if found else None


def _distinct(addresses: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in addresses if one))[:_MOST_RECIPIENTS]
