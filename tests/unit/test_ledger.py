"""Acts: written once, kept in order, with every field; what was taken back counts no more but stays on record."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.random_rows import clean_texts, words
from tests.support.stories import START, hours
from triage.model.act import Act, ActKind
from triage.store.files import StoreError
from triage.store.ledger import Ledger, in_force
from triage.store.tracking import Tracking

times = st.datetimes(datetime(1995, 1, 1), datetime(2199, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
acts = st.builds(
    Act, words, st.sampled_from(ActKind), times, st.lists(words).map(tuple), st.none() | words, clean_texts
)
DONE = Act("a1", ActKind.DONE, START, ("m1@mail.example", "~digest"), note="Зателефонувала 🙂")
UNDONE = Act("a2", ActKind.UNDONE, hours(1), DONE.anchors, undoes="a1")


def opened(folder: Path) -> Ledger:
    return Ledger(Tracking(folder / "tracking.json", lambda: START))


def test_an_empty_ledger(tmp_path: Path) -> None:
    assert opened(tmp_path).all() == ()


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(acts, max_size=4))
def test_acts_survive_in_their_order(tmp_path: Path, acts: list[Act]) -> None:
    (tmp_path / "tracking.json").unlink(missing_ok=True)
    ledger = opened(tmp_path)
    for act in acts:
        ledger.record(act)
    assert opened(tmp_path).all() == tuple(acts)


def test_more_than_nine_acts_keep_their_order(tmp_path: Path) -> None:
    ledger = opened(tmp_path)
    for number in range(12):
        ledger.record(replace(DONE, id=str(number)))
    assert [act.id for act in opened(tmp_path).all()] == [str(number) for number in range(12)]


def test_an_undo_hides_an_act_and_erases_nothing(tmp_path: Path) -> None:
    ledger = opened(tmp_path)
    other = Act("a3", ActKind.OFFERED, hours(2), ())
    for act in (DONE, UNDONE, other):
        ledger.record(act)
    assert ledger.all() == (DONE, UNDONE, other)
    assert in_force(ledger.all()) == (other,)


@pytest.mark.parametrize("change", [{"kind": "dancing"}, {"at": "yesterday"}, {"at": 1e300}, {"anchors": None}])
def test_an_act_that_is_not_understood_is_said_in_a_sentence(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "tracking.json"
    opened(tmp_path).record(DONE)
    tables = json.loads(path.read_bytes())
    tables["acts"]["1"] |= change
    path.write_text(json.dumps(tables))
    before = path.read_bytes()
    with pytest.raises(StoreError, match="does not know: update Triage"):
        opened(tmp_path).all()
    assert path.read_bytes() == before
