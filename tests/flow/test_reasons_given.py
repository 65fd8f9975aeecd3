"""The reasons are computed: another line of the settings, or another mail, and the due time in the sentence moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.flows import Home, put
from tests.support.memory_mailbox import MemoryServer
from tests.support.stories import hours
from triage.desk.desk import LocalDesk
from triage.model.act import Tone, Work
from triage.model.intents import FlagTone, MovePromise, OnlyAcknowledged, Promise, SetWork


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


OUT = {"frm": "me@studio.example", "to": "ann@client.example", "refs": "in@mail.example"}
OFFICE = '[[client]]\nmatch = ["@client.example"]\nhours = "office"\n[hours.office]\nzone = "UTC"\nopen = {{ mon-fri = ["{}"] }}\n'


def running(desk: LocalDesk, thread: str) -> None:
    desk.do(SetWork((thread,), Work.ON))


def emergency(desk: LocalDesk, thread: str) -> None:
    desk.do(SetWork((thread,), Work.EMERGENCY))


def acknowledged(desk: LocalDesk, thread: str) -> None:
    desk.do(OnlyAcknowledged((thread,)))


@pytest.mark.parametrize(
    ("act", "lines", "dues"),
    [
        pytest.param(
            acknowledged,
            ('answer_within = "30h"', 'answer_within = "20h"'),
            ("due tomorrow 07:00, in 11 h", "due today 21:00, in 60 min"),
            id="the answer",
        ),
        pytest.param(
            running,
            ('contact_every = "2d"', 'contact_every = "7d"'),
            ("due Wed 4 Mar 01:00, in 29 h", "due Mon 9 Mar 01:00, in 6 d"),
            id="contact",
        ),
        pytest.param(
            emergency,
            ('emergency_every = "20h"', 'emergency_every = "48h"'),
            ("due today 21:00, in", "due Wed 4 Mar 01:00, in 29 h"),
            id="an emergency",
        ),
        pytest.param(
            None,
            ('nudge_after = "2d"', 'nudge_after = "9d"'),
            ("ask again Wed 4 Mar 01:00, in 29 h", "ask again Wed 11 Mar 01:00, in 8 d"),
            id="a question of mine",
        ),
    ],
)
def test_each_clocks_line_moves_its_time(
    home: Home,
    host: MemoryServer,
    act: Callable[[LocalDesk, str], None] | None,
    lines: tuple[str, str],
    dues: tuple[str, str],
) -> None:
    put(host, 0, id="in@mail.example")
    put(host, 1, "Sent", text="Here it is." if act else "Is it right so?", **OUT)
    home.read(bodies=True)
    for line, due in zip(lines, dues, strict=True):
        home.settle(rule=f'window = "all"\n{line}')
        desk = home.desk()
        (thread,) = (row.id for row in desk.refresh().rows)
        if act:
            act(desk, thread)
        home.desk().fetch_conversation(thread)
        place = home.settings.read_text().splitlines().index(line) + 1
        said = why(home)
        assert f"(line {place} of settings.toml)" in said
        assert due.replace("in 60 min", "in 1 h") in said


def test_the_opening_hours_move_it_and_what_they_leave_out_is_named(home: Home, host: MemoryServer) -> None:
    put(host, 0, id="in@mail.example")
    home.read()
    plain = home.settings.read_text()
    for spans, due in (("09:00-18:00", "due tomorrow 09:00"), ("15:00-18:00", "due tomorrow 15:00")):
        home.settings.write_text(plain + OFFICE.format(spans))
        assert due in why(home)
        assert "client.hours is office" in why(home)


def test_a_moved_promise_moves_it(home: Home, host: MemoryServer) -> None:
    put(host, 0, id="in@mail.example")
    put(host, 1, "Sent", **OUT)
    home.read()
    desk = home.desk()
    (thread,) = (row.id for row in desk.refresh().rows)
    desk.do(Promise((thread,), hours(30)))
    assert "You promised it (today 20:00, now) for tomorrow 06:00, in 10 h." in why(home)
    (promise,) = next(row.promises for row in desk.refresh().rows)
    desk.do(MovePromise((thread,), promise.id, hours(60)))
    assert "for Wed 4 Mar 12:00, in 40 h." in why(home)
