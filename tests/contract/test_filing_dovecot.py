"""Filing as a real server shows it: what is said on the wire, servers without extensions, threads in other programs."""

from __future__ import annotations

import imaplib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from tests.support.dovecot import PASSWORD, Dovecot
from tests.support.imap_host import ImapHost
from triage.mail.accounts import connect_filing
from triage.mail.compose import Letter, build_mail
from triage.mail.filing import Shelf
from triage.mail.imap_filing import ImapFiling
from triage.mail.wire import Wire
from triage.model.message import Address

pytestmark = pytest.mark.dovecot

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ID = "1@studio.example"
MAIL = f"From: me@studio.example\r\nMessage-ID: <{ID}>\r\n\r\nHello\r\n".encode()
ME, ANN = Address("Дарія", "me@studio.example"), Address("Ann", "ann@client.example")


@pytest.fixture(scope="module")
def bare(ca: trustme.CA) -> Iterator[Dovecot]:
    """Dovecot without what makes filing safe and short, and with all folders inside INBOX."""
    hidden = ("UIDPLUS", "MOVE", "LITERAL+", "SPECIAL-USE", "LIST-EXTENDED", "CONDSTORE", "QRESYNC")
    with Dovecot(ca, hidden, separator=".", prefix="INBOX.") as server:
        yield server


