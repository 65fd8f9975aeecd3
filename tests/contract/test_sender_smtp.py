"""SMTP servers that are no good: how sure it is that nothing left, never the password, never a word in the open."""

from __future__ import annotations

import socket
import traceback
from pathlib import Path

import pytest
import trustme

from config.schema import Account, Security, Server
from tests.support.hostile_imap import PASSWORD, PASSWORD_COMMAND, HostileImap, Peer, Script
from tests.support.outlets import HASTY, PATIENT, server_context, trusted_file
from tests.support.smtp_sink import SmtpSink
from triage.mail.sender import SendError, Verdict
from triage.mail.smtp import SmtpSender, files_own_copies, make_sender
from triage.mail.smtp_wire import encoded

ME, ANN = "me@studio.example", "ann@client.example"
SOURCE = b"Subject: Sizes\r\n\r\nHere they are.\r\n"
FEATURES = (b"250-hello", b"250-AUTH PLAIN LOGIN", b"250 SIZE 1000")
HANGS = "has not answered"


def account(port: int, security: Security = "none", ca_file: str = "", host: str = "127.0.0.1") -> Account:
    """Somebody whose mail leaves at that port."""
    imap = Server("imap.studio.example", "me", password_command=PASSWORD_COMMAND)
    smtp = Server(host, "me", port, security, password_command=PASSWORD_COMMAND, ca_file=ca_file)
    return Account("Work", ME, imap, smtp)


def failure(at: Account, *, hasty: bool = False, source: bytes = SOURCE, to: str = ANN) -> SendError:
    """What sending fails with; no trace of it holds the password."""
    with pytest.raises(SendError) as caught:
        SmtpSender(at, HASTY if hasty else PATIENT).send(ME, [to], source)
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert PASSWORD not in shown + repr(caught.value)
    assert encoded(b"\0me\0" + PASSWORD.encode()) not in shown
    assert caught.value.__context__ is None
    assert caught.value.why.isprintable()
    assert len(caught.value.why) < 400
    return caught.value


def says(*answers: bytes, hangs: bool = False) -> Script:
    """A server that greets, and gives these answers to one line each; then it hangs, or hangs up."""

    def script(peer: Peer) -> None:
        peer.say(b"220 ready")
        for answer in answers:
            peer.hear_line()
            peer.send(answer + b"\r\n")
        if hangs:
            peer.hang()

    return script


HELLO = b"\r\n".join(FEATURES)
IN = (HELLO, b"235 in")
TOLD = (*IN, b"250 ok", b"250 ok")


def takes(*ending: bytes, hangs: bool = False) -> Script:
    """A server that takes the whole mail, and then sends this."""

    def script(peer: Peer) -> None:
        says(*TOLD, b"354 go on")(peer)
        while peer.hear_line() != b".":
            continue
        for data in ending:
            peer.send(data)
        if hangs:
            peer.hang()

    return script


def babbles(peer: Peer) -> None:
    peer.say(b"220 ready")
    peer.hear_line()
    while True:
        peer.send(b"250-more\r\n" * 1000)


