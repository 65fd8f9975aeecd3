"""A delivery that is killed at each moment: afterwards the mail has left once, waits its turn, or asks; never twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.support.delivering import Scene, Stage, queued, stage
from tests.support.outgoing import acts_in, open_outbox, out_mail, put, source_of
from tests.support.sending_faults import Fault
from tests.support.stories import START
from triage.mail.filing import Shelf
from triage.model.outgoing import OutState

QUEUED, SENDING, SENT, IN_DOUBT = OutState.QUEUED, OutState.SENDING, OutState.SENT, OutState.IN_DOUBT


@pytest.fixture(scope="module", name="stage")
def _stage() -> Iterator[Stage]:
    with stage() as found:
        yield found


@pytest.mark.parametrize(
    ("fault", "met"),
    [
        ("", {(QUEUED, 0), (SENDING, 0), (SENDING, 1), (SENT, 1)}),
        ("temp-data", {(QUEUED, 0), (SENDING, 0)}),
        ("drop-after", {(QUEUED, 0), (SENDING, 0), (SENDING, 1), (IN_DOUBT, 1)}),
    ],
)
def test_whenever_a_delivery_is_killed_the_mail_leaves_once(
    stage: Stage, tmp_path: Path, fault: Fault, met: set[tuple[OutState, int]]
) -> None:
    """`met` are the states in which a kill leaves the entry, with how often the server has taken the mail by then."""
    found = set()
    for stop in count(1):
        scene = stage.scene(tmp_path / str(stop))
        put(open_outbox(scene.folder), queued())
        scene.sink.fault(fault, 1)
        ended = scene.run("deliver", 0, stop=stop)
        scene.sink.fault("")
        found.add((scene.mail().state, scene.left()))
        _check_nothing_is_lost(scene)
        _check_the_next_run(scene)
        scene.settle()
        scene.check()
        if ended:
            break
    assert found == met


@pytest.mark.parametrize("left", [False, True])
def test_whenever_the_look_into_a_doubt_is_killed_nothing_is_sent(stage: Stage, tmp_path: Path, left: bool) -> None:
    """The process before died while it sent; whether the mail left is told by the copy that the server filed."""
    found = set()
    for stop in count(1):
        scene = stage.scene(tmp_path / str(stop))
        put(open_outbox(scene.folder), out_mail(state=SENDING))
        if left:
            scene.hall.servers.shelves[Shelf.SENT].append(("m1@studio.example", START))
        ended = scene.run("deliver", 0, stop=stop)
        found.add(scene.mail().state)
        scene.run("deliver", 60)
        assert scene.mail().state is (SENT if left else IN_DOUBT)
        assert scene.left() == 0
        if ended:
            break
    assert found == {SENDING, IN_DOUBT} | ({SENT} if left else set())


def _check_nothing_is_lost(scene: Scene) -> None:
    assert open_outbox(scene.folder).source("m1") == source_of(queued())
    assert acts_in(scene.folder) == ["act of m1"]


def _check_the_next_run(scene: Scene) -> None:
    """What it does by itself: send what was not being sent, and nothing else."""
    before, left = scene.mail(), scene.left()
    scene.run("deliver", 0)
    after = scene.mail()
    if before.state is QUEUED and before.leaves == START:
        assert (after.state, scene.left()) == (SENT, 1)
    else:
        assert (after.state, scene.left()) == (IN_DOUBT if before.state is SENDING else before.state, left)
