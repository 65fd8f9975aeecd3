"""Wordings that tell something of a mail: tried only where the text has a word that they need, and bounded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

# A dot within a name or an address, or after a number, ends no sentence.
_WITHIN_SENTENCE = r"(?:[^.?!]|\.(?=\S)|(?<=\d)\.)"
_START = 4  # characters of a word by which it is looked up
_BEFORE_WORDS = "([<|*\"'«„“"


@dataclass(frozen=True, slots=True)
class Told:
    """A text in lower case and with single blanks, and how its words start."""

    text: str
    starts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Wordings of one kind, and the stems of which the text must have one; and one of `also`, where there are any.

    `starts` are the starts of the words that the stems begin; empty where a stem may be anywhere in a word.
    """

    starts: frozenset[str]
    stems: tuple[str, ...]
    also: tuple[str, ...]
    wordings: tuple[re.Pattern[str], ...]

    def is_in(self, told: Told) -> bool:
        """The text says so."""
        if self.starts and self.starts.isdisjoint(told.starts):
            return False
        if not _has_one(told.text, self.stems) or (self.also and not _has_one(told.text, self.also)):
            return False
        return any(wording.search(told.text) for wording in self.wordings)


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns of one meaning, in several languages; `starts` are those of all of them, empty where one has none."""

    starts: frozenset[str]
    patterns: tuple[Pattern, ...]

    def are_in(self, told: Told) -> bool:
        """The text says so in one of the languages."""
        if self.starts and self.starts.isdisjoint(told.starts):
            return False
        return any(pattern.is_in(told) for pattern in self.patterns)


def pattern(stems: str, *wordings: str, starts: str = "", also: str = "") -> Pattern:
    """One of these wordings; `stems` have "|" between them, `[^.?!]` in a wording stays within a sentence.

    Each stem begins a word, or `starts` names words of which the text has one; else the stems are searched in any text.
    `also`, written as the stems are, spares the search where none of these stands anywhere beside them.
    """
    listed = tuple(stems.split("|"))
    firsts = starts.split() if starts else [stem.partition(" ")[0] for stem in listed]
    if not starts and not all(map(_begins_word, listed)):
        firsts = []
    compiled = tuple(re.compile(wording.replace("[^.?!]", _WITHIN_SENTENCE)) for wording in wordings)
    beside = tuple(also.split("|")) if also else ()
    return Pattern(frozenset(first[:_START] for first in firsts), listed, beside, compiled)


def together(*patterns: Pattern) -> Patterns:
    """One meaning."""
    anywhere = any(not one.starts for one in patterns)
    return Patterns(frozenset() if anywhere else frozenset[str]().union(*(one.starts for one in patterns)), patterns)


def tell(*pieces: str) -> Told:
    """These pieces of a text, to be looked at."""
    words = [piece.lower().split() for piece in pieces]
    starts = frozenset([word.lstrip(_BEFORE_WORDS)[:_START] for word in set(chain.from_iterable(words))])
    return Told(" \u2026 ".join(map(" ".join, words)), starts)


def _has_one(text: str, pieces: tuple[str, ...]) -> bool:
    for piece in pieces:  # noqa: SIM110 - a generator costs more than what it looks for
        if piece in text:
            return True
    return False


def _begins_word(stem: str) -> bool:
    """The word that it begins can be found by its start."""
    return stem[0].isalpha() and (len(stem) >= _START or " " in stem)
