"""An SMTP server that takes mail from a user who has logged in, and hands it to whoever delivers it.

It needs the `demo` extra. Everything here runs inside one event loop; `triage.demo.servers` owns that loop.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from triage.demo.wire import HOST, Connections

Deliver = Callable[[str, tuple[str, ...], bytes], Awaitable[None]]


class _Protocol(SMTP):
    def __init__(self, server: SmtpServer) -> None:
        super().__init__(
            server,
            hostname="localhost",
            ident="Triage demo",
            enable_SMTPUTF8=True,
            authenticator=server.authenticate,
            auth_require_tls=False,
        )
        self._connections = server.connections

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        if isinstance(transport, asyncio.WriteTransport):
            self._connections.add(transport)


class SmtpServer:
    """Takes every mail of the one user; `deliver` gets sender, recipients and the message's bytes."""

    def __init__(self, user: str, password: str, deliver: Deliver) -> None:
        self.connections = Connections()
        self._login = LoginPassword(user.encode(), password.encode())
        self._deliver = deliver

    async def start(self) -> int:
        """Listen on a free port of the loopback, and say which."""
        server = await asyncio.get_running_loop().create_server(lambda: _Protocol(self), HOST, 0)
        return self.connections.listen(server)

    async def stop(self) -> None:
        """Cut every connection and stop listening."""
        self.connections.close()

    def authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: object
    ) -> AuthResult:
        """Let in whoever has the user's name and password."""
        right = (
            isinstance(given, LoginPassword)
            and secrets.compare_digest(given.login, self._login.login)
            and secrets.compare_digest(given.password, self._login.password)
        )
        return AuthResult(success=right, handled=False)

    async def handle_MAIL(  # noqa: N802 - aiosmtpd looks the name up
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Refuse mail before the login; aiosmtpd's own switch for this writes a warning to the screen."""
        if not session.authenticated:
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Deliver the message as it came."""
        source = envelope.original_content or b""
        await self._deliver(envelope.mail_from or "", tuple(envelope.rcpt_tos), source)
        return "250 2.0.0 OK"
