"""A year of mail with a few dozen clients, told from a seed: every kind of clock, act and limit comes up in it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from config.durations import length
from config.working_hours import week_of
from tests.support.stories import LIMITS, PEOPLE, act, bounce, mail, out, thread_of
from triage.model.act import Act
from triage.model.message import Message
from triage.model.row import Row
from triage.rules.clients import ClientBook, ClientRule, Limit, Terms
from triage.rules.hours import OpenHours
from triage.rules.record import read_record
from triage.rules.rows import Policy, build_rows
from triage.rules.sides import gather_world

HOURS = 365 * 24
_KYIV = OpenHours(ZoneInfo("Europe/Kyiv"), week_of({"mon-fri": ["09:00-13:00", "14:00-18:00"]}))
_NEW_YORK = OpenHours(ZoneInfo("America/New_York"), week_of({"mon-sat": ["08:00-24:00"]}))
_BOOK = ClientBook(
    [
        ClientRule(("@office.example",), Terms(("client", 0), calendar=_KYIV)),
        ClientRule(("@fast.example",), Terms(("client", 1), {Limit.REPLY: length("4h")}, calendar=_NEW_YORK)),
        ClientRule(("@slow.example",), Terms(("client", 2), {Limit.REPLY: length("3d"), Limit.CONTACT: length("7d")})),
    ]
)
_DOMAINS = ("office", "fast", "slow", "client", "other")
_OUTS = ("acknowledgement", "progress", "questions", "delay", "done", "reply", "reply", "reply")


@dataclass
class _Told:
    """The messages and acts of one thread so far."""

    number: int
    chance: random.Random
    messages: list[Message]
    acts: list[Act]

    @property
    def client(self) -> str:
        """Whom the thread is with."""
        return f"ann{self.number}@{_DOMAINS[self.number % len(_DOMAINS)]}.example"

    def id(self) -> str:
        """A Message-ID for the next message."""
        return f"{self.number}.{len(self.messages)}@mail.example"


def a_year_of_rows(threads: int, seed: int) -> list[Row]:
    """The rows of a year's threads; hour 0 is where the stories start."""
    told = [_thread(number, random.Random(seed * 1000 + number)) for number in range(threads)]
    messages = [message for one in told for message in thread_of(*one.messages)]
    acts = sorted((act for one in told for act in one.acts), key=lambda act: act.at)
    people = replace(PEOPLE, clients=_BOOK)
    limits = replace(LIMITS, clients=_BOOK, flags={"angry": length("2h"), "complaint": length("1d")})
    rows = build_rows(messages, gather_world(messages, people), Policy(limits, False, read_record(acts)))
    return [row for _, row in rows]


def _thread(number: int, chance: random.Random) -> _Told:
    told = _Told(number, chance, [], [])
    at = chance.uniform(0, HOURS - 400)
    for _ in range(chance.randint(1, 6)):
        if chance.random() < 0.55 or not told.messages:
            told.messages.append(mail(at, frm=told.client, subject=f"Story {number}", id=told.id()))
        else:
            _answer(told, at)
        told.acts += _acts(told, at)
        at += chance.expovariate(1 / 30)
    return told


def _answer(told: _Told, at: float) -> None:
    kind = told.chance.choice(_OUTS)
    until = (
        at + told.chance.uniform(1, 90) if kind in ("acknowledgement", "delay") and told.chance.random() < 0.8 else None
    )
    sent = out(at, to=told.client, subject=f"Story {told.number}", id=told.id())
    told.messages.append(sent)
    if kind != "reply":
        told.acts.append(act("sent", sent.key, told.messages[0].key, at=at, until=until, value=kind))
    if told.chance.random() < 0.1:
        told.messages.append(bounce(at + 0.1, sent.key, (told.client,)))


def _acts(told: _Told, at: float) -> Iterator[Act]:
    chance, newest = told.chance, told.messages[-1].key
    later = at + chance.uniform(0.1, 20)
    drawn = chance.random()
    if drawn < 0.1:
        yield act("tone", newest, at=later, value=chance.choice(["angry", "calm", ""]), who=told.client)
    elif drawn < 0.15:
        yield act("complaint", newest, at=later, value="on", who=told.client)
    elif drawn < 0.25:
        yield act("snoozed", *(m.key for m in told.messages), at=later, until=later + chance.uniform(1, 200))
    elif drawn < 0.35:
        yield act("promised", newest, at=later, until=later + chance.uniform(1, 300), who=told.client)
    elif drawn < 0.5:
        work = chance.choice(["on", "emergency", "paused"])
        until = later + chance.uniform(20, 400) if work == "paused" else None
        yield act("running", newest, at=later, until=until, value=work, who=told.client)
    elif drawn < 0.55:
        yield act("follow_up", newest, at=later, until=later + chance.uniform(500, 4000), who=told.client)
    elif drawn < 0.6:
        yield act("done", *(m.key for m in told.messages), at=later)
