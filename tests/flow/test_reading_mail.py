"""Reading mail, whatever happens to it on the server meanwhile; on each kind of server."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.schema import Folders
from tests.support.flows import SEEN, Home, put
from tests.support.imap_host import MailHost
from tests.support.stories import CLIENT, ME, hours
from triage.model.clock import Lane, Reason
from triage.model.row import Row

DAY = 24.0
INBOX_ALONE = Folders(inbox=("INBOX",), sent="Sent")


def waits(row: Row) -> float | None:
    """The hour that the row's clock started."""
    return (row.clocks[0].since - hours(0)).total_seconds() / 3600 if row.clocks else None


def rests(row: Row) -> tuple[Lane, Reason | None]:
    assert not row.clocks
    return row.resting, row.reason


def test_the_first_read_takes_all_folders(home: Home, host: MailHost) -> None:
    put(host, 0, subject="Logo", id="a@mail.example")
    put(host, 1, "Clients", subject="Print")
    put(host, 2, "Archive", subject="Web", id="c@mail.example", flags=SEEN)
    put(host, 3, "Sent", frm=ME, to=CLIENT, subject="Re: Web", refs="c@mail.example")
    heard = home.read()
    assert (heard.wanted, heard.read().new, heard.read().gone) == (4, 4, 0)
    rows = home.rows()
    assert {subject: waits(row) for subject, row in rows.items()} == {"Logo": 0, "Print": 1, "Web": None}
    assert rows["Web"].resting is Lane.THEIRS
    assert rows["Web"].count == 2
    assert [row.unread for row in rows.values()] == [True, True, False]
    assert home.desk().inbox().accounts[0].read == home.now


@pytest.mark.dovecot
@pytest.mark.parametrize("host", ["dovecot", "dovecot_plain"], indirect=True)
def test_nothing_new_costs_at_most_three_commands_a_folder(home: Home, host: MailHost, said: list[str]) -> None:
    for folder in ("INBOX", "Clients", "Archive", "Sent"):
        put(host, 0, folder, subject=folder)
    home.settle(rule='window = "90d"')
    home.read(bodies=True)
    said.clear()
    heard = home.read(bodies=True)
    assert (heard.wanted, heard.texts, heard.read().new) == (0, 0, 0)
    start = next(at for at, line in enumerate(said) if line.startswith("LIST"))
    words = [line.split(" ")[0] for line in said[start + 1 :]]
    each = ["EXAMINE"] if host.condstore else ["EXAMINE", "UID", "UID"]
    assert words == [*each * 4, "LOGOUT"]


def test_new_mail(home: Home, host: MailHost) -> None:
    put(host, 0, subject="Logo", id="a@mail.example")
    home.read()
    put(host, 5, subject="Print")
    put(host, 6, "Sent", frm=ME, to=CLIENT, subject="Re: Logo", refs="a@mail.example")
    heard = home.read()
    assert (heard.wanted, heard.read().new) == (2, 2)
    assert {subject: waits(row) for subject, row in home.rows().items()} == {"Logo": None, "Print": 5}


def test_seen_elsewhere(home: Home, host: MailHost) -> None:
    uid = put(host, 0)
    home.read()
    assert home.rows()["Logo"].unread
    host.mark("INBOX", uid, "\\Seen")
    heard = home.read()
    assert (heard.wanted, heard.read().gone) == (0, 0)
    assert not home.rows()["Logo"].unread


@pytest.mark.parametrize("leaves", ["expunged", "deleted"])
def test_taken_away_unanswered(home: Home, host: MailHost, leaves: str) -> None:
    uid = put(host, 0)
    home.read()
    if leaves == "expunged":
        host.expunge("INBOX", uid)
    else:
        host.mark("INBOX", uid, "\\Deleted")
    assert home.read().read().gone == 1
    assert rests(home.rows()["Logo"]) == (Lane.REST, Reason.ARCHIVED)


def test_taken_away_with_nothing_waiting(home: Home, host: MailHost) -> None:
    ask = put(host, 0, id="a@mail.example")
    out = put(host, 5, "Sent", frm=ME, to=CLIENT, subject="Re: Logo", refs="a@mail.example")
    home.read()
    host.expunge("INBOX", ask)
    home.read()
    assert home.rows()["Logo"].resting is Lane.THEIRS
    host.expunge("Sent", out)
    home.read()
    assert home.rows() == {}


def test_moved_to_another_folder_that_is_read(home: Home, host: MailHost) -> None:
    uid = put(host, 0)
    home.read()
    before = home.rows()["Logo"]
    host.move("INBOX", uid, "Clients")
    heard = home.read()
    assert (heard.read().new, heard.read().gone) == (1, 1)
    assert home.rows()["Logo"] == before


