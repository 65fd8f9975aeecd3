"""What a whole triage round changes on the server: what the settings say, the copy and the marks; nothing else."""

from __future__ import annotations

import pytest

from config.schema import Account
from tests.support.stories import ME, hours
from tests.support.studio import UNDO_SECONDS, Studio, parsed
from triage.mail.imap_filing import ImapFiling
from triage.mail.mailbox import MailboxError
from triage.model.act import Tone
from triage.model.clock import ClockKind
from triage.model.draft import Template
from triage.model.events import AccountRead
from triage.model.intents import AddNote, FlagComplaint, FlagTone, MarkDone, Mute, Snooze

pytestmark = pytest.mark.dovecot
ASK, LATER_ASK = "a@mail.example", "b@mail.example"
IN = ("INBOX", ASK)
Places = dict[tuple[str, str], frozenset[str]]


def fill(studio: Studio) -> Places:
    """A client's mail, another one's, and a mail of mine; how they lie on the server."""
    studio.came(0, id=ASK)
    studio.came(0, id="other@mail.example", frm="bob@other.example", subject="Print", flags=["\\Flagged"])
    studio.came(-5, "Sent", id="mine@mail.example", frm=ME, to="kim@third.example", subject="Sizes")
    return studio.places()


def answer(studio: Studio, template: Template = Template.REPLY) -> str:
    """Answer the client; the Message-ID that left."""
    studio.desk.send(studio.desk.write(studio.thread(), template).draft)
    studio.deliver()
    return str(studio.sent()[-1]["Message-ID"]).strip("<>")


def added(before: Places, after: Places) -> Places:
    """What is new or different."""
    assert before.keys() <= after.keys()
    return {place: flags for place, flags in after.items() if before.get(place) != flags}


def test_acts_change_nothing(studio: Studio) -> None:
    before = fill(studio)
    desk, thread = studio.desk, studio.thread()
    for intent in (
        FlagTone((thread,), Tone.ANGRY, "shouts"),
        FlagComplaint((thread,)),
        AddNote((thread,), "call her"),
        Snooze((thread,), hours(9)),
        Mute((thread,)),
        MarkDone((thread,)),
    ):
        desk.do(intent)
    studio.acknowledge("Print")
    desk.undo()
    desk.keep(desk.write(thread, Template.PROGRESS).draft)
    studio.later(minutes=5)
    studio.read()
    assert studio.places() == before


@pytest.mark.parametrize("template", [Template.PROGRESS, Template.QUESTIONS, Template.CALL])
def test_only_a_copy_comes_of_what_is_no_answer(studio: Studio, template: Template) -> None:
    studio.settle("mark_read = true\narchive = true")
    before = fill(studio)
    sent = answer(studio, template)
    assert added(before, studio.places()) == {("Sent", sent): {"\\Seen"}}
    studio.acknowledge("Print")
    studio.deliver()
    assert len(added(before, studio.places())) == 2


def test_a_whole_round_marks_the_answer_and_files_the_copies(studio: Studio) -> None:
    before = fill(studio)
    studio.acknowledge()
    studio.deliver()
    acknowledged = str(studio.sent()[-1]["Message-ID"]).strip("<>")
    studio.desk.save_draft(studio.desk.write(studio.thread(), Template.REPLY).draft)
    sent = answer(studio)
    studio.later(minutes=5)
    studio.read()
    assert added(before, studio.places()) == {
        IN: {"\\Answered"},
        ("Sent", acknowledged): {"\\Seen"},
        ("Sent", sent): {"\\Seen"},
    }
    assert [parsed(taken.source).as_bytes() for taken in studio.sink.messages()] == [
        mail.as_bytes() for mail in studio.folder("Sent") if mail["Subject"] == "Re: Logo"
    ]


@pytest.mark.parametrize(("sent_copy", "copies"), [("auto", 1), ("yes", 1), ("no", 0)])
def test_the_copy_in_sent_is_as_the_settings_say(studio: Studio, sent_copy: str, copies: int) -> None:
    studio.settle(f'sent_copy = "{sent_copy}"')
    fill(studio)
    sent = answer(studio)
    assert [id_ for folder, id_ in studio.places() if folder == "Sent"].count(sent) == copies


