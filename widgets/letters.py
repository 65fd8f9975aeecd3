"""A conversation laid out as lines: the newest message first, quotes folded, attachments and links named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.cells import cell_len

from widgets.cells import steady, wrap
from widgets.drawing import Piece
from widgets.words import counted


class Section(Protocol):
    """A run of lines of a mail's text, quoted or the writer's own."""

    @property
    def quoted(self) -> bool:
        """Whether the lines are quoted from another mail."""

    @property
    def lines(self) -> Sequence[str]:
        """The lines, without line ends."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to be drawn: `text` is None until it has been read.

    `note` says what it is if no person's mail, `reason` why or, of a mail that came back, for whom.
    """

    key: str
    who: str
    when: str
    text: str | None
    note: str = ""
    reason: str = ""
    attachments: tuple[str, ...] = ()
    links: int = 0


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation to be drawn: its subject, what is known of the thread, its letters newest first.

    `missing` stands where a text is not there yet.
    """

    thread_id: str
    subject: str
    facts: tuple[str, ...]
    letters: tuple[Letter, ...]
    missing: str = "The text is being read …"


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line: its pieces, the message it belongs to, and the fold that a click on it opens."""

    pieces: tuple[Piece, ...]
    letter: int | None = None
    fold: tuple[int, int] | None = None


class Layout:
    """Lines of a conversation for one width, made as they are needed; `unfolded` holds the folds that are open."""

    def __init__(
        self,
        talk: Talk,
        width: int,
        fold: Callable[[str], Sequence[Section]],
        unfolded: Callable[[tuple[int, int]], bool],
    ) -> None:
        self.lines: list[Drawn] = []
        self.done = False
        self._talk = talk
        self._width = max(width, 10)
        self._fold = fold
        self._unfolded = unfolded
        self._rest = self._draw()

    def reach(self, line: int) -> None:
        """Lay out lines up to this one, or all there are."""
        while not self.done and len(self.lines) <= line:
            drawn = next(self._rest, None)
            if drawn is None:
                self.done = True
            else:
                self.lines.append(drawn)

    def _draw(self) -> Iterator[Drawn]:
        talk = self._talk
        count = counted(len(talk.letters), "message")
        for line in wrap(steady(talk.subject) or "(no subject)", self._width):
            yield Drawn(((line, "title"),))
        for fact in (*talk.facts, count):
            yield from (Drawn(((line, "quiet"),)) for line in wrap(steady(fact), self._width))
        for place, letter in enumerate(talk.letters):
            yield Drawn((("─" * self._width, "faint"),), place)
            yield from self._letter(place, letter)

    def _letter(self, place: int, letter: Letter) -> Iterator[Drawn]:
        who = steady(letter.who)
        note = f"  {letter.note}" if letter.note else ""
        room = self._width - len(letter.when) - len(note) - 2
        first, *_ = wrap(who, max(room, 10))
        gap = " " * max(2, self._width - cell_len(first) - len(note) - len(letter.when))
        yield Drawn(((first, "strong"), (note, "soon"), (gap, ""), (letter.when, "quiet")), place)
        if letter.reason:
            yield from (Drawn(((line, "quiet"),), place) for line in wrap(steady(letter.reason), self._width))
        if letter.text is None:
            yield Drawn(((self._talk.missing, "quiet"),), place)
        else:
            for number, section in enumerate(self._fold(letter.text)):
                yield from self._section(place, number, section)
        yield from (Drawn((("  attached  ", "accent"), (steady(name), ""))) for name in letter.attachments)
        if letter.links:
            yield Drawn(((f"  {counted(letter.links, 'link')} · v lists them", "quiet"),), place)
        yield Drawn((), place)

    def _section(self, place: int, number: int, section: Section) -> Iterator[Drawn]:
        fold = (place, number)
        if not section.quoted:
            yield from self._text(section.lines, place, "")
        elif self._unfolded(fold):
            yield Drawn(((f"  ▾ {counted(len(section.lines), 'quoted line')}", "accent"),), place, fold)
            yield from self._text(section.lines, place, "quiet")
        else:
            yield Drawn(((f"  ▸ {counted(len(section.lines), 'quoted line')}", "accent"),), place, fold)

    def _text(self, lines: Sequence[str], place: int, ink: str) -> Iterator[Drawn]:
        for line in lines:
            for piece in wrap(steady(line.expandtabs(4)), self._width):
                yield Drawn(((piece, ink),), place)
