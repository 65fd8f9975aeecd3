"""A triage round on servers that a test controls: mail comes in, keys are pressed, mails leave, other programs look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import cached_property
from typing import Any, cast

import time_machine
from imapclient import IMAPClient

from config.schema import Account, Server
from tests.support.flows import Home, put
from tests.support.imap_host import ImapHost, MailHost
from tests.support.smtp_sink import SmtpSink
from tests.support.stories import hours
from triage.desk.desk import LocalDesk
from triage.desk.port import Event
from triage.mail.sender import Sender
from triage.mail.smtp import make_sender
from triage.model.intents import Acknowledge, Outcome
from triage.model.outgoing import OutMail
from triage.model.row import Row
from triage.overdue import quick
from triage.store.ledger import Ledger
from triage.store.outbox import Outbox
from triage.store.tracking import Tracking

UNTIL = hours(30)
UNDO_SECONDS = 10


class Studio:
    """One person with one account, "work", that reads from a host and sends through a sink."""

    def __init__(self, home: Home, host: MailHost, sink: SmtpSink) -> None:
        self.home, self.host, self.sink = home, host, sink

    @cached_property
    def desk(self) -> LocalDesk:
        """The program, open, with all mail read."""
        self.home.read(bodies=True)
        return self.home.desk()

    def restart(self, sender: Callable[[Account], Sender] = make_sender) -> LocalDesk:
        """The program as it is when it is started again, whatever became of it."""
        self.__dict__["desk"] = self.home.desk(sender)
        return self.desk

    def settle(self, send: str = "", **told: str) -> None:
        """Other settings: lines of the table [send], and what `Home.settle` takes."""
        self.home.settle(rule=f'window = "all"\n[send]\n{send}', **told)

    def came(self, at: float, folder: str = "INBOX", **told: Any) -> int:
        """A mail has come, or lies in another folder; see `flows.letter`."""
        return put(self.host, at, folder, **told)

    def read(self) -> list[Event]:
        """The open program reads its mail."""
        told: list[Event] = []
        self.desk.read_mail("work", told.append)
        return told

    def later(self, **span: float) -> None:
        """So much time goes by."""
        self.home.now += timedelta(**span)

    def row(self, subject: str = "Logo") -> Row:
        """The thread with this subject, worked out anew."""
        (row,) = (row for row in self.desk.refresh().rows if row.subject == subject)
        return row

    def thread(self, subject: str = "Logo") -> str:
        """Its id."""
        return self.row(subject).id

    def acknowledge(self, *subjects: str, confirmed: bool = False) -> Outcome:
        """Press the key."""
        threads = tuple(map(self.thread, subjects or ("Logo",)))
        return self.desk.do(Acknowledge(threads, UNTIL, confirmed))

    def deliver(self) -> Outcome:
        """Deliver when the undo time is over."""
        self.later(seconds=UNDO_SECONDS)
        return self.desk.deliver()

    def outbox(self) -> tuple[OutMail, ...]:
        """Every entry, as it stands on the disk."""
        house = self.desk.house
        return Outbox(Tracking(house.tracking, lambda: self.home.now), house.outbox).all()

    def acts(self) -> int:
        """How many acts are on record."""
        return len(Ledger(Tracking(self.desk.house.tracking, lambda: self.home.now)).all())

    def sent(self) -> list[EmailMessage]:
        """What the server has taken."""
        return [parsed(taken.source) for taken in self.sink.messages()]

    def folder(self, name: str) -> list[EmailMessage]:
        """What another mail program finds in a folder."""
        return [parsed(found[b"BODY[]"]) for found in self.ask_server(name, lambda client: _whole(client))]

    def places(self) -> dict[tuple[str, str], frozenset[str]]:
        """Every mail on the server, by folder and Message-ID, with its flags."""
        names = self.ask_server("INBOX", lambda client: [name for _, _, name in client.list_folders()])
        return {
            (name, id_): flags for name in names for id_, flags in self.ask_server(name, lambda client: _flags(client))
        }

    def ask_server(self, folder: str, question: Callable[[IMAPClient], Any]) -> Any:
        """What another mail program learns in a folder, by its own connection."""
        assert isinstance(self.host, ImapHost)
        server = self.host.account.imap
        with IMAPClient(server.host, server.imap_port, ssl=False) as client:
            client.login(server.user, "secret")
            client.select_folder(folder, readonly=True)
            return question(client)

    def triage(self, *arguments: str) -> tuple[int, str, str]:
        """A command at the present moment of the story."""
        with time_machine.travel(self.home.now, tick=False):
            return self.home.triage(*arguments)

    def quick_check(self) -> int | None:
        """What the quick check says from the due file alone; None where that is old."""
        with time_machine.travel(self.home.now, tick=False):
            return quick(["--overdue", "--config", str(self.home.settings), "--data", str(self.home.data)])

    def go_away(self) -> None:
        """From now on nobody answers where mail is sent, until `come_back`; the program is started again."""
        self.home.sink = cast(SmtpSink, Away(self.sink.server()))
        self.settle()
        self.restart()

    def come_back(self) -> None:
        """The server is there again."""
        self.home.sink = self.sink
        self.settle()
        self.restart()


class Away:
    """In the place of a sink: a server that takes no connections."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def server(self) -> Server:
        """The settings for it."""
        server = self._server
        return Server(server.host, server.user, 1, server.security, server.password_command)


def parsed(source: bytes) -> EmailMessage:
    """A mail as another program reads it."""
    return cast(EmailMessage, message_from_bytes(source, policy=policy.default))


def text_of(mail: EmailMessage) -> str:
    """Its plain text."""
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def without_way(rows: Sequence[Row]) -> list[Row]:
    """The rows without what they say of a mail on its way, to be compared."""
    return [replace(row, outgoing=None, marks=()) for row in rows]


def _flags(client: IMAPClient) -> list[tuple[str, frozenset[str]]]:
    found = client.fetch(client.search(), ["BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]", "FLAGS"]).values()
    return [
        (
            parsed(one[b"BODY[HEADER.FIELDS (MESSAGE-ID)]"])["Message-ID"].strip("<>"),
            frozenset(flag.decode() for flag in one[b"FLAGS"]) - {"\\Recent"},
        )
        for one in found
    ]


def _whole(client: IMAPClient) -> list[dict[bytes, bytes]]:
    return list(client.fetch(client.search(), ["BODY.PEEK[]"]).values())
