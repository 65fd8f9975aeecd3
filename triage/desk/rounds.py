"""All accounts at once: each is read in a thread of its own, and one that fails keeps no other waiting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from triage.desk.desk import LocalDesk
from triage.desk.port import Event
from triage.model.events import ReadFailed


def read_accounts(
    desk: LocalDesk, names: Sequence[str], tell: Callable[[Event], None], *, headers_only: bool
) -> list[str]:
    """Read these accounts and bring the due file up to date; returns a sentence for each that could not be read.

    Raises DeskError.
    """
    failures: dict[str, str] = {}

    def listen(event: Event) -> None:
        if isinstance(event, ReadFailed):
            failures[event.account] = event.why
        tell(event)

    with ThreadPoolExecutor(max_workers=max(len(names), 1)) as pool:
        for reading in [pool.submit(desk.read_mail, name, listen, headers_only=headers_only) for name in names]:
            reading.result()
    desk.refresh()
    return [f"{name}: {failures[name]}" for name in names if name in failures]
