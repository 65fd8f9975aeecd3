"""Which limits have been in force since when: noted when they change, so that a past breach stays one (case 37)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from config.schema import Settings
from triage.desk.limits import read_written_limits, write_limits
from triage.rules.past_waits import Period
from triage.store.limit_log import LimitLog


class LimitHistory:
    """The history of one data folder; the settings are read once, so they are noted once. May raise StoreError."""

    def __init__(self, log: LimitLog, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._log, self._settings, self._clock = log, settings, clock
        self._noted = False

    def note(self) -> None:
        """Put the limits of the settings on record where they are not the last ones there."""
        if not self._noted:
            written, known = write_limits(self._settings), self._log.all()
            if not known or known[-1][1] != written:
                self._log.add(self._clock(), written)
            self._noted = True

    def periods(self) -> tuple[Period, ...]:
        """The limits that were in force, each from when on."""
        read = ((since, read_written_limits(text)) for since, text in self._log.all())
        return tuple(Period(since, limits) for since, limits in read if limits is not None)
