"""What is said of a mail that is on its way: what it is, where it stands, and what can be done."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from triage.model.act import OutKind
from triage.model.outgoing import Outgoing, OutState
from widgets.words import clock_time, moment

_WRITTEN = {
    OutKind.ACKNOWLEDGEMENT: ("acknowledged", "acknowledgement"),
    OutKind.PROGRESS: ("progress told", "progress"),
    OutKind.QUESTIONS: ("questions asked", "questions"),
    OutKind.DELAY: ("delay told", "delay notice"),
    OutKind.DONE: ("done told", "done report"),
    OutKind.REPLY: ("answered", "answer"),
}
_TIMES = {OutKind.ACKNOWLEDGEMENT: "answer by", OutKind.DELAY: "now by"}
_STANDS = {
    OutState.HELD: ("waits for your word", "o asks"),
    OutState.SENDING: ("sending …", ""),
    OutState.SENT: ("sent", ""),
    OutState.REFUSED: ("refused", "o shows why"),
    OutState.IN_DOUBT: ("in doubt", "o asks"),
}
_MARKS = {
    OutState.QUEUED: "queued",
    OutState.HELD: "waits for your word",
    OutState.SENDING: "sending",
    OutState.REFUSED: "refused",
    OutState.IN_DOUBT: "in doubt",
}
_SENT_FOR = timedelta(minutes=1)


def is_told(outgoing: Outgoing | None, now: datetime) -> bool:
    """Whether a row shows the mail in place of its newest text: while it hangs, and a moment longer."""
    if outgoing is None:
        return False
    return outgoing.state.hangs or (outgoing.state is OutState.SENT and now - outgoing.leaves < _SENT_FOR)


def ticks(outgoing: Outgoing | None, now: datetime) -> bool:
    """What is said of it changes from second to second."""
    changing = outgoing is not None and outgoing.state in (OutState.QUEUED, OutState.SENT)
    return changing and is_told(outgoing, now)


def other_marks(marks: tuple[str, ...], outgoing: Outgoing | None) -> tuple[str, ...]:
    """A row's marks without the one that says the same of this mail."""
    said = _MARKS.get(outgoing.state) if outgoing is not None else None
    return tuple(mark for mark in marks if mark != said)


def written_words(outgoing: Outgoing, now: datetime, zone: tzinfo | None) -> tuple[str, str]:
    """What the mail is, and the time it names: "acknowledged", "answer by Tue 12:00".

    What waits for the person is called by its name, as nothing that was done.
    """
    named = _TIMES.get(outgoing.kind)
    time = f"{named} {moment(outgoing.until, now, zone)}" if named and outgoing.until else ""
    return _WRITTEN[outgoing.kind][outgoing.state.asks], time


def state_words(outgoing: Outgoing, now: datetime, zone: tzinfo | None, undo_for: timedelta | None) -> tuple[str, str]:
    """Where it stands ("sending in 8 s"), and what can be done about it, or "".

    What leaves later than `undo_for` from now has been tried before. None: without the seconds, for what stands still.
    """
    if outgoing.state is not OutState.QUEUED:
        return _STANDS.get(outgoing.state, ("", ""))
    left, at = outgoing.leaves - now, clock_time(outgoing.leaves, zone)
    if undo_for is None:
        return f"leaves at {at}", ""
    if left <= timedelta(0):
        return _STANDS[OutState.SENDING]
    if left > undo_for:
        return f"queued, trying again at {at}", "o shows why"
    seconds = -(-left // timedelta(seconds=1))
    return f"sending in {seconds} s" if seconds < 100 else f"sending at {at}", "u takes it back"
