"""Why a thread stands where it does: the sentences name what decides, and move with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC

import pytest

from config.durations import length
from tests.support.cases import case_of
from tests.support.stories import CLIENT, LIMITS, act, bounce, hours, mail, out, thread_of
from triage.model.act import Act
from triage.model.message import Message, Report, Tells, Words
from triage.rules.explain import Explaining

ACK = act("sent", "ack", "in", at=1, until=30, value="acknowledgement")


def why(story: Sequence[Message], at: float, acts: Iterable[Act] = ()) -> str:
    return " ".join(Explaining(hours(at), UTC, lambda place: f"<{place[-1]}>", LIMITS).explain(case_of(story, acts)))


ASKED = [mail(0, id="in")]
ACKNOWLEDGED = thread_of(mail(0, id="in"), out(1, id="ack"))
LATE_WORDS = Words("", "", report=Report((CLIENT,), "o", "host not reachable", Tells.DELAY))
LATE = replace(bounce(3, "o"), words=LATE_WORDS)


@pytest.mark.parametrize(
    ("story", "acts", "says"),
    [
        (ASKED, [], f"The mail of {CLIENT} (today 00:00, 20 h ago) has no mail of yours after it."),
        (ASKED, [], "<reply_within>: due tomorrow 00:00, in 4 h. Any mail of yours"),
        (thread_of(out(0, id="o"), mail(1, id="in")), [], "(today 01:00, 19 h ago)"),
        (ACKNOWLEDGED, [ACK], "You acknowledged it today 01:00, 19 h ago, and the answer is owed."),
        (ACKNOWLEDGED, [ACK], "That time stands in your mail: due tomorrow 06:00, in 10 h."),
        (ACKNOWLEDGED, [act("said", "ack", at=2, value="acknowledgement")], "<answer_within>: due tomorrow 01:00"),
        (thread_of(mail(0, id="in"), out(1, id="o")), [], "Your mail (today 01:00, 19 h ago) was the last word"),
        (ASKED, [act("done", "in", at=2)], "You marked it as done"),
        (ASKED, [act("snoozed", "in", at=2, until=90)], "You snoozed it: the list hides it until Thu 5 Mar 18:00"),
        (ASKED, [act("muted", "in", at=2, who=CLIENT)], "You muted its sender"),
        ([mail(0, frm="no-reply@client.example")], [], "Only machines have written here"),
        ([mail(0, to="bo@client.example", cc="me@studio.example")], [], "only in Cc"),
        (
            [*thread_of(mail(0, id="in"), out(1, id="o")), bounce(2, "o")],
            [],
            "Your answer came back (no such user): it does not count.",
        ),
        (
            [*thread_of(mail(0, id="in"), out(1, id="o")), bounce(2, "o", ())],
            [],
            "Your answer came back (no such user): it does not count.",
        ),
        (
            [*thread_of(mail(0, id="in"), out(1, id="o")), bounce(2, "o"), LATE],
            [],
            "Your answer came back (no such user): it does not count.",
        ),
        (
            [mail(0, frm="no-reply@client.example")],
            [],
            "The newest: nobody reads the address that it came from.",
        ),
    ],
)
def test_the_sentences_name_what_decides(story: Sequence[Message], acts: list[Act], says: str) -> None:
    assert says in why(story, 20, acts)


def test_a_pause_is_named_with_its_reason_and_left_out() -> None:
    paused = act("running", "o", at=2, until=60, value="paused", note="waits for the printer")
    said = why(thread_of(mail(0, id="in"), out(1, id="o")), 20, [paused])
    assert "You paused the work until Wed 4 Mar 12:00, in 40 h (waits for the printer): the time before does" in said
    assert "its interval counts from Wed 4 Mar 12:00, in 40 h. <contact_every>: due Sat 7 Mar 12:00" in said


def test_what_is_urgent_names_its_line() -> None:
    urgent = act("urgent", "in", at=19, value="on")
    limits = replace(LIMITS, flags={"urgent": length("1h")})
    case = case_of(ASKED, [urgent], limits)
    said = Explaining(hours(20), UTC, lambda place: f"<{'.'.join(map(str, place))}>", limits).explain(case)
    assert "You flagged it as urgent (today 19:00, 1 h ago). <urgent.reply_within>: due today 20:00" in " ".join(said)


def test_another_clock_that_runs_is_named_too() -> None:
    story = thread_of(mail(0, id="in"), out(1, id="ack"), mail(12, id="more"))
    assert "Besides: reply due tomorrow 12:00, in 16 h." in why(story, 20, [ACK])


def test_the_time_moves_with_the_message() -> None:
    assert "due tomorrow 03:00" in why([mail(3)], 20)
    assert "due tomorrow 07:00" in why([mail(7)], 20)
