"""What a person may ask before they act: why a thread stands where it does, what a day holds, which time to name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from triage.desk.acting import Acting
from triage.desk.agreed import Agreements
from triage.desk.house import House
from triage.desk.limit_history import LimitHistory
from triage.desk.picture import Picture
from triage.desk.reasons import SettingsPlaces
from triage.model.row import Row
from triage.rules.clients import Limit
from triage.rules.explain import Explaining
from triage.rules.load import load_of
from triage.rules.proposals import propose_answer


@dataclass(frozen=True, slots=True)
class Advice:
    """Answers over one house. Every method may raise StoreError, and NotPossibleError where there is no such thread."""

    house: House
    agreements: Agreements
    picture: Picture
    acting: Acting
    history: LimitHistory
    clock: Callable[[], datetime]
    zone: tzinfo

    def explain(self, thread_id: str) -> tuple[str, ...]:
        """See Desk.explain."""
        (case,) = self.acting.cases((thread_id,))
        places = SettingsPlaces(self.house.settings, self.house.settings_path)
        limits, periods = self.agreements.limits, self.history.periods()
        return Explaining(self.clock(), self.zone, places.at, limits, periods).explain(case)

    def load(self, day: datetime) -> tuple[Row, ...]:
        """See Desk.load."""
        return load_of(self.picture.current().inbox.rows, day, self.zone)

    def answer_time(self, thread_id: str) -> datetime:
        """The answer time that an acknowledgement written now proposes, as agreed with the client."""
        (case,) = self.acting.cases((thread_id,))
        now = self.clock()
        return propose_answer(now, self.agreements.limits.due(Limit.ANSWER, case.row.client.address, now))
