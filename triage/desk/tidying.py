"""What is done is moved to the archive on the server, where the settings say so: once it can hardly be taken back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta

from triage.desk.picture import Picture
from triage.mail.filing import Filing
from triage.model.act import ActKind
from triage.store.cache import Cache

FOLLOWED = timedelta(days=1)
"""How long after it was marked as done a thread is moved: what somebody moves back later stays where it is."""


def archive_done(
    account: str,
    picture: Picture,
    cache: Cache,
    open_filing: Callable[[], Filing],
    now: datetime,
    undo_for: timedelta,
) -> None:
    """Move the mail of threads marked as done out of the account's inboxes. Raises MailboxError, StoreError.

    A thread that waits again stays where it is, and so does mail that has come since.
    """
    derived = picture.current()
    spots = [
        (message.key, spot)
        for act in picture.acts().latest(ActKind.DONE)
        if now - FOLLOWED <= act.at <= now - undo_for
        for thread, row in (derived.threads[name] for name in derived.holding(act.anchors))
        if not row.clocks
        for message in thread.messages
        if message.key == message.message_id and message.arrived <= act.at
        for spot in cache.inbox_spots(account, message.key)
    ]
    if spots:
        with closing(open_filing()) as filing:
            for message_id, (folder, uidvalidity, uid) in spots:
                filing.archive(folder, uidvalidity, uid, message_id)
