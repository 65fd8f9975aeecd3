"""Whatever is killed while it changes the outbox: entry, act and bytes still agree, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.support.delivering import Stage, queued, stage
from tests.support.outgoing import acts_in, open_outbox, out_mail, put, source_of
from tests.support.stories import hours
from triage.model.outgoing import OutChoice, OutState


@pytest.fixture(scope="module", name="stage")
def _stage() -> Iterator[Stage]:
    with stage() as found:
        yield found


def test_a_mail_is_put_in_whole_or_not_at_all(stage: Stage, tmp_path: Path) -> None:
    found = set()
    for stop in count(1):
        scene = stage.scene(tmp_path / str(stop))
        put(open_outbox(scene.folder), out_mail("old"))
        ended = scene.run("add", ["m1"], stop=stop)
        outbox = open_outbox(scene.folder)
        is_in = outbox.find("m1") is not None
        found.add(is_in)
        assert acts_in(scene.folder) == (["act of old", "act of m1"] if is_in else ["act of old"])
        scene.run("deliver", 0)
        assert (scene.left("old"), scene.left("m1")) == (1, int(is_in))
        outbox.prune((), hours(10**6))
        kept = {"old", "m1"} if is_in else {"old"}
        assert {path.name for path in (scene.folder / "outbox").glob("*.eml")} == {f"{one}.eml" for one in kept}
        assert {one: outbox.source(one) for one in kept} == {one: source_of(out_mail(one)) for one in kept}
        if ended:
            break
    assert found == {False, True}
    assert ended


@pytest.mark.parametrize(
    ("verb", "arguments"), [("withdraw", ()), ("decide", (OutChoice.GIVE_UP,))], ids=["undo", "giving up"]
)
def test_a_mail_is_taken_back_with_its_act_or_leaves(
    stage: Stage, tmp_path: Path, verb: str, arguments: tuple[object, ...]
) -> None:
    found = set()
    for stop in count(1):
        scene = stage.scene(tmp_path / str(stop) / "data")
        put(open_outbox(scene.folder), queued())
        ended = scene.run(verb, *arguments, stop=stop)
        is_back = scene.mail().state is OutState.WITHDRAWN
        found.add(is_back)
        assert len(acts_in(scene.folder)) == 1 + is_back
        scene.run("deliver", 1)
        assert scene.left() == (not is_back)
        if ended:
            break
    assert found == {False, True}


@pytest.mark.parametrize("choice", [OutChoice.AGAIN, OutChoice.ARRIVED])
def test_a_word_on_a_doubt_counts_or_has_not_been_said(stage: Stage, tmp_path: Path, choice: OutChoice) -> None:
    found = set()
    for stop in count(1):
        scene = stage.scene(tmp_path / str(stop))
        put(open_outbox(scene.folder), replace(queued(), state=OutState.IN_DOUBT, leaves=hours(9)))
        ended = scene.run("decide", choice, stop=stop)
        found.add(scene.mail().state)
        scene.run("deliver", 1)
        expected = choice is OutChoice.AGAIN and scene.mail().state is OutState.SENT
        assert scene.left() == expected
        if ended:
            break
    assert found == {OutState.IN_DOUBT, OutState.QUEUED if choice is OutChoice.AGAIN else OutState.SENT}


def test_what_is_over_goes_with_its_bytes_and_the_rest_stays(stage: Stage, tmp_path: Path) -> None:
    found = set()
    for stop in count(1):
        scene = stage.scene(tmp_path / str(stop))
        over = [out_mail("sent", state=OutState.SENT), out_mail("back", state=OutState.WITHDRAWN)]
        put(open_outbox(scene.folder), out_mail(), *over)
        ended = scene.run("prune", ["sent@studio.example"], stop=stop)
        outbox = open_outbox(scene.folder)
        left = {mail.id for mail in outbox.all()}
        found.add(frozenset(left))
        assert all(outbox.source(one) for one in left)
        outbox.prune({"sent@studio.example"}, hours(10**6))
        assert [mail.id for mail in outbox.all()] == ["m1"]
        assert [path.name for path in (scene.folder / "outbox").iterdir()] == ["m1.eml"]
        if ended:
            break
    assert found == {frozenset({"m1", "sent", "back"}), frozenset({"m1"})}
