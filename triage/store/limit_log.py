"""The limits of the settings as they were: a past breach keeps the limit that was in force then (clock case 37)."""

from __future__ import annotations

from datetime import UTC, datetime

from triage.store.files import StoreError
from triage.store.tracking import Tracking

TABLE = "limits"


class LimitLog:
    """The limits of one data folder, as texts of whoever writes them. Every method may raise StoreError."""

    def __init__(self, tracking: Tracking) -> None:
        self._tracking = tracking

    def all(self) -> tuple[tuple[datetime, str], ...]:
        """Since when which limits have been in force, oldest first."""
        documents = self._tracking.documents(TABLE).values()
        try:
            return tuple((datetime.fromtimestamp(one["since"], UTC), str(one["limits"])) for one in documents)
        except (LookupError, TypeError, ValueError, OverflowError) as error:
            raise StoreError(f"{self._tracking.path} holds limits that this Triage does not know.") from error

    def add(self, since: datetime, limits: str) -> None:
        """From then on these are in force; nothing is written where they are the last ones already."""
        with self._tracking.changing() as table:
            documents = self._tracking.documents(TABLE)
            if not documents or documents[next(reversed(documents))]["limits"] != limits:
                table(TABLE).append([{"since": since.timestamp(), "limits": limits}])
