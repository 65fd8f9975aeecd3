"""Mails of mine on their way: written, kept, saved as drafts, put into the outbox, delivered, decided about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from triage.desk.acting import Acting, new_id
from triage.desk.deliver import Deliverer
from triage.desk.picture import Picture
from triage.desk.port import NotPossibleError
from triage.desk.writing import Posted, WordsOf, Writing
from triage.mail.filing import Filing, Shelf
from triage.model.act import Act, ActKind
from triage.model.draft import Draft, Sheet, Template
from triage.model.intents import Acknowledge, Outcome
from triage.model.outgoing import OutChoice, OutMail, OutState
from triage.rules.acting import Case
from triage.rules.flags import LAST_WORD
from triage.rules.moments import spell_date
from triage.rules.recipients import NoReplyError, refuse_acknowledgement
from triage.store.drafts import Drafts
from triage.store.ledger import Ledger
from triage.store.outbox import Outbox

MANY_RECIPIENTS = 5
ON_ITS_WAY = "A mail in this thread has not left yet: the outbox shows it."


@dataclass(frozen=True, slots=True)
class Desktop:
    """What posting works with: the stores, the rules' hands, the clock, and how long a mail can be taken back."""

    picture: Picture
    acting: Acting
    writing: Writing
    ledger: Ledger
    outbox: Outbox
    drafts: Drafts
    deliverer: Deliverer
    clock: Callable[[], datetime]
    zone: tzinfo
    undo_for: timedelta


