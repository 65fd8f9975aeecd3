"""An IMAP server that follows a script, however wrong: for what no honest server does."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Self

from imapclient import SocketTimeout

from config.schema import Account, Security, Server

PASSWORD = "s3cret-Word"
PASSWORD_COMMAND = ("printf", "s3cret%s\\n", "-Word")  # prints the password without holding it
PATIENT = SocketTimeout(10, 10)
HASTY = SocketTimeout(0.5, 0.25)  # for servers that hang
HANGS = "has not answered"
_PATIENCE = 10.0


class Peer:
    """The server's end of one connection."""

    def __init__(self, connection: socket.socket) -> None:
        connection.settimeout(_PATIENCE)
        self.connection = connection
        self.heard: list[bytes] = []
        self._buffer = b""

    def say(self, *lines: bytes) -> None:
        """Send lines, with their ends."""
        self.send(b"".join(line + b"\r\n" for line in lines))

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.connection.sendall(data)

    def hear(self) -> bytes:
        """Wait for a command; its tag."""
        return self.hear_line().partition(b" ")[0]

    def hear_line(self) -> bytes:
        """Wait for a line."""
        while b"\r\n" not in self._buffer:
            data = self.connection.recv(65536)
            if not data:
                raise ConnectionError
            self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\r\n")
        self.heard.append(line)
        return line

    def answer(self, *lines: bytes, end: bytes = b"OK done") -> None:
        """Wait for a command and answer it: untagged lines, then the end."""
        tag = self.hear()
        self.say(*(b"* " + line for line in lines), tag + b" " + end)

    def greet(self, capabilities: bytes = b"") -> None:
        """The greeting and the capabilities that imaplib asks for."""
        self.say(b"* OK ready")
        self.answer(b"CAPABILITY IMAP4rev1 " + capabilities)

    def let_in(self, capabilities: bytes = b"") -> None:
        """All up to a good login, and the capabilities after it."""
        self.greet(capabilities)
        self.answer(end=b"OK [CAPABILITY IMAP4rev1 " + capabilities + b"] in")

    def show(self, exists: int = 3, capabilities: bytes = b"") -> None:
        """A login, and a folder opened."""
        self.let_in(capabilities)
        self.answer(b"%d EXISTS" % exists, b"OK [UIDVALIDITY 7]", b"OK [UIDNEXT 100]")

    def secure(self, context: ssl.SSLContext) -> None:
        """Go on over TLS."""
        self.connection = context.wrap_socket(self.connection, server_side=True)

    def hang(self) -> None:
        """Say nothing until the client logs out or has gone."""
        while (data := self.connection.recv(65536)) and b"LOGOUT" not in data:
            continue


Script = Callable[[Peer], None]


class HostileImap:
    """Serves one connection by its script while its context lasts. With `tls` the connection starts with a handshake."""

    def __init__(self, script: Script, tls: ssl.SSLContext | None = None) -> None:
        self._script = script
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)
        self.port: int = self._listener.getsockname()[1]
        self.heard: list[bytes] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(_PATIENCE)

    def account(
        self, security: Security = "none", host: str = "127.0.0.1", user: str = "me", ca_file: str = ""
    ) -> Account:
        """The settings of somebody who trusts this server with mail."""
        server = Server(host, user, self.port, security, password_command=PASSWORD_COMMAND, ca_file=ca_file)
        return Account("test", "me@studio.example", server)

    def _serve(self) -> None:
        with suppress(OSError):
            connection, _ = self._listener.accept()
            with connection:
                peer = Peer(connection)
                peer.heard = self.heard
                with suppress(OSError):
                    if self._tls:
                        peer.secure(self._tls)
                    self._script(peer)
                with suppress(OSError):
                    peer.connection.close()
