"""What each key means for a thread, as acts: their anchors, their words, and what is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

import pytest

from tests.support.cases import case_of
from tests.support.stories import CLIENT, hours, mail, out, thread_of
from triage.model.act import Act, ActKind, OutKind, Tone, Work
from triage.model.intents import (
    AddNote,
    FlagComplaint,
    FlagTone,
    FlagUrgent,
    FollowUp,
    Intent,
    MarkDone,
    MovePromise,
    Mute,
    OnlyAcknowledged,
    Promise,
    SettlePromise,
    SetWork,
    Snooze,
)
from triage.model.message import Message
from triage.rules.acting import Case, RefusedError, acts_for

NOW = hours(30)
ASKED = thread_of(mail(0, id="asked"), out(2, id="answered"), mail(9, id="again"))


def acts(intent: Intent, *cases: Case) -> tuple[Act, ...]:
    numbers = count(1)
    return acts_for(intent, cases, NOW, lambda: f"id{next(numbers)}")


def the_act(intent: Intent, messages: Sequence[Message], record: Iterable[Act] = ()) -> Act:
    (act,) = acts(intent, case_of(messages, record))
    return act


def test_a_tone_is_put_on_the_newest_in_with_the_time_and_who_it_is() -> None:
    act = the_act(FlagTone((), Tone.ANNOYED, "called twice"), (*ASKED, *thread_of(out(12, refs="again"))))
    assert (act.kind, act.anchors, act.value) == (ActKind.TONE, ("again",), "annoyed")
    assert (act.at, act.who, act.note) == (NOW, CLIENT, "called twice")


def test_a_cleared_tone_is_an_act_too() -> None:
    assert the_act(FlagTone((), None), ASKED).value == ""


def test_a_complaint_is_turned_on_and_off() -> None:
    first = the_act(FlagComplaint(()), ASKED)
    assert first.value == "on"
    assert the_act(FlagComplaint(()), ASKED, [first]).value == "off"


def test_done_covers_all_that_was_asked_and_what_was_promised() -> None:
    promised = Act("a", ActKind.SENT, hours(2), ("answered", "asked"), value=OutKind.ACKNOWLEDGEMENT.value)
    act = the_act(MarkDone(()), ASKED, [promised])
    assert set(act.anchors) == {"asked", "answered", "again"}
    assert case_of(ASKED, [promised]).row.clocks
    assert not case_of(ASKED, [promised, act]).row.clocks


def test_a_snooze_knows_the_asks_that_were_there() -> None:
    act = the_act(Snooze((), hours(48)), ASKED)
    assert (act.kind, act.anchors, act.until) == (ActKind.SNOOZED, ("again",), hours(48))
    assert case_of(ASKED, [act]).row.snoozed == hours(48)


def test_a_note_is_kept_word_for_word_and_changes_no_clock() -> None:
    act = the_act(AddNote((), "[b]likes blue[/b]"), ASKED)
    assert act.note == "[b]likes blue[/b]"
    assert case_of(ASKED, [act]).row == case_of(ASKED).row


def test_a_muted_sender_waits_in_no_thread() -> None:
    act = the_act(Mute(()), ASKED)
    assert (act.kind, act.who) == (ActKind.MUTED, CLIENT)
    assert not case_of(thread_of(mail(20, id="other", subject="Else")), [act]).row.clocks


def test_my_last_mail_was_only_an_acknowledgement() -> None:
    story = thread_of(mail(0, id="asked"), out(2, id="first"), out(3, id="last"))
    act = the_act(OnlyAcknowledged(()), story)
    assert (act.kind, act.anchors, act.value) == (ActKind.SAID, ("last",), "acknowledgement")


def test_a_promise_is_put_on_the_newest_mail_and_on_what_is_asked() -> None:
    story = (*ASKED, *thread_of(out(12, id="newest", refs="again", to="bo@other.example")))
    act = the_act(Promise((), hours(90)), story)
    assert (act.kind, act.anchors, act.until, act.who) == (ActKind.PROMISED, ("newest", "again"), hours(90), CLIENT)
    (promise,) = case_of(story, [act]).row.promises
    assert (promise.id, promise.made, promise.due) == (act.id, NOW, hours(90))


@pytest.mark.parametrize(
    ("intent", "kind", "due"),
    [
        (MovePromise((), "id2", hours(99)), ActKind.MOVED, [hours(99)]),
        (SettlePromise((), "id2", kept=True), ActKind.KEPT, []),
        (SettlePromise((), "id2", kept=False), ActKind.WITHDRAWN, []),
    ],
)
def test_a_word_on_a_promise_is_found_where_the_promise_stands(
    intent: Intent, kind: ActKind, due: list[object]
) -> None:
    made = the_act(Promise((), hours(90)), ASKED)
    later = (*ASKED, *thread_of(mail(20, id="later", refs="again")))
    act = the_act(intent, later, [made])
    assert (act.kind, act.about, act.anchors, act.who) == (kind, made.id, made.anchors, CLIENT)
    word = replace(act, id="word")
    assert [one.due for one in case_of(later, [made, word]).row.promises] == due
    with pytest.raises(RefusedError, match="no longer stands"):
        the_act(SettlePromise((), made.id, kept=True), later, [made, replace(word, kind=ActKind.KEPT)])


@pytest.mark.parametrize(
    ("intent", "expected"),
    [
        (SetWork((), Work.ON), (ActKind.RUNNING, "on", None, "")),
        (SetWork((), Work.EMERGENCY, hours(99)), (ActKind.RUNNING, "emergency", None, "")),
        (SetWork((), Work.PAUSED, hours(99), "the printer"), (ActKind.RUNNING, "paused", hours(99), "the printer")),
        (SetWork((), Work.OFF), (ActKind.RUNNING, "off", None, "")),
        (FollowUp((), hours(999)), (ActKind.FOLLOW_UP, "", hours(999), "")),
        (FollowUp((), None), (ActKind.FOLLOW_UP, "", None, "")),
    ],
)
def test_work_and_follow_up(intent: Intent, expected: tuple[object, ...]) -> None:
    act = the_act(intent, ASKED)
    assert (act.kind, act.value, act.until, act.note) == expected
    assert (act.anchors, act.who) == (("again",), CLIENT)


def test_urgent_is_turned_on_and_off() -> None:
    first = the_act(FlagUrgent(()), ASKED)
    assert (first.kind, first.value) == (ActKind.URGENT, "on")
    assert the_act(FlagUrgent(()), ASKED, [first]).value == "off"


def test_done_settles_a_follow_up_whose_day_has_come() -> None:
    story = thread_of(mail(0, id="asked"), out(2, id="mine"), out(3, id="newest"))
    for day, left in ((hours(29), None), (hours(31), hours(31))):
        kept = Act("kept", ActKind.FOLLOW_UP, hours(2.5), ("mine",), until=day)
        assert case_of(story, [kept, the_act(MarkDone(()), story, [kept])]).row.follow_up == left


@pytest.mark.parametrize(
    ("intent", "story", "why"),
    [
        (OnlyAcknowledged(()), [mail(0)], "no mail of yours"),
        (Mute(()), [mail(0, frm="me@studio.example")], "from outside"),
        (Mute(()), [out(0, to="anna@partner.example")], "from outside"),
        (MovePromise((), "gone", NOW), [mail(0)], "no longer stands"),
        (SettlePromise((), "gone", kept=True), [mail(0)], "no longer stands"),
        (SetWork((), Work.PAUSED, None, "the printer"), [mail(0)], "the day on which it ends"),
        (SetWork((), Work.PAUSED, NOW, " "), [mail(0)], "and a reason"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_reason(intent: Intent, story: list[Message], why: str) -> None:
    with pytest.raises(RefusedError, match=why):
        the_act(intent, story)


def test_acts_of_one_key_are_one_batch_and_all_or_none() -> None:
    mine, other = case_of(ASKED), case_of(thread_of(mail(1, frm="bo@other.example", subject="Else")))
    batch = acts(MarkDone(()), mine, other)
    assert len({act.id for act in batch}) == 2
    assert len({act.batch for act in batch}) == 1
    with pytest.raises(RefusedError):
        acts(OnlyAcknowledged(()), mine, other)
