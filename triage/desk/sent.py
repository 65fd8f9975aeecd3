"""Mail that a server has taken from me but that is not read from Sent yet: messages made of the outbox's own bytes.

So an answer counts from the moment the server has taken it, and never twice (clock case 53).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from triage.mail.headers import read_envelope
from triage.mail.parse import read_words
from triage.model.message import Message
from triage.model.outgoing import OutMail, OutState
from triage.rules.understanding import understand
from triage.store.files import StoreError
from triage.store.outbox import Outbox


def sent_messages(mails: Iterable[OutMail], outbox: Outbox) -> Iterator[tuple[OutMail, Message]]:
    """Those of the mails that have left, each as a message that lies in no folder; not without its bytes."""
    for mail in mails:
        if mail.state is OutState.SENT:
            try:
                source = outbox.source(mail.id)
            except StoreError:
                continue
            yield mail, _message(mail, source)


def with_sent(messages: list[Message], sent: Iterable[Message]) -> list[Message]:
    """All of these messages; what has been read from a server is not taken from the outbox."""
    keys = {message.key for message in messages}
    return messages + [message for message in sent if message.key not in keys]


@lru_cache(maxsize=256)
def _message(mail: OutMail, source: bytes) -> Message:
    words = read_words(source, whole=True, size=len(source))
    words = understand(words)
    return replace(read_envelope(source, mail.changed or mail.created, len(source)), words=words)
