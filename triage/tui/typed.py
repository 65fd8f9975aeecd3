"""What is typed for a time or a note, and what is said of it while it is typed: pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from triage.model.row import Ranked
from triage.rules.moments import read_moment, spell_date, spell_moment
from triage.rules.standing import DECIDING
from triage.tui.prompts import Reading
from widgets.words import moment

_UNCLEAR = "Not understood: “2h”, “fri 17:00”, «завтра в 10», “morgen 12” are."
_EMPTY = "“2h”, “fri 17:00”, «завтра в 10», “morgen 12” …"


def read_answer_time(text: str, proposed: datetime, now: datetime, zone: tzinfo) -> Reading[datetime | None]:
    """When the answer will come; an empty line means the time proposed."""
    if not text.strip():
        return Reading(proposed, f"Enter takes {spell_moment(proposed, now, zone)}")
    at = read_moment(text, now, zone)
    return Reading(None, _UNCLEAR, good=False) if at is None else Reading(at, f"= {spell_moment(at, now, zone)}")


def read_ahead(text: str, now: datetime, zone: tzinfo) -> Reading[datetime | None]:
    """A time ahead; an empty line is none."""
    if not text.strip():
        return Reading(None, _EMPTY, good=False)
    at = read_moment(text, now, zone)
    return Reading(None, _UNCLEAR, good=False) if at is None else Reading(at, f"= {spell_moment(at, now, zone)}")


def read_follow_up(text: str, days: Sequence[datetime], now: datetime, zone: tzinfo) -> Reading[datetime | None]:
    """When threads come back; an empty line lifts the follow-ups that they have, for these `days`."""
    if text.strip() or not days:
        return read_ahead(text, now, zone)
    return Reading(None, f"Enter lifts the follow-up of {spell_date(min(days), now, zone)}")


def read_reason(text: str) -> Reading[str]:
    """Why work is paused."""
    return Reading(text.strip(), "Kept for you alone: it is never part of a mail.", good=bool(text.strip()))


def read_snooze(text: str, rows: Sequence[Ranked], now: datetime, zone: tzinfo) -> Reading[datetime | None]:
    """Until when a thread is hidden; past its due time it says so (clock case 32)."""
    reading = read_ahead(text, now, zone)
    at, said = reading.value, reading.said
    if at is None:
        return reading
    due = min((one.standing.clock.due for one in rows if one.standing.clock and _decides(one)), default=None)
    if due is None or at <= due:
        return reading
    when = moment(due, now, zone)
    if due < now:
        return Reading(at, f"{said}. It is overdue since {when}: the quick check goes on naming it.")
    return Reading(at, f"{said}. That is after it is due, {when}: the quick check will name it then.")


def read_note(text: str) -> Reading[str]:
    """A note to myself."""
    return Reading(text.strip(), "Kept for you alone: it is never part of a mail.", good=bool(text.strip()))


def _decides(ranked: Ranked) -> bool:
    return ranked.standing.clock is not None and ranked.standing.clock.kind in DECIDING
