"""From a mail of a sheet to the bytes that a server holds: header, body, quotes and attachments, dated from `now`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr, getaddresses, parseaddr
from pathlib import PurePath

from triage.demo.files import TYPES, attachment
from triage.demo.reports import calendar_entry, delivery_report
from triage.demo.script import Mail, Sheet, Thread, span

# How mail programs of each language introduce a quote.
_ATTRIBUTIONS = {
    "bg": "На {at:%d.%m.%Y} г. в {at:%H:%M} {name} <{address}> написа:",
    "de": "Am {at:%d.%m.%Y} um {at:%H:%M} schrieb {name}:",
    "en": "On {at:%d %b %Y} at {at:%H:%M}, {name} <{address}> wrote:",
    "ru": "{at:%d.%m.%Y} {at:%H:%M}, {name} пишет:",
    "uk": "{at:%d.%m.%Y} {at:%H:%M}, {name} <{address}> пише:",
}


@dataclass(frozen=True, slots=True)
class Scene:
    """One mail in its place: its sheet, its thread, its index there, and the moment that all is dated from."""

    sheet: Sheet
    thread: Thread
    index: int
    now: datetime

    @property
    def mail(self) -> Mail:
        """The mail itself."""
        return self.thread.mail[self.index]

    @property
    def mine(self) -> bool:
        """I wrote it."""
        return self.mail.by in ("me", "alias")

    @property
    def arrived(self) -> datetime:
        """When the server took it."""
        return self.now - span(self.mail.ago)

    @property
    def written(self) -> datetime:
        """What its Date header says where it says the truth, in the writer's own time zone."""
        at = self.now - span(self.mail.written) if self.mail.written else self.arrived
        return at.astimezone(timezone(timedelta(hours=self.sheet.zone)))

    @property
    def address(self) -> str:
        """The writer's bare address."""
        return parseaddr(self.sheet.person(self.mail.by))[1]

    @property
    def message_id(self) -> str:
        """Its Message-ID without brackets; empty where it has none."""
        if self.mail.message_id is not None:
            return self.mail.message_id
        return f"{self.thread.id}.{self.index + 1}@{self.address.partition('@')[2]}"

    @property
    def parent(self) -> Scene | None:
        """The mail that it answers."""
        number = self.index if self.mail.answers is None else self.mail.answers
        return Scene(self.sheet, self.thread, number - 1, self.now) if number else None

    @property
    def references(self) -> list[str]:
        """Message-IDs of all mails before it in its branch, oldest first."""
        parent = self.parent
        return [*parent.references, parent.message_id] if parent else []

    @property
    def recipients(self) -> list[str]:
        """The names in To."""
        if self.mail.to:
            return [*self.mail.to]
        if not self.mine:
            return ["me"]
        earlier = [mail.by for mail in self.thread.mail[: self.index] if mail.by not in ("me", "alias")]
        return earlier[-1:]


def compose(scene: Scene) -> bytes:
    """The message as bytes with CRLF line ends."""
    mail = scene.mail
    if mail.report:
        about = Scene(scene.sheet, scene.thread, mail.report.of - 1, scene.now)
        body = delivery_report(mail.report, mail.text, _boundary(scene), compose(about), format_datetime(about.written))
    else:
        body = _body(scene)
    return b"".join(name.encode() + b": " + value + b"\r\n" for name, value in _fields(scene)) + body


def _fields(scene: Scene) -> list[tuple[str, bytes]]:
    mail = scene.mail
    fields = [("Received", _trace(scene))] if not scene.mine else []
    fields += [("From", _addresses(scene, [mail.by])), ("To", _addresses(scene, scene.recipients))]
    if mail.cc:
        fields.append(("Cc", _addresses(scene, mail.cc)))
    if mail.reply_to:
        fields.append(("Reply-To", _addresses(scene, [mail.reply_to])))
    fields.append(("Subject", _subject(scene)))
    date = format_datetime(scene.written) if mail.date is None else mail.date
    if date:
        fields.append(("Date", date.encode()))
    if scene.message_id:
        fields.append(("Message-ID", f"<{scene.message_id}>".encode()))
    if scene.references:
        fields.append(("In-Reply-To", f"<{scene.references[-1]}>".encode()))
        fields.append(("References", "\r\n ".join(f"<{one}>" for one in scene.references).encode()))
    return fields + [(name, value.encode()) for name, value in mail.headers.items()]


def _trace(scene: Scene) -> bytes:
    host = scene.address.partition("@")[2]
    stamp = format_datetime(scene.arrived.astimezone(UTC))
    return f"from mail.{host} (mail.{host} [192.0.2.25])\r\n by mx.studio.example with ESMTPS; {stamp}".encode()


def _addresses(scene: Scene, names: list[str] | tuple[str, ...]) -> bytes:
    pairs = getaddresses([scene.sheet.person(name) for name in names])
    return ",\r\n ".join(formataddr(pair) for pair in pairs).encode()


def _subject(scene: Scene) -> bytes:
    mail = scene.mail
    text = mail.subject
    if text is None:
        text = f"Re: {scene.thread.subject}" if scene.index else scene.thread.subject
    if mail.subject_form == "raw":
        return text.encode(mail.charset)
    if mail.subject_form == "literal" or text.isascii():
        return text.encode()
    return Header(text, mail.charset, header_name="Subject").encode(linesep="\r\n").encode()


def attribution(scene: Scene) -> str:
    """The line that a mail program of that language puts above a quote of this mail."""
    name, address = parseaddr(scene.sheet.person(scene.mail.by))
    return _ATTRIBUTIONS[scene.sheet.language].format(at=scene.written, name=name, address=address)


def new_text(scene: Scene) -> str:
    """The mail's text as its sheet has it, with the quote's first line put in."""
    text = scene.mail.text
    if "{attribution}" in text and scene.parent:
        text = text.replace("{attribution}", attribution(scene.parent))
    return text


def full_text(scene: Scene) -> str:
    """The mail's text with the mails it quotes."""
    parent, place = scene.parent, scene.mail.quote
    if not parent or not place:
        return new_text(scene)
    lines = full_text(parent).rstrip("\n").split("\n")
    quoted = "\n".join((">" if line.startswith(">") or not line else "> ") + line for line in lines)
    quote = f"{attribution(parent)}\n{quoted}\n"
    return f"{new_text(scene)}\n{quote}" if place == "below" else f"{quote}\n{new_text(scene)}"


def _body(scene: Scene) -> bytes:
    mail = scene.mail
    message = EmailMessage(policy=SMTP.clone(cte_type="8bit"))
    if mail.text:
        message.set_content(full_text(scene), charset=mail.charset, cte=mail.encoding)
        if mail.html:
            message.add_alternative(mail.html, subtype="html", charset=mail.charset, cte=mail.encoding)
    else:
        message.set_content(mail.html, subtype="html", charset=mail.charset, cte=mail.encoding)
    if mail.claims:
        message.set_param("charset", mail.claims)
    if mail.invitation:
        people = (scene.sheet.person(mail.by), scene.sheet.person("me"))
        message.make_alternative()
        message.attach(calendar_entry(mail.invitation, people, scene.message_id, scene.now))
    for name in mail.files:
        maintype, subtype = TYPES[PurePath(name).suffix]
        message.add_attachment(attachment(name), maintype=maintype, subtype=subtype, filename=name)
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"{_boundary(scene)}.{number}")
    return message.as_bytes()


def _boundary(scene: Scene) -> str:
    return f"=_{scene.thread.id}.{scene.index + 1}"
