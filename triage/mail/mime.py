"""The one adapter to mail-parser: bytes of a mail to a tree of parts, bounded in depth and number, never an error."""

from __future__ import annotations

import binascii
import logging
import mimetypes
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.policy import Compat32

import mailparser

from triage.mail.charsets import decode
from triage.mail.clean import clean_line
from triage.mail.encoded_words import decode_words, mend, named_charset
from triage.mail.mending import mend_source

Tree = Message  # of the standard library; mail-parser builds the same

# mail-parser would write its warnings over a full screen
logging.getLogger("mailparser").addHandler(logging.NullHandler())
logging.getLogger("mailparser").propagate = False

_DEEPEST = 20
_MOST_PARTS = 200
_LONGEST_FIELD = 10_000
_MOST_NESTING = 60  # multiparts and mails in the mail
_MOST_LINES = 2000  # that look like a boundary
_MOST_LOOKS = 8_000_000
_MOST_SHORT_LINES = 100_000
_SHORT_LINE = 20  # bytes
_ORDINARY = 300_000  # bytes up to which mail-parser, which decodes every part at once, is asked
_ORDINARY_HEADER = 65536
_HEADER_END = re.compile(rb"\n\r?\n")
_LONG_LINES = re.compile(rb"[^\n]{%d}|\n(?:[ \t][^\n]*\n){200}" % _LONGEST_FIELD)
_NESTING = re.compile(rb"multipart/|message/", re.IGNORECASE)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_META_CHARSET = re.compile(rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_META_AREA = 4096
_LONGEST_TEXT, _LONGEST_HTML = 300_000, 1_000_000  # bytes
_WORDS = re.compile(rb"^[ \t]*+(?:([A-Za-z0-9+/]++={1,2})|[^\s]++)[ \t]++[^\s]", re.MULTILINE)
_PADDING = re.compile(rb"(?:=\s*+)++")
_UNSAFE_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f]')
_NAME_LENGTH = 120
_EXTENSION_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of a mail: its media type, the file name and the disposition that it gives itself, "" without one."""

    tree: Tree
    media_type: str
    name: str
    disposition: str

    @property
    def inline_text(self) -> bool:
        """It is to be read, not saved."""
        return not self.name and self.shown_file

    @property
    def shown_file(self) -> bool:
        """It is text that may have a name: what a person reads where a mail has no text without one."""
        return self.disposition != "attachment" and self.media_type in ("text/plain", "text/html", "text/enriched")


def open_mail(source: bytes) -> Tree:
    """The tree of a mail's parts. What mail-parser refuses or could choke on, the standard library reads, bounded;
    of a mail with an absurd structure only the header is read, and all the rest is its text.

    Only mail-parser's tree is used: its texts mix in those of forwarded mails and are not reflowed, and its names of
    files do not tell which part they belong to.
    """
    source = mend_source(source)
    if _is_absurd(source):
        return _unparsed(source)
    ordinary = len(source) <= _ORDINARY and _HEADER_END.search(source, 0, _ORDINARY_HEADER)
    if ordinary and not _LONG_LINES.search(source):
        try:
            opened: object = mailparser.parse_from_bytes(source).message
        except Exception:  # it raises AttributeError, ValueError and its own on malformed mail
            opened = None
        if isinstance(opened, Message):
            return opened
    return BytesParser(policy=_BOUNDED).parsebytes(source)


def _is_absurd(source: bytes) -> bool:
    """Parts beyond any real mail's; each level of nesting costs the parsers a call and another look at every line."""
    nesting, lines = sum(1 for _ in _NESTING.finditer(source)), source.count(b"\n")
    if lines > _MOST_SHORT_LINES and len(source) < _SHORT_LINE * lines:
        return True
    return nesting > _MOST_NESTING or source.count(b"\n--") > _MOST_LINES or nesting * lines > _MOST_LOOKS


def _unparsed(source: bytes) -> Tree:
    end = _HEADER_END.search(source, 0, _ORDINARY_HEADER)
    head = source[: end.end()] if end else source[:_ORDINARY_HEADER]
    tree = BytesHeaderParser(policy=_BOUNDED).parsebytes(head)
    tree.set_payload(source[len(head) :].decode("ascii", "surrogateescape"))
    return tree


