"""A thread opened, its missing texts read, its files saved: what the interface asks of the desk, over real servers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.flows import Home, letter, put
from tests.support.imap_host import ImapHost, MailHost
from tests.support.mails import multipart, part
from tests.support.memory_mailbox import MemoryServer
from tests.support.stories import CLIENT, ME, hours
from triage.desk.port import DeskError
from triage.mail.mailbox import MailboxError
from triage.model.message import Kind
from triage.rules.threads import thread_id

FILE = bytes(range(256)) * 40
KEY = "a@mail.example"


def with_file(name: str) -> bytes:
    """A part that holds a text and a file of that name, the leaf part 1."""
    return multipart("mixed", part("See the file"), part(FILE, "application/pdf", encoding="base64", name=name))


@pytest.fixture
def told(home: Home, host: MailHost) -> str:
    """A thread of four mails, of which only headers have been read; its id."""
    put(host, 0, id=KEY, text="First")
    put(host, 1, "Sent", frm=ME, to=CLIENT, subject="Re: Logo", id="b@mail.example", refs=KEY, text="Second")
    html = part("<p>Third <b>one</b></p><script>alert(1)</script>", "text/html")
    put(host, 2, "Clients", subject="Re: Logo", refs="b@mail.example", content=html)
    put(host, 3, subject="Re: Logo", id=None, refs=KEY, content=with_file("plan.pdf"))
    home.read()
    return home.rows()["Logo"].id


def test_missing_texts_are_read_newest_first(home: Home, told: str) -> None:
    desk = home.desk()
    desk.refresh()
    known = desk.conversation(told)
    assert known is not None
    assert [entry.words for entry in known.entries] == [None] * 4
    talk = desk.fetch_conversation(told)
    assert talk is not None
    assert [entry.words and entry.words.text for entry in talk.entries] == [
        "See the file",
        "Third one",
        "Second",
        "First",
    ]
    assert [entry.mine for entry in talk.entries] == [False, False, True, False]
    assert {entry.kind for entry in talk.entries} == {Kind.PERSON}
    [attached] = [file for entry in talk.entries if entry.words for file in entry.words.attachments]
    assert (attached.part, attached.name, attached.media_type, attached.size) == (
        1,
        "plan.pdf",
        "application/pdf",
        len(FILE),
    )
    assert desk.conversation(told) == talk
    desk.close()


def test_a_program_just_started_reads_all_of_it(home: Home, told: str) -> None:
    desk = home.desk()
    talk = desk.fetch_conversation(told)
    assert talk is not None
    assert (len(talk.entries), talk.complete) == (4, True)
    desk.close()


def test_what_a_machine_wrote_says_what_told_it(home: Home, host: MailHost) -> None:
    put(host, 0, id=KEY, text="First")
    put(host, 1, "Sent", frm=ME, to=CLIENT, subject="Re: Logo", id="b@mail.example", refs=KEY, text="Second")
    put(host, 2, subject="Re: Logo", refs="b@mail.example", fields=[("List-Unsubscribe", "<mailto:x@client.example>")])
    put(host, 3, subject="Re: Logo", refs=KEY, fields=[("Auto-Submitted", "auto-replied")])
    home.read()
    desk = home.desk()
    talk = desk.fetch_conversation(home.rows()["Logo"].id)
    assert talk is not None
    assert [entry.kind for entry in talk.entries] == [Kind.AUTO_REPLY, Kind.PERSON, Kind.PERSON, Kind.PERSON]
    assert talk.entries[0].reason == "Auto-Submitted says auto-replied"
    desk.close()


@pytest.mark.parametrize("name", [KEY, "b@mail.example", thread_id("b@mail.example")], ids=["oldest", "mine", "old id"])
def test_any_message_id_and_an_old_id_find_the_thread(home: Home, told: str, name: str) -> None:
    desk = home.desk()
    talk = desk.fetch_conversation(name)
    assert talk is not None
    assert (talk.thread_id, talk.subject, talk.client.address) == (told, "Logo", CLIENT)
    desk.close()


def test_no_such_thread(home: Home) -> None:
    assert home.desk().conversation("nobody@mail.example") is None
    assert home.desk().fetch_conversation("nobody@mail.example") is None


def test_saving_a_file(home: Home, told: str, tmp_path: Path) -> None:
    desk = home.desk()
    desk.refresh()
    talk = desk.fetch_conversation(told)
    assert talk is not None
    saved = [desk.save_attachment(talk.entries[0].key, 1, tmp_path / "files") for _ in range(2)]
    assert [path.name for path in saved] == ["plan.pdf", "plan (2).pdf"]
    assert {path.parent for path in saved} == {tmp_path / "files"}
    assert {path.read_bytes() for path in saved} == {FILE}
    assert {path.stat().st_mode & 0o777 for path in saved} == {0o600}
    desk.close()


@pytest.mark.parametrize(
    "name",
    ["../../.bashrc", "/etc/passwd", "..", ".", "", "a\x00b", "x\u202egpj.exe", "CON", "-rf", "A" * 400 + ".pdf"],
)
def test_a_files_name_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    server = MemoryServer()
    home = Home(tmp_path, {"work": server})
    put(server, 0, id=KEY, content=with_file(name))
    home.read()
    folder = tmp_path / "files"
    folder.mkdir()
    path = home.desk().save_attachment(KEY, 1, folder)
    assert [*folder.iterdir()] == [path]
    assert path.read_bytes() == FILE
    assert path.name.isprintable()
    assert not path.name.startswith(".")


def test_a_file_of_a_mail_that_is_gone(home: Home, host: MailHost, tmp_path: Path) -> None:
    uid = put(host, 0, id=KEY, content=with_file("plan.pdf"))
    home.read()
    desk = home.desk()
    with pytest.raises(DeskError, match="not in the mail any more"):
        desk.save_attachment(KEY, 7, tmp_path / "files")
    host.expunge("INBOX", uid)
    with pytest.raises(DeskError, match="no longer on the server"):
        desk.save_attachment(KEY, 1, tmp_path / "files")
    home.read()
    with pytest.raises(DeskError, match="no longer on the server"):
        desk.save_attachment(KEY, 1, tmp_path / "files")
    assert not (tmp_path / "files").exists()
    desk.close()


def test_another_mail_under_the_same_number_is_not_taken_for_it(home: Home, host: MailHost, tmp_path: Path) -> None:
    put(host, 0, "Clients", id=KEY, content=with_file("plan.pdf"))
    home.read()
    host.renew("Clients")
    put(host, 1, "Clients", subject="Another", text="Not this one", content=with_file("other.pdf"))
    desk = home.desk()
    with pytest.raises(DeskError, match="no longer on the server"):
        desk.save_attachment(KEY, 1, tmp_path / "files")
    talk = desk.fetch_conversation(KEY)
    assert talk is not None
    assert [entry.words for entry in talk.entries] == [None]
    desk.close()


def test_a_folder_that_cannot_be_written(home: Home, host: MailHost, tmp_path: Path) -> None:
    put(host, 0, id=KEY, content=with_file("plan.pdf"))
    home.read()
    desk = home.desk()
    with pytest.raises(DeskError, match="Can't save into"):
        desk.save_attachment(KEY, 1, home.settings)
    desk.close()


def test_a_connection_that_the_server_has_closed_is_opened_anew(tmp_path: Path) -> None:
    server = MemoryServer()
    home = Home(tmp_path, {"work": server})
    for at in (0, 1):
        put(server, at, frm=f"a@c{at}.example", subject=f"{at}", id=f"{at}@mail.example")
    home.read()
    desk = home.desk()
    assert desk.fetch_conversation("0@mail.example")
    server.trouble = MailboxError("memory.example closed the connection.")
    talk = desk.fetch_conversation("1@mail.example")
    assert talk is not None
    assert talk.complete
    server.trouble = MailboxError("memory.example closed the connection.")
    assert desk.save_attachment("1@mail.example", 0, tmp_path / "files").exists()
    desk.close()


def test_a_server_that_stays_away_is_said(tmp_path: Path) -> None:
    server = MemoryServer()
    home = Home(tmp_path, {"work": server})
    put(server, 0, id=KEY)
    home.read()
    server.drop_after = 0
    desk = home.desk()
    with pytest.raises(DeskError, match=r"^memory.example closed the connection\.$"):
        desk.fetch_conversation(KEY)
    talk = desk.fetch_conversation(KEY)
    assert talk is not None
    assert talk.complete


@pytest.mark.dovecot
@pytest.mark.parametrize("host", ["dovecot"], indirect=True)
def test_a_large_mail_is_cut_for_reading_and_whole_for_saving(home: Home, host: ImapHost, tmp_path: Path) -> None:
    data = FILE * 40
    big = multipart("mixed", part("See the file"), part(data, "image/png", encoding="base64", name="big.png"))
    host.add("INBOX", letter(0, id=KEY, content=big), hours(0))
    home.read(bodies=True)
    desk = home.desk()
    talk = desk.fetch_conversation(KEY)
    assert talk is not None
    assert talk.entries[0].words is not None
    [file] = talk.entries[0].words.attachments
    assert abs(file.size - len(data)) < 100
    assert desk.save_attachment(KEY, file.part, tmp_path).read_bytes() == data
    desk.close()
