"""When a round of delivery is made: for what is due, for what a dead program left behind, and now and then for the rest."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.still_desk import NOW, StillDesk, out_mail
from tests.tui.conftest import Times
from triage.model.intents import Outcome
from triage.model.outgoing import OutMail, OutState
from triage.tui.crew import Crew
from triage.tui.postman import Postman

MINUTE = timedelta(minutes=1)


def posted(desk: StillDesk, times: Times, *mails: OutMail) -> Postman:
    """A postman who knows of these mails; his work is done at once."""
    crew = Crew(lambda message: message.conclude(), start=lambda job: job())  # type: ignore[attr-defined]
    desk.mails = mails
    desk.delivering = lambda at_once: Outcome(outbox=desk.mails)
    postman = Postman(desk, crew, times, came=lambda outcome: postman.know(outcome.outbox or ()), failed=pytest.fail)
    postman.look()
    return postman


@pytest.mark.parametrize(
    ("state", "due"),
    [
        (OutState.QUEUED, True),
        (OutState.SENDING, True),
        (OutState.IN_DOUBT, True),
        (OutState.HELD, False),
        (OutState.REFUSED, False),
    ],
)
def test_what_a_round_is_made_for(desk: StillDesk, times: Times, state: OutState, due: bool) -> None:
    postman = posted(desk, times, out_mail("m", state, leaves=NOW))
    postman.tick()
    assert desk.asked.count("deliver") == due
    times.now += timedelta(seconds=4)
    postman.tick()
    assert desk.asked.count("deliver") == due
    times.now += timedelta(seconds=1)
    postman.tick()
    assert desk.asked.count("deliver") == 2 * due


@pytest.mark.parametrize("state", [OutState.QUEUED, OutState.IN_DOUBT])
def test_nothing_is_done_before_its_time(desk: StillDesk, times: Times, state: OutState) -> None:
    postman = posted(desk, times, out_mail("m", state, leaves=NOW + MINUTE))
    times.now += 0.9 * MINUTE
    postman.tick()
    assert "deliver" not in desk.asked
    times.now += 0.1 * MINUTE
    postman.tick()
    assert "deliver" in desk.asked


def test_now_and_then_a_round_is_made_though_nothing_hangs(desk: StillDesk, times: Times) -> None:
    """A copy that could not be filed belongs to mail that has left, and is in no list."""
    postman = posted(desk, times)
    for minute in range(1, 15):
        times.now = NOW + minute * MINUTE
        postman.tick()
    assert desk.asked.count("deliver") == 2
