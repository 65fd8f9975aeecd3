"""Mails of mine from a thread: whom they go to, in which language, what they say, and the bytes that leave."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from config.letters import read_template
from config.schema import Account, Settings
from triage.desk.chores import chores_for
from triage.mail.compose import Letter, build_mail, make_message_id, read_files
from triage.model.act import Act, ActKind
from triage.model.clock import ClockKind
from triage.model.draft import Draft, Template
from triage.model.message import Address, Words
from triage.model.outgoing import OutMail
from triage.rules.acting import Case
from triage.rules.greetings import greeting
from triage.rules.languages import language_of
from triage.rules.letters import LetterFacts, fill_letter
from triage.rules.quoting import new_text
from triage.rules.recipients import plan_reply
from triage.rules.requests import find_answerable
from triage.rules.spoken_times import say_time

WordsOf = Callable[[str], Words | None]
LANGUAGE_FROM = 5
"""From how many of the client's newest mails their language is told."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A mail ready to leave: its entry, its bytes, and the act that records it."""

    mail: OutMail
    source: bytes
    act: Act


class Writing:
    """Writes mails by the settings.

    `words_of` tells what was read of a message's body, by its key; `remembered` a client's language, by their address.
    """

    def __init__(self, settings: Settings, settings_path: str, zone: tzinfo) -> None:
        self._settings = settings
        self._templates = str(Path(settings_path).parent / "templates")
        self._zone = zone
        self._senders = senders_of(settings)

    def new_draft(
        self,
        case: Case,
        template: Template,
        until: datetime | None,
        now: datetime,
        words_of: WordsOf,
        remembered: Mapping[str, str],
    ) -> Draft:
        """A draft to all in the thread, filled. Raises NoReplyError, SettingsError."""
        asks = case.waiting if template is Template.ACKNOWLEDGEMENT else case.owed
        plan = plan_reply(case.thread, asks, case.people, self._senders)
        language = self._told_language(case, words_of, remembered)
        draft = Draft(
            id=uuid.uuid4().hex,
            thread_id=case.thread.id,
            answers=plan.answers.key,
            asks=tuple(ask.message.key for ask in case.owed),
            account=plan.account,
            sender=plan.sender,
            to=plan.to,
            cc=plan.cc,
            subject=plan.subject,
            references=plan.references,
            template=template,
            language=language or self._settings.me.language,
            text="",
            until=until,
        )
        return self.filled(draft, case, now, words_of, sure=language is not None)

    def filled(self, draft: Draft, case: Case, now: datetime, words_of: WordsOf, *, sure: bool = True) -> Draft:
        """The same with its text made anew from template, language and time. Raises SettingsError."""
        person = draft.to[0] if draft.to else Address("", "")
        facts = LetterFacts(
            language=draft.language,
            promised=tuple(self._spoken(time, now, draft.language) for time in _promised(case, draft.template, now)),
            greeting=greeting(person, draft.language, sure=sure),
            answer_time=self._spoken(draft.until, now, draft.language) if draft.until else "",
            questions=self.questions(case, words_of),
            signature=self._settings.me.signature or self._settings.me.full_name,
        )
        template = read_template(draft.language, draft.template.value, self._templates)
        return replace(draft, text=fill_letter(template, facts))

    def questions(self, case: Case, words_of: WordsOf) -> tuple[str, ...]:
        """What the client asks in mails without an answer, in their order (R8)."""
        found = (find_answerable(text) for text in _texts((ask.message.key for ask in case.owed), words_of))
        return tuple(dict.fromkeys(question for questions in found for question in questions))

    def posted(self, draft: Draft, case: Case, now: datetime, undo_for: timedelta) -> Posted:
        """The mail as it is to leave, bytes built once with their Message-ID. Raises ComposeError."""
        message_id = make_message_id(draft.sender.address)
        kind = draft.template.kind
        people = (*draft.to, *draft.cc)
        # Cut off in the middle of saving, the new copy may lie there beside the old one.
        copies = " ".join(filter(None, (draft.saved, draft.saving)))
        mail = OutMail(
            id=uuid.uuid4().hex,
            act=uuid.uuid4().hex,
            account=draft.account,
            message_id=message_id,
            answers=draft.answers,
            asks=draft.asks,
            sender=draft.sender.address,
            recipients=tuple(dict.fromkeys(person.address for person in people)),
            names=", ".join(person.shown for person in draft.to),
            subject=draft.subject,
            kind=kind,
            until=draft.until,
            created=now,
            leaves=now + undo_for,
            changed=now,
            chores=chores_for(self._account(draft.account), self._settings.send, kind, copies),
            draft=copies,
        )
        anchors = tuple(dict.fromkeys((message_id, draft.answers, *draft.asks)))
        source = build_mail(self._letter(draft, case, message_id, now))
        act = Act(mail.act, ActKind.SENT, now, anchors, value=kind.value, until=draft.until, who=mail.recipients[0])
        return Posted(mail, source, act)

    def draft_source(self, draft: Draft, case: Case, now: datetime) -> tuple[bytes, str]:
        """The draft as bytes for the server, and the Message-ID it has there. Raises ComposeError."""
        message_id = make_message_id(draft.sender.address)
        return build_mail(self._letter(draft, case, message_id, now), draft=True), message_id

    def language_for(self, case: Case, words_of: WordsOf, remembered: Mapping[str, str]) -> str:
        """The language in which the client is written to."""
        return self._told_language(case, words_of, remembered) or self._settings.me.language

    def _letter(self, draft: Draft, case: Case, message_id: str, now: datetime) -> Letter:
        answered = next((m for m in case.thread.messages if m.key == draft.answers), None)
        return Letter(
            sender=draft.sender,
            to=draft.to,
            cc=draft.cc,
            subject=draft.subject,
            text=draft.text,
            message_id=message_id,
            references=draft.references,
            in_reply_to=answered.message_id if answered else None,
            date=now.astimezone(self._zone),
            files=read_files(draft.attachments),
        )

    def _spoken(self, moment: datetime, now: datetime, language: str) -> str:
        return say_time(moment, now, self._zone, language)

    def _account(self, name: str) -> Account:
        return next(account for account in self._settings.account if account.name == name)

    def _told_language(self, case: Case, words_of: WordsOf, remembered: Mapping[str, str]) -> str | None:
        """What was chosen or set for the client, else what their mails say, the newest first; None where unsure.

        Where none of them says it alone, all together with the newest subject.
        """
        client = case.row.client.address
        if chosen := remembered.get(client) or case.people.clients.language(client):
            return chosen
        ins = [m for m in reversed(case.thread.messages) if not case.people.wrote(m)]
        texts = list(_texts((message.key for message in ins[:LANGUAGE_FROM]), words_of))
        told = next(filter(None, map(language_of, texts)), None)
        subject = ins[0].subject if ins else ""
        return told or language_of(*texts, subject) or language_of(subject)


def senders_of(settings: Settings) -> dict[str, tuple[Address, ...]]:
    """For each account that can send the addresses that may stand in From, the account's own first."""
    name = settings.me.full_name
    return {
        account.name: tuple(Address(name, address.lower()) for address in (account.address, *account.send_as))
        for account in settings.account
        if account.smtp
    }


def _promised(case: Case, template: Template, now: datetime) -> tuple[datetime, ...]:
    """The answer times that stand; one that has passed is named only where it is moved (R1)."""
    times = (clock.due for clock in case.row.clocks if clock.kind is ClockKind.ANSWER)
    return tuple(sorted(time for time in times if time > now or template is Template.DELAY))


def _texts(keys: Iterable[str], words_of: WordsOf) -> Iterator[str]:
    """What the writers of these messages wrote themselves, as far as it has been read."""
    for key in keys:
        words = words_of(key)
        if words is not None and (text := words.new_text or new_text(words.text)):
            yield text
