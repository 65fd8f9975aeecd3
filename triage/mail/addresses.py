"""Address fields to addresses: the structure is read before encoded words are decoded, in one pass."""

from __future__ import annotations

import re
from functools import lru_cache

from triage.mail.clean import clean_line
from triage.mail.encoded_words import decode_words, mend
from triage.model.message import Address

LONGEST = 65536  # characters of a field that are read
_MOST = 500
_CACHED = 1000
_NAME = 200
_ADDRESS = 320

_ATOM = r"[^\s<>@,;:()\"\\\[\]]+"
_PLAIN = re.compile(rf"(?:\"([^\"\\]*+)\"\s*+|([^\"<>@,;:()\\]*+))<({_ATOM}@{_ATOM})>", re.ASCII)
_BARE = re.compile(rf"{_ATOM}@{_ATOM}")
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"?|<[^<>]*>?|[^",;:()<>\\]+|.', re.DOTALL)
_HIDDEN = re.compile(r"\s*([^\s@\"]++) at ([^\s@\".]++(?:\.[^\s@\".]++)++)\s*")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def read_addresses(value: str) -> tuple[Address, ...]:
    """The mailboxes of an address field, at most 500; groups, comments and quoted names as RFC 5322 has them.

    `value` is UTF-8 with stray bytes kept as surrogates. A name without an address is kept
    only when it is all there is.
    """
    return _read_cached(value) if len(value) <= _CACHED else _read(value[:LONGEST])


def _read(value: str) -> tuple[Address, ...]:
    value = value.strip()
    if match := _PLAIN.fullmatch(value):
        return (_address(match[1] or match[2] or "", match[3]),)
    if _BARE.fullmatch(value):
        return (_address("", value),)
    scan = _Scan()
    for piece in _PIECE.findall(value):
        scan.take(piece)
        if len(scan.found) >= _MOST:
            break
    return scan.end()


_read_cached = lru_cache(maxsize=16384)(_read)


class _Scan:
    """One address list on its way: the words, comments and angle address of the mailbox that is being read."""

    def __init__(self) -> None:
        self.found: list[Address] = []
        self._depth = 0
        self._words: list[str] = []
        self._comments: list[str] = []
        self._angle: str | None = None
        self._whole = False  # an address stands among the words

    def take(self, piece: str) -> None:
        if self._depth or piece in "()":
            self._comment(piece)
        elif piece[0] == "<":
            self._angle = piece.strip("<>").rpartition(":")[2]
        elif piece == ",":
            # "Doe, John <j@x>": a comma that nobody quoted belongs to the name
            if self._angle is not None or self._whole:
                self._flush()
            elif self._words:
                self._words.append(piece)
        elif piece == ";":
            self._flush()
        elif piece == ":":
            self._words.clear()
        elif piece not in (">", "\\"):
            self._words.append(piece)
            self._whole = self._whole or "@" in piece

    def end(self) -> tuple[Address, ...]:
        self._flush()
        named = tuple(one for one in self.found if one.address)
        return (named or tuple(self.found[:1]))[:_MOST]

    def _comment(self, piece: str) -> None:
        if piece == "(":
            self._depth += 1
        elif piece == ")":
            self._depth = max(0, self._depth - 1)
        elif self._depth:
            self._comments.append(piece)

    def _flush(self) -> None:
        words, angle = self._words, self._angle
        if angle is None:
            words, angle = _bare(words)
        name = "".join(_unquote(word) if word[0] == '"' else word for word in words).strip(" ,\t")
        if angle or name:
            self.found.append(_address(name or " ".join(self._comments), angle))
        self._words, self._comments, self._angle, self._whole = [], [], None, False


def _bare(words: list[str]) -> tuple[list[str], str]:
    """An address without angle brackets: the word with "@"; what stands around it is its name.

    Public archives write "ann at client.example".
    """
    if hidden := _HIDDEN.fullmatch("".join(words)):
        return [], f"{hidden[1]}@{hidden[2]}"
    pieces = "".join(words).split()
    for at, piece in enumerate(pieces):
        if "@" in piece:
            rest = " ".join(pieces[:at] + pieces[at + 1 :])
            return ([rest] if rest else []), piece
    return words, ""


def _unquote(word: str) -> str:
    return _ESCAPE.sub(r"\1", word[1:-1] if word.endswith('"') and len(word) > 1 else word[1:])


def _address(name: str, address: str) -> Address:
    if not address.isascii():
        address = mend(address)
    address = clean_line("".join(address.split()), _ADDRESS).lower()
    name = decode_words(name, _NAME).strip("\"' ") if name else ""
    return Address("" if name.lower() == address else name, address)
