"""What went wrong with a server, as one sentence: each failure of connecting and reading becomes a MailboxError."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterable
from typing import Literal

from config.schema import Server
from triage.mail.clean import clean_line
from triage.mail.mailbox import MailboxError
from triage.mail.wire import GarbageError, HangupError, RefusedError

WORDS_LIMIT = 200

Service = Literal["imap", "smtp"]

_EXPIRED, _NOT_YET = 10, 9
_SELF_SIGNED = frozenset({18, 19})
_UNKNOWN_ISSUER = frozenset({2, 20, 21})
_NO_SUCH_HOST = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
_NO_TLS = frozenset(
    {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "HTTP_REQUEST", "UNKNOWN_PROTOCOL", "PACKET_LENGTH_TOO_LONG"}
)
_WRONG_HOST = frozenset({62, 64})
_PASSING = re.compile(
    r"\[(?:UNAVAILABLE|INUSE|LIMIT|OVERQUOTA|SERVERBUG)\]|too many|exceeded|temporar|try again|rate limit|later",
    re.IGNORECASE,
)
_STATUS = re.compile(r"\S+ (NO|BAD|BYE)\b ?(.*)", re.DOTALL | re.IGNORECASE)
_CODE = re.compile(r"\[[A-Z0-9-]+(?: [^\]]*)?\] ?", re.IGNORECASE)


def quoted(words: bytes | str, secrets: Iterable[str] = ()) -> str:
    """A server's words, clean, short, without the secrets and between quotation marks; empty where it said nothing."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    for secret in secrets:
        if secret:
            text = text.replace(secret, "…")
    text = clean_line(_CODE.sub("", text, count=1), WORDS_LIMIT)
    return f" (“{text}”)" if text else ""


def explain(error: Exception, server: Server, waited: float, service: Service = "imap") -> MailboxError:
    """The sentence for an error of the network, of TLS or of the wire; `waited` is the time-out in seconds."""
    match error:
        case MailboxError():
            return error
        case ssl.SSLError():
            return _explain_tls(error, server, service)
        case HangupError() | ConnectionResetError() | BrokenPipeError() | ConnectionAbortedError():
            words = error.words if isinstance(error, HangupError) else b""
            return MailboxError(f"{server.host} closed the connection{quoted(words)}.")
        case OSError() | UnicodeError():
            return _explain_network(error, server, waited, service)
        case RefusedError():
            return MailboxError(f"{server.host} refused to show the mail{quoted(error.words)}.")
        case GarbageError():
            said = quoted(error.words)
            return MailboxError(f"What {server.host} sent is not {service.upper()}{said}. Check host and port.")
        case _:
            return MailboxError(f"{server.host} sent an answer that can't be read.")


def explain_login(line: bytes, server: Server, secrets: Iterable[str]) -> MailboxError:
    """The sentence for a login that failed, whose last refusal from the server was `line`."""
    status = _STATUS.match(line.decode("utf-8", "replace"))
    if not status:
        return explain(GarbageError(), server, 0)
    kind, text = status[1].upper(), status[2]
    words = quoted(text, secrets)
    if kind == "BYE":
        return MailboxError(f"{server.host} closed the connection{words}.")
    if _PASSING.search(text):
        return MailboxError(f"{server.host} lets nobody in now{words}. Try again later.")
    source = "password_env" if server.password_env else "password_command"
    return MailboxError(
        f"{server.host} refused the user name or the password{words}. Check user and {source}.", permanent=True
    )


def _explain_network(error: OSError | UnicodeError, server: Server, waited: float, service: Service) -> MailboxError:
    host = server.host
    match error:
        case socket.gaierror() if error.errno in _NO_SUCH_HOST:
            # Some systems say the same without a network, so it is tried again.
            advice = f"Check host in [account.{service}], and the network."
            return MailboxError(f"No server called {host} is found. {advice}")
        case socket.gaierror():
            return MailboxError(f"The name {host} could not be looked up. Check the network.")
        case UnicodeError():
            return MailboxError(f"{host} can't be a server's name. Check host in [account.{service}].", permanent=True)
        case TimeoutError():
            return MailboxError(f"{host} has not answered for {waited:g} seconds.")
        case ConnectionRefusedError():
            port = _port(server, service)
            return MailboxError(f"{host} takes no connections at port {port}. Check port, or try later.")
        case _:
            reason = clean_line(error.strerror or str(error), WORDS_LIMIT)
            return MailboxError(f"{host} can't be reached: {reason}.")


def _port(server: Server, service: Service) -> int:
    return server.imap_port if service == "imap" else server.smtp_port


def _explain_tls(error: ssl.SSLError, server: Server, service: Service) -> MailboxError:
    host = server.host
    match error:
        case ssl.SSLCertVerificationError():
            return MailboxError(f"{host}: {_certificate(error, server, service)}", permanent=True)
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return MailboxError(f"{host} closed the connection.")
        case _ if error.reason in _NO_TLS:
            advice = f'Check port and security ("tls" or "starttls") in [account.{service}].'
            port = _port(server, service)
            return MailboxError(f"{host} does not speak TLS at port {port}. {advice}", permanent=True)
        case _:
            return MailboxError(
                f"{host}: the encrypted connection broke ({clean_line(str(error.reason), WORDS_LIMIT)})."
            )


def _certificate(error: ssl.SSLCertVerificationError, server: Server, service: Service) -> str:
    code = error.verify_code
    if code == _EXPIRED:
        return "its certificate has expired. Ask whoever runs the server."
    if code == _NOT_YET:
        return "its certificate is not valid yet. Check this computer's clock."
    if code in _WRONG_HOST:
        return f"its certificate is for another name. Check host in [account.{service}]."
    if code in _SELF_SIGNED or code in _UNKNOWN_ISSUER:
        who = "is self-signed" if code in _SELF_SIGNED else "comes from an authority that is not known here"
        trusted = "ca_file does not vouch for it" if server.ca_file else "if you trust it, set ca_file"
        return f"its certificate {who}; {trusted}."
    return f"its certificate can't be trusted{quoted(error.verify_message)}."
