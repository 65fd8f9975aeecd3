"""The due file written from rows, and read back as rows: derived, replaced whole, never precious."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import overload

from triage.model.act import OutKind, Tone, Work
from triage.model.clock import Clock, ClockKind, Lane, Reason
from triage.model.inbox import AccountRow, Inbox
from triage.model.message import Address
from triage.model.outgoing import Outgoing, OutState
from triage.model.row import OpenPromise, Row
from triage.store.due_reader import LIST, MAGIC, PART, VERSION, DueFileError, DueThread, Header, is_whole
from triage.store.files import write_whole

_DECIDING = (ClockKind.REPLY, ClockKind.ANSWER, ClockKind.PROMISE)
_LATER, _NEVER = 1 << 61, 1 << 62
_FLAT = str.maketrans({"\t": " ", "\n": " ", LIST: " ", PART: " "})
_WORD = str.maketrans(dict.fromkeys("\t\n " + LIST + PART))


@dataclass(frozen=True, slots=True)
class DueHeader:
    """What the header carries: `settings` is the settings file's path, `stamp` what tells whether it has changed.

    `tracking` is the stamp of the tracked record as it was before the rows were worked out from it.
    """

    written: datetime
    reply_within: timedelta
    stale_after: timedelta
    settings: str
    stamp: str
    tracking: str
    read: Mapping[str, datetime | None]


def file_stamp(path: str) -> str:
    """Size and time of the settings file or the tracked record, as the quick check compares them; empty without one."""
    try:
        stat = Path(path).stat()
    except OSError:
        return ""
    return f"{stat.st_size}.{stat.st_mtime_ns}"


def write_due_file(path: Path, header: DueHeader, rows: Iterable[Row]) -> None:
    """Replace the due file. Raises StoreError."""
    lines = [line for _, line in sorted((_order(row), _line(row)) for row in rows)]
    accounts = [f"{_flat(name)}{LIST}{_optional(read)}" for name, read in header.read.items()]
    head = [
        MAGIC,
        VERSION,
        str(_seconds(header.written)),
        str(header.reply_within // timedelta(seconds=1)),
        str(header.stale_after // timedelta(seconds=1)),
        _flat(header.settings),
        header.stamp,
        header.tracking,
        str(len(lines)),
        *accounts,
    ]
    text = "\t".join(head) + "\n" + "".join(lines)
    write_whole(path, text.encode("utf-8", "replace"), durable=False)


def read_inbox(path: Path) -> Inbox | None:
    """What the due file tells, or None where there is none that can be read."""
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            header = Header(file.readline())
            lines = file.readlines()
    except (OSError, DueFileError, UnicodeDecodeError):
        return None
    if not is_whole(header, lines):
        return None
    return Inbox(tuple(AccountRow(name, _time(read)) for name, read in header.read.items()), LazyRows(lines))


class LazyRows(Sequence[Row]):
    """Rows that are made from their lines when somebody looks at them."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return LazyRows(self.lines[index])
        return read_row(self.lines[index])


def read_row(line: str) -> Row:
    """The row in a line of the due file. Raises DueFileError."""
    thread = DueThread(line)
    try:
        return _row_of(thread)
    except ValueError:
        raise DueFileError("a line of the due file is damaged") from None


def _row_of(thread: DueThread) -> Row:
    clocks = zip(thread.clocks, thread.who, strict=True)
    return Row(
        id=thread.id,
        accounts=tuple(thread.accounts),
        client=Address(thread.client_name, thread.client_address),
        subject=thread.subject,
        resting=Lane(thread.resting),
        reason=Reason(thread.reason) if thread.reason else None,
        clocks=tuple(
            Clock(ClockKind(kind), who, _at(since), _at(soon), _at(due)) for (kind, since, soon, due), who in clocks
        ),
        asked=_time(thread.asked),
        last=_at(thread.last),
        snoozed=_time(thread.snoozed),
        count=thread.count,
        unread=thread.unread,
        text=thread.text,
        marks=tuple(thread.marks),
        messages=tuple(thread.messages),
        tone=Tone(thread.tone) if thread.tone else None,
        outgoing=_outgoing(thread.outgoing) if thread.outgoing else None,
        promises=tuple(OpenPromise(id_, _at(made), _at(due)) for id_, made, due in thread.promises),
        work=Work(thread.work),
        follow_up=_time(thread.follow_up),
    )


def _outgoing(told: tuple[str, str, int | None, int]) -> Outgoing:
    kind, state, until, leaves = told
    return Outgoing(OutKind(kind), OutState(state), _time(until), _at(leaves))


def _order(row: Row) -> tuple[int, int, str]:
    """By the nearest due time that decides; then threads with other clocks; then those without any."""
    deciding = (_seconds(clock.due) for clock in row.clocks if clock.kind in _DECIDING)
    due = min(deciding, default=_LATER if row.clocks else _NEVER)
    return (due, -_seconds(row.last), row.id)


def _line(row: Row) -> str:
    clocks = (
        PART.join((c.kind.value, *(str(_seconds(at)) for at in (c.since, c.soon, c.due)), _flat(c.who)))
        for c in row.clocks
    )
    fields = (
        row.id,
        LIST.join(clocks),
        _optional(row.snoozed),
        row.resting.value,
        LIST.join(map(_flat, row.accounts)),
        _flat(row.client.name),
        _flat(row.client.address),
        _flat(row.subject),
        row.reason.value if row.reason else "",
        _optional(row.asked),
        str(_seconds(row.last)),
        str(row.count),
        "1" if row.unread else "0",
        LIST.join(row.marks),
        row.tone.value if row.tone else "",
        _on_its_way(row.outgoing) if row.outgoing else "",
        LIST.join(PART.join((_flat(one.id), str(_seconds(one.made)), str(_seconds(one.due)))) for one in row.promises),
        row.work.value,
        _optional(row.follow_up),
        _flat(row.text),
        " ".join(map(_word, row.messages)),
    )
    return "\t".join(fields) + "\n"


def _on_its_way(mail: Outgoing) -> str:
    return PART.join((mail.kind.value, mail.state.value, _optional(mail.until), str(_seconds(mail.leaves))))


def _flat(text: str) -> str:
    return text if text.isprintable() else text.translate(_FLAT)


def _word(text: str) -> str:
    return text if text.isprintable() and " " not in text else text.translate(_WORD)


def _seconds(at: datetime) -> int:
    return int(at.timestamp())


def _optional(at: datetime | None) -> str:
    return "" if at is None else str(_seconds(at))


def _at(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _time(seconds: int | None) -> datetime | None:
    return None if seconds is None else _at(seconds)
