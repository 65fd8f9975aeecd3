"""The interface over a desk that stands still; jobs run at once, so that a test never waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.still_desk import NOW, StillDesk, conversation, row, words
from triage.model.clock import Lane
from triage.model.message import Attachment
from triage.tui.app import TriageApp
from triage.tui.view import View

WIDE, BELOW, NARROW = (120, 40), (90, 38), (80, 24)


class Times:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def times() -> Times:
    return Times()


@pytest.fixture
def desk() -> StillDesk:
    waiting = [
        row("olha", "Olha Kovalenko", "Re: Кошторис на логотип", "Чи встигнемо до п'ятниці?", wait=31),
        row("acme", "Acme Print", "Banner sizes", "Could you send the sizes?", wait=26),
        row("weber", "Jörg Weber", "Angebot", "Guten Tag", wait=21),
        *(row(f"plain{place}", f"Client {place}", f"Subject {place}", f"Text {place}", wait=9) for place in range(30)),
    ]
    resting = [row("theirs", "Anna", "Old thing", resting=Lane.THEIRS, reason=None), row("done", "Boss", "Filed")]
    talk = conversation(
        waiting[0],
        words(
            "My new words\n\n> what was quoted",
            [Attachment(0, "plan.pdf", "application/pdf", 84_211)],
            ["https://client.example/plan", "javascript:alert(1)"],
        ),
        words("An older mail"),
    )
    return StillDesk([*waiting, *resting], {"olha": talk}, older=3)


@pytest.fixture
def triage(desk: StillDesk, times: Times, tmp_path: Path) -> Callable[..., TriageApp]:
    """Makes the application; names are fields of `View`."""

    def make(**view: object) -> TriageApp:
        plain = View(zone=UTC, downloads=tmp_path, dwell=0, **view)  # type: ignore[arg-type]  # fields by name
        return TriageApp(desk, plain, times, start=lambda job: job())

    return make
