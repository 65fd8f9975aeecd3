"""Figures of reading mail files: what crashes or is unsafe to show, what equals the truth, what is new in HTML replies."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.bench.corpora.figure import Figure
from triage.mail.clean import clean_text
from triage.mail.html import html_to_text
from triage.mail.whole import read_mail, split_mbox
from triage.model.message import Message, Words
from triage.rules.quoting import new_text

_TOPICS = ("parsing", "automatic", "threading")
_NO_MAIL = frozenset({".json", ".jsonl", ".md", ".xml"})
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SUBJECTS, _TEXTS = 78 / 79, 77 / 81  # the best peer's
_HTML_REPLIES = 0.8
_REPLIES_WITH_AIM = ("mailspring_html", "talon_html")
_DECORATION = re.compile(r"\[\d+\]|^[> ]+", re.MULTILINE)  # of links and quotes, which the truth does not have


def figures(corpora: Path) -> Iterator[Figure]:
    """Each figure by set, then over all of its sets."""
    yield from _no_crash(corpora)
    yield from _equal(corpora / "parsing")
    yield from _html_replies(corpora / "reply")


def _no_crash(corpora: Path) -> Iterator[Figure]:
    crashed: Counter[str] = Counter()
    unsafe: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for topic in _TOPICS:
        for path in sorted((corpora / topic).rglob("*")):
            if not path.is_file() or path.suffix in _NO_MAIL:
                continue
            of = f"{topic}/{path.relative_to(corpora / topic).parts[0]}"
            for source in split_mbox(path.read_bytes()):
                total[of] += 1
                try:
                    unsafe[of] += any(map(_UNSAFE.search, _shown(read_mail(source))))
                except Exception:
                    crashed[of] += 1
    for what, counts in (("crashes", crashed), ("unsafe text", unsafe)):
        for of in total:
            yield Figure(what, of, counts[of], total[of])
        yield Figure(what, "all mail", counts.total(), total.total(), wanted=0, at_most=True)


def _shown(message: Message) -> Iterator[str]:
    """All text of a message that can reach the screen."""
    words = message.words or Words("", "")
    yield from (message.key, message.subject, *message.references, *message.hints, words.calendar, *words.links)
    yield from (words.text, new_text(words.text))
    for person in (message.author, *message.recipients, *message.reply_to):
        yield from (person.name, person.address)
    for one in words.attachments:
        yield from (one.name, one.media_type)
    if report := words.report:
        yield from (report.reason, report.message_id or "", *report.recipients)


def _equal(parsing: Path) -> Iterator[Figure]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for of, compare in _COMPARED.items():
        found: dict[str, list[bool]] = {}
        for case in _cases(parsing / of / "expected.jsonl"):
            message = read_mail(next(split_mbox((parsing / of / case["file"]).read_bytes())))
            for field, equal in compare(case, message):
                found.setdefault(field, []).append(equal)
        for field, answers in found.items():
            yield Figure(f"{field} equal", of, sum(answers), len(answers))
            if of == "mailcore2_summary":
                continue  # it shows links and subjects in its own way
            right[field] += sum(answers)
            total[field] += len(answers)
    for field in total:
        wanted = {"subject": _SUBJECTS, "text": _TEXTS}.get(field)
        yield Figure(f"{field} equal", "stalwart, zammad", right[field], total[field], wanted)


def _compare_stalwart(case: dict[str, Any], message: Message) -> Iterator[tuple[str, bool]]:
    text = message.words.text if message.words else ""
    yield "subject", _same(case.get("subject") or "", message.subject)
    if case.get("from"):
        name, address = case["from"][0]
        yield "sender", _same(name or "", message.author.name) and (address or "").lower() == message.author.address
    if case.get("date"):
        yield "date", message.date == datetime.fromisoformat(case["date"])
    if case.get("text") is not None:
        yield "text", _begins_with(text, case["text"])
        yield "whole text", _same(case["text"], text)


def _compare_zammad(case: dict[str, Any], message: Message) -> Iterator[tuple[str, bool]]:
    yield "subject", _same(case["subject"] or "", message.subject)
    if case.get("from_email"):
        yield "sender", case["from_email"].lower() == message.author.address
    if case.get("from_display_name") is not None:
        yield "sender's name", _same(case["from_display_name"], message.author.name)


def _compare_mailcore(case: dict[str, Any], message: Message) -> Iterator[tuple[str, bool]]:
    yield "subject", _same(case["subject"] or "", message.subject)
    yield "text", _same(case["body"], message.words.text if message.words else "")


_COMPARED: dict[str, Callable[[dict[str, Any], Message], Iterator[tuple[str, bool]]]] = {
    "stalwart": _compare_stalwart,
    "zammad": _compare_zammad,
    "mailcore2_summary": _compare_mailcore,
}


def _same(truth: str, found: str) -> bool:
    """Equal without white space and once the truth is safe to show; U+FFFD in it stands for any character."""
    one, other = _squeezed(clean_text(truth)), _squeezed(found)
    return len(one) == len(other) and all(a in (b, "\ufffd") for a, b in zip(one, other, strict=True))


def _begins_with(text: str, first: str) -> bool:
    """The text, or the first of its parts: the truth is that of the first readable part alone."""
    parts = text.split("\n\n")
    return any(_same(first, "".join(parts[:count])) for count in range(len(parts) + 1))


def _html_replies(reply: Path) -> Iterator[Figure]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for path in sorted(reply.glob("*/cases.jsonl")):
        for case in _cases(path):
            if case["kind"] in ("html", "eml"):
                total[path.parent.name] += 1
                right[path.parent.name] += _is_new_text(path.parent, case)
    for of in total:
        yield Figure("new text of an HTML reply or mail", of, right[of], total[of])
    count, of_them = (sum(counts[of] for of in _REPLIES_WITH_AIM) for counts in (right, total))
    yield Figure("HTML replies, visible text", ", ".join(_REPLIES_WITH_AIM), count, of_them, _HTML_REPLIES)


def _is_new_text(folder: Path, case: dict[str, Any]) -> bool:
    source = (folder / case["file"]).read_bytes()
    if case["kind"] == "html":
        text = html_to_text(source.decode("utf-8", "replace"))[0]
    else:
        text = (read_mail(source).words or Words("", "")).text
    expected = case.get("expected", "")
    if "expected_file" in case:
        expected = html_to_text((folder / case["expected_file"]).read_text("utf-8", "replace"))[0]
    one, other = (_squeezed(_DECORATION.sub("", side)) for side in (expected, new_text(text)))
    if case["check"] == "equal_markdown":
        one, other = (re.sub(r"[*_]", "", side) for side in (one, other))
    return one == other


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _cases(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
