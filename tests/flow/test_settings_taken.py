"""The process behind the screen goes on by changed settings; what can't be used leaves the old ones in force."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.flows import Home, put
from tests.support.memory_mailbox import MemoryServer
from tests.support.stories import CLIENT, ME, hours
from triage.demo.run import open_demo
from triage.desk.house import open_house
from triage.desk.port import DeskError
from triage.desk.remote import RemoteDesk
from triage.model.act import Tone, Work
from triage.model.clock import ClockKind
from triage.model.intents import FlagTone, SetWork
from triage.model.row import Row
from triage.store.due_file import file_stamp

NOW = hours(12)
MAILS: dict[str, dict[str, str]] = {
    "Angry": {},
    "Running": {"frm": "bo@other.example"},
    "Answered": {},
    "Cc": {"to": "team@client.example", "cc": ME},
    "News": {"frm": "no-reply@shop.example"},
}
MORE = """
[[account]]
name = "more"
address = "me@other.example"
[account.imap]
host = "imap.other.example"
user = "me"
password_env = "NO_SUCH_PASSWORD"
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[RemoteDesk]:
    """A desk over the demo, all its mail read."""
    with open_demo(NOW) as demo:
        remote = RemoteDesk(open_house(str(demo.settings), demo.data), lambda: NOW)
        remote.read_mail("studio", lambda event: None)
        yield remote
        remote.close()


def a_limit(desk: RemoteDesk) -> float:
    """How many hours somebody may wait who waits for a reply."""

    def of(row: Row) -> list[float]:
        return [(one.due - one.since).total_seconds() / 3600 for one in row.clocks if one.kind is ClockKind.REPLY]

    return max(hours for row in desk.refresh().rows for hours in of(row))


def test_a_changed_limit_counts_at_once(desk: RemoteDesk) -> None:
    path = Path(desk._settings)
    text = path.read_text("utf-8")

    def write(more: str, rule: str = "") -> None:
        path.write_text(text.replace("[rule]", f"[rule]\n{rule}", 1) + more, "utf-8")

    assert not desk.settings_changed()
    assert a_limit(desk) == 24
    write('\n[complaint]\nreply_within = "nonsense"\n')
    assert desk.settings_changed()
    with pytest.raises(DeskError, match=r"complaint\.reply_within is"):
        desk.take_settings()
    assert not desk.settings_changed(), "it is told once"
    assert a_limit(desk) == 24
    write("", 'reply_within = "30h"')
    desk.take_settings()
    assert a_limit(desk) == 30
    write(MORE)
    with pytest.raises(DeskError, match="accounts in the settings have changed: start Triage anew"):
        desk.take_settings()
    assert a_limit(desk) == 30


@pytest.mark.parametrize(
    ("rule", "more"),
    [
        pytest.param('reply_within = "30h"\ncontact_every = "1d"\nwarn_before = "1h"', "", id="limits"),
        pytest.param('archived = "waits"', "", id="what is archived"),
        pytest.param("", '[[client]]\nmatch = ["ann@client.example"]\nname = "Ann"\nreply_within = "2h"', id="a name"),
        pytest.param("", '[[client]]\nmatch = ["@client.example"]\ncc = true', id="mail in Cc: all is sorted anew"),
        pytest.param("", '[tone.angry]\nreply_within = "1h"', id="a flag's limit"),
    ],
)
def test_what_is_taken_over_is_what_would_be_worked_out(tmp_path: Path, rule: str, more: str) -> None:
    host = MemoryServer()
    home = Home(tmp_path, {"work": host}, now=40)
    for subject, told in MAILS.items():
        put(host, 0, subject=subject, id=f"{subject}@mail.example", **told)
    put(host, 5, "Sent", frm=ME, to=CLIENT, subject="Re: Answered", refs="Answered@mail.example", text="Is it right?")
    host.move("INBOX", put(host, 1, subject="Archived"), "Elsewhere")
    home.read(bodies=True)
    before = home.desk()
    named = {row.subject: row.id for row in before.refresh().rows}
    angry, running = named["Angry"], named["Running"]
    before.do(FlagTone((angry,), Tone.ANGRY))
    before.do(SetWork((running,), Work.ON))
    home.settle(rule=f'window = "all"\n{rule}')
    home.settings.write_text(f"{home.settings.read_text()}\n{more}\n")
    after = home.desk()
    after.take_over(before)
    taken = sorted(after.inbox().rows, key=lambda row: row.id)
    assert taken == sorted(home.desk().refresh().rows, key=lambda row: row.id)
    assert file_stamp(str(home.settings)) in home.data.joinpath("due").read_text("utf-8").partition("\n")[0]
