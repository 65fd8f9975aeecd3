"""A key never waits for the network: while servers hang in the middle of reading and sending, acts are done at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from threading import Event, Thread
from typing import Any

import pytest

from config.schema import Account, Folders, Server
from tests.support.flows import settings_toml
from tests.support.hostile_imap import PASSWORD_COMMAND, HostileImap, Peer
from tests.support.memory_filing import MemoryFiling
from tests.support.memory_mailbox import MemoryMailbox
from tests.support.stories import ME
from tests.support.studio import UNDO_SECONDS, UNTIL, Studio
from triage.desk.desk import LocalDesk
from triage.desk.house import open_house
from triage.desk.port import Desk
from triage.desk.remote import RemoteDesk
from triage.model.act import Tone
from triage.model.draft import Template
from triage.model.intents import Acknowledge, AddNote, FlagTone, MarkDone
from triage.model.outgoing import OutChoice, OutState

PATIENCE = 20.0
READING = ("folders", "open", "listing", "headers", "bodies")


class Hanging:
    """A place where calls hang from the first one on, until they are let go."""

    def __init__(self) -> None:
        self.reached, self.released = Event(), Event()

    def wait(self) -> None:
        """Hang."""
        self.reached.set()
        assert self.released.wait(PATIENCE)

    def after(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same call, which hangs before it does anything."""

        def hang(*arguments: Any, **options: Any) -> Any:
            self.wait()
            return call(*arguments, **options)

        return hang


@contextmanager
def under_way(hanging: Hanging, work: Callable[[], object]) -> Iterator[None]:
    """That work has come to where it hangs, and stays there while the context lasts."""
    thread = Thread(target=work)
    thread.start()
    try:
        assert hanging.reached.wait(PATIENCE)
        yield
        assert not hanging.released.is_set()
    finally:
        hanging.released.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def press_keys(desk: Desk, first: str, second: str) -> None:
    """What a person does meanwhile; each is done and taken back. It raises where a key waits."""
    failures: list[BaseException] = []

    def press() -> None:
        try:
            for intent in (FlagTone((first,), Tone.ANGRY), MarkDone((second,)), AddNote((second,), "call")):
                assert desk.do(intent).rows
                assert desk.undo().said.startswith("Taken back")
            assert desk.do(Acknowledge((second,), UNTIL)).rows[0].marks == ("queued",)
            assert desk.undo().outbox is not None
            assert desk.keep(desk.write(second, Template.PROGRESS).draft).kept
            assert desk.conversation(first) is not None
        except BaseException as error:
            failures.append(error)

    thread = Thread(target=press, daemon=True)
    thread.start()
    thread.join(PATIENCE / 2)
    assert not thread.is_alive(), "a key waits for the network"
    assert failures == []


@pytest.fixture
def studio(memory_studio: Studio) -> Studio:
    """Two threads, read; an acknowledgement of the first is due to leave."""
    memory_studio.came(0, subject="First")
    memory_studio.came(0, subject="Second", frm="bob@other.example")
    memory_studio.acknowledge("First")
    memory_studio.later(seconds=UNDO_SECONDS)
    return memory_studio


def local(studio: Studio, **ways: Any) -> LocalDesk:
    """A desk whose ways to the servers are these."""
    house = open_house(str(studio.home.settings), studio.home.data)
    ways = {"connect": studio.home.connect, "filing": studio.home.filing} | ways
    return LocalDesk(house, ways.pop("connect"), lambda: studio.home.now, **ways)


@pytest.mark.parametrize("where", READING)
def test_while_a_server_hangs_in_reading(studio: Studio, where: str) -> None:
    studio.came(2, subject="New", frm="new@new.example")
    first, second = studio.thread("First"), studio.thread("Second")
    hanging = Hanging()

    def connect(account: Account) -> MemoryMailbox:
        mailbox = studio.home.connect(account)
        assert isinstance(mailbox, MemoryMailbox)
        setattr(mailbox, where, hanging.after(getattr(mailbox, where)))
        return mailbox

    desk = local(studio, connect=connect)
    with under_way(hanging, lambda: desk.read_mail("work", lambda _: None)):
        press_keys(desk, first, second)
    assert studio.row("New").clocks


@pytest.mark.parametrize("chore", [False, True], ids=["in sending", "in filing the copy"])
def test_while_a_server_hangs_with_a_mail(studio: Studio, chore: bool) -> None:
    first, second = studio.thread("First"), studio.thread("Second")
    hanging = Hanging()

    class Slow:
        def send(self, sender: str, recipients: Sequence[str], source: bytes) -> str:
            hanging.wait()
            return "taken"

    def filing(account: Account) -> MemoryFiling:
        found = studio.home.filing(account)
        assert isinstance(found, MemoryFiling)
        found.add = hanging.after(found.add)  # type: ignore[method-assign]
        return found

    desk = local(studio, filing=filing) if chore else local(studio, sender=lambda _: Slow())
    with under_way(hanging, desk.deliver):
        press_keys(desk, first, second)
        assert "can't be taken back" in desk.undo().said
        assert next(mail.state for mail in studio.outbox()) is (OutState.SENT if chore else OutState.SENDING)
    assert studio.outbox()[0].chores == ()


def test_behind_the_screen_while_both_servers_hang(studio: Studio) -> None:
    """The same through the process behind the screen, with servers that take the connection and then say nothing."""
    first, second = studio.thread("First"), studio.thread("Second")
    reading, sending = Hanging(), Hanging()

    def imap(peer: Peer) -> None:
        peer.let_in()
        reading.wait()

    def smtp(peer: Peer) -> None:
        peer.say(b"220 ready")
        peer.hear()
        sending.wait()

    with ExitStack() as stack:
        servers = [stack.enter_context(HostileImap(script)) for script in (imap, smtp)]
        imap_server, smtp_server = (
            Server("127.0.0.1", "me", server.port, "none", password_command=PASSWORD_COMMAND) for server in servers
        )
        account = Account("work", ME, imap_server, smtp_server, folders=Folders())
        studio.home.settings.write_text(settings_toml([account], rule='window = "all"'), "utf-8")
        desk = RemoteDesk(open_house(str(studio.home.settings), studio.home.data), lambda: studio.home.now)
        stack.callback(desk.close)
        stack.enter_context(under_way(reading, lambda: desk.read_mail("work", lambda _: None)))
        (mail,) = desk.outbox()
        assert desk.decide(mail.id, OutChoice.AGAIN).outbox is not None
        stack.enter_context(under_way(sending, desk.deliver))
        press_keys(desk, first, second)
        assert [one.state for one in desk.outbox() if one.id == mail.id] == [OutState.SENDING]
