"""The servers of the contract suite, and a house over each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.flows import Home
from tests.support.imap_host import MailHost
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
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every line that is sent to a server, its tag left out."""
    lines: list[str] = []
    send = Wire.send

    def noting(wire: Wire, data: bytes) -> None:
        lines.extend(line.partition(" ")[2] for line in data.decode("ascii").splitlines())
        send(wire, data)

    monkeypatch.setattr(Wire, "send", noting)
    return lines
