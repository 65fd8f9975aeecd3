"""Disks that are full: real ones, whose writes stop in the middle of a file, and ones that only say so."""

from __future__ import annotations

import errno
import itertools
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file can grow past `size` bytes: the write that would do it fails, and what went before stays written."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def fail(
    monkeypatch: pytest.MonkeyPatch, function: str, number: int = errno.ENOSPC, *, only_call: int | None = None
) -> None:
    """Let a function of `os` fail as the system would: always, or at one call only, counted from 0."""
    real, calls = getattr(os, function), itertools.count()

    def refuse(*arguments: object, **named: object) -> object:
        if only_call in (None, next(calls)):
            raise OSError(number, os.strerror(number))
        return real(*arguments, **named)

    monkeypatch.setattr(os, function, refuse)
