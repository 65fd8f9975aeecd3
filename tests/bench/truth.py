"""Holds what Triage says of generated mailboxes against what their generator knows.

python -m tests.bench.truth --generator PROGRAM --messages 1000 10000 --seed 1 2 3
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.mailboxes import serve

TRIAGE = (sys.executable, "-m", "triage")
_SHOWN = 10
Document = dict[str, Any]


def main() -> int:
    """Print a line a mailbox; the exit status is 1 where anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--generator", type=Path, required=True)
    parser.add_argument("--messages", type=int, nargs="+", default=[1000])
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    options = parser.parse_args()
    found = [_check(options.generator, messages, seed) for messages in options.messages for seed in options.seed]
    return int(any(found))


def _check(generator: Path, messages: int, seed: int) -> int:
    with serve(generator, messages, seed) as served:
        places = ("--config", served.settings(), "--data", served.folder / "data")
        subprocess.run([*TRIAGE, "sync", *places], check=True)
        listing = [*TRIAGE, "list", "--json", "--at", served.truth["now"], *places]
        document = json.loads(subprocess.run(listing, check=True, stdout=subprocess.PIPE).stdout)
    found = list(differences(served.truth, document))
    threads = served.truth["threads"]
    waiting, overdue = (sum(thread[key] for thread in threads) for key in ("awaits_reply", "overdue"))
    print(
        f"{messages} messages, seed {seed}: {len(threads)} threads, {waiting} wait, {overdue} overdue,"
        f" {len(found)} differences"
    )
    print("".join(f"  {line}\n" for line in found[:_SHOWN]), end="", flush=True)
    return len(found)


def differences(truth: Document, document: Document) -> Iterator[str]:
    """A line for each thread of the truth that is split, joined, or stands elsewhere, and for each that is too many."""
    threads = {id_: thread for thread in document["threads"] for id_ in thread["messages"]}
    owners: dict[str, int] = {}
    for known in truth["threads"]:
        ids = [id_.strip("<>") for id_ in known["message_ids"]]
        found = {threads[id_]["id"]: threads[id_] for id_ in ids if id_ in threads}
        missing = [id_ for id_ in ids if id_ not in threads]
        name = f"thread {known['id']} ({', '.join(known['traits']) or 'no traits'}; {ids[0]})"
        if missing:
            yield f"{name}: missing {', '.join(missing)}"
        if len(found) > 1:
            yield f"{name}: split into {', '.join(found)}"
        for thread in found.values():
            owner = owners.setdefault(thread["id"], known["id"])
            if owner != known["id"]:
                yield f"{name}: joined with thread {owner}"
        yield from _standing(name, known, found)
    for thread in document["threads"]:
        if thread["clock"] and thread["id"] not in owners:
            yield f"{thread['id']}: waits, and nobody there does ({thread['subject']}, {thread['messages']})"


def _standing(name: str, known: Document, found: Document) -> Iterator[str]:
    waiting = [thread for thread in found.values() if thread["clock"]]
    told = (
        bool(waiting),
        any(thread["lane"] == "overdue" for thread in waiting),
        min((thread["since"] for thread in waiting), default=None),
    )
    expected = (known["awaits_reply"], known["overdue"], known["waiting_since"])
    for what, ours, theirs in zip(("waits", "overdue", "since"), told, expected, strict=True):
        if ours != theirs:
            yield f"{name}: {what} is {theirs} in truth, and {ours} here"


if __name__ == "__main__":
    sys.exit(main())
