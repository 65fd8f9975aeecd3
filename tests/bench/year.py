"""Holds the quick check to the list at every hour of a year, on a generated mailbox that was read from a server.

python -m tests.bench.year --generator PROGRAM --messages 1000 --seed 1
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.bench.mailboxes import Served, serve
from triage.model.clock import Lane
from triage.overdue import search
from triage.report import json_thread
from triage.rules.ranking import Ranking, Timetable
from triage.rules.standing import DECIDING
from triage.store.due_file import read_inbox
from triage.store.due_reader import Header

TRIAGE = (sys.executable, "-m", "triage")
AGREED = """
[[client]]
match = ["{first}"]
hours = "office"
[[client]]
match = ["{second}"]
hours = "office"
reply_within = "4h"
[hours.office]
zone = "Europe/Kyiv"
open = {{ mon-fri = ["09:00-13:00", "14:00-18:00"] }}
"""
HOURS = 365 * 24


def main() -> int:
    """Print what was compared and each difference; the exit status is 1 where there is one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--generator", type=Path, required=True)
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with serve(options.generator, options.messages, options.seed) as served:
        due = _read(served)
        start = datetime.fromisoformat(served.truth["now"]) - timedelta(hours=HOURS - 24 * 30)
        found = list(disagreements(due, start, HOURS))
    for line in found[:10]:
        print(f"  {line}")
    print(f"{options.messages} messages, seed {options.seed}: {HOURS} hours, {len(found)} differences")
    return int(bool(found))


def _read(served: Served) -> Path:
    """The due file of the mailbox; two of its clients have working hours."""
    settings, data = served.settings(), served.folder / "data"
    clients = sorted({thread["client"] for thread in served.truth["threads"]})
    settings.write_text(settings.read_text() + AGREED.format(first=clients[0], second=clients[-1]))
    subprocess.run([*TRIAGE, "sync", "--config", settings, "--data", data], check=True, stderr=subprocess.DEVNULL)
    return data / "due"


def disagreements(due: Path, start: datetime, hours: int) -> Iterator[str]:
    """Where the quick check, from the file's lines, and the list, from its rows, say different things at an hour."""
    inbox = read_inbox(due)
    if inbox is None:
        raise SystemExit("the due file can't be read")
    with due.open(encoding="utf-8", newline="\n") as file:
        header, lines = Header(file.readline()), file.readlines()
    rows = list(inbox.rows)
    listed, awake = Timetable(rows), Timetable([replace(row, snoozed=None) for row in rows])
    for hour in range(hours):
        now = start.astimezone(UTC) + timedelta(hours=hour)
        at = int(now.timestamp())
        told = [json_thread(one, at, listed=False) for one in search(header, lines, at, None, everything=True).overdue]
        past = list(_past_due(awake.at(now)))
        if [_figures(one) for one in told] != past:
            yield f"{now}: the quick check with --all names {len(told)}, the list has {len(past)} past their time"
        hidden = {row.id for row in rows if row.snoozed is not None and now < row.snoozed}
        late = [one["id"] for one in told if one["clock"] in DECIDING and one["id"] not in hidden]
        shown = [one.row.id for one in listed.at(now).lanes.get(Lane.OVERDUE, ())]
        if late != shown:
            yield f"{now}: the quick check names {len(late)}, the lane of the list {len(shown)}"


def _figures(told: dict[str, object]) -> tuple[Any, ...]:
    return tuple(told[name] for name in ("id", "clock", "waited", "limit", "over"))


def _past_due(ranking: Ranking) -> Iterator[tuple[Any, ...]]:
    for one in ranking.rows():
        standing = one.standing
        if standing.clock is not None and standing.waited > standing.limit:
            yield one.row.id, standing.clock.kind.value, standing.waited, standing.limit, standing.over


if __name__ == "__main__":
    sys.exit(main())
