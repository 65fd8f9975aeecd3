"""`triage inspect` as a person and a program run it: files of every form, threads, bad ones among good ones."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.flow.test_hostile_text import EVIL, encoded, is_plain, texts
from tests.support.flows import Home, letter, put
from tests.support.imap_host import MailHost
from tests.support.mails import multipart, part
from tests.support.memory_mailbox import MemoryServer
from tests.support.shell import PATIENCE, Ended, command, environment, triage

POSTMARK = b"From ann@client.example Mon Mar  2 12:00:00 2026\n"


def mbox(*mails: bytes) -> bytes:
    return b"\n".join(POSTMARK + mail.replace(b"\r\n", b"\n") + b"\n" for mail in mails)


def lines(ended: Ended) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ended.said.splitlines()]


def told(found: Iterable[dict[str, Any]]) -> list[tuple[str, int | None, str]]:
    """Each line's file, place in it and subject, its error where it has one, its text where it is no mail."""
    return [
        (one["file"], one.get("number"), one.get("error") or one.get("subject") or one.get("text", "")) for one in found
    ]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with all that can be looked at, and things that are no mail."""
    folder = tmp_path / "files"
    for name in ("box/cur", "box/new", "box/tmp", "none"):
        (folder / name).mkdir(parents=True)
    for name, subject in (("b.eml", "b"), ("a.eml", "a"), ("box/cur/1:2,S", "read"), ("box/new/2", "new")):
        (folder / name).write_bytes(letter(0, subject=subject))
    (folder / "box/tmp/3").write_bytes(letter(0, subject="half"))
    (folder / "two").write_bytes(mbox(letter(0, subject="one"), letter(1, subject="two", text="From here on")))
    for name in ("notes.md", "none/list.json", ".hidden", "picture.PNG"):
        (folder / name).write_text("{}")
    return folder


def test_files_of_every_form_in_their_order(files: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "note.txt").write_text("Is it ready?")
    (tmp_path / "body.html").write_text("<p>Is it <b>done</b>?")
    before = sorted(tmp_path.rglob("*"))
    ended = triage(
        tmp_path,
        *("inspect", "files/two", "files", "--json", "nosuch.eml", "empty", "files/none", "files/b.eml"),
        *("--text", "note.txt", "gone.txt", "--html", "body.html"),
    )
    assert ended.status == 1
    found = lines(ended)
    assert [(file, number) for file, number, _ in told(found)] == [
        *(("files/two", 1), ("files/two", 2)),
        *(("files/a.eml", None), ("files/b.eml", None), ("files/box/cur/1:2,S", None), ("files/box/new/2", None)),
        *(("files/two", 1), ("files/two", 2)),
        *(("nosuch.eml", None), ("empty", None), ("files/none", None), ("files/b.eml", None)),
        *(("note.txt", None), ("gone.txt", None), ("body.html", None)),
    ]
    assert [what for _, _, what in told(found)][:8] == ["one", "two", "a", "b", "read", "new", "one", "two"]
    assert [one["file"] for one in found if "error" in one] == ["nosuch.eml", "empty", "files/none", "gone.txt"]
    assert [one["text"] for one in found[-3::2]] == ["Is it ready?", "Is it done?"]
    assert len(ended.complained.splitlines()) == 4
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nosuch.eml", ("There is no such file.", "settings.toml")),
        ("empty.eml", ("This file is empty: save the mail again.",)),
        ("none", ("There are no mails in this folder",)),
        ("a\nb", ("There is no such file.",)),
    ],
)
def test_trouble_is_said_and_what_to_do(files: Path, tmp_path: Path, name: str, words: tuple[str, ...]) -> None:
    (files / "empty.eml").touch()
    ended = triage(files, "inspect", name, env={"HOME": str(tmp_path)})
    assert (ended.status, ended.said) == (1, "")
    assert len(ended.complained.splitlines()) == 1
    assert all(word in ended.complained for word in words)


def test_nothing_named(tmp_path: Path) -> None:
    ended = triage(tmp_path, "inspect", "--json")
    assert (ended.status, ended.said) == (2, "")
    assert ended.complained.startswith("Name at least one FILE")


def test_pages_for_people(files: Path) -> None:
    ended = triage(files, "inspect", "a.eml", "two")
    assert (ended.status, ended.complained) == (0, "")
    pages = ended.said.split(f"\n{'─' * 80}\n\n")
    assert [page.splitlines()[0] for page in pages] == ["a.eml", "two, mail 1", "two, mail 2"]
    assert "  From here on" in pages[2].splitlines()


@pytest.mark.parametrize("how", [("-",), ("--text", "-")])
def test_standard_input(tmp_path: Path, how: tuple[str, ...]) -> None:
    ended = subprocess.run(
        command("inspect", "--json", *how), env=environment(tmp_path), input=letter(0), capture_output=True, check=True
    )
    (found,) = map(json.loads, ended.stdout.splitlines())
    assert found["file"] == "-"
    assert "Hello" in found["text"]


def test_utf_8_whatever_the_locale_says(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(letter(0, subject="Ескіз", text="Коли буде готово?"))
    for how in ((), ("--json",)):
        assert "Коли" in triage(tmp_path, "inspect", *how, "a.eml", env={"PYTHONIOENCODING": "latin-1"}).said


def test_a_closed_pipe_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "many").write_bytes(mbox(*(letter(at, text="Hello " * 2000) for at in range(50))))
    running = subprocess.Popen(
        command("inspect", "--json", "many"),
        env=environment(tmp_path),
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout
    assert running.stderr
    assert json.loads(running.stdout.readline())["number"] == 1
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    running.wait(PATIENCE)


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_hostile_text_stays_text(tmp_path: Path, how: tuple[str, ...]) -> None:
    for kind, evil in EVIL.items():
        content = multipart("mixed", part(evil + "?"), part("x", name=encoded(evil)))
        fields = [("From", f'{encoded(evil)} <"a"@{kind}.example>'), ("Subject", encoded(evil))]
        (tmp_path / f"{kind}.eml").write_bytes(letter(0, fields=fields, content=content))
        (tmp_path / f"{kind}.txt").write_bytes(evil.encode())
    (tmp_path / "\x1b[31m\u202e.eml").write_bytes(letter(0, text="of an evil name"))
    names = sorted(path.name for path in tmp_path.iterdir())
    ended = triage(tmp_path, "inspect", *how, *names, "\x9b2J", "--text", *names)
    assert ended.status == 1
    assert is_plain(ended.said + ended.complained, of_one_line=False)
    assert "of an evil name" in ended.said
    for one in lines(ended) if how else ():
        one.pop("file")
        assert all(is_plain(text, of_one_line=False) for text in texts(one))


def test_a_thread_by_its_id(home: Home, host: MailHost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.mail.accounts.connect", home.connect)
    put(host, 0, id="in@mail.example", text="Is it ready?")
    put(host, 3, "Sent", frm="me@studio.example", to="ann@client.example", refs="in@mail.example", text="Soon.")
    put(host, 5, subject="Other", text="Not this one")
    home.read(bodies=True)
    thread = home.threads()["Logo"]["id"]
    for name in (thread, "<in@mail.example>"):
        status, said, _ = home.triage("inspect", "--json", name)
        found = [json.loads(line) for line in said.splitlines()]
        assert status == 0
        assert told(found) == [(name, 1, "Logo"), (name, 2, "Logo")]
        assert [one["from"]["address"] for one in found] == ["ann@client.example", "me@studio.example"]
        assert [one["new_text"] for one in found] == ["Is it ready?", "Soon."]


@pytest.fixture
def kept(tmp_path: Path) -> Home:
    """A house whose server is in memory, where only headers were read."""
    server = MemoryServer()
    home = Home(tmp_path, {"work": server})
    put(server, 0, id="in@mail.example")
    home.read()
    return home


def test_a_server_that_is_away_leaves_what_is_known(kept: Home) -> None:
    status, said, complained = kept.triage("inspect", "in@mail.example")
    assert status == 0
    assert "Its text was not read." in said
    assert complained.endswith(" What was read before is shown.\n")


def test_an_id_that_no_thread_has(kept: Home) -> None:
    status, said, complained = kept.triage("inspect", "--json", "nobody@mail.example")
    assert status == 1
    assert json.loads(said)["error"] in complained
    assert "no thread with this ID" in complained


def test_an_id_before_mail_was_read(tmp_path: Path) -> None:
    home = Home(tmp_path, {"work": MemoryServer()})
    status, _, complained = home.triage("inspect", "nobody@mail.example")
    assert status == 1
    assert "triage sync" in complained
    assert not home.data.exists()


def test_a_mail_that_breaks_triage_ends_nothing(files: Path, kept: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(source: bytes) -> None:
        raise TypeError(source)

    monkeypatch.setattr("triage.inspecting.findings.read_mail", break_down)
    status, said, complained = kept.triage("inspect", "--json", str(files / "two"), "--text", str(files / "a.eml"))
    found = [json.loads(line) for line in said.splitlines()]
    assert (status, [one.get("number") for one in found]) == (1, [1, 2, None])
    assert "Triage broke on this mail (TypeError)" in found[0]["error"]
    assert "error" not in found[2]
    assert "mail 2: Triage broke" in complained
