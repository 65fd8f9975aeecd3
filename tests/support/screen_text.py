"""What a person reads on a Textual screen, taken from the program's own picture of it."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from typing import Any

from textual.app import App
from textual.pilot import Pilot

_TEXT = re.compile(r'<text class="[^"]*-r\d+" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')


def screen_text(app: App[Any]) -> str:
    """The screen's lines, without the spaces at their ends."""
    lines: dict[float, list[tuple[float, str]]] = defaultdict(list)
    for x, y, text in _TEXT.findall(app.export_screenshot()):
        lines[float(y)].append((float(x), html.unescape(text).replace("\N{NO-BREAK SPACE}", " ")))
    return "\n".join("".join(text for _, text in sorted(parts)).rstrip() for _, parts in sorted(lines.items()))


async def wait_for(pilot: Pilot[Any], text: str) -> None:
    """Go on once the screen shows this: what a key sets going may take more than one turn of the event loop."""
    for _ in range(200):
        if text in screen_text(pilot.app):
            return
        await pilot.pause()
    raise AssertionError(f"“{text}” does not appear:\n{screen_text(pilot.app)}")