@pytest.fixture
def bare_host(bare: Dovecot, user: str) -> Iterator[ImapHost]:
    host = ImapHost(bare.account(user), condstore=False)
    yield host
    host.close()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every line that is sent to the server."""
    lines: list[str] = []
    send = Wire.send

    def noting(wire: Wire, data: bytes) -> None:
        lines.extend(data.decode().splitlines())
        send(wire, data)

    monkeypatch.setattr(Wire, "send", noting)
    return lines


def opened(host: ImapHost) -> ImapFiling:
    return connect_filing(host.account)


def validity(host: ImapHost) -> int:
    return host.connect().open("INBOX").uidvalidity


def words(lines: list[str]) -> set[str]:
    """The commands among these lines that can change anything."""
    changing = {"STORE", "EXPUNGE", "MOVE", "COPY", "CLOSE", "DELETE", "RENAME", "SELECT"}
    return {word for line in lines for word in line.upper().split(" ")[1:3] if word in changing}


def test_a_full_server_moves_and_expunges_by_uid(dovecot_host: ImapHost, said: list[str]) -> None:
    uid = dovecot_host.add("INBOX", MAIL, NOON)
    dovecot_host.add("Drafts", MAIL, NOON, ["\\Draft"])
    at = validity(dovecot_host)
    filing = opened(dovecot_host)
    said.clear()
    filing.archive("INBOX", at, uid, ID)
    assert words(said) == {"SELECT", "MOVE"}
    said.clear()
    filing.remove_draft(ID)
    assert words(said) == {"SELECT", "STORE", "EXPUNGE"}
    assert [line.split(" ")[1:3] for line in said if "EXPUNGE" in line] == [["UID", "EXPUNGE"]]
    said.clear()
    assert not filing.holds(Shelf.DRAFTS, ID)
    filing.add(Shelf.SENT, MAIL, NOON)
    assert words(said) == set()


def test_without_uidplus_the_old_copy_is_only_marked(bare_host: ImapHost, said: list[str]) -> None:
    uid = bare_host.add("INBOX", MAIL, NOON)
    draft = bare_host.add("INBOX.Drafts", MAIL, NOON, ["\\Draft"])
    at = validity(bare_host)
    filing = opened(bare_host)
    said.clear()
    filing.archive("INBOX", at, uid, ID)
    filing.remove_draft(ID)
    assert words(said) == {"SELECT", "COPY", "STORE"}
    assert bare_host.flags("INBOX") == {uid: {"\\Deleted"}}
    assert bare_host.flags("INBOX.Drafts") == {draft: {"\\Draft", "\\Deleted"}}
    assert [*bare_host.flags("INBOX.Archive").values()] == [frozenset()]
    assert not filing.holds(Shelf.DRAFTS, ID)
    assert filing.holds(Shelf.ARCHIVE, ID)


def test_folders_are_made_where_the_server_wants_them(bare_host: ImapHost, said: list[str]) -> None:
    filing = opened(bare_host)
    for shelf in Shelf:
        filing.add(shelf, MAIL, NOON)
    made = [line.split(" ", 1)[1] for line in said if "CREATE" in line or "SUBSCRIBE" in line]
    assert made == [
        'CREATE "INBOX.Drafts"',
        'SUBSCRIBE "INBOX.Drafts"',
        'CREATE "INBOX.Archive"',
        'SUBSCRIBE "INBOX.Archive"',
    ]
    assert {len(bare_host.flags(f"INBOX.{name}")) for name in ("Sent", "Drafts", "Archive")} == {1}


def test_a_folder_that_another_program_made_meanwhile_is_used(dovecot_host: ImapHost) -> None:
    filing = opened(dovecot_host)
    assert not filing.holds(Shelf.DRAFTS, ID)
    dovecot_host.create("Drafts")
    filing.add(Shelf.DRAFTS, MAIL, NOON)
    assert len(dovecot_host.flags("Drafts")) == 1


def test_an_id_with_quotation_marks_is_found(dovecot_host: ImapHost) -> None:
    filing = opened(dovecot_host)
    for odd in ('a"b\\c@studio.example', 'a"b\\d@studio.example'):
        assert not filing.holds(Shelf.SENT, odd)
        filing.add(Shelf.SENT, MAIL.replace(ID.encode(), odd.encode()), NOON)
        assert filing.holds(Shelf.SENT, odd)


def test_flags_that_others_set_do_not_disturb(dovecot_host: ImapHost) -> None:
    uid = dovecot_host.add("INBOX", MAIL, NOON)
    at = validity(dovecot_host)
    filing = opened(dovecot_host)
    for number in range(20):
        dovecot_host.add("INBOX", MAIL.replace(b"<1@", b"<%d@" % (number + 2)), NOON)
        dovecot_host.mark("INBOX", uid, "\\Flagged")
        filing.mark("INBOX", at, uid, ID, "\\Answered")
    assert dovecot_host.flags("INBOX")[uid] == {"\\Flagged", "\\Answered"}


def reply(subject: str, number: int, references: tuple[str, ...], answered: str | None) -> bytes:
    return build_mail(
        Letter(
            sender=ME,
            to=(ANN,),
            cc=(),
            subject=subject,
            text="Отримала.",
            message_id=f"{number:032x}@studio.example",
            references=references,
            in_reply_to=answered,
            date=NOON + timedelta(hours=number),
        )
    )


@pytest.mark.parametrize("length", [30, 76, 200, 900])
def test_a_thread_stays_whole_in_other_programs(
    dovecot: Dovecot, dovecot_host: ImapHost, user: str, length: int
) -> None:
    """Subjects differ, so that nothing but the ids joins the mails (RFC 5256, REFERENCES)."""
    asked = "x" * (length - len("@client.example")) + "@client.example"
    again = "y" * (length - len("@client.example")) + "@client.example"
    mine = f"{1:032x}@studio.example"
    dovecot_host.add("INBOX", b"Subject: Sizes\r\nMessage-ID: <%s>\r\n\r\nHello\r\n" % asked.encode(), NOON)
    dovecot_host.add("INBOX", reply("Розміри", 1, (), asked), NOON)
    more = f"Subject: More\r\nMessage-ID: <{again}>\r\nReferences: <{mine}>\r\n\r\nHello\r\n"
    dovecot_host.add("INBOX", more.encode(), NOON)
    dovecot_host.add("INBOX", reply("Plan", 2, (asked, mine), again), NOON)
    dovecot_host.add("INBOX", reply("Alone", 3, (), None), NOON)
    program = imaplib.IMAP4("127.0.0.1", dovecot.port)
    program.login(user, PASSWORD)
    program.select("INBOX", readonly=True)
    _, threads = program.thread("REFERENCES", "UTF-8", "ALL")
    program.logout()
    assert threads == [b"(1 2 3 4)(5)"]
