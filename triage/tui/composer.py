"""The composer: a mail is written here, kept after each pause in typing, and leaves only on the person's key."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, TextArea

from config.keymap import key_of
from triage.desk.port import Desk, DeskError
from triage.local_zone import local_zone
from triage.model.draft import STATUS, Draft, Sheet, Template
from triage.model.intents import Outcome
from triage.tui.composer_menus import FilesMenu, LanguageMenu, path_prompt, time_prompt
from triage.tui.composer_words import KINDS, doubts_of, is_taken_up, returned_of
from triage.tui.crew import Crew
from triage.tui.dispatch import Dispatch
from triage.tui.external_editor import EditorError, edit_outside
from triage.tui.letter_text import quoted
from triage.tui.paper import Paper
from triage.tui.pen import Answer, Pen
from triage.tui.prompts import Question
from triage.tui.view import View
from triage.tui.wording import trouble_of
from widgets.bindings import bindings
from widgets.drawing import Piece
from widgets.kind_bar import KindBar

PAUSE, _TOLD = 0.7, 12  # seconds: without a key until the text is kept; for which a notice stays
_ATTACH = key_of("attach").first


def open_composer(
    app: App[None],
    desk: Desk,
    crew: Crew,
    thread_id: str,
    template: Template,
    view: View,
    clock: Callable[[], datetime],
    closed: Callable[[Outcome], None],
    failed: Callable[[DeskError], None],
    sent: Callable[[Draft], None] | None = None,
) -> None:
    """Open the composer over the list, with the thread's kept draft or a new one from the template.

    `Template.REPLY` goes straight to the text, `Template.DELAY` asks for the new time first, any other lets the person
    choose the kind. `crew` may be the main screen's. `closed` gets what became of it once the composer is left (sent,
    or kept), then `sent` the mail that leaves; `failed` gets the reason where it could not be opened.
    """

    def show(sheet: Sheet) -> None:
        app.push_screen(Composer(sheet, desk, crew, view, clock, closed, sent, opened_for=template))

    crew.do(partial(desk.write, thread_id, template), show, failed)


class Composer(Screen[None]):
    """One mail. Its keys come before the text's own; `opened_for` says what is asked first of one that is new."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "send",
        "save_draft",
        "kind",
        "name_time",
        "language",
        "quote_questions",
        "next_blank",
        "attach",
        "editor",
        "leave",
        priority=True,
    )

    DEFAULT_CSS = "Composer { background: $background; }"

    def __init__(
        self,
        sheet: Sheet,
        desk: Desk,
        crew: Crew,
        view: View,
        clock: Callable[[], datetime],
        closed: Callable[[Outcome], None],
        sent: Callable[[Draft], None] | None,
        *,
        opened_for: Template,
    ) -> None:
        super().__init__()
        self._opened = sheet
        self._clock = clock
        self._tell_list = closed
        self._tell_sent = sent
        self._asks_time = opened_for is Template.DELAY and not sheet.changed
        self._choosing = opened_for in STATUS and not (sheet.changed or self._asks_time)
        self._zone = view.zone or local_zone()
        self._dispatch = Dispatch(desk, crew, self, clock, self._zone)
        self._paper = Paper(sheet, self._zone)
        self._pen = Pen(desk, crew, sheet, self._paper, clock, self._zone, self._changed, self._may_replace, self.say)
        self._seen = self._paper.content
        self._left = False
        self._pause: Timer | None = None
        self._telling: Timer | None = None

    def compose(self) -> ComposeResult:
        """The paper is all."""
        yield self._paper

    def on_mount(self) -> None:
        """Begin where there is something to choose or to write."""
        if self._opened.changed:
            self.say(returned_of(self._pen.draft, self._clock(), self._zone))
        self._show()
        self._paper.to_text()
        self._paper.to_beginning()
        if self._choosing:
            self._paper.bar.open(KINDS.index(self._pen.draft.template))
        elif self._asks_time:
            self.action_name_time()

    def on_screen_resume(self) -> None:
        """What lay over it when it was left is gone."""
        if self._left and self.is_current:
            self.dismiss()

    def on_unmount(self) -> None:
        """The program ends while a mail is being written."""
        self._dispatch.keep_at_once()

    # What happens

    @on(TextArea.Changed)
    @on(Input.Changed)
    def note_change(self) -> None:
        """Something was typed: keep it when the hand rests."""
        content = self._paper.content
        if content != self._seen:
            self._seen = content
            self._dispatch.change()
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(PAUSE, self._dispatch.keep)
            self._show()

    @on(Input.Submitted)
    def go_on(self) -> None:
        """From the recipients to the text."""
        self._paper.to_text()

    @on(KindBar.Chosen)
    def take_kind(self, message: KindBar.Chosen) -> None:
        """The mail is of this kind from now on."""
        self._choosing = False
        self._paper.to_text()
        self._pen.take_kind(KINDS[message.place])

    # What the keys do

    def action_send(self) -> None:
        """Let it leave, after a question where something is odd."""
        draft = self.written()
        if self._paper.unreadable(self._pen.draft, self.say):
            return
        if gone := self._paper.gone(draft):
            self.say(trouble_of(f"{gone} is not there any more: put it back, or take it away ({_ATTACH})."))
            self._show()
        elif doubts := doubts_of(draft):
            self.ask(doubts, "Send it", self._dispatch.send)
        else:
            self._dispatch.send()

    def action_save_draft(self) -> None:
        """Put it into the server's Drafts; what was saved there before makes way for it."""
        if not self._paper.unreadable(self._pen.draft, self.say):
            self._dispatch.save()

    def action_kind(self) -> None:
        """Choose another kind."""
        self._paper.bar.open(KINDS.index(self._pen.draft.template))

    def action_name_time(self) -> None:
        """Say which time the mail names."""
        self.app.push_screen(time_prompt(self._pen.draft.until, self._clock, self._zone), self._pen.take_time)

    def action_language(self) -> None:
        """Write in another language."""
        self.app.push_screen(LanguageMenu(self._pen.draft.language), self._pen.take_language)

    def action_quote_questions(self) -> None:
        """Quote the questions that the text has not taken up yet, with their numbers."""
        draft = self.written()
        numbered = enumerate(self._opened.questions, 1)
        questions = [(number, question) for number, question in numbered if not is_taken_up(number, question, draft)]
        if questions:
            self._paper.to_text()
            self._paper.area.put(quoted(questions))
        else:
            found = "All questions are in the text." if self._opened.questions else "No open question was found."
            self.say([(found, "strong")])

    def action_next_blank(self) -> None:
        """Mark the next blank of the template: what is typed takes its place."""
        self._paper.to_text()
        if not self._paper.to_blank(self._paper.area.place):
            self.say([("No blank is left.", "strong")])

    def action_attach(self) -> None:
        """Attach a file, or take one away."""
        if self._pen.draft.attachments:
            self.app.push_screen(FilesMenu(self._pen.draft.attachments), self._take_file)
        else:
            self.app.push_screen(path_prompt(), self._pen.attach)

    def action_editor(self) -> None:
        """Write in the person's own editor; the interface waits meanwhile."""
        text = self._paper.area.text
        try:
            edited = edit_outside(self.app, text, os.environ)
        except EditorError as error:
            self.say(trouble_of(error.why))
        else:
            self.say(())
            if edited != text:
                self._paper.area.fill(edited)
        self._paper.to_text()

    def action_leave(self) -> None:
        """Close what was opened last, then the composer: the text is kept."""
        if self._paper.bar.is_open and not self._choosing:
            self._paper.to_text()
        else:
            self._dispatch.leave(worth=self._pen.worth_keeping)

    # What the dispatch asks for

    def written(self) -> Draft:
        """The draft as it stands now."""
        return self._pen.written()

    def learn(self, draft: Draft) -> None:
        """What the desk has added to the draft."""
        self._pen.learn(draft)

    def show_state(self, state: Piece) -> None:
        """Say at the head how the text is kept."""
        self._paper.state = state
        self._show()

    def say(self, pieces: Sequence[Piece]) -> None:
        """Say this below the text, for a while."""
        if self._left:
            return
        self._paper.notice.show(pieces)
        if self._telling is not None:
            self._telling.stop()
        self._telling = self.set_timer(_TOLD, partial(self._paper.notice.show, ())) if pieces else None

    def ask(self, question: str, yes: str, then: Callable[[], None]) -> None:
        """Ask, and go on if the person says yes."""
        self.app.push_screen(Question(question, yes), lambda answer: then() if answer else None)

    def close(self, outcome: Outcome, sent: Draft | None = None) -> None:
        """Close, now or when what lies over it is closed; nothing is kept any more."""
        self._left = True
        if self._pause is not None:
            self._pause.stop()
        if self.is_current:
            self.dismiss()
        self._tell_list(outcome)
        if sent is not None and self._tell_sent is not None:
            self._tell_sent(sent)

    # How it is done

    def _show(self) -> None:
        self._paper.show(self.written(), self._clock())

    def _changed(self) -> None:
        self._dispatch.change()
        self._dispatch.keep()
        self._show()

    def _may_replace(self, answered: Answer) -> None:
        question = Question("The text was changed by hand. Replace it?", "Replace it", "Keep the text")
        self.app.push_screen(question, answered)

    def _take_file(self, place: int | None) -> None:
        if place is not None and place < 0:
            self.app.push_screen(path_prompt(), self._pen.attach)
        elif place is not None:
            self._pen.detach(place)
