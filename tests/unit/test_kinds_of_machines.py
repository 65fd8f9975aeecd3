"""Machines told from people where header facts, addresses, subjects and the signs of words speak together or apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.stories import CLIENT, ME, PEOPLE, hours, mail, out, since, the_row
from triage.model.message import LISTED_TEXT, Kind, Message, Report, Words
from triage.rules.kinds import judge, kind_of
from triage.rules.understanding import understand

MINE = frozenset({"mine@studio.example"})
SHOP = "hello@shop.example"
NEWS = "newsletter@shop.example"
OWNED = ("precedence:bulk", "sender:owner-talk@lists.example")


def said(*signs: str) -> Words:
    """Words that tell this of themselves."""
    return Words("text", "text", signs=frozenset(signs))


def as_listed(more: str) -> Words:
    """The words of a mail about one that is automatic, as far as the list has them."""
    words = understand(Words(f"This is an automated message, please do not reply: so it shall begin. {more}", ""))
    return replace(words, new_text=words.new_text[:LISTED_TEXT])


BULK = [
    ("a footer", mail(0, frm=SHOP, words=said("unsubscribe"))),
    ("why it came", mail(0, frm=SHOP, words=said("subscribed"))),
    ("to be seen in a browser", mail(0, frm=SHOP, words=said("web_view"))),
    ("full of links, a firm's rights", mail(0, frm="offers@shop.example", words=said("links", "rights"))),
    ("a newsletter's address and a sign", mail(0, frm=NEWS, words=said("links"))),
    ("speaks of itself", mail(0, frm="news@shop.example", words=said("newsletter"))),
    ("an issue on a list", mail(0, hints=("list-post",), words=said("issue", "list", "subscribed"))),
    ("an issue by itself", mail(0, frm=SHOP, words=said("issue", "newsletter"))),
    ("a digest on a list", mail(0, hints=("list-post",), words=said("digest", "list"))),
    ("an unread address with a footer", mail(0, frm="noreply@shop.example", words=said("unsubscribe"))),
    ("a feed by its words", mail(0, frm="blog@feeds.example", words=said("feed"))),
    ("a feed by its field", mail(0, hints=("feed",))),
    ("a campaign", mail(0, hints=("campaign",))),
    ("a firm's own bounce address", mail(0, frm=SHOP, hints=("list-unsubscribe", "sender:bounce-7@mx.shop.example"))),
]
NOTIFICATIONS = [
    ("a program wrote it", mail(0, words=said("automatic"))),
    ("an address for alerts", mail(0, frm="weather@alerts.city.example")),
    ("a server's checks", mail(0, frm="nagios@host.example")),
    ("a build", mail(0, hints=("list-id",), subject="Build failed in Jenkins: shop #12")),
    ("a commit on a list", mail(0, hints=("list-post",), subject="[shop-commits] CVS: shop cart.c,1.2,1.3")),
    ("a list's own notice", mail(0, frm="talk-request@lists.example", hints=("list-post",))),
    ("a shop's reply address one domain up", mail(0, frm="noreply@mail.shop.example", reply_to="help@shop.example")),
]
AUTO_REPLIES = [
    ("its words", mail(0, words=said("auto_reply"))),
    ("its words, in answer to mine", mail(0, refs="mine@studio.example", words=said("auto_reply"))),
    ("a rule of the mailbox", mail(0, hints=("inbox-rule", "suppress", "suppress:all"))),
    ("a subject under Precedence junk", mail(0, hints=("precedence:junk",), subject="[Automatyczna odpowiedź] Logo")),
    *(
        (title, mail(0, subject=f"{title} Logo"))
        for title in (
            "Out of Office Re:",
            "OOO:",
            "Auto:",
            "Automatic reply:",
            "Abwesend:",
            "Abwesenheitsnotiz:",
            "Автоматический ответ:",
            "Автоответ:",
            "Автоматична відповідь:",
            "Автоматичен отговор:",
            "Réponse automatique :",
            "Respuesta automática:",
            "Risposta automatica:",
            "Resposta automática:",
            "Afwezigheidsmelding:",
            "Autosvar:",
        )
    ),
]
PEOPLE_ALL_THE_SAME = [
    ("a plain mail, read", mail(0, words=said())),
    ("answers a newsletter", mail(0, subject="Re: News", words=said("unsubscribe"))),
    ("passes a newsletter on", mail(0, subject="Fwd: News", words=said("unsubscribe", "web_view"))),
    ("refers to another mail", mail(0, refs="x@client.example", words=said("automatic", "unsubscribe"))),
    ("a bulk sender answers mine", mail(0, refs="mine@studio.example", hints=("campaign",))),
    ("on a list, with its footer", mail(0, hints=("list-post",), words=said("unsubscribe", "list"))),
    ("on an old list", mail(0, hints=("precedence:bulk", "list-name"))),
    ("on an older list", mail(0, hints=OWNED)),
    ("on a list, of programs", mail(0, hints=("list-post",), words=said("automatic", "auto_reply", "challenge"))),
    (
        "on a list, an issue passed on",
        mail(0, hints=("list-post",), words=said("issue", "list", "unsubscribe", "links")),
    ),
    ("a row of papers", mail(0, words=said("issue", "links"))),
    ("a firm's rights and a row of links", mail(0, words=said("rights", "links"))),
    ("a firm's box, with the same", mail(0, frm="info@client.example", words=said("rights", "links"))),
    ("away on a day", mail(0, subject="Out of the office on Friday: the plan")),
    ("wants an automatic reply", mail(0, subject="Auto-reply texts for the shop")),
    ("wants one, in Russian", mail(0, subject="Автоответ в магазине не работает")),
    ("away, in Russian", mail(0, subject="Вне офиса в пятницу")),
    ("writes about a newsletter", mail(0, words=said("newsletter", "rights"))),
    ("a list's footer without header fields", mail(0, words=said("unsubscribe", "list"))),
    ("an assistant sends it", mail(0, hints=("sender:office-admin@client.example",))),
    ("asks for a mail that is automatic", mail(0, words=as_listed("Can you build that?"))),
    ("asks for it after more than the list holds", mail(0, words=as_listed("It goes on. " * 60 + "Can you build it?"))),
    ("suppresses some answers", mail(0, hints=("suppress",))),
    ("suppresses all answers, as the servers of some firms do", mail(0, hints=("suppress", "suppress:all"))),
    ("an agent answers", mail(0, refs="mine@studio.example", hints=("suppress", "suppress:all"))),
    (
        "a contact form with a footer",
        mail(0, frm="wordpress@site.example", reply_to="eve@new.example", words=said("rights")),
    ),
    ("a name that a program has too", mail(0, frm="travis.root@client.example")),
    ("a subject that speaks of builds", mail(0, subject="Build failed in Jenkins", words=said("links"))),
    ("a subject on a list that only looks like it", mail(0, hints=("list-id",), subject="CVs: two good ones")),
    ("away, it says in its subject", mail(0, subject="Out of office space - an offer")),
    ("my own footer", out(0, words=said("unsubscribe", "automatic", "auto_reply"))),
    ("a colleague's footer", mail(0, frm="joe@partner.example", to=CLIENT, words=said("unsubscribe"))),
]
CASES = [
    *((name, message, Kind.BULK) for name, message in BULK),
    *((name, message, Kind.NOTIFICATION) for name, message in NOTIFICATIONS),
    *((name, message, Kind.AUTO_REPLY) for name, message in AUTO_REPLIES),
    *((name, message, Kind.PERSON) for name, message in PEOPLE_ALL_THE_SAME),
    ("asks to confirm", mail(0, subject="Re: Logo", words=said("challenge", "automatic")), Kind.CHALLENGE),
    (
        "asks to confirm in the form of a report",
        mail(0, hints=("report:delivery-status",), words=said("challenge")),
        Kind.CHALLENGE,
    ),
    (
        "a failure that asks to confirm",
        mail(
            0,
            frm="mailer-daemon@mx.example",
            words=Words("", "", report=Report((CLIENT,), None, "held"), signs=frozenset({"challenge"})),
        ),
        Kind.CHALLENGE,
    ),
]


@pytest.mark.parametrize(("message", "kind"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_kind(message: Message, kind: Kind) -> None:
    assert kind_of(message, PEOPLE, MINE) is kind


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (mail(0, frm=SHOP, words=said("unsubscribe")), "its words say how to get no more of it"),
        (mail(0, frm=SHOP, words=said("web_view")), "its words offer to show it in a browser"),
        (mail(0, words=said("automatic")), "its words say that a program wrote it"),
        (mail(0, words=said("auto_reply")), "its words say so"),
        (mail(0, words=said("challenge")), "its words ask to confirm before a mail passes"),
    ],
)
def test_reason(message: Message, reason: str) -> None:
    assert judge(message, PEOPLE, MINE).reason == reason


def test_what_the_words_of_a_mail_tell_starts_no_clock() -> None:
    assert since(the_row([mail(0)])) == 0
    for signs in ("unsubscribe", "automatic", "auto_reply", "challenge"):
        assert since(the_row([mail(0, words=said(signs))])) is None


def test_case_13_an_auto_reply_told_by_its_words_stops_no_clock() -> None:
    row = the_row([mail(0, id="a"), mail(5, refs="a", words=said("auto_reply"))])
    assert since(row) == 0
    assert row.last == hours(5)


def test_my_answer_counts_though_its_footer_speaks_of_a_newsletter() -> None:
    answered = out(5, refs="a", frm=ME, words=said("unsubscribe", "subscribed"))
    assert since(the_row([mail(0, id="a"), answered])) is None
