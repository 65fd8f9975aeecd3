"""The first line of a letter: by name in the client's language, or without one where anything is in doubt (R16)."""

from __future__ import annotations

import re

from triage.model.message import Address
from triage.rules import name_words as words
from triage.rules.names import PersonName, read_name

_BY_NAME = {
    "en": "Hello {name},",
    "ru": "Здравствуйте, {name}!",
    "uk": "Вітаю, {name}!",
    "bg": "Здравейте, {name}!",
    "de": "Guten Tag {name},",
}
_WITHOUT_NAME = {"en": "Hello,", "ru": "Здравствуйте!", "uk": "Вітаю!", "bg": "Здравейте!", "de": "Guten Tag,"}
_VOCATIVES = {language: dict(pair.split("=") for pair in pairs.split()) for language, pairs in words.VOCATIVES.items()}
_RUSSIAN = frozenset(words.RUSSIAN_SPELLING.split())
_NOT_UKRAINIAN = re.compile(r"[ыэёъ]|ь[яюе]")
_ENDINGS = (
    (re.compile(r"(?<=[аеєіїоуюя'’ʼ])я$"), "є"),
    (re.compile(r"(?<=[бвгґдзклмнпрстфхц])я$"), "ю"),
    (re.compile(r"(?<=[бвгґдзйклмнпрстфхц])а$"), "о"),
    (re.compile(r"(?<=і)й$"), "ю"),
    (re.compile(r"(?<=слав)$|(?<=мир)$|(?<=мір)$"), "е"),
)
"""What becomes of the end of a Ukrainian name that is called; any other name stays as it is."""


def greeting(person: Address, language: str, *, sure: bool) -> str:
    """The line that greets a person; `language` is one of the five, `sure`: it is known to be theirs.

    Without a name where the name is not plainly a person's, or the language only a guess. No time of day and no sex is
    guessed: German says the full name. Russian and Ukrainian say the patronymic of one who writes it.
    """
    named = read_name(person) if sure else None
    if named is None:
        return _WITHOUT_NAME[language]
    return _BY_NAME[language].format(name=_said(named, language))


def _said(named: PersonName, language: str) -> str:
    if language == "de":
        return " ".join((*named.titles, named.given, *named.rest))
    given = vocative(named.given, language)
    if language not in ("ru", "uk") or not named.patronymic:
        return given
    return f"{given} {_called(named.patronymic) if language == 'uk' else named.patronymic}"


def vocative(name: str, language: str) -> str:
    """The form in which a given name is called in Ukrainian or Bulgarian, where the rule is certain; else the name.

    Ukrainian: § 87 of the orthography of 2019, for names in -а, -я, -ій, -слав, -мир; others by a table. In Bulgarian
    only men's names have one that is no offence. A name in Latin letters or in Russian spelling stays as it is.
    """
    if "-" in name:
        return "-".join(vocative(piece, language) for piece in name.split("-"))
    plain = name.lower()
    called = _VOCATIVES.get(language, {}).get(plain)
    if called is not None or language != "uk" or _NOT_UKRAINIAN.search(plain) or plain in _RUSSIAN:
        return called or name
    for ending, instead in _ENDINGS:
        if ending.search(name):
            return ending.sub(instead, name)
    return name


def _called(patronymic: str) -> str:
    """A Ukrainian patronymic as it is called."""
    if patronymic.endswith(("івна", "ївна")):
        return patronymic[:-1] + "о"
    return patronymic + "у" if patronymic.endswith("ович") else patronymic
