"""How one thread is drawn: two lines, or three where there is room, the same columns in every row.

A row that was just acted on shows it in place of the newest text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from rich.cells import cell_len

from triage.model.act import Tone
from triage.model.clock import Lane, Reason
from triage.model.row import Ranked, Row, Standing
from widgets.cells import cut, fit, steady
from widgets.drawing import Piece
from widgets.on_its_way import is_told, other_marks, state_words, written_words
from widgets.pledges import pledges_of, touch_words, unsaid
from widgets.words import LANE_GLYPHS, REASON_WORDS, moment, span, tone_words

_LANE_INKS = {Lane.OVERDUE: "late", Lane.DUE_SOON: "soon", Lane.WAITING: "accent"}
_TONE_INKS = {
    Tone.DELIGHTED: "good",
    Tone.CALM: "quiet",
    Tone.WORRIED: "",
    Tone.ANNOYED: "soon",
    Tone.ANGRY: "hot",
}
_FIGURES = 15
_OVER_CELLS = 8


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a row is drawn for: its width in cells, two or three lines, and what the times are said against.

    `undo_for`: how long a mail can be taken back before it leaves.
    """

    width: int
    tall: bool
    now: datetime
    zone: tzinfo | None
    undo_for: timedelta = timedelta(seconds=10)


def draw_row(ranked: Ranked, canvas: Canvas) -> list[list[Piece]]:
    """The row's lines, each at most as wide as the canvas."""
    return _tall(ranked, canvas) if canvas.tall else _low(ranked, canvas)


def tone_pieces(tone: Tone | None) -> list[Piece]:
    """Glyph and word in the tone's colour."""
    return [] if tone is None else [(tone_words(tone), _TONE_INKS[tone])]


def _tall(ranked: Ranked, canvas: Canvas) -> list[list[Piece]]:
    row, width = ranked.row, canvas.width
    client = min(26, width // 3)
    count = str(row.count)
    subject = width - client - 2 - len(count) - 1
    said = _said(row, canvas, width) or [(cut(steady(row.text), width), "quiet")]
    return [
        _between(_figures(ranked, canvas, min(20, max(6, width - 58)), width), _due(ranked, canvas), width),
        [
            (fit(steady(row.client.shown), client) + "  ", "strong" if row.unread else ""),
            (fit(steady(row.subject), subject) + " ", ""),
            (count, "quiet"),
        ],
        said,
    ]


def _low(ranked: Ranked, canvas: Canvas) -> list[list[Piece]]:
    row, width = ranked.row, canvas.width
    client = min(24, width // 4 + 1)
    bar = max(4, min(12, width - client - 51))
    count = str(row.count)
    said = _said(row, canvas, width - len(count) - 16)
    subject = cut(steady(row.subject), width - len(count) - _width(said) - 6 if said else width * 3 // 5)
    room = width - cell_len(subject) - len(count) - 6
    text = cut(steady(row.text), room) if room > 4 else ""
    return [
        _between(
            [
                (fit(steady(row.client.shown), client) + "  ", "strong" if row.unread else ""),
                *_figures(ranked, canvas, bar, width - client - 2),
            ],
            _due(ranked, canvas),
            width,
        ),
        _between([("  " + subject, ""), ("  ", ""), *(said or [(text, "quiet")])], [(count, "quiet")], width),
    ]


def _said(row: Row, canvas: Canvas, width: int) -> list[Piece]:
    """What was just done and is on its way, in at most `width` cells; nothing where there is no such thing."""
    outgoing = row.outgoing
    if outgoing is None or not is_told(outgoing, canvas.now):
        return []
    what, time = written_words(outgoing, canvas.now, canvas.zone)
    state, help_ = state_words(outgoing, canvas.now, canvas.zone, canvas.undo_for)
    whole = f"{what}, {time}" if time else what
    ways = ((whole, state, help_), (whole, state), (what, state, help_), (what, state), (state,))
    said = (" · ".join(filter(None, way)) for way in ways)
    fitting = next((words for words in said if cell_len(words) + 2 <= width), cut(state, width - 2))
    return [("! ", "soon"), (fitting, "soon")] if outgoing.state.asks else [("✓ ", "good"), (fitting, "")]


def _figures(ranked: Ranked, canvas: Canvas, bar: int, room: int) -> list[Piece]:
    """Glyph, "31 h of 24 h", the bar that fills to the limit and goes on past it, "+7 h", then tone, marks, promises.

    Where `room` cells do not hold it all the bar goes first, then the last of the flags: none is shown in part.
    """
    standing, row = ranked.standing, ranked.row
    glyph: Piece = (f"{LANE_GLYPHS[standing.lane]} ", _LANE_INKS.get(standing.lane, "quiet"))
    flags = _flags(row, canvas)
    if standing.clock is None or standing.lane is Lane.REST:
        return _fitting([glyph, *_rests(ranked, canvas)], flags, room)
    if touch := touch_words(row, standing):
        return _fitting([glyph, (touch, "" if standing.waited >= standing.limit else "quiet")], flags, room)
    figures = fit(f"{span(standing.waited)} of {span(standing.limit)}", _FIGURES), "late" if standing.over else ""
    over = (f" +{span(standing.over)}" if standing.over else "", "late")
    whole = [glyph, figures, *_bar(standing, bar), over]
    return [*whole, *flags] if _width([*whole, *flags]) <= room else _fitting([glyph, figures, over], flags, room)


def _flags(row: Row, canvas: Canvas) -> list[Piece]:
    """Tone, marks, promises, running work, follow-up: a piece for each."""
    pledges = pledges_of(row, canvas.now, canvas.zone)
    marks = [(f"! {steady(mark)}", "soon") for mark in unsaid(other_marks(row.marks, row.outgoing), pledges)]
    return [(f"  {words}", ink) for words, ink in (*tone_pieces(row.tone), *marks, *pledges)]


def _fitting(pieces: list[Piece], flags: list[Piece], room: int) -> list[Piece]:
    """These pieces, and of the flags the first ones, as many as there is room for."""
    room -= _width(pieces)
    fitting = [flag for place, flag in enumerate(flags) if _width(flags[: place + 1]) <= room]
    return [*pieces, *fitting]


def _rests(ranked: Ranked, canvas: Canvas) -> list[Piece]:
    """Why nothing runs in the list, and since when: of a snooze its end, and whether it hides one that is overdue."""
    standing, row = ranked.standing, ranked.row
    if standing.reason is Reason.SNOOZED and row.snoozed is not None:
        until = f"snoozed until {moment(row.snoozed, canvas.now, canvas.zone)}"
        if standing.clock is None or standing.over is None:
            return [(until, "quiet")]
        return [(until, "quiet"), (f" · overdue since {moment(standing.clock.due, canvas.now, canvas.zone)}", "late")]
    reason = REASON_WORDS[standing.reason] if standing.reason else "nobody waits"
    return [(f"{reason} · last mail {moment(row.last, canvas.now, canvas.zone)}", "quiet")]


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
    if clock is None or ranked.standing.lane is Lane.REST or any(one.due == clock.due for one in ranked.row.promises):
        return []
    return [(f"due {moment(clock.due, canvas.now, canvas.zone)}", "quiet")]


def _between(left: list[Piece], right: list[Piece], width: int) -> list[Piece]:
    """Left and right at the two ends of the line; where they do not both fit, the left alone."""
    taken, needed = _width(left), _width(right)
    if taken + needed + 2 > width:
        return left
    return [*left, (" " * (width - taken - needed), ""), *right]


def _width(pieces: list[Piece]) -> int:
    return sum(cell_len(text) for text, _ in pieces)
