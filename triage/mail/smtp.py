"""The way out over SMTP: a mail leaves to all its recipients or to none, and each failure says how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from imapclient import SocketTimeout

from config.schema import Account, Server
from triage.mail.accounts import Secret, password
from triage.mail.clean import clean_line
from triage.mail.connection import reach
from triage.mail.sender import Sender, SendError, Verdict
from triage.mail.smtp_wire import WireSmtp, encoded, plain_words, quoted_reply
from triage.mail.trouble import WORDS_LIMIT, explain
from triage.mail.wire import GarbageError, Wire
from triage.mail.wire_address import AddressError, wire_address

TIMEOUT = SocketTimeout(10, 60)

_PATIENCE = 0.2
_NAMED = 3
_LINE_END = re.compile(rb"\r\n|\r|\n")
_DOT = re.compile(rb"(?m)^\.")
_FILES_ITSELF = frozenset(
    {"smtp.gmail.com", "smtp.googlemail.com", "smtp.office365.com", "smtp-mail.outlook.com", "smtp.outlook.com"}
)


def make_sender(account: Account) -> Sender:
    """The way out of an account, without a connection yet."""
    return SmtpSender(account)


def files_own_copies(host: str) -> bool:
    """The server behind this name is known to file what it sends in Sent."""
    return host.lower().rstrip(".") in _FILES_ITSELF


@dataclass(frozen=True, slots=True)
class _Envelope:
    sender: str
    recipients: tuple[str, ...]
    source: bytes

    @property
    def other(self) -> str:
        """The first address that needs SMTPUTF8; empty where there is none."""
        return next((one for one in (*self.recipients, self.sender) if not one.isascii()), "")


class SmtpSender:
    """`Sender` over SMTP, a connection for each mail; time-outs for connecting and for each reply, in seconds."""

    def __init__(self, account: Account, timeout: SocketTimeout = TIMEOUT) -> None:
        self._account = account
        self._timeout = timeout

    def send(self, sender: str, recipients: Sequence[str], source: bytes) -> str:
        """Hand the message over; see `Sender.send`. It is known not to have left unless the body had begun to."""
        server = self._account.smtp
        if server is None:
            why = f"The account {self._account.name} has no [account.smtp]: it is for reading only."
            raise SendError(why, Verdict.NEVER)
        try:
            taken = tuple(dict.fromkeys(map(wire_address, recipients)))
            envelope = _Envelope(wire_address(sender), taken, _LINE_END.sub(b"\r\n", source))
        except AddressError as error:
            raise SendError(error.why, Verdict.NEVER) from None
        if not taken:
            raise SendError("The mail is to nobody.", Verdict.NEVER)
        outcome = _Attempt(server, self._timeout).run(envelope)
        if isinstance(outcome, SendError):
            # A new error, raised here: the frames of the first one may hold the password.
            raise SendError(outcome.why, outcome.verdict)
        return outcome


class _Attempt:
    """One mail over one connection, and how far it has come."""

    def __init__(self, server: Server, timeout: SocketTimeout) -> None:
        self._server = server
        self._timeout = timeout
        self._begun = False

    def run(self, envelope: _Envelope) -> str | SendError:
        """The server's words when it has taken the mail, or what went wrong."""
        wire: Wire | None = None
        waited = self._timeout.connect
        try:
            secret = password(self._server)
            wire = reach(self._server, self._server.smtp_port, self._timeout)
            waited = self._timeout.read
            wire.socket.settimeout(waited)
            outcome = self._talk(WireSmtp(wire), secret, envelope)
        except Exception as error:  # whatever a strange answer makes of it
            if wire:
                wire.close()
            return self._failed(error, waited)
        wire.farewell(min(waited, _PATIENCE), b"QUIT\r\n")
        return outcome

    def _talk(self, line: WireSmtp, secret: Secret, envelope: _Envelope) -> str | SendError:
        try:
            self._enter(line, secret)
            return self._hand_over(line, envelope)
        except SendError as error:
            return error

    def _failed(self, error: Exception, waited: float) -> SendError:
        trouble = explain(error, self._server, waited, "smtp")
        if self._begun:
            return SendError(f"{trouble.why} It may have taken the mail all the same.", Verdict.UNKNOWN)
        return SendError(trouble.why, Verdict.NEVER if trouble.permanent else Verdict.LATER)

    def _enter(self, line: WireSmtp, secret: Secret) -> None:
        """All up to the login."""
        host = self._server.host
        _expect(220, line.getreply(), f"{host} takes no mail now")
        _expect(250, line.ehlo(), f"{host} takes no mail now")
        if self._server.security == "starttls":
            line.go_secure(self._server)
            _expect(250, line.ehlo(), f"{host} takes no mail now")
        if not line.has_extn("auth"):
            # A relay may know its users by the network they are in; one that does not says so at MAIL.
            return
        code, words = line.log_in(self._server.user, secret)
        if code != 235:
            raise self._explain_login(code, words, secret)

    def _explain_login(self, code: int, words: bytes, secret: Secret) -> SendError:
        server = self._server
        if not code:
            advice = "Check port and security in [account.smtp]."
            return SendError(
                f"{server.host} offers no login by password at port {server.smtp_port}. {advice}", Verdict.NEVER
            )
        word = secret.reveal()
        raw = word.encode("utf-8", "surrogateescape")
        said = quoted_reply(words, [word, encoded(b"\0" + server.user.encode() + b"\0" + raw), encoded(raw)])
        if code < 500:
            return SendError(f"{server.host} lets nobody in now{said}.", Verdict.LATER)
        source = "password_env" if server.password_env else "password_command"
        return SendError(
            f"{server.host} refused the user name or the password{said}. Check user and {source} in [account.smtp].",
            Verdict.NEVER,
        )

    def _hand_over(self, line: WireSmtp, envelope: _Envelope) -> str:
        host = self._server.host
        options = self._options(line, envelope)
        reply = line.docmd("MAIL", f"FROM:<{envelope.sender}>{options}")
        _expect(250, reply, f"{host} takes no mail from {envelope.sender}")
        self._name_recipients(line, envelope.recipients)
        _expect(354, line.docmd("DATA"), f"{host} does not take the mail")
        self._begun = True
        ending = b"" if envelope.source.endswith(b"\r\n") else b"\r\n"
        line.wire.send(_DOT.sub(b"..", envelope.source) + ending + b".\r\n")
        reply = line.getreply()
        if 300 <= reply[0] < 400:
            raise GarbageError(b"%d " % reply[0] + reply[1])
        if reply[0] >= 400:
            raise _refusal(reply, f"{host} does not take the mail")
        return clean_line(plain_words(reply[1]).decode("utf-8", "replace"), WORDS_LIMIT)

    def _options(self, line: WireSmtp, envelope: _Envelope) -> str:
        """What MAIL tells of the mail. Raises SendError where the server has said that it can't take such a one."""
        host = self._server.host
        options = ""
        size = len(envelope.source)
        if line.has_extn("size"):
            told = line.esmtp_features["size"]
            most = int(told) if told.isdecimal() and len(told) < 15 else 0
            if 0 < most < size:
                why = f"The mail is {size / 1024**2:.1f} MB, and {host} takes {most / 1024**2:.1f} MB at most."
                raise SendError(f"{why} Send fewer or smaller files.", Verdict.NEVER)
            options = f" SIZE={size}"
        if envelope.other or not envelope.source.isascii():
            if not line.has_extn("smtputf8"):
                whom = f" such as {envelope.other}" if envelope.other else ""
                why = f"{host} does not know addresses{whom}, with other letters than a to z. Use another address."
                raise SendError(why, Verdict.NEVER)
            line.command_encoding = "utf-8"
            options += " SMTPUTF8 BODY=8BITMIME"
        return options

    def _name_recipients(self, line: WireSmtp, recipients: Sequence[str]) -> None:
        """RCPT for each. Raises SendError that names those who are refused: for good, or for now."""
        refused: dict[str, tuple[int, bytes]] = {}
        for recipient in recipients:
            reply = line.docmd("RCPT", f"TO:<{recipient}>")
            if not 250 <= reply[0] < 300:
                refused[recipient] = reply
            if reply[0] == 421:
                break
        for_good = {one: reply for one, reply in refused.items() if reply[0] >= 500}
        if named := for_good or refused:
            names = ", ".join([*named][:_NAMED]) + ("…" if len(named) > _NAMED else "")
            advice = " Check the address." if for_good else ""
            error = _refusal(next(iter(named.values())), f"{self._server.host} takes no mail for {names}")
            raise SendError(error.why + advice, error.verdict)


def _expect(code: int, reply: tuple[int, bytes], why: str) -> None:
    if reply[0] != code:
        raise _refusal(reply, why)


def _refusal(reply: tuple[int, bytes], why: str) -> SendError:
    code, words = reply
    return SendError(f"{why}{quoted_reply(words)}.", Verdict.NEVER if code >= 500 else Verdict.LATER)
