"""The embedded servers keep what they are given, byte by byte, let in only who may come, and leave nothing behind."""

from __future__ import annotations

import os
import select
import signal
import smtplib
import socket
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError, LoginError
from imapclient.imapclient import SENT

from tests.support.embedded import EmbeddedServer, Stored, embedded_server
from triage.demo.mailbox import Letter, letters
from triage.demo.run import PASSWORD_ENV, open_demo
from triage.demo.servers import DemoMissing, DemoServers

NOW = datetime(2026, 3, 2, 12, 0, 0, 500, tzinfo=UTC)
MAIL = b"From: a@client.example\r\nSubject: hello\r\nX-Odd: \xff\xfe\r\n\r\nfirst\r\n.second\r\n\r\nlast, no line end"


@pytest.fixture(scope="module")
def server() -> Iterator[EmbeddedServer]:
    stored: dict[str, list[Stored]] = {"INBOX": [], "Sent": [], "Archive": [], "Drafts": []}
    for letter in letters(NOW):
        stored[letter.folder].append(Stored(letter.source, letter.arrived, letter.flags))
    with embedded_server(stored) as running:
        yield running


@pytest.fixture
def imap(server: EmbeddedServer) -> Iterator[IMAPClient]:
    with _login(server) as client:
        yield client


def _connect(server: EmbeddedServer) -> IMAPClient:
    client = IMAPClient(server.host, server.port, ssl=False, timeout=10)
    client.normalise_times = False
    return client


def _login(server: EmbeddedServer, user: str | None = None) -> IMAPClient:
    client = _connect(server)
    client.login(user or server.user, server.password)
    return client


@pytest.mark.parametrize("folder", ["INBOX", "Sent", "Archive", "Drafts"])
def test_every_letter_comes_back_as_it_went_in(imap: IMAPClient, folder: str) -> None:
    expected = [letter for letter in letters(NOW) if letter.folder == folder]
    state = imap.select_folder(folder, readonly=True)
    fetched = imap.fetch(imap.search(), ["BODY.PEEK[]", "INTERNALDATE", "FLAGS", "RFC822.SIZE"])
    found = [
        (row[b"INTERNALDATE"], row[b"BODY[]"], {flag.decode() for flag in row[b"FLAGS"]}, row[b"RFC822.SIZE"])
        for _uid, row in sorted(fetched.items())
    ]
    assert state[b"EXISTS"] == len(expected)
    assert found == [(one.arrived, one.source, set(one.flags), len(one.source)) for one in expected]


def test_parts_of_a_message_are_what_was_asked_for(imap: IMAPClient) -> None:
    imap.select_folder("INBOX", readonly=True)
    uid = imap.search()[0]
    row = imap.fetch([uid], ["BODY.PEEK[]<0.40>", "BODY.PEEK[HEADER.FIELDS (SUBJECT TO)]", "BODY.PEEK[HEADER]"])[uid]
    whole = next(letter for letter in letters(NOW) if letter.folder == "INBOX").source
    assert row[b"BODY[]<0>"] == whole[:40]
    assert row[b"BODY[HEADER]"] == whole[: whole.index(b"\r\n\r\n") + 4]
    assert b"To: " in row[b"BODY[HEADER.FIELDS (SUBJECT TO)]"]
    assert b"From: " not in row[b"BODY[HEADER.FIELDS (SUBJECT TO)]"]


def test_reading_marks_nothing(imap: IMAPClient) -> None:
    imap.select_folder("INBOX", readonly=True)
    unseen = imap.search(["UNSEEN"])
    imap.fetch(unseen, ["BODY.PEEK[]"])
    assert unseen
    assert imap.search(["UNSEEN"]) == unseen


def test_the_usual_folders_tell_their_use(imap: IMAPClient) -> None:
    uses = {name: set(flags) for flags, _delimiter, name in imap.list_folders()}
    assert imap.has_capability("SPECIAL-USE")
    assert imap.find_special_folder(SENT) == "Sent"
    assert b"\\Drafts" in uses["Drafts"]
    assert b"\\Archive" in uses["Archive"]
    assert uses["INBOX"] == {b"\\HasNoChildren"}


