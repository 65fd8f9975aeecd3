"""Typed text to items: what each of its words and figures can mean in one language, as a code letter and a value.

Nothing is skipped: where a single character has no meaning, there are no items.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from triage.rules.moment_words import Vocabulary

LONGEST_TEXT = 100
UNITS = ("minute", "hour", "day", "week", "month")
DAY_PARTS = ("morning", "noon", "afternoon", "evening", "night")


@dataclass(frozen=True, slots=True)
class Item:
    """A word or a figure; by the codes `rules.moment_grammar` knows the order of words.

    - before a time: a "at", b "by", c "am Freitag", f and g "for", i "in"; & "and"; N next, T this, C coming
    - days: o from today, M German "morgen", w weekday, m month, D date (year, 0 for none, month, day), y a year
    - figures: n a whole number, r a broken one, Q "06.03" or "17.00" or "1.5"; s and S endings of ordinals, Y "г."
    - clock: t a time (hour, minute), h "Uhr", x am or pm, z midnight, O the distance from UTC in minutes
    - p a part of the day; A "дня": days, or by day
    - units: u; e "h" and H "часа", also behind a clock time; W week. `alone`: it counts one of them without a number.
    """

    code: str
    number: float = 0
    name: str = ""
    numbers: tuple[int, ...] = ()
    alone: bool = False


class UnclearError(ValueError):
    """The text is no time, or may be more than one."""


def codes_of(items: Iterable[Item]) -> str:
    """The codes of the items, a letter each."""
    return "".join(item.code for item in items)


_TOKEN = re.compile(
    r"(?P<iso>\d{4}([-/.])\d{1,2}\2\d{1,2}(?!\d)(?:t(?=\d))?)"
    r"|(?P<slashed>\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?(?![\d/]))"
    r"|(?P<dotted>\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d{2})?)?(?!\.?\d))"
    r"|(?P<clock>\d{1,2}(?:\s?:\s?\d{2}|-(?:00|[345]\d))(?![\d:-]))"
    r"|(?P<offset>(?<=\s)[+-]\d{2}:\d{2}(?!\d))"
    r"|(?P<number>\d{1,4}(?:,\d{1,2})?(?!\d))"
    r"|(?P<word>[^\W\d_]+|@)"
    r"|(?P<gap>[\s,.;]+|(?<=\w)-(?=[^\W\d_]))"
)
Lexicon = dict[str, tuple[Item, ...]]
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’‘ʼ`´′](?=[^\W\d_])")
_LONGEST_PHRASE = 5  # words that mean one thing together
_CODES = {
    "at": "a",
    "until": "b",
    "on": "c",
    "lasting": "f",
    "meant_for": "g",
    "within": "i",
    "link": "&",
    "next": "N",
    "this": "T",
    "coming": "C",
    "morrow": "M",
    "midnight": "z",
    "clock_mark": "h",
    "day_ending": "s",
    "clock_ending": "S",
    "year_mark": "Y",
}
_EVERYWHERE: Lexicon = {
    "@": (Item("a"),),
    "am": (Item("x", 0),),
    "a m": (Item("x", 0),),
    "pm": (Item("x", 12),),
    "p m": (Item("x", 12),),
    "min": (Item("u", name="minute"),),
    "m": (Item("u", name="minute"),),
    "h": (Item("e", name="hour"),),
    "d": (Item("u", name="day"),),
    "w": (Item("W", name="week"),),
}


def split(text: str) -> list[tuple[str, str]] | None:
    """The text as figures and words with their kind, spaces and punctuation left out; None where it can't be a time."""
    if len(text) > LONGEST_TEXT:
        return None
    plain = unicodedata.normalize("NFKC", _APOSTROPHE.sub("", text)).casefold().replace("ё", "е")
    if len(plain) > LONGEST_TEXT or any(letter.isdigit() and not letter.isascii() for letter in plain):
        return None
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(plain):
        match = _TOKEN.match(plain, at)
        if match is None or match.lastgroup is None:
            return None
        if match.lastgroup != "gap":
            found.append((match.lastgroup, match[0]))
        at = match.end()
    return found


def items_of(tokens: list[tuple[str, str]], vocabulary: Vocabulary) -> list[Item] | None:
    """What the tokens mean in this language; None where one of them means nothing in it."""
    lexicon = _lexicon(vocabulary)
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        kind, text = tokens[at]
        if kind != "word":
            items.append(_FIGURES[kind](text))
            at += 1
            continue
        for length in range(_LONGEST_PHRASE, 0, -1):
            meaning = lexicon.get(" ".join(word for _, word in tokens[at : at + length]))
            if meaning is not None:
                items.extend(meaning)
                at += length
                break
        else:
            return None
    return items


