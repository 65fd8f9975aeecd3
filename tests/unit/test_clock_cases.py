"""The cases that the reply clock must get right; each test names its row of the list of cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.support.stories import (
    ALIAS,
    CLIENT,
    ME,
    PUBLIC,
    START,
    bounce,
    hours,
    mail,
    out,
    rows_of,
    since,
    standing,
    the_row,
    thread_of,
    undated,
)
from triage.model.message import Message, Role, Tells, Words

OTHER, COLLEAGUE_OF_CLIENT, MY_COLLEAGUE = "sub@contractor.example", "bob@client.example", "kim@partner.example"
LIST = ("list-id", "list-post", "precedence:list")
AUTO = ("auto:auto-replied",)

HELD = replace(bounce(6, "o15e"), words=replace(bounce(6, "o15e").words, signs=frozenset({"challenge"})))

# case, messages of one thread, hours from the start to the clock's start (None: no clock runs), lane at hour 20
CASES: list[tuple[str, tuple[Message, ...], float | None, str]] = [
    ("1", thread_of(mail(0), mail(10)), 0, "due_soon"),
    ("3", thread_of(mail(0), out(5)), None, "theirs"),
    ("4", (out(0),), None, "theirs"),
    (
        "11: from the phone, with the Sent folder's own time",
        thread_of(mail(0), out(5, subject="Re: Logo")),
        None,
        "theirs",
    ),
    ("13", thread_of(mail(0), out(5), mail(6, hints=AUTO)), None, "theirs"),
    ("13: it stops none", thread_of(mail(0), mail(6, hints=AUTO)), 0, "due_soon"),
    ("14", thread_of(mail(0), out(1, hints=AUTO)), 0, "due_soon"),
    ("15", thread_of(mail(0), mail(2), out(5, id="o15"), bounce(6, "o15")), 0, "due_soon"),
    ("15: nobody named means all", thread_of(mail(0), out(5, id="o15a"), bounce(6, "o15a", ())), 0, "due_soon"),
    (
        "15: the report names where the mail was forwarded to",
        thread_of(mail(0), out(5, id="o15d"), bounce(6, "o15d", ("ann@hosting.example",))),
        0,
        "due_soon",
    ),
    (
        "15: a colleague in Cc got it, the person did not",
        thread_of(mail(0), out(5, cc="team@client.example", id="o15c"), bounce(6, "o15c")),
        0,
        "due_soon",
    ),
    ("15: held until I confirm", thread_of(mail(0), out(5, id="o15e"), HELD), 0, "due_soon"),
    ("15b", thread_of(mail(0), out(5, cc=OTHER, id="o15b"), bounce(6, "o15b", (OTHER,))), None, "theirs"),
    ("16: read", thread_of(mail(0), out(5, id="o16"), bounce(6, "o16", tells=Tells.DELAY)), None, "theirs"),
    (
        "16",
        thread_of(
            mail(0),
            out(5),
            mail(6, frm="mailer-daemon@mx.example", hints=("report:delivery-status",), words=Words("", "")),
        ),
        None,
        "theirs",
    ),
    ("17: bulk", (mail(0, hints=("list-unsubscribe", "precedence:bulk")),), None, "rest"),
    ("17: notification", (mail(0, hints=("auto:auto-generated",)),), None, "rest"),
    ("17: receipt", (mail(0, frm="no-reply@shop.example"),), None, "rest"),
    ("18", (mail(0, hints=()),), 0, "due_soon"),
    ("19: unknown writer", (mail(0, to="talk@list.example", hints=LIST),), None, "rest"),
    (
        "19: answers mine",
        thread_of(out(0, to="talk@list.example"), mail(1, to="talk@list.example", hints=LIST)),
        1,
        "waiting",
    ),
    ("20", thread_of(mail(0), mail(3, frm=COLLEAGUE_OF_CLIENT), out(5, to=COLLEAGUE_OF_CLIENT)), None, "theirs"),
    (
        "20b",
        thread_of(mail(0, frm=f"a@{PUBLIC}"), mail(3, frm=f"b@{PUBLIC}"), out(5, to=f"a@{PUBLIC}")),
        3,
        "waiting",
    ),
    ("21", (mail(0, to=OTHER, cc=ME),), None, "rest"),
    ("21b", thread_of(out(0), mail(1, to=OTHER, cc=ME)), 1, "waiting"),
    ("21c", (mail(0, to="undisclosed@client.example"),), 0, "due_soon"),
    ("22: alias", thread_of(mail(0), out(5, frm=ALIAS)), None, "theirs"),
    ("22: plus address", thread_of(mail(0), out(5, frm="me+clients@studio.example")), None, "theirs"),
    ("22: alias domain", thread_of(mail(0), out(5, frm="any@old.example")), None, "theirs"),
    ("23", (mail(0, frm=ME, to=ME, role=Role.INBOX),), None, "rest"),
    ("27b", thread_of(mail(0), out(1), replace(mail(2), references=("none@mail.example",))), 2, "waiting"),
    ("28", thread_of(mail(0, role=Role.ALSO), mail(1, role=Role.ALSO)), None, "rest"),
    ("28: a part is still in the inbox", thread_of(mail(0, role=Role.ALSO), mail(1)), 0, "due_soon"),
    ("56: forwarded", thread_of(mail(0), out(5, to=OTHER)), 0, "due_soon"),
    ("57", thread_of(mail(0), mail(1, frm=OTHER), out(5)), 1, "waiting"),
    ("58", thread_of(mail(0), mail(5, frm=MY_COLLEAGUE, to=CLIENT, cc=ME)), None, "theirs"),
    ("63: from a known person", thread_of(out(0), mail(1, hints=("calendar:request",))), 1, "waiting"),
    ("63: from a machine", (mail(0, frm="noreply@cal.example", hints=("calendar:request",)),), None, "rest"),
]


@pytest.mark.parametrize(("messages", "starts", "lane"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_case(messages: tuple[Message, ...], starts: float | None, lane: str) -> None:
    # A thread whose last mail refers to nothing here is joined by its subject or not at all; these are one thread.
    linked = [replace(m, references=(messages[0].key, *m.references)) if m is not messages[0] else m for m in messages]
    row = the_row(linked)
    assert since(row) == starts
    assert standing(row, 20).lane == lane


def test_case_1_and_2_figures() -> None:
    row = the_row(thread_of(mail(0), mail(10)))
    found = standing(row, 20)
    assert (found.waited, found.limit, found.over) == (20 * 3600, 24 * 3600, None)
    assert row.clocks[0].due == hours(24)
    assert row.last == hours(10)


def test_overdue_is_past_the_due_time_not_at_it() -> None:
    row = the_row([mail(0)])
    assert standing(row, 24).lane == "due_soon"
    late = standing(row, 24 + 1 / 3600)
    assert (late.lane, late.over) == ("overdue", 1)


def test_a_clock_that_starts_later_does_not_run() -> None:
    row = the_row([mail(5)])
    assert standing(row, 4).clock is None


def test_case_5_a_note_is_an_act_and_no_message() -> None:
    assert since(the_row([mail(0)], done=["some other message"])) == 0


def test_case_15_says_that_it_bounced() -> None:
    row = the_row(thread_of(mail(0), out(5, id="o"), bounce(6, "o")))
    assert row.marks == ("bounced",)


def test_case_18_auto_submitted_no_is_no_hint() -> None:
    assert since(the_row([mail(0, hints=("suppress",))])) == 0


def test_case_19_known_writer() -> None:
    known = out(-50)
    (_, listed) = rows_of([known, mail(0, subject="Talk", to="talk@list.example", hints=LIST)])
    assert since(listed) == 0


def test_case_21_reason() -> None:
    assert the_row([mail(0, to=OTHER, cc=ME)]).reason == "cc"


def test_case_25_messages_without_an_id_are_kept_apart() -> None:
    rows = rows_of([mail(0, id=None, subject="One"), mail(1, id=None, subject="Two")])
    assert [since(row) for row in rows] == [0, 1]


@pytest.mark.parametrize(
    "date",
    [
        None,
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2031, 1, 1, tzinfo=UTC),
        datetime(2019, 1, 1, tzinfo=UTC),
    ],
)
def test_case_26_an_in_counts_from_its_arrival(date: datetime | None) -> None:
    message = undated(mail(0)) if date is None else mail(0, date=date)
    assert since(the_row([message])) == 0


@pytest.mark.parametrize("date", [None, datetime(1970, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)])
def test_case_26_an_out_with_an_unbelievable_date_counts_from_its_arrival(date: datetime | None) -> None:
    answer = undated(out(5)) if date is None else out(5, date=date)
    row = the_row(thread_of(mail(0), answer))
    assert (since(row), row.last) == (None, hours(5))


def test_case_27_a_migrated_sent_folder_does_not_answer_what_came_later() -> None:
    wrote_then_moved_house = out(100, date=0)
    row = the_row(thread_of(wrote_then_moved_house, replace(mail(10), references=())))
    assert since(row) == 10


def test_case_27b_an_out_that_refers_to_the_in_answers_it() -> None:
    late = mail(2, id="greylisted")
    answer = out(1, refs="greylisted")
    assert since(the_row([late, answer])) is None


def test_case_28_settable_to_still_waits() -> None:
    archived = thread_of(mail(0, role=Role.ALSO))
    assert the_row(archived).reason == "archived"
    assert since(the_row(archived, archived_waits=True)) == 0


def test_case_28_gone_from_every_folder_counts_as_archived() -> None:
    row = the_row([replace(mail(0), places=())])
    assert (row.reason, since(row)) == ("archived", None)


def test_case_29_done_then_a_new_in() -> None:
    first, second = thread_of(mail(0), mail(30))
    assert the_row([first], done=[first.key]).reason == "done"
    assert since(the_row([first, second], done=[first.key])) == 30


def test_case_35_one_mail_joins_two_threads() -> None:
    one, two = mail(0, id="one", subject="Logo"), mail(1, id="two", subject="Banner")
    joining = mail(5, refs="one two", subject="Both")
    assert len(rows_of([one, two])) == 2
    joined = the_row([one, two, joining])
    assert joined.messages == ("one", "two", joining.message_id)
    assert since(the_row([one, two, joining], done=["one"])) == 1


def test_case_36_marks_stay_with_their_messages_when_a_thread_splits() -> None:
    together = [mail(0, id="a", refs="lost"), mail(1, id="b", refs="lost")]
    assert since(the_row(together, done=["a"])) == 1
    apart = [replace(message, references=(), subject=message.key) for message in together]
    first, second = rows_of(apart, done=["a"])
    assert (first.reason, since(second)) == ("done", 1)


@pytest.mark.parametrize("zone", ["Europe/Kyiv", "America/New_York"])
@pytest.mark.parametrize("day", [(2026, 3, 8), (2026, 3, 29), (2026, 10, 25), (2026, 11, 1)])
def test_case_44_a_day_is_24_real_hours(zone: str, day: tuple[int, int, int]) -> None:
    evening_before = datetime(*day, 12, tzinfo=ZoneInfo(zone)) - timedelta(days=1)
    row = the_row([mail((evening_before - START) / timedelta(hours=1))])
    assert row.clocks[0].due.timestamp() - evening_before.timestamp() == 24 * 3600


def test_case_52_two_mails_to_two_accounts_are_two_threads() -> None:
    rows = rows_of([mail(0, account="work"), mail(1, account="shop", to=ALIAS)])
    assert [row.accounts for row in rows] == [("work",), ("shop",)]
    assert {row.client.address for row in rows} == {CLIENT}


def test_case_52b_one_mail_in_two_accounts_is_one_thread() -> None:
    here, there = mail(0, id="both", account="work"), mail(0, id="both", account="shop")
    copies = replace(here, places=here.places + there.places)
    assert set(the_row([copies]).accounts) == {"work", "shop"}
    assert since(the_row(thread_of(copies, out(2, frm=ALIAS, account="shop")))) is None


@pytest.mark.parametrize(
    "form",
    [
        mail(0, frm="noreply@forms.example", reply_to="visitor@new.example"),
        mail(0, frm=ME, to=ME, reply_to="visitor@new.example", role=Role.INBOX),
    ],
    ids=["from a machine", "from my own address"],
)
def test_case_59_contact_form(form: Message) -> None:
    row = the_row([form])
    assert (row.client.address, since(row)) == ("visitor@new.example", 0)
    assert since(the_row(thread_of(form, out(3, to="visitor@new.example")))) is None


def test_case_60_the_reply_clock_runs_alone_for_now() -> None:
    assert {clock.kind for clock in the_row([mail(0)]).clocks} == {"reply"}


def test_several_parties_each_wait_alone_and_the_worst_is_shown() -> None:
    row = the_row(thread_of(mail(3), mail(1, frm=OTHER)))
    assert [clock.who for clock in row.clocks] == [OTHER, CLIENT]
    assert row.client.address == OTHER


def test_an_answer_to_reply_to_counts() -> None:
    row = the_row(thread_of(mail(0, reply_to="office@elsewhere.example"), out(1, to="office@elsewhere.example")))
    assert since(row) is None


def test_asked_is_the_oldest_open_in() -> None:
    row = the_row(thread_of(mail(0), out(1), mail(2), mail(3)))
    assert row.asked == hours(2)


def test_the_newest_text_is_a_persons_not_a_machines() -> None:
    told = mail(0, words=Words("Could you send it?", ""))
    row = the_row(thread_of(told, out(5, id="o"), bounce(6, "o", text="no such user")))
    assert row.text == "Could you send it?"
