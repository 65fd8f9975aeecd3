"""Where a quote stands in a mail, and how far it reaches: marked lines, another mail below, and what introduces either.

Each line is looked at a bounded number of times.
"""

from __future__ import annotations

from enum import Enum, auto

from triage.rules import quote_marks as marks
from triage.rules.attribution_words import WROTE
from triage.rules.attributions import find_attribution
from triage.rules.mail_lines import MailLines, is_rule
from triage.rules.quoted_headers import field_of, find_header

_WRAPPED = 70  # characters from which on a line may have been wrapped
_WRAPPED_DEEP = 45  # the same of quotes in quotes, which were broken before
_DEEP = 2  # marks before a line, beyond which nobody answers without an empty line
_SHORT = 40  # characters that may be left over of such a line
_MOST_WRAPPED = 6  # lines of a quote without a mark
_MOST_WORDS = 5  # between dashes
_FEW_WORDS = 3
_SENTENCE_END = ".!?"
_EDGES = marks.EDGES


class Ask(Enum):
    """What may show at a line: nothing, only that it is marked, a quote."""

    NOTHING = auto()
    MARKED = auto()
    QUOTE = auto()


_NOTHING, _MARKED, _QUOTE = Ask


def ask_about(lines: MailLines) -> list[Ask]:
    """For each line whether `find_quote` is worth asking about it."""
    asks = [
        (
            _QUOTE
            if line[-3:] == ">>>" or line[:6] == ">From " or (line[-1] in ":：" and len(line) < _SHORT)
            else _MARKED
        )
        if marked
        else (
            _QUOTE
            if ":" in line or "@" in line or "：" in line or line[:1] in _EDGES or line[-1:] in _EDGES
            else _NOTHING
        )
        for line, marked in zip(lines.bare, lines.marked, strict=False)
    ]
    for at in lines.beside_marks():
        if asks[at] is _NOTHING:
            asks[at] = _QUOTE
    return asks


def find_quote(lines: MailLines, at: int, *, has_own: bool) -> tuple[int, int] | None:
    """The quote that shows at a filled line: its first line, which may stand above, and the line behind it.

    A quote without marks reaches to the end. `has_own`: the writer's own words stand above; where none do, what follows
    the header of a marked quote may be an answer.
    """
    if lines.marked[at]:
        return _marked(lines, at)
    line = lines.bare[at]
    if at and lines.marked[at - 1] and (end := _wrapped_tail(lines, at)) > at:
        return at, end
    dashed = line[0] in marks.DASHES
    if dashed and is_rule(line):
        return None
    if header := find_header(lines, at):
        return _to_the_end(lines, *header, has_own)
    if (dashed or line[-1] in ":：") and _is_other_mail(lines, at):
        below = lines.next_filled(at)
        header = find_header(lines, below) if below < len(lines.bare) else None
        return _to_the_end(lines, at, header[1] if header else at + 1, has_own)
    if dashed and _asks_above(line):
        return (at, len(lines.bare)) if has_own else (at, at + 1)
    return _attributed(lines, at, has_own)


def _marked(lines: MailLines, at: int) -> tuple[int, int] | None:
    """A marked line; not the ">From" by which mailboxes keep a line from being taken for a header."""
    line = lines.bare[at]
    if marks.GROUPWISE.fullmatch(line) and marks.STRONG.search(line):
        return at, len(lines.bare)
    if line.startswith(">From ") and not (lines.marked[at + 1] or (at and lines.marked[at - 1])):
        return None
    if marks.LOST_END.match(line) and (first := find_attribution(lines, at, marked=True)) is not None and first < at:
        return first, at + 1 if lines.marked[lines.next_filled(at)] else len(lines.bare)
    return at, at + 1


def _to_the_end(lines: MailLines, start: int, end: int, has_own: bool) -> tuple[int, int]:
    if not has_own and lines.marked[lines.next_filled(end - 1)]:
        return start, end
    return start, len(lines.bare)


