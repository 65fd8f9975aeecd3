"""Listening on the loopback, and cutting what is connected: the same for both demo servers."""

from __future__ import annotations

import asyncio
from weakref import WeakSet

HOST = "127.0.0.1"


class Connections:
    """The open connections of one server; cutting them never waits for the other side."""

    def __init__(self) -> None:
        self._server: asyncio.Server | None = None
        self._transports: WeakSet[asyncio.WriteTransport] = WeakSet()

    def listen(self, server: asyncio.Server) -> int:
        """Keep the listening server, and give its port."""
        self._server = server
        port: int = server.sockets[0].getsockname()[1]
        return port

    def add(self, transport: asyncio.WriteTransport) -> None:
        """Keep a connection until it ends."""
        self._transports.add(transport)

    def drop(self) -> None:
        """Cut every connection at once, unsent bytes too."""
        for transport in list(self._transports):
            transport.abort()

    def close(self) -> None:
        """Stop listening and cut every connection; waits for nothing (on Python 3.12+ `wait_closed` would)."""
        if self._server is not None:
            self._server.close()
        self.drop()
