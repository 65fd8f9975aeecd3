"""Work off the event loop: one at a time where only the latest counts, and it waits for the hands to rest."""

from __future__ import annotations

from collections.abc import Callable
from queue import Queue
from threading import Thread, current_thread, main_thread
from typing import Any

import pytest

from tests.tui.conftest import NARROW
from triage.desk.port import DeskError
from triage.tui import pacing
from triage.tui.crew import Crew, Finished, InTurn, Latest, start_thread
from triage.tui.pacing import Hands, undisturbed


class Jobs:
    """Jobs that run when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.crew = Crew(self._post, self.waiting.append)

    def run(self) -> None:
        self.waiting.pop(0)()

    def _post(self, message: object) -> None:
        assert isinstance(message, Finished)
        message.conclude()


def test_results_and_errors_come_back() -> None:
    jobs, came = Jobs(), []

    def refuse() -> None:
        raise DeskError("The disk is full.")

    jobs.crew.do(lambda: 7, came.append)
    jobs.crew.do(refuse, came.append, lambda error: came.append(error.why))
    jobs.run()
    jobs.run()
    assert came == [7, "The disk is full."]


def test_what_nobody_expected_is_raised_on_the_event_loop() -> None:
    jobs = Jobs()
    jobs.crew.do(lambda: 1 // 0, lambda _: None)
    with pytest.raises(ZeroDivisionError):
        jobs.run()


def test_of_those_asked_for_meanwhile_only_the_latest_is_done() -> None:
    jobs, came = Jobs(), []
    latest = Latest(jobs.crew)
    for number in range(4):
        latest.do(lambda number=number: number, came.append)
    while jobs.waiting:
        jobs.run()
    assert came == [0, 3]


def test_jobs_in_turn_are_all_done_one_after_the_other() -> None:
    jobs, came = Jobs(), []
    line = InTurn(jobs.crew)
    for number in range(4):
        line.do(lambda number=number: number, came.append)
    line.after(lambda: came.append("all"))
    while jobs.waiting:
        assert len(jobs.waiting) == 1
        jobs.run()
    assert came == [0, 1, 2, 3, "all"]
    assert not line.busy
    line.after(lambda: came.append("at once"))
    assert came[-1] == "at once"


def test_in_turn_an_error_frees_the_next_and_a_job_may_ask_for_another() -> None:
    jobs, came = Jobs(), []
    line = InTurn(jobs.crew)

    def refuse() -> None:
        raise DeskError("no")

    line.do(refuse, came.append, lambda error: line.do(lambda: 2, came.append))
    line.do(lambda: 1, came.append)
    while jobs.waiting:
        jobs.run()
    assert came == [1, 2]


def test_an_error_frees_the_next() -> None:
    jobs, came = Jobs(), []
    latest = Latest(jobs.crew)

    def refuse() -> None:
        raise DeskError("no")

    latest.do(refuse, came.append)
    latest.do(lambda: 1, came.append)
    while jobs.waiting:
        jobs.run()
    assert came == [1]


def test_a_job_has_a_daemon_thread_of_its_own() -> None:
    threads: Queue[Thread] = Queue()
    start_thread(lambda: threads.put(current_thread()))
    thread = threads.get(timeout=10)
    assert thread is not main_thread()
    assert thread.daemon


def test_loads_wait_for_the_hands_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(pacing, "monotonic", lambda: 0.0)
    monkeypatch.setattr(pacing, "sleep", slept.append)
    hands = Hands()
    hands.move()
    assert list(hands.paced(range(200))) == list(range(200))
    assert 3.9 < sum(slept) < 4.1
    slept.clear()
    hands._moved = -1.0
    assert list(hands.paced(range(200))) == list(range(200))
    assert slept == []


def test_collections_are_back_after_a_load() -> None:
    import gc

    assert undisturbed(lambda: gc.isenabled()) is False
    assert gc.isenabled()
    gc.unfreeze()


async def test_with_threads_the_screen_is_the_same(triage: Any, desk: Any) -> None:
    app = triage()
    app._main._crew._start = start_thread
    async with app.run_test(size=NARROW) as pilot:
        while "refresh" not in desk.asked:
            await pilot.pause()
        await pilot.press("j")
        assert app._main._list.thread_id == "acme"
