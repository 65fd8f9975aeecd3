"""What the header, the top of the list and the notices say: pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from config.keymap import key_of
from triage.model.clock import Lane
from triage.model.outgoing import OutMail
from triage.tui.board import Look, Page
from triage.tui.readings import Readings
from widgets.drawing import Piece
from widgets.header import Day
from widgets.words import LANE_WORDS, clock_time, counted, full_moment, moment, tone_words

_ALWAYS = (Lane.OVERDUE, Lane.DUE_SOON, Lane.WAITING)
_WHERE_ANY = (Lane.OWED, Lane.CONTACT)
_OPEN = (*_ALWAYS, *_WHERE_ANY)
_LATE = timedelta(seconds=5)
OFFER_DAYS = 7


def day_of(page: Page, readings: Readings, now: datetime, zone: tzinfo | None, hanging: Sequence[str] = ()) -> Day:
    """The header's line; `hanging` says what hangs in the outbox."""
    lanes = (*_ALWAYS, *(lane for lane in _WHERE_ANY if page.counts.get(lane)))
    return Day(
        accounts=tuple(account.name for account in page.accounts),
        counts=tuple((lane, page.counts.get(lane, 0)) for lane in lanes),
        reading=readings.words(now, zone),
        time=(full_moment(now, now, zone), clock_time(now, zone)),
        troubles=(*hanging, *readings.troubles(now, zone)),
    )


def above_of(page: Page, look: Look, readings: Readings, zone: tzinfo | None) -> tuple[str, ...]:
    """The lines above the rows: what an empty list means and what to do next."""
    if look.narrowed:
        return () if page.lanes else (f"{_nothing(look)}.", f"{key_of('back').first} shows all threads.")
    if not page.counts and not readings.ever:
        if readings.busy:
            return ("Reading mail for the first time …", "Threads appear here as soon as their headers are read.")
        return ("No mail has been read yet.", f"{key_of('read_mail').first} reads mail now.")
    if page.counts.get(Lane.OVERDUE):
        return ()
    if page.next is not None and page.next.standing.clock is not None:
        due = moment(page.next.standing.clock.due, page.now, zone)
        return (f"Nobody waits past the rule. Next: {page.next.row.client.shown}, {due}.",)
    if any(page.counts.get(lane) for lane in _OPEN):
        return ("Nobody waits past the rule.",)
    return ("Nothing waits for you.", "New mail appears here by itself.")


def offer_of(older: int) -> tuple[Piece, ...]:
    """What is offered after the very first read."""
    settle, back = key_of("settle"), key_of("back")
    return (
        (f"Nothing older than {OFFER_DAYS} days waits for me", "strong"),
        (f" ({counted(older, 'thread')})   ", "quiet"),
        (settle.first, "accent"),
        (" Yes, done   ", ""),
        (back.first, "accent"),
        (" No", ""),
    )


def look_of(look: Look, found: int) -> tuple[Piece, ...]:
    """Which threads are shown, where that is not all of them."""
    parts = [LANE_WORDS[look.lane]] if look.lane else []
    parts += [look.account] if look.account else []
    parts += [tone_words(look.tone)] if look.tone else []
    parts += [look.mark] if look.mark else []
    parts += [f"“{look.words.strip()}”"] if look.words.strip() else []
    return (
        ("Only " + ", ".join(parts), "strong"),
        (f" · {counted(found, 'thread')}   ", "quiet"),
        (key_of("back").first, "accent"),
        (" shows all", ""),
    )


def selection_of(selected: int) -> tuple[Piece, ...]:
    """How many threads are selected."""
    return ((f"{counted(selected, 'thread')} selected   ", "strong"), (key_of("back").first, "accent"), (" none", ""))


def done_of(sentence: str, undoable: bool) -> tuple[Piece, ...]:
    """What was just done, and how it is taken back where it can be."""
    done = ("✓ ", "good"), (sentence, "strong")
    return (*done, (" · ", "quiet"), (key_of("undo").first, "accent"), (" takes it back", "")) if undoable else done


def hanging_of(mails: Sequence[OutMail], now: datetime, zone: tzinfo | None) -> tuple[str, ...]:
    """A sentence for what needs a word of the person, and one for what could not leave yet."""
    asking = sum(mail.state.asks for mail in mails)
    late = [mail for mail in mails if not mail.state.asks and (mail.tries or now - mail.leaves > _LATE)]
    said = []
    if asking:
        said.append(f"{counted(asking, 'mail')} in the outbox {'needs' if asking == 1 else 'need'} your word: o")
    if late:
        again = min(mail.leaves for mail in late)
        when = f"trying again at {clock_time(again, zone)}" if again > now else "being sent"
        said.append(f"{counted(len(late), 'mail')} in the outbox, {when}: o")
    return tuple(said)


def trouble_of(sentence: str) -> tuple[Piece, ...]:
    """What did not work."""
    return (("! ", "soon"), (sentence, "soon"))


def _nothing(look: Look) -> str:
    if look.words.strip():
        return f"Nothing found for “{look.words.strip()}”"
    return "No thread here"
