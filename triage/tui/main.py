"""The main screen: the list, and beside, below or over it the conversation."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import DescendantFocus
from textual.timer import Timer

from config.keymap import Place
from triage.model.events import AccountRead, ReadProgress
from triage.tui.board import Look
from triage.tui.clock_keys import ClockKeysScreen
from triage.tui.courier import Courier, Told
from triage.tui.crew import Finished, Start
from triage.tui.pacing import Hands
from triage.tui.panes import Panes
from widgets.bindings import bindings
from widgets.search_bar import SearchBar
from widgets.thread_list import ThreadList

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from triage.desk.port import Desk
    from triage.model.conversation import Conversation
    from triage.tui.view import View


class MainScreen(ClockKeysScreen):
    """Who waits for me, and what they wrote."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "other_pane", "back", "attachments", "search", "filter", "read_mail"
    )

    DEFAULT_CSS = """
    MainScreen { background: $background; }
    """

    def __init__(self, desk: Desk, view: View, clock: Callable[[], datetime], start: Start, hands: Hands) -> None:
        super().__init__(desk, view, clock, start, hands)
        self._courier = Courier(desk, self._readings, self._crew, self.post_message)
        self._search_bar: SearchBar | None = None
        self._dwell: Timer | None = None
        self._minute: datetime | None = None

    def compose(self) -> ComposeResult:
        """Header, panes, notice, keys."""
        yield self._frame.header
        yield self._panes
        yield self._frame.notice
        yield self._frame.footer

    def on_mount(self) -> None:
        """Show the last known list; what takes time comes after the first paint."""
        self._pages.glance()
        self._readings.know(self._pages.page.accounts)
        self._list.focus()
        self.call_after_refresh(self._begin)

    def leave(self) -> None:
        """End the program once all keys have had their effect; first ask about mail that has not left."""
        self._deeds.after(self._leave)

    # What happens

    def tick(self) -> None:
        """Time has gone on: send and read what is due, and once a minute see who stands where."""
        now = self._clock()
        minute = now.replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self._pages.turn()
        if self._desk.settings_changed():
            self._crew.do(self._desk.take_settings, lambda _: self._settings_taken(), self._deeds.fail)
        self._list.tick(now)
        self._frame.tick()
        self.show_notice()
        self._postman.tick()
        self._courier.read_due(now)
        self._show_day()

    @on(Finished)
    def conclude(self, message: Finished) -> None:
        """A job off the event loop is done."""
        message.conclude()

    @on(Told)
    def take_event(self, message: Told) -> None:
        """Something happened while mail was read."""
        event = message.event
        before = self._readings.stage(event.account)
        self._readings.take(event)
        # Once all headers have come the list can be seen; without a connection the store may still know more than it.
        headers_came = isinstance(event, ReadProgress) and before not in ("", event.stage)
        if isinstance(event, AccountRead) or headers_came or not (self._pages.fresh or self._readings.busy):
            self.work_out_anew()
        self._show_day()

    @on(ThreadList.Pointed)
    @on(Panes.Arranged)
    def follow(self) -> None:
        """The keys at the foot follow the cursor at once, the conversation once it rests."""
        self._show_keys()
        if self._dwell is not None:
            self._dwell.stop()
        thread_id = self._list.thread_id
        if self._panes.both and self._panes.place is Place.LIST and thread_id != self._reader.thread_id:
            if self._view.dwell:
                self._dwell = self.set_timer(self._view.dwell, partial(self._reader.show, thread_id))
            else:
                self._reader.show(thread_id)

    @on(ThreadList.Opened)
    def open_thread(self, message: ThreadList.Opened) -> None:
        """The conversation gets the keys, in a narrow window the whole of it."""
        self._open(message.thread_id)

    @on(ThreadList.Folded)
    def fold_lane(self, message: ThreadList.Folded) -> None:
        """A lane shows its rows, or its heading alone."""
        self._pages.turn(self._pages.look.turned(message.lane))

    @on(ThreadList.Selected)
    def count_selected(self) -> None:
        """Say how many are selected."""
        self.show_notice()

    @on(DescendantFocus)
    def show_keys(self) -> None:
        """The foot of the screen names the keys of the pane that has the focus."""
        self._show_keys()

    @on(SearchBar.Changed)
    def search_for(self, message: SearchBar.Changed) -> None:
        """Show what fits the words typed so far."""
        self._pages.turn(replace(self._pages.look, words=message.value))

    @on(SearchBar.Kept)
    def keep_search(self) -> None:
        """Go on to what was found."""
        self._list.focus()

    @on(SearchBar.Cleared)
    def clear_search(self) -> None:
        """Show all threads again."""
        self._close_search()
        self._pages.turn(replace(self._pages.look, words=""))

    # What the keys do

    def action_other_pane(self) -> None:
        """Go to the other pane."""
        if self._panes.place is Place.CONVERSATION:
            self._panes.to_list()
        elif self._list.thread_id is not None:
            self._open(self._list.thread_id)

    def action_back(self) -> None:
        """Undo one narrowing: out of the conversation, then search, filter, selection, offer."""
        look = self._pages.look
        if self._panes.place is Place.CONVERSATION:
            self._panes.to_list()
        elif look.narrowed:
            self._close_search()
            self._pages.turn(Look(unfolded=look.unfolded))
        elif self._list.selection:
            self._list.clear_selection()
        elif self._frame.telling:
            self.tell(())
        elif self._deeds.older:
            self._deeds.decline()

    def action_read_mail(self) -> None:
        """Read mail now."""
        self._readings.ask_all()
        self.tick()

    def action_attachments(self) -> None:
        """Attachments and links of the conversation."""
        thread_id = self._current()
        if thread_id is not None:
            self._reader.show(thread_id, then=self._list_attachments)

    async def action_search(self) -> None:
        """Search as you type."""
        if self._search_bar is None:
            self._search_bar = SearchBar()
            await self.mount(self._search_bar, before=self._frame.notice)
        self._search_bar.focus()

    def action_filter(self) -> None:
        """Show one lane, tone, mark or account."""
        from triage.tui.filter_menu import FilterMenu

        page, look, board = self._pages.page, self._pages.look, self._pages.board
        tones, marks = (board.tones(), board.marks()) if board else ({}, {})
        accounts = [account.name for account in page.accounts]
        self.app.push_screen(FilterMenu(page.counts, tones, marks, accounts, look), self._filtered)

    # How it is done

    def _begin(self) -> None:
        self._minute = self._clock().replace(second=0, microsecond=0)
        self._pages.load()
        self._proposing.begin(self._crew, self._show_keys)
        self._postman.look()
        self._courier.read_due(self._clock())
        self._show_day()
        self.set_interval(1, self.tick)

    def _settings_taken(self) -> None:
        """Limits may be others now, for all that waits and for what `a` proposes."""
        self._pages.load()
        self._proposing.begin(self._crew, self._show_keys)

    def _refreshed(self) -> None:
        super()._refreshed()
        if self._readings.whole and not self._readings.busy:
            self._deeds.offer_once()

    def _leave(self) -> None:
        from triage.tui.leaving import LeaveScreen

        if self._postman.leaving:
            self.app.push_screen(LeaveScreen(self._postman), lambda leave: self.app.exit() if leave else None)
        else:
            self.app.exit()

    def _filtered(self, look: Look | None) -> None:
        if look is not None:
            self._pages.turn(look)

    def _list_attachments(self, conversation: Conversation) -> None:
        from triage.tui.attachments import AttachmentMenu, things_in

        things = things_in(conversation)
        if things:
            self.app.push_screen(AttachmentMenu(things, self._desk, self._crew, self._view.downloads))
        else:
            self.tell([("No attachments and no links in this conversation.", "strong")])

    def _open(self, thread_id: str) -> None:
        if self._dwell is not None:
            self._dwell.stop()
        if thread_id != self._reader.thread_id:
            self._reader.show(thread_id)
        self._panes.to_conversation()

    def _close_search(self) -> None:
        if self._search_bar is not None:
            self._search_bar.remove()
            self._search_bar = None
            self._list.focus()
