"""No byte of a mail or of a server's answer reaches the terminal as anything but plain text."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from imapclient import SocketTimeout

from tests.support.flows import Home, letter, settings_toml
from tests.support.hostile_imap import HostileImap, Peer
from tests.support.mails import multipart, part
from tests.support.memory_mailbox import MemoryServer
from tests.support.stories import hours
from triage.mail.accounts import connect

EVIL = {
    "colour": "\x1b[31mRED",
    "clipboard": "\x1b]52;c;aGVsbG8=\x07",
    "title": "\x9d0;title\x9c",
    "c1": "\x9b2J",
    "nul": "a\x00b",
    "lines": "a\r\n\x0b\x0c\x85\u2028b",
    "bidi": "\u202egpj.exe\u202c\u2066x\u2069\u200f\u061c",
    "markup": "[/red] [@click=app.quit]here[/] [EXTERNAL]",
    "tab": "a\tb",
    "zalgo": "a" + "\u0300" * 50,
}
STEERING = {*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e"}
STEERING |= {*"\u2066\u2067\u2068\u2069\u2028\u2029"}


def encoded(text: str) -> str:
    """An encoded word (RFC 2047), which can say anything."""
    return f"=?utf-8?B?{b64encode(text.encode()).decode()}?="


def raw(text: str) -> str:
    """As it is, but for what would end the field."""
    return "".join(" " if char in "\r\n\x0b\x0c\x85\u2028" else char for char in text)


@pytest.fixture(params=[encoded, raw])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """A mail for each kind of evil: in its subject, its writer's name, its text and its file's name; all were read."""
    spell: Callable[[str], str] = request.param
    server = MemoryServer()
    home = Home(tmp_path, {"work": server})
    for at, (kind, evil) in enumerate(EVIL.items()):
        files = multipart("mixed", part(evil), part(evil, "text/html"), part("x", name=spell(evil).replace('"', "")))
        person = f'{spell(evil)} {kind} <"a"@{kind}.example>'
        fields = [("From", person), ("Subject", f"{kind} {spell(evil)}")]
        server.add(
            "INBOX",
            letter(at, frm=f"a@{kind}.example", id=f"{kind}@mail.example", fields=fields, content=files),
            hours(at),
        )
    home.read(bodies=True)
    return home


def is_plain(text: str, *, of_one_line: bool = True) -> bool:
    return not {*text} & (STEERING if of_one_line else STEERING - {"\n", "\t"})


def texts(value: object) -> Iterator[str]:
    """Every string in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


@pytest.mark.parametrize("command", [("--overdue", "--at", "2026-03-09"), ("list",), ("list", "--json")])
def test_what_the_command_line_says(home: Home, command: tuple[str, ...]) -> None:
    _, said, complained = home.triage(*command)
    assert said.count("\n") == len(said.splitlines())
    assert all(is_plain(line) for line in (said + complained).split("\n"))
    assert all(kind in said for kind in EVIL)
    assert "[@click=app.quit]here[/]" in said


def test_the_json(home: Home) -> None:
    document = home.document()
    assert all(is_plain(text) for text in texts(document))
    assert {thread["messages"][0] for thread in document["threads"]} == {f"{kind}@mail.example" for kind in EVIL}
    assert json.dumps(document, ensure_ascii=False).isprintable()


def test_what_the_interface_is_given(home: Home) -> None:
    desk = home.desk()
    for row in desk.inbox().rows:
        talk = desk.fetch_conversation(row.id)
        assert talk is not None
        assert talk.complete
        lines = [row.subject, row.text, row.client.name, row.client.address, *row.messages]
        for entry in talk.entries:
            assert entry.words is not None
            assert is_plain(entry.words.text + entry.words.new_text, of_one_line=False)
            lines += [entry.author.name, *entry.words.links, *(file.name for file in entry.words.attachments)]
        assert all(is_plain(line) for line in lines), lines
    desk.close()


REPLY = "NO [ALERT] \x1b[31mgo\x1b]0;x\x07 \x9b2J \u202eaway\u202c [/red][b]now[/b]".encode()


def refuse(peer: Peer) -> None:
    peer.greet()
    peer.answer(end=REPLY)


def hang_up(peer: Peer) -> None:
    peer.say(b"* BYE" + REPLY[2:])


def refuse_folder(peer: Peer) -> None:
    peer.let_in()
    peer.answer(
        b'LIST () "/" "Sent"', b'LIST () "/" "INBOX"', b'LIST () "/" "\x1b[31m&IC4-x"', b'LIST () "/" {4}\r\n\x1b[2J'
    )
    peer.answer(end=REPLY)
    peer.hang()


@pytest.mark.parametrize("script", [refuse, hang_up, refuse_folder])
def test_what_a_server_says(script: Callable[[Peer], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.mail.accounts.connect", partial(connect, timeout=SocketTimeout(2, 2)))
    home = Home(tmp_path, {})
    with HostileImap(script) as server:
        home.settings.write_text(settings_toml([server.account()]), "utf-8")
        status, said, complained = home.triage("--overdue", "--sync")
    assert (status, said) == (3, "")
    assert is_plain(complained, of_one_line=False)
    assert "(“[31mgo]0;x 2J away [/red][b]now[/b]”)" in complained
