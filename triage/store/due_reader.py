"""The due file as its readers see it, with builtins alone: one line a thread, sorted by due time, behind a header.

Fields are separated by tabs, lists inside a field by U+001F, parts of a clock by U+001E; cleaned text holds none of
these. Times are whole seconds since 1970, within what a datetime can hold.
"""

from __future__ import annotations

MAGIC = "triage-due"
VERSION = "3"
LIST = "\x1f"
PART = "\x1e"
_KINDS = ("reply", "answer", "promise", "contact", "nudge")
_RESTING = ("theirs", "rest")
_WORK = ("on", "emergency", "paused", "off")
_FIRST, _LAST = -62135596800, 253402300799


class DueFileError(ValueError):
    """The file is damaged, or of another version of Triage."""


class Header:
    """What the quick check needs to know before the first thread."""

    def __init__(self, line: str) -> None:
        """Raises DueFileError."""
        fields = line.rstrip("\n").split("\t")
        try:
            magic, version, written, rule, stale, self.settings, self.stamp, self.tracking, lines, *accounts = fields
            self.written, self.reply_within, self.stale_after = _moment(written), _moment(rule), _moment(stale)
            self.lines = int(lines)
            pairs = (account.split(LIST) for account in accounts)
            self.read = {name: _moment(read) if read else None for name, read in pairs}
        except ValueError:
            raise DueFileError("not a due file") from None
        if (magic, version) != (MAGIC, VERSION):
            raise DueFileError("a due file of another version")


class DueThread:
    """One line: the fields of a row as text and numbers; a clock is kind, since, soon, due.

    What is on its way out is kind, state, until, leaves; a promise is id, when it was made, the time promised.
    """

    __slots__ = (
        "accounts",
        "asked",
        "client_address",
        "client_name",
        "clocks",
        "count",
        "follow_up",
        "id",
        "last",
        "marks",
        "messages",
        "outgoing",
        "promises",
        "reason",
        "resting",
        "snoozed",
        "subject",
        "text",
        "tone",
        "unread",
        "who",
        "work",
    )

    def __init__(self, line: str) -> None:
        """Raises DueFileError."""
        try:
            (
                self.id,
                clocks,
                snoozed,
                self.resting,
                accounts,
                self.client_name,
                self.client_address,
                self.subject,
                reason,
                asked,
                last,
                count,
                unread,
                marks,
                tone,
                outgoing,
                promises,
                self.work,
                follow_up,
                self.text,
                messages,
            ) = line.rstrip("\n").split("\t")
            self.clocks = read_clocks(clocks)
            self.who = [clock.rpartition(PART)[2] for clock in _split(clocks, LIST)]
            self.last, self.count = _moment(last), int(count)
            self.asked = _moment(asked) if asked else None
            self.snoozed = _moment(snoozed) if snoozed else None
            self.outgoing = _read_outgoing(outgoing) if outgoing else None
            self.promises = [_read_promise(promise) for promise in _split(promises, LIST)]
            self.follow_up = _moment(follow_up) if follow_up else None
            _RESTING.index(self.resting)
            _WORK.index(self.work)
        except (ValueError, IndexError):
            raise DueFileError("a line of the due file is damaged") from None
        self.accounts, self.marks, self.messages = _split(accounts, LIST), _split(marks, LIST), _split(messages, " ")
        self.reason, self.tone, self.unread = reason or None, tone or None, unread == "1"


def read_clocks(field: str) -> list[tuple[str, int, int, int]]:
    """The clocks in a field; raises ValueError on a damaged one."""
    clocks = []
    for clock in _split(field, LIST):
        kind, since, soon, due, _ = clock.split(PART)
        clocks.append((_KINDS[_KINDS.index(kind)], _moment(since), _moment(soon), _moment(due)))
    return clocks


def _read_outgoing(field: str) -> tuple[str, str, int | None, int]:
    kind, state, until, leaves = field.split(PART)
    return kind, state, _moment(until) if until else None, _moment(leaves)


def _read_promise(field: str) -> tuple[str, int, int]:
    id_, made, due = field.split(PART)
    return id_, _moment(made), _moment(due)


def peek(line: str) -> tuple[str, str, int | None, str]:
    """Id, clocks, end of the snooze and resting lane of a line, the rest of it unread. Raises DueFileError."""
    try:
        thread, clocks, snoozed, resting, _ = line.split("\t", 4)
        return thread, clocks, _moment(snoozed) if snoozed else None, resting
    except ValueError:
        raise DueFileError("a line of the due file is damaged") from None


def is_whole(header: Header, lines: list[str]) -> bool:
    """As many lines as the header says, the last one ended."""
    return len(lines) == header.lines and (not lines or lines[-1].endswith("\n"))


def read_due_file(path: str) -> tuple[Header, list[DueThread]]:
    """The header and every thread. Raises OSError, UnicodeDecodeError and DueFileError."""
    with open(path, encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - builtins alone
        header = Header(file.readline())
        lines = file.readlines()
    if not is_whole(header, lines):
        raise DueFileError("the due file is cut off")
    return header, [DueThread(line) for line in lines]


def _moment(digits: str) -> int:
    moment = int(digits)
    if not _FIRST <= moment <= _LAST:
        raise ValueError("no moment")
    return moment


def _split(field: str, between: str) -> list[str]:
    return field.split(between) if field else []
