"""Messages put into the mail cache."""

from __future__ import annotations

from tests.support.stories import START
from triage.model.message import Message, Role
from triage.store.cache import Cache


def put(cache: Cache, *arrived: Message, folder: str = "INBOX", account: str = "work", first: int = 1) -> int:
    """Messages into a folder, from the UID `first` on; returns the folder's id."""
    with cache.writing():
        id_ = cache.begin_folder(account, folder, Role.INBOX, 7)
        cache.add(id_, ((uid, START, False, message) for uid, message in enumerate(arrived, first)))
    return id_
