"""The settings: every key of the file, what it means, and what it may hold."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from config.agreements import Client, Group, Hours, Sharper, Tones
from config.values import (
    AddressOrDomain,
    Archived,
    Command,
    Duration,
    DurationOrAll,
    Host,
    Language,
    Layout,
    Line,
    Lines,
    Login,
    MailAddress,
    Port,
    Security,
    SentCopy,
    Variable,
    Word,
)


class Me(Struct, frozen=True, forbid_unknown_fields=True):
    """Who writes: what stands in my mails beside their text."""

    full_name: Line = ""
    """The name in the From line; empty: the address alone."""

    signature: Lines = ""
    """What stands under a mail."""

    language: Language = "en"
    """The language of my mails where nothing tells the client's."""


class Server(Struct, frozen=True, forbid_unknown_fields=True):
    """How to reach one server and log in. The password itself never stands in the settings."""

    host: Host
    """The server's name, as its certificate has it; "none" of `security` is for the loopback alone."""

    user: Login
    """The name to log in with: often the whole address."""

    port: Port | None = None
    """None: the usual one, see `imap_port` and `smtp_port`."""

    security: Security = "tls"
    """"tls" from the first byte, "starttls" before the login, or "none"."""

    password_command: Command = ()
    """A program and its arguments (no shell); the first line it prints is the password."""

    password_env: Variable = ""
    """The environment variable that holds the password; exactly one of this and `password_command` is set."""

    ca_file: Line = ""
    """PEM file with the authority to trust, for a server with its own certificate; "~" is the home folder.
    Empty: those that the system trusts."""

    @property
    def imap_port(self) -> int:
        """The port set, else 993 for "tls" and 143 for the others."""
        return self.port or (993 if self.security == "tls" else 143)

    @property
    def smtp_port(self) -> int:
        """The port set, else 465 for "tls" and 587 for the others (RFC 8314, RFC 6409)."""
        return self.port or (465 if self.security == "tls" else 587)


class Folders(Struct, frozen=True, forbid_unknown_fields=True):
    """Which folders to read. Empty: found by SPECIAL-USE (RFC 6154), then by usual names."""

    inbox: tuple[Word, ...] = ()
    """Where mail arrives that may wait for me; empty: INBOX."""

    sent: Line = ""
    """Where my mail lies."""

    also: tuple[Word, ...] = ()
    """Read as well, for whole threads; nothing in them waits."""

    drafts: Line = ""
    """Where drafts are saved."""

    archive: Line = ""
    """Where `send.archive` moves mail."""


class Account(Struct, frozen=True, forbid_unknown_fields=True):
    """One mail account."""

    name: Word
    """What it is called on the screen, in `--account` and in the JSON; each account has its own."""

    address: MailAddress
    """The address mail is sent from."""

    imap: Server
    """Where mail is read."""

    smtp: Server | None = None
    """Where mail is sent; None: the account is for reading only."""

    aliases: tuple[AddressOrDomain, ...] = ()
    """Also mine: addresses, and "@domain" for any address there."""

    send_as: tuple[MailAddress, ...] = ()
    """Addresses that may stand in From instead of `address`; they are mine too."""

    folders: Folders = Folders()
    """Which folders to read."""

    @property
    def mine(self) -> tuple[str, ...]:
        """All that is me, as written, to be compared without case: the address, the aliases, what I send as."""
        return tuple(dict.fromkeys((self.address, *self.aliases, *self.send_as)))


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """The one-day rule and the times around it."""

    reply_within: Duration = timedelta(hours=24)
    """How long a client may wait for a reply."""

    answer_within: Duration = timedelta(hours=24)
    """How long after an acknowledgement the answer is due where none was named; the time that is proposed."""

    due_soon: Duration = timedelta(hours=4)
    """How long before that a thread counts as due soon."""

    warn_before: Duration = timedelta(hours=4)
    """How long before a promised time the thread counts as due soon, the promise as at risk."""

    contact_every: Duration = timedelta(days=3)
    """How often to write to the client of running work."""

    emergency_every: Duration = timedelta(hours=4)
    """The same while an emergency lasts."""

    nudge_after: Duration = timedelta(days=5)
    """How long a question of mine may stay without an answer before I ask again."""

    window: DurationOrAll = timedelta(days=90)
    """How far back to read mail; None ("all"): everything. Open threads stay, however old."""

    stale_after: Duration = timedelta(hours=1)
    """How long what was read counts as fresh in the quick check."""

    read_every: Duration = timedelta(minutes=5)
    """How often mail is read while Triage is open."""

    archived: Archived = "rest"
    """Whether an unanswered thread that was moved out of every inbox folder rests, or still waits."""


class Send(Struct, frozen=True, forbid_unknown_fields=True):
    """How mail leaves, and what happens on the server afterwards."""

    undo_for: Duration = timedelta(seconds=10)
    """How long a mail can be taken back before it leaves."""

    sent_copy: SentCopy = "auto"
    """Whether Triage files a copy in Sent: "auto" looks whether the server does so itself."""

    mark_read: bool = False
    """Whether a mail is marked as read when it has been answered."""

    archive: bool = False
    """Whether a thread's mail is moved to the archive when it is done."""


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    account: tuple[Account, ...]
    """The mail accounts, at least one, each a [[account]]."""

    me: Me = Me()
    """Who writes."""

    client: tuple[Client, ...] = ()
    """Clients with whom something of their own is agreed, each a [[client]]."""

    group: dict[str, Group] = {}
    """Groups of clients by name, each a [group.NAME]."""

    hours: dict[str, Hours] = {}
    """Working hours by name, each a [hours.NAME]."""

    colleagues: tuple[AddressOrDomain, ...] = ()
    """Who answers clients on my side: addresses, and "@domain" for any address there."""

    layout: Layout = ""
    """The Cyrillic keyboard layout whose letters mean the same keys; empty: none."""

    rule: Rule = Rule()
    """The one-day rule."""

    send: Send = Send()
    """How mail leaves."""

    tone: Tones = Tones()
    """Limits by how a client sounds."""

    complaint: Sharper = Sharper()
    """The limit of a thread that is a complaint."""

    urgent: Sharper = Sharper()
    """The limit of a thread that is marked as urgent."""
