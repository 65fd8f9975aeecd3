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
    COMPOSER = "composer"
    OUTBOX = "outbox"
    QUESTION = "question"
    LEAVING = "leaving"


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
    "ctrl+s": "Ctrl+S",
    "ctrl+o": "Ctrl+O",
    "ctrl+r": "Ctrl+R",
    "ctrl+l": "Ctrl+L",
    "ctrl+t": "Ctrl+T",
    "ctrl+x": "Ctrl+X",
    "ctrl+n": "Ctrl+N",
    "ctrl+b": "Ctrl+B",
    "ctrl+g": "Ctrl+G",
    "f2": "F2",
    "f4": "F4",
    "f5": "F5",
    "f6": "F6",
    "f7": "F7",
    "f8": "F8",
    "f9": "F9",
    "f10": "F10",
}
_UNSHOWN = frozenset({"shift+tab"})

_LIST = frozenset({Place.LIST})
_CONVERSATION = frozenset({Place.CONVERSATION})
_MENU = frozenset({Place.MENU})
_PANES = _LIST | _CONVERSATION
_ALL = _PANES | _MENU
_COMPOSER = frozenset({Place.COMPOSER})
_OUTBOX = frozenset({Place.OUTBOX})
_QUESTION = frozenset({Place.QUESTION})
_LEAVING = frozenset({Place.LEAVING})
_WRITING, _SENDING, _ASKED = "In the composer", "In the outbox", "When asked"

