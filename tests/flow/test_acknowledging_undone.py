"""What becomes of an acknowledgement between the key and the server's yes: taken back, late, offline, held."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.stories import hours
from tests.support.studio import Studio, without_way
from triage.desk.dispatch import PASSED, WAITED
from triage.model.act import Tone
from triage.model.draft import Template
from triage.model.intents import Acknowledge, FlagTone
from triage.model.outgoing import OutChoice, OutState

BACK_OFF = timedelta(minutes=1)


def states(studio: Studio) -> list[OutState]:
    return [mail.state for mail in studio.outbox()]


@pytest.mark.dovecot
def test_undo_within_the_delay_leaves_all_as_if_never_sent(studio: Studio) -> None:
    """Clock case 54."""
    studio.came(0)
    before = studio.row()
    assert studio.acknowledge().rows[0].marks == ("queued",)
    studio.later(seconds=9)
    studio.desk.deliver()
    undone = studio.desk.undo()
    assert (undone.said, undone.outbox) == ("Taken back: the mail does not leave.", ())
    assert undone.rows == (before,)
    studio.later(minutes=5)
    studio.desk.deliver()
    assert (studio.sent(), studio.folder("Sent"), studio.row()) == ([], [], before)
    assert studio.acknowledge().outbox != ()


def test_what_has_left_is_said_once_and_the_next_undo_goes_on(memory_studio: Studio) -> None:
    memory_studio.came(0)
    memory_studio.desk.do(FlagTone((memory_studio.thread(),), Tone.ANGRY))
    memory_studio.acknowledge()
    memory_studio.deliver()
    after = memory_studio.row()
    told = memory_studio.desk.undo()
    assert told.said.startswith("The mail to ann@client.example has left and can't be taken back.")
    assert (told.undoable, memory_studio.row()) == (True, after)
    assert memory_studio.desk.undo().rows[0].tone is None
    assert memory_studio.desk.undo().said == "There is nothing to take back."


def test_of_a_selection_what_has_not_left_stays(memory_studio: Studio) -> None:
    memory_studio.came(0, subject="Logo")
    memory_studio.came(0, subject="Print", frm="bob@other.example")
    memory_studio.acknowledge("Logo", "Print", confirmed=True)
    memory_studio.later(seconds=10)
    memory_studio.sink.fault("temp-mail", 1)
    memory_studio.desk.deliver()
    assert sorted(states(memory_studio)) == [OutState.QUEUED, OutState.SENT]
    told = memory_studio.desk.undo()
    assert told.said == "1 of 2 mails have left and can't be taken back; the others don't leave."
    assert sorted(states(memory_studio)) == [OutState.SENT, OutState.WITHDRAWN]


def test_a_mail_in_doubt_is_not_said_to_stay(memory_studio: Studio) -> None:
    """It may have left: only the person's word in the outbox settles that."""
    memory_studio.came(0)
    memory_studio.acknowledge()
    memory_studio.sink.fault("drop-after", 1)
    memory_studio.deliver()
    assert states(memory_studio) == [OutState.IN_DOUBT]
    assert "may have left and can't be taken back" in memory_studio.desk.undo().said
    assert states(memory_studio) == [OutState.IN_DOUBT]


def test_a_refused_mail_is_taken_back_like_one_that_was_never_written(memory_studio: Studio) -> None:
    memory_studio.came(0)
    before = memory_studio.row()
    memory_studio.acknowledge()
    memory_studio.sink.fault("perm-rcpt", 1)
    refused = memory_studio.deliver()
    assert refused.rows[0].marks == ("refused",)
    assert without_way(refused.rows) == without_way([before])
    assert "No such user" in refused.said
    assert memory_studio.desk.undo().rows == (before,)


def test_offline_it_waits_says_so_and_leaves_later(memory_studio: Studio) -> None:
    memory_studio.came(0)
    before = memory_studio.row()
    memory_studio.go_away()
    memory_studio.acknowledge()
    waits = memory_studio.deliver()
    assert waits.said.startswith("The mail to ann@client.example waits: 127.0.0.1 takes no connections at port 1.")
    assert without_way(waits.rows) == without_way([before])
    assert states(memory_studio) == [OutState.QUEUED]
    assert memory_studio.desk.deliver().outbox is None

    memory_studio.come_back()
    memory_studio.later(seconds=BACK_OFF.seconds - 1)
    memory_studio.desk.deliver()
    assert memory_studio.sent() == []
    memory_studio.later(seconds=1)
    assert memory_studio.desk.deliver().said == "Sent to ann@client.example"
    assert (len(memory_studio.sent()), memory_studio.desk.outbox()) == (1, ())


@pytest.mark.parametrize(
    ("until", "waited", "why"),
    [
        pytest.param(3, 1.5, PASSED, id="the named time has passed"),
        pytest.param(30, 4.1, WAITED, id="older than four hours"),
    ],
)
def test_what_has_waited_too_long_asks(memory_studio: Studio, until: float, waited: float, why: str) -> None:
    memory_studio.came(0)
    memory_studio.desk.do(Acknowledge((memory_studio.thread(),), hours(until)))
    memory_studio.restart()
    memory_studio.later(hours=waited)
    held = memory_studio.desk.deliver()
    assert (states(memory_studio), memory_studio.sent()) == ([OutState.HELD], [])
    assert held.rows[0].marks == ("waits for your word",)
    assert held.said == f"The mail to ann@client.example waits for your word: {why}"
    assert memory_studio.desk.deliver(at_once=True).outbox is None

    (mail,) = held.outbox or ()
    assert memory_studio.desk.decide(mail.id, OutChoice.AGAIN).rows[0].marks == ("queued",)
    assert memory_studio.desk.deliver().outbox == ()
    assert len(memory_studio.sent()) == 1


@pytest.mark.dovecot
@pytest.mark.parametrize("choice", [OutChoice.AGAIN, OutChoice.GIVE_UP])
def test_the_client_has_written_again_before_it_left(studio: Studio, choice: OutChoice) -> None:
    studio.came(0, id="a@mail.example")
    studio.acknowledge()
    studio.came(2, id="b@mail.example", refs="a@mail.example", subject="Re: Logo", text="Forget it, please.")
    studio.read()
    held = studio.deliver()
    assert held.said.endswith("waits for your word: ann@client.example has written again since.")
    assert studio.sent() == []
    (mail,) = held.outbox or ()
    decided = studio.desk.decide(mail.id, choice)
    studio.desk.deliver()
    assert len(studio.sent()) == (choice is OutChoice.AGAIN)
    if choice is OutChoice.GIVE_UP:
        assert decided.said == "Given up: ann@client.example"
        assert studio.row().clocks[0].since == hours(0)


def test_the_client_has_written_again_while_the_answer_was_written(memory_studio: Studio) -> None:
    memory_studio.came(0, id="a@mail.example")
    draft = memory_studio.desk.write(memory_studio.thread(), Template.REPLY).draft
    memory_studio.came(2, id="b@mail.example", refs="a@mail.example", subject="Re: Logo", text="One more thing")
    memory_studio.read()
    asked = memory_studio.desk.send(draft)
    assert asked.question.startswith("ann@client.example has written again since you began this.")
    assert memory_studio.outbox() == ()
    assert memory_studio.desk.send(draft, confirmed=True).question == ""
    assert memory_studio.deliver().said == "Sent to ann@client.example"
    assert memory_studio.row().clocks == ()
