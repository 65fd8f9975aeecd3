"""What a client asks in a mail, in their own words and order (R8): sentences that end in a question mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.rules.quoting import new_text

MOST = 12
LONGEST = 300
_LONGEST_TEXT = 65_536
_LONGEST_WORD = 200
_WRAPPED = 50  # characters from which on a line may go on in the next
_ITEM = re.compile(r"\s{0,20}(?:[-*•–—·]|\(?\d{1,2}[.)]|[a-zа-я]\))\s+")
_END = re.compile(r"([.!?…？]+)[\"'»”“’)\]]*$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]|\d{1,2}|[^\W\d_]\.[^\W_]|dr|hr|hrn|fr|mr|mrs|ms|prof|st|vs|etc|approx|bzw|ca|usw|nr|evtl|ggf|inkl|zzgl|str"
    r"|тыс|руб|грн|стр|ул|им|напр|див|тис|вул|лв|бр|др|пр|см)\.$",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?|ftp)://|www\.|^\S+@\S+\.", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2}")


def find_questions(text: str) -> tuple[str, ...]:
    """The questions of a mail's own new text, one line each; at most 12 of at most 300 characters, none twice.

    What is quoted, a signature and an address with a "?" in it ask nothing. Linear.
    """
    found: dict[str, None] = {}
    for sentence in _sentences(text[:_LONGEST_TEXT]):
        end = _END.search(sentence[-20:])
        if end is None or not set("?？") & set(end[1]) or not _has_words(sentence):
            continue
        found[sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1].rstrip() + "…"] = None
        if len(found) == MOST:
            break
    return tuple(found)


def _has_words(sentence: str) -> bool:
    return any(_LETTERS.search(word) and not _URL.search(word) for word in sentence.split())


def _sentences(text: str) -> Iterator[str]:
    for paragraph in _paragraphs(text):
        sentence: list[str] = []
        words = paragraph.split()
        for word, following in zip(words, (*words[1:], ""), strict=False):
            sentence.append(word[:_LONGEST_WORD])
            aside = word[-1] not in ".!?…？" and following[:1].islower()
            if _END.search(word[-20:]) and not aside and not _ABBREVIATION.search(word[-20:]):
                yield " ".join(sentence)
                sentence = []


def _paragraphs(text: str) -> Iterator[str]:
    """Lines that belong together: wrapped ones joined, each item of a list alone, quotes left out."""
    lines: list[str] = []
    for line in new_text(text).split("\n"):
        item = _ITEM.match(line)
        bare = line.lstrip()
        if lines and (item or not bare or bare.startswith(">") or not _goes_on(lines[-1], bare)):
            yield " ".join(lines)
            lines = []
        if bare and not bare.startswith(">"):
            lines.append(line[item.end() :] if item else line)
    yield " ".join(lines)


def _goes_on(above: str, line: str) -> bool:
    above = above.rstrip()
    return len(above) >= _WRAPPED or (line[:1].islower() and not above.endswith((",", ":", "!", ".", "?")))
