"""What holds of all five clocks in any story with any acts."""

from __future__ import annotations

import random
from dataclasses import replace
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from config.durations import length
from config.working_hours import week_of
from tests.support.stories import CLIENT, LIMITS, hours, mail, out, rows_of, standing, the_row
from triage.model.act import Act, ActKind, OutKind, Work
from triage.model.message import Message, Words
from triage.model.row import Row
from triage.rules.act_index import ActIndex
from triage.rules.clients import ClientBook, ClientRule, Limit, Terms
from triage.rules.hours import OpenHours
from triage.rules.limits import Limits
from triage.rules.record import Record, read_record
from triage.rules.standing import DECIDING

AFTER, NEVER = 300.0, float("inf")
OFTEN = settings(max_examples=200, deadline=None)
CLIENTS = st.sampled_from([CLIENT, "bob@client.example", "eve@other.example"])
TIMES = st.integers(0, 100)
OFFICE = OpenHours(ZoneInfo("Europe/Kyiv"), week_of({"mon-fri": ["09:00-13:00", "14:00-18:00"]}))
AGREED = replace(
    LIMITS,
    clients=ClientBook([ClientRule(("@client.example",), Terms(("client", 0), {Limit.REPLY: length("3h")}, OFFICE))]),
    flags={"urgent": length("1h")},
)
LIMITED = st.sampled_from([LIMITS, AGREED])
KEYS = ("root", "m0", "m1", "m2", "m3", "m4")
WORDS = st.sampled_from([None, Words("Which size?", ""), Words("Done.", ""), Words("Thanks!", "Thanks!")])


@st.composite
def stories(draw: st.DrawFn) -> list[Message]:
    """A thread of ins and outs at any hours, some of which ask something."""
    messages = [mail(draw(TIMES), id="root")]
    for key in KEYS[1 : draw(st.integers(1, len(KEYS)))]:
        at, client, words = draw(TIMES), draw(CLIENTS), draw(WORDS)
        made = out(at, to=client, id=key, refs="root", words=words)
        messages.append(made if draw(st.booleans()) else mail(at, frm=client, id=key, refs="root", words=words))
    return messages


@st.composite
def records(draw: st.DrawFn) -> tuple[Act, ...]:
    """Acts of every kind that changes a clock, on any messages, in the order of their times."""
    acts: list[Act] = []
    for place, at in enumerate(sorted(draw(st.lists(st.integers(0, 150), max_size=8)))):
        kind = draw(st.sampled_from(sorted(_VALUES)))
        until = hours(at + draw(st.integers(1, 100)))
        promises = [one.id for one in acts if one.kind is ActKind.PROMISED]
        about = draw(st.sampled_from(promises)) if promises and kind in _ABOUT else ""
        value = draw(st.sampled_from(_VALUES[kind]))
        anchors = (draw(st.sampled_from(KEYS)),)
        acts.append(Act(f"a{place}", kind, hours(at), anchors, value=value, until=until, who=CLIENT, about=about))
    return tuple(acts)


_VALUES = {
    ActKind.DONE: [""],
    ActKind.SENT: [kind.value for kind in OutKind],
    ActKind.PROMISED: [""],
    ActKind.MOVED: [""],
    ActKind.KEPT: [""],
    ActKind.WITHDRAWN: [""],
    ActKind.RUNNING: [work.value for work in Work],
    ActKind.FOLLOW_UP: [""],
    ActKind.URGENT: ["on", "off"],
    ActKind.SNOOZED: [""],
}
_ABOUT = (ActKind.MOVED, ActKind.KEPT, ActKind.WITHDRAWN)


def in_force(acts: tuple[Act, ...]) -> Record:
    """The record as it is read for one thread."""
    index = ActIndex()
    index.take(acts)
    return read_record(index.on(KEYS))


def waits(row: Row) -> dict[tuple[str, str], float]:
    """Since when each person waits, by clock, in seconds since 1970; the longest of several."""
    found: dict[tuple[str, str], float] = {}
    for clock in row.clocks:
        key = (clock.kind.value, clock.who)
        found[key] = min(clock.since.timestamp(), found.get(key, clock.since.timestamp()))
    return found


@OFTEN
@given(stories(), records(), st.integers(-10, 500), LIMITED)
def test_no_wait_is_negative(story: list[Message], acts: tuple[Act, ...], at: int, limits: Limits) -> None:
    row = the_row(story, record=in_force(acts), limits=limits)
    assert standing(row, at).waited >= 0
    assert standing(row, at).limit >= 0
    assert all(clock.since <= clock.soon <= clock.due for clock in row.clocks)


@OFTEN
@given(stories(), records(), CLIENTS, WORDS, LIMITED)
def test_more_mail_from_me_never_lengthens_a_wait(
    story: list[Message], acts: tuple[Act, ...], client: str, words: Words | None, limits: Limits
) -> None:
    record = in_force(acts)
    before = waits(the_row(story, record=record, limits=limits))
    last = out(AFTER, to=client, refs="root", id="last", words=words)
    after = waits(the_row([*story, last], record=record, limits=limits))
    # A question asked just now waits from now on; a wait of another client may come to be the one that is shown.
    assert all(since >= before.get(key, NEVER) for key, since in after.items() if key[0] in DECIDING)
    assert all(
        since >= hours(AFTER).timestamp() for (kind, who), since in after.items() if kind == "nudge" and who == client
    )


@OFTEN
@given(stories(), records(), TIMES, CLIENTS, WORDS, LIMITED)
def test_a_new_in_never_moves_a_time_that_decides_later(
    story: list[Message], acts: tuple[Act, ...], at: int, client: str, words: Words | None, limits: Limits
) -> None:
    record = in_force(acts)
    before = the_row(story, record=record, limits=limits)
    new = mail(at, frm=client, refs="root", id="new", words=words)
    after = the_row([*story, new], record=record, limits=limits)
    dues = [
        min((clock.due for clock in row.clocks if clock.kind in DECIDING), default=hours(10_000))
        for row in (before, after)
    ]
    assert dues[1] <= dues[0]
    assert after.promises == before.promises


@OFTEN
@given(stories(), records(), st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(
    story: list[Message], acts: tuple[Act, ...], shuffle: random.Random
) -> None:
    mixed = list(story)
    shuffle.shuffle(mixed)
    assert rows_of(story, record=in_force(acts)) == rows_of(mixed, record=in_force(acts))


@OFTEN
@given(stories(), records(), st.integers(0, 7))
def test_an_undone_act_leaves_no_trace(story: list[Message], acts: tuple[Act, ...], which: int) -> None:
    if which >= len(acts):
        return
    gone = acts[which]
    undo = Act("undo", ActKind.UNDONE, hours(160), gone.anchors, undoes=gone.id)
    without = tuple(one for one in acts if one is not gone)
    assert the_row(story, record=in_force((*acts, undo))) == the_row(story, record=in_force(without))


@OFTEN
@given(stories(), records())
def test_contact_and_nudge_never_decide_beside_the_others(story: list[Message], acts: tuple[Act, ...]) -> None:
    row = the_row(story, record=in_force(acts))
    bare = replace(row, clocks=tuple(clock for clock in row.clocks if clock.kind in DECIDING))
    for at in range(0, 400, 25):
        if (found := standing(bare, at)).clock is not None:
            assert standing(row, at) == found
