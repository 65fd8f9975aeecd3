"""The menu that narrows the list to one lane, account, tone or mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from triage.model.act import Tone
from triage.model.clock import Lane
from triage.tui.board import Look
from triage.tui.menu import Menu
from widgets.words import LANE_GLYPHS, LANE_WORDS, number, tone_words


class FilterMenu(Menu[Look]):
    """All threads, one lane, one tone or mark that there is, or one account where there are several."""

    def __init__(
        self,
        counts: Mapping[Lane, int],
        tones: Mapping[Tone, int],
        marks: Mapping[str, int],
        accounts: Sequence[str],
        look: Look,
    ) -> None:
        self._looks = [Look(look.words, unfolded=look.unfolded)]
        entries = ["all threads"]
        for lane in (lane for lane in Lane if counts.get(lane)):
            self._looks.append(replace(look, lane=lane))
            entries.append(f"{LANE_GLYPHS[lane]} {LANE_WORDS[lane]}  {number(counts[lane])}")
        for tone in (tone for tone in reversed(Tone) if tones.get(tone)):
            self._looks.append(replace(look, tone=tone))
            entries.append(f"{tone_words(tone)}  {number(tones[tone])}")
        for mark in sorted(marks):
            self._looks.append(replace(look, mark=mark))
            entries.append(f"! {mark}  {number(marks[mark])}")
        if len(accounts) > 1:
            self._looks += [replace(look, account=account) for account in accounts]
            entries += [f"account {account}" for account in accounts]
        chosen = self._looks.index(look) if look in self._looks else 0
        super().__init__("Show only", entries, "Enter shows it · Esc leaves all as it is", chosen)

    def take(self, place: int) -> None:
        """Show that."""
        self.dismiss(self._looks[place])
