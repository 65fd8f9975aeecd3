"""The precious file: whole whatever happens, never overwritten when damaged or newer, private, and never cluttered."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.disk import fail, room_for
from tests.support.stories import START
from triage.store import tracking as module
from triage.store.files import StoreError
from triage.store.tracking import Tracking

GARBAGE = {
    "nothing": b"",
    "no text": b"\x00\xff\x80",
    "half": b'{"notes": {"1": {"text": "on',
    "a list": b"[1, 2]",
    "a table of numbers": b'{"notes": {"1": 2}}',
    "a document without a number": b'{"notes": {"one": {}}}',
    "no schema number": b'{"meta": {"1": {"schema": "new"}}}',
}
damages = pytest.mark.parametrize("damage", GARBAGE.values(), ids=GARBAGE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "tracking.json"


def opened(path: Path) -> Tracking:
    return Tracking(path, lambda: START)


def note(tracking: Tracking, *texts: str) -> None:
    with tracking.changing() as table:
        for text in texts:
            table("notes").insert({"text": text})


def notes(tracking: Tracking) -> list[str]:
    return [document["text"] for document in tracking.table("notes").all()]


def names(path: Path) -> set[str]:
    return {file.name for file in path.parent.iterdir()}


def test_nothing_is_made_until_something_is_written(path: Path) -> None:
    assert notes(opened(path)) == []
    assert not path.parent.exists()


def test_what_was_written_is_there_for_the_next(path: Path) -> None:
    note(opened(path), "one", "двa 🙂")
    assert notes(opened(path)) == ["one", "двa 🙂"]


def test_it_is_private_and_leaves_nothing_beside_it(path: Path) -> None:
    path.parent.mkdir(mode=0o755)
    note(opened(path), "one")
    note(opened(path), "two")
    assert names(path) == {"tracking.json", "tracking.json.backup", "tracking.json.lock"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_each_sees_what_the_other_wrote(path: Path) -> None:
    first, second = opened(path), opened(path)
    for text in "abcdef":
        note(*((first, text) if text in "ace" else (second, text)))
        assert notes(first) == notes(second)
    assert notes(opened(path)) == list("abcdef")


def test_a_change_that_fails_changes_nothing(path: Path) -> None:
    tracking = opened(path)
    note(tracking, "one")
    with pytest.raises(KeyError), tracking.changing() as table:
        table("notes").update(lambda document: document["text"] + document["absent"])
    assert notes(tracking) == notes(opened(path)) == ["one"]
    note(tracking, "two")
    assert notes(opened(path)) == ["one", "two"]


def test_the_backup_is_the_state_before(path: Path) -> None:
    tracking = opened(path)
    note(tracking, "one")
    before = path.read_bytes()
    note(tracking, "two")
    assert path.with_name("tracking.json.backup").read_bytes() == before


@damages
@pytest.mark.parametrize("meet", [notes, lambda tracking: note(tracking, "new")], ids=["reading", "writing"])
def test_a_damaged_file_is_kept_and_its_backup_used(
    path: Path, damage: bytes, meet: Callable[[Tracking], object]
) -> None:
    note(opened(path), "one")
    note(opened(path), "two")
    path.write_bytes(damage)
    tracking = opened(path)
    meet(tracking)
    assert notes(tracking)[0] == "one"
    assert "two" not in notes(tracking)
    aside = path.with_name("tracking.json.damaged-20260302-000000")
    assert aside.read_bytes() == damage
    assert len(tracking.warnings) == 1
    assert str(aside) in tracking.warnings[0]
    assert "backup is used" in tracking.warnings[0]
    assert opened(path).warnings == []


@damages
def test_without_a_good_backup_a_new_one_is_begun(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    path.with_name("tracking.json.backup").write_bytes(damage)
    tracking = opened(path)
    note(tracking, "new")
    assert notes(tracking) == ["new"]
    assert path.with_name("tracking.json.damaged-20260302-000000").read_bytes() == damage
    assert "a new one is begun" in tracking.warnings[0]


def test_a_second_damaged_file_replaces_no_earlier_one(path: Path) -> None:
    for damage in (b"first", b"second"):
        note(opened(path), "one")
        path.write_bytes(damage)
        notes(opened(path))
    aside = path.with_name("tracking.json.damaged-20260302-000000")
    assert [aside.read_bytes(), aside.with_name(aside.name + "-2").read_bytes()] == [b"first", b"second"]


@pytest.mark.parametrize("meet", [notes, lambda tracking: note(tracking, "x")], ids=["reading", "writing"])
def test_a_newer_file_is_refused_and_untouched(path: Path, meet: Callable[[Tracking], object]) -> None:
    newer = json.dumps({"meta": {"1": {"schema": 99}}, "notes": {"1": {"words": "of another form"}}})
    path.parent.mkdir()
    path.write_text(newer)
    with pytest.raises(StoreError, match=r"newer Triage \(schema 99\): update Triage"):
        meet(opened(path))
    assert path.read_text() == newer
    assert names(path) <= {"tracking.json", "tracking.json.lock"}


@pytest.mark.parametrize("meet", [notes, lambda tracking: note(tracking, "two")], ids=["reading", "writing"])
def test_an_older_file_is_brought_up_to_date(
    path: Path, monkeypatch: pytest.MonkeyPatch, meet: Callable[[Tracking], object]
) -> None:
    note(opened(path), "one")
    monkeypatch.setattr(module, "SCHEMA", 2)
    monkeypatch.setitem(module.MIGRATIONS, 1, lambda tables: {**tables, "notes": {"1": {"text": "moved"}}})
    tracking = opened(path)
    meet(tracking)
    assert notes(tracking)[0] == "moved"
    assert json.loads(path.read_bytes())["meta"] == {"1": {"schema": 2}}
    assert tracking.warnings == []


@pytest.mark.parametrize("function", ["fsync", "replace", "open"])
def test_a_full_disk_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch, function: str) -> None:
    tracking = opened(path)
    note(tracking, "one")
    before, files = path.read_bytes(), names(path)
    with monkeypatch.context() as broken:
        fail(broken, function)
        with pytest.raises(StoreError, match=r"Can't .*: no space left on device\. .*untouched\. Free some space"):
            note(tracking, "two")
    assert path.read_bytes() == before
    assert names(path) <= files | {"tracking.json.backup"}
    assert notes(tracking) == ["one"]
    note(tracking, "three")
    assert notes(opened(path)) == ["one", "three"]


def test_a_disk_that_fills_in_the_middle_of_the_file_leaves_the_old_one(path: Path) -> None:
    tracking = opened(path)
    note(tracking, "one")
    before = path.read_bytes()
    with room_for(len(before) + 10), pytest.raises(StoreError, match="untouched"):
        note(tracking, "a longer text than there is room for")
    assert path.read_bytes() == before
    assert not any(name.endswith(".new") for name in names(path))


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    tracking = opened(tmp_path / "file" / "tracking.json")
    with pytest.raises(StoreError, match=r"Can't make the folder .*file"):
        note(tracking, "one")
    with pytest.raises(StoreError, match=r"Can't read .*tracking.json: not a directory"):
        notes(tracking)
