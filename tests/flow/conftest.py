"""The servers of the contract suite, and a house over each of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.flows import Home
from tests.support.imap_host import ImapHost, MailHost
from tests.support.memory_mailbox import MemoryServer
from tests.support.smtp_sink import SmtpSink
from tests.support.stories import ALIAS
from tests.support.studio import Studio
from triage.mail.wire import Wire

HOSTS = (
    "memory",
    "memory_plain",
    pytest.param("dovecot", marks=pytest.mark.dovecot),
    pytest.param("dovecot_plain", marks=pytest.mark.dovecot),
)


@pytest.fixture(params=HOSTS)
def host(request: pytest.FixtureRequest) -> MailHost:
    """A server with an empty INBOX and Sent."""
    found: MailHost = request.getfixturevalue(f"{request.param}_host")
    return found


@pytest.fixture
def home(host: MailHost, tmp_path: Path) -> Home:
    """One account, "work", over each kind of server."""
    return Home(tmp_path, {"work": host})


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    with SmtpSink() as running:
        yield running


@pytest.fixture
def studio(dovecot_host: ImapHost, sink: SmtpSink, tmp_path: Path) -> Studio:
    """A triage round on Dovecot and a sink, at hour 2."""
    return Studio(Home(tmp_path, {"work": dovecot_host}, now=2, send_as=(ALIAS,), sink=sink), dovecot_host, sink)


@pytest.fixture
def memory_studio(memory_host: MemoryServer, sink: SmtpSink, tmp_path: Path) -> Studio:
    """The same where a real IMAP server would add nothing."""
    return Studio(Home(tmp_path, {"work": memory_host}, now=2, send_as=(ALIAS,), sink=sink), memory_host, sink)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every line that is sent to a server, its tag left out."""
    lines: list[str] = []
    send = Wire.send

    def noting(wire: Wire, data: bytes) -> None:
        lines.extend(line.partition(" ")[2] for line in data.decode("ascii").splitlines())
        send(wire, data)

    monkeypatch.setattr(Wire, "send", noting)
    return lines
