"""Closing thanks after a mail of mine ask for nothing; whatever else is in them does (R21, clock cases 31, 33, 34)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC

import pytest

from tests.support.cases import case_of
from tests.support.stories import CLIENT, LIMITS, act, bounce, hours, mail, out, rows_of, standing, the_row, thread_of
from triage.model.act import Act
from triage.model.clock import Reason
from triage.model.message import LISTED_TEXT, Attachment, Message, Words
from triage.rules.explain import Explaining
from triage.rules.flags import LAST_WORD
from triage.rules.record import read_record

THANKS, MORE = "Thanks, all clear!", "Thanks! Could you also send the invoice?"
TEAM, OTHER = "bo@client.example", "kim@other.example"


def says(at: float, text: str = THANKS, *files: Attachment, **told: str) -> Message:
    return mail(at, words=Words(text, text, files), **told)  # type: ignore[arg-type]


def logo(size: int, media_type: str = "image/png") -> Attachment:
    return Attachment(0, "logo.png", media_type, size)


# case, the story, does a reply clock run since that hour, is a courteous close offered
CASES: list[tuple[str, Sequence[Message], float | None, bool]] = [
    ("case 33", thread_of(mail(0), out(5), says(10)), None, True),
    ("case 34", thread_of(mail(0), out(5), says(10, MORE)), 10, False),
    ("33: its words are not read yet", thread_of(mail(0), out(5), mail(10)), 10, False),
    ("33: twice", thread_of(mail(0), out(5), says(10), says(11, "Have a nice weekend!")), None, True),
    ("33: then more", thread_of(mail(0), out(5), says(10), says(11, MORE)), 11, False),
    ("33: by a colleague of theirs", thread_of(mail(0), out(5), says(10, frm=TEAM)), None, True),
    ("33: my mail began it", thread_of(out(0), says(10)), None, True),
    ("33: I had the last word", thread_of(mail(0), out(5), says(10), out(11)), None, False),
    ("33: before I have written", [says(0)], 0, False),
    ("33: with a question still open", thread_of(mail(0), out(5), mail(7), says(10)), 7, False),
    ("33: my answer came back", thread_of(mail(0), out(5, id="o33"), bounce(6, "o33"), says(10)), 0, False),
    ("33: I have written to somebody else", thread_of(mail(0), out(5, to=OTHER), says(10)), 0, False),
    ("33: two parties, one thanks", thread_of(mail(0), mail(1, frm=OTHER), out(5), says(10)), 1, False),
    (
        "33: two parties, one thanks, then I answer the other",
        thread_of(mail(0), mail(1, frm=OTHER), out(2, to=OTHER), says(10, frm=OTHER), mail(11), out(12)),
        None,
        False,
    ),
    ("33: with a signature's picture", thread_of(mail(0), out(5), says(10, THANKS, logo(9_000))), None, True),
    ("33: with a photograph", thread_of(mail(0), out(5), says(10, THANKS, logo(900_000))), 10, False),
    ("33: with a file", thread_of(mail(0), out(5), says(10, THANKS, logo(9_000, "application/pdf"))), 10, False),
    ("33: the text is longer than is known", thread_of(mail(0), out(5), says(10, "Thanks! " * LISTED_TEXT)), 10, False),
]


@pytest.mark.parametrize(("story", "since", "offered"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_case(story: Sequence[Message], since: float | None, offered: bool) -> None:
    row = the_row(story)
    assert [clock.since for clock in row.clocks] == ([] if since is None else [hours(since)])
    assert (LAST_WORD in row.marks) is offered
    if offered:
        assert standing(row, 50).lane == "theirs"


def test_case_33_after_an_acknowledgement_the_answer_is_still_owed() -> None:
    record = read_record([act("sent", "ack", "in", at=1, until=30, value="acknowledgement")])
    row = the_row(thread_of(mail(0, id="in"), out(1, id="ack"), says(2)), record=record)
    assert [(clock.kind, clock.due) for clock in row.clocks] == [("answer", hours(30))]
    assert LAST_WORD not in row.marks


def test_case_33_done_needs_no_courteous_close() -> None:
    row = the_row(thread_of(mail(0), out(5), says(10, id="thanks")), done=["thanks"])
    assert (row.reason, row.marks) == (Reason.DONE, ())


SNOOZED = [act("snoozed", "in", "out", at=6, until=48)]


@pytest.mark.parametrize(
    ("text", "hidden"), [pytest.param(THANKS, True, id="case 31"), pytest.param(MORE, False, id="case 30, 34")]
)
def test_closing_thanks_do_not_wake_what_is_snoozed(text: str, hidden: bool) -> None:
    (row,) = rows_of(thread_of(mail(0, id="in"), out(5, id="out"), says(10, text)), record=read_record(SNOOZED))
    assert (standing(row, 20).reason is Reason.SNOOZED) is hidden


def test_the_reason_names_the_key_that_closes() -> None:
    explaining = Explaining(hours(20), UTC, lambda place: str(place[-1]), LIMITS)
    said = explaining.explain(case_of(thread_of(mail(0), out(5), says(10))))
    assert said[0] == "Their last mail only thanks, so nothing waits. The key a thanks in return and wishes them well."
    assert said[1] == f"{CLIENT} waited 5 h for your last reply, within the limit of that time."


def test_thanks_stop_a_question_of_mine() -> None:
    asked: list[Act] = [act("said", "out", at=6, value="questions")]
    assert the_row(thread_of(mail(0), out(5, id="out"), says(10)), record=read_record(asked)).clocks == ()
