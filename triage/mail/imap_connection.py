"""What reading and filing over IMAP have in common: the folders there are, opening one, and one way of failing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Literal

from imapclient.imap_utf7 import encode

from config.schema import Account
from triage.mail.connection import WireClient
from triage.mail.folders import Listed, missing, read_listed
from triage.mail.mailbox import FolderState, MailboxError
from triage.mail.trouble import explain
from triage.mail.wire import HEADER_LIMIT, RefusedError, WireError

_NUMBER = re.compile(
    rb"\* (?:(\d{1,10}) (EXISTS)|OK \[(UIDVALIDITY|UIDNEXT|HIGHESTMODSEQ) (\d{1,19})\])", re.IGNORECASE
)
_PATIENCE = 2.0


class ImapConnection:
    """One connection that is logged in; `waited` is its time-out for a read, in seconds."""

    def __init__(self, client: WireClient, account: Account, waited: float) -> None:
        self._wire = client.wire
        self._account = account
        self._waited = waited
        self._condstore = client.has_capability("CONDSTORE") or client.has_capability("QRESYNC")
        self._listed_special = client.has_capability("SPECIAL-USE") and client.has_capability("LIST-EXTENDED")
        self._listed: dict[str, Listed] = {}
        self._open = True

    def close(self) -> None:
        """Log out; never raises, and waits a few seconds at most."""
        if self._open:
            self._open = False
            self._wire.farewell(min(self._waited, _PATIENCE))

    def _list(self) -> tuple[Listed, ...]:
        """All folders, as the server has them now."""
        command = b'LIST "" "*" RETURN (SPECIAL-USE)' if self._listed_special else b'LIST "" "*"'
        found = map(read_listed, self._wire.answers(command, HEADER_LIMIT))
        self._listed = {listed.name: listed for listed in found if listed}
        return tuple(self._listed.values())

    def _spelt(self, folder: str) -> str:
        """A folder's name as the server spells it, between quotation marks."""
        known = self._listed.get(folder)
        return quote(known.raw if known else encode(folder).decode())

    def _opened(self, verb: Literal["EXAMINE", "SELECT"], folder: str) -> FolderState:
        """Open a folder; a server with CONDSTORE is asked for its HIGHESTMODSEQ."""
        command = f"{verb} {self._spelt(folder)}{' (CONDSTORE)' if self._condstore else ''}".encode()
        try:
            return read_state([answer[0] for answer in self._wire.answers(command, 0)])
        except RefusedError as refusal:
            raise missing(folder, self._listed, refusal.words) from None

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Any failure becomes a MailboxError, and the connection is closed."""
        if not self._open:
            raise MailboxError(f"The connection to {self._account.imap.host} is closed.")
        try:
            yield
        except MailboxError:
            self.close()
            raise
        except (OSError, WireError, ValueError, LookupError, TypeError) as error:
            self._open = False
            self._wire.close()
            raise explain(error, self._account.imap, self._waited) from None


def quote(text: str) -> str:
    """A quoted string of IMAP (RFC 9051, 4.3); `text` has neither line ends nor letters beyond ASCII."""
    return '"' + text.replace("\\", r"\\").replace('"', r"\"") + '"'


def read_state(told: Iterable[bytes]) -> FolderState:
    """What EXAMINE told. Raises KeyError where it told too little."""
    numbers: dict[bytes, int] = {}
    for line in told:
        if found := _NUMBER.match(line):
            numbers[(found[2] or found[3]).upper()] = int(found[1] or found[4])
    modseq = numbers.get(b"HIGHESTMODSEQ")
    return FolderState(numbers[b"UIDVALIDITY"], numbers.get(b"UIDNEXT", 0), numbers[b"EXISTS"], modseq or None)