KEYMAP = (
    Key("move_down", ("j", "down"), "Down", "one thread or one line down", "Move", _ALL | _OUTBOX),
    Key("move_up", ("k", "up"), "Up", "one thread or one line up", "Move", _ALL | _OUTBOX),
    Key("move_first", ("g", "home"), "First", "to the first", "Move", _ALL),
    Key("move_last", ("G", "end"), "Last", "to the last", "Move", _ALL),
    Key("page_down", ("pagedown",), "Page down", "one screen down", "Move", _ALL),
    Key("page_up", ("pageup",), "Page up", "one screen up", "Move", _ALL),
    Key("other_pane", ("tab", "shift+tab"), "Other pane", "to the other pane", "Move", _PANES),
    Key("open", ("enter",), "Open", "read the conversation; unfold a lane", "Read", _LIST, footer=0),
    Key(
        "back",
        ("escape",),
        "Back",
        "go back; clear search, filter, selection",
        "Read",
        _ALL | _OUTBOX | _QUESTION | _LEAVING,
        footer=6,
    ),
    Key("quotes", ("x", "enter"), "Quotes", "show or fold quoted text", "Read", _CONVERSATION, footer=1),
    Key("attachments", ("v",), "Attachments", "attachments and links: save, open", "Read", _PANES, footer=2),
    Key(
        "search", ("/", "f3", "ctrl+f"), "Search", "search clients, subjects, addresses, text", "Find", _PANES, footer=3
    ),
    Key("filter", ("f",), "Filter", "show one lane, tone, mark or account only", "Find", _PANES, footer=4),
    Key("read_mail", ("R",), "Read mail", "read mail now", "Find", _PANES, footer=5),
    Key("explain", ("e",), "Explain", "why the thread stands where it does", "Find", _PANES),
    Key("outbox", ("o",), "Outbox", "mails that have not left yet", "Find", _PANES),
    Key("acknowledge", ("a",), "Acknowledge", "say that it has arrived, and when you will answer", "Answer", _PANES),
    Key("acknowledge_by", ("A",), "Acknowledge by", "the same, with a time that you type first", "Answer", _PANES),
    Key("status", ("s",), "Status", "status update: progress, delay, done, questions, call", "Answer", _PANES),
    Key("reply", ("r",), "Reply", "write an answer", "Answer", _PANES),
    Key("promise", ("p",), "Promise", "promise a time; it is kept, moved, withdrawn", "Answer", _PANES),
    Key("late", ("l",), "Late", "write that it will be later, with a new time", "Answer", _PANES),
    Key("only_acknowledged", ("i",), "Only acknowledged", "my last mail was no answer yet", "Answer", _PANES),
    Key("done", ("d",), "Done", "no answer is needed", "Put away", _PANES),
    Key("snooze", ("z",), "Snooze", "hide it until a time that you type", "Put away", _PANES),
    Key("follow_up", ("b",), "Follow-up", "bring it back on a date; with no date: no longer", "Put away", _PANES),
    Key("mute", ("m",), "Not a client", "nothing from this sender waits", "Put away", _PANES),
    Key("tone_delighted", ("1",), "Delighted", "the client sounds delighted", "Note down", _PANES),
    Key("tone_calm", ("2",), "Calm", "the client sounds calm", "Note down", _PANES),
    Key("tone_worried", ("3",), "Worried", "the client sounds worried", "Note down", _PANES),
    Key("tone_annoyed", ("4",), "Annoyed", "the client sounds annoyed", "Note down", _PANES),
    Key("tone_angry", ("5",), "Angry", "the client sounds angry", "Note down", _PANES),
    Key("tone_clear", ("0",), "No tone", "clear the tone", "Note down", _PANES),
    Key("tone", ("t",), "Tone", "the tone with a note, and its history", "Note down", _PANES),
    Key("complaint", ("!",), "Complaint", "it is a complaint, or not", "Note down", _PANES),
    Key("urgent", ("U",), "Urgent", "it is urgent, or not", "Note down", _PANES),
    Key("work", ("w",), "Running work", "running work: on, emergency, paused, off", "Note down", _PANES),
    Key("note", ("n",), "Note", "a note for yourself, never part of a mail", "Note down", _PANES),
    Key(
        "select",
        ("space",),
        "Select",
        "select the thread, or not; keys then act on all selected",
        "Select, undo",
        _LIST,
    ),
    Key("undo", ("u",), "Undo", "take back the last act", "Select, undo", _PANES),
    Key(
        "settle", ("D",), "Nothing older waits", "after the first read: older threads are done", "Select, undo", _PANES
    ),
    Key("keys", ("?", "f1"), "Keys", "all keys", "Triage", _PANES),
    Key("command_palette", ("ctrl+p",), "Palette", "all acts by name", "Triage", _PANES),
    Key("quit", ("q",), "Quit", "leave Triage", "Triage", _PANES),
    Key("send", ("ctrl+s", "f2"), "Send", "let the mail leave", _WRITING, _COMPOSER, footer=0),
    Key("save_draft", ("ctrl+o", "f4"), "Save draft", "put it into Drafts on the server", _WRITING, _COMPOSER, 1),
    Key("kind", ("ctrl+t", "f5"), "Kind", "another kind of status update", _WRITING, _COMPOSER, footer=2),
    Key("name_time", ("ctrl+n", "f6"), "Time", "the time that the mail names", _WRITING, _COMPOSER, footer=4),
    Key("language", ("ctrl+l", "f7"), "Language", "the language of this client", _WRITING, _COMPOSER, footer=5),
    Key("quote_questions", ("ctrl+r", "f8"), "Quote", "quote what the client asks", _WRITING, _COMPOSER, footer=6),
    Key("next_blank", ("ctrl+g", "f3"), "Blank", "to the next blank of the template", _WRITING, _COMPOSER, footer=7),
    Key("attach", ("ctrl+b", "f9"), "Attach", "attach a file by its path", _WRITING, _COMPOSER, footer=8),
    Key("editor", ("ctrl+x", "f10"), "Editor", "write in $EDITOR", _WRITING, _COMPOSER, footer=9),
    Key("leave", ("escape",), "Leave", "leave; the text is kept", _WRITING, _COMPOSER, footer=3),
    Key("send_again", ("a",), "Try again", "send it now", _SENDING, _OUTBOX, footer=0),
    Key("give_up", ("g",), "Give up", "it never leaves; the client waits", _SENDING, _OUTBOX, footer=1),
    Key("has_arrived", ("y",), "It has arrived", "you know that the client has it", _SENDING, _OUTBOX, footer=2),
    Key("send_now", ("s",), "Send now", "let all leave that can, then leave", _ASKED, _LEAVING),
    Key(
        "keep_queued", ("k",), "Keep for next time", "leave; they go out when Triage is opened again", _ASKED, _LEAVING
    ),
    Key("yes", ("y", "enter"), "Yes", "yes, do it", _ASKED, _QUESTION),
    Key("no", ("n",), "No", "no", _ASKED, _QUESTION),
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
