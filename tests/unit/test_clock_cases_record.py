"""The cases in which my other acts and the outbox count: snoozed, muted, flagged, written but not with the server."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.still_desk import out_mail
from tests.support.stories import (
    CLIENT,
    ME,
    START,
    act,
    bounce,
    hours,
    mail,
    out,
    since,
    standing,
    the_row,
    thread_of,
)
from triage.model.act import Act, OutKind
from triage.model.clock import Reason
from triage.model.message import Message
from triage.model.outgoing import OutMail, OutState
from triage.rules.record import Record, read_record

OTHER, AUTO = "sub@contractor.example", ("auto:auto-replied",)
SNOOZED = act("snoozed", "in", at=5, until=48)
ASKED = mail(0, id="in")

# case, messages, acts, hour, lane, reason, over in hours
SNOOZES: list[tuple[str, tuple[Message, ...], tuple[Act, ...], float, str, str | None, float | None]] = [
    ("until its end", (ASKED,), (SNOOZED,), 6, "rest", "snoozed", None),
    ("32: overdue", (ASKED,), (SNOOZED,), 47.99, "rest", "snoozed", 23.99),
    ("32: back by itself", (ASKED,), (SNOOZED,), 48, "overdue", None, 24),
    ("30", (ASKED, mail(10)), (SNOOZED,), 11, "waiting", None, None),
    ("30: of another party", (ASKED, mail(10, frm=OTHER)), (SNOOZED,), 11, "waiting", None, None),
    ("31: an automatic reply", (ASKED, mail(10, hints=AUTO)), (SNOOZED,), 11, "rest", "snoozed", None),
    ("31: my own answer", (ASKED, out(10)), (SNOOZED,), 11, "rest", "snoozed", None),
    ("31: its end, after my answer", (ASKED, out(10)), (SNOOZED,), 48, "theirs", None, None),
    (
        "30: what I had answered comes back",
        (ASKED, out(3, id="o"), bounce(10, "o")),
        (act("snoozed", "o", until=48),),
        11,
        "waiting",
        None,
        None,
    ),
    (
        "30: snoozed again",
        (ASKED, mail(10, id="in2")),
        (SNOOZED, act("snoozed", "in", "in2", at=11, until=30)),
        29,
        "rest",
        "snoozed",
        5,
    ),
    (
        "snoozed again, for longer",
        (ASKED, mail(6, id="auto", hints=AUTO)),
        (SNOOZED, act("snoozed", "in", "auto", at=7, until=60)),
        59,
        "rest",
        "snoozed",
        35,
    ),
    (
        "acknowledged and snoozed",
        (ASKED, out(1, id="ack")),
        (act("sent", "ack", value="acknowledgement", until=30), act("snoozed", "ack", until=48)),
        31,
        "rest",
        "snoozed",
        1,
    ),
    (
        "the last snooze counts",
        (out(0, id="first"), mail(6, id="in")),
        (act("snoozed", "first", at=5, until=40), act("snoozed", "in", at=7, until=48)),
        41,
        "rest",
        "snoozed",
        11,
    ),
    ("done is more than snoozed", (ASKED,), (SNOOZED, act("done", "in")), 6, "rest", "done", None),
    ("nobody waits", (out(0, id="in"),), (SNOOZED,), 6, "rest", "snoozed", None),
]


@pytest.mark.parametrize(
    ("messages", "acts", "now", "lane", "reason", "over"), [case[1:] for case in SNOOZES], ids=[c[0] for c in SNOOZES]
)
def test_snooze(
    messages: tuple[Message, ...],
    acts: tuple[Act, ...],
    now: float,
    lane: str,
    reason: str | None,
    over: float | None,
) -> None:
    found = standing(the_row(thread_of(*messages), record=read_record(acts)), now)
    assert (found.lane, found.reason) == (lane, reason)
    assert found.over == (None if over is None else round(over * 3600))


def test_case_30_a_snooze_that_was_broken_is_not_shown() -> None:
    record = read_record([SNOOZED])
    assert the_row([ASKED], record=record).snoozed == hours(48)
    assert the_row(thread_of(ASKED, mail(10)), record=record).snoozed is None


@pytest.mark.parametrize(
    ("messages", "starts", "lane", "reason"),
    [
        ((ASKED,), None, "rest", Reason.MUTED),
        ((ASKED, mail(3)), None, "rest", Reason.MUTED),
        ((out(0), mail(1)), None, "rest", Reason.MUTED),
        ((ASKED, mail(2, frm=OTHER)), 2, "waiting", None),
        ((mail(0, frm=OTHER, to=ME),), 0, "waiting", None),
        ((ASKED, out(5)), None, "theirs", None),
        ((mail(0, to=OTHER, cc=ME),), None, "rest", Reason.CC),
    ],
    ids=["alone", "again", "an answer to mine", "another waits", "another alone", "answered before", "only Cc"],
)
def test_a_muted_sender_starts_no_clock(
    messages: tuple[Message, ...], starts: float | None, lane: str, reason: Reason | None
) -> None:
    row = the_row(thread_of(*messages), record=Record(muted=frozenset([CLIENT])))
    found = standing(row, 6)
    assert (since(row), found.lane, found.reason) == (starts, lane, reason)


def test_muted_and_done_is_done() -> None:
    assert the_row([ASKED], done=["in"], record=Record(muted=frozenset([CLIENT]))).reason is Reason.DONE


@pytest.mark.parametrize(
    ("acts", "tone"),
    [
        ((), None),
        ((act("tone", "in", at=1, value="annoyed"),), "annoyed"),
        ((act("tone", "in", at=1, value="annoyed"), act("tone", "in2", at=2, value="calm")), "calm"),
        ((act("tone", "in2", at=2, value="calm"), act("tone", "in", at=3, value="angry")), "angry"),
        ((act("tone", "in", at=1, value="annoyed"), act("tone", "in2", at=2, value="")), None),
        ((act("tone", "elsewhere", at=1, value="annoyed"),), None),
    ],
)
def test_the_latest_flag_in_the_thread_is_its_tone(acts: tuple[Act, ...], tone: str | None) -> None:
    assert the_row(thread_of(ASKED, mail(1, id="in2")), record=read_record(acts)).tone == tone


@pytest.mark.parametrize(
    ("acts", "marks"),
    [
        ((act("complaint", "in", at=1, value="on"),), ("complaint",)),
        ((act("complaint", "in", at=1, value="on"), act("complaint", "in2", at=2, value="off")), ()),
        ((act("complaint", "in2", at=2, value="on"), act("complaint", "in", at=1, value="off")), ("complaint",)),
    ],
)
def test_a_complaint_is_a_mark(acts: tuple[Act, ...], marks: tuple[str, ...]) -> None:
    assert the_row(thread_of(ASKED, mail(1, id="in2")), record=read_record(acts)).marks == marks


def written(state: OutState = OutState.QUEUED, at: float = 1, kind: OutKind = OutKind.ACKNOWLEDGEMENT) -> OutMail:
    """An entry of the outbox, in answer to the client's mail."""
    return out_mail(f"o{at}", state, answers="in", asks=("in",), kind=kind, created=hours(at), leaves=hours(at))


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (OutState.QUEUED, "queued"),
        (OutState.HELD, "waits for your word"),
        (OutState.SENDING, "sending"),
        (OutState.REFUSED, "refused"),
        (OutState.IN_DOUBT, "in doubt"),
    ],
)
@pytest.mark.parametrize("kind", OutKind)
def test_case_53b_mail_that_hangs_hides_nobody(state: OutState, word: str, kind: OutKind) -> None:
    row = the_row([ASKED], record=read_record([act("sent", "o1", "in", value=kind)], [written(state, kind=kind)]))
    assert (standing(row, 25).lane, since(row), row.asked, row.marks) == ("overdue", 0, START, (word,))
    assert row.outgoing is not None
    assert (row.outgoing.kind, row.outgoing.state) == (kind, state)


