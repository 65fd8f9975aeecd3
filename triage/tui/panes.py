"""List and conversation, and what of them is in view: both beside or below each other, or one alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta, tzinfo

from textual.containers import Container
from textual.message import Message

from config.keymap import Place
from widgets.conversation import ConversationPane
from widgets.letters import Section
from widgets.thread_list import ThreadList

_BESIDE_COLUMNS, _BELOW_COLUMNS, _BELOW_LINES = 100, 80, 36


class Panes(Container):
    """The middle of the main screen, covered by its two panes."""

    BLANK = True

    DEFAULT_CSS = """
    Panes {
        height: 1fr;
        ConversationPane { display: none; }
        &.-reading {
            ThreadList { display: none; }
            ConversationPane { display: block; }
        }
        &.-below {
            ThreadList { display: block; }
            ConversationPane { display: block; border-top: solid $foreground 20%; }
        }
        &.-beside {
            layout: horizontal;
            ThreadList { display: block; max-width: 84; }
            ConversationPane { display: block; border-left: solid $foreground 20%; }
        }
    }
    """

    class Arranged(Message):
        """The window's size or the person's choice has changed what is in view."""

    def __init__(self, zone: tzinfo | None, undo_for: timedelta) -> None:
        self.threads = ThreadList(zone, undo_for)
        self.conversation = ConversationPane(_fold)
        super().__init__(self.threads, self.conversation)

    @property
    def both(self) -> bool:
        """Both panes are in view."""
        return self.has_class("-beside") or self.has_class("-below")

    @property
    def place(self) -> Place:
        """The pane that has the keys."""
        return Place.CONVERSATION if self.conversation.has_focus else Place.LIST

    def on_mount(self) -> None:
        """The window's size is known before the first paint."""
        self._arrange()

    def on_resize(self) -> None:
        """Arrange the panes anew."""
        self._arrange()
        self.post_message(self.Arranged())

    def to_conversation(self) -> None:
        """The conversation gets the keys, and comes into view."""
        self.add_class("-reading")
        self.conversation.focus()

    def to_list(self) -> None:
        """The list gets the keys, and comes into view."""
        self.remove_class("-reading")
        self.threads.focus()
        self.post_message(self.Arranged())

    def _arrange(self) -> None:
        width, height = self.app.size
        beside = width >= _BESIDE_COLUMNS
        self.set_class(beside, "-beside")
        self.set_class(not beside and width >= _BELOW_COLUMNS and height >= _BELOW_LINES, "-below")


def _fold(text: str) -> Sequence[Section]:
    from triage.rules.quoting import fold

    return fold(text)
