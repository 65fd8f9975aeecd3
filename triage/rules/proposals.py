"""Times that Triage proposes before a key is pressed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_QUARTER = timedelta(minutes=15)


def propose_answer(now: datetime, due: datetime) -> datetime:
    """When an acknowledgement written now says that the answer will come: on a quarter of an hour.

    Never later than `due`, unless the quarter before has passed already: then the next one.
    """
    start = datetime(now.year, now.month, now.day, tzinfo=now.tzinfo or UTC)
    quarter = start + (due - start) // _QUARTER * _QUARTER
    return quarter if quarter > now else quarter + _QUARTER
