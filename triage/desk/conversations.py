"""A thread as it is read: its words taken from the store and, where they are missing, from a server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from triage.desk.bodies import is_same_folder, read_bodies
from triage.desk.connections import Connection
from triage.desk.port import DeskError
from triage.mail.mailbox import Body, Mailbox
from triage.mail.parse import read_attachment
from triage.model.conversation import Conversation, Entry
from triage.model.message import Address, Message
from triage.rules.kinds import kind_of
from triage.rules.people import People
from triage.rules.times import happened
from triage.store.cache import Cache
from triage.store.downloads import save_new

ATTACHMENT_LIMIT = 64 * 1024 * 1024


def build_conversation(
    thread_id: str, subject: str, client: Address, messages: Iterable[Message], cache: Cache, people: People
) -> Conversation:
    """The conversation of these messages, newest first, with the words that the cache holds."""
    ordered = sorted(messages, key=lambda m: (happened(m, people), m.key), reverse=True)
    entries = (
        Entry(m.key, m.author, people.wrote(m), kind_of(m, people, ()), happened(m, people), cache.words(m.key))
        for m in ordered
    )
    return Conversation(thread_id, subject, client, tuple(entries))


def fetch_words(keys: Iterable[str], cache: Cache, connections: Mapping[str, Connection]) -> None:
    """Read from the servers what the cache lacks of these messages. Raises MailboxError and StoreError."""
    wanted = tuple(keys)

    def read(account: str, mailbox: Mailbox) -> None:
        read_bodies(account, mailbox, cache, missing())

    def missing() -> list[str]:
        return [key for key in wanted if cache.words(key) is None]

    for account, connection in connections.items():
        if cache.uids_of(missing(), account):
            connection.use(partial(read, account))


def save_part(key: str, part: int, folder: Path, cache: Cache, connections: Mapping[str, Connection]) -> Path | None:
    """Read a message whole and save one attachment; None where the message is on no server any more.

    Raises MailboxError, StoreError, DeskError where it is too large, and LookupError where it has no such part.
    """
    for account, connection in connections.items():
        if cache.uids_of([key], account) and (body := connection.use(partial(_fetch_whole, key, cache, account))):
            if not body.whole:
                raise DeskError("That mail is too large for Triage: save the file with your mail program.")
            attachment, data = read_attachment(body.source, part)
            return save_new(folder, attachment.name, data)
    return None


def _fetch_whole(key: str, cache: Cache, account: str, mailbox: Mailbox) -> Body | None:
    for name, uids in cache.uids_of([key], account).items():
        if is_same_folder(mailbox, cache, account, name):
            return next(iter(mailbox.bodies(list(uids), ATTACHMENT_LIMIT)), None)
    return None
