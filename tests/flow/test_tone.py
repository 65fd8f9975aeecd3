"""Tone, complaint and notes: kept for thread and client, shown, taken back, and never a word of them in any mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.header import decode_header, make_header

import pytest

from tests.support.flows import hour_of
from tests.support.memory_mailbox import MemoryServer
from tests.support.stories import CLIENT, ME, hours
from tests.support.studio import Studio
from triage.desk.dispatch import OLD
from triage.model.act import Tone
from triage.model.draft import STATUS, Template
from triage.model.intents import AddNote, FlagComplaint, FlagTone, ToneFlag

FORBIDDEN = ("annoyed", "angry", "complaint", "zanuda", "злится", "beschwerde", "triage")
LANGUAGES = ("en", "ru", "uk", "bg", "de")
MINUTE = timedelta(minutes=1)


@pytest.fixture
def studio(memory_studio: Studio) -> Studio:
    """Two threads of one client, and one of another's."""
    memory_studio.came(0, id="logo@mail.example")
    memory_studio.came(1, subject="Print", id="print@mail.example")
    memory_studio.came(1, subject="Other", frm="bob@other.example")
    return memory_studio


def flag(studio: Studio, subject: str, tone: Tone | None, note: str = "") -> Tone | None:
    """Flag it, a minute after what was before; the tone that the row shows then."""
    studio.later(minutes=1)
    (row,) = studio.desk.do(FlagTone((studio.thread(subject),), tone, note)).rows
    return row.tone


def test_the_history_holds_every_flag_of_the_client_in_all_their_threads(studio: Studio) -> None:
    assert flag(studio, "Logo", Tone.CALM) is Tone.CALM
    assert flag(studio, "Print", Tone.ANGRY, "the proof was late") is Tone.ANGRY
    assert flag(studio, "Other", Tone.DELIGHTED) is Tone.DELIGHTED
    assert flag(studio, "Logo", None) is None
    expected = (
        ToneFlag(hours(2) + 4 * MINUTE, None, "", "Logo"),
        ToneFlag(hours(2) + 2 * MINUTE, Tone.ANGRY, "the proof was late", "Print"),
        ToneFlag(hours(2) + MINUTE, Tone.CALM, "", "Logo"),
    )
    for subject in ("Logo", "Print"):
        assert studio.desk.tone_history(studio.thread(subject)) == expected
    assert [one.tone for one in studio.desk.tone_history(studio.thread("Other"))] == [Tone.DELIGHTED]
    assert studio.restart().tone_history("logo@mail.example") == expected

    assert studio.desk.undo().rows[0].tone is Tone.CALM
    assert studio.desk.tone_history(studio.thread()) == expected[1:]


def test_the_tone_is_in_the_json_and_goes_with_the_newest_mail(studio: Studio) -> None:
    flag(studio, "Logo", Tone.WORRIED)
    studio.desk.do(FlagComplaint((studio.thread(),)))
    assert (shown(studio)["tone"], shown(studio)["complaint"]) == ("worried", True)
    studio.came(2.1, refs="logo@mail.example", subject="Re: Logo", id="again@mail.example")
    studio.home.now = hours(2.2)
    studio.read()
    assert shown(studio)["tone"] == "worried"
    assert flag(studio, "Logo", Tone.DELIGHTED) is Tone.DELIGHTED
    assert studio.desk.do(FlagComplaint((studio.thread(),))).said == f"No longer a complaint: {CLIENT}"
    assert (shown(studio)["tone"], shown(studio)["complaint"]) == ("delighted", False)
    flag(studio, "Logo", None)
    assert shown(studio)["tone"] is None
    assert hour_of(shown(studio)["since"]) == 0


def shown(studio: Studio) -> dict[str, object]:
    studio.desk.close()
    return studio.home.threads()["Logo"]


def test_notes_stand_in_the_conversation_newest_first(studio: Studio) -> None:
    before = studio.row()
    for note in ("call her", "she will call"):
        studio.later(minutes=1)
        studio.desk.do(AddNote((studio.thread(),), note))
    talk = studio.desk.conversation("logo@mail.example")
    assert talk is not None
    assert [(note.text, note.at) for note in talk.notes] == [
        ("she will call", hours(2) + 2 * MINUTE),
        ("call her", hours(2) + MINUTE),
    ]
    assert studio.row() == before
    studio.desk.undo()
    talk = studio.desk.conversation("logo@mail.example")
    assert [note.text for note in talk.notes] == ["call her"]  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", [Template.ACKNOWLEDGEMENT, Template.REPLY, *STATUS])
def test_not_a_word_of_it_is_in_what_leaves(studio: Studio, template: Template, language: str) -> None:
    thread = studio.thread()
    studio.desk.do(FlagTone((thread,), Tone.ANNOYED, "zanuda"))
    studio.desk.do(FlagTone((thread,), Tone.ANGRY, "злится"))
    studio.desk.do(FlagComplaint((thread,)))
    studio.desk.do(AddNote((thread,), "Beschwerde, zanuda"))
    draft = studio.desk.write(thread, template).draft
    draft = studio.desk.fill(replace(draft, language=language, until=studio.home.now + OLD))
    saved = studio.desk.save_draft(draft)
    assert isinstance(studio.host, MemoryServer)
    lying = [mail.source for mail in studio.host.stored["Drafts"].mails.values()]
    assert len(lying) == 1
    studio.desk.send(saved)
    studio.deliver()
    (taken,) = studio.sink.messages()
    assert {taken.sender, *taken.recipients} == {ME, CLIENT}
    for source in (*lying, taken.source):
        for text in readings(source):
            assert not [word for word in FORBIDDEN if word in text.lower()]


def readings(source: bytes) -> Iterator[str]:
    """All that a mail says in any way: its bytes, its fields decoded, its parts decoded."""
    mail = message_from_bytes(source)
    yield source.decode("ascii")
    for name, value in mail.items():
        yield f"{name}: {make_header(decode_header(value))}"
    for part in mail.walk():
        if not part.is_multipart():
            yield part.get_payload(decode=True).decode()  # type: ignore[union-attr]
