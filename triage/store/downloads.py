"""Files that a person asked for: saved under a name that was not taken, never over another one."""

from __future__ import annotations

import os
from pathlib import Path

from triage.store.files import StoreError, disk_trouble

_MOST_TRIES = 1000


def save_new(folder: Path, name: str, data: bytes) -> Path:
    """Write a new file, 0600; "plan.pdf" becomes "plan (2).pdf" where that is taken. Raises StoreError."""
    with disk_trouble("save into", folder):
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, _MOST_TRIES):
            path = folder / (name if number == 1 else numbered(name, number))
            try:
                descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(data)
            except BaseException:
                path.unlink(missing_ok=True)
                raise
            return path
    raise StoreError(f"Can't save into {folder}: there are too many files named {name}.")


def numbered(name: str, number: int) -> str:
    """The name with a number before its last ending."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem} ({number}).{ending}" if dot and stem else f"{name} ({number})"
