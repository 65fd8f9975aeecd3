"""The one place where text of a mail becomes safe to show: printable characters, tabs and newlines, nothing else."""

from __future__ import annotations

import re
import unicodedata

_JOINERS = frozenset("\u200c\u200d")  # Persian words and composed emoji fall apart without them
_BREAKS = frozenset("\r\v\f\x85\u2028\u2029")
_EMOJI = range(0x1F000, 0x1FB00)  # new ones are unassigned in an older Python's tables

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0902\u093c\u0941-\u0948\u094d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\u200c\u200d"
)
_STACKED = re.compile(f"([{_MARKS}]{{4}})[{_MARKS}]+")


def clean_text(text: str) -> str:
    """Text of several lines, safe to show: line ends are newlines, at most four marks stand on one character.

    Dropped are C0, C1, DEL, lone surrogates, non-characters and invisible format characters, the ones that turn the
    direction of writing among them (U+061C, U+200E-F, U+202A-E, U+2066-9). Private characters become U+FFFD. Linear.
    """
    if not text.isprintable():
        text = text.replace("\r\n", "\n")
        text = text.translate({ord(char): _replacement(char) for char in set(text) if not char.isprintable()})
    return text if text.isascii() else _STACKED.sub(r"\1", text)


def clean_line(text: str, limit: int = 1000) -> str:
    """Text on one line, safe to show: any white space is one space, and at most `limit` characters are left."""
    if not (text.isascii() and text.isprintable()):
        text = clean_text(text)
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit].rstrip(" \u200c\u200d")


def _replacement(char: str) -> str:
    if char in "\t\n" or char in _JOINERS:
        return char
    if char in _BREAKS:
        return "\n"
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    if category == "Co":
        return "\ufffd"
    if category == "Cn" and not _is_noncharacter(ord(char)):
        return char if ord(char) in _EMOJI else "\ufffd"
    return ""


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
