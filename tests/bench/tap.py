"""A way to a server on the loopback that notes every command that passes."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Thread
from typing import Self

_CHUNK = 1 << 16


class Tap:
    """Listens while its context lasts; `commands` are the names of what clients have sent, in order."""

    def __init__(self, port: int) -> None:
        self._server = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.commands: list[str] = []

    def __enter__(self) -> Self:
        Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._server))
                Thread(target=self._carry, args=(server, client), daemon=True).start()
                Thread(target=self._note, args=(client, server), daemon=True).start()

    def _note(self, client: socket.socket, server: socket.socket) -> None:
        """Lines with a tag are commands; UID is the first half of a command's name."""
        with suppress(OSError), server, client, client.makefile("rb") as lines:
            for line in lines:
                words = line.decode(errors="replace").upper().split()
                if len(words) > 1:
                    self.commands.append(" ".join(words[1 : 3 if words[1] == "UID" else 2]))
                server.sendall(line)

    def _carry(self, server: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while data := server.recv(_CHUNK):
                client.sendall(data)
            client.shutdown(socket.SHUT_RDWR)
