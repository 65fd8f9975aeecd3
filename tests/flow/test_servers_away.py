"""Servers that can't be read: a sentence, the right exit status, and what was read before is still told."""

from __future__ import annotations

import signal
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
import trustme
from imapclient import SocketTimeout

from config.schema import Account
from tests.support.dovecot import Dovecot
from tests.support.flows import Home, letter, settings_toml
from tests.support.hostile_imap import HostileImap, Peer
from tests.support.shell import command, ended, environment, triage
from tests.support.stories import hours
from triage.mail.accounts import connect

RENAMED = 'name = "work"'


def settle(folder: Path, account: Account) -> list[str]:
    """Write settings with this account; the options that name them."""
    text = settings_toml([account], rule='window = "all"').replace('name = "test"', RENAMED)
    (folder / "settings.toml").write_text(text, "utf-8")
    return ["--config", str(folder / "settings.toml"), "--data", str(folder / "data")]


def hang(peer: Peer) -> None:
    peer.let_in()
    peer.hang()


@pytest.mark.dovecot
@pytest.mark.parametrize(("mails", "status"), [(0, 3), (1, 1)], ids=["nobody overdue", "somebody overdue"])
def test_a_wrong_password(dovecot: Dovecot, user: str, tmp_path: Path, mails: int, status: int) -> None:
    dovecot.write(user, "INBOX", [(letter(0), hours(0))] * mails)
    home = Home(tmp_path, {})
    places = settle(tmp_path, Account("test", "me@studio.example", dovecot.server(user)))
    assert home.triage("sync") == (0, "", "")
    settle(tmp_path, Account("test", "me@studio.example", dovecot.server(user, password="not this one")))
    done = triage(tmp_path, "--overdue", "--sync", *places)
    assert done.status == status
    assert "Nobody waits" not in done.said
    assert ("ann@client.example" in done.said) == bool(mails)
    assert done.complained.startswith("work: 127.0.0.1 refused the user name or the password")
    assert "not this one" not in done.complained


def answer(tmp_path: Path, account: Account) -> str:
    """What `triage sync` complains about this account's server."""
    done = triage(tmp_path, "sync", *settle(tmp_path, account))
    assert (done.status, done.said) == (3, "")
    assert done.complained.endswith(".\n")
    assert len(done.complained.splitlines()) == 1
    return done.complained


def test_nobody_listens(tmp_path: Path) -> None:
    with HostileImap(hang) as server:
        account = server.account()
    assert answer(tmp_path, account).startswith(f"work: 127.0.0.1 takes no connections at port {server.port}.")


def test_an_expired_certificate(ca: trustme.CA, tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    yesterday = datetime.now(UTC) - timedelta(days=1)
    ca.issue_cert("localhost", not_before=yesterday - timedelta(days=9), not_after=yesterday).configure_cert(context)
    ca.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    with HostileImap(hang, context) as server:
        complained = answer(tmp_path, server.account("tls", "localhost", ca_file=str(tmp_path / "ca.pem")))
    assert complained == "work: localhost: its certificate has expired. Ask whoever runs the server.\n"
    assert server.heard == []


def test_a_certificate_that_signed_itself(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own = trustme.CA()
    own.private_key_pem.write_to_path(str(tmp_path / "key.pem"))
    own.cert_pem.write_to_path(str(tmp_path / "cert.pem"))
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with HostileImap(hang, context) as server:
        assert "its certificate is self-signed; if you trust it, set ca_file." in answer(
            tmp_path, server.account("tls", "localhost")
        )


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Account], tuple[int, str]]:
    """Run `triage sync` in this process, with little patience; its status and what it complains."""
    monkeypatch.setattr("triage.mail.accounts.connect", partial(connect, timeout=SocketTimeout(1, 0.2)))

    def sync(account: Account) -> tuple[int, str]:
        home = Home(tmp_path, {})
        settle(tmp_path, account)
        status, _, complained = home.triage("sync")
        return status, complained

    return sync


@pytest.mark.parametrize("when", ["before the greeting", "after the login"])
def test_a_server_that_hangs(inside: Callable[[Account], tuple[int, str]], when: str) -> None:
    with HostileImap(Peer.hang if when == "before the greeting" else hang) as server:
        status, complained = inside(server.account())
    assert status == 3
    assert complained.startswith("work: 127.0.0.1 has not answered for ")
    assert complained.endswith(" seconds.\n")


def test_a_name_that_nobody_has(inside: Callable[[Account], tuple[int, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    account = HostileImap(hang).account("tls", "imap.nobody.example")
    status, complained = inside(account)
    assert status == 3
    assert "server called imap.nobody.example" in complained


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_ends_it_at_once(tmp_path: Path) -> None:
    reached = threading.Event()

    def hang_after(peer: Peer) -> None:
        peer.let_in()
        peer.hear()
        reached.set()
        peer.hang()

    with HostileImap(hang_after) as server:
        process = subprocess.Popen(
            command("sync", *settle(tmp_path, server.account())),
            env=environment(tmp_path),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        try:
            assert reached.wait(20)
            process.send_signal(signal.SIGINT)
            said, complained = process.communicate(timeout=10)
        finally:
            process.kill()
    done = ended(process.returncode, said, complained)
    assert (done.status, done.said, done.complained) == (4, "", "Stopped. What was done so far is kept.\n")