class Posting:
    """Any method may raise StoreError, MailboxError, ComposeError, NoReplyError, NotPossibleError with the reason."""

    def __init__(self, desk: Desktop, words_of: WordsOf) -> None:
        self._desk, self._words_of = desk, words_of

    def acknowledge(self, intent: Acknowledge) -> Outcome:
        """One mail a thread, to all in it; asks first where that is many threads or many people (R3, R10)."""
        cases = self._desk.acting.cases(intent.threads)
        drafts, refusals = [], []
        for case in cases:
            try:
                drafts.append((case, self.acknowledgement(case, intent.until)))
            except (NotPossibleError, NoReplyError) as error:
                refusals.append(error.why)
        if not drafts:
            raise NotPossibleError(refusals[0])
        if not intent.confirmed and (question := _question([draft for _, draft in drafts], refusals)):
            return Outcome(question=question)
        batch = new_id()
        built = [self._built(draft, case) for case, draft in drafts]
        for posted in built:
            self._desk.outbox.add(posted.mail, posted.source, replace(posted.act, batch=batch))
        rows = self._desk.picture.changed(case.thread.id for case, _ in drafts)
        by = spell_date(intent.until, self._desk.clock(), self._desk.zone)
        who = built[0].mail.names if len(built) == 1 else f"{len(built)} threads"
        only_thanks = all(draft.template is Template.CLOSING for _, draft in drafts)
        said = f"Thanked and wished well: {who}" if only_thanks else f"Acknowledged, answer by {by}: {who}"
        return Outcome(said, rows=rows, undoable=True, outbox=self._desk.outbox.hanging())

    def acknowledgement(self, case: Case, until: datetime) -> Draft:
        """The mail as it would leave; where the client has only thanked, a courteous close (R21).

        Raises NotPossibleError with the reason where there is nothing to acknowledge.
        """
        if why := _refusal(case):
            raise NotPossibleError(why)
        if LAST_WORD in case.row.marks:
            return self._new_draft(case, Template.CLOSING, None)
        return self._new_draft(case, Template.ACKNOWLEDGEMENT, until)

    def write(self, name: str, template: Template) -> Sheet:
        """The draft kept for the thread, else a new one."""
        (case,) = self._desk.acting.cases((name,))
        kept = self._kept(case)
        draft = replace(kept, thread_id=case.thread.id) if kept else self._new_draft(case, template, None)
        flags = sorted(flag for m in case.thread.messages if (flag := case.record.tones.get(m.key)))
        questions = self._desk.writing.questions(case, self._words_of)
        return Sheet(draft, questions, case.row.tone, flags[-1][0] if case.row.tone else None, changed=kept is not None)

    def fill(self, draft: Draft) -> Draft:
        """The same with its text made anew."""
        return self._desk.writing.filled(draft, self._case(draft), self._desk.clock(), self._words_of)

    def keep(self, draft: Draft) -> Draft:
        """Put the draft into the store; which copies of it lie on the server is known there."""
        before = self._stored(draft.id)
        if before is not None:
            draft = replace(draft, saved=before.saved, saving=before.saving, posted=before.posted)
        return self._put(draft)

    def drop(self, draft: Draft) -> None:
        """Forget a kept draft."""
        self._desk.drafts.remove(draft.id)

    def save_draft(self, draft: Draft, open_filing: Callable[[str], Filing]) -> Draft:
        """Put it into Drafts; what lay there of it before goes when the new copy is there.

        The new copy's id is kept first: were this cut off, the next copy takes the place of that one too.
        """
        source, message_id = self._desk.writing.draft_source(draft, self._case(draft), self._desk.clock())
        kept = self.keep(draft)
        before = [id_ for id_ in (kept.saved, kept.saving) if id_]
        self._put(replace(kept, saving=message_id))
        with closing(open_filing(draft.account)) as filing:
            filing.add(Shelf.DRAFTS, source, self._desk.clock())
            for id_ in before:
                filing.remove_draft(id_)
        # The text may have been written on meanwhile.
        if newest := self._stored(draft.id):
            self._put(replace(newest, saved=message_id, saving=""))
        return replace(kept, saved=message_id)

    def send(self, draft: Draft, *, confirmed: bool) -> Outcome:
        """Put it into the outbox; the draft is kept until it has left, so that taking it back brings it back."""
        case = self._case(draft)
        fresh = [ask for ask in case.waiting if ask.message.key not in draft.asks]
        if fresh and not confirmed:
            who = fresh[-1].person.shown
            return Outcome(question=f"{who} has written again since you began this. Send it all the same?")
        asks = tuple(dict.fromkeys((*draft.asks, *(ask.message.key for ask in fresh))))
        mail = self._post(replace(draft, asks=asks), case)
        rows = self._desk.picture.changed((case.thread.id,))
        return Outcome(f"To {mail.names}", rows=rows, undoable=True, outbox=self._desk.outbox.hanging())

    def decide(self, entry: str, choice: OutChoice) -> Outcome:
        """The person's word on a mail that hangs."""
        mail = self._desk.deliverer.decide(entry, choice)
        if mail is None:
            raise NotPossibleError("That mail is leaving, or has left already.")
        return self._told((mail,), {OutChoice.GIVE_UP: f"Given up: {mail.names}"}.get(choice, ""))

    def deliver(self, *, at_once: bool) -> Outcome:
        """Send what is due."""
        before = {mail.id for mail in self._desk.outbox.hanging()}
        changed = self._desk.deliverer.deliver(at_once=at_once)
        said = "; ".join(_end_words(mail) for mail in changed if mail.id in before)
        return self._told(changed, said) if changed else Outcome()

    def reason_to_hold(self, mail: OutMail) -> str | None:
        """The client has written again since the person last agreed that this shall leave."""
        for case in self._desk.picture.cases((mail.answers,)):
            fresh = [ask for ask in case.waiting if ask.message.key not in mail.asks]
            if any(mail.agreed is None or ask.at > mail.agreed for ask in fresh):
                return f"{fresh[-1].person.shown} has written again since."
        return None

    def _told(self, mails: Sequence[OutMail], said: str) -> Outcome:
        desk = self._desk
        sent = [mail for mail in mails if mail.state is OutState.SENT]
        for draft in desk.drafts.all() if sent else ():
            if any(draft.posted == mail.act for mail in sent):
                desk.drafts.remove(draft.id)
        threads = desk.picture.current().holding(mail.answers for mail in mails)
        return Outcome(said, rows=desk.picture.changed(threads), outbox=desk.outbox.hanging())

    def _stored(self, id_: str) -> Draft | None:
        return next((draft for draft in self._desk.drafts.all() if draft.id == id_), None)

    def _put(self, draft: Draft) -> Draft:
        kept = replace(draft, kept=self._desk.clock())
        self._desk.drafts.keep(kept)
        return kept

    def _case(self, draft: Draft) -> Case:
        return self._desk.acting.cases((draft.answers, draft.thread_id))[0]

    def _new_draft(self, case: Case, template: Template, until: datetime | None) -> Draft:
        desk = self._desk
        return desk.writing.new_draft(case, template, until, desk.clock(), self._words_of, self._remembered())

    def _kept(self, case: Case) -> Draft | None:
        """The draft kept last for the thread that is not a mail on its way."""
        keys = {message.key for message in case.thread.messages}
        acts = self._desk.picture.acts()
        own = [d for d in self._desk.drafts.all() if {d.answers, *d.asks} & keys and not acts.holds(d.posted)]
        return own[-1] if own else None

    def _remembered(self) -> dict[str, str]:
        acts = self._desk.picture.acts().latest(ActKind.LANGUAGE)
        return {act.who: act.value for act in reversed(tuple(acts))}

    def _built(self, draft: Draft, case: Case) -> Posted:
        return self._desk.writing.posted(draft, case, self._desk.clock(), self._desk.undo_for)

    def _post(self, draft: Draft, case: Case) -> OutMail:
        desk, now = self._desk, self._desk.clock()
        if before := self._stored(draft.id):
            draft = replace(draft, saved=before.saved, saving=before.saving)
        posted = self._built(draft, case)
        if draft.template not in (Template.ACKNOWLEDGEMENT, Template.CLOSING):
            desk.drafts.keep(replace(draft, posted=posted.act.id, kept=now))
            self._remember_language(draft, case, now)
        desk.outbox.add(posted.mail, posted.source, posted.act)
        return posted.mail

    def _remember_language(self, draft: Draft, case: Case, now: datetime) -> None:
        """A language that was chosen by hand is the client's from now on (R16)."""
        who = case.row.client.address
        if draft.language != self._desk.writing.language_for(case, self._words_of, self._remembered()):
            act = Act(new_id(), ActKind.LANGUAGE, now, (draft.answers,), value=draft.language, who=who)
            self._desk.ledger.record(act)


