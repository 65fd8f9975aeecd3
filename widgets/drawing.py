"""Lines drawn from plain text and named inks; text is never read as markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from widgets.cells import steady

Piece = tuple[str, str]
"""A text and its ink: one of the names in `Inked.COMPONENT_CLASSES` without "ink--", or "" for the plain one."""


class Inked(Widget):
    """A widget that draws its own lines, with the one set of inks that all of them share."""

    DEFAULT_CSS = """
    Inked {
        & > .ink--strong, & > .ink--title { text-style: bold; }
        & > .ink--quiet { color: $foreground 64%; }
        & > .ink--faint { color: $foreground 30%; }
        & > .ink--late { color: $error; text-style: bold; }
        & > .ink--soon { color: $warning; }
        & > .ink--hot { color: $warning; text-style: bold; }
        & > .ink--good { color: $success; }
        & > .ink--accent { color: $accent; }
        & > .ink--cursor { background: $foreground 7%; }
        &:focus > .ink--cursor { background: $foreground 12%; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "ink--strong",
        "ink--title",
        "ink--quiet",
        "ink--faint",
        "ink--late",
        "ink--soon",
        "ink--hot",
        "ink--good",
        "ink--accent",
        "ink--cursor",
    }

    _inks: dict[str, Style] | None = None

    def notify_style_update(self) -> None:
        """Forget the inks: the theme, the focus or the colours have changed."""
        self._inks = None
        super().notify_style_update()

    @property
    def ground(self) -> Style:
        """The style of what has no ink of its own, with the background."""
        inks = self._inks = self._inks or {"": Style.null()}
        style = inks.get("ground")
        if style is None:
            style = inks["ground"] = self.rich_style
        return style

    @property
    def cursor_ground(self) -> Style:
        """The ground under the cursor."""
        return self.ground + self._full_ink("cursor").background_style

    def ink(self, name: str) -> Style:
        """The style of an ink, without a background."""
        inks = self._inks = self._inks or {"": Style.null()}
        style = inks.get(name)
        if style is None:
            full = self._full_ink(name)
            style = inks[name] = Style.from_color(full.color) + full.without_color
        return style

    def draw(self, pieces: Iterable[Piece], width: int, base: Style) -> Strip:
        """One line of exactly `width` cells on the base style; what is too long is cropped."""
        segments = [Segment(steady(text), base + self.ink(name)) for text, name in pieces if text]
        return Strip(segments).adjust_cell_length(width, base)

    def _full_ink(self, name: str) -> Style:
        return self.get_component_rich_style(f"ink--{name}")
