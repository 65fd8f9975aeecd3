"""Bodies into words: the newest of each side in threads that wait, suspected machine mail, and what a person opens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from triage.mail.mailbox import Mailbox
from triage.mail.parse import read_words
from triage.model.events import Unreadable
from triage.model.message import Message, Words
from triage.model.row import Row
from triage.model.thread import Thread
from triage.rules.kinds import needs_words
from triage.rules.people import People
from triage.rules.rows import newest_of_each_side
from triage.rules.understanding import understand
from triage.store.cache import Cache

# A mail's text and the names of its files lie well within this; attachments are read when they are asked for.
BODY_LIMIT = 96 * 1024
STEP = 50
NO_WORDS = Words("", "")


def wanted_keys(threads: Iterable[tuple[Thread, Row]], people: People, account: str) -> list[str]:
    """Messages of an account whose words decide something or are shown in the list (DESIGN, "In")."""
    wanted: list[Message] = []
    for thread, row in threads:
        if row.clocks:
            wanted.extend(newest_of_each_side(thread.messages, people))
        wanted.extend(message for message in thread.messages if needs_words(message))
    unread = (m for m in wanted if m.words is None and any(place.account == account for place in m.places))
    return list(dict.fromkeys(m.key for m in unread))


def read_bodies(
    account: str, mailbox: Mailbox, cache: Cache, keys: Iterable[str], done: Callable[[int], None] | None = None
) -> list[Unreadable]:
    """Read these messages' bodies as far as they lie in this account; `done` is told how many, step by step.

    Raises MailboxError; what has been read stays. A body that can't be read is noted as empty and named.
    """
    unreadable: list[Unreadable] = []
    for folder, uids in cache.uids_of(keys, account).items():
        if not is_same_folder(mailbox, cache, account, folder):
            continue
        for words, troubles in _read_folder(mailbox, account, folder, uids):
            with cache.writing():
                cache.add_words(words)
            unreadable.extend(troubles)
            if done:
                done(len(words))
    return unreadable


def is_same_folder(mailbox: Mailbox, cache: Cache, account: str, folder: str) -> bool:
    """Open the folder: its UIDs still mean what they meant when it was read. Raises MailboxError."""
    known = cache.folder(account, folder)
    return known is not None and mailbox.open(folder).uidvalidity == known.uidvalidity


def _read_folder(
    mailbox: Mailbox, account: str, folder: str, uids: Mapping[int, str]
) -> Iterator[tuple[list[tuple[str, Words]], list[Unreadable]]]:
    ordered = sorted(uids)
    for start in range(0, len(ordered), STEP):
        words, troubles = [], []
        for body in mailbox.bodies(ordered[start : start + STEP], BODY_LIMIT):
            try:
                read = understand(read_words(body.source, body.whole, body.size))
            except Exception as error:
                troubles.append(Unreadable(account, folder, body.uid, type(error).__name__))
                read = NO_WORDS
            words.append((uids[body.uid], read))
        yield words, troubles
