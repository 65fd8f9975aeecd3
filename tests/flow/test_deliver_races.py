"""Two at one outbox: each mail leaves once, and an undo takes a mail back or says that it is too late."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.support.delivering import Scene, Stage, queued, stage
from tests.support.outgoing import acts_in, open_outbox, put, source_of
from triage.model.outgoing import OutState
from triage.store.locking import held_if_free


@pytest.fixture(scope="module", name="stage")
def _stage() -> Iterator[Stage]:
    with stage() as found:
        yield found


def meet(scene: Scene, stop: int, verb: str, *arguments: object) -> bool:
    """Let a delivery come to a moment, and another program run there; False where it has ended before.

    Where the delivery holds the lock of the record, the other one waits for it: then both go on together.
    """
    with scene.forge.paused(scene.folder.parent, *scene.program("deliver", 0), stop=stop) as is_there:  # type: ignore[arg-type]
        other = scene.forge.start(*scene.program(verb, *arguments))  # type: ignore[arg-type]
        with held_if_free(scene.folder / "tracking.json.lock") as is_free:
            pass
        if is_free:
            assert scene.forge.wait(other)
    if not is_free:
        assert scene.forge.wait(other)
    scene.rest()
    return is_there


def test_two_deliverers_send_each_of_twenty_mails_once(stage: Stage, tmp_path: Path) -> None:
    scene = stage.scene(tmp_path / "data")
    ids = [f"m{number}" for number in range(20)]
    put(open_outbox(scene.folder), *map(queued, ids))
    programs = [scene.forge.start(*scene.program("deliver", 0)) for _ in range(2)]  # type: ignore[arg-type]
    assert [scene.forge.wait(program) for program in programs] == [True, True]
    scene.rest()
    assert scene.all_left() == dict.fromkeys((source_of(queued(one)) for one in ids), 1)
    for one in ids:
        scene.check(one)


def test_a_deliverer_that_comes_while_another_is_at_work_sends_the_rest(stage: Stage, tmp_path: Path) -> None:
    ids, met = ("m1", "m2", "m3"), set()
    for stop in count(1, 13):
        scene = stage.scene(tmp_path / str(stop) / "data")
        put(open_outbox(scene.folder), *map(queued, ids))
        is_there = meet(scene, stop, "deliver", 0)
        met.add(tuple(scene.mail(one).state for one in ids))
        for one in ids:
            scene.check(one)
        if not is_there:
            break
    assert met == {(OutState.SENT,) * 3}
    assert stop > 100


def test_an_undo_takes_the_mail_back_or_comes_too_late(stage: Stage, tmp_path: Path) -> None:
    told = []
    for stop in count(1):
        scene = stage.scene(tmp_path / str(stop) / "data")
        put(open_outbox(scene.folder), queued())
        is_there = meet(scene, stop, "withdraw")
        is_back = (scene.folder.parent / "withdrawn").exists()
        told.append(is_back)
        assert is_back != (scene.folder.parent / "not withdrawn").exists()
        assert scene.mail().state is (OutState.WITHDRAWN if is_back else OutState.SENT)
        assert scene.left() == (not is_back)
        assert len(acts_in(scene.folder)) == 1 + is_back
        if not is_there:
            break
    assert told[0]
    assert not told[-1]
    assert is_there is False