BEFORE_THE_MAIL = [
    pytest.param(lambda peer: None, "closed the connection", Verdict.LATER, id="hangs up"),
    pytest.param(Peer.hang, HANGS, Verdict.LATER, id="hangs"),
    pytest.param(lambda peer: peer.send(b"* OK IMAP\r\n"), "is not SMTP", Verdict.LATER, id="imap server"),
    pytest.param(lambda peer: peer.send(b"x" * 100_000), "is not SMTP", Verdict.LATER, id="line without end"),
    pytest.param(lambda peer: peer.say(b"421 \x1b[31mbusy"), "now (“[31mbusy”)", Verdict.LATER, id="busy"),
    pytest.param(lambda peer: peer.say(b"554 not you"), "(“not you”)", Verdict.NEVER, id="not you"),
    pytest.param(babbles, "is not SMTP", Verdict.LATER, id="babble without end"),
    pytest.param(says(b"250-x\r\n550 y"), "is not SMTP", Verdict.LATER, id="two codes"),
    pytest.param(says(b"502 what"), "takes no mail now", Verdict.NEVER, id="no EHLO"),
    pytest.param(says(b"250 hello", b"530 log in"), "(“log in”)", Verdict.NEVER, id="no AUTH, but asked for"),
    pytest.param(says(b"250-x\r\n250 AUTH XOAUTH2"), "offers no login by password", Verdict.NEVER, id="XOAUTH2"),
    pytest.param(says(HELLO), "closed the connection", Verdict.LATER, id="hangs up at the login"),
    pytest.param(says(HELLO, hangs=True), HANGS, Verdict.LATER, id="hangs at the login"),
    pytest.param(says(HELLO, b"535 5.7.8 No."), "or the password (“No.”)", Verdict.NEVER, id="wrong"),
    pytest.param(says(HELLO, b"535 " + PASSWORD.encode()), "(“…”)", Verdict.NEVER, id="echoes the password"),
    pytest.param(
        says(HELLO, b"535 " + encoded(b"\0me\0" + PASSWORD.encode()).encode()), "(“…”)", Verdict.NEVER, id="echoes all"
    ),
    pytest.param(says(HELLO, b"454 5.7.0 later"), "lets nobody in now (“later”)", Verdict.LATER, id="not now"),
    pytest.param(says(HELLO, b"334 more"), "lets nobody in now", Verdict.LATER, id="asks for more"),
    pytest.param(says(*IN), "closed the connection", Verdict.LATER, id="hangs up at MAIL"),
    pytest.param(says(*IN, hangs=True), HANGS, Verdict.LATER, id="hangs at MAIL"),
    pytest.param(says(*IN, b"250 ok"), "closed the connection", Verdict.LATER, id="hangs up at RCPT"),
    pytest.param(says(*IN, b"250 ok", b"421 bye"), f"no mail for {ANN} (“bye”)", Verdict.LATER, id="421 at RCPT"),
    pytest.param(says(*TOLD), "closed the connection", Verdict.LATER, id="hangs up at DATA"),
    pytest.param(says(*TOLD, hangs=True), HANGS, Verdict.LATER, id="hangs at DATA"),
    pytest.param(says(*TOLD, b"554 no"), "does not take the mail (“no”)", Verdict.NEVER, id="DATA refused"),
    pytest.param(says(*TOLD, b"250 what"), "does not take the mail", Verdict.LATER, id="DATA misunderstood"),
]


@pytest.mark.parametrize(("script", "words", "verdict"), BEFORE_THE_MAIL)
def test_before_the_mail_begins_to_leave_nothing_has_left(script: Script, words: str, verdict: Verdict) -> None:
    with HostileImap(script) as server:
        error = failure(account(server.port), hasty=words == HANGS)
    assert words in error.why
    assert error.verdict is verdict
    assert b"." not in server.heard


@pytest.mark.parametrize(
    ("script", "words", "verdict"),
    [
        pytest.param(takes(), "closed the connection. It may have taken", Verdict.UNKNOWN, id="hangs up"),
        pytest.param(takes(hangs=True), "1 seconds. It may have taken", Verdict.UNKNOWN, id="hangs"),
        pytest.param(takes(b"ok\r\n"), "It may have taken", Verdict.UNKNOWN, id="no reply"),
        pytest.param(takes(b"250"), "It may have taken", Verdict.UNKNOWN, id="half a reply"),
        pytest.param(takes(b"250-" + b"x" * 10_000), "It may have taken", Verdict.UNKNOWN, id="long reply"),
        pytest.param(takes(b"354 go on\r\n"), "It may have taken", Verdict.UNKNOWN, id="wants more"),
        pytest.param(takes(b"451 later\r\n"), "(“later”)", Verdict.LATER, id="451"),
        pytest.param(takes(b"421 later\r\n"), "(“later”)", Verdict.LATER, id="421"),
        pytest.param(takes(b"554-no\r\n554 spam\r\n"), "(“no spam”)", Verdict.NEVER, id="554"),
        pytest.param(says(*TOLD, b"354 go on"), "It may have taken", Verdict.UNKNOWN, id="hangs up at once"),
    ],
)
def test_once_it_has_begun_only_a_clear_answer_counts(script: Script, words: str, verdict: Verdict) -> None:
    with HostileImap(script) as server:
        error = failure(account(server.port), hasty="seconds" in words)
    assert words in error.why
    assert error.verdict is verdict


@pytest.mark.parametrize("script", [takes(b"250 2.0.0 kept \x07as 1\r\n"), takes(b"250 kept as 1\r\n", hangs=True)])
def test_a_yes_stays_a_yes_however_it_ends(script: Script) -> None:
    with HostileImap(script) as server:
        assert SmtpSender(account(server.port), HASTY).send(ME, [ANN], SOURCE) == "kept as 1"


