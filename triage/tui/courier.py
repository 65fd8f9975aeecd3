"""Reads mail behind the screen, each account in a thread of its own, and brings what is told to the event loop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import monotonic

from textual.message import Message

from triage.desk.port import Desk, Event
from triage.model.events import ReadProgress
from triage.tui.crew import Crew
from triage.tui.readings import Readings

_PROGRESS_EVERY = 0.2


class Told(Message, bubble=False):
    """The desk told something about an account."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event


class Courier:
    """Starts what is due; `post` takes what is told back to the event loop."""

    def __init__(self, desk: Desk, readings: Readings, crew: Crew, post: Callable[[Message], object]) -> None:
        self._desk = desk
        self._readings = readings
        self._crew = crew
        self._post = post

    def read_due(self, now: datetime) -> bool:
        """Start reading the accounts whose time has come; whether there was one."""
        due = self._readings.due(now)
        for account in due:
            self._crew.do(partial(self._desk.read_mail, account, self._teller()), _nothing_more)
        return bool(due)

    def _teller(self) -> Callable[[Event], None]:
        told = 0.0

        def tell(event: Event) -> None:
            nonlocal told
            if isinstance(event, ReadProgress):
                if monotonic() - told < _PROGRESS_EVERY and event.done < event.total:
                    return
                told = monotonic()
            self._post(Told(event))

        return tell


def _nothing_more(_: None) -> None:
    """The events have told everything."""
