"""What is done on the IMAP server for a mail that has left; each chore may be done twice, and finds it done then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from config.schema import Account, Send
from triage.mail.filing import Filing, Shelf
from triage.mail.mailbox import MailboxError
from triage.mail.smtp import files_own_copies
from triage.model.act import OutKind
from triage.model.outgoing import Chore, OutMail

Spot = tuple[str, int, int]
"""Where a copy of a message lies: folder, UIDVALIDITY, UID."""


def chores_for(account: Account, send: Send, kind: OutKind, draft: str) -> tuple[Chore, ...]:
    """What is to be done once a mail has left; `draft` as in `OutMail`.

    Only a real answer marks what it answers; only a done report takes the mail out of the inbox.
    """
    copies_itself = account.smtp is not None and files_own_copies(account.smtp.host)
    wanted = {
        Chore.COPY: send.sent_copy == "yes" or (send.sent_copy == "auto" and not copies_itself),
        Chore.ANSWERED: kind.answers,
        Chore.SEEN: kind.answers and send.mark_read,
        Chore.ARCHIVE: kind is OutKind.DONE and send.archive,
        Chore.DRAFT: bool(draft),
    }
    return tuple(chore for chore, is_wanted in wanted.items() if is_wanted)


class Clerk:
    """One account's filing for one round.

    The connection is opened when it is first needed, and anew after an error; where it can't be opened, the round does
    without.
    """

    def __init__(self, open_filing: Callable[[], Filing], spots: Callable[[str], Iterable[Spot]]) -> None:
        """`spots` tells where a message lies in the account's inboxes, by its key."""
        self._open, self._spots = open_filing, spots
        self._filing: Filing | None = None
        self._away: MailboxError | None = None

    def has_left(self, mail: OutMail) -> bool:
        """A copy lies in Sent; that none does proves nothing. Raises MailboxError."""
        with self._connected() as filing:
            return filing.holds(Shelf.SENT, mail.message_id)

    def do(self, chore: Chore, mail: OutMail, source: Callable[[], bytes]) -> None:
        """Do it, unless it was done before. Raises MailboxError, and what `source` raises."""
        with self._connected() as filing:
            match chore:
                case Chore.COPY if not filing.holds(Shelf.SENT, mail.message_id):
                    filing.add(Shelf.SENT, source(), mail.changed or mail.created)
                case Chore.ANSWERED:
                    for key, spot in self._places(mail.answers):
                        filing.mark(*spot, key, r"\Answered")
                case Chore.SEEN:
                    for key, spot in self._places(mail.answers, *mail.asks):
                        filing.mark(*spot, key, r"\Seen")
                case Chore.ARCHIVE:
                    for key, spot in self._places(mail.answers, *mail.asks):
                        filing.archive(*spot, key)
                case Chore.DRAFT:
                    for id_ in mail.draft.split():
                        filing.remove_draft(id_)

    def close(self) -> None:
        """Log out; never raises."""
        if self._filing is not None:
            self._filing.close()
            self._filing = None

    def _places(self, *keys: str) -> list[tuple[str, Spot]]:
        return [(key, spot) for key in dict.fromkeys(keys) for spot in self._spots(key)]

    @contextmanager
    def _connected(self) -> Iterator[Filing]:
        if self._away is not None:
            raise self._away
        if self._filing is None:
            self._filing = self._open_or_give_up()
        try:
            yield self._filing
        except MailboxError:
            self._filing = None
            raise

    def _open_or_give_up(self) -> Filing:
        try:
            return self._open()
        except MailboxError as error:
            self._away = error
            raise
