"""Which keys matter for the thread under the cursor, in which order, and in which words: pure."""

from __future__ import annotations

from dataclasses import dataclass

from config.keymap import Place, key_of, keys_at
from triage.model.clock import ClockKind, Lane
from triage.model.row import Ranked
from triage.rules.flags import LAST_WORD
from triage.tui.board import Look

Item = tuple[str, str]
"""A key, or several, and what they do."""

_TONES: Item = ("1-5", "Tone")
_TO_WAITING = ("acknowledge", "status", "reply", "tone", "done", "snooze")
_TO_OWED = ("status", "reply", "tone", "done", "snooze", "late")
_TO_PROMISED = ("promise", "late", "status", "reply", "explain", "tone")
_TO_RUNNING = ("status", "reply", "work", "explain", "tone", "done", "snooze")
_TO_OTHERS = ("status", "reply", "tone", "note", "only_acknowledged")
_TO_ANY = ("promise", "explain")
_TO_SELECTED = ("acknowledge", "done", "snooze", "tone", "mute", "note")
_TO_KINDS = {ClockKind.PROMISE: _TO_PROMISED, ClockKind.CONTACT: _TO_RUNNING}
_RESTING = (Lane.THEIRS, Lane.REST)


@dataclass(frozen=True, slots=True)
class Moment:
    """What the hand finds: where it is, the thread there, how many are selected, what hangs, what can be undone.

    `proposed` is the answer time that an acknowledgement would name, in words.
    """

    place: Place
    ranked: Ranked | None
    selected: int
    look: Look
    can_undo: bool
    hanging: bool
    proposed: str


def keys_of(moment: Moment) -> tuple[Item, ...]:
    """The keys with what they do, the most important first."""
    acts = _acts(moment)
    if moment.place is Place.CONVERSATION:
        acts = (*acts[:3], "back", *acts[3:])
    undo = ("undo",) if moment.can_undo else ()
    outbox = ("outbox",) if moment.hanging else ()
    more = _TO_ANY if moment.ranked is not None and not moment.selected else ()
    named = [*acts, *undo, *outbox, *more, *_others(moment)]
    return tuple(_item(act, moment) for act in dict.fromkeys(named))


def _acts(moment: Moment) -> tuple[str, ...]:
    if moment.selected and moment.place is Place.LIST:
        return _TO_SELECTED
    if moment.ranked is None:
        return ()
    outgoing = moment.ranked.row.outgoing
    if outgoing is not None and outgoing.state.hangs:
        return ("outbox" if outgoing.state.asks else "undo", *_TO_OWED)
    if any(clock.kind is ClockKind.REPLY for clock in moment.ranked.row.clocks):
        return _TO_WAITING
    if moment.ranked.standing.lane in _RESTING:
        return ("acknowledge", *_TO_OTHERS) if LAST_WORD in moment.ranked.row.marks else _TO_OTHERS
    clock = moment.ranked.standing.clock
    return _TO_KINDS.get(clock.kind, _TO_OWED) if clock else _TO_OWED


def _has_last_word(moment: Moment) -> bool:
    """The key meets one client who has only thanked."""
    one = moment.ranked if not moment.selected or moment.place is Place.CONVERSATION else None
    return one is not None and LAST_WORD in one.row.marks


def _others(moment: Moment) -> list[str]:
    keys = [key for key in keys_at(moment.place) if key.footer is not None]
    if moment.place is Place.LIST and not moment.look.narrowed and not moment.selected:
        keys = [key for key in keys if key.id != "back"]
    return [key.id for key in sorted(keys, key=lambda key: key.footer or 0)]


def _item(act: str, moment: Moment) -> Item:
    key = key_of(act)
    if act == "tone":
        return _TONES
    if act == "acknowledge" and _has_last_word(moment):
        return key.first, "Thank and wish well"
    if act == "acknowledge":
        return key.first, f"{key.label}, answer by {moment.proposed}"
    return key.first, key.label
