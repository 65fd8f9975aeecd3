"""The process behind the screen: it holds the desk and does what the interface asks for, each request in a thread.

Reading fifty thousand mails and working out who waits takes seconds of computing; in the interface's own process that
would delay every key. It ends when its standard input does.

Requests are (number, verb, arguments, options); answers (number, "event" | "done" | "failed", value).
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
from triage.desk.plainly import speaking_plainly
from triage.desk.port import DeskError
from triage.mail.accounts import connect

Send = Callable[[str, Any], None]
_DELIVERY_SECONDS = 180.0
"""How long a mail that is just leaving is waited for; a server that hangs is given up long before."""

_TURN_SECONDS = 0.0005
"""How long one request computes before another gets its turn: an act must not wait for a read."""


class Back:
    """Serves one desk over a pipe."""

    def __init__(self, desk: LocalDesk, answers: BinaryIO) -> None:
        self._desk, self._answers, self._writing = desk, answers, Lock()
        self._delivering: list[Thread] = []
        self._renewing = Lock()

    def serve(self, requests: BinaryIO) -> None:
        """Take requests until there are no more; mail that is just leaving leaves."""
        while True:
            try:
                number, verb, arguments, options = read_frame(requests)
            except EOFError:
                break
            thread = Thread(target=self._answer, args=(number, verb, arguments, options), daemon=True)
            thread.start()
            if verb == "deliver":
                self._delivering = [one for one in self._delivering if one.is_alive()] + [thread]
        for thread in self._delivering:
            thread.join(_DELIVERY_SECONDS)

    def close(self) -> None:
        """Bring everything up to date and log out."""
        self._desk.close()

    def _answer(self, number: int, verb: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> None:
        def send(kind: str, value: Any) -> None:
            with self._writing:
                write_frame(self._answers, (number, kind, value))

        try:
            send("done", self._do(verb, arguments, options, send))
        except DeskError as error:
            send("failed", error.why)
        except OSError:
            os._exit(0)
        except Exception as error:
            send("failed", f"Triage broke behind the screen: {type(error).__name__}.")

    def _do(self, verb: str, arguments: tuple[Any, ...], options: dict[str, Any], send: Send) -> Any:
        match verb:
            case "read_mail":
                (account,) = arguments
                return self._desk.read_mail(account, lambda event: send("event", event))
            case "refresh":
                self._desk.refresh()
                return None
            case "take_settings":
                return self._take_settings()
            case _:
                return getattr(self._desk, verb)(*arguments, **options)

    def _take_settings(self) -> None:
        """Another desk goes on by the settings as they are now; where they can't be used this one does.

        Raises DeskError.
        """
        with self._renewing:
            before = self._desk
            with speaking_plainly():
                house = open_house(before.house.settings_path, before.house.folder)
            if house.settings.account != before.house.settings.account:
                raise DeskError("The accounts in the settings have changed: start Triage anew to use them.")
            desk = LocalDesk(house, connect, lambda: datetime.now(UTC))
            desk.take_over(before)
            self._desk = desk
            before.close()


def main() -> None:
    """Serve the desk of `SETTINGS DATA` on standard input and output."""
    settings, data = sys.argv[1:]
    if hasattr(os, "nice"):
        os.nice(10)  # a key comes first
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    # Whatever prints must not get between the frames.
    sys.stdout = sys.stderr
    sys.setswitchinterval(_TURN_SECONDS)
    back = Back(LocalDesk(open_house(settings, data), connect, lambda: datetime.now(UTC)), answers)
    back.serve(requests)
    back.close()
    os._exit(0)


if __name__ == "__main__":
    main()
