"""My acts and the outbox put in order for the rules: which message is done, of what kind, how it sounds, what hangs."""

from __future__ import annotations

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
class Record:
    """What counts of the acts in force, by the keys of messages (of addresses for `muted`).

    `tones` and `complaints` hold the last flag on a message with its time, `snoozes` the last snooze of each message
    that was there when it was set. `outgoing` is what is on its way in answer to a message.
    """

    done: frozenset[str] = frozenset()
    said: Mapping[str, Said] = field(default_factory=dict)
    tones: Mapping[str, tuple[datetime, Tone | None]] = field(default_factory=dict)
    complaints: Mapping[str, tuple[datetime, bool]] = field(default_factory=dict)
    snoozes: Mapping[str, Snoozed] = field(default_factory=dict)
    muted: frozenset[str] = frozenset()
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
    for act in acts:
        match act.kind:
            case ActKind.DONE:
                done.update(act.anchors)
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
    return Record(frozenset(done), said, tones, complaints, snoozes, frozenset(muted), _outgoing(outbox))


def _outgoing(outbox: Iterable[OutMail]) -> dict[str, Outgoing]:
    found: dict[str, Outgoing] = {}
    for mail in sorted(outbox, key=lambda mail: mail.created):
        if mail.state is not OutState.WITHDRAWN:
            shown = Outgoing(mail.kind, mail.state, mail.until, mail.leaves)
            found.update(dict.fromkeys((mail.answers, *mail.asks), shown))
    return found
