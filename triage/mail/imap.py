"""The mailbox port over IMAP: folders are opened with EXAMINE and read with PEEK; nothing on the server changes."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from config.schema import Account
from triage.mail.connection import WireClient
from triage.mail.folders import choose
from triage.mail.headers import FIELDS, TRACED_FIELDS
from triage.mail.imap_connection import ImapConnection
from triage.mail.mailbox import Body, Folder, FolderState, Header, Listing
from triage.mail.uid_sets import chunks, expand, plain
from triage.mail.wire import HEADER_LIMIT, Fetched, RefusedError

HEADERS_A_COMMAND = 8000
BODIES_A_COMMAND = 50
SEARCH_LIMIT = 5_000_000
REFUSALS_LIMIT = 64

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_NUMBERS = {name.upper().encode(): number for number, name in enumerate(_MONTHS, 1)}
HEADER_ITEMS, _TRACED_ITEMS = (
    b"(UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (%s)])" % " ".join(fields).encode()
    for fields in (FIELDS, TRACED_FIELDS)
)
_SEARCH_LINE = 64 * 1024 * 1024
_ARRIVALS = 10_000


class ImapMailbox(ImapConnection):
    """`Mailbox` over IMAP."""

    def __init__(self, client: WireClient, account: Account, waited: float) -> None:
        super().__init__(client, account, waited)
        self._extended = client.has_capability("ESEARCH")
        self._exists = 0

    def folders(self) -> tuple[Folder, ...]:
        """Sent first, then inboxes, then the rest; see `Mailbox.folders`."""
        with self._telling():
            return choose(self._list(), self._account.folders)

    def open(self, folder: str) -> FolderState:
        """Open a folder with EXAMINE, which asks a server with CONDSTORE for its HIGHESTMODSEQ."""
        with self._telling():
            state = self._opened("EXAMINE", folder)
            self._exists = state.exists
            return state

    def listing(self, since: date | None, kept: Collection[int] = ()) -> Listing:
        """What the open folder holds; see `Mailbox.listing`. The server compares `since` with its own local date."""
        with self._telling():
            scopes = _scopes(since, kept)
            uids = self._search("UNDELETED UNDRAFT", scopes)
            return Listing(uids, self._search("UNSEEN UNDELETED UNDRAFT", scopes) & uids if uids else uids)

    def headers(self, uids: Sequence[int], *, traced: bool = False) -> Iterator[Header]:
        """Headers of the open folder, streamed; left out are messages that have vanished or can't be given."""
        items = _TRACED_ITEMS if traced else HEADER_ITEMS
        for found in self._fetch(uids, items, HEADERS_A_COMMAND, HEADER_LIMIT):
            yield Header(found.uid, arrived(found.arrived), found.size, found.source)

    def bodies(self, uids: Sequence[int], limit: int) -> Iterator[Body]:
        """The first `limit` bytes of messages of the open folder, left out as in `headers`."""
        for found in self._fetch(uids, b"(UID RFC822.SIZE BODY.PEEK[]<0.%d>)" % limit, BODIES_A_COMMAND, limit):
            cut = len(found.source) >= limit
            yield Body(found.uid, max(found.size, len(found.source)) if cut else len(found.source), found.source)

    def _search(self, criteria: str, scopes: Sequence[str]) -> frozenset[int]:
        """UIDs that match, in any of the scopes; not many more than there were messages when the folder was opened."""
        most = min(self._exists + _ARRIVALS, SEARCH_LIMIT)
        returning = "RETURN (ALL) " if self._extended else ""
        uids: frozenset[int] = frozenset()
        for scope in scopes:
            command = f"UID SEARCH {returning}{criteria}{scope}".encode()
            for answer in self._wire.answers(command, 0, _SEARCH_LINE):
                uids |= found_uids(answer[0], most)
        return uids

    def _fetch(self, uids: Sequence[int], items: bytes, most: int, keep: int) -> Iterator[Fetched]:
        """Each message once. Of a set that the server refuses its halves are asked for, down to what it can't give."""
        with self._telling():
            todo = deque(chunks(uids, most))
            refusals = 0
            while todo:
                text, members = todo.popleft()
                missing_uids = set(members)
                try:
                    for found in self._wire.fetch(b"UID FETCH %s %s" % (text, items), missing_uids, keep):
                        missing_uids.remove(found.uid)
                        yield found
                except RefusedError as refusal:
                    refusals += 1
                    if refusals > REFUSALS_LIMIT:
                        raise
                    if b"[EXPUNGEISSUED]" not in refusal.words.upper() and len(members) > 1:
                        left = [uid for uid in members if uid in missing_uids]
                        todo.extendleft(reversed([*chunks(left, (len(left) + 1) // 2)]))


def arrived(text: bytes) -> datetime:
    """An INTERNALDATE ("02-Mar-2026 12:00:00 +0200") in UTC; an absurd one is 1970, so that it costs nobody else."""
    try:
        return _midnight(text[:11], text[21:]) + _since_midnight(text[11:21])
    except (ValueError, KeyError, OverflowError):
        return _EPOCH


@lru_cache(maxsize=4096)
def _midnight(day: bytes, zone: bytes) -> datetime:
    """The beginning of a day in a zone ("+0200"), in UTC."""
    if len(zone) != 5 or zone[:1] not in b"+-":
        raise ValueError("no zone")
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:5]))
    midnight = datetime(int(day[7:11]), _MONTH_NUMBERS[day[3:6].upper()], int(day[:2]), tzinfo=UTC)
    return midnight + offset if zone[:1] == b"-" else midnight - offset


def _since_midnight(clock: bytes) -> timedelta:
    hours, minutes, seconds = map(int, clock.split(b":"))
    if not (0 <= hours < 24 and 0 <= minutes < 60 and 0 <= seconds <= 60):
        raise ValueError("no time of day")
    return timedelta(0, hours * 3600 + minutes * 60 + seconds)


def _scopes(since: date | None, kept: Collection[int]) -> list[str]:
    """What to search, a command each: all, or what came since a day and the kept messages."""
    if since is None:
        return [""]
    day = f"SINCE {since.day}-{_MONTHS[since.month - 1]}-{since.year:04}"
    sets = [f"UID {text.decode()}" for text, _ in chunks(tuple(kept), HEADERS_A_COMMAND)]
    return [f" OR {day} {sets[0]}", *(f" {more}" for more in sets[1:])] if sets else [f" {day}"]


def found_uids(line: bytes, most: int) -> frozenset[int]:
    """The UIDs of a SEARCH or ESEARCH answer (RFC 4731); none of any other. Raises ValueError beyond all bounds."""
    line = line.upper()
    if line.startswith(b"* ESEARCH "):
        _, found, ranges = line.partition(b" ALL ")
        return expand(ranges.split(b" ")[0], most) if found else frozenset()
    if line.startswith(b"* SEARCH"):
        return plain(line[8:].partition(b"(")[0], most)
    return frozenset()
