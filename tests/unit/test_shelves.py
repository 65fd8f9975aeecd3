"""Where to file: by the settings, by SPECIAL-USE, by the usual names of each language, or nowhere yet."""

from __future__ import annotations

import pytest

from config.schema import Folders
from tests.unit.test_folders import listed
from triage.mail.filing import Shelf
from triage.mail.folder_names import ARCHIVE_NAMES, DRAFTS_NAMES, SENT_NAMES
from triage.mail.folders import Listed, find_shelf
from triage.mail.mailbox import MailboxError

FOUND = Folders()
USUAL = [
    (shelf, name)
    for shelf, languages in (
        (Shelf.SENT, SENT_NAMES),
        (Shelf.DRAFTS, DRAFTS_NAMES),
        (Shelf.ARCHIVE, ARCHIVE_NAMES),
    )
    for names in languages
    for name in names
]


@pytest.mark.parametrize(("shelf", "name"), USUAL)
@pytest.mark.parametrize(("prefix", "separator"), [("", "/"), ("INBOX.", "."), ("[Gmail]/", "/")])
def test_a_usual_name_in_any_case(shelf: Shelf, name: str, prefix: str, separator: str) -> None:
    for spelt in (prefix + name, prefix + name.upper()):
        assert find_shelf(shelf, listed("INBOX", "Clients", spelt, separator=separator), FOUND) == spelt


def test_no_name_is_usual_for_two_things() -> None:
    names = [name.casefold() for _, name in USUAL]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("shelf", Shelf)
def test_the_mark_comes_before_the_name(shelf: Shelf) -> None:
    folders = listed("INBOX", shelf.title(), "Other", Other=f"\\{shelf}")
    assert find_shelf(shelf, folders, FOUND) == "Other"


@pytest.mark.parametrize("shelf", Shelf)
def test_where_there_is_none_nothing_is_found(shelf: Shelf) -> None:
    others = [other.title() for other in Shelf if other is not shelf]
    assert find_shelf(shelf, listed("INBOX", f"Clients/{shelf.title()}", *others), FOUND) is None
    assert find_shelf(shelf, [Listed(shelf.title(), shelf.title(), "/", frozenset({"\\noselect"}))], FOUND) is None


def test_gmails_archive_is_all_mail() -> None:
    gmail = [
        Listed("INBOX", "INBOX", "/", frozenset()),
        Listed("Archive", "Archive", "/", frozenset()),
        Listed("[Gmail]/Wszystkie", "[Gmail]/Wszystkie", "/", frozenset({"\\all"})),
    ]
    assert find_shelf(Shelf.ARCHIVE, gmail, FOUND) == "[Gmail]/Wszystkie"


def test_what_shows_all_mail_elsewhere_is_no_archive() -> None:
    folders = [Listed("virtual/All", "virtual/All", "/", frozenset({"\\all"})), *listed("Archive")]
    assert find_shelf(Shelf.ARCHIVE, folders, FOUND) == "Archive"
    assert find_shelf(Shelf.ARCHIVE, folders[:1], FOUND) is None


@pytest.mark.parametrize("shelf", Shelf)
def test_the_settings_come_first(shelf: Shelf) -> None:
    wanted = Folders(sent="Mine", drafts="Mine", archive="Mine")
    assert find_shelf(shelf, listed("INBOX", shelf.title(), "Mine"), wanted) == "Mine"
    with pytest.raises(MailboxError, match='no folder "Mine"'):
        find_shelf(shelf, listed("INBOX", shelf.title()), wanted)
