"""Mail servers for every test that wants one: in memory, embedded, and Dovecot with and without its extensions."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterator

import pytest
import trustme
from hypothesis import settings

from config.schema import Account, Server
from tests.support.dovecot import Dovecot, why_not
from tests.support.embedded import embedded_server
from tests.support.imap_host import ImapHost
from tests.support.memory_mailbox import MemoryServer

_numbers = itertools.count(1)

# The same examples on every machine and in every run.
settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.load_profile("same")

# Local times are those of one zone, on whatever machine the tests run.
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()


@pytest.fixture
def memory_host() -> MemoryServer:
    return MemoryServer()


@pytest.fixture
def memory_plain_host() -> MemoryServer:
    return MemoryServer(condstore=False)


@pytest.fixture
def embedded_host() -> Iterator[ImapHost]:
    with embedded_server({"INBOX": [], "Sent": []}) as server:
        settings = Server(server.host, server.user, server.port, "none", password_command=("printf", server.password))
        host = ImapHost(Account("test", "me@studio.example", settings), condstore=False)
        yield host
        host.close()


@pytest.fixture
def dovecot_host(dovecot: Dovecot, user: str) -> Iterator[ImapHost]:
    host = ImapHost(dovecot.account(user), condstore=True)
    yield host
    host.close()


@pytest.fixture
def dovecot_plain_host(dovecot_plain: Dovecot, user: str) -> Iterator[ImapHost]:
    host = ImapHost(dovecot_plain.account(user), condstore=False)
    yield host
    host.close()


@pytest.fixture
def user() -> str:
    """A name that no other test uses."""
    return f"user{next(_numbers)}"


@pytest.fixture(scope="session")
def ca() -> trustme.CA:
    """The authority that signs the test servers' certificates."""
    return trustme.CA()


@pytest.fixture(scope="session")
def dovecot(ca: trustme.CA) -> Iterator[Dovecot]:
    """Dovecot as Debian has it."""
    _needs_dovecot()
    with Dovecot(ca) as server:
        yield server


@pytest.fixture(scope="session")
def dovecot_plain(ca: trustme.CA) -> Iterator[Dovecot]:
    """Dovecot without the extensions that make reading quick, and with dots in folder names."""
    _needs_dovecot()
    hidden = ("CONDSTORE", "QRESYNC", "ESEARCH", "SPECIAL-USE", "LIST-EXTENDED")
    with Dovecot(ca, hidden, separator=".") as server:
        yield server


def _needs_dovecot() -> None:
    reason = why_not()
    if reason and os.environ.get("TRIAGE_NEEDS_DOVECOT") == "1":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
