"""The demo's mailbox: the same letters for the same `now`, each dated from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from triage.demo.compose import Scene, compose
from triage.demo.script import read_sheets

# Only \Seen decides anything; \Answered makes the mailbox look like one that is in use.
SEEN, ANSWERED, DRAFT = "\\Seen", "\\Answered", "\\Draft"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as a server holds it; `id` is its thread's id and its number there, "uk-logo/2"."""

    folder: str
    arrived: datetime
    source: bytes
    flags: frozenset[str] = field(default_factory=frozenset)
    id: str = ""


def letters(now: datetime) -> tuple[Letter, ...]:
    """Every letter of the demo in the order of arrival; `now` is aware, fractions of its second do not count.

    The folders are INBOX, Sent, Archive and Drafts. A mail that lies in two folders is two letters with one `id`.
    """
    found: list[Letter] = []
    whole = now.replace(microsecond=0)
    for sheet in read_sheets():
        for thread in sheet.thread:
            for index in range(len(thread.mail)):
                found += _letters(Scene(sheet, thread, index, whole))
    return tuple(sorted(found, key=lambda letter: letter.arrived))


def _letters(scene: Scene) -> list[Letter]:
    mail = scene.mail
    source, flags = compose(scene), _flags(scene)
    usual = mail.folder or ("Sent" if scene.mine else "INBOX")
    name = f"{scene.thread.id}/{scene.index + 1}"
    return [Letter(folder, scene.arrived, source, flags, name) for folder in (usual, *mail.copies)]


def _flags(scene: Scene) -> frozenset[str]:
    if scene.mail.folder == "Drafts":
        return frozenset({SEEN, DRAFT})
    answered = not scene.mine and any(mail.by in ("me", "alias") for mail in scene.thread.mail[scene.index + 1 :])
    return frozenset({SEEN} if not scene.mail.unread else ()) | frozenset({ANSWERED} if answered else ())
