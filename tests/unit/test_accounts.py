"""Passwords: where they come from, and that nothing shows them."""

from __future__ import annotations

import os
import select
from pathlib import Path

import pytest

from config.schema import Server
from triage.mail.accounts import Secret, password
from triage.mail.connection import is_loopback
from triage.mail.mailbox import MailboxError


def server(*command: str, variable: str = "") -> Server:
    return Server("imap.studio.example", "me", password_command=command, password_env=variable)


@pytest.mark.parametrize(
    ("printed", "word"),
    [("one\\ntwo\\n", "one"), ("one", "one"), ("one\\r\\n", "one"), (" a b \\n", " a b "), ("пароль\\n", "пароль")],
)
def test_the_password_is_the_first_line_that_the_command_prints(printed: str, word: str) -> None:
    assert password(server("printf", printed)).reveal() == word


def test_the_command_is_not_read_by_a_shell() -> None:
    assert password(server("printf", "%s\\n", "$HOME; `id` 'x'")).reveal() == "$HOME; `id` 'x'"


def test_the_password_may_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAIL_PASSWORD", "one")
    assert password(server(variable="MAIL_PASSWORD")).reveal() == "one"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (server(), "No password for imap.studio.example: set password_command or password_env"),
        (server(variable="NO_SUCH_VARIABLE"), "environment variable NO_SUCH_VARIABLE holds no password"),
        (server("/no/such/program"), "(“/no/such/program”) can't be started"),
        (server("true"), "printed no password"),
        (server("printf", "\\ntwo\\n"), "printed no password"),
        (server("printf", "\\377\\n"), "printed no password"),
        (server("false"), "failed with status 1."),
        (server("sh", "-c", "echo 'gpg: \033[31mno key' >&2; exit 2"), "failed with status 2 (“gpg: [31mno key”)"),
        (server("sh", "-c", "echo hidden; echo got hidden >&2; exit 2"), "failed with status 2 (“got …”)"),
    ],
)
def test_no_password_is_a_sentence(settings: Server, words: str) -> None:
    with pytest.raises(MailboxError) as caught:
        password(settings)
    assert words in caught.value.why
    assert caught.value.permanent


def test_a_command_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(MailboxError, match=r"did not finish in 0\.5 seconds") as caught:
        password(server("sh", "-c", f"sleep 600 > {pipe} & echo half; wait"), timeout=0.5)
    assert not caught.value.permanent
    assert select.select([end], [], [], 10)[0], "whoever writes to the pipe is still there"
    assert os.read(end, 1) == b""
    os.close(end)


def test_a_secret_shows_itself_to_nobody() -> None:
    secret = Secret("one")
    assert "one" not in f"{secret} {secret!r} {[secret]}"
    assert not hasattr(secret, "__dict__")


@pytest.mark.parametrize(
    ("host", "here"),
    [
        *((host, True) for host in ("127.0.0.1", "127.8.9.1", "::1", "localhost", "LocalHost")),
        *((host, False) for host in ("192.0.2.1", "localhost.example", "0.0.0.0", "127.0.0.1.example")),
    ],
)
def test_the_loopback(host: str, here: bool) -> None:
    assert is_loopback(host) == here
