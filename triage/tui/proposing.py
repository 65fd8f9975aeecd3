"""The answer time that an acknowledgement would name: as agreed with the clients it goes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from triage.rules.proposals import propose_answer
from triage.tui.crew import Crew

if TYPE_CHECKING:
    from triage.rules.limits import Limits


class Proposing:
    """Until what is agreed with clients is worked out, off the event loop, all have the same `within`."""

    def __init__(self, within: timedelta, agreed: Callable[[], Limits] | None) -> None:
        self._within, self._agreed = within, agreed
        self._limits: Limits | None = None

    def begin(self, crew: Crew, known: Callable[[], None]) -> None:
        """Work it out; `known` is called on the event loop once that is done."""
        if self._agreed is not None:
            crew.do(self._agreed, lambda limits: self._know(limits, known))

    def time_for(self, clients: Iterable[str], now: datetime) -> datetime:
        """When their answer is proposed, by their addresses: the soonest that one of them has."""
        dues = [self._due(client, now) for client in clients] or [now + self._within]
        return propose_answer(now, min(dues))

    def _due(self, client: str, now: datetime) -> datetime:
        from triage.rules.clients import Limit

        return now + self._within if self._limits is None else self._limits.due(Limit.ANSWER, client, now)

    def _know(self, limits: Limits, known: Callable[[], None]) -> None:
        self._limits = limits
        known()
