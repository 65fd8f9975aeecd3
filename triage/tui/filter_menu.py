"""The menu that narrows the list to one lane or one account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from triage.model.clock import Lane
from triage.tui.board import Look
from triage.tui.menu import Menu
from widgets.words import LANE_GLYPHS, LANE_WORDS, number


class FilterMenu(Menu[Look]):
    """All threads, one lane, or one account where there are several."""

    def __init__(self, counts: Mapping[Lane, int], accounts: Sequence[str], look: Look) -> None:
        everything = replace(look, lane=None, account=None)
        self._looks = [everything]
        entries = ["all threads"]
        for lane in (lane for lane in Lane if counts.get(lane)):
            self._looks.append(replace(look, lane=lane))
            entries.append(f"{LANE_GLYPHS[lane]} {LANE_WORDS[lane]}  {number(counts[lane])}")
        if len(accounts) > 1:
            self._looks += [replace(look, account=account) for account in accounts]
            entries += [f"account {account}" for account in accounts]
        chosen = self._looks.index(look) if look in self._looks else 0
        super().__init__("Show only", entries, "Enter shows it · Esc leaves all as it is", chosen)

    def take(self, place: int) -> None:
        """Show that."""
        self.dismiss(self._looks[place])
