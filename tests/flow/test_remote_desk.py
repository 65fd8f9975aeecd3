"""The desk in a process of its own: what the interface asks for comes back, and a dead process costs one sentence."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from tests.support.stories import hours
from triage.demo.run import open_demo
from triage.desk.house import open_house
from triage.desk.port import DeskError, Event
from triage.desk.remote import STOPPED, RemoteDesk
from triage.model.events import AccountRead, ReadFailed, ReadProgress

NOW = hours(12)


@pytest.fixture(scope="module")
def desk() -> Iterator[RemoteDesk]:
    with open_demo(NOW) as demo, serving(str(demo.settings), str(demo.data)) as remote:
        yield remote


@contextmanager
def serving(settings: str, data: str) -> Iterator[RemoteDesk]:
    remote = RemoteDesk(open_house(settings, data), lambda: NOW)
    try:
        yield remote
    finally:
        remote.close()


def read(desk: RemoteDesk) -> list[Event]:
    told: list[Event] = []
    desk.read_mail("studio", told.append)
    return told


def pid_behind(desk: RemoteDesk) -> int:
    assert desk._process
    return desk._process.pid


def test_reading_is_told_as_it_goes_on_and_the_rows_are_there(desk: RemoteDesk) -> None:
    told = read(desk)
    assert isinstance(told[0], ReadProgress)
    assert isinstance(told[-1], AccountRead)
    assert len(desk.refresh().rows) > 40
    assert sum(desk.glance(NOW, 5).counts.values()) == len(desk.inbox().rows)


def test_a_conversation_comes_over_whole(desk: RemoteDesk) -> None:
    read(desk)
    row = next(row for row in desk.refresh().rows if row.count > 2)
    conversation = desk.fetch_conversation(row.id)
    assert conversation
    assert conversation.complete
    assert len(conversation.entries) == row.count
    assert desk.conversation("no such thread") is None


def test_an_act_and_its_undo(desk: RemoteDesk) -> None:
    read(desk)
    waiting = desk.older_waiting(NOW + timedelta(days=30), 7)
    assert waiting > 0
    assert desk.settle_older(NOW + timedelta(days=30), 7) == waiting
    assert desk.older_waiting(NOW + timedelta(days=30), 7) == 0
    assert desk.undo().everything
    assert not desk.undo().undoable


def test_trouble_comes_over_as_its_sentence(desk: RemoteDesk, tmp_path: object) -> None:
    with pytest.raises(DeskError, match="no longer on the server"):
        desk.save_attachment("none@mail.example", 0, tmp_path)  # type: ignore[arg-type]


def test_a_process_that_died_is_started_again(desk: RemoteDesk) -> None:
    desk.refresh()
    before = pid_behind(desk)
    os.kill(before, signal.SIGKILL)
    desk._process.wait()  # type: ignore[union-attr]
    assert desk.refresh().rows
    assert pid_behind(desk) != before


def test_requests_that_are_under_way_when_it_dies_fail_in_a_sentence() -> None:
    with open_demo(NOW) as demo, serving(str(demo.settings), str(demo.data)) as desk:

        def kill(event: Event) -> None:
            told.append(event)
            if isinstance(event, ReadProgress):
                os.kill(pid_behind(desk), signal.SIGKILL)

        told: list[Event] = []
        desk.read_mail("studio", kill)
        assert isinstance(told[-1], ReadFailed)
        assert told[-1].why == STOPPED


def test_closing_leaves_no_process() -> None:
    with open_demo(NOW) as demo:
        with serving(str(demo.settings), str(demo.data)) as desk:
            desk.refresh()
            process = desk._process
        assert process
        assert process.poll() is not None
