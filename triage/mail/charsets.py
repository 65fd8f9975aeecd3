"""Bytes of a mail to text, whatever charset they claim to be in: never an error, never lost without a sign."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

# What senders call them, and the wider charset that they mean by a narrow name.
_ALIASES = {
    "ansi": "cp1252",
    "cp-1251": "cp1251",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-9": "cp1254",
    "iso8859-1": "cp1252",
    "koi8r": "koi8-r",
    "koi8u": "koi8-u",
    "ks_c_5601-1987": "cp949",
    "latin1": "cp1252",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
    "win-1251": "cp1251",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
}
# Codecs that Python counts as text but no mail is written in; some of them take quadratic time.
_REFUSED = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})
_STATEFUL = ("iso2022", "hz", "utf-7", "utf-16", "utf-32")
_HABITS = (None, "utf-8", "ascii", "cp1252")
_HIGH = re.compile(rb"[\x80-\xff]+")


def decode(raw: bytes, declared: str = "") -> str:
    """Text of `raw`: UTF-8 where it is valid, else the declared charset, else the likeliest one.

    Charsets that shift by escape sequences look like ASCII, so their own name is believed first.
    """
    codec = _codec(declared[:60]) if declared else None
    if codec is not None and codec.startswith(_STATEFUL):
        try:
            return raw.decode(codec, "replace")
        except (LookupError, ValueError):
            codec = None
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        # a declared cp1252 is no more than a habit of many programs
        if codec in _HABITS and _is_broken_utf8(raw, error):
            return raw.decode("utf-8", "replace")
    if codec is not None and codec not in ("utf-8", "ascii"):
        try:
            return _latin(raw) if codec == "cp1252" else raw.decode(codec)
        except (LookupError, ValueError):
            pass
    return _guess(raw)


def _is_broken_utf8(raw: bytes, error: UnicodeDecodeError) -> bool:
    """UTF-8 all the same: cut off at the end, or with a few bad bytes in much good text."""
    if error.start > 0 and error.start >= len(raw) - 3 and not raw[: error.start].isascii():
        return True
    high = sum(map(len, _HIGH.findall(raw[:65536])))
    bad = raw[:65536].decode("utf-8", "replace").count("\ufffd")
    return bad * 10 < high


def _guess(raw: bytes) -> str:
    """Cyrillic where high bytes come in runs (Windows and KOI8 differ in where lower case lies), else Western."""
    runs = _HIGH.findall(raw[:65536])
    joined = b"".join(runs)
    if len(joined) < 2.2 * len(runs):
        return _latin(raw)
    windows = sum(byte >= 0xE0 for byte in joined)
    koi = sum(0xC0 <= byte < 0xE0 for byte in joined)
    return raw.decode("cp1251" if windows >= koi else "koi8-u", "replace")


def _latin(raw: bytes) -> str:
    """Windows-1252; the five bytes it leaves open are dropped."""
    return raw.decode("cp1252", "ignore")


@lru_cache(maxsize=256)
def _codec(name: str) -> str | None:
    """Python's name of a charset, None where there is none that mail may use."""
    name = name.strip(" \t\"'").lower()
    try:
        found = codecs.lookup(_ALIASES.get(name, name)).name
    except (LookupError, ValueError):
        return None
    return None if found.replace("-", "_") in _REFUSED else found
