"""Where the writer's own words end: above the block of name, title and addresses, and what programs add below it.

Greetings at the end and a name below them are the writer's words. In doubt a line is theirs. Each line is looked at a
bounded number of times.
"""

from __future__ import annotations

from triage.rules import signature_words as words
from triage.rules.footers import without_footers
from triage.rules.mail_lines import MailLines, is_rule

_LONGEST = 24  # lines of a signature that are looked at, empty ones left out
_BLOCK_GAP = 3  # lines from the greeting to the first one of a block that has a name in it
_MOST_PROSE = 4  # long lines above which nobody looks for a greeting
_ABOVE = 8  # lines above it that may say that it is what the mail is about
_LONGEST_SIGN_OFF = 60  # characters
_MOST_SIGN_OFF_WORDS = 6
_LONGEST_DETAIL = 100  # characters of a line of a signature that has no address in it
_MOST_DETAIL_WORDS = 9
_MOST_NAME_WORDS = 5
_LONGEST_NAME = 45
_SYMBOLS = "-–—*_~/| ,"
_AROUND_WORD = _SYMBOLS + ".!:;()…"


def own_end(lines: MailLines, start: int, end: int) -> int:
    """Where in the lines from `start` to `end` the writer's own words end; `start` where programs have added all."""
    cut = without_footers(lines, start, end)
    signed = _signature(lines, start, cut)
    return without_footers(lines, start, signed) if signed < cut else cut


def _signature(lines: MailLines, start: int, end: int) -> int:
    """Where the block below the name begins, `end` where there is none."""
    tail: list[int] = []
    signed, prose = None, 0
    for at in range(end - 1, start - 1, -1):
        line = lines.bare[at]
        if not line:
            continue
        prose = prose + 1 if len(line) > _LONGEST_SIGN_OFF and "//" not in line else 0
        if (
            prose > _MOST_PROSE
            or len(tail) == _LONGEST
            or (line[0] in words.POSTSCRIPT_STARTS and words.POSTSCRIPT.match(line))
        ):
            break
        tail.insert(0, at)
        if _sign_off(line) is not None:
            signed = at
            break
    block = _below_text(lines, tail) if signed is None else _below_sign_off(lines, signed, tail[1:])
    if not block:
        return end
    above = " ".join(lines.bare[max(start, block[0] - _ABOVE) : block[0]]).lower()
    return end if words.GIVES_ADDRESS.search(above) else block[0]


def _below_sign_off(lines: MailLines, signed: int, below: list[int]) -> list[int]:
    """The block below a line that greets and the name; links alone are none, nor is a line with an extension."""
    named = bool(below) and _signs(lines, signed, below)
    block = below[1:] if named else below
    texts = [lines.bare[at] for at in block]
    nick = bool(block) and _is_nick(lines, block[0])
    told = next((place for place, line in enumerate(texts) if place >= nick and not _is_detail(line)), len(texts))
    contacts = [line for line in texts[:told] if _is_contact(line)]
    if not texts or (told < len(texts) and (len(contacts) < 2 or any(line[-1] == "?" for line in texts))):
        return []
    at_home = words.HOME_PAGE.fullmatch(texts[-1]) is not None and (len(texts) == 1 or _is_name(texts[-2]))
    if len(texts) < 3 and at_home:
        return block if named or len(texts) > 1 else []
    if any(_is_personal(line) or _has_title(line) for line in texts[:told]):
        return block if named or len(texts) > 1 else []
    return block if len(texts) > 2 and not any(words.LINK.search(line) for line in texts) else []


def _signs(lines: MailLines, signed: int, below: list[int]) -> bool:
    """The first line is the name of who greets: right below, alone, or in the room that a letter has for it."""
    first = lines.bare[below[0]]
    if _sign_off(lines.bare[signed]) or not _is_name(first):
        return False
    alone = len(below) == 1 or below[1] > below[0] + 1 or len(first.split()) == 1
    return alone or not 1 < below[0] - signed <= _BLOCK_GAP


def _below_text(lines: MailLines, tail: list[int]) -> list[int]:
    """The block below own words that end without a greeting: a name, then addresses, set off by an empty line.

    Where two names have an address each, they are what the mail is about.
    """
    first = len(tail)
    while first > 0 and _is_detail(lines.bare[tail[first - 1]]):
        first -= 1
    if 0 < first < len(tail) and tail[first - 1] == tail[first] - 1 and _is_nick(lines, tail[first - 1]):
        first -= 1
    block = tail[first:]
    named = [
        place
        for place, at in enumerate(block)
        if _starts_paragraph(lines, at) and (_is_name(lines.bare[at]) or _is_nick(lines, at))
    ]
    contacts = [place for place, at in enumerate(block) if _is_contact(lines.bare[at])] if named else []
    if not contacts:
        return []
    last = named[-1]
    if len(named) > 1 and (len(lines.bare[block[last]].split()) < 2 or _has_title(lines.bare[block[last]])):
        last = named[-2]
    size = len(block) - last
    if size < 2 or contacts[-1] < last or any(named[0] <= contact < last for contact in contacts):
        return []
    texts = [lines.bare[at] for at in block[last:]]
    if not any(map(_is_personal, texts)):
        located = size > 2 and any(_has_title(line) or words.POSTAL.search(line) for line in texts)
        if not located and not (size == 2 and words.HOME_PAGE.fullmatch(texts[-1])):
            return []
    strong = size > 3 and sum(contact >= last for contact in contacts) > 1
    return block[last:] if _is_end_of_text(lines, block[last], strong=strong) else []


