"""The demo's letters, served by its own servers and read as any mail is, stand where their sheets say."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path

import pytest

from triage.demo.mailbox import letters
from triage.demo.run import open_demo
from triage.demo.script import Thread, read_sheets
from triage.desk.desk import LocalDesk
from triage.desk.house import open_house
from triage.desk.port import Event
from triage.mail.accounts import connect
from triage.model.events import AccountRead
from triage.model.row import Ranked
from triage.rules.flags import LAST_WORD
from triage.rules.ranking import rank

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
THREADS = [thread for sheet in read_sheets() for thread in sheet.thread]


@pytest.fixture(scope="module")
def read() -> tuple[list[Event], list[Ranked], Path]:
    """The demo read to its end by the real program: what was told, the list, and the folder that it lived in."""
    told: list[Event] = []
    with open_demo(NOW) as demo:
        desk = LocalDesk(open_house(str(demo.settings), str(demo.data)), connect, lambda: NOW)
        desk.read_mail("studio", told.append)
        rows = desk.refresh().rows
        desk.close()
    return told, rank(rows, NOW), demo.data


@pytest.fixture(scope="module")
def found(read: tuple[list[Event], list[Ranked], Path]) -> dict[str, Ranked]:
    """Each row by the thread that its mails were written for, told by its subject where they have no Message-ID."""
    named = ((message_from_bytes(letter.source)["Message-ID"], letter.id) for letter in letters(NOW))
    threads = {str(message_id).strip("<> "): name.partition("/")[0] for message_id, name in named}
    subjects = {thread.subject: thread.id for thread in THREADS}
    rows = {}
    for ranked in read[1]:
        [name] = {threads[message] for message in ranked.row.messages} or {subjects[ranked.row.subject]}
        assert name not in rows
        rows[name] = ranked
    return rows


def test_all_of_it_is_read(read: tuple[list[Event], list[Ranked], Path]) -> None:
    told, _, folder = read
    assert isinstance(told[-1], AccountRead)
    assert told[-1].unreadable == ()
    assert not folder.parent.exists()


def test_each_thread_is_one_row(found: dict[str, Ranked]) -> None:
    assert sorted(found) == sorted(thread.id for thread in THREADS)


@pytest.mark.parametrize("thread", THREADS, ids=[thread.id for thread in THREADS])
def test_a_thread_stands_where_its_sheet_says(found: dict[str, Ranked], thread: Thread) -> None:
    ranked = found[thread.id]
    assert (ranked.standing.lane, ranked.row.reason or "") == (thread.lane, thread.reason)


def test_who_only_thanks_is_offered_a_close(found: dict[str, Ranked]) -> None:
    assert [name for name, ranked in found.items() if LAST_WORD in ranked.row.marks] == ["en-thanks"]
