"""What a single setting may hold; the description in a type's `Meta` is the phrase that an error gives as allowed."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

from msgspec import Meta

from config.durations import Length

_UNPRINTED = r"\x00-\x1f\x7f-\x9f"
_ATOM = rf"[^\s@<>()\[\]\\,;:\"{_UNPRINTED}]+"
_LABEL = rf"[^\s@<>()\[\]\\,;:\".{_UNPRINTED}]+"
_DOMAIN = rf"@{_LABEL}(?:\.{_LABEL})*"

Line = Annotated[str, Meta(pattern=rf"\A[^{_UNPRINTED}]*\Z", description="a text of one line")]
Word = Annotated[str, Meta(pattern=rf"\A[^{_UNPRINTED}]+\Z", description="a text of one line, not empty")]
Lines = Annotated[str, Meta(pattern=rf"\A(?:[^{_UNPRINTED}]|[\t\n])*\Z", description="a text")]
Login = Annotated[str, Meta(pattern=rf"\A[^{_UNPRINTED}]+\Z", description="the name to log in with")]
MailAddress = Annotated[
    str, Meta(pattern=rf"\A{_ATOM}{_DOMAIN}\Z", description='an address such as "me@studio.example"')
]
AddressOrDomain = Annotated[
    str,
    Meta(
        pattern=rf"\A(?:{_ATOM})?{_DOMAIN}\Z",
        description='an address such as "me@studio.example", or "@studio.example" for every address there',
    ),
]
Host = Annotated[
    str,
    Meta(pattern=rf"\A[^\s/@\[\]{_UNPRINTED}]+\Z", description='the name of a server such as "imap.studio.example"'),
]
Port = Annotated[int, Meta(ge=1, le=65_535, description="a whole number from 1 to 65535")]
Command = Annotated[tuple[Word, ...], Meta(description='a list of words such as ["pass", "show", "mail/work"]')]
Variable = Annotated[
    str,
    Meta(
        pattern=r"\A(?:[A-Za-z_][A-Za-z0-9_]*)?\Z",
        description='the name of an environment variable such as "MAIL_PASSWORD"',
    ),
]
Duration = Annotated[timedelta, Meta(description="a time such as 90m, 24h, 2d")]
Limit = Annotated[Length, Meta(description="a time such as 90m, 24h, 2d")]
DurationOrAll = Annotated[timedelta | None, Meta(description='a time such as 90d, or "all"')]
HolidayCode = Annotated[
    str,
    Meta(pattern=r"\A(?:[A-Z]{2}(?:-[A-Z0-9]{1,4})?)?\Z", description='a country such as "UA", or a part, "DE-BY"'),
]
Security = Literal["tls", "starttls", "none"]
Language = Literal["en", "ru", "uk", "bg", "de"]
Archived = Literal["rest", "waits"]
SentCopy = Literal["auto", "yes", "no"]
Layout = Literal["", "ru", "uk", "bg", "bg-phonetic"]
