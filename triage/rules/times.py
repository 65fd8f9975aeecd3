"""When a message happened: an in when it arrived, an out when it was written (clock cases 11, 26, 27)."""

from __future__ import annotations

from datetime import UTC, datetime

from triage.model.message import Message
from triage.rules.people import People

_FIRST_BELIEVED = datetime(1995, 1, 1, tzinfo=UTC)


def happened(message: Message, people: People) -> datetime:
    """The moment that the clocks count from or to.

    An out carries its own time where that can be believed: a migrated Sent folder would otherwise put all my answers
    to the day of the move and hide who waits. A date in the future, or from before mail was common, is not believed.
    """
    if message.received or message.date is None or not people.is_mine(message.author.address):
        return message.arrived
    return message.date if _FIRST_BELIEVED <= message.date <= message.arrived else message.arrived