def _is_nick(lines: MailLines, at: int) -> bool:
    """A short name in small letters right above the full one."""
    below = lines.bare[at + 1] if at + 1 < len(lines.bare) else ""
    return lines.bare[at].isalpha() and len(below.split()) > 1 and _is_name(below)


def _starts_paragraph(lines: MailLines, at: int) -> bool:
    return at == 0 or not lines.bare[at - 1] or is_rule(lines.bare[at - 1])


def _is_end_of_text(lines: MailLines, at: int, *, strong: bool) -> bool:
    """What stands above is own text that comes to an end there; "call me here:" goes on."""
    above = lines.filled_above(at, 6)
    if above < 0 or lines.marked[above]:
        return False
    line = lines.bare[above]
    if line[-1] in '.!?…)"”»。！？' or is_rule(line) or _is_name(line) or words.LINK.search(line):
        return True
    return _sign_off(words.LAST_SENTENCE.sub("", line)) is not None or (strong and line[-1] not in ":,;-–")


def _sign_off(line: str) -> str | None:
    """What stands behind a greeting at the end, mostly a name or nothing; None where the line is no greeting."""
    if len(line) > _LONGEST_SIGN_OFF:
        return None
    line = line.partition("/")[0].rstrip() or line
    if line.partition(" ")[0].strip(_AROUND_WORD).lower() not in words.SIGN_OFF_STARTS:
        return None
    parts = line.replace(",", " , ").replace("!", " , ").split()
    said, behind = "", None
    for place, part in enumerate(parts[:_MOST_SIGN_OFF_WORDS]):
        if part != ",":
            said = f"{said} {part.strip(_AROUND_WORD).lower()}".lstrip()
            behind = place + 1 if said in words.SIGN_OFFS else behind
    if behind is None or line[-1] in "?:":
        return None
    rest = [other for other in parts[behind:] if other != ","]
    is_plain = line[-1] == "," or not any(other[0].islower() for other in rest)
    return " ".join(rest) if is_plain and len(rest) <= _MOST_NAME_WORDS else None


def _is_name(line: str) -> bool:
    plain = line.strip(_SYMBOLS)
    parts = plain.split()
    return (
        0 < len(parts) <= _MOST_NAME_WORDS
        and len(plain) <= _LONGEST_NAME
        and plain[-1] not in "?!:;"
        and not parts[0][0].islower()
        and not any(char.isdigit() or char in "@/<>=" for char in plain)
        and not any(other[0].islower() for other in parts if len(other) > 3)
    )


def _has_title(line: str) -> bool:
    return not words.TITLES.isdisjoint(line.lower().replace(",", " ").replace(".", " ").split())


def _is_personal(line: str) -> bool:
    """It has somebody's number or mailbox in it."""
    return words.PHONE.search(line) is not None or words.BOX.search(line) is not None


def _is_contact(line: str) -> bool:
    """A line of a signature with a number or an address, and few words beside it."""
    if not words.HINT.search(line):
        return False
    plain = line.lstrip(_SYMBOLS)
    if not (_is_personal(line) or words.LABEL.match(plain) or words.LINK.search(line) or words.EXTENSION.search(line)):
        return False
    said = words.WORD.findall(words.WHOLE_LINK.sub(" ", line))
    return sum(word.islower() for word in said) <= 4 or len(line) < 40


def _is_detail(line: str) -> bool:
    """A line of a signature: an address of any kind, a title, a name, a firm; no sentence."""
    if words.ITEM.match(line):
        return False
    is_sentence = line[-1] in "?!" or (line[-1] == "." and len(line.split()) > 3 and not _is_abbreviated(line))
    if is_sentence and not words.HINT.search(line):
        return False
    if is_rule(line) or _is_contact(line):
        return True
    found = words.WORD.findall(line)
    if is_sentence or line[-1] in ":;" or len(line) > _LONGEST_DETAIL or len(found) > _MOST_DETAIL_WORDS:
        return False
    if _has_title(line) or (words.HINT.search(line) and words.POSTAL.search(line)):
        return True
    long = [word for word in found if len(word) > 3] or found
    return sum(not word[0].islower() for word in long) * 2 >= len(long)


def _is_abbreviated(line: str) -> bool:
    return words.ABBREVIATED.search(line, max(0, len(line) - words.LONGEST_ABBREVIATED)) is not None
