"""Each way in which an SMTP server fails: the state it leads to, its words, and that the mail leaves once in the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from imapclient import SocketTimeout

from config.schema import Account
from tests.support.delivering import Sink
from tests.support.office import Office
from tests.support.outgoing import minutes, out_mail, source_of
from tests.support.sending_faults import Fault
from triage.mail.smtp import SmtpSender
from triage.model.outgoing import OutChoice, OutState

QUEUED, REFUSED, IN_DOUBT = OutState.QUEUED, OutState.REFUSED, OutState.IN_DOUBT


@pytest.fixture(scope="module")
def sink() -> Iterator[Sink]:
    with Sink() as found:
        yield found


@pytest.fixture
def office(tmp_path: Path, sink: Sink) -> Office:
    """An office whose account `work` sends through the sink, and waits a fifth of a second for its answers."""
    office = Office(tmp_path / "data")
    office.accounts["work"] = Account("work", "me@studio.example", sink.server(), sink.server())
    office.senders["work"] = lambda account: SmtpSender(account, SocketTimeout(5, 0.2))
    return office


@pytest.mark.parametrize(
    ("fault", "state", "words", "left"),
    [
        ("temp-mail", QUEUED, "Try again later", 0),
        ("perm-mail", REFUSED, "Sender refused", 0),
        ("temp-rcpt", QUEUED, "Mailbox busy", 0),
        ("perm-rcpt", REFUSED, "ann@client.example (“No such user”)", 0),
        ("temp-data", QUEUED, "Try again later", 0),
        ("perm-data", REFUSED, "Refused", 0),
        ("auth-temp", QUEUED, "lets nobody in now", 0),
        ("auth-fail", REFUSED, "refused the user name or the password", 0),
        ("busy", QUEUED, "Too busy", 0),
        ("drop-before", IN_DOUBT, "closed the connection", 0),
        ("drop-after", IN_DOUBT, "closed the connection", 1),
        ("hang", IN_DOUBT, "has not answered", 1),
    ],
)
def test_a_fault_leads_to_its_state_and_the_mail_leaves_once_in_the_end(
    office: Office, sink: Sink, fault: Fault, state: OutState, words: str, left: int
) -> None:
    office.queue(out_mail())
    before = len(sink.messages())
    sink.fault(fault, 1)
    office.deliver(0)
    assert office.mail().state is state
    assert words in office.mail().words
    assert len(sink.messages()) - before == left
    assert office.deliver(0.9) == []
    if state.asks:
        office.deliverer().decide("m1", OutChoice.ARRIVED if left else OutChoice.AGAIN)
    office.deliver(1)
    assert office.mail().state is OutState.SENT
    assert [mail.source for mail in sink.messages()[before:]] == [source_of(out_mail())]


def test_a_server_that_is_not_there_is_tried_again(office: Office, sink: Sink) -> None:
    with Sink() as gone:
        server = gone.server()
    office.accounts["work"] = Account("work", "me@studio.example", server, server)
    office.queue(out_mail())
    office.deliver(0)
    assert (office.mail().state, office.mail().tries, office.mail().leaves) == (QUEUED, 1, minutes(1))
    assert "takes no connections" in office.mail().words
