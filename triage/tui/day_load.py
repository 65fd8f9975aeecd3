"""What else is due on the day of a promise, said beside the time while it is typed (R23)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, tzinfo
from functools import partial

from triage.desk.port import Desk, DeskError
from triage.model.clock import ClockKind
from triage.model.row import Row
from triage.tui.crew import Crew, Latest
from triage.tui.prompts import LinePrompt, Reading
from widgets.words import counted

Moving = tuple[str, datetime] | None
"""The thread and the time of a promise that is being moved."""


class DayLoad:
    """Asks the desk about a day, off the event loop; of several days asked for the latest is told."""

    def __init__(self, desk: Desk, crew: Crew, zone: tzinfo, moving: Moving) -> None:
        self._desk = desk
        self._line = Latest(crew)
        self._zone = zone
        self._moving = moving
        self._day: date | None = None

    def ask(self, at: datetime | None, say: Callable[[str], None]) -> None:
        """Say what is due on the day of that moment, once it is known; without a moment nothing."""
        day = None if at is None else at.astimezone(self._zone).date()
        if day == self._day:
            return
        self._day = day
        say("")

        def came(rows: Iterable[Row]) -> None:
            if day is not None and day == self._day:
                say(load_words(rows, day, self._zone, self._moving))

        def failed(error: DeskError) -> None:
            if day == self._day:
                say(error.why)

        if at is not None:
            self._line.do(partial(self._desk.load, at), came, failed)


class DayPrompt(LinePrompt[datetime | None]):
    """A time, with what is due on that day beside it."""

    def __init__(self, title: str, read: Callable[[str], Reading[datetime | None]], foot: str, load: DayLoad) -> None:
        super().__init__(title, read, foot)
        self._load = load

    def weigh(self, reading: Reading[datetime | None]) -> None:
        """Ask about the day of the time understood."""
        self._load.ask(reading.value, self.tell_beside)


def load_words(rows: Iterable[Row], day: date, zone: tzinfo, moving: Moving) -> str:
    """What is due on that local day: "that day: 2 answers, 1 promise due"; what is moved away does not count."""
    moved = (ClockKind.PROMISE, *moving) if moving else None
    due = Counter(
        clock.kind
        for row in rows
        for clock in row.clocks
        if clock.due.astimezone(zone).date() == day and (clock.kind, row.id, clock.due) != moved
    )
    kinds = ((ClockKind.ANSWER, "answer"), (ClockKind.PROMISE, "promise"))
    said = [counted(due[kind], word) for kind, word in kinds if due[kind]]
    return f"that day: {', '.join(said)} due" if said else "that day: nothing else is due"
