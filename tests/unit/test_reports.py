"""Delivery reports of many servers: for whom, which mail, why; and what only looks like one."""

from __future__ import annotations

from time import perf_counter

import pytest

from tests.support.mails import delivery_report, header, mail, multipart, part
from triage.mail.parse import read_words
from triage.model.message import Report, Tells

DAEMON = ("From", "Mail Delivery System <MAILER-DAEMON@mx.studio.example>")
TITLE = ("Subject", "Undelivered Mail Returned to Sender")
RETURNED = "\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <me@studio.example>\nMessage-ID: <m1@studio.example>\n"


def report(source: bytes) -> Report | None:
    return read_words(source, whole=True, size=len(source)).report


@pytest.mark.parametrize("whole_original", [False, True])
def test_a_failed_delivery(whole_original: bool) -> None:
    status = (
        "Original-Recipient: rfc822;Ann@client.example\nFinal-Recipient: rfc822; ann@mx.client.example\n"
        "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n"
    )
    assert report(delivery_report(status, whole_original=whole_original)) == Report(
        ("ann@client.example", "ann@mx.client.example"), "m1@studio.example", "no such mailbox: 550 5.1.1 User unknown"
    )


def test_several_recipients_of_whom_some_failed() -> None:
    found = report(
        delivery_report(
            "Final-Recipient: rfc822; a@client.example\nAction: failed\n\n"
            "Final-Recipient: rfc822; b@client.example\nAction: delivered\n\n"
            "Final-Recipient: rfc822; c@client.example\nAction: Failed (spam)\n"
        )
    )
    assert found is not None
    assert found.recipients == ("a@client.example", "c@client.example")


@pytest.mark.parametrize(
    ("action", "tells"),
    [
        ("Action: delayed", Tells.DELAY),
        ("Action: Delayed\nWill-Retry-Until: Fri, 6 Mar 2026 12:00:00 +0000", Tells.DELAY),
        ("Action: delivered", Tells.DELIVERY),
        ("Action: relayed", Tells.DELIVERY),
        ("Action: expanded", Tells.DELIVERY),
        ("Action: failed", Tells.FAILURE),
        ("Status: 5.1.1", Tells.FAILURE),
        ("Status: 4.4.1\nWill-Retry-Until: Fri, 6 Mar 2026 12:00:00 +0000", Tells.DELAY),
    ],
)
def test_what_became_of_a_mail(action: str, tells: Tells) -> None:
    found = report(delivery_report(f"Final-Recipient: rfc822; a@client.example\n{action}\n"))
    assert found is not None
    assert (found.tells, found.recipients) == (tells, ("a@client.example",))


def test_the_reason_comes_from_the_text_where_the_status_has_none() -> None:
    found = report(
        delivery_report(
            "Final-Recipient: rfc822; a@client.example\nAction: failed\n",
            said="Sorry.\n<a@client.example>: host said: 552 5.2.2 Mailbox full\x1b[31m\n",
        )
    )
    assert found is not None
    assert found.reason == "mailbox full: 552 5.2.2 Mailbox full[31m"


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("550 5.1.1 User unknown", "no such mailbox"),
        ("550 5.4.1 Recipient address rejected: Access denied", "no such mailbox"),
        ("550 5.1.1 Unbekannter Empfänger", "no such mailbox"),
        ("550 Адрес не существует", "no such mailbox"),
        ("550 Скриньку не знайдено", "no such mailbox"),
        ("550 Този адрес не съществува", "no such mailbox"),
        ("550 L'adresse n'existe pas", "no such mailbox"),
        ("552 Postfach voll", "mailbox full"),
        ("452 4.2.2 over quota", "mailbox full"),
        ("552 Почтовый ящик переполнен", "mailbox full"),
        ("550 Account disabled", "mailbox disabled"),
        ("551 5.1.6 Recipient has moved", "the recipient has moved"),
        ("552 5.3.4 Message size exceeds fixed maximum message size", "mail too large"),
        ("554 5.7.1 Relay access denied", "relaying denied"),
        ("550 Host unknown", "host not found"),
        ("554 5.4.6 Too many hops", "mail loop"),
        ("550 Virus detected", "a virus was found in it"),
        ("554 This looks like spam", "blocked as spam"),
        ("554 Service unavailable; client host is on a blocklist", "my mail server is blocked there"),
        ("550 5.7.26 DMARC check failed", "the sender is not accepted"),
        ("421 Too many connections", "too many at once"),
        ("Message expired, retry timeout exceeded", "expired: the server gave up"),
        ("Connection refused", "host not reachable"),
        ("550 5.7.1 Forbidden by local policy", "against a rule there"),
        ("451 Internal error", "the server there has a fault"),
        ("550 5.7.25 Nay", "my mail server is blocked there"),
    ],
)
def test_the_reason_in_plain_words(line: str, plain: str) -> None:
    status = f"Final-Recipient: rfc822; a@client.example\nAction: failed\nDiagnostic-Code: smtp; {line}\n"
    found = report(delivery_report(status))
    assert found is not None
    assert found.reason == f"{plain}: {line}"