@pytest.mark.parametrize(("user", "password"), [("daria", "wrong"), ("daria", ""), ("nobody", "open sesame")])
def test_a_wrong_password_is_refused(server: EmbeddedServer, user: str, password: str) -> None:
    with _connect(server) as client, pytest.raises(LoginError):
        client.login(user, password)
    with smtplib.SMTP(server.host, server.smtp_port, timeout=10) as smtp:
        smtp.ehlo()
        with pytest.raises(smtplib.SMTPAuthenticationError):
            smtp.login(user, password)


def test_mail_is_taken_only_after_a_login(server: EmbeddedServer) -> None:
    with (
        smtplib.SMTP(server.host, server.smtp_port, timeout=10) as smtp,
        pytest.raises(smtplib.SMTPSenderRefused) as refused,
    ):
        smtp.sendmail("daria@studio.example", ["olha@kvitka.example"], b"Subject: x\r\n\r\nx\r\n")
    assert refused.value.smtp_code == 530


def test_what_is_sent_stands_in_the_clients_inbox(server: EmbeddedServer) -> None:
    mail = "Subject: Кошторис\r\n\r\nДобрий день!\r\n.крапка\r\n".encode()
    before = len(server.servers.received)
    with smtplib.SMTP(server.host, server.smtp_port, timeout=10) as smtp:
        smtp.login(server.user, server.password)
        smtp.sendmail("daria@studio.example", ["olha@kvitka.example", "x@y.example"], mail, ["SMTPUTF8"])
    taken = server.servers.received[before:]
    assert [(one.sender, one.recipients, one.source) for one in taken] == [
        ("daria@studio.example", ("olha@kvitka.example", "x@y.example"), mail)
    ]
    assert server.inbox_of_client()[-1] == mail
    with _login(server, server.client) as client:
        client.select_folder("INBOX", readonly=True)
        last = client.search()[-1]
        assert client.fetch([last], ["BODY.PEEK[]"])[last][b"BODY[]"] == mail


def test_keywords_and_appended_mail_are_kept() -> None:
    with embedded_server({"INBOX": [], "Клієнти/Київ": []}) as server, _login(server) as imap:
        assert {name for _flags, _delimiter, name in imap.list_folders()} >= {"INBOX", "Клієнти/Київ"}
        imap.append("Клієнти/Київ", MAIL, flags=["$Important", "\\Seen"], msg_time=NOW)
        imap.select_folder("Клієнти/Київ")
        (uid,) = imap.search()
        imap.add_flags([uid], ["$Work"])
        row = imap.fetch([uid], ["FLAGS", "BODY.PEEK[]", "INTERNALDATE"])[uid]
        assert {b"$Important", b"$Work", b"\\Seen"} <= set(row[b"FLAGS"])
        assert row[b"BODY[]"] == MAIL
        assert row[b"INTERNALDATE"] == NOW.replace(microsecond=0)


def test_another_program_may_change_the_folders() -> None:
    message = Stored(MAIL, NOW)
    with embedded_server({"INBOX": [message, message], "Archive": []}) as server:
        with _login(server) as imap:
            before = imap.select_folder("INBOX", readonly=True)
            first, second = imap.search()
            added = server.add("INBOX", message)
            server.expunge("INBOX", [first])
            server.move("INBOX", [second], "Archive")
            imap.noop()
            assert imap.search() == [added]
            assert imap.folder_status("Archive", ["MESSAGES"])[b"MESSAGES"] == 1
            server.renew("INBOX")
        with _login(server) as imap:
            after = imap.select_folder("INBOX", readonly=True)
            assert (after[b"EXISTS"], after[b"UIDVALIDITY"] != before[b"UIDVALIDITY"]) == (0, True)


