"""Where mails to be looked at lie: files, folders of files, standard input; each is opened when its turn comes."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from mmap import ACCESS_READ, mmap

from triage.inspecting.findings import RawBody, RawMail, Trouble
from triage.mail.whole import split_mbox

STANDARD_INPUT = "-"
_MAPPED = 16 * 1024 * 1024  # bytes from which on a file is not read whole
_ENDINGS = """json jsonl md rst xml html htm css js csv tsv toml yaml yml ini cfg conf log lock py rb sh pdf png jpg
jpeg gif svg zip gz bz2 xz zst tar db sqlite cache index idx msf"""
_NO_MAIL = tuple(f".{ending}" for ending in _ENDINGS.split())


def mails_of(path: str) -> Iterator[RawMail | Trouble]:
    """The mails of an .eml, an mbox, a folder, or standard input ("-")."""
    if path == STANDARD_INPUT or not os.path.isdir(path):  # noqa: PTH112 - a path that is no text passes unchanged
        yield from _mails_of_file(path)
        return
    empty = True
    for found in _files_in(path):
        empty = False
        if isinstance(found, Trouble):
            yield found
        else:
            yield from _mails_of_file(found)
    if empty:
        yield Trouble(path, None, "There are no mails in this folder: name one that holds .eml files or an mbox.")


def body_of(path: str, *, html: bool) -> RawBody | Trouble:
    """A text, or HTML, that stands alone in a file or comes from standard input ("-")."""
    try:
        return RawBody(path, bytes(_open(path)), html)
    except (OSError, ValueError) as error:
        return Trouble(path, None, _why(error))


def _mails_of_file(path: str) -> Iterator[RawMail | Trouble]:
    try:
        source = _open(path)
    except (OSError, ValueError) as error:
        yield Trouble(path, None, _why(error))
        return
    if not source[:1]:
        yield Trouble(path, None, "This file is empty: save the mail again.")
        return
    mails = split_mbox(source)
    first = next(mails)
    second = next(mails, None)
    yield RawMail(path, None if second is None else 1, first)
    if second is not None:
        yield RawMail(path, 2, second)
        for number, one in enumerate(mails, 3):
            yield RawMail(path, number, one)


def _open(path: str) -> bytes | mmap:
    """What the file holds. Raises OSError, ValueError for a path that can't be one."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:  # noqa: PTH123
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size >= _MAPPED:
            return mmap(file.fileno(), 0, access=ACCESS_READ)
        return file.read()


def _files_in(folder: str) -> Iterator[str | Trouble]:
    """The files that may hold mail, sorted by their paths, and the folders in it that can't be read."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and not os.path.isdir(path):  # noqa: PTH112
            yield path
            continue
        try:
            names = os.listdir(path)  # noqa: PTH208
        except OSError as error:
            yield Trouble(path, None, _why(error))
            continue
        waiting += (os.path.join(path, name) for name in sorted(_of_mail(path, names), reverse=True))  # noqa: PTH118


def _of_mail(path: str, names: list[str]) -> Iterator[str]:
    """The folders, and the files that may hold mail; beside the folders of a maildir lies none that was delivered."""
    is_maildir = {"cur", "new"} <= {*names}
    for name in names:
        inner = os.path.join(path, name)  # noqa: PTH118
        if name.startswith(".") or (is_maildir and name == "tmp"):
            continue
        if os.path.isdir(inner):  # noqa: PTH112
            if not os.path.islink(inner):  # noqa: PTH114
                yield name
        elif os.path.isfile(inner) and not is_maildir and not name.lower().endswith(_NO_MAIL):  # noqa: PTH113
            yield name


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file: look at the name."
    if isinstance(error, PermissionError):
        return "You may not read this: ask its owner for it."
    if isinstance(error, IsADirectoryError):
        return "This is a folder: name a file in it."
    return f"This can't be read: {getattr(error, 'strerror', None) or 'it has no name that can be one'}."
