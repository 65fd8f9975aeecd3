"""The benches of the program itself: the quick check, the first paint, a key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.figures import Comparison, compare, percentile, spread, time_process
from tests.bench.install import Installed
from tests.bench.stores import build_store
from tests.bench.terminal import Terminal

QUICK_LIMIT, PAINT_LIMIT, KEY_LIMIT = 2.0, 1.6, 0.016
_EMPTY = """\
from textual.app import App
from textual.widgets import Static

class Empty(App):
    def compose(self):
        yield Static("Ready")

Empty().run()
"""


def quick_check(installed: Installed, folder: Path, threads: int, rounds: int) -> Comparison:
    """`triage --overdue` against `python -c pass`, whole processes."""
    store = build_store(folder, threads)
    return compare(
        f"triage --overdue of {threads} threads",
        lambda: time_process([*installed.triage, "--overdue", *store.options()], {1}),
        "python -c pass",
        lambda: time_process([installed.python, "-c", "pass"]),
        rounds=rounds,
        limit=QUICK_LIMIT,
    )


def first_paint(installed: Installed, folder: Path, threads: int, rounds: int) -> Comparison:
    """From the start of `triage` to the first row of its list, against an empty Textual program to its one word."""
    store = build_store(folder, threads)
    return compare(
        f"first paint of {threads} threads",
        lambda: _drawn([*installed.triage, *store.options()], store.first),
        "an empty Textual app",
        lambda: _drawn([installed.python, "-c", _EMPTY], "Ready"),
        rounds=rounds,
        limit=PAINT_LIMIT,
    )


def keys(installed: Installed, folder: Path, threads: int, presses: int) -> Iterator[str]:
    """What a key takes to its paint: as soon as the list is there, and when all that goes on behind it is done."""
    store = build_store(folder, threads)
    with Terminal([*installed.triage, *store.options()]) as terminal:
        terminal.until(store.first)
        terminal.settle()
        yield _key_figures(f"key j, {threads} rows, at once", terminal, presses)
        terminal.rest()
        yield _key_figures(f"key j, {threads} rows, at rest", terminal, presses)
        terminal.send("q")
        terminal.end()


def _key_figures(name: str, terminal: Terminal, presses: int) -> str:
    taken = [taken for _ in range(presses) if (taken := terminal.press("j")) is not None]
    slow = percentile(taken, 0.95)
    verdict = "met" if slow <= KEY_LIMIT else "MISSED"
    return f"{name}: {spread(taken)}, 95 of 100 in {slow * 1000:.1f} ms of {KEY_LIMIT * 1000:.0f}: {verdict}"


def _drawn(command: Sequence[str], pattern: str) -> float:
    """The time until a full-screen program has drawn a text."""
    with Terminal(command) as terminal:
        return terminal.until(pattern)
