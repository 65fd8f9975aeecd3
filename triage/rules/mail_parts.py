"""What each line of a mail is: the writer's own, quoted, or added below it as a signature and by programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from triage.rules import quote_marks as marks
from triage.rules.footers import own_start, without_device
from triage.rules.mail_lines import MailLines, look_at
from triage.rules.quotes import Ask, ask_about, find_quote
from triage.rules.signatures import own_end

_MOST_LINES = 5000  # what stands behind them nobody wrote by hand
_MOST_CHARACTERS = 100_000  # the same; a body is at most 64 kB
_LONGEST_SIGNATURE = 15  # lines
_LONGEST_PLAIN_SIGNATURE = 40  # lines where it is marked as the standard has it
_PLAIN_MARK = "-- "


class Part(Enum):
    """What a line is."""

    NEW = auto()
    QUOTED = auto()
    SIGNATURE = auto()


# A member's name is looked up slowly in Python 3.11, and these are asked for at each line.
NEW, QUOTED, SIGNATURE = Part
_NOTHING, _MARKED, _QUOTE = Ask


def parts_of(raw: Sequence[str]) -> list[Part]:
    """What each line is; all are new where nothing else would be left of the writer's words. Linear."""
    lines = look_at(_first(raw))
    parts = _Reader(lines, raw, [NEW] * len(lines.bare)).read()
    _cut_ends(parts, lines)
    if not any(part is NEW and line for part, line in zip(parts, lines.bare, strict=True)):
        return [NEW] * len(raw)
    return parts + [QUOTED] * (len(raw) - len(parts))


def own_sections(parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Where new lines stand together: from which on, and up to which."""
    at, most = 0, len(parts)
    while at < most:
        start = at
        while at < most and parts[at] is NEW:
            at += 1
        if start < at:
            yield start, at
        at += 1


def _first(raw: Sequence[str]) -> Sequence[str]:
    """The lines that are looked at, one at least."""
    if len(raw) <= _MOST_LINES and sum(map(len, raw)) <= _MOST_CHARACTERS:
        return raw
    left = _MOST_CHARACTERS
    for at, line in enumerate(raw[:_MOST_LINES]):
        left -= len(line)
        if left < 0:
            return raw[: at + 1]
    return raw[:_MOST_LINES]


@dataclass(slots=True)
class _Reader:
    """Goes through the lines once and says what each is before the ends are cut.

    `own`: filled lines taken for new so far; `quoted`: the line behind the last quote, `dashes`: a line of dashes that
    may begin a signature, both beyond the lines where there is none; `parted`: such a line stands in the own words.
    """

    lines: MailLines
    raw: Sequence[str]
    parts: list[Part]
    own: int = 0
    signature: bool = False
    quoted: int = _MOST_LINES
    dashes: int = _MOST_LINES
    parted: bool = False

    def read(self) -> list[Part]:
        asks, bare, most = ask_about(self.lines), self.lines.bare, len(self.parts)
        at = 0
        while at < most:
            ask, end = asks[at], at + 1
            if ask is _MARKED:
                while end < most and asks[end] is _MARKED:
                    end += 1
                self._take_quote(at, at, end)
            elif ask is _QUOTE and (quote := find_quote(self.lines, at, has_own=self.own > 0)):
                end = quote[1]
                self._take_quote(at, *quote)
            elif self.signature or (ask is _QUOTE and self._starts_signature(at)):
                self.parts[at] = SIGNATURE
                self.signature = bare[at] != marks.SEALED and not bare[at].startswith(marks.SEALED_WITH)
            elif bare[at]:
                self.own += 1
            at = end
        return self.parts

    def _take_quote(self, at: int, start: int, end: int) -> None:
        """A quote that shows at `at` goes from `start` to `end`; so do empty lines between it and the one before."""
        bare = self.lines.bare
        if self.dashes < start <= self.dashes + _LONGEST_SIGNATURE and not _asks(bare[self.dashes : start]):
            self.own -= sum(map(bool, bare[self.dashes : start]))
            self.parts[self.dashes : start] = [SIGNATURE] * (start - self.dashes)
        self.own -= sum(self.parts[other] is NEW and bare[other] != "" for other in range(start, at))
        if self.quoted < start <= self.lines.following[self.quoted]:
            start = self.quoted
        self.parts[start:end] = [QUOTED] * (end - start)
        self.signature, self.quoted, self.dashes, self.parted = False, end, _MOST_LINES, False

    def _starts_signature(self, at: int) -> bool:
        """A line of two dashes with little between it and the end (RFC 3676), or what PGP adds."""
        line, bare = self.lines.bare[at], self.lines.bare
        if line in (marks.SEALED, marks.SEAL):
            return True
        if line.startswith(marks.SEALED_WITH):
            return at > 0 and bare[at - 1] == marks.SEALED
        if line not in marks.SIGNATURES:
            return False
        if self.parted:
            return False
        self.parted, self.dashes = True, at
        plain = self.raw[at] == _PLAIN_MARK
        most = _LONGEST_PLAIN_SIGNATURE if plain else _LONGEST_SIGNATURE
        return len(bare) <= at + 1 + most and (plain or not _asks(bare[at:]))


def _asks(lines: Sequence[str]) -> bool:
    """A question, or another line of dashes: no signature."""
    return any(line[-1:] == "?" or line in marks.SIGNATURES for line in lines[1:])


def _cut_ends(parts: list[Part], lines: MailLines) -> None:
    """Device lines go from the end of each own section, block and footers from the last one, warnings from the top."""
    sections = list(own_sections(parts))
    last = True
    for start, end in reversed(sections):
        cut = own_end(lines, start, end) if last else without_device(lines, start, end)
        parts[cut:end] = [SIGNATURE] * (end - cut)
        last = last and not any(lines.bare[start:cut])
    if sections and lines.following[0] >= sections[0][0]:
        start, end = sections[0]
        begin = own_start(lines, start, end)
        parts[start:begin] = [SIGNATURE] * (begin - start)
