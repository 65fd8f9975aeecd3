"""The bytes between an IMAP server and us: one buffer, where every line, literal and answer is bounded.

IMAPClient logs in over this wire; searches and the bulk of headers and bodies are read from it directly, since
IMAPClient's own reading of FETCH is several times too slow for a first read.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Container, Generator, Iterator
from socket import socket
from typing import NamedTuple

LINE_LIMIT = 64 * 1024
LITERAL_LIMIT = 256 * 1024 * 1024
HEADER_LIMIT = 256 * 1024

_CHUNK = 256 * 1024
_REST_LIMIT = 64 * 1024 * 1024
_NOISE_LIMIT = 1_000_000
_LITERALS_LIMIT = 32

_STATUS = re.compile(rb"(\S+) (OK|NO|BAD|BYE|PREAUTH)(?: +(.*)|\Z)", re.DOTALL | re.IGNORECASE)
_USUAL = re.compile(
    rb'\* \d+ FETCH \(UID (\d{1,10})(?: INTERNALDATE "([^"\\]*)")? RFC822\.SIZE (\d{1,15}) '
    rb"BODY\[[^\]]*\](?:<0>)? \{\d+\}"
)
_FETCH = re.compile(rb"\* \d+ FETCH \(", re.IGNORECASE)
_LITERAL = re.compile(rb"~?\{(\d{1,15})\+?\}")
_ITEM = re.compile(
    rb"\ ?([A-Z0-9.\-]+(?:\[[^\]]*\](?:<\d+>)?)?)\ (?:"
    rb'"((?:[^"\\]|\\.)*+)"'
    rb"|(~?\{\d+\+?\}\Z)"
    rb'|([^\s()"{}]+)'
    rb'|\((?:[^()"]|"(?:[^"\\]|\\.)*+"|\((?:[^()"]|"(?:[^"\\]|\\.)*+")*+\))*+\)'
    rb")",
    re.IGNORECASE | re.VERBOSE,
)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)


class WireError(Exception):
    """The server broke the protocol or the bounds; `words` are its own, not cleaned."""

    def __init__(self, words: bytes = b"") -> None:
        super().__init__()
        self.words = words


class GarbageError(WireError):
    """What came is not IMAP, or is beyond all bounds."""


class HangupError(WireError):
    """The server closed the connection, with a BYE or without a word."""


class RefusedError(WireError):
    """The server answered NO or BAD to a command."""


class Fetched(NamedTuple):
    """One message of a FETCH: INTERNALDATE as the server wrote it, `size` in bytes, `source` the header or body."""

    uid: int
    arrived: bytes
    size: int
    source: bytes


class Wire:
    """A connected socket and its read buffer. One command runs at a time; OSError and TimeoutError pass through."""

    def __init__(self, connection: socket) -> None:
        self.socket = connection
        self.last_status = b""
        """The newest tagged or BYE answer that was not OK."""
        self._buffer = b""
        self._at = 0
        self._count = 0
        self._running: bytes | None = None

    def send(self, data: bytes) -> None:
        """Send bytes as they are. The time-out holds for each part of a long message, not for all of it."""
        for start in range(0, len(data), _CHUNK):
            self.socket.sendall(data[start : start + _CHUNK])

    def secure(self, context: ssl.SSLContext, host: str) -> None:
        """Go on over TLS. Raises GarbageError when bytes from before it are left: they are nobody's word."""
        if self._at < len(self._buffer):
            raise GarbageError
        self.socket = context.wrap_socket(self.socket, server_hostname=host)

    def close(self) -> None:
        """Close the socket; never raises."""
        try:
            self.socket.close()
        except OSError:
            return

    def farewell(self, patience: float, goodbye: bytes = b"W0 LOGOUT\r\n") -> None:
        """Log out, wait a little for the server's answer, and close; never raises."""
        try:
            self.socket.settimeout(patience)
            self.send(goodbye)
            for _ in range(4):
                if not self.socket.recv(_CHUNK):
                    break
        except (OSError, ValueError):
            pass
        self.close()

    def line(self, limit: int = LINE_LIMIT) -> bytes:
        """The next line without its end."""
        end = self._buffer.find(b"\n", self._at)
        if end >= 0:
            line = self._buffer[self._at : end]
            self._at = end + 1
        else:
            line = self._long_line(limit)
        if len(line) > limit:
            raise GarbageError
        return line.removesuffix(b"\r")

    def literal(self, size: int, keep: int) -> bytes:
        """The next `size` bytes, of which the first `keep` are returned and the rest is dropped."""
        end = self._at + size
        if end <= len(self._buffer):
            at, self._at = self._at, end
            return self._buffer[at : at + min(size, keep)]
        parts = []
        while size > 0:
            part = self._buffer[self._at : self._at + size]
            if part:
                self._at += len(part)
                size -= len(part)
                parts.append(part[:keep])
                keep = max(keep - len(part), 0)
            else:
                self._receive()
        return b"".join(parts)

    def note(self, line: bytes) -> bytes:
        """Remember a line's status if it is a refusal or a BYE, and return the line."""
        status = _STATUS.match(line)
        if status and status[2].upper() in ((b"BYE",) if status[1] == b"*" else (b"NO", b"BAD")):
            self.last_status = line
        return line

    def answers(self, command: bytes, keep: int, line_limit: int = LINE_LIMIT) -> Iterator[list[bytes]]:
        """Run a command: each untagged answer as [line, literal, line, …], a literal's first `keep` bytes only.

        Raises RefusedError at NO and BAD, HangupError at BYE and a lost connection, GarbageError. When it is left
        early, the next command reads what is left of it first.
        """
        self.settle()
        self._count += 1
        tag = b"W%d" % self._count
        self.send(tag + b" " + command + b"\r\n")
        self._running = tag
        for _ in range(_NOISE_LIMIT):
            line = self.line(line_limit)
            if line[:2] == b"* ":
                if line[-1:] == b"}" or line[2:3] in b"Bb":
                    yield self._whole(line, keep)
                else:
                    yield [line]
                if self._running is not tag:
                    raise RuntimeError("another command ran before this one was read to its end")
            else:
                self._finish(line, tag)
                return
        raise GarbageError

    def fetch(self, command: bytes, wanted: Container[int], keep: int) -> Generator[Fetched, None, None]:
        """Run a FETCH: the messages of `wanted` that come with a BODY; all else that the server says is passed by."""
        for answer in self.answers(command, keep):
            usual = _USUAL.fullmatch(answer[0])
            if usual and len(answer) == 3 and answer[2] == b")":
                uid, arrived, size = usual.groups()
                fetched: Fetched | None = Fetched(int(uid), arrived or b"", int(size), answer[1])
            else:
                fetched = _fetched(answer)
            if fetched and fetched.uid in wanted:
                yield fetched

    def settle(self) -> None:
        """Read what a command that was left early still owes."""
        for _ in range(_NOISE_LIMIT):
            if self._running is None:
                return
            line = self.line(_REST_LIMIT)
            if line[:2] == b"* ":
                self._whole(line, 0)
            else:
                self._running = None
        raise GarbageError

    def _finish(self, line: bytes, tag: bytes) -> None:
        status = _STATUS.match(line)
        if status is None or status[1] != tag:
            raise GarbageError(line)
        self._running = None
        if status[2].upper() != b"OK":
            raise RefusedError(status[3] or b"")

    def _whole(self, line: bytes, keep: int) -> list[bytes]:
        """An untagged answer with its literals; status answers end in text and have none."""
        status = None if line[2:3].isdigit() else _STATUS.match(line)
        if status:
            if status[2].upper() == b"BYE":
                raise HangupError(status[3] or b"")
            return [line]
        answer = [line]
        while line[-1:] == b"}" and (found := _LITERAL.fullmatch(line, line.rfind(b"{"))):
            size = int(found[1])
            if size > LITERAL_LIMIT or len(answer) > 2 * _LITERALS_LIMIT:
                raise GarbageError
            line_after = self.literal(size, keep)
            line = self.line()
            answer += (line_after, line)
        return answer

    def _long_line(self, limit: int) -> bytes:
        parts = []
        size = 0
        end = -1
        while end < 0:
            parts.append(self._buffer[self._at :])
            size += len(parts[-1])
            if size > limit:
                raise GarbageError
            self._receive()
            end = self._buffer.find(b"\n")
        parts.append(self._buffer[:end])
        self._at = end + 1
        return b"".join(parts)

    def _receive(self) -> None:
        """Replace the buffer, all of which has been used."""
        self._buffer = self.socket.recv(_CHUNK)
        self._at = 0
        if not self._buffer:
            raise HangupError


def _fetched(answer: list[bytes]) -> Fetched | None:
    """The items of one FETCH answer, in any order; None without a UID or a BODY, and for other answers."""
    head = _FETCH.match(answer[0])
    if not head:
        return None
    at = head.end()
    uid, arrived, size, source = 0, b"", 0, None
    line = answer[0]
    index = 0
    while item := _ITEM.match(line, at):
        name, quoted, literal, atom = item.groups()
        at = item.end()
        if literal and index + 2 < len(answer):
            value, line, at = answer[index + 1], answer[index + 2], 0
            index += 2
        elif quoted is not None:
            value = _ESCAPED.sub(rb"\1", quoted) if b"\\" in quoted else quoted
        else:
            value = b"" if atom is None or atom.upper() == b"NIL" else atom
        name = name.upper()
        if name[:5] == b"BODY[":
            source = value
        elif name == b"UID":
            uid = _number(value)
        elif name == b"INTERNALDATE":
            arrived = value
        elif name == b"RFC822.SIZE":
            size = _number(value)
    if source is None or not uid:
        return None
    return Fetched(uid, arrived, size, source)


def _number(text: bytes) -> int:
    return int(text) if len(text) <= 15 and text.isdigit() else 0
