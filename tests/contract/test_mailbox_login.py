"""Servers that let nobody in, and those that may not be trusted: one clear sentence, and never the password."""

from __future__ import annotations

import socket
import ssl
import traceback
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme
from imapclient import SocketTimeout

from config.schema import Account, Server
from tests.support.hostile_imap import HANGS, HASTY, PASSWORD, PASSWORD_COMMAND, PATIENT, HostileImap, Peer, Script
from triage.mail.accounts import connect
from triage.mail.mailbox import MailboxError


def failure(account: Account, timeout: SocketTimeout = PATIENT) -> MailboxError:
    """What connecting fails with; no trace of it holds the password."""
    with pytest.raises(MailboxError) as caught:
        connect(account, timeout)
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert PASSWORD not in "".join(frames.format())
    assert PASSWORD not in repr(caught.value)
    assert caught.value.__context__ is None
    assert caught.value.why.isprintable()
    assert len(caught.value.why) < 400
    return caught.value


def refuse(words: bytes) -> Script:
    """A server that refuses the login with these words."""

    def script(peer: Peer) -> None:
        peer.greet()
        peer.answer(end=words)
        peer.hang()

    return script


def says(data: bytes) -> Script:
    """A server that sends these bytes and nothing else."""

    def script(peer: Peer) -> None:
        peer.send(data)
        peer.hang()

    return script


def drops_at_login(peer: Peer) -> None:
    peer.greet()
    peer.hear()


def leaves_at_login(peer: Peer) -> None:
    peer.greet()
    peer.hear()
    peer.say(b"* BYE Too many\x1b[31m attempts")


def hangs_at_login(peer: Peer) -> None:
    peer.greet()
    peer.hang()


def babbles_without_end(peer: Peer) -> None:
    peer.say(b"* OK ready")
    while True:
        peer.send(b'* LIST () "/" x\r\n' * 10_000)


BEFORE_THE_LOGIN = [
    pytest.param(says(b""), "has not answered for 0.5 seconds", False, id="hangs"),
    pytest.param(lambda peer: None, "closed the connection", False, id="hangs up"),
    pytest.param(says(b"* BYE too \x1b[31mmany\r\n"), "closed the connection (“too [31mmany”)", False, id="bye"),
    pytest.param(says(b"HTTP/1.1 400 Bad Request\r\n\r\n"), "can't be read", False, id="web server"),
    pytest.param(says(b"\xff\x00" * 200_000), "is not IMAP", False, id="line without end"),
    pytest.param(says(b"* OK x\r\n* CAPABILITY {99999999999}\r\n"), "is not IMAP", False, id="giant literal"),
    pytest.param(babbles_without_end, "is not IMAP", False, id="babble without end"),
    pytest.param(says(b"* PREAUTH hi\r\n"), "has not answered", False, id="hangs after preauth"),
    pytest.param(hangs_at_login, "has not answered for 0.25 seconds", False, id="hangs at the login"),
    pytest.param(drops_at_login, "closed the connection", False, id="drops at the login"),
    pytest.param(leaves_at_login, "closed the connection (“Too many[31m attempts”)", False, id="bye at the login"),
    pytest.param(
        refuse(b"NO [AUTHENTICATIONFAILED] No."), "refused the user name or the password (“No.”)", True, id="wrong"
    ),
    pytest.param(refuse(b"BAD what"), "refused the user name or the password", True, id="bad"),
    pytest.param(refuse(b"NO [LIMIT] Too many connections"), "lets nobody in now", False, id="limit"),
    pytest.param(refuse(b"NO [UNAVAILABLE] Internal"), "lets nobody in now", False, id="unavailable"),
    pytest.param(refuse(b"NO " + PASSWORD.encode() + b" is wrong"), "(“… is wrong”)", True, id="echoes the password"),
    pytest.param(refuse("NO \u202eевил\x07 ".encode() + b"x" * 3000), "(“евил xxx", True, id="hostile words"),
    pytest.param(refuse(b"YES"), "", False, id="no status"),
]


@pytest.mark.parametrize(("script", "words", "permanent"), BEFORE_THE_LOGIN)
def test_a_server_that_lets_nobody_in(script: Script, words: str, permanent: bool) -> None:
    with HostileImap(script) as server:
        error = failure(server.account(), HASTY if HANGS in words else PATIENT)
    assert words in error.why
    assert error.permanent == permanent


def without_tls(peer: Peer) -> None:
    peer.greet(b"AUTH=PLAIN")
    peer.hang()


def refuses_tls(peer: Peer) -> None:
    peer.greet(b"STARTTLS")
    peer.answer(end=b"NO not today")
    peer.hang()


def goes_on_in_the_open(peer: Peer) -> None:
    peer.greet(b"STARTTLS")
    peer.answer(end=b"OK begin")
    peer.say(b"* CAPABILITY IMAP4rev1")
    peer.hang()


def slips_in_an_answer(peer: Peer) -> None:
    peer.greet(b"STARTTLS")
    tag = peer.hear()
    peer.say(tag + b" OK begin", b"* CAPABILITY IMAP4rev1 AUTH=EVIL", b"x1 OK in")
    peer.hang()


