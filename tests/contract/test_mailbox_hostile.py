"""Servers that hang, drop and babble while they are read: one clear sentence, and what has arrived stays."""

from __future__ import annotations

import pytest
from imapclient import SocketTimeout

from tests.support.hostile_imap import HANGS, HASTY, PATIENT, HostileImap, Peer, Script
from triage.mail.accounts import connect
from triage.mail.mailbox import Header, Mailbox, MailboxError

FETCH = b'%d FETCH (UID %d INTERNALDATE "02-Mar-2026 12:00:00 +0000" RFC822.SIZE 10 BODY[HEADER.FIELDS (FROM)] {%d}'


def reading(mailbox: Mailbox) -> list[Header]:
    """All that a read asks of a folder."""
    mailbox.open("INBOX")
    return [*mailbox.headers(sorted(mailbox.listing(None).uids))]


def opens(*lines: bytes, end: bytes = b"OK done") -> Script:
    """A server that answers EXAMINE so."""

    def script(peer: Peer) -> None:
        peer.let_in()
        peer.answer(*lines, end=end)
        peer.hang()

    return script


def lists(*lines: bytes, exists: int = 3, capabilities: bytes = b"") -> Script:
    """A server that answers SEARCH so."""

    def script(peer: Peer) -> None:
        peer.show(exists, capabilities)
        peer.answer(*lines)
        peer.hang()

    return script


def fetches(data: bytes, *, hang: bool = True) -> Script:
    """A server that sends these bytes for FETCH."""

    def script(peer: Peer) -> None:
        peer.show()
        peer.answer(b"SEARCH 1 2 3")
        peer.answer(b"SEARCH")
        peer.hear()
        peer.send(data)
        if hang:
            peer.hang()

    return script


AFTER_THE_LOGIN = [
    pytest.param(opens(b"3 EXISTS"), "can't be read", id="no UIDVALIDITY"),
    pytest.param(opens(b"BYE shutting down"), "closed the connection (“shutting down”)", id="bye"),
    pytest.param(opens(end=b"NO [NONEXISTENT] what?"), 'no folder "INBOX" on the server (“what?”)', id="no INBOX"),
    pytest.param(opens(b"OK [UIDVALIDITY " + b"9" * 5000 + b"]", b"1 EXISTS"), "can't be read", id="giant number"),
    pytest.param(lists(b"SEARCH 1 -2 x"), "can't be read", id="no numbers"),
    pytest.param(lists(b"SEARCH " + b"9" * 5000), "can't be read", id="a number beyond all bounds"),
    pytest.param(
        lists(b'ESEARCH (TAG "x") UID ALL 1:4294967295', capabilities=b"ESEARCH"), "can't be read", id="giant range"
    ),
    pytest.param(
        lists(b'ESEARCH (TAG "x") UID ALL 1:4294967295', capabilities=b"ESEARCH", exists=2**32 - 1),
        "can't be read",
        id="giant",
    ),
    pytest.param(fetches(b""), "has not answered for 0.25 seconds", id="hangs"),
    pytest.param(fetches(b"* " + FETCH % (1, 1, 99) + b"\r\nFrom: "), "has not answered", id="hangs in a literal"),
    pytest.param(
        fetches(b"* " + FETCH % (1, 1, 99) + b"\r\nFr", hang=False), "closed the connection", id="drops in a literal"
    ),
    pytest.param(fetches(b"* " + FETCH % (1, 1, 10**12) + b"\r\nFr"), "is not IMAP", id="giant literal"),
    pytest.param(fetches(b"* BYE idle\r\n"), "closed the connection (“idle”)", id="bye in FETCH"),
    pytest.param(fetches(b"220 ftp ready\r\n"), "is not IMAP (“220 ftp ready”)", id="garbage"),
    pytest.param(fetches(b"* 1 FETCH (" + b"x" * 100_000), "is not IMAP", id="line without end"),
    pytest.param(fetches(b"X9 OK done\r\n"), "is not IMAP", id="another tag"),
    pytest.param(fetches(b"* 1 FETCH (\r\nW4 OK done\r\n* x"), "", id="odd but harmless"),
]


