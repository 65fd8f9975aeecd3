"""The body of a mail to words: readable text, files, links, the delivery report or the meeting that it carries."""

from __future__ import annotations

import re

from triage.mail import mime
from triage.mail.clean import clean_line, clean_text
from triage.mail.html import html_to_text
from triage.mail.reports import read_report
from triage.model.message import Attachment, Words

LONGEST_TEXT = 65536  # bytes of UTF-8
_DEEPEST = 20
_QUOTES = re.compile(r"(?:> ?)*")
_METHOD = re.compile(r"^METHOD(?:;[^:\r\n]{0,200})?:[ \t]*([A-Za-z-]{1,20})", re.MULTILINE | re.IGNORECASE)
_HTML = re.compile(r"\s{0,99}<(?:!doctype html|html[\s>])", re.IGNORECASE)  # whatever the part says of itself
_ENRICHED = re.compile(r"<[^<>]{1,60}>")
_NO_FILES = frozenset({"message/delivery-status", "message/global-delivery-status", "text/rfc822-headers"})


def read_words(source: bytes, whole: bool, size: int) -> Words:
    """The words of a mail from its bytes, header included; unless `whole`, they are cut off `size` - len bytes early.

    `text` is the plain text, else the HTML as text, at most 64 kB; `new_text` stays empty, `rules.quoting.new_text`
    knows it. A mail inside the mail is a file. Never raises: what cannot be read is left out.
    """
    tree = mime.open_mail(source)
    leaves = mime.leaves(tree)
    text, links = _readable(tree, tree, (), 0)
    if not text.strip():
        shown = next((leaf for leaf in leaves if leaf.name and leaf.shown_file), None)
        text, links = _leaf_text(shown.tree, tree, ()) if shown else ("", ())
    text = _cut(clean_text(text).strip("\n"))
    missing = 0 if whole else max(0, size - len(source))
    return Words(
        text=text,
        new_text="",
        attachments=tuple(
            _attachment(leaf, at, missing if at == len(leaves) - 1 else 0)
            for at, leaf in enumerate(leaves)
            if not leaf.inline_text and leaf.media_type not in _NO_FILES
        ),
        links=links,
        report=read_report(tree, leaves, text),
        calendar=next((_method(leaf) for leaf in leaves if leaf.media_type == "text/calendar"), ""),
    )


def read_attachment(source: bytes, part: int) -> tuple[Attachment, bytes]:
    """A file of a whole mail, by its place among the leaf parts, and its bytes.

    Raises LookupError when the mail has no such part.
    """
    leaves = mime.leaves(mime.open_mail(source))
    if not 0 <= part < len(leaves):
        raise LookupError(f"the message has no part {part}")
    leaf = leaves[part]
    content = mime.content(leaf.tree)
    return Attachment(part, mime.file_name(leaf, part), leaf.media_type, len(content)), content


def _readable(tree: mime.Tree, root: mime.Tree, links: tuple[str, ...], depth: int) -> tuple[str, tuple[str, ...]]:
    """The text of a tree in the mail `root`; `links` are those of the parts before it."""
    inner = mime.children(tree) if depth < _DEEPEST else []
    if not inner:
        return _leaf_text(tree, root, links) if mime.part(tree).inline_text else ("", links)
    if mime.media_type(tree) == "multipart/alternative":
        for child in sorted(inner, key=_richness):
            text, more = _readable(child, root, links, depth + 1)
            if text.strip():
                return text, more
        return "", links
    if mime.media_type(tree) == "multipart/related":
        return _readable(inner[0], root, links, depth + 1)
    texts = []
    for child in inner:
        text, links = _readable(child, root, links, depth + 1)
        if text.strip():
            texts.append(text.strip("\n"))
    return "\n\n".join(texts), links


def _richness(tree: mime.Tree) -> int:
    """Plain text first, HTML before what holds it together with pictures."""
    return {"text/plain": 0, "text/html": 1}.get(mime.media_type(tree), 2)


def _leaf_text(tree: mime.Tree, root: mime.Tree, links: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    kind = mime.part(tree).media_type
    text = mime.text(tree, root)
    if kind == "text/html" or _HTML.match(text):
        return html_to_text(text, links)
    if kind == "text/enriched":
        return _ENRICHED.sub("", text), links
    text = text[: 2 * LONGEST_TEXT].replace("\r\n", "\n")
    if mime.parameter(tree, "format").lower() == "flowed":
        text = reflow(text, delsp=mime.parameter(tree, "delsp").lower() == "yes")
    return text, links


def reflow(text: str, *, delsp: bool) -> str:
    """Paragraphs of a format=flowed text on one line each (RFC 3676); quote marks and "-- " keep their lines."""
    out: list[list[str]] = []
    flowing, depth = False, 0
    for line in text.split("\n"):
        quotes = _QUOTES.match(line)
        marks = quotes[0].count(">") if quotes and line.startswith(">") else 0
        words = line[quotes.end() :] if quotes and marks else line
        words = words.removeprefix(" ") if not marks else words
        if flowing and marks == depth and words != "-- ":
            out[-1].append(words)
        else:
            out.append([f"{'> ' * marks}{words}" if marks else words])
        flowing, depth = words.endswith(" ") and words != "-- ", marks
        if flowing and delsp:
            out[-1][-1] = out[-1][-1][:-1]
    return "\n".join("".join(pieces) for pieces in out)


def _attachment(leaf: mime.Part, at: int, missing: int) -> Attachment:
    """`missing` is how many encoded bytes of it were cut off."""
    if mime.is_base64(leaf.tree) and (payload := mime.undecoded(leaf.tree)):
        encoded = len(payload) - payload.count("\n") - payload.count("\r") - payload[-8:].count("=")
        size = (encoded + missing * 76 // 78) * 3 // 4
    else:
        size = len(mime.content(leaf.tree)) + missing
    return Attachment(at, mime.file_name(leaf, at), leaf.media_type, size)


def _method(leaf: mime.Part) -> str:
    if method := mime.parameter(leaf.tree, "method"):
        return method.lower()
    found = _METHOD.search(mime.text(leaf.tree)[:100_000])
    return clean_line(found[1]).lower() if found else ""


def _cut(text: str) -> str:
    raw = text.encode("utf-8", "replace")
    return text if len(raw) <= LONGEST_TEXT else raw[:LONGEST_TEXT].decode("utf-8", "ignore")