class _Bounded(Compat32):
    """Fields are cut: the library splits their parameters in quadratic time."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse([line[:_LONGEST_FIELD] for line in sourcelines[:200]])
        return name, value[:_LONGEST_FIELD]


_BOUNDED = _Bounded()


def leaves(tree: Tree) -> list[Part]:
    """The leaf parts in order; a mail inside the mail is one leaf."""
    return list(_walk(tree, 0))[:_MOST_PARTS]


def children(tree: Tree) -> list[Tree]:
    """The parts of a multipart, none for a leaf."""
    return _inner(tree)[:_MOST_PARTS] if media_type(tree).startswith("multipart/") else []


def forwarded(tree: Tree) -> list[Tree]:
    """The mail inside a message/rfc822, the groups of fields of a message/delivery-status."""
    if not media_type(tree).startswith("message/"):
        return []
    if is_base64(tree):  # which the standards forbid, so that the library does not look into it
        return [BytesParser(policy=_BOUNDED).parsebytes(content(tree))] if media_type(tree) == "message/rfc822" else []
    return _inner(tree)


def _inner(tree: Tree) -> list[Tree]:
    payload = tree.get_payload() if tree.is_multipart() else None
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _walk(tree: Tree, depth: int) -> Iterator[Part]:
    inner = children(tree) if depth < _DEEPEST else []
    if not inner:
        yield part(tree)
    for child in inner:
        yield from _walk(child, depth + 1)


def part(tree: Tree) -> Part:
    """What a leaf says of itself."""
    kind = media_type(tree)
    if kind.startswith("multipart/"):
        kind = "text/plain"  # a multipart without parts is the text it holds
    view = _view(tree)
    try:
        name, disposition = view.get_filename("") or "", view.get_content_disposition() or ""
    except Exception:  # the library's reading of RFC 2231 fails in many ways
        name, disposition = "", ""
    return Part(tree, kind, decode_words(name, 400) if name else "", disposition)


def field(tree: Tree, name: str) -> str:
    """A header field as text, stray bytes mended, not decoded otherwise; "" where it is missing."""
    wanted = name.lower()
    for found, value in tree.raw_items():
        if found.lower() == wanted:
            return mend(str(value)[:_LONGEST_FIELD]).replace("\n", " ").replace("\r", " ")
    return ""


def fields(tree: Tree, names: Collection[str]) -> dict[str, str]:
    """The fields of these names (in lower case) as `field` gives them, in one pass over the header."""
    found = dict.fromkeys(names, "")
    for spelling, value in tree.raw_items():
        name = spelling.lower()
        if name in found and not found[name]:
            found[name] = mend(str(value)[:_LONGEST_FIELD]).replace("\n", " ").replace("\r", " ")
    return found


def media_type(tree: Tree) -> str:
    """The type in lower case; text/plain where it is missing or no type at all."""
    value = field(tree, "content-type").partition(";")[0].strip().lower()
    return clean_line(value, 100) if value.count("/") == 1 and " " not in value else tree.get_default_type()


def parameter(tree: Tree, name: str) -> str:
    """A parameter of Content-Type, "" where it is missing."""
    try:
        value = _view(tree).get_param(name, "")
    except Exception:  # as above
        return ""
    return clean_line(value if isinstance(value, str) else str(value[2]), 100)


def content(tree: Tree) -> bytes:
    """The decoded bytes of a leaf, as far as they can be decoded."""
    if tree.is_multipart():
        flat = b"\n".join(map(_flat, _inner(tree)))
        return _decode_base64(flat) if is_base64(tree) else flat
    if is_base64(tree) and (encoded := undecoded(tree)):
        return _decode_base64(encoded.encode("ascii", "ignore"))
    encoding = field(tree, "content-transfer-encoding")
    if encoding != (plain := encoding.strip(" \t\"';").lower()):
        tree.replace_header("Content-Transfer-Encoding", plain)  # the library takes it as it is written
    decoded = tree.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _decode_base64(encoded: bytes) -> bytes:
    """Up to the first line of words: lists put their footer below; text that was never encoded is left as it is."""
    words = _WORDS.search(encoded)
    good = encoded[: words.start()] + (words[1] or b"") if words else encoded
    decoded = b"".join(map(_decode_padded, _PADDING.split(good)))
    return decoded or encoded


def _decode_padded(encoded: bytes) -> bytes:
    raw = _NOT_BASE64.sub(b"", encoded)
    return binascii.a2b_base64(raw[: len(raw) - (len(raw) % 4 == 1)] + b"==")


def is_base64(tree: Tree) -> bool:
    """The leaf says that it is encoded so."""
    return field(tree, "content-transfer-encoding").strip(" \t\"';").lower() == "base64"


def undecoded(tree: Tree) -> str:
    """A leaf's text as it stands in the mail; "" where it holds bytes that its charset does not know."""
    try:
        payload = tree.get_payload()
    except (LookupError, ValueError):
        return ""
    return payload if isinstance(payload, str) else ""


def text(tree: Tree, root: Tree | None = None) -> str:
    """The text of a leaf in whatever charset it turns out to be; HTML and the header of the mail `root` can tell.

    Of very long text as much as anybody is shown.
    """
    raw = content(tree)[: _LONGEST_HTML if media_type(tree) == "text/html" else _LONGEST_TEXT]
    charset = parameter(tree, "charset")
    if raw.isascii():
        return decode(raw, charset)
    named = _META_CHARSET.search(raw, 0, _META_AREA)
    header = "".join(field(root, name) for name in ("subject", "from")) if root is not None else ""
    return decode(raw, charset, named[1].decode("ascii") if named else "", named_charset(header))


def file_name(leaf: Part, at: int) -> str:
    """A name for saving that is safe anywhere: no path, no leading dot, no control character, never empty."""
    name = leaf.name
    if not name and leaf.media_type == "message/rfc822":
        subject = "".join(decode_words(field(inner, "subject"), _NAME_LENGTH) for inner in forwarded(leaf.tree)[:1])
        name = f"{subject.replace('/', '-') or 'message'}.eml"
    name = _UNSAFE_IN_NAMES.sub("_", clean_line(name, 4 * _NAME_LENGTH).replace("\\", "/").rpartition("/")[2])
    name = name.strip(". ") or f"part-{at + 1}{mimetypes.guess_extension(leaf.media_type) or '.bin'}"
    if len(name) <= _NAME_LENGTH:
        return name
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > _EXTENSION_LENGTH:
        return name[:_NAME_LENGTH]
    return f"{stem[: _NAME_LENGTH - len(extension) - 1]}.{extension}"


def _view(tree: Tree) -> Tree:
    """The fields that describe a part, cut and with stray bytes mended: the library fails on them as they are."""
    view = Message()
    for name in ("Content-Type", "Content-Disposition"):
        if value := field(tree, name):
            view[name] = value
    return view


def _flat(tree: Tree) -> bytes:
    try:
        return tree.as_bytes()
    except Exception:  # what was read malformed cannot always be written again
        return b""
