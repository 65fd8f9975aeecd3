"""The ways of asking of all languages together, ready to be tried on a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from triage.rules.asking import Sense, Sign
from triage.rules.asking_bg import BULGARIAN
from triage.rules.asking_de import GERMAN
from triage.rules.asking_en import ENGLISH
from triage.rules.asking_ru import RUSSIAN
from triage.rules.asking_uk import UKRAINIAN

_LANGUAGES = (ENGLISH, GERMAN, RUSSIAN, UKRAINIAN, BULGARIAN)
_PUNCTUATION = ' ,.:;!?()[]-–—"«»„“”…'
_HEAD = 5  # words among which one that begins a sentence or its first clause is looked for
_CONDITION = frozenset({"if", "when", "once", "as", "before", "after", "since", "because", "until", "while"})
_CLAUSE = re.compile(r"[^,:]{1,100}+[,:]\s")
"""What stands before the clause that may order something: a condition, or the name of who is meant."""
_OF_NOUNS = frozenset({"of", "is", "was", "are", "were"})
"""Behind these words a verb was none ("use of the logo")."""


_BREAKS, _GOES_ON = re.compile(r"\\[bWs]"), re.compile(r"\\[wS]")
_NAMED = re.compile(r"(?<![\w'-])([^\W\d_]+(?:['-][^\W\d_]+)*)(?=([\[(]?))")
"""A word in a pattern, and whether it may go on there."""


class Asks(StrEnum):
    """How a sentence asks: in the form of a question, for something to be done, or to meet or talk."""

    QUESTION = "question"
    REQUEST = "request"
    INVITATION = "invitation"


_KINDS = {
    Sense.WOULD_YOU: Asks.INVITATION,
    Sense.INVITATION: Asks.INVITATION,
    Sense.PROPOSAL: Asks.INVITATION,
    Sense.REQUEST: Asks.REQUEST,
    Sense.QUESTION: Asks.QUESTION,
    Sense.COURTESY: Asks.QUESTION,
    Sense.ANNOUNCEMENT: Asks.INVITATION,
    Sense.ORDER: Asks.REQUEST,
}
_WITH_MARK = frozenset((Sense.SALE, Sense.COURTESY, Sense.WOULD_YOU, Sense.INVITATION))
_WITHOUT_MARK = frozenset(Sense).difference((Sense.COURTESY, Sense.WOULD_YOU))
_COURTEOUS = (Sense.COURTESY, Sense.ANNOUNCEMENT)


@dataclass(frozen=True, slots=True)
class Signs:
    """All patterns with their sense, and when they are tried, in their order.

    `tried`: with a question mark, without one, and among which words, one of which must stand in the sentence.
    The last of them is ORDER; `by_word` and `by_head` tell which are called for by a word anywhere, or at the start.

    `first` are also those of `first_with`; the others are as in `rules.asking`.
    """

    tried: tuple[tuple[Sense, str, bool, bool, frozenset[str]], ...]
    by_word: Mapping[str, tuple[int, ...]]
    by_head: Mapping[str, tuple[int, ...]]
    orders: frozenset[str]
    endings: tuple[str, ...]
    no_orders: frozenset[str]
    not_after: frozenset[str]
    first: frozenset[str]
    first_with: frozenset[str]
    objects: frozenset[str]
    before: frozenset[str]
    lists: frozenset[str]

    def how(self, said: str, words: Sequence[str], *, asked: bool) -> tuple[Asks, bool] | None:
        """How a sentence asks and whether only as a courtesy, None where it does not.

        `said` is the sentence in small letters, `words` its words, `asked`: it has a question mark.
        """
        numbers = self._called(said, words)
        if not (asked or numbers):
            return None
        line, tried = " ".join(said.split()), self.tried
        offered = False
        for number in numbers:
            sense, pattern, with_mark, without_mark, also = tried[number]
            if not (with_mark if asked else without_mark) or (also and also.isdisjoint(words)):
                continue
            if not _compiled(pattern).search(line):
                continue
            if sense in (Sense.NOTHING, Sense.OFFER):
                line = _compiled(pattern).sub(" ; ", line)
                words = _words_of(line)
                offered = offered or sense is Sense.OFFER
            elif sense is Sense.SALE:
                return None
            elif sense is not Sense.ORDER or self._orders(line, words):
                return _KINDS[sense], sense in _COURTEOUS
        if asked or offered:
            return (Asks.QUESTION, False) if asked else (Asks.REQUEST, True)
        return None

    def _called(self, said: str, words: Sequence[str]) -> Sequence[int]:
        """The signs that the words call for, in order; most sentences call for none."""
        called = [self.by_word[word] for word in self.by_word.keys() & words]
        called += [self.by_head[word] for word in self.by_head.keys() & words[:_HEAD]]
        if self._has_ending(said, words):
            called.append((len(self.tried) - 1,))
        if len(called) < 2:
            return called[0] if called else ()
        return sorted(set().union(*called))

    def _orders(self, line: str, words: Sequence[str]) -> bool:
        """A verb in it orders something."""
        found = [] if self.orders.isdisjoint(words) else [at for at, word in enumerate(words) if word in self.orders]
        if any(self.not_after.isdisjoint(words[max(1, at - 2) : at]) for at in found):
            return True
        if self._has_ending(line, words) or self._begins_with_order(line, words):
            return True
        clause = _CLAUSE.match(line)
        if clause is None:
            return False
        behind = line[clause.end() :]
        return self._begins_with_order(behind, _words_of(behind))

    def _has_ending(self, line: str, words: Sequence[str]) -> bool:
        if "те" not in line and "іт" not in line:  # one of these is in each of the endings
            return False
        return any(word.endswith(self.endings) and word not in self.no_orders for word in words)

    def _begins_with_order(self, line: str, words: Sequence[str]) -> bool:
        at = 0
        while at < len(words) and (words[at] in self.before or words[at].isdigit()):
            at += 1
        verb, following = (*words[at : at + 2], "", "")[:2]
        if verb not in self.first or f"{verb}," in line or f"{verb}:" in line:
            return False
        return following in self.objects if verb in self.first_with else following not in _OF_NOUNS


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Made ready where it is first needed: all together would take a tenth of a second."""
    return re.compile(pattern)


