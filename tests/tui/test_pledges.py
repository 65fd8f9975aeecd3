"""Promises, running work and follow-ups in a row and in the head: whole words, each said once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.still_desk import HOUR, NOW, conversation, row, words
from triage.model.act import Tone, Work
from triage.model.clock import Clock, ClockKind, Lane
from triage.model.row import OpenPromise, Row
from triage.rules.ranking import ranked_at
from triage.tui.talks import talk_of
from widgets.pledges import pledges_of
from widgets.rows import Canvas, draw_row
from widgets.words import long_span

DAY = 24 * HOUR
FRIDAY = NOW + 4 * DAY + 5 * HOUR
PROMISE = OpenPromise("one", NOW - HOUR, FRIDAY)
JUNE = datetime(2026, 6, 3, 9, tzinfo=UTC)


def clock(kind: ClockKind, since: datetime, due: datetime) -> Clock:
    return Clock(kind, "x", since, due - 4 * HOUR, due)


PAUSE = (clock(ClockKind.CONTACT, JUNE, JUNE), clock(ClockKind.CONTACT, FRIDAY, FRIDAY + 3 * DAY))
PAUSE_OVER = (clock(ClockKind.CONTACT, NOW - DAY, NOW + 2 * DAY),)
PAUSED_AND_BACK = [("paused until Fri 17:00", "quiet"), ("back on 3 Jun", "quiet")]


def promised(due: timedelta, **values: object) -> Row:
    promise = OpenPromise("one", NOW - DAY, NOW + due)
    return row("a", clocks=(clock(ClockKind.PROMISE, promise.made, promise.due),), promises=(promise,), **values)


def first_line(one: Row, width: int = 100) -> str:
    ranked = ranked_at(one, NOW)
    return "".join(text for text, _ in draw_row(ranked, Canvas(width, True, NOW, UTC))[0])


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (promised(5 * HOUR), [("promised Mon 17:00", "quiet")]),
        (promised(4 * HOUR), [("promise at risk, Mon 16:00", "soon")]),
        (promised(timedelta(0)), [("promise at risk, Mon 12:00", "soon")]),
        (promised(-HOUR), [("promise late, Mon 11:00", "late")]),
        (row("a", promises=(PROMISE,)), [("promised Fri 17:00", "quiet")]),
        (row("a", work=Work.ON), [("running", "quiet")]),
        (row("a", work=Work.PAUSED), [("paused", "quiet")]),
        (row("a", work=Work.PAUSED, clocks=PAUSE[1:]), [("paused until Fri 17:00", "quiet")]),
        (row("a", work=Work.PAUSED, clocks=PAUSE_OVER), [("running", "quiet")]),
        (row("a", work=Work.PAUSED, clocks=PAUSE, follow_up=JUNE), PAUSED_AND_BACK),
        (row("a", work=Work.EMERGENCY), [("emergency", "soon")]),
        (row("a", follow_up=JUNE), [("back on 3 Jun", "quiet")]),
        (row("a", follow_up=NOW - DAY), [("back since Sun 12:00", "quiet")]),
        (row("a"), []),
    ],
)
def test_what_stands_is_said_in_a_few_words(one: Row, said: list[tuple[str, str]]) -> None:
    assert list(pledges_of(one, NOW, UTC)) == said
    head = talk_of(conversation(one, words("x")), ranked_at(one, NOW), NOW, UTC).facts
    assert all(words in first_line(one) and any(words in fact for fact in head) for words, _ in said)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (row("a", clocks=(clock(ClockKind.CONTACT, NOW - 4 * DAY, NOW - DAY),)), "last contact 4 d ago, every 3 d"),
        (row("a", clocks=(clock(ClockKind.CONTACT, NOW - HOUR, NOW + 3 * HOUR),)), "last contact 1 h ago, every 4 h"),
        (row("a", work=Work.PAUSED, clocks=PAUSE_OVER), "24 h of 72 h"),
        (
            row("a", follow_up=NOW - DAY, clocks=(clock(ClockKind.CONTACT, NOW - DAY, NOW - DAY),)),
            "time to write again",
        ),
        (row("a", clocks=(clock(ClockKind.NUDGE, NOW - 3 * DAY, NOW + 2 * DAY),)), "asked 3 d ago, again after 5 d"),
    ],
)
def test_what_only_reminds_says_how_long_ago_and_how_often(one: Row, said: str) -> None:
    assert said in first_line(one)


def test_what_the_reply_decides_still_names_the_promise_and_its_due_time() -> None:
    line = first_line(row("a", wait=9, promises=(PROMISE,), work=Work.ON))
    assert "9 h of 24 h" in line
    assert "promised Fri 17:00  running" in line
    assert line.endswith("due Tue 03:00")


def test_the_head_says_when_to_write_again() -> None:
    back = row("a", follow_up=NOW - DAY, clocks=(clock(ClockKind.CONTACT, NOW - DAY, NOW - DAY),))
    facts = talk_of(conversation(back, words("x")), ranked_at(back, NOW), NOW, UTC).facts
    assert facts[1:3] == ("due Sun 12:00: time to write again", "back since Sun 12:00")


def test_nothing_is_said_twice() -> None:
    marks = ("urgent", "promise at risk", "running")
    one = promised(3 * HOUR, marks=marks, work=Work.ON)
    line = first_line(one)
    assert "! urgent  promise at risk, Mon 15:00  running" in line
    assert [line.count(words) for words in (*marks, "15:00")] == [1, 1, 1, 1]
    facts = talk_of(conversation(one, words("x")), ranked_at(one, NOW), NOW, UTC).facts
    assert "! urgent   promise at risk, Mon 15:00   running" in facts


@pytest.mark.parametrize("width", range(44, 104, 4))
@pytest.mark.parametrize("lane", [Lane.REST, Lane.WAITING])
def test_no_flag_is_shown_in_part(width: int, lane: Lane) -> None:
    wait = {} if lane is Lane.REST else {"wait": 31}
    flags = ("● annoyed", "! urgent", "promised Fri 17:00", "emergency", "back on 3 Jun")
    one = row(
        "a", tone=Tone.ANNOYED, marks=("urgent",), promises=(PROMISE,), work=Work.EMERGENCY, follow_up=JUNE, **wait
    )
    line = first_line(one, width)
    assert len(line.rstrip()) <= width
    shown = [flag in line for flag in flags]
    assert shown == sorted(shown, reverse=True)
    rest = line
    for flag, whole in zip(flags, shown, strict=True):
        rest = rest.replace(flag, "") if whole else rest
    assert not any(flag[:5] in rest for flag in flags)
    assert width < 100 or all(shown)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(59 * 60, "59 min"), (48 * 3_600 - 1, "47 h"), (48 * 3_600, "2 d"), (30 * 86_400, "30 d")],
)
def test_long_spans_are_days_from_two_on(seconds: int, said: str) -> None:
    assert long_span(seconds) == said
