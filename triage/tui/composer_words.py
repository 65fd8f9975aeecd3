"""What the composer says around the text: pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from config.keymap import Key, key_of
from triage.mail.clean import clean_line
from triage.model.draft import STATUS, Draft, Sheet, Template
from triage.model.message import Address
from triage.tui.letter_text import blanks_in, taken_up
from widgets.drawing import Piece
from widgets.side_panel import Beside
from widgets.words import full_moment, moment, size, tone_words

KINDS = (*STATUS, Template.REPLY)
"""What a mail in the composer can be, in the order of the bar."""

KIND_LABELS = {
    Template.PROGRESS: "Progress",
    Template.DELAY: "Delay",
    Template.DONE: "Done",
    Template.QUESTIONS: "Questions",
    Template.CALL: "Call summary",
    Template.REPLY: "Reply",
}

LANGUAGES = {"en": "English", "ru": "Русский", "uk": "Українська", "bg": "Български", "de": "Deutsch"}

_NAMED = 3
_NUMBERED = (Template.QUESTIONS, Template.CALL)


def names_of(draft: Draft) -> str:
    """To whom: "Reply to Olha Kovalenko, Acme Print"."""
    people = [one.shown for one in draft.to] or ["nobody yet"]
    more = f" and {len(people) - _NAMED} more" if len(people) > _NAMED else ""
    return f"Reply to {', '.join(people[:_NAMED])}{more}"


def facts_of(draft: Draft) -> tuple[str, str]:
    """Language and kind."""
    return draft.language, KIND_LABELS.get(draft.template, draft.template.value).lower()


def kept_of(at: datetime, zone: tzinfo | None) -> Piece:
    """That the text is in the store."""
    return f"draft kept {at.astimezone(zone):%H:%M:%S}", "quiet"


def saved_of(at: datetime, zone: tzinfo | None) -> Piece:
    """That the same text lies in the Drafts folder of the server."""
    return f"saved in Drafts {at.astimezone(zone):%H:%M}", "quiet"


def returned_of(draft: Draft, now: datetime, zone: tzinfo | None) -> tuple[Piece, ...]:
    """That this is a text from before, and how to begin anew."""
    when = f" of {moment(draft.kept, now, zone)}" if draft.kept else ""
    return (f"Kept draft{when}   ", "strong"), (short_key(key_of("kind")), "accent"), (" starts anew", "")


def beside_of(
    sheet: Sheet, draft: Draft, missing: Sequence[Address], sizes: Sequence[int | None], now: datetime, zone: tzinfo
) -> Beside:
    """What stands beside the text; a size is None where the file is not there."""
    since = f" since {moment(sheet.since, now, zone)}" if sheet.since else ""
    return Beside(
        questions=tuple(
            (question, is_taken_up(number, question, draft)) for number, question in enumerate(sheet.questions, 1)
        ),
        tone=f"{tone_words(sheet.tone)}{since}" if sheet.tone else "",
        named=full_moment(draft.until, now, zone) if draft.until else "",
        files=tuple(_file(path, bytes_) for path, bytes_ in zip(draft.attachments, sizes, strict=True)),
        missing=tuple(one.shown for one in missing),
    )


def named_of(until: datetime | None, now: datetime, zone: tzinfo) -> tuple[Piece, ...]:
    """That the mail names this time, which the text does not yet say."""
    if until is None:
        return (("The mail names no time now; see that the text names none either.", "strong"),)
    return ((f"The mail names {full_moment(until, now, zone)}: write it into the text.", "strong"),)


def doubts_of(draft: Draft) -> str:
    """What is asked before it leaves: "" where nothing is odd about the text."""
    if not draft.text.strip():
        return "The text is empty. Send it?"
    blanks = [draft.text[start:end] for start, end in blanks_in(draft.text)]
    if not blanks:
        return ""
    more = f" and {len(blanks) - _NAMED} more" if len(blanks) > _NAMED else ""
    return f"Still to be filled in: {', '.join(blanks[:_NAMED])}{more}. Send it?"


def is_taken_up(number: int, question: str, draft: Draft) -> bool:
    """As `taken_up`; in questions and summaries of mine the numbers are not those of the client's questions."""
    return taken_up(number, question, draft.text, by_number=draft.template not in _NUMBERED)


def short_key(key: Key) -> str:
    """The key as the foot of the composer names it, where many must fit: "^S"."""
    return key.first.replace("Ctrl+", "^")


def file_name(path: str) -> str:
    """The file's name, safe to show."""
    return clean_line(Path(path).name) or "(no name)"


def size_of(path: str) -> int | None:
    """The file's size in bytes; None where no file is there or it cannot be seen."""
    try:
        file = Path(path)
        return file.stat().st_size if file.is_file() else None
    except (OSError, ValueError):
        return None


def _file(path: str, bytes_: int | None) -> str:
    return f"{file_name(path)}  {'! not there' if bytes_ is None else size(bytes_)}"
