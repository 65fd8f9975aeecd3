"""The likeliest charset of text that names none: by what its high bytes look like, tried on a bounded piece."""

from __future__ import annotations

import re

_LOOKED_AT = 65536
_HIGH = re.compile(rb"[\x80-\xff]+")
_LETTERS_A_RUN = 2.2  # Western words seldom have two accented letters side by side
_ORDERLY = 8  # a misread pair in this many letters, and it is no Cyrillic

# capitals inside words, signs between letters, the frames of KOI8: what Eastern text looks like in a Cyrillic charset
_MISREAD = re.compile(r"[а-яёђѓєѕіїјљњћќўџґ][А-ЯЁЂЃЄЅІЇЈЉЊЋЌЎЏҐ]|[^\W\d_][°±µ¶·¬®©‚„†‡€‰‹•¤¦§¨][^\W\d_]|[─-╬]")
_SHORTEST_EASTERN = 6  # bytes
_FREQUENT = "оеаинтсрвлі"
_EASTERN = (
    ("euc-jp", re.compile("[\u3041-\u30ff]"), 0.3),
    ("cp932", re.compile("[\u3041-\u30ff]"), 0.3),
    ("cp949", re.compile("[\uac00-\ud7a3]"), 0.9),
    ("gb18030", re.compile("[\u4e00-\u9fff]"), 0.6),
    ("big5hkscs", re.compile("[\u4e00-\u9fff]"), 0.6),
    ("cp874", re.compile("[\u0e01-\u0e5b]"), 0.9),
)
"""Codecs with the characters that they are for, and the share of those among all that are not ASCII."""


def guess(raw: bytes) -> str:
    """Text of bytes that are not UTF-8 and whose charset nobody tells: Western, Cyrillic or Eastern.

    The five bytes that Windows-1252 leaves open are dropped.
    """
    piece = raw[:_LOOKED_AT]
    runs = _HIGH.findall(piece)
    joined = b"".join(runs)
    if len(joined) < _LETTERS_A_RUN * len(runs):
        return raw.decode("cp1252", "ignore")
    cyrillic = max(("cp1251", "koi8-u"), key=lambda codec: _cyrillic_score(joined.decode(codec, "replace")))
    misread = sum(1 for _ in _MISREAD.finditer(piece.decode(cyrillic, "replace")))
    codec = _eastern(piece) if len(joined) >= _SHORTEST_EASTERN and misread * _ORDERLY > len(joined) else None
    return raw.decode(codec or cyrillic, "replace")


def _cyrillic_score(text: str) -> int:
    """Of two charsets that swap capitals and small letters, the one with the likelier letters, small ones first."""
    return 4 * sum(map(text.casefold().count, _FREQUENT)) + sum(map(str.islower, text))


def _eastern(piece: bytes) -> str | None:
    piece = piece[: piece.rfind(b"\n") + 1] if len(piece) == _LOOKED_AT else piece  # no character is cut
    for codec, own, share in _EASTERN:
        try:
            text = piece.decode(codec)
        except ValueError:
            continue
        foreign = sum(not char.isascii() for char in text)
        if sum(1 for _ in own.finditer(text)) > share * foreign:
            return codec
    return None
