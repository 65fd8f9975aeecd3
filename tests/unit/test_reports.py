"""Delivery reports of many servers: for whom, which mail, why; and what only looks like one."""

from __future__ import annotations

import pytest

from tests.support.mails import delivery_report, header, mail, part
from triage.mail.parse import read_words
from triage.model.message import Report

DAEMON = ("From", "Mail Delivery System <MAILER-DAEMON@mx.studio.example>")
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
        ("ann@client.example", "ann@mx.client.example"), "m1@studio.example", "550 5.1.1 User unknown"
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


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_other_reports_are_no_bounces(action: str) -> None:
    assert (
        report(delivery_report(f"Final-Recipient: rfc822; a@client.example\nAction: {action}\nStatus: 4.4.1\n")) is None
    )


def test_the_reason_comes_from_the_text_where_the_status_has_none() -> None:
    found = report(
        delivery_report(
            "Final-Recipient: rfc822; a@client.example\nAction: failed\n",
            said="Sorry.\n<a@client.example>: host said: 552 5.2.2 Mailbox full\x1b[31m\n",
        )
    )
    assert found is not None
    assert found.reason == "<a@client.example>: host said: 552 5.2.2 Mailbox full[31m"


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
        ("Не удалось доставить письмо:\n\na@client.example: 550 5.1.1 no such user", ["a@client.example"]),
    ],
)
def test_servers_with_words_of_their_own(text: str, recipients: list[str]) -> None:
    found = report(mail(part(text + RETURNED), DAEMON))
    assert found is not None
    assert list(found.recipients) == recipients
    assert found.message_id == "m1@studio.example"


def test_failed_recipients_in_the_header_are_enough() -> None:
    found = report(mail(part("Sorry."), DAEMON, ("X-Failed-Recipients", "a@client.example, b@client.example")))
    assert found == Report(("a@client.example", "b@client.example"), None, "")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Your mail could not be delivered:\na@client.example\nThis is a warning message only.", (DAEMON,)),
        ("It has not yet been delivered to a@client.example, we will keep trying. 450 4.4.1", (DAEMON,)),
        ("My mail to you could not be delivered:\na@client.example\n550 5.1.1", ()),
        ("Thank you for your order:\na@client.example", (DAEMON,)),
        ("It could not be delivered, nobody knows to whom.", (DAEMON,)),
    ],
)
def test_what_only_looks_like_a_bounce(text: str, fields: tuple[tuple[str, str], ...]) -> None:
    assert report(mail(part(text), *fields)) is None


def test_a_status_that_nobody_can_read_leaves_the_words() -> None:
    source = delivery_report("nothing of use", said="<a@client.example>: 550 5.1.1 User unknown\n")
    found = report(source)
    assert found is not None
    assert found.recipients == ("a@client.example",)


def test_a_report_without_a_body_is_none() -> None:
    assert report(header(DAEMON, ("Content-Type", "multipart/report; report-type=delivery-status"))) is None
