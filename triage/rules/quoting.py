"""What the writer of a mail wrote in it, and what is quoted; each line is looked at a fixed number of times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from triage.rules import quote_marks as marks

_MOST_LINES = 5000  # what stands behind them nobody wrote by hand
_LONGEST_ATTRIBUTION = 4  # lines
_LONGEST_LINE = 400  # characters of a line that can introduce a quote
_LONGEST_SIGNATURE = 15  # lines
_WRAPPED = 70  # characters from which on a line may have been wrapped
_HEADER_BLOCK = 7  # lines in which the fields of a quoted header stand


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of a mail that belong together: all quoted, or none of them."""

    quoted: bool
    lines: tuple[str, ...]


class _Part(Enum):
    NEW = auto()
    QUOTED = auto()
    SIGNATURE = auto()


def new_text(text: str) -> str:
    """What the writer wrote: without quotes and what introduces them, signature ("-- ") and device lines.

    Answers between quotes stay, in their order. Where nothing would be left, it is the whole text.
    """
    lines = text.split("\n")
    kept: list[str] = []
    for part, line in zip(_parts(lines), lines, strict=True):
        if part is _Part.NEW and line.strip() and not marks.DEVICE.fullmatch(line[:_LONGEST_LINE]):
            kept.append(line)
        elif kept and kept[-1]:
            kept.append("")
    return "\n".join(kept).strip() or text.strip()


def fold(text: str) -> tuple[Section, ...]:
    """The text in sections, quoted ones apart so that they can be folded; together they hold every line.

    Empty lines between quotes belong to them; those at the ends of a section are left out.
    """
    lines = text.split("\n")
    pairs = [(part is _Part.QUOTED, line) for part, line in zip(_parts(lines), lines, strict=True)]
    return tuple(
        Section(quoted, tuple(found))
        for quoted, group in groupby(pairs, key=lambda pair: pair[0])
        if (found := _trimmed([line for _, line in group]))
    )


def _trimmed(lines: list[str]) -> list[str]:
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _parts(lines: Sequence[str]) -> list[_Part]:
    """What each line is."""
    if len(lines) > _MOST_LINES:
        return _parts(lines[:_MOST_LINES]) + [_Part.QUOTED] * (len(lines) - _MOST_LINES)
    parts = [_Part.NEW] * len(lines)
    following = _following(lines)
    signature = False
    at = 0
    while at < len(lines):
        line = lines[at]
        end = at + 1
        if following[at] != at:
            parts[at] = _Part.SIGNATURE if signature else _Part.NEW
        elif _is_marked(lines, at) or _is_wrapped_tail(lines, at):
            parts[at], signature = _Part.QUOTED, False
        elif _starts_unmarked_quote(lines, following, at):
            start = _rule_above(lines, at)
            parts[start:] = [_Part.QUOTED] * (len(lines) - start)
            break
        elif span := _attribution(lines, at):
            end = at + span
            quoted_end = end if _is_marked(lines, following[end]) else len(lines)
            if quoted_end == end or marks.STRONG.search(" ".join(lines[at:end])):
                parts[at:quoted_end] = [_Part.QUOTED] * (quoted_end - at)
                end, signature = quoted_end, False
            else:
                end = at + 1
        elif signature or (line in ("-- ", "--", "—") and _is_signature(lines, at)):
            parts[at], signature = _Part.SIGNATURE, True
        at = end
    _close_gaps(parts, lines)
    return parts


def _following(lines: Sequence[str]) -> list[int]:
    """For each place the next line that is not empty, len(lines) where none is."""
    following = [len(lines)] * (len(lines) + 1)
    for at in range(len(lines) - 1, -1, -1):
        following[at] = at if lines[at].strip() else following[at + 1]
    return following


def _is_marked(lines: Sequence[str], at: int) -> bool:
    return at < len(lines) and lines[at][:4].lstrip(" ").startswith(">")


def _is_wrapped_tail(lines: Sequence[str], at: int) -> bool:
    """The rest of a long quoted line that a program broke without a new mark."""
    return (
        0 < at < len(lines) - 1
        and len(lines[at]) < len(lines[at - 1])
        and len(lines[at - 1]) >= _WRAPPED
        and _is_marked(lines, at - 1)
        and _is_marked(lines, at + 1)
    )


def _starts_unmarked_quote(lines: Sequence[str], following: Sequence[int], at: int) -> bool:
    """From here on stands another mail: behind a dashed line that says so, or from its header on."""
    line = lines[at][:_LONGEST_LINE]
    if marks.ORIGINAL.match(line):
        return True
    if marks.DASHED.fullmatch(line):
        below = following[at + 1]
        return below < len(lines) and marks.FIELD.match(lines[below][:_LONGEST_LINE]) is not None
    if not marks.FROM.match(line):
        return False
    block = [other[:_LONGEST_LINE] for other in lines[at + 1 : at + 1 + _HEADER_BLOCK]]
    return len({found[1].lower() for other in block if (found := marks.FIELD.match(other))}) >= 2


def _rule_above(lines: Sequence[str], at: int) -> int:
    """A line of underscores or dashes right above a quoted header belongs to it."""
    above = at - 1
    while above >= max(0, at - 3) and not lines[above].strip():
        above -= 1
    return above if above >= 0 and marks.RULE.fullmatch(lines[above][:_LONGEST_LINE]) else at


def _attribution(lines: Sequence[str], at: int) -> int:
    """How many lines from here on introduce a quote ("On … wrote:"), 0 where none does.

    Over several lines it must begin as one, and none of its later lines may begin another.
    """
    block: list[str] = []
    for line in lines[at : at + _LONGEST_ATTRIBUTION]:
        stripped = line.strip()
        if not stripped or len(line) > _LONGEST_LINE or (block and marks.STARTER.match(stripped)):
            break
        block.append(stripped)
        if marks.ENDING.search(stripped[-3:]):
            return len(block) if marks.ATTRIBUTION.search(" ".join(block)) else 0
        if len(block) == 1 and not marks.STARTER.match(stripped):
            break
    return 0


def _is_signature(lines: Sequence[str], at: int) -> bool:
    """Little stands between a line of dashes and the next quote or the end."""
    below = range(at + 1, min(at + 1 + _LONGEST_SIGNATURE, len(lines)))
    return len(lines) <= at + 1 + _LONGEST_SIGNATURE or any(_is_marked(lines, other) for other in below)


def _close_gaps(parts: list[_Part], lines: Sequence[str]) -> None:
    """Empty lines between two quoted ones are quoted."""
    last = -1
    for at, part in enumerate(parts):
        if part is _Part.QUOTED:
            if 0 <= last < at - 1:
                parts[last + 1 : at] = [_Part.QUOTED] * (at - last - 1)
            last = at
        elif lines[at].strip():
            last = -1
