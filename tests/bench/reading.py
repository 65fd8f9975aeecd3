"""The benches of reading mail: the first read of a mailbox, and a read that finds nothing new."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.figures import Comparison, Run, compare, spread, time_process
from tests.bench.install import Installed
from tests.bench.mailboxes import USER, Served
from tests.bench.tap import Tap
from tests.bench.terminal import Terminal
from tests.support.dovecot import PASSWORD

LIMIT, COMMANDS_LIMIT = 2.0, 3
_A_FOLDER = ("EXAMINE", "SELECT", "STATUS", "UID SEARCH", "UID FETCH")
_MUTTRC = """\
set folder = "imap://{user}@127.0.0.1:{port}/"
set spoolfile = "+INBOX"
set imap_user = "{user}"
set imap_pass = "{password}"
set ssl_force_tls = no
set ssl_starttls = no
unset header_cache
unset message_cachedir
"""


def first_read(installed: Installed, served: Served, rounds: int) -> Iterator[Comparison]:
    """`triage sync --headers-only` of all folders against neomutt opening the INBOX; both in a terminal, in turn."""
    counts = served.truth["counts"]
    muttrc = served.folder / "muttrc"
    muttrc.write_text(_MUTTRC.format(user=USER, port=served.port, password=PASSWORD))
    data = served.folder / "first"
    sync = [*installed.triage, "sync", "--headers-only", *_places(served.settings(), data)]
    neomutt = ["neomutt", "-n", "-F", str(muttrc)]

    def read() -> float:
        shutil.rmtree(data, ignore_errors=True)
        with Terminal(sync) as terminal:
            return terminal.end()

    def open_inbox() -> float:
        with Terminal(neomutt) as terminal:
            terminal.until(rf"Msgs:\s*{counts['INBOX']}")
            terminal.send("q")
            return terminal.end()

    for index, prepare in (("removed before each run", served.forget_index), ("kept", _leave)):
        yield compare(
            f"first read of {counts['messages']} messages, the server's index {index}",
            _after(prepare, read),
            f"neomutt opening {counts['INBOX']} of them and quitting",
            _after(prepare, open_inbox),
            rounds=rounds,
            limit=LIMIT,
        )


def nothing_new(installed: Installed, served: Served, rounds: int) -> str:
    """How long a read takes that finds nothing new, and what it asks of the server."""
    with Tap(served.port) as tap:
        sync = [*installed.triage, "sync", *_places(served.settings(tap.port), served.folder / "again")]
        time_process(sync)
        tap.commands.clear()
        spent = spread(time_process(sync) for _ in range(rounds))
        asked = {name: count / rounds for name, count in Counter(tap.commands).items()}
    a_folder = sum(asked.get(name, 0) for name in _A_FOLDER) / asked["EXAMINE"]
    told = ", ".join(f"{count:g} {name}" for name, count in asked.items())
    verdict = "met" if a_folder <= COMMANDS_LIMIT else "MISSED"
    return f"nothing new: {spent}; {told}; {a_folder:.1f} commands a folder of {COMMANDS_LIMIT}: {verdict}"


def _places(settings: Path, data: Path) -> tuple[str, ...]:
    return ("--config", str(settings), "--data", str(data))


def _after(prepare: Callable[[], None], run: Run) -> Run:
    def prepared() -> float:
        prepare()
        return run()

    return prepared


def _leave() -> None:
    """Nothing to prepare."""