def _figures(text: str) -> tuple[int, ...]:
    return tuple(int(digits) for digits in re.findall(r"\d+", text))


def _number(text: str) -> Item:
    if "," in text:
        return Item("r", float(text.replace(",", ".")))
    return Item("y" if len(text) == 4 else "n", int(text), text)


def _dotted(text: str) -> Item:
    figures = _figures(text)
    if len(figures) == 2:
        return Item("Q", float(text.rstrip(".")), text, figures)
    day, month, year = figures
    return Item("D", numbers=(_full_year(year), month, day))


def _slashed(text: str) -> Item:
    """Day and month where only one order is possible: a month of 0 is none, and no such date is found."""
    day, month, *years = _figures(text)
    if month > 12:
        day, month = month, day
    elif day <= 12 and day != month:
        day, month = 0, 0
    return Item("D", numbers=(_full_year(years[0]) if years else 0, month, day))


def _full_year(year: int) -> int:
    return year if year >= 100 else 2000 + year


def _offset(text: str) -> Item:
    hours, minutes = _figures(text)
    return Item("O", (-1 if text[0] == "-" else 1) * (hours * 60 + minutes))


_FIGURES = {
    "iso": lambda text: Item("D", numbers=_figures(text)),
    "slashed": _slashed,
    "dotted": _dotted,
    "clock": lambda text: Item("t", numbers=_figures(text)),
    "offset": _offset,
    "number": _number,
}


@cache
def _lexicon(vocabulary: Vocabulary) -> Lexicon:
    lexicon: Lexicon = dict(_EVERYWHERE)
    for key, meaning in _meanings(vocabulary):
        plain = key.casefold().replace("_", " ")
        lexicon[plain] = meaning
        lexicon[plain.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")] = meaning
    return lexicon


def _meanings(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[Item, ...]]]:
    for field, code in _CODES.items():
        yield from _all_mean(getattr(vocabulary, field), Item(code))
    yield from _all_mean(vocabulary.fillers)
    yield from _all_mean(vocabulary.tonight, Item("o"), Item("p", name="evening"))
    yield from _counted("o", vocabulary.days, 0)
    yield from _counted("w", vocabulary.weekdays, 0)
    yield from _counted("m", vocabulary.months, 1)
    yield from _counted("n", vocabulary.numbers, 1)
    for name, words in zip(DAY_PARTS, vocabulary.day_parts.split("|"), strict=True):
        yield from _all_mean(words, Item("p", name=name))
    yield from _joined(vocabulary)
    yield from _units(vocabulary)


def _all_mean(words: str, *meaning: Item) -> Iterator[tuple[str, tuple[Item, ...]]]:
    return ((word, meaning) for word in words.split())


def _counted(code: str, groups: str, first: int) -> Iterator[tuple[str, tuple[Item, ...]]]:
    for number, words in enumerate(groups.split("|"), first):
        yield from _all_mean(words, Item(code, number))


def _joined(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Weekday and part of the day in one word: "Freitagabend"."""
    names = dict(_part_names(vocabulary))
    for number, words in enumerate(vocabulary.weekdays.split("|")):
        for part in vocabulary.joined.split():
            meaning = (Item("w", number), Item("p", name=names.get(part, "morning")))
            yield from ((word + part, meaning) for word in words.split() if len(word) > 3)


def _part_names(vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    for name, words in zip(DAY_PARTS, vocabulary.day_parts.split("|"), strict=True):
        yield from ((word, name) for word in words.split())


def _units(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[Item, ...]]]:
    words = {
        ("u", "minute"): vocabulary.minute,
        ("u", "hour"): vocabulary.hour,
        ("H", "hour"): vocabulary.hour_or_clock,
        ("u", "day"): vocabulary.day,
        ("A", "day"): ("", vocabulary.days_or_daytime),
        ("W", "week"): vocabulary.week,
        ("u", "month"): vocabulary.month,
    }
    for (code, name), (alone, counted) in words.items():
        yield from _all_mean(alone, Item(code, name=name, alone=True))
        yield from _all_mean(counted, Item(code, name=name))
    hour = Item("u", name="hour")
    yield from _all_mean(vocabulary.half_hour, Item("r", 0.5), hour)
    yield from _all_mean(vocabulary.hour_and_half, Item("r", 1.5), hour)
