"""Why a thread stands where it does, in a sentence or two: each told from the very values that decide it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, tzinfo

from triage.model.act import OutKind, Work
from triage.model.clock import Clock, ClockKind, Lane, Reason
from triage.model.message import Tells
from triage.rules.acting import Case
from triage.rules.clients import Limit
from triage.rules.flags import COMPLAINT, LAST_WORD, URGENT, flags_on, work_act_of
from triage.rules.hours import WALL_CLOCK
from triage.rules.kinds import judge
from triage.rules.limits import Limits
from triage.rules.moments import spell_day, spell_moment, spell_span
from triage.rules.past_waits import Period, past_waits
from triage.rules.ranking import stand
from triage.rules.sides import Ask

Where = Callable[[tuple[str | int, ...]], str]
"""A place in the settings to what it says and its line: "rule.reply_within is 24h (line 12 of …)"."""

_MOST_DAYS = 4
_RESTS = {
    Reason.DONE: "You marked it as done: nothing that was here then waits.",
    Reason.MUTED: "You muted its sender: nothing from them waits.",
    Reason.CC: "The mail reached you only in Cc, and you have not written here: it asks nothing of you.",
    Reason.MACHINE: "Only machines have written here: newsletters, notices and automatic replies start no clock.",
    Reason.ARCHIVED: "None of its mail is left in an inbox folder.",
    Reason.MINE: "It is from you to yourself.",
    Reason.LIST: "It came through a mailing list, from somebody you have not written to.",
}


class Explaining:
    """Says why, for one moment in one zone."""

    def __init__(
        self, now: datetime, zone: tzinfo, where: Where, limits: Limits, periods: Sequence[Period] = ()
    ) -> None:
        """`periods` are the limits that have been in force, where they are not always the same (clock case 37)."""
        self._now, self._zone, self._where, self._limits = now, zone, where, limits
        self._periods = periods or (Period(now, limits),)

    def explain(self, case: Case) -> tuple[str, ...]:
        """The sentences: what decides, which limit from where, what would stop it; then what else runs or hides it."""
        return tuple(self._sentences(case))

    def _sentences(self, case: Case) -> Iterator[str]:
        row = case.row
        decides = stand(row, self._now).clock or min(row.clocks, key=lambda clock: clock.due, default=None)
        if decides is None:
            yield self._resting(case)
            yield from self._last_wait(case)
        else:
            yield from self._clock(decides, case)
        others = [clock for clock in row.clocks if clock is not decides and clock.since <= self._now]
        if others:
            yield "Besides: " + "; ".join(f"{clock.kind.value} due {self._at(clock.due)}" for clock in others) + "."
        if row.snoozed is not None and row.snoozed > self._now:
            yield f"You snoozed it: the list hides it until {self._at(row.snoozed)}; a new mail that asks wakes it."
        if row.outgoing is not None and row.outgoing.state.hangs:
            yield "A mail of yours has not reached the server yet, so it does not count."

    def _clock(self, clock: Clock, case: Case) -> Iterator[str]:
        match clock.kind:
            case ClockKind.REPLY:
                yield from self._reply(clock, case)
            case ClockKind.ANSWER:
                yield from self._answer(clock, case)
            case ClockKind.PROMISE:
                yield f"You promised it ({self._at(clock.since)}) for {self._at(clock.due)}."
                yield "Only your word ends that: kept, moved or withdrawn; a delay notice with a new time moves it."
            case ClockKind.CONTACT:
                yield from self._contact(clock, case)
            case ClockKind.NUDGE:
                yield f"Your mail ({self._at(clock.since)}) asks something and has no answer."
                limit = self._limit(Limit.NUDGE, clock)
                yield f"{limit}: ask again {self._at(clock.due)}. Any mail of theirs stops it."

    def _contact(self, clock: Clock, case: Case) -> Iterator[str]:
        if case.row.follow_up == clock.due:
            yield f"You wanted it back on {self._at(clock.due)}. A mail of yours to the client, or d, ends that."
            return
        limit = Limit.EMERGENCY if case.row.work is Work.EMERGENCY else Limit.CONTACT
        said = work_act_of((m.key for m in case.thread.messages), case.record)
        if said is not None and said.value == Work.PAUSED and said.until is not None:
            yield f"You paused the work until {self._at(said.until)} ({said.note}): the time before does not count."
        yield f"It is running work; its interval counts from {self._at(clock.since)}."
        yield f"{self._limit(limit, clock)}: due {self._at(clock.due)}. Any mail of yours to the client stops it."

    def _reply(self, clock: Clock, case: Case) -> Iterator[str]:
        ask = next((ask for ask in case.waiting if ask.at == clock.since), None)
        who = ask.person.shown if ask else clock.who
        bounced = f" Your answer came back{_why_failed(ask, case)}: it does not count." if _bounced(ask, case) else ""
        yield f"The mail of {who} ({self._at(clock.since)}) has no mail of yours after it.{bounced}"
        limit = self._flag(clock, case) or self._limit(Limit.REPLY, clock)
        yield f"{limit}: due {self._at(clock.due)}. Any mail of yours to {clock.who} stops it."

    def _flag(self, clock: Clock, case: Case) -> str:
        """The flag whose limit decides, where one does."""
        for word, at in flags_on((m.key for m in case.thread.messages), case.record):
            if self._limits.due_after_flag(word, clock.who, clock.since, at) == clock.due:
                place = (word,) if word in (COMPLAINT, URGENT) else ("tone", word)
                said = self._in_hours(self._where((*place, Limit.REPLY)), clock.who, max(clock.since, at), clock.due)
                return f"You flagged it as {word} ({self._at(at)}). {said}"
        return ""

    def _answer(self, clock: Clock, case: Case) -> Iterator[str]:
        named = any(answer.until == clock.due for answer in case.sides.answers if answer.kind is not OutKind.REPLY)
        yield f"You acknowledged it {self._at(clock.since)}, and the answer is owed."
        limit = "That time stands in your mail" if named else self._limit(Limit.ANSWER, clock)
        yield f"{limit}: due {self._at(clock.due)}. An answer or a done report to {clock.who} stops it."

    def _resting(self, case: Case) -> str:
        reason = case.row.reason
        if reason is not None and reason in _RESTS:
            return _RESTS[reason] + self._told_by(reason, case)
        if LAST_WORD in case.row.marks:
            return "Their last mail only thanks, so nothing waits. The key a thanks in return and wishes them well."
        mine = case.my_last
        if case.row.resting is Lane.THEIRS and mine is not None and mine.key == case.newest.key:
            return f"Your mail ({self._at(case.row.last)}) was the last word: it is their turn."
        return "All that was asked here has been answered, or needs no answer."

    def _told_by(self, reason: Reason, case: Case) -> str:
        """The line of the settings, or what of the newest mail says so, where a reason rests on one."""
        if reason is Reason.ARCHIVED:
            return f" {self._where(('rule', 'archived'))}."
        if reason is Reason.MACHINE:
            return f" The newest: {judge(case.newest, case.people, ()).reason}."
        return ""

    def _last_wait(self, case: Case) -> Iterator[str]:
        """How long the client waited last, by the limit that was in force then."""
        waits = past_waits(case.sides, self._periods)
        if waits:
            last = waits[-1]
            waited = f"{last.who.shown} waited {spell_span(last.until - last.since)} for your last reply"
            missed = f", {spell_span(last.until - last.due)} past the limit of that time" if last.late else ""
            yield f"{waited}{missed or ', within the limit of that time'}."

    def _limit(self, limit: Limit, clock: Clock) -> str:
        """Which line the limit of a clock comes from, and what of the time between does not count."""
        terms = self._limits.clients.limit(limit, clock.who)
        said = self._where((*terms.at, limit.value) if terms else ("rule", limit.value))
        return self._in_hours(said, clock.who, clock.since, clock.due)

    def _in_hours(self, said: str, who: str, since: datetime, due: datetime) -> str:
        clients = self._limits.clients
        terms = clients.hours(who)
        if terms is None or terms.calendar is WALL_CLOCK:
            return said
        closed = clients.calendar(who).closed_days(since, due)
        left_out = f", {_listed(closed)} left out" if closed else ""
        return f"{said}; {self._where((*terms.at, 'hours'))}, so only open hours count{left_out}"

    def _at(self, moment: datetime) -> str:
        return spell_moment(moment, self._now, self._zone)


def _bounced(ask: Ask | None, case: Case) -> bool:
    return ask is not None and any(ask.addresses & answer.failed for answer in case.sides.answers)


def _why_failed(ask: Ask | None, case: Case) -> str:
    """The newest reason that a server gave for the failure of a mail to this person, in brackets."""
    told = (message.words.report for message in reversed(case.thread.messages) if message.words)
    failures = (report for report in told if report is not None and report.tells is Tells.FAILURE)
    about = (one.reason for one in failures if ask and (not one.recipients or ask.addresses & {*one.recipients}))
    reason = next(filter(None, about), "")
    return f" ({reason})" if reason else ""


def _listed(days: Sequence[date]) -> str:
    """The days by name, the first few of many."""
    shown = [spell_day(day) for day in days[:_MOST_DAYS]]
    if len(days) > _MOST_DAYS:
        shown.append(f"{len(days) - _MOST_DAYS} more days")
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
