"""The one table of keys, from which bindings, footer, help and command palette are made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from config.layouts import characters_of


class Place(StrEnum):
    """Where the hand is when it presses a key."""

    LIST = "list"
    CONVERSATION = "conversation"
    MENU = "menu"


@dataclass(frozen=True, slots=True)
class Key:
    """One act and its keys.

    `id` is the act's name in bindings and settings. `keys` are letters and signs as typed, or Textual's names of the
    others. `footer` is the rank among the keys shown at the foot of the screen, None where it is not shown there.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    places: frozenset[Place]
    footer: int | None = None

    @property
    def shown(self) -> str:
        """The keys as people read them: "j ↓"."""
        return " ".join(dict.fromkeys(_SHOWN.get(key, key) for key in self.keys if key not in _UNSHOWN))

    @property
    def first(self) -> str:
        """The key to name where there is room for one."""
        return _SHOWN.get(self.keys[0], self.keys[0])


_SHOWN = {
    "down": "↓",
    "up": "↑",
    "home": "Home",
    "end": "End",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "space": "Space",
    "f1": "F1",
    "f3": "F3",
    "ctrl+f": "Ctrl+F",
    "ctrl+p": "Ctrl+P",
}
_UNSHOWN = frozenset({"shift+tab"})

_LIST = frozenset({Place.LIST})
_CONVERSATION = frozenset({Place.CONVERSATION})
_MENU = frozenset({Place.MENU})
_PANES = _LIST | _CONVERSATION
_ALL = frozenset(Place)

KEYMAP = (
    Key("move_down", ("j", "down"), "Down", "one thread or one line down", "Move", _ALL),
    Key("move_up", ("k", "up"), "Up", "one thread or one line up", "Move", _ALL),
    Key("move_first", ("g", "home"), "First", "to the first", "Move", _ALL),
    Key("move_last", ("G", "end"), "Last", "to the last", "Move", _ALL),
    Key("page_down", ("pagedown",), "Page down", "one screen down", "Move", _ALL),
    Key("page_up", ("pageup",), "Page up", "one screen up", "Move", _ALL),
    Key("other_pane", ("tab", "shift+tab"), "Other pane", "to the other pane", "Move", _PANES),
    Key("open", ("enter",), "Open", "read the conversation; unfold a lane", "Read", _LIST, footer=0),
    Key("back", ("escape",), "Back", "go back; clear search, filter, selection", "Read", _ALL, footer=6),
    Key("quotes", ("o", "enter"), "Quotes", "show or fold quoted text", "Read", _CONVERSATION, footer=1),
    Key("attachments", ("v",), "Attachments", "attachments and links: save, open", "Read", _PANES, footer=2),
    Key(
        "search", ("/", "f3", "ctrl+f"), "Search", "search clients, subjects, addresses, text", "Find", _PANES, footer=3
    ),
    Key("filter", ("f",), "Filter", "show one lane or one account only", "Find", _PANES, footer=4),
    Key("read_mail", ("R",), "Read mail", "read mail now", "Find", _PANES, footer=5),
    Key("select", ("space",), "Select", "select the thread, or not", "Act", _LIST),
    Key("undo", ("u",), "Undo", "take back the last act", "Act", _PANES),
    Key("settle", ("D",), "Nothing older waits", "after the first read: older threads are done", "Act", _PANES),
    Key("keys", ("?", "f1"), "Keys", "all keys", "Triage", _PANES),
    Key("command_palette", ("ctrl+p",), "Palette", "all acts by name", "Triage", _PANES),
    Key("quit", ("q",), "Quit", "leave Triage", "Triage", _PANES),
    Key("choose", ("enter",), "Choose", "take the entry, as its number does", "In a menu", _MENU),
    Key("open_saved", ("o",), "Open", "open the file that was saved, or the link that is shown", "In a menu", _MENU),
)

_BY_ID = {key.id: key for key in KEYMAP}


def key_of(act: str) -> Key:
    """The table's line for an act; KeyError where there is none."""
    return _BY_ID[act]


def keys_at(place: Place) -> tuple[Key, ...]:
    """All that can be pressed there, in the table's order."""
    return tuple(key for key in KEYMAP if place in key.places)


def keys_on(layout: str, key: Key) -> tuple[str, ...]:
    """The act's keys, and what the same keys send on a Cyrillic layout ("" is a Latin keyboard)."""
    characters = characters_of(layout)
    return key.keys + tuple(characters[name] for name in key.keys if name in characters)
