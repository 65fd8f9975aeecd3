"""The reasons are computed: another line of the settings, or another mail, and the due time in the sentence moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.flows import Home, put
from tests.support.memory_mailbox import MemoryServer
from triage.model.act import Tone
from triage.model.intents import FlagTone


@pytest.fixture
def host() -> MemoryServer:
    return MemoryServer()


@pytest.fixture
def home(host: MemoryServer, tmp_path: Path) -> Home:
    return Home(tmp_path, {"work": host}, now=20)


def why(home: Home) -> str:
    desk = home.desk()
    thread = next(row.id for row in desk.refresh().rows)
    return " ".join(desk.explain(thread))


def test_the_limits_line_moves_the_due_time(home: Home, host: MemoryServer) -> None:
    put(host, 0)
    home.read()
    assert "rule.reply_within is 24h (the default): due tomorrow 00:00, in 4 h." in why(home)
    home.settle(rule='window = "all"\nreply_within = "30h"')
    line = home.settings.read_text().splitlines().index('reply_within = "30h"') + 1
    assert f"rule.reply_within is 30h (line {line} of settings.toml): due tomorrow 06:00, in 10 h." in why(home)


def test_a_clients_own_limit_is_named_with_its_line(home: Home, host: MemoryServer) -> None:
    put(host, 0)
    home.settle(top="")
    home.settings.write_text(
        home.settings.read_text() + '[[client]]\nmatch = ["@client.example"]\nreply_within = "6h"\n'
    )
    home.read()
    line = len(home.settings.read_text().splitlines())
    assert f"client.reply_within is 6h (line {line} of settings.toml): due today 06:00, 14 h ago." in why(home)


def test_a_flags_limit_is_named_with_its_line(home: Home, host: MemoryServer) -> None:
    put(host, 15)
    home.settings.write_text(home.settings.read_text() + '[tone.angry]\nreply_within = "2h"\n')
    home.read()
    desk = home.desk()
    (thread,) = (row.id for row in desk.refresh().rows)
    desk.do(FlagTone((thread,), Tone.ANGRY))
    line = len(home.settings.read_text().splitlines())
    said = " ".join(desk.explain(thread))
    assert "You flagged it as angry (today 20:00, now)." in said
    assert f"tone.angry.reply_within is 2h (line {line} of settings.toml): due today 22:00, in 2 h." in said


def test_another_mail_moves_it_too(home: Home, host: MemoryServer) -> None:
    put(host, 0, id="in@mail.example")
    put(host, 3, "Sent", frm="me@studio.example", to="ann@client.example", refs="in@mail.example")
    home.read()
    assert "it is their turn" in why(home)
    put(host, 9, refs="in@mail.example")
    home.read()
    assert "(today 09:00, 11 h ago) has no mail of yours after it." in why(home)


def test_the_command_line_says_the_same(home: Home, host: MemoryServer) -> None:
    put(host, 0, id="in@mail.example")
    home.read()
    status, said, _ = home.triage("explain", "<in@mail.example>")
    assert status == 0
    assert "stops it." in said
    status, _, complained = home.triage("explain", "nobody@mail.example")
    assert (status, complained) == (2, "There is no such thread, or no longer.\n")
