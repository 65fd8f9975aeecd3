"""Findings as JSON for programs: one line each, its keys always the same and in the same order."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from triage.inspecting.findings import Finding, Trouble
from triage.model.message import Address, Words
from triage.report import safe
from triage.rules.requests import Request


def line_of(found: Finding | Trouble) -> str:
    """One line without its end; letters stand as they are, unless there are some that could steer a terminal."""
    record = _trouble(found) if isinstance(found, Trouble) else _record(found)
    text = json.dumps(record, ensure_ascii=False)
    return text if safe(text) == text else json.dumps(record).replace("\x7f", "\\u007f")


def _trouble(trouble: Trouble) -> dict[str, object]:
    return {**_place(trouble), "error": trouble.why}


def _place(found: Finding | Trouble) -> dict[str, object]:
    return {"file": found.file} if found.number is None else {"file": found.file, "number": found.number}


def _record(found: Finding) -> dict[str, object]:
    words = found.words
    told: dict[str, object] = {
        "language": found.language,
        "text": words.text if words else None,
        "new_text": words.new_text if words else None,
        "requests": [_request(request) for request in found.requests],
    }
    if found.message is None or found.judgement is None:
        return {**_place(found), **told}
    message, judgement = found.message, found.judgement
    return {
        **_place(found),
        "kind": judgement.kind.value,
        "reason": judgement.reason,
        "via_list": found.via_list,
        "from": _person(message.author),
        "to": [_person(one) for one in message.to],
        "subject": message.subject,
        "date": _iso(message.date),
        "message_id": message.message_id,
        **told,
        **_beside(words or Words("", "")),
    }


def _beside(words: Words) -> dict[str, object]:
    """Files; a report and a calendar's method only where the mail has one."""
    told: dict[str, object] = {
        "attachments": [{"name": one.name, "media_type": one.media_type, "size": one.size} for one in words.attachments]
    }
    if report := words.report:
        told["report"] = {
            "tells": report.tells.value,
            "recipients": list(report.recipients),
            "message_id": report.message_id,
            "reason": report.reason,
        }
    if words.calendar:
        told["calendar"] = words.calendar
    return told


def _person(one: Address) -> dict[str, str]:
    return {"name": one.name, "address": one.address}


def _request(request: Request) -> dict[str, object]:
    return {
        "text": request.text,
        "kind": request.kind.value,
        "start": request.start,
        "end": request.end,
        "courtesy": request.courtesy,
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".rjust(20, "0")
