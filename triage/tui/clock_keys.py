"""The keys that set clocks: promises, delays, running work, follow-ups, urgency; and why a thread stands there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from triage.model.act import Work
from triage.model.draft import Template
from triage.model.intents import FlagUrgent, FollowUp, Intent, MovePromise, Promise, SettlePromise, SetWork
from triage.model.row import OpenPromise
from triage.tui.acting import ActingScreen, Threads
from triage.tui.wording import trouble_of
from widgets.bindings import bindings
from widgets.words import moment

if TYPE_CHECKING:
    from triage.model.draft import Draft
    from triage.tui.clock_menus import Word
    from triage.tui.prompts import Reading


class ClockKeysScreen(ActingScreen):
    """The main screen as far as keys set clocks."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("promise", "late", "work", "follow_up", "urgent", "explain")

    def action_promise(self) -> None:
        """Promise a time, or say what became of the promise."""
        from triage.tui.clock_menus import PromiseMenu

        if not (threads := self._threads()):
            return
        promises = self._promises(threads[0]) if len(threads) == 1 else ()
        if promises:
            menu = PromiseMenu(self._titled("Promise", threads), promises, self._spell)
            self.app.push_screen(menu, partial(self._say_of_promise, threads))
        else:
            self._promise(threads)

    def action_late(self) -> None:
        """Write that it will be later."""
        self._write(Template.DELAY)

    def action_work(self) -> None:
        """Whether it is running work."""
        from triage.tui.clock_menus import WorkMenu

        if threads := self._threads():
            works = {ranked.row.work for thread_id in threads if (ranked := self._ranked(thread_id))}
            menu = WorkMenu(self._titled("Running work", threads), works)
            self.app.push_screen(menu, partial(self._set_work, threads))

    def action_follow_up(self) -> None:
        """Bring it back on a date, or no longer."""
        from triage.tui.prompts import LinePrompt
        from triage.tui.typed import read_follow_up

        if not (threads := self._threads()):
            return
        rows = [ranked.row for thread_id in threads if (ranked := self._ranked(thread_id))]
        days = [row.follow_up for row in rows if row.follow_up is not None]

        def taken(reading: Reading[datetime | None] | None) -> None:
            if reading is not None:
                self._act(FollowUp(threads, reading.value))

        prompt = LinePrompt(
            self._titled("Bring it back on", threads),
            lambda text: read_follow_up(text, days, self._clock(), self._zone),
            "“3 Jun”, “in 2 months” · Enter sets it · Esc leaves all as it is",
        )
        self.app.push_screen(prompt, taken)

    def action_urgent(self) -> None:
        """It is urgent, or no longer."""
        if threads := self._threads():
            self._act(FlagUrgent(threads))

    def action_explain(self) -> None:
        """Why the thread stands where it does."""
        from triage.tui.explain_screen import ExplainScreen

        thread_id = self._current()
        if thread_id is None:
            self.tell(trouble_of("Go to a thread first."))
            return
        screen = ExplainScreen(self._who((thread_id,)))
        self.app.push_screen(screen)
        self._crew.do(partial(self._desk.explain, thread_id), screen.show_reasons, screen.show_trouble)

    def _promises(self, thread_id: str) -> tuple[OpenPromise, ...]:
        ranked = self._ranked(thread_id)
        return ranked.row.promises if ranked else ()

    def _spell(self, promise: OpenPromise) -> str:
        return moment(promise.due, self._clock(), self._zone)

    def _say_of_promise(self, threads: Threads, said: tuple[Word, OpenPromise] | None) -> None:
        from triage.tui.clock_menus import Word

        match said:
            case (Word.MOVE, promise):
                self._move(threads, promise)
            case (Word.ONE_MORE, _):
                self._promise(threads)
            case (word, promise):
                self._act(SettlePromise(threads, promise.id, kept=word is Word.KEPT))

    def _promise(self, threads: Threads) -> None:
        self._ask_day(
            self._titled("Promise it for", threads),
            "Enter promises it · Esc leaves all as it is",
            None,
            lambda until: Promise(threads, until),
        )

    def _move(self, threads: Threads, promise: OpenPromise) -> None:
        self._ask_day(
            self._titled(f"Move the promise of {self._spell(promise)} to", threads),
            "Enter moves it · Esc leaves all as it is",
            (threads[0], promise.due),
            lambda until: MovePromise(threads, promise.id, until),
        )

    def _ask_day(
        self, title: str, foot: str, moving: tuple[str, datetime] | None, meant: Callable[[datetime], Intent]
    ) -> None:
        from triage.tui.day_load import DayLoad, DayPrompt
        from triage.tui.typed import read_ahead

        def taken(reading: Reading[datetime | None] | None) -> None:
            if reading is not None and reading.value is not None:
                self._act(meant(reading.value))

        load = DayLoad(self._desk, self._crew, self._zone, moving)
        prompt = DayPrompt(title, lambda text: read_ahead(text, self._clock(), self._zone), foot, load)
        self.app.push_screen(prompt, taken)

    def _set_work(self, threads: Threads, work: Work | None) -> None:
        from triage.tui.typed import read_ahead

        if work is Work.PAUSED:
            self._ask_time(
                self._titled("Paused until", threads),
                lambda text: read_ahead(text, self._clock(), self._zone),
                "Enter goes on to the reason · Esc leaves all as it is",
                partial(self._pause, threads),
            )
        elif work is not None:
            self._act(SetWork(threads, work))

    def _pause(self, threads: Threads, until: datetime) -> None:
        from triage.tui.prompts import LinePrompt
        from triage.tui.typed import read_reason

        def taken(reading: Reading[str] | None) -> None:
            if reading is not None:
                self._act(SetWork(threads, Work.PAUSED, until, reading.value))

        foot = "Enter pauses it · Esc leaves all as it is"
        title = self._titled(f"Why it is paused until {moment(until, self._clock(), self._zone)}", threads)
        self.app.push_screen(LinePrompt(title, read_reason, foot), taken)

    def _was_sent(self, draft: Draft) -> None:
        from triage.tui.clock_menus import ask_kept

        def settle(promise: OpenPromise) -> None:
            self._deeds.do(SettlePromise((draft.thread_id,), promise.id, kept=True), lambda: None)

        if draft.template.kind.answers:
            ask_kept(self.app, self._promises(draft.thread_id), self._spell, settle)
