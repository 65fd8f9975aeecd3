"""A proxy on the loopback that cuts a connection when a server has said so much, and counts what goes through."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Self

_CHUNK = 4096


class CuttingProxy:
    """Stands before a server while its context lasts; the first connection breaks after `limit` bytes from the server."""

    def __init__(self, port: int, limit: int) -> None:
        self._server, self._left = port, limit
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._serve)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(10)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._server))
                limit, self._left = self._left, 1 << 60
                for ends in ((client, server, 1 << 60), (server, client, limit)):
                    self._threads.append(threading.Thread(target=_relay, args=ends))
                    self._threads[-1].start()


def _relay(source: socket.socket, sink: socket.socket, limit: int) -> None:
    """Hand on what comes until there is no more, or it was enough; then both ends are closed."""
    with suppress(OSError):
        while limit > 0 and (data := source.recv(_CHUNK)):
            sink.sendall(data[:limit])
            limit -= len(data)
    for end in (source, sink):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
