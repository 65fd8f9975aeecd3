"""A bare application over which the composer and the outbox are opened, without the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from textual import on
from textual.app import App
from textual.pilot import Pilot

from tests.support.still_desk import NOW, StillDesk, draft_of, row
from triage.desk.port import DeskError
from triage.model.draft import Sheet, Template
from triage.model.intents import Outcome
from triage.tui.composer import Composer, open_composer
from triage.tui.crew import Crew, Finished
from triage.tui.outbox_screen import OutboxScreen
from triage.tui.themes import THEMES
from triage.tui.view import View
from widgets.bindings import keymap_on

Job = Callable[[], None]


def sheet_of(template: Template = Template.REPLY, text: str = "Hello", **values: object) -> Sheet:
    """A sheet for the thread "olha"; other fields of draft or sheet as they are named."""
    beside = {name: values.pop(name) for name in ("questions", "tone", "since", "changed") if name in values}
    draft = replace(draft_of(row("olha"), template, text), **values)  # type: ignore[arg-type]  # fields by name
    return Sheet(draft, **beside)  # type: ignore[arg-type]  # fields by name


class Host(App[None]):
    """`outcomes` and `troubles` are what the screens handed on; jobs run at once unless `start` says otherwise."""

    def __init__(self, desk: StillDesk, start: Callable[[Job], None] = lambda job: job(), layout: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.crew = Crew(self.post_message, start)
        self.view = View(zone=UTC, layout=layout)
        self.now = NOW
        self.outcomes: list[Outcome] = []
        self.troubles: list[DeskError] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.set_keymap(keymap_on(layout))

    def clock(self) -> datetime:
        return self.now

    def compose_mail(self, template: Template = Template.REPLY, thread_id: str = "olha") -> None:
        open_composer(
            self,
            self.desk,
            self.crew,
            thread_id,
            template,
            self.view,
            self.clock,
            self.outcomes.append,
            self.troubles.append,
        )

    def open_outbox(self) -> None:
        self.push_screen(OutboxScreen(self.desk, self.crew, self.view, self.clock, self.outcomes.append))

    @property
    def composer(self) -> Composer:
        return next(screen for screen in self.screen_stack if isinstance(screen, Composer))

    @on(Finished)
    def conclude(self, message: Finished) -> None:
        message.conclude()


def replying() -> StillDesk:
    """A desk whose sheet is an empty answer to two questions."""
    return StillDesk(sheet=sheet_of(text="Hello Olha,\n\n\n\nMe", questions=("In time?", "With the files?")))


def change(desk: StillDesk, **values: object) -> None:
    """Let the desk's draft differ in these fields."""
    assert desk.sheet is not None
    desk.sheet = replace(desk.sheet, draft=replace(desk.sheet.draft, **values))  # type: ignore[arg-type]


async def opened(host: Host, pilot: Pilot[Any], template: Template = Template.REPLY) -> None:
    """The composer is open."""
    host.compose_mail(template)
    await pilot.pause()
