"""A thread as it is read: its words taken from the store and, where they are missing, from a server."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path

from triage.desk.bodies import is_same_folder, read_bodies
from triage.desk.connections import Connection
from triage.desk.glance import last_known
from triage.desk.house import House
from triage.desk.picture import Picture
from triage.desk.port import DeskError
from triage.mail.mailbox import Body, Mailbox
from triage.mail.parse import read_attachment
from triage.model.act import ActKind
from triage.model.conversation import Conversation, Entry, Note
from triage.model.message import Address, Judgement, Message, Words
from triage.model.row import Row
from triage.rules.kinds import judge
from triage.rules.people import People
from triage.rules.times import happened
from triage.store.cache import Cache
from triage.store.downloads import save_new

ATTACHMENT_LIMIT = 64 * 1024 * 1024


class Conversations:
    """The threads of one house to be read; `open_cache` opens the mail cache for one thread of execution.

    Every method may raise StoreError, MailboxError and DeskError.
    """

    def __init__(
        self,
        house: House,
        people: People,
        picture: Picture,
        open_cache: Callable[[], AbstractContextManager[Cache]],
        connections: Mapping[str, Connection],
    ) -> None:
        self._house, self._people, self._picture = house, people, picture
        self._open_cache, self._connections = open_cache, connections

    def known(self, name: str) -> Conversation | None:
        """What the store has of the thread with this id, or with this message in it; None where there is none."""
        derived = self._picture.known
        found = derived.find(name) if derived else None
        with self._open_cache() as cache:
            if derived and found:
                thread, row = derived.threads[found]
                messages = list(thread.messages)
            else:
                last_known = self._last_known(name)
                if last_known is None:
                    return None
                row = last_known
                messages = [message for key in dict.fromkeys(row.messages) if (message := cache.envelope(key))]
            acts = self._picture.acts().on(message.key for message in messages)
            notes = tuple(Note(act.at, act.note) for act in reversed(acts) if act.kind is ActKind.NOTE)
            return build_conversation(row.id, row.subject, row.client, messages, notes, cache, self._people)

    def whole(self, name: str) -> Conversation | None:
        """The same, after reading from the servers what was missing."""
        if self._picture.known is None:
            row = self._last_known(name)
            # The due file knows neither older ids nor messages without a Message-ID.
            if row is None or len(set(row.messages)) < row.count:
                self._picture.derive()
        conversation = self.known(name)
        if conversation is None or conversation.complete:
            return conversation
        with self._open_cache() as cache:
            fetch_words([entry.key for entry in conversation.entries], cache, self._connections)
        return self.known(name)

    def judged(self, name: str) -> tuple[tuple[Message, Judgement], ...]:
        """The thread's messages, the oldest first, with the words that are known, and what each counts as.

        Empty where there is no such thread.
        """
        derived = self._picture.current()
        found = derived.find(name)
        if found is None:
            return ()
        thread, _ = derived.threads[found]
        with self._open_cache() as cache:
            messages = [replace(message, words=_words(message, cache)) for message in thread.messages]
        return tuple((message, judge(message, self._people, derived.world.my_ids)) for message in messages)

    def save(self, key: str, part: int, folder: Path) -> Path:
        """Save one attachment of a message into a folder, under a name that is not taken."""
        with self._open_cache() as cache:
            try:
                path = save_part(key, part, folder, cache, self._connections)
            except LookupError:
                raise DeskError("That attachment is not in the mail any more.") from None
        if path is None:
            raise DeskError("That mail is no longer on the server.")
        return path

    def _last_known(self, name: str) -> Row | None:
        return next((row for row in last_known(self._house.due, self._house.accounts).rows if row.id == name), None)


def build_conversation(
    thread_id: str,
    subject: str,
    client: Address,
    messages: Iterable[Message],
    notes: tuple[Note, ...],
    cache: Cache,
    people: People,
) -> Conversation:
    """The conversation of these messages, newest first, with the words that the cache holds."""
    ordered = sorted(messages, key=lambda m: (happened(m, people), m.key), reverse=True)
    mine = {m.message_id for m in ordered if m.message_id and people.wrote(m)}
    entries = tuple(_entry(replace(m, words=_words(m, cache)), mine, people) for m in ordered)
    return Conversation(thread_id, subject, client, entries, notes, people.clients.group(client.address))


def _entry(message: Message, my_ids: Container[str], people: People) -> Entry:
    told = judge(message, people, my_ids)
    at, mine = happened(message, people), people.wrote(message)
    return Entry(message.key, message.author, mine, told.kind, at, message.words, told.reason)


def _words(message: Message, cache: Cache) -> Words | None:
    """What the cache holds; of a mail that has just left, what was written."""
    return cache.words(message.key) or (message.words if message.gone else None)


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
