"""Blocking work off the event loop, its result back on it.

Each job has a daemon thread of its own, so that leaving the program never waits for a server.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Thread
from typing import Any, TypeVar

from textual.message import Message

from triage.desk.port import DeskError

Result = TypeVar("Result")
Start = Callable[[Callable[[], None]], None]


class Finished(Message, bubble=False):
    """A job is done; `conclude` is to be called on the event loop."""

    def __init__(self, conclude: Callable[[], None]) -> None:
        super().__init__()
        self.conclude = conclude


def start_thread(job: Callable[[], None]) -> None:
    """Run a job in a daemon thread."""
    Thread(target=job, daemon=True).start()


class Crew:
    """Starts jobs for a screen; `post` is the screen's `post_message`, which is safe from any thread."""

    def __init__(self, post: Callable[[Message], object], start: Start) -> None:
        self._post = post
        self._start = start

    def do(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Run `work` elsewhere, then `done` with what it returned, or `failed` with a DeskError it raised.

        Any other exception is raised on the event loop, as if it had happened there.
        """

        def job() -> None:
            try:
                result = work()
            except DeskError as error:
                trouble = error
                self._post(Finished(lambda: failed(trouble) if failed else None))
            except Exception as error:
                unexpected = error
                self._post(Finished(lambda: _raise(unexpected)))
            else:
                self._post(Finished(lambda: done(result)))

        self._start(job)


class InTurn:
    """One job after the other, in the order in which they were asked for; none is left out."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._busy = False
        self._queue: deque[Callable[[], None]] = deque()

    @property
    def busy(self) -> bool:
        """A job is under way."""
        return self._busy

    def do(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """As `Crew.do`, after all that were asked for before."""

        def free(conclude: Callable[[Any], None] | None, value: Result | DeskError) -> None:
            self._busy = False
            if conclude is not None:
                conclude(value)
            self._go_on()

        def start() -> None:
            self._busy = True
            self._crew.do(work, lambda result: free(done, result), lambda error: free(failed, error))

        self._queue.append(start)
        self._go_on()

    def after(self, then: Callable[[], None]) -> None:
        """Call this on the event loop once all that were asked for before are done."""
        self._queue.append(then)
        self._go_on()

    def _go_on(self) -> None:
        while self._queue and not self._busy:
            self._queue.popleft()()


class Latest:
    """One job at a time; of those asked for meanwhile only the latest is done."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._busy = False
        self._next: Callable[[], None] | None = None

    def do(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """As `Crew.do`, after the job that is under way, unless a later one takes its place."""
        if self._busy:
            self._next = lambda: self.do(work, done, failed)
            return
        self._busy = True

        def free(conclude: Callable[[Any], None] | None, value: Result | DeskError) -> None:
            self._busy = False
            waiting, self._next = self._next, None
            if conclude is not None:
                conclude(value)
            if waiting is not None:
                waiting()

        self._crew.do(work, lambda result: free(done, result), lambda error: free(failed, error))


def _raise(error: Exception) -> None:
    raise error
