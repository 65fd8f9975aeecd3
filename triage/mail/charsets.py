"""Bytes of a mail to text, whatever charset they claim to be in: never an error, never lost without a sign."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from triage.mail.charset_guess import guess
from triage.mail.charset_names import ALIASES, NUMBERED, REFUSED

_STATEFUL = ("iso2022", "hz", "utf-7", "utf-16", "utf-32")
_HABITS = (None, "utf-8", "ascii", "cp1252")
_PAIRED = frozenset({"gb18030", "cp949", "euc_jp"})
_HIGH = re.compile(rb"[\x80-\xff]+")
_SHIFT = re.compile(r"(?<![A-Za-z0-9])\+(?:-|[A-Za-z0-9+/]++-?)")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_KANJI_ESCAPE = re.compile(rb"\x1b\$[@B]")
_KANJI = re.compile(rb"\x1b\$[@B]([!-~]*)")
_KANA = re.compile(rb"\x1b\(I([!-_]*)")
_ESCAPE = re.compile(rb"\x1b\([BJI]")


def decode(raw: bytes, declared: str = "", *hints: str) -> str:
    """Text of `raw`: UTF-8 where it is valid, else the declared charset, else one of the hints, else the likeliest.

    Charsets that shift by escape sequences look like ASCII, so their own name is believed first; those of Japanese
    are known without it. `hints` are charsets that stand elsewhere in the mail; UTF-8 and Western ones tell nothing.
    """
    codec = _codec(declared[:60]) if declared else None
    if (shifted := _shifted(raw, codec)) is not None:
        return shifted
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        # a declared cp1252 is no more than a habit of many programs
        if codec in _HABITS and _is_broken_utf8(raw, error):
            return raw.decode("utf-8", "replace")
    if codec == "cp1252":
        return raw.decode(codec, "ignore")
    for one in (codec, *(_codec(hint[:60]) for hint in hints if hint)):
        if one not in _HABITS and not one.startswith(_STATEFUL) and not (one in _PAIRED and _is_single(raw)):
            try:
                return raw.decode(one)
            except (LookupError, ValueError):
                continue
    return guess(raw)


def _shifted(raw: bytes, codec: str | None) -> str | None:
    """Text in a charset of several states, None where it is in none."""
    if codec is None or not codec.startswith(_STATEFUL):
        return _japanese(raw) if b"\x1b$" in raw and _KANJI_ESCAPE.search(raw) else None
    if codec.startswith(("utf-16", "utf-32")) and _is_plain(raw):
        return None
    try:
        return raw.decode(codec)
    except (LookupError, ValueError):
        if codec == "utf-7":
            return _SHIFT.sub(_unshift, raw.decode("utf-8", "replace"))
        if codec.startswith("iso2022") and not raw.isascii() and b"\x1b" not in raw:
            return None
        return _japanese(raw) if codec.startswith("iso2022_jp") else raw.decode(codec, "replace")


def _unshift(shifted: re.Match[str]) -> str:
    """What stands between "+" and "-" in UTF-7, or as it is: in text that is only said to be UTF-7 a "+" is a plus."""
    try:
        return shifted[0].encode().decode("utf-7")
    except ValueError:
        return shifted[0]


def _is_plain(raw: bytes) -> bool:
    """UTF-8 without control characters, which text in units of two bytes hardly ever is."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return _CONTROL.search(raw) is None


def _japanese(raw: bytes) -> str:
    """ISO-2022-JP with all that Windows writes in it, by way of Shift JIS."""
    raw = _KANJI.sub(lambda kanji: _shift(kanji[1]), raw)
    raw = _KANA.sub(lambda kana: bytes(byte + 0x80 for byte in kana[1]), raw)
    return _ESCAPE.sub(b"", raw).decode("cp932", "replace")


def _shift(jis: bytes) -> bytes:
    """Two-byte characters of JIS X 0208 as Shift JIS spells them."""
    out = bytearray()
    for row, cell in zip(jis[::2], jis[1::2], strict=False):
        lead = (row + 1) // 2 + (0x70 if row < 0x5F else 0xB0)
        out += bytes((lead, cell + (0x7E if row % 2 == 0 else 0x1F if cell < 0x60 else 0x20)))
    return bytes(out)


def _is_broken_utf8(raw: bytes, error: UnicodeDecodeError) -> bool:
    """UTF-8 all the same: cut off at the end, or with a few bad bytes in much good text."""
    if error.start > 0 and error.start >= len(raw) - 3 and not raw[: error.start].isascii():
        return True
    high = sum(map(len, _HIGH.findall(raw[:65536])))
    bad = raw[:65536].decode("utf-8", "replace").count("\ufffd")
    return bad * 10 < high


def _is_single(raw: bytes) -> bool:
    """Most high bytes stand alone, as accents do: no text in pairs of them."""
    runs = _HIGH.findall(raw[:65536])
    return 2 * sum(len(run) == 1 for run in runs) > len(runs)


@lru_cache(maxsize=256)
def _codec(name: str) -> str | None:
    """Python's name of a charset, None where there is none that mail may use."""
    name = name.strip(" \t\"';,").lower().replace("_", "-")
    for spelling in (name, name.removeprefix("x-").removeprefix("x-").removeprefix("cs")):
        number = NUMBERED.fullmatch(spelling)
        try:
            found = codecs.lookup(ALIASES.get(spelling) or (f"cp{number[1]}" if number else spelling)).name
        except (LookupError, ValueError):
            continue
        return None if found.replace("-", "_") in REFUSED else found
    return None
