"""Plain text being laid out line by line: paragraphs, quotes, lists and the cells of tables."""

from __future__ import annotations

from triage.mail.quotes import RULE, Quote, QuotedLines

_DEEPEST = 20  # lists that are shown inside each other
_SIGNATURE = "-- "


class Page:
    """Lines of text on the way; breaks wait until there is text to break, so that empty blocks leave no trace."""

    def __init__(self) -> None:
        self.preformatted = 0
        self.link_text: list[str] | None = None
        self._done = QuotedLines()
        self._line: list[str] = []
        self._breaks = 0
        self._space = False
        self._blank = False
        self._marker = ""
        self._lists: list[int | None] = []
        self._cells: list[int | None] = []  # a table: the line where its row's last cell began
        self._fresh = False  # at the start of a cell or quote, where no break is wanted
        self._separator = False
        self._signing = False  # text that comes is a signature

    @property
    def in_list(self) -> bool:
        """Text stands in a list, where paragraphs keep together."""
        return bool(self._lists)

    def text(self) -> str:
        """All lines; never two empty ones in a row, none at the ends."""
        self._end()
        lines: list[str] = []
        for line in self._done.finished():
            if line.strip("> ") or (lines and lines[-1].strip("> ")):
                lines.append(line)
        return "\n".join(lines).strip("\n")

    def write(self, text: str) -> None:
        """Add text; white space counts as one space unless it is preformatted."""
        if self.preformatted:
            self._write_lines(text)
            return
        words = text.split()
        if not words:
            self._space = self._space or bool(text)
            if "\xa0" in text and self._breaks and not self._fresh:
                self._end_if_due()
                self._blank = True
            return
        gap = self._space or text[0].isspace()
        self._add(" ".join(words), gap=gap)
        self._space = text[-1].isspace()

    def attach(self, text: str) -> None:
        """Add text right behind what was written last."""
        if self._line:
            self._line.append(text)

    def break_line(self, breaks: int) -> None:
        """What comes next stands on a new line, with an empty line between for 2."""
        if self._blank and not self._line:
            self.end_line()
        if not self._fresh:
            self._breaks = max(self._breaks, breaks)
        self._space = False

    def end_line(self) -> None:
        """End the line here, also where nothing stands on it."""
        if self._breaks and self._line:
            self._end()
        self._breaks = 0
        self._end(always=True)

    def rule(self) -> None:
        """A line across."""
        self.break_line(1)
        self._add(RULE, gap=False)
        self.break_line(1)

    def start_table(self) -> None:
        """Cells of a table inside a cell are its own."""
        self._cells.append(None)

    def end_table(self) -> None:
        """Go on with the table around."""
        if self._cells:
            self._cells.pop()
        self._fresh = False

    def start_row(self) -> None:
        """The next cell is the first of its row."""
        self._fresh = False
        if self._cells:
            self._cells[-1] = None

    def start_cell(self) -> None:
        """A cell stands beside the one before where that one was a single line, else under it."""
        if not self._cells:
            self._cells.append(None)
        if self._cells[-1] == len(self._done) and self._line:
            self._breaks = 0
            self._separator = True
        elif self._cells[-1] is not None:
            self._breaks = max(self._breaks, 1)
        self._end_if_due()
        self._cells[-1] = len(self._done)
        self._fresh = True

    def start_list(self, first: int, *, numbered: bool) -> None:
        """Items from here on are numbered from `first`, or have a dash."""
        self._lists.append(first if numbered else None)

    def end_list(self) -> None:
        """Go on with the list around."""
        if self._lists:
            self._lists.pop()

    def start_item(self) -> None:
        """The next text has the item's mark."""
        number = self._lists[-1] if self._lists else None
        self._marker = "  " * (min(len(self._lists), _DEEPEST) - 1) + ("- " if number is None else f"{number}. ")
        if number is not None:
            self._lists[-1] = number + 1

    def start_quote(self, quote: Quote) -> None:
        """Lines from here on belong together, as quotes or not."""
        self._end_if_due()
        self._done.start(quote)
        self._fresh = True

    def end_quote(self) -> None:
        """Go on with the quote around."""
        self._end()
        self._fresh = False
        self._done.end()

    def quote_below(self) -> None:
        """All lines from here on are another mail."""
        self._end_if_due()
        self._done.quote_below()

    def start_header(self) -> int:
        """What comes may be the header of another mail; its place is for `end_header`."""
        self._end_if_due()
        return len(self._done)

    def end_header(self, start: int) -> None:
        """If it was such a header, that mail goes on to the end."""
        self._end()
        self._done.end_header(start)

    def start_signature(self) -> None:
        """What comes is a signature, where the writer's own text stands above."""
        self._end_if_due()
        self._signing = self._done.is_own and self._done.last != _SIGNATURE.strip()

    def _write_lines(self, text: str) -> None:
        first, *others = text.split("\n")
        if first:
            self._add(first, gap=False)
        for line in others:
            self.end_line()
            if line:
                self._add(line, gap=False)

    def _add(self, text: str, *, gap: bool) -> None:
        self._end_if_due()
        if self._signing:
            self._signing = False
            self._done.add(_SIGNATURE)
        if self._separator and self._line:
            self._line.append(" | ")
        elif gap and self._line:
            self._line.append(" ")
        if self._marker:
            self._line.append(self._marker)
        self._line.append(text)
        if self.link_text is not None:
            self.link_text.append(f" {text}" if gap else text)
        self._marker, self._separator, self._fresh, self._blank = "", False, False, False

    def _end_if_due(self) -> None:
        if self._breaks:
            self._end()
            if self._breaks > 1 and self._done:
                self._done.add("")
        self._breaks = 0

    def _end(self, *, always: bool = False) -> None:
        if self._line or always:
            self._done.add("".join(self._line))
            self._line.clear()
        self._space = self._blank = self._separator = False
