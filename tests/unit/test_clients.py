"""What is agreed with single clients: limits, Cc, language; the most particular entry wins (clock cases 19, 21, 38)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from config.durations import Length
from tests.support.stories import ALIAS, CLIENT, LIMITS, ME, NO_RECORD, PEOPLE, START, hours, mail, out, thread_of
from triage.model.act import OutKind
from triage.model.message import Address, Message
from triage.model.row import Row
from triage.rules.clients import ClientBook, ClientRule, Limit, Terms
from triage.rules.record import Record, Said
from triage.rules.rows import Policy, build_rows
from triage.rules.sides import gather_world

HOUR = timedelta(hours=1)
FOUR, EIGHT, TWELVE, TWO_DAYS = Length(time=4 * HOUR), Length(time=8 * HOUR), Length(time=12 * HOUR), Length(2)
VIP = Terms(("group", "vip"), {Limit.REPLY: TWELVE, Limit.ANSWER: FOUR, Limit.NUDGE: TWO_DAYS}, language="bg")
BOOK = ClientBook(
    [
        ClientRule((CLIENT,), Terms(("client", 0), {Limit.REPLY: FOUR}, language="uk", name="Ann and team"), VIP),
        ClientRule(
            ("@Client.example",),
            Terms(("client", 1), {Limit.REPLY: EIGHT, Limit.ANSWER: TWO_DAYS}, cc=True, language="de"),
        ),
        ClientRule(("lists@other.example",), Terms(("client", 2))),
        ClientRule(("vip@other.example",), Terms(("client", 3)), VIP),
    ]
)


def row(messages: Sequence[Message], record: Record = NO_RECORD) -> Row:
    people = replace(PEOPLE, clients=BOOK)
    policy = Policy(replace(LIMITS, clients=BOOK), False, record)
    ((_, made),) = build_rows(messages, gather_world(list(messages), people), policy)
    return made


@pytest.mark.parametrize(
    ("sender", "limit"),
    [
        pytest.param(CLIENT, 4, id="case 38: the address"),
        pytest.param("ann+logo@client.example", 4, id="case 38: a plus address"),
        pytest.param("bo@client.example", 8, id="case 38: the domain"),
        pytest.param("bo@sub.client.example", 24, id="case 38: another domain"),
        pytest.param("bo@other.example", 24, id="case 38: nobody"),
        pytest.param("lists@other.example", 24, id="case 38: a client without a limit"),
        pytest.param("vip@other.example", 12, id="case 38: the group"),
    ],
)
def test_the_most_particular_limit_counts(sender: str, limit: int) -> None:
    (clock,) = row([mail(0, frm=sender)]).clocks
    assert clock.due == hours(limit)


def test_two_people_of_a_thread_have_each_their_own() -> None:
    clocks = row(thread_of(mail(0, frm="bo@other.example", cc=CLIENT), mail(1, cc="bo@other.example"))).clocks
    assert [(clock.who, clock.due) for clock in clocks] == [(CLIENT, hours(5)), ("bo@other.example", hours(24))]


def test_the_answer_has_its_own_limit_too() -> None:
    acknowledged = Record(said={"ack": Said(OutKind.ACKNOWLEDGEMENT, None)})
    (clock,) = row(thread_of(mail(0), out(1, id="ack")), acknowledged).clocks
    assert clock.due == hours(1 + 48)


@pytest.mark.parametrize(
    ("limit", "who", "at"),
    [
        pytest.param(Limit.ANSWER, CLIENT, ("client", 1), id="the domain before the group of the address"),
        pytest.param(Limit.NUDGE, CLIENT, ("group", "vip"), id="the group where nobody else says"),
        pytest.param(Limit.CONTACT, CLIENT, None, id="the rule"),
    ],
)
def test_a_group_comes_last(limit: Limit, who: str, at: tuple[str | int, ...] | None) -> None:
    terms = BOOK.limit(limit, who)
    assert (terms.at if terms else None) == at


def test_the_list_calls_a_client_by_the_name_of_the_settings() -> None:
    assert row([mail(0)]).client == Address("Ann and team", CLIENT)
    assert row([mail(0, frm="bo@client.example")]).client == Address("", "bo@client.example")


@pytest.mark.parametrize(("sender", "waits"), [("bo@client.example", True), ("bo@other.example", False)])
def test_case_21_mail_in_cc_waits_where_that_is_agreed(sender: str, waits: bool) -> None:
    assert bool(row([mail(0, frm=sender, to="team@client.example", cc=ME)]).clocks) is waits


@pytest.mark.parametrize(("sender", "waits"), [("lists@other.example", True), ("bo@other.example", False)])
def test_case_19_a_client_is_known_on_a_list(sender: str, waits: bool) -> None:
    assert bool(row([mail(0, frm=sender, to=ALIAS, hints=["list-id"])]).clocks) is waits


def test_the_language_is_the_most_particular_one() -> None:
    assert [BOOK.language(f"{who}.example") for who in ("ann@client", "bo@client", "x@other", "vip@other")] == [
        "uk",
        "de",
        "",
        "bg",
    ]


def test_nobody_is_due_before_the_mail_came() -> None:
    (clock,) = row([mail(0)]).clocks
    assert clock.soon == clock.since == START