def test_a_dropped_connection_is_gone_and_a_new_one_works() -> None:
    with embedded_server({"INBOX": []}) as server:
        imap = _login(server)
        server.drop()
        with pytest.raises((OSError, IMAPClientError)):
            imap.noop()
        _login(server).logout()


def test_the_servers_stop_with_open_connections_and_leave_no_thread() -> None:
    threads = set(threading.enumerate())
    with embedded_server({"INBOX": [Stored(MAIL, NOW)]}) as server:
        waiting = _login(server)
        waiting.select_folder("INBOX")
        waiting.idle()
        smtp = smtplib.SMTP(server.host, server.smtp_port, timeout=10)
        ports = (server.port, server.smtp_port)
    assert set(threading.enumerate()) == threads
    for port in ports:
        with pytest.raises(OSError):
            socket.create_connection((server.host, port), timeout=10)
    waiting.socket().close()
    smtp.close()


def test_a_letter_for_a_folder_that_is_not_there_stops_the_start() -> None:
    threads = set(threading.enumerate())
    servers = DemoServers([Letter("Nowhere", NOW, MAIL)], "x", ["INBOX"])
    with pytest.raises(KeyError), servers:
        pass
    servers._thread.join(10)
    assert set(threading.enumerate()) == threads


@pytest.mark.parametrize("missing", ["pymap", "aiosmtpd"])
def test_without_the_extra_the_one_command_is_named(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    for name in [*sys.modules]:
        if name.partition(".")[0] == missing or (name.startswith("triage.demo.") and name.endswith("_server")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(DemoMissing) as error:
        DemoServers([], "x")
    assert error.value.command.endswith(" -m pip install 'triage-inbox[demo]'")
    assert error.value.command in str(error.value)


def test_the_demo_opens_a_private_folder_and_removes_it() -> None:
    with open_demo(NOW) as demo:
        folder = demo.settings.parent
        settings = tomllib.loads(demo.settings.read_text("utf-8"))
        (demo.data / "tracking.json").write_text("{}")
        modes = [entry.stat().st_mode & 0o777 for entry in (folder, demo.data, demo.settings)]
        assert modes == [0o700, 0o700, 0o600]
        account = settings["account"][0]
        with IMAPClient(account["imap"]["host"], account["imap"]["port"], ssl=False, timeout=10) as imap:
            imap.login(account["imap"]["user"], os.environ[account["imap"]["password_env"]])
            assert imap.select_folder("INBOX", readonly=True)[b"EXISTS"] > 40
        with smtplib.SMTP(account["smtp"]["host"], account["smtp"]["port"], timeout=10) as smtp:
            smtp.login(account["smtp"]["user"], os.environ[account["smtp"]["password_env"]])
        assert (account["name"], account["folders"]["also"]) == ("studio", ["Archive"])
        assert {account[part]["security"] for part in ("imap", "smtp")} == {"none"}
        assert settings["rule"]["window"] == "all"
        assert os.environ[PASSWORD_ENV] not in demo.settings.read_text("utf-8")
    assert not folder.exists()
    assert PASSWORD_ENV not in os.environ


def test_an_error_inside_removes_it_as_well() -> None:
    with pytest.raises(ZeroDivisionError), open_demo(NOW) as demo:
        _ = 1 / 0
    assert not demo.settings.parent.exists()
    assert PASSWORD_ENV not in os.environ


PROGRAM = """
import sys
from datetime import UTC, datetime
from triage.demo.run import open_demo
with open_demo(datetime.now(UTC)) as demo:
    print(demo.settings.parent, flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_removes_it_as_well(number: signal.Signals) -> None:
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        ready, _, _ = select.select([program.stdout], [], [], 60)
        assert ready
        folder = Path(program.stdout.readline().decode().strip())
        assert folder.name.startswith("triage-demo-")
        assert folder.is_dir()
        program.send_signal(number)
        assert program.wait(60) != 0
    assert not folder.exists()
