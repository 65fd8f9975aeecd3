"""What goes wrong while mail is read costs only itself: a message, the rest of a connection, one account."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.support.cutting import CuttingProxy
from tests.support.dovecot import Dovecot
from tests.support.flows import Home, letter, put
from tests.support.imap_host import ImapHost, MailHost
from tests.support.memory_mailbox import MemoryServer
from tests.support.stories import CLIENT, ME, hours
from triage.desk import bodies, reading
from triage.mail.mailbox import MailboxError
from triage.model.clock import Lane, Reason
from triage.model.events import Unreadable

BAD = "The bad one"


@pytest.fixture
def unreadable_header(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message whose header breaks the reader."""
    read = reading.read_envelope

    def fail(source: bytes, *rest: object) -> object:
        if BAD.encode() in source:
            raise RecursionError
        return read(source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_envelope", fail)


@pytest.mark.usefixtures("unreadable_header")
def test_a_message_that_cannot_be_read_costs_only_itself(home: Home, host: MailHost) -> None:
    put(host, 0)
    uid = put(host, 1, "Clients", subject=BAD)
    put(host, 2, "Clients", subject="Print")
    heard = home.read()
    assert heard.read().unreadable == (Unreadable("work", "Clients", uid, "RecursionError"),)
    assert heard.read().new == 2
    assert not heard.failures
    assert {*home.rows()} == {"Logo", "Print"}


@pytest.mark.usefixtures("unreadable_header")
def test_it_is_named_on_the_command_line(home: Home, host: MailHost, monkeypatch: pytest.MonkeyPatch) -> None:
    uid = put(host, 0, "Clients", subject=BAD)
    monkeypatch.setattr("triage.mail.accounts.connect", home.connect)
    status, said, complained = home.triage("sync")
    assert (status, said) == (0, "")
    assert complained == f"work: 1 could not be read: Clients UID {uid}.\n"


def test_a_body_that_cannot_be_read_costs_only_itself(
    home: Home, host: MailHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = bodies.read_words

    def fail(source: bytes, *rest: object) -> object:
        if BAD.encode() in source:
            raise MemoryError
        return read(source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(bodies, "read_words", fail)
    uid = put(host, 0, subject=BAD)
    put(host, 1, subject="Print", text="A banner")
    heard = home.read(bodies=True)
    assert heard.read().unreadable == (Unreadable("work", "INBOX", uid, "MemoryError"),)
    assert {name: row.text for name, row in home.rows().items()} == {BAD: "", "Print": "A banner"}
    assert home.read(bodies=True).texts == 0


def test_a_drop_keeps_what_has_arrived_and_the_next_read_goes_on(tmp_path: Path) -> None:
    server = MemoryServer(drop_after=7)
    home = Home(tmp_path, {"work": server})
    for number in range(6):
        put(server, number, "Sent", frm=ME, to=f"a@c{number}.example", subject=f"Mine {number}")
        put(server, number, frm=f"a@c{number}.example", subject=f"Theirs {number}")
    heard = home.read()
    assert heard.failures == ["work: memory.example closed the connection."]
    assert not heard.failed().permanent
    assert len(home.rows()) == 7
    assert home.desk().inbox().accounts[0].read is None
    again = home.read()
    assert (again.wanted, again.read().new) == (5, 5)
    assert len(home.rows()) == 12


@pytest.mark.dovecot
def test_a_cut_connection(dovecot: Dovecot, user: str, tmp_path: Path) -> None:
    many = 400
    dovecot.write(user, "INBOX", [(letter(n, frm=f"a@c{n}.example", subject=f"{n}"), hours(n)) for n in range(many)])
    host = ImapHost(dovecot.account(user), condstore=True)
    with CuttingProxy(dovecot.port, 40_000) as proxy:
        host.account = msgspec.structs.replace(
            host.account, imap=msgspec.structs.replace(host.account.imap, port=proxy.port)
        )
        home = Home(tmp_path, {"work": host})
        heard = home.read()
        arrived = len(home.rows())
        assert heard.failures == ["work: 127.0.0.1 closed the connection."]
        assert 0 < arrived < many
        assert home.read().wanted == many - arrived
    assert len(home.rows()) == many
    host.close()


class TestTwoAccounts:
    """They are read side by side, and make one list."""

    @pytest.fixture
    def hosts(self) -> dict[str, MemoryServer]:
        return {"work": MemoryServer(), "shop": MemoryServer()}

    @pytest.fixture
    def home(self, hosts: dict[str, MemoryServer], tmp_path: Path) -> Home:
        return Home(tmp_path, hosts, addresses={"shop": "shop@studio.example"})

    def test_one_fails(self, home: Home, hosts: dict[str, MemoryServer]) -> None:
        put(hosts["work"], 0)
        put(hosts["shop"], 1, to="shop@studio.example", subject="Print")
        hosts["shop"].trouble = MailboxError("shop.example is away.")
        heard = home.read()
        assert heard.failures == ["shop: shop.example is away."]
        assert heard.read("work").new == 1
        assert [*home.rows()] == ["Logo"]
        assert [account.read for account in home.desk().inbox().accounts] == [home.now, None]
        assert not home.read().failures
        assert {name: row.accounts for name, row in home.rows().items()} == {"Logo": ("work",), "Print": ("shop",)}

    def test_one_alone(self, home: Home, hosts: dict[str, MemoryServer]) -> None:
        put(hosts["work"], 0)
        put(hosts["shop"], 1, subject="Print")
        home.read(names=["shop"])
        assert [*home.rows()] == ["Print"]
        assert hosts["work"].commands == []

    def test_an_account_that_the_settings_no_longer_have(self, home: Home, hosts: dict[str, MemoryServer]) -> None:
        both = letter(2, subject="Both", id="both@mail.example")
        for host in hosts.values():
            host.add("INBOX", both, hours(2))
        put(hosts["work"], 0, id="a@mail.example")
        put(hosts["shop"], 1, to="shop@studio.example", subject="Print")
        put(hosts["shop"], 5, "Sent", frm="shop@studio.example", to=CLIENT, subject="Re: Logo", refs="a@mail.example")
        home.read()
        assert {*home.rows()} == {"Logo", "Print", "Both"}
        del home.hosts["shop"]
        home.settle(top='colleagues = ["shop@studio.example"]')
        home.desk().refresh()
        assert {name: row.accounts for name, row in home.rows().items()} == {"Logo": ("work",), "Both": ("work",)}
        assert home.rows()["Logo"].resting is Lane.THEIRS
        assert [account["name"] for account in home.document()["accounts"]] == ["work"]

    def test_it_does_not_matter_in_which_account_i_answer(self, home: Home, hosts: dict[str, MemoryServer]) -> None:
        put(hosts["work"], 0, id="a@mail.example")
        put(hosts["shop"], 5, "Sent", frm="shop@studio.example", to=CLIENT, subject="Re: Logo", refs="a@mail.example")
        home.read()
        row = home.rows()["Logo"]
        assert (row.resting, row.accounts) == (Lane.THEIRS, ("shop", "work"))


def test_mail_of_an_account_that_was_moved_away_before_is_not_forgotten(home: Home, host: MailHost) -> None:
    uid = put(host, 0)
    home.read()
    host.expunge("INBOX", uid)
    home.read()
    home.read()
    assert home.rows()["Logo"].reason is Reason.ARCHIVED
