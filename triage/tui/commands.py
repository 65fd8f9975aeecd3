"""The command palette: every act by name, from the table."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from config.keymap import KEYMAP, Key, Place
from triage.tui.themes import THEMES

_UNNAMED = {"Move"}
_PANES = {Place.LIST, Place.CONVERSATION}


class Acts(Provider):
    """What can be done now, with its keys."""

    async def discover(self) -> Hits:
        """All of it."""
        for key in self._keys():
            yield DiscoveryHit(_title(key), partial(self._do, key.id), help=key.help)
        for theme in THEMES:
            yield DiscoveryHit(_theme_title(theme.dark), partial(self._wear, theme.name))

    async def search(self, query: str) -> Hits:
        """What fits the words."""
        matcher = self.matcher(query)
        for key in self._keys():
            if (score := matcher.match(_title(key))) > 0:
                yield Hit(score, matcher.highlight(_title(key)), partial(self._do, key.id), help=key.help)
        for theme in THEMES:
            if (score := matcher.match(_theme_title(theme.dark))) > 0:
                yield Hit(score, matcher.highlight(_theme_title(theme.dark)), partial(self._wear, theme.name))

    def _keys(self) -> list[Key]:
        return [
            key for key in KEYMAP if key.group not in _UNNAMED and key.places & _PANES and key.id != "command_palette"
        ]

    async def _do(self, act: str) -> None:
        focused = self.screen.focused
        nodes = [*(focused.ancestors_with_self if focused else [self.screen, self.app])]
        answering = next((node for node in nodes if hasattr(node, f"action_{act}")), None)
        if answering is not None:
            await self.app.run_action(act, answering)

    def _wear(self, theme: str) -> None:
        self.app.theme = theme


def _title(key: Key) -> str:
    return f"{key.label} ({key.shown})"


def _theme_title(dark: bool) -> str:
    return "Dark colours" if dark else "Light colours"
