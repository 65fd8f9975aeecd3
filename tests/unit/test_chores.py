"""What is done after a mail has left: which chores there are, each done once, trouble tried again, and SENT for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.schema import Send, Server
from tests.support.office import Office, account
from tests.support.outgoing import minutes, out_mail
from triage.desk.chores import chores_for
from triage.mail.filing import Shelf
from triage.model.act import OutKind
from triage.model.outgoing import Chore, OutState

ID = "m1@studio.example"
SPOTS = ("INBOX", 7, 1), ("INBOX", 7, 2), ("Clients", 8, 3)
FIRST, SECOND = "1@client.example", "2@client.example"
EVERYTHING = Send(mark_read=True, archive=True)
ALL = tuple(Chore)
DONE = [
    ("\\Answered", *SPOTS[0], FIRST),
    ("\\Seen", *SPOTS[0], FIRST),
    ("\\Seen", *SPOTS[1], SECOND),
    ("\\Seen", *SPOTS[2], SECOND),
    ("archived", *SPOTS[0], FIRST),
    ("archived", *SPOTS[1], SECOND),
    ("archived", *SPOTS[2], SECOND),
    ("removed", "d1@studio.example"),
]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path / "data")
    office.queue(out_mail(chores=ALL, draft="d1@studio.example", asks=(FIRST, SECOND, "~digest"), leaves=minutes(2)))
    return office


@pytest.mark.parametrize("kind", OutKind)
@pytest.mark.parametrize(
    ("send", "answer", "report"),
    [
        (Send(), [Chore.COPY, Chore.ANSWERED], []),
        (Send(mark_read=True), [Chore.COPY, Chore.ANSWERED, Chore.SEEN], []),
        (Send(archive=True), [Chore.COPY, Chore.ANSWERED], [Chore.ARCHIVE]),
        (EVERYTHING, [Chore.COPY, Chore.ANSWERED, Chore.SEEN], [Chore.ARCHIVE]),
        (Send(sent_copy="no"), [Chore.ANSWERED], []),
    ],
)
def test_which_chores_a_mail_has(kind: OutKind, send: Send, answer: list[Chore], report: list[Chore]) -> None:
    expected = [*answer, *(report if kind is OutKind.DONE else [])]
    if not kind.answers:
        expected = [chore for chore in expected if chore is Chore.COPY]
    assert chores_for(account(), send, kind, "") == tuple(expected)
    assert chores_for(account(), send, kind, "d1@studio.example") == (*expected, Chore.DRAFT)


@pytest.mark.parametrize(
    ("host", "copies"),
    [("smtp.studio.example", {"auto", "yes"}), ("smtp.gmail.com", {"yes"})],
)
def test_who_files_the_copy(host: str, copies: set[str]) -> None:
    own = account(smtp=Server(host, "me"))
    chosen = {word for word in ("auto", "yes", "no") if chores_for(own, Send(sent_copy=word), OutKind.DELAY, "")}  # type: ignore[arg-type]
    assert chosen == copies


def test_everything_is_done_once_in_its_order(office: Office) -> None:
    office.deliver(2)
    assert office.work.shelves[Shelf.SENT] == [(ID, minutes(2))]
    assert office.work.done == DONE
    assert (office.mail().state, office.mail().chores, office.mail().words) == (OutState.SENT, (), "queued as 1")
    assert office.deliver(500) == []
    assert (office.work.opened, office.work.closed) == (1, 1)


def test_a_copy_that_is_there_is_not_filed_again(office: Office) -> None:
    office.work.shelves[Shelf.SENT].append((ID, minutes(1)))
    office.deliver(2)
    assert office.work.shelves[Shelf.SENT] == [(ID, minutes(1))]
    assert office.mail().chores == ()


def test_a_message_that_lies_nowhere_any_more_is_no_trouble(office: Office) -> None:
    office.spots.clear()
    office.deliver(2)
    assert office.work.done == DONE[-1:]
    assert office.mail().chores == ()


@pytest.mark.parametrize("first", range(9))
def test_trouble_with_one_chore_keeps_no_other_from_being_done(office: Office, first: int) -> None:
    """Each call to the filing fails once: the chore it belongs to is done later, and what was done stays done."""
    office.work.trouble.extend([""] * first + ["imap.studio.example closed the connection."])
    office.deliver(2)
    mail = office.mail()
    assert (mail.state, mail.words, mail.changed) == (
        OutState.SENT,
        "imap.studio.example closed the connection.",
        minutes(2),
    )
    assert len(mail.chores) == 1
    assert office.deliver(2.9) == []
    assert office.deliver(3) == ["m1"]
    assert office.mail().chores == ()
    assert office.work.shelves[Shelf.SENT] == [(ID, minutes(2))]
    assert set(office.work.done) == set(DONE)
    assert office.work.taken == [ID]


def test_a_server_that_is_away_is_asked_once_a_round_and_more_and_more_rarely(office: Office) -> None:
    office.queue(out_mail("m2", chores=ALL, leaves=minutes(2)))
    office.work.away = "imap.studio.example can't be reached."
    tried = [minute for minute in range(2, 80) if office.deliver(minute)]
    assert tried == [2, 3, 5, 10, 20, 50]
    assert office.work.opened == len(tried)
    assert office.mail().chores == office.mail("m2").chores == ALL
    assert office.mail().words == office.work.away
    assert office.mail().changed == minutes(2)
    office.work.away = ""
    assert sorted(office.deliver(80)) == ["m1", "m2"]
    assert office.mail().chores == office.mail("m2").chores == ()


def test_a_copy_whose_bytes_are_gone_is_trouble_and_the_rest_is_done(office: Office) -> None:
    office.work.answers.append((office.folder / "outbox" / "m1.eml").unlink)
    office.deliver(2)
    assert office.mail().chores == (Chore.COPY,)
    assert "m1.eml" in office.mail().words
    assert office.work.done == DONE
