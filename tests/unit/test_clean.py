"""Text of a mail is safe to show after cleaning, and nothing that people write is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.mail.clean import clean_line, clean_text

FORBIDDEN = frozenset(
    map(
        chr,
        [
            *range(9),
            *range(11, 32),
            *range(0x7F, 0xA0),
            0x61C,
            0x200E,
            0x200F,
            *range(0x2028, 0x202F),
            *range(0x2066, 0x206A),
            *range(0xD800, 0xE000),
            0xFEFF,
            0xFFFE,
            0xFFFF,
        ],
    )
)
ANY_TEXT = st.text(st.characters(categories=None))


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c\x0cd", "a\nb\nc\nd"),
        ("\x1b[31mred\x1b]0;x\x07", "[31mred]0;x"),
        ("\x9b31m\x7f\x00ok", "31mok"),
        ("\u202egnp.exe\u2066\u200f", "gnp.exe"),
        ("\ufeffmark\ufffe\U0001ffff", "mark"),
        ("lone \ud800 half", "lone  half"),
        ("10\xa0000\u202f€", "10 000 €"),
        ("private \ue000", "private \ufffd"),
        ("👩\u200d👩\u200d👧 🇺🇦", "👩\u200d👩\u200d👧 🇺🇦"),
        ("שלום עולם", "שלום עולם"),
        ("z" + "\u0301" * 40, "z" + "\u0301" * 4),
    ],
)
def test_text_keeps_only_what_can_be_shown(dirty: str, clean: str) -> None:
    assert clean_text(dirty) == clean


@pytest.mark.parametrize(
    ("dirty", "limit", "clean"),
    [
        ("  a\r\n\tb   c ", 20, "a b c"),
        ("Subject\r\nBcc: x@client.example", 60, "Subject Bcc: x@client.example"),
        ("long enough", 4, "long"),
        ("cut at a gap", 4, "cut"),
        ("日本語の件名", 3, "日本語"),
        ("", 5, ""),
    ],
)
def test_line_is_one_short_line(dirty: str, limit: int, clean: str) -> None:
    assert clean_line(dirty, limit) == clean


@given(ANY_TEXT)
def test_nothing_unsafe_is_left(text: str) -> None:
    assert not FORBIDDEN & set(clean_text(text))
    line = clean_line(text, 50)
    assert not (FORBIDDEN | set("\t\n")) & set(line)
    assert len(line) <= 50


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)
