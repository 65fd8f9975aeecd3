"""The outbox: entry, act and bytes come and go together, and an entry changes only from the state it was seen in."""

from __future__ import annotations

import itertools
import json
import os
import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.disk import fail, room_for
from tests.support.outgoing import act_of, acts_in, minutes, open_outbox, out_mail, put, source_of, undo_of
from tests.support.stories import START, hours
from triage.model.act import OutKind
from triage.model.outgoing import Chore, OutMail, OutState
from triage.store.files import StoreError
from triage.store.outbox import NEXT, Outbox

FULL = out_mail(
    "full",
    subject="Re: Кошторис 🙂",
    kind=OutKind.REPLY,
    recipients=("ann@client.example", "olha@client.example"),
    leaves=minutes(0.5),
    tries=2,
    words="250 OK",
    changed=datetime(2026, 3, 2, 12, 0, 0, 123456, tzinfo=UTC),
    chores=(Chore.COPY, Chore.DRAFT),
    draft="d1@studio.example",
    agreed=minutes(3),
    doubted=True,
)
CHANGES = [
    (before, after) for before, after in itertools.product(OutState, OutState) if after is not OutState.WITHDRAWN
]


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return open_outbox(tmp_path / "data")


def in_state(outbox: Outbox, state: OutState, **facts: object) -> OutMail:
    """An entry that is in this state."""
    mail = out_mail(state=state, **facts)
    put(outbox, mail)
    return mail


def files(tmp_path: Path) -> set[str]:
    return {path.name for path in (tmp_path / "data" / "outbox").iterdir()}


def test_an_empty_outbox_makes_nothing(tmp_path: Path, outbox: Outbox) -> None:
    assert outbox.all() == outbox.hanging() == ()
    assert outbox.find("m1") is None
    outbox.prune((), hours(100))
    assert not (tmp_path / "data").exists()


def test_what_was_added_is_there_for_the_next_with_its_act_and_bytes(tmp_path: Path, outbox: Outbox) -> None:
    put(outbox, FULL)
    again = open_outbox(tmp_path / "data")
    assert again.all() == (FULL,)
    assert again.find("full") == FULL
    assert again.source("full") == source_of(FULL)
    assert acts_in(tmp_path / "data") == [FULL.act]


def test_it_is_private(tmp_path: Path, outbox: Outbox) -> None:
    put(outbox, FULL)
    with outbox.claimed("full"):
        data = tmp_path / "data"
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (data, *data.rglob("*"))}
    assert {name: mode for name, mode in modes.items() if mode != 0o600} == {"data": 0o700, "outbox": 0o700}
    assert {"full.eml", "full.lock"} <= set(modes)


def test_the_oldest_comes_first_and_what_is_over_hangs_no_more(outbox: Outbox) -> None:
    states = dict(zip("gfedcba", OutState, strict=True))
    put(outbox, *(out_mail(one, state=state, created=minutes(-ord(one))) for one, state in states.items()))
    assert [mail.id for mail in outbox.all()] == list("gfedcba")
    assert {mail.state for mail in outbox.hanging()} == set(OutState) - {OutState.SENT, OutState.WITHDRAWN}


@pytest.mark.parametrize(("before", "after"), CHANGES)
def test_a_state_follows_only_on_those_it_may_follow_on(outbox: Outbox, before: OutState, after: OutState) -> None:
    mail = in_state(outbox, before)
    changed = replace(mail, state=after, words="new")
    if after in NEXT[before]:
        assert outbox.change(mail, changed)
        assert outbox.all() == (changed,)
    else:
        with pytest.raises(ValueError, match="does not follow"):
            outbox.change(mail, changed)
        assert outbox.all() == (mail,)


def test_nothing_leaves_the_states_that_are_the_end() -> None:
    assert NEXT[OutState.SENT] == {OutState.SENT}
    assert NEXT[OutState.WITHDRAWN] == set()
    assert OutState.SENT not in NEXT[OutState.QUEUED] | NEXT[OutState.HELD] | NEXT[OutState.REFUSED]
    assert [state for state in OutState if OutState.SENDING in NEXT[state]] == [OutState.QUEUED]


def test_an_entry_that_somebody_else_has_changed_is_left_as_it_is(tmp_path: Path, outbox: Outbox) -> None:
    mail = in_state(outbox, OutState.QUEUED)
    other = replace(mail, state=OutState.HELD)
    assert open_outbox(tmp_path / "data").change(mail, other)
    assert not outbox.change(mail, replace(mail, state=OutState.SENDING))
    assert outbox.all() == (other,)
    assert not outbox.change(out_mail("gone"), replace(out_mail("gone"), state=OutState.SENDING))


@pytest.mark.parametrize("state", OutState)
def test_a_mail_is_taken_back_with_its_act_unless_it_leaves_or_has_left(
    tmp_path: Path, outbox: Outbox, state: OutState
) -> None:
    mail = in_state(outbox, state)
    withdrawn = outbox.withdraw(mail.id, undo_of(mail), minutes(1))
    assert withdrawn == (state not in (OutState.SENDING, OutState.SENT, OutState.WITHDRAWN))
    expected = replace(mail, state=OutState.WITHDRAWN, changed=minutes(1)) if withdrawn else mail
    assert outbox.all() == (expected,)
    assert acts_in(tmp_path / "data") == [mail.act, *([undo_of(mail).id] if withdrawn else [])]


def test_a_claim_is_one_callers_alone_and_shows_the_newest_state(tmp_path: Path, outbox: Outbox) -> None:
    mail, other = in_state(outbox, OutState.QUEUED), open_outbox(tmp_path / "data")
    newer = replace(mail, words="newer")
    assert other.change(mail, newer)
    with outbox.claimed(mail.id) as mine:
        assert mine == newer
        with other.claimed(mail.id) as theirs, outbox.claimed(mail.id) as again:
            assert theirs is again is None
    with other.claimed(mail.id) as theirs, other.claimed("gone") as gone:
        assert (theirs, gone) == (newer, None)