def test_case_53_what_the_server_has_taken_counts_as_any_message() -> None:
    acts = [act("sent", "o1", "in", value="acknowledgement", until=30)]
    row = the_row(thread_of(ASKED, out(1, id="o1")), record=read_record(acts, [written(OutState.SENT)]))
    assert ([clock.kind for clock in row.clocks], row.marks) == (["answer"], ())
    assert row.outgoing is not None
    assert row.outgoing.state is OutState.SENT


def test_case_54_what_was_taken_back_was_never_written() -> None:
    assert the_row([ASKED], record=read_record([], [written(OutState.WITHDRAWN)])) == the_row([ASKED])


def test_what_hangs_is_shown_before_what_has_left() -> None:
    messages = thread_of(ASKED, mail(3, id="in2"))
    left = replace(written(OutState.SENT, at=5), answers="in2", asks=())
    row = the_row(messages, record=read_record([], [written(OutState.REFUSED), left]))
    assert row.outgoing is not None
    assert (row.outgoing.state, row.marks) == (OutState.REFUSED, ("refused",))


def test_the_newest_of_two_that_hang_is_shown_and_both_are_marked() -> None:
    messages = thread_of(ASKED, mail(3, id="in2"))
    later = replace(written(OutState.IN_DOUBT, at=5), answers="in2", asks=())
    row = the_row(messages, record=read_record([], [written(OutState.REFUSED), later]))
    assert row.outgoing is not None
    assert (row.outgoing.state, row.marks) == (OutState.IN_DOUBT, ("in doubt", "refused"))
