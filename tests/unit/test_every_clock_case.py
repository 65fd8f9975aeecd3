"""Each row of the list of clock cases is tested under its own name, on the pure rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.stories import act, mail, rows_of, standing, the_row
from triage.model.act import Act
from triage.model.clock import Reason
from triage.rules.record import read_record

ROWS = (
    "1 2 3 4 5 6 7 8 9 9b 9c 9d 10 11 12 13 14 15 15b 15c 16 17 18 19 20 20b 21 21b 21c 22 23 24 25 26 27 27b 28 29 30 31 32 33"
    " 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 50b 51 52 52b 53 53b 54 55 56 57 58 59 60 61 62 63"
)
_TESTS = "\n".join(path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("test_*.py")))


@pytest.mark.parametrize("row", ROWS.split())
def test_the_row_has_a_test_that_names_it(row: str) -> None:
    before = r"cases?[ _](?:\d+[a-d]?(?:[ _,]|_and_|, | and ))*"
    assert re.search(rf'(?:{before}{row}(?![0-9a-z]))|"{row}(?::|")', _TESTS)


def test_case_61_who_waits_waits_however_old_it_is() -> None:
    row = the_row([mail(-24 * 400)])
    found = standing(row, 0)
    assert (found.lane, found.over) == ("overdue", (400 - 1) * 86_400)


STORY = (mail(0, id="old", subject="Old"), mail(9 * 24, id="new", subject="New", frm="bo@other.example"))
SETTLED = act("done", "old", at=9 * 24 + 1)


@pytest.mark.parametrize(
    ("acts", "reasons"),
    [
        pytest.param([SETTLED], [Reason.DONE, None], id="case 62: one act settles what is old"),
        pytest.param([], [None, None], id="case 62: taken back, it waits again"),
    ],
)
def test_nothing_older_waits(acts: list[Act], reasons: list[Reason | None]) -> None:
    found = rows_of(STORY, record=read_record(acts))
    assert [row.reason for row in found] == reasons
    assert [bool(row.clocks) for row in found] == [reason is None for reason in reasons]
