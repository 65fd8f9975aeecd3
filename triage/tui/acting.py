"""The keys that act on threads: on the selection, else on the thread painted under the cursor or being read.

A key counts at once: the cursor has gone on before the deed is done, so that the next key meets the next thread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from config.keymap import Place
from triage.model.act import Tone
from triage.model.draft import Template
from triage.model.intents import (
    Acknowledge,
    AddNote,
    FlagComplaint,
    FlagTone,
    Intent,
    MarkDone,
    Mute,
    OnlyAcknowledged,
    Snooze,
)
from triage.tui.stage import StageScreen
from triage.tui.wording import trouble_of
from widgets.bindings import bindings
from widgets.words import counted

if TYPE_CHECKING:
    from triage.model.draft import Draft
    from triage.tui.prompts import Reading
    from triage.tui.tone_screen import Flagged

Threads = tuple[str, ...]
_AWAY = Acknowledge | MarkDone | Snooze | Mute
"""What takes a thread away from where it was."""


class ActingScreen(StageScreen):
    """The main screen as far as keys act on threads."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "acknowledge",
        "acknowledge_by",
        "status",
        "reply",
        "done",
        "snooze",
        "tone_delighted",
        "tone_calm",
        "tone_worried",
        "tone_annoyed",
        "tone_angry",
        "tone_clear",
        "tone",
        "complaint",
        "note",
        "mute",
        "only_acknowledged",
        "outbox",
        "undo",
        "settle",
    )

    def action_acknowledge(self) -> None:
        """Say that it has arrived, and that the answer comes by the time shown at the foot."""
        if threads := self._threads():
            self._act(Acknowledge(threads, self._proposed))

    def action_acknowledge_by(self) -> None:
        """The same, with a time asked first."""
        from triage.tui.typed import read_answer_time

        proposed = self._proposed
        if threads := self._threads():
            self._ask_time(
                self._titled("Answer by", threads),
                lambda text: read_answer_time(text, proposed, self._clock(), self._zone),
                "Enter acknowledges · Esc leaves all as it is",
                lambda until: self._act(Acknowledge(threads, until)),
            )

    def action_status(self) -> None:
        """Write a status update."""
        self._write(Template.PROGRESS)

    def action_reply(self) -> None:
        """Write an answer."""
        self._write(Template.REPLY)

    def action_done(self) -> None:
        """No answer is needed."""
        if threads := self._threads():
            self._act(MarkDone(threads))

    def action_snooze(self) -> None:
        """Hide until a time that is asked for."""
        from triage.tui.typed import read_snooze

        if threads := self._threads():
            rows = [ranked for thread_id in threads if (ranked := self._ranked(thread_id))]
            self._ask_time(
                self._titled("Snooze until", threads),
                lambda text: read_snooze(text, rows, self._clock(), self._zone),
                "Enter snoozes · Esc leaves all as it is · a new mail wakes it",
                lambda until: self._act(Snooze(threads, until)),
            )

    def action_tone_delighted(self) -> None:
        """The client sounds delighted."""
        self._flag(Tone.DELIGHTED)

    def action_tone_calm(self) -> None:
        """The client sounds calm."""
        self._flag(Tone.CALM)

    def action_tone_worried(self) -> None:
        """The client sounds worried."""
        self._flag(Tone.WORRIED)

    def action_tone_annoyed(self) -> None:
        """The client sounds annoyed."""
        self._flag(Tone.ANNOYED)

    def action_tone_angry(self) -> None:
        """The client sounds angry."""
        self._flag(Tone.ANGRY)

    def action_tone_clear(self) -> None:
        """Clear the tone."""
        self._flag(None)

    def action_tone(self) -> None:
        """The tone with a note, and its history."""
        from triage.tui.tone_screen import ToneScreen

        if not (threads := self._threads()):
            return

        def flagged(result: Flagged | None) -> None:
            if result is not None:
                self._act(FlagTone(threads, *result))

        ranked = self._ranked(threads[0])
        who = self._who(threads)
        screen = ToneScreen(who, ranked.row.tone if ranked else None, self._clock(), self._view.zone)
        self.app.push_screen(screen, flagged)
        self._crew.do(partial(self._desk.tone_history, threads[0]), screen.show_history, self._deeds.fail)

    def action_complaint(self) -> None:
        """It is a complaint, or no longer."""
        if threads := self._threads():
            self._act(FlagComplaint(threads))

    def action_note(self) -> None:
        """Write a note for yourself."""
        from triage.tui.prompts import LinePrompt
        from triage.tui.typed import read_note

        if not (threads := self._threads()):
            return

        def noted(reading: Reading[str] | None) -> None:
            if reading is not None:
                self._act(AddNote(threads, reading.value))

        foot = "Enter keeps it · Esc leaves all as it is"
        self.app.push_screen(LinePrompt(self._titled("Note", threads), read_note, foot), noted)

    def action_mute(self) -> None:
        """The sender is no client."""
        if threads := self._threads():
            self._act(Mute(threads))

    def action_only_acknowledged(self) -> None:
        """My last mail was no answer yet."""
        if threads := self._threads():
            self._act(OnlyAcknowledged(threads))

    def action_outbox(self) -> None:
        """Mails that have not left."""
        from triage.tui.outbox_screen import OutboxScreen

        self.app.push_screen(OutboxScreen(self._desk, self._crew, self._view, self._clock, self._deeds.take))

    def action_undo(self) -> None:
        """Take back the last act."""
        self._deeds.undo()

    def action_settle(self) -> None:
        """What waits longer than the days of the offer is done."""
        self._deeds.settle()

    @property
    def _zone(self) -> tzinfo:
        from triage.local_zone import local_zone

        return self._view.zone or local_zone()

    def _threads(self) -> Threads:
        """What the key acts on; says so where there is nothing."""
        if self._panes.place is Place.CONVERSATION:
            thread_id = self._current()
            threads: Threads = () if thread_id is None else (thread_id,)
        else:
            threads = self._list.chosen
        if not threads:
            self.tell(trouble_of("Go to a thread first."))
        return threads

    def _act(self, intent: Intent) -> None:
        reading = self._panes.place is Place.CONVERSATION
        selection = self._list.selection if not reading else frozenset()
        before = self._list.pass_on(intent.threads) if isinstance(intent, _AWAY) else None
        after = self._list.thread_id
        if reading and before is not None:
            self._reader.show(after)
        if selection:
            self._list.clear_selection()

        def refused() -> None:
            """The cursor and the selection are where they were, unless the hand has gone on."""
            if before is not None and self._list.thread_id == after:
                self._list.point_at(before)
            if selection and not self._list.selection:
                self._list.select(selection)

        self._deeds.do(intent, refused)

    def _flag(self, tone: Tone | None) -> None:
        if threads := self._threads():
            self._act(FlagTone(threads, tone))

    def _ask_time(
        self,
        title: str,
        read: Callable[[str], Reading[datetime | None]],
        foot: str,
        taken: Callable[[datetime], None],
    ) -> None:
        from triage.tui.prompts import LinePrompt

        def take(reading: Reading[datetime | None] | None) -> None:
            if reading is not None and reading.value is not None:
                taken(reading.value)

        self.app.push_screen(LinePrompt(title, read, foot), take)

    def _titled(self, what: str, threads: Threads) -> str:
        return f"{what} · {self._who(threads)}"

    def _who(self, threads: Threads) -> str:
        ranked = self._ranked(threads[0]) if len(threads) == 1 else None
        return ranked.row.client.shown if ranked else counted(len(threads), "thread")

    def _write(self, template: Template) -> None:
        from triage.tui.composer import open_composer

        thread_id = self._current()
        if thread_id is None:
            self.tell(trouble_of("Go to a thread first."))
            return
        deeds, view, clock = self._deeds, self._view, self._clock
        ends = (deeds.take, deeds.fail, self._was_sent)
        open_composer(self.app, self._desk, self._crew, thread_id, template, view, clock, *ends)

    def _was_sent(self, draft: Draft) -> None:
        """The mail leaves: a place for what is to be asked then."""
