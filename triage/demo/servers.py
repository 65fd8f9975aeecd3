"""The demo's IMAP and SMTP server on the loopback: one daemon thread, one event loop, gone without waiting."""

from __future__ import annotations

import asyncio
import logging
import shlex
import shutil
import sys
import threading
from collections.abc import Coroutine, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

if TYPE_CHECKING:
    from triage.demo.imap_server import ImapServer
    from triage.demo.mailbox import Letter
    from triage.demo.smtp_server import SmtpServer

USER = "daria"
CLIENT = "client"
FOLDERS = ("INBOX", "Sent", "Archive", "Drafts")
EXTRA = {"aiosmtpd", "proxyprotocol", "pymap", "pysasl"}
# Seconds; only a broken machine ever takes so long.
PATIENCE = 10.0

T = TypeVar("T")


class DemoMissing(Exception):  # noqa: N818 - its name is the sentence
    """The packages of the `demo` extra are not installed; the text says the command that installs them."""

    def __init__(self) -> None:
        self.command = f"{python_name()} -m pip install 'triage-inbox[demo]'"
        super().__init__(f"The demo needs packages that are not installed. This installs them: {self.command}")


def python_name() -> str:
    """What to type for the Python that runs now: its bare name where a shell would find it, else its path."""
    name = Path(sys.executable).name
    found = shutil.which(name)
    if found and Path(found) == Path(sys.executable):
        return name
    return shlex.quote(sys.executable)


@dataclass(frozen=True, slots=True)
class Received:
    """A mail that the SMTP server took: the envelope's sender and recipients, and the message's bytes."""

    sender: str
    recipients: tuple[str, ...]
    source: bytes


class DemoServers:
    """Both servers, filled with letters, while the `with` block lasts.

    The user `daria` has the letters; whatever she sends stands in `received` and in the INBOX of the user `client`, who
    has the same password. Raises DemoMissing on construction where the extra is not installed.
    """

    def __init__(self, letters: Sequence[Letter], password: str, folders: Iterable[str] = FOLDERS) -> None:
        try:
            from triage.demo.imap_server import ImapServer
            from triage.demo.smtp_server import SmtpServer
        except ModuleNotFoundError as missing:
            if (missing.name or "").partition(".")[0] in EXTRA:
                raise DemoMissing from missing
            raise
        self._make: tuple[type[ImapServer], type[SmtpServer]] = (ImapServer, SmtpServer)
        self._letters = tuple(letters)
        self._folders = (*folders,)
        self._password = password
        self._received: list[Received] = []
        self._ready: Future[tuple[int, int]] = Future()
        self._thread = threading.Thread(target=self._run, name="triage-demo-servers", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._end = asyncio.Event()
        self._imap: ImapServer | None = None
        self.imap_port = 0
        self.smtp_port = 0

    def __enter__(self) -> Self:
        self._thread.start()
        self.imap_port, self.smtp_port = self._ready.result(PATIENCE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._loop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(PATIENCE)

    @property
    def received(self) -> tuple[Received, ...]:
        """What the SMTP server has taken so far, oldest first."""
        return tuple(self._received)

    @property
    def imap(self) -> ImapServer:
        """The IMAP server, for `ask`."""
        if self._imap is None:
            raise RuntimeError("the demo servers are not running")
        return self._imap

    def ask(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine of one of the servers in their thread, and wait for what it gives."""
        if self._loop is None:
            raise RuntimeError("the demo servers are not running")
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:
            if self._ready.done():
                raise
            self._ready.set_exception(error)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(_note)
        for name in ("mail", "pymap"):
            # A logger without any handler would write warnings over the program's screen.
            logging.getLogger(name).addHandler(logging.NullHandler())
        make_imap, make_smtp = self._make
        self._imap = make_imap((USER, CLIENT), self._password)
        smtp = make_smtp(USER, self._password, self._deliver)
        await self._fill(self._imap)
        try:
            self._ready.set_result((await self._imap.start(), await smtp.start()))
            await self._end.wait()
        finally:
            await self._imap.stop()
            await smtp.stop()

    async def _fill(self, imap: ImapServer) -> None:
        for folder in self._folders:
            if folder != "INBOX":
                await imap.make_folder(USER, folder)
        for letter in self._letters:
            await imap.add(USER, letter.folder, letter.source, letter.arrived, letter.flags)

    async def _deliver(self, sender: str, recipients: tuple[str, ...], source: bytes) -> None:
        self._received.append(Received(sender, recipients, source))
        await self.imap.add(CLIENT, "INBOX", source, datetime.now(UTC))


def _note(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    logging.getLogger("pymap").debug("demo server: %s", context.get("message"))