def _refusal(case: Case) -> str | None:
    """Why there is nothing to acknowledge in a thread."""
    if case.row.outgoing and case.row.outgoing.state.hangs:
        return ON_ITS_WAY
    if LAST_WORD in case.row.marks:
        return None
    return refuse_acknowledgement(case.thread, case.waiting, case.people)


def _question(drafts: Sequence[Draft], refusals: Sequence[str]) -> str:
    """What is asked before several mails leave, or one to many people; empty where nothing is."""
    people = {person.address for draft in drafts for person in (*draft.to, *draft.cc)}
    left_out = f" {len(refusals)} of the selected can't be: {refusals[0]}" if refusals else ""
    if len(drafts) > 1 or refusals:
        return f"Acknowledge {len(drafts)} threads, {len(people)} people in all?{left_out}"
    return f"Acknowledge to all {len(people)} people in this thread?" if len(people) > MANY_RECIPIENTS else ""


def _end_words(mail: OutMail) -> str:
    """What became of a mail, in a few words."""
    match mail.state:
        case OutState.SENT:
            return f"Sent to {mail.names}"
        case OutState.QUEUED:
            return f"The mail to {mail.names} waits: {mail.words}"
        case OutState.REFUSED:
            return f"The mail to {mail.names} was refused: {mail.words}"
        case OutState.IN_DOUBT:
            return f"The mail to {mail.names} may not have arrived: {mail.words}"
        case _:
            return f"The mail to {mail.names} waits for your word: {mail.words}"
