"""Header text to what its writer meant: encoded words (RFC 2047) and bare 8-bit bytes, cleaned after decoding."""

from __future__ import annotations

import binascii
import re
from functools import lru_cache

from triage.mail.charsets import decode
from triage.mail.clean import clean_line

_CACHED = 500
# a "?" of its own belongs to the text: many programs forget to encode it
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?((?:[^?=]|\?(?!=)|=(?!\?(?!=)))*+)\?=")


def decode_words(value: str, limit: int = 1000) -> str:
    """One clean line of a header's text; `value` is UTF-8 with stray bytes kept as surrogates (surrogateescape).

    Neighbouring words of one charset are joined as bytes, because senders split characters between them.
    """
    if len(value) <= _CACHED:
        return _decode_cached(value, limit)
    return _decode(value, limit)


def _decode(value: str, limit: int) -> str:
    value = value[: 8 * limit]
    if not value.isascii():
        value = mend(value)
    if "=?" in value:
        value = _join(value)
    return clean_line(value, limit)


# The mails of a thread have their subject in common.
_decode_cached = lru_cache(maxsize=4096)(_decode)


def mend(value: str, hint: str = "") -> str:
    """`value` with its stray bytes read in the charset `hint` if they fit, else in the likeliest one."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return decode(value.encode("utf-8", "surrogateescape"), "", hint)
    return value


def named_charset(value: str) -> str:
    """The charset that the first encoded word of a header's text names, "" without one."""
    found = _WORD.search(value)
    return found[1].partition("*")[0] if found else ""


def _join(value: str) -> str:
    out: list[str] = []
    pending, charset, end = b"", "", 0
    for match in _WORD.finditer(value):
        gap = value[end : match.start()]
        name = match[1].partition("*")[0].lower()
        if pending and (name != charset or gap.strip()):
            out.append(decode(pending, charset))
            pending = b""
        if gap.strip() or end == 0:
            out.append(gap)
        pending, charset, end = pending + _payload(match[2], match[3]), name, match.end()
    out.append(decode(pending, charset))
    out.append(value[end:])
    return "".join(out)


def _payload(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(raw, header=True)
    for source in (raw + b"==", re.sub(rb"[^A-Za-z0-9+/]", b"", raw)[:-1] + b"=="):
        try:
            return binascii.a2b_base64(source)
        except binascii.Error:
            continue
    return raw