def test_marked_as_read_when_answered(studio: Studio) -> None:
    studio.settle("mark_read = true")
    before = fill(studio)
    sent = answer(studio)
    assert added(before, studio.places()) == {IN: {"\\Answered", "\\Seen"}, ("Sent", sent): {"\\Seen"}}


def test_a_done_report_takes_the_mail_to_the_archive(studio: Studio) -> None:
    studio.settle("archive = true")
    fill(studio)
    answer(studio, Template.DONE)
    places = studio.places()
    assert IN not in places
    assert places["Archive", ASK] == {"\\Answered"}
    assert places["INBOX", "other@mail.example"] == {"\\Flagged"}
    studio.later(minutes=5)
    studio.read()
    assert studio.home.threads()["Logo"]["lane"] == "theirs"


def test_what_is_done_goes_to_the_archive_when_it_can_hardly_be_taken_back(studio: Studio) -> None:
    studio.settle("archive = true")
    before = fill(studio)
    studio.desk.do(MarkDone((studio.thread(),)))
    studio.later(seconds=UNDO_SECONDS - 1)
    studio.read()
    assert studio.places() == before
    studio.later(seconds=1)
    studio.read()
    moved = dict(before)
    moved["Archive", ASK] = moved.pop(IN)
    assert studio.places() == moved
    assert studio.row().reason == "done"


def test_what_was_taken_back_stays_in_the_inbox(studio: Studio) -> None:
    studio.settle("archive = true")
    before = fill(studio)
    studio.desk.do(MarkDone((studio.thread(),)))
    studio.desk.undo()
    studio.later(minutes=5)
    studio.read()
    assert studio.places() == before


def test_a_client_who_writes_again_stays_in_the_inbox(studio: Studio) -> None:
    """Whoever waits again must not be moved out of sight with what was done before."""
    studio.settle("archive = true")
    fill(studio)
    studio.desk.do(MarkDone((studio.thread(),)))
    studio.came(2, id=LATER_ASK, refs=ASK, subject="Re: Logo", stored=2.001, text="And when?")
    studio.home.now = hours(2.002)
    for _ in range(3):
        studio.read()
        studio.later(minutes=5)
    assert {IN, ("INBOX", LATER_ASK)} <= studio.places().keys()
    assert [clock.kind for clock in studio.row().clocks] == [ClockKind.REPLY]


def test_what_has_come_since_it_was_done_stays_in_the_inbox(studio: Studio) -> None:
    """Though it starts no clock: nobody has seen it yet."""
    studio.settle("archive = true")
    fill(studio)
    studio.desk.do(MarkDone((studio.thread(),)))
    studio.came(2.001, id=LATER_ASK, refs=ASK, subject="Away", fields=[("Auto-Submitted", "auto-replied")])
    studio.home.now = hours(2.002)
    for _ in range(3):
        studio.read()
        studio.later(minutes=5)
    places = studio.places()
    assert ("INBOX", LATER_ASK) in places
    assert ("Archive", ASK) in places


def test_what_can_not_be_archived_keeps_no_mail_from_being_read(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise MailboxError("The server did not move the mail.")

    studio.settle("archive = true")
    fill(studio)
    studio.desk.do(MarkDone((studio.thread(),)))
    studio.came(3, id="new@mail.example", frm="new@client.example", subject="New")
    studio.home.now = hours(3)
    monkeypatch.setattr(ImapFiling, "archive", refuse)
    assert isinstance(studio.read()[-1], AccountRead)
    assert studio.row("New").clocks
    assert studio.desk.warnings == ["work: what is done stays in the inbox. The server did not move the mail."]


def test_an_account_for_reading_only_never_opens_its_filing(studio: Studio) -> None:
    """Without the setting nothing is even asked of the server but to be read."""

    def never(account: Account) -> ImapFiling:
        raise AssertionError(account.name)

    before = fill(studio)
    studio.home.filing = never  # type: ignore[method-assign]
    studio.desk.do(MarkDone((studio.thread(),)))
    studio.later(minutes=5)
    studio.read()
    assert studio.places() == before
