"""What the command line says of acts and of mail on its way: snoozed, marked, in the document and in the list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.support.quick_check import LATE, SOON, House, in_the_31st_hour
from tests.support.rows import clock, due_lines, row
from tests.support.settings_text import settings_text
from tests.support.stories import hours
from triage import commands
from triage.cli import run
from triage.model.act import OutKind, Tone
from triage.model.clock import Lane, Reason
from triage.model.message import Address
from triage.model.outgoing import Outgoing, OutState
from triage.model.row import Row
from triage.report import cell_width, json_thread, lane_lines, overdue_lines
from triage.store.due_reader import DueThread

AT = int(hours(31).timestamp())
ASLEEP = replace(LATE, snoozed=hours(57))
ACKNOWLEDGED = Outgoing(OutKind.ACKNOWLEDGEMENT, OutState.QUEUED, hours(55), hours(1))


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield from in_the_31st_hour(monkeypatch)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def thread(folder: Path, one: Row) -> DueThread:
    """The row as the due file tells it."""
    return DueThread(due_lines(folder / "due", [one])[1])


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (
            ASLEEP,
            {
                "lane": "rest",
                "reason": "snoozed",
                "clock": "reply",
                "due": "2026-03-03T00:00:00Z",
                "over": 7 * 3600,
                "snoozed": "2026-03-04T09:00:00Z",
            },
        ),
        (replace(LATE, snoozed=hours(31)), {"lane": "overdue", "reason": None, "snoozed": None}),
        (row(snoozed=hours(32), reason=Reason.CC), {"lane": "rest", "reason": "snoozed", "clock": None}),
        (row(resting=Lane.THEIRS, reason=None, snoozed=hours(32)), {"lane": "rest", "reason": "snoozed"}),
        (row(), {"tone": None, "complaint": False, "outgoing": None}),
        (row(tone=Tone.WORRIED, marks=("complaint", "queued")), {"tone": "worried", "complaint": True}),
    ],
    ids=["snoozed", "awake again", "snoozed at rest", "snoozed, theirs", "plain", "flagged"],
)
def test_the_document(tmp_path: Path, one: Row, expected: dict[str, object]) -> None:
    told = json_thread(thread(tmp_path, one), AT)
    assert {key: told[key] for key in expected} == expected


def test_the_quick_check_leaves_a_snoozed_thread_in_its_lane(tmp_path: Path) -> None:
    told = json_thread(thread(tmp_path, ASLEEP), AT, listed=False)
    assert (told["lane"], told["reason"], told["snoozed"]) == ("overdue", None, "2026-03-04T09:00:00Z")


@pytest.mark.parametrize("state", OutState)
def test_the_document_tells_of_mail_while_it_hangs(tmp_path: Path, state: OutState) -> None:
    told = json_thread(thread(tmp_path, row(outgoing=replace(ACKNOWLEDGED, state=state))), AT)
    shown = {"kind": "acknowledgement", "state": state.value, "until": "2026-03-04T07:00:00Z"}
    assert told["outgoing"] == (shown if state.hangs else None)


def test_marks_stand_behind_the_columns(tmp_path: Path) -> None:
    rows = [
        row(clock(since=0), id="a", client=Address("Ann", ""), marks=("complaint", "refused"), snoozed=hours(40)),
        row(clock(since=-200), id="b", client=Address("株式会社", ""), marks=("in doubt",), subject="x" * 200),
        row(clock(since=1), id="c", client=Address("Kim", "")),
    ]
    lines = overdue_lines([thread(tmp_path, one) for one in rows], AT)
    tails = [line.split("  due ")[1] for line in lines]
    assert tails == ["Tue 00:00     snoozed, complaint, refused", "22 Feb 16:00  in doubt", "Tue 01:00"]
    assert len({cell_width(line.split("  due ")[0]) for line in lines}) == 1
    assert max(map(cell_width, lines)) <= 120


def test_the_list_says_until_when_and_since_when(tmp_path: Path) -> None:
    rows = [
        replace(ASLEEP, marks=("queued",)),
        row(clock(since=10), id="b", snoozed=hours(40), client=Address("Kim", "")),
        row(id="c", last=30, client=Address("Jörg", "")),
    ]
    assert lane_lines([("rest", thread(tmp_path, one)) for one in rows], AT) == [
        "rest 3",
        " snoozed  until Wed 09:00  Olha Kovalenko  Re: Кошторис на логотип  overdue since Tue 00:00, queued",
        " snoozed  until Tue 16:00  Kim             Logo",
        "    done  last Tue 06:00   Jörg            Logo",
    ]


def test_the_list_keeps_what_is_snoozed_at_rest(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.settings.write_text(settings_text())
    house.write(ASLEEP, replace(SOON, snoozed=hours(30)))
    lanes = {}
    for lane in ("overdue", "due_soon", "rest"):
        assert run(["list", "--json", "--lane", lane, *house.places]) == 0
        lanes[lane] = [one["id"] for one in json.loads(capsys.readouterr().out)["threads"]]
    assert lanes == {"overdue": [], "due_soon": ["t3"], "rest": ["t1"]}


def test_the_list_sees_an_act_that_the_due_file_does_not_know(
    house: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    house.settings.write_text(settings_text())
    house.write(SOON)
    monkeypatch.setattr(
        commands, "open_desk", lambda _: SimpleNamespace(refresh=lambda: house.write(LATE), warnings=[])
    )
    said = []
    for change in (lambda: None, lambda: house.tracking.write_text("{}")):
        change()
        assert run(["list", *house.places]) == 0
        said.append(capsys.readouterr().out.splitlines()[0])
    assert said == ["due soon 1", "overdue 1"]
