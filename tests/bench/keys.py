"""What a key takes until its act is on the disk and its row is painted, in a store with thousands of acts.

python -m tests.bench.keys [--acts 10000] [--threads 1000] [--presses 100]
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from tests.bench.figures import percentile, spread
from tests.bench.install import HERE
from tests.bench.stores import Store, build_store
from tests.bench.terminal import Terminal
from triage.desk.house import open_house
from triage.desk.remote import RemoteDesk
from triage.model.act import Act, ActKind, Tone
from triage.model.intents import FlagTone, MarkDone, Outcome
from triage.store.ledger import Ledger
from triage.store.tracking import Tracking
from triage.tui.board import Board, Look

LIMIT = 0.020
_KINDS = (ActKind.TONE, ActKind.NOTE)
_TONES = ("delighted", "calm", "worried", "annoyed")
_PACE = 0.3
_Thing = TypeVar("_Thing")


def main() -> int:
    """Print the figures: the desk behind the screen with the list's own work, then the whole program in a terminal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--acts", type=int, default=10_000, help="on record")
    parser.add_argument("--threads", type=int, default=1_000, help="in the store")
    parser.add_argument("--presses", type=int, default=100, help="of each key")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        store = build_store(Path(folder), options.threads)
        put_acts(store, options.acts, options.threads)
        print(f"{options.acts} acts, {options.threads} threads")
        for line in itertools.chain(behind(store, options.presses), painted(store, options.presses)):
            print(line, flush=True)
    return 0


def put_acts(store: Store, count: int, threads: int, seed: int = 1) -> None:
    """So many acts on the store's messages, and the first-read offer answered."""
    now, chance = datetime.now(UTC), random.Random(seed)
    acts = [
        Act(
            f"{number:032x}",
            kind := chance.choice(_KINDS),
            now - timedelta(days=30, seconds=-number),
            (f"{chance.randrange(threads)}.0@mail.example",),
            note="call them back" if kind is ActKind.NOTE else "",
            value=chance.choice(tuple(Tone)).value if kind is ActKind.TONE else "",
            batch=f"{number:032x}",
        )
        for number in range(count)
    ]
    house = open_house(str(store.settings), store.data)
    Ledger(Tracking(house.tracking, lambda: now)).record(*acts, Act("offered", ActKind.OFFERED, now, ()))


def behind(store: Store, presses: int) -> Iterator[str]:
    """An act behind the screen and back, and its rows put into the list."""
    desk = RemoteDesk(open_house(str(store.settings), store.data), lambda: datetime.now(UTC))
    with closing(desk):
        board = Board(desk.refresh())
        now = datetime.now(UTC)
        names = [one.row.id for lane in board.page(now, Look()).lanes for one in lane.rows]

        def timed(work: Callable[[str], Outcome]) -> list[float]:
            return [_timed(lambda name=name: board.put(work(name).rows)) for name in _around(names, presses)]

        yield _told("tone, desk and list", timed(lambda name: desk.do(FlagTone((name,), Tone.WORRIED))))
        yield _told("undo of it", timed(lambda _: desk.undo()))
        yield _told("done, desk and list", timed(lambda name: desk.do(MarkDone((name,)))))
        yield _told("undo of it", timed(lambda _: desk.undo()))


def painted(store: Store, presses: int) -> Iterator[str]:
    """From a key until the whole program has drawn what it means, which it does when the act is on the disk."""
    with Terminal([*HERE.triage, *store.options()]) as terminal:
        terminal.until("OVERDUE")
        terminal.rest()
        overdue = int(re.findall(r"(\d+) overdue", terminal.text)[-1])
        terminal.react("5", "angry")
        flagged, unflagged, done, undone = [], [], [], []
        for key, tone in _around(tuple(zip("1234", _TONES, strict=True)), presses):
            flagged.append(_react(terminal, key, tone))
            unflagged.append(_react(terminal, "u", "angry"))
        for _ in range(presses):
            done.append(_react(terminal, "d", rf"\b{overdue - 1} overdue"))
            undone.append(_react(terminal, "u", rf"\b{overdue} overdue"))
        yield _told("tone, to its row painted", flagged)
        yield _told("undo of it", unflagged)
        yield _told("done, to the list painted", done)
        yield _told("undo of it", undone)
        terminal.send("q")
        terminal.end()


def _react(terminal: Terminal, key: str, pattern: str) -> float:
    """At the pace of somebody who looks at what was drawn before the next key."""
    terminal.settle(_PACE)
    return terminal.react(key, pattern)


def _around(things: Sequence[_Thing], count: int) -> Iterator[_Thing]:
    return itertools.islice(itertools.cycle(things), count)


def _timed(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _told(name: str, taken: Sequence[float]) -> str:
    middle = spread(taken)
    verdict = "met" if middle.median <= LIMIT else "MISSED"
    slow = percentile(taken, 0.95) * 1000
    return f"{name}: {middle}, 95 of 100 in {slow:.1f} ms; median of {LIMIT * 1000:.0f} ms: {verdict}"


if __name__ == "__main__":
    sys.exit(main())
