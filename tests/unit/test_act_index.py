"""Acts by their messages: always what a look through the whole record would find."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from tests.support.stories import START
from triage.model.act import Act, ActKind
from triage.rules.act_index import ActIndex

KEYS = ("a", "b", "c", "d")


@st.composite
def records(draw: st.DrawFn) -> tuple[Act, ...]:
    """A record of up to twelve acts; some undo an earlier one."""
    acts: list[Act] = []
    for number in range(draw(st.integers(0, 12))):
        anchors = tuple(draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=2)))
        kind = draw(st.sampled_from((ActKind.DONE, ActKind.TONE, ActKind.MUTED, ActKind.UNDONE)))
        undone = draw(st.sampled_from(acts)).id if acts and kind is ActKind.UNDONE else None
        acts.append(Act(str(number), kind, START, anchors, undoes=undone))
    return tuple(acts)


def plainly(acts: tuple[Act, ...], keys: Iterable[str]) -> tuple[Act, ...]:
    """The same by looking at every act."""
    undone, asked = {act.undoes for act in acts if act.kind is ActKind.UNDONE}, set(keys)
    return tuple(
        act
        for act in acts
        if act.kind is not ActKind.UNDONE
        and act.id not in undone
        and (asked & set(act.anchors) or act.kind is ActKind.MUTED)
    )


@given(records(), st.sets(st.sampled_from(KEYS)), st.integers(0, 12))
def test_it_finds_what_a_look_through_all_acts_finds(acts: tuple[Act, ...], keys: set[str], half: int) -> None:
    index = ActIndex()
    index.take(acts[:half])
    index.take(acts)
    assert index.on(keys) == plainly(acts, keys)
    tones = [act for act in plainly(acts, KEYS) if act.kind is ActKind.TONE]
    assert list(index.latest(ActKind.TONE)) == tones[::-1]


def test_a_record_put_back_from_its_backup_is_read_anew() -> None:
    index = ActIndex()
    one, two, other = (Act(name, ActKind.DONE, START, ("a",)) for name in ("1", "2", "3"))
    index.take((one, two))
    index.take((one, other))
    assert index.on("a") == (one, other)
    index.take((one,))
    assert index.on("a") == (one,)
