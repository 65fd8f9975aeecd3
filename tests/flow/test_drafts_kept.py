"""A mail that is being written: it survives whatever happens, lies once among the server's drafts, and leaves whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.smtp_sink import SmtpSink
from tests.support.stories import CLIENT
from tests.support.studio import Studio, text_of
from triage.desk.port import DeskError, NotPossibleError
from triage.mail.compose import ComposeError
from triage.mail.filing import Shelf
from triage.mail.imap_filing import ImapFiling
from triage.mail.mailbox import MailboxError
from triage.model.draft import Draft, Template
from triage.model.message import Address
from triage.model.outgoing import OutChoice, OutState

TEXT = "Добрий день!\n\nОсь розміри.\n\nДар'я\n"


@pytest.fixture
def begun(studio: Studio) -> Draft:
    """An answer of some words that is not kept yet."""
    studio.came(0, id="a@mail.example")
    return replace(studio.desk.write(studio.thread(), Template.REPLY).draft, text=TEXT)


def opened(studio: Studio) -> tuple[str, bool]:
    """What the composer opens with: the text, and whether it was kept."""
    sheet = studio.desk.write(studio.thread(), Template.PROGRESS)
    return sheet.draft.text, sheet.changed


def drafts(studio: Studio) -> list[str]:
    """The texts of the drafts that other programs see."""
    names = {folder for folder, _ in studio.places()}
    return [text_of(mail) for mail in studio.folder("Drafts")] if "Drafts" in names else []


@pytest.mark.dovecot
def test_a_kept_text_is_there_after_a_crash(studio: Studio, begun: Draft) -> None:
    kept = studio.desk.keep(begun)
    assert kept.kept == studio.home.now
    studio.restart()
    assert opened(studio) == (TEXT, True)
    studio.desk.drop(studio.desk.write(studio.thread(), Template.REPLY).draft)
    assert opened(studio)[1] is False


@pytest.mark.dovecot
def test_a_draft_is_replaced_on_the_server_not_doubled(studio: Studio, begun: Draft) -> None:
    first = studio.desk.save_draft(begun)
    assert drafts(studio) == [TEXT]
    assert studio.places()["Drafts", first.saved] == {"\\Draft", "\\Seen"}
    second = studio.desk.save_draft(replace(first, text="Better"))
    assert drafts(studio) == ["Better\n"]
    assert second.saved != first.saved
    studio.restart()
    again = studio.desk.write(studio.thread(), Template.REPLY).draft
    assert (again.text, again.saved, again.saving) == ("Better", second.saved, "")
    studio.desk.drop(again)
    assert drafts(studio) == ["Better\n"]


@pytest.mark.dovecot
@pytest.mark.parametrize("then", ["saved again", "sent"])
@pytest.mark.parametrize("cut", ["before it was filed", "after it was filed", "before the old copy went"])
def test_cut_off_while_it_was_saved(
    studio: Studio, begun: Draft, monkeypatch: pytest.MonkeyPatch, cut: str, then: str
) -> None:
    """The old copy goes only when the new one is there, and what was left over goes with the next."""
    first = studio.desk.save_draft(begun)
    file = ImapFiling.add

    def cut_off(*_: object) -> None:
        raise MailboxError("The connection broke.")

    def filed_and_cut_off(filing: ImapFiling, shelf: Shelf, *rest: object) -> None:
        file(filing, shelf, *rest)  # type: ignore[arg-type]
        cut_off()

    with monkeypatch.context() as broken:
        if cut == "before the old copy went":
            broken.setattr(ImapFiling, "remove_draft", cut_off)
        else:
            broken.setattr(ImapFiling, "add", cut_off if cut == "before it was filed" else filed_and_cut_off)
        with pytest.raises(DeskError, match="The connection broke"):
            studio.desk.save_draft(replace(first, text="Better"))
    assert drafts(studio)[0] == TEXT

    studio.restart()
    draft = studio.desk.write(studio.thread(), Template.REPLY).draft
    assert draft.text == "Better"
    if then == "sent":
        studio.desk.send(draft)
        studio.deliver()
        assert text_of(studio.sent()[0]) == "Better\n"
    else:
        studio.desk.save_draft(replace(draft, text="Best"))
    assert drafts(studio) == ([] if then == "sent" else ["Best\n"])


@pytest.mark.dovecot
def test_the_draft_goes_from_the_server_when_the_mail_has_left(studio: Studio, begun: Draft) -> None:
    saved = studio.desk.save_draft(begun)
    studio.desk.send(saved)
    assert drafts(studio) == [TEXT]
    assert opened(studio)[1] is False
    studio.deliver()
    assert drafts(studio) == []
    assert opened(studio)[1] is False
    assert list(studio.desk.house.drafts.glob("*.json")) == []


@pytest.mark.dovecot
@pytest.mark.parametrize("how", ["undo", "give up"])
def test_a_mail_that_is_taken_back_is_a_draft_again(studio: Studio, begun: Draft, how: str) -> None:
    sent = studio.desk.send(studio.desk.keep(begun))
    (mail,) = sent.outbox or ()
    assert opened(studio)[1] is False
    if how == "undo":
        studio.desk.undo()
    else:
        studio.desk.decide(mail.id, OutChoice.GIVE_UP)
    assert opened(studio) == (TEXT, True)
    studio.restart().refresh()
    assert opened(studio) == (TEXT, True)
    studio.desk.send(studio.desk.write(studio.thread(), Template.REPLY).draft)
    studio.deliver()
    assert [text_of(one) for one in studio.sent()] == [TEXT]


def test_a_pause_in_typing_that_ends_after_it_was_sent_brings_no_draft_back(memory_studio: Studio) -> None:
    memory_studio.came(0)
    draft = memory_studio.desk.keep(memory_studio.desk.write(memory_studio.thread(), Template.REPLY).draft)
    memory_studio.desk.send(draft)
    memory_studio.desk.keep(draft)
    assert opened(memory_studio)[1] is False


def test_a_kill_between_the_servers_yes_and_the_end_shows_no_draft_that_has_left(memory_studio: Studio) -> None:
    memory_studio.settle('sent_copy = "no"')
    memory_studio.came(0)
    memory_studio.desk.send(memory_studio.desk.write(memory_studio.thread(), Template.PROGRESS).draft)
    path = next(memory_studio.desk.house.drafts.glob("*.json"))
    kept = path.read_bytes()
    memory_studio.deliver()
    path.write_bytes(kept)
    memory_studio.restart()
    assert opened(memory_studio)[1] is False
    source = memory_studio.sink.messages()[0].source
    memory_studio.host.add("Sent", source, memory_studio.home.now)
    memory_studio.read()
    assert memory_studio.outbox() == ()
    assert opened(memory_studio)[1] is False


def test_attachments_arrive_whole(memory_studio: Studio, tmp_path: Path) -> None:
    picture = tmp_path / "ескіз №1.png"
    picture.write_bytes(bytes(range(256)) * 400)
    memory_studio.came(0)
    draft = memory_studio.desk.write(memory_studio.thread(), Template.DONE).draft
    memory_studio.desk.send(replace(draft, attachments=(str(picture),)))
    picture.unlink()
    memory_studio.deliver()
    (mail,) = memory_studio.sent()
    (found,) = mail.iter_attachments()
    assert (found.get_filename(), found.get_content()) == (picture.name, bytes(range(256)) * 400)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"to": (), "cc": ()}, "name a recipient"),
        ({"attachments": ("/no/such/file.pdf",)}, "file.pdf"),
        ({"to": (Address("", "not an address"),)}, "address"),
    ],
    ids=["nobody", "a file that is not there", "no address"],
)
def test_what_makes_no_mail_is_refused_and_nothing_is_lost(
    memory_studio: Studio, change: dict[str, object], why: str
) -> None:
    memory_studio.came(0)
    draft = replace(memory_studio.desk.write(memory_studio.thread(), Template.REPLY).draft, text=TEXT)
    memory_studio.desk.keep(draft)
    with pytest.raises(NotPossibleError, match=why) as refused:
        memory_studio.desk.send(replace(draft, **change))  # type: ignore[arg-type]
    assert isinstance(refused.value.__cause__, ComposeError)
    assert (memory_studio.outbox(), memory_studio.acts(), opened(memory_studio)) == ((), 0, (TEXT, True))


def test_an_address_that_the_server_does_not_know_is_refused_in_plain_words(memory_studio: Studio) -> None:
    with SmtpSink(smtputf8=False) as sink:
        memory_studio.home.sink = sink
        memory_studio.settle()
        memory_studio.came(0, frm=f"<{CLIENT}>")
        draft = memory_studio.desk.write(memory_studio.thread(), Template.REPLY).draft
        memory_studio.desk.send(replace(draft, to=(Address("Оля", "оля@client.example"),)))
        said = memory_studio.deliver().said
        assert sink.messages() == ()
    assert memory_studio.outbox()[0].state is OutState.REFUSED
    assert said == (
        "The mail to Оля was refused: 127.0.0.1 does not know addresses such as оля@client.example, with other letters"
        " than a to z. Use another address."
    )
