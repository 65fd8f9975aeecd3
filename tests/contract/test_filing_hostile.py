"""Servers that refuse, lie and babble while mail is filed: one clear sentence, and nothing done that was not meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.support.hostile_imap import HANGS, HASTY, PASSWORD, PATIENT, HostileImap, Peer, Script
from triage.mail.accounts import connect_filing
from triage.mail.filing import Filing, Shelf
from triage.mail.mailbox import MailboxError

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ID = "1@studio.example"
MAIL = f"Message-ID: <{ID}>\r\n\r\nHello\r\n".encode()
HEADER = f"Message-ID: <{ID}>\r\n\r\n".encode()
OPENED = (b"3 EXISTS", b"OK [UIDVALIDITY 7]", b"OK [UIDNEXT 100]")
Step = Callable[[Filing], object]


def lists(peer: Peer, *names: bytes, capabilities: bytes = b"") -> None:
    """A login, and the folders."""
    peer.let_in(capabilities)
    peer.answer(*(b'LIST () "/" ' + name for name in (b"INBOX", *names)))


def takes(peer: Peer, end: bytes) -> None:
    """APPEND: the message is waited for, and answered so."""
    tag = peer.hear()
    peer.say(b"+ go on")
    while peer.hear_line() != b"Hello":
        continue
    peer.hear_line()
    peer.say(tag + b" " + end)


def appends(end: bytes, *, found: bytes = b"", fetched: bytes = b"") -> Script:
    """A server that answers APPEND so, and then shows these messages."""

    def script(peer: Peer) -> None:
        lists(peer, b"Sent")
        takes(peer, end)
        if end.startswith(b"NO"):
            return peer.hang()
        peer.answer(*OPENED)
        peer.answer(b"SEARCH" + found)
        if found or b"APPENDUID" in end:
            peer.answer(*([b"1 FETCH (UID 9 BODY[] {%d}\r\n%s)" % (len(fetched), fetched)] if fetched else []))
        return peer.hang()

    return script


def refuses_append(end: bytes) -> Script:
    """A server that does not even wait for the message."""

    def script(peer: Peer) -> None:
        lists(peer, b"Sent")
        peer.answer(end=end)
        peer.hang()

    return script


def holds(*answers: bytes) -> Script:
    """A server that answers SEARCH so."""

    def script(peer: Peer) -> None:
        lists(peer, b"Sent")
        peer.answer(*OPENED)
        peer.answer(*answers)
        peer.hang()

    return script


def marks(end: bytes) -> Script:
    """A server that has the message, and answers STORE and its like so."""

    def script(peer: Peer) -> None:
        lists(peer, b"Archive", capabilities=b"MOVE")
        peer.answer(*OPENED)
        peer.answer(b"1 FETCH (UID 9 BODY[] {%d}\r\n%s)" % (len(HEADER), HEADER))
        peer.answer(end=end)
        peer.hang()

    return script


def makes(*ends: bytes) -> Script:
    """A server without Drafts that answers CREATE and SUBSCRIBE so, and then has nothing new."""

    def script(peer: Peer) -> None:
        lists(peer)
        for end in ends:
            peer.answer(end=end)
        peer.answer(b'LIST () "/" INBOX')
        peer.hang()

    return script


def add(filing: Filing) -> None:
    filing.add(Shelf.SENT, MAIL, NOON)


def draft(filing: Filing) -> None:
    filing.add(Shelf.DRAFTS, MAIL, NOON)


def look(filing: Filing) -> None:
    filing.holds(Shelf.SENT, ID)


def mark(filing: Filing) -> None:
    filing.mark("INBOX", 7, 9, ID, "\\Seen")


def archive(filing: Filing) -> None:
    filing.archive("INBOX", 7, 9, ID)


NOT_THERE = "says that it has filed the mail in “Sent”, but it is not there"


@pytest.mark.parametrize(
    ("script", "step", "words"),
    [
        pytest.param(appends(b"OK done"), add, NOT_THERE, id="lies"),
        pytest.param(appends(b"OK [APPENDUID 7 9] done"), add, NOT_THERE, id="lies with a UID"),
        pytest.param(
            appends(b"OK done", found=b" 9", fetched=b"Message-ID: <x>\r\n\r\n"), add, NOT_THERE, id="another"
        ),
        pytest.param(
            appends(b"NO [OVERQUOTA] full\x1b[2J"), add, "did not file the mail in “Sent” (“full[2J”)", id="full"
        ),
        pytest.param(refuses_append(b"NO [TOOBIG] big"), add, "did not file the mail in “Sent” (“big”)", id="too big"),
        pytest.param(refuses_append(b"BAD what"), add, "did not file the mail in “Sent” (“what”)", id="bad"),
        pytest.param(refuses_append(b"YES"), add, "", id="no status"),
        pytest.param(appends(b"OK done", found=b" 1" * 20_000), add, "can't be read", id="babbles"),
        pytest.param(holds(b"SEARCH x"), look, "can't be read", id="no numbers"),
        pytest.param(holds(b"BYE tired"), look, "closed the connection (“tired”)", id="bye"),
        pytest.param(lambda peer: lists(peer, b"Sent"), look, "closed the connection", id="hangs up"),
        pytest.param(lambda peer: (peer.let_in(), peer.hang()), look, HANGS, id="hangs"),
        pytest.param(marks(b"NO read-only"), mark, "did not mark the mail (“read-only”)", id="read-only"),
        pytest.param(marks(b"NO no"), archive, "did not move the mail to “Archive” (“no”)", id="not moved"),
        pytest.param(makes(b"NO no"), draft, "did not make the folder “Drafts” (“no”)", id="not made"),
        pytest.param(makes(b"OK", b"NO no"), draft, "did not subscribe to “Drafts”", id="not subscribed"),
        pytest.param(makes(b"OK", b"OK"), draft, "has made “Drafts”, but it is not there", id="made nowhere"),
    ],
)
def test_a_server_that_does_not_do_it(script: Script, step: Step, words: str) -> None:
    with HostileImap(script) as server:
        filing = connect_filing(server.account(), HASTY if words == HANGS else PATIENT)
        with pytest.raises(MailboxError) as caught:
            step(filing)
        with pytest.raises(MailboxError, match="closed"):
            filing.holds(Shelf.SENT, ID)
    assert words in caught.value.why
    assert caught.value.why.isprintable()
    assert len(caught.value.why) < 400


def test_where_search_is_behind_the_uid_is_looked_at() -> None:
    script = appends(b"OK [APPENDUID 7 9] done", fetched=HEADER)
    with HostileImap(script) as server:
        filing = connect_filing(server.account(), PATIENT)
        add(filing)
        filing.close()
    assert any(line.endswith(b"UID FETCH 9 (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])") for line in server.heard)


def test_a_wrong_password_is_said_as_for_reading() -> None:
    def script(peer: Peer) -> None:
        peer.greet()
        peer.answer(end=b"NO [AUTHENTICATIONFAILED] No.")
        peer.hang()

    with HostileImap(script) as server, pytest.raises(MailboxError, match="refused the user name") as caught:
        connect_filing(server.account(), PATIENT)
    assert caught.value.permanent
    assert PASSWORD not in caught.value.why
