"""Where a thread stands at a moment, and the one order of the list, the quick check and the JSON.

Whole seconds since 1970 and plain tuples, builtins alone: the quick check imports this in a millisecond, and the list
uses the same, so the two can't disagree.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LANES = ("overdue", "due_soon", "waiting", "owed", "contact", "theirs", "rest")
DECIDING = ("reply", "answer", "promise")
_LANE_OF = {"reply": "waiting", "answer": "owed", "promise": "owed", "contact": "contact", "nudge": "theirs"}
_PLACE_OF = {lane: place for place, lane in enumerate(LANES)}

# kind, since, soon, due
ClockTimes = tuple[str, int, int, int]


def deciding_clock(clocks: Iterable[ClockTimes], at: int) -> ClockTimes | None:
    """The clock that decides: reply, answer or promise, the nearest due first; contact or nudge only without these.

    A clock that starts after `at` does not run.
    """
    running = [clock for clock in clocks if clock[1] <= at]
    deciding = [clock for clock in running if clock[0] in DECIDING] or running
    return min(deciding, key=lambda clock: (clock[3], clock[1]), default=None)


def lane_of(clock: ClockTimes | None, resting: str, at: int) -> str:
    """The lane at `at` by the clocks alone: overdue is past the due time, not at it; `resting` where no clock runs."""
    if clock is None:
        return resting
    kind, _, soon, due = clock
    if kind in DECIDING:
        if at > due:
            return "overdue"
        if at >= soon:
            return "due_soon"
    return _LANE_OF[kind]


def is_asleep(snoozed: int | None, at: int) -> bool:
    """The list hides the thread; at the end of its snooze it is back."""
    return snoozed is not None and at < snoozed


def listed_lane(clock: ClockTimes | None, resting: str, snoozed: int | None, at: int) -> str:
    """The lane in the list: what is snoozed rests, even when overdue; only the quick check shows it (clock case 32)."""
    return "rest" if is_asleep(snoozed, at) else lane_of(clock, resting, at)


def order_of(lane: str, clock: ClockTimes | None, at: int, last: int, thread: str) -> tuple[int, float, int, str]:
    """What to sort by: lane, then waited ÷ limit falling, then since; threads that rest, the newest first."""
    if clock is None or lane == "rest":
        return (_PLACE_OF[lane], 1.0, -last, thread)
    _, since, _, due = clock
    return (_PLACE_OF[lane], -(at - since) / max(due - since, 1), since, thread)
