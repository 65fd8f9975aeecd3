"""A full-screen program in a pseudo-terminal, timed by what it draws."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

COLUMNS, LINES = 120, 40
LIMIT = 120.0
QUIET = 0.04
"""Seconds without output after which an answer to a key has ended; they are not counted."""

_STEERING = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[ -/]*[0-~])")
_ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62;c", b"\x1b[0c": b"\x1b[?62;c"}
_CHUNK = 1 << 16
_SEEN = 1 << 17
_IDLE = 0.05


class Terminal:
    """One program from its start to its end; it is killed when the context is left before."""

    def __init__(self, command: Sequence[str | Path]) -> None:
        self._near, far = pty.openpty()
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        environ = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        environ |= {"TERM": "xterm-256color", "COLUMNS": str(COLUMNS), "LINES": str(LINES)}
        self._drawn = b""
        self._started = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=far, stdout=far, stderr=far, env=environ, start_new_session=True
        )
        os.close(far)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._near)

    @property
    def text(self) -> str:
        """What has been drawn of late, some screens' worth, without what steers the terminal."""
        return _STEERING.sub(b"", self._drawn[-_SEEN:]).decode(errors="replace")

    def until(self, pattern: str) -> float:
        """Seconds from the start until a text that matches has been drawn."""
        wanted = re.compile(pattern)
        while not wanted.search(self.text):
            if not self._read(LIMIT):
                raise RuntimeError(f"{pattern} was never drawn; the last was: {self.text[-500:]}")
        return time.perf_counter() - self._started

    def settle(self, quiet: float = 0.5) -> None:
        """Wait until nothing has been drawn for so long."""
        while self._read(quiet):
            pass

    def rest(self) -> None:
        """Wait until for a second nothing has been drawn and, where the system tells, next to nothing computed."""
        before = -_IDLE
        while (spent := self._spent()) - before >= _IDLE:
            before = spent
            self.settle(1.0)

    def press(self, key: str, quiet: float = QUIET) -> float | None:
        """Seconds from a key to the last byte that is drawn for it; None where nothing is."""
        pressed, last, patience = time.perf_counter(), None, 2.0
        self.send(key)
        while self._read(patience):
            last, patience = time.perf_counter(), quiet
        return None if last is None else last - pressed

    def react(self, key: str, pattern: str) -> float:
        """Seconds from a key until a text that matches has been drawn after it."""
        before, wanted = len(self._drawn), re.compile(pattern)
        pressed = time.perf_counter()
        self.send(key)
        while not wanted.search(_STEERING.sub(b"", self._drawn[before:]).decode(errors="replace")):
            if not self._read(LIMIT):
                raise RuntimeError(f"{pattern} was not drawn after {key}")
        return time.perf_counter() - pressed

    def send(self, keys: str) -> None:
        """Type something."""
        os.write(self._near, keys.encode())

    def end(self) -> float:
        """Seconds from the start until the program has ended by itself."""
        while self._read(LIMIT):
            pass
        self._process.wait(LIMIT)
        return time.perf_counter() - self._started

    def _read(self, patience: float) -> bool:
        """Take what is drawn within that time; False where nothing came, or nothing more will."""
        if not select.select([self._near], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._near, _CHUNK)
        except OSError:  # Linux says so when the other side is closed
            return False
        for question, answer in _ANSWERS.items():
            if question in data:
                os.write(self._near, answer)
        self._drawn += data
        return bool(data)

    def _spent(self) -> float:
        """Seconds that the program has computed so far; 0 where the system does not tell."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
