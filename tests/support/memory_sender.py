"""A way out that ends in a list: a faithful `Sender` for tests, with the same faults as the SMTP sink."""

from __future__ import annotations

from collections.abc import Sequence

from tests.support.sending_faults import KEPT, VERDICTS, Fault, Faults, Taken
from triage.mail.sender import SendError, Verdict
from triage.mail.wire_address import AddressError, wire_address


class MemorySender:
    """Takes every mail; `fault` as `SmtpSink.fault`."""

    def __init__(self) -> None:
        self._faults = Faults()
        self._kept: list[Taken] = []

    def fault(self, word: Fault, times: int | None = None) -> None:
        """What goes wrong from now on; "" for nothing."""
        self._faults.set(word, times)

    def messages(self) -> tuple[Taken, ...]:
        """What was kept so far, oldest first."""
        return tuple(self._kept)

    def send(self, sender: str, recipients: Sequence[str], source: bytes) -> str:
        """See `Sender.send`."""
        try:
            taken = Taken(wire_address(sender), tuple(dict.fromkeys(map(wire_address, recipients))), source)
        except AddressError as error:
            raise SendError(error.why, Verdict.NEVER) from None
        if not recipients:
            raise SendError("The mail is to nobody.", Verdict.NEVER)
        word = self._faults.take(*VERDICTS)
        if not word or word in KEPT:
            self._kept.append(taken)
        if word:
            raise SendError(self._why(word, taken), VERDICTS[word])
        return "Kept"

    def _why(self, word: Fault, taken: Taken) -> str:
        whom = f" ({taken.recipients[0]})" if word.endswith("rcpt") else ""
        return f"memory.example: {word}{whom}."
