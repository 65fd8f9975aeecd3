"""The person's word on a mail that hangs: what each choice does in each state, and that it is asked for once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.office import LATER, UNKNOWN, Office
from tests.support.outgoing import acts_in, minutes, out_mail
from triage.desk.deliver import ARRIVED
from triage.desk.dispatch import FOUND, PASSED, WAITED
from triage.mail.filing import Shelf
from triage.model.act import ActKind
from triage.model.outgoing import Chore, OutChoice, OutState
from triage.store.ledger import Ledger, in_force
from triage.store.tracking import Tracking

ID = "m1@studio.example"
AFTER = {
    OutChoice.AGAIN: dict.fromkeys(
        (OutState.QUEUED, OutState.HELD, OutState.REFUSED, OutState.IN_DOUBT), OutState.QUEUED
    ),
    OutChoice.GIVE_UP: dict.fromkeys(
        (OutState.QUEUED, OutState.HELD, OutState.REFUSED, OutState.IN_DOUBT), OutState.WITHDRAWN
    ),
    OutChoice.ARRIVED: {OutState.IN_DOUBT: OutState.SENT},
}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "data")


@pytest.mark.parametrize("state", OutState)
@pytest.mark.parametrize("choice", OutChoice)
def test_a_choice_does_what_it_says_where_there_is_something_to_decide(
    office: Office, choice: OutChoice, state: OutState
) -> None:
    mail = out_mail(state=state)
    office.queue(mail)
    decided = office.deliverer().decide("m1", choice)
    expected = AFTER[choice].get(state)
    assert (decided and decided.state) == expected
    assert office.mail() == (decided or mail)


def test_a_choice_about_nothing_does_nothing(office: Office) -> None:
    assert [office.deliverer().decide("m1", choice) for choice in OutChoice] == [None, None, None]


@pytest.mark.parametrize("state", [OutState.HELD, OutState.REFUSED, OutState.IN_DOUBT, OutState.QUEUED])
def test_again_lets_it_leave_with_the_next_delivery(office: Office, state: OutState) -> None:
    office.queue(out_mail(state=state, leaves=minutes(600), tries=4, until=minutes(10)))
    office.now = minutes(300)
    office.deliverer().decide("m1", OutChoice.AGAIN)
    assert (office.mail().leaves, office.mail().tries, office.mail().agreed) == (minutes(300), 0, minutes(300))
    assert office.deliver(300) == ["m1"]
    assert office.mail().state is OutState.SENT


def test_what_the_person_agreed_to_is_no_reason_again_but_a_new_one_is(office: Office) -> None:
    office.queue(out_mail(until=minutes(500)))
    office.work.answers.extend([LATER] * 100)
    office.deliver(241)
    assert office.mail().words == WAITED
    office.deliverer().decide("m1", OutChoice.AGAIN)
    assert [office.deliver(minute) for minute in (241, 242)] == [["m1"], ["m1"]]
    assert (office.mail().state, office.mail().tries) == (OutState.QUEUED, 2)
    office.deliver(481)
    assert office.mail().state is OutState.QUEUED
    office.deliver(500, at_once=True)
    assert office.mail().words == f"{PASSED} {WAITED}"
    office.deliverer().decide("m1", OutChoice.AGAIN)
    office.deliver(501)
    assert office.mail().state is OutState.QUEUED
    assert len(office.work.taken) == 4


def test_giving_up_undoes_the_act_and_nothing_else(office: Office) -> None:
    office.queue(out_mail(), out_mail("m2"))
    office.deliverer().decide("m1", OutChoice.GIVE_UP)
    acts = Ledger(Tracking(office.folder / "tracking.json", lambda: office.now)).all()
    assert [act.id for act in in_force(acts)] == ["act of m2"]
    assert [(act.kind, act.undoes, act.anchors) for act in acts[2:]] == [
        (ActKind.UNDONE, "act of m1", (ID, "1@client.example"))
    ]
    office.deliver(5, at_once=True)
    assert office.work.taken == ["m2@studio.example"]
    office.outbox.prune((), minutes(5))
    assert office.deliverer().decide("m1", OutChoice.AGAIN) is None
    assert len(acts_in(office.folder)) == 3


def test_a_mail_that_has_arrived_has_left_when_it_came_into_doubt_and_its_chores_go_on(office: Office) -> None:
    office.queue(out_mail(chores=(Chore.COPY,)))
    office.work.answers.append(UNKNOWN)
    office.deliver(3)
    office.now = minutes(90)
    office.deliverer().decide("m1", OutChoice.ARRIVED)
    assert (office.mail().state, office.mail().words, office.mail().changed) == (OutState.SENT, ARRIVED, minutes(3))
    office.deliver(90)
    assert office.work.shelves[Shelf.SENT] == [(ID, minutes(3))]
    assert office.work.taken == [ID]


def test_again_after_a_doubt_sends_once_more(office: Office) -> None:
    office.queue(out_mail())
    office.work.answers.append(UNKNOWN)
    office.deliver(0)
    office.deliverer().decide("m1", OutChoice.AGAIN)
    office.deliver(0)
    assert office.mail().state is OutState.SENT
    assert office.work.taken == [ID, ID]


def test_again_after_a_doubt_looks_once_more_before_it_sends(office: Office) -> None:
    """The copy that the server files may have come while the person thought about it."""
    office.queue(out_mail())
    office.work.answers.append(UNKNOWN)
    office.deliver(0)
    office.work.shelves[Shelf.SENT].append((ID, minutes(1)))
    office.deliverer().decide("m1", OutChoice.AGAIN)
    office.deliver(2)
    assert (office.mail().state, office.mail().words) == (OutState.SENT, FOUND)
    assert office.work.taken == [ID]


def test_a_word_that_comes_while_the_mail_is_looked_for_counts(office: Office) -> None:
    office.queue(out_mail())
    office.work.answers.append(UNKNOWN)
    office.deliver(0)
    holds, other = office.work.holds, office.deliverer()

    def slow(shelf: Shelf, message_id: str) -> bool:
        other.decide("m1", OutChoice.GIVE_UP)
        return holds(shelf, message_id)

    office.work.holds = slow  # type: ignore[method-assign]
    assert office.deliver(1) == []
    assert office.mail().state is OutState.WITHDRAWN
    office.work.holds = holds  # type: ignore[method-assign]
    office.deliver(500, at_once=True)
    assert office.work.taken == [ID]


@pytest.mark.parametrize("choice", OutChoice)
def test_a_word_that_comes_while_it_is_being_sent_changes_nothing(office: Office, choice: OutChoice) -> None:
    office.queue(out_mail())
    other, decided = office.deliverer(), []
    office.work.answers.append(lambda: decided.append(other.decide("m1", choice)))
    office.deliver(0)
    assert decided == [None]
    assert office.mail().state is OutState.SENT
    assert acts_in(office.folder) == ["act of m1"]
