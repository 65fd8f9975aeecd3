"""Which line of the settings a limit comes from, said for a person."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from config.durations import spell
from config.lines import lines_of
from config.schema import Client, Rule, Settings
from triage.rules.clients import ClientRule


class SettingsPlaces:
    """Limits with their values and lines, as the file is now."""

    def __init__(self, settings: Settings, path: str) -> None:
        self._settings, self._path = settings, path

    def of(self, key: str, client: ClientRule | None) -> str:
        """ "rule.reply_within is 24h (line 12 of settings.toml)", or that it is the default; or a client's own."""
        table: Rule | Client = self._settings.rule if client is None else self._settings.client[client.place]
        at: tuple[str | int, ...] = ("rule", key) if client is None else ("client", client.place, key)
        value = getattr(table, key)
        said = spell(value) if isinstance(value, timedelta) else value
        line = self._line(at)
        where = "the default" if line is None else f"line {line} of {Path(self._path).name}"
        return f"{at[0]}.{key} is {said} ({where})"

    def _line(self, at: tuple[str | int, ...]) -> int | None:
        try:
            text = Path(self._path).read_text("utf-8-sig")
        except (OSError, ValueError):
            return None
        return lines_of(text).get(at)
