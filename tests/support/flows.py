"""A person's whole house for flow tests: settings file, data folder and desk over servers that a test controls."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec
from imapclient import SocketTimeout

from config.schema import Account, Folders, Server
from tests.support.imap_host import MailHost
from tests.support.mails import mail, part
from tests.support.memory_filing import MemoryFiling
from tests.support.memory_mailbox import MemoryServer
from tests.support.smtp_sink import SmtpSink
from tests.support.stories import CLIENT, ME, START, hours
from triage.cli import run
from triage.desk.desk import LocalDesk
from triage.desk.house import open_house
from triage.desk.port import Event
from triage.desk.rounds import read_accounts
from triage.mail.accounts import connect, connect_filing
from triage.mail.filing import Filing
from triage.mail.mailbox import Mailbox
from triage.mail.sender import Sender
from triage.mail.smtp import make_sender
from triage.model.events import AccountRead, ReadFailed, ReadProgress
from triage.model.row import Row

FOLDERS = Folders(inbox=("INBOX", "Clients"), sent="Sent", also=("Archive",))
PATIENCE = SocketTimeout(5, 10)
SEEN = ("\\Seen",)

_ELSEWHERE = Server("memory.example", "me", password_env="NO_SUCH_PASSWORD")
_TRACE = "from mx.example by mail.example; {}"


def letter(
    at: float,
    *,
    frm: str = CLIENT,
    to: str = ME,
    cc: str = "",
    subject: str = "Logo",
    id: str | None = "",
    refs: str = "",
    date: float | str | None = None,
    text: str | bytes = "Hello",
    fields: Iterable[tuple[str, str]] = (),
    content: bytes | None = None,
) -> bytes:
    """A mail as bytes, by default from the client to me, written when it arrives, `at` hours after the start.

    `id` is made from the writer and the hour when empty, None leaves it out; `refs` are ids with blanks between them;
    `date` may be an hour or the header's own words ("" for none). What is not mine carries a Received. `content` is a
    finished part in the place of a text.
    """
    message_id = f"{at}.{frm}".replace("@", ".at.") + "@mail.example" if id == "" else id
    written = date if isinstance(date, str) else format_datetime(hours(at if date is None else date))
    references = " ".join(f"<{one}>" for one in refs.split())
    named = [
        ("Received", "" if frm.endswith("@studio.example") else _TRACE.format(format_datetime(hours(at)))),
        ("From", frm),
        ("To", to),
        ("Cc", cc),
        ("Subject", subject),
        ("Date", written),
        ("Message-ID", f"<{message_id}>" if message_id else ""),
        ("References", references),
    ]
    given = {name for name, _ in fields}
    whole = mail(
        content or part(text), *((name, value) for name, value in named if value and name not in given), *fields
    )
    return _without(whole, [name for name, value in named if not value])


def _without(source: bytes, names: Sequence[str]) -> bytes:
    """The mail without the fields that the builder puts in by itself."""
    head, blank, body = source.partition(b"\r\n\r\n")
    kept = [line for line in head.split(b"\r\n") if line.partition(b":")[0].decode() not in names]
    return b"\r\n".join(kept) + blank + body


def put(
    host: MailHost,
    at: float,
    folder: str = "INBOX",
    *,
    stored: float | None = None,
    flags: Sequence[str] = (),
    **told: Any,
) -> int:
    """Put a `letter` into a folder; the server takes it `stored` hours after the start, else when it is written."""
    return host.add(folder, letter(at, **told), hours(at if stored is None else stored), flags)


@dataclass
class Heard:
    """What was told while mail was read."""

    events: list[Event] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def wanted(self) -> int:
        """How many headers were to be fetched."""
        return self._total("headers")

    @property
    def texts(self) -> int:
        """How many bodies were to be fetched."""
        return self._total("words")

    def read(self, account: str = "work") -> AccountRead:
        """How the account's reading ended, which must have been well."""
        [end] = [one for one in self.events if isinstance(one, AccountRead) and one.account == account]
        return end

    def failed(self, account: str = "work") -> ReadFailed:
        """How the account's reading failed."""
        [end] = [one for one in self.events if isinstance(one, ReadFailed) and one.account == account]
        return end

    def _total(self, stage: str) -> int:
        told = [one for one in self.events if isinstance(one, ReadProgress) and one.stage == stage]
        return sum({one.account: one.total for one in told}.values())


