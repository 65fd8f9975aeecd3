"""A thread as the list, the quick check and the JSON show it; what depends on `now` is told by `rules.ranking`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from triage.model.act import Tone, Work
from triage.model.clock import Clock, Lane, Reason
from triage.model.message import Address
from triage.model.outgoing import Outgoing


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """A promise that stands: its id, when it was made, and the time promised."""

    id: str
    made: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Row:
    """All that one thread shows.

    `resting` is the lane where no clock runs (theirs or rest) and `reason` why it rests. `asked` is the arrival of the
    oldest in without a real answer, `last` the newest message of either side. `messages` are Message-IDs without
    brackets, oldest first; `count` is the number of messages, with and without an id. `text` is one line of the
    newest text, `marks` short words such as "bounced". `snoozed` is until when the list hides the thread; `outgoing`
    is the mail of mine on its way that has not reached the server yet, or has just done so. `promises` are those that
    stand, the nearest first; `work` whether it is running work; `follow_up` the day on which it comes back.
    """

    id: str
    accounts: tuple[str, ...]
    client: Address
    subject: str
    resting: Lane
    reason: Reason | None
    clocks: tuple[Clock, ...]
    asked: datetime | None
    last: datetime
    snoozed: datetime | None
    count: int
    unread: bool
    text: str
    marks: tuple[str, ...]
    messages: tuple[str, ...]
    tone: Tone | None = None
    outgoing: Outgoing | None = None
    promises: tuple[OpenPromise, ...] = ()
    work: Work = Work.OFF
    follow_up: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a row stands at one moment: its lane, the clock that decides (None where nothing runs), and its order.

    `reason` is why it rests at that moment: a snoozed row rests while its clock runs on, even past its due time.
    """

    lane: Lane
    clock: Clock | None
    waited: int
    limit: int
    over: int | None
    reason: Reason | None = None


class Ranked:
    """A row with its standing at one moment, worked out when somebody looks: few rows of a list are in view."""

    __slots__ = ("_standing", "_tell", "row")

    def __init__(self, row: Row, tell: Callable[[Row], Standing]) -> None:
        """`tell` says where a row stands at the moment that is meant."""
        self.row = row
        self._tell = tell
        self._standing: Standing | None = None

    @property
    def standing(self) -> Standing:
        """Where the row stands."""
        if self._standing is None:
            self._standing = self._tell(self.row)
        return self._standing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ranked) and (self.row, self.standing) == (other.row, other.standing)

    def __hash__(self) -> int:
        return hash(self.row)

    def __repr__(self) -> str:
        return f"Ranked({self.row!r}, {self.standing!r})"
