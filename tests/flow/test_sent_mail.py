"""A mail that has left: it counts from the server's yes on, once, and stands in its thread in every other program."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from imapclient import IMAPClient

from config.schema import Account
from tests.support.flows import hour_of
from tests.support.mails import delivery_report
from tests.support.stories import CLIENT, ME, hours
from tests.support.studio import UNTIL, Studio
from triage.mail.imap_filing import ImapFiling
from triage.mail.mailbox import MailboxError
from triage.mail.smtp import SmtpSender
from triage.model.clock import ClockKind
from triage.model.draft import Template
from triage.model.outgoing import OutState

pytestmark = pytest.mark.dovecot
FIRST, LONG = "a@mail.example", "z" * 185 + "@mail.example"


class FilesItself(SmtpSender):
    """A server that files a copy of what it sends in Sent."""

    def __init__(self, account: Account, studio: Studio) -> None:
        super().__init__(account)
        self._studio = studio

    def send(self, sender: str, recipients: Sequence[str], source: bytes) -> str:
        words = super().send(sender, recipients, source)
        self._studio.host.add("Sent", source, self._studio.home.now, ["\\Seen"])
        return words


def refuse(*_: object) -> None:
    raise MailboxError("The server files nothing.")


@pytest.mark.parametrize("copy", ["ours", "the server's", "the server's, and ours can't be filed", "none"])
def test_it_counts_from_the_servers_yes_and_never_twice(
    studio: Studio, copy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Clock case 53."""
    studio.settle('sent_copy = "no"' if copy == "none" else "")
    studio.came(0)
    assert studio.row().count == 1
    if copy.startswith("the server's"):
        studio.restart(lambda account: FilesItself(account, studio))
    if copy.endswith("filed"):
        monkeypatch.setattr(ImapFiling, "holds", refuse)
    studio.acknowledge()
    done = studio.deliver().rows[0]
    assert [(clock.kind, clock.since, clock.due) for clock in done.clocks] == [(ClockKind.ANSWER, hours(2), UNTIL)]
    assert (done.count, studio.row().clocks) == (2, done.clocks)
    assert studio.restart().refresh().rows[0].clocks == done.clocks

    for _ in range(2):
        studio.later(minutes=5)
        studio.read()
        row = studio.row()
        assert (row.count, [(clock.kind, clock.due) for clock in row.clocks]) == (2, [(ClockKind.ANSWER, UNTIL)])
    assert len(studio.folder("Sent")) == (copy != "none")
    assert len(studio.outbox()) == (copy == "none" or copy.endswith("filed"))


def test_a_queued_mail_past_the_due_time_hides_nobody(studio: Studio) -> None:
    """Clock case 53b."""
    studio.came(0)
    studio.home.now = hours(23.5)
    studio.acknowledge()
    studio.home.now = hours(24.6)
    status, said, _ = studio.triage("--overdue")
    assert status == 1
    assert "ann@client.example" in said.splitlines()[0]
    assert said.splitlines()[0].endswith("queued")
    shown = studio.home.threads(24.6)["Logo"]
    assert (shown["lane"], shown["clock"]) == ("overdue", "reply")
    assert shown["outgoing"] == {"kind": "acknowledgement", "state": "queued", "until": "2026-03-03T06:00:00Z"}

    studio.sink.fault("perm-data", 1)
    studio.deliver()
    status, said, _ = studio.triage("--overdue")
    assert (status, said.splitlines()[0].endswith("refused")) == (1, True)


def test_a_bounce_of_an_acknowledgement(studio: Studio) -> None:
    """Clock case 15c."""
    studio.came(0)
    studio.acknowledge()
    studio.deliver()
    mail_id = studio.sent()[0]["Message-ID"]
    status = f"Final-Recipient: rfc822; {CLIENT}\nAction: failed\nStatus: 5.1.1"
    studio.host.add("INBOX", delivery_report(status, original=mail_id), hours(3))
    studio.home.now = hours(3)
    studio.read()
    row = studio.row()
    assert [(clock.kind, clock.since, clock.due) for clock in row.clocks] == [(ClockKind.REPLY, hours(0), hours(24))]
    assert row.marks == ("bounced",)
    assert studio.acknowledge().rows[0].marks == ("bounced", "queued")


@pytest.mark.parametrize(
    ("id_", "references"),
    [
        (FIRST, ""),
        (LONG, ""),
        (LONG, " ".join(f"{number}.{'y' * 60}@mail.example" for number in range(60))),
    ],
    ids=["a plain one", "an id of 200 characters", "a long chain of long ids"],
)
def test_other_programs_keep_the_thread_whole(studio: Studio, id_: str, references: str) -> None:
    """Read back from the server, all mails of the round are one thread by THREAD=REFERENCES."""
    first = references.split(" ", maxsplit=1)[0]
    if first:
        studio.came(-1, id=first)
    studio.came(0, id=id_, refs=references, subject="Re: Logo" if first else "Logo")
    studio.came(1, id="other@other.example", frm="bob@other.example", subject="Print")
    studio.acknowledge()
    studio.deliver()
    draft = studio.desk.write(studio.thread(), Template.REPLY).draft
    studio.desk.send(draft)
    studio.deliver()
    uids = studio.ask_server("Sent", IMAPClient.search)
    source = [found[b"BODY[]"] for found in studio.ask_server("Sent", lambda c: c.fetch(uids, ["BODY[]"])).values()]
    for mail in source:
        studio.host.add("INBOX", mail, hours(3))
    threads = studio.ask_server("INBOX", lambda client: client.thread("REFERENCES"))
    assert sorted(map(_size, threads)) == [1, 4 if first else 3]
    assert [(row.subject, row.count) for row in studio.desk.refresh().rows if row.subject == "Logo"] == [
        ("Logo", 4 if first else 3)
    ]


def _size(thread: object) -> int:
    return sum(map(_size, thread)) if isinstance(thread, list | tuple) else 1


def test_the_answer_ends_what_the_acknowledgement_owed(studio: Studio) -> None:
    studio.came(0)
    studio.acknowledge()
    studio.deliver()
    studio.desk.send(studio.desk.write(studio.thread(), Template.PROGRESS).draft)
    assert studio.deliver().rows[0].clocks == studio.row().clocks != ()
    studio.desk.send(studio.desk.write(studio.thread(), Template.DONE).draft)
    (clock,) = studio.deliver().rows[0].clocks
    assert clock.kind is ClockKind.NUDGE  # the report asks the client to say whether all is right
    assert studio.home.threads()["Logo"]["lane"] == "theirs"
    assert [mail.state for mail in studio.outbox()] == [OutState.SENT] * 3
    studio.came(4, frm=CLIENT, to=ME, subject="Re: Logo", refs=studio.sent()[-1]["Message-ID"].strip("<>"))
    studio.home.now = hours(5)
    studio.read()
    assert studio.outbox() == ()
    assert hour_of(studio.home.threads()["Logo"]["since"]) == 4
