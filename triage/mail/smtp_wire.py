"""smtplib on the wire that IMAP uses: each reply is bounded, passwords may be of any letters, TLS is never given up."""

from __future__ import annotations

import re
import smtplib
from base64 import b64encode
from collections.abc import Iterable
from typing import Any

from config.schema import Server
from triage.mail.accounts import Secret
from triage.mail.connection import mixed_answers, no_starttls, trusted
from triage.mail.sender import SendError, Verdict
from triage.mail.trouble import quoted
from triage.mail.wire import GarbageError, Wire

_OWN_NAME = "[127.0.0.1]"  # what this computer is called is nobody's business
_REPLY_LINES = 100
_LINE_LIMIT = 4096
_REPLY = re.compile(rb"([2-5]\d\d)(?:([ -])(.*))?", re.DOTALL)
_STATUS = re.compile(rb"(?m)^[245]\.\d{1,3}\.\d{1,3} ?")


class WireSmtp(smtplib.SMTP):
    """smtplib over a wire that is connected already; `getreply` and all that rests on it raise the wire's errors."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(local_hostname=_OWN_NAME)
        self.wire = wire

    def send(self, s: Any) -> None:
        """Send a command, or bytes as they are."""
        self.wire.send(s.encode(self.command_encoding) if isinstance(s, str) else s)

    def getreply(self) -> tuple[int, bytes]:
        """A reply of a hundred lines at most: its code and its words. Raises GarbageError, HangupError and OSError."""
        said: list[bytes] = []
        code = b""
        for _ in range(_REPLY_LINES):
            line = self.wire.line(_LINE_LIMIT)
            found = _REPLY.fullmatch(line)
            if not found or code not in (b"", found[1]):
                raise GarbageError(line)
            code = found[1]
            said.append(found[3] or b"")
            if found[2] != b"-":
                return int(code), b"\n".join(said)
        raise GarbageError

    def go_secure(self, server: Server) -> None:
        """Go on over TLS; nothing that was heard before it is kept (RFC 3207, 4.2)."""
        context = trusted(server)
        if not self.has_extn("starttls"):
            raise no_starttls(server, server.smtp_port)
        code, words = self.docmd("STARTTLS")
        if 400 <= code < 500:
            raise SendError(f"{server.host} can't encrypt the connection now{quoted_reply(words)}.", Verdict.LATER)
        if code != 220:
            raise no_starttls(server, server.smtp_port)
        try:
            self.wire.secure(context, server.host)
        except GarbageError:
            raise mixed_answers(server) from None
        self.esmtp_features = {}

    def log_in(self, user: str, secret: Secret) -> tuple[int, bytes]:
        """The reply to a login by PLAIN or LOGIN (RFC 4954), which smtplib can do in ASCII alone; 0 for neither."""
        mechanisms = self.esmtp_features.get("auth", "").upper().split()
        name, word = user.encode(), secret.reveal().encode("utf-8", "surrogateescape")
        if "PLAIN" in mechanisms:
            return self.docmd("AUTH PLAIN", encoded(b"\0" + name + b"\0" + word))
        if "LOGIN" not in mechanisms:
            return 0, b""
        reply = self.docmd("AUTH LOGIN")
        for answer in (name, word):
            if reply[0] != 334:
                break
            reply = self.docmd(encoded(answer))
        return reply


def plain_words(words: bytes) -> bytes:
    """A reply's words without their enhanced status codes (RFC 2034)."""
    return _STATUS.sub(b"", words)


def quoted_reply(words: bytes, secrets: Iterable[str] = ()) -> str:
    """A reply's words as a sentence quotes them, see `trouble.quoted`."""
    return quoted(plain_words(words), secrets)


def encoded(words: bytes) -> str:
    """Words as AUTH carries them."""
    return b64encode(words).decode("ascii")
