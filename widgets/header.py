"""The day in one line: who waits, when mail was read, what the time is; below it a line for each trouble."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.geometry import Size
from textual.strip import Strip

from triage.model.clock import Lane
from widgets.cells import cut, steady, wrap
from widgets.drawing import Inked, Piece
from widgets.words import LANE_WORDS, number

_INKS = {Lane.OVERDUE: "late", Lane.DUE_SOON: "soon"}
_TROUBLE_LINES = 3


@dataclass(frozen=True, slots=True)
class Day:
    """What the header says.

    `counts` are the lanes to name, in order. `reading` says the same thing in fewer and fewer words: the first that
    fits is drawn. `troubles` are sentences, each on lines of its own.
    """

    accounts: tuple[str, ...] = ()
    counts: tuple[tuple[Lane, int], ...] = ()
    reading: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()


class Header(Inked):
    """The first lines of the screen."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Header {
        height: auto;
        background: $background;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._day = Day()

    def show(self, day: Day) -> None:
        """Say this from now on."""
        if day == self._day:
            return
        taller = len(day.troubles) != len(self._day.troubles) or day.troubles != self._day.troubles
        self._day = day
        self.refresh(layout=taller)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The day, its troubles, and a rule below."""
        return 2 + len(self._troubles(width))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        troubles = self._troubles(width)
        if y == 0:
            return self.draw(self._day_line(width), width, self.ground)
        if y <= len(troubles):
            return self.draw([(" ! " if y == 1 else "   ", "soon"), (troubles[y - 1], "soon")], width, self.ground)
        return self.draw([("─" * width, "faint")], width, self.ground)

    def _day_line(self, width: int) -> list[Piece]:
        counts = [
            (f"   {number(count)} {LANE_WORDS[lane]}", _INKS.get(lane, "") if count else "quiet")
            for lane, count in self._day.counts
        ]
        taken = sum(cell_len(text) for text, _ in counts)
        titles = (" Triage · " + ", ".join(map(steady, self._day.accounts)), " Triage", "")
        ends = [f"{reading}   {time} " for reading in (*self._day.reading, "") for time in (*self._day.time, "")]
        # The counts stay; then what is being read, then the time, then the accounts' names.
        fitting = (
            (title, end)
            for end in sorted(ends, key=cell_len, reverse=True)
            for title in titles[1:]
            if cell_len(title) + taken + cell_len(end) + 2 <= width
        )
        title, end = next(fitting, ("", ""))
        if self._day.accounts and cell_len(titles[0]) + taken + cell_len(end) + 2 <= width:
            title = titles[0]
        gap = max(0, width - cell_len(title) - taken - cell_len(end))
        return [(title, "title"), *counts, (" " * gap, ""), (end, "quiet")]

    def _troubles(self, width: int) -> list[str]:
        lines: list[str] = []
        for trouble in self._day.troubles:
            wrapped = list(wrap(steady(trouble), width - 4))
            lines += wrapped[: _TROUBLE_LINES - 1]
            lines += [cut(" ".join(wrapped[_TROUBLE_LINES - 1 :]), width - 4)] if len(wrapped) >= _TROUBLE_LINES else []
        return lines
