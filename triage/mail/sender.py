"""The port to whoever takes mail from me: one message at a time, and how sure it is what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol


class Verdict(StrEnum):
    """What is known after a failure.

    `LATER`: nothing has left, and trying again may help. `NEVER`: nothing has left, and trying again won't help.
    `UNKNOWN`: the server may have taken the mail.
    """

    LATER = "later"
    NEVER = "never"
    UNKNOWN = "unknown"


class SendError(Exception):
    """A sentence for the screen: which server, what it said (cleaned), what to do; and the verdict."""

    def __init__(self, why: str, verdict: Verdict) -> None:
        super().__init__(why)
        self.why = why
        self.verdict = verdict


class Sender(Protocol):
    """One account's way out."""

    def send(self, sender: str, recipients: Sequence[str], source: bytes) -> str:
        """Hand the message over, to all recipients or to none; the server's words when it has taken it.

        `source` are the message's bytes with CRLF line ends, as `mail.compose` builds them. Blocks. Raises SendError.
        """
