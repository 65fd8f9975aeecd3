"""Threads from references and, where a client lost them, from subjects."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.stories import CLIENT, PEOPLE, bounce, mail, out
from triage.model.message import Message
from triage.model.thread import Thread
from triage.rules.subjects import base_subject
from triage.rules.threads import build_threads, find_parents, thread_id
from triage.rules.times import happened

DAY = 24


def threads_of(*messages: Message) -> list[Thread]:
    return build_threads(messages, PEOPLE, partial(happened, people=PEOPLE))


def groups_of(*messages: Message) -> set[frozenset[str]]:
    return {frozenset(m.key for m in thread.messages) for thread in threads_of(*messages)}


@pytest.mark.parametrize(
    ("references", "parents"),
    [
        ({"a": "", "b": "a", "c": "a b", "d": "a"}, {"b": "a", "c": "b", "d": "a"}),
        ({"a": "", "b": "a lost"}, {"b": "a"}),
        ({"b": "lost", "c": "lost"}, {}),
        ({"a": "b", "b": "a"}, {"a": "b"}),
        ({"a": "a"}, {}),
        ({"a": "", "b": "c a", "c": "b"}, {"b": "a", "c": "b"}),
        ({"a": "c", "b": "a", "c": "b"}, {"a": "c", "b": "a"}),
    ],
    ids=[
        "a tree",
        "nearest that is here",
        "siblings of a lost parent",
        "two in a loop",
        "itself",
        "wrong order",
        "ring",
    ],
)
def test_parents(references: dict[str, str], parents: dict[str, str]) -> None:
    messages = [mail(at, id=id_, refs=refs) for at, (id_, refs) in enumerate(references.items())]
    assert find_parents(messages) == parents


def test_messages_meet_over_one_that_is_not_here() -> None:
    assert len(threads_of(mail(0, refs="lost", subject="A"), mail(1, refs="lost", subject="B"))) == 1


def test_a_late_parent_joins() -> None:
    child, grandchild = mail(1, id="child", refs="root"), mail(2, id="grandchild", refs="child")
    (thread,) = threads_of(child, grandchild, mail(0, id="root"))
    assert thread.parents == {"child": "root", "grandchild": "child"}
    assert [m.key for m in thread.messages] == ["root", "child", "grandchild"]


def test_the_id_is_that_of_the_oldest_message() -> None:
    (thread,) = threads_of(mail(0, id="a"), mail(1, refs="a"))
    assert thread.id == thread_id("a")


LOST = [
    ("a reply without references", mail(0), mail(5, subject="Re: Logo"), True),
    ("in another language", out(0, subject="Angebot"), mail(5, subject="AW: Angebot"), True),
    ("tags and several prefixes", out(0, subject="Смета"), mail(5, subject="[EXTERNAL] Re: Fwd: RE: Смета"), True),
    ("without a reply prefix", mail(0), mail(5), False),
    ("only forwarded", mail(0), mail(5, subject="Fwd: Logo"), False),
    ("another party", mail(0), mail(5, frm="eve@other.example", subject="Re: Logo"), False),
    ("a colleague at the party", mail(0), mail(5, frm="bob@client.example", subject="Re: Logo"), True),
    ("after 30 days", out(0), mail(30 * DAY, subject="Re: Logo"), True),
    ("after more than 30 days", out(0), mail(30 * DAY + 1, subject="Re: Logo"), False),
    ("a reminder of an unanswered mail after 31 days", mail(0), mail(31 * DAY, subject="Re: Logo"), True),
    ("a reminder after more than 90 days", mail(0), mail(90 * DAY + 1, subject="Re: Logo"), False),
    ("references that nobody knows", out(0), mail(5, subject="Re: Logo", refs="rewritten"), False),
    ("no subject", mail(0, subject=""), mail(5, subject="Re:"), False),
    ("before its time", mail(5), out(0, subject="Re: Logo"), False),
]


@pytest.mark.parametrize(("first", "second", "joined"), [case[1:] for case in LOST], ids=[case[0] for case in LOST])
def test_lost_references(first: Message, second: Message, joined: bool) -> None:
    assert (len(threads_of(first, second)) == 1) is joined


def test_the_same_subject_from_two_clients_is_two_threads() -> None:
    one, two = mail(0, id="one"), mail(1, id="two", frm="eve@other.example")
    mine = out(2, id="mine", subject="Re: Logo", to="eve@other.example")
    assert groups_of(one, two, mine) == {frozenset({"one"}), frozenset({"two", "mine"})}


def test_a_delivery_report_belongs_to_what_it_reports_on() -> None:
    sent, report = out(0, id="sent"), bounce(1, "sent")
    assert groups_of(sent, report) == {frozenset({"sent", report.key})}


@pytest.mark.parametrize(
    ("subject", "base", "reply"),
    [
        ("Re: Logo", "logo", True),
        ("RE[2]: Logo", "logo", True),
        ("Re^3:Logo", "logo", True),
        ("AW: WG: Logo", "logo", True),
        ("Отв: Смета", "смета", True),
        ("Відповідь: Кошторис", "кошторис", True),
        ("Fwd: Re: Logo", "logo", False),
        ("[list] Re: [list] Logo", "logo", True),
        ("Re\uff1a Logo", "logo", True),
        ("Report: Logo", "report: logo", False),
        ("  Logo   two ", "logo two", False),
        ("[only a tag]", "[only a tag]", False),
        ("Re: " * 50 + "Logo", "re: " * 29 + "re: logo", True),
    ],
)
def test_base_subject(subject: str, base: str, reply: bool) -> None:
    assert base_subject(subject) == (base, reply)


@given(st.text(alphabet="[]re: (2)^а", max_size=400))
def test_any_subject_has_a_base(subject: str) -> None:
    base, _ = base_subject(subject)
    assert base == base.strip()


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.lists(st.integers(0, 12), max_size=4), st.booleans()), min_size=1, max_size=10
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_reading_changes_nothing(story: list[tuple[int, list[int], bool]], shuffle: random.Random) -> None:
    messages = [
        mail(at, id=str(place), refs=" ".join(map(str, refs)), subject="Re: Logo" if is_reply else "Logo", frm=CLIENT)
        for place, (at, refs, is_reply) in enumerate(story)
    ]
    mixed = [replace(message) for message in messages]
    shuffle.shuffle(mixed)
    first = {
        thread.id: (tuple(m.key for m in thread.messages), dict(thread.parents)) for thread in threads_of(*messages)
    }
    second = {thread.id: (tuple(m.key for m in thread.messages), dict(thread.parents)) for thread in threads_of(*mixed)}
    assert first == second
