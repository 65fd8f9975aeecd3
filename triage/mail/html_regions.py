"""Elements of HTML that are quotes, headers of quoted mail or signatures, and where each of them ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from triage.mail import html_marks as marks
from triage.mail.page import Page
from triage.mail.quotes import Quote

_MARKABLE = frozenset({"a", "div", "hr", "p", "pre", "section", "span", "table", "td"})
_NAMING = ("class", "id", "name", "data-marker")


class Mark(Enum):
    """What else a mail program can say with an element: another mail's header or all of it, or a signature."""

    HEADER = auto()
    BELOW = auto()
    SIGNATURE = auto()


def find_hints(html: str) -> list[str]:
    """What of `HINTS` stands in the whole HTML, which is in lower case."""
    return [hint for hint in marks.HINTS if hint in html]


def may_mark(name: str, attributes: str, hints: Sequence[str]) -> bool:
    """An element is worth `read_mark`."""
    if name not in _MARKABLE:
        return name == "blockquote"
    attributes = attributes.lower()
    return any(hint in attributes for hint in hints)


def read_mark(name: str, attributes: Mapping[str, str]) -> Quote | Mark | None:
    """What an element means by its attributes (names in lower case), None where it is only an element."""
    words = " ".join(attributes.get(naming, "") for naming in _NAMING).lower().split()
    names = {marks.SUFFIX.sub("", marks.PREFIX.sub("", word, count=1)) for word in words}
    style = attributes.get("style", "")
    if names & marks.BELOW or name == "hr":
        return Mark.BELOW if names & marks.BELOW else None
    if name == "blockquote":
        return _read_blockquote(names, attributes, style)
    if names & marks.REPLIES:
        return Quote.REPLY
    if names & marks.INTRODUCTIONS:
        return Quote.INTRODUCTION
    if names & marks.QUOTES or attributes.get("name", "").lower() == marks.NAMED_QUOTE:
        return Quote.CITED
    if names & marks.SIGNATURES or attributes.get("id", "").lower() in marks.SIGNATURE_IDS:
        return Mark.SIGNATURE
    if marks.SIGNATURE_BLOCK in attributes:
        return Mark.SIGNATURE
    if name == "div" and marks.OUTLOOK_QUOTE.search(style.replace(" ", "")):
        return Quote.CITED
    bordered = name == "div" and marks.HEADER_BORDER.search(style) and marks.HEADER_PADDING.search(style)
    return Mark.HEADER if bordered else None


def _read_blockquote(names: set[str], attributes: Mapping[str, str], style: str) -> Quote:
    told = attributes.get("type", "").lower() == "cite" or "cite" in attributes
    if told or any("quote" in word for word in names) or marks.QUOTE_BORDER.search(style):
        return Quote.CITED
    return Quote.INDENTED if marks.NO_BORDER.search(style) else Quote.BARE


class Regions:
    """The marked elements that are open. Each is opened and closed once, whatever else is left open inside."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._open: list[tuple[str, int, int | None]] = []  # name, how deep among its like, first line of a header
        self.counts: dict[str, int] = {}
        """How many elements of a name are open, of names that marked ones have had."""
        self._places: dict[str, list[int]] = {}

    def enter(self, name: str, mark: Quote | Mark | None) -> None:
        """An element begins; unless it is a mark, it only counts where others of its name are open."""
        if mark is Mark.BELOW:
            self._page.quote_below()
        elif mark is Mark.SIGNATURE:
            self._page.start_signature()
        if isinstance(mark, Quote):
            self._page.start_quote(mark)
            self._push(name, None)
        elif mark is Mark.HEADER:
            self._push(name, self._page.start_header())
        elif name in self.counts:
            self.counts[name] += 1

    def leave(self, name: str) -> None:
        """An element ends, and with it what was left open in it."""
        count = self.counts.get(name, 0)
        if not count:
            return
        self.counts[name] = count - 1
        places = self._places[name]
        if places and self._open[places[-1]][1] == count:
            place = places[-1]
            while len(self._open) > place:
                self._pop()

    def _push(self, name: str, header: int | None) -> None:
        self.counts[name] = self.counts.get(name, 0) + 1
        self._places.setdefault(name, []).append(len(self._open))
        self._open.append((name, self.counts[name], header))

    def _pop(self) -> None:
        name, count, header = self._open.pop()
        self._places[name].pop()
        self.counts[name] = min(self.counts[name], count - 1)
        if header is None:
            self._page.end_quote()
        else:
            self._page.end_header(header)
