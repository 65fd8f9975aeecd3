"""The deliverer: what is due in the outbox leaves once, each account on its own; where that is uncertain it asks."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial

from config.schema import Account
from triage.desk.dispatch import Dispatch, Ways, is_due
from triage.desk.side_by_side import start
from triage.model.act import Act, ActKind
from triage.model.outgoing import OutChoice, OutMail, OutState
from triage.store.outbox import Outbox

ARRIVED = "You said that it has arrived."


class Deliverer:
    """Delivers one data folder's outbox; any number of them may do so at once, in any threads and processes."""

    def __init__(self, outbox: Outbox, accounts: Iterable[Account], ways: Ways, clock: Callable[[], datetime]) -> None:
        self._outbox, self._ways, self._clock = outbox, ways, clock
        self._accounts = {account.name: account for account in accounts}

    def deliver(self, *, at_once: bool = False) -> tuple[OutMail, ...]:
        """Send what is due and do the chores of what has left; the entries that changed. Blocks.

        With `at_once` all that is queued counts as due. Each account goes its own way; this returns when all are
        through. Trouble with a server is told in the entries. Raises StoreError, once all have come to their ends.
        """
        now = self._clock()
        due: dict[str, list[OutMail]] = {}
        for mail in self._outbox.all():
            if is_due(mail, now, at_once=at_once):
                due.setdefault(mail.account, []).append(mail)
        rounds = [start(partial(self._round, name, mails, at_once=at_once)) for name, mails in due.items()]
        for trouble in [one.exception() for one in rounds]:
            if trouble:
                raise trouble
        return tuple(mail for one in rounds for mail in one.result())

    def next_time(self) -> datetime | None:
        """When there will be something to do, None where nothing waits; in the past where somebody is at it.

        What another process leaves behind when it dies is no part of this: deliver every few minutes as well. Raises
        StoreError.
        """
        waiting = (mail for mail in self._outbox.all() if mail.state is not OutState.SENDING)
        return min((mail.leaves for mail in waiting if is_due(mail, mail.leaves)), default=None)

    def decide(self, id_: str, choice: OutChoice) -> OutMail | None:
        """Do as the person says; the entry as it is then, None where there is nothing to decide about it any more.

        `AGAIN`: it leaves with the next `deliver`, whatever it was held for. `GIVE_UP`: it never leaves, and the act
        that recorded it is undone. `ARRIVED`: a mail in doubt has left. Raises StoreError.
        """
        mail, now = self._outbox.find(id_), self._clock()
        if mail is None:
            return None
        match choice:
            case OutChoice.AGAIN if mail.state is OutState.QUEUED or mail.state.asks:
                again = replace(mail, state=OutState.QUEUED, leaves=now, tries=0, words="", changed=now, agreed=now)
            case OutChoice.ARRIVED if mail.state is OutState.IN_DOUBT:
                again = replace(mail, state=OutState.SENT, leaves=now, tries=0, words=ARRIVED)
            case OutChoice.GIVE_UP if self.withdraw(mail):
                return self._outbox.find(id_)
            case _:
                return None
        return again if self._outbox.change(mail, again) else None

    def withdraw(self, mail: OutMail) -> bool:
        """Take it back and undo its act; False where it is leaving, or has left already. Raises StoreError."""
        now = self._clock()
        undo = Act(uuid.uuid4().hex, ActKind.UNDONE, now, (mail.message_id, mail.answers), undoes=mail.act)
        return self._outbox.withdraw(mail.id, undo, now)

    def _round(self, name: str, due: Iterable[OutMail], *, at_once: bool) -> list[OutMail]:
        account = self._accounts.get(name)
        return Dispatch(self._outbox, name, account, self._ways, self._clock).carry_out(due, at_once=at_once)
