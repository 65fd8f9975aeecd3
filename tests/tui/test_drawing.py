"""Text is cut, broken and said in the same way everywhere."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest
from rich.cells import cell_len

from tests.support.still_desk import NOW, row
from triage.rules.ranking import rank
from widgets.cells import cut, fit, steady, wrap
from widgets.rows import Canvas, draw_row
from widgets.words import counted, moment, number, size, span

TEXTS = (
    "Logo",
    "Кошторис на логотип",
    "ロゴのデザインについて",
    "שאלה על הלוגו",
    "e\u0301\u0301\u0301 a\u0308",
    "👩‍👩‍👧 👍🏽 ❤️ ✈️",
    "x" * 200,
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [0, 1, 2, 7, 30])
def test_text_fits_its_cells(text: str, width: int) -> None:
    assert cell_len(fit(steady(text), width)) == width
    assert cell_len(cut(steady(text), width)) <= width


@pytest.mark.parametrize("text", [*TEXTS, "one two three, four five six", "a " * 50 + "b" * 50])
@pytest.mark.parametrize("width", [2, 7, 30])
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = list(wrap(steady(text), width))
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(steady(text).split())


def test_a_very_long_word_is_broken_in_one_pass() -> None:
    assert len(list(wrap("ї" * 64_000, 80))) == 800


@pytest.mark.parametrize("tall", [True, False])
@pytest.mark.parametrize("width", [40, 56, 76, 100])
@pytest.mark.parametrize("text", TEXTS)
def test_no_line_of_a_row_is_wider_than_its_canvas(text: str, width: int, tall: bool) -> None:
    canvas = Canvas(width, tall, NOW, UTC)
    rows = [row("a", text, text, text, wait=wait) for wait in (1, 23, 31, 9_000)] + [row("b", text, text, text)]
    for ranked in rank(rows, NOW):
        lines = draw_row(ranked, canvas)
        assert len(lines) == (3 if tall else 2)
        assert all(sum(cell_len(piece) for piece, _ in line) <= width for line in lines[1:])


@pytest.mark.parametrize(
    ("seconds", "said"), [(59, "0 min"), (3_599, "59 min"), (3_600, "1 h"), (359_999, "99 h"), (360_000, "4 d")]
)
def test_spans(seconds: int, said: str) -> None:
    assert span(seconds) == said


@pytest.mark.parametrize(
    ("days", "said"), [(0, "Mon 12:00"), (-6, "Tue 12:00"), (6, "Sun 12:00"), (-7, "23 Feb"), (-90, "2 Dec 2025")]
)
def test_moments(days: int, said: str) -> None:
    assert moment(NOW + timedelta(days=days), NOW, UTC) == said


@pytest.mark.parametrize(
    ("bytes_", "said"),
    [(0, "0 B"), (999, "999 B"), (1_500, "1.5 kB"), (84_211, "84 kB"), (2_500_000, "2.5 MB"), (3 * 10**9, "3.0 GB")],
)
def test_sizes(bytes_: int, said: str) -> None:
    assert size(bytes_) == said


def test_numbers_and_counts() -> None:
    assert number(36_584) == "36\N{NARROW NO-BREAK SPACE}584"
    assert (counted(1, "thread"), counted(2, "thread")) == ("1 thread", "2 threads")
