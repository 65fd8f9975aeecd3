"""Bodies follow the headers: what needs words is settled by them, and the list shows the newest text."""

from __future__ import annotations

import pytest

from tests.support.flows import Home, letter, put
from tests.support.imap_host import MailHost
from tests.support.mails import delivery_report, multipart, part
from tests.support.stories import CLIENT, ME, hours
from triage.model.clock import Lane, Reason

FAILED = f"Final-Recipient: rfc822; {CLIENT}\nAction: failed\nStatus: 5.1.1"
CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
INVITATION = multipart("mixed", part("Shall we meet?"), part(CALENDAR, "text/calendar; method=REQUEST"))


def test_only_what_decides_or_is_shown_is_read(home: Home, host: MailHost) -> None:
    put(host, 0, id="a@mail.example", text="First")
    put(host, 1, "Sent", frm=ME, to=CLIENT, subject="Re: Logo", id="b@mail.example", refs="a@mail.example")
    put(host, 2, subject="Re: Logo", refs="b@mail.example", text="Second\r\n\r\n> First\r\n")
    put(host, 3, frm="bob@other.example", subject="Print", id="c@mail.example")
    put(host, 4, "Sent", frm=ME, to="bob@other.example", subject="Re: Print", refs="c@mail.example")
    assert home.read(bodies=True).texts == 2
    assert home.rows()["Logo"].text == "Second"
    assert home.read(bodies=True).texts == 0


def test_a_newsletter_that_only_its_words_tell(home: Home, host: MailHost) -> None:
    footer = "To unsubscribe from this newsletter, click here: https://news.example/out"
    put(host, 0, subject="Offers", frm="ann@news.example", text=f"Shoes!\r\n\r\n{footer}")
    put(host, 3, subject="Print", frm="bob@other.example")
    home.read()
    assert len(home.rows()["Offers"].clocks) == 1
    home.read(bodies=True)
    rows = home.rows()
    assert (rows["Offers"].clocks, rows["Offers"].reason) == ((), Reason.MACHINE)
    assert rows["Print"].clocks


def test_headers_alone(home: Home, host: MailHost) -> None:
    put(host, 0, text="First")
    assert home.read().texts == 0
    assert home.rows()["Logo"].text == ""
    assert home.read(bodies=True).texts == 1
    assert home.rows()["Logo"].text == "First"


def test_a_bounce_that_only_its_body_links(home: Home, host: MailHost) -> None:
    put(host, 0, id="a@mail.example")
    put(host, 5, "Sent", frm=ME, to=CLIENT, subject="Re: Logo", id="b@mail.example", refs="a@mail.example")
    host.add("INBOX", delivery_report(FAILED, original="<b@mail.example>"), hours(6))
    home.read()
    assert home.rows()["Logo"].resting is Lane.THEIRS
    assert not home.rows()["Logo"].clocks
    home.read(bodies=True)
    rows = home.rows()
    assert [*rows] == ["Logo"]
    assert rows["Logo"].count == 3
    assert rows["Logo"].clocks[0].since == hours(0)
    assert rows["Logo"].marks == ("bounced",)


@pytest.mark.parametrize("known", [True, False])
def test_an_invitation_waits_where_i_know_who_invites(home: Home, host: MailHost, known: bool) -> None:
    if known:
        put(host, 0, "Sent", frm=ME, to=CLIENT, subject="Earlier")
    put(
        host,
        1,
        subject="Kick-off",
        content=INVITATION,
        fields=[("Content-Class", "urn:content-classes:calendarmessage")],
    )
    home.read(bodies=True)
    assert bool(home.rows()["Kick-off"].clocks) == known


def test_a_hostile_body_costs_only_itself(home: Home, host: MailHost) -> None:
    nested = part("The middle")
    for _ in range(120):
        nested = multipart("mixed", nested)
    bombs = {
        "Nested": letter(0, frm="a@a.example", subject="Nested", content=nested),
        "Markup": letter(1, frm="b@b.example", subject="Markup", content=part("<div>" * 20_000 + "In", "text/html")),
        "Lie": letter(2, frm="c@c.example", subject="Lie", content=part(b"\xff\xfe\x00", "text/plain; charset=utf-99")),
        "Zeros": letter(
            3, frm="d@d.example", subject="Zeros", content=part("!" * 9999, "text/plain", encoding="base64")
        ),
    }
    for at, source in enumerate(bombs.values()):
        host.add("INBOX", source, hours(at))
    put(host, 4, text="Good morning")
    heard = home.read(bodies=True)
    assert heard.read().unreadable == ()
    assert {*home.rows()} == {"Logo", *bombs}
    assert home.rows()["Logo"].text == "Good morning"
