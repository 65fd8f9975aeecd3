"""From a server's address to a greeted, encrypted connection on which IMAPClient and the wire share one buffer."""

from __future__ import annotations

import imaplib
import ipaddress
import socket
import ssl
from pathlib import Path
from typing import Any, Literal

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError

from config.schema import Server
from triage.mail.mailbox import MailboxError
from triage.mail.wire import GarbageError, Wire

_BUDGET = 1024 * 1024


class SharedImaplib(imaplib.IMAP4):
    """imaplib over a wire: no buffer of its own, and a bound on all that it reads until the login is done."""

    def __init__(self, wire: Wire, host: str, port: int) -> None:
        self._wire = wire
        self._budget = _BUDGET
        super().__init__(host, port)

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:  # noqa: ARG002
        """Take the wire as it is: it is connected."""
        self.host, self.port, self.sock = host, port, self._wire.socket

    def read(self, size: int) -> bytes:
        """A literal."""
        self._spend(size)
        return self._wire.literal(size, size)

    def readline(self) -> bytes:
        """A line with its end."""
        line = self._wire.note(self._wire.line())
        self._spend(len(line) + 2)
        return line + b"\r\n"

    def send(self, data: Any) -> None:
        """Send bytes as they are."""
        self._wire.send(data)

    def shutdown(self) -> None:
        """Close the connection."""
        self._wire.close()

    def starttls(self, ssl_context: ssl.SSLContext | None = None) -> tuple[Literal["OK"], list[None]]:
        """Go on over TLS; nothing that was heard before it is kept (RFC 9051, 6.2.1)."""
        kind, data = self._simple_command("STARTTLS")
        if kind != "OK" or ssl_context is None:
            raise self.error("STARTTLS refused")
        self._wire.secure(ssl_context, self.host)
        self.sock = self._wire.socket
        self.untagged_responses = {}
        self._get_capabilities()
        return "OK", data

    def _spend(self, size: int) -> None:
        self._budget -= size
        if self._budget < 0:
            raise GarbageError


class WireClient(IMAPClient):  # type: ignore[misc]
    """IMAPClient on a wire that is connected already."""

    def __init__(self, wire: Wire, server: Server, timeout: SocketTimeout) -> None:
        self.wire = wire
        super().__init__(server.host, server.imap_port, ssl=server.security == "tls", timeout=timeout)

    def _create_IMAP4(self) -> SharedImaplib:  # noqa: N802
        return SharedImaplib(self.wire, self.host, self.port)


def reach(server: Server, port: int, timeout: SocketTimeout) -> Wire:
    """Connect, over TLS at once where the settings say so. Raises OSError, ssl.SSLError and MailboxError."""
    if server.security == "none" and not is_loopback(server.host):
        raise MailboxError(
            f'security = "none" is for this computer alone; {server.host} needs "tls" or "starttls".', permanent=True
        )
    context = trusted(server) if server.security == "tls" else None
    connection = socket.create_connection((server.host, port), timeout.connect)
    try:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if context is not None:
            connection = context.wrap_socket(connection, server_hostname=server.host)
    except BaseException:
        connection.close()
        raise
    return Wire(connection)


def greet(wire: Wire, server: Server, timeout: SocketTimeout) -> WireClient:
    """Hear the greeting, and go on over TLS where the settings want STARTTLS: without it nothing is said."""
    client = WireClient(wire, server, timeout)
    if client.welcome.upper().startswith(b"* PREAUTH"):
        raise MailboxError(
            f"{server.host} lets everyone in without a password: that is not the server you mean.", permanent=True
        )
    if server.security == "starttls":
        _go_secure(client, server)
    return client


def _go_secure(client: WireClient, server: Server) -> None:
    try:
        client.starttls(trusted(server))
    except GarbageError:
        raise mixed_answers(server) from None
    except IMAPClientError:
        raise no_starttls(server, server.imap_port) from None


def mixed_answers(server: Server) -> MailboxError:
    """The error for words that came in the open, to be taken for encrypted ones."""
    why = f"{server.host} mixes open and encrypted answers: somebody may be listening in. Nothing was sent."
    return MailboxError(why, permanent=True)


def no_starttls(server: Server, port: int) -> MailboxError:
    """The error for a server without the encryption that the settings want."""
    why = f'{server.host} does not offer STARTTLS at port {port}. Try security = "tls".'
    return MailboxError(why, permanent=True)


def trusted(server: Server) -> ssl.SSLContext:
    """What to check certificates against: the system's authorities (SSL_CERT_FILE), or `ca_file` alone."""
    if not server.ca_file:
        return ssl.create_default_context()
    path = Path(server.ca_file).expanduser()
    try:
        return ssl.create_default_context(cafile=str(path))
    except OSError as error:
        reason = "holds no certificate" if isinstance(error, ssl.SSLError) else "can't be read"
        raise MailboxError(f"ca_file of {server.host} {reason}: {path}", permanent=True) from None


def is_loopback(host: str) -> bool:
    """The name or address of this very computer."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
