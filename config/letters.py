"""The texts that letters are filled from: plain files, the person's own ones before those that come with Triage."""

from __future__ import annotations

import re
from pathlib import Path

from config.errors import Mistake, SettingsError

LARGEST = 64_000
"""Bytes; no letter's text is longer."""

_OURS = Path(__file__).with_name("templates")
_NAME = re.compile(r"[a-z_]{1,30}")


def read_template(language: str, name: str, own: str | None) -> str:
    """The text of `<language>/<name>.txt`: from the folder `own` where it is there, else from those of Triage.

    `own` is the folder "templates" beside the settings file; it may be missing.

    Raises:
        SettingsError: there is no such text, or it can't be used; names the file.
        ValueError: language or name is no plain word.
    """
    if not (_NAME.fullmatch(language) and _NAME.fullmatch(name)):
        raise ValueError(f"no template has such a name: {language!r}, {name!r}")
    place = Path(language, f"{name}.txt")
    if own is not None:
        mine = Path(own, place)
        try:
            return _text(mine)
        except (FileNotFoundError, NotADirectoryError):
            pass
    try:
        return _text(_OURS / place)
    except FileNotFoundError:
        raise _refusal(_OURS / place, "there is no such template") from None


def _text(path: Path) -> str:
    """The file's text without a byte order mark. Raises FileNotFoundError, NotADirectoryError, SettingsError."""
    source = _source(path)
    if len(source) > LARGEST:
        raise _refusal(path, f"this is no template: it is longer than {LARGEST} bytes")
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise _refusal(path, "this is not UTF-8 text; save the file as UTF-8", line) from None
    if not text.strip():
        raise _refusal(path, "this template is empty; write a text, or remove the file to have the usual one")
    return text


def _source(path: Path) -> bytes:
    try:
        # A pipe would never end.
        if path.exists() and not path.is_file():
            raise _refusal(path, "this is no file; put a text file in its place, or remove it")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise
    except PermissionError:
        raise _refusal(path, "the template can't be read: this user has no permission to") from None
    except OSError as error:
        raise _refusal(path, f"the template can't be read: {error.strerror}") from None


def _refusal(path: Path, says: str, line: int | None = None) -> SettingsError:
    return SettingsError(str(path), [Mistake(line, says)])
