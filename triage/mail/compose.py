"""From a letter to the bytes that leave: built once, in ASCII wherever mail can be, with nothing of Triage in them."""

from __future__ import annotations

import re
import secrets
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from mimetypes import MimeTypes
from pathlib import Path

from triage.mail.clean import clean_line, clean_text
from triage.mail.fields import Field, address_field, id_field, is_id, text_field, usable_ids
from triage.mail.wire_address import AddressError, wire_address
from triage.model.message import Address

FILES_LIMIT = 25 * 1024 * 1024
"""How many bytes all files of a mail may have together; servers seldom take more."""

_LONGEST_LINE = 990
_FILE_NAME = 255
_UNSAFE_IN_NAMES = re.compile(r'[?*:"<>|]')
_OPAQUE = "application/octet-stream"


class ComposeError(Exception):
    """A sentence for the screen: why there is no mail to be made of this, and what to do."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Letter:
    """All that a mail says. Ids are without brackets; `references` are oldest first.

    `date` is aware, in the zone that its header shall name. `files` are names and contents.
    """

    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    text: str
    message_id: str
    references: tuple[str, ...]
    in_reply_to: str | None
    date: datetime
    files: tuple[tuple[str, bytes], ...] = ()

    @property
    def people(self) -> tuple[Address, ...]:
        """Whoever is named in the header, the sender first."""
        return (self.sender, *self.to, *self.cc)


def build_mail(letter: Letter, *, draft: bool = False) -> bytes:
    """The message as bytes with CRLF line ends; a draft may be without recipients. Raises ComposeError."""
    if not (draft or letter.to or letter.cc):
        raise ComposeError("The mail is to nobody: name a recipient.")
    if not is_id(letter.message_id):
        raise ValueError("a letter needs a Message-ID")
    _check_size(len(content) for _, content in letter.files)
    message = EmailMessage(policy=SMTP.clone(utf8=needs_smtputf8(letter)))
    try:
        for field in _fields(letter):
            message[field.name] = field
    except AddressError as error:
        raise ComposeError(error.why) from None
    _set_text(message, letter.text)
    for name, content in letter.files:
        _attach(message, name, content)
    return message.as_bytes()


def needs_smtputf8(letter: Letter) -> bool:
    """Somebody's address has letters beyond ASCII before its "@", which only servers with SMTPUTF8 take (RFC 6531)."""
    return not all(person.address.rpartition("@")[0].isascii() for person in letter.people)


def make_message_id(address: str) -> str:
    """A Message-ID that nobody can guess, in the domain of `address`, without brackets. Raises ComposeError."""
    try:
        domain = wire_address(address).rpartition("@")[2]
    except AddressError as error:
        raise ComposeError(error.why) from None
    return f"{secrets.token_hex(16)}@{domain}"


def read_files(paths: Iterable[str | Path]) -> tuple[tuple[str, bytes], ...]:
    """Names and contents of files to be attached; "~" is the home folder. Raises ComposeError."""
    places = [Path(path).expanduser() for path in paths]
    _check_size(_size(place) for place in places)
    files = tuple((place.name, _read(place)) for place in places)
    _check_size(len(content) for _, content in files)
    return files


def safe_name(name: str) -> str:
    """A file's name as the mail says it: no path, and what no system may have in a name is "_"."""
    last = clean_line(name.replace("\\", "/").rpartition("/")[2], _FILE_NAME)
    return _UNSAFE_IN_NAMES.sub("_", last).strip(". ") or "file"


def _fields(letter: Letter) -> Iterable[Field]:
    yield address_field("From", [letter.sender])
    for name, people in (("To", letter.to), ("Cc", letter.cc)):
        if people:
            yield address_field(name, people)
    yield text_field("Subject", letter.subject)
    yield Field("Date", format_datetime(letter.date).split())
    yield id_field("Message-ID", [letter.message_id])
    answered = [letter.in_reply_to] if letter.in_reply_to and is_id(letter.in_reply_to) else []
    if answered:
        yield id_field("In-Reply-To", answered)
    if references := usable_ids([*letter.references, *answered]):
        yield id_field("References", references)


def _set_text(message: EmailMessage, text: str) -> None:
    """Plain where it is ASCII with lines that servers take, else in the shorter one of the two encodings."""
    text = clean_text(text).rstrip("\n") + "\n"
    raw = text.encode()
    other = sum(byte > 127 for byte in raw)
    if not other and max(map(len, raw.split(b"\n"))) <= _LONGEST_LINE:
        encoding = "7bit"
    else:
        encoding = "quoted-printable" if 6 * other <= len(raw) else "base64"
    message.set_content(text, charset="utf-8", cte=encoding)


def _attach(message: EmailMessage, name: str, content: bytes) -> None:
    name = safe_name(name)
    guessed, packed = MimeTypes().guess_type(name)
    # A message or a multipart may not be encoded (RFC 2046, 5.2.1), so as a file it is mere bytes.
    kind = _OPAQUE if packed or not guessed or guessed.startswith(("message/", "multipart/")) else guessed
    maintype, _, subtype = kind.partition("/")
    params = {"charset": "utf-8"} if maintype == "text" and _is_utf8(content) else None
    message.add_attachment(content, maintype, subtype, filename=name, params=params)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _size(place: Path) -> int:
    try:
        state = place.stat()
    except FileNotFoundError:
        raise ComposeError(f"There is no file {_shown(place)}.") from None
    except (OSError, ValueError) as error:
        raise _unreadable(place, error) from None
    if stat.S_ISDIR(state.st_mode):
        raise ComposeError(f"{_shown(place)} is a folder. Name the files in it.")
    if not stat.S_ISREG(state.st_mode):
        raise ComposeError(f"{_shown(place)} is not a file that can be sent.")
    return state.st_size


def _read(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError as error:
        raise _unreadable(place, error) from None


def _unreadable(place: Path, error: OSError | ValueError) -> ComposeError:
    reason = f": {error.strerror}" if isinstance(error, OSError) and error.strerror else ""
    return ComposeError(f"{_shown(place)} can't be read{reason}.")


def _shown(place: Path) -> str:
    return clean_line(str(place), 200)


def _check_size(sizes: Iterable[int]) -> None:
    total = sum(sizes)
    if total > FILES_LIMIT:
        most, all_of_it = FILES_LIMIT // 1024**2, total / 1024**2
        raise ComposeError(f"The files are {all_of_it:.1f} MB together; a mail carries {most} MB at most.")
