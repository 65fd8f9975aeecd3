"""Which line of the settings a limit comes from, said for a person."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from config.durations import spell
from config.lines import lines_of
from config.schema import Settings


class SettingsPlaces:
    """The keys of [rule] with their values and lines, as the file was when it was read."""

    def __init__(self, settings: Settings, path: str) -> None:
        self._settings, self._path = settings, path

    def of_rule(self, key: str) -> str:
        """ "rule.reply_within is 24h (line 12 of settings.toml)", or that it is the default."""
        value = getattr(self._settings.rule, key)
        said = spell(value) if isinstance(value, timedelta) else value
        line = self._line(key)
        where = "the default" if line is None else f"line {line} of {Path(self._path).name}"
        return f"rule.{key} is {said} ({where})"

    def _line(self, key: str) -> int | None:
        try:
            text = Path(self._path).read_text("utf-8-sig")
        except (OSError, ValueError):
            return None
        return lines_of(text).get(("rule", key))
