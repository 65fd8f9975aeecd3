"""Delivering by programs of their own: the sink takes the mail, and a hall in the test's process is their filing."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from config.schema import Account, Server
from tests.support.hall import Hall, Visitor
from tests.support.killing import Forge
from tests.support.office import Servers
from tests.support.outgoing import ASKED, acts_in, minutes, open_outbox, out_mail, put, source_of, undo_of
from tests.support.sending_faults import Taken
from tests.support.smtp_sink import HOST, PASSWORD, USER, SmtpSink
from tests.support.stories import ME
from triage.desk.deliver import Deliverer
from triage.desk.dispatch import Ways
from triage.mail.filing import Shelf
from triage.mail.smtp import make_sender
from triage.model.outgoing import Chore, OutChoice, OutMail, OutState

SPOT = ("INBOX", 7, 1)
CHORES = (Chore.COPY, Chore.ANSWERED, Chore.DRAFT)
DRAFT = "d1@studio.example"
_VARIABLE = "TRIAGE_TEST_SINK"


class Sink(SmtpSink):
    """The sink, and the end of what it is doing."""

    def rest(self) -> None:
        """Wait until all who were connected have gone, so that what they have sent is kept or lost."""
        assert self._loop
        asyncio.run_coroutine_threadsafe(_last_but_one(), self._loop).result(10)


async def _last_but_one() -> None:
    """Wait for every other task but the one that serves, which was the first."""
    others = sorted(asyncio.all_tasks() - {asyncio.current_task()}, key=lambda task: int(task.get_name()[5:]))
    if others[1:]:
        await asyncio.wait(others[1:])


class Scene:
    """A data folder, servers that nobody has seen before, and programs that deliver."""

    def __init__(self, folder: Path, sink: Sink, hall: Hall, forge: Forge) -> None:
        self.folder, self.sink, self.hall, self.forge = folder, sink, hall, forge
        self._before = len(sink.messages())
        hall.servers = Servers()
        sink.fault("")

    def program(self, verb: str, *arguments: object) -> tuple[object, ...]:
        """One of this module's programs on the folder, as the forge takes it."""
        servers = (self.sink.port, self.hall.port) if verb == "deliver" else ()
        return (f"{__name__}:{verb}", str(self.folder), *servers, *arguments)

    def run(self, verb: str, *arguments: object, stop: int = 0) -> bool:
        """Run a program, and let the servers come to rest; False where it was killed."""
        ended = self.forge.run(*self.program(verb, *arguments), stop=stop)  # type: ignore[arg-type]
        self.rest()
        return ended

    def rest(self) -> None:
        """Let the servers finish what they are at."""
        self.sink.rest()
        self.hall.rest()

    def mail(self, id: str = "m1") -> OutMail:
        """The entry, as it stands on the disk."""
        found = open_outbox(self.folder).find(id)
        assert found is not None
        return found

    def left(self, id: str = "m1") -> int:
        """How often the server has taken it; it was the same mail each time."""
        wanted = source_of(out_mail(id))
        found = [mail.source == wanted for mail in self._taken() if f"<{id}@".encode() in mail.source]
        assert all(found)
        return len(found)

    def all_left(self) -> Counter[bytes]:
        """How often the server has taken what."""
        return Counter(mail.source for mail in self._taken())

    def settle(self) -> None:
        """Deliver, and say the truth wherever a person is asked, until it is through."""
        for minute in range(1, 60):
            mail = self.mail()
            if mail.state is OutState.SENT and not mail.chores:
                return
            if mail.state.asks:
                is_there = mail.state is OutState.IN_DOUBT and self.left()
                decide(str(self.folder), OutChoice.ARRIVED if is_there else OutChoice.AGAIN)
            self.run("deliver", minute)
        raise AssertionError(self.mail())

    def check(self, id: str = "m1") -> None:
        """The mail has left once, and all that comes after it is done once."""
        assert self.left(id) == 1
        assert (self.mail(id).state, self.mail(id).chores) == (OutState.SENT, ())
        copies = [held for held, _ in self.hall.servers.shelves[Shelf.SENT]]
        assert copies.count(f"{id}@studio.example") == 1
        assert {(r"\Answered", *SPOT, ASKED), ("removed", DRAFT)} == set(self.hall.servers.done)
        assert acts_in(self.folder).count(f"act of {id}") == 1

    def _taken(self) -> Sequence[Taken]:
        return self.sink.messages()[self._before :]


class Stage:
    """What stays up from scene to scene."""

    def __init__(self, sink: Sink, hall: Hall, forge: Forge) -> None:
        self._sink, self._hall, self._forge = sink, hall, forge

    def scene(self, folder: Path) -> Scene:
        """A new scene; the folder is made by whoever writes into it."""
        return Scene(folder, self._sink, self._hall, self._forge)


@contextmanager
def stage() -> Iterator[Stage]:
    """A sink, a hall and a forge."""
    with Sink() as sink, Hall() as hall, Forge(__name__) as forge:
        yield Stage(sink, hall, forge)


def deliverer(folder: Path, smtp: int, hall: int, minute: float) -> Deliverer:
    """A deliverer over a sink and a hall."""
    os.environ[_VARIABLE] = PASSWORD
    server = Server(HOST, USER, smtp, "none", password_env=_VARIABLE)
    ways = Ways(make_sender, lambda _: Visitor(hall), lambda _, __: [SPOT], lambda _: None)
    return Deliverer(open_outbox(folder), [Account("work", ME, server, server)], ways, lambda: minutes(minute))


def queued(id: str = "m1") -> OutMail:
    """A mail with chores."""
    return out_mail(id, chores=CHORES, draft=DRAFT)


def deliver(folder: str, smtp: int, hall: int, minute: float) -> None:
    """Program: deliver once."""
    deliverer(Path(folder), smtp, hall, minute).deliver()


def decide(folder: str, choice: str) -> None:
    """Program: say the person's word."""
    deliverer(Path(folder), 0, 0, 1).decide("m1", OutChoice(choice))


def add(folder: str, ids: Sequence[str]) -> None:
    """Program: put mails into the outbox."""
    put(open_outbox(Path(folder)), *map(queued, ids))


def withdraw(folder: str) -> None:
    """Program: take the mail back, and leave a file `withdrawn` or `not withdrawn` beside the folder."""
    mail = queued()
    is_back = open_outbox(Path(folder)).withdraw(mail.id, undo_of(mail), minutes(1))
    Path(folder).with_name("withdrawn" if is_back else "not withdrawn").touch()


def prune(folder: str, seen: Sequence[str]) -> None:
    """Program: drop what is over."""
    open_outbox(Path(folder)).prune(set(seen), minutes(1))
