"""What is asked about promises and running work: menus, and whether a promise is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from enum import Enum, auto

from textual.app import App

from triage.model.act import Work
from triage.model.row import OpenPromise
from triage.tui.menu import Menu
from triage.tui.prompts import Question

Spell = Callable[[OpenPromise], str]
"""The time of a promise as people say it: "Fri 17:00"."""

_FOOT = "Enter takes it · Esc leaves all as it is"
_WORK = {
    Work.ON: "running work: keep in touch",
    Work.EMERGENCY: "emergency: keep in touch often, until it is over",
    Work.PAUSED: "paused until a time, with a reason",
    Work.OFF: "off: no running work",
}


class Word(Enum):
    """What a person says of a promise."""

    KEPT = auto()
    MOVE = auto()
    WITHDRAW = auto()
    ONE_MORE = auto()


class PromiseMenu(Menu[tuple[Word, OpenPromise]]):
    """Each open promise can be kept, moved or withdrawn; the last entry makes one more."""

    def __init__(self, title: str, promises: Sequence[OpenPromise], spell: Spell) -> None:
        self._words = [(word, promise) for promise in promises for word in (Word.KEPT, Word.MOVE, Word.WITHDRAW)]
        said = {Word.KEPT: "kept", Word.MOVE: "move it", Word.WITHDRAW: "withdraw it"}
        entries = [f"{said[word]} · promised {spell(promise)}" for word, promise in self._words]
        self._words.append((Word.ONE_MORE, promises[0]))
        super().__init__(title, [*entries, "one more promise"], _FOOT)

    def take(self, place: int) -> None:
        """Say that of it."""
        self.dismiss(self._words[place])


class WorkMenu(Menu[Work]):
    """What the work can become; what it is already does not stand there."""

    def __init__(self, title: str, present: Collection[Work]) -> None:
        self._works = [work for work in Work if set(present) != {work}]
        super().__init__(title, [_WORK[work] for work in self._works], _FOOT)

    def take(self, place: int) -> None:
        """It is that from now on."""
        self.dismiss(self._works[place])


def ask_kept(
    app: App[None], promises: Sequence[OpenPromise], spell: Spell, settle: Callable[[OpenPromise], None]
) -> None:
    """Ask of one promise after the other whether it is kept; going back leaves this one and the others open."""
    if not promises:
        return
    promise, *others = promises

    def answered(kept: bool | None) -> None:
        if kept:
            settle(promise)
        if kept is not None:
            ask_kept(app, others, spell, settle)

    app.push_screen(Question(f"Is the promise of {spell(promise)} kept?", "Kept", "Still open"), answered)
