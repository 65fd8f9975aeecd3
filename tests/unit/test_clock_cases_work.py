"""The cases of the clocks that remind: running work, pauses, questions of mine, follow-ups; each test names its row."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.stories import CLIENT, ME, START, act, hours, mail, out, standing, the_row, thread_of
from triage.model.act import Act, Work
from triage.model.message import Message, Words
from triage.rules.record import read_record

DAY = 24
OTHER = "sub@contractor.example"
ASKING, TELLING = Words("Which size do you need?", ""), Words("Here it is.", "")
QUOTING = Words("Here it is.\n\n> Which size do you need?", "Here it is.")
MINE = (mail(0, id="in"), out(1, id="mine"))
ASKED = (mail(0, id="in"), out(1, id="mine", words=ASKING))


def work(value: str, at: float = 2, until: float | None = None) -> Act:
    return act("running", "mine", at=at, value=value, until=until, note="waits for the printer" if until else "")


def back(until: float | None, at: float = 2) -> Act:
    return act("follow_up", "mine", at=at, until=until)


ON, PAUSED = work("on"), work("paused", 3, 10 * DAY)

Told = tuple[str, float, float]
# case, messages, acts, hour, each clock's kind, start and due, the lane, the kind that decides
CASES: list[tuple[str, tuple[Message, ...], tuple[Act, ...], float, list[Told], str, str | None]] = [
    ("47", MINE, (ON,), 73, [("contact", 1, 73)], "contact", "contact"),
    ("47: not due yet", MINE, (ON,), 20, [("contact", 1, 73)], "contact", "contact"),
    ("47: written since", (*MINE, out(50)), (ON,), 73, [("contact", 50, 122)], "contact", "contact"),
    ("47: to somebody else", (*MINE, out(50, to=OTHER)), (ON,), 73, [("contact", 1, 73)], "contact", "contact"),
    ("47: they wrote, I answered", (*MINE, mail(40), out(50)), (ON,), 73, [("contact", 50, 122)], "contact", "contact"),
    (
        "47: an automatic reply",
        (*MINE, mail(9, hints=("auto:auto-replied",))),
        (ON,),
        73,
        [("contact", 1, 73)],
        "contact",
        "contact",
    ),
    (
        "47: nothing of mine reached them",
        (mail(0, id="mine"),),
        (ON, act("done", "mine")),
        73,
        [("contact", 2, 74)],
        "contact",
        "contact",
    ),
    ("47: an emergency", MINE, (ON, work("emergency", 3)), 73, [("contact", 1, 5)], "contact", "contact"),
    (
        "47: an emergency that is lifted",
        MINE,
        (work("emergency"), work("on", 3)),
        73,
        [("contact", 1, 73)],
        "contact",
        "contact",
    ),
    ("47: off", MINE, (ON, work("off", 3)), 73, [], "theirs", None),
    ("48", MINE, (ON, PAUSED), 9.9 * DAY, [("contact", 240, 312)], "theirs", None),
    ("48: the pause ends", MINE, (ON, PAUSED), 10 * DAY, [("contact", 240, 312)], "contact", "contact"),
    ("48: written after its end", (*MINE, out(250)), (ON, PAUSED), 260, [("contact", 250, 322)], "contact", "contact"),
    (
        "48: a reply is due all the same",
        (*MINE, mail(50)),
        (ON, PAUSED),
        60,
        [("reply", 50, 74), ("contact", 240, 312)],
        "waiting",
        "reply",
    ),
    ("48: ended before its day", MINE, (PAUSED, work("on", 5)), 80, [("contact", 1, 73)], "contact", "contact"),
    ("51", ASKED, (), 122, [("nudge", 1, 121)], "theirs", "nudge"),
    ("51: not due yet", ASKED, (), 20, [("nudge", 1, 121)], "theirs", "nudge"),
    ("51: by its kind", MINE, (act("sent", "mine", value="questions"),), 122, [("nudge", 1, 121)], "theirs", "nudge"),
    ("51: asked nothing", (MINE[0], out(1, words=TELLING)), (), 122, [], "theirs", None),
    ("51: only quoted", (MINE[0], out(1, words=QUOTING)), (), 122, [], "theirs", None),
    ("51: they wrote since", (*ASKED, mail(50)), (), 60, [("reply", 50, 74)], "waiting", "reply"),
    (
        "51: they thanked, and it is done",
        (*ASKED, mail(50, id="thanks")),
        (act("done", "thanks"),),
        60,
        [],
        "rest",
        None,
    ),
    (
        "51: their colleague wrote",
        (*ASKED, mail(50, frm="bob@client.example", id="b")),
        (act("done", "b"),),
        60,
        [],
        "rest",
        None,
    ),
    (
        "51: an automatic reply",
        (*ASKED, mail(9, hints=("auto:auto-replied",))),
        (),
        122,
        [("nudge", 1, 121)],
        "theirs",
        "nudge",
    ),
    ("51: asked again", (*ASKED, out(121, words=ASKING)), (), 122, [("nudge", 121, 241)], "theirs", "nudge"),
    ("51: told more since", (*ASKED, out(30, words=TELLING)), (), 122, [], "theirs", None),
    ("51: marked as done", ASKED, (act("done", "in", "mine"),), 122, [], "rest", None),
    ("51: muted", ASKED, (act("muted", "in", who=CLIENT),), 122, [], "theirs", None),
    ("51: to myself", (out(1, to=ME, words=ASKING),), (), 122, [], "rest", None),
    ("60", (*MINE, mail(80)), (ON,), 100, [("reply", 80, 104), ("contact", 1, 73)], "due_soon", "reply"),
    (
        "60: a promise",
        MINE,
        (ON, act("promised", "mine", at=2, until=300, who=CLIENT)),
        100,
        [("promise", 2, 300), ("contact", 1, 73)],
        "owed",
        "promise",
    ),
    (
        "60: of contact and nudge the nearer",
        ASKED,
        (ON,),
        130,
        [("contact", 1, 73), ("nudge", 1, 121)],
        "contact",
        "contact",
    ),
    ("R22", MINE, (back(2000),), 2000, [("contact", 2000, 2000)], "contact", "contact"),
    ("R22: before its day", MINE, (back(2000),), 1999.9, [("contact", 2000, 2000)], "theirs", None),
    ("R22: another day", MINE, (back(2000), back(90, 3)), 91, [("contact", 90, 90)], "contact", "contact"),
    ("R22: lifted", MINE, (back(90), back(None, 3)), 91, [], "theirs", None),
    ("R22: written before its day", (*MINE, out(80)), (back(90),), 91, [("contact", 90, 90)], "contact", "contact"),
    ("R22: written since", (*MINE, out(91)), (back(90),), 92, [], "theirs", None),
    ("R22: done after its day", MINE, (back(90), act("done", "mine", at=91)), 92, [], "rest", None),
    (
        "R22: done before its day",
        MINE,
        (back(90), act("done", "mine", at=80)),
        92,
        [("contact", 90, 90)],
        "contact",
        "contact",
    ),
    (
        "R22: and again after that",
        MINE,
        (back(90), act("done", "mine", at=91), back(95, 92)),
        96,
        [("contact", 95, 95)],
        "contact",
        "contact",
    ),
]


@pytest.mark.parametrize(
    ("messages", "acts", "now", "clocks", "lane", "decides"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_case(
    messages: tuple[Message, ...],
    acts: tuple[Act, ...],
    now: float,
    clocks: list[Told],
    lane: str,
    decides: str | None,
) -> None:
    row = the_row(thread_of(*messages), record=read_record(acts))
    hour = timedelta(hours=1)
    assert [(one.kind, (one.since - START) / hour, (one.due - START) / hour) for one in row.clocks] == clocks
    found = standing(row, now)
    assert (found.lane, found.clock and found.clock.kind) == (lane, decides)
    assert found.over is None or decides in ("reply", "promise")


def test_a_row_tells_its_work_and_its_follow_up() -> None:
    plain, told = the_row(thread_of(*MINE)), the_row(thread_of(*MINE), record=read_record([PAUSED, back(90)]))
    assert (plain.work, plain.follow_up, told.work, told.follow_up) == (Work.OFF, None, Work.PAUSED, hours(90))
    assert the_row(thread_of(*MINE, out(91)), record=read_record([back(90)])).follow_up is None


def test_nothing_reminds_of_a_client_who_is_muted() -> None:
    row = the_row(thread_of(*ASKED), record=read_record([ON, back(90), act("muted", "in", at=3, who=CLIENT)]))
    assert (row.work, row.follow_up, row.clocks) == (Work.OFF, None, ())


def test_what_rests_until_its_day_says_why_it_rests() -> None:
    row = the_row(thread_of(*MINE), record=read_record([act("done", "mine", at=3), back(90, 4)]))
    assert (standing(row, 89).lane, standing(row, 89).reason) == ("rest", "done")
    assert (standing(row, 90).lane, standing(row, 90).reason) == ("contact", None)


@pytest.mark.parametrize(("acts", "marks"), [(["on"], ("urgent",)), (["on", "off"], ()), ([], ())])
def test_urgent_is_a_mark_that_changes_no_clock(acts: list[str], marks: tuple[str, ...]) -> None:
    record = read_record([act("urgent", "in", at=place, value=value) for place, value in enumerate(acts)])
    row, plain = the_row(thread_of(*MINE, mail(5)), record=record), the_row(thread_of(*MINE, mail(5)))
    assert (row.marks, [one.due for one in row.clocks]) == (marks, [one.due for one in plain.clocks])


def test_case_35_the_last_word_on_the_work_of_joined_threads_counts() -> None:
    story = (mail(0, id="one", subject="Logo"), mail(1, id="two", subject="Banner"), mail(5, refs="one two"))
    acts = [act("running", "two", at=2, value="emergency"), act("running", "one", at=3, value="on")]
    assert the_row(story, record=read_record(acts)).work is Work.ON
