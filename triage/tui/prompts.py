"""What is asked over a screen: yes or no, or one line of text whose meaning is shown while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from config.keymap import key_of
from triage.rules.moments import read_moment, spell_moment
from widgets.bindings import bindings
from widgets.cells import steady
from widgets.line_input import LineInput

Value = TypeVar("Value")

_CSS = """
    {name} {{
        align: left bottom;
        background: transparent;
        & > Vertical {{
            height: auto;
            padding: 0 2;
            border-top: solid $accent;
            background: $surface;
        }}
        Static {{ height: auto; }}
        LineInput, LineInput:focus {{ margin: 1 0; background: $surface; }}
    }}
"""


class Question(ModalScreen[bool | None]):
    """A question: True for yes, False for no where no means something, None for leaving all as it is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("yes", "no", "back")

    DEFAULT_CSS = _CSS.format(name="Question")

    def __init__(self, question: str, yes: str, no: str = "", back: str = "Back") -> None:
        super().__init__()
        self._question = question
        self._answers = (("yes", yes), ("no", no), ("back", back))

    def compose(self) -> ComposeResult:
        """The question, and what each key means."""
        answers: list[Content | tuple[str, str]] = []
        for key, label in self._answers:
            if label:
                answers += [(key_of(key).first, "$accent"), Content(f" {label}   ")]
        with Vertical():
            yield Static(Content.styled(steady(self._question), "bold"))
            yield Static(Content.assemble(*answers))

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Do it the other way, or not."""
        self.dismiss(False if self._answers[1][1] else None)

    def action_back(self) -> None:
        """Do nothing."""
        self.dismiss(None)


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """What a line means; `said` is shown below it, and only a line that is `good` can be taken."""

    value: Value
    said: str = ""
    good: bool = True


class LinePrompt(ModalScreen[Reading[Value] | None], Generic[Value]):
    """One line; `read` says at each change what it means."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    DEFAULT_CSS = _CSS.format(name="LinePrompt")

    def __init__(self, title: str, read: Callable[[str], Reading[Value]], foot: str, value: str = "") -> None:
        super().__init__()
        self._title = title
        self._read = read
        self._line = LineInput(value)
        self._said = Static(Content(""))
        self._meaning = self._beside = Content("")
        self._foot = foot

    def compose(self) -> ComposeResult:
        """Title, line, its meaning, and the keys."""
        with Vertical():
            yield Static(Content.styled(steady(self._title), "bold"))
            yield self._line
            yield self._said
            yield Static(Content.styled(self._foot, "$foreground 64%"))

    def on_mount(self) -> None:
        """Typing begins at once."""
        self._line.focus()
        self._say()

    @on(Input.Changed)
    def show_meaning(self, message: Input.Changed) -> None:
        """Say what the line means now."""
        message.stop()
        self._say()

    @on(Input.Submitted)
    def take(self, message: Input.Submitted) -> None:
        """Take the line if it means something."""
        message.stop()
        reading = self._say()
        if reading.good:
            self.dismiss(reading)

    def action_cancel(self) -> None:
        """Leave all as it is."""
        self.dismiss(None)

    def weigh(self, reading: Reading[Value]) -> None:
        """The line means this now: a place for what else is to be said of it."""

    def tell_beside(self, words: str) -> None:
        """Say this after what the line means; "" says no more."""
        self._beside = Content.styled(f"   {steady(words)}" if words else "", "$foreground 64%")
        self._draw()

    def _say(self) -> Reading[Value]:
        reading = self._read(self._line.value)
        ink = "$foreground" if reading.good else "$warning"
        self._meaning = Content.styled(steady(reading.said), ink)
        self._draw()
        self.weigh(reading)
        return reading

    def _draw(self) -> None:
        self._said.update(Content.assemble(self._meaning, self._beside))


def read_time(text: str, now: datetime, zone: tzinfo) -> Reading[datetime | None]:
    """A time as a person types it, echoed as a date; an empty line is a good one and means no time."""
    if not text.strip():
        return Reading(None, "No time")
    moment = read_moment(text, now, zone)
    if moment is None:
        return Reading(None, "Not understood: “fri 17:00”, “tomorrow 10:00” and “2h” are.", good=False)
    return Reading(moment, spell_moment(moment, now, zone))
