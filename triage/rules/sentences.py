"""A mail's text cut into sentences with their places; wrapped lines are joined, items of lists stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from triage.rules import sentence_marks as marks

LONGEST_TEXT = 65_536
_WRAPPED = range(50, 100)  # characters of a line that a program or a person may have broken
_LOOK_BACK = 24  # characters before a mark that tell whether it ends anything
_ITEM = re.compile(r"\s{0,20}(?:[-*•◦▪·‣➢►]|\(?\d{1,2}[.)]|\(?[a-zа-я]\))(?=\s)\s{1,20}", re.IGNORECASE)
_DASHED_ITEM = re.compile(r"\s{0,20}[–—]\s{1,20}")
_END = re.compile(r"[.!?…？！。]++([\"'»”“’)\]*_]*+)")
_OPENED = re.compile(r"[\"'«„“”‘(\[*_]{0,3}([–—-]{0,3})\s*+")
_OPENING = "([\"'«„“/\t\u00a0"
_LETTER = re.compile(r"[^\W\d_]\.")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){0,4}[^\W\d_]")
_TOLD = re.compile(r"[а-яёіїєґ]{2,20}(?:[лв]|ла|ло|ли|лся|лась|лись|вся|лася|лися)\b")
"""A Slavic verb in the past: what follows a dash, "- спросила она", tells who spoke and belongs to it."""
_NEVER_LAST = frozenset(marks.NEVER_LAST.split())
_MAYBE_LAST = frozenset(marks.MAYBE_LAST.split())
_LONGEST_ABBREVIATION = max(map(len, _NEVER_LAST | _MAYBE_LAST))
_MONTHS = re.compile(rf"(?:{'|'.join(marks.MONTHS.split())})\b", re.IGNORECASE)


class Sentence(NamedTuple):
    """Where a sentence begins and ends in a text; `item`: it belongs to an item of a list."""

    start: int
    end: int
    item: bool


def cut_sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, of its first 64 kB, in order.

    Quoted lines (">") are left out, and the marks of lists; a sentence may go over wrapped lines. Linear.
    """
    text = text[:LONGEST_TEXT]
    for start, end, item in _blocks(text):
        at = start
        for mark in _END.finditer(text, start, end):
            stop = mark.end()
            if stop >= end:
                break
            if _is_end(text, mark, stop, at, end):
                yield Sentence(at, stop, item)
                at = _skip_space(text, stop, end)
        if at < end:
            yield Sentence(at, end, item)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where lines that belong together begin and end: wrapped ones, each item of a list alone (True)."""
    lines = text.split("\n")
    dashed = ("–" in text or "—" in text) and sum(_DASHED_ITEM.match(line) is not None for line in lines) > 1
    width = max(filter(_WRAPPED.__contains__, map(len, lines)), default=0)
    start, end, at, above, listed = -1, 0, 0, "", False
    for line in lines:
        bare = line.strip()
        item = None
        if bare and (not bare[0].isalpha() or bare[1:2] == ")"):  # a letter marks an item only before a bracket
            item = _ITEM.match(line) or (dashed and _DASHED_ITEM.match(line))
        if start >= 0 and (item or not bare or bare[0] == ">" or not _goes_on(above, bare, width)):
            yield start, end, listed
            start = -1
        if bare and bare[0] != ">":
            if start < 0:
                listed = bool(item)
                start = at + (item.end() if item else len(line) - len(line.lstrip()))
            end = at + len(line.rstrip())
        at += len(line) + 1
        above = line.rstrip()
    if start >= 0:
        yield start, end, listed


def _goes_on(above: str, bare: str, width: int) -> bool:
    """The line above goes on in this one: its first word did not fit there any more, or is written small."""
    if bare[0].islower():
        return len(above) in _WRAPPED or not above.endswith((",", ":", "!", ".", "?"))
    return len(above) in _WRAPPED and len(above) + len(bare.split(None, 1)[0]) >= width


def _is_end(text: str, mark: re.Match[str], stop: int, start: int, end: int) -> bool:
    """The marks found, up to `stop`, end a sentence that begins at `start`, in a block that goes on to `end`."""
    signs = text[mark.start() : mark.start(1)]
    if not text[stop].isspace():
        return _ends_without_space(text, mark.start(), stop, signs)
    at = stop + 1 if text[stop + 1 : stop + 2].isalnum() else _skip_space(text, stop, end)
    opened = None if at == end or text[at].isalnum() else _OPENED.match(text, at, end)
    at = opened.end() if opened else at
    small = text[at : at + 1].islower()
    if small and (mark[1].strip("*_") or signs.endswith(("…", ".."))):
        return False
    if small and opened and opened[1] and (text[start] in "–—-" or _TOLD.match(text, at, end)):
        return False
    return signs != "." or not _goes_on_behind_stop(text, mark.start(), start, at, small=small)


def _ends_without_space(text: str, mark: int, stop: int, signs: str) -> bool:
    """Chinese marks need no space; else it may have been forgotten ("Is it ready?When"), though not in an address."""
    if signs[-1] in "？！。":
        return True
    if signs[-1] not in "?!" or not text[stop].isupper() or mark == 0 or not text[mark - 1].isalpha():
        return False
    return not {"/", "=", "@"} & set(text[max(0, mark - _LOOK_BACK) : stop + 2])


def _goes_on_behind_stop(text: str, stop: int, start: int, following: int, *, small: bool) -> bool:
    """The full stop belongs to an abbreviation, an initial, or an ordinal number; `following` is where it goes on."""
    token = text[max(start, stop - _LOOK_BACK) : stop].rpartition("\n")[2].rpartition(" ")[2].lstrip(_OPENING)
    word = token.lower()
    if not 0 < len(word) <= _LONGEST_ABBREVIATION:
        return False
    if word.isdigit():
        return len(word) <= 2 and (small or stop - len(word) == start or _MONTHS.match(text, following) is not None)
    if word in _NEVER_LAST:
        return True
    if word in _MAYBE_LAST or (len(token) == 1 and token.islower()):
        short = small or text[following : following + 1].isdigit()
        return short or (len(token) == 1 and _LETTER.match(text, following) is not None)
    return _INITIALS.fullmatch(word) is not None
