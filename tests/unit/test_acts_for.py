"""What each key means for a thread, as acts: their anchors, their words, and what is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count

import pytest

from tests.support.cases import case_of
from tests.support.stories import CLIENT, hours, mail, out, thread_of
from triage.model.act import Act, ActKind, OutKind, Tone
from triage.model.intents import (
    AddNote,
    FlagComplaint,
    FlagTone,
    Intent,
    MarkDone,
    Mute,
    OnlyAcknowledged,
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


@pytest.mark.parametrize(
    ("intent", "story", "why"),
    [
        (OnlyAcknowledged(()), [mail(0)], "no mail of yours"),
        (Mute(()), [mail(0, frm="me@studio.example")], "from outside"),
        (Mute(()), [out(0, to="anna@partner.example")], "from outside"),
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
