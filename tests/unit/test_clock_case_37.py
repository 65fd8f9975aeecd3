"""A limit that is changed counts at once; waits that are over keep the limit that was in force then (clock case 37)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from config.load import parse
from tests.support.cases import case_of
from tests.support.settings_text import settings_text
from tests.support.stories import LIMITS, START, hours, mail, out, thread_of
from triage.desk.limits import read_limits, read_written_limits, write_limits
from triage.model.message import Message
from triage.rules.clients import Limit
from triage.rules.explain import Explaining
from triage.rules.past_waits import Period, past_waits

SHORT, LONG = (replace(LIMITS, reply_within=timedelta(hours=of)) for of in (4, 24))


def waits(story: Sequence[Message], *periods: tuple[float, object]) -> list[tuple[float, float, float, bool]]:
    told = [Period(hours(since), limits) for since, limits in periods]  # type: ignore[arg-type]
    return [
        (_hour(one.since), _hour(one.until), _hour(one.due), one.late) for one in past_waits(case_of(story).sides, told)
    ]


def _hour(moment: datetime) -> float:
    return (moment - START) / timedelta(hours=1)


ONE_WAIT = thread_of(mail(0), mail(6), out(10))


@pytest.mark.parametrize(
    ("story", "periods", "expected"),
    [
        pytest.param(ONE_WAIT, [(0, LONG)], [(0, 10, 24, False)], id="one limit"),
        pytest.param(ONE_WAIT, [(0, SHORT)], [(0, 10, 4, True)], id="it was missed"),
        pytest.param(ONE_WAIT, [(0, SHORT), (11, LONG)], [(0, 10, 4, True)], id="case 37: a longer limit afterwards"),
        pytest.param(
            ONE_WAIT, [(0, LONG), (11, SHORT)], [(0, 10, 24, False)], id="case 37: a shorter limit afterwards"
        ),
        pytest.param(ONE_WAIT, [(0, SHORT), (5, LONG)], [(0, 10, 4, True)], id="missed before it was made longer"),
        pytest.param(ONE_WAIT, [(0, SHORT), (3, LONG)], [(0, 10, 24, False)], id="made longer in time"),
        pytest.param(ONE_WAIT, [(0, LONG), (9, SHORT)], [(0, 10, 4, True)], id="made shorter while they waited"),
        pytest.param(ONE_WAIT, [(5, SHORT)], [(0, 10, 4, True)], id="the first limits held before they were noted"),
        pytest.param(
            thread_of(mail(0), out(2), mail(5), out(30)),
            [(0, LONG)],
            [(0, 2, 24, False), (5, 30, 29, True)],
            id="two waits",
        ),
        pytest.param(thread_of(mail(0), out(2), mail(5)), [(0, LONG)], [(0, 2, 24, False)], id="one that is not over"),
        pytest.param([out(0)], [(0, LONG)], [], id="nobody waited"),
    ],
)
def test_past_waits(
    story: Sequence[Message], periods: list[tuple[float, object]], expected: list[tuple[float, float, float, bool]]
) -> None:
    assert waits(story, *periods) == expected


@pytest.mark.parametrize(
    ("periods", "says"),
    [
        (
            [Period(hours(0), LONG)],
            "ann@client.example waited 10 h for your last reply, within the limit of that time.",
        ),
        (
            [Period(hours(0), SHORT)],
            "ann@client.example waited 10 h for your last reply, 6 h past the limit of that time.",
        ),
        ([Period(hours(0), SHORT), Period(hours(20), LONG)], "6 h past the limit of that time."),
    ],
)
def test_the_reasons_tell_the_last_wait(periods: list[Period], says: str) -> None:
    explaining = Explaining(hours(30), UTC, lambda place: str(place[-1]), LONG, periods)
    assert says in " ".join(explaining.explain(case_of(ONE_WAIT)))


AGREED = """
[[client]]
match = ["@client.example"]
group = "vip"
hours = "office"
[group.vip]
reply_within = "1d"
[hours.office]
zone = "Europe/Kyiv"
open = { mon-fri = ["09:00-18:00"] }
[tone.angry]
reply_within = "2h"
"""


def test_limits_that_were_written_read_back_as_they_were() -> None:
    settings = parse(settings_text(rest=AGREED), "settings.toml")
    written, told = read_written_limits(write_limits(settings)), read_limits(settings)
    assert written is not None
    for who in ("ann@client.example", "bo@other.example"):
        for limit in Limit:
            assert written.due(limit, who, hours(100)) == told.due(limit, who, hours(100))
    assert written.flags == told.flags


def test_what_decides_no_limit_is_not_noted() -> None:
    plain = parse(settings_text(), "settings.toml")
    other = parse(settings_text(top='layout = "uk"', rest='[rule]\nread_every = "1m"'), "settings.toml")
    longer = parse(settings_text(rest='[rule]\nreply_within = "30h"'), "settings.toml")
    assert write_limits(plain) == write_limits(other) != write_limits(longer)


@pytest.mark.parametrize("text", ["", "{", '{"rule": 3}', '{"hours": {"office": {"zone": "No/Where", "open": {}}}}'])
def test_limits_of_another_triage_are_left_out(text: str) -> None:
    assert read_written_limits(text) is None