def test_a_long_answer_is_cut() -> None:
    status = f"Final-Recipient: rfc822; a@client.example\nAction: failed\nDiagnostic-Code: smtp; 552 full {'x' * 900}\n"
    found = report(delivery_report(status))
    assert found is not None
    assert len(found.reason) == 300


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (
            "Hi. This is the qmail-send program.\nI'm afraid I wasn't able to deliver your message.\n"
            "This is a permanent error; I've given up.\n\n<a@client.example>:\nSorry, no mailbox here. (#5.1.1)",
            ["a@client.example"],
        ),
        (
            "A message that you sent could not be delivered to all of its recipients.\n\n  a@client.example\n"
            "    all hosts failed permanently\n  b@client.example\n    user unknown",
            ["a@client.example", "b@client.example"],
        ),
        ("Konnte nicht zugestellt werden:\n\na@client.example", ["a@client.example"]),
        ("Undeliverable:\na@client.example... User unknown", ["a@client.example"]),
        ("Undeliverable:\na@client.example said no", ["a@client.example"]),
        ("Listen, no luck.\n\nUnknown user: a@client.example", ["a@client.example"]),
        ("Your message\n\n  To: me@studio.example\n\ndid not reach a@client.example", ["a@client.example"]),
        ("User's mailbox is full: <a@client.example>\nUnable to deliver mail.", ["a@client.example"]),
        (">>> RCPT TO:<a@client.example>\n<<< 550 no", ["a@client.example"]),
        ("Лист не може бути доставлено:\n\na@client.example", ["a@client.example"]),
        ("Писмото не може да бъде доставено:\n\na@client.example", ["a@client.example"]),
        ("N'a pas pu être remis à\na@client.example", ["a@client.example"]),
        ("No se pudo entregar el mensaje a\na@client.example", ["a@client.example"]),
        ("Impossibile recapitare il messaggio:\na@client.example", ["a@client.example"]),
        ("Não foi possível entregar:\na@client.example", ["a@client.example"]),
        ("Nie można dostarczyć:\na@client.example", ["a@client.example"]),
        ("次の宛先に送信できませんでした。\n<a@client.example>", ["a@client.example"]),
        ("Не удалось доставить письмо:\n\na@client.example: 550 5.1.1 no such user", ["a@client.example"]),
    ],
)
def test_servers_with_words_of_their_own(text: str, recipients: list[str]) -> None:
    found = report(mail(part(text + RETURNED), DAEMON))
    assert found is not None
    assert list(found.recipients) == recipients
    assert found.message_id == "m1@studio.example"


@pytest.mark.parametrize(
    ("sender", "path", "subject", "text", "is_report"),
    [
        # three signs of: a server's name (two), no path back, a title, words, an address or a copy or a code
        ("MAILER-DAEMON <>", "", "Sizes", "There was an error delivering your mail.", True),
        ("post_master@mx.example", "", "Sizes", "550 no such user here", True),
        ("relay@mx.example", "<>", "Undelivered Mail", "It went back.\na@client.example", True),
        ("relay@mx.example", "<>", "Sizes", "It could not be delivered:\na@client.example", False),
        ("relay@mx.example", "<>", "Sizes", "It could not be delivered:\n550 5.1.1 a@client.example", True),
        ("<>", "<>", "", "You wrote to a@client.example. That is not a valid user here.", True),
        ("ann@client.example", "<>", "Gone", "This address does not exist. Write to\nbob@client.example", False),
        ("relay@mx.example", "", "Undeliverable: Sizes", "It did not reach the following:\na@client.example", True),
        ("relay@mx.example", "", "Unzustellbar: Maße", "Konnte nicht zugestellt werden:\na@client.example", True),
        ("relay@mx.example", "", "Не доставлено: Смета", "Не удалось доставить:\na@client.example", True),
        (
            "no-reply@sns.amazonaws.com",
            "",
            "News",
            '{"notificationType":"Bounce","emailAddress":"a@b.example", "diagnosticCode":"550 5.1.1 no"}',
            True,
        ),
        ("no-reply@sns.amazonaws.com", "", "News", "The disk is full", False),
        ("MAILER-DAEMON <>", "", "Undelivered Mail", "Hello there.", False),
        ("ann@client.example", "<>", "Away", "I am away until Friday. Write to bob@client.example", False),
        ("ann@client.example", "", "Re: Undeliverable: Sizes", "It could not be delivered:\na@client.example", False),
        ("ann@client.example", "", "Fwd: failure notice", "> It could not be delivered:\n> a@client.example", False),
        ("ann@client.example", "", "Sizes", "It could not be delivered:\na@client.example", False),
    ],
)
def test_how_many_signs_make_a_report(sender: str, path: str, subject: str, text: str, is_report: bool) -> None:
    found = report(mail(part(text), ("From", sender), ("Return-Path", path), ("Subject", subject)))
    assert (found is not None) == is_report


