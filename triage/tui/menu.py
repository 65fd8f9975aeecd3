"""A short list over the screen from which one entry is taken: by cursor, number or mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from widgets.bindings import bindings
from widgets.cells import steady

Result = TypeVar("Result")


class Menu(ModalScreen[Result], Generic[Result]):
    """Entries with numbers; `take` says what happens with the one taken."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("move_down", "move_up", "move_first", "move_last", "back")

    DEFAULT_CSS = """
    Menu {
        align: left bottom;
        background: transparent;
        & > Vertical {
            height: auto;
            max-height: 100%;
            padding: 0 2;
            border-top: solid $accent;
            background: $surface;
        }
        OptionList { border: none; padding: 0; margin: 1 0; height: auto; max-height: 16; background: $surface; }
        OptionList:focus { border: none; background-tint: $foreground 0%; }
        Static { height: auto; }
    }
    """

    def __init__(self, title: str, entries: Sequence[str], foot: str, highlighted: int = 0) -> None:
        super().__init__()
        self._title = title
        self._entries = entries
        self._highlighted = highlighted
        self._options = OptionList(*(_entry(place, text) for place, text in enumerate(entries)), markup=False)
        self._foot = Static(Content(foot))

    def compose(self) -> ComposeResult:
        """Title, entries, and what can be done."""
        with Vertical():
            yield Static(Content.styled(steady(self._title), "bold"))
            yield self._options
            yield self._foot

    def on_mount(self) -> None:
        """The cursor starts on the entry in force."""
        self._options.highlighted = self._highlighted
        self._options.focus()

    def on_key(self, event: Key) -> None:
        """A digit takes its entry."""
        if event.character and event.character in "123456789" and int(event.character) <= len(self._entries):
            event.stop()
            self._options.highlighted = int(event.character) - 1
            self.take(int(event.character) - 1)

    @on(OptionList.OptionSelected)
    def option_taken(self, message: OptionList.OptionSelected) -> None:
        """Enter or a click takes the entry."""
        message.stop()
        self.take(message.option_index)

    def take(self, place: int) -> None:
        """The entry at this place was taken."""
        raise NotImplementedError

    def say(self, *lines: str) -> None:
        """Say something below the entries."""
        self._foot.update(Content("\n".join(map(steady, lines))))

    def action_move_down(self) -> None:
        """Go down."""
        self._options.action_cursor_down()

    def action_move_up(self) -> None:
        """Go up."""
        self._options.action_cursor_up()

    def action_move_first(self) -> None:
        """Go to the first."""
        self._options.action_first()

    def action_move_last(self) -> None:
        """Go to the last."""
        self._options.action_last()

    def action_back(self) -> None:
        """Take nothing."""
        self.dismiss(None)


def _entry(place: int, text: str) -> Content:
    number = f"{place + 1} " if place < 9 else "  "
    return Content.assemble((number, "bold"), Content(steady(text)))
