"""The cases that the promise clock must get right: at risk, late, kept, moved, withdrawn; each test names its row."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.rows import due_lines
from tests.support.stories import (
    CLIENT,
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
from triage.model.message import Message
from triage.model.row import OpenPromise
from triage.report import lane_lines
from triage.rules.promises import PromiseTime, promise_times
from triage.rules.record import read_record
from triage.rules.sides import gather_world, sort_out
from triage.rules.threads import build_threads
from triage.rules.times import happened
from triage.store.due_reader import DueThread

OTHER = "sub@contractor.example"
# The story begins on a Monday: Wednesday 12:00 is 60, Friday 13:00 is 109, Friday 17:00 is 113.
WEDNESDAY, FRIDAY, NEXT_MONDAY = 60, 113, 177
ASKED = (mail(0, id="in"), out(1, id="mine"))


def promise(until: float = FRIDAY, *, at: float = 2, who: str = CLIENT) -> Act:
    """Made at the thread's newest message."""
    return act("promised", "mine", "in", at=at, until=until, who=who)


PROMISED = promise()
SOONER = promise(90, at=3)


def said(kind: str, at: float, about: Act = PROMISED, until: float | None = None) -> Act:
    """My word on a promise."""
    return act(kind, "mine", "in", at=at, until=until, about=about.id, who=CLIENT)


def delay(until: float | None) -> Act:
    """My mail "out" is a delay notice."""
    return act("sent", "out", value="delay", until=until)


Told = tuple[str, float, float]
# case, messages, acts, hour, each clock's kind, start and due, lane
CASES: list[tuple[str, tuple[Message, ...], tuple[Act, ...], float, list[Told], str]] = [
    ("49: ahead of the warning", ASKED, (PROMISED,), 108.9, [("promise", 2, FRIDAY)], "owed"),
    ("49", ASKED, (PROMISED,), 109, [("promise", 2, FRIDAY)], "due_soon"),
    ("49: late", ASKED, (PROMISED,), 113.1, [("promise", 2, FRIDAY)], "overdue"),
    ("50", (*ASKED, out(WEDNESDAY, id="out")), (PROMISED, delay(177)), 114, [("promise", 2, 177)], "owed"),
    ("50: no time named", (*ASKED, out(60, id="out")), (PROMISED, delay(None)), 114, [("promise", 2, 113)], "overdue"),
    ("50: an earlier time", (*ASKED, out(60, id="out")), (PROMISED, delay(80)), 81, [("promise", 2, 113)], "owed"),
    (
        "50: to somebody else",
        (*ASKED, out(60, id="out", to=OTHER)),
        (PROMISED, delay(177)),
        81,
        [("promise", 2, 113)],
        "owed",
    ),
    (
        "50: to a colleague of the client",
        (*ASKED, out(60, id="out", to="bob@client.example")),
        (PROMISED, delay(177)),
        81,
        [("promise", 2, 177)],
        "owed",
    ),
    (
        "50: it bounced",
        (*ASKED, out(60, id="out"), bounce(61, "out")),
        (PROMISED, delay(177)),
        61,
        [("promise", 2, 113)],
        "owed",
    ),
    (
        "50: the nearest of two alone",
        (*ASKED, out(60, id="out")),
        (PROMISED, SOONER, delay(177)),
        61,
        [("promise", 2, 113), ("promise", 3, 177)],
        "owed",
    ),
    (
        "50: written before it was promised",
        (*ASKED, out(60, id="out")),
        (promise(at=61), delay(177)),
        62,
        [("promise", 61, 113)],
        "owed",
    ),
    (
        "50: with the answer time",
        (*ASKED, out(60, id="out")),
        (act("sent", "mine", value="acknowledgement", until=100), PROMISED, delay(177)),
        61,
        [("answer", 1, 177), ("promise", 2, 177)],
        "owed",
    ),
    ("50b", (*ASKED, out(WEDNESDAY)), (PROMISED,), 61, [("promise", 2, FRIDAY)], "owed"),
    (
        "50b: a done report",
        (*ASKED, out(60, id="o")),
        (PROMISED, act("sent", "o", value="done")),
        61,
        [("promise", 2, 113)],
        "owed",
    ),
    ("50b: kept", (*ASKED, out(60)), (PROMISED, said("kept", 60)), 61, [], "theirs"),
    ("50b: marked as done", ASKED, (PROMISED, act("done", "in", "mine", at=3)), 61, [("promise", 2, 113)], "owed"),
    ("moved by hand", ASKED, (PROMISED, said("moved", 60, until=177)), 114, [("promise", 2, 177)], "owed"),
    ("withdrawn", ASKED, (PROMISED, said("withdrawn", 60)), 61, [], "theirs"),
    (
        "a word on another promise",
        ASKED,
        (PROMISED, SOONER, said("kept", 60, SOONER)),
        61,
        [("promise", 2, 113)],
        "owed",
    ),
    ("a word on one that was taken back", ASKED, (said("moved", 60, until=177),), 61, [], "theirs"),
    (
        "a new mail waits beside it",
        (*ASKED, mail(100)),
        (PROMISED,),
        101,
        [("promise", 2, 113), ("reply", 100, 124)],
        "owed",
    ),
    ("where nobody had asked", (out(0, id="mine"),), (PROMISED,), 61, [("promise", 2, 113)], "owed"),
]


