"""Mails on their way out, for tests: entries by the minute from the start of the story, with their acts and bytes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from config.paths import outbox_folder, tracking_file
from tests.support.stories import CLIENT, ME, START, hours
from triage.model.act import Act, ActKind, OutKind
from triage.model.outgoing import OutMail
from triage.store.ledger import Ledger
from triage.store.outbox import Outbox
from triage.store.tracking import Tracking

ASKED = "1@client.example"
"""The message that is answered."""


def minutes(number: float) -> datetime:
    """So many minutes after the start of the story."""
    return START + timedelta(minutes=number)


def out_mail(id: str = "m1", **facts: object) -> OutMail:
    """A queued acknowledgement from `work` to the client, written at the start, to leave at once."""
    told: dict[str, object] = {
        "act": f"act of {id}",
        "account": "work",
        "message_id": f"{id}@studio.example",
        "answers": ASKED,
        "asks": (ASKED,),
        "sender": ME,
        "recipients": (CLIENT,),
        "names": "Ann",
        "subject": "Re: Logo",
        "kind": OutKind.ACKNOWLEDGEMENT,
        "until": hours(24),
        "created": START,
        "leaves": START,
    }
    return OutMail(id=id, **(told | facts))  # type: ignore[arg-type]


def act_of(mail: OutMail) -> Act:
    """The act that is recorded with it."""
    anchors = (mail.message_id, mail.answers)
    return Act(mail.act, ActKind.SENT, mail.created, anchors, value=mail.kind.value, until=mail.until)


def undo_of(mail: OutMail) -> Act:
    """The act that takes it back."""
    return Act(f"undo of {mail.act}", ActKind.UNDONE, mail.created, (mail.message_id,), undoes=mail.act)


def source_of(mail: OutMail) -> bytes:
    """The message as it leaves; a line begins with a dot, which SMTP must not eat."""
    fields = f"From: {mail.sender}\r\nTo: {', '.join(mail.recipients)}\r\nMessage-ID: <{mail.message_id}>\r\n"
    return f"{fields}Subject: {mail.subject}\r\n\r\nReceived; you will have the answer.\r\n.\r\n".encode()


def open_outbox(folder: Path, now: Callable[[], datetime] = lambda: START) -> Outbox:
    """The outbox of a data folder, as a program finds it that has just been started."""
    return Outbox(open_tracking(folder, now), Path(outbox_folder(str(folder))))


def open_tracking(folder: Path, now: Callable[[], datetime] = lambda: START) -> Tracking:
    """The tracked record of a data folder."""
    return Tracking(Path(tracking_file(str(folder))), now)


def put(outbox: Outbox, *mails: OutMail) -> None:
    """Queue these mails, each with its act and its bytes."""
    for mail in mails:
        outbox.add(mail, source_of(mail), act_of(mail))


def acts_in(folder: Path) -> list[str]:
    """The ids of the acts on record, in their order."""
    return [act.id for act in Ledger(open_tracking(folder)).all()]
