"""The filing port's contract: what is filed is there, what is changed is what was meant, and nothing else ever is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import msgspec
import pytest

from config.schema import Folders
from tests.support.imap_host import ImapHost, MailHost
from tests.support.memory_filing import MemoryFiling
from tests.support.memory_mailbox import MemoryServer
from triage.mail.accounts import connect_filing
from triage.mail.filing import Filing, Shelf
from triage.mail.headers import read_envelope
from triage.mail.mailbox import MailboxError

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ID = "1@studio.example"
FOUND = Folders()
MADE = {Shelf.SENT: "Sent", Shelf.DRAFTS: "Drafts", Shelf.ARCHIVE: "Archive"}
Connect = Callable[..., Filing]


def mail(message_id: str = ID, text: str = "Good morning.") -> bytes:
    return f"From: me@studio.example\r\nSubject: Sizes\r\nMessage-ID: <{message_id}>\r\n\r\n{text}\r\n".encode()


@pytest.fixture
def connect(host: MailHost) -> Iterator[Connect]:
    opened: list[Filing] = []

    def connect(folders: Folders = FOUND) -> Filing:
        if isinstance(host, ImapHost):
            opened.append(connect_filing(msgspec.structs.replace(host.account, folders=folders)))
        else:
            assert isinstance(host, MemoryServer)
            opened.append(MemoryFiling(host, folders))
        return opened[-1]

    yield connect
    for filing in opened:
        filing.close()


@pytest.fixture
def filing(connect: Connect) -> Filing:
    return connect()


def validity(host: MailHost, folder: str = "INBOX") -> int:
    return host.connect().open(folder).uidvalidity


def held(host: MailHost, folder: str) -> list[tuple[bytes, datetime]]:
    """The messages of a folder and when they arrived."""
    mailbox = host.connect()
    mailbox.open(folder)
    uids = sorted(host.flags(folder))
    arrived = {header.uid: header.arrived for header in mailbox.headers(uids)}
    return [(body.source, arrived[body.uid]) for body in mailbox.bodies(uids, 10_000_000)]


@pytest.mark.parametrize(
    ("shelf", "flags"),
    [(Shelf.SENT, {"\\Seen"}), (Shelf.DRAFTS, {"\\Seen", "\\Draft"}), (Shelf.ARCHIVE, {"\\Seen"})],
)
def test_what_is_filed_is_there_as_it_was_built(host: MailHost, filing: Filing, shelf: Shelf, flags: set[str]) -> None:
    assert not filing.holds(shelf, ID)
    filing.add(shelf, mail(), NOON)
    assert filing.holds(shelf, ID)
    assert held(host, MADE[shelf]) == [(mail(), NOON)]
    assert [*host.flags(MADE[shelf]).values()] == [flags]
    filing.add(shelf, mail("2@studio.example"), NOON)
    assert len(host.flags(MADE[shelf])) == 2


@pytest.mark.parametrize("shelf", Shelf)
@pytest.mark.parametrize("name", ["Черновики", 'Old & "new"', "Clients"])
def test_the_folder_of_the_settings_is_used(host: MailHost, connect: Connect, shelf: Shelf, name: str) -> None:
    host.create(name)
    connect(msgspec.structs.replace(FOUND, **{str(shelf): name})).add(shelf, mail(), NOON)
    assert held(host, name) == [(mail(), NOON)]


@pytest.mark.parametrize("shelf", Shelf)
def test_a_folder_of_the_settings_that_is_not_there_is_not_made(host: MailHost, connect: Connect, shelf: Shelf) -> None:
    host.create("Clients")
    filing = connect(msgspec.structs.replace(FOUND, **{str(shelf): "Client"}))
    with pytest.raises(MailboxError, match=r'no folder "Client" on the server. Did you mean "Clients"\?') as failure:
        filing.add(shelf, mail(), NOON)
    assert failure.value.permanent
    with pytest.raises(MailboxError, match="closed"):
        filing.holds(shelf, ID)


@pytest.mark.parametrize(
    "message_id", ["1@studio.exampl", "@", "11@studio.example", "1@studio.example>", "", "ж@x.example"]
)
def test_an_id_is_known_as_a_whole(filing: Filing, message_id: str) -> None:
    filing.add(Shelf.SENT, mail(), NOON)
    assert not filing.holds(Shelf.SENT, message_id)


@pytest.mark.parametrize("message_id", ["x" * 240 + "@studio.example", "a+b=c%d*{3}@studio.example"])
def test_an_id_may_look_odd(filing: Filing, message_id: str) -> None:
    filing.add(Shelf.SENT, mail(message_id), NOON)
    filing.add(Shelf.SENT, mail(), NOON)
    assert filing.holds(Shelf.SENT, message_id)


def test_a_long_mail_is_filed_whole(host: MailHost, filing: Filing) -> None:
    long = mail(text="\r\n".join(f"{number:070}" for number in range(30_000)))
    filing.add(Shelf.SENT, long, NOON)
    assert held(host, "Sent") == [(long, NOON)]


def test_a_mail_without_an_id_is_not_filed(filing: Filing) -> None:
    with pytest.raises(ValueError, match="Message-ID"):
        filing.add(Shelf.SENT, b"Subject: x\r\n\r\n", NOON)


def test_a_draft_is_replaced(host: MailHost, filing: Filing) -> None:
    filing.add(Shelf.DRAFTS, mail("old@studio.example"), NOON)
    filing.add(Shelf.DRAFTS, mail("new@studio.example"), NOON)
    filing.remove_draft("old@studio.example")
    assert held(host, "Drafts") == [(mail("new@studio.example"), NOON)]
    assert not filing.holds(Shelf.DRAFTS, "old@studio.example")


def test_only_the_draft_that_is_meant_is_deleted(host: MailHost, filing: Filing) -> None:
    host.add("Drafts", mail(), NOON, ["\\Seen"])
    host.add("Drafts", mail("1" + ID), NOON, ["\\Draft"])
    other = host.add("Drafts", mail("2@studio.example"), NOON, ["\\Draft"])
    host.mark("Drafts", other, "\\Deleted")
    before = host.flags("Drafts")
    host.add("Drafts", mail(), NOON, ["\\Draft"])
    filing.remove_draft(ID)
    assert host.flags("Drafts") == before
    filing.remove_draft("3@studio.example")
    assert host.flags("Drafts") == before


def test_without_a_folder_there_is_no_draft_to_delete(filing: Filing) -> None:
    filing.remove_draft(ID)


@pytest.mark.parametrize("flag", ["\\Answered", "\\Seen"])
@pytest.mark.parametrize("folder", ["INBOX", "Клиенты"])
def test_one_message_is_marked(host: MailHost, filing: Filing, folder: str, flag: str) -> None:
    other, uid = (host.add(folder, mail(name), NOON, ["\\Flagged"]) for name in ("2@studio.example", ID))
    filing.mark(folder, validity(host, folder), uid, ID, flag)
    assert host.flags(folder) == {other: {"\\Flagged"}, uid: {"\\Flagged", flag}}


def test_one_message_is_archived(host: MailHost, filing: Filing) -> None:
    other, uid = (host.add("INBOX", mail(name), NOON, ["\\Flagged"]) for name in ("2@studio.example", ID))
    host.mark("INBOX", other, "\\Deleted")
    filing.archive("INBOX", validity(host), uid, ID)
    assert host.flags("INBOX") == {other: {"\\Flagged", "\\Deleted"}}
    assert held(host, "Archive") == [(mail(), NOON)]
    assert [*host.flags("Archive").values()] == [{"\\Flagged"}]


def test_what_is_archived_stays_where_it_is(host: MailHost, filing: Filing) -> None:
    uid = host.add("Archive", mail(), NOON)
    filing.archive("Archive", validity(host, "Archive"), uid, ID)
    assert host.flags("Archive") == {uid: frozenset()}


def test_a_message_without_an_id_is_known_by_its_key(host: MailHost, filing: Filing) -> None:
    source = b"From: ann@client.example\r\nSubject: Sizes\r\n\r\nHello\r\n"
    uid, other = host.add("INBOX", source, NOON), host.add("INBOX", source.replace(b"Sizes", b"Logo"), NOON)
    key = read_envelope(source, NOON).key
    filing.mark("INBOX", validity(host), other, key, "\\Seen")
    filing.mark("INBOX", validity(host), uid, key, "\\Seen")
    assert host.flags("INBOX") == {uid: {"\\Seen"}, other: frozenset()}


@pytest.mark.parametrize(
    ("folder", "validity_off", "uid_off", "message_id"),
    [
        ("INBOX", 1, 0, ID),
        ("INBOX", 0, 1, ID),
        ("INBOX", 0, 100, ID),
        ("INBOX", 0, 0, "1" + ID),
        ("INBOX", 0, 0, ""),
        ("Sent", 0, 0, ID),
        ("Nowhere", 0, 0, ID),
    ],
)
def test_another_message_is_left_alone(
    host: MailHost, filing: Filing, folder: str, validity_off: int, uid_off: int, message_id: str
) -> None:
    uid = host.add("INBOX", mail(), NOON)
    host.add("INBOX", mail("2@studio.example"), NOON)
    before = host.flags("INBOX")
    place = (folder, validity(host) + validity_off, uid + uid_off, message_id)
    filing.mark(*place, "\\Answered")
    filing.archive(*place)
    assert host.flags("INBOX") == before


def test_no_other_flag_is_set(filing: Filing) -> None:
    with pytest.raises(ValueError, match="Deleted"):
        filing.mark("INBOX", 1, 1, ID, "\\Deleted")


def test_looking_changes_nothing(host: MailHost, filing: Filing) -> None:
    uid = host.add("Sent", mail(), NOON)
    assert filing.holds(Shelf.SENT, ID)
    assert host.flags("Sent") == {uid: frozenset()}


def test_a_closed_connection_says_so(filing: Filing) -> None:
    filing.close()
    filing.close()
    for ask in (
        lambda: filing.holds(Shelf.SENT, ID),
        lambda: filing.add(Shelf.SENT, mail(), NOON),
        lambda: filing.remove_draft(ID),
        lambda: filing.mark("INBOX", 1, 1, ID, "\\Seen"),
        lambda: filing.archive("INBOX", 1, 1, ID),
    ):
        with pytest.raises(MailboxError, match="closed"):
            ask()
