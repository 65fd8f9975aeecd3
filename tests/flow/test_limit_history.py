"""Changed limits are noted once, with their time, and past waits keep theirs, whatever the settings say now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.flows import Home, put
from tests.support.memory_mailbox import MemoryServer
from tests.support.stories import CLIENT, ME, hours
from triage.store.files import StoreError
from triage.store.limit_log import LimitLog
from triage.store.tracking import Tracking


@pytest.fixture
def home(tmp_path: Path) -> Home:
    host = MemoryServer()
    put(host, 0, id="in@mail.example")
    put(host, 10, "Sent", frm=ME, to=CLIENT, refs="in@mail.example")
    home = Home(tmp_path, {"work": host}, now=11, rule='window = "all"\nreply_within = "8h"')
    home.read()
    return home


def log(home: Home) -> LimitLog:
    return LimitLog(Tracking(home.data / "tracking.json", lambda: home.now))


def why(home: Home) -> str:
    return " ".join(home.desk().explain("in@mail.example"))


def test_a_past_breach_stays_one(home: Home) -> None:
    assert "waited 10 h for your last reply, 2 h past the limit of that time." in why(home)
    home.settle(rule='window = "all"\nreply_within = "24h"')
    home.now = hours(12)
    assert "2 h past the limit of that time." in why(home)
    home.now = hours(13)
    home.read()
    assert [since for since, _ in log(home).all()] == [hours(11), hours(12)]
    assert "2 h past the limit of that time." in why(home)


def test_two_programs_note_the_same_limits_once(home: Home) -> None:
    ours, theirs = log(home), log(home)
    ours.add(hours(20), "new")
    theirs.add(hours(20), "new")
    assert [text for _, text in log(home).all()][1:] == ["new"]


def test_what_cannot_be_read_is_told(home: Home) -> None:
    with Tracking(home.data / "tracking.json", lambda: home.now).changing() as table:
        table("limits").append([{"other": 1}])
    with pytest.raises(StoreError, match="holds limits that this Triage does not know"):
        log(home).all()
