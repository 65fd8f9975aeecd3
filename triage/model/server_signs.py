"""By what a mail server's report is known before its body is read: the names servers go by and the titles they give."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from triage.model.report_titles import FAILURE_AT_END, TITLE


class Title(StrEnum):
    """What the subject of a mail says that it reports."""

    FAILURE = "failure"
    DELAY = "delay"
    COMPLAINT = "complaint"
    NONE = ""


_DAEMON = re.compile(
    r"(?:mailer-?daemon|mail-?daemon|mdaemon|postmaster|post[._-]master)(?:$|[+-])"
    r"|(?:internet )?mail delivery (?:sub)?system|(?:mail )?delivery subsystem|mailer daemon|mail delivery service"
    r"|internet mail delivery|microsoft exchange$",
    re.IGNORECASE,
)
_RELAYS = ("@sns.amazonaws.com",)
_LONGEST = 300


def is_server(name: str, address: str) -> bool:
    """Whoever is called so, or has such an address, is a mail server: a person never is."""
    return _is_called_so(address.partition("@")[0]) or (bool(name) and _is_called_so(name))


def may_relay_reports(address: str) -> bool:
    """The address of a service that passes on, among much else, the reports of mail that it sent."""
    return address.endswith(_RELAYS)


@lru_cache(maxsize=65536)
def _is_called_so(name: str) -> bool:
    return bool(_DAEMON.match(name[:_LONGEST].strip()))


@lru_cache(maxsize=65536)
def read_title(subject: str) -> Title:
    """What a subject says that its mail reports; an answer or a forwarded mail ("Re:", "Fwd:") reports nothing."""
    subject = subject[:_LONGEST]
    if found := TITLE.match(subject):
        return Title(found.lastgroup or "")
    return Title.FAILURE if FAILURE_AT_END.search(subject) else Title.NONE
