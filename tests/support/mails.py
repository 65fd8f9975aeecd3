"""Builders of mails as bytes, as a server hands them out: header fields, leaf parts, multiparts and delivery reports."""

from __future__ import annotations

from base64 import encodebytes
from collections.abc import Iterable

Fields = Iterable[tuple[str, str | bytes]]

ENVELOPE: tuple[tuple[str, str | bytes], ...] = (
    ("From", "Ann Client <ann@client.example>"),
    ("To", "me@studio.example"),
    ("Subject", "Banner sizes"),
    ("Date", "Mon, 2 Mar 2026 12:00:00 +0000"),
    ("Message-ID", "<a1@client.example>"),
)


def header(*fields: tuple[str, str | bytes]) -> bytes:
    """Fields in the order given and the empty line behind them; bytes stand for 8-bit text as it is."""
    lines = (name.encode() + b": " + (value if isinstance(value, bytes) else value.encode()) for name, value in fields)
    return b"".join(line + b"\r\n" for line in lines) + b"\r\n"


def part(
    content: str | bytes,
    content_type: str = "text/plain; charset=utf-8",
    *,
    encoding: str = "",
    name: str = "",
    fields: Fields = (),
) -> bytes:
    """A leaf part with its header; `encoding` "base64" encodes `content`, any other one is only named."""
    raw = content.encode() if isinstance(content, str) else content
    more: list[tuple[str, str | bytes]] = [("Content-Type", content_type)]
    if encoding:
        more.append(("Content-Transfer-Encoding", encoding))
    if name:
        more.append(("Content-Disposition", f'attachment; filename="{name}"'))
    body = encodebytes(raw).replace(b"\n", b"\r\n") if encoding == "base64" else raw.replace(b"\n", b"\r\n")
    return header(*more, *fields) + body


def multipart(subtype: str, *parts: bytes, parameters: str = "") -> bytes:
    """A multipart of finished parts."""
    boundary = f"=_{subtype}_{len(parts)}_{sum(map(len, parts))}"
    inner = b"".join(f"\r\n--{boundary}\r\n".encode() + one for one in parts)
    fields = header(("Content-Type", f'multipart/{subtype}; boundary="{boundary}"{parameters}'))
    return fields + inner + f"\r\n--{boundary}--\r\n".encode()


def mail(content: bytes, *fields: tuple[str, str | bytes]) -> bytes:
    """A whole mail: `content` is a finished part or multipart; `fields` come before those of `ENVELOPE`."""
    named = {name.lower() for name, _ in fields}
    rest = (field for field in ENVELOPE if field[0].lower() not in named)
    return header(*fields, *rest, ("MIME-Version", "1.0"))[:-2] + content


def delivery_report(
    status: str,
    *,
    original: str = "<m1@studio.example>",
    said: str = "It could not be delivered.\n",
    whole_original: bool = False,
) -> bytes:
    """An RFC 3464 report about the mail `original`; `status` holds the fields of one recipient."""
    copy = header(("From", "me@studio.example"), ("Message-ID", original), ("Subject", "Sizes"))
    kind = "message/rfc822" if whole_original else "text/rfc822-headers"
    content = multipart(
        "report",
        part(said),
        part(f"Reporting-MTA: dns; mx.studio.example\n\n{status}\n", "message/delivery-status"),
        part(copy.replace(b"\r\n", b"\n"), kind),
        parameters="; report-type=delivery-status",
    )
    return mail(content, ("From", "MAILER-DAEMON@mx.studio.example"), ("Return-Path", "<>"))
