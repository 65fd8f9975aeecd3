"""Acts, written once and never changed; what an undo took back counts no more."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from triage.model.act import Act, ActKind
from triage.store.files import StoreError
from triage.store.tracking import Tracking

_TABLE = "acts"


class Ledger:
    """The acts of one data folder."""

    def __init__(self, tracking: Tracking) -> None:
        self._tracking = tracking

    def all(self) -> tuple[Act, ...]:
        """Every act ever recorded, in the order of recording. Raises StoreError."""
        documents = self._tracking.table(_TABLE).all()
        try:
            return tuple(_read(document) for document in sorted(documents, key=lambda document: document.doc_id))
        except (LookupError, TypeError, ValueError, OverflowError) as error:
            why = f"{self._tracking.path} holds an act that this Triage does not know: update Triage to read it."
            raise StoreError(why) from error

    def record(self, act: Act) -> None:
        """Write an act; it is on the disk when this returns. Raises StoreError."""
        with self._tracking.changing() as table:
            table(_TABLE).insert(_write(act))


def in_force(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Acts that have not been taken back; undo acts themselves are left out."""
    undone = {act.undoes for act in acts if act.kind is ActKind.UNDONE}
    return tuple(act for act in acts if act.kind is not ActKind.UNDONE and act.id not in undone)


def _write(act: Act) -> dict[str, Any]:
    return {
        "id": act.id,
        "kind": act.kind.value,
        "at": act.at.timestamp(),
        "anchors": list(act.anchors),
        "undoes": act.undoes,
        "note": act.note,
    }


def _read(document: dict[str, Any]) -> Act:
    return Act(
        id=document["id"],
        kind=ActKind(document["kind"]),
        at=datetime.fromtimestamp(document["at"], UTC),
        anchors=tuple(document["anchors"]),
        undoes=document["undoes"],
        note=document["note"],
    )
