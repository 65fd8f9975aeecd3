"""The language of a mail among the five that Triage writes; a wrong guess is worse than none (R16)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from triage.rules import language_letters, language_words
from triage.rules.quoting import new_text

_LONGEST = 4000  # characters that are looked at
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_NO_WORDS = re.compile(r"\S*(?:://|@|www\.)\S*")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ"))
_CLEAR = 2.0  # how many times more the first must show than the second,
_CLEAR_ENOUGH, _AHEAD = 1.5, 2.0  # or this many times where it is so many points ahead
_MISSING = 0.3  # points that a language loses for a word of others that it has not
_SHARE = 0.2  # of a text's words must be its language's
_MIXED_WORDS, _MIXED_SHARE = 2, 1 / 3  # from so many words on, another language's make the text a mixed one
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "bg", "be", "sr"})
_OTHER_CYRILLIC = frozenset({"kk"})  # of which no words are known


def _by_script(patterns: Mapping[str, str], weight: float) -> dict[bool, list[tuple[str, re.Pattern[str], float]]]:
    """The patterns of the languages in Cyrillic letters (True) and in others."""
    found: dict[bool, list[tuple[str, re.Pattern[str], float]]] = {True: [], False: []}
    for language, pattern in patterns.items():
        found[language in _CYRILLIC_LANGUAGES | _OTHER_CYRILLIC].append((language, re.compile(pattern), weight))
    return found


_SHOWN = [
    _by_script(language_letters.LETTERS, 1.0),
    _by_script(language_letters.STRANGE_LETTERS, 1.5),
    _by_script(language_letters.ENDINGS, 0.5),
]
_LETTERS = {script: [one for shown in _SHOWN for one in shown[script]] for script in (True, False)}
_ABSENT = _by_script(language_letters.ABSENT_LETTERS, 1.0)
_NEIGHBOURS = {language: re.compile(language_letters.STRANGE_LETTERS[language]) for language in ("be", "sr")}


def _owners(lists: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """The languages that have a word."""
    owners: dict[str, list[str]] = defaultdict(list)
    for one in lists:
        for language, text in one.items():
            for word in text.split():
                owners[word].append(language)
    return {word: tuple(languages) for word, languages in owners.items()}


_OWNERS = _owners((language_words.WORDS, language_words.OTHERS))


@dataclass(slots=True)
class _Count:
    """How plainly each language shows: points (a word that is its alone has one), words, and words of its alone.

    `known` are those of which a whole word was found, `seen` the neighbours with a letter that only they have.
    """

    points: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    hits: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    known: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)

    def take(self, written: str) -> None:
        """One more word; letters count where it is no name."""
        word = written.lower()
        owners = _OWNERS.get(word.translate(_APOSTROPHES), ())
        self.known.update(owners)
        shown = dict.fromkeys(owners, 1 / max(len(owners), 1))
        cyrillic = _CYRILLIC.match(word) is not None
        if owners and cyrillic:
            for language in _CYRILLIC_LANGUAGES.difference(owners):
                self.points[language] -= _MISSING
        if written.islower():
            self._take_letters(word, shown, cyrillic=cyrillic)
        for language, points in shown.items():
            self.points[language] += points
        self.hits.update(list(shown))
        own = shown.keys() - _NEIGHBOURS.keys()
        if len(own) == 1:
            self.alone.update(own)

    def _take_letters(self, word: str, shown: dict[str, float], *, cyrillic: bool) -> None:
        by_letter = [(language, weight) for language, letters, weight in _LETTERS[cyrillic] if letters.search(word)]
        for language, weight in by_letter:
            shown[language] = shown.get(language, 0) + weight / len(by_letter)
        for language, letters, weight in _ABSENT[cyrillic]:
            if letters.search(word):
                self.points[language] -= weight
        if cyrillic:
            self.seen.update(language for language, letters in _NEIGHBOURS.items() if letters.search(word))

    def plainest(self) -> str | None:
        """The language that shows clearly more than any other; a neighbour without its own letters counts half."""
        for language in _NEIGHBOURS.keys() - self.seen:
            self.points[language] /= 2
        (first, most), (_, second) = (*Counter(self.points).most_common(2), ("", 0.0), ("", 0.0))[:2]
        clear = _CLEAR_ENOUGH if most - second >= _AHEAD else _CLEAR
        plain = first in language_words.WORDS and first in self.known and most >= max(1, clear * second)
        return first if plain else None


def language_of(*texts: str) -> str | None:
    """One of "en", "ru", "uk", "bg" and "de", or None where it is not plain: too short, mixed, or another language.

    Looks at what the writers of the texts wrote themselves, the first 4 000 characters of all together: at words, and
    in those that are no names at letters and endings that few languages have. Linear.
    """
    found = list(_words(texts))
    count = _Count()
    for word in found:
        count.take(word)
    first = count.plainest()
    if first is None or count.hits[first] < _SHARE * len(found) or _is_mixed(found, count, first):
        return None
    return first


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
