"""From the settings to what the rules work with: who is who, and what the person has settled."""

from __future__ import annotations

from dataclasses import dataclass

from config.public_domains import is_public
from config.schema import Settings
from triage.desk.limits import read_limits
from triage.rules.limits import Limits
from triage.rules.people import AddressBook, People
from triage.rules.record import Record
from triage.rules.rows import Policy


@dataclass(frozen=True, slots=True)
class Agreements:
    """What the settings say; they are read once, so this is made once."""

    people: People
    limits: Limits
    archived_waits: bool

    def sorts_as(self, other: Agreements) -> bool:
        """By both the same mails ask and answer: only limits, names and what is archived may be others."""
        ours, theirs = self.people, other.people
        same = (ours.mine, ours.colleagues) == (theirs.mine, theirs.colleagues)
        return same and ours.clients.decides_as(theirs.clients)

    def policy(self, record: Record) -> Policy:
        """The same with what the person has settled by acts."""
        return Policy(self.limits, self.archived_waits, record)


def read_agreements(settings: Settings) -> Agreements:
    """What these settings say."""
    mine = (entry for account in settings.account for entry in account.mine)
    limits = read_limits(settings)
    people = People(AddressBook.of(mine), AddressBook.of(settings.colleagues), is_public, limits.clients)
    return Agreements(people, limits, settings.rule.archived == "waits")
