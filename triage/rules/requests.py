"""What a mail asks of its reader: questions, requests and invitations in its new text, in their order (R8)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from triage.rules.asking_signs import Asks, all_signs
from triage.rules.sentences import LONGEST_TEXT, Sentence, cut_sentences

MOST_ANSWERED = 12
LONGEST_ANSWERED = 300
_MOST = 100
_LONGEST = 1000
_LOOKED_AT = 600  # characters of a sentence that tell whether it asks
_HEADING = 5  # words
_MARK = re.compile(r"[?？][?？!.…]*[\"'»”“’)\]*_]*$")
_LETTERS = re.compile(r"[^\W\d_]{2}|[぀-鿿]")
_ADDRESS = re.compile(r"(?<!\S)\S{0,80}(?:://|www\.|\S@\S)\S{0,300}")
_OF_ADDRESSES = ("@", "://", "www.")  # one of these is in each
_LONGEST_END = 20  # characters of a sentence among which a question mark may end it
_FOLDED = (("’", "'"), ("ʼ", "'"), ("‘", "'"), ("`", "'"), ("ё", "е"))
_PUNCTUATION = ',.:;!?()[]{}<>"«»„“”…/*_–—'


@dataclass(frozen=True, slots=True)
class Request:
    """A sentence that asks: as one clean line of at most 1 000 characters, and its place in the text.

    `courtesy`: it wants no answer of its own ("How are you?").
    """

    text: str
    kind: Asks
    start: int
    end: int
    courtesy: bool = False


def find_requests(text: str) -> tuple[Request, ...]:
    """What the new text of a mail asks, in its order; at most 100 sentences of its first 64 kB.

    A sentence with a question mark is a question unless it invites or advertises. In a list below "please:" each item
    is a request, and the line above it none. Formulas ("feel free to call", "please find attached"), quoted lines and
    addresses ask nothing. English, Russian, Ukrainian, Bulgarian, German; question marks in any language. Linear.
    """
    page = _Page(text[:LONGEST_TEXT])
    found: list[Request] = []
    heading: Request | None = None
    listing = False
    for sentence in cut_sentences(page.text):
        request = page.request(sentence, asks=listing and sentence.item)
        if sentence.item and listing and found and found[-1] is heading:
            found.pop()
        elif not sentence.item:
            heading = request
            listing = page.text[sentence.end - 1] == ":" and (request is not None or page.is_heading(sentence))
        if request is not None:
            found.append(request)
            if len(found) == _MOST:
                break
    return tuple(found)


def find_answerable(text: str) -> tuple[str, ...]:
    """What an answer takes up one by one (R8): each once, without courtesies; at most 12 of at most 300 characters."""
    asked = dict.fromkeys(
        _cut(request.text, LONGEST_ANSWERED) for request in find_requests(text) if not request.courtesy
    )
    return tuple(asked)[:MOST_ANSWERED]


def asks_anything(text: str) -> bool:
    """One thing at least in the text wants an answer; cheaper than to find them all."""
    page = _Page(text[:LONGEST_TEXT])
    requests = (page.request(sentence) for sentence in cut_sentences(page.text))
    return any(request is not None and not request.courtesy for request in requests)


@dataclass(slots=True)
class _Page:
    """A text, the same in small letters without addresses, and that without punctuation; all of one length."""

    text: str
    small: str = field(init=False)
    plain: str = field(init=False)

    def __post_init__(self) -> None:
        small = self.text.lower()
        if len(small) != len(self.text):
            small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in self.text)
        for written, meant in _FOLDED:
            small = small.replace(written, meant)
        if any(map(small.__contains__, _OF_ADDRESSES)):
            small = "\n".join(map(_without_addresses, small.split("\n")))
        self.small, self.plain = small, small.replace("--", "  ")
        for mark in _PUNCTUATION:
            self.plain = self.plain.replace(mark, " ")

    def request(self, sentence: Sentence, *, asks: bool = False) -> Request | None:
        """What a sentence asks; `asks`: that it does is known from what stands above it."""
        start, end, _ = sentence
        signs = all_signs()
        words = self.plain[start:end].split()
        tail = self.text[max(start, end - _LONGEST_END) : end]
        asked = ("?" in tail or "？" in tail) and _MARK.search(tail) is not None
        how = signs.how(self.small[start:end][:_LOOKED_AT], words, asked=asked)
        if how is None and asks:
            how = (Asks.REQUEST, False)
        if how is None or not _LETTERS.search(self.small, start, end):
            return None
        return Request(_cut(" ".join(self.text[start:end].split()), _LONGEST), how[0], start, end, courtesy=how[1])

    def is_heading(self, sentence: Sentence) -> bool:
        """A few words that announce a list of things to be done."""
        words = self.plain[sentence.start : sentence.end].split()
        return len(words) <= _HEADING and not all_signs().lists.isdisjoint(words)


def _without_addresses(line: str) -> str:
    """A line with zeros in the place of addresses, in most lines there are none."""
    if not any(map(line.__contains__, _OF_ADDRESSES)):
        return line
    return _ADDRESS.sub(lambda found: "0" * len(found[0]), line)


def _cut(line: str, longest: int) -> str:
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
