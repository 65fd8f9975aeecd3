"""What working hours do to the clocks of a client: due times, what is due soon, flags, running work (R5, R17, R25)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from config.durations import length
from config.working_hours import week_of
from tests.support.cases import case_of
from tests.support.stories import CLIENT, LIMITS, PEOPLE, START, act, mail, out, thread_of
from triage.model.act import Act, OutKind
from triage.model.clock import Clock, ClockKind
from triage.model.message import Message
from triage.rules.clients import ClientBook, ClientRule, Limit, Terms
from triage.rules.explain import Explaining
from triage.rules.hours import WALL_CLOCK, OpenHours
from triage.rules.record import read_record
from triage.rules.rows import Policy, build_rows
from triage.rules.sides import gather_world

OFFICE = OpenHours(UTC, week_of({"mon-fri": ["09:00-18:00"]}))
NIGHT_OWL = "bo@client.example"
BOOK = ClientBook(
    [
        ClientRule(("@client.example",), Terms(("client", 0), calendar=OFFICE)),
        ClientRule((NIGHT_OWL,), Terms(("client", 1), calendar=WALL_CLOCK)),
        ClientRule(("@fast.example",), Terms(("client", 2), {Limit.REPLY: length("2h")}, calendar=OFFICE)),
    ]
)
FRIDAY = 4 * 24  # the story starts on a Monday at midnight
MONDAY = 7 * 24


def clocks(messages: Sequence[Message], *acts: Act) -> tuple[Clock, ...]:
    limits = replace(LIMITS, clients=BOOK, flags={"angry": length("2h")})
    people = replace(PEOPLE, clients=BOOK)
    policy = Policy(limits, False, read_record(acts))
    ((_, row),) = build_rows(messages, gather_world(list(messages), people), policy)
    return row.clocks


def hour(moment: datetime) -> float:
    return (moment - START) / timedelta(hours=1)


def test_cases_40_and_46_the_reply() -> None:
    (clock,) = clocks([mail(FRIDAY + 15)])
    assert hour(clock.due) == MONDAY + 15, "an inherited 24h is a day"
    (clock,) = clocks([mail(FRIDAY + 17, frm="ann@fast.example")])
    assert hour(clock.due) == MONDAY + 10


def test_an_address_may_be_without_the_hours_of_its_domain() -> None:
    (clock,) = clocks([mail(FRIDAY + 15, frm=NIGHT_OWL)])
    assert hour(clock.due) == FRIDAY + 24 + 15


def test_due_soon_counts_open_time_too() -> None:
    (clock,) = clocks([mail(FRIDAY + 11)])
    assert (hour(clock.soon), hour(clock.due)) == (FRIDAY + 16, MONDAY + 11)


def test_the_answer_after_an_acknowledgement() -> None:
    acknowledged = act("sent", "ack", "in", at=FRIDAY + 16, value=OutKind.ACKNOWLEDGEMENT.value)
    (clock,) = clocks(thread_of(mail(FRIDAY + 15, id="in"), out(FRIDAY + 16, id="ack")), acknowledged)
    assert (clock.kind, hour(clock.due)) == (ClockKind.ANSWER, MONDAY + 16)


def test_case_39_a_flag_counts_open_time_from_the_flag() -> None:
    (clock,) = clocks([mail(FRIDAY + 15, id="in")], act("tone", "in", at=FRIDAY + 17, value="angry"))
    assert hour(clock.due) == MONDAY + 10
    (clock,) = clocks([mail(FRIDAY + 15, id="in")], act("tone", "in", at=FRIDAY + 20, value="angry"))
    assert hour(clock.due) == MONDAY + 11, "flagged at night: it counts from the opening"


def test_running_work_and_a_question_of_mine_count_working_days() -> None:
    story = thread_of(mail(FRIDAY + 10), out(FRIDAY + 15, id="out"))
    (contact,) = clocks(story, act("running", "out", at=FRIDAY + 16, value="on", who=CLIENT))
    assert (contact.kind, hour(contact.due)) == (ClockKind.CONTACT, MONDAY + 2 * 24 + 15)
    (nudge,) = clocks(story, act("said", "out", at=FRIDAY + 16, value="questions"))
    assert (nudge.kind, hour(nudge.due)) == (ClockKind.NUDGE, MONDAY + 4 * 24 + 15)


@pytest.mark.parametrize(
    ("start", "says"),
    [
        pytest.param(
            FRIDAY + 15, "so only open hours count, Sat 7 Mar and Sun 8 Mar left out: due Mon", id="a weekend"
        ),
        pytest.param(15, "so only open hours count: due tomorrow", id="nothing is left out"),
    ],
)
def test_the_reasons_name_the_hours_and_what_they_leave_out(start: float, says: str) -> None:
    limits = replace(LIMITS, clients=BOOK)
    explaining = Explaining(START + timedelta(hours=start), UTC, lambda place: f"<{place[0]} {place[-1]}>", limits)
    said = " ".join(explaining.explain(case_of([mail(start)], limits=limits)))
    assert f"<rule reply_within>; <client hours>, {says}" in said
