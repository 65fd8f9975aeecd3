"""Files in a mail: read in plain words or not at all, named safely, and given back whole by whoever reads the mail."""

from __future__ import annotations

import email
import email.policy
import os
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from triage.mail.compose import FILES_LIMIT, ComposeError, Letter, build_mail, read_files, safe_name
from triage.mail.parse import read_words
from triage.model.message import Address

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ME, ANN = Address("", "me@studio.example"), Address("", "ann@client.example")
BYTES = bytes(range(256)) * 40


def built(*files: tuple[str, bytes]) -> bytes:
    return build_mail(Letter(ME, (ANN,), (), "Files", "Here.", "1@studio.example", (), None, NOON, files))


def read_back(source: bytes) -> list[tuple[str | None, str, object]]:
    """Name, type and content of each file as Python's own parser reads them."""
    message = email.message_from_bytes(source, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return [
        (part.get_filename(), part.get_content_type(), part.get_payload(decode=True))
        for part in message.iter_attachments()
    ]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("plan.pdf", BYTES, "application/pdf"),
        ("Розміри банера.png", BYTES, "image/png"),
        ("Ж" * 120 + ".pdf", BYTES, "application/pdf"),
        ("a" * 200 + ".pdf", BYTES, "application/pdf"),
        ("it's 100% new; really=.csv", b"a;b\r\n", "text/csv"),
        ("notes.txt", "Grüße\nу\x00".encode(), "text/plain"),
        ("old.txt", "Grüße".encode("cp1252"), "text/plain"),
        ("letter.eml", b"Subject: x\n\nFrom y\n", "application/octet-stream"),
        ("all.tar.gz", BYTES, "application/octet-stream"),
        ("nothing", b"", "application/octet-stream"),
    ],
)
def test_a_file_is_read_as_it_was(name: str, content: bytes, kind: str) -> None:
    source = built((name, content), ("second.txt", b"2"))
    assert read_back(source) == [(name, kind, content), ("second.txt", "text/plain", b"2")]
    words = read_words(source, whole=True, size=len(source))
    assert words.text == "Here."
    assert [(file.media_type, file.size) for file in words.attachments] == [(kind, len(content)), ("text/plain", 1)]
    assert source.isascii()
    assert max(map(len, source.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("plan.pdf", "plan.pdf"),
        ("/home/daria/plan.pdf", "plan.pdf"),
        ("C:\\Users\\Daria\\plan.pdf", "plan.pdf"),
        ("../../.ssh/config", "config"),
        (".env", "env"),
        ('a"b<c>|d?*:.txt', "a_b_c__d___.txt"),
        ("a\r\nBcc: x@y.example\x1b[31m\u202efdp.exe", "a Bcc_ x@y.example[31mfdp.exe"),
        ("=?utf-8?q?x?=.txt", "=_utf-8_q_x_=.txt"),
        ("", "file"),
        ("..", "file"),
    ],
)
def test_names_are_safe_anywhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert [found for found, _, _ in read_back(built((name, b"x")))] == [safe]


def test_files_are_read_by_their_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "План.pdf").write_bytes(BYTES)
    (tmp_path / "empty.txt").touch()
    assert read_files(["~/План.pdf", tmp_path / "empty.txt"]) == (("План.pdf", BYTES), ("empty.txt", b""))
    assert read_files([]) == ()


def test_what_cant_be_read_is_a_sentence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for path, words in (
        (tmp_path / "nothing.pdf", f"There is no file {tmp_path}/nothing.pdf."),
        (tmp_path, f"{tmp_path} is a folder. Name the files in it."),
        (tmp_path / "pipe", f"{tmp_path}/pipe is not a file that can be sent."),
        (tmp_path / "loop", f"{tmp_path}/loop can't be read: Too many levels of symbolic links."),
        (tmp_path / ("x" * 300), "can't be read: File name too long."),
        (tmp_path / "a\0b", "can't be read."),
        (tmp_path / "a\x1b[31m", f"There is no file {tmp_path}/a[31m."),
    ):
        with pytest.raises(ComposeError) as caught:
            read_files([path])
        assert words in caught.value.why


def test_files_that_are_too_large_are_not_even_read(tmp_path: Path) -> None:
    for name in ("a", "b"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(FILES_LIMIT * 3 // 4)
    assert len(read_files([tmp_path / "a"])) == 1
    with pytest.raises(ComposeError, match=r"The files are 37\.5 MB together; a mail carries 25 MB at most"):
        read_files([tmp_path / "a", tmp_path / "b"])