def _words_of(line: str) -> list[str]:
    return [bare for word in line.split() if (bare := word.strip(_PUNCTUATION))]


@cache
def all_signs() -> Signs:
    """The signs of the five languages; they are made ready where a text is first looked at."""
    signs = sorted((sign for language in _LANGUAGES for sign in language.signs), key=lambda sign: sign.sense.value)
    callers = [(words, sign.start) for sign in signs for words in _callers(sign)]
    first_with = _words("first_with")
    verbs = _words("first") | first_with
    return Signs(
        tried=(
            *(_tried(sign.sense, pattern, sign.also) for sign in signs for pattern in sign.patterns),
            _tried(Sense.ORDER, "", frozenset()),
        ),
        by_word=_called([*(() if start else words for words, start in callers), _words("orders")]),
        by_head=_called([*(words if start else () for words, start in callers), verbs | _CONDITION]),
        orders=_words("orders"),
        endings=tuple(_words("endings")),
        no_orders=_words("no_orders"),
        not_after=_words("not_after"),
        first=verbs,
        first_with=first_with,
        objects=_words("objects"),
        before=_words("before"),
        lists=_words("lists"),
    )


def _tried(sense: Sense, pattern: str, also: frozenset[str]) -> tuple[Sense, str, bool, bool, frozenset[str]]:
    return sense, pattern, sense in _WITH_MARK, sense in _WITHOUT_MARK, also


def _words(name: str) -> frozenset[str]:
    return frozenset(word for language in _LANGUAGES for word in getattr(language, name).split())


def _called(callers: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate(callers):
        for word in words:
            found[word] = (*found.get(word, ()), number)
    return found


def _callers(sign: Sign) -> list[tuple[str, ...]]:
    """For each pattern of a sign those of its words that the pattern names, or begins to; of words in none, all."""
    named = [_named(pattern, sign.words) for pattern in sign.patterns]
    others = frozenset(sign.words).difference(*named)
    return [tuple(words | others) or sign.words for words in named]


def _named(pattern: str, words: Iterable[str]) -> frozenset[str]:
    plain = _GOES_ON.sub("[", _BREAKS.sub(" ", pattern))
    shown = (plain, plain.replace("?", ""), re.sub(r"[^\W\d_]\?|'\?", "", plain))
    found = {pair for one in shown for pair in _NAMED.findall(one)}
    full, begun = {name for name, more in found if not more}, tuple(name for name, more in found if more)
    return frozenset(word for word in words if word in full or word.startswith(begun))
