"""A conversation put into the words of the pane: pure."""

from __future__ import annotations

from datetime import datetime, tzinfo

from triage.model.clock import ClockKind, Lane, Reason
from triage.model.conversation import Conversation, Entry
from triage.model.message import Kind
from triage.model.outgoing import Outgoing
from triage.model.row import Ranked
from widgets.letters import Letter, Talk
from widgets.on_its_way import is_told, other_marks, state_words, written_words
from widgets.pledges import TO_WRITE_AGAIN, pledges_of, unsaid
from widgets.words import KIND_WORDS, REASON_WORDS, full_moment, moment, size, span, tone_words

_WAITS = {
    ClockKind.REPLY: "mail of {since} has no reply",
    ClockKind.ANSWER: "acknowledged {since}, not answered",
    ClockKind.PROMISE: "promise made {since}",
    ClockKind.CONTACT: "no contact since {since}",
    ClockKind.NUDGE: "asked {since}, no answer yet",
}


def talk_of(
    conversation: Conversation, ranked: Ranked | None, now: datetime, zone: tzinfo | None, missing: str = ""
) -> Talk:
    """What the pane draws; `missing` stands where a text is not known."""
    client = conversation.client
    who = dict.fromkeys(filter(None, (client.shown, client.address, conversation.group)))
    facts = [" · ".join(who)]
    if ranked is not None:
        facts += [_standing(ranked, now, zone), *_flags(ranked, now, zone)]
        facts += _on_its_way(ranked.row.outgoing, now, zone)
    facts += [f"note {full_moment(note.at, now, zone)}: {note.text}" for note in conversation.notes]
    return Talk(
        conversation.thread_id,
        conversation.subject,
        tuple(facts),
        tuple(_letter(entry, now, zone) for entry in conversation.entries),
        missing or "The text is not read yet.",
    )


def _letter(entry: Entry, now: datetime, zone: tzinfo | None) -> Letter:
    words = entry.words
    return Letter(
        key=entry.key,
        who="me" if entry.mine else entry.author.shown or "(nobody)",
        when=full_moment(entry.at, now, zone),
        text=None if words is None else words.text or "(no text)",
        note="" if entry.kind is Kind.PERSON else KIND_WORDS[entry.kind],
        reason=_reason(entry),
        attachments=() if words is None else tuple(f"{file.name}  {size(file.size)}" for file in words.attachments),
        links=0 if words is None else len(words.links),
    )


def _reason(entry: Entry) -> str:
    """Whom a mail of mine did not reach and why, else what tells a machine's mail; a person's needs no reason."""
    report = entry.words.report if entry.words else None
    if report is None:
        return "" if entry.kind is Kind.PERSON else entry.reason
    return ": ".join(filter(None, (", ".join(report.recipients), report.reason)))


def _standing(ranked: Ranked, now: datetime, zone: tzinfo | None) -> str:
    standing, row = ranked.standing, ranked.row
    asleep = row.snoozed if standing.reason is Reason.SNOOZED else None
    snoozed = f"snoozed until {full_moment(asleep, now, zone)}" if asleep else ""
    if standing.clock is None:
        reason = REASON_WORDS[standing.reason] if standing.reason else "nobody waits"
        return snoozed or ("their turn" if standing.lane is Lane.THEIRS and not standing.reason else reason)
    wait = _WAITS[standing.clock.kind].format(since=moment(standing.clock.since, now, zone))
    if standing.clock.kind is ClockKind.CONTACT and standing.clock.due == row.follow_up:
        wait = TO_WRITE_AGAIN
    late = f", {span(standing.over)} ago" if standing.over else ""
    due = f"due {moment(standing.clock.due, now, zone)}{late}: {wait}"
    return f"{snoozed} · {due}" if snoozed else due


def _flags(ranked: Ranked, now: datetime, zone: tzinfo | None) -> list[str]:
    row = ranked.row
    pledges = pledges_of(row, now, zone)
    flags = [tone_words(row.tone)] if row.tone else []
    flags += [f"! {mark}" for mark in unsaid(other_marks(row.marks, row.outgoing), pledges)]
    flags += [words for words, _ in pledges]
    return ["   ".join(flags)] if flags else []


def _on_its_way(outgoing: Outgoing | None, now: datetime, zone: tzinfo | None) -> list[str]:
    """What is under way; without seconds, for these lines do not tick."""
    if outgoing is None or not is_told(outgoing, now):
        return []
    written = ", ".join(filter(None, written_words(outgoing, now, zone)))
    return [" · ".join(filter(None, (written, *state_words(outgoing, now, zone, None))))]
