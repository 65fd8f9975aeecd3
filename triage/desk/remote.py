"""The desk seen from the interface's process: what needs computing or a server is asked of the process behind it."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, BinaryIO, cast

from triage.desk.frames import read_frame, write_frame
from triage.desk.glance import glance_at, last_known
from triage.desk.house import House
from triage.desk.port import DeskError, Event
from triage.model.conversation import Conversation
from triage.model.draft import Draft, Sheet, Template
from triage.model.events import ReadFailed
from triage.model.inbox import Glance, Inbox
from triage.model.intents import Intent, Outcome, ToneFlag
from triage.model.outgoing import OutChoice, OutMail
from triage.model.row import Row
from triage.store.due_file import file_stamp
from triage.store.due_reader import DueFileError

STOPPED = "What Triage does behind the screen has stopped. It is started again when it is next needed."
_PATIENCE = 2.0
Answers = SimpleQueue[tuple[str, Any]]


class RemoteDesk:
    """Implements triage.desk.port.Desk: the last known rows at once, from the due file, all else from behind.

    The process behind is started by the first request that needs it, and again after it has stopped.
    """

    def __init__(self, house: House, clock: Callable[[], datetime]) -> None:
        self._command = [sys.executable, "-m", "triage.desk.back", house.settings_path, str(house.folder)]
        self._due, self._accounts, self._clock = house.due, house.accounts, clock
        self._settings, self._settings_stamp = house.settings_path, house.settings_stamp
        self._lock = Lock()
        self._numbers = itertools.count(1)
        self._waiting: dict[int, Answers] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._delivering: set[int] = set()

    def accounts(self) -> tuple[str, ...]:
        """The accounts' names, in the order of the settings."""
        return self._accounts

    def settings_changed(self) -> bool:
        """See Desk.settings_changed."""
        return file_stamp(self._settings) != self._settings_stamp

    def take_settings(self) -> None:
        """See Desk.take_settings."""
        self._settings_stamp = file_stamp(self._settings)
        self._ask("take_settings")

    def glance(self, now: datetime, rows: int) -> Glance:
        """The counts and the first rows of the last known list; nothing where it is damaged."""
        inbox = self.inbox()
        try:
            return glance_at(inbox, now, rows)
        except DueFileError:
            return Glance(inbox.accounts, {}, ())

    def inbox(self) -> Inbox:
        """The last known rows, each made when it is looked at; empty before the first read."""
        return last_known(self._due, self._accounts)

    def refresh(self) -> Inbox:
        """All rows, worked out anew behind the screen. Raises DeskError."""
        self._ask("refresh")
        return self.inbox()

    def read_mail(self, account: str, tell: Callable[[Event], None]) -> None:
        """See Desk.read_mail."""
        try:
            self._ask("read_mail", account, tell=tell)
        except DeskError as error:
            tell(ReadFailed(account, self._clock(), error.why, permanent=False))

    def conversation(self, thread_id: str) -> Conversation | None:
        """See Desk.conversation."""
        return cast("Conversation | None", self._ask("conversation", thread_id))

    def fetch_conversation(self, thread_id: str) -> Conversation | None:
        """See Desk.fetch_conversation."""
        return cast("Conversation | None", self._ask("fetch_conversation", thread_id))

    def save_attachment(self, key: str, part: int, folder: Path) -> Path:
        """See Desk.save_attachment."""
        return cast(Path, self._ask("save_attachment", key, part, folder))

    def older_waiting(self, now: datetime, days: int) -> int:
        """See Desk.older_waiting."""
        return cast(int, self._ask("older_waiting", now, days))

    def settle_older(self, now: datetime, days: int) -> int:
        """See Desk.settle_older."""
        return cast(int, self._ask("settle_older", now, days))

    def decline_settle(self) -> None:
        """See Desk.decline_settle."""
        self._ask("decline_settle")

    def do(self, intent: Intent) -> Outcome:
        """See Desk.do."""
        return cast(Outcome, self._ask("do", intent))

    def undo(self) -> Outcome:
        """See Desk.undo."""
        return cast(Outcome, self._ask("undo"))

    def tone_history(self, thread_id: str) -> tuple[ToneFlag, ...]:
        """See Desk.tone_history."""
        return cast(tuple[ToneFlag, ...], self._ask("tone_history", thread_id))

    def explain(self, thread_id: str) -> tuple[str, ...]:
        """See Desk.explain."""
        return cast(tuple[str, ...], self._ask("explain", thread_id))

    def load(self, day: datetime) -> tuple[Row, ...]:
        """See Desk.load."""
        return cast(tuple[Row, ...], self._ask("load", day))

    def write(self, thread_id: str, template: Template) -> Sheet:
        """See Desk.write."""
        return cast(Sheet, self._ask("write", thread_id, template))

    def fill(self, draft: Draft) -> Draft:
        """See Desk.fill."""
        return cast(Draft, self._ask("fill", draft))

    def keep(self, draft: Draft) -> Draft:
        """See Desk.keep."""
        return cast(Draft, self._ask("keep", draft))

    def drop(self, draft: Draft) -> None:
        """See Desk.drop."""
        self._ask("drop", draft)

    def save_draft(self, draft: Draft) -> Draft:
        """See Desk.save_draft."""
        return cast(Draft, self._ask("save_draft", draft))

    def send(self, draft: Draft, *, confirmed: bool = False) -> Outcome:
        """See Desk.send."""
        return cast(Outcome, self._ask("send", draft, confirmed=confirmed))

    def outbox(self) -> tuple[OutMail, ...]:
        """See Desk.outbox."""
        return cast(tuple[OutMail, ...], self._ask("outbox"))

    def decide(self, entry: str, choice: OutChoice) -> Outcome:
        """See Desk.decide."""
        return cast(Outcome, self._ask("decide", entry, choice))

    def deliver(self, *, at_once: bool = False) -> Outcome:
        """See Desk.deliver."""
        return cast(Outcome, self._ask("deliver", at_once=at_once))

    def close(self) -> None:
        """End the process behind; what it was reading is kept as far as it came. Never raises.

        While a mail is leaving it goes on by itself until that is done: cut off, nobody could tell whether it left.
        """
        with self._lock:
            process, self._process = self._process, None
            delivering = bool(self._delivering)
        if process is None:
            return
        with suppress(OSError):
            cast(BinaryIO, process.stdin).close()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            if not delivering:
                process.kill()
                process.wait()

    def _ask(self, verb: str, *arguments: Any, tell: Callable[[Event], None] | None = None, **options: Any) -> Any:
        answers: Answers = SimpleQueue()
        number = next(self._numbers)
        with self._lock:
            self._waiting[number] = answers
            if verb == "deliver":
                self._delivering.add(number)
            try:
                write_frame(self._requests(), (number, verb, arguments, options))
            except OSError:
                del self._waiting[number]
                self._process = None
                raise DeskError(STOPPED) from None
        try:
            return _result(answers, tell)
        finally:
            self._delivering.discard(number)

    def _requests(self) -> BinaryIO:
        if self._process is None or self._process.poll() is not None:
            # A process group of its own: Ctrl+C in the terminal is the interface's business.
            self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                process_group=0,
            )
            Thread(target=self._listen, args=(self._process,), daemon=True).start()
        return cast(BinaryIO, self._process.stdin)

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        pipe = cast(BinaryIO, process.stdout)
        with suppress(EOFError, OSError):
            while True:
                number, kind, value = read_frame(pipe)
                answers = self._waiting[number] if kind == "event" else self._waiting.pop(number)
                answers.put((kind, value))
        with self._lock:
            if self._process not in (None, process):
                return
            left, self._waiting = self._waiting, {}
        for answers in left.values():
            answers.put(("failed", STOPPED))


def _result(answers: Answers, tell: Callable[[Event], None] | None) -> Any:
    """What comes of a request; what is told on the way is told. Raises DeskError."""
    while True:
        kind, value = answers.get()
        match kind:
            case "event":
                if tell:
                    tell(value)
            case "done":
                return value
            case _:
                raise DeskError(value)
