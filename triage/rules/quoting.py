"""What the writer of a mail wrote in it, and what is quoted; each line is looked at a bounded number of times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from triage.rules.mail_parts import QUOTED, Part, own_sections, parts_of


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of a mail that belong together: all quoted, or none of them."""

    quoted: bool
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """Of a mail's text, what is `new`, and what is `unquoted`: with the signature and all that programs have added."""

    new: str
    unquoted: str


def new_text(text: str) -> str:
    """What the writer wrote: without quotes and what introduces them, signature, device lines and what servers add.

    Answers between quotes stay, in their order; so do greetings and a name below them. The own words on top of a
    forwarded mail are the new text. Where nothing would be left, it is the whole text.
    """
    lines = text.split("\n")
    return _new(lines, parts_of(lines))


def read_own(text: str) -> Own:
    """The new text, and all that is not quoted."""
    lines = text.split("\n")
    parts = parts_of(lines)
    unquoted = (
        text
        if QUOTED not in parts
        else "\n".join(line for line, part in zip(lines, parts, strict=True) if part is not QUOTED)
    )
    return Own(_new(lines, parts), unquoted)


def _new(lines: Sequence[str], parts: Sequence[Part]) -> str:
    pieces = ["\n".join(_trimmed(lines, start, end)) for start, end in own_sections(parts)]
    return "\n\n".join(filter(None, pieces)).strip()


def fold(text: str) -> tuple[Section, ...]:
    """The text in sections, quoted ones apart so that they can be folded; together they hold every line.

    Empty lines between quotes belong to them; those at the ends of a section are left out. Nothing is quoted where the
    new text is the whole text.
    """
    lines = text.split("\n")
    sections: list[Section] = []
    at = 0
    for quoted, group in groupby(part is QUOTED for part in parts_of(lines)):
        end = at + len(list(group))
        if found := _trimmed(lines, at, end):
            sections.append(Section(quoted, tuple(found)))
        at = end
    return tuple(sections)


def _trimmed(lines: Sequence[str], start: int, end: int) -> Sequence[str]:
    while start < end and not lines[start].strip():
        start += 1
    while start < end and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]
