"""What stands beside a mail being written, and never in it: the client's questions, their tone, the files."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.strip import Strip

from widgets.cells import cut, steady, wrap
from widgets.drawing import Inked, Piece
from widgets.words import counted


@dataclass(frozen=True, slots=True)
class Beside:
    """`questions`: each with whether the text takes it up. `named`: the time that the mail names. `files`: with sizes.

    `missing`: who would get the answer, but no longer stands in To or Cc.
    """

    questions: tuple[tuple[str, bool], ...] = ()
    tone: str = ""
    named: str = ""
    files: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class SidePanel(VerticalScroll, can_focus=False):
    """All of it, below each other."""

    DEFAULT_CSS = """
    SidePanel { padding: 0 1 0 2; background: $background; scrollbar-size-vertical: 1; }
    """

    def __init__(self) -> None:
        self._lines = _Lines()
        super().__init__(self._lines)

    def show(self, beside: Beside) -> None:
        """Show this from now on."""
        self._lines.show(beside)


class Fold(Inked):
    """All of it in one line, for a narrow window."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Fold { height: 1; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._beside = Beside()

    def show(self, beside: Beside) -> None:
        """Show this from now on."""
        self._beside = beside
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line, the warning first: the end is what may be cut."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.ground)
        pieces: list[Piece] = []
        for text, ink in _short(self._beside):
            pieces += [(" · " if pieces else " ", "quiet"), (text, ink)]
        return self.draw(_cropped(pieces, width), width, self.ground)


class _Lines(Inked):
    DEFAULT_CSS = """
    _Lines { height: auto; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._beside = Beside()

    def show(self, beside: Beside) -> None:
        if beside != self._beside:
            self._beside = beside
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(_long(self._beside, width))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        lines = _long(self._beside, width)
        return self.draw(lines[y] if y < len(lines) else [], width, self.ground)


def _short(beside: Beside) -> list[Piece]:
    pieces: list[Piece] = []
    if beside.missing:
        pieces.append((f"! without {', '.join(map(steady, beside.missing))}", "soon"))
    if beside.questions:
        still = sum(not taken for _, taken in beside.questions)
        left = f"{still} open" if still else "all in the text"
        pieces.append((f"{counted(len(beside.questions), 'question')}, {left}", "strong" if still else ""))
    pieces += [(counted(len(beside.files), "file"), "")] if beside.files else []
    pieces += [(beside.tone, "")] if beside.tone else []
    pieces += [(f"names {beside.named}", "")] if beside.named else []
    return pieces or [("No open question was found", "quiet")]


def _cropped(pieces: list[Piece], width: int) -> list[Piece]:
    cropped: list[Piece] = []
    room = width - 1
    for text, ink in pieces:
        cropped.append((cut(text, room), ink))
        room -= cell_len(text)
    return cropped


def _long(beside: Beside, width: int) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[("They ask", "strong")]]
    for number, (question, taken) in enumerate(beside.questions, 1):
        head = f"{number} "
        first, *more = wrap(steady(question), width - 2 - len(head)) if question.strip() else ("",)
        lines.append([("✓ " if taken else "○ ", "quiet" if taken else "accent"), (head, "quiet"), (first, "")])
        lines += [[(" " * (2 + len(head)) + line, "")] for line in more]
    if not beside.questions:
        lines.append([("No open question was found.", "quiet")])
    for title, facts, ink in (
        ("The mail names", (beside.named,) if beside.named else (), ""),
        ("Attached", beside.files, ""),
        ("Tone", (beside.tone,) if beside.tone else (), ""),
        ("No longer in To or Cc", beside.missing, "soon"),
    ):
        if facts:
            lines += [[], [(title, "strong")]]
            lines += [[(line, ink)] for fact in facts for line in wrap(steady(fact), width)]
    return lines
