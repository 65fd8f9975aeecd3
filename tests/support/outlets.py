"""The places that the sender contract is run on: in memory, the SMTP sink by each way of encrypting, and the demo."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import trustme
from imapclient import SocketTimeout

from config.schema import Account, Security, Server
from tests.support.embedded import embedded_server
from tests.support.memory_sender import MemorySender
from tests.support.sending_faults import Fault, Taken
from tests.support.smtp_sink import SmtpSink
from triage.mail.sender import Sender
from triage.mail.smtp import SmtpSender

PATIENT = SocketTimeout(10, 10)
HASTY = SocketTimeout(10, 1)  # for servers that hang


@dataclass(frozen=True, slots=True)
class Outlet:
    """A way out, what arrives at its end, and how to make it fail; `sender` takes the time-outs."""

    sender: Callable[[SocketTimeout], Sender]
    messages: Callable[[], Sequence[Taken]]
    fault: Callable[[Fault, int | None], None] | None = None


@contextmanager
def memory_outlet() -> Iterator[Outlet]:
    sender = MemorySender()
    yield Outlet(lambda _: sender, sender.messages, sender.fault)


@contextmanager
def sink_outlet(ca: trustme.CA, folder: Path, security: Security) -> Iterator[Outlet]:
    with SmtpSink(None if security == "none" else server_context(ca), security) as sink:
        account = sink.account(trusted_file(ca, folder) if security != "none" else "")
        yield Outlet(lambda timeout: SmtpSender(account, timeout), sink.messages, sink.fault)


@contextmanager
def demo_outlet() -> Iterator[Outlet]:
    with embedded_server({"INBOX": []}) as demo:
        server = Server(demo.host, demo.user, demo.smtp_port, "none", ("printf", "%s\\n", demo.password))
        account = Account("test", "me@studio.example", server, server)

        def messages() -> list[Taken]:
            return [Taken(one.sender, one.recipients, one.source) for one in demo.servers.received]

        yield Outlet(lambda timeout: SmtpSender(account, timeout), messages)


def server_context(ca: trustme.CA, name: str = "127.0.0.1") -> ssl.SSLContext:
    """A server's side of TLS, with a certificate for that name."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert(name).configure_cert(context)
    return context


def trusted_file(ca: trustme.CA, folder: Path) -> str:
    """The file to name as `ca_file`."""
    ca.cert_pem.write_to_path(str(folder / "ca.pem"))
    return str(folder / "ca.pem")
