"""The language of a mail among the five that Triage writes; a wrong guess is worse than none (R16)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from triage.rules import language_words as words
from triage.rules.quoting import new_text

_LONGEST = 4000  # characters that are looked at
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_NO_WORDS = re.compile(r"\S*(?:://|@|www\.)\S*")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ"))
_CLEAR = 2.0  # how many times more the first must show than the second,
_CLEAR_ENOUGH, _AHEAD = 1.5, 2.0  # or this many times where it is so many points ahead
_SHARE = 0.2  # of a text's words must be its language's
_MIXED_WORDS, _MIXED_SHARE = 2, 1 / 3  # from so many words on, another language's make the text a mixed one
_LETTERS = tuple(
    (language, re.compile(pattern), weight)
    for letters, weight in ((words.LETTERS, 0.7), (words.STRANGE_LETTERS, 1.5))
    for language, pattern in letters.items()
)


def _owners(lists: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """The languages that have a word."""
    owners: dict[str, list[str]] = defaultdict(list)
    for one in lists:
        for language, text in one.items():
            for word in text.split():
                owners[word].append(language)
    return {word: tuple(languages) for word, languages in owners.items()}


_OWNERS = _owners((words.WORDS, words.OTHERS))


@dataclass(slots=True)
class _Count:
    """How plainly each language shows: points (a word that is its alone has one), words, and words of its alone."""

    points: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    hits: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)

    def take(self, written: str) -> None:
        """One more word; letters count where it is no name."""
        word = written.lower()
        shown = dict.fromkeys(_OWNERS.get(word.translate(_APOSTROPHES), ()), 1.0)
        shown = {language: 1 / len(shown) for language in shown}
        if written.islower():
            by_letter = [(language, weight) for language, letters, weight in _LETTERS if letters.search(word)]
            for language, weight in by_letter:
                shown[language] = shown.get(language, 0) + weight / len(by_letter)
        for language, points in shown.items():
            self.points[language] += points
        self.hits.update(list(shown))
        if len(shown) == 1:
            self.alone.update(list(shown))


def language_of(*texts: str) -> str | None:
    """One of "en", "ru", "uk", "bg" and "de", or None where it is not plain: too short, mixed, or another language.

    Looks at what the writers of the texts wrote themselves, the first 4 000 characters of all together: at letters
    that few languages have, in words that are no names, and at short words. Linear.
    """
    found = list(_words(texts))
    count = _Count()
    for word in found:
        count.take(word)
    (first, most), (_, second) = (*Counter(count.points).most_common(2), ("", 0.0), ("", 0.0))[:2]
    clear = _CLEAR_ENOUGH if most - second >= _AHEAD else _CLEAR
    if first not in words.WORDS or most < 1 or most < clear * second or count.hits[first] < _SHARE * len(found):
        return None
    return None if _is_mixed(found, count, first) else first


def _words(texts: Iterable[str]) -> Iterator[str]:
    left = _LONGEST
    for text in texts:
        for line in new_text(text[:left]).split("\n"):
            if not line.lstrip().startswith(">"):
                yield from _WORD.findall(_NO_WORDS.sub(" ", line))
        left -= min(left, len(text))


def _is_mixed(found: list[str], count: _Count, first: str) -> bool:
    """Another language has its own words in it, or another script has."""
    others = max((number for language, number in count.alone.items() if language != first), default=0)
    cyrillic = [bool(_CYRILLIC.search(word)) for word in found if word.islower()]
    strange = cyrillic.count(first in ("en", "de"))
    return (others > _MIXED_WORDS and others > _MIXED_SHARE * count.alone[first]) or (
        strange > _MIXED_WORDS and strange > _MIXED_SHARE * len(cyrillic)
    )
