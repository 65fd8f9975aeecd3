"""Reads the settings file: whole and checked, or not at all."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from config.convert import convert
from config.errors import Mistake, SettingsError
from config.schema import Settings

LARGEST = 1_000_000
"""Bytes; no settings file is longer."""

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")


def load(path: str) -> Settings:
    """The settings in the TOML file at `path`.

    Raises:
        SettingsError: the file can't be read or is wrong; its text names every mistake with its line.
    """
    return parse(_text(path), path)


def parse(text: str, path: str) -> Settings:
    """The settings in a TOML text; `path` is the file's name in errors. Raises SettingsError."""
    table = _tables(text, path)
    settings, faults = convert(Settings, table)
    if settings is None:
        from config.lines import line_at, lines_of

        lines = lines_of(text)
        raise SettingsError(path, [Mistake(line_at(lines, fault.at), fault.says) for fault in faults])
    return settings


def _text(path: str) -> str:
    source = _source(path)
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise _refusal(path, "this is not UTF-8 text; save the file as UTF-8", line) from None


def _source(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 pathlib costs more than the reading
            source = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise _refusal(
            path, "there is no settings file here; write one, or look around without one: triage --demo"
        ) from None
    except IsADirectoryError:
        raise _refusal(path, "this is a folder; give the settings file in it") from None
    except PermissionError:
        raise _refusal(path, "the settings can't be read: this user has no permission to") from None
    except OSError as error:
        raise _refusal(path, f"the settings can't be read: {error.strerror}") from None
    if len(source) > LARGEST:
        raise _refusal(path, f"this is no settings file: it is longer than {LARGEST} bytes")
    return source


def _tables(text: str, path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise _refusal(path, "lists or tables are nested too deeply") from None
    except ValueError as error:
        reason, line = _syntax(str(error), text)
        raise _refusal(
            path, f"this is not TOML: {reason}; a line is key = value, and text stands in quotes", line
        ) from None


def _syntax(says: str, text: str) -> tuple[str, int | None]:
    """Take the line out of what tomllib says."""
    place = _PLACE.search(says)
    if place is None:
        return says, None
    reason = says[: place.start()]
    if place[1] is None:
        return f"{reason} at the end", text.rstrip().count("\n") + 1
    return f"{reason} (column {place[2]})", int(place[1])


def _refusal(path: str, says: str, line: int | None = None) -> SettingsError:
    return SettingsError(path, [Mistake(line, says)])
