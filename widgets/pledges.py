"""What is said of promises, running work and follow-ups: the same short words in a row and in the head."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from triage.model.act import Work
from triage.model.clock import Clock, ClockKind
from triage.model.row import OpenPromise, Row, Standing
from widgets.drawing import Piece
from widgets.words import long_span, moment

TO_WRITE_AGAIN = "time to write again"


def pledges_of(row: Row, now: datetime, zone: tzinfo | None) -> tuple[Piece, ...]:
    """The promises, the nearest first, then how the work stands and when the thread comes back."""
    said = [_promised(promise, row.clocks, now, zone) for promise in row.promises]
    said += _work(row, now, zone)
    if row.follow_up is not None:
        said.append((f"back {'on' if row.follow_up > now else 'since'} {moment(row.follow_up, now, zone)}", "quiet"))
    return tuple(said)


def _work(row: Row, now: datetime, zone: tzinfo | None) -> list[Piece]:
    """How the work stands; a pause lasts until the clock of the contact begins."""
    match row.work:
        case Work.OFF:
            return []
        case Work.EMERGENCY:
            return [("emergency", "soon")]
        case Work.PAUSED:
            contacts = (one for one in row.clocks if one.kind is ClockKind.CONTACT and one.due != row.follow_up)
            begins = next((one.since for one in contacts), None)
            if begins is None or begins > now:
                return [(f"paused until {moment(begins, now, zone)}" if begins else "paused", "quiet")]
    return [("running", "quiet")]


def unsaid(marks: Iterable[str], pledges: Iterable[Piece]) -> tuple[str, ...]:
    """The marks that these words do not say already."""
    said = [words for words, _ in pledges]
    return tuple(mark for mark in marks if not any(mark in words for words in said))


def touch_words(row: Row, standing: Standing) -> str:
    """The figures of a clock that only reminds: "last contact 4 d ago, every 3 d".

    "" for one that decides, and after a pause: nobody can tell from such a clock when the last contact was.
    """
    waited, limit = long_span(standing.waited), long_span(standing.limit)
    match standing.clock:
        case Clock(kind=ClockKind.CONTACT, due=due) if due == row.follow_up:
            return TO_WRITE_AGAIN
        case Clock(kind=ClockKind.CONTACT) if row.work is not Work.PAUSED:
            return f"last contact {waited} ago, every {limit}"
        case Clock(kind=ClockKind.NUDGE):
            return f"asked {waited} ago, again after {limit}"
        case _:
            return ""


def _promised(promise: OpenPromise, clocks: Iterable[Clock], now: datetime, zone: tzinfo | None) -> Piece:
    when = moment(promise.due, now, zone)
    if now > promise.due:
        return f"promise late, {when}", "late"
    at_risk = any(
        clock.kind is ClockKind.PROMISE and clock.due == promise.due and clock.soon <= now for clock in clocks
    )
    return (f"promise at risk, {when}", "soon") if at_risk else (f"promised {when}", "quiet")
