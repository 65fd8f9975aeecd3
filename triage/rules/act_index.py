"""Acts found by the messages they are anchored to: the row of one thread needs a few of ten thousand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from triage.model.act import Act, ActKind


class ActIndex:
    """Told of acts in the order of the record; acts never change, so each is looked at once."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._taken: list[Act] = []
        self._by_anchor: dict[str, list[int]] = defaultdict(list)
        self._muting: list[int] = []
        self._undone: set[str] = set()
        self._ids: set[str] = set()

    def take(self, acts: Sequence[Act]) -> None:
        """The whole record as it is now; one that was put back from its backup is read anew."""
        known = len(self._taken)
        if known and (len(acts) < known or acts[known - 1].id != self._taken[-1].id):
            self._begin()
            known = 0
        for place, act in enumerate(acts[known:], known):
            self._taken.append(act)
            self._ids.add(act.id)
            if act.kind is ActKind.UNDONE:
                self._undone.add(act.undoes or "")
            elif act.kind is ActKind.MUTED:
                self._muting.append(place)
            for anchor in act.anchors:
                self._by_anchor[anchor].append(place)

    def __len__(self) -> int:
        """How many acts the record has."""
        return len(self._taken)

    def holds(self, id_: str) -> bool:
        """There is such an act, and it has not been taken back."""
        return id_ in self._ids and id_ not in self._undone

    def on(self, keys: Iterable[str]) -> tuple[Act, ...]:
        """The acts in force on these messages, and all that mute somebody, oldest first."""
        places = set(self._muting)
        for key in keys:
            places.update(self._by_anchor.get(key, ()))
        return self._in_force(sorted(places))

    def in_force(self) -> tuple[Act, ...]:
        """All acts in force, oldest first."""
        return self._in_force(range(len(self._taken)))

    def since(self, place: int) -> tuple[Act, ...]:
        """All acts from this place in the record on, undoing ones too."""
        return tuple(self._taken[place:])

    def latest(self, *kinds: ActKind) -> Iterable[Act]:
        """The acts of these kinds in force, the last one first."""
        for act in reversed(self._taken):
            if act.kind in kinds and act.id not in self._undone:
                yield act

    def _in_force(self, places: Iterable[int]) -> tuple[Act, ...]:
        found = (self._taken[place] for place in places)
        return tuple(act for act in found if act.kind is not ActKind.UNDONE and act.id not in self._undone)
