"""A triage round as a person does it: acknowledged, drafted, flagged, undone; on real servers, in the rows at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from imapclient import IMAPClient

from tests.support.flows import Home, hour_of, put
from tests.support.imap_host import ImapHost
from tests.support.smtp_sink import SmtpSink
from tests.support.stories import CLIENT, hours
from triage.desk.desk import LocalDesk
from triage.model.act import Tone
from triage.model.draft import Template
from triage.model.intents import Acknowledge, FlagTone
from triage.model.outgoing import OutState

pytestmark = pytest.mark.dovecot
UNTIL = hours(30)


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    with SmtpSink() as running:
        yield running


@pytest.fixture
def home(dovecot_host: ImapHost, sink: SmtpSink, tmp_path: Path) -> Home:
    """One account on Dovecot that sends through the sink, at hour 2."""
    return Home(tmp_path, {"work": dovecot_host}, now=2, sink=sink)


def started(home: Home) -> LocalDesk:
    """The program, with all mail read."""
    home.read(bodies=True)
    desk = home.desk()
    desk.refresh()
    return desk


def thread_id(desk: LocalDesk, subject: str = "Logo") -> str:
    return next(row.id for row in desk.inbox().rows if row.subject.endswith(subject))


def sent(sink: SmtpSink) -> list[EmailMessage]:
    return [message_from_bytes(taken.source, policy=policy.default) for taken in sink.messages()]  # type: ignore[misc]


def test_acknowledgement_draft_and_tone_in_one_round(home: Home, dovecot_host: ImapHost, sink: SmtpSink) -> None:
    put(dovecot_host, 0, frm=f"Olha Kovalenko <{CLIENT}>", cc="team@client.example", text="Чи встигнемо до п'ятниці?")
    desk = started(home)
    thread = thread_id(desk)

    flagged = desk.do(FlagTone((thread,), Tone.WORRIED))
    assert (flagged.rows[0].tone, flagged.undoable) == (Tone.WORRIED, True)

    queued = desk.do(Acknowledge((thread,), UNTIL))
    assert queued.rows[0].outgoing is not None
    assert queued.rows[0].outgoing.state is OutState.QUEUED
    assert queued.rows[0].clocks == flagged.rows[0].clocks
    assert desk.deliver().outbox is None
    home.now += timedelta(seconds=10)
    done = desk.deliver()
    assert [(row.clocks[0].kind, hour_of_(row.clocks[0].due)) for row in done.rows] == [("answer", 30)]
    assert done.outbox == ()

    (mail,) = sent(sink)
    assert (mail["To"], mail["Cc"], mail["Subject"]) == (
        f"Olha Kovalenko <{CLIENT}>",
        "team@client.example",
        "Re: Logo",
    )
    assert "Відповім вам до" in mail.get_content()
    assert "worried" not in mail.as_string()

    sheet = desk.write(thread, Template.PROGRESS)
    assert sheet.questions == ("Чи встигнемо до п'ятниці?",)
    first = desk.save_draft(sheet.draft)
    second = desk.save_draft(desk.keep(first))
    (draft,) = other_program(dovecot_host, "Drafts")
    assert draft["Message-ID"] == f"<{second.saved}>"
    assert desk.write(thread, Template.DELAY).draft.text == second.text

    threads = home.threads()
    assert (threads["Logo"]["lane"], threads["Logo"]["tone"], hour_of(threads["Logo"]["due"])) == (
        "owed",
        "worried",
        30,
    )
    assert hour_of(threads["Logo"]["asked"]) == 0


def hour_of_(moment: object) -> float | None:
    return hour_of(str(moment))


def other_program(host: ImapHost, folder: str) -> list[EmailMessage]:
    """What another mail program finds in a folder."""
    server = host.account.imap
    with IMAPClient(server.host, server.imap_port, ssl=False) as client:
        client.login(server.user, "secret")
        client.select_folder(folder, readonly=True)
        found = client.fetch(client.search(), ["BODY.PEEK[]", "FLAGS"])
    return [message_from_bytes(one[b"BODY[]"], policy=policy.default) for one in found.values()]  # type: ignore[misc]
