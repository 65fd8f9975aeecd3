"""How spans, times, sizes and counts are said on the screen: short, and the same everywhere."""

from __future__ import annotations

from datetime import datetime, tzinfo

from triage.model.act import Tone
from triage.model.clock import Lane, Reason
from triage.model.message import Kind

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HOUR, _DAY = 3_600, 86_400

LANE_WORDS = {
    Lane.OVERDUE: "overdue",
    Lane.DUE_SOON: "due soon",
    Lane.WAITING: "waiting",
    Lane.OWED: "owed",
    Lane.CONTACT: "contact",
    Lane.THEIRS: "theirs",
    Lane.REST: "rest",
}
LANE_GLYPHS = {
    Lane.OVERDUE: "▲",
    Lane.DUE_SOON: "◆",
    Lane.WAITING: "●",
    Lane.OWED: "◇",
    Lane.CONTACT: "○",
    Lane.THEIRS: "‹",
    Lane.REST: "·",
}
REASON_WORDS = {
    Reason.DONE: "done",
    Reason.SNOOZED: "snoozed",
    Reason.MUTED: "muted",
    Reason.CC: "only in Cc",
    Reason.MACHINE: "automatic mail",
    Reason.ARCHIVED: "archived",
    Reason.MINE: "from me to me",
    Reason.LIST: "mailing list",
}
KIND_WORDS = {
    Kind.PERSON: "person",
    Kind.AUTO_REPLY: "automatic reply",
    Kind.CHALLENGE: "asks for confirmation",
    Kind.BOUNCE: "could not be delivered",
    Kind.DELAY: "delivery delayed",
    Kind.FEEDBACK: "feedback report",
    Kind.BULK: "bulk mail",
    Kind.NOTIFICATION: "notification",
    Kind.CALENDAR: "calendar",
}
# The shapes differ, so that a tone can be told without its colour.
TONE_GLYPHS = {
    Tone.DELIGHTED: "★",
    Tone.CALM: "○",
    Tone.WORRIED: "◐",
    Tone.ANNOYED: "●",
    Tone.ANGRY: "■",
}


def tone_words(tone: Tone) -> str:
    """Glyph and word: "● annoyed"."""
    return f"{TONE_GLYPHS[tone]} {tone.value}"


def span(seconds: int) -> str:
    """How long: "40 min", "31 h", from a hundred hours on "5 d"."""
    if seconds < _HOUR:
        return f"{seconds // 60} min"
    if seconds < 100 * _HOUR:
        return f"{seconds // _HOUR} h"
    return f"{seconds // _DAY} d"


def long_span(seconds: int) -> str:
    """How long, where days count: from two days on "4 d"."""
    return f"{seconds // _DAY} d" if seconds >= 2 * _DAY else span(seconds)


def clock_time(at: datetime, zone: tzinfo | None) -> str:
    """The time of day: "12:00"."""
    local = at.astimezone(zone)
    return f"{local.hour:02}:{local.minute:02}"


def moment(at: datetime, now: datetime, zone: tzinfo | None) -> str:
    """A time near by as "Mon 05:00", further off as "26 Feb", in another year as "26 Feb 2025"."""
    local, today = at.astimezone(zone), now.astimezone(zone)
    if abs((local.date() - today.date()).days) < 7:
        return f"{_DAYS[local.weekday()]} {clock_time(at, zone)}"
    date = f"{local.day} {_MONTHS[local.month - 1]}"
    return date if local.year == today.year else f"{date} {local.year}"


def full_moment(at: datetime, now: datetime, zone: tzinfo | None) -> str:
    """Day, date and time: "Sun 1 Mar 05:00", with the year where it is another."""
    local = at.astimezone(zone)
    year = "" if local.year == now.astimezone(zone).year else f" {local.year}"
    return f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}{year} {clock_time(at, zone)}"


def size(bytes_: int) -> str:
    """A file's size: "84 kB"."""
    for unit, step in (("B", 1), ("kB", 1_000), ("MB", 1_000_000)):
        if bytes_ < 1_000 * step:
            return f"{bytes_ / step:.1f} {unit}" if step > 1 and bytes_ < 10 * step else f"{bytes_ // step} {unit}"
    return f"{bytes_ / 1_000_000_000:.1f} GB"


def number(value: int) -> str:
    """A number in groups of three: "12 000"."""
    return f"{value:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def counted(value: int, thing: str) -> str:
    """A number and its thing: "1 thread", "214 threads"."""
    return f"{number(value)} {thing}" if value == 1 else f"{number(value)} {thing}s"
