"""The line in which a search is typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class SearchBar(Input):
    """One line: what is typed counts at once; Enter keeps it, Esc clears it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear_search", "Clear", show=False),
        Binding("enter,down", "keep_search", "Keep", show=False),
    ]

    DEFAULT_CSS = """
    SearchBar, SearchBar:focus {
        border: none;
        height: 1;
        padding: 0 1;
        background: $surface;
    }
    """

    class Kept(Message):
        """The person goes on to the list."""

    class Cleared(Message):
        """The person searches no more."""

    def __init__(self) -> None:
        super().__init__(placeholder="Search clients, subjects, addresses, text", select_on_focus=False)

    def action_keep_search(self) -> None:
        """Leave the line as it is."""
        self.post_message(self.Kept())

    def action_clear_search(self) -> None:
        """Leave and forget it."""
        self.post_message(self.Cleared())
