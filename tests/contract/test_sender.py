"""The sender port's contract: a mail leaves to all or to none, and what is said of a failure is true."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from tests.support.outlets import HASTY, PATIENT, Outlet, demo_outlet, memory_outlet, sink_outlet
from tests.support.sending_faults import KEPT, VERDICTS, Fault
from triage.mail.sender import SendError, Verdict

ME, ANN, BO = "me@studio.example", "ann@client.example", "bo@client.example"
SOURCE = b"Subject: Sizes\r\nMessage-ID: <1@studio.example>\r\n\r\n.\r\n..\r\n\r\n.Here\r\n\r\n"
FAULTY = ("memory", "none", "starttls", "tls")


@pytest.fixture(params=[*FAULTY, "demo"])
def outlet(request: pytest.FixtureRequest, ca: trustme.CA, tmp_path: Path) -> Iterator[Outlet]:
    match request.param:
        case "memory":
            place = memory_outlet()
        case "demo":
            place = demo_outlet()
        case security:
            place = sink_outlet(ca, tmp_path, security)
    with place as outlet:
        yield outlet


faulty = pytest.mark.parametrize("outlet", FAULTY, indirect=True)


def failure(outlet: Outlet, *recipients: str, word: Fault = "") -> SendError:
    """What sending fails with: one short clean sentence."""
    sender = outlet.sender(HASTY if word == "hang" else PATIENT)
    with pytest.raises(SendError) as caught:
        sender.send(ME, recipients, SOURCE)
    assert caught.value.why.isprintable()
    assert len(caught.value.why) < 400
    return caught.value


def test_a_mail_arrives_as_it_was_built(outlet: Outlet) -> None:
    words = outlet.sender(PATIENT).send(ME, [ANN, BO], SOURCE)
    [taken] = outlet.messages()
    assert (taken.sender, taken.recipients) == (ME, (ANN, BO))
    assert taken.source == SOURCE
    assert words.isprintable()


def test_a_sender_takes_one_mail_after_another(outlet: Outlet) -> None:
    sender = outlet.sender(PATIENT)
    for person in (ANN, BO):
        sender.send(ME, [person], SOURCE)
    assert [taken.recipients for taken in outlet.messages()] == [(ANN,), (BO,)]


def test_who_is_named_twice_gets_it_once(outlet: Outlet) -> None:
    outlet.sender(PATIENT).send(ME, [ANN, BO, ANN], SOURCE)
    assert outlet.messages()[0].recipients == (ANN, BO)


def test_a_long_mail_arrives_whole(outlet: Outlet) -> None:
    long = SOURCE + b"".join(b"%070d\r\n" % number for number in range(30_000))
    outlet.sender(PATIENT).send(ME, [ANN], long)
    assert outlet.messages()[0].source == long


def test_names_of_servers_are_said_in_ascii(outlet: Outlet) -> None:
    outlet.sender(PATIENT).send("me@büro.example", ["ann@straße.example"], SOURCE)
    [taken] = outlet.messages()
    assert (taken.sender, taken.recipients) == ("me@xn--bro-hoa.example", ("ann@xn--strae-oqa.example",))


def test_an_address_of_other_letters_is_taken(outlet: Outlet) -> None:
    outlet.sender(PATIENT).send(ME, ["анна@почта.example"], SOURCE)
    assert outlet.messages()[0].recipients == ("анна@xn--80a1acny.example",)


@pytest.mark.parametrize(
    "address",
    ["", "ann", "ann@", "@client.example", "a b@client.example", "a@client.example>\r\nRCPT TO:<b@client.example"],
)
def test_what_is_no_address_stays_here(outlet: Outlet, address: str) -> None:
    assert failure(outlet, ANN, address).verdict is Verdict.NEVER
    assert not outlet.messages()


def test_a_mail_to_nobody_stays_here(outlet: Outlet) -> None:
    assert failure(outlet).verdict is Verdict.NEVER


@faulty
@pytest.mark.parametrize("word", VERDICTS)
def test_what_is_known_after_a_failure(outlet: Outlet, word: Fault) -> None:
    assert outlet.fault
    outlet.fault(word, None)
    assert failure(outlet, ANN, word=word).verdict is VERDICTS[word]
    assert len(outlet.messages()) == (word in KEPT)


@faulty
@pytest.mark.parametrize("word", VERDICTS)
def test_after_a_failure_a_mail_leaves_again(outlet: Outlet, word: Fault) -> None:
    assert outlet.fault
    outlet.fault(word, 1)
    failure(outlet, ANN, word=word)
    outlet.sender(PATIENT).send(ME, [BO], SOURCE)
    assert outlet.messages()[-1].recipients == (BO,)


@faulty
@pytest.mark.parametrize("word", ["perm-rcpt", "temp-rcpt"])
def test_one_who_is_refused_holds_up_all(outlet: Outlet, word: Fault) -> None:
    assert outlet.fault
    outlet.fault(word, 1)
    error = failure(outlet, ANN, BO)
    assert error.verdict is VERDICTS[word]
    assert ANN in error.why
    assert BO not in error.why
    assert not outlet.messages()
