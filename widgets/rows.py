"""How one thread is drawn: two lines, or three where there is room, the same columns in every row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from rich.cells import cell_len

from triage.model.clock import Lane
from triage.model.row import Ranked, Standing
from widgets.cells import cut, fit, steady
from widgets.drawing import Piece
from widgets.words import LANE_GLYPHS, REASON_WORDS, moment, span

_LANE_INKS = {Lane.OVERDUE: "late", Lane.DUE_SOON: "soon", Lane.WAITING: "accent"}
_FIGURES = 15
_OVER_CELLS = 8


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a row is drawn for: its width in cells, two or three lines, and what the times are said against."""

    width: int
    tall: bool
    now: datetime
    zone: tzinfo | None


def draw_row(ranked: Ranked, canvas: Canvas) -> list[list[Piece]]:
    """The row's lines, each at most as wide as the canvas."""
    return _tall(ranked, canvas) if canvas.tall else _low(ranked, canvas)


def _tall(ranked: Ranked, canvas: Canvas) -> list[list[Piece]]:
    row, width = ranked.row, canvas.width
    client = min(26, width // 3)
    count = str(row.count)
    subject = width - client - 2 - len(count) - 1
    return [
        _between(_figures(ranked, canvas, bar=min(20, max(6, width - 46))), _due(ranked, canvas), width),
        [
            (fit(steady(row.client.shown), client) + "  ", "strong" if row.unread else ""),
            (fit(steady(row.subject), subject) + " ", ""),
            (count, "quiet"),
        ],
        [(cut(steady(row.text), width), "quiet")],
    ]


def _low(ranked: Ranked, canvas: Canvas) -> list[list[Piece]]:
    row, width = ranked.row, canvas.width
    client = min(24, width // 3)
    bar = max(4, min(12, width - client - 47))
    subject = cut(steady(row.subject), width * 3 // 5)
    count = str(row.count)
    room = width - cell_len(subject) - len(count) - 6
    text = cut(steady(row.text), room) if room > 4 else ""
    return [
        _between(
            [
                (fit(steady(row.client.shown), client) + "  ", "strong" if row.unread else ""),
                *_figures(ranked, canvas, bar),
            ],
            _due(ranked, canvas),
            width,
        ),
        _between([("  " + subject, ""), ("  " + text, "quiet")], [(count, "quiet")], width),
    ]


def _figures(ranked: Ranked, canvas: Canvas, bar: int) -> list[Piece]:
    """Glyph, "31 h of 24 h", the bar that fills to the limit and goes on past it, "+7 h", and the row's marks."""
    standing, row = ranked.standing, ranked.row
    ink = _LANE_INKS.get(standing.lane, "quiet")
    marks: list[Piece] = [(f"  {steady(mark)}", "soon") for mark in row.marks]
    if standing.clock is None:
        reason = REASON_WORDS[row.reason] if row.reason else "nobody waits"
        last = f" · last mail {moment(row.last, canvas.now, canvas.zone)}"
        return [(f"{LANE_GLYPHS[standing.lane]} ", ink), (reason + last, "quiet"), *marks]
    figures = f"{span(standing.waited)} of {span(standing.limit)}"
    return [
        (f"{LANE_GLYPHS[standing.lane]} ", ink),
        (fit(figures, _FIGURES), "late" if standing.over else ""),
        *_bar(standing, bar),
        (f" +{span(standing.over)}" if standing.over else "", "late"),
        *marks,
    ]


def _bar(standing: Standing, cells: int) -> list[Piece]:
    limit = max(standing.limit, 1)
    filled = min(cells, standing.waited * cells // limit)
    past = min(_OVER_CELLS, standing.over * cells // limit) if standing.over else 0
    return [
        ("━" * filled, _LANE_INKS.get(standing.lane, "quiet") if standing.lane is not Lane.OVERDUE else "quiet"),
        ("─" * (cells - filled), "faint"),
        ("━" * past + "╸" if standing.over else "", "late"),
    ]


def _due(ranked: Ranked, canvas: Canvas) -> list[Piece]:
    clock = ranked.standing.clock
    return [] if clock is None else [(f"due {moment(clock.due, canvas.now, canvas.zone)}", "quiet")]


def _between(left: list[Piece], right: list[Piece], width: int) -> list[Piece]:
    """Left and right at the two ends of the line; where they do not both fit, the left alone."""
    taken = sum(cell_len(text) for text, _ in left)
    needed = sum(cell_len(text) for text, _ in right)
    if taken + needed + 2 > width:
        return left
    return [*left, (" " * (width - taken - needed), ""), *right]
