"""Where mails lie: what of a folder is looked at, in which order, and how what can't be read is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from triage.inspecting import sources
from triage.inspecting.findings import RawBody, RawMail, Trouble
from triage.inspecting.sources import body_of, mails_of

POSTMARK = b"From ann@client.example Mon Mar  2 12:00:00 2026\n"
MAIL = b"Subject: Logo\n\n>From here on\n"


def found(path: Path) -> list[tuple[str, int | None]]:
    """The files in a folder and the places of the mails in them."""
    return [(os.path.relpath(one.file, path), one.number) for one in mails_of(str(path))]


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(MAIL)


def test_a_folder_is_sorted_by_path_and_no_mail_is_left_out(tmp_path: Path) -> None:
    make(tmp_path, "b.eml", "a/2", "a/10", "c.eml", "a.eml", "list.JSON", "read.md", ".hidden/x", ".y", "d/e/f.html")
    assert [name for name, _ in found(tmp_path)] == ["a/10", "a/2", "a.eml", "b.eml", "c.eml"]


def test_of_a_maildir_what_was_delivered(tmp_path: Path) -> None:
    make(tmp_path, "cur/1:2,S", "new/2.M5.host", "tmp/3", "dovecot-uidlist", "maildirfolder", ".Sent/x")
    assert [name for name, _ in found(tmp_path)] == ["cur/1:2,S", "new/2.M5.host"]
    make(tmp_path, "notes/tmp/4")
    assert ("notes/tmp/4", None) in found(tmp_path)


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a/1")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a" / "1")
    (tmp_path / "lost").symlink_to(tmp_path / "nothing")
    assert [name for name, _ in found(tmp_path)] == ["a/1", "b"]


@pytest.mark.parametrize("mapped", [0, 1 << 30], ids=["mapped", "read"])
def test_one_mail_has_no_number_and_several_have(tmp_path: Path, mapped: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_MAPPED", mapped)
    files = {"bare": MAIL, "one": POSTMARK + MAIL, "three": b"\n".join([POSTMARK + MAIL] * 3)}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    assert found(tmp_path) == [("bare", None), ("one", None), ("three", 1), ("three", 2), ("three", 3)]
    mails = [one for one in mails_of(str(tmp_path / "three")) if isinstance(one, RawMail)]
    assert all(b"\n\nFrom here on\n" in mail.source for mail in mails)
    body = body_of(str(tmp_path / "bare"), html=True)
    assert isinstance(body, RawBody)
    assert (body.source, body.html) == (MAIL, True)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("gone", "There is no such file: look at the name."),
        ("empty", "This file is empty: save the mail again."),
        ("folder", "There are no mails in this folder: name one that holds .eml files or an mbox."),
        ("a\0b", "This can't be read: it has no name that can be one."),
        ("x" * 300, "This can't be read: File name too long."),
    ],
)
def test_what_is_no_mail_is_told(tmp_path: Path, path: str, why: str) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "folder").mkdir()
    assert list(mails_of(f"{tmp_path}/{path}")) == [Trouble(f"{tmp_path}/{path}", None, why)]


def test_a_folder_is_no_body(tmp_path: Path) -> None:
    assert body_of(str(tmp_path), html=False) == Trouble(str(tmp_path), None, "This is a folder: name a file in it.")


@pytest.mark.parametrize("function", ["os.listdir", "builtins.open"])
def test_what_may_not_be_read_ends_nothing(tmp_path: Path, function: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a", "b")

    def refuse(path: str, *_: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(function, refuse)
    troubles = list(mails_of(str(tmp_path)))
    assert {one.why for one in troubles if isinstance(one, Trouble)} == {"You may not read this: ask its owner for it."}
    assert len(troubles) == (1 if function == "os.listdir" else 2)
