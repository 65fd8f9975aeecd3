"""The Textual application; it imports no more than the first paint needs."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.events import Event, Key
from textual.screen import Screen

from triage.tui.crew import Start, start_thread
from triage.tui.main import MainScreen
from triage.tui.pacing import Hands
from triage.tui.themes import THEMES
from widgets.bindings import bindings, keymap_on

if TYPE_CHECKING:
    from textual.command import Provider

    from triage.desk.port import Desk
    from triage.tui.view import View


def _acts() -> type[Provider]:
    from triage.tui.commands import Acts

    return Acts


class TriageApp(App[None]):
    """Triage in a terminal. `start` runs a job off the event loop."""

    TITLE = "Triage"
    BINDINGS: ClassVar[list[BindingType]] = bindings("keys", "quit", "command_palette")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_acts}
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, desk: Desk, view: View, clock: Callable[[], datetime], start: Start = start_thread) -> None:
        super().__init__(ansi_color="NO_COLOR" in os.environ or None)
        self._hands = Hands()
        self._main = MainScreen(desk, view, clock, start, self._hands)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = view.theme
        self.set_keymap(keymap_on(view.layout))

    async def on_event(self, event: Event) -> None:
        """Note that a key was pressed: what can wait does so."""
        if isinstance(event, Key):
            self._hands.move()
        await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """The list is what the program opens with."""
        return self._main

    async def action_quit(self) -> None:
        """Leave, unless a mail has not left and the person wants to stay."""
        self._main.leave()

    def action_keys(self) -> None:
        """Show all keys."""
        from triage.tui.help import HelpScreen

        self.push_screen(HelpScreen())
