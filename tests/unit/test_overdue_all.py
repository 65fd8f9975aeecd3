"""The quick check with `--all`, what a promise's state is called, and what the document tells of work."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.support.quick_check import LATE, LATER, RESTING, SOON, House, in_the_31st_hour
from tests.support.random_rows import inboxes
from tests.support.rows import clock, due_lines, row
from tests.support.stories import hours
from triage.model.act import Work
from triage.model.clock import Clock
from triage.model.message import Address
from triage.model.row import Row
from triage.overdue import CALM, OVERDUE, search
from triage.report import json_thread
from triage.rules.ranking import rank
from triage.store.due_reader import DueThread, Header

AT = int(hours(31).timestamp())
CONTACT = row(clock("contact", -72, 0), id="c1", client=Address("Kim", ""), subject="Site")
NUDGE = row(clock("nudge", -120, 30), id="n1", client=Address("Bo", ""), subject="Sizes")
NOT_DUE = row(clock("contact", 0, 72), id="c2", subject="Poster")
LATER_BACK = row(clock("contact", 90, 90), id="c3", subject="Book")
REPLY_DECIDES = row(clock("contact", -72, 0), clock(since=20), id="c4", subject="Menu")
BOOK = (RESTING, NUDGE, LATER_BACK, REPLY_DECIDES, LATE, NOT_DUE, CONTACT)


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield from in_the_31st_hour(monkeypatch)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["t1"]),
        (["--all"], ["t1", "c1", "n1"]),
        (["--all", "--at", "2026-03-05T19:00Z"], ["t1", "c4", "c3", "c1", "c2", "n1"]),
        (["--all", "--account", "shop"], []),
    ],
)
def test_all_adds_who_is_to_be_contacted_or_asked_again(
    house: House, capsys: pytest.CaptureFixture[str], arguments: list[str], expected: list[str]
) -> None:
    house.write(*BOOK)
    assert house.check("--json", *arguments) == (OVERDUE if expected else CALM)
    assert [one["id"] for one in json.loads(capsys.readouterr().out)["threads"]] == expected
    house.check("--count", *arguments)
    assert capsys.readouterr().out == f"{len(expected)}\n"


def test_a_reply_that_begins_later_leaves_the_contact_to_all(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.write(row(clock("contact", -48, 24), clock(since=34), id="c5"))
    assert (house.check("--count"), house.check("--count", "--all")) == (CALM, OVERDUE)
    assert capsys.readouterr().out == "0\n1\n"


def test_the_lines_say_what_is_to_be_done(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.write(*BOOK, LATER)
    assert house.check("--all") == OVERDUE
    assert capsys.readouterr().out.splitlines() == [
        " 31 h   +7 h  Olha Kovalenko      Re: Кошторис на логотип  due Tue 00:00",
        " 26 h   +2 h  print@acme.example  Banner sizes             due Tue 05:00",
        "  4 d  +31 h  Kim                 Site                     due Mon 00:00  contact",
        "  6 d   +1 h  Bo                  Sizes                    due Tue 06:00  ask again",
        "2 threads past the one-day rule · 1 to contact · 1 to ask again · read 6 min ago",
    ]


def test_nobody_past_the_rule_but_somebody_to_contact(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.write(CONTACT, SOON)
    assert (house.check(), house.check("--all")) == (CALM, OVERDUE)
    assert capsys.readouterr().out.splitlines()[-1] == "1 to contact · read 6 min ago"


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=inboxes)
def test_all_finds_what_the_list_shows_past_its_due_time(tmp_path: Path, rows: list[Row]) -> None:
    header, *lines = due_lines(tmp_path / "due", rows)
    found = search(Header(header), lines, AT, None, everything=True)
    awake = rank([replace(one, snoozed=None) for one in rows], hours(31))
    past = [one.row.id for one in awake if one.standing.clock and one.standing.clock.due < hours(31)]
    assert [thread.id for thread in found.overdue] == past


@pytest.mark.parametrize(
    ("work", "clocks", "told"),
    [
        (Work.OFF, (), None),
        (Work.ON, (clock("contact", 0, 72),), "on"),
        (Work.EMERGENCY, (clock("contact", 0, 4),), "emergency"),
        (Work.PAUSED, (clock("contact", 40, 112),), "paused"),
        (Work.PAUSED, (clock("contact", 31, 103),), "on"),
        (Work.PAUSED, (clock("contact", 40, 112), clock("contact", 30, 30)), "paused"),
    ],
    ids=["none", "on", "emergency", "paused", "the pause has ended", "paused, and a follow-up"],
)
def test_the_document_tells_how_the_work_stands(
    tmp_path: Path, work: Work, clocks: tuple[Clock, ...], told: str | None
) -> None:
    _, line = due_lines(tmp_path / "due", [row(*clocks, work=work)])
    assert json_thread(DueThread(line), AT)["work"] == told


@pytest.mark.parametrize("field", ["p1\x1e5", "p1\x1e5\x1ex", "p1"])
def test_a_damaged_promise_is_noticed(house: House, field: str) -> None:
    house.write(LATE)
    house.due.write_text(house.due.read_text().replace("\t\toff\t", f"\t{field}\toff\t"), newline="\n")
    assert house.check() is None


def test_an_unknown_state_of_work_is_noticed(house: House) -> None:
    house.write(LATE)
    house.due.write_text(house.due.read_text().replace("\toff\t", "\tother\t"), newline="\n")
    assert house.check() is None
