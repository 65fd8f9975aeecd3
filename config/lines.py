"""Where each value of a TOML text stands: tomllib tells no lines, so a text that it took is read once more for them."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from contextlib import suppress

from config.errors import Path

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_PART = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_KEY = re.compile(rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*")
_HEADER = re.compile(rf"(\[\[?)[ \t]*({_KEY.pattern})[ \t]*\]\]?")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_BARE = re.compile(r"[^,\]}#\n]+")


def lines_of(text: str) -> dict[Path, int]:
    """The line, counted from 1, of every table, key and list item of a valid TOML text.

    Where it can't follow the text (nested too deeply, a form newer than TOML 1.0), those up to there.
    """
    scanner = _Scanner(text)
    with suppress(ValueError, RecursionError):
        scanner.scan()
    return scanner.lines


def line_at(lines: Mapping[Path, int], at: Path) -> int | None:
    """The line of a value, or of the nearest table around it that the text has; None where it has none."""
    return next((lines[at[:end]] for end in range(len(at), 0, -1) if at[:end] in lines), None)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}
        self.ends = [match.start() for match in re.finditer("\n", self.text)]

    def scan(self) -> None:
        table: Path = ()
        while self._peek():
            header = _HEADER.match(self.text, self.at)
            if header:
                table = self._open(header[2], listed=header[1] == "[[")
                self.at = header.end()
            else:
                self._pair(table)

    def _peek(self) -> str:
        """The next character that is neither blank nor comment; empty at the end."""
        self._take(_BLANK)
        return self.text[self.at : self.at + 1]

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise ValueError(f"unreadable at {self.at}")
        self.at = match.end()
        return match[0]

    def _mark(self, path: Path, at: int) -> None:
        self.lines.setdefault(path, bisect_right(self.ends, at) + 1)

    def _open(self, key: str, *, listed: bool) -> Path:
        """The path of a [table] or of one more [[table]]; a [[table]] on the way means its last one so far."""
        parts = _parts(key)
        path: Path = ()
        for depth, part in enumerate(parts, 1):
            path = (*path, part)
            self._mark(path, self.at)
            if listed and depth == len(parts):
                self.counts[path] = self.counts.get(path, 0) + 1
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
                self._mark(path, self.at)
        return path

    def _pair(self, table: Path) -> None:
        start, path = self.at, table
        for part in _parts(self._take(_KEY)):
            path = (*path, part)
            self._mark(path, start)
        self._take(_EQUALS)
        self._value(path)

    def _value(self, path: Path) -> None:
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self._items(path)
        elif opening == "{":
            self._inline(path)
        else:
            self._take(_STRING if opening in "\"'" else _BARE)

    def _items(self, path: Path) -> None:
        self.at += 1
        index = 0
        while self._peek() != "]":
            self._mark((*path, index), self.at)
            self._value((*path, index))
            index += 1
            self._comma()
        self.at += 1

    def _inline(self, path: Path) -> None:
        self.at += 1
        while self._peek() != "}":
            self._pair(path)
            self._comma()
        self.at += 1

    def _comma(self) -> None:
        if self._peek() == ",":
            self.at += 1


def _parts(key: str) -> list[str]:
    """The keys of a dotted key, unquoted."""
    parts: list[str] = []
    table: object = tomllib.loads(f"{key} = 0")
    while isinstance(table, dict):
        part, table = next(iter(table.items()))
        parts.append(part)
    return parts
