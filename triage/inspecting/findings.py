"""What Triage makes of a mail or of a bare text, as one record; pure, and the same for every way of showing it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from config.public_domains import is_public
from triage.mail.whole import read_body, read_mail
from triage.model.message import Judgement, Message, Words
from triage.rules.kinds import is_via_list, judge
from triage.rules.languages import language_of
from triage.rules.people import AddressBook, People
from triage.rules.requests import Request, find_requests
from triage.rules.understanding import understand

_NOBODY = AddressBook.of(())
_STRANGERS = People(_NOBODY, _NOBODY, is_public)


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found out; `number` is the mail's place in a file of several, from 1.

    `message` and `judgement` are None for a bare text, `words` is None for a mail whose text was never read.
    """

    file: str
    number: int | None
    words: Words | None
    language: str | None
    requests: tuple[Request, ...]
    message: Message | None = None
    judgement: Judgement | None = None
    via_list: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file, or a mail in it, of which nothing could be found out; `why` is a sentence that says what to do."""

    file: str
    number: int | None
    why: str


@dataclass(frozen=True, slots=True)
class RawMail:
    """A mail as it lies in a file."""

    file: str
    number: int | None
    source: bytes

    def find_out(self) -> Finding:
        """What it says of itself: nobody in it is known."""
        message = read_mail(self.source)
        if message.words is not None:
            message = replace(message, words=understand(message.words))
        return _of_mail(self.file, self.number, message, judge(message, _STRANGERS, ()))


@dataclass(frozen=True, slots=True)
class RawBody:
    """A bare text, or a bare HTML body."""

    file: str
    source: bytes
    html: bool

    def find_out(self) -> Finding:
        """The same as of a mail's text."""
        words = understand(read_body(self.source, html=self.html))
        return Finding(self.file, None, words, language_of(words.text), find_requests(words.new_text))


@dataclass(frozen=True, slots=True)
class KeptMail:
    """A mail that Triage has read from a mailbox, judged with all that it knows."""

    file: str
    number: int | None
    message: Message
    judgement: Judgement

    def find_out(self) -> Finding:
        """What it says, with what it counts as."""
        words = understand(self.message.words) if self.message.words else None
        return _of_mail(self.file, self.number, replace(self.message, words=words), self.judgement)


def _of_mail(file: str, number: int | None, message: Message, judgement: Judgement) -> Finding:
    words = message.words
    text = words.text if words else ""
    return Finding(
        file,
        number,
        words,
        language_of(text) or language_of(text, message.subject),
        find_requests(words.new_text) if words else (),
        message,
        judgement,
        is_via_list(message),
    )
