"""What only a real server shows: TLS, logins, what is said on the wire, Maildir times."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import trustme

from config.schema import Account, Folders, Security
from tests.support.dovecot import ODD_PASSWORD, ODD_USER, PASSWORD, Dovecot
from triage.mail.accounts import connect
from triage.mail.mailbox import Folder, MailboxError
from triage.mail.wire import Wire
from triage.model.message import Role

pytestmark = pytest.mark.dovecot

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MAIL = b"From: Ann <ann@client.example>\r\nSubject: one\r\n\r\nGood morning.\r\n"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every line that is sent to the server."""
    lines: list[str] = []
    send = Wire.send

    def noting(wire: Wire, data: bytes) -> None:
        lines.extend(data.decode("ascii").splitlines())
        send(wire, data)

    monkeypatch.setattr(Wire, "send", noting)
    return lines


def account(server: Dovecot, user: str, security: Security, password: str = PASSWORD) -> Account:
    return Account("test", "me@studio.example", server.server(user, security, "localhost", password))


@pytest.mark.parametrize("security", ["tls", "starttls", "none"])
@pytest.mark.parametrize(("name", "password"), [("me", PASSWORD), (ODD_USER, ODD_PASSWORD)], ids=["plain", "odd"])
def test_a_login(dovecot: Dovecot, security: Security, name: str, password: str) -> None:
    mailbox = connect(account(dovecot, name, security, password))
    assert mailbox.open("INBOX").exists == 0
    mailbox.close()


def test_the_systems_authorities_can_be_named_in_the_environment(
    dovecot: Dovecot, ca: trustme.CA, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = dovecot.server(user, "tls", "localhost")
    trusting = type(server)(server.host, server.user, server.port, "tls", password_command=server.password_command)
    with pytest.raises(MailboxError, match="authority that is not known here"):
        connect(Account("test", "me@studio.example", trusting))
    monkeypatch.setenv("SSL_CERT_FILE", str(dovecot.root / "ca.pem"))
    connect(Account("test", "me@studio.example", trusting)).close()


@pytest.mark.parametrize(("name", "password"), [("me", "not this one"), (ODD_USER, "und diéses nicht")])
def test_a_wrong_password(dovecot: Dovecot, name: str, password: str) -> None:
    with pytest.raises(MailboxError, match="localhost refused the user name or the password") as caught:
        connect(account(dovecot, name, "tls", password))
    assert caught.value.permanent
    assert password not in caught.value.why


@pytest.mark.parametrize("server", ["dovecot", "dovecot_plain"])
def test_a_folder_costs_three_commands_when_there_is_nothing_new(
    server: str, user: str, said: list[str], request: pytest.FixtureRequest
) -> None:
    dovecot: Dovecot = request.getfixturevalue(server)
    dovecot.write(user, "INBOX", [(MAIL, NOON)] * 3)
    mailbox = connect(dovecot.account(user))
    said.clear()
    mailbox.open("INBOX")
    assert len(mailbox.listing(None).unseen) == 3
    assert [line.split(" ")[1] for line in said] == ["EXAMINE", "UID", "UID"]


def test_all_is_read_with_examine_and_peek(dovecot: Dovecot, user: str, said: list[str]) -> None:
    dovecot.write(user, "INBOX", [(MAIL, NOON)] * 3)
    mailbox = connect(dovecot.account(user))
    said.clear()
    for folder in mailbox.folders():
        mailbox.open(folder.name)
        uids = sorted(mailbox.listing(NOON.date()).uids)
        assert len([*mailbox.headers(uids)]) == len([*mailbox.bodies(uids, 1000)]) == len(uids)
    commands = [line.split(" ", 1)[1] for line in said]
    assert [command.split(" ")[0] for command in commands].count("EXAMINE") == 2
    allowed = ("LIST ", "EXAMINE ", "UID SEARCH ", "UID FETCH ")
    assert all(command.startswith(allowed) for command in commands)
    assert all("BODY.PEEK[" in command for command in commands if "FETCH" in command)
    assert len(commands) == 1 + 2 + 5


def test_the_arrival_is_the_files_time(dovecot: Dovecot, user: str) -> None:
    times = [datetime(2021, 11, 13, 21, 7, 51, tzinfo=UTC), NOON]
    dovecot.write(user, "Clients", [(MAIL, time) for time in times], flags="S")
    mailbox = connect(dovecot.account(user))
    mailbox.open("Clients")
    listing = mailbox.listing(None)
    assert [header.arrived for header in mailbox.headers(sorted(listing.uids))] == times
    assert not listing.unseen


@pytest.mark.parametrize(
    ("made", "found"), [("Отправленные", "Sent"), ("Sent Items", "Sent"), ("INBOX.Gesendet", "Sent")]
)
def test_sent_is_found_by_its_name_where_nothing_marks_it(
    dovecot_plain: Dovecot, user: str, made: str, found: str
) -> None:
    dovecot_plain.write(user, made, [(MAIL, NOON)])
    assert connect(dovecot_plain.account(user)).folders()[0] == Folder(found, Role.SENT)


def test_folders_named_in_the_settings_below_others(dovecot_plain: Dovecot, user: str) -> None:
    dovecot_plain.write(user, "Work.Клиенты", [(MAIL, NOON)])
    mailbox = connect(dovecot_plain.account(user, Folders(inbox=("Work.Клиенты",))))
    assert mailbox.folders()[1] == Folder("Work.Клиенты", Role.INBOX)
    assert mailbox.open("Work.Клиенты").exists == 1
