"""The menu of a conversation's attachments and links: nothing is saved, opened or fetched but on the person's key."""

from __future__ import annotations

import subprocess
import sys
import webbrowser
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from config.keymap import key_of
from triage.desk.port import Desk, DeskError
from triage.model.conversation import Conversation, Entry
from triage.model.message import Attachment
from triage.tui.crew import Crew
from triage.tui.menu import Menu
from widgets.bindings import bindings
from widgets.words import size

_OPENABLE = ("https://", "http://")
_FOOT = "Enter or its number saves a file or shows a link · Esc closes"


@dataclass(frozen=True, slots=True)
class Thing:
    """A file (in the message with that key) or a link, and who sent it."""

    key: str
    who: str
    file: Attachment | None
    link: str = ""


def things_in(conversation: Conversation) -> list[Thing]:
    """All files, newest message first, then all links."""
    files = [
        Thing(entry.key, _who(entry), file)
        for entry in conversation.entries
        for file in (entry.words.attachments if entry.words else ())
    ]
    links: dict[str, Thing] = {}
    for entry in conversation.entries:
        for link in entry.words.links if entry.words else ():
            links.setdefault(link, Thing(entry.key, _who(entry), None, link))
    return [*files, *links.values()]


class AttachmentMenu(Menu[None]):
    """Files are saved first, then opened if wanted; a link's whole address is shown before it can be opened."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("open_saved")

    def __init__(self, things: list[Thing], desk: Desk, crew: Crew, folder: Path) -> None:
        super().__init__("Attachments and links", [_entry_of(thing) for thing in things], _FOOT)
        self._things = things
        self._desk = desk
        self._crew = crew
        self._folder = folder
        self._ready: Path | str | None = None

    def take(self, place: int) -> None:
        """Save the file, or show the link."""
        thing = self._things[place]
        self._ready = None
        if thing.file is not None:
            self.say(f"Saving {thing.file.name} …")
            self._crew.do(
                partial(self._desk.save_attachment, thing.key, thing.file.part, self._folder), self._saved, self._failed
            )
        elif thing.link.lower().startswith(_OPENABLE):
            self._ready = thing.link
            self.say(thing.link, f"{key_of('open_saved').first} opens it in the browser")
        else:
            self.say(thing.link, "Triage opens web addresses only.")

    def action_open_saved(self) -> None:
        """Open what was saved or shown last."""
        if isinstance(self._ready, Path):
            _open_file(self._ready)
        elif self._ready is not None:
            webbrowser.open(self._ready)

    def _saved(self, path: Path) -> None:
        self._ready = path
        self.say(f"Saved as {path}", f"{key_of('open_saved').first} opens it")

    def _failed(self, error: DeskError) -> None:
        self.say(f"! {error.why}")


def _who(entry: Entry) -> str:
    return "me" if entry.mine else entry.author.shown


def _entry_of(thing: Thing) -> str:
    if thing.file is None:
        return thing.link
    return f"{thing.file.name}  {size(thing.file.size)}  {thing.who}"


def _open_file(path: Path) -> None:
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    subprocess.Popen(  # noqa: S603 (a fixed program, the path as one argument, no shell)
        [opener, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
