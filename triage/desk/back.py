"""The process behind the screen: it holds the desk and does what the interface asks for, each request in a thread.

Reading fifty thousand mails and working out who waits takes seconds of computing; in the interface's own process that
would delay every key. It ends when its standard input does.

Requests are (number, verb, arguments); answers (number, "event" | "done" | "failed", value).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock, Thread
from typing import Any, BinaryIO

from triage.desk.desk import LocalDesk
from triage.desk.frames import read_frame, write_frame
from triage.desk.house import open_house
from triage.desk.port import DeskError
from triage.mail.accounts import connect

Send = Callable[[str, Any], None]


class Back:
    """Serves one desk over a pipe."""

    def __init__(self, desk: LocalDesk, answers: BinaryIO) -> None:
        self._desk, self._answers, self._writing = desk, answers, Lock()

    def serve(self, requests: BinaryIO) -> None:
        """Take requests until there are no more."""
        while True:
            try:
                number, verb, arguments = read_frame(requests)
            except EOFError:
                return
            Thread(target=self._answer, args=(number, verb, arguments), daemon=True).start()

    def _answer(self, number: int, verb: str, arguments: tuple[Any, ...]) -> None:
        def send(kind: str, value: Any) -> None:
            with self._writing:
                write_frame(self._answers, (number, kind, value))

        try:
            send("done", self._do(verb, arguments, send))
        except DeskError as error:
            send("failed", error.why)
        except OSError:
            os._exit(0)
        except Exception as error:
            send("failed", f"Triage broke behind the screen: {type(error).__name__}.")

    def _do(self, verb: str, arguments: tuple[Any, ...], send: Send) -> Any:
        match verb:
            case "read_mail":
                (account,) = arguments
                return self._desk.read_mail(account, lambda event: send("event", event))
            case "refresh":
                self._desk.refresh()
                return None
            case _:
                return getattr(self._desk, verb)(*arguments)


def main() -> None:
    """Serve the desk of `SETTINGS DATA` on standard input and output."""
    settings, data = sys.argv[1:]
    if hasattr(os, "nice"):
        os.nice(10)  # a key comes first
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    # Whatever prints must not get between the frames.
    sys.stdout = sys.stderr
    Back(LocalDesk(open_house(settings, data), connect, lambda: datetime.now(UTC)), answers).serve(requests)
    os._exit(0)


if __name__ == "__main__":
    main()