def test_an_answer_in_a_thread_is_no_report_without_a_server() -> None:
    fields = (("Subject", "Undeliverable: Sizes"), ("In-Reply-To", "<m1@studio.example>"))
    assert report(mail(part("It could not be delivered:\na@client.example"), *fields)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Your mail could not be delivered:\na@client.example\nThis is a warning message only.",
        "It has not yet been delivered to a@client.example, we will keep trying. 450 4.4.1",
        "Noch nicht zugestellt:\na@client.example",
        "Ещё не доставлено:\na@client.example",
        "Ще не доставлено:\na@client.example",
        "Все още не е доставено; опитите за доставка продължават:\na@client.example",
    ],
)
def test_a_delay_in_plain_text(text: str) -> None:
    found = report(mail(part(text), DAEMON))
    assert found is not None
    assert (found.tells, found.recipients) == (Tells.DELAY, ("a@client.example",))


def test_a_title_tells_a_delay() -> None:
    found = report(mail(part("a@client.example"), DAEMON, ("Subject", "Warning: message m1 delayed 24 hours")))
    assert found is not None
    assert found.tells is Tells.DELAY


COPY = part(header(("Message-ID", "<m1@studio.example>"), ("Subject", "Sizes")), "message/rfc822")
MACHINE = part("Feedback-Type: abuse\nVersion: 1\n", "message/feedback-report")


@pytest.mark.parametrize(
    "source",
    [
        mail(multipart("report", part("Spam."), MACHINE, COPY, parameters="; report-type=feedback-report")),
        mail(multipart("mixed", part("Spam."), MACHINE, COPY)),
        mail(multipart("report", part("Spam."), COPY, parameters="; report-type=feedback-report")),
        mail(multipart("mixed", COPY), ("Subject", "complaint about message from 192.0.2.7")),
        mail(
            part("This is an email abuse report for an email message received from IP 192.0.2.7" + RETURNED),
            ("Subject", "Abuse report"),
        ),
    ],
)
def test_a_complaint(source: bytes) -> None:
    found = report(source)
    assert found == Report((), "m1@studio.example", "", Tells.COMPLAINT)


def test_a_read_receipt_is_no_report() -> None:
    receipt = part("Final-Recipient: rfc822; a@client.example\nDisposition: x\n", "message/disposition-notification")
    assert report(mail(multipart("report", part("550 failed"), receipt, COPY), DAEMON, TITLE)) is None


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Feedback report", "Please find my thoughts below."),
        ("Unsubscribe", "Please take me off.\n\n-----Original Message-----\nFrom: me@studio.example"),
    ],
)
def test_a_complaint_that_a_person_writes_is_none(subject: str, text: str) -> None:
    assert report(mail(part(text), ("Subject", subject))) is None


def test_failed_recipients_in_the_header_are_enough() -> None:
    found = report(
        mail(part("Sorry. 550"), DAEMON, ("X-Failed-Recipients", "a@client.example, b@client.example"), TITLE)
    )
    assert found is not None
    assert found.recipients == ("a@client.example", "b@client.example")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("My mail to you could not be delivered:\na@client.example\n550 5.1.1", ()),
        ("Thank you for your order:\na@client.example", (DAEMON,)),
    ],
)
def test_what_only_looks_like_a_bounce(text: str, fields: tuple[tuple[str, str], ...]) -> None:
    assert report(mail(part(text), *fields)) is None


@pytest.mark.parametrize("piece", ["a", ">", "-", "<", "a@", "\na", "550 ", "user ", "<a@b.example> "])
def test_hostile_text_is_read_in_time(piece: str) -> None:
    started = perf_counter()
    report(mail(part(piece * (1_000_000 // len(piece))), DAEMON, TITLE))
    assert perf_counter() - started < 2


def test_a_status_that_nobody_can_read_leaves_the_words() -> None:
    source = delivery_report("nothing of use", said="<a@client.example>: 550 5.1.1 User unknown\n")
    found = report(source)
    assert found is not None
    assert found.recipients == ("a@client.example",)


def test_a_report_without_a_body_is_none() -> None:
    assert report(header(DAEMON, ("Content-Type", "multipart/report; report-type=delivery-status"))) is None
