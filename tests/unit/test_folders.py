"""Finding the folders to read, and naming the nearest when one is not there."""

from __future__ import annotations

import pytest
from imapclient.imap_utf7 import encode

from config.schema import Folders
from triage.mail.folder_names import SENT_NAMES
from triage.mail.folders import Listed, choose, nearest, read_listed
from triage.mail.mailbox import Folder, MailboxError
from triage.model.message import Role


def listed(*names: str, separator: str = "/", **attributes: str) -> list[Listed]:
    """Folders of these names; a keyword gives the one of that name an attribute."""
    return [
        Listed(name, encode(name).decode(), separator, frozenset({attributes[name]} if name in attributes else ()))
        for name in names
    ]


def sent(folders: list[Listed]) -> str | None:
    """The Sent folder that is found, if any."""
    return next((folder.name for folder in choose(folders, Folders()) if folder.role is Role.SENT), None)


@pytest.mark.parametrize(
    ("line", "name", "raw", "separator", "attributes"),
    [
        (b'* LIST (\\HasNoChildren \\Sent) "/" Sent', "Sent", "Sent", "/", {"\\hasnochildren", "\\sent"}),
        (b'* LIST () "." "INBOX.Sent Items"', "INBOX.Sent Items", "INBOX.Sent Items", ".", set()),
        (b'* list () "\\\\" "a \\"b\\" \\\\c"', 'a "b" \\c', 'a "b" \\c', "\\", set()),
        (b"* LIST (\\Noselect) NIL 2026", "2026", "2026", "", {"\\noselect"}),
        (
            b'* LIST () "/" &BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-',
            "Отправленные",
            "&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-",
            "/",
            set(),
        ),
        (b'* LIST () "/" "Old &- new"', "Old & new", "Old &- new", "/", set()),
        (b'* LIST () "/" Sent ("OLDNAME" ("x"))', "Sent", "Sent", "/", set()),
    ],
)
def test_a_listed_folder_is_read(line: bytes, name: str, raw: str, separator: str, attributes: set[str]) -> None:
    assert read_listed([line]) == Listed(name, raw, separator, frozenset(attributes))


def test_a_name_as_a_literal() -> None:
    assert read_listed([b'* LIST () "/" {7}', b"a (b) c", b""]) == Listed("a (b) c", "a (b) c", "/", frozenset())


@pytest.mark.parametrize(
    "line",
    [
        b"* 3 EXISTS",
        b"* LIST",
        b'* LIST () "/" ',
        b'* LIST () "/" ""',
        b'* LIST () "/" "a\x1b[31m"',
        b'* LIST () "/" &ABs-',
        b'* LIST () "/" &IC4-',
        b'* LIST () "/" &bad',
        b'* LIST () "/" "\xd0\xbf"',
    ],
)
def test_a_name_that_cant_be_read_or_shown_is_left_out(line: bytes) -> None:
    assert read_listed([line]) is None


def test_sent_is_found_by_its_mark_before_its_name() -> None:
    assert sent(listed("INBOX", "Sent", "Ausgang", Ausgang="\\sent")) == "Ausgang"


def test_what_holds_no_mail_is_not_sent() -> None:
    assert sent(listed("INBOX", "Sent", "Sent Items", Sent="\\noselect")) == "Sent Items"


@pytest.mark.parametrize("name", [name for names in SENT_NAMES for name in names])
@pytest.mark.parametrize(("prefix", "separator"), [("", "/"), ("INBOX.", "."), ("[Gmail]/", "/"), ("INBOX/", "/")])
def test_sent_is_found_by_usual_names_in_any_case(name: str, prefix: str, separator: str) -> None:
    for spelt in (prefix + name, prefix + name.upper()):
        assert sent(listed("INBOX", "Archive", spelt, separator=separator)) == spelt


@pytest.mark.parametrize("name", ["Clients/Sent", "Sentinel", "Sent/2024", "Drafts"])
def test_what_is_not_called_so_is_not_sent(name: str) -> None:
    assert sent(listed("INBOX", name)) is None


def test_the_name_at_the_top_comes_first() -> None:
    assert sent(listed("INBOX", "INBOX/Sent", "Sent")) == "Sent"


def test_without_sent_there_is_the_inbox_alone() -> None:
    assert choose(listed("INBOX"), Folders()) == (Folder("INBOX", Role.INBOX),)


def test_a_folder_named_twice_has_its_first_role() -> None:
    wanted = Folders(inbox=("INBOX", "Sent"), sent="Sent", also=("Inbox", "Archive"))
    names = [(folder.name, folder.role) for folder in choose(listed("INBOX", "Sent", "Archive"), wanted)]
    assert names == [("Sent", Role.SENT), ("INBOX", Role.INBOX), ("Archive", Role.ALSO)]


@pytest.mark.parametrize(
    ("name", "near"),
    [("Client", "Clients"), ("sent", "[Gmail]/Sent"), ("Clienti", "Clients"), ("Архив", "INBOX.Архив"), ("Zzz", None)],
)
def test_the_nearest_name(name: str, near: str | None) -> None:
    assert nearest(name, ["INBOX", "Clients", "[Gmail]/Sent", "INBOX.Архив"]) == near


def test_a_folder_that_holds_no_mail_is_missing() -> None:
    with pytest.raises(MailboxError, match='no folder "Clients"'):
        choose(listed("INBOX", "Clients", Clients="\\noselect"), Folders(also=("Clients",)))
