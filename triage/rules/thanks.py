"""Whether a mail is only a closing word: thanks, agreement, praise, good wishes, and nothing asked (R21, case 33)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from triage.rules import closing_words, language_words, thanks_words
from triage.rules.names import is_given_name
from triage.rules.requests import asks_anything

_LONGEST = 500  # characters; a longer text has something to say
_MOST_NAMES = 4
_FOLDED = {ord("ё"): "е", ord("Ё"): "Е"} | dict.fromkeys(
    (*map(ord, "'’ʼ‘`\u00ad\u200b\u200d\ufe0e\ufe0f"), *range(0x1F3FB, 0x1F400))
)
"""Apostrophes, what nobody sees, and the colour of a hand."""
_OPEN = re.compile(r"[?？]|…|\.{3}|[:;=]['-]?[(\[|/\\]|\({2}|(?m:(?<=\w)\($)")
"""A question, a thought that breaks off, or a sad face."""
_FACE = re.compile(r"(?<!\w)[:;=][-']?[)D*pP]{1,9}(?!\w)|\){2,9}|(?<!\S)(?:\^_?\^|[xX]D|<3)(?!\w)|(?<=\w)\)(?=\s|$)")
_SMILE, _CLOSING_SMILE = re.compile(f"[{closing_words.SMILES}]"), re.compile(f"[{closing_words.CLOSING_SMILES}]")
_SENTENCE = re.compile(r"[.!;:()\"«»„“”]+|\s[-–—]{1,3}\s|^\s*[-–—]{1,3}\s")
_NAME = re.compile(r"[^\W\d_][\w-]{0,30}(?<=[^\W\d_])")
_DEMAND = re.compile(r"[а-яґєії]+(?:те|ть|ти|и|й)|\w+(?:ung|ion|heit|keit|schaft)", re.IGNORECASE)
"""How what stands alone and is no name ends: imperatives and infinitives ("Перезвоните"), German nouns."""
_INITIAL = re.compile(r"(?<!\w)([A-ZÄÖÜА-ЯІЇЄҐ])\.(?=\s?\w)")
_DECLINED = re.compile(r"\b(no|nein|нет|ні|не), (?=(?:thank|dank|спасибо|дяку|благодар|мерси))", re.IGNORECASE)
_NO_NAMES = frozenset(" ".join((closing_words.NO_NAMES, *language_words.WORDS.values())).split())


def _any(*lists: Mapping[str, str]) -> str:
    """One of their phrases, the longer ones tried first."""
    phrases = {phrase for one in lists for text in one.values() for phrase in text.split(", ")}
    return "|".join(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


@dataclass(frozen=True, slots=True)
class _Items:
    """Patterns of what may stand in such a mail, each with the space that stands behind every word."""

    thanks: re.Pattern[str]
    more: re.Pattern[str]
    good: re.Pattern[str]
    wish: re.Pattern[str]
    polite: re.Pattern[str]


@cache
def _items() -> _Items:
    """Made ready where a mail is first looked at: it takes a twentieth of a second."""
    how, what, joined = _any(thanks_words.THANKED_HOW), _any(thanks_words.THANKED), closing_words.AND
    much, gladly = f"(?:(?:{_any(thanks_words.MUCH)}) )", f"(?:(?:{_any(closing_words.GLADLY)}) )"
    matter = f"(?:(?:{how}) ){{0,4}}(?:{what})"
    reason = f"(?:{thanks_words.FOR}) {matter}(?: (?:{joined}) (?:(?:{thanks_words.FOR}) )?{matter}){{0,2}}"
    patterns = (
        f"{much}{{0,3}}(?:{_any(thanks_words.THANKS)})(?: {much}{{0,4}}{reason})?",
        _any(thanks_words.MUCH),
        f"{gladly}{{0,3}}(?:{_any(closing_words.GOOD_WORDS)})",
        _any(closing_words.WISHES),
        f"{_any(closing_words.WISHES, closing_words.GREETINGS, closing_words.CLOSINGS)}|{joined}",
    )
    return _Items(*(re.compile(f"(?:{pattern}) ", re.IGNORECASE) for pattern in patterns))


def is_closing_thanks(new_text: str) -> bool:
    """All that a writer wrote only thanks, agrees, confirms or wishes well: nothing is asked, nothing owed.

    Each piece of it must be of a known harmless form, in English, Russian, Ukrainian, Bulgarian or German, with
    greeting, sign-off and names around it, and nothing in it may ask: a wrong yes would hide a client who waits (cases
    31, 33, 34). Bounded.
    """
    text = new_text.strip()
    if not text or len(text) > _LONGEST or _OPEN.search(text):
        return False
    text = unicodedata.normalize("NFC", text).translate(_FOLDED)
    text = _DECLINED.sub(r"\1 ", _INITIAL.sub(r"\1 ", text))
    closing = _CLOSING_SMILE.search(text) is not None
    lines = [line for line in _FACE.sub(" ; ", _SMILE.sub(" ; ", text)).split("\n") if line.strip(" ;")]
    for number, line in enumerate(lines):
        said = _read_line(line, last=number >= max(1, len(lines) - 2))
        if said is None:
            return False
        closing = closing or said
    return closing and not asks_anything(new_text)


def _read_line(line: str, *, last: bool) -> bool | None:
    """Whether a line closes the matter; None where it says anything else. In the last lines it may be a name alone."""
    closing, anything = False, False
    for sentence in _SENTENCE.split(line):
        named = last and not anything
        for clause in sentence.split(","):
            said, rest = _read_clause(clause)
            if rest and not (_are_names(rest) and (named or len(rest) < len(clause.split()) or is_given_name(rest[0]))):
                return None
            closing, anything, named = closing or said, True, True
    return closing


def _read_clause(clause: str) -> tuple[bool, list[str]]:
    """Whether it closes the matter, and the words behind all that is known."""
    items = _items()
    text = "".join(f"{word} " for word in clause.split())
    at, closing, thanked = 0, False, False
    while at < len(text):
        if found := items.thanks.match(text, at):
            closing = thanked = True
        elif found := items.good.match(text, at):
            closing = True
        elif found := (thanked and items.more.match(text, at)) or items.polite.match(text, at):
            closing = closing or items.wish.match(text, at) is not None
        else:
            break
        at = found.end()
    return closing, text[at:].split()


def _are_names(rest: list[str]) -> bool:
    """A few words, each written like a name; the first is a known one or at least no demand."""
    if len(rest) > _MOST_NAMES or any(word.lower().rstrip(".") in _NO_NAMES for word in rest):
        return False
    first = rest[0]
    return all(_is_name_word(word) for word in rest) and (is_given_name(first) or _DEMAND.fullmatch(first) is None)


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or (not word.isupper() and _NAME.fullmatch(word) is not None))
