"""The quick check: due file → lines → exit status, with builtins, os and time alone until something rarer is asked."""

from __future__ import annotations

import os
import sys
import time

from config.paths import data_folder, due_file, settings_file, tracking_file
from triage.report import (
    ago,
    client_of,
    drop_output,
    json_document,
    overdue_lines,
    paint,
    ready_output,
    wait_words,
    when_words,
)
from triage.rules.standing import DECIDING, deciding_clock, is_asleep, lane_of, order_of
from triage.store.due_reader import DueFileError, DueThread, Header

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CALM, OVERDUE, USAGE, STALE, BROKEN = range(5)


class Options:
    """What was asked for on the command line."""

    def __init__(self) -> None:
        self.json = self.count = self.all = False
        self.at: int | None = None
        self.account: str | None = None
        self.config: str | None = None
        self.data: str | None = None


class Found:
    """What the due file told: overdue threads in order, the next one due, and when each account was read.

    With `--all` those to be contacted or asked again stand among the overdue ones, behind them.
    """

    def __init__(self, header: Header, at: int, overdue: list[DueThread], following: DueThread | None) -> None:
        self.header, self.at, self.overdue, self.following = header, at, overdue, following


def quick(arguments: list[str]) -> int | None:
    """Answer `triage --overdue …` from the due file, or None where the long way is needed (see cli).

    That is: another command, an option that needs the network or an explanation, no due file, a damaged one, or
    settings or acts that have changed since it was written.
    """
    options = read_options(arguments)
    if options is None:
        return None
    folder = data_folder(options.data)
    try:
        with open(due_file(folder), encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - pathlib costs more than the check
            header = Header(file.readline())
            if not is_current(header, settings_file(options.config), folder):
                return None
            if options.account is not None and options.account not in header.read:
                return None
            now = int(time.time())
            at = now if options.at is None else options.at
            found = search(header, file, at, options.account, everything=options.all)
    except (OSError, ValueError):
        return None
    return said(lambda: answer(found, options, now))


def said(say: Callable[[], int]) -> int:
    """The exit status of what prints an answer; a closed pipe or a full disk behind the output ends it quietly."""
    ready_output()
    try:
        return say()
    except BrokenPipeError:
        drop_output()
    except OSError as error:
        drop_output()
        print(f"Can't write the answer: {(error.strerror or 'the system refused').lower()}.", file=sys.stderr)
    return BROKEN


def read_options(arguments: list[str]) -> Options | None:
    """The options of a plain quick check, or None where argparse has to look at them."""
    options, rest = Options(), iter(arguments)
    asked = False
    for argument in rest:
        name, given, value = argument.partition("=")
        if argument == "--overdue":
            asked = True
        elif argument in ("--json", "--count", "--all"):
            setattr(options, name[2:], True)
        elif name in ("--at", "--account", "--config", "--data"):
            value = value if given else next(rest, "")
            at = read_time(value) if name == "--at" else None
            if not value or (name == "--at" and at is None):
                return None
            setattr(options, name[2:], at if name == "--at" else value)
        else:
            return None
    return options if asked else None


def read_time(text: str) -> int | None:
    """An ISO time, local if it names no zone, as whole seconds since 1970; None where it is none."""
    from datetime import datetime

    try:
        return int(datetime.fromisoformat(text.strip()).astimezone().timestamp())
    except (ValueError, OverflowError, OSError):
        return None


def is_current(header: Header, settings: str, folder: str) -> bool:
    """The due file was made with these settings and with this folder's acts as they are now."""
    stamp = _stamp(settings)
    return (
        bool(stamp)
        and (header.settings, header.stamp) == (settings, stamp)
        and header.tracking == _stamp(tracking_file(folder))
    )


def _stamp(path: str) -> str:
    """What `store.due_file.settings_stamp` tells of a file."""
    try:
        stat = os.stat(path)  # noqa: PTH116 - as above
    except OSError:
        return ""
    return f"{stat.st_size}.{stat.st_mtime_ns}"


def search(header: Header, lines: Iterable[str], at: int, account: str | None, *, everything: bool = False) -> Found:
    """Overdue threads in the order of the list, snoozed ones too, and the next one due of those that the list shows.

    `everything`: threads to be contacted or asked again as well. Raises DueFileError. Lines are sorted by the nearest
    due time that decides, so reading ends soon after the last overdue one; for everything behind the last clock.
    """
    overdue: list[tuple[tuple[int, float, int, str], DueThread]] = []
    following: tuple[int, DueThread] | None = None
    count = 0
    for line in lines:
        if not line.endswith("\n"):
            raise DueFileError("the due file is cut off")
        count += 1
        thread = DueThread(line)
        clocks = thread.clocks
        nearest = min([clock[3] for clock in clocks if clock[0] in DECIDING], default=None)
        if not clocks or (not everything and (nearest is None or (following and nearest >= following[0]))):
            break
        clock = deciding_clock(clocks, at)
        if clock is None or (account is not None and account not in thread.accounts):
            continue
        lane = lane_of(clock, thread.resting, at)
        if clock[0] not in DECIDING:
            if everything and at > clock[3]:
                overdue.append((order_of(lane, clock, at, thread.last, thread.id), thread))
        elif lane == "overdue":
            overdue.append((order_of(lane, clock, at, thread.last, thread.id), thread))
        elif (following is None or clock[3] < following[0]) and not is_asleep(thread.snoozed, at):
            following = (clock[3], thread)
    else:
        if count != header.lines:
            raise DueFileError("the due file is cut off")
    overdue.sort(key=lambda item: item[0])
    return Found(header, at, [thread for _, thread in overdue], following[1] if following else None)


def answer(found: Found, options: Options, now: int, trouble: str | None = None) -> int:
    """Print what was found and return the exit status; `trouble` says why `--sync` could not read the mail."""
    stale = trouble or staleness(found.header, options.account, now)
    if options.count:
        print(len(found.overdue))
    elif options.json:
        print(json_document(found.at, accounts_read(found.header, options.account), found.overdue, listed=False))
    else:
        print_text(found, options.account, now, stale)
    sys.stdout.flush()
    if stale:
        print(stale, file=sys.stderr)
    if found.overdue:
        return OVERDUE
    return STALE if stale else CALM


def accounts_read(header: Header, account: str | None) -> dict[str, int | None]:
    """The accounts that count, and when each was last read."""
    return {name: read for name, read in header.read.items() if account in (None, name)}


def staleness(header: Header, account: str | None, now: int) -> str | None:
    """Why the data can't be trusted to be all, by the real clock; None where they are fresh."""
    reads = accounts_read(header, account)
    never = [name for name, read in reads.items() if read is None]
    if never or not reads:
        return f'Mail of {", ".join(never) or "no account"} was never read: run "triage --overdue --sync".'
    oldest = min(read for read in reads.values() if read is not None)
    if now - oldest > header.stale_after:
        return f'Last read {ago(now - oldest)}: run "triage --overdue --sync".'
    return None


def print_text(found: Found, account: str | None, now: int, stale: str | None) -> None:
    """One line a thread and a line that sums up; it never says that all is well on old data."""
    rule = "one-day rule" if found.header.reply_within == 86400 else f"{wait_words(found.header.reply_within)} rule"
    reads = [read for read in accounts_read(found.header, account).values() if read is not None]
    read = f" · read {ago(now - min(reads))}" if reads else ""
    if found.overdue:
        print("\n".join(overdue_lines(found.overdue, found.at)))
        print(paint(f"{_sum(found, rule)}{read}", "dim"))
    elif not stale:
        following = found.following
        print(f"Nobody waits past the rule.{next_words(following, found.at)}{read}")


def _sum(found: Found, rule: str) -> str:
    """How many threads of each sort there are."""
    kinds = [clock[0] for thread in found.overdue if (clock := deciding_clock(thread.clocks, found.at))]
    late = sum(kind in DECIDING for kind in kinds)
    counts = (
        (late, f"{late} thread{'' if late == 1 else 's'} past the {rule}"),
        (kinds.count("contact"), f"{kinds.count('contact')} to contact"),
        (kinds.count("nudge"), f"{kinds.count('nudge')} to ask again"),
    )
    return " · ".join(words for count, words in counts if count)


def next_words(thread: DueThread | None, at: int) -> str:
    """Who is due next, and when."""
    if thread is None:
        return ""
    clock = deciding_clock(thread.clocks, at)
    due = "" if clock is None else f", {when_words(clock[3], at)}"
    return f" Next: {client_of(thread)}{due}"
