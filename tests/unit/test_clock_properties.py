"""What holds of the reply clock in any story."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.support.stories import CLIENT, hours, mail, out, rows_of, standing, the_row
from triage.model.message import Message

AFTER = 200.0
CLIENTS = st.sampled_from([CLIENT, "bob@client.example", "eve@other.example"])
TIMES = st.integers(0, 100)


@st.composite
def stories(draw: st.DrawFn) -> list[Message]:
    """A thread of ins and outs at any hours, with dates that may lie."""
    messages = [mail(draw(TIMES), id="root")]
    for place in range(draw(st.integers(0, 6))):
        at, client = draw(TIMES), draw(CLIENTS)
        date = at + draw(st.sampled_from([0, 0, 0, -30, 5000, -300_000]))
        rest = {"id": f"m{place}", "refs": "root", "date": float(date)}
        messages.append(out(at, to=client, **rest) if draw(st.booleans()) else mail(at, frm=client, **rest))
    return messages


@given(stories())
def test_no_wait_is_negative_and_none_starts_before_its_mail(story: list[Message]) -> None:
    row = the_row(story)
    arrivals = {message.arrived for message in story}
    assert all(clock.since in arrivals and clock.due > clock.since for clock in row.clocks)
    assert standing(row, AFTER).waited >= 0


@given(stories(), CLIENTS)
def test_more_mail_from_me_never_lengthens_a_wait(story: list[Message], client: str) -> None:
    before = {clock.who: clock.since for clock in the_row(story).clocks}
    after = the_row([*story, out(AFTER, to=client, refs="root")])
    assert all(before.get(clock.who) == clock.since for clock in after.clocks)
    assert client not in {clock.who for clock in after.clocks}


@given(stories(), TIMES, CLIENTS)
def test_a_new_in_never_moves_a_due_time_later(story: list[Message], at: int, client: str) -> None:
    before = the_row(story).clocks
    after = the_row([*story, mail(at, frm=client, refs="root")]).clocks
    assert min((clock.due for clock in before), default=hours(10_000)) >= min(
        (clock.due for clock in after), default=hours(10_000)
    )


@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(story: list[Message], shuffle: random.Random) -> None:
    mixed = list(story)
    shuffle.shuffle(mixed)
    assert rows_of(story) == rows_of(mixed)
