"""Knows which mails hang, and has what is due delivered behind the screen, one round after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from triage.desk.port import Desk, DeskError
from triage.model.intents import Outcome
from triage.model.outgoing import OutMail, OutState
from triage.tui.crew import Crew, InTurn

_AGAIN = timedelta(seconds=5)
_AFTER_TROUBLE = timedelta(minutes=1)
_ROUND = timedelta(minutes=5)
"""How often a round is made though nothing seems due: what is left to do for mail that has left does not hang."""


class Postman:
    """`came` gets what became of each round, `failed` what kept one from being made."""

    def __init__(
        self,
        desk: Desk,
        crew: Crew,
        now: Callable[[], datetime],
        came: Callable[[Outcome], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        self.mails: tuple[OutMail, ...] = ()
        self._desk = desk
        self._line = InTurn(crew)
        self._now = now
        self._came = came
        self._failed = failed
        self._rests_until: datetime | None = None
        self._next_round = now() + _ROUND

    @property
    def leaving(self) -> tuple[OutMail, ...]:
        """The mails that leave by themselves, at once or later."""
        return tuple(mail for mail in self.mails if mail.state in (OutState.QUEUED, OutState.SENDING))

    def look(self) -> None:
        """Find out which mails hang."""
        self._line.do(self._desk.outbox, self.know, self._failed)

    def know(self, mails: Sequence[OutMail]) -> None:
        """These mails hang from now on."""
        self.mails = tuple(mail for mail in mails if mail.state.hangs)
        if not self._due():
            self._rests_until = None

    def tick(self) -> None:
        """Start a round when something is due."""
        now = self._now()
        if self._line.busy or (self._rests_until is not None and now < self._rests_until):
            return
        if self._due() or now >= self._next_round:
            # Another program may be at work on the same outbox: what stays due is asked for again, but not at once.
            self._rests_until, self._next_round = now + _AGAIN, now + _ROUND
            self._line.do(self._desk.deliver, self._delivered, self._trouble)

    def send_now(self, then: Callable[[], None]) -> None:
        """Send all that can be sent, also what could still be taken back; then go on, whatever came of it."""

        def trouble(error: DeskError) -> None:
            self._trouble(error)
            then()

        def delivered(outcome: Outcome) -> None:
            self._delivered(outcome)
            self._line.after(then)

        self._line.do(partial(self._desk.deliver, at_once=True), delivered, trouble)

    def _due(self) -> bool:
        """Some mail may leave, was left in the middle by a program that died, or is to be looked for in Sent."""
        now = self._now()
        return any(
            mail.state is OutState.SENDING
            or (mail.state in (OutState.QUEUED, OutState.IN_DOUBT) and mail.leaves <= now)
            for mail in self.mails
        )

    def _delivered(self, outcome: Outcome) -> None:
        if outcome.outbox is None:
            self.look()
        self._came(outcome)

    def _trouble(self, error: DeskError) -> None:
        self._rests_until = self._now() + _AFTER_TROUBLE
        self._failed(error)
