"""A mail that is being written: kept word for word after each pause in typing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from triage.model.act import OutKind, Tone
from triage.model.message import Address


class Template(StrEnum):
    """What a mail is filled from; `REPLY` is an empty answer, `CLOSING` thanks for thanks and wishes well."""

    ACKNOWLEDGEMENT = "acknowledgement"
    PROGRESS = "progress"
    DELAY = "delay"
    DONE = "done"
    QUESTIONS = "questions"
    CALL = "call"
    REPLY = "reply"
    CLOSING = "closing"

    @property
    def kind(self) -> OutKind:
        """What the mail is once it has left; the summary of a call tells how things stand, and answers nothing."""
        return _OTHER_KINDS.get(self) or OutKind(self.value)


_OTHER_KINDS = {Template.CALL: OutKind.PROGRESS, Template.CLOSING: OutKind.REPLY}

STATUS = (Template.PROGRESS, Template.DELAY, Template.DONE, Template.QUESTIONS, Template.CALL)
"""The status updates, in the order of the composer's bar."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One mail being written in answer to the message `answers` of a thread; `asks` as in `OutMail`.

    `text` is all that the person sees and may change, signature included. `until` is the time that the mail names (an
    answer time, a new time). `attachments` are paths. `saved` is the Message-ID of its copy in the Drafts folder,
    `saving` that of a copy which may have got there. `posted` is the act that recorded it as sent: while that holds the
    draft is not shown, and when it is taken back it is there again.
    """

    id: str
    thread_id: str
    answers: str
    asks: tuple[str, ...]
    account: str
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    references: tuple[str, ...]
    template: Template
    language: str
    text: str
    until: datetime | None = None
    attachments: tuple[str, ...] = ()
    saved: str = ""
    saving: str = ""
    posted: str = ""
    kept: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the composer shows: the draft, and beside it what the client asks and how they sound.

    `questions` are the client's open ones in their own words, `tone` the thread's, `since` when it was flagged;
    `changed`: the draft is one that was kept, not just filled.
    """

    draft: Draft
    questions: tuple[str, ...] = ()
    tone: Tone | None = None
    since: datetime | None = None
    changed: bool = False
