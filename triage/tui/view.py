"""What the interface needs of the settings, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triage.rules.limits import Limits


@dataclass(frozen=True, slots=True)
class View:
    """`zone` None is the machine's own; `downloads` is where attachments are saved; `layout` as in the settings.

    `dwell`: how many seconds the cursor rests on a thread before its conversation is loaded. `answer_within`: how long
    after an acknowledgement the answer is proposed, `agreed` works out what clients have of their own,
    which takes a while (None: nothing). `undo_for`: how long a mail can be taken back before it leaves.
    """

    read_every: timedelta = timedelta(minutes=5)
    layout: str = ""
    zone: tzinfo | None = None
    downloads: Path = field(default_factory=lambda: downloads_folder())
    theme: str = "triage-dark"
    dwell: float = 0.08
    answer_within: timedelta = timedelta(hours=24)
    agreed: Callable[[], Limits] | None = None
    undo_for: timedelta = timedelta(seconds=10)


def downloads_folder() -> Path:
    """The home folder's Downloads, else the home folder."""
    downloads = Path.home() / "Downloads"
    return downloads if downloads.is_dir() else Path.home()
