"""From an account of the settings to an open mailbox. The password lives here alone, and in no error, log or trace."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from contextlib import suppress

from imapclient import SocketTimeout
from imapclient.exceptions import IMAPClientError

from config.schema import Account, Server
from triage.mail.connection import WireClient, greet, reach
from triage.mail.imap import ImapMailbox
from triage.mail.imap_filing import ImapFiling
from triage.mail.mailbox import MailboxError
from triage.mail.trouble import explain, explain_login, quoted
from triage.mail.wire import HangupError, Wire

TIMEOUT = SocketTimeout(10, 30)
PASSWORD_TIMEOUT = 30.0

_PLAIN_USER = re.compile(r"[A-Za-z0-9.@_+=-]+")


class Secret:
    """A password that shows itself to nobody by accident."""

    __slots__ = ("_word",)

    def __init__(self, word: str) -> None:
        self._word = word

    def __repr__(self) -> str:
        return "Secret()"

    def reveal(self) -> str:
        """The password."""
        return self._word


def connect(account: Account, timeout: SocketTimeout = TIMEOUT) -> ImapMailbox:
    """Log in to an account's IMAP server to read, with time-outs for connecting and for each read.

    Raises MailboxError.
    """
    return ImapMailbox(_enter(account.imap, timeout), account, timeout.read)


def connect_filing(account: Account, timeout: SocketTimeout = TIMEOUT) -> ImapFiling:
    """Log in to an account's IMAP server to file, with the same time-outs. Raises MailboxError."""
    return ImapFiling(_enter(account.imap, timeout), account, timeout.read)


def password(server: Server, timeout: float = PASSWORD_TIMEOUT) -> Secret:
    """The password from the environment, or the first line that the settings' command prints. Raises MailboxError."""
    if server.password_env:
        word = os.environ.get(server.password_env, "")
        if not word:
            raise MailboxError(
                f"The environment variable {server.password_env} holds no password for {server.host}.", permanent=True
            )
        return Secret(word)
    if not server.password_command:
        raise MailboxError(f"No password for {server.host}: set password_command or password_env.", permanent=True)
    printed = _run(server, timeout)
    word = printed.partition(b"\n")[0].removesuffix(b"\r").decode("utf-8", "surrogateescape")
    if not word or not word.isprintable():
        raise MailboxError(f"password_command of {server.host} printed no password in its first line.", permanent=True)
    return Secret(word)


def _enter(server: Server, timeout: SocketTimeout) -> WireClient:
    """A connection that is logged in. Raises MailboxError."""
    wire = None
    waited = timeout.connect
    try:
        secret = password(server)
        wire = reach(server, server.imap_port, timeout)
        client = greet(wire, server, timeout)
        waited = timeout.read
        trouble = _log_in(client, server, secret)
        if trouble is None:
            return client
    except Exception as error:
        # imaplib raises whatever a strange answer makes of it.
        trouble = explain(_hangup(error, wire), server, waited)
    if wire:
        wire.close()
    # A new error, raised here: the frames and the context of the first one may hold the password.
    raise MailboxError(trouble.why, permanent=trouble.permanent)


def _run(server: Server, timeout: float) -> bytes:
    """What the password command prints. It may not read the terminal, which is Triage's own."""
    name = quoted(server.password_command[0])
    try:
        process = subprocess.Popen(  # noqa: S603 - the person's own command, without a shell
            server.password_command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError:
        raise MailboxError(f"password_command of {server.host}{name} can't be started.", permanent=True) from None
    with process:
        try:
            printed, complaints = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            why = f"password_command of {server.host} did not finish in {timeout:g} seconds."
            raise MailboxError(why) from None
    if process.returncode:
        words = quoted(complaints, [printed.decode("utf-8", "replace").strip()])
        raise MailboxError(
            f"password_command of {server.host} failed with status {process.returncode}{words}.", permanent=True
        )
    return printed


def _log_in(client: WireClient, server: Server, secret: Secret) -> MailboxError | None:
    """Log in, with AUTHENTICATE PLAIN where LOGIN can't carry the words. Returns what went wrong, if it was refused."""
    word = secret.reveal()
    simple = _PLAIN_USER.fullmatch(server.user) and word.isascii() and word.isprintable()
    client.wire.last_status = b""
    try:
        if simple and not client.has_capability("LOGINDISABLED"):
            client.login(server.user, word)
        else:
            client.plain_login(server.user, word)
    except IMAPClientError:
        return explain_login(client.wire.last_status, server, [word])
    return None


def _hangup(error: Exception, wire: Wire | None) -> Exception:
    """The same error, or the BYE that imaplib made another one of."""
    if wire and isinstance(error, IMAPClientError) and wire.last_status[:6].upper() == b"* BYE ":
        return HangupError(wire.last_status[6:])
    return error
