"""The lines of a mail as the rules about quotes look at them: short, without white space around, quote marks known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from triage.rules.quote_marks import DASHES, INITIALS, PROMPTS, RULE

LONGEST = 400  # characters of a line that are looked at
_RULED = frozenset(DASHES + "·•ᐧ")


@dataclass(frozen=True, slots=True)
class MailLines:
    """`bare`: the first 400 characters of each line, stripped; `marked`: it bears a quote mark.

    `following` has for each place the next line that is not empty, from that place on, the number of lines where none
    is. `following` and `marked` have one entry more than there are lines.
    """

    bare: list[str]
    following: list[int]
    marked: list[bool]

    def next_filled(self, at: int) -> int:
        """The place of the first line that is not empty behind this one, the number of lines where none is."""
        return self.following[at + 1]

    def beside_marks(self) -> set[int]:
        """Filled lines without a mark right below a marked line, or above one over empty lines."""
        found: set[int] = set()
        if True in self.marked:
            for at, marked in enumerate(self.marked[:-1]):
                if marked and not self.marked[at + 1]:
                    found.add(at + 1)
                if marked and at and not self.marked[at - 1]:
                    found.add(self.filled_above(at, at))
        return {at for at in found if 0 <= at < len(self.bare) and self.bare[at] and not self.marked[at]}

    def filled_above(self, at: int, gap: int) -> int:
        """The place of the first filled line above this one, over at most `gap` empty ones; -1 where none is."""
        for above in range(at - 1, max(-1, at - 2 - gap), -1):
            if self.bare[above]:
                return above
        return -1


def is_rule(line: str) -> bool:
    """A stripped line of dashes, underscores or the like that parts what stands above and below."""
    return line[:1] in _RULED and RULE.fullmatch(line.replace(" ", "")) is not None


def look_at(lines: Sequence[str]) -> MailLines:
    """The lines, each looked at once; a line is marked where ">" is its first character but for three spaces."""
    bare = [line[:LONGEST].strip() for line in lines]
    following = [len(bare)] * (len(bare) + 1)
    for at in range(len(bare) - 1, -1, -1):
        following[at] = at if bare[at] else following[at + 1]
    marked = [line[:1] == ">" and raw[:4].lstrip(" ")[:1] == ">" for line, raw in zip(bare, lines, strict=True)]
    _mark_initials(bare, marked)
    return MailLines(bare, following, [*marked, False])


def _mark_initials(bare: Sequence[str], marked: list[bool]) -> None:
    """Lines with somebody's initials and ">" are marked where there are several; a console's prompt is none."""
    found = [(at, match[1]) for at, line in enumerate(bare) if ">" in line[1:5] and (match := INITIALS.match(line))]
    counts = Counter(name for _, name in found)
    for at, name in found:
        marked[at] = marked[at] or (counts[name] > 1 and name not in PROMPTS)