def _attributed(lines: MailLines, at: int, has_own: bool) -> tuple[int, int] | None:
    """What says who wrote, and without marks all below; where no own words stand above they may stand below it."""
    below = lines.next_filled(at)
    otherwise = below < len(lines.bare) and lines.bare[below][0] in marks.OTHER_MARKS
    marked = otherwise or lines.marked[below]
    first = find_attribution(lines, at, marked=marked)
    if first is None:
        return None
    if otherwise:
        return first, _end_of_run(lines, below)
    return first, at + 1 if marked or not has_own else len(lines.bare)


def _end_of_run(lines: MailLines, first: int) -> int:
    """The line behind those that begin with the same mark of a rare program."""
    mark, end = lines.bare[first][0], first + 1
    while (below := lines.following[end]) < len(lines.bare) and lines.bare[below][0] == mark:
        end = below + 1
    return end


def _wrapped_tail(lines: MailLines, at: int) -> int:
    """Where the rest of long quoted lines above ends that a program broke without new marks, `at` where none is."""
    end = at
    while end < at + _MOST_WRAPPED and end < len(lines.bare) and lines.bare[end] and not lines.marked[end]:
        end += 1
    above, last = lines.bare[at - 1], lines.bare[end - 1]
    if not lines.marked[end]:
        return at
    if end == at + 1 and len(last) <= _SHORT and len(above) >= _WRAPPED_DEEP:
        depth = marks.DEPTH.match(above[:_WRAPPED_DEEP])
        deep = depth[0].count(">") if depth else 0
        if deep > _DEEP or (deep > 1 and above[-1] not in _SENTENCE_END):
            return end
    is_long = all(len(line) >= _WRAPPED for line in lines.bare[at - 1 : end - 1]) and len(last) < len(above) + _WRAPPED
    return end if (is_long and above[-1] not in _SENTENCE_END) or _closes(above, last) else at


def _closes(above: str, line: str) -> bool:
    """A bracket that was opened above is closed here, without one opened here."""
    return any(
        above.rfind(left) > above.rfind(right) and line.find(right) >= 0 and not 0 <= line.find(left) < line.find(right)
        for left, right in ("()", "<>", "[]")
    )


def _is_other_mail(lines: MailLines, at: int) -> bool:
    """A line of dashes or with a colon says that another mail follows: "--- Original Message", "Begin forwarded …:"."""
    line = lines.bare[at]
    if line[0] not in marks.DASHES:
        return _begins_forwarded(line[:-1].lower())
    if line[1:2] not in marks.DASHES or not (core := line.strip(marks.DASHES + " ").lower()):
        return False
    closed = line[-1] in marks.DASHES
    few = len(core.split()) <= (_MOST_WORDS if closed else _FEW_WORDS)
    if few and marks.MAIL.search(core) and (marks.ORIGINAL.search(core) or marks.FORWARDED.search(core)):
        return True
    if closed and few:
        below = lines.next_filled(at)
        if below < len(lines.bare) and field_of(lines.bare[below]) is not None and find_header(lines, below):
            return True
    return line[2:3] in marks.DASHES and _is_dashed_writer(lines, at)


def _is_dashed_writer(lines: MailLines, at: int) -> bool:
    """Notes and Zoho say between dashes who forwarded or wrote and when, over up to three lines."""
    text = ""
    for line in lines.bare[at : at + 3]:
        text += f" {line}"
        if len(text) > _SHORT and line and line[-1] in marks.DASHES:
            core = text.strip(marks.DASHES + " ").lower()
            return bool(core and marks.STRONG.search(core) and (marks.FORWARDED.search(core) or WROTE.search(core)))
    return False


def _begins_forwarded(line: str) -> bool:
    if marks.BEGIN.match(line):
        return (
            len(line.split()) <= _MOST_WORDS
            and marks.FORWARDED.search(line) is not None
            and marks.MAIL.search(line) is not None
        )
    known = marks.FORWARDED.match(line) or marks.ORIGINAL.match(line)
    return known is not None and len(line.split()) <= _FEW_WORDS and marks.MAIL.search(line) is not None


def _asks_above(line: str) -> bool:
    """A help desk asks to reply above this line that begins with a symbol."""
    is_ruled = line[1:2] in marks.DASHES or line[-1] in marks.DASHES
    return is_ruled and any(map(line.lower().__contains__, marks.LINE)) and marks.REPLY_ABOVE.search(line) is not None
