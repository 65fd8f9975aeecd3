"""The tone with a note, and how the client sounded before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from config.keymap import key_of
from triage.model.act import Tone
from triage.model.intents import ToneFlag
from widgets.bindings import bindings
from widgets.cells import steady
from widgets.words import full_moment, tone_words

_HISTORY_LINES = 12
_FOOT = "A digit chooses · Enter keeps it · Esc leaves all as it is"
_STYLES = {
    Tone.DELIGHTED: "$success",
    Tone.CALM: "$foreground 64%",
    Tone.WORRIED: "$foreground",
    Tone.ANNOYED: "$warning",
    Tone.ANGRY: "bold $warning",
}
_KEYS = {f"tone_{tone.value}": tone for tone in Tone}

Flagged = tuple[Tone | None, str]
"""A tone, or none, and the note with it."""


class ToneScreen(ModalScreen[Flagged | None]):
    """A digit chooses, the note is typed, Enter keeps both; None where all stays as it is."""

    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = bindings(*_KEYS, "tone_clear", "choose", "back")

    DEFAULT_CSS = """
    ToneScreen {
        align: left bottom;
        background: transparent;
        & > Vertical { height: auto; padding: 0 2; border-top: solid $accent; background: $surface; }
        Static { height: auto; }
        .-apart { margin-top: 1; }
        Input, Input:focus { border: none; height: 1; padding: 0; margin: 1 0; background: $surface; }
    }
    """

    def __init__(self, who: str, tone: Tone | None, now: datetime, zone: tzinfo | None) -> None:
        super().__init__()
        self._who = who
        self._tone = tone
        self._now = now
        self._zone = zone
        self._tones = Static(classes="-apart")
        self._note = Input(placeholder="Note, for you alone: it is never part of a mail")
        self._history = Static(classes="-apart")

    def compose(self) -> ComposeResult:
        """Who, the tones, the note, the keys, the history."""
        with Vertical():
            yield Static(Content.styled(f"Tone of {steady(self._who)}", "bold"))
            yield self._tones
            yield self._note
            yield Static(Content.styled(_FOOT, "$foreground 64%"))
            yield self._history

    def on_mount(self) -> None:
        """The tone in force is the chosen one."""
        self._show_tones()

    def show_history(self, flags: Sequence[ToneFlag]) -> None:
        """How the client sounded before, newest first."""
        lines: list[Content | tuple[str, str]] = []
        for flag in flags[:_HISTORY_LINES]:
            lines.append((f"{full_moment(flag.at, self._now, self._zone):<18}", "$foreground 64%"))
            lines.append((f"{tone_words(flag.tone):<13}", _STYLES[flag.tone]) if flag.tone else ("○ cleared    ", ""))
            lines.append(Content(" · ".join(filter(None, (steady(flag.note), steady(flag.subject)))) + "\n"))
        if len(flags) > _HISTORY_LINES:
            lines.append((f"and {len(flags) - _HISTORY_LINES} before that\n", "$foreground 64%"))
        self._history.update(Content.assemble(*lines) if lines else Content("No tone was noted before."))

    @on(Input.Submitted)
    def take_note(self, message: Input.Submitted) -> None:
        """Enter in the note keeps both."""
        message.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Keep the tone and the note."""
        self.dismiss((self._tone, self._note.value.strip()))

    def action_back(self) -> None:
        """Leave all as it is."""
        self.dismiss(None)

    def action_tone_delighted(self) -> None:
        """The client sounds delighted."""
        self._choose(Tone.DELIGHTED)

    def action_tone_calm(self) -> None:
        """The client sounds calm."""
        self._choose(Tone.CALM)

    def action_tone_worried(self) -> None:
        """The client sounds worried."""
        self._choose(Tone.WORRIED)

    def action_tone_annoyed(self) -> None:
        """The client sounds annoyed."""
        self._choose(Tone.ANNOYED)

    def action_tone_angry(self) -> None:
        """The client sounds angry."""
        self._choose(Tone.ANGRY)

    def action_tone_clear(self) -> None:
        """No tone."""
        self._choose(None)

    def _choose(self, tone: Tone | None) -> None:
        self._tone = tone
        self._show_tones()
        self._note.focus()

    def _show_tones(self) -> None:
        shown: list[Content | tuple[str, str]] = []
        for act, tone in (*_KEYS.items(), ("tone_clear", None)):
            chosen = tone is self._tone
            words = tone_words(tone) if tone else "none"
            shown.append((f"{'▸' if chosen else ' '}{key_of(act).first} ", "bold $accent" if chosen else "$accent"))
            shown.append((f"{words}  ", f"{_STYLES[tone] if tone else '$foreground'}{' underline' if chosen else ''}"))
        self._tones.update(Content.assemble(*shown))
