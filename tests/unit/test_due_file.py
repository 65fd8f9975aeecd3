"""The due file: rows survive it, it is sorted by what decides, no text can forge it, and damage is always noticed."""

from __future__ import annotations

import stat
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support.disk import fail, room_for
from tests.support.random_rows import inboxes, random_rows
from tests.support.rows import clock, due_header, due_lines, row
from tests.support.stories import START, hours
from triage.model.act import OutKind, Tone
from triage.model.inbox import AccountRow
from triage.model.message import Address
from triage.model.outgoing import Outgoing, OutState
from triage.model.row import Row
from triage.rules.standing import DECIDING
from triage.store.due_file import LazyRows, file_stamp, read_inbox, read_row, write_due_file
from triage.store.due_reader import VERSION, DueFileError, DueThread, Header, peek, read_clocks, read_due_file
from triage.store.files import StoreError

QUICKLY = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
QUEUED = Outgoing(OutKind.ACKNOWLEDGEMENT, OutState.QUEUED, hours(30), hours(1))
HOSTILE = "a\tb\nc\rd\x1ee\x1ff\u2028g"


@QUICKLY
@given(rows=inboxes)
def test_rows_survive(tmp_path: Path, rows: list[Row]) -> None:
    write_due_file(tmp_path / "due", due_header(), rows)
    inbox = read_inbox(tmp_path / "due")
    assert inbox is not None
    assert sorted(inbox.rows, key=lambda one: one.id) == sorted(rows, key=lambda one: one.id)


@QUICKLY
@given(rows=inboxes)
def test_lines_are_sorted_by_the_nearest_due_time_that_decides(tmp_path: Path, rows: list[Row]) -> None:
    _, *lines = due_lines(tmp_path / "due", rows)
    nearest = [
        min((due for kind, _, _, due in DueThread(line).clocks if kind in DECIDING), default=None) for line in lines
    ]
    timed = [due for due in nearest if due is not None]
    assert nearest == [*sorted(timed), *[None] * (len(lines) - len(timed))]


@QUICKLY
@given(one=random_rows)
def test_every_reader_tells_the_same_of_a_line(tmp_path: Path, one: Row) -> None:
    _, line = due_lines(tmp_path / "due", [one])
    _, (thread,) = read_due_file(str(tmp_path / "due"))
    found, clocks, snoozed, resting = peek(line)
    assert (found, read_clocks(clocks), snoozed) == (thread.id, thread.clocks, thread.snoozed)
    assert resting == thread.resting
    assert DueThread(line).clocks == thread.clocks
    assert read_row(line) == one


def test_the_header_tells_what_the_quick_check_needs(tmp_path: Path) -> None:
    facts = tmp_path / "settings.toml"
    facts.write_text("x")
    acts = tmp_path / "tracking.json"
    acts.write_text("{}")
    read = {"work": hours(3), "Лавка": None}
    head = due_header(facts, read, reply_within=timedelta(hours=12), stale_after=timedelta(minutes=90), tracking=acts)
    write_due_file(tmp_path / "due", head, [row(), row(id="t2")])
    header, threads = read_due_file(str(tmp_path / "due"))
    start = int(START.timestamp())
    assert (header.written, header.reply_within, header.stale_after) == (start, 43200, 5400)
    assert (header.settings, header.stamp, header.lines) == (str(facts), file_stamp(str(facts)), 2)
    assert header.tracking == file_stamp(str(acts)) != ""
    assert header.read == {"work": start + 10800, "Лавка": None}
    assert [thread.id for thread in threads] == ["t1", "t2"]


def test_a_line_tells_the_tone_and_what_is_on_its_way(tmp_path: Path) -> None:
    plain = row(clock(), id="t2")
    told = row(clock(), tone=Tone.ANGRY, outgoing=QUEUED, snoozed=hours(9))
    endless = row(clock(), id="t3", outgoing=replace(QUEUED, until=None, state=OutState.IN_DOUBT))
    _, *lines = due_lines(tmp_path / "due", [told, plain, endless])
    first, second, third = map(DueThread, lines)
    hour = [int(hours(number).timestamp()) for number in (30, 1, 9)]
    assert (first.tone, first.outgoing) == ("angry", ("acknowledgement", "queued", hour[0], hour[1]))
    assert (first.snoozed, second.tone, second.outgoing, second.snoozed) == (hour[2], None, None, None)
    assert third.outgoing == ("acknowledgement", "in_doubt", None, hour[1])
    assert [read_row(line) for line in lines] == [told, plain, endless]


def test_accounts_stand_in_the_order_of_the_settings(tmp_path: Path) -> None:
    write_due_file(tmp_path / "due", due_header(read={"work": None, "shop": START}), [])
    inbox = read_inbox(tmp_path / "due")
    assert inbox is not None
    assert inbox.accounts == (AccountRow("work", None), AccountRow("shop", START))


