"""What is asked on leaving while a mail of mine has not left: send it now, keep it for next time, or stay."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from config.keymap import key_of
from triage.tui.postman import Postman
from widgets.bindings import bindings
from widgets.cells import steady
from widgets.words import counted

_NAMED = 3


class LeaveScreen(ModalScreen[bool]):
    """True when Triage is to be left. What can't be sent stays queued, and that is said before it closes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("send_now", "keep_queued", "back")

    DEFAULT_CSS = """
    LeaveScreen {
        align: left bottom;
        background: transparent;
        & > Vertical { height: auto; padding: 0 2; border-top: solid $accent; background: $surface; }
        Static { height: auto; }
    }
    """

    def __init__(self, postman: Postman) -> None:
        super().__init__()
        self._postman = postman
        self._under_way = False
        self._said = Static()
        self._keys = Static()

    def compose(self) -> ComposeResult:
        """What has not left, and what each key does."""
        with Vertical():
            yield self._said
            yield self._keys

    def on_mount(self) -> None:
        """Name the mails."""
        mails = self._postman.leaving
        names = ", ".join(dict.fromkeys(mail.names for mail in mails[:_NAMED]))
        more = ", …" if len(mails) > _NAMED else ""
        self._say(f"{_have(len(mails), 'not left yet')}: to {names}{more}.", "send_now", "keep_queued", "back")

    def action_send_now(self) -> None:
        """Let all leave that can, then leave Triage."""
        if not self._under_way:
            self._under_way = True
            self._say(f"Sending {counted(len(self._postman.leaving), 'mail')} …", "keep_queued", "back")
            self._postman.send_now(self._sent)

    def action_keep_queued(self) -> None:
        """Leave Triage; the mails leave when it is opened again."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Stay."""
        self.dismiss(False)

    def _sent(self) -> None:
        if not self.is_attached:
            return
        self._under_way = False
        hanging = self._postman.mails
        if not hanging:
            self.dismiss(True)
            return
        why = next((f" {mail.words}" for mail in hanging if mail.words), "")
        left = f"{_have(len(hanging), 'not left')} and {'stays' if len(hanging) == 1 else 'stay'} in the outbox.{why}"
        self._say(left, "send_now", "keep_queued", "back")

    def _say(self, sentence: str, *acts: str) -> None:
        keys: list[Content | tuple[str, str]] = []
        for key in map(key_of, acts):
            keys += [(key.first, "$accent"), Content(f" {'Stay' if key.id == 'back' else key.label}   ")]
        self._said.update(Content.styled(steady(sentence), "bold"))
        self._keys.update(Content.assemble(*keys))


def _have(mails: int, what: str) -> str:
    return f"{counted(mails, 'mail')} {'has' if mails == 1 else 'have'} {what}"
