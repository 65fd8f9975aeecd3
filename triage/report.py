"""What the command line says: aligned lines and the JSON contract, from threads of the due file; light to import."""

from __future__ import annotations

import os
import sys
import time

from triage.rules.standing import DECIDING, deciding_clock, is_asleep, lane_of
from triage.store.due_reader import DueThread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

MINUTE, HOUR, DAY = 60, 3600, 86400
_COLOURS = {"red": "31", "bold": "1", "dim": "2"}
_NAME_WIDTH, _WIDE_PAGE = 24, 120
_SNOOZED, _COMPLAINT, _URGENT, _LAST_WORD = "snoozed", "complaint", "urgent", "last word"
_REMINDERS = {"contact": "contact", "nudge": "ask again"}
_GONE = ("sent", "withdrawn")
_JOINERS = "\u200c\u200d"
_EMOJI = range(0x1F000, 0x1FB00)
# Latin and Cyrillic letters and punctuation take one column each: unicodedata need not be loaded for them.
_PLAIN = (range(0x20, 0x7F), range(0xA0, 0xAD), range(0xAE, 0x300), range(0x400, 0x483), range(0x2010, 0x2028))
NARROW = frozenset(chr(code) for codes in _PLAIN for code in codes)


def ready_output() -> None:
    """Make standard output take any text: what its encoding can't say becomes a question mark."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")


def drop_output() -> None:
    """Let what is still unsaid go nowhere, after standard output was found closed or full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def safe(text: str) -> str:
    """The text, with a mark in the place of whatever could steer a terminal.

    Text is cleaned where it enters (mail.clean); this holds the line where the due file says otherwise.
    """
    return text if text.isprintable() else "".join(letter if _is_safe(letter) else "\ufffd" for letter in text)


def _is_safe(letter: str) -> bool:
    return letter.isprintable() or letter in _JOINERS or ord(letter) in _EMOJI


def paint(text: str, colour: str) -> str:
    """The text in a colour, where standard output is a terminal and NO_COLOR is not set."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m"


def wait_words(seconds: int) -> str:
    """A wait in one unit that says enough: "40 min", "31 h", "12 d"."""
    if seconds < HOUR:
        return f"{seconds // MINUTE} min"
    if seconds < 4 * DAY:
        return f"{seconds // HOUR} h"
    return f"{seconds // DAY} d"


def ago(seconds: int) -> str:
    """How long ago: "just now", "4 min ago", "5 h ago"."""
    return "just now" if seconds < MINUTE else f"{wait_words(seconds)} ago"


def when_words(moment: int, at: int) -> str:
    """A moment as people say it, in local time: "Mon 05:00", and with the date where it is a week or more away."""
    local = time.localtime(moment)
    if abs(moment - at) < 6 * DAY:
        return time.strftime("%a %H:%M", local)
    year = "" if local.tm_year == time.localtime(at).tm_year else f" {local.tm_year}"
    return f"{local.tm_mday} {time.strftime('%b', local)}{year} {time.strftime('%H:%M', local)}"


def overdue_lines(threads: list[DueThread], at: int) -> list[str]:
    """One aligned line a thread: waited, over, client, subject, due, and what else is to be known of it."""
    cells = []
    for thread in threads:
        clock = deciding_clock(thread.clocks, at)
        if clock is not None:
            waited, over = wait_words(at - clock[1]), "+" + wait_words(at - clock[3])
            asleep = (_SNOOZED,) if is_asleep(thread.snoozed, at) else ()
            kind = (_REMINDERS[clock[0]],) if clock[0] in _REMINDERS else ()
            marks = _marks((*kind, *asleep, *_promise_marks(thread, at), *thread.marks))
            due = f"due {when_words(clock[3], at)}"
            cells.append((waited, over, client_of(thread), subject_of(thread), due, marks))
    widths = _widths(cells)
    lines = []
    for waited, over, client, subject, due, marks in cells:
        numbers = f"{_fit(waited, widths[0], right=True)}  {paint(_fit(over, widths[1], right=True), 'red')}"
        names = f"{paint(_fit(client, widths[2]), 'bold')}  {_fit(subject, widths[3])}"
        lines.append(f" {numbers}  {names}  {_fit(due, widths[4])}  {marks}".rstrip())
    return lines


def lane_lines(threads: Iterable[tuple[str, DueThread]], at: int) -> list[str]:
    """All lanes, each under its name with its count; one line a thread. The threads come in the order of the list."""
    lanes: dict[str, list[DueThread]] = {}
    for lane, thread in threads:
        lanes.setdefault(lane, []).append(thread)
    lines = []
    for lane, members in lanes.items():
        lines.append(paint(f"{lane.replace('_', ' ')} {len(members)}", "bold"))
        cells = [_lane_cells(thread, at) for thread in members]
        widths = _widths(cells)
        for wait, when, client, subject, marks in cells:
            fitted = (_fit(wait, widths[0], right=True), _fit(when, widths[1]), _fit(client, widths[2]))
            lines.append(f" {'  '.join(fitted)}  {_fit(subject, widths[3])}  {marks}".rstrip())
    return lines


def _lane_cells(thread: DueThread, at: int) -> tuple[str, str, str, str, str]:
    clock = deciding_clock(thread.clocks, at)
    late: tuple[str, ...] = ()
    if thread.snoozed is not None and is_asleep(thread.snoozed, at):
        wait, when = _SNOOZED, f"until {when_words(thread.snoozed, at)}"
        if lane_of(clock, thread.resting, at) == "overdue" and clock is not None:
            late = (f"overdue since {when_words(clock[3], at)}",)
    elif clock is not None:
        wait, when = wait_words(at - clock[1]), f"due {when_words(clock[3], at)}"
    else:
        wait, when = safe(thread.reason or ""), f"last {when_words(thread.last, at)}"
    return (
        wait,
        when,
        client_of(thread),
        subject_of(thread),
        _marks((*late, *_promise_marks(thread, at), *thread.marks)),
    )


def _promise_marks(thread: DueThread, at: int) -> tuple[str, ...]:
    """Whether a promise is late or, from the time on at which it warns, at risk (clock case 49)."""
    promises = [clock for clock in thread.clocks if clock[0] == "promise"]
    if any(at > due for _, _, _, due in promises):
        return ("promise late",)
    return ("promise at risk",) if any(at >= soon for _, _, soon, _ in promises) else ()


def _marks(words: Iterable[str]) -> str:
    return safe(", ".join(words))


def client_of(thread: DueThread) -> str:
    """The client's name, or the address where there is none."""
    return safe(thread.client_name or thread.client_address) or "(nobody)"


