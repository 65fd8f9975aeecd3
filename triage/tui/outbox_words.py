"""What the outbox says of a mail that hangs, and what each choice means: pure."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from rich.cells import cell_len

from triage.model.act import OutKind
from triage.model.outgoing import OutMail, OutState
from triage.rules.moments import spell_distance
from widgets.cells import cut, steady, wrap
from widgets.drawing import Piece
from widgets.words import moment

_KINDS = {
    OutKind.ACKNOWLEDGEMENT: "acknowledgement",
    OutKind.PROGRESS: "progress",
    OutKind.QUESTIONS: "questions",
    OutKind.DELAY: "delay notice",
    OutKind.DONE: "done report",
    OutKind.REPLY: "reply",
}
_STATES = {
    OutState.HELD: "waits for your word",
    OutState.SENDING: "sending …",
    OutState.SENT: "sent",
    OutState.REFUSED: "refused",
    OutState.IN_DOUBT: "in doubt: it may have arrived",
    OutState.WITHDRAWN: "given up",
}
_AGAIN = {
    OutState.QUEUED: "sends it at once",
    OutState.HELD: "sends it as it is",
    OutState.REFUSED: "sends it once more; the server may refuse it again",
    OutState.IN_DOUBT: "sends it once more; it could arrive twice",
}
_NAMES, _WORDS = 60, 600
_TICKING = timedelta(seconds=100)


def lines_of(mail: OutMail, now: datetime, zone: tzinfo | None, width: int) -> list[list[Piece]]:
    """To whom and about what; where it stands, what it is and how old; what the server said, wrapped."""
    age = spell_distance(mail.created, now)
    facts = [f"{_KINDS[mail.kind]}, {'just now' if age == 'now' else age}"]
    facts += [f"names {moment(mail.until, now, zone)}"] if mail.until else []
    state = f"! {state_of(mail, now, zone)}" if mail.state.asks else state_of(mail, now, zone)
    names = cut(steady(mail.names), min(_NAMES, width // 2))
    lines: list[list[Piece]] = [
        [(names, "strong"), (f"   {cut(steady(mail.subject), width - cell_len(names) - 3)}", "")],
        [(state, "soon" if mail.state.asks else "accent"), ("".join(f" · {fact}" for fact in facts), "quiet")],
    ]
    return lines + [[(line, "")] for line in wrap(cut(steady(mail.words), _WORDS), width) if mail.words]


def state_of(mail: OutMail, now: datetime, zone: tzinfo | None) -> str:
    """Where it stands: "leaves in 8 s", "queued, next try Mon 12:05", "refused"."""
    if mail.state is not OutState.QUEUED:
        return _STATES[mail.state]
    left, at = mail.leaves - now, moment(mail.leaves, now, zone)
    if mail.tries:
        return "queued, trying again now" if left <= timedelta(0) else f"queued, next try {at}"
    if left <= timedelta(0):
        return "leaves now"
    return f"leaves in {-(-left // timedelta(seconds=1))} s" if left < _TICKING else f"leaves {at}"


def choices_of(mail: OutMail) -> tuple[tuple[str, str], ...]:
    """The acts that there are for it, and what each means."""
    if mail.state not in _AGAIN:
        return ()
    again = ("send_again", _AGAIN[mail.state])
    if mail.state is not OutState.IN_DOUBT:
        return again, ("give_up", "it never leaves; the client waits as if it had not been written")
    return (
        again,
        ("give_up", "it counts as never written, whether it has arrived or not; the client waits"),
        ("has_arrived", "you know that the client has it; it counts as sent"),
    )


def question_of(mail: OutMail, act: str) -> str:
    """What is asked before the choice is followed; "" where it takes nothing away and can do no harm."""
    if act == "give_up":
        return f"Give up “{steady(mail.subject)}”? It is not sent any more, and the client waits."
    if act == "send_again" and mail.state is OutState.IN_DOUBT:
        return "It may have arrived: sending again could send it twice. Send?"
    return ""


def title_of(count: int) -> str:
    """How much there is."""
    return f"Outbox · {count} {'mail has' if count == 1 else 'mails have'} not left" if count else "Outbox"
