"""Reading ahead: what a server sends is taken from it while what it sent before is still being worked on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from queue import Full, Queue
from threading import Event, Thread
from typing import Generic, TypeVar

Item = TypeVar("Item")
_LOOK_AGAIN_SECONDS = 0.2


class _End(Generic[Item]):
    """The last thing in the queue: that there is no more, and why."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


def read_ahead(items: Iterable[Item], most: int) -> Iterator[Item]:
    """The same items; up to `most` are taken ahead, by a thread of their own. Their error is raised in its place.

    When the taker stops early, so does the thread, before it would ask for the next item.
    """
    queue: Queue[Item | _End[Item]] = Queue(most)
    stopped = Event()

    def hand_over(item: Item | _End[Item]) -> None:
        while not stopped.is_set():
            try:
                queue.put(item, timeout=_LOOK_AGAIN_SECONDS)
            except Full:
                continue
            return

    def take() -> None:
        error: BaseException | None = None
        try:
            for item in items:
                hand_over(item)
                if stopped.is_set():
                    return
        except BaseException as trouble:
            error = trouble
        hand_over(_End(error))

    thread = Thread(target=take, daemon=True)
    thread.start()
    try:
        while not isinstance(item := queue.get(), _End):
            yield item
        if item.error:
            raise item.error
    finally:
        stopped.set()
        thread.join()
