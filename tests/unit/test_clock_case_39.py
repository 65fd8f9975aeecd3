"""A flag of tone or complaint tightens the limit from its own moment on, and never makes a breach in the past (R12, R13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from config.durations import Length
from tests.support.stories import LIMITS, PEOPLE, START, act, hours, mail, out, thread_of
from triage.model.act import Act
from triage.model.message import Message
from triage.model.row import Row
from triage.rules.record import read_record
from triage.rules.rows import Policy, build_rows
from triage.rules.sides import gather_world

LIMITS_BY_FLAG = replace(
    LIMITS,
    flags={
        "angry": Length(time=timedelta(hours=2)),
        "complaint": Length(time=timedelta(hours=6)),
        "urgent": Length(time=timedelta(hours=1)),
    },
)
IN = [mail(0, id="in")]


def row(messages: Sequence[Message], *acts: Act) -> Row:
    policy = Policy(LIMITS_BY_FLAG, False, read_record(acts))
    ((_, made),) = build_rows(messages, gather_world(list(messages), PEOPLE), policy)
    return made


@pytest.mark.parametrize(
    ("story", "acts", "due"),
    [
        pytest.param(IN, [act("tone", "in", at=10, value="angry")], 12, id="case 39"),
        pytest.param(IN, [act("tone", "in", at=23, value="angry")], 24, id="the usual limit ends sooner"),
        pytest.param(IN, [act("tone", "in", at=30, value="angry")], 24, id="flagged past the limit"),
        pytest.param(IN, [act("tone", "in", at=10, value="calm")], 24, id="a tone without a limit"),
        pytest.param(
            IN, [act("tone", "in", at=10, value="angry"), act("tone", "in", at=11, value="")], 24, id="cleared again"
        ),
        pytest.param(IN, [act("complaint", "in", at=10, value="on")], 16, id="a complaint"),
        pytest.param(IN, [act("urgent", "in", at=10, value="on")], 11, id="what is urgent"),
        pytest.param(
            IN, [act("urgent", "in", at=10, value="on"), act("urgent", "in", at=11, value="off")], 24, id="no longer"
        ),
        pytest.param(
            IN,
            [act("complaint", "in", at=1, value="on"), act("tone", "in", at=10, value="angry")],
            7,
            id="the sooner of two flags",
        ),
        pytest.param(
            thread_of(mail(0, id="in"), out(5), mail(20, id="more")),
            [act("tone", "in", at=1, value="angry")],
            22,
            id="a mail after the flag",
        ),
    ],
)
def test_the_limit_counts_from_the_flag(story: list[Message], acts: list[Act], due: float) -> None:
    (clock,) = row(story, *acts).clocks
    assert (clock.due - START) / timedelta(hours=1) == due
    assert clock.due > max((act.at for act in acts if act.at <= clock.due), default=START)


def test_an_undone_flag_leaves_no_trace() -> None:
    assert row(IN).clocks[0].due == hours(24)
