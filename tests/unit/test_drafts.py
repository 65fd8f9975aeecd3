"""Kept drafts: word for word, whole, private, the last kept at the end, and never overwritten when damaged."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.disk import fail, room_for
from tests.support.outgoing import ASKED, minutes
from tests.support.stories import CLIENT, ME, START, hours
from triage.model.draft import Draft, Template
from triage.model.message import Address
from triage.store.drafts import Drafts
from triage.store.files import StoreError

DRAFT = Draft(
    id="d1",
    thread_id="t1",
    answers=ASKED,
    asks=("2@client.example", "~digest"),
    account="work",
    sender=Address("Дар'я", ME),
    to=(Address("Оля", CLIENT),),
    cc=(Address("", "team@client.example"),),
    subject="Re: Кошторис 🙂",
    references=("0@client.example", ASKED),
    template=Template.DELAY,
    language="uk",
    text="Доброго дня!\n\n\t«Так» \u0000 \\ \"\r\n.\n-- \nДар'я",
    until=hours(24),
    attachments=("/tmp/план.pdf",),
    saved="d1@studio.example",
    kept=minutes(1.5),
)
GARBAGE = {"nothing": b"", "no text": b"\x00\xff\x80", "half": b'{"id": "d1', "a list": b"[]", "no draft": b"{}"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "drafts"


def opened(folder: Path) -> Drafts:
    return Drafts(folder, lambda: START)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"lock"}


def test_nothing_is_made_until_something_is_kept(folder: Path) -> None:
    drafts = opened(folder)
    drafts.remove("d1")
    assert drafts.all() == ()
    assert not folder.exists()


def test_a_draft_is_there_for_the_next_word_for_word(folder: Path) -> None:
    bare = replace(DRAFT, id="d2", until=None, attachments=(), saved="", kept=None)
    opened(folder).keep(DRAFT)
    opened(folder).keep(bare)
    assert set(opened(folder).all()) == {DRAFT, bare}


def test_it_is_private_and_leaves_nothing_beside_it(folder: Path) -> None:
    opened(folder).keep(DRAFT)
    opened(folder).keep(replace(DRAFT, text="new"))
    assert names(folder) == {"d1.json"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder, folder.parent)} == {0o700}


def test_the_last_word_counts_and_the_last_kept_comes_last(folder: Path) -> None:
    drafts = opened(folder)
    for one, minute in (("b", 1), ("a", 2), ("c", 0), ("b", 3)):
        drafts.keep(replace(DRAFT, id=one, kept=minutes(minute)))
    assert [(draft.id, draft.kept) for draft in drafts.all()] == [
        (one, minutes(at)) for one, at in (("c", 0), ("a", 2), ("b", 3))
    ]


def test_a_removed_draft_is_gone_with_all_that_was_beside_it(folder: Path) -> None:
    drafts = opened(folder)
    drafts.keep(DRAFT)
    drafts.keep(replace(DRAFT, id="d2"))
    (folder / ".d1.json.new").write_bytes(b"left by a killed write")
    drafts.remove("d1")
    drafts.remove("d1")
    assert names(folder) == {"d2.json"}
    assert [draft.id for draft in opened(folder).all()] == ["d2"]


@pytest.mark.parametrize("damage", GARBAGE.values(), ids=GARBAGE)
def test_a_damaged_draft_is_kept_aside_and_said_once(folder: Path, damage: bytes) -> None:
    drafts = opened(folder)
    drafts.keep(DRAFT)
    drafts.keep(replace(DRAFT, id="d2"))
    (folder / "d1.json").write_bytes(damage)
    assert [draft.id for draft in drafts.all()] == ["d2"]
    aside = folder / "d1.json.damaged-20260302-000000"
    assert aside.read_bytes() == damage
    assert drafts.warnings == [f"A mail that you were writing is damaged and can't be shown. It is kept as {aside}."]
    drafts.keep(DRAFT)
    again = opened(folder)
    assert len(again.all()) == 2
    assert again.warnings == []
    assert aside.read_bytes() == damage


def test_a_draft_that_is_written_anew_while_it_is_found_damaged_is_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = opened(folder)
    drafts.keep(DRAFT)
    (folder / "d1.json").write_bytes(b"damaged")
    mend = Drafts._mend

    def late(self: Drafts, path: Path) -> Draft | None:
        path.write_bytes(b"damaged" if path.exists() else b"")
        (folder / "other.json").replace(path)
        return mend(self, path)

    drafts.keep(replace(DRAFT, id="other", text="anew"))
    monkeypatch.setattr(Drafts, "_mend", late)
    assert [draft.text for draft in drafts.all()] == ["anew"]
    assert drafts.warnings == []


@pytest.mark.parametrize("function", ["open", "fsync", "replace"])
def test_a_full_disk_keeps_the_words_before(folder: Path, monkeypatch: pytest.MonkeyPatch, function: str) -> None:
    drafts = opened(folder)
    drafts.keep(DRAFT)
    last, refused = DRAFT, list[str]()
    for call in range(4):
        draft = replace(DRAFT, text=f"pause {call}")
        with monkeypatch.context() as broken:
            fail(broken, function, only_call=call)
            try:
                drafts.keep(draft)
            except StoreError as error:
                refused.append(error.why)
            else:
                last = draft
        assert opened(folder).all() == (last,)
        assert names(folder) == {"d1.json"}
    assert refused
    assert all("no space left on device" in why for why in refused)
    assert last != DRAFT


def test_a_disk_that_fills_in_the_middle_keeps_the_words_before(folder: Path) -> None:
    drafts = opened(folder)
    drafts.keep(DRAFT)
    with room_for(2000), pytest.raises(StoreError, match="untouched"):
        drafts.keep(replace(DRAFT, text="x" * 3000))
    assert drafts.all() == (DRAFT,)
