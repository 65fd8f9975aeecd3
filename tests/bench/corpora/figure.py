"""One measured figure of reading mail: what was counted, over which set, and what is wanted of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Measured(Protocol):
    """A figure of any form, which says itself as a line."""

    @property
    def met(self) -> bool:
        """What is wanted is reached; always so where nothing is."""


Measure = Callable[[Path], Iterator[Measured]]
"""Takes the folder of the corpora, one topic a folder, and yields its figures, by set first, then over all of them."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`count` of `total` cases of a set; `wanted` is a share of them, at most so many where `at_most`, None: no aim.

    A score that is no count (F1) stands in `score`, between 0 and 1, and decides instead of the share.
    """

    what: str
    of: str
    count: int
    total: int
    wanted: float | None = None
    at_most: bool = False
    score: float | None = None

    @property
    def met(self) -> bool:
        """What is wanted is reached; always so where nothing is."""
        if self.wanted is None:
            return True
        if self.at_most:
            return self.count <= self.wanted
        return (self.count / max(self.total, 1) if self.score is None else self.score) >= self.wanted

    def __str__(self) -> str:
        measured = f"{self.count} of {self.total} ({self.count / max(self.total, 1):.1%})"
        if self.score is not None:
            measured = f"{self.score:.3f} ({measured})"
        if self.wanted is None:
            return f"{self.what}, {self.of}: {measured}"
        aim = f"at most {self.wanted:g}" if self.at_most else f"at least {self.wanted:g}"
        return f"{self.what}, {self.of}: {measured}, wanted {aim}: {'met' if self.met else 'MISSED'}"


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds that something takes, and at most how many it may take; None: no aim."""

    what: str
    of: str
    seconds: float
    wanted: float | None = None

    @property
    def met(self) -> bool:
        """It takes no longer than wanted; always so where nothing is."""
        return self.wanted is None or self.seconds <= self.wanted

    def __str__(self) -> str:
        said = f"{self.what}, {self.of}: {self.seconds * 1000:.3f} ms"
        if self.wanted is None:
            return said
        return f"{said}, wanted at most {self.wanted * 1000:g} ms: {'met' if self.met else 'MISSED'}"
