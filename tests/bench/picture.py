"""The picture in the README: the real program on the demo mail, at a fixed moment, as SVG.

python -m tests.bench.picture FILE.svg [COLUMNS ROWS]
"""

from __future__ import annotations

import asyncio
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from triage.demo.run import open_demo
from triage.desk.desk import LocalDesk
from triage.desk.house import open_house
from triage.desk.rounds import read_accounts
from triage.mail.accounts import connect
from triage.tui.app import TriageApp
from triage.tui.view import View

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
# A picture that is looked at fetches nothing.
_FONTS_FROM_ELSEWHERE = re.compile(r"@font-face\s*\{[^}]*\}|<!--.*?-->", re.DOTALL)


def draw(columns: int, rows: int) -> str:
    """Read the demo mail, open the list on it, and return what the screen shows."""
    with open_demo(NOW) as demo:
        house = open_house(str(demo.settings), demo.data)
        desk = LocalDesk(house, connect, lambda: NOW)
        read_accounts(desk, desk.accounts(), lambda _: None, headers_only=False)
        desk.decline_settle()
        app = TriageApp(desk, View(zone=UTC, dwell=0), lambda: NOW)
        picture = asyncio.run(_look(app, columns, rows))
        desk.close()
    return picture


async def _look(app: TriageApp, columns: int, rows: int) -> str:
    async with app.run_test(size=(columns, rows)) as pilot:
        await pilot.press("j", "j")
        for _ in range(40):
            await pilot.pause(0.05)
        return _FONTS_FROM_ELSEWHERE.sub("", app.export_screenshot(title="triage"))


if __name__ == "__main__":
    size = [int(number) for number in sys.argv[2:4]] or [120, 40]
    Path(sys.argv[1]).write_text(draw(*size), encoding="utf-8")
