"""What the composer asks for: the language, the time that the mail names, and the files that go with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from triage.rules.moments import spell_date
from triage.tui.composer_words import LANGUAGES, file_name, size_of
from triage.tui.menu import Menu
from triage.tui.prompts import LinePrompt, Reading, read_time
from widgets.words import size


class LanguageMenu(Menu[str]):
    """The languages that there are templates in."""

    def __init__(self, language: str) -> None:
        self._codes = list(LANGUAGES)
        chosen = self._codes.index(language) if language in LANGUAGES else 0
        entries = [f"{name}  {code}" for code, name in LANGUAGES.items()]
        super().__init__("Language of this client", entries, "Enter takes it · Esc leaves all as it is", chosen)

    def take(self, place: int) -> None:
        """Write in that."""
        self.dismiss(self._codes[place])


class FilesMenu(Menu[int]):
    """The first entry attaches another file (-1), each other takes one away (its place)."""

    def __init__(self, paths: Sequence[str]) -> None:
        entries = ["attach another file", *(f"take away {file_name(path)}" for path in paths)]
        super().__init__("Attached files", entries, "Enter takes it · Esc leaves all as it is")

    def take(self, place: int) -> None:
        """Attach another, or take that one away."""
        self.dismiss(place - 1)


def time_prompt(until: datetime | None, now: Callable[[], datetime], zone: tzinfo) -> LinePrompt[datetime | None]:
    """Asks for the time that the mail names, the present one filled in."""
    return LinePrompt(
        "The time that the mail names",
        lambda text: read_time(text, now(), zone),
        "“fri 17:00”, “2h”, «завтра в 10»; empty: none · Enter takes it · Esc closes",
        spell_date(until, now(), zone) if until else "",
    )


def path_prompt() -> LinePrompt[str]:
    """Asks for the path of a file; only one that is there and can be read is taken."""
    return LinePrompt("Attach a file", read_path, "Its path, ~ is the home folder · Enter attaches it · Esc closes")


def read_path(text: str) -> Reading[str]:
    """The whole path that a person means by a text, and whether a file is there."""
    if not text.strip():
        return Reading("", "", good=False)
    try:
        path = Path(text.strip()).expanduser().absolute()
    except RuntimeError:
        return Reading("", "There is no such home folder.", good=False)
    bytes_ = size_of(str(path))
    if bytes_ is None:
        return Reading("", "No such file.", good=False)
    if not os.access(path, os.R_OK):
        return Reading("", "This file may not be read.", good=False)
    return Reading(str(path), f"{file_name(str(path))}  {size(bytes_)}")
