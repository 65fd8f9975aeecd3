"""Timed runs as figures: a median between the least and the most, and what is measured against what."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Run = Callable[[], float]
"""Does something once and returns the seconds it took."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Seconds: the middle of several runs, the fastest and the slowest."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{_told(self.median)} ({_told(self.least)}–{_told(self.most)})"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Triage against a peer, in turn; `limit` is how many times the peer's time it may take."""

    name: str
    ours: Spread
    peer: str
    theirs: Spread
    limit: float

    @property
    def ratio(self) -> float:
        """How many times the peer's time Triage takes."""
        return self.ours.median / self.theirs.median

    def __str__(self) -> str:
        verdict = "met" if self.ratio <= self.limit else "MISSED"
        return (
            f"{self.name}: {self.ours}, {self.peer}: {self.theirs}, ratio {self.ratio:.2f} of {self.limit}: {verdict}"
        )


def spread(seconds: Iterable[float]) -> Spread:
    """The spread of at least one run."""
    ordered = sorted(seconds)
    return Spread(median(ordered), ordered[0], ordered[-1])


def percentile(seconds: Sequence[float], share: float) -> float:
    """The least time that `share` of the runs keep within."""
    ordered = sorted(seconds)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def compare(name: str, ours: Run, peer: str, theirs: Run, *, rounds: int, limit: float) -> Comparison:
    """Run both in turn: a busy machine then hits both alike."""
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    return Comparison(name, spread(a for a, _ in pairs), peer, spread(b for _, b in pairs), limit)


def time_process(command: Sequence[str], statuses: Collection[int] = (0,)) -> float:
    """Seconds of a whole process; what it prints goes nowhere. Raises RuntimeError at any other exit status."""
    started = perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    taken = perf_counter() - started
    if done.returncode not in statuses:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}")
    return taken


def _told(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"
