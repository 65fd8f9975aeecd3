"""The process behind the screen goes on by changed settings; what can't be used leaves the old ones in force."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.stories import hours
from triage.demo.run import open_demo
from triage.desk.house import open_house
from triage.desk.port import DeskError
from triage.desk.remote import RemoteDesk
from triage.model.clock import ClockKind
from triage.model.row import Row

NOW = hours(12)
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
