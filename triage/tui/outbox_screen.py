"""The outbox: mails that have not left, why, and what can be done about each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from config.keymap import key_of
from triage.desk.port import DeskError
from triage.model.intents import Outcome
from triage.model.outgoing import OutChoice, OutMail
from triage.tui.crew import Crew, Latest
from triage.tui.outbox_words import choices_of, lines_of, question_of, title_of
from triage.tui.prompts import Question
from triage.tui.wording import trouble_of
from widgets.bindings import bindings
from widgets.drawing import Piece
from widgets.footer import Footer
from widgets.notice import Notice

if TYPE_CHECKING:
    from triage.desk.port import Desk
    from triage.tui.view import View

_EMPTY = "Nothing waits to leave."
_INKS = {"strong": "bold", "quiet": "$foreground 64%", "soon": "$warning", "accent": "$accent", "": ""}
_CHOICES = {
    "send_again": (OutChoice.AGAIN, "Send it"),
    "give_up": (OutChoice.GIVE_UP, "Give it up"),
    "has_arrived": (OutChoice.ARRIVED, "It has arrived"),
}


class OutboxScreen(Screen[None]):
    """Mails that hang; `changed` gets what became of a choice. `crew` may be the main screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "send_again", "give_up", "has_arrived", "move_down", "move_up", "back"
    )

    DEFAULT_CSS = """
    OutboxScreen {
        background: $background;
        & > .title { height: 2; padding-left: 1; border-bottom: solid $foreground 20%; }
        & > .choices { height: auto; padding-left: 1; border-top: solid $foreground 20%; }
        & > OptionList, & > OptionList:focus {
            height: 1fr;
            border: none;
            padding: 0;
            background: $background;
            background-tint: $foreground 0%;
            scrollbar-size-vertical: 1;
            & > .option-list--option { padding: 0; }
            & > .option-list--option-highlighted {
                background: $foreground 10%;
                color: $foreground;
                text-style: none;
            }
        }
    }
    """

    def __init__(
        self,
        desk: Desk,
        crew: Crew,
        view: View,
        clock: Callable[[], datetime],
        changed: Callable[[Outcome], None],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._crew = crew
        self._loading = Latest(crew)
        self._zone = view.zone
        self._clock = clock
        self._changed = changed
        self._mails: Sequence[OutMail] = ()
        self._drawn: list[Content] = []
        self._title = Static(classes="title", markup=False)
        self._options = OptionList(markup=False)
        self._choices = Static(classes="choices", markup=False)
        self._notice = Notice()
        self._footer = Footer()

    def compose(self) -> ComposeResult:
        """The mails, what can be done about the one under the cursor, a notice, the keys."""
        yield self._title
        yield self._options
        yield self._choices
        yield self._notice
        yield self._footer

    def on_mount(self) -> None:
        """Show what hangs, and go on looking: mails leave while the screen is open."""
        self._options.focus()
        back = key_of("back")
        self._footer.show([(back.first, back.label)])
        self._show(())
        self.tick()
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        """See what hangs now."""
        self._loading.do(self._desk.outbox, self._show, self._fail)

    def on_resize(self) -> None:
        """The server's words are wrapped to the window."""
        self._draw()

    @on(OptionList.OptionHighlighted)
    def show_choices(self) -> None:
        """Mark the mail under the cursor, and say what each key means for it."""
        self._draw()
        mail = self._here
        acts = choices_of(mail) if mail else ()
        parts: list[Content | tuple[str, str]] = []
        for act, means in acts:
            key = key_of(act)
            parts += [Content("\n")] if parts else []
            parts += [(f"{key.first} ", "$accent"), (f"{key.label}: ", "bold"), Content(means)]
        self._choices.update(Content.assemble(*parts))
        self._choices.display = bool(acts)

    def action_send_again(self) -> None:
        """Send the mail now."""
        self._choose("send_again")

    def action_give_up(self) -> None:
        """The mail shall not leave."""
        self._choose("give_up")

    def action_has_arrived(self) -> None:
        """The person knows that it has arrived."""
        self._choose("has_arrived")

    def action_move_down(self) -> None:
        """Go down."""
        self._options.action_cursor_down()

    def action_move_up(self) -> None:
        """Go up."""
        self._options.action_cursor_up()

    def action_back(self) -> None:
        """Back to the list."""
        self.dismiss()

    @property
    def _here(self) -> OutMail | None:
        """The mail that was painted under the cursor."""
        place = self._options.highlighted
        return self._mails[place] if place is not None and place < len(self._mails) else None

    def _choose(self, act: str) -> None:
        mail = self._here
        if mail is None or act not in dict(choices_of(mail)):
            self._notice.show([("There is no such choice for this mail.", "strong")] if mail else ())
            return
        choice, yes = _CHOICES[act]
        decide = partial(self._decide, mail.id, choice)
        if question := question_of(mail, act):
            self.app.push_screen(Question(question, yes), lambda answer: decide() if answer else None)
        else:
            decide()

    def _decide(self, entry: str, choice: OutChoice) -> None:
        self._crew.do(partial(self._desk.decide, entry, choice), self._decided, self._fail)

    def _decided(self, outcome: Outcome) -> None:
        self._changed(outcome)
        self._notice.show([(outcome.said, "strong")] if outcome.said else ())
        if outcome.outbox is not None:
            self._show(outcome.outbox)

    def _show(self, mails: Sequence[OutMail]) -> None:
        before, place = self._here, self._options.highlighted or 0
        same = [mail.id for mail in mails] == [mail.id for mail in self._mails]
        self._mails = mails
        self._title.update(Content.styled(title_of(len(mails)), "bold"))
        if not same or not self._drawn:
            self._drawn = [Content(f" {_EMPTY}")] if not mails else [Content("")] * len(mails)
            self._options.clear_options()
            self._options.add_options(self._drawn)
        if not same and mails:
            # The cursor stays on its mail, or where that was.
            ids = [mail.id for mail in mails]
            stays = before is not None and before.id in ids
            self._options.highlighted = ids.index(before.id) if before and stays else min(place, len(ids) - 1)
        self.show_choices()

    def _draw(self) -> None:
        """Put into the list what has changed in it since it was drawn last."""
        now, room = self._clock(), max(self.size.width - 3, 20)
        for place, mail in enumerate(self._mails):
            content = _content(lines_of(mail, now, self._zone, room), "▌" if mail is self._here else " ")
            if content != self._drawn[place]:
                self._drawn[place] = content
                self._options.replace_option_prompt_at_index(place, content)

    def _fail(self, error: DeskError) -> None:
        self._notice.show(trouble_of(error.why))


def _content(lines: Iterable[Sequence[Piece]], edge: str) -> Content:
    parts: list[Content | tuple[str, str]] = []
    for line in lines:
        parts += [(edge, "$accent"), *((text, _INKS[ink]) for text, ink in line), Content("\n")]
    return Content.assemble(*parts)
