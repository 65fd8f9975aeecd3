"""In the demo all of it works, over the process behind the screen: the client's mailbox shows the acknowledgement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest

from triage.demo.run import DemoFolder, open_demo
from triage.demo.servers import CLIENT
from triage.desk.house import open_house
from triage.desk.remote import RemoteDesk
from triage.model.act import Tone
from triage.model.clock import ClockKind
from triage.model.draft import Template
from triage.model.intents import Acknowledge, FlagTone
from triage.model.row import Row

# The process behind the screen goes by the machine's clock.
NOW = datetime.now(UTC).replace(microsecond=0)
UNTIL = NOW + timedelta(hours=24)


@pytest.fixture
def demo() -> Iterator[DemoFolder]:
    with open_demo(NOW) as opened:
        yield opened


@pytest.fixture
def desk(demo: DemoFolder) -> Iterator[RemoteDesk]:
    remote = RemoteDesk(open_house(str(demo.settings), str(demo.data)), lambda: NOW)
    remote.read_mail("studio", lambda _: None)
    yield remote
    remote.close()


def row(desk: RemoteDesk, subject: str) -> Row:
    return next(row for row in desk.inbox().rows if row.subject == subject)


def inbox_of_client(demo: DemoFolder) -> list[str]:
    """The text of each mail that the demo's client has been sent."""
    sources = demo.servers.ask(demo.servers.imap.sources(CLIENT, "INBOX"))
    return [message_from_bytes(source, policy=policy.default).get_content() for source in sources]  # type: ignore[attr-defined]


def test_the_clients_mailbox_shows_the_acknowledgement(demo: DemoFolder, desk: RemoteDesk) -> None:
    thread = row(desk, "Banner sizes")
    assert desk.do(FlagTone((thread.id,), Tone.CALM)).rows[0].tone is Tone.CALM
    assert [mail.names for mail in desk.do(Acknowledge((thread.id,), UNTIL)).outbox or ()] == ["Helen Carter"]
    assert inbox_of_client(demo) == []

    (left,) = desk.deliver(at_once=True).rows
    assert (left.id, left.clocks[0].kind, left.clocks[0].due) == (thread.id, ClockKind.ANSWER, UNTIL)
    (text,) = inbox_of_client(demo)
    assert text.startswith("Hello Helen,")
    assert "You will have my answer by " in text
    assert desk.outbox() == ()


def test_a_status_update_is_drafted_and_answered_in_her_language(demo: DemoFolder, desk: RemoteDesk) -> None:
    sheet = desk.write(row(desk, "Кошторис на логотип").id, Template.PROGRESS)
    saved = desk.save_draft(sheet.draft)
    assert saved.saved
    assert sheet.draft.language == "uk"
    desk.send(saved)
    desk.deliver(at_once=True)
    (text,) = inbox_of_client(demo)
    assert text.startswith("Вітаю, Ольго!")
