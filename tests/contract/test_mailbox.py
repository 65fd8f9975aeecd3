"""The mailbox port's contract, the same for every place that mail is read from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import islice

import pytest

from config.schema import Folders
from tests.support.imap_host import MailHost
from triage.mail.mailbox import Folder, Mailbox, MailboxError
from triage.model.message import Role

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MAIL = (
    b"Received: from mx.example by mail.example; Mon, 2 Mar 2026 11:59:58 +0000\r\n"
    b"From: Ann <ann@client.example>\r\n"
    b"X-Private: not asked for\r\n"
    b"subject: one\r\n two\r\n"
    b"Message-ID: <%s@client.example>\r\n"
    b"\r\n"
    b"Good morning.\r\n"
)
PLAIN_HEADER = b"From: Ann <ann@client.example>\r\nsubject: one\r\n two\r\nMessage-ID: <%s@client.example>\r\n\r\n"
HEADER = b"Received: from mx.example by mail.example; Mon, 2 Mar 2026 11:59:58 +0000\r\n" + PLAIN_HEADER


def mail(name: str) -> bytes:
    return MAIL % name.encode()


@pytest.fixture
def mailbox(host: MailHost) -> Iterator[Mailbox]:
    mailbox = host.connect()
    yield mailbox
    mailbox.close()


def opened(host: MailHost, folder: str = "INBOX") -> Mailbox:
    """A new connection with a folder open."""
    mailbox = host.connect()
    mailbox.open(folder)
    return mailbox


def test_sent_comes_before_the_inbox(mailbox: Mailbox) -> None:
    assert mailbox.folders() == (Folder("Sent", Role.SENT), Folder("INBOX", Role.INBOX))


def test_folders_of_the_settings_in_the_order_of_their_roles(host: MailHost) -> None:
    for name in ("Клиенты", "Old & new", "Post"):
        host.create(name)
    wanted = Folders(inbox=("inbox", "Клиенты"), sent="Post", also=("Old & new", "INBOX"))
    assert host.connect(wanted).folders() == (
        Folder("Post", Role.SENT),
        Folder("INBOX", Role.INBOX),
        Folder("Клиенты", Role.INBOX),
        Folder("Old & new", Role.ALSO),
    )


@pytest.mark.parametrize(
    "wanted",
    [Folders(inbox=("Client",)), Folders(sent="Client"), Folders(also=("Client",))],
    ids=["inbox", "sent", "also"],
)
def test_a_folder_of_the_settings_that_is_not_there_is_named_with_the_nearest(host: MailHost, wanted: Folders) -> None:
    host.create("Clients")
    mailbox = host.connect(wanted)
    with pytest.raises(MailboxError, match=r'no folder "Client" on the server. Did you mean "Clients"\?') as failure:
        mailbox.folders()
    assert failure.value.permanent


def test_opening_tells_what_is_in_a_folder(host: MailHost) -> None:
    empty = host.connect().open("INBOX")
    host.add("INBOX", mail("a"), NOON)
    uid = host.add("INBOX", mail("b"), NOON)
    state = host.connect().open("INBOX")
    assert (empty.exists, state.exists) == (0, 2)
    assert state.uidnext == uid + 1
    assert state.uidvalidity == empty.uidvalidity
    assert (state.modseq is not None) == host.condstore


def test_every_change_moves_the_modseq_where_there_is_one(host: MailHost) -> None:
    uid = host.add("INBOX", mail("a"), NOON)
    states = [host.connect().open("INBOX").modseq]
    for change in (lambda: host.mark("INBOX", uid, "\\Seen"), lambda: host.add("INBOX", mail("b"), NOON)):
        change()
        states.append(host.connect().open("INBOX").modseq)
    host.expunge("INBOX", uid)
    states.append(host.connect().open("INBOX").modseq)
    if host.condstore:
        assert states == sorted({state for state in states if state})
    else:
        assert states == [None] * 4


def test_a_folder_made_anew_has_another_uidvalidity(host: MailHost) -> None:
    host.add("Clients", mail("a"), NOON)
    before = host.connect().open("Clients")
    host.renew("Clients")
    after = host.connect().open("Clients")
    assert after.uidvalidity != before.uidvalidity
    assert after.exists == 0


def test_opening_a_folder_that_is_not_there_closes_the_mailbox(mailbox: Mailbox) -> None:
    mailbox.folders()
    with pytest.raises(MailboxError, match=r'no folder "Snet" .*Did you mean "Sent"\?'):
        mailbox.open("Snet")
    with pytest.raises(MailboxError, match="closed"):
        mailbox.open("INBOX")


def test_the_listing_leaves_out_deleted_mail_and_drafts(host: MailHost) -> None:
    fresh, read, gone, draft = (
        host.add("INBOX", mail(name), NOON, flags)
        for name, flags in (("a", ()), ("b", ("\\Seen",)), ("c", ("\\Deleted",)), ("d", ("\\Draft", "\\Seen")))
    )
    listing = opened(host).listing(None)
    assert listing.uids == {fresh, read}
    assert listing.unseen == {fresh}
    assert not {gone, draft} & listing.uids


def test_the_listing_of_an_empty_folder(host: MailHost) -> None:
    listing = opened(host).listing(date(2026, 1, 1))
    assert not listing.uids
    assert not listing.unseen


def test_the_listing_since_a_day_goes_by_the_arrival(host: MailHost) -> None:
    uids = [host.add("INBOX", mail(str(days)), NOON - timedelta(days=days)) for days in range(4)]
    assert opened(host).listing(date(2026, 2, 28)).uids == set(uids[:3])


def test_the_listing_keeps_older_messages_that_are_still_there(host: MailHost) -> None:
    oldest, old, gone, new = (
        host.add("INBOX", mail(str(days)), NOON - timedelta(days=days)) for days in (90, 80, 70, 0)
    )
    host.mark("INBOX", old, "\\Seen")
    host.expunge("INBOX", gone)
    mailbox = opened(host)
    listing = mailbox.listing(NOON.date(), {old, gone, new + 50})
    assert listing.uids == {old, new}
    assert listing.unseen == {new}
    many = range(oldest, new + 20_000, 2)
    assert mailbox.listing(NOON.date(), many).uids == {new, *many} & {oldest, old, new}


def test_the_listing_follows_what_happens_meanwhile(host: MailHost) -> None:
    stays, goes, moves = (host.add("INBOX", mail(name), NOON) for name in "abc")
    host.expunge("INBOX", goes)
    moved = host.move("INBOX", moves, "Clients")
    new = host.add("INBOX", mail("d"), NOON)
    assert opened(host).listing(None).uids == {stays, new}
    assert opened(host, "Clients").listing(None).uids == {moved}


def test_headers_hold_the_fields_asked_for_and_nothing_else(host: MailHost) -> None:
    uid = host.add("INBOX", mail("a"), datetime(2026, 3, 2, 14, 30, 5, tzinfo=timezone(timedelta(hours=2))))
    mailbox = opened(host)
    [header] = mailbox.headers([uid])
    assert header.source == PLAIN_HEADER % b"a"
    assert [traced.source for traced in mailbox.headers([uid], traced=True)] == [HEADER % b"a"]
    assert header.arrived == datetime(2026, 3, 2, 12, 30, 5, tzinfo=UTC)
    assert header.arrived.tzinfo is UTC
    assert (header.uid, header.size) == (uid, len(mail("a")))


def test_headers_of_many_with_holes(host: MailHost) -> None:
    uids = [host.add("INBOX", mail(str(number)), NOON) for number in range(12)]
    for uid in uids[2:11:3]:
        host.expunge("INBOX", uid)
    left = [uid for uid in uids if uid not in uids[2:11:3]]
    asked = [*reversed(uids), uids[0], uids[-1] + 1000]
    assert sorted(header.uid for header in opened(host).headers(asked)) == left


def test_nothing_asked_for_is_nothing_read(host: MailHost) -> None:
    mailbox = opened(host)
    assert not [*mailbox.headers([])]
    assert not [*mailbox.bodies([], 100)]


def test_bodies_are_cut_at_the_limit(host: MailHost) -> None:
    uid = host.add("INBOX", mail("a"), NOON)
    mailbox = opened(host)
    [cut] = mailbox.bodies([uid], 100)
    [whole] = mailbox.bodies([uid, uid + 7], 100_000)
    assert cut.source == mail("a")[:100]
    assert whole.source == mail("a")
    assert (cut.size, whole.size) == (len(mail("a")),) * 2
    assert (cut.whole, whole.whole) == (False, True)


def test_bodies_of_more_than_one_command(host: MailHost) -> None:
    uids = [host.add("INBOX", mail(str(number)), NOON) for number in range(60)]
    found = {body.uid: body.source for body in opened(host).bodies(uids, 1000)}
    assert found == {uid: mail(str(number)) for number, uid in enumerate(uids)}


def test_reading_changes_nothing_on_the_server(host: MailHost) -> None:
    uids = [host.add("INBOX", mail(name), NOON, flags) for name, flags in (("a", ()), ("b", ("\\Seen", "\\Flagged")))]
    before = host.flags("INBOX")
    mailbox = opened(host)
    mailbox.listing(None)
    assert len([*mailbox.headers(uids), *mailbox.bodies(uids, 1000)]) == 4
    mailbox.close()
    assert host.flags("INBOX") == before
    assert set(before) == set(uids)


def test_reading_may_stop_early_and_go_on_with_something_else(host: MailHost) -> None:
    uids = [host.add("INBOX", mail(str(number)), NOON) for number in range(60)]
    mailbox = opened(host)
    assert len([*islice(mailbox.headers(uids), 3)]) == 3
    assert len([*islice(mailbox.bodies(uids, 1000), 3)]) == 3
    assert mailbox.listing(None).uids == set(uids)
    assert mailbox.open("Sent").exists == 0


def test_a_closed_mailbox_says_so(mailbox: Mailbox) -> None:
    mailbox.open("INBOX")
    mailbox.close()
    mailbox.close()
    for ask in (
        mailbox.folders,
        lambda: mailbox.open("INBOX"),
        lambda: mailbox.listing(None),
        lambda: [*mailbox.headers([1])],
    ):
        with pytest.raises(MailboxError, match="closed"):
            ask()
