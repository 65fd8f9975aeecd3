"""A letter filled from a template: it says only what is recorded (R1), and what is missing is a blank that shows.

What is filled in is never read as a template again: a client's "$signature" stays a client's word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from string import Template

from triage.rules.name_words import CLOSINGS

_CLOSING = {"en": "Best regards,", "ru": "С уважением,", "uk": "З повагою,", "bg": "Поздрави,", "de": "Viele Grüße"}
_ANSWER = {"en": "your answer", "ru": "ваш ответ", "uk": "ваша відповідь", "bg": "вашият отговор", "de": "Ihre Antwort"}
_TIME = {
    "en": "day and time",
    "ru": "день и час",
    "uk": "день і година",
    "bg": "ден и час",
    "de": "Tag und Uhrzeit",
}
_OWN_CLOSING = re.compile(rf"(?:{CLOSINGS})", re.IGNORECASE)
_BLANK = re.compile(r"\[[^\W\d_][^\[\]\n]{0,80}…\]")
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What is recorded: times are spoken ones (`rules.spoken_times`), `questions` the client's open ones in order.

    `answer_time` is the time that the letter names, `promised` those that stand from earlier letters. `signature` may
    have several lines, with a closing of its own ("Best regards,") or without.
    """

    language: str
    greeting: str
    answer_time: str = ""
    promised: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    signature: str = ""


def fill_letter(template: str, facts: LetterFacts) -> str:
    """The letter's text, from a template with placeholders; an unknown one stays as typed, and `$$` is `$`.

    - `$greeting`, `$closing` (empty where the signature has its own), `$signature`
    - `$answer_time` and `$promised`: empty where nothing is recorded; `$new_time`: the first, or a blank to fill in
    - `$questions`: a numbered list, with a blank under each (R8); `$answer`: the same, or one blank without questions

    A line whose placeholders are all empty is left out, and with it the line above if that only leads to it: it ends in
    a colon, or is "-- ". Of several empty lines one is left. What comes out is printable text and line ends.
    """
    values = {name: _plain(value) for name, value in _values(facts).items()}
    filled: list[str] = []
    leads = False
    for line in _plain(template).split("\n"):
        one = Template(line)
        names = one.get_identifiers()
        if names and not any(values.get(name, name) for name in names):
            if leads:
                filled.pop()
            leads = False
        else:
            filled.append(one.safe_substitute(values) if line.strip() else "")
            leads = not names and line.rstrip().endswith((":", "--"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(filled)).strip("\n")


def find_blanks(text: str) -> tuple[tuple[int, int], ...]:
    """Where the person has still to write: the start and the end of each blank, such as "[what is done …]"."""
    return tuple(found.span() for found in _BLANK.finditer(text))


def _values(facts: LetterFacts) -> dict[str, str]:
    questions = _numbered(facts.questions, facts.language)
    return {
        "greeting": facts.greeting,
        "answer_time": facts.answer_time,
        "new_time": facts.answer_time or _blank(_TIME, facts.language),
        "promised": "; ".join(facts.promised),
        "questions": questions,
        "answer": questions or _blank(_ANSWER, facts.language),
        "closing": "" if _OWN_CLOSING.match(facts.signature.lstrip()) else _CLOSING[facts.language],
        "signature": facts.signature.strip("\n"),
    }


def _blank(words: dict[str, str], language: str) -> str:
    return f"[{words[language]} …]"


def _numbered(questions: tuple[str, ...], language: str) -> str:
    room = _blank(_ANSWER, language)
    return "\n\n".join(
        f"{number}. {' '.join(question.split())}\n{room}" for number, question in enumerate(questions, start=1)
    )


def _plain(text: str) -> str:
    """Printable characters and line ends, nothing else."""
    lines = text.replace("\r\n", "\n")
    if lines.replace("\n", "").isprintable():
        return lines
    return "".join(char if char.isprintable() or char in "\n" + _JOINERS else _instead(char) for char in lines)


def _instead(char: str) -> str:
    return " " if char == "\t" or unicodedata.category(char) == "Zs" else ""
