"""How long each clock may run, for whom: the one place that turns a limit into a due time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache

from config.durations import Length
from triage.rules.clients import NO_CLIENTS, ClientBook, Limit

Flag = tuple[str, datetime]
"""A flag on a thread, a tone's word, "complaint" or "urgent", and when it was set."""

_inherited = lru_cache(maxsize=64)(Length.inherited)


@dataclass(frozen=True, slots=True)
class Limits:
    """The rule's times, as `config.schema.Rule` tells them.

    `clients` have limits and working hours of their own; `flags` are limits by the word of a flag.
    """

    reply_within: timedelta
    due_soon: timedelta
    answer_within: timedelta
    warn_before: timedelta
    contact_every: timedelta
    emergency_every: timedelta
    nudge_after: timedelta
    clients: ClientBook = NO_CLIENTS
    flags: Mapping[str, Length] = field(default_factory=dict)

    def length(self, limit: Limit, who: str) -> Length:
        """How long it is for this person: their own, else that of the rule (clock cases 38, 46)."""
        terms = self.clients.limit(limit, who)
        return _inherited(self._everybodys(limit)) if terms is None else terms.limits[limit]

    def due(self, limit: Limit, who: str, since: datetime) -> datetime:
        """When a limit that runs since then is over for this person."""
        if not self.clients.knows(who):
            return since + self._everybodys(limit)
        return self.clients.calendar(who).after(since, self.length(limit, who))

    def due_after_flag(self, word: str, who: str, since: datetime, flagged: datetime) -> datetime | None:
        """When the limit of a flag is over: it counts from the flag, or from what came after it (clock case 39)."""
        if word not in self.flags:
            return None
        return self.clients.calendar(who).after(max(since, flagged), self.flags[word])

    def ahead(self, who: str, due: datetime, ahead: timedelta) -> datetime:
        """So long before a due time, as time counts for this person."""
        if not self.clients.knows(who):
            return due - ahead
        return self.clients.calendar(who).before(due, ahead)

    def _everybodys(self, limit: Limit) -> timedelta:
        within: timedelta = getattr(self, limit)
        return within
