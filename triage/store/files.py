"""Files that are whole or absent: written aside, forced to the disk, put in place in one step; 0600 and 0700."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

_REMEDIES = {
    errno.ENOSPC: "Free some space and try again.",
    errno.EDQUOT: "Free some space and try again.",
    errno.EACCES: "Check whose folder it is and what it permits.",
    errno.EPERM: "Check whose folder it is and what it permits.",
    errno.EROFS: "Choose another folder with --data.",
}


class StoreError(Exception):
    """The store can't be read or written; `why` is a sentence for the screen that says what to do."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@contextlib.contextmanager
def disk_trouble(doing: str, path: Path) -> Iterator[None]:
    """Turn the system's errors into a sentence: no space, no permission, no folder."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "the system refused").lower()
        remedy = " " + _REMEDIES[error.errno] if error.errno in _REMEDIES else ""
        raise StoreError(f"Can't {doing} {path}: {reason}. What was there before is untouched.{remedy}") from error


def make_private_folder(folder: Path) -> None:
    """Make the folder, readable by its owner alone; raises StoreError."""
    with disk_trouble("make the folder", folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)


def write_whole(path: Path, data: bytes, *, durable: bool = True, backup: Path | None = None) -> None:
    """Replace a file in one step; with `durable`, it is on the disk when this returns. Raises StoreError.

    The file that was there before goes on as `backup`.

    Hold a lock: the file beside it, in which the data are gathered, always has the same name, so that the next write
    makes use of what a killed one left behind.
    """
    aside = path.with_name(f".{path.name}.new")
    with disk_trouble("write", path):
        try:
            descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                if durable:
                    os.fsync(file.fileno())
            if backup is not None:
                _keep(path, backup)
            aside.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                aside.unlink()
            raise
    if durable:
        sync_folder(path.parent)


def _keep(path: Path, backup: Path) -> None:
    """Let the file have a second name; a copy where the system knows no such thing."""
    aside = backup.with_name(f".{backup.name}.new")
    aside.unlink(missing_ok=True)
    try:
        aside.hardlink_to(path)
    except FileNotFoundError:
        return
    except OSError:
        write_whole(backup, path.read_bytes(), durable=False)
    else:
        aside.replace(backup)
    finally:
        # Replacing a file by another name of itself leaves both (POSIX rename).
        aside.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder survive a power cut, where the system can do that to a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def set_aside(path: Path, at: datetime) -> Path:
    """Move a damaged file out of the way, never over another one; returns where it is now. Raises StoreError."""
    aside = _name_aside(path, at)
    with disk_trouble("set aside", path):
        path.rename(aside)
    return aside


def copy_aside(path: Path, at: datetime) -> Path:
    """Keep a copy of a damaged file that is about to be replaced; returns where it is. Raises StoreError."""
    aside = _name_aside(path, at)
    with disk_trouble("read", path):
        damaged = path.read_bytes()
    write_whole(aside, damaged)
    return aside


def _name_aside(path: Path, at: datetime) -> Path:
    stem = f"{path.name}.damaged-{at:%Y%m%d-%H%M%S}"
    aside = path.with_name(stem)
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{stem}-{count}")
    return aside
