"""What may go wrong with a mail on its way to a server, for whoever plays that server; and what is known after it."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Literal

from triage.mail.sender import Verdict

Fault = Literal[
    "",
    "temp-mail",
    "perm-mail",
    "temp-rcpt",
    "perm-rcpt",
    "temp-data",
    "perm-data",
    "drop-before",
    "drop-after",
    "hang",
    "auth-fail",
    "auth-temp",
    "busy",
]

VERDICTS: dict[Fault, Verdict] = {
    "temp-mail": Verdict.LATER,
    "perm-mail": Verdict.NEVER,
    "temp-rcpt": Verdict.LATER,
    "perm-rcpt": Verdict.NEVER,
    "temp-data": Verdict.LATER,
    "perm-data": Verdict.NEVER,
    "drop-before": Verdict.UNKNOWN,
    "drop-after": Verdict.UNKNOWN,
    "hang": Verdict.UNKNOWN,
    "auth-fail": Verdict.NEVER,
    "auth-temp": Verdict.LATER,
    "busy": Verdict.LATER,
}
KEPT: frozenset[Fault] = frozenset({"drop-after", "hang"})
"""The faults after which the server has the mail all the same."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A mail that was kept: the envelope, the bytes as they came, MAIL's options, and whether it came over TLS."""

    sender: str
    recipients: tuple[str, ...]
    source: bytes
    options: tuple[str, ...] = ()
    secure: bool = False


class Faults:
    """The one fault that is set, asked for from any thread."""

    def __init__(self) -> None:
        self._set: tuple[Fault, int | None] = ("", None)
        self._lock = threading.Lock()

    def set(self, word: Fault, times: int | None = None) -> None:
        """From now on, for so many occasions, or until another one is set; "" for nothing."""
        with self._lock:
            self._set = (word, times)

    def take(self, *words: Fault) -> Fault:
        """The one of these faults that is to happen now; "" for none."""
        with self._lock:
            word, times = self._set
            if word not in words:
                return ""
            if times is not None:
                self._set = (word, times - 1) if times > 1 else ("", None)
            return word
