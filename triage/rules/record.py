"""My acts and the outbox put in order for the rules: what is done, said, flagged and promised, and what hangs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from triage.model.act import Act, ActKind, OutKind, Tone
from triage.model.outgoing import Outgoing, OutMail, OutState


@dataclass(frozen=True, slots=True)
class Said:
    """What a mail of mine is, and the time it names."""

    kind: OutKind
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Snoozed:
    """A snooze: the messages that were there when it was set, and its end."""

    anchors: frozenset[str]
    until: datetime


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise as it was made, and what I have said of it since, oldest first."""

    made: Act
    words: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What counts of the acts in force, by the keys of messages (of addresses for `muted`).

    `tones`, `complaints`, `works`, `follow_ups` and `urgent` hold the last word on a message with its time, `snoozes`
    the last snooze of each message that was there when it was set. `pledges` stand by the newest message of their
    thread when they were made. `outgoing` is what is on its way in answer to a message.
    """

    done: frozenset[str] = frozenset()
    said: Mapping[str, Said] = field(default_factory=dict)
    tones: Mapping[str, tuple[datetime, Tone | None]] = field(default_factory=dict)
    complaints: Mapping[str, tuple[datetime, bool]] = field(default_factory=dict)
    snoozes: Mapping[str, Snoozed] = field(default_factory=dict)
    muted: frozenset[str] = frozenset()
    pledges: Mapping[str, tuple[Pledge, ...]] = field(default_factory=dict)
    works: Mapping[str, tuple[datetime, Act]] = field(default_factory=dict)
    follow_ups: Mapping[str, tuple[datetime, datetime | None]] = field(default_factory=dict)
    urgent: Mapping[str, tuple[datetime, bool]] = field(default_factory=dict)
    outgoing: Mapping[str, Outgoing] = field(default_factory=dict)


def read_record(acts: Iterable[Act], outbox: Iterable[OutMail] = ()) -> Record:
    """The record of acts in force, oldest first, and of the outbox's entries.

    The anchor of a `sent` act is the Message-ID of the mail, then what it answers; of `said` it is my mail.
    """
    done: set[str] = set()
    said: dict[str, Said] = {}
    tones: dict[str, tuple[datetime, Tone | None]] = {}
    complaints: dict[str, tuple[datetime, bool]] = {}
    snoozes: dict[str, Snoozed] = {}
    muted: set[str] = set()
    others: list[Act] = []
    for act in acts:
        match act.kind:
            case ActKind.DONE:
                done.update(act.anchors)
                others.append(act)
            case ActKind.SENT | ActKind.SAID:
                said[act.anchors[0]] = Said(OutKind(act.value), act.until)
            case ActKind.TONE:
                tones[act.anchors[0]] = (act.at, Tone(act.value) if act.value else None)
            case ActKind.COMPLAINT:
                complaints[act.anchors[0]] = (act.at, act.value == "on")
            case ActKind.SNOOZED if act.until is not None:
                snooze = Snoozed(frozenset(act.anchors), act.until)
                snoozes.update(dict.fromkeys(act.anchors, snooze))
            case ActKind.MUTED:
                muted.add(act.who)
            case _:
                others.append(act)
    return Record(
        frozenset(done),
        said,
        tones,
        complaints,
        snoozes,
        frozenset(muted),
        _pledges(others),
        {act.anchors[0]: (act.at, act) for act in others if act.kind is ActKind.RUNNING},
        _follow_ups(others),
        {act.anchors[0]: (act.at, act.value == "on") for act in others if act.kind is ActKind.URGENT},
        _outgoing(outbox),
    )


def _pledges(acts: Iterable[Act]) -> dict[str, tuple[Pledge, ...]]:
    """By the message at which each was made; a word on a promise that was taken back says nothing."""
    made: list[Act] = []
    words: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        if act.kind is ActKind.PROMISED and act.until is not None:
            made.append(act)
        elif act.about:
            words[act.about].append(act)
    pledges: dict[str, tuple[Pledge, ...]] = {}
    for act in made:
        home = act.anchors[0]
        pledges[home] = (*pledges.get(home, ()), Pledge(act, tuple(words.get(act.id, ()))))
    return pledges


def _follow_ups(acts: Iterable[Act]) -> dict[str, tuple[datetime, datetime | None]]:
    """The day last set on a message; what has come back and was marked as done does not come back again."""
    days: dict[str, tuple[datetime, datetime | None]] = {}
    for act in acts:
        if act.kind is ActKind.FOLLOW_UP:
            days[act.anchors[0]] = (act.at, act.until)
        elif act.kind is ActKind.DONE:
            for key in act.anchors:
                day = days[key][1] if key in days else None
                if day is not None and day <= act.at:
                    days[key] = (act.at, None)
    return days


def _outgoing(outbox: Iterable[OutMail]) -> dict[str, Outgoing]:
    found: dict[str, Outgoing] = {}
    for mail in sorted(outbox, key=lambda mail: mail.created):
        if mail.state is not OutState.WITHDRAWN:
            shown = Outgoing(mail.kind, mail.state, mail.until, mail.leaves)
            found.update(dict.fromkeys((mail.answers, *mail.asks), shown))
    return found
