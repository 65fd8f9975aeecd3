"""Groups, clients and working hours of the settings, as the list, the quick check and the reasons see them."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from tests.support.flows import Home, hour_of, put
from tests.support.memory_mailbox import MemoryServer
from tests.support.stories import hours
from triage.overdue import quick
from triage.tui.talks import talk_of

FRIDAY, MONDAY = 4 * 24, 7 * 24
AGREED = """
[[client]]
match = ["ann@client.example", "@client.example"]
name = "Ann and team"
group = "vip"
hours = "office"
[[client]]
match = ["@other.example"]
group = "vip"
[group.vip]
reply_within = "8h"
[hours.office]
zone = "Europe/Kyiv"
open = { mon-fri = ["09:00-13:00", "14:00-18:00"] }
days_off = ["2026-03-09"]
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    host = MemoryServer()
    home = Home(tmp_path, {"work": host}, now=FRIDAY + 20)
    agree(home, AGREED)
    put(host, FRIDAY + 13, subject="Client")  # 15:00 in Kyiv: three hours are open, Monday is off
    put(host, FRIDAY + 13, frm="bo@other.example", subject="Other")
    home.read()
    return home


def quickly(home: Home, at: float) -> list[str] | None:
    """The subjects that the quick check names from the due file alone; None where it needs the long way."""
    places = ["--config", str(home.settings), "--data", str(home.data)]
    with redirect_stdout(StringIO()) as said:
        status = quick(["--overdue", "--json", "--at", hours(at).isoformat(), *places])
    return None if status is None else [one["subject"] for one in json.loads(said.getvalue())["threads"]]


def agree(home: Home, tables: str) -> None:
    home.settle()
    home.settings.write_text(home.settings.read_text() + tables)


def test_a_group_and_working_hours(home: Home) -> None:
    threads = home.threads()
    assert hour_of(threads["Other"]["due"]) == FRIDAY + 13 + 8
    assert hour_of(threads["Client"]["due"]) == MONDAY + 24 + 7 + 6, "three open hours on Friday, then five on Tuesday"
    assert threads["Client"]["limit"] == (MONDAY + 24 + 13 - FRIDAY - 13) * 3600, "in real seconds"
    assert threads["Client"]["client"] == {"name": "Ann and team", "address": "ann@client.example"}


def test_the_reasons_name_the_lines_and_what_is_left_out(home: Home) -> None:
    (thread,) = (one["id"] for one in home.document()["threads"] if one["subject"] == "Client")
    _, said, _ = home.triage("explain", thread)
    lines = home.settings.read_text().splitlines()
    limit, hours = lines.index('reply_within = "8h"') + 1, lines.index('hours = "office"') + 1
    assert f"group.vip.reply_within is 8h (line {limit} of settings.toml); " in said
    assert f"client.hours is office (line {hours} of settings.toml), so only open hours count, " in said
    assert "Sat 7 Mar, Sun 8 Mar and Mon 9 Mar left out: due Tue 10 Mar" in said


def test_case_37_a_changed_limit_counts_at_once_in_the_quick_check_too(home: Home) -> None:
    assert quickly(home, FRIDAY + 19) == []
    agree(home, AGREED.replace('"8h"', '"5h"'))
    assert quickly(home, FRIDAY + 19) is None, "the settings have changed: the due file is old"
    assert [one["subject"] for one in home.document()["threads"] if one["lane"] == "overdue"] == ["Other"]
    assert quickly(home, FRIDAY + 19) == ["Other"]


def test_the_conversation_names_the_group(home: Home) -> None:
    threads = {one["subject"]: one["id"] for one in home.document()["threads"]}
    talk = home.desk().conversation(threads["Client"])
    assert talk is not None
    assert talk.group == "vip"
    assert talk_of(talk, None, home.now, None).facts[0] == "Ann and team · ann@client.example · vip"


@pytest.mark.parametrize(
    ("closed", "due"),
    [
        pytest.param('holidays = "BG"', 2 * 24 + 13, id="3 March is a holiday in Bulgaria"),
        pytest.param('holidays = "DE-BE"', 24 + 13, id="and none in Berlin"),
    ],
)
def test_case_41_holidays_of_a_country_are_closed(tmp_path: Path, closed: str, due: int) -> None:
    host = MemoryServer()
    home = Home(tmp_path, {"work": host}, now=20)
    agree(home, AGREED.replace('days_off = ["2026-03-09"]', closed))
    put(host, 13)
    home.read()
    assert hour_of(home.threads()["Logo"]["due"]) == due
