"""Programs that end, or stop for a while, at one certain call to the system: each is forked from one that is warm.

What counts as a call is what leaves a trace outside the process: files opened, written, forced to the disk, renamed,
removed and locked, and sockets connected and written. The moments before such a call are numbered from 1, in all threads
together; the one before a call is the one after what was done last. Reading is no such call: in how many pieces an
answer comes differs from run to run.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import IOBase
from pathlib import Path
from socket import SocketType
from types import ModuleType
from typing import Any, Self

ROOT = Path(__file__).parents[2]
CALLS = frozenset(
    ("open", "write", "fsync", "replace", "link", "unlink", "mkdir", "flock", "connect", "send", "sendall")
)


class Forge:
    """Starts programs: a function by its name ("module:function") with arguments that JSON knows."""

    def __init__(self, *modules: str) -> None:
        """`modules` are imported once, before the first program starts."""
        command = [sys.executable, "-m", __name__, *modules]
        self._server = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server.stdin is not None
        self._server.stdin.close()
        assert self._server.wait(30) == 0

    def start(self, job: str, *arguments: object, stop: int = 0, pipes: Sequence[str] = ()) -> int:
        """Start a program; it is killed at moment `stop`, or waits there for a word through `pipes`. Its number."""
        started: int = self._ask({"job": job, "arguments": arguments, "stop": stop, "pipes": pipes})
        return started

    def wait(self, program: int) -> bool:
        """Wait for its end; False where it was killed. It must not have failed."""
        status = self._ask({"wait": program})
        assert status in (0, -signal.SIGKILL), f"the program failed with {status}"
        return bool(status == 0)

    def run(self, job: str, *arguments: object, stop: int = 0) -> bool:
        """Run a program to its end; False where it was killed."""
        return self.wait(self.start(job, *arguments, stop=stop))

    @contextmanager
    def paused(self, folder: Path, job: str, *arguments: object, stop: int) -> Iterator[bool]:
        """The program has come to moment `stop`, and stays there while the context lasts; False where it has ended."""
        pipes = [str(folder / name) for name in ("reached", "onward")]
        for pipe in pipes:
            os.mkfifo(pipe)
        program = self.start(job, *arguments, stop=stop, pipes=pipes)
        with open(pipes[0], "rb") as reached, open(pipes[1], "wb"):  # noqa: PTH123 - as the other end does
            yield reached.read(1) != b""
        assert self.wait(program)
        for pipe in pipes:
            Path(pipe).unlink()

    def _ask(self, request: dict[str, Any]) -> Any:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(json.dumps(request).encode() + b"\n")
        self._server.stdin.flush()
        return json.loads(self._server.stdout.readline())


def _serve(modules: Sequence[str]) -> None:
    for module in modules:
        importlib.import_module(module)
    for line in sys.stdin.buffer:
        request = json.loads(line)
        if "wait" in request:
            answer = os.waitstatus_to_exitcode(os.waitpid(request["wait"], 0)[1])
        else:
            answer = os.fork()
            if answer == 0:
                _play(**request)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _play(job: str, arguments: Sequence[Any], stop: int, pipes: Sequence[str]) -> None:
    """In the child: run the function, and leave without a look back."""
    status = 1
    try:
        module, _, name = job.partition(":")
        function = getattr(importlib.import_module(module), name)
        at_stop = _waiting(*pipes) if pipes else _die
        if stop:
            _watch(stop, at_stop)
        function(*arguments)
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(status)


def _watch(stop: int, at_stop: Callable[[], None]) -> None:
    """Call `at_stop` at the moment with that number, whichever thread comes to it."""
    moments = 0

    def count(_: object, event: str, function: Any) -> None:
        nonlocal moments
        if event != "c_call" or function.__name__ not in CALLS:
            return
        if isinstance(function.__self__, ModuleType | IOBase | SocketType):
            moments += 1
            if moments == stop:
                at_stop()

    threading.setprofile(count)
    sys.setprofile(count)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _waiting(reached: str, onward: str) -> Callable[[], None]:
    writing, reading = os.open(reached, os.O_WRONLY), os.open(onward, os.O_RDONLY)

    def wait() -> None:
        os.write(writing, b"r")
        os.read(reading, 1)

    return wait


if __name__ == "__main__":
    _serve(sys.argv[1:])
