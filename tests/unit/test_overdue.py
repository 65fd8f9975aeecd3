"""The quick check: what it says and how it ends; on old data it never says that all is well."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.quick_check import LATE, LATER, OTHER, RESTING, SOON, House, in_the_31st_hour
from tests.support.rows import clock, due_header, row
from tests.support.stories import hours
from triage.model.act import OutKind, Tone, Work
from triage.model.clock import Lane, Reason
from triage.model.message import Address
from triage.model.outgoing import Outgoing, OutState
from triage.model.row import OpenPromise, Row
from triage.overdue import CALM, OVERDUE, STALE
from triage.store.due_file import write_due_file


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield from in_the_31st_hour(monkeypatch)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_the_lines(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    assert house.check() == OVERDUE
    assert capsys.readouterr() == (
        " 31 h  +7 h  Olha Kovalenko      Re: Кошторис на логотип  due Tue 00:00\n"
        " 26 h  +2 h  print@acme.example  Banner sizes             due Tue 05:00\n"
        "2 threads past the one-day rule · read 6 min ago\n",
        "",
    )


def test_one_thread_past_another_rule(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.write(row(clock(since=18, due=30)), reply_within=timedelta(hours=12))
    assert house.check() == OVERDUE
    assert capsys.readouterr().out.splitlines()[-1] == "1 thread past the 12 h rule · read 6 min ago"


def test_a_snoozed_thread_is_shown_once_it_is_overdue(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.write(replace(LATE, snoozed=hours(32)), replace(LATER, snoozed=hours(31), marks=("in doubt",)))
    assert house.check() == OVERDUE
    assert capsys.readouterr().out.splitlines() == [
        " 31 h  +7 h  Olha Kovalenko      Re: Кошторис на логотип  due Tue 00:00  snoozed",
        " 26 h  +2 h  print@acme.example  Banner sizes             due Tue 05:00  in doubt",
        "2 threads past the one-day rule · read 6 min ago",
    ]
    assert house.check("--count") == OVERDUE
    assert capsys.readouterr().out == "2\n"


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (
            (replace(SOON, snoozed=hours(32)), row(clock(since=11), client=Address("Kim", "")), RESTING),
            "Nobody waits past the rule. Next: Kim, Tue 11:00 · read 6 min ago\n",
        ),
        ((replace(SOON, snoozed=hours(90)),), "Nobody waits past the rule. · read 6 min ago\n"),
        ((SOON, RESTING), "Nobody waits past the rule. Next: Jörg Weber, Tue 10:00 · read 6 min ago\n"),
        ((RESTING,), "Nobody waits past the rule. · read 6 min ago\n"),
        ((), "Nobody waits past the rule. · read 6 min ago\n"),
    ],
)
def test_nobody_waits(house: House, capsys: pytest.CaptureFixture[str], rows: tuple[Row, ...], line: str) -> None:
    house.write(*rows)
    assert house.check() == CALM
    assert capsys.readouterr() == (line, "")


@pytest.mark.parametrize(
    ("rows", "read", "status", "out", "error"),
    [
        ((), 29.9, STALE, "", 'Last read 1 h ago: run "triage --overdue --sync".\n'),
        ((), None, STALE, "", 'Mail of work, shop was never read: run "triage --overdue --sync".\n'),
        (
            (LATE,),
            20,
            OVERDUE,
            "past the one-day rule · read 11 h ago\n",
            'Last read 11 h ago: run "triage --overdue --sync".\n',
        ),
        (
            (LATE,),
            None,
            OVERDUE,
            "past the one-day rule\n",
            'Mail of work, shop was never read: run "triage --overdue --sync".\n',
        ),
        ((), 30, CALM, "read 1 h ago\n", ""),
        ((), 40, CALM, "read just now\n", ""),
    ],
    ids=["old", "never read", "old and overdue", "never read and overdue", "just fresh", "a clock that was set back"],
)
def test_old_data_are_never_all_clear(
    house: House,
    capsys: pytest.CaptureFixture[str],
    rows: tuple[Row, ...],
    read: float | None,
    status: int,
    out: str,
    error: str,
) -> None:
    house.write(*rows, read=read)
    assert house.check() == status
    said = capsys.readouterr()
    assert said.out.endswith(out)
    assert bool(said.out) == bool(out)
    assert said.err == error


@pytest.mark.parametrize("at", ["2026-03-02T01:00", "2026-03-09"])
def test_another_time_leaves_staleness_to_the_real_clock(
    house: House, capsys: pytest.CaptureFixture[str], at: str
) -> None:
    house.write(read=20)
    assert house.check("--at", at) == STALE
    assert "Last read 11 h ago" in capsys.readouterr().err
    house.write()
    assert house.check("--at", at) == CALM


@pytest.mark.parametrize(
    ("at", "overdue"),
    [
        ("2026-03-02T23:59:59Z", []),
        ("2026-03-03T00:00:00Z", []),
        ("2026-03-03T00:00:01Z", ["t1"]),
        ("2026-03-03T02:00:01+02:00", ["t1"]),
        ("2026-03-03T06:00", ["t1", "t2"]),
        ("2026-03-09", ["t1", "t2", "t3"]),
        ("2020-01-01", []),
    ],
)
def test_another_time(house: House, capsys: pytest.CaptureFixture[str], at: str, overdue: list[str]) -> None:
    assert house.check("--json", f"--at={at}") == (OVERDUE if overdue else CALM)
    assert [thread["id"] for thread in json.loads(capsys.readouterr().out)["threads"]] == overdue


@pytest.mark.parametrize(("account", "count"), [("work", 2), ("shop", 1)])
def test_one_account(house: House, capsys: pytest.CaptureFixture[str], account: str, count: int) -> None:
    house.write(LATE, LATER, OTHER, SOON)
    assert house.check("--count", "--account", account) == OVERDUE
    assert capsys.readouterr() == (f"{count}\n", "")
    assert house.check("--json", "--account", account) == OVERDUE
    assert [one["name"] for one in json.loads(capsys.readouterr().out)["accounts"]] == [account]


def test_one_account_is_as_old_as_its_own_read(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    read = {"work": hours(20), "shop": hours(30.9)}
    write_due_file(house.due, due_header(house.settings, read), [SOON])
    assert [house.check("--account", "shop"), house.check("--account", "work"), house.check()] == [CALM, STALE, STALE]
    assert "Jörg" not in capsys.readouterr().out


def test_the_count_of_nobody(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.write(read=None)
    assert house.check("--count") == STALE
    said = capsys.readouterr()
    assert (said.out, bool(said.err)) == ("0\n", True)


def test_the_document(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    thread = row(
        clock(since=0),
        clock("nudge", 0, 200),
        id="t1",
        last=20,
        client=Address("Олена", "olena@client.example"),
        subject='Say "yes" 🙂',
        asked=hours(-1),
        accounts=("shop", "work"),
        snoozed=hours(90),
        tone=Tone.ANGRY,
        marks=("urgent", "complaint", "refused"),
        promises=(OpenPromise("p1", hours(2), hours(90)),),
        work=Work.EMERGENCY,
        follow_up=hours(100),
        outgoing=Outgoing(OutKind.REPLY, OutState.REFUSED, None, hours(1)),
        messages=("a1@client.example", "b2@studio.example"),
    )
    house.write(thread, RESTING)
    assert house.check("--json") == OVERDUE
    document = capsys.readouterr().out
    assert "Олена" in document
    assert document.count("\n") == 1
    assert json.loads(document) == {
        "schema": 1,
        "at": "2026-03-03T07:00:00Z",
        "accounts": [
            {"name": "work", "read": "2026-03-03T06:54:00Z"},
            {"name": "shop", "read": "2026-03-03T06:54:00Z"},
        ],
        "threads": [
            {
                "id": "t1",
                "account": "shop",
                "client": {"name": "Олена", "address": "olena@client.example"},
                "subject": 'Say "yes" 🙂',
                "lane": "overdue",
                "clock": "reply",
                "since": "2026-03-02T00:00:00Z",
                "due": "2026-03-03T00:00:00Z",
                "limit": 86400,
                "waited": 111600,
                "over": 25200,
                "asked": "2026-03-01T23:00:00Z",
                "last": "2026-03-02T20:00:00Z",
                "reason": None,
                "snoozed": "2026-03-05T18:00:00Z",
                "tone": "angry",
                "complaint": True,
                "urgent": True,
                "last_word": False,
                "promises": [{"id": "p1", "due": "2026-03-05T18:00:00Z"}],
                "work": "emergency",
                "follow_up": "2026-03-06T04:00:00Z",
                "outgoing": {"kind": "reply", "state": "refused", "until": None},
                "messages": ["a1@client.example", "b2@studio.example"],
            }
        ],
    }


def test_the_document_of_accounts_never_read(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.write(read=None)
    assert house.check("--json") == STALE
    document = json.loads(capsys.readouterr().out)
    assert (document["accounts"][0], document["threads"]) == ({"name": "work", "read": None}, [])


def test_threads_of_other_lanes_are_not_listed(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        row(clock(kind, -90, -9), id=kind, resting=Lane.REST, reason=Reason.DONE)
        for kind in ("contact", "nudge", "promise", "answer")
    ]
    house.write(*rows)
    assert house.check("--json") == OVERDUE
    assert {one["id"] for one in json.loads(capsys.readouterr().out)["threads"]} == {"promise", "answer"}
