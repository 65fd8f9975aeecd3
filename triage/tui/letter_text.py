"""What a letter's text says of itself: blanks still to be filled, questions taken up, where writing begins. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BLANK = re.compile(r"\[(?!\d+\])[^\[\]\n]{1,120}\]")
_NOT_WORDS = re.compile(r"[\W_]+")


def blanks_in(text: str) -> list[tuple[int, int]]:
    """Start and end of each blank of a template ("[what is done]"); what stands in quoted lines is none."""
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        if not line.startswith(">"):
            found += [(start + blank.start(), start + blank.end()) for blank in _BLANK.finditer(line)]
        start += len(line) + 1
    return found


def next_blank(text: str, place: int) -> tuple[int, int] | None:
    """The first blank that begins at `place` or later, else the first of all; None where there is none."""
    blanks = blanks_in(text)
    return next((blank for blank in blanks if blank[0] >= place), blanks[0] if blanks else None)


def beginning(text: str) -> int:
    """Where writing begins when there is no blank: after the greeting and the empty line below it."""
    greeting, gap, _ = text.partition("\n\n")
    return len(greeting) + len(gap) if gap else len(text)


def quoted(questions: Sequence[tuple[int, str]]) -> str:
    """The questions as numbered quotations, an empty line for the answer below each."""
    return "".join(f"> {number}. {' '.join(question.split())}\n\n" for number, question in questions)


def taken_up(number: int, question: str, text: str, *, by_number: bool = True) -> bool:
    """The question stands in the text, or a line bears its number and says something, where numbers are theirs."""
    words = _bare(question)
    if words and f" {words} " in f" {_bare(text)} ":
        return True
    return by_number and re.search(rf"^[ \t]*{number}[.)][ \t]*\S", text, re.MULTILINE) is not None


def _bare(text: str) -> str:
    """Its words alone: neither case nor signs nor line ends matter."""
    return _NOT_WORDS.sub(" ", text.casefold()).strip()
