"""HTML of a mail to plain text and numbered links, in one pass whose work grows with the length alone.

No tree is built: parsers that follow the HTML standard take quadratic time on deep nesting and on many attributes
(minutes for 1 MB of "<div>"). Tags are read as the standard's tokenizer does, so nothing hides in quotes or comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from triage.mail.clean import clean_line, clean_text
from triage.mail.html_regions import Mark, Regions, find_hints, may_mark, read_mark
from triage.mail.page import Page
from triage.mail.quotes import Quote
from triage.mail.style_sheets import hidden_classes

LONGEST = 400_000  # characters of HTML that are read

# An attribute's value is quoted only right after "="; possessive, so that no input makes it try twice.
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>?")
_START = re.compile(r"<(?=[a-zA-Z!?/])")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"(?<![\w-])([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,};?")
_LONGEST_ATTRIBUTES = 8192
_LONGEST_LINK = 2000

_RAW = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes")
}


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNSHOWN = _names("template svg select object audio video canvas datalist")
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_LINES = _names(
    "address article aside body caption center dd details dialog div dt figcaption figure footer form fieldset header "
    "html li main nav section summary tbody tfoot thead tr"
)
_PARAGRAPHS = _names("blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul")
_BLOCKS = _LINES | _PARAGRAPHS
_LAID_OUT = _names("br a img hr td th tr table pre li ul ol")
_INVISIBLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:font-size|max-height|opacity)\s*:\s*0+(?:\.0+)?"
    r"(?:px|pt|em|%|\s)*+(?:!\s*important\s*)?(?:[;\"']|$)",
    re.IGNORECASE,
)
_UNTOLD = {"blockquote": Quote.BARE}  # without attributes
_HIDING = ("none", "hidden", "mso-hide", ":0")  # one of these stands in whatever hides
_OUTLOOK = re.compile("class=[\"']?Mso", re.IGNORECASE)  # its paragraphs are lines
_FILE_NAME = re.compile(r"[\w%-]+\.(?:png|jpe?g|gif|bmp|svg|webp)", re.IGNORECASE)


def html_to_text(html: str, known: Sequence[str] = ()) -> tuple[str, tuple[str, ...]]:
    """Text as a person would read it, clean, and the addresses that it refers to as [1], [2] and so on.

    `known` are links that have numbers already, in a part before this one; they come first in what is returned.

    Paragraphs, lists and quotes ("> ") keep their shape, cells of a row stand apart, hidden text is left out. A link
    has a number when it leads to http, https or mailto and its text is not that address.
    """
    html = html[:LONGEST]
    reader = _Reader(known, html.lower())
    for text, tag in _tokens(html):
        if text:
            reader.text(text)
        if tag is not None:
            reader.tag(tag[2].lower(), closing=bool(tag[1]), attributes=tag[3][:_LONGEST_ATTRIBUTES])
    return clean_text(reader.page.text()), tuple(reader.links)


def _tokens(html: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Runs of text, each with the tag behind it; comments, declarations and the inside of scripts are left out."""
    at = 0
    while found := _START.search(html, at):
        start = found.start()
        tag = _TAG.match(html, start)
        yield html[at:start], tag
        if tag is None:
            at = _declaration_end(html, start)
            continue
        at = tag.end()
        raw = None if tag[1] else _RAW.get(tag[2].lower())
        if raw is not None:
            end = raw.search(html, at)
            at = end.start() if end else len(html)
    yield html[at:], None


def _declaration_end(html: str, start: int) -> int:
    if html.startswith("<!--", start):
        end = _COMMENT_END.search(html, start + 2)  # "<!-->" is a whole comment
        return end.end() if end else len(html)
    close = html.find(">", start)
    return close + 1 if close >= 0 else len(html)


