"""A mail on its way out: what is to leave, where it stands, and what of it a row shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from triage.model.act import OutKind


class OutState(StrEnum):
    """Where a mail stands.

    `QUEUED`: it leaves by itself when its time has come. `HELD`: it waits for a person's word (its named time has
    passed, it is old, or the client has written again). `SENDING`: a deliverer has claimed it. `SENT`: the server has
    taken it. `REFUSED`: the server will not take it. `IN_DOUBT`: the server may have taken it. `WITHDRAWN`: taken
    back or given up, never to leave.
    """

    QUEUED = "queued"
    HELD = "held"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    IN_DOUBT = "in_doubt"
    WITHDRAWN = "withdrawn"

    @property
    def hangs(self) -> bool:
        """The mail is not with the server, and not given up either."""
        return self not in (OutState.SENT, OutState.WITHDRAWN)

    @property
    def asks(self) -> bool:
        """It waits for a person's word."""
        return self in (OutState.HELD, OutState.REFUSED, OutState.IN_DOUBT)


class OutChoice(StrEnum):
    """What a person says of a mail that hangs."""

    AGAIN = "again"
    GIVE_UP = "give_up"
    ARRIVED = "arrived"


class Chore(StrEnum):
    """What is still to be done on the IMAP server after a mail has left, in this order; each may be done twice."""

    COPY = "copy"
    ANSWERED = "answered"
    SEEN = "seen"
    ARCHIVE = "archive"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class OutMail:
    """One entry of the outbox. The message's bytes lie in a file of their own, under the entry's `id`.

    `act` is the id of the `sent` act that was recorded with it, `answers` the key of the message it answers, `asks` the
    keys of the asks that stood open when it was written. `sender` and `recipients` are the envelope's addresses,
    `names` the people as the screen says them. `until` is the answer time it names. It may leave from `leaves` on;
    after a failure that is the time of the next try. `words` are the server's, cleaned, or why it is held. `chores`
    are left to do; `draft` are the Message-IDs, with blanks between, of the draft's copies on the server. `changed` is
    when it came into its state: of a mail that has left, when it left. `agreed` is when the person last said that it
    shall leave all the same; `doubted`: it has been in doubt, so it is looked for before it is sent.
    """

    id: str
    act: str
    account: str
    message_id: str
    answers: str
    asks: tuple[str, ...]
    sender: str
    recipients: tuple[str, ...]
    names: str
    subject: str
    kind: OutKind
    until: datetime | None
    created: datetime
    leaves: datetime
    state: OutState = OutState.QUEUED
    tries: int = 0
    words: str = ""
    changed: datetime | None = None
    chores: tuple[Chore, ...] = ()
    draft: str = ""
    agreed: datetime | None = None
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What a row shows of a mail on its way: kind, state, the answer time it names, and when it leaves."""

    kind: OutKind
    state: OutState
    until: datetime | None
    leaves: datetime