@pytest.mark.parametrize(("script", "words"), AFTER_THE_LOGIN)
def test_a_server_that_goes_wrong_while_it_is_read(script: Script, words: str) -> None:
    with HostileImap(script) as server:
        mailbox = connect(server.account(), HASTY if HANGS in words else PATIENT)
        if words:
            with pytest.raises(MailboxError) as caught:
                reading(mailbox)
            assert words in caught.value.why
            with pytest.raises(MailboxError, match="closed"):
                mailbox.folders()
        else:
            assert reading(mailbox) == []
        mailbox.close()


def test_a_drop_keeps_what_has_arrived() -> None:
    one = b"* " + FETCH % (1, 1, 11) + b"\r\nFrom: a\r\n\r\n)\r\n"
    got: list[int] = []
    with HostileImap(fetches(one + b"* " + FETCH % (2, 2, 11) + b"\r\nFrom", hang=False)) as server:
        mailbox = connect(server.account(), PATIENT)
        mailbox.open("INBOX")
        mailbox.listing(None)
        with pytest.raises(MailboxError, match="closed the connection"):
            got.extend(header.uid for header in mailbox.headers([1, 2, 3]))
    assert got == [1]


def test_one_message_that_the_server_cant_give_costs_only_itself() -> None:
    def script(peer: Peer) -> None:
        peer.show()
        while b"FETCH" in (command := peer.hear_line()):
            tag, uids = command.partition(b" ")[0], _asked(command)
            if 5 in uids:
                peer.say(tag + b" NO [SERVERBUG] can't read that one")
            else:
                peer.say(*(b"* " + FETCH % (uid, uid, 4) + b"\r\nA\r\n\r)" for uid in uids), tag + b" OK done")

    with HostileImap(script) as server:
        mailbox = connect(server.account(), PATIENT)
        mailbox.open("INBOX")
        assert [header.uid for header in mailbox.headers(range(1, 10))] == [1, 2, 3, 4, 6, 7, 8, 9]
        mailbox.close()


def _asked(command: bytes) -> list[int]:
    ends = [part.split(b":") for part in command.split(b" ")[3].split(b",")]
    return [uid for end in ends for uid in range(int(end[0]), int(end[-1]) + 1)]


def test_a_server_that_gives_nothing_is_not_asked_for_ever() -> None:
    def script(peer: Peer) -> None:
        peer.show()
        while True:
            peer.answer(end=b"NO [UNAVAILABLE] disk \x1b[1mtrouble")

    with HostileImap(script) as server:
        mailbox = connect(server.account(), PATIENT)
        mailbox.open("INBOX")
        with pytest.raises(MailboxError, match=r"refused to show the mail \(“disk \[1mtrouble”\)"):
            list(mailbox.headers(range(1, 8000)))
    assert len(server.heard) < 100


def test_closing_does_not_wait_for_a_server_that_hangs() -> None:
    def script(peer: Peer) -> None:
        peer.let_in()
        while peer.hear():
            continue

    with HostileImap(script) as server:
        connect(server.account(), SocketTimeout(0.5, 0.5)).close()


def test_a_user_name_that_login_cant_carry_goes_another_way() -> None:
    def script(peer: Peer) -> None:
        peer.greet(b"AUTH=PLAIN")
        peer.hear()
        peer.say(b"+ ")
        peer.hear()
        peer.say(peer.heard[-2].partition(b" ")[0] + b" OK [CAPABILITY IMAP4rev1] in")
        peer.hang()

    with HostileImap(script) as server:
        connect(server.account(user='me "x"\r\nA1 DELETE INBOX'), PATIENT).close()
    assert not any(b"DELETE" in line for line in server.heard)
