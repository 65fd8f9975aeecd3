"""How the demo's letters are written down: the TOML sheets of `letters/`, checked while they are read."""

from __future__ import annotations

import re
import tomllib
from datetime import timedelta
from importlib.resources import files
from typing import Literal

import msgspec

ME = "daria@studio.example"
ALIAS = "daria+work@studio.example"

_PART = re.compile(r"(\d+)([dhms])")
_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A delivery report (RFC 3464) about the thread's mail number `of`, counted from 1, for one recipient."""

    of: int
    recipient: str
    status: str
    said: str
    action: Literal["failed", "delayed"] = "failed"


class Invitation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A meeting request (RFC 6047): it starts `ahead` of now and takes `takes`."""

    title: str
    place: str
    ahead: str
    takes: str = "1h"


class Mail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mail of a thread.

    `by`, `to`, `cc` and `reply_to` name people of the sheet, "me", "alias", or stand for themselves. `ago` is how long
    before now it arrived ("26h", "3d 4h"), `written` the same for its Date header where that differs, `date` that
    header word for word ("" for none). `to` is the other side where it is left out. `answers` is the number of the mail
    it answers (counted from 1; 0: no reference at all), the one before where it is left out. `quote` says where the
    answered mail stands: under the new text, above it, or not at all; `{attribution}` in a text stands for the line
    that introduces a quote. `claims` is the charset that the header names where that is a lie. `subject_form`: as
    encoded words, as raw bytes of the charset, or as it is written here. `copies` are more folders that hold the mail.
    """

    by: str
    ago: str
    text: str = ""
    html: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    reply_to: str = ""
    subject: str | None = None
    subject_form: Literal["encoded", "raw", "literal"] = "encoded"
    written: str | None = None
    date: str | None = None
    answers: int | None = None
    quote: Literal["", "below", "above"] = ""
    charset: str = "utf-8"
    claims: str = ""
    encoding: Literal["quoted-printable", "base64", "8bit"] = "quoted-printable"
    files: tuple[str, ...] = ()
    headers: dict[str, str] = {}
    folder: str = ""
    copies: tuple[str, ...] = ()
    unread: bool = False
    message_id: str | None = None
    report: Report | None = None
    invitation: Invitation | None = None


class Thread(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A conversation, oldest mail first, and what it is there to show.

    `lane` and `reason` are where a right program puts it at the moment it is dated for, `traps` what it has to get
    right for that.
    """

    id: str
    lane: Literal["overdue", "due_soon", "waiting", "theirs", "rest"]
    subject: str
    mail: tuple[Mail, ...]
    reason: Literal["", "archived", "cc", "list", "machine", "mine"] = ""
    traps: tuple[str, ...] = ()


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The threads of one language: my name as it is written there, the people's addresses, their hours east of UTC."""

    language: Literal["bg", "de", "en", "ru", "uk"]
    me: str
    zone: int
    people: dict[str, str]
    thread: tuple[Thread, ...]

    def person(self, name: str) -> str:
        """The address line of whoever a mail names."""
        if name in ("me", "alias"):
            return f"{self.me} <{ME if name == 'me' else ALIAS}>"
        return self.people.get(name, name)


def read_sheets() -> tuple[Sheet, ...]:
    """Every sheet in `letters/`, in the order of their names."""
    found = sorted(files(__package__).joinpath("letters").iterdir(), key=lambda entry: entry.name)
    texts = [entry.read_text("utf-8") for entry in found if entry.name.endswith(".toml")]
    return tuple(msgspec.convert(tomllib.loads(text), Sheet) for text in texts)


def span(words: str) -> timedelta:
    """What "3d 4h", "26h" or "90s" says; raises ValueError for anything else."""
    if not re.fullmatch(r"(\d+[dhms] ?)+", words):
        raise ValueError(f"not a span of time: {words!r}")
    return sum((timedelta(**{_UNITS[unit]: int(number)}) for number, unit in _PART.findall(words)), timedelta())
