"""Headers that break the rules, mended so that every parser reads on: what is regular comes back as it is."""

from __future__ import annotations

import re

_LONGEST = 1_000_000  # bytes of a header that are looked at
_MOST_LINES = 2000
_MARK = b"\xef\xbb\xbf"

_REGULAR = re.compile(rb"(?:From [^\r\n]*+\r?\n)?(?:[!-9;-~]++:[^\r\n]*+\r?\n(?:[ \t][^\r\n]*+\r?\n)*+)*+(?:\r?\n|\Z)")
_BARE_RETURN = re.compile(rb"\r(?!\n)")
_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_OF_A_HEADER = re.compile(
    rb"(?:received|return-path|delivered-to|message-id|mime-version|content-[a-z-]{1,40}|x-[a-z0-9-]{1,60}|list-[a-z]{1,20}"
    rb"|dkim-signature|arc-[a-z-]{1,40}|authentication-results|references|in-reply-to)[ \t]*:"
    rb"|(?:from|to|cc|sender|reply-to)[ \t]*:[^\n]{0,300}@|date[ \t]*:[^\n]{0,60}\d:\d\d",
    re.IGNORECASE,
)
_ODD_BOUNDARIES = {
    name: re.compile(
        # the name comes first, as plain text, since that is found fast
        rb"(?<=[Bb])%s[ \t]*=[ \t]*(?:\"(?:(<[^\"\r\n]{1,200}>)|([^\"\r\n]{0,200}+\r?\n[ \t]+[^\"\r\n]{0,200}))\""
        rb"|(<[^\s;\"]{1,200}>))" % name
    )
    for name in (b"oundary", b"OUNDARY")
}
_FOLD = re.compile(rb"\r?\n[ \t]+")
_PLAIN = re.compile(rb"[^A-Za-z0-9._-]")


def mend_source(source: bytes) -> bytes:
    """The bytes of a mail, in which a header ends where its reader thinks it does.

    Blanks before a colon and bare carriage returns go; a line that is no field belongs to the field before it while
    fields of a header follow, else an empty line before it begins the text. Boundaries that are folded or stand in
    angle brackets, which the standard library misreads, are spelt as RFC 2231 has it.
    """
    if not _REGULAR.match(source, 0, _LONGEST):
        source = _mend_header(source.removeprefix(_MARK))
    for name, odd in _ODD_BOUNDARIES.items():
        if name in source:
            source = odd.sub(_spell_boundary, source)
    return source


def _mend_header(source: bytes) -> bytes:
    if b"\n" not in source[:_LONGEST] or b"\r\r\n" in source[:_LONGEST]:
        source = source.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    lines = source[:_LONGEST].split(b"\n", _MOST_LINES)[:_MOST_LINES]
    end = next((at for at, line in enumerate(lines) if not line.strip(b"\r") or line.startswith(b"--")), len(lines))
    last = max((at for at, line in enumerate(lines[:end]) if _OF_A_HEADER.match(line)), default=-1)
    mended: list[bytes] = []
    for at, line in enumerate(lines[:end]):
        line = _BARE_RETURN.sub(b" ", line)
        if field := _FIELD.match(line):
            mended.append(field[1] + b":" + line[field.end() :])
        elif at == 0 and line.startswith(b"From "):
            mended.append(line)
        elif at > last and line[:1] not in b" \t":
            end = at
            break
        elif mended:
            mended.append(b" " + line.lstrip())
    if not mended or (end < len(lines) and lines[end].strip(b"\r")):
        mended.append(b"")  # the text begins with this line
    rest = sum(len(line) + 1 for line in lines[:end])
    return b"\n".join([*mended, b""]) + source[rest:]


def _spell_boundary(found: re.Match[bytes]) -> bytes:
    boundary = _FOLD.sub(b" ", found[1] or found[2] or found[3])
    return b"oundary*=us-ascii''" + _PLAIN.sub(lambda char: b"%%%02X" % ord(char[0]), boundary)
