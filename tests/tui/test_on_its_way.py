"""What a row says of a mail on its way."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest

from tests.support.still_desk import NOW, row
from triage.model.act import OutKind
from triage.model.outgoing import Outgoing, OutState
from triage.rules.ranking import rank
from widgets.on_its_way import other_marks
from widgets.rows import Canvas, draw_row

TUESDAY = NOW + timedelta(hours=24)


def outgoing(state: OutState, seconds: float = 8, kind: OutKind = OutKind.ACKNOWLEDGEMENT) -> Outgoing:
    return Outgoing(kind, state, TUESDAY, NOW + timedelta(seconds=seconds))


def said(of: Outgoing, width: int = 100, undo_for: int = 10) -> str:
    canvas = Canvas(width, True, NOW, UTC, timedelta(seconds=undo_for))
    lines = draw_row(rank([row("a", wait=3, outgoing=of, text="Hello")], NOW)[0], canvas)
    return "".join(text for text, _ in lines[2])


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (outgoing(OutState.QUEUED), "✓ acknowledged, answer by Tue 12:00 · sending in 8 s · u takes it back"),
        (outgoing(OutState.QUEUED, 7.2), "✓ acknowledged, answer by Tue 12:00 · sending in 8 s · u takes it back"),
        (outgoing(OutState.QUEUED, 0), "✓ acknowledged, answer by Tue 12:00 · sending …"),
        (
            outgoing(OutState.QUEUED, 300),
            "✓ acknowledged, answer by Tue 12:00 · queued, trying again at 12:05 · o shows why",
        ),
        (outgoing(OutState.SENDING, -1), "✓ acknowledged, answer by Tue 12:00 · sending …"),
        (outgoing(OutState.SENT, -59), "✓ acknowledged, answer by Tue 12:00 · sent"),
        (outgoing(OutState.SENT, -60), "Hello"),
        (outgoing(OutState.WITHDRAWN, -1), "Hello"),
        (outgoing(OutState.REFUSED), "! acknowledgement, answer by Tue 12:00 · refused · o shows why"),
        (outgoing(OutState.HELD), "! acknowledgement, answer by Tue 12:00 · waits for your word · o asks"),
        (outgoing(OutState.IN_DOUBT), "! acknowledgement, answer by Tue 12:00 · in doubt · o asks"),
        (
            outgoing(OutState.QUEUED, 8, OutKind.DELAY),
            "✓ delay told, now by Tue 12:00 · sending in 8 s · u takes it back",
        ),
        (outgoing(OutState.SENDING, 0, OutKind.REPLY), "✓ answered · sending …"),
    ],
)
def test_each_state_has_its_words(of: Outgoing, words: str) -> None:
    assert said(of) == words


def test_a_long_undo_time_is_no_second_try() -> None:
    assert "sending at 12:05 · u takes it back" in said(outgoing(OutState.QUEUED, 300), undo_for=600)


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (60, "✓ acknowledged, answer by Tue 12:00 · sending in 8 s"),
        (50, "✓ acknowledged · sending in 8 s · u takes it back"),
        (40, "✓ acknowledged · sending in 8 s"),
        (20, "✓ sending in 8 s"),
        (10, "✓ sending…"),
    ],
)
def test_with_less_room_the_state_stays(width: int, words: str) -> None:
    assert said(outgoing(OutState.QUEUED), width) == words


def test_a_mark_that_says_the_same_is_not_said_twice() -> None:
    marks = ("complaint", "queued", "refused")
    assert other_marks(marks, outgoing(OutState.QUEUED)) == ("complaint", "refused")
    assert other_marks(marks, None) == marks
