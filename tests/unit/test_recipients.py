"""Whom a mail of mine goes to and from which address, and what is not to be acknowledged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.stories import ALIAS, CLIENT, ME, PEOPLE, bounce, mail, out, thread_of
from triage.model.message import Address, Message, Place, Role
from triage.model.thread import Thread
from triage.rules.clocks import open_asks
from triage.rules.machine_addresses import is_machine_address
from triage.rules.recipients import NoReplyError, ReplyPlan, plan_reply, refuse_acknowledgement
from triage.rules.sides import Ask, gather_world, sort_out

BOB, EVE, SMITH, ROBOT = "bob@client.example", "eve@other.example", "sub@smith.example", "noreply@client.example"
LIST = ("list-post", "list-id")
SENDERS = {
    "work": (Address("Daria Kovalenko", ME), Address("Daria Kovalenko", ALIAS)),
    "shop": (Address("Studio", "me@old.example"),),
}


def thread(*messages: Message) -> Thread:
    return Thread("t", thread_of(*messages), {})


def asks_of(story: Thread) -> tuple[Ask, ...]:
    return open_asks(sort_out(story, gather_world(list(story.messages), PEOPLE)), frozenset())


def plan(*messages: Message) -> ReplyPlan:
    story = thread(*messages)
    return plan_reply(story, asks_of(story), PEOPLE, SENDERS)


def addresses(people: tuple[Address, ...]) -> list[str]:
    return [person.address for person in people]


@pytest.mark.parametrize(
    ("story", "to", "cc"),
    [
        ([mail(0)], [CLIENT], []),
        ([mail(0, to=[ME, BOB], cc=[EVE, "ann@partner.example"])], [CLIENT, BOB], [EVE, "ann@partner.example"]),
        ([mail(0, reply_to="desk@client.example", to=[ME, CLIENT])], ["desk@client.example", CLIENT], []),
        ([mail(0, reply_to=["a@client.example", "b@client.example"])], ["a@client.example", "b@client.example"], []),
        ([mail(0, reply_to=ME)], [CLIENT], []),
        ([mail(0, reply_to=ROBOT)], [CLIENT], []),
        ([mail(0, to=[ME, CLIENT, BOB], cc=[BOB, ALIAS, "me+shop@studio.example", EVE])], [CLIENT, BOB], [EVE]),
        ([mail(0, to=[ME, ROBOT, ""], cc=["mailer-daemon@client.example"])], [CLIENT], []),
        ([mail(0, cc=EVE), mail(1, frm=EVE, to=[ME])], [EVE, CLIENT], []),
        ([mail(0), mail(1, frm=EVE, to=ME, cc=CLIENT)], [EVE, CLIENT], []),
        ([mail(0, to=["x@any.example"])], [CLIENT, "x@any.example"], []),
        ([mail(0, frm=ME, to=ME, cc=ALIAS, reply_to=EVE, role=Role.INBOX)], [EVE], []),
        ([mail(0, frm="wordpress@site.example", to=[ME, BOB], cc=SMITH, reply_to=EVE)], [EVE], []),
    ],
)
def test_a_reply_goes_to_all_but_me_and_machines(story: list[Message], to: list[str], cc: list[str]) -> None:
    reply = plan(*story)
    assert (addresses(reply.to), addresses(reply.cc)) == (to, cc)


def test_a_reply_to_without_a_name_has_the_authors() -> None:
    ann = replace(mail(0, reply_to=[CLIENT, BOB]), author=Address("Ann Client", CLIENT))
    assert plan(ann).to == (Address("Ann Client", CLIENT), Address("", BOB))


def test_of_several_asks_the_newest_is_answered_and_each_writer_gets_it() -> None:
    story = [mail(0), mail(1, frm=EVE, reply_to="desk@other.example"), mail(2, frm=BOB, to=[ME, SMITH], cc=[EVE])]
    reply = plan(*story)
    assert reply.answers.message_id == story[2].message_id
    assert addresses(reply.to) == [BOB, "desk@other.example", CLIENT, SMITH]
    assert addresses(reply.cc) == [EVE]


@pytest.mark.parametrize(
    ("story", "to", "cc", "answers"),
    [
        ([mail(0), out(1, to=[CLIENT, BOB], cc=EVE)], [CLIENT, BOB], [EVE], 0),
        ([mail(0), out(1), out(2, to=SMITH)], [CLIENT], [], 0),
        ([mail(0), out(1, to=BOB, cc=EVE)], [BOB], [EVE], 0),
        ([out(0, to=[CLIENT, ME], cc=EVE)], [CLIENT], [EVE], 0),
        ([out(0, to=ME, cc=CLIENT)], [CLIENT], [], 0),
        ([mail(0, cc=EVE), out(1), mail(2, frm=ME, to=CLIENT, hints=["auto:auto-replied"])], [CLIENT], [], 0),
        ([mail(0), out(1), mail(2, frm=ROBOT)], [CLIENT], [], 0),
        ([mail(0), out(1), mail(2, hints=["auto:auto-replied"])], [CLIENT], [], 0),
    ],
)
def test_with_nothing_open_it_goes_where_my_last_word_went(
    story: list[Message], to: list[str], cc: list[str], answers: int
) -> None:
    reply = plan(*story)
    assert (addresses(reply.to), addresses(reply.cc)) == (to, cc)
    assert reply.answers.message_id == story[answers].message_id


def test_what_was_marked_as_done_is_answered_to_all() -> None:
    story = thread(mail(0), out(1), mail(2, cc=EVE))
    reply = plan_reply(story, (), PEOPLE, SENDERS)
    assert (addresses(reply.to), addresses(reply.cc)) == ([CLIENT], [EVE])


@pytest.mark.parametrize(
    ("to", "account", "sender"),
    [
        ([ME], "work", ME),
        ([ALIAS], "work", ALIAS),
        (["shop+new@studio.example"], "work", ME),
        (["someone@client.example"], "work", ME),
        (["info@old.example"], "shop", "me@old.example"),
        ([BOB, ALIAS, ME], "work", ALIAS),
    ],
)
def test_it_comes_from_the_address_that_was_written_to(to: list[str], account: str, sender: str) -> None:
    reply = plan(mail(0, to=to, account=account))
    assert (reply.account, reply.sender.address) == (account, sender)
    assert reply.sender in SENDERS[account]


def test_of_two_accounts_the_one_that_was_written_to_sends() -> None:
    both = replace(
        mail(0, to="me@old.example"), places=tuple(Place(a, "INBOX", Role.INBOX, 1) for a in ("work", "shop"))
    )
    assert plan(both).account == "shop"
    assert plan(replace(both, to=())).account == "work"


def test_an_account_that_cannot_send_leaves_it_to_another() -> None:
    assert plan(mail(0, account="shop"), mail(1, account="reading")).account == "shop"
    with pytest.raises(NoReplyError, match="smtp"):
        plan(mail(0, account="reading"))


@pytest.mark.parametrize(
    ("subject", "replied"),
    [
        ("Logo", "Re: Logo"),
        ("Re: Logo", "Re: Logo"),
        ("AW: WG: Logo", "AW: WG: Logo"),
        ("Отв: Логотип", "Отв: Логотип"),
        ("Fwd: Logo", "Re: Fwd: Logo"),
        ("[team] RE: Logo", "[team] RE: Logo"),
        ("", "Re:"),
    ],
)
def test_the_subject_stays(subject: str, replied: str) -> None:
    assert plan(mail(0, subject=subject)).subject == replied


def test_references_name_the_first_and_the_last() -> None:
    ids = [f"{number}@mail.example" for number in range(50)]
    long = plan(mail(0, id="new@mail.example", refs=" ".join(ids)))
    assert long.references == (ids[0], *ids[-29:], "new@mail.example")
    assert long.in_reply_to == "new@mail.example"
    assert plan(mail(0, id="b@x.example", refs="a@x.example b@x.example")).references == ("a@x.example", "b@x.example")
    without = plan(mail(0, id=None, refs="a@x.example"))
    assert (without.references, without.in_reply_to) == (("a@x.example",), None)


@pytest.mark.parametrize(
    "story", [[mail(0, frm=ROBOT)], [bounce(0, "x@mail.example")], [mail(0, frm=ME)], [mail(0, frm="", to=())]]
)
def test_where_nobody_reads_there_is_no_reply(story: list[Message]) -> None:
    with pytest.raises(NoReplyError) as caught:
        plan(*story)
    assert caught.value.why.endswith(".")


@pytest.mark.parametrize(
    ("story", "why"),
    [
        ([mail(0)], None),
        ([mail(0), out(1), mail(2)], None),
        ([mail(0, frm=ME, to=ME, reply_to=EVE, role=Role.INBOX)], None),
        ([mail(0), out(1)], "Nothing here is new"),
        ([out(0), mail(1, hints=LIST)], "mailing list"),
        ([mail(0, frm=ROBOT)], "machine"),
        ([mail(0, hints=["auto:auto-generated"])], "machine"),
        ([out(0)], "yours"),
        ([mail(0, frm=ME, to=ME)], "yours"),
    ],
)
def test_what_is_not_to_be_acknowledged_is_said(story: list[Message], why: str | None) -> None:
    told = thread(*story)
    refused = refuse_acknowledgement(told, asks_of(told), PEOPLE)
    assert refused == why if why is None else (refused is not None and why in refused)


SOMEBODY = st.sampled_from([ME, ALIAS, CLIENT, BOB, EVE, SMITH, ROBOT, "me+x@studio.example", ""])
MAILS = st.builds(
    lambda frm, to, cc, reply_to: mail(0, frm=frm, to=to, cc=cc, reply_to=reply_to),
    SOMEBODY,
    *[st.lists(SOMEBODY, max_size=4)] * 3,
)


@given(st.lists(MAILS, min_size=1, max_size=5))
def test_no_address_twice_none_of_mine_and_no_machine(story: list[Message]) -> None:
    try:
        reply = plan(*story)
    except NoReplyError:
        return
    everyone = addresses(reply.to + reply.cc)
    assert reply.to
    assert len(everyone) == len(set(everyone))
    assert not any(PEOPLE.is_mine(address) or is_machine_address(address) or not address for address in everyone)
    assert reply.sender in SENDERS[reply.account]