class Home:
    """One person's settings and data; `now` moves only when a test moves it; each `desk()` is a program started anew."""

    def __init__(
        self,
        folder: Path,
        hosts: Mapping[str, MailHost],
        *,
        now: float = 30,
        folders: Folders = FOLDERS,
        rule: str = 'window = "all"',
        top: str = "",
        addresses: Mapping[str, str] | None = None,
        send_as: tuple[str, ...] = (),
        sink: SmtpSink | None = None,
    ) -> None:
        """`sink` is where every account sends; without one they are for reading only. `send_as` holds for all."""
        self.sink, self.send_as = sink, send_as
        self.folder, self.hosts, self.now = folder, dict(hosts), hours(now)
        self.settings, self.data = folder / "settings.toml", folder / "data"
        self._addresses = addresses or {}
        self.settle(folders=folders, rule=rule, top=top)

    def settle(self, *, folders: Folders = FOLDERS, rule: str = 'window = "all"', top: str = "") -> None:
        """Write the settings anew, with an account for each host."""
        for host in self.hosts.values():
            for name in (*folders.inbox, *folders.also):
                host.create(name)
        accounts = [self._account(name, host, folders) for name, host in self.hosts.items()]
        self.settings.write_text(settings_toml(accounts, rule=rule, top=top), "utf-8")

    def _account(self, name: str, host: MailHost, folders: Folders) -> Account:
        server = _ELSEWHERE if isinstance(host, MemoryServer) else host.account.imap  # type: ignore[attr-defined]
        smtp = self.sink.server() if self.sink else None
        address = self._addresses.get(name, ME)
        return Account(name, address, server, smtp, send_as=self.send_as, folders=folders)

    def connect(self, account: Account) -> Mailbox:
        """As the program does, or to the memory."""
        host = self.hosts[account.name]
        return host.connect(account) if isinstance(host, MemoryServer) else connect(account, PATIENCE)

    def filing(self, account: Account) -> Filing:
        """The same for what is done on the server."""
        host = self.hosts[account.name]
        return MemoryFiling(host, account) if isinstance(host, MemoryServer) else connect_filing(account, PATIENCE)

    def desk(self, sender: Callable[[Account], Sender] = make_sender) -> LocalDesk:
        """The program, started anew on the same data."""
        house = open_house(str(self.settings), self.data)
        return LocalDesk(house, self.connect, lambda: self.now, sender=sender, filing=self.filing)

    def read(self, *, bodies: bool = False, names: Sequence[str] = ()) -> Heard:
        """Read all accounts, or those named, as `triage sync` does."""
        heard = Heard()
        desk = self.desk()
        heard.failures = read_accounts(desk, names or desk.accounts(), heard.events.append, headers_only=not bodies)
        return heard

    def rows(self) -> dict[str, Row]:
        """The rows of the last read, by subject, each of which may stand there once."""
        rows = self.desk().inbox().rows
        found = {row.subject: row for row in rows}
        assert len(found) == len(rows), [row.subject for row in rows]
        return found

    def document(self, at: float | None = None) -> dict[str, Any]:
        """What `triage list --json --at` prints."""
        moment = self.now if at is None else hours(at)
        status, said, _ = self.triage("list", "--json", "--at", moment.isoformat())
        assert status == 0
        document: dict[str, Any] = json.loads(said)
        return document

    def threads(self, at: float | None = None) -> dict[str, dict[str, Any]]:
        """The threads of the list, by subject, each of which may stand there once."""
        threads = self.document(at)["threads"]
        found = {one["subject"]: one for one in threads}
        assert len(found) == len(threads), [one["subject"] for one in threads]
        return found

    def triage(self, *arguments: str) -> tuple[int, str, str]:
        """Run a command in this process: its status, and what it said on standard output and standard error."""
        said, complained = StringIO(), StringIO()
        with redirect_stdout(said), redirect_stderr(complained):
            status = run([*arguments, "--config", str(self.settings), "--data", str(self.data)])
        return status, said.getvalue(), complained.getvalue()


def settings_toml(accounts: Iterable[Account], *, rule: str = "", top: str = "") -> str:
    """A settings file with these accounts; `rule` are lines of its table, `top` lines before all tables."""
    tables = (_account_toml(account) for account in accounts)
    return "\n".join((top, *tables, "[rule]", rule, ""))


def _account_toml(account: Account) -> str:
    values = msgspec.to_builtins(account)
    imap, smtp, folders = values.pop("imap"), values.pop("smtp"), values.pop("folders")
    named = (
        ("[[account]]", values),
        ("[account.imap]", imap),
        ("[account.smtp]", smtp),
        ("[account.folders]", folders),
    )
    return "\n".join(f"{head}\n{_lines(table)}" for head, table in named if table)


def _lines(table: Mapping[str, object]) -> str:
    return "\n".join(f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in table.items() if value)


def hour_of(moment: str | None) -> float | None:
    """The JSON's moment as an hour of the story."""
    return None if moment is None else (datetime.fromisoformat(moment) - START) / timedelta(hours=1)
