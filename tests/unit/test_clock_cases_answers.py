"""The cases that the answer clock must get right: acknowledged, moved, kept, late; each test names its row."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.stories import (
    CLIENT,
    NO_RECORD,
    PEOPLE,
    START,
    act,
    bounce,
    hours,
    mail,
    out,
    rows_of,
    standing,
    the_row,
    thread_of,
)
from triage.model.act import Act
from triage.model.message import Message, Role
from triage.rules.answers import AnswerTime, answer_times
from triage.rules.record import read_record
from triage.rules.sides import gather_world, sort_out
from triage.rules.threads import build_threads
from triage.rules.times import happened

OTHER, TEAM = "sub@contractor.example", "team@client.example"
ACK = act("sent", "ack", "in", value="acknowledgement", until=30)
ACK_OPEN = act("sent", "ack", "in", value="acknowledgement")
SECOND = act("sent", "ack2", "in2", value="acknowledgement", until=50)
ASKED = (mail(0, id="in"), out(1, id="ack"))
AGAIN = (*ASKED, mail(12, id="in2"))


def sent(kind: str, until: float | None = None) -> Act:
    """My mail "out" is of that kind."""
    return act("sent", "out", value=kind, until=until)


# case, messages, acts, hour, each clock's kind, start and due, lane, asked
Told = tuple[str, float, float]
CASES: list[tuple[str, tuple[Message, ...], tuple[Act, ...], float, list[Told], str, float | None]] = [
    ("6", ASKED, (ACK,), 20, [("answer", 1, 30)], "owed", 0),
    ("6: due soon", ASKED, (ACK,), 27, [("answer", 1, 30)], "due_soon", 0),
    ("7", ASKED, (ACK_OPEN,), 20, [("answer", 1, 25)], "owed", 0),
    ("8", AGAIN, (ACK,), 20, [("answer", 1, 30), ("reply", 12, 36)], "owed", 0),
    ("9", (*ASKED, out(20, id="out")), (ACK,), 21, [], "theirs", None),
    ("9: it says that it is done", (*ASKED, out(20, id="out")), (ACK, sent("done")), 21, [], "theirs", None),
    ("9: and again", (*AGAIN, out(20, id="out")), (ACK,), 21, [], "theirs", None),
    ("9b: progress", (*ASKED, out(20, id="out")), (ACK, sent("progress")), 21, [("answer", 1, 30)], "owed", 0),
    (
        "9b: questions",
        (*AGAIN, out(20, id="out")),
        (ACK, sent("questions")),
        21,
        [("answer", 1, 30), ("nudge", 20, 140)],
        "owed",
        0,
    ),
    ("9c", (*ASKED, out(20, id="out")), (ACK, sent("delay", 60)), 31, [("answer", 1, 60)], "owed", 0),
    ("9c: no time", (*ASKED, out(20, id="out")), (ACK, sent("delay")), 31, [("answer", 1, 30)], "overdue", 0),
    (
        "9c: to somebody else",
        (*ASKED, out(20, id="out", to=OTHER)),
        (ACK, sent("delay", 60)),
        31,
        [("answer", 1, 30)],
        "overdue",
        0,
    ),
    ("9c: a delay alone starts nothing", (ASKED[0], out(20, id="out")), (sent("delay", 60),), 21, [], "theirs", 0),
    ("9d", (*AGAIN, out(13, id="ack2")), (ACK, SECOND), 20, [("answer", 1, 30), ("answer", 13, 50)], "owed", 0),
    (
        "9d: both are moved",
        (*AGAIN, out(13, id="ack2"), out(20, id="out")),
        (ACK, SECOND, sent("delay", 60)),
        51,
        [("answer", 1, 60)],
        "owed",
        0,
    ),
    ("9d: answered", (*AGAIN, out(13, id="ack2"), out(20)), (ACK, SECOND), 21, [], "theirs", None),
    ("10", ASKED, (ACK,), 31, [("answer", 1, 30)], "overdue", 0),
    ("12", (mail(0), out(1, id="m")), (act("said", "m", value="acknowledgement"),), 20, [("answer", 1, 25)], "owed", 0),
    ("15c", (*ASKED, bounce(2, "ack")), (ACK,), 20, [("reply", 0, 24)], "due_soon", 0),
    (
        "15c: only for a Cc",
        (ASKED[0], out(1, id="ack", cc=OTHER), bounce(2, "ack", (OTHER,))),
        (ACK,),
        20,
        [("answer", 1, 30)],
        "owed",
        0,
    ),
    (
        "15: the answer bounced",
        (*ASKED, out(20, id="out"), bounce(21, "out")),
        (ACK,),
        22,
        [("answer", 1, 30)],
        "owed",
        0,
    ),
    ("29: done, by its asks", ASKED, (ACK, act("done", "in")), 20, [], "theirs", None),
    ("29: done, by the acknowledgement", ASKED, (ACK, act("done", "ack")), 20, [], "rest", 0),
    ("29: done, then a new in", AGAIN, (ACK, act("done", "in", "ack")), 20, [("reply", 12, 36)], "waiting", 12),
    ("54", ASKED[:1], (), 20, [("reply", 0, 24)], "due_soon", 0),
    (
        "57: the other party still waits",
        (ASKED[0], mail(0.5, frm=OTHER), ASKED[1]),
        (ACK,),
        20,
        [("reply", 0.5, 24.5), ("answer", 1, 30)],
        "waiting",
        0,
    ),
    ("4: nobody had asked", (out(1, id="ack"),), (ACK,), 20, [], "theirs", None),
    ("an acknowledgement after the answer", (ASKED[0], out(5), out(6, id="ack")), (ACK,), 20, [], "theirs", None),
    (
        "28: archived, but an answer was named",
        (mail(0, id="in", role=Role.ALSO), ASKED[1]),
        (ACK,),
        20,
        [("answer", 1, 30)],
        "owed",
        0,
    ),
]


@pytest.mark.parametrize(
    ("messages", "acts", "now", "clocks", "lane", "asked"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_case(
    messages: tuple[Message, ...], acts: tuple[Act, ...], now: float, clocks: list[Told], lane: str, asked: float | None
) -> None:
    row = the_row(thread_of(*messages), record=read_record(acts))
    assert [(clock.kind, hour(clock.since), hour(clock.due)) for clock in row.clocks] == clocks
    assert standing(row, now).lane == lane
    assert hour(row.asked) == asked


def hour(at: object) -> float | None:
    """Hours from the start."""
    return None if at is None else (at - START) / timedelta(hours=1)  # type: ignore[operator]


def times_of(messages: tuple[Message, ...], *acts: Act) -> tuple[AnswerTime, ...]:
    """The answer times of the one thread that these messages make."""
    (thread,) = build_threads(messages, PEOPLE, lambda message: happened(message, PEOPLE))
    record = read_record(acts)
    return answer_times(
        sort_out(thread, gather_world(list(messages), PEOPLE), record), record.done, timedelta(hours=24)
    )


@pytest.mark.parametrize(
    ("later", "acts", "fates"),
    [
        ((), (), [("ack", 30, "open")]),
        ((out(30, id="out"),), (), [("ack", 30, "kept")]),
        ((out(30.1, id="out"),), (), [("ack", 30, "late")]),
        ((out(20, id="out"),), (sent("done"),), [("ack", 30, "kept")]),
        ((out(20, id="out"),), (sent("delay", 60),), [("ack", 30, "moved"), ("out", 60, "open")]),
        ((out(20, id="out"), out(60)), (sent("delay", 60),), [("ack", 30, "moved"), ("out", 60, "kept")]),
        ((out(20, id="out"),), (sent("delay", 60), act("done", "out")), [("ack", 30, "moved"), ("out", 60, "done")]),
        ((), (act("done", "in"),), [("ack", 30, "done")]),
        ((out(13, id="ack2"),), (SECOND,), [("ack", 30, "open"), ("ack2", 50, "open")]),
        ((out(13, id="ack2"), out(40)), (SECOND,), [("ack", 30, "late"), ("ack2", 50, "kept")]),
        (
            (out(13, id="ack2"), out(20, id="out")),
            (SECOND, sent("delay", 60)),
            [("ack", 30, "moved"), ("ack2", 50, "moved"), ("out", 60, "open")],
        ),
    ],
)
def test_what_became_of_each_answer_time(
    later: tuple[Message, ...], acts: tuple[Act, ...], fates: list[tuple[str, float, str]]
) -> None:
    found = times_of(thread_of(*ASKED, *later), ACK, *acts)
    assert [(time.key, hour(time.due), time.fate) for time in found] == fates
    assert {(time.who, time.party, time.since) for time in found[:1]} == {(CLIENT, "@client.example", hours(1))}


def test_an_acknowledgement_to_two_parties_owes_each_its_answer() -> None:
    both = (mail(0, id="in"), mail(0.5, frm=OTHER), out(1, id="ack", to=(CLIENT, OTHER)))
    answered = (*both, out(20, to=OTHER))
    assert [clock.who for clock in the_row(thread_of(*both), record=read_record([ACK])).clocks] == [CLIENT, OTHER]
    assert [time.fate for time in times_of(thread_of(*answered), ACK)] == ["open", "kept"]


def test_a_bounce_for_one_person_leaves_the_others_of_the_party_answered() -> None:
    asked = (mail(0, id="in"), mail(0.5, frm=TEAM), out(1, id="ack", to=(CLIENT, TEAM)))
    answered = thread_of(*asked, out(20, id="out", to=(CLIENT, TEAM)), bounce(21, "out", (CLIENT,)))
    row = the_row(answered, record=read_record([ACK]))
    assert [(clock.kind, clock.who) for clock in row.clocks] == [("answer", CLIENT)]
    assert row.marks == ("bounced",)


@pytest.mark.parametrize(
    "before",
    [(mail(0), out(5, id="o"), bounce(6, "o"), out(7)), (out(0, id="o"), bounce(1, "o"))],
    ids=["written again since", "before they asked"],
)
def test_case_15_only_an_answer_to_what_they_ask_now_has_bounced(before: tuple[Message, ...]) -> None:
    row = the_row(thread_of(*before, mail(8)))
    assert ([hour(clock.since) for clock in row.clocks], row.marks) == ([8], ())


def test_case_10_is_overdue_since_the_named_time() -> None:
    found = standing(the_row(thread_of(*ASKED), record=read_record([ACK])), 31)
    assert (found.over, found.limit, found.waited) == (3600, 29 * 3600, 30 * 3600)


@pytest.mark.parametrize(("due", "soon"), [(30, 26), (6, 2), (4, 1), (2, 1)])
def test_no_clock_counts_as_due_soon_before_it_starts(due: float, soon: float) -> None:
    record = read_record([act("sent", "ack", value="acknowledgement", until=due)])
    (clock,) = the_row(thread_of(*ASKED), record=record).clocks
    assert hour(clock.soon) == soon


def test_an_answer_time_that_has_passed_when_the_mail_leaves_is_overdue_at_once() -> None:
    record = read_record([act("sent", "ack", value="acknowledgement", until=0.5)])
    row = the_row(thread_of(*ASKED), record=record)
    (clock,) = row.clocks
    assert clock.since <= clock.soon <= clock.due == hours(0.5)
    assert (standing(row, 1).over, standing(row, 1).limit) == (1800, 0)


def test_an_unsent_kind_is_a_reply() -> None:
    assert the_row(thread_of(*ASKED), record=NO_RECORD).clocks == ()


def test_the_person_who_is_due_first_is_the_client() -> None:
    both = thread_of(mail(0, id="in"), out(1, id="ack"), mail(2, frm=OTHER, subject="Re: Logo"))
    (late,) = rows_of(both, record=read_record([ACK]))
    (early,) = rows_of(both, record=read_record([act("sent", "ack", value="acknowledgement", until=9)]))
    assert [late.client.address, early.client.address] == [OTHER, CLIENT]