@pytest.mark.parametrize("into", ["Archive", "Elsewhere"])
def test_moved_out_of_the_inboxes(home: Home, host: MailHost, into: str) -> None:
    uid = put(host, 0)
    home.read()
    host.move("INBOX", uid, into)
    home.read()
    row = home.rows()["Logo"]
    assert rests(row) == (Lane.REST, Reason.ARCHIVED)
    assert row.asked == hours(0)
    home.settle(rule='window = "all"\narchived = "waits"')
    home.read()
    assert waits(home.rows()["Logo"]) == 0


def test_drafts_are_not_mail(home: Home, host: MailHost) -> None:
    put(host, 0, id="a@mail.example")
    put(host, 1, "Sent", frm=ME, to=CLIENT, subject="Re: Logo", refs="a@mail.example", flags=("\\Draft",))
    assert home.read().wanted == 1
    assert waits(home.rows()["Logo"]) == 0


def test_another_uidvalidity(home: Home, host: MailHost) -> None:
    put(host, 0, "Clients", id="a@mail.example")
    put(host, 1, "Clients", subject="Print", id="b@mail.example")
    home.read()
    before = home.rows()
    host.renew("Clients")
    put(host, 1, "Clients", subject="Print", id="b@mail.example")
    put(host, 2, "Clients", subject="Web")
    assert home.read().read().new == 2
    rows = home.rows()
    assert rests(rows["Logo"]) == (Lane.REST, Reason.ARCHIVED)
    assert rows["Print"] == before["Print"]
    assert waits(rows["Web"]) == 2


def test_a_folder_that_the_settings_no_longer_have(home: Home, host: MailHost) -> None:
    put(host, 0, "Clients")
    put(host, 1, "Archive", subject="Old", frm="news@shop.example", fields=[("Precedence", "bulk")])
    home.read()
    home.settle(folders=INBOX_ALONE)
    home.read()
    assert {name: rests(row) for name, row in home.rows().items()} == {"Logo": (Lane.REST, Reason.ARCHIVED)}
    home.settle()
    home.read()
    assert waits(home.rows()["Logo"]) == 0


@pytest.mark.parametrize("host", ["memory", pytest.param("dovecot", marks=pytest.mark.dovecot)], indirect=True)
class TestWindow:
    """Only what came within the window is read, but what is open stays (clock case 61)."""

    @pytest.fixture
    def home(self, host: MailHost, tmp_path: Path) -> Home:
        return Home(tmp_path, {"work": host}, now=100 * DAY, rule='window = "10d"')

    def test_older_mail_is_not_read(self, home: Home, host: MailHost) -> None:
        put(host, 50 * DAY, subject="Old")
        put(host, 95 * DAY, subject="New")
        assert home.read().wanted == 1
        assert [*home.rows()] == ["New"]

    def test_a_wider_window_reads_more(self, home: Home, host: MailHost) -> None:
        put(host, 50 * DAY, subject="Old")
        put(host, 95 * DAY, subject="New")
        home.read()
        home.settle(rule='window = "60d"')
        assert home.read().wanted == 1
        home.settle(rule='window = "all"')
        assert home.read().wanted == 0
        assert {*home.rows()} == {"Old", "New"}

    def test_what_is_open_stays_and_what_is_closed_leaves(self, home: Home, host: MailHost) -> None:
        put(host, 95 * DAY, subject="Open", id="a@mail.example")
        put(host, 95 * DAY, subject="Closed", id="b@mail.example")
        put(host, 96 * DAY, "Sent", frm=ME, to=CLIENT, subject="Re: Closed", refs="b@mail.example")
        home.read()
        home.now = hours(130 * DAY)
        assert home.read().read().gone == 0
        assert {name: waits(row) for name, row in home.rows().items()} == {"Open": 95 * DAY}
        put(host, 129 * DAY, "Sent", frm=ME, to=CLIENT, subject="Re: Open", refs="a@mail.example")
        home.read()
        assert home.rows()["Open"].resting is Lane.THEIRS
        assert home.rows()["Open"].count == 2

    def test_what_is_open_is_followed(self, home: Home, host: MailHost) -> None:
        uid = put(host, 95 * DAY, subject="Open")
        home.read()
        home.now = hours(130 * DAY)
        host.mark("INBOX", uid, "\\Seen")
        home.read()
        assert not home.rows()["Open"].unread
        host.expunge("INBOX", uid)
        assert home.read().read().gone == 1
        assert home.rows() == {}
