"""The places that the mailbox contract is run on. Another one needs a fixture `<name>_host` and its name in HOSTS."""

from __future__ import annotations

import pytest

from tests.support.imap_host import MailHost

HOSTS = (
    "memory",
    "memory_plain",
    "embedded",
    pytest.param("dovecot", marks=pytest.mark.dovecot),
    pytest.param("dovecot_plain", marks=pytest.mark.dovecot),
)


@pytest.fixture(params=HOSTS)
def host(request: pytest.FixtureRequest) -> MailHost:
    """A place with an empty INBOX and Sent."""
    found: MailHost = request.getfixturevalue(f"{request.param}_host")
    return found
