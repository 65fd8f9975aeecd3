"""Two programs on one store: every act of either is there, and neither tells the quick check what is no longer so."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest

import triage.desk.acting
import triage.desk.desk
from tests.support.shell import REPOSITORY
from tests.support.stories import hours
from tests.support.studio import UNDO_SECONDS, Studio
from triage.desk.derive import Derived
from triage.desk.house import open_house
from triage.desk.remote import RemoteDesk
from triage.model.act import Act, ActKind, Tone
from triage.model.intents import FlagTone, MarkDone
from triage.model.outgoing import OutState
from triage.rules.acting import acts_for
from triage.store.due_file import file_stamp
from triage.store.due_reader import read_due_file
from triage.store.ledger import Ledger
from triage.store.tracking import Tracking

THREADS, PROGRAMS, EACH, BY_DESK = 6, "abcd", 50, 50
TONES = tuple(Tone)
JOINED = {"t0@mail.example", "t1@mail.example", "both@mail.example"}
CALLS = """
import sys
from triage.cli import run
name, each, threads, *places = sys.argv[1:]
tones = ("delighted", "calm", "worried", "annoyed", "angry")
for number in range(int(each)):
    thread = f"t{number % int(threads)}@mail.example"
    assert run(["tone", thread, tones[number % 5], "--note", f"{name} {number}", *places]) == 0
"""


@pytest.fixture
def studio(memory_studio: Studio) -> Iterator[Studio]:
    """Some threads, read."""
    for number in range(THREADS):
        memory_studio.came(
            0, id=f"t{number}@mail.example", subject=f"Thread {number}", frm=f"c{number}@c{number}.example"
        )
    memory_studio.home.read(bodies=True)
    yield memory_studio
    memory_studio.desk.close()


def acts(studio: Studio) -> tuple[Act, ...]:
    return Ledger(Tracking(studio.home.data / "tracking.json", lambda: studio.home.now)).all()


def tones(recorded: tuple[Act, ...]) -> dict[str, str]:
    """The tone of each thread by the last act on it."""
    return {act.anchors[0]: act.value for act in recorded if act.kind is ActKind.TONE}


def test_250_acts_at_once_are_all_there(studio: Studio) -> None:
    places = ["--config", str(studio.home.settings), "--data", str(studio.home.data)]
    remote = RemoteDesk(open_house(str(studio.home.settings), studio.home.data), lambda: datetime.now(UTC))
    with closing(remote):
        remote.refresh()
        numbers = [str(EACH), str(THREADS)]
        programs = [
            subprocess.Popen(
                [sys.executable, "-c", CALLS, name, *numbers, *places], cwd=REPOSITORY, stdout=subprocess.DEVNULL
            )
            for name in PROGRAMS
        ]
        for number in range(BY_DESK):
            thread = f"t{number % THREADS}@mail.example"
            (row, *_) = remote.do(FlagTone((thread,), TONES[number % 5], f"desk {number}")).rows
            assert row.messages == (thread,)
            check_due_file(studio)
        assert [program.wait() for program in programs] == [0] * len(PROGRAMS)
        check_due_file(studio)

    recorded = acts(studio)
    assert len(recorded) == len({act.id for act in recorded}) == len(PROGRAMS) * EACH + BY_DESK
    for name, count in [*((name, EACH) for name in PROGRAMS), ("desk", BY_DESK)]:
        notes = [act.note for act in recorded if act.note.startswith(f"{name} ")]
        assert notes == [f"{name} {number}" for number in range(count)]
    check_due_file(studio)
    shown = {one["messages"][0]: one["tone"] for one in studio.home.document()["threads"]}
    assert shown == tones(recorded)
    assert studio.quick_check() is not None


def check_due_file(studio: Studio) -> None:
    """Where the due file says that it is of the record as it stands, it is."""
    tracking = str(studio.home.data / "tracking.json")
    before = file_stamp(tracking)
    header, threads = read_due_file(str(studio.home.data / "due"))
    recorded = acts(studio)
    if before == header.tracking == file_stamp(tracking):
        assert {one.messages[0]: one.tone for one in threads if one.tone} == tones(recorded)


def test_a_mail_that_another_program_has_sent_is_known_with_the_next_key(studio: Studio) -> None:
    other = studio.home.desk()
    other.refresh()
    studio.desk.refresh()
    first, second = (studio.thread(f"Thread {number}") for number in range(2))
    other.send(other.acknowledgement(first, studio.home.now.replace(day=4)))
    studio.desk.do(FlagTone((second,), Tone.CALM))
    studio.later(seconds=UNDO_SECONDS)
    other.deliver()
    assert len(studio.sent()) == 1
    studio.desk.do(FlagTone((second,), Tone.ANGRY))
    studio.desk.close()

    assert studio.quick_check() is not None
    _, threads = read_due_file(str(studio.home.data / "due"))
    (shown,) = (one for one in threads if one.id == first)
    assert ([clock[0] for clock in shown.clocks], shown.marks, shown.count) == (["answer"], [], 2)


def test_a_mail_that_leaves_while_all_is_worked_out_counts(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    work_out: Callable[..., Derived] = triage.desk.desk.derive
    studio.acknowledge("Thread 0")
    studio.later(seconds=UNDO_SECONDS)

    def slowly(*arguments: object) -> Derived:
        derived = work_out(*arguments)
        studio.desk.deliver()
        return derived

    monkeypatch.setattr(triage.desk.desk, "derive", slowly)
    rows = {row.subject: row for row in studio.desk.refresh().rows}
    assert [mail.state for mail in studio.outbox()] == [OutState.SENT]
    assert [clock.kind for clock in rows["Thread 0"].clocks] == ["answer"]


def test_a_key_while_all_is_worked_out_counts(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    work_out: Callable[..., Derived] = triage.desk.desk.derive
    thread = studio.thread("Thread 0")

    def slowly(*arguments: object) -> Derived:
        derived = work_out(*arguments)
        studio.desk.do(MarkDone((thread,)))
        return derived

    monkeypatch.setattr(triage.desk.desk, "derive", slowly)
    rows = {row.subject: row for row in studio.desk.refresh().rows}
    assert (rows["Thread 0"].clocks, rows["Thread 0"].reason) == ((), "done")


def test_a_key_hits_its_thread_though_a_read_has_joined_it_with_another(studio: Studio) -> None:
    """The thread that was painted is gone by its id, not by what is in it."""
    painted = studio.thread("Thread 1")
    join(studio)
    (row, *_) = studio.desk.do(FlagTone((painted,), Tone.WORRIED)).rows
    assert (row.tone, set(row.messages)) == (Tone.WORRIED, JOINED)


def test_a_read_may_join_the_thread_in_the_middle_of_a_key(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    thread = studio.thread("Thread 1")

    def slowly(*arguments: Any) -> tuple[Act, ...]:
        found = acts_for(*arguments)
        join(studio)
        return found

    monkeypatch.setattr(triage.desk.acting, "acts_for", slowly)
    (row, *_) = studio.desk.do(FlagTone((thread,), Tone.WORRIED)).rows
    assert (row.tone, set(row.messages)) == (Tone.WORRIED, JOINED)


def join(studio: Studio) -> None:
    """A mail comes that joins two threads, and is read."""
    references = "t0@mail.example t1@mail.example"
    studio.came(1, refs=references, frm="c1@c1.example", subject="Thread 1", id="both@mail.example")
    studio.home.now = hours(3)
    studio.read()
