"""Which lines of a mail say who wrote what is quoted below them ("On … wrote:"), in any of many languages.

Each line is looked at a bounded number of times.
"""

from __future__ import annotations

from triage.rules import attribution_words as words
from triage.rules.mail_lines import LONGEST, MailLines

_MOST_LINES = 6
_LONGEST = 300  # characters, all lines together
_GROWN_LINES = 3  # into which one that begins with a name may be wrapped
_MOST_BEFORE = 60  # characters before an address or a verb where no date stands
_MOST_NAME_WORDS = 6
_LONGEST_SINGLE = 120  # characters of a line that says when, above one that says who
_SHORT_WORD = 5  # characters of a word that may end in a dot within a sentence
_SHORT_LINE = 12  # characters of a last line that is looked at together with the one above
_EDGES = "-–—*_ "
_BEHIND_COLON = "-–—*_ >)\"”»'"
_MAY_END = frozenset(":：" + _EDGES + _BEHIND_COLON)  # one of these ends whatever has a colon at its end


def find_attribution(lines: MailLines, last: int, *, marked: bool) -> int | None:
    """The first line of an attribution whose last line is `last`, None where there is none.

    `marked`: quote marks follow. Where none do, all that follows is taken for the quote, and more is asked of it.
    """
    line = lines.bare[last]
    if not marked and line[-1:] not in _MAY_END and "@" not in line:
        return None
    line = line.rstrip(_EDGES)
    if not line or len(line) > _LONGEST:
        return None
    if (
        not _has_colon(line)
        and not marked
        and not ("@" in line and line.rpartition(" ")[2].lower() in words.LAST_WORDS)
    ):
        return None
    if not _may_say_who(line if last == 0 or len(line) > _SHORT_LINE else f"{lines.bare[last - 1]} {line}"):
        return None
    first = _begun(lines, last, marked)
    return _grown(lines, last, marked) if first is None else first


def _has_colon(text: str) -> bool:
    return text.rstrip(_BEHIND_COLON).endswith((":", "："))


def _may_say_who(line: str) -> bool:
    """A line without figure, address and verb is no end of an attribution."""
    return words.FIGURE.search(line) is not None or _says_who(line)


def _says_who(text: str) -> bool:
    """It has an address or a verb in it."""
    return (
        "@" in text
        or not words.VERBS.isdisjoint(words.WORD.findall(text.lower()))
        or (not text.isascii() and words.WROTE_UNSPACED.search(text) is not None)
    )


def _joined(lines: MailLines, first: int, last: int) -> str:
    return " ".join(" ".join(lines.bare[first : last + 1]).split()).strip(_EDGES)


def _begun(lines: MailLines, last: int, marked: bool) -> int | None:
    """The nearest line that begins as an attribution does, with a date, if all from there on is one."""
    for first in range(last, max(-1, last - _MOST_LINES), -1):
        if first < last and not lines.bare[first] and lines.bare[first + 1][:1] == "<":
            continue  # some programs set the address apart
        if first < last and not _goes_on(lines, first):
            return None
        text = _joined(lines, first, last)
        if len(text) > _LONGEST:
            return None
        if _says_who(text) and words.STARTER.match(text) and words.DATE_EARLY.match(text):
            # Lines further up could not make one of what is none from its date on.
            return _with_date_above(lines, first) if _is_begun(text, marked, _own_quote(lines, last)) else None
    return None


def _goes_on(lines: MailLines, at: int) -> bool:
    """The line may go on in the next one: it ends no sentence, short words with a dot aside."""
    line = lines.bare[at]
    if not line or lines.marked[at] or len(line) >= LONGEST:
        return False
    return not words.SENTENCE_END.search(line) or (line[-1] == "." and len(line.rpartition(" ")[2]) <= _SHORT_WORD)


def _own_quote(lines: MailLines, last: int) -> bool:
    below = lines.next_filled(last)
    return below < len(lines.bare) and words.OWN_QUOTE.match(lines.bare[below]) is not None


def _with_date_above(lines: MailLines, first: int) -> int:
    """One line more where that one says the day and this one begins with the hour ("at 12:00 …")."""
    head = lines.bare[first][0]
    if first == 0 or not (head.islower() or head.isdigit()) or not _goes_on(lines, first - 1):
        return first
    above = lines.bare[first - 1]
    dated = len(above) <= _LONGEST_SINGLE and words.STARTER.match(above) and words.HAS_DATE.search(above)
    return first - 1 if dated else first


def _small(text: str) -> str:
    """The text in small letters, each in its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(letter.lower()[:1] for letter in text)


def _is_begun(text: str, marked: bool, own_quote: bool) -> bool:
    """Whether a text that begins with a date introduces a quote."""
    said = _small(text)
    if words.I_WROTE.search(said):
        return False
    addressed = "@" in text and words.ADDRESS_SET_OFF.search(text) is not None
    if words.YOU_WROTE.search(said):
        return marked or addressed
    wrote = words.WROTE.search(said) is not None
    if wrote or words.SENT.search(said):
        return marked or addressed or (wrote and not own_quote)
    return addressed and words.ADDRESS_LAST.search(text) is not None and (marked or _has_colon(text))


def _grown(lines: MailLines, last: int, marked: bool) -> int | None:
    """The first line where the lines up to `last` begin with the writer's name or address."""
    for first in range(last, max(-1, last - _GROWN_LINES), -1):
        if first < last and not _goes_on(lines, first):
            return None
        text = _joined(lines, first, last)
        if len(text) > _LONGEST:
            return None
        is_strong = marked or "@" in text or words.HAS_DAY.search(text)
        if is_strong and _says_who(text) and not words.UNFINISHED.match(text) and _is_named(text, marked):
            return first
    return None


def _is_named(text: str, marked: bool) -> bool:
    """Whether a text that begins with a name introduces a quote: "Ann <…> wrote:", "Ann schrieb am 2.3.2026:"."""
    said = _small(text)
    if words.I_WROTE.search(said):
        return False
    if not _has_colon(text):
        return marked and text.rpartition(" ")[2].lower() in words.LAST_WORDS and len(text.split()) <= _MOST_NAME_WORDS
    addressed = words.ADDRESS_SET_OFF.search(text) if "@" in text else None
    if words.CITED.match(text):
        return marked or addressed is not None
    if addressed is not None and (marked or words.LED.match(text)) and words.MOMENT_LAST.search(text):
        return True
    wrote = words.WROTE.search(said)
    if marked:
        return wrote is not None or words.YOU_WROTE.search(said) is not None
    if (
        wrote is None
        or words.YOU_WROTE.search(said)
        or (text[0].islower() and (addressed is None or addressed.start() > 0))
    ):
        return False
    if addressed is not None:
        near = addressed.start() <= _MOST_BEFORE or words.HAS_DATE.search(text) is not None
        return addressed.start() < wrote.start() and near
    return wrote.start() <= _MOST_BEFORE and words.HAS_DAY.search(text, wrote.end()) is not None
