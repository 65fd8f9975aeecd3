"""Opens the interface and stays until the person leaves it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from triage.tui.app import TriageApp
from triage.tui.pacing import give_way

if TYPE_CHECKING:
    from triage.desk.port import Desk
    from triage.tui.view import View


def run(desk: Desk, view: View) -> int:
    """Run the interface; the exit status for the shell: 0, or 4 where it broke."""
    give_way()
    app = TriageApp(desk, view, lambda: datetime.now(UTC))
    app.run()
    return 0 if app.return_code == 0 else 4
