"""Which line of the settings a limit comes from, said for a person."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from config.durations import Length, spell
from config.lines import lines_of
from config.schema import Settings


class SettingsPlaces:
    """Settings with their values and lines, as the file is now."""

    def __init__(self, settings: Settings, path: str) -> None:
        self._settings, self._path = settings, path

    def at(self, place: tuple[str | int, ...]) -> str:
        """ "rule.reply_within is 24h (line 12 of settings.toml)", or "the default"; `place` as `config.errors.Path`."""
        value: Any = self._settings
        for part in place:
            value = value[part] if isinstance(part, int) or isinstance(value, dict) else getattr(value, part)
        said = spell(value) if isinstance(value, timedelta | Length) else value
        line = self._line(place)
        where = "the default" if line is None else f"line {line} of {Path(self._path).name}"
        name = ".".join(part for part in place if isinstance(part, str))
        return f"{name} is {said} ({where})"

    def _line(self, at: tuple[str | int, ...]) -> int | None:
        try:
            text = Path(self._path).read_text("utf-8-sig")
        except (OSError, ValueError):
            return None
        return lines_of(text).get(at)
