"""Which rows are shown, and in which lanes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.still_desk import HOUR, NOW, StillDesk, row
from triage.model.act import OutKind, Tone
from triage.model.clock import Lane
from triage.model.outgoing import Outgoing, OutState
from triage.tui.board import Board, Look, page_of

ROWS = [
    row("late", "Olha", "Кошторис", wait=31),
    row("soon", "Jörg", "Angebot", wait=21, accounts=("shop",)),
    row("calm", "Ann", "Sizes", "as a PDF", wait=3),
    row("theirs", "Bob", resting=Lane.THEIRS, reason=None, tone=Tone.ANGRY, marks=("complaint",)),
    row("done", "Boss", "Straße"),
]
DESK = StillDesk(ROWS)


def shown(look: Look) -> dict[Lane, list[str]]:
    page = Board(DESK.inbox()).page(NOW, look)
    return {lane.lane: [ranked.row.id for ranked in lane.rows] for lane in page.lanes}


def test_lanes_in_order_with_counts_and_what_rests_folded() -> None:
    page = Board(DESK.inbox()).page(NOW, Look())
    assert [(lane.lane, lane.count, lane.folded) for lane in page.lanes] == [
        (Lane.OVERDUE, 1, False),
        (Lane.DUE_SOON, 1, False),
        (Lane.WAITING, 1, False),
        (Lane.THEIRS, 1, True),
        (Lane.REST, 1, True),
    ]
    assert page.next is not None
    assert page.next.row.id == "soon"


def test_the_first_page_is_the_same() -> None:
    page = page_of(DESK.glance(NOW, 3), NOW)
    assert page == replace(Board(DESK.inbox()).page(NOW, Look()), counts=page.counts)


@pytest.mark.parametrize(
    ("look", "ids"),
    [
        (Look(words="кошторис"), {"late"}),
        (Look(words="STRASSE"), {"done"}),
        (Look(words="ann pdf"), {"calm"}),
        (Look(words="client.example"), {"late", "soon", "calm", "theirs", "done"}),
        (Look(words="nothing like it"), set()),
        (Look(lane=Lane.THEIRS), {"theirs"}),
        (Look(account="shop"), {"soon"}),
        (Look(tone=Tone.ANGRY), {"theirs"}),
        (Look(mark="complaint"), {"theirs"}),
        (Look(tone=Tone.CALM), set()),
        (Look(account="shop", lane=Lane.WAITING), set()),
    ],
)
def test_a_look_narrows(look: Look, ids: set[str]) -> None:
    assert {one for rows in shown(look).values() for one in rows} == ids


def test_tones_and_marks_are_counted_without_what_the_outbox_shows() -> None:
    queued = Outgoing(OutKind.REPLY, OutState.QUEUED, None, NOW)
    board = Board(StillDesk([*ROWS, row("out", outgoing=queued, marks=("queued", "bounced"))]).inbox())
    assert board.tones() == {Tone.ANGRY: 1}
    assert board.marks() == {"complaint": 1, "bounced": 1}


def test_an_unfolded_lane_shows_its_rows() -> None:
    assert shown(Look().turned(Lane.REST))[Lane.REST] == ["done"]
    assert shown(Look().turned(Lane.REST).turned(Lane.REST))[Lane.REST] == []


def test_time_moves_rows_between_lanes() -> None:
    board = Board(DESK.inbox())
    later = board.page(NOW + 4 * HOUR, Look())
    assert later.counts[Lane.OVERDUE] == 2
    assert board.page(NOW, Look()).counts[Lane.OVERDUE] == 1
