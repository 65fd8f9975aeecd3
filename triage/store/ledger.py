"""Acts, written once and never changed; what an undo took back counts no more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import takewhile
from threading import Lock
from typing import Any

from triage.model.act import Act, ActKind
from triage.store.files import StoreError
from triage.store.tracking import GrowingTable, Tracking

TABLE = "acts"
_ALWAYS = frozenset({"id", "kind", "at", "anchors"})


class Ledger:
    """The acts of one data folder; what was read of them once is not read again."""

    def __init__(self, tracking: Tracking) -> None:
        self._tracking = tracking
        self._known: list[Act] = []
        self._last = ""
        self._reading = Lock()

    def all(self) -> tuple[Act, ...]:
        """Every act ever recorded, in the order of recording. Raises StoreError."""
        with self._reading:
            self._catch_up(self._tracking.documents(TABLE))
            return tuple(self._known)

    def record(self, *acts: Act) -> None:
        """Write acts, all or none; they are on the disk when this returns. Raises StoreError."""
        with self._tracking.changing() as table:
            add_acts(table(TABLE), acts)

    def _catch_up(self, documents: dict[str, Any]) -> None:
        """Acts never change and none goes, unless the file was replaced by its backup."""
        if self._last and self._last not in documents:
            self._known, self._last = [], ""
        fresh = list(takewhile(lambda number: number != self._last, reversed(documents)))
        try:
            self._known += [_read(documents[number]) for number in reversed(fresh)]
        except (LookupError, TypeError, ValueError, OverflowError, AttributeError) as error:
            self._known, self._last = [], ""
            why = f"{self._tracking.path} holds an act that this Triage does not know: update Triage to read it."
            raise StoreError(why) from error
        self._last = fresh[0] if fresh else self._last


def add_acts(table: GrowingTable, acts: Iterable[Act]) -> None:
    """Write acts into the table of acts, inside `Tracking.changing`; a tracking file can hold more than acts."""
    table.append(map(_write, acts))


def in_force(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Acts that have not been taken back; undo acts themselves are left out."""
    undone = {act.undoes for act in acts if act.kind is ActKind.UNDONE}
    return tuple(act for act in acts if act.kind is not ActKind.UNDONE and act.id not in undone)


def _write(act: Act) -> dict[str, Any]:
    document: dict[str, Any] = {
        "id": act.id,
        "kind": act.kind.value,
        "at": act.at.timestamp(),
        "anchors": list(act.anchors),
        "undoes": act.undoes,
        "note": act.note,
        "value": act.value,
        "until": act.until and act.until.timestamp(),
        "who": act.who,
        "batch": act.batch,
        "about": act.about,
    }
    return {name: value for name, value in document.items() if value or name in _ALWAYS}


def _read(document: dict[str, Any]) -> Act:
    until = document.get("until")
    return Act(
        id=document["id"],
        kind=ActKind(document["kind"]),
        at=datetime.fromtimestamp(document["at"], UTC),
        anchors=tuple(document["anchors"]),
        undoes=document.get("undoes"),
        note=document.get("note", ""),
        value=document.get("value", ""),
        until=None if until is None else datetime.fromtimestamp(until, UTC),
        who=document.get("who", ""),
        batch=document.get("batch", ""),
        about=document.get("about", ""),
    )
