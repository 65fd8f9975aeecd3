"""Recipients as a line of text and back: nobody is lost, what is no address is said."""

from __future__ import annotations

import pytest

from triage.model.message import Address
from triage.tui.recipients import RecipientError, line_of, missing_of, read_line

OLHA = Address("Olha Kovalenko", "olha@client.example")
TEAM = Address("", "team@client.example")
SMITH = Address('Smith, "Jo" [x]', "jo@client.example")


@pytest.mark.parametrize("people", [(), (OLHA,), (OLHA, TEAM), (SMITH, OLHA, TEAM)])
def test_a_line_reads_back_as_the_same_people(people: tuple[Address, ...]) -> None:
    assert {one.address for one in read_line(line_of(people), ())} == {one.address for one in people}
    assert read_line(line_of(people), people) is people


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        ("olha@client.example; TEAM@client.example", ["olha@client.example", "team@client.example"]),
        ("Olha <olha@client.example>,", ["olha@client.example"]),
        ('"Kovalenko, Olha" <olha@client.example>', ["olha@client.example"]),
        ("a@x.example, a@x.example", ["a@x.example"]),
        ("пошта@приклад.example", ["пошта@приклад.example"]),
        ("   ", []),
    ],
)
def test_what_a_person_types(line: str, addresses: list[str]) -> None:
    assert [one.address for one in read_line(line, ())] == addresses


@pytest.mark.parametrize(
    "line",
    [
        "Olha",
        "Olha, olha@client.example",
        "Doe, Jo <jo@x.example>",
        "olha@",
        "a@b@c.example",
        "<>",
        '"olha@x.example',
        "a@x.example <",
    ],
)
def test_what_is_no_address_is_said_and_nobody_dropped(line: str) -> None:
    with pytest.raises(RecipientError, match="is no mail address"):
        read_line(line, ())


def test_who_is_missing() -> None:
    assert missing_of((OLHA, TEAM), (Address("O. K.", OLHA.address),)) == (TEAM,)
