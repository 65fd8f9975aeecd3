"""Rows of the list of clock cases played with real mails over IMAP, and looked at through `triage list --json`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.support.dovecot import Dovecot
from tests.support.flows import Home, hour_of, letter, put
from tests.support.imap_host import ImapHost
from tests.support.mails import delivery_report, multipart, part
from tests.support.stories import ME, hours

pytestmark = pytest.mark.dovecot

NOW = 20
OTHER, KIM = "bob@contractor.example", "kim@partner.example"
AUTO = (("Auto-Submitted", "auto-replied"),)
INVITATION = multipart(
    "mixed", part("Shall we meet?"), part("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n", "text/calendar")
)
MEETING = (("Content-Class", "urn:content-classes:calendarmessage"),)


@dataclass(frozen=True)
class Story:
    """Mails between one client and me, each referring to those before it, and what the list must say at hour 20."""

    name: str
    mails: tuple[tuple[str, datetime, bytes], ...] = ()
    ids: tuple[str, ...] = ()
    since: float | None = None
    lane: str = "theirs"
    reason: str | None = None
    client: str = ""

    @property
    def ann(self) -> str:
        """The client, whose domain no other story has."""
        return f"ann@{self.name.partition(':')[0]}.example"

    def theirs(self, at: float, *, folder: str = "INBOX", stored: float | None = None, **told: Any) -> Story:
        """A mail to me; with an `id` of its own, else one that is counted."""
        return self._add(at, folder, stored, {"frm": self.ann, **told})

    def mine(self, at: float, *, stored: float | None = None, **told: Any) -> Story:
        """A mail of mine in Sent."""
        return self._add(at, "Sent", stored, {"frm": ME, "to": self.ann, **told})

    def bounce(self, at: float, of: str) -> Story:
        """A report that the newest mail did not reach this address."""
        status = f"Final-Recipient: rfc822; {of}\nAction: failed\nStatus: 5.1.1"
        report = delivery_report(status, original=f"<{self.ids[-1]}>")
        return replace(self, mails=(*self.mails, ("INBOX", hours(at), report)))

    def waits(self, since: float, client: str = "") -> Story:
        """A reply clock has run since that hour."""
        lane = "due_soon" if since <= NOW - 20 else "waiting"
        return replace(self, since=since, lane=lane, client=client)

    def rests(self, reason: Any, client: str = "") -> Story:
        """Nothing runs, for a reason."""
        return replace(self, lane="rest", reason=reason, client=client)

    def _add(self, at: float, folder: str, stored: float | None, told: dict[str, Any]) -> Story:
        own = f"{len(self.mails)}.{self.ann}"
        told = {"id": own, "subject": f"Case {self.name}", "refs": " ".join(self.ids), **told}
        source = letter(at, **told)
        ids = (*self.ids, told["id"]) if told["id"] and told["id"] not in self.ids else self.ids
        return replace(self, mails=(*self.mails, (folder, hours(at if stored is None else stored), source)), ids=ids)


def case(number: str, what: str = "") -> Story:
    """A story named after its row."""
    return Story(f"{number}{what.replace(' ', '-')}: {what}" if what else number)


STORIES = (
    case("11").theirs(0).mine(5),
    case("11", "its own time").theirs(0).mine(5, stored=9).theirs(7).waits(7),
    case("13").theirs(0).mine(5).theirs(6, fields=AUTO),
    case("13", "it stops none").theirs(0).theirs(6, fields=AUTO).waits(0),
    case("14").theirs(0).mine(1, fields=AUTO).waits(0),
    case("15").theirs(0).theirs(2).mine(5).bounce(6, "ann@15.example").waits(0),
    case("15b").theirs(0).mine(5, cc=OTHER).bounce(6, OTHER),
    case("24").theirs(0, id="twice@mail.example").theirs(0, id="twice@mail.example", refs="").waits(0),
    case("24", "in two folders")
    .theirs(1, id="both@mail.example")
    .theirs(1, id="both@mail.example", refs="", folder="Clients")
    .waits(1),
    case("25").theirs(1, id=None).theirs(2, id=None, subject="Re: Case 25").waits(1),
    case("26", "missing").theirs(3, date="").waits(3),
    case("26", "in the future").theirs(3, date=9000).waits(3),
    case("26", "in 1970").theirs(3, date="Thu, 1 Jan 1970 00:00:00 +0000").waits(3),
    case("26", "years off").theirs(3, date=-30_000).waits(3),
    case("27").theirs(1, stored=60).waits(1),
    case("27", "late by hours").theirs(1, stored=10).waits(10),
    case("27b").theirs(0, id="27b@mail.example").mine(2).theirs(3, date=1, refs="27b@mail.example").waits(3),
    case("27b", "the out refers to it").theirs(3, date=1, id="grey@mail.example").mine(2),
    case("28").theirs(0, folder="Archive").rests("archived"),
    case("56").theirs(0).mine(5, to=OTHER).waits(0),
    case("57").theirs(0).theirs(1, frm=OTHER).mine(5).waits(1, OTHER),
    case("58").theirs(0).theirs(5, frm=KIM, to="ann@58.example", cc=ME),
    case("59", "my own address").theirs(0, frm=ME, fields=[("Reply-To", "ann@form.example")]).waits(0, "ann@form.example"),
    case("59", "a machine").theirs(0, frm="no-reply@forms.example", fields=[("Reply-To", "ann@web.example")]).waits(0, "ann@web.example"),
    case("63").mine(0).theirs(1, content=INVITATION, fields=MEETING).waits(1),
    case("63", "a machine").theirs(1, frm="no-reply@cal.example", content=INVITATION, fields=MEETING).rests("machine", "no-reply@cal.example"),
)  # fmt: skip


@pytest.fixture(scope="module")
def played(dovecot: Dovecot, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """All stories in one mailbox, read once: what the list says of each at hour 20."""
    for folder in ("INBOX", "Clients", "Sent", "Archive"):
        told = [(source, at) for story in STORIES for into, at, source in story.mails if into == folder]
        dovecot.write("cases", folder, told)
    host = ImapHost(dovecot.account("cases"), condstore=True)
    home = Home(tmp_path_factory.mktemp("cases"), {"work": host}, now=100, top=f'colleagues = ["{KIM}"]')
    home.read(bodies=True)
    host.close()
    return home.threads(NOW)


@pytest.mark.parametrize("story", STORIES, ids=[story.name for story in STORIES])
def test_case(played: dict[str, dict[str, Any]], story: Story) -> None:
    thread = played[f"Case {story.name}"]
    assert (thread["lane"], thread["reason"], hour_of(thread["since"])) == (story.lane, story.reason, story.since)
    assert hour_of(thread["due"]) == (None if story.since is None else story.since + 24)
    assert thread["limit"] == (None if story.since is None else 86400)
    assert thread["client"]["address"] == (story.client or story.ann)
    assert set(thread["messages"]) >= set(story.ids)
    assert len(thread["messages"]) == len(set(thread["messages"]))
    assert thread["account"] == "work"


@pytest.fixture
def host(dovecot: Dovecot, user: str) -> Iterator[ImapHost]:
    host = ImapHost(dovecot.account(user), condstore=True)
    yield host
    host.close()


def test_case_25_one_message_id_for_two_different_messages(host: ImapHost, tmp_path: Path) -> None:
    home = Home(tmp_path, {"work": host})
    put(host, 1, subject="One", id="same@mail.example")
    put(host, 2, subject="Another", id="same@mail.example")
    home.read()
    threads = home.threads(NOW)
    assert {name: hour_of(thread["since"]) for name, thread in threads.items()} == {"One": 1, "Another": 2}
    assert len({thread["id"] for thread in threads.values()}) == 2


def test_case_28_it_may_still_wait(host: ImapHost, tmp_path: Path) -> None:
    home = Home(tmp_path, {"work": host})
    uid = put(host, 0)
    home.read()
    assert home.threads(NOW)["Logo"]["lane"] == "due_soon"
    host.move("INBOX", uid, "Elsewhere")
    home.read()
    assert (home.threads(NOW)["Logo"]["lane"], home.threads(NOW)["Logo"]["reason"]) == ("rest", "archived")
    home.settle(rule='window = "all"\narchived = "waits"')
    home.read()
    assert (home.threads(NOW)["Logo"]["lane"], home.threads(NOW)["Logo"]["reason"]) == ("due_soon", None)


def test_cases_52_and_52b_two_accounts(dovecot: Dovecot, host: ImapHost, user: str, tmp_path: Path) -> None:
    shop = ImapHost(dovecot.account(f"{user}-shop"), condstore=True)
    home = Home(tmp_path, {"work": host, "shop": shop}, addresses={"shop": "shop@studio.example"})
    put(host, 0, subject="To work")
    put(shop, 1, to="shop@studio.example", subject="To the shop")
    both = letter(2, to=f"{ME}, shop@studio.example", subject="To both", id="both@mail.example")
    for account in (host, shop):
        account.add("INBOX", both, hours(2))
    home.read()
    threads = home.threads(NOW)
    assert {thread["client"]["address"] for thread in threads.values()} == {"ann@client.example"}
    assert {name: hour_of(thread["since"]) for name, thread in threads.items()} == {
        "To work": 0,
        "To the shop": 1,
        "To both": 2,
    }
    assert (threads["To work"]["account"], threads["To the shop"]["account"]) == ("work", "shop")
    put(
        shop,
        5,
        "Sent",
        frm="shop@studio.example",
        to="ann@client.example",
        subject="Re: To both",
        refs="both@mail.example",
    )
    home.read()
    assert home.threads(NOW)["To both"]["lane"] == "theirs"
    shop.close()


def test_case_61_an_unanswered_thread_older_than_the_window(host: ImapHost, tmp_path: Path) -> None:
    home = Home(tmp_path, {"work": host}, now=100, rule='window = "5d"')
    put(host, 0)
    home.read()
    home.now = hours(24 * 60)
    home.read()
    thread = home.threads()["Logo"]
    assert (thread["lane"], hour_of(thread["since"])) == ("overdue", 0)
    assert thread["over"] == (24 * 60 - 24) * 3600


def test_case_62_nothing_older_waits(host: ImapHost, tmp_path: Path) -> None:
    home = Home(tmp_path, {"work": host}, now=24 * 30)
    put(host, 0, subject="Old")
    put(host, 24 * 29, subject="New")
    home.read()
    assert home.desk().older_waiting(home.now, 7) == 1
    assert home.desk().settle_older(home.now, 7) == 1
    home.desk().refresh()
    assert lanes(home) == {"Old": ("rest", "done"), "New": ("due_soon", None)}
    assert home.desk().older_waiting(home.now, 7) == 0
    assert home.desk().undo().said == "Taken back: what was done waits again."
    home.desk().refresh()
    assert lanes(home) == {"Old": ("overdue", None), "New": ("due_soon", None)}
    assert home.desk().undo().said == "There is nothing to take back."


def lanes(home: Home) -> dict[str, tuple[str, str | None]]:
    return {name: (thread["lane"], thread["reason"]) for name, thread in home.threads().items()}