def hour(at: object) -> float:
    """Hours from the start."""
    return (at - START) / timedelta(hours=1)  # type: ignore[operator, no-any-return]


@pytest.mark.parametrize(
    ("messages", "acts", "now", "clocks", "lane"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_case(messages: tuple[Message, ...], acts: tuple[Act, ...], now: float, clocks: list[Told], lane: str) -> None:
    row = the_row(thread_of(*messages), record=read_record(acts))
    assert [(clock.kind, hour(clock.since), hour(clock.due)) for clock in row.clocks] == clocks
    assert standing(row, now).lane == lane


@pytest.mark.parametrize(
    ("now", "mark"), [(108.9, []), (109, ["promise at risk"]), (113, ["promise at risk"]), (113.1, ["promise late"])]
)
def test_case_49_says_so(tmp_path_factory: pytest.TempPathFactory, now: float, mark: list[str]) -> None:
    row = the_row(thread_of(*ASKED), record=read_record([PROMISED]))
    (_, line) = due_lines(tmp_path_factory.mktemp("due") / "due", [row])
    (_, told) = lane_lines([("owed", DueThread(line))], int(hours(now).timestamp()))
    assert told.split("Logo")[1].split("  ")[1:] == mark


def times_of(messages: tuple[Message, ...], *acts: Act) -> tuple[PromiseTime, ...]:
    """The promised times of the one thread that these messages make."""
    (thread,) = build_threads(messages, PEOPLE, lambda message: happened(message, PEOPLE))
    record = read_record(acts)
    sides = sort_out(thread, gather_world(list(messages), PEOPLE), record)
    return promise_times([message.key for message in thread.messages], sides, record, PEOPLE)


@pytest.mark.parametrize(
    ("later", "acts", "fates"),
    [
        ((), (), [(113, "open")]),
        ((), (said("kept", 113),), [(113, "kept")]),
        ((), (said("kept", 113.1),), [(113, "late")]),
        ((), (said("withdrawn", 60),), [(113, "withdrawn")]),
        ((), (said("moved", 60, until=177),), [(113, "moved"), (177, "open")]),
        ((), (said("moved", 60, until=100), said("kept", 100)), [(113, "moved"), (100, "kept")]),
        ((), (said("kept", 60), said("withdrawn", 61), said("moved", 62, until=177)), [(113, "kept")]),
        ((out(60, id="out"),), (delay(177),), [(113, "moved"), (177, "open")]),
        ((out(60, id="out"),), (delay(177), said("kept", 178)), [(113, "moved"), (177, "late")]),
        ((out(60, id="out"),), (said("kept", 59), delay(177)), [(113, "kept")]),
        (
            (out(60, id="out"),),
            (said("moved", 60, until=150), delay(177)),
            [(113, "moved"), (150, "moved"), (177, "open")],
        ),
    ],
)
def test_what_became_of_each_time(
    later: tuple[Message, ...], acts: tuple[Act, ...], fates: list[tuple[float, str]]
) -> None:
    found = times_of(thread_of(*ASKED, *later), PROMISED, *acts)
    assert [(hour(time.due), time.fate) for time in found] == fates
    assert {(time.id, time.since, time.who) for time in found} == {(PROMISED.id, hours(2), CLIENT)}


def test_the_row_has_what_stands_the_nearest_first() -> None:
    row = the_row(thread_of(*ASKED), record=read_record([PROMISED, SOONER, promise(50), said("moved", 9, until=95)]))
    assert [(one.made, one.due) for one in row.promises][1:] == [(hours(3), hours(90)), (hours(2), hours(95))]
    assert row.promises[2] == OpenPromise(PROMISED.id, hours(2), hours(95))


def test_the_one_who_is_promised_something_is_the_client() -> None:
    story = thread_of(mail(0), out(1, to=(CLIENT, OTHER), id="mine"), mail(2))
    assert the_row(story, record=read_record([promise(9, who=OTHER)])).client.address == OTHER
    assert (
        the_row(story, record=read_record([promise(9, who="gone@else.example")])).client.address == "gone@else.example"
    )


def test_case_36_a_promise_stays_with_the_message_at_which_it_was_made() -> None:
    apart = [mail(0, id="in", subject="One"), out(1, id="mine", subject="Two")]
    first, second = rows_of(apart, record=read_record([PROMISED]))
    assert ([one.due for one in first.promises], [one.due for one in second.promises]) == ([], [hours(FRIDAY)])
