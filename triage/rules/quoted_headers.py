"""Where the header of an older mail stands in a mail, as Outlook, Notes, web mailers and phones quote it.

Each line is looked at a bounded number of times.
"""

from __future__ import annotations

import re

from triage.rules.header_words import FIELDS, Field
from triage.rules.mail_lines import MailLines, is_rule
from triage.rules.quote_marks import FORWARDED, MAIL, ORIGINAL

_LONGEST_BLOCK = 60  # lines, those of long lists of recipients among them
_FIELD_WITHIN = 34  # characters of a line stands a field's name, its colon with it
_LONGEST_VALUE = 25  # lines into which one value may be wrapped
_CAPTION_WORDS = 3
_GAP = 2  # empty lines between two fields
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AP]M)?(?: [A-Z]{2,5}| ?[+-]\d{4})?"
_MOMENT = re.compile(rf"{_DAY},? {{0,3}}{_TIME}", re.IGNORECASE)
_ENDS_IN_MOMENT = re.compile(rf"\b{_DAY},? {{0,3}}{_TIME}$", re.IGNORECASE)
_TIME_ALONE = re.compile(_TIME, re.IGNORECASE)
_ENDS_IN_DAY = re.compile(rf"\b{_DAY}$")
_NO_NAME = re.compile(r"[.?!:;,]$|^[-*•]")
_RESPOND = re.compile(r"(?:please respond to|bitte antworten an|sent by|gesendet von)\b", re.IGNORECASE)
_FIELD_INSIDE = re.compile(r"([^\W\d_]{2,15}) ?:")
_STARTS = frozenset({Field.FROM, Field.DATE, Field.TO, Field.SUBJECT})


def field_of(line: str) -> Field | None:
    """The field of a header that a line begins with ("*From:* Ann"), None where it begins with none."""
    name, colon, _ = line[:_FIELD_WITHIN].partition(":")
    if not colon:
        name, colon, _ = line[:_FIELD_WITHIN].partition("：")
    return FIELDS.get(name.strip("*_ \t|").lower()) if colon else None


def find_header(lines: MailLines, at: int) -> tuple[int, int] | None:
    """The first line of a quoted header and the line behind its last field, where a field of it stands at `at`.

    A header says who wrote and at least two things more, subject or an address among them: "from Berlin, to Munich,
    date" is a traveller's wish. Notes writes the writer and the time in lines of their own above the field "To".
    """
    first = field_of(lines.bare[at])
    if first not in _STARTS:
        return None
    fields, addresses, end = _fields(lines, at, first)
    start = _with_writer_above(lines, at) if Field.FROM not in fields else at
    has_rule = start > 0 and _rule_above(lines, start) != start
    if not _is_header(fields, addresses or has_rule, start < at):
        return None
    return _rule_above(lines, start), end


def _fields(lines: MailLines, at: int, first: Field) -> tuple[set[Field], bool, int]:
    """Which fields stand here, whether an address does, and where they end; none of them stands twice."""
    fields, last, field, gap, wrapped = {first}, at, first, 0, 0
    addresses = first in (Field.FROM, Field.TO) and "@" in lines.bare[at]
    if first is Field.FROM:
        fields |= _fields_inside(lines.bare[at])
    for place in range(at + 1, min(len(lines.bare), at + _LONGEST_BLOCK)):
        line = lines.bare[place]
        if not line:
            gap += 1
            if gap > _GAP:
                break
            continue
        found = field_of(line)
        if lines.marked[place] or (found in fields and found is not Field.OTHER):
            break
        if found is None:
            wrapped += 1
            if gap or wrapped > _LONGEST_VALUE:
                break
        else:
            fields.add(found)
            field, last, gap, wrapped = found, place, 0, 0
        addresses = addresses or (field in (Field.FROM, Field.TO, Field.COPY) and "@" in line)
    return fields - {Field.OTHER}, addresses, last + 1


def _fields_inside(line: str) -> set[Field]:
    """The fields of a header that was run together into one line."""
    found = {field for name in _FIELD_INSIDE.findall(line)[1:] if (field := FIELDS.get(name.lower()))}
    return found if len(found) > 1 else set()


def _is_header(fields: set[Field], addressed: bool, has_writer_above: bool) -> bool:
    told = Field.SUBJECT in fields or addressed
    if Field.FROM in fields:
        return told and (
            len(fields) >= 3 or (addressed and bool(fields & {Field.DATE, Field.SUBJECT}) and len(fields) == 2)
        )
    if has_writer_above:
        return Field.TO in fields and len(fields) >= 2
    return {Field.TO, Field.DATE, Field.SUBJECT} <= fields and addressed


def _with_writer_above(lines: MailLines, at: int) -> int:
    """Where the writer's name and the time stand above a field (Notes), else `at`."""
    above = lines.filled_above(at, 3)
    if above >= 0 and _RESPOND.match(lines.bare[above]):
        above = lines.filled_above(above, 1)
    if above < 0:
        return at
    if _MOMENT.fullmatch(lines.bare[above]):
        return _name_above(lines, above)
    if _ENDS_IN_MOMENT.search(lines.bare[above]):
        return above
    if _TIME_ALONE.fullmatch(lines.bare[above]) and above and _ENDS_IN_DAY.search(lines.bare[above - 1]):
        return above - 1
    return at


def _name_above(lines: MailLines, moment: int) -> int:
    above = lines.filled_above(moment, 1)
    if above >= 0 and _RESPOND.match(lines.bare[above]):
        above = lines.filled_above(above, 1)
    return above if above >= 0 and _is_name(lines.bare[above]) else moment


def _is_name(line: str) -> bool:
    words = line.split()
    return len(words) <= 10 and not _NO_NAME.search(line) and not words[0][0].islower()


def _rule_above(lines: MailLines, start: int) -> int:
    """A line of dashes right above a quoted header belongs to it, and so does "Original Message" (BlackBerry)."""
    above = lines.filled_above(start, 2)
    if above < 0:
        return start
    line = lines.bare[above].lower()
    is_caption = (
        len(line.split()) <= _CAPTION_WORDS and MAIL.search(line) and (ORIGINAL.search(line) or FORWARDED.search(line))
    )
    return above if is_caption or is_rule(line) else start
