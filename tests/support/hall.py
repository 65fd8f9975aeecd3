"""Filing in memory for other processes: a hall in the test's process, and visitors who ask for one thing at a time."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import suppress
from datetime import datetime
from typing import Any, Self

from tests.support.office import Servers
from triage.mail.filing import Shelf
from triage.mail.mailbox import MailboxError

HOST = "127.0.0.1"


class Hall:
    """Serves the filing in memory to other processes, while its context lasts; a call is a line, and so is its answer."""

    def __init__(self) -> None:
        self.servers = Servers()
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]
        self._talks: list[threading.Thread] = []
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join(10)
        self._listener.close()

    def rest(self) -> None:
        """Wait until all who were connected have gone; they come in one after the other, and this one is the last."""
        with socket.create_connection((HOST, self.port), 10) as last:
            last.sendall(b'["greet", []]\n')
            last.recv(1)
        for talk in self._talks:
            talk.join(10)
        self._talks.clear()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                talk = threading.Thread(target=self._talk, args=(connection,))
                talk.start()
                self._talks.append(talk)

    def _talk(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rwb") as lines, suppress(OSError):
            for line in lines:
                if line.endswith(b"\n"):
                    verb, arguments = json.loads(line)
                    lines.write(json.dumps(getattr(self, f"_{verb}")(*arguments)).encode() + b"\n")
                    lines.flush()

    def _greet(self) -> None:
        """Say something, no more."""

    def _holds(self, shelf: str, message_id: str) -> bool:
        return self.servers.holds(Shelf(shelf), message_id)

    def _add(self, shelf: str, source: str, at: str) -> None:
        self.servers.add(Shelf(shelf), source.encode(), datetime.fromisoformat(at))

    def _mark(self, *arguments: Any) -> None:
        self.servers.mark(*arguments)

    def _remove_draft(self, message_id: str) -> None:
        self.servers.remove_draft(message_id)


class Visitor:
    """`Filing` in a hall."""

    def __init__(self, port: int) -> None:
        try:
            self._socket = socket.create_connection((HOST, port), 10)
        except OSError as error:
            raise MailboxError("The hall is closed.") from error

    def holds(self, shelf: Shelf, message_id: str) -> bool:
        return bool(self._ask("holds", shelf, message_id))

    def add(self, shelf: Shelf, source: bytes, at: datetime) -> None:
        self._ask("add", shelf, source.decode(), at.isoformat())

    def remove_draft(self, message_id: str) -> None:
        self._ask("remove_draft", message_id)

    def mark(self, folder: str, uidvalidity: int, uid: int, message_id: str, flag: str) -> None:
        self._ask("mark", folder, uidvalidity, uid, message_id, flag)

    def archive(self, folder: str, uidvalidity: int, uid: int, message_id: str) -> None:
        raise NotImplementedError

    def close(self) -> None:
        self._socket.close()

    def _ask(self, verb: str, *arguments: object) -> Any:
        self._socket.sendall(json.dumps((verb, arguments)).encode() + b"\n")
        answer = b""
        while not answer.endswith(b"\n"):
            answer += self._socket.recv(4096)
        return json.loads(answer)
