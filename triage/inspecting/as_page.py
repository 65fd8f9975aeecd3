"""Findings as pages for people: who, what, why, the new text and what it asks, no wider than the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from triage.inspecting.findings import Finding
from triage.model.message import Address, Judgement, Message, Report, Tells, Words
from triage.report import paint, safe
from triage.rules.mail_parts import Part, parts_of
from triage.rules.requests import Request
from widgets.cells import steady, wrap
from widgets.words import KIND_WORDS, counted, full_moment, size

LINE = "─"
_LANGUAGES = {"en": "English", "ru": "Russian", "uk": "Ukrainian", "bg": "Bulgarian", "de": "German"}
_TOLD = {
    Tells.FAILURE: ("not delivered", "to"),
    Tells.DELAY: ("not delivered yet", "to"),
    Tells.DELIVERY: ("delivered", "to"),
    Tells.COMPLAINT: ("a complaint", "of"),
}
_LABEL = 10  # columns
_INDENT = "  "


def page_of(found: Finding, width: int, now: datetime, zone: tzinfo) -> Iterator[str]:
    """The lines of one page, each safe to show."""
    place = found.file if found.number is None else f"{found.file}, mail {found.number}"
    for line in _wrapped(place, width):
        yield paint(line, "bold")
    for label, value in _facts(found, now, zone):
        yield from _labelled(label, value, width)
    yield ""
    if found.words is None:
        yield "Its text was not read."
        return
    for line in (found.words.new_text or "(no text)").split("\n"):
        yield from (f"{_INDENT}{piece}".rstrip() for piece in _wrapped(line.expandtabs(4), width - len(_INDENT)))
    if left_out := _left_out(found.words):
        yield ""
        yield from _wrapped(f"Left out: {left_out}.", width)
    yield ""
    yield paint("Asks" if found.requests else "Asks nothing.", "bold")
    for number, request in enumerate(found.requests, 1):
        yield from _asked(number, request, width)


def _facts(found: Finding, now: datetime, zone: tzinfo) -> Iterator[tuple[str, str]]:
    if found.message and found.judgement:
        yield from _envelope(found.message, now, zone)
        yield "Kind", _kind(found.judgement, via_list=found.via_list)
    yield "Language", _LANGUAGES.get(found.language or "", "not plain")
    words = found.words or Words("", "")
    if words.report:
        yield "Report", _report(words.report)
    if words.calendar:
        yield "Calendar", words.calendar
    for file in words.attachments:
        yield "File", f"{file.name} ({file.media_type}, {size(file.size)})"


def _envelope(message: Message, now: datetime, zone: tzinfo) -> Iterator[tuple[str, str]]:
    yield "From", _person(message.author)
    yield "To", ", ".join(map(_person, message.to)) or "(nobody)"
    if message.cc:
        yield "Cc", ", ".join(map(_person, message.cc))
    yield "Subject", message.subject or "(no subject)"
    yield "When", full_moment(message.date, now, zone) if message.date else "(no date)"


def _person(one: Address) -> str:
    return f"{one.name} <{one.address}>" if one.name and one.address else one.shown or "(nobody)"


def _kind(judgement: Judgement, *, via_list: bool) -> str:
    return f"{KIND_WORDS[judgement.kind]} – {judgement.reason}{'; through a list' if via_list else ''}"


def _report(report: Report) -> str:
    about = f" (about {report.message_id})" if report.message_id else ""
    reason = f": {report.reason}" if report.reason else ""
    told, towards = _TOLD[report.tells]
    recipients = f" {towards} {', '.join(report.recipients)}" if report.recipients else ""
    return f"{told}{recipients}{reason}{about}"


def _left_out(words: Words) -> str:
    """How many lines of the text are not the writer's own of this mail."""
    lines = words.text.split("\n")
    parts = [part for part, line in zip(parts_of(lines), lines, strict=True) if line.strip()]
    counts = ((parts.count(Part.QUOTED), "of quoted text"), (parts.count(Part.SIGNATURE), "of signature and footers"))
    return ", ".join(f"{counted(count, 'line')} {what}" for count, what in counts if count)


def _asked(number: int, request: Request, width: int) -> Iterator[str]:
    head = f"{number:>3}. "
    kind = f"{request.kind.value}, a courtesy" if request.courtesy else request.kind.value
    yield from _hanging(head, f"{request.text} ({kind})", width)


def _labelled(label: str, value: str, width: int) -> Iterator[str]:
    return _hanging(f"{label:<{_LABEL}}", value, width)


def _hanging(head: str, value: str, width: int) -> Iterator[str]:
    """The value behind the head, its further lines below its first."""
    for piece in _wrapped(value, width - len(head)) or [""]:
        yield f"{head}{piece}".rstrip()
        head = " " * len(head)


def _wrapped(line: str, width: int) -> list[str]:
    return list(wrap(safe(steady(line)), width))