def test_postponing_moves_only_what_is_queued_earlier_in_that_account(outbox: Outbox) -> None:
    moved = out_mail("moved", leaves=minutes(1))
    others = (
        out_mail("later", leaves=minutes(9)),
        out_mail("elsewhere", account="shop"),
        out_mail("held", state=OutState.HELD),
    )
    put(outbox, moved, *others)
    outbox.postpone("work", minutes(5))
    assert set(outbox.all()) == {replace(moved, leaves=minutes(5)), *others}


def test_what_is_over_goes_with_its_files_and_acts_stay(tmp_path: Path, outbox: Outbox) -> None:
    kept = [out_mail(f"k{state}", state=state) for state in OutState if state.hangs]
    kept += [
        out_mail("unseen", state=OutState.SENT),
        out_mail("chores", state=OutState.SENT, chores=(Chore.COPY,)),
    ]
    over = [out_mail("arrived", state=OutState.SENT), out_mail("withdrawn", state=OutState.WITHDRAWN)]
    put(outbox, *kept, *over)
    for mail in (*kept, *over):
        with outbox.claimed(mail.id):
            pass
    outbox.prune({mail.message_id for mail in (*kept, *over) if mail.id != "unseen"}, START)
    assert {mail.id for mail in outbox.all()} == {mail.id for mail in kept}
    assert files(tmp_path) == {f"{mail.id}.{end}" for mail in kept for end in ("eml", "lock")}
    assert len(acts_in(tmp_path / "data")) == len(kept) + len(over)


def test_files_that_no_entry_names_go_after_a_day(tmp_path: Path, outbox: Outbox) -> None:
    put(outbox, out_mail("kept"))
    ages = {"kept.eml": 90, "old.eml": 25, ".old.eml.new": 25, "old.lock": 25, "young.eml": 23}
    for name, age in ages.items():
        path = tmp_path / "data" / "outbox" / name
        path.touch()
        os.utime(path, (hours(-age).timestamp(),) * 2)
    outbox.prune((), START)
    assert files(tmp_path) == {"kept.eml", "young.eml"}


def test_bytes_whose_entry_may_have_been_lost_with_the_record_stay(tmp_path: Path, outbox: Outbox) -> None:
    put(outbox, out_mail())
    for name in ("tracking.json", "tracking.json.backup"):
        (tmp_path / "data" / name).write_bytes(b"damaged")
    again = open_outbox(tmp_path / "data", lambda: hours(48))
    assert again.all() == ()
    os.utime(tmp_path / "data" / "outbox" / "m1.eml", (START.timestamp(),) * 2)
    again.prune((), hours(100))
    assert files(tmp_path) == {"m1.eml"}
    assert again.damaged_since(hours(48))
    assert not again.damaged_since(hours(49))


@pytest.mark.parametrize("function", ["open", "fsync", "replace"])
def test_a_full_disk_adds_nothing_and_loses_nothing(
    tmp_path: Path, outbox: Outbox, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    put(outbox, out_mail("old"))
    refused = []
    for call in range(9):
        with monkeypatch.context() as broken:
            fail(broken, function, only_call=call)
            try:
                put(outbox, out_mail(f"m{call}"))
            except StoreError as error:
                refused.append(error.why)
        found = {mail.id for mail in open_outbox(tmp_path / "data").all()}
        assert {f"act of {one}" for one in found} == set(acts_in(tmp_path / "data"))
        assert {f"{one}.eml" for one in found} == files(tmp_path)
    assert len(found) == 10 - len(refused)
    assert refused
    assert all("no space left on device" in why for why in refused)


def test_a_disk_that_fills_in_the_middle_of_the_message_keeps_what_was_there(tmp_path: Path, outbox: Outbox) -> None:
    put(outbox, out_mail("old"))
    with room_for(5000), pytest.raises(StoreError, match="untouched"):
        outbox.add(out_mail("new"), b"x" * 6000, act_of(out_mail("new")))
    assert [mail.id for mail in open_outbox(tmp_path / "data").all()] == ["old"]
    assert files(tmp_path) == {"old.eml"}


def test_missing_bytes_are_said_in_a_sentence(tmp_path: Path, outbox: Outbox) -> None:
    put(outbox, out_mail())
    (tmp_path / "data" / "outbox" / "m1.eml").unlink()
    with pytest.raises(StoreError, match=r"Can't read .*m1\.eml: no such file"):
        outbox.source("m1")


@pytest.mark.parametrize("change", [{"state": "flying"}, {"created": "soon"}, {"recipients": None}, {"id": 1}])
def test_an_entry_that_is_not_understood_is_said_in_a_sentence(
    tmp_path: Path, outbox: Outbox, change: dict[str, object]
) -> None:
    put(outbox, out_mail())
    path = tmp_path / "data" / "tracking.json"
    tables = json.loads(path.read_bytes())
    tables["outbox"]["1"] |= change
    path.write_text(json.dumps(tables))
    with pytest.raises(StoreError, match="does not know: update Triage"):
        open_outbox(tmp_path / "data").all()


def test_an_entry_of_an_older_triage_is_read(tmp_path: Path, outbox: Outbox) -> None:
    put(outbox, out_mail())
    path = tmp_path / "data" / "tracking.json"
    tables = json.loads(path.read_bytes())
    del tables["outbox"]["1"]["doubted"]
    path.write_text(json.dumps(tables))
    assert open_outbox(tmp_path / "data").all() == (out_mail(),)
