"""What the command line says: words for waits and moments, columns that stand in line, the document of every lane."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.random_rows import clean_texts
from tests.support.rows import clock, due_lines, row
from tests.support.stories import START, hours
from triage.mail.clean import clean_line
from triage.model.clock import Lane, Reason
from triage.model.message import Address
from triage.model.row import Row
from triage.report import (
    NARROW,
    ago,
    cell_width,
    client_of,
    cut,
    iso,
    json_thread,
    lane_lines,
    overdue_lines,
    room,
    safe,
    subject_of,
    wait_words,
    when_words,
)
from triage.store.due_reader import DueThread

AT = int(hours(31).timestamp())


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def threads(tmp_path: Path, *rows: Row) -> list[DueThread]:
    """The rows as the due file tells them, in the order given."""
    _, *lines = due_lines(tmp_path / "due", rows)
    found = {thread.id: thread for thread in map(DueThread, lines)}
    return [found[one.id] for one in rows]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 min"),
        (59, "0 min"),
        (3599, "59 min"),
        (3600, "1 h"),
        (111600, "31 h"),
        (345599, "95 h"),
        (345600, "4 d"),
        (9_000_000, "104 d"),
    ],
)
def test_waits(seconds: int, words: str) -> None:
    assert wait_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(-60, "just now"), (0, "just now"), (59, "just now"), (60, "1 min ago"), (18000, "5 h ago")]
)
def test_how_long_ago(seconds: int, words: str) -> None:
    assert ago(seconds) == words


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (5, "Mon 05:00"),
        (31, "Tue 07:00"),
        (31 + 143, "Mon 06:00"),
        (31 + 144, "9 Mar 07:00"),
        (31 - 144, "25 Feb 07:00"),
        (31 + 365 * 24, "3 Mar 2027 07:00"),
    ],
)
def test_moments(hour: float, words: str) -> None:
    assert when_words(int(hours(hour).timestamp()), AT) == words


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Logo", 4),
        ("Лого", 4),
        ("見積書", 6),
        ("e\u0301", 1),
        ("ที่", 1),
        ("ｗ", 2),
        ("🙂", 2),
        ("a\u200db", 2),
        ("שלום", 4),
        ("❤\ufe0f", 1),
    ],
)
def test_columns_that_a_text_takes(text: str, width: int) -> None:
    assert cell_width(text) == width


def test_letters_held_for_narrow_are_narrow() -> None:
    assert {width for letter in NARROW for width in (cell_width(letter + "\u0301"), cell_width(letter))} == {1}


@given(text=clean_texts, width=st.integers(1, 30))
def test_what_is_cut_fits(text: str, width: int) -> None:
    kept = cut(text, width)
    assert cell_width(kept) <= width
    assert kept == text or (kept.endswith("…") and text.startswith(kept[:-1]))


@given(text=clean_texts)
def test_clean_text_is_shown_as_it_is(text: str) -> None:
    assert safe(text) == text


# How many marks may stand on a letter is mail.clean's business.
@given(text=st.text(st.characters(exclude_categories=["Mn", "Me"])))
def test_safe_text_is_clean(text: str) -> None:
    shown = safe(text)
    assert clean_line(shown) == " ".join(shown.split())
    assert len(shown) == len(text)


def test_columns_stand_in_line_whatever_the_script(tmp_path: Path) -> None:
    rows = [
        row(
            clock(since=-100), id="a", client=Address("株式会社デザイン", "x@client.example"), subject="見積書について"
        ),
        row(clock(since=0), id="b", client=Address("Олена", "x@client.example"), subject="Кошторис"),
        row(clock(since=6.9), id="c", client=Address("", "very.long.address.indeed@client.example"), subject="x" * 200),
        row(clock(since=1), id="d", client=Address("", ""), subject=""),
    ]
    lines = overdue_lines(threads(tmp_path, *rows), AT)
    assert [line.split("  due ")[1] for line in lines] == ["Thu 20:00", "Tue 00:00", "Tue 06:54", "Tue 01:00"]
    assert {cell_width(line.split("  due ")[0]) for line in lines} == {cell_width(lines[0].split("  due ")[0])}
    assert max(map(cell_width, lines)) <= 120
    assert [line.split()[:2] for line in lines[1:3]] == [["31", "h"], ["24", "h"]]
    assert [word in line for word, line in zip(("+4 d", "+7 h", "+6 min", "(no subject)"), lines, strict=True)] == [
        True
    ] * 4
    assert "very.long.address.indee…" in lines[2]
    assert "(nobody)" in lines[3]


def test_no_threads_no_lines() -> None:
    assert overdue_lines([], AT) == lane_lines([], AT) == []


def test_lanes_are_listed_with_their_counts(tmp_path: Path) -> None:
    rows = [
        row(clock(since=20), id="a", subject="Logo"),
        row(clock(since=28), id="b", subject=""),
        row(id="c", last=30, reason=Reason.ARCHIVED, client=Address("Jörg", "x@client.example")),
    ]
    pairs = zip(("waiting", "waiting", "rest"), threads(tmp_path, *rows), strict=True)
    assert lane_lines(pairs, AT) == [
        "waiting 2",
        " 11 h  due Tue 20:00  Ann  Logo",
        "  3 h  due Wed 04:00  Ann  (no subject)",
        "rest 1",
        " archived  last Tue 06:00  Jörg  Logo",
    ]


def test_names_for_what_is_not_there(tmp_path: Path) -> None:
    (thread,) = threads(tmp_path, row(client=Address("", ""), subject=""))
    assert (client_of(thread), subject_of(thread)) == ("(nobody)", "(no subject)")


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (row(clock(since=20)), {"lane": "waiting", "clock": "reply", "limit": 86400, "waited": 39600, "over": None}),
        (row(clock("promise", 0, 30)), {"lane": "overdue", "clock": "promise", "limit": 108000, "over": 3600}),
        (row(clock("contact", 0, 30)), {"lane": "contact", "clock": "contact", "waited": 111600, "over": None}),
        (
            row(id="r", reason=Reason.CC, asked=START),
            {
                "lane": "rest",
                "clock": None,
                "since": None,
                "due": None,
                "limit": None,
                "waited": None,
                "over": None,
                "asked": None,
                "reason": "cc",
            },
        ),
        (row(clock(since=40), resting=Lane.THEIRS), {"lane": "theirs", "clock": None, "asked": None, "reason": None}),
        (row(accounts=()), {"account": None}),
    ],
    ids=["waiting", "overdue promise", "contact", "rest", "starts later", "no account"],
)
def test_the_document_of_every_lane(tmp_path: Path, one: Row, expected: dict[str, object]) -> None:
    (thread,) = threads(tmp_path, one)
    told = json_thread(thread, AT)
    assert {key: told[key] for key in expected} == expected
    assert " ".join(json.loads(json.dumps(told))) == (
        "id account client subject lane clock since due limit waited over asked last reason snoozed"
        " tone complaint urgent last_word promises work follow_up outgoing messages"
    )


@pytest.mark.parametrize(("moment", "text"), [(None, None), (AT, "2026-03-03T07:00:00Z"), (0, "1970-01-01T00:00:00Z")])
def test_times_in_the_document(moment: int | None, text: str | None) -> None:
    assert iso(moment) == text


@pytest.mark.parametrize(("columns", "expected"), [(80, 80), (0, 120)])
def test_the_room_there_is(monkeypatch: pytest.MonkeyPatch, columns: int, expected: int) -> None:
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    assert room(sys.stdout) == expected


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_lines_fit_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    subject = "Логотип " * 30
    (line,) = overdue_lines(threads(tmp_path, row(clock(), subject=subject)), AT)
    assert cell_width(line) <= columns
    assert "…" in line
