"""A story's one thread as the rules of acting see it."""

from __future__ import annotations

from collections.abc import Iterable

from tests.support.stories import LIMITS, PEOPLE
from triage.model.act import Act
from triage.model.message import Message
from triage.rules.act_index import ActIndex
from triage.rules.acting import Case
from triage.rules.answers import owed_asks
from triage.rules.clocks import open_asks
from triage.rules.limits import Limits
from triage.rules.record import read_record
from triage.rules.rows import Policy, build_rows
from triage.rules.sides import gather_world, sort_out


def case_of(messages: Iterable[Message], acts: Iterable[Act] = (), limits: Limits = LIMITS) -> Case:
    """The case of the one thread that these messages make, with these acts on record."""
    told = list(messages)
    index = ActIndex()
    index.take(tuple(acts))
    record = read_record(index.on(message.key for message in told))
    world = gather_world(told, PEOPLE)
    ((thread, row),) = build_rows(told, world, Policy(limits, False, record))
    sides = sort_out(thread, world, record)
    waiting = open_asks(sides, record.done)
    return Case(thread, row, sides, waiting, owed_asks(sides, record.done, waiting), record, PEOPLE)