def is_in_already(peer: Peer) -> None:
    peer.say(b"* PREAUTH welcome")
    peer.answer(b"CAPABILITY IMAP4rev1 STARTTLS")
    peer.hang()


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (without_tls, "does not offer STARTTLS"),
        (refuses_tls, "does not offer STARTTLS"),
        (goes_on_in_the_open, ""),
        (slips_in_an_answer, "mixes open and encrypted answers"),
        (is_in_already, "without a password"),
    ],
)
def test_starttls_is_never_given_up(script: Script, words: str) -> None:
    with HostileImap(script) as server:
        error = failure(server.account("starttls"))
    assert words in error.why
    assert error.permanent
    assert not any(b"LOGIN" in line or b"AUTHENTICATE" in line for line in server.heard)


def test_starttls_goes_on_with_what_is_said_inside(ca: trustme.CA, tmp_path: Path) -> None:
    context = _context(ca.issue_cert("127.0.0.1"))

    def script(peer: Peer) -> None:
        peer.greet(b"STARTTLS LOGINDISABLED")
        peer.answer(b'LIST (\\Sent) "/" Forged', end=b"OK begin")
        peer.secure(context)
        peer.answer(b"CAPABILITY IMAP4rev1")
        peer.answer(b"CAPABILITY IMAP4rev1")
        peer.answer(end=b"OK in")
        peer.answer(b"CAPABILITY IMAP4rev1")
        peer.answer(b'LIST () "/" INBOX')
        peer.hang()

    with HostileImap(script) as server:
        mailbox = connect(server.account("starttls", ca_file=_trusted(ca, tmp_path)), PATIENT)
        assert [folder.name for folder in mailbox.folders()] == ["INBOX"]
        mailbox.close()
    assert any(line.endswith(b'LOGIN me "%s"' % PASSWORD.encode()) for line in server.heard)


def _context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def _trusted(ca: trustme.CA, folder: Path) -> str:
    ca.cert_pem.write_to_path(str(folder / "ca.pem"))
    return str(folder / "ca.pem")


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("certify", "trust", "words"),
    [
        (lambda ca: ca.issue_cert("127.0.0.1", not_after=LONG_AGO), True, "its certificate has expired"),
        (lambda ca: ca.issue_cert("elsewhere.example"), True, "its certificate is for another name"),
        (
            lambda ca: ca.issue_cert("127.0.0.1"),
            False,
            "an authority that is not known here; if you trust it, set ca_file",
        ),
        (lambda ca: trustme.CA().issue_cert("127.0.0.1"), True, "ca_file does not vouch for it"),
    ],
    ids=["expired", "another name", "unknown", "not of this authority"],
)
def test_a_certificate_that_is_not_good(
    ca: trustme.CA, tmp_path: Path, certify: object, trust: bool, words: str
) -> None:
    assert callable(certify)
    with HostileImap(Peer.hang, _context(certify(ca))) as server:
        error = failure(server.account("tls", ca_file=_trusted(ca, tmp_path) if trust else ""))
    assert words in error.why
    assert error.permanent


def test_a_self_signed_certificate(tmp_path: Path) -> None:
    """One that is an authority and a server in one, as small boxes make them."""
    ca = trustme.CA()
    ca.private_key_pem.write_to_path(str(tmp_path / "key.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_trusted(ca, tmp_path), str(tmp_path / "key.pem"))
    with HostileImap(Peer.hang, context) as server:
        error = failure(server.account("tls"))
    assert "its certificate is self-signed; if you trust it, set ca_file" in error.why


def test_a_port_that_does_not_speak_tls() -> None:
    with HostileImap(says(b"* OK ready\r\n")) as server:
        error = failure(server.account("tls"))
    assert "does not speak TLS" in error.why
    assert error.permanent


def test_a_handshake_that_hangs() -> None:
    with HostileImap(Peer.hang) as server:
        assert "has not answered for 0.5 seconds" in failure(server.account("tls"), HASTY).why


@pytest.mark.parametrize("text", ["no certificate", None])
def test_a_ca_file_that_is_none(tmp_path: Path, text: str | None) -> None:
    if text:
        (tmp_path / "ca.pem").write_text(text)
    with HostileImap(Peer.hang) as server:
        error = failure(server.account("tls", ca_file=str(tmp_path / "ca.pem")))
    assert "ca_file" in error.why
    assert error.permanent


def test_a_port_where_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    server = Server("127.0.0.1", "me", port, "none", password_command=PASSWORD_COMMAND)
    error = failure(Account("test", "me@studio.example", server))
    assert f"takes no connections at port {port}" in error.why
    assert not error.permanent


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (socket.EAI_NONAME, "No server called imap.client.example"),
        (socket.EAI_AGAIN, "could not be looked up"),
    ],
)
def test_a_name_that_is_not_known(monkeypatch: pytest.MonkeyPatch, code: int, words: str) -> None:
    def lookup(*_: object, **__: object) -> None:
        raise socket.gaierror(code, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    server = Server("imap.client.example", "me", password_command=PASSWORD_COMMAND)
    error = failure(Account("test", "me@studio.example", server))
    assert words in error.why
    assert not error.permanent


def test_no_encryption_is_for_the_loopback_alone() -> None:
    server = Server("192.0.2.1", "me", security="none", password_command=PASSWORD_COMMAND)
    assert "for this computer alone" in failure(Account("test", "me@studio.example", server)).why
