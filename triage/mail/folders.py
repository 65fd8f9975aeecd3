"""Which folders to read and to file in: those of the settings, else SPECIAL-USE (RFC 6154), else the usual names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from imapclient.imap_utf7 import decode

import config.schema as settings
from triage.mail.clean import clean_line
from triage.mail.filing import Shelf
from triage.mail.folder_names import ARCHIVE_NAMES, DRAFTS_NAMES, SENT_NAMES
from triage.mail.mailbox import Folder, MailboxError
from triage.mail.trouble import quoted
from triage.model.message import Role

_LIST = re.compile(rb'\* LIST \(([^)]*)\) (?:"(\\?.)"|NIL) (.+)', re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_GMAIL = frozenset({("[gmail]",), ("[google mail]",)})
_PARENTS = _GMAIL | {(), ("inbox",)}
_NO_MAIL = frozenset({"\\noselect", "\\nonexistent"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A folder of a LIST answer: its name decoded, the name as the server spells it, attributes in lower case."""

    name: str
    raw: str
    separator: str
    attributes: frozenset[str]

    @property
    def holds_mail(self) -> bool:
        """It can be opened."""
        return not self.attributes & _NO_MAIL

    @property
    def path(self) -> tuple[str, ...]:
        """The parts of the name, folded for comparing."""
        name = _folded(self.name)
        return tuple(name.split(self.separator)) if self.separator else (name,)


def read_listed(answer: Sequence[bytes]) -> Listed | None:
    """One LIST answer; None if it is something else, or a name that can't be decoded or shown."""
    found = _LIST.fullmatch(answer[0])
    if not found:
        return None
    attributes, separator, spelt = found.groups()
    if len(answer) > 1:
        spelt = answer[1]
    elif quoted := _QUOTED.match(spelt):
        spelt = re.sub(rb"\\(.)", rb"\1", quoted[1])
    else:
        spelt = spelt.partition(b" ")[0]
    try:
        raw, name = spelt.decode("ascii"), decode(spelt)
    except ValueError:
        return None
    if not name or not name.isprintable():
        return None
    words = frozenset(attributes.decode("ascii", "replace").lower().split())
    return Listed(name, raw, (separator or b"")[-1:].decode("ascii", "replace"), words)


def choose(listed: Sequence[Listed], wanted: settings.Folders) -> tuple[Folder, ...]:
    """Sent first, then inboxes, then the rest, each folder once; without a Sent where none is named or found.

    Raises MailboxError for a folder that the settings name and the server does not have.
    """
    sent = tuple(filter(None, (find_shelf(Shelf.SENT, listed, wanted),)))
    inboxes = [_named(name, listed) for name in wanted.inbox or ("INBOX",)]
    also = [_named(name, listed) for name in wanted.also]
    roles: dict[str, Role] = {}
    for names, role in ((sent, Role.SENT), (inboxes, Role.INBOX), (also, Role.ALSO)):
        for name in names:
            roles.setdefault(name, role)
    return tuple(Folder(name, role) for name, role in roles.items())


def find_shelf(shelf: Shelf, listed: Sequence[Listed], wanted: settings.Folders) -> str | None:
    """The folder to file in: that of the settings, else the one found; None where there is none.

    Raises MailboxError for a folder that the settings name and the server does not have.
    """
    named: str = {Shelf.SENT: wanted.sent, Shelf.DRAFTS: wanted.drafts, Shelf.ARCHIVE: wanted.archive}[shelf]
    return _named(named, listed) if named else _found(shelf, listed)


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name most like `name`: the same last part, or few letters apart."""
    folded = {_folded(known): known for known in names}
    wanted = _folded(name)
    for known, spelt in folded.items():
        if re.split(r"[/.\\]", known)[-1] == re.split(r"[/.\\]", wanted)[-1]:
            return spelt
    close = get_close_matches(wanted, folded, n=1, cutoff=0.5)
    return folded[close[0]] if close else None


def missing(name: str, names: Iterable[str], words: bytes = b"") -> MailboxError:
    """The error for a folder that is not there, or can't be opened for the reason in the server's `words`."""
    near = nearest(name, [known for known in names if known != name])
    advice = f'Did you mean "{near}"?' if near else "Check [account.folders]."
    why = f'There is no folder "{clean_line(name, 100)}" on the server{quoted(words)}. {advice}'
    return MailboxError(why, permanent=True)


def _named(name: str, listed: Sequence[Listed]) -> str:
    if name.upper() == "INBOX":
        return "INBOX"
    usable = [folder.name for folder in listed if folder.holds_mail]
    if name not in usable:
        raise missing(name, usable)
    return name


def _found(shelf: Shelf, listed: Sequence[Listed]) -> str | None:
    usable = [folder for folder in listed if folder.holds_mail]
    for folder in usable:
        if f"\\{shelf}" in folder.attributes:
            return folder.name
    for folder in usable:
        # Gmail's archive is all mail that is nowhere else.
        if shelf is Shelf.ARCHIVE and "\\all" in folder.attributes and folder.path[:-1] in _GMAIL:
            return folder.name
    by_leaf: dict[str, str] = {}
    for folder in sorted(usable, key=lambda folder: len(folder.path)):
        if folder.path[:-1] in _PARENTS:
            by_leaf.setdefault(folder.path[-1], folder.name)
    return next((by_leaf[name] for name in _USUAL[shelf] if name in by_leaf), None)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


_USUAL = {
    shelf: [_folded(name) for language in names for name in language]
    for shelf, names in ((Shelf.SENT, SENT_NAMES), (Shelf.DRAFTS, DRAFTS_NAMES), (Shelf.ARCHIVE, ARCHIVE_NAMES))
}