def subject_of(thread: DueThread) -> str:
    """The subject, or a word in its place."""
    return safe(thread.subject) or "(no subject)"


def _widths(cells: Sequence[tuple[str, ...]]) -> list[int]:
    if not cells:
        return []
    widths = [max(map(cell_width, set(column))) for column in zip(*cells, strict=True)]
    names = 2
    widths[names] = min(widths[names], _NAME_WIDTH)
    between = 2 * len(widths)
    widths[names + 1] = min(widths[names + 1], max(room(sys.stdout) - sum(widths) + widths[names + 1] - between, 12))
    return widths


def room(stream: TextIO) -> int:
    """Columns there are: the terminal's, else what fits a wide page."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or _WIDE_PAGE
    except (OSError, ValueError, AttributeError):
        return _WIDE_PAGE


def cell_width(text: str) -> int:
    """Terminal columns that a text takes: wide characters two, combining and joining ones none."""
    return len(text) if NARROW.issuperset(text) else sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    from unicodedata import category, east_asian_width

    if category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def _fit(text: str, width: int, *, right: bool = False) -> str:
    """Cut with an ellipsis or filled with blanks to exactly `width` columns."""
    taken = cell_width(text)
    if taken > width:
        text = cut(text, width)
        taken = cell_width(text)
    blanks = " " * (width - taken)
    return blanks + text if right else text + blanks


def cut(text: str, width: int) -> str:
    """The text, or as much of it as leaves a column for an ellipsis; `width` is at least 1."""
    if cell_width(text) <= width:
        return text
    kept = text[:width]
    while cell_width(kept) > width - 1:
        kept = kept[:-1]
    return kept + "…"


def json_document(at: int, read: dict[str, int | None], threads: Iterable[DueThread], *, listed: bool = True) -> str:
    """The contract for scripts (schema 1), the same for the quick check and the list; `listed` as in `json_thread`.

    Letters stand as they are, unless there are some that could steer a terminal or that standard output can't say.
    """
    import json

    document = {
        "schema": 1,
        "at": iso(at),
        "accounts": [{"name": name, "read": iso(when)} for name, when in read.items()],
        "threads": [json_thread(thread, at, listed=listed) for thread in threads],
    }
    text = json.dumps(document, ensure_ascii=False)
    if safe(text) == text and _says_everything():
        return text
    return json.dumps(document).replace("\x7f", "\\u007f")


def _says_everything() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"


def json_thread(thread: DueThread, at: int, *, listed: bool = True) -> dict[str, object]:
    """One thread of the document; what does not apply is null.

    `listed`: as the list has it, where a snoozed thread rests; in the quick check it stands where its clock says.
    """
    clock = deciding_clock(thread.clocks, at)
    asleep = is_asleep(thread.snoozed, at)
    hidden = listed and asleep
    lane = "rest" if hidden else lane_of(clock, thread.resting, at)
    kind, since, _, due = clock or (None, None, None, None)
    over = at - due if due is not None and kind in DECIDING and at > due else None
    return {
        "id": thread.id,
        "account": thread.accounts[0] if thread.accounts else None,
        "client": {"name": thread.client_name, "address": thread.client_address},
        "subject": thread.subject,
        "lane": lane,
        "clock": kind,
        "since": iso(since),
        "due": iso(due),
        "limit": None if since is None or due is None else due - since,
        "waited": None if since is None else at - since,
        "over": over,
        "asked": iso(thread.asked) if clock is not None else None,
        "last": iso(thread.last),
        "reason": _SNOOZED if hidden else thread.reason if clock is None else None,
        "snoozed": iso(thread.snoozed) if asleep else None,
        "tone": thread.tone,
        "complaint": _COMPLAINT in thread.marks,
        "urgent": _URGENT in thread.marks,
        "last_word": _LAST_WORD in thread.marks,
        "promises": [{"id": id_, "due": iso(due)} for id_, _, due in thread.promises],
        "work": _work(thread, at),
        "follow_up": iso(thread.follow_up),
        "outgoing": _outgoing(thread),
        "messages": thread.messages,
    }


def _work(thread: DueThread, at: int) -> str | None:
    """How running work stands; once a pause has ended it is on, and its clock runs (a follow-up's has no length)."""
    if thread.work == "paused" and any(
        kind == "contact" and since <= at and since < due for kind, since, _, due in thread.clocks
    ):
        return "on"
    return None if thread.work == "off" else thread.work


def _outgoing(thread: DueThread) -> dict[str, str | None] | None:
    """The mail that hangs: written, not with the server, not given up."""
    if thread.outgoing is None or thread.outgoing[1] in _GONE:
        return None
    kind, state, until, _ = thread.outgoing
    return {"kind": kind, "state": state, "until": iso(until)}


def iso(moment: int | None) -> str | None:
    """Whole seconds since 1970 as "2026-03-02T12:00:00Z"."""
    return None if moment is None else time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))
