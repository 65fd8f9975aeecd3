"""What is done on real IMAP servers after a mail has left: once, on the message that was meant, and told apart by id."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from config.schema import Folders
from tests.support.flows import letter
from tests.support.imap_host import ImapHost, MailHost
from tests.support.memory_filing import MemoryFiling
from tests.support.memory_mailbox import MemoryServer
from tests.support.office import UNKNOWN, Office
from tests.support.outgoing import ASKED, minutes, out_mail, source_of
from tests.support.stories import START
from triage.desk.dispatch import FOUND
from triage.mail.accounts import connect_filing
from triage.mail.filing import Filing
from triage.model.outgoing import Chore, OutState

DRAFT = "d1@studio.example"
OTHER = letter(1, id="other@client.example")
FOLDERS = Folders(sent="Sent", drafts="Drafts", archive="Archive")


@pytest.fixture
def office(host: MailHost, tmp_path: Path) -> Office:
    """An office whose `work` has its mail on the host: the message that is answered, another one, and a draft."""

    def open_filing() -> Filing:
        if isinstance(host, ImapHost):
            return connect_filing(msgspec.structs.replace(host.account, folders=FOLDERS))
        assert isinstance(host, MemoryServer)
        return MemoryFiling(host, FOLDERS)

    for folder in ("Drafts", "Archive"):
        host.create(folder)
    asked = host.add("INBOX", letter(0, id=ASKED), START)
    host.add("INBOX", OTHER, START)
    host.add("Drafts", letter(0, id=DRAFT), START, ["\\Draft"])
    office = Office(tmp_path / "data")
    office.filings["work"] = open_filing
    office.spots = {ASKED: [("INBOX", host.connect().open("INBOX").uidvalidity, asked)]}
    return office


def held(host: MailHost, folder: str) -> list[tuple[bytes, frozenset[str]]]:
    """A folder's messages with their flags."""
    mailbox, flags = host.connect(), host.flags(folder)
    mailbox.open(folder)
    return [(body.source, flags[body.uid]) for body in mailbox.bodies(sorted(flags), 10**6)]


def test_all_chores_are_done_on_the_server(office: Office, host: MailHost) -> None:
    mail = out_mail(chores=tuple(Chore), draft=DRAFT)
    office.queue(mail)
    office.deliver(0)
    assert (office.mail().state, office.mail().chores) == (OutState.SENT, ())
    assert held(host, "Sent") == [(source_of(mail), frozenset({"\\Seen"}))]
    assert held(host, "INBOX") == [(OTHER, frozenset())]
    assert held(host, "Archive") == [(letter(0, id=ASKED), frozenset({"\\Seen", "\\Answered"}))]
    assert held(host, "Drafts") == []


def test_chores_that_are_done_already_change_nothing(office: Office, host: MailHost) -> None:
    """As after a kill between a chore and its tick."""
    mail = out_mail(chores=(Chore.COPY, Chore.ANSWERED, Chore.DRAFT), draft=DRAFT)
    office.queue(mail, out_mail("again", message_id=mail.message_id, chores=mail.chores, draft=DRAFT))
    office.deliver(0)
    assert [office.mail(one).chores for one in ("m1", "again")] == [(), ()]
    assert len(held(host, "Sent")) == 1
    assert [flags for _, flags in held(host, "INBOX")] == [{"\\Answered"}, frozenset()]
    assert held(host, "Drafts") == []


def test_another_message_at_the_same_place_is_left_alone(office: Office, host: MailHost) -> None:
    (folder, validity, uid), *_ = office.spots[ASKED]
    office.spots[ASKED] = [(folder, validity, uid + 1), (folder, validity + 1, uid), ("No such folder", 1, 1)]
    office.queue(out_mail(chores=(Chore.ANSWERED, Chore.SEEN, Chore.ARCHIVE)))
    office.deliver(0)
    assert office.mail().chores == ()
    assert [flags for _, flags in held(host, "INBOX")] == [frozenset(), frozenset()]


def test_a_doubt_is_settled_by_the_copy_that_the_server_filed(office: Office, host: MailHost) -> None:
    mail = out_mail(chores=(Chore.COPY,))
    office.queue(mail)
    office.work.answers.append(UNKNOWN)
    office.deliver(0)
    assert office.mail().state is OutState.IN_DOUBT
    host.add("Sent", source_of(mail), START)
    office.deliver(5)
    assert (office.mail().state, office.mail().words, office.mail().changed) == (OutState.SENT, FOUND, minutes(0))
    assert len(held(host, "Sent")) == 1
