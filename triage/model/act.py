"""What I did in Triage: written once, never changed; an undo is an act of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ActKind(StrEnum):
    """The verbs of the record. Each later key adds its own."""

    DONE = "done"
    UNDONE = "undone"
    OFFERED = "offered"


@dataclass(frozen=True, slots=True)
class Act:
    """One act at one time, anchored to messages by their keys so that it survives when threads join or split.

    `undoes` names the act that an `undone` takes back; `note` is the person's own word, never put into a mail.
    """

    id: str
    kind: ActKind
    at: datetime
    anchors: tuple[str, ...]
    undoes: str | None = None
    note: str = ""
