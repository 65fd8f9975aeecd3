"""An SMTP server on the loopback that keeps what it takes, and fails as it is told to."""

from __future__ import annotations

import asyncio
import logging
import ssl
import threading
from concurrent.futures import Future
from typing import Any, Literal, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from config.schema import Account, Security, Server
from tests.support.sending_faults import Fault, Faults, Taken

HOST = "127.0.0.1"
USER = "me"
PASSWORD = "пароль: secret"
_PATIENCE = 10.0


class SmtpSink:
    """A server while its context lasts; with `certificate` it speaks TLS, from the start or after STARTTLS.

    Faults, each for the next `times` occasions or until another one is set:

        temp-mail, perm-mail    450, 550 to MAIL
        temp-rcpt, perm-rcpt    450, 550 to RCPT
        temp-data, perm-data    451, 554 when the message has come; nothing is kept
        drop-before             cuts the connection when the message has come; nothing is kept
        drop-after              keeps the message, then cuts the connection without an answer
        hang                    keeps the message and never answers
        auth-fail, auth-temp    535, 454 to a login
        busy                    421 to EHLO
    """

    def __init__(
        self,
        certificate: ssl.SSLContext | None = None,
        security: Security = "none",
        *,
        smtputf8: bool = True,
        size_limit: int = 50_000_000,
        mechanism: Literal["PLAIN", "LOGIN"] | None = None,
    ) -> None:
        self.security = security
        self.helo: list[str] = []
        self.port = 0
        self._certificate = certificate
        self._options: dict[str, Any] = {
            "hostname": "sink.example",
            "enable_SMTPUTF8": smtputf8,
            "data_size_limit": size_limit,
            "auth_require_tls": security == "starttls",
            "auth_exclude_mechanism": [name for name in ("PLAIN", "LOGIN") if mechanism not in (None, name)],
        }
        if security == "starttls":
            self._options |= {"tls_context": certificate, "require_starttls": True}
        self._kept: list[Taken] = []
        self.faults = Faults()
        self._ready: Future[int] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._end = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        self.port = self._ready.result(_PATIENCE)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._loop
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(_PATIENCE)

    def fault(self, word: Fault, times: int | None = None) -> None:
        """What goes wrong from now on; "" for nothing."""
        self.faults.set(word, times)

    def messages(self) -> tuple[Taken, ...]:
        """What was kept so far, oldest first."""
        return tuple(self._kept)

    def server(self, ca_file: str = "", password: str = PASSWORD) -> Server:
        """The settings for it."""
        # The command prints the password without holding it.
        command = ("printf", "%s%s\\n", password[:3], password[3:])
        return Server(HOST, USER, self.port, self.security, command, ca_file=ca_file)

    def account(self, ca_file: str = "", password: str = PASSWORD) -> Account:
        """An account that sends through it; nobody answers at its IMAP server."""
        nobody = Server(HOST, USER, 1, "none", password_command=("printf", "secret"))
        return Account("test", "me@studio.example", nobody, self.server(ca_file, password))

    def keep(self, session: Session, envelope: Envelope) -> None:
        """Keep a message."""
        source = envelope.original_content or b""
        secure = self.security == "tls" or session.ssl is not None
        options = tuple(str(option) for option in envelope.mail_options)
        self._kept.append(Taken(envelope.mail_from or "", tuple(envelope.rcpt_tos), source, options, secure))

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        logging.getLogger("mail").addHandler(logging.NullHandler())  # its warnings are about itself
        implicit = self._certificate if self.security == "tls" else None
        handler = _Handler(self)
        try:
            server = await self._loop.create_server(
                lambda: SMTP(handler, authenticator=handler.authenticate, **self._options), HOST, 0, ssl=implicit
            )
        except BaseException as error:
            self._ready.set_exception(error)
            raise
        self._ready.set_result(server.sockets[0].getsockname()[1])
        await self._end.wait()
        server.close()


class _Handler:
    """What aiosmtpd asks at each step; its names are looked up by aiosmtpd."""

    def __init__(self, sink: SmtpSink) -> None:
        self._sink = sink

    def authenticate(self, _server: SMTP, _session: Session, _envelope: Envelope, _kind: str, given: Any) -> AuthResult:
        match self._sink.faults.take("auth-fail", "auth-temp"):
            case "auth-temp":
                return AuthResult(success=False, handled=False, message="454 4.7.0 Try again later")
            case "auth-fail":
                return AuthResult(success=False, handled=False, message="535 5.7.8 Wrong")
        right = given == LoginPassword(USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False, message=None if right else "535 5.7.8 Wrong")

    async def handle_EHLO(  # noqa: N802
        self, _server: SMTP, session: Session, _envelope: Envelope, name: str, answers: list[str]
    ) -> list[str]:
        session.host_name = name
        self._sink.helo.append(name)
        return ["421 4.3.2 Too busy"] if self._sink.faults.take("busy") else answers

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        match self._sink.faults.take("temp-mail", "perm-mail"):
            case "temp-mail":
                return "450 4.2.0 Try again later"
            case "perm-mail":
                return "550 5.7.1 Sender refused"
        if not session.authenticated:
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        match self._sink.faults.take("temp-rcpt", "perm-rcpt"):
            case "temp-rcpt":
                return "450 4.2.1 Mailbox busy"
            case "perm-rcpt":
                return "550 5.1.1 No such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        word = self._sink.faults.take("temp-data", "perm-data", "drop-before", "drop-after", "hang")
        if word == "temp-data":
            return "451 4.3.0 Try again later"
        if word == "perm-data":
            return "554 5.6.0 Refused"
        if word != "drop-before":
            self._sink.keep(session, envelope)
        if word in ("drop-before", "drop-after"):
            server.transport.abort()
        if word == "hang":
            await asyncio.Event().wait()
        return "250 2.0.0 Kept"
