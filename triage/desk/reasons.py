"""Which line of the settings a limit comes from, said for a person."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from config.durations import spell
from config.lines import lines_of
from config.schema import Client, Rule, Settings, Sharper
from triage.model.act import Tone
from triage.rules.clients import ClientRule
from triage.rules.flags import COMPLAINT


class SettingsPlaces:
    """Limits with their values and lines, as the file is now."""

    def __init__(self, settings: Settings, path: str) -> None:
        self._settings, self._path = settings, path

    def of(self, key: str, client: ClientRule | None) -> str:
        """ "rule.reply_within is 24h (line 12 of settings.toml)", or the default; a client's own, or a flag's."""
        at: tuple[str | int, ...] = ("rule", key)
        table: Rule | Client | Sharper = self._settings.rule
        if client is not None:
            at, table = ("client", client.place, key), self._settings.client[client.place]
        elif key == COMPLAINT:
            at, table = (key, "reply_within"), self._settings.complaint
        elif key in set(Tone):
            at, table = ("tone", key, "reply_within"), getattr(self._settings.tone, key)
        value = getattr(table, str(at[-1]))
        said = spell(value) if isinstance(value, timedelta) else value
        line = self._line(at)
        where = "the default" if line is None else f"line {line} of {Path(self._path).name}"
        name = ".".join(part for part in at if isinstance(part, str))
        return f"{name} is {said} ({where})"

    def _line(self, at: tuple[str | int, ...]) -> int | None:
        try:
            text = Path(self._path).read_text("utf-8-sig")
        except (OSError, ValueError):
            return None
        return lines_of(text).get(at)
