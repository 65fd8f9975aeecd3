"""The commands that act on a thread and that show the outbox; each returns an exit status.

They may run beside an open Triage: acts are added under one lock, and each mail is claimed by whoever sends it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from triage.commands import WrongCallError, now_utc, open_desk, say_warnings, the_house
from triage.local_zone import local_zone
from triage.model.act import Tone
from triage.model.intents import FlagTone, MarkDone, Outcome
from triage.model.outgoing import OutMail, OutState
from triage.overdue import CALM, STALE, USAGE, read_time
from triage.report import ago, safe
from triage.rules.moments import read_moment, spell_moment

if TYPE_CHECKING:
    from triage.desk.desk import LocalDesk
    from triage.model.draft import Draft
    from triage.model.message import Address

AT_ONCE = timedelta(0)
_STATES = {
    OutState.QUEUED: "queued",
    OutState.HELD: "waits for your word",
    OutState.SENDING: "sending",
    OutState.REFUSED: "refused",
    OutState.IN_DOUBT: "in doubt",
}


def acknowledge(options: argparse.Namespace) -> int:
    """Show the acknowledgement, ask, and send it; without a terminal `--yes` has said so already."""
    house = the_house(options)
    desk = open_desk(house, undo_for=AT_ONCE)
    until = desk.answer_time(options.id) if options.eta is None else _answer_time(options.eta)
    draft = desk.acknowledgement(options.id, until)
    print(_mail_text(draft))
    if not options.yes and not _agrees():
        print("Nothing was sent.", file=sys.stderr)
        return USAGE
    queued = desk.send(draft, confirmed=True)
    entry = next(mail for mail in reversed(queued.outbox or ()) if mail.answers == draft.answers)
    if not options.queue:
        desk.deliver()
    return _ended(desk, entry, queued=options.queue)


def flag_tone(options: argparse.Namespace) -> int:
    """Flag the tone of a thread's newest mail."""
    tone = None if options.tone == "none" else Tone(options.tone)
    return _do(options, lambda desk: desk.do(FlagTone((options.id,), tone, options.note or "")))


def mark_done(options: argparse.Namespace) -> int:
    """No answer is needed."""
    return _do(options, lambda desk: desk.do(MarkDone((options.id,))))


def explain(options: argparse.Namespace) -> int:
    """Why a thread stands where it does."""
    desk = open_desk(the_house(options))
    for sentence in desk.explain(options.id):
        print(safe(sentence))
    say_warnings(desk)
    return CALM


def show_outbox(options: argparse.Namespace) -> int:
    """What has not left yet; with `--send` it is sent first, as far as it does not wait for a person's word."""
    desk = open_desk(the_house(options), undo_for=AT_ONCE)
    if options.send:
        said = desk.deliver(at_once=True).said
        if said:
            print(safe(said))
    mails = desk.outbox()
    at = int(now_utc().timestamp())
    for mail in mails:
        print(safe(_entry(mail, at)))
    if not mails and not options.send:
        print("Nothing waits to leave.")
    desk.close()
    say_warnings(desk)
    return STALE if options.send and mails else CALM


def _do(options: argparse.Namespace, work: Callable[[LocalDesk], Outcome]) -> int:
    """Do it, say it, and leave the due file up to date."""
    desk = open_desk(the_house(options))
    outcome = work(desk)
    desk.close()
    print(safe(outcome.said))
    say_warnings(desk)
    return CALM


def _answer_time(text: str) -> datetime:
    """The time that `--eta` means, said back as a date."""
    at, zone = now_utc(), local_zone()
    seconds = read_time(text)
    until = read_moment(text, at, zone) if seconds is None else datetime.fromtimestamp(seconds, UTC)
    if until is None or until <= at:
        raise WrongCallError(f'--eta "{text}" is no time ahead such as 2h, "fri 17:00" or 2026-03-06T17:00.')
    print(f"Answer by {spell_moment(until, at, zone)}", file=sys.stderr)
    return until


def _agrees() -> bool:
    """The person says so at the terminal."""
    if not sys.stdin.isatty():
        raise WrongCallError("Without a terminal nobody can be asked: --yes sends it.")
    try:
        return input("Send it? [y/N] ").strip().lower() in ("y", "yes")
    except EOFError:
        return False


def _mail_text(draft: Draft) -> str:
    """The mail as it leaves: whom it goes to, the subject, the text."""
    head = [f"From: {_shown(draft.sender)}", f"To: {', '.join(map(_shown, draft.to))}"]
    if draft.cc:
        head.append(f"Cc: {', '.join(map(_shown, draft.cc))}")
    lines = [*head, f"Subject: {draft.subject}", "", *draft.text.splitlines()]
    return "\n".join(map(safe, lines))


def _shown(person: Address) -> str:
    return f"{person.name} <{person.address}>" if person.name else person.address


def _ended(desk: LocalDesk, entry: OutMail, *, queued: bool) -> int:
    """Say what became of the mail."""
    mail = next((mail for mail in desk.outbox() if mail.id == entry.id), None)
    desk.close()
    say_warnings(desk)
    if mail is None:
        print(safe(f"Sent to {entry.names}."))
        return CALM
    if queued:
        print("In the outbox: it leaves when Triage is open, or with: triage outbox --send")
        return CALM
    how = "It may have left" if mail.state is OutState.IN_DOUBT else f"Not sent: {_STATES[mail.state]}"
    print(safe(f"{how}. {mail.words}"), file=sys.stderr)
    return STALE


def _entry(mail: OutMail, at: int) -> str:
    """One line: state, age, whom it goes to, subject, the server's words."""
    age = ago(at - int(mail.created.timestamp()))
    words = f" · {mail.words}" if mail.words else ""
    return f"{_STATES[mail.state]}  {age}  {mail.names}  {mail.subject}{words}"
