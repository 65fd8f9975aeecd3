"""Person or machine, told by headers and, once read, by words."""

from __future__ import annotations

import pytest

from tests.support.stories import CLIENT, ME, PEOPLE, mail
from triage.model.message import Kind, Message, Report, Tells, Words
from triage.rules.kinds import kind_of, needs_words

MINE = frozenset({"mine@studio.example"})
LIST = ("list-id", "list-post", "list-unsubscribe", "precedence:list")
REPORT = ("report:delivery-status", "null-path")
FAILED = Words("", "", report=Report((CLIENT,), "mine@studio.example", "unknown user"))
LATE = Words("", "", report=Report((CLIENT,), "mine@studio.example", "", Tells.DELAY))

CASES: list[tuple[str, Message, Kind]] = [
    ("a person", mail(0), Kind.PERSON),
    ("a person on a list", mail(0, hints=LIST), Kind.PERSON),
    ("a machine on a list", mail(0, frm="noreply@forge.example", hints=LIST), Kind.NOTIFICATION),
    ("out of office by header", mail(0, hints=("auto:auto-replied",)), Kind.AUTO_REPLY),
    ("out of office by an old header", mail(0, hints=("precedence:auto_reply",)), Kind.AUTO_REPLY),
    ("out of office by its subject", mail(0, subject="Автоматический ответ: Смета"), Kind.AUTO_REPLY),
    ("out of office, German", mail(0, subject="Automatische Antwort: Angebot"), Kind.AUTO_REPLY),
    ("office in a subject", mail(0, subject="Our office is out of paper"), Kind.PERSON),
    ("generated", mail(0, hints=("auto:auto-generated",)), Kind.NOTIFICATION),
    ("from an address that nobody reads", mail(0, frm="no-reply@shop.example"), Kind.NOTIFICATION),
    ("with a tag", mail(0, frm="billing+noreply@shop.example"), Kind.NOTIFICATION),
    ("a person whose name sounds so", mail(0, frm="norbert.replyson@client.example"), Kind.PERSON),
    ("newsletter", mail(0, hints=("list-unsubscribe",)), Kind.BULK),
    ("a bulk sender's answer to mine", mail(0, hints=("list-unsubscribe",), refs="mine@studio.example"), Kind.PERSON),
    ("delivery report, unread", mail(0, hints=REPORT), Kind.BOUNCE),
    ("delivery report that tells a failure", mail(0, hints=REPORT, words=FAILED), Kind.BOUNCE),
    ("delivery report that tells a delay", mail(0, hints=REPORT, words=LATE), Kind.DELAY),
    ("a bounce in plain words", mail(0, frm="mailer-daemon@mx.example", words=FAILED), Kind.BOUNCE),
    ("abuse report", mail(0, hints=("report:feedback-report",)), Kind.FEEDBACK),
    ("read receipt", mail(0, hints=("report:disposition-notification",)), Kind.NOTIFICATION),
    ("invitation", mail(0, hints=("calendar:request",)), Kind.CALENDAR),
    (
        "invitation sent by a machine for a person",
        mail(0, hints=("auto:auto-generated", "calendar:request")),
        Kind.CALENDAR,
    ),
    ("invitation seen in the body", mail(0, words=Words("", "", calendar="request")), Kind.CALENDAR),
    ("accepted", mail(0, hints=("calendar:reply",)), Kind.NOTIFICATION),
    ("contact form", mail(0, frm="wordpress@site.example", reply_to="eve@new.example"), Kind.PERSON),
    ("contact form of my own", mail(0, frm=ME, to=ME, reply_to="eve@new.example"), Kind.PERSON),
    (
        "a shop's reply address is no visitor",
        mail(0, frm="noreply@shop.example", reply_to="help@shop.example"),
        Kind.NOTIFICATION,
    ),
    (
        "a generated mail is no contact form",
        mail(0, frm="noreply@sign.example", reply_to="eve@new.example", hints=("auto:auto-generated",)),
        Kind.NOTIFICATION,
    ),
]


@pytest.mark.parametrize(("message", "kind"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_kind(message: Message, kind: Kind) -> None:
    assert kind_of(message, PEOPLE, MINE) is kind


@pytest.mark.parametrize(
    ("message", "needed"),
    [
        (mail(0), False),
        (mail(0, hints=("list-unsubscribe",)), False),
        (mail(0, hints=REPORT), True),
        (mail(0, hints=("failed:ann@client.example",)), True),
        (mail(0, hints=("sender:calendar-notification@cal.example", "auto:auto-generated")), True),
        (mail(0, frm="postmaster@mx.example"), True),
        (mail(0, hints=("suppress",)), True),
        (mail(0, hints=("feedback-id",)), True),
        (mail(0, hints=("feedback-id", "list-unsubscribe")), False),
    ],
)
def test_whose_words_decide(message: Message, needed: bool) -> None:
    assert needs_words(message) is needed
