"""Why a thread stands where it does, in a sentence or two: each told from the very values that decide it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta, tzinfo

from triage.model.act import OutKind, Work
from triage.model.clock import Clock, ClockKind, Lane, Reason
from triage.rules.acting import Case
from triage.rules.clients import ClientRule
from triage.rules.flags import flags_on
from triage.rules.moments import spell_moment
from triage.rules.ranking import stand
from triage.rules.sides import Answer, Ask

Where = Callable[[str, ClientRule | None], str]
"""A key of [rule], or of a [[client]], to what it says and where: "rule.reply_within is 24h (line 12 of …)"."""

NO_LIMITS: Mapping[str, timedelta] = {}
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

    def __init__(self, now: datetime, zone: tzinfo, where: Where, flags: Mapping[str, timedelta] = NO_LIMITS) -> None:
        """`flags` are the limits that flags bring, as `Limits.flags`."""
        self._now, self._zone, self._where, self._flags = now, zone, where, flags

    def explain(self, case: Case) -> tuple[str, ...]:
        """The sentences: what decides, which limit from where, what would stop it; then what else runs or hides it."""
        return tuple(self._sentences(case))

    def _sentences(self, case: Case) -> Iterator[str]:
        row = case.row
        decides = stand(row, self._now).clock or min(row.clocks, key=lambda clock: clock.due, default=None)
        if decides is None:
            yield self._resting(case)
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
                limit = self._where("nudge_after", None)
                yield f"{limit}: ask again {self._at(clock.due)}. Any mail of theirs stops it."

    def _contact(self, clock: Clock, case: Case) -> Iterator[str]:
        if case.row.follow_up == clock.due:
            yield f"You wanted it back on {self._at(clock.due)}. A mail of yours to the client, or d, ends that."
            return
        key = "emergency_every" if case.row.work is Work.EMERGENCY else "contact_every"
        yield f"It is running work; its interval counts from {self._at(clock.since)}."
        yield f"{self._where(key, None)}: due {self._at(clock.due)}. Any mail of yours to the client stops it."

    def _reply(self, clock: Clock, case: Case) -> Iterator[str]:
        ask = next((ask for ask in case.waiting if ask.at == clock.since), None)
        who = ask.person.shown if ask else clock.who
        bounced = " Your answer came back: it does not count." if ask and _bounced(ask, case.sides.answers) else ""
        yield f"The mail of {who} ({self._at(clock.since)}) has no mail of yours after it.{bounced}"
        limit = self._flag(clock, case) or self._where("reply_within", case.people.clients.reply_rule(clock.who))
        yield f"{limit}: due {self._at(clock.due)}. Any mail of yours to {clock.who} stops it."

    def _flag(self, clock: Clock, case: Case) -> str:
        """The flag whose limit decides, where one does."""
        for word, at in flags_on((m.key for m in case.thread.messages), case.record):
            within = self._flags.get(word)
            if within is not None and max(clock.since, at) + within == clock.due:
                return f"You flagged it as {word} ({self._at(at)}). {self._where(word, None)}"
        return ""

    def _answer(self, clock: Clock, case: Case) -> Iterator[str]:
        named = any(answer.until == clock.due for answer in case.sides.answers if answer.kind is not OutKind.REPLY)
        yield f"You acknowledged it {self._at(clock.since)}, and the answer is owed."
        rule = case.people.clients.answer_rule(clock.who)
        limit = "That time stands in your mail" if named else self._where("answer_within", rule)
        yield f"{limit}: due {self._at(clock.due)}. An answer or a done report to {clock.who} stops it."

    def _resting(self, case: Case) -> str:
        reason = case.row.reason
        if reason is not None and reason in _RESTS:
            archived = f" {self._where('archived', None)}." if reason is Reason.ARCHIVED else ""
            return _RESTS[reason] + archived
        mine = case.my_last
        if case.row.resting is Lane.THEIRS and mine is not None and mine.key == case.newest.key:
            return f"Your mail ({self._at(case.row.last)}) was the last word: it is their turn."
        return "All that was asked here has been answered, or needs no answer."

    def _at(self, moment: datetime) -> str:
        return spell_moment(moment, self._now, self._zone)


def _bounced(ask: Ask, answers: tuple[Answer, ...]) -> bool:
    return any(ask.addresses & answer.failed for answer in answers)
