"""What the conversation pane shows: from the store at once, then with the texts that were missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial

from triage.desk.port import Desk, DeskError
from triage.model.conversation import Conversation
from triage.model.row import Ranked
from triage.tui.crew import Crew, Latest
from triage.tui.talks import talk_of
from widgets.conversation import ConversationPane

_READING = "The text is being read …"
_GONE = ("This thread is no longer there.",)


class Reader:
    """Keeps the pane on one thread; what arrives late for another is dropped."""

    def __init__(
        self,
        desk: Desk,
        crew: Crew,
        pane: ConversationPane,
        ranked: Callable[[str], Ranked | None],
        now: Callable[[], datetime],
        zone: tzinfo | None,
    ) -> None:
        self._desk = desk
        self._pane = pane
        self._ranked = ranked
        self._now = now
        self._zone = zone
        self._stored = Latest(crew)
        self._fetched = Latest(crew)
        self._wanted: str | None = None
        self._then: Callable[[Conversation], None] | None = None

    @property
    def thread_id(self) -> str | None:
        """The thread that is shown, or will be as soon as it has been loaded."""
        return self._wanted

    def show(self, thread_id: str | None, then: Callable[[Conversation], None] | None = None) -> None:
        """Show this thread; `then` is called once with the conversation, when as much of it is known as can be."""
        self._wanted, self._then = thread_id, then
        if thread_id is None:
            self._pane.show_talk(None)
        else:
            self._stored.do(partial(self._desk.conversation, thread_id), partial(self._stored_came, thread_id))

    def again(self) -> None:
        """Load the same thread again: its mails or its standing may have changed."""
        self.show(self._wanted, self._then)

    def _stored_came(self, thread_id: str, conversation: Conversation | None) -> None:
        if thread_id != self._wanted:
            return
        if conversation is None:
            self._pane.show_talk(None, _GONE)
        elif conversation.complete:
            self._whole(conversation)
        else:
            self._draw(conversation, _READING)
            self._fetched.do(
                partial(self._desk.fetch_conversation, thread_id),
                partial(self._fetched_came, thread_id),
                partial(self._fetch_failed, conversation),
            )

    def _fetched_came(self, thread_id: str, conversation: Conversation | None) -> None:
        if thread_id == self._wanted and conversation is not None:
            self._whole(conversation)

    def _fetch_failed(self, conversation: Conversation, error: DeskError) -> None:
        if conversation.thread_id == self._wanted:
            self._whole(conversation, missing=f"The text could not be read: {error.why}")

    def _whole(self, conversation: Conversation, missing: str = "") -> None:
        self._draw(conversation, missing)
        then, self._then = self._then, None
        if then is not None:
            then(conversation)

    def _draw(self, conversation: Conversation, missing: str) -> None:
        ranked = self._ranked(conversation.thread_id)
        self._pane.show_talk(talk_of(conversation, ranked, self._now(), self._zone, missing))
