"""What programs add below what somebody wrote: device lines, and footers of lists, scanners, mailboxes and firms.

Each line is looked at a bounded number of times.
"""

from __future__ import annotations

from triage.rules import device_words as devices
from triage.rules import footer_words as words
from triage.rules.mail_lines import MailLines, is_rule

_MOST_PARAGRAPHS = 5  # of one footer that is a notice of secrecy
_FEW_PARAGRAPHS = 3  # of another one
_LONGEST = 30  # lines of one of them, and of all that is searched for a notice
_LONGEST_NOTICE = 1500  # characters of those
_LONGEST_BANNER = 400
_SMALL = 4  # lines
_HEAD = 2  # lines of a paragraph that show whose it is
_LONGEST_HEAD = 300  # characters of those
_SYMBOLS = "-*_#>|~ "


def without_footers(lines: MailLines, start: int, end: int) -> int:
    """Where the lines from `start` to `end` end without what programs have added; `start` where they added all."""
    while end > start:
        cut = without_device(lines, start, end)
        if cut == end:
            cut = _above_footer(lines, start, end)
        if cut == end:
            return end
        end = cut
    return start


def without_device(lines: MailLines, start: int, end: int) -> int:
    """Where the lines from `start` to `end` end without device lines and empty ones as the last ones."""
    while end > start and (not lines.bare[end - 1] or is_device(lines.bare[end - 1])):
        end -= 1
    return end


def own_start(lines: MailLines, start: int, end: int) -> int:
    """Where the writer's own words begin: below a device line at the very top, or a warning by a server."""
    first = lines.following[start]
    if first >= end:
        return start
    if is_device(lines.bare[first]):
        return first + 1
    below = first
    while below < end and lines.bare[below]:
        below += 1
    banner = " ".join(lines.bare[first:below])[:_LONGEST_BANNER] if below - first <= _SMALL else ""
    return below if words.BANNER.match(banner) else start


def is_device(line: str) -> bool:
    """A line that a phone or a mail program adds: "Sent from my iPhone"."""
    if len(line) > devices.LONGEST_LINKED:
        return False
    plain = line
    if line[-1] in ">)]" or "//" in line:
        plain = devices.LINKED.sub("", line).replace("[", "").replace("]", "").strip("()<> ")
    if len(plain) > devices.LONGEST:
        return False
    if devices.ALONE.fullmatch(plain) or devices.MY_DEVICE.fullmatch(plain) or devices.SENT_LAST.match(plain):
        return True
    if devices.SENT_FROM.match(plain):
        if len(plain.split()) > devices.MOST_WORDS or devices.TOLD.search(plain):
            return False
        return plain != line or devices.DEVICE.search(plain) is not None
    return "utlook" in plain and _gets_outlook(plain)


def _gets_outlook(line: str) -> bool:
    said = line.lower().split()
    gets = not devices.GET.isdisjoint(said) or any(word.endswith("を入手") for word in said)
    return gets and len(said) <= devices.MOST_GET_WORDS and devices.GET_OUTLOOK.search(line) is not None


def _above_footer(lines: MailLines, start: int, end: int) -> int:
    """Where the text ends above a footer of one or a few paragraphs, `end` where none stands there."""
    last = end
    text = "\n".join(lines.bare[max(start, end - _LONGEST) : end])[-_LONGEST_NOTICE:].lower()
    secret = any(map(text.__contains__, words.NOTICE if text.isascii() else words.NOTICE_ANYWHERE))
    for place in range(_MOST_PARAGRAPHS if secret else _FEW_PARAGRAPHS):
        first = _paragraph(lines, start, last)
        found = _footer(lines.bare[first:last], secret=secret, last_one=place == 0)
        if found is not None:
            return _without_rules(lines, start, first + found)
        last = first
        while last > start and not lines.bare[last - 1]:
            last -= 1
        if last == start or any(line[-1:] == "?" for line in lines.bare[first:end]):
            break
    return end


def _paragraph(lines: MailLines, start: int, end: int) -> int:
    """Where the paragraph begins whose last line stands above `end`."""
    first = end - 1
    while first > start and lines.bare[first - 1] and end - first < _LONGEST:
        first -= 1
    return first


def _without_rules(lines: MailLines, start: int, end: int) -> int:
    while end > start and (not lines.bare[end - 1] or is_rule(lines.bare[end - 1])):
        end -= 1
    return end


def _footer(paragraph: list[str], *, secret: bool, last_one: bool) -> int | None:
    """The line of a paragraph from which on it was added, None where none was; less plain marks count in a last one."""
    ruled = filled = 0
    for place, line in enumerate(paragraph):
        if is_rule(line):
            ruled += 1
            continue
        filled += 1
        if filled > _HEAD and not secret:
            return None
        if filled <= _HEAD and (any(map(line.__contains__, words.LISTS)) or words.NAMED_LIST.match(line)):
            return 0
        head, below = line.lstrip(_SYMBOLS), paragraph[place:]
        if head.partition(" ")[0].rstrip(":.,").lower() in words.STARTS and (
            (filled <= _HEAD and words.LIST.match(head) and _is_list(below)) or (secret and _is_notice(head, below))
        ):
            return place
        if last_one and filled == 1 and len(below) <= _SMALL and _is_small(head, below, ruled=ruled > 0):
            return place
    return 0 if last_one and not filled else None


def _is_list(below: list[str]) -> bool:
    """A list speaks, and no person about lists."""
    text = " ".join(below)
    return words.LINKED.search(text) is not None and words.PERSON.search(text) is None


def _is_notice(head: str, below: list[str]) -> bool:
    """A notice of secrecy begins here: its first lines speak of the mail, own words above it do not."""
    if words.NOTICE_HEAD.match(head):
        return True
    if not words.THIS_MAIL.search(" ".join(below[:_HEAD])[:_LONGEST_HEAD]):
        return False
    text = " ".join(below)[:_LONGEST_NOTICE].lower()
    return any(map(text.__contains__, words.NOTICE_ANYWHERE)) and words.MISTAKE.search(text) is not None


def _is_small(head: str, below: list[str], *, ruled: bool) -> bool:
    """A scanner, a friend of trees, or below a line of dashes a provider speaks."""
    text = " ".join(below)
    if ruled and words.AD.search(text):
        return True
    if head.partition(" ")[0].rstrip(":.,").lower() not in words.STARTS or words.PERSON.search(text):
        return False
    low = text.lower()
    if any(map(low.__contains__, words.SCANNER)) and words.SCANNED.search(text):
        return True
    return any(map(low.__contains__, words.PRINT)) and words.PRINTING.search(text) is not None
