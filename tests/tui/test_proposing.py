"""The answer time shown at the foot and named by `a` is the one that is agreed with the client (R17, R25)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from config.durations import length
from tests.support.still_desk import HOUR, NOW, StillDesk, row
from tests.support.stories import LIMITS
from tests.tui.conftest import WIDE
from triage.model.intents import Acknowledge
from triage.model.message import Address
from triage.rules.clients import ClientBook, ClientRule, Limit, Terms
from triage.rules.limits import Limits
from triage.tui.app import TriageApp

SLOW, FAST = Address("Slow", "ann@slow.example"), Address("Fast", "bo@fast.example")


@pytest.fixture
def desk() -> StillDesk:
    return StillDesk([row("slow", wait=20, client=SLOW), row("fast", wait=10, client=FAST)])


def agreed() -> Limits:
    fast = ClientRule(("@fast.example",), Terms(("client", 0), {Limit.ANSWER: length("3h")}))
    return replace(LIMITS, answer_within=timedelta(hours=48), clients=ClientBook([fast]))


@pytest.mark.parametrize(
    ("keys", "after"),
    [
        pytest.param(["a"], 48, id="as the rule says"),
        pytest.param(["j", "a"], 3, id="as the client has it"),
        pytest.param(["space", "j", "space", "a"], 3, id="the soonest of several"),
    ],
)
async def test_the_time_is_the_clients(
    triage: Callable[..., TriageApp], desk: StillDesk, keys: list[str], after: int
) -> None:
    app = triage(answer_within=timedelta(hours=48), agreed=agreed)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(*keys)
    (intent,) = desk.intents
    assert isinstance(intent, Acknowledge)
    assert intent.until == NOW + after * HOUR


async def test_until_it_is_known_all_have_the_same(triage: Callable[..., TriageApp], desk: StillDesk) -> None:
    app = triage(answer_within=timedelta(hours=48))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j", "a")
    (intent,) = desk.intents
    assert isinstance(intent, Acknowledge)
    assert intent.until == NOW + 48 * HOUR
