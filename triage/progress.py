"""Progress of reading on a terminal: one line that is drawn over; on anything else only what went wrong is told."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Lock
from types import TracebackType
from typing import Self, TextIO

from triage.model.events import AccountRead, ReadFailed, ReadProgress
from triage.report import MINUTE, cut, room, safe, wait_words

_STAGES = {"headers": "reading", "words": "texts"}
_CLEAR = "\r\x1b[K"


class Progress:
    """Tells on a stream how far reading has come; may be called from several threads."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._lock = stream, Lock()
        self._live = stream.isatty()
        self._lines: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._live and self._lines:
            self._stream.write(_CLEAR)
            self._stream.flush()

    def tell(self, event: ReadProgress | AccountRead | ReadFailed) -> None:
        """Draw one event."""
        with self._lock:
            if isinstance(event, ReadProgress):
                self._lines[event.account] = progress_line(event, datetime.now(UTC))
            else:
                self._lines.pop(event.account, None)
            if isinstance(event, AccountRead):
                self._name_unreadable(event)
            if self._live:
                # A line that went on in the next row of the screen could not be drawn over.
                self._stream.write(_CLEAR + cut(" · ".join(self._lines.values()), room(self._stream) - 1))
                self._stream.flush()

    def _name_unreadable(self, event: AccountRead) -> None:
        if event.unreadable:
            places = ", ".join(f"{safe(one.folder)} UID {one.uid}" for one in event.unreadable[:5])
            more = f" and {len(event.unreadable) - 5} more" if len(event.unreadable) > 5 else ""
            clear = _CLEAR if self._live else ""
            many = len(event.unreadable)
            self._stream.write(f"{clear}{event.account}: {many} could not be read: {places}{more}.\n")


def progress_line(event: ReadProgress, now: datetime) -> str:
    """How far, how fast, how long still: "work: reading 12 000 of 36 584 · 4 100/s · 6 s left"."""
    spent = max((now - event.started).total_seconds(), 0.001)
    rate = event.done / spent
    line = f"{event.account}: {_STAGES[event.stage]} {spaced(event.done)} of {spaced(event.total)}"
    if not event.done or spent < 1:
        return line
    left = int((event.total - event.done) / rate)
    return f"{line} · {spaced(int(rate))}/s · {wait_words(left) if left >= MINUTE else f'{left} s'} left"


def spaced(number: int) -> str:
    """A number in groups: 36 584."""
    return f"{number:,}".replace(",", " ")
