"""Files with whole mails: an .eml as it is, an mbox cut at its postmarks and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.support.mails import ENVELOPE, header, mail, part
from triage.mail.whole import read_mail, split_mbox

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
POSTMARK = b"From ann@client.example Mon Mar  2 12:00:00 2026\n"
ONE, TWO = (mail(part(f"{word}\n")) for word in ("one", "two"))


@pytest.mark.parametrize("before", [b"", b"\r\n", b" \n\n", POSTMARK, b"\n" + POSTMARK])
def test_a_whole_mail_has_an_envelope_and_words(before: bytes) -> None:
    message = read_mail(before + ONE)
    assert message.author.address == "ann@client.example"
    assert message.subject == "Banner sizes"
    assert message.words is not None
    assert message.words.text == "one"
    assert message.size == len(ONE)


@pytest.mark.parametrize(
    ("fields", "arrived"),
    [
        ([("Received", "from a by b; Tue, 3 Mar 2026 08:00:00 +0000")], datetime(2026, 3, 3, 8, tzinfo=UTC)),
        ([("Received", "from a by b")], NOON),
        ([("Date", "some day")], datetime(1970, 1, 1, tzinfo=UTC)),
    ],
)
def test_an_arrival_nobody_knows_is_told_by_the_mail(fields: list[tuple[str, str]], arrived: datetime) -> None:
    assert read_mail(mail(part("x"), *fields)).arrived == arrived


def test_an_arrival_that_is_known_is_believed() -> None:
    assert read_mail(ONE, NOON).arrived == NOON


def test_an_mbox_is_cut_at_its_postmarks() -> None:
    mails = list(split_mbox(POSTMARK + ONE + b"\r\n" + POSTMARK + TWO))
    texts = [words.text for one in mails if (words := read_mail(one).words)]
    assert texts == ["one", "two"]


@pytest.mark.parametrize(
    "body",
    [
        "From here on: all is new\n",
        "well\n\nFrom here on all is new\nNote: yes\n",
        "well\nFrom ann@client.example Mon Mar  2 12:00:00 2026\nNote: yes\n",
        "well\n\nFrom ann@client.example Mon Mar  2 12:00:00 2026\nand no field\n",
    ],
)
def test_a_line_of_text_is_no_postmark(body: str) -> None:
    assert len(list(split_mbox(POSTMARK + mail(part(body))))) == 1


def test_quoted_postmarks_are_restored() -> None:
    (one,) = split_mbox(POSTMARK + header(*ENVELOPE) + b">From me\n>>From you\n> From us\n")
    assert one.endswith(b"\nFrom me\n>From you\n> From us\n")


@pytest.mark.parametrize("source", [b"", ONE, b"\n" + POSTMARK + ONE])
def test_what_is_no_mbox_is_one_mail(source: bytes) -> None:
    assert list(split_mbox(source)) == [source]


@pytest.mark.parametrize("piece", [b"From ", b"From \n", b"\n", b"\r\n", b"\n\nFrom a@b :1\n", b" ", b" \n", b">"])
def test_endless_repetition_ends(piece: bytes) -> None:
    source = b"From " + piece * (1_000_000 // len(piece))
    assert b"".join(split_mbox(source)).count(b"\n") <= source.count(b"\n")
    assert read_mail(source).words is not None
