"""All accounts at once: each is read in a thread of its own, and one that fails or hangs keeps no other waiting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from threading import Event as Flag

from triage.desk.desk import LocalDesk
from triage.desk.port import Event
from triage.desk.side_by_side import start
from triage.model.events import ReadFailed


def read_accounts(
    desk: LocalDesk, names: Sequence[str], tell: Callable[[Event], None], *, headers_only: bool
) -> list[str]:
    """Read these accounts and bring the due file up to date; returns a sentence for each that could not be read.

    An interrupt ends it at once, whatever the servers do; nothing is told after that. Raises DeskError where the store
    can't be read or written, after all accounts have come to their ends.
    """
    failures: dict[str, str] = {}
    left = Flag()

    def listen(event: Event) -> None:
        if left.is_set():
            return
        if isinstance(event, ReadFailed):
            failures[event.account] = event.why
        tell(event)

    try:
        readings = [start(partial(desk.read_account, name, listen, headers_only=headers_only)) for name in names]
        troubles = [trouble for reading in readings if (trouble := reading.exception())]
    finally:
        left.set()
    # An account that was read with its words has brought the due file up to date itself.
    if headers_only or failures or troubles or not names:
        desk.refresh()
    if troubles:
        raise troubles[0]
    return [f"{name}: {failures[name]}" for name in names if name in failures]
