"""One mail as Triage knows it: its text is already clean, its times are aware and UTC, and it never changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a folder is for: mail that may wait for me, mail from me, and mail read only for whole threads."""

    INBOX = "inbox"
    SENT = "sent"
    ALSO = "also"


class Kind(StrEnum):
    """Who or what wrote a message: a person, or one of the machines."""

    PERSON = "person"
    AUTO_REPLY = "auto_reply"
    CHALLENGE = "challenge"
    BOUNCE = "bounce"
    DELAY = "delay"
    FEEDBACK = "feedback"
    BULK = "bulk"
    NOTIFICATION = "notification"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind of a message, and in a few plain words what told it ("Auto-Submitted says auto-replied")."""

    kind: Kind
    reason: str


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox: `name` as shown (may be empty), `address` in lower case (may be empty for undisclosed)."""

    name: str
    address: str

    @property
    def shown(self) -> str:
        """The name, or the address where there is none."""
        return self.name or self.address


@dataclass(frozen=True, slots=True)
class Place:
    """Where one copy of a message lies on a server."""

    account: str
    folder: str
    role: Role
    uid: int
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a message; `part` counts the leaf parts of the message in order, from 0; `size` in bytes, decoded."""

    part: int
    name: str
    media_type: str
    size: int


class Tells(StrEnum):
    """What a report says became of a mail of mine."""

    FAILURE = "failure"
    DELAY = "delay"
    DELIVERY = "delivery"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Report:
    """A server's report (RFC 3464): for whom, about which Message-ID, and why ("mailbox full: 552 5.2.2 …").

    Only one that tells a failure is a bounce. Where it names no recipient, none of the mail's got it.
    """

    recipients: tuple[str, ...]
    message_id: str | None
    reason: str
    tells: Tells = Tells.FAILURE


LISTED_TEXT = 400
"""How many characters of its new text a message in the list has; what is longer is cut there."""


@dataclass(frozen=True, slots=True)
class Words:
    """What was read of a message's body.

    `text` is the whole readable text (at most 64 kB), `new_text` what the writer wrote in this mail, `report` the
    delivery report it carries, `calendar` the iTIP method in lower case ("request", "reply", "cancel") or "",
    `links` the addresses that the text refers to as [1], [2], …, `signs` what it tells of who or what wrote it, as
    `rules.body_signs` lists them.
    """

    text: str
    new_text: str
    attachments: tuple[Attachment, ...] = ()
    links: tuple[str, ...] = ()
    report: Report | None = None
    calendar: str = ""
    signs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Message:
    """A mail's envelope, the header facts that tell its kind, where its copies lie, and its words once read.

    `key` is its anchor: the Message-ID without brackets, or "~" and a digest of its headers where it has none or
    shares one with a different message. `arrived` is clock case 27, `date` the Date header where it can be read.
    `references` are Message-IDs without brackets, oldest first, In-Reply-To last. `hints` are header facts as
    `mail.headers` lists them. `gone`: no copy is left on a server.
    """

    key: str
    message_id: str | None
    author: Address
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    references: tuple[str, ...]
    date: datetime | None
    arrived: datetime
    received: bool
    hints: frozenset[str]
    size: int = 0
    places: tuple[Place, ...] = ()
    words: Words | None = None

    @property
    def recipients(self) -> tuple[Address, ...]:
        """To and Cc together."""
        return self.to + self.cc

    @property
    def gone(self) -> bool:
        """No copy is left in a folder that Triage reads."""
        return not self.places
