"""How fast Triage is, beside what its users know: medians with the least and the most, both sides run in turn.

python -m tests.bench.speed all --generator PROGRAM
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import programs, reading
from tests.bench.install import Installed, install
from tests.bench.mailboxes import serve
from tests.bench.recompute import recompute

KEY_ROWS = (1_000, 50_000)


def main() -> int:
    """Print the figures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=[*BENCHES, "all"])
    parser.add_argument("--generator", type=Path, help="makes the mailbox that is read (see tests.bench.mailboxes)")
    parser.add_argument("--messages", type=int, default=50_000, help="in that mailbox")
    parser.add_argument("--seed", type=int, default=1, help="of that mailbox")
    parser.add_argument("--threads", type=int, default=10_000, help="in the store of quick-check and first-paint")
    parser.add_argument("--rounds", type=int, help="instead of each bench's own number")
    parser.add_argument("--venv", type=Path, help="where to install Triage, to stay there for the next run")
    options = parser.parse_args()
    if options.generator is None and options.what not in OFFLINE:
        parser.error("this reads mail: give a --generator")
    with install(options.venv) as installed:
        for name in BENCHES if options.what == "all" else [options.what]:
            for line in BENCHES[name](installed, options):
                print(line, flush=True)
    return 0


def _first_read(installed: Installed, options: argparse.Namespace) -> Iterator[object]:
    with serve(options.generator, options.messages, options.seed) as served:
        yield from reading.first_read(installed, served, options.rounds or 3)


def _nothing_new(installed: Installed, options: argparse.Namespace) -> Iterator[object]:
    with serve(options.generator, options.messages, options.seed) as served:
        yield reading.nothing_new(installed, served, options.rounds or 3)


def _quick_check(installed: Installed, options: argparse.Namespace) -> Iterator[object]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield programs.quick_check(installed, Path(folder), options.threads, options.rounds or 20)


def _first_paint(installed: Installed, options: argparse.Namespace) -> Iterator[object]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield programs.first_paint(installed, Path(folder), options.threads, options.rounds or 7)


def _keys(installed: Installed, options: argparse.Namespace) -> Iterator[object]:
    for rows in KEY_ROWS:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            yield from programs.keys(installed, Path(folder), rows, options.rounds or 60)


def _recompute(_: Installed, options: argparse.Namespace) -> Iterator[object]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield from recompute(Path(folder), options.threads, options.rounds or 20)


BENCHES: dict[str, Callable[[Installed, argparse.Namespace], Iterator[object]]] = {
    "first-read": _first_read,
    "nothing-new": _nothing_new,
    "quick-check": _quick_check,
    "first-paint": _first_paint,
    "keys": _keys,
    "recompute": _recompute,
}
OFFLINE = ("quick-check", "first-paint", "keys", "recompute")

if __name__ == "__main__":
    sys.exit(main())
