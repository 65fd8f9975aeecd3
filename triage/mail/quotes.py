"""The lines of a page, quoted ones with their marks: quotes, what introduces them, all below another mail's header."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from triage.mail.html_marks import WROTE

RULE = "———"

_DEEPEST = 20  # quotes that are shown inside each other
_LONGEST = 400_000  # characters that are kept
_LONGEST_INTRODUCTION = 400
_INTRODUCTION = 4  # lines
_GAP = 2  # empty lines between an introduction and its quote
_HEADER = 12  # lines in which the fields of a quoted mail stand
_FEWEST_FIELDS = 3

_DATE = r"\d{1,2}:\d\d|\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}"
_DATED = re.compile(_DATE)
_TOLD = re.compile(rf"{_DATE}|[^\s<>@]@[^\s<>@]")
_TIMED = re.compile(r"\d{1,2}\u200e?[:.h]\u200e?\d\d")  # Windows Mail puts marks of direction between
_ENDS_WITH = (":", "：", "----")
_FIELD = re.compile(r"[*\s]{0,4}[^\W\d_][^:：<>@]{0,30}[:：](?:\s|$)")


class Quote(Enum):
    """What a block says of itself: a quote for sure, perhaps or not at all, what introduces one, or both together."""

    CITED = auto()
    BARE = auto()
    INDENTED = auto()
    INTRODUCTION = auto()
    REPLY = auto()


@dataclass(slots=True)
class _Block:
    quote: Quote
    level: int  # what it adds to the depth
    start: int  # its first line
    ends_introduction: bool = False


class QuotedLines:
    """Lines on the way, each with "> " for each quote that it stands in."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._depth = 0
        self._blocks: list[_Block] = []
        self._bare: list[tuple[int, int]] = []
        self._quotes = False  # there are quotes for sure
        self._filled = False
        self._written = False  # something stands outside of them
        self._below = False  # all is quoted from here on
        self._forwarded = False  # the first line stands in another mail, not in a quote of its own

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def last(self) -> str:
        """The last line, "" where there is none."""
        return self._lines[-1] if self._lines else ""

    @property
    def is_own(self) -> bool:
        """What comes next is in no quote, and something of the writer's stands above it."""
        return self._depth == 0 and self._written

    def add(self, line: str) -> None:
        """One more line, as deep in quotes as the open blocks are."""
        if self._length > _LONGEST:
            return
        if line and not self._filled:
            self._filled = True
            self._forwarded = self._below or (bool(self._blocks) and self._blocks[0].quote is Quote.REPLY)
        prefix = "> " * min(self._depth, _DEEPEST)
        line = line if line == "-- " else line.rstrip()
        self._lines.append(prefix + line if line else prefix.rstrip())
        self._length += len(prefix) + len(line) + 1
        self._written = self._written or not (prefix or not line)

    def start(self, quote: Quote) -> None:
        """A block begins. A bare one is a quote below an introduction, in a quote, and where there have been quotes."""
        block = _Block(quote, 0, len(self._lines))
        outer = self._blocks[-1] if self._blocks else None
        if quote is Quote.REPLY:
            block.level = 1
        elif quote is Quote.INTRODUCTION:
            block.level = int(outer is None or outer.quote is not Quote.REPLY)
        elif quote in (Quote.CITED, Quote.BARE):
            block.ends_introduction = outer is not None and self._is_introduction(outer)
            introduced = not block.ends_introduction and self._mark_introduction()
            if quote is Quote.CITED or introduced or self._quotes:
                block.level = int(not block.ends_introduction)
        self._quotes = self._quotes or block.level > 0
        self._depth += block.level
        self._blocks.append(block)

    def end(self) -> None:
        """The innermost block ends; what follows the quote of a reply is the answer to it."""
        if not self._blocks:
            return
        block = self._blocks.pop()
        self._depth -= block.level
        if block.ends_introduction and self._blocks:
            self._depth -= self._blocks[-1].level
            self._blocks[-1].level = 0
        elif block.quote is Quote.BARE and not block.level:
            self._bare.append((block.start, len(self._lines)))

    def quote_below(self) -> None:
        """All that comes is another mail; in a quote that is over where the quote is."""
        if not self._depth:
            self._mark_rule(len(self._lines))
            self._depth += 1
            self._below = self._quotes = True

    def end_header(self, start: int) -> None:
        """If the lines from `start` on are the header of a quoted mail, they are quoted, and so is all that comes."""
        lines = self._lines[start : start + _HEADER]
        fields = sum(1 for line in lines if _FIELD.match(line.lstrip("> ")))
        if not self._depth and fields >= _FEWEST_FIELDS and any(map(_TIMED.search, lines)):
            self._mark_rule(start)
            self._mark(start, len(self._lines))
            self.quote_below()

    def finished(self) -> list[str]:
        """All lines; a bare block with nothing below it is quoted, but not a forwarded mail with nothing around it."""
        filled = [at for at, line in enumerate(self._lines) if line.strip("> ")]
        for start, end in self._bare:
            if filled and start <= filled[-1] < end and any(self._is_written(at) for at in filled if at < start):
                self._mark(start, end)
        if self._forwarded and not any(self._is_written(at) for at in filled):
            return [line.removeprefix(">").removeprefix(" ") for line in self._lines]
        return self._lines

    def _is_written(self, at: int) -> bool:
        return not self._lines[at].startswith(">")

    def _is_introduction(self, block: _Block) -> bool:
        """What stands in the block so far only says who wrote what comes."""
        if block.quote is not Quote.REPLY or not block.level or len(self._lines) - block.start > 2 * _INTRODUCTION:
            return False
        return sum(1 for line in self._lines[block.start :] if line.strip("> ")) <= _INTRODUCTION

    def _mark_introduction(self) -> bool:
        """Quote the line above that says who wrote what comes, in whatever language: it ends with a colon."""
        last = self._filled_above(len(self._lines), _GAP)
        line = self._lines[last] if last >= 0 else ""
        if len(line) > _LONGEST_INTRODUCTION or not line.endswith(_ENDS_WITH):
            return False
        first = last
        if not _DATED.search(line) and last and _DATED.search(self._lines[last - 1][:_LONGEST_INTRODUCTION]):
            first = last - 1
        elif not _TOLD.search(line) and not WROTE.search(line):
            return False
        self._mark(first, len(self._lines))
        return True

    def _mark_rule(self, start: int) -> None:
        """A line across right above another mail belongs to it."""
        above = self._filled_above(start, _GAP)
        if above >= 0 and not self._lines[above].strip("—_- "):
            self._mark(above, start)

    def _filled_above(self, start: int, gap: int) -> int:
        """The last line above `start` that is not empty, -1 where it is farther than `gap`."""
        for at in range(start - 1, max(-1, start - gap - 2), -1):
            if self._lines[at].strip("> "):
                return at
        return -1

    def _mark(self, start: int, end: int) -> None:
        for at in range(start, min(end, len(self._lines))):
            self._lines[at] = f"> {self._lines[at]}".rstrip()
