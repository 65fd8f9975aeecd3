"""Reports of mail servers by header alone and by what was read in them, and whose body has to be read to know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.stories import CLIENT, mail
from triage.model.message import Address, Kind, Message, Report, Tells, Words
from triage.rules.daemons import judge_report, may_report

DAEMON = "mailer-daemon@mx.example"
DSN = ("report:delivery-status",)


def read(tells: Tells | None) -> Words:
    return Words("", "", report=Report((CLIENT,), "mine@studio.example", "", tells) if tells else None)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        (mail(0), None),
        (mail(0, frm=DAEMON), Kind.BOUNCE),
        (mail(0, frm=DAEMON, subject="Warning: could not send message for past 4 hours"), Kind.DELAY),
        (mail(0, frm=DAEMON, hints=("auto:auto-generated",)), None),
        (mail(0, hints=DSN), Kind.BOUNCE),
        (mail(0, hints=DSN, subject="Zustellung verzögert"), Kind.DELAY),
        (mail(0, hints=("failed:ann@client.example",)), Kind.BOUNCE),
        (mail(0, hints=("report:feedback-report",)), Kind.FEEDBACK),
        (mail(0, hints=("report:disposition-notification",), words=read(Tells.FAILURE)), Kind.NOTIFICATION),
        (mail(0, hints=DSN, words=read(None)), None),
        (mail(0, frm=DAEMON, words=read(None)), None),
        (mail(0, words=read(Tells.FAILURE)), Kind.BOUNCE),
        (mail(0, hints=DSN, words=read(Tells.DELAY)), Kind.DELAY),
        (mail(0, hints=DSN, words=read(Tells.DELIVERY)), Kind.NOTIFICATION),
        (mail(0, words=read(Tells.COMPLAINT)), Kind.FEEDBACK),
    ],
)
def test_the_kind_of_a_report(message: Message, kind: Kind | None) -> None:
    judged = judge_report(message)
    assert (judged.kind if judged else None) is kind


@pytest.mark.parametrize(
    ("message", "may"),
    [
        (mail(0), False),
        (mail(0, hints=("list-unsubscribe", "precedence:bulk")), False),
        (mail(0, hints=("null-path",)), True),
        (mail(0, hints=DSN), True),
        (mail(0, hints=("failed:ann@client.example",)), True),
        (mail(0, frm="postmaster@mx.example"), True),
        (mail(0, frm="no-reply@sns.amazonaws.com"), True),
        (mail(0, subject="Re: Undeliverable: Logo"), False),
        (mail(0, subject="Delivery of the sofa"), False),
        (mail(0, subject="Доставка дивана"), False),
        (mail(0, subject="Lieferung verzögert sich?"), False),
    ],
)
def test_whose_body_tells(message: Message, may: bool) -> None:
    assert may_report(message) is may


@pytest.mark.parametrize(
    "subject",
    [
        "Undelivered Mail Returned to Sender",
        "Delivery Status Notification (Failure)",
        "failure notice",
        "[Postmaster] Email Delivery Failure",
        "Mail delivery failed: returning message to sender",
        "Logo: non remis (delivery failed)",
        "complaint about message from 192.0.2.7",
        "Unzustellbar: Logo",
        "Échec de la remise",
        "No se puede entregar: Logo",
        "Impossibile recapitare: Logo",
        "Não entregue: Logo",
        "Onbestelbaar: Logo",
        "Niedostarczone: Logo",
        "Не доставлено: Логотип",
        "Ваше сообщение не доставлено",
        "Не вдалося доставити: Логотип",
        "Недоставено: Лого",
        "メールエラー通知",
    ],
)
def test_titles_of_reports(subject: str) -> None:
    assert may_report(mail(0, subject=subject))


def test_a_server_without_an_address_is_known_by_its_name() -> None:
    assert may_report(nameless("Mail Delivery Subsystem"))
    assert not may_report(nameless("Ann Client"))


def nameless(name: str) -> Message:
    return replace(mail(0), author=Address(name, ""))
