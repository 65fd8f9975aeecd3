"""Text made safe and steady for the screen: no control characters, and as wide as the terminal draws it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

# Signs that steer a terminal or the direction of text, and those that join emoji into shapes whose width terminals
# do not agree about.
_UNSTEADY = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200d-\u200f\u2028-\u202e\u2066-\u2069\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\ud800-\udfff]"
)
_WORD = re.compile(r"\S+\s*|\s+")


def steady(text: str) -> str:
    """The text without what could act on a terminal or disagree about its width; tabs and line ends become spaces."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSTEADY.sub(lambda found: " " if found[0] in "\t\n\r" else "", text)


def cut(text: str, width: int) -> str:
    """At most `width` cells of a steady text, "…" standing for the rest."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def fit(text: str, width: int) -> str:
    """Exactly `width` cells: cut or filled up with spaces."""
    return set_cell_size(cut(text, width), max(width, 0))


def wrap(line: str, width: int) -> Iterator[str]:
    """One steady line as lines of at most `width` cells, broken between words; what is indented stays so."""
    width = max(width, 2)
    if cell_len(line) <= width:
        yield line
        return
    head, taken = "", 0
    for word in _WORD.findall(line):
        bare = cell_len(word.rstrip())
        if head and taken + bare > width:
            yield head.rstrip()
            head, taken = "", 0
        if bare > width:
            *whole, word = _pieces(word, width)
            yield from whole
        head += word
        taken += cell_len(word)
    if head.strip():
        yield head.rstrip()


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word wider than the line, in pieces that fit; combining signs stay with their letter."""
    start = taken = 0
    for place, character in enumerate(word):
        cells = cell_len(character)
        if taken + cells > width:
            yield word[start:place]
            start, taken = place, 0
        taken += cells
    yield word[start:]
