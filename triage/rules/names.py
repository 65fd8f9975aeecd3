"""The name of a sender as a letter may say it; a company, an office or a riddle has none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from triage.model.message import Address
from triage.rules import name_words as words

_LONGEST_NAME = 100
_LONGEST_WORD = 30
_MOST_WORDS = 5
_TITLES = frozenset(words.TITLES.split())
_NOT_A_PERSON = frozenset(words.NOT_A_PERSON.split())
_ROLE_BOXES = frozenset(words.ROLE_BOXES.split())
_GIVEN = frozenset(words.GIVEN_NAMES.split())
_PARTICLES = frozenset(words.PARTICLES.split())
_QUOTES = " \t'\"`«»„“”‘’"
_APOSTROPHES = "'’ʼ‘`"
_WORD = re.compile(rf"[^\W\d_]+(?:[{_APOSTROPHES}-][^\W\d_]+)*")
_INITIAL = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.)*")
_VIA = re.compile(r"\s(?:via|through|через|чрез|über)\s")
_BESIDE = re.compile(r"\s[@|/•·–—-]\s|\sfrom\s|\s?[(\[{<|]")
_LATIN, _CYRILLIC = re.compile(r"[A-Za-zÀ-ɏ]"), re.compile(r"[Ѐ-ӿ]")
_PATRONYMIC = re.compile(r"..(?:ович|евич|йович|овна|евна|івна|ївна)")
_SURNAME = re.compile(
    r"...*(?:енко|чук|щук|юк|ський|ська|цький|цька|ский|ская|цкий|цкая|ов|ова|ев|ева|єв|єва|ишин|ович|евич"
    r"|enko|chuk|yuk|skyi|skyy|skaya|sky|ska|ski|ov|ova|ev|eva|ovych|ovich|evich)"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's names as they are written, in any order of theirs; `rest` are family names, `titles` of KEPT_TITLES.

    `patronymic` is empty where none is written.
    """

    given: str
    patronymic: str = ""
    rest: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


def read_name(person: Address) -> PersonName | None:
    """The person's name, or None where it is not plainly a person's or not plain which part is the given name.

    "Kovalenko, Olha", "OLHA KOVALENKO" and "olha via Portal" are all Olha; "Acme Print GmbH", "Support" and an address
    that stands for a name are nobody. The address only speaks against a name: an office's box, a domain of that name.
    """
    text = unicodedata.normalize("NFC", person.name[: _LONGEST_NAME + 1]).strip(_QUOTES)
    if not text or len(text) > _LONGEST_NAME:
        return None
    parts = _in_order(_without_portal(text))
    titles = tuple(words.KEPT_TITLES[_key(part)] for part in parts if _key(part) in words.KEPT_TITLES)
    parts = [part for part in parts if _key(part) not in _TITLES]
    if not 1 <= len(parts) <= _MOST_WORDS or not all(_is_name_word(part) for part in parts):
        return None
    named = _told_apart(parts)
    if named is None or _is_of_an_office(named, person.address):
        return None
    return PersonName(named.given, named.patronymic, named.rest, titles)


def is_given_name(name: str) -> bool:
    """It is one of the common given names."""
    return _key(name) in _GIVEN


def _key(part: str) -> str:
    return part.casefold().translate({ord(mark): None for mark in _APOSTROPHES + "."})


def _without_portal(text: str) -> str:
    """What stands before "via Portal" and "| Acme"; behind a single word that is no given name, nothing is plain."""
    text = _VIA.split(text, maxsplit=1)[0].strip(_QUOTES)
    before, *beside = _BESIDE.split(text, maxsplit=1)
    before = before.strip(_QUOTES)
    return "" if beside and " " not in before and not is_given_name(before) else before


def _in_order(text: str) -> list[str]:
    """The words, given name first where a comma parts it from the family name; none where a comma is a riddle."""
    sides = [side for part in text.split(",") if (side := part.split()) and not all(_key(w) in _TITLES for w in side)]
    if len(sides) == 1:
        return [word for part in text.split(",") for word in part.split()]
    if len(sides) != 2:
        return []
    left, right = sides
    family = len(left) == 1 or left[0].casefold() in _PARTICLES
    if is_given_name(left[0]) and not is_given_name(right[0]):
        return left
    return [*right, *left] if family else []


def _is_name_word(part: str) -> bool:
    if _INITIAL.fullmatch(part):
        return True
    if not _WORD.fullmatch(part) or len(part) > _LONGEST_WORD:
        return False
    if _LATIN.search(part) and _CYRILLIC.search(part):
        return False
    return not any(_key(piece) in _NOT_A_PERSON for piece in (part, *part.split("-")))


def _told_apart(parts: Sequence[str]) -> PersonName | None:
    """Which of the words is the given name."""
    shouted = [part for part in parts if part.isupper() and not _INITIAL.fullmatch(part)]
    full = [part for part in parts if not _INITIAL.fullmatch(part)]
    if not full or full[0].casefold() in _PARTICLES:
        return None
    if 0 < len(shouted) < len(full):
        if any(len(part) <= 3 for part in shouted):
            return None
        full = [*(part for part in full if part not in shouted), *shouted]
    alone = len(full) == 1
    if alone and not is_given_name(full[0]) and (len(parts) > 1 or shouted or _SURNAME.fullmatch(_key(full[0]))):
        return None
    at = _place_of_given(full)
    middle = full[at + 1] if at + 1 < len(full) and _PATRONYMIC.search(_key(full[at + 1])) else ""
    rest = tuple(_written(part) for place, part in enumerate(full) if place != at and part != middle)
    return PersonName(_written(full[at]), _written(middle), rest)


def _place_of_given(full: Sequence[str]) -> int:
    for place in range(1, len(full)):
        if len(full) > 2 and _PATRONYMIC.search(_key(full[place])):
            return place - 1
    if len(full) == 2 and not is_given_name(full[0]):
        swapped = _SURNAME.fullmatch(_key(full[0])) and not _SURNAME.fullmatch(_key(full[1]))
        return 1 if swapped or is_given_name(full[1]) else 0
    return 0


def _written(part: str) -> str:
    """With a capital where somebody left it out, and without those of somebody who shouts."""
    if part.casefold() in _PARTICLES or not (part.isupper() or part.islower()):
        return part
    return "-".join(piece[:1].upper() + piece[1:].lower() for piece in part.split("-"))


def _is_of_an_office(named: PersonName, address: str) -> bool:
    box, _, domain = address.partition("@")
    box = box.partition("+")[0]
    if box in _ROLE_BOXES and not is_given_name(named.given):
        return True
    joined = "".join(_key(part) for part in (named.given, *named.rest)).replace("-", "")
    in_domain = joined in [label.replace("-", "") for label in domain.split(".")]
    return in_domain and _key(named.given) not in box
