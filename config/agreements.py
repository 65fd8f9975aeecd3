"""What is agreed with clients: limits for one or for a group of them, working hours, and sharper limits by a flag."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from config.durations import Length
from config.values import AddressOrDomain, HolidayCode, Language, Limit, Line, Word


class Agreed(Struct, frozen=True, forbid_unknown_fields=True):
    """What may be agreed with a client or with a group of them; nothing: as for everybody else.

    Under working hours "4h" is open time and "1d" the same time on the next working day.
    """

    reply_within: Limit = Length()
    """How long they may wait for a reply."""

    answer_within: Limit = Length()
    """How long after an acknowledgement their answer is due."""

    contact_every: Limit = Length()
    """How often to write to them while work is running."""

    emergency_every: Limit = Length()
    """The same while an emergency lasts."""

    nudge_after: Limit = Length()
    """How long a question of mine to them may stay without an answer before I ask again."""

    hours: Line = ""
    """The [hours] table that holds for them, or "always": the wall clock, day and night."""

    language: Language | Literal[""] = ""
    """The language they are written to; empty: that of their mails."""

    cc: bool = False
    """Whether their mail waits also where it reaches me only in Cc."""


class Client(Agreed, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is agreed with one client; the most particular match wins."""

    match: tuple[AddressOrDomain, ...]
    """Who it is: addresses, and "@domain" for every address there."""

    name: Line = ""
    """What they are called on the screen; empty: the name that their mails bear."""

    group: Line = ""
    """The [group] they belong to."""


class Group(Agreed, frozen=True, forbid_unknown_fields=True):
    """What is agreed with all clients of a group; a client's own limits go first."""


class Hours(Struct, frozen=True, forbid_unknown_fields=True):
    """Working hours that were agreed with clients (R25)."""

    zone: Word
    """The time zone whose clock the hours are read from, such as "Europe/Kyiv"."""

    open: dict[str, tuple[Word, ...]]
    """Days of the week, "mon" or "mon-fri", to their spans, each such as "09:00-18:00"."""

    days_off: tuple[Word, ...] = ()
    """Days without open hours: "2026-12-24", "2026-08-03..2026-08-14", or "12-24" for every year."""

    holidays: HolidayCode = ""
    """The country whose public holidays are closed, needs the extra "holidays"; empty: none."""


class Sharper(Struct, frozen=True, forbid_unknown_fields=True):
    """A limit that counts from the moment of a flag, where it ends sooner than the usual one."""

    reply_within: Limit = Length()
    """How long after the flag a client may wait for a reply; nothing: as without the flag."""


class Tones(Struct, frozen=True, forbid_unknown_fields=True):
    """Limits by how a client sounds."""

    delighted: Sharper = Sharper()
    """Flagged with 1."""

    calm: Sharper = Sharper()
    """Flagged with 2."""

    worried: Sharper = Sharper()
    """Flagged with 3."""

    annoyed: Sharper = Sharper()
    """Flagged with 4."""

    angry: Sharper = Sharper()
    """Flagged with 5."""
