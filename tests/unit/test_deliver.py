"""Delivering: each answer of the server leads to one state, and nothing leaves twice without a person's word."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from tests.support.disk import fail
from tests.support.office import LATER, NEVER, UNKNOWN, Office
from tests.support.outgoing import acts_in, minutes, out_mail
from tests.support.stories import START
from triage.desk.dispatch import FOUND, STOPPED
from triage.mail.filing import Shelf
from triage.mail.sender import SendError
from triage.model.outgoing import OutState
from triage.store.files import StoreError

ID = "m1@studio.example"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "data")


def test_what_is_due_leaves_once(office: Office) -> None:
    office.queue(out_mail(leaves=minutes(1)))
    assert office.deliver(0.9) == []
    assert office.deliver(1) == ["m1"]
    assert office.deliver(1) == office.deliver(500) == []
    assert office.work.taken == [ID]
    mail = office.mail()
    assert (mail.state, mail.words, mail.changed) == (OutState.SENT, "queued as 1", minutes(1))
    assert office.work.opened == 0


def test_at_once_spares_the_wait(office: Office) -> None:
    office.queue(out_mail(leaves=minutes(1)))
    assert office.deliver(0, at_once=True) == ["m1"]
    assert office.mail().state is OutState.SENT


def test_the_oldest_leaves_first_and_each_from_its_own_account(office: Office) -> None:
    office.queue(*(out_mail(one, created=minutes(-ord(one))) for one in "abc"), out_mail("s", account="shop"))
    assert sorted(office.deliver()) == ["a", "b", "c", "s"]
    assert office.work.taken == [f"{one}@studio.example" for one in "cba"]
    assert office.servers["shop"].taken == ["s@studio.example"]


@pytest.mark.parametrize(
    ("answer", "state", "waits"),
    [(LATER, OutState.QUEUED, 1), (NEVER, OutState.REFUSED, None), (UNKNOWN, OutState.IN_DOUBT, 1)],
)
def test_a_failure_leads_to_its_state_and_keeps_the_words(
    office: Office, answer: SendError, state: OutState, waits: int | None
) -> None:
    office.queue(out_mail())
    office.work.answers.append(answer)
    office.deliver(0)
    mail = office.mail()
    assert (mail.state, mail.words, mail.changed) == (state, answer.why, START)
    assert office.deliverer().next_time() == (None if waits is None else minutes(waits))
    assert office.work.taken == [ID]


def test_it_is_tried_again_after_longer_and_longer_times(office: Office) -> None:
    office.queue(out_mail())
    office.work.answers.extend([LATER] * 8)
    tried = [minute for minute in range(240) if office.deliver(minute)]
    assert tried == [0, 1, 3, 8, 18, 48, 78, 108, 138]
    assert office.mail().state is OutState.SENT


def test_one_that_fails_keeps_no_other_waiting(office: Office) -> None:
    office.queue(*(out_mail(one, created=minutes(-number)) for number, one in enumerate("cba")))
    office.work.answers.extend([LATER, NEVER])
    office.deliver(0)
    assert [office.mail(one).state for one in "abc"] == [OutState.QUEUED, OutState.REFUSED, OutState.SENT]


@pytest.mark.parametrize("at_once", [False, True])
def test_after_a_doubt_the_accounts_other_mail_waits_a_little(office: Office, at_once: bool) -> None:
    office.queue(out_mail("a", created=minutes(-2)), out_mail("b"), out_mail("s", account="shop"))
    office.work.answers.append(UNKNOWN)
    office.deliver(0, at_once=at_once)
    assert {one: office.mail(one).state for one in "abs"} == {
        "a": OutState.IN_DOUBT,
        "b": OutState.QUEUED,
        "s": OutState.SENT,
    }
    assert "b" not in office.deliver(4)
    assert "b" in office.deliver(5)


def test_a_doubtful_mail_that_lies_in_sent_has_left(office: Office) -> None:
    office.queue(out_mail())

    def take_and_hang_up() -> None:
        office.work.shelves[Shelf.SENT].append((ID, START))
        raise UNKNOWN

    office.work.answers.append(take_and_hang_up)
    office.deliver(0)
    assert (office.mail().state, office.mail().words, office.mail().changed) == (OutState.SENT, FOUND, START)
    assert office.work.taken == [ID]


def test_doubt_is_looked_into_again_and_again_but_nothing_is_sent(office: Office) -> None:
    office.queue(out_mail())
    office.work.answers.append(UNKNOWN)
    looked = [minute for minute in range(100) if office.deliver(minute)]
    assert looked == [0, 1, 3, 8, 18, 48, 78]
    assert (office.mail().state, office.mail().words) == (OutState.IN_DOUBT, UNKNOWN.why)
    office.work.shelves[Shelf.SENT].append((ID, START))
    assert office.deliver(107) == []
    assert office.deliver(108) == ["m1"]
    assert (office.mail().state, office.mail().changed) == (OutState.SENT, START)
    assert office.work.taken == [ID]


def test_a_look_that_fails_proves_nothing(office: Office) -> None:
    office.queue(out_mail())
    office.work.answers.append(UNKNOWN)
    office.work.away = "imap.studio.example can't be reached."
    office.deliver(0)
    assert (office.mail().state, office.mail().words) == (OutState.IN_DOUBT, UNKNOWN.why)


@pytest.mark.parametrize("left", [False, True])
def test_what_a_dead_process_was_sending_is_looked_for_and_never_sent_again(office: Office, left: bool) -> None:
    office.queue(out_mail(state=OutState.SENDING))
    if left:
        office.work.shelves[Shelf.SENT].append((ID, START))
    assert office.deliver(0) == ["m1"]
    expected = (OutState.SENT, FOUND) if left else (OutState.IN_DOUBT, STOPPED)
    assert (office.mail().state, office.mail().words) == expected
    office.deliver(500, at_once=True)
    assert office.work.taken == []


def test_what_somebody_else_is_at_is_left_alone(office: Office) -> None:
    office.queue(out_mail(state=OutState.SENDING), out_mail("m2"))
    with office.outbox.claimed("m1"), office.outbox.claimed("m2"):
        assert office.deliver(5) == []
    assert [office.mail(one).state for one in ("m1", "m2")] == [OutState.SENDING, OutState.QUEUED]


def test_what_an_account_that_is_gone_was_sending_stays_in_doubt(office: Office) -> None:
    office.queue(out_mail(state=OutState.SENDING, account="old"))
    office.deliver(0)
    assert office.mail().state is OutState.IN_DOUBT


def test_a_program_that_breaks_while_it_sends_leaves_a_doubt(office: Office) -> None:
    office.queue(out_mail(), out_mail("s", account="shop"))
    office.work.answers.append(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        office.deliver(0)
    assert office.mail("s").state is OutState.SENT
    office.deliver(1)
    assert office.mail().state is OutState.IN_DOUBT
    assert office.work.taken == [ID]


def test_a_disk_that_is_full_when_the_server_has_taken_it_leaves_a_doubt(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.queue(out_mail())
    office.work.answers.append(lambda: fail(monkeypatch, "fsync"))
    with pytest.raises(StoreError, match="no space left"):
        office.deliver(0)
    monkeypatch.undo()
    assert office.mail().state is OutState.SENDING
    office.deliver(1)
    assert office.mail().state is OutState.IN_DOUBT
    assert office.work.taken == [ID]
    assert acts_in(office.folder) == ["act of m1"]


def test_a_server_that_hangs_keeps_no_other_account_waiting(office: Office) -> None:
    office.queue(out_mail(), out_mail("s", account="shop", created=minutes(1)))
    shop_is_through, in_time = Event(), []
    office.servers["shop"].answers.append(shop_is_through.set)
    office.work.answers.append(lambda: in_time.append(shop_is_through.wait(10)))
    assert sorted(office.deliver(1)) == ["m1", "s"]
    assert in_time == [True]


def test_what_comes_next_and_when(office: Office) -> None:
    assert office.deliverer().next_time() is None
    states = [state for state in OutState if state not in (OutState.QUEUED, OutState.IN_DOUBT)]
    office.queue(*(out_mail(state.value, state=state) for state in states))
    assert office.deliverer().next_time() is None
    for minute in (9, 5, 7):
        office.queue(out_mail(f"m{minute}", leaves=START + timedelta(minutes=minute)))
    assert office.deliverer().next_time() == minutes(5)
