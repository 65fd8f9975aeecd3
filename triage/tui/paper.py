"""What the composer consists of on the screen, and what the person has written on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from textual.containers import Container, Horizontal

from config.keymap import Place, keys_at
from triage.mail.clean import clean_text
from triage.model.draft import Draft, Sheet
from triage.model.message import Address
from triage.tui.composer_words import KIND_LABELS, KINDS, beside_of, facts_of, file_name, names_of, short_key, size_of
from triage.tui.letter_text import beginning, blanks_in, next_blank
from triage.tui.recipients import RecipientError, line_of, missing_of, read_line
from triage.tui.wording import trouble_of
from widgets.address_line import AddressLine
from widgets.drawing import Piece
from widgets.footer import Footer
from widgets.kind_bar import KindBar
from widgets.letter_area import LetterArea
from widgets.notice import Notice
from widgets.sheet_head import SheetHead
from widgets.side_panel import Fold, SidePanel

_BESIDE_COLUMNS = 100


class Paper(Container):
    """Head, recipients, kinds, text, what stands beside it, a notice and the keys."""

    DEFAULT_CSS = """
    Paper {
        & > .middle {
            height: 1fr;
            border-top: solid $foreground 20%;
            border-bottom: solid $foreground 20%;
        }
        LetterArea { width: 3fr; }
        SidePanel { width: 2fr; max-width: 56; display: none; border-left: solid $foreground 20%; }
        &.-beside SidePanel { display: block; }
        &.-beside Fold { display: none; }
    }
    """

    def __init__(self, sheet: Sheet, zone: tzinfo) -> None:
        draft = sheet.draft
        self.state: Piece = ("", "")
        self._sheet = sheet
        self._zone = zone
        self._everybody = draft.to + draft.cc
        self._sizes: dict[str, int | None] = {}
        self.to = AddressLine("To", line_of(draft.to))
        self.cc = AddressLine("Cc", line_of(draft.cc))
        self.area = LetterArea(draft.text, clean_text)
        self.bar = KindBar([KIND_LABELS[kind] for kind in KINDS])
        self.notice = Notice()
        self._head = SheetHead()
        self._fold = Fold()
        self._panel = SidePanel()
        self._footer = Footer(typing=True)
        super().__init__(
            self._head,
            self.to,
            self.cc,
            self.bar,
            self._fold,
            Horizontal(self.area, self._panel, classes="middle"),
            self.notice,
            self._footer,
        )

    def on_resize(self) -> None:
        """In a wide window the questions stand beside the text, in a narrow one they are folded to a line."""
        self.set_class(self.app.size.width >= _BESIDE_COLUMNS, "-beside")

    @property
    def content(self) -> tuple[str, str, str]:
        """All that can be typed: it has changed when this has."""
        return self.area.text, self.to.value, self.cc.value

    def written(self, draft: Draft) -> Draft:
        """The draft with what the person has written; a line of recipients that cannot be read is left out."""
        return replace(
            draft,
            text=self.area.text,
            to=_people(self.to.value, draft.to),
            cc=_people(self.cc.value, draft.cc),
        )

    def unreadable(self, draft: Draft, say: Callable[[Sequence[Piece]], None]) -> bool:
        """Whether something is wrong with the recipients: it is said, and the line gets the keys."""
        for line, known in ((self.to, draft.to), (self.cc, draft.cc)):
            try:
                people = read_line(line.value, known)
            except RecipientError as error:
                why = error.why
            else:
                why = "" if people or line is self.cc else "Nobody stands in To."
            if why:
                line.enter()
                say(trouble_of(why))
                return True
        return False

    def show(self, draft: Draft, now: datetime) -> None:
        """Show how the mail stands."""
        sizes = [self._size_of(path) for path in draft.attachments]
        missing = missing_of(self._everybody, draft.to + draft.cc)
        beside = beside_of(self._sheet, draft, missing, sizes, now, self._zone)
        self._head.show(names_of(draft), draft.subject, facts_of(draft), self.state)
        self._panel.show(beside)
        self._fold.show(beside)
        useless = set() if self._sheet.questions else {"quote_questions"}
        useless |= set() if blanks_in(draft.text) else {"next_blank"}
        keys = [key for key in keys_at(Place.COMPOSER) if key.footer is not None and key.id not in useless]
        self._footer.show([(short_key(key), key.label) for key in sorted(keys, key=lambda key: key.footer or 0)])

    def to_text(self) -> None:
        """The text takes the keys."""
        self.bar.close()
        self.area.focus()

    def to_blank(self, place: int) -> bool:
        """Mark the next blank from there; False where there is none."""
        blank = next_blank(self.area.text, place)
        if blank:
            self.area.mark(*blank)
        return blank is not None

    def to_beginning(self) -> None:
        """To the first blank, or where writing begins."""
        if not self.to_blank(0):
            start = beginning(self.area.text)
            self.area.mark(start, start)

    def gone(self, draft: Draft) -> str:
        """The name of a file that is not where it was when it was attached, or ""."""
        self._sizes.clear()
        return next((file_name(path) for path in draft.attachments if self._size_of(path) is None), "")

    def _size_of(self, path: str) -> int | None:
        if path not in self._sizes:
            self._sizes[path] = size_of(path)
        return self._sizes[path]


def _people(line: str, known: tuple[Address, ...]) -> tuple[Address, ...]:
    try:
        return read_line(line, known)
    except RecipientError:
        return known