@pytest.mark.parametrize(
    ("answers", "words", "verdict"),
    [
        ((HELLO,), "does not offer STARTTLS at port", Verdict.NEVER),
        ((b"250-x\r\n250 STARTTLS", b"454 not now"), "can't encrypt the connection now (“not now”)", Verdict.LATER),
        ((b"250-x\r\n250 STARTTLS", b"501 no"), "does not offer STARTTLS", Verdict.NEVER),
        ((b"250-x\r\n250 STARTTLS", b"220 go\r\n250-x\r\n250 AUTH PLAIN"), "mixes open and encrypted", Verdict.NEVER),
        ((b"250-x\r\n250 STARTTLS", b"220 go"), "closed the connection", Verdict.LATER),
    ],
)
def test_starttls_is_never_given_up(
    answers: tuple[bytes, ...], words: str, verdict: Verdict, ca: trustme.CA, tmp_path: Path
) -> None:
    with HostileImap(says(*answers)) as server:
        error = failure(account(server.port, "starttls", trusted_file(ca, tmp_path)))
    assert words in error.why
    assert error.verdict is verdict
    assert not any(b"AUTH" in line for line in server.heard)


def test_a_certificate_for_another_name(ca: trustme.CA, tmp_path: Path) -> None:
    with HostileImap(Peer.hang, server_context(ca, "elsewhere.example")) as server:
        error = failure(account(server.port, "tls", trusted_file(ca, tmp_path)))
    assert error.why.endswith("its certificate is for another name. Check host in [account.smtp].")
    assert error.verdict is Verdict.NEVER


def test_a_port_where_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    error = failure(account(port))
    assert f"takes no connections at port {port}" in error.why
    assert error.verdict is Verdict.LATER


def test_no_encryption_is_for_the_loopback_alone() -> None:
    error = failure(account(25, host="192.0.2.1"))
    assert "for this computer alone" in error.why
    assert error.verdict is Verdict.NEVER


def test_an_account_for_reading_only() -> None:
    at = Account("Work", ME, Server("imap.studio.example", "me", password_command=PASSWORD_COMMAND))
    with pytest.raises(SendError, match=r"account Work has no \[account.smtp\]: it is for reading only") as caught:
        make_sender(at).send(ME, [ANN], SOURCE)
    assert caught.value.verdict is Verdict.NEVER


def test_without_a_password_nothing_is_tried() -> None:
    with SmtpSink() as sink:
        error = failure(Account("Work", ME, sink.server(), Server("127.0.0.1", "me", sink.port, "none")))
        assert not sink.helo
    assert "No password for 127.0.0.1" in error.why
    assert error.verdict is Verdict.NEVER


def test_a_login_of_any_letters_by_each_way() -> None:
    for mechanism in ("PLAIN", "LOGIN"):
        with SmtpSink(mechanism=mechanism) as sink:
            SmtpSender(sink.account()).send(ME, [ANN], SOURCE)
            assert failure(sink.account(password="wrong")).verdict is Verdict.NEVER
            assert len(sink.messages()) == 1
            assert set(sink.helo) == {"[127.0.0.1]"}


def test_a_mail_that_is_too_large_is_not_begun() -> None:
    with SmtpSink(size_limit=2 * 1024**2) as sink:
        error = failure(sink.account(), source=SOURCE + b"x\r\n" * 1024**2)
        assert not sink.messages()
    assert "The mail is 3.0 MB, and 127.0.0.1 takes 2.0 MB at most." in error.why
    assert error.verdict is Verdict.NEVER


def test_a_server_that_knows_no_other_letters() -> None:
    with SmtpSink(smtputf8=False) as sink:
        error = failure(sink.account(), to="анна@client.example")
        assert failure(sink.account(), source="Subject: ж\r\n\r\n".encode()).verdict is Verdict.NEVER
        assert not sink.messages()
    assert "does not know addresses such as анна@client.example" in error.why
    assert error.verdict is Verdict.NEVER


def test_lines_end_in_one_way_alone() -> None:
    """A lone line end before a dot is where servers differ in what ends a mail."""
    with SmtpSink() as sink:
        SmtpSender(sink.account()).send(ME, [ANN], b"Subject: x\n\na\n.\nb\r.\rMAIL FROM:<x@y.example>")
        [taken] = sink.messages()
    assert taken.source == b"Subject: x\r\n\r\na\r\n.\r\nb\r\n.\r\nMAIL FROM:<x@y.example>\r\n"


@pytest.mark.parametrize(
    ("host", "files"),
    [("smtp.gmail.com", True), ("SMTP.Office365.com.", True), ("smtp.studio.example", False), ("gmail.com", False)],
)
def test_servers_that_file_their_own_copies(host: str, files: bool) -> None:
    assert files_own_copies(host) == files


def test_a_relay_without_a_login_takes_the_mail() -> None:
    def relay(peer: Peer) -> None:
        says(b"250 hello", b"250 ok", b"250 ok", b"354 go on")(peer)
        while peer.hear_line() != b".":
            continue
        peer.say(b"250 taken")

    with HostileImap(relay) as server:
        assert "taken" in SmtpSender(account(server.port)).send(ME, [ANN], SOURCE)
    assert not any(line.startswith(b"AUTH") for line in server.heard)
