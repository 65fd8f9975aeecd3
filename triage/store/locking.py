"""One lock between processes: held while something is changed, never while it is only read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from triage.store.files import disk_trouble

if sys.platform == "win32":
    import msvcrt

    def _hold(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

    def _try(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _release(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _hold(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path` (made if need be, 0600); waits for whoever has it. Raises StoreError."""
    with _opened(path) as descriptor:
        with disk_trouble("lock", path):
            _hold(descriptor)
        try:
            yield
        finally:
            _release(descriptor)


@contextmanager
def held_if_free(path: Path) -> Iterator[bool]:
    """Hold the lock file at `path` unless somebody else does, and tell whether it is held. Raises StoreError."""
    with _opened(path) as descriptor:
        with disk_trouble("lock", path):
            is_held = _try(descriptor)
        try:
            yield is_held
        finally:
            if is_held:
                _release(descriptor)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    with disk_trouble("lock", path):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
