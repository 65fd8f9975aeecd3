"""What is wrong with a settings file, said so that a person can mend it; values of secrets never stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Where a value stands in the file: keys, and positions in lists counted from 0."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake before its line is known: the path of the value, and a sentence without a full stop."""

    at: Path
    says: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its line, counted from 1 (None: the file as a whole), and a sentence without a full stop."""

    line: int | None
    says: str


class SettingsError(Exception):
    """The settings can't be used. Its text has a line for each mistake, in the file's order, with file and line."""

    def __init__(self, path: str, mistakes: Sequence[Mistake]) -> None:
        self.path = path
        self.mistakes = tuple(sorted(mistakes, key=lambda mistake: mistake.line or 0))
        super().__init__("\n".join(self._line(mistake) for mistake in self.mistakes))

    def _line(self, mistake: Mistake) -> str:
        place = self.path if mistake.line is None else f"{self.path}, line {mistake.line}"
        return f"{place}: {mistake.says}"