@pytest.mark.parametrize(
    "hostile",
    [
        row(subject=HOSTILE),
        row(text=HOSTILE),
        row(client=Address(HOSTILE, HOSTILE)),
        row(accounts=(HOSTILE,)),
        row(clock(who=HOSTILE)),
        row(messages=(HOSTILE, "b@mail.example")),
    ],
    ids=["subject", "text", "client", "account", "who waits", "message-id"],
)
def test_no_text_forges_a_field_or_a_line(tmp_path: Path, hostile: Row) -> None:
    write_due_file(tmp_path / "due", due_header(), [hostile, row(id="t2")])
    _, threads = read_due_file(str(tmp_path / "due"))
    inbox = read_inbox(tmp_path / "due")
    assert inbox is not None
    assert [thread.id for thread in threads] == [one.id for one in inbox.rows] == ["t1", "t2"]
    read = inbox.rows[0]
    assert (read.last, read.count, len(read.messages)) == (hostile.last, hostile.count, len(hostile.messages))
    assert len(read.clocks) == len(hostile.clocks)


def test_an_account_name_forges_no_account(tmp_path: Path) -> None:
    write_due_file(tmp_path / "due", due_header(read={HOSTILE: START}), [])
    assert len(read_due_file(str(tmp_path / "due"))[0].read) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text[:-1],
        lambda text: "".join(text.splitlines(keepends=True)[:-1]),
        lambda text: text + text.split("\n")[-2] + "\n",
        lambda text: text.replace(f"triage-due\t{VERSION}\t", "triage-due\t1\t"),
        lambda text: text.replace("triage-due", "something"),
        lambda text: "\0" * len(text),
        lambda text: text.replace("\t", " "),
    ],
    ids=["empty", "half", "last byte", "last line", "a line too many", "version", "magic", "zeros", "no tabs"],
)
def test_a_damaged_file_is_no_file(tmp_path: Path, damage: object) -> None:
    path = tmp_path / "due"
    write_due_file(path, due_header(), [row(clock()), row(id="t2")])
    path.write_text(damage(path.read_text()))  # type: ignore[operator]
    assert read_inbox(path) is None
    with pytest.raises(DueFileError):
        read_due_file(str(path))


def test_a_file_that_is_no_text_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "due").write_bytes(b"triage-due\t1\xff\xfe\n")
    assert read_inbox(tmp_path / "due") is None
    assert read_inbox(tmp_path / "none") is None


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1), letter=st.sampled_from("\t\n 0z\x1e\x1f-9\u0416"), count=st.integers(0, 12))
@example(place=0.99, letter="9", count=12)
def test_a_damaged_line_raises_nothing_but_its_own_error(tmp_path: Path, place: float, letter: str, count: int) -> None:
    told = row(clock(), clock("nudge", 2, 90), asked=START, snoozed=START, tone=Tone.ANGRY, outgoing=QUEUED)
    _, line = due_lines(tmp_path / "due", [told])
    at = int(place * (len(line) - 1))
    damaged = line[:at] + letter * count + line[at + 1 :]
    for reader in (read_row, peek, DueThread):
        with suppress(DueFileError):
            reader(damaged)


@pytest.mark.parametrize("line", ["", "triage-due\t1\n", "triage-due\t1\t0\t1\t1\tpath\tstamp\tmany\n", "x\t" * 9])
def test_a_damaged_header(line: str) -> None:
    with pytest.raises(DueFileError):
        Header(line)


def test_rows_are_made_when_they_are_looked_at(tmp_path: Path) -> None:
    rows = [row(id=f"t{number}", last=-number) for number in range(4)]
    _, *lines = due_lines(tmp_path / "due", rows)
    lazy = LazyRows([*lines, "damaged\n"])
    assert len(lazy) == 5
    assert lazy[0] == rows[0]
    assert list(lazy[1:3]) == rows[1:3]
    with pytest.raises(DueFileError):
        lazy[4]


def test_it_is_private_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    write_due_file(tmp_path / "due", due_header(), [row()])
    assert [path.name for path in tmp_path.iterdir()] == ["due"]
    assert stat.S_IMODE((tmp_path / "due").stat().st_mode) == 0o600


def test_a_full_disk_leaves_the_last_one_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "due"
    write_due_file(path, due_header(), [row(clock())])
    before = path.read_bytes()
    many = [replace(row(), id=f"t{number}") for number in range(100)]
    with room_for(len(before)), pytest.raises(StoreError, match=r"Can't write .*due: .*untouched"):
        write_due_file(path, due_header(), many)
    fail(monkeypatch, "open")
    with pytest.raises(StoreError, match=r"no space left on device.*Free some space"):
        write_due_file(path, due_header(), many)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_stamp_tells_whether_the_settings_have_changed(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    stamps = [file_stamp(str(path))]
    for text in ("", "a", "ab"):
        path.write_text(text)
        stamps.append(file_stamp(str(path)))
    assert stamps[0] == ""
    assert len(set(stamps)) == 4
