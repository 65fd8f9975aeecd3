"""A conversation in the words of the pane: what a machine wrote says what told it, a mail that came back for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from tests.support.still_desk import NOW, conversation, row, words
from triage.model.message import Kind, Report, Words
from triage.tui.talks import talk_of
from widgets.letters import Layout

FAILED = Words("", "", report=Report(("bo@client.example", "ann@client.example"), "mine", "mailbox full"))
NAMELESS = Words("", "", report=Report((), "mine", "mailbox full"))


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        (Kind.PERSON, words("Hello"), ""),
        (Kind.BULK, words("News"), "told by a field"),
        (Kind.BULK, None, "told by a field"),
        (Kind.BOUNCE, None, "told by a field"),
        (Kind.BOUNCE, FAILED, "bo@client.example, ann@client.example: mailbox full"),
        (Kind.BOUNCE, NAMELESS, "mailbox full"),
    ],
)
def test_what_no_person_wrote_says_why(kind: Kind, body: Words | None, said: str) -> None:
    one = conversation(row("a"), body)
    entry = replace(one.entries[0], kind=kind, reason="told by a field")
    talk = talk_of(replace(one, entries=(entry,)), None, NOW, UTC)
    assert talk.letters[0].reason == said
    layout = Layout(talk, 30, lambda text: (), lambda fold: False)
    layout.reach(100)
    drawn = " ".join(text for line in layout.lines for text, _ in line.pieces)
    assert all(word in drawn for word in said.split())
