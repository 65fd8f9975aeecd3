"""Keeps large loads behind the screen from delaying keys.

They wait for the hands to rest, and the garbage collector does not walk over them.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic, sleep
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_TURN_SECONDS = 0.0005
_REST_SECONDS = 0.08
_PATIENCE_SECONDS = 4.0
_EVERY = 64


def give_way() -> None:
    """Threads that compute let the event loop in at once; what has been imported is no longer looked through."""
    sys.setswitchinterval(_TURN_SECONDS)
    gc.freeze()


def undisturbed(work: Callable[[], Result]) -> Result:
    """Do a large load without collections, and keep later ones from walking over what it made.

    Rows hold no cycles: they go when nobody holds them any more.
    """
    gc.disable()
    try:
        return work()
    finally:
        gc.freeze()
        gc.enable()


class Hands:
    """Knows when a key was last pressed."""

    def __init__(self) -> None:
        self._moved = 0.0

    def move(self) -> None:
        """A key was pressed."""
        self._moved = monotonic()

    def paced(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items; between some of them it waits while keys are pressed one after the other, but not for ever.

        For use outside the event loop.
        """
        waited = 0.0
        for place, item in enumerate(items):
            while place % _EVERY == 0 and waited < _PATIENCE_SECONDS and monotonic() - self._moved < _REST_SECONDS:
                sleep(_REST_SECONDS / 4)
                waited += _REST_SECONDS / 4
            yield item