class _Reader:
    """What the tags read so far mean for the text that comes next."""

    def __init__(self, known: Sequence[str], lower: str) -> None:
        self.page = Page()
        self._regions = Regions(self.page)
        self._hints = find_hints(lower)
        self._unseen = hidden_classes(lower) if "<style" in lower else frozenset()
        self._looked: dict[tuple[str, str], tuple[bool, Quote | Mark | None]] = {}
        self.links = {link: number for number, link in enumerate(known, 1)}
        self._hidden = ""  # the element that hides what is in it, and how many of its name are open
        self._hidden_depth = 0
        self._link = ""

    def text(self, text: str) -> None:
        if self._hidden:
            return
        if "&" in text:
            text = unescape(_LONG_NUMBER.sub("\ufffd", text))
        self.page.write(text)

    def tag(self, name: str, *, closing: bool, attributes: str) -> None:
        if self._hidden and not self._leaves_hidden(name, closing=closing):
            return
        if closing:
            self._close(name)
            return
        hides, mark = self._look(name, attributes) if attributes else (name in _UNSHOWN, _UNTOLD.get(name))
        if hides:
            self._hidden, self._hidden_depth = name, 1
        else:
            self._open(name, attributes, mark)

    def _look(self, name: str, attributes: str) -> tuple[bool, Quote | Mark | None]:
        """Whether an element hides what is in it, and what it means; mail repeats a few attributes again and again."""
        looked = self._looked.get((name, attributes))
        if looked is None:
            hides = name not in _VOID and (name in _UNSHOWN or _hides(attributes) or self._is_unseen(attributes))
            marked = not hides and may_mark(name, attributes, self._hints)
            looked = hides, read_mark(name, _read(attributes)) if marked else None
            self._looked[name, attributes] = looked
        return looked

    def _is_unseen(self, attributes: str) -> bool:
        """A style sheet hides the element."""
        if not self._unseen or "class" not in attributes.lower():
            return False
        return not self._unseen.isdisjoint(_read(attributes).get("class", "").lower().split())

    def _leaves_hidden(self, name: str, *, closing: bool) -> bool:
        """Whether this tag is to be read again; a hidden paragraph also ends where a block begins."""
        if self._hidden == "p" and name in _BLOCKS and not (closing and name == "p"):
            self._hidden = ""
            return True
        if name == self._hidden:
            self._hidden_depth += -1 if closing else 1
            if self._hidden_depth <= 0:
                self._hidden = ""
        return False

    def _open(self, name: str, attributes: str, mark: Quote | Mark | None) -> None:
        if name in _BLOCKS:
            tight = name in _LINES or self.page.in_list or (name == "p" and _OUTLOOK.search(attributes))
            self.page.break_line(1 if tight else 2)
        if mark is not None or name in self._regions.counts:
            self._regions.enter(name, mark)
        if name in _LAID_OUT:
            self._lay_out(name, attributes)

    def _lay_out(self, name: str, attributes: str) -> None:
        match name:
            case "br":
                self.page.end_line()
            case "a":
                self._end_link()
                self._start_link(_read(attributes).get("href", ""))
            case "img":
                self._image(attributes)
            case "hr":
                self.page.rule()
            case _:
                self._open_container(name, attributes)

    def _open_container(self, name: str, attributes: str) -> None:
        match name:
            case "td" | "th":
                self.page.start_cell()
            case "tr":
                self.page.start_row()
            case "table":
                self.page.start_table()
            case "pre":
                self.page.preformatted += 1
            case "li":
                self.page.start_item()
            case "ul" | "ol":
                start = _read(attributes).get("start", "")[:6]
                self.page.start_list(int(start) if start.isascii() and start.isdigit() else 1, numbered=name == "ol")

    def _close(self, name: str) -> None:
        if name == "a":
            self._end_link()
        elif name in _BLOCKS:
            self.page.break_line(1 if name in _LINES or name == "p" or self.page.in_list else 2)
        if name in self._regions.counts:
            self._close_container(name)
            self._regions.leave(name)
        elif name in _LAID_OUT:
            self._close_container(name)

    def _close_container(self, name: str) -> None:
        match name:
            case "table":
                self.page.end_table()
            case "ul" | "ol":
                self.page.end_list()
            case "pre":
                self.page.preformatted = max(0, self.page.preformatted - 1)

    def _image(self, attributes: str) -> None:
        read = _read(attributes)
        alt = clean_line(read.get("alt", ""), 100)
        tiny = {read.get("width", ""), read.get("height", "")} & {"0", "1", "0px", "1px"}
        if alt and not tiny and not _hides(attributes) and not _FILE_NAME.fullmatch(alt):
            self.page.write(f"[{alt}]")

    def _start_link(self, href: str) -> None:
        href = clean_line(href, _LONGEST_LINK)
        if href.lower().startswith(("http://", "https://", "mailto:")):
            self._link = href
            self.page.link_text = []

    def _end_link(self) -> None:
        href, self._link = self._link, ""
        text = " ".join("".join(self.page.link_text or ()).split())
        self.page.link_text = None
        if href and text and not _same_place(text, href):
            self.page.attach(f" [{self.links.setdefault(href, len(self.links) + 1)}]")


def _read(attributes: str) -> dict[str, str]:
    """Attributes by name in lower case."""
    read = {}
    for name, double, single, bare in _ATTRIBUTE.findall(attributes):
        value = double or single or bare
        read[name.lower()] = unescape(_LONG_NUMBER.sub("", value)) if "&" in value else value
    return read


def _hides(attributes: str) -> bool:
    bare = attributes.lower().replace(" ", "")
    if not any(word in bare for word in _HIDING):
        return False
    return _INVISIBLE.search(attributes) is not None or ("hidden" in bare and "hidden" in _read(attributes))


def _same_place(text: str, href: str) -> bool:
    return _bare_address(text) == _bare_address(href)


def _bare_address(text: str) -> str:
    text = text.lower()
    for scheme in ("https://", "http://", "mailto:", "www."):
        text = text.removeprefix(scheme)
    return text.partition("?")[0].rstrip("/") if "@" in text else text.rstrip("/")
