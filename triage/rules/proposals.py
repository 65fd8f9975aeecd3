"""Times that Triage proposes before a key is pressed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_QUARTER = timedelta(minutes=15)


def propose_answer(now: datetime, within: timedelta) -> datetime:
    """When an acknowledgement written now says that the answer will come: `within` from now, on a quarter of an hour.

    Never later than that, unless the quarter before has passed already: then the next one.
    """
    start = datetime(now.year, now.month, now.day, tzinfo=now.tzinfo or UTC)
    moment = now + within
    quarter = start + (moment - start) // _QUARTER * _QUARTER
    return quarter if quarter > now else quarter + _QUARTER
