"""From a letter to bytes: what is in them, what never is, and that other programs read the same."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import UTC, datetime, timedelta, timezone
from email.header import decode_header, make_header
from email.message import EmailMessage

import pytest

from triage.mail.compose import FILES_LIMIT, ComposeError, Letter, build_mail, make_message_id, needs_smtputf8
from triage.mail.headers import read_envelope
from triage.model.message import Address, Message

NOON = datetime(2026, 3, 2, 12, tzinfo=timezone(timedelta(hours=2)))
ME, ANN, BO = (
    Address("Дарія К.", "me@studio.example"),
    Address("Ann", "ann@client.example"),
    Address("", "bo@x.example"),
)
LETTER = Letter(ME, (ANN,), (), "Re: Sizes", "Got it.\n", "1@studio.example", (), None, NOON)


def letter(**facts: object) -> Letter:
    return Letter(**{name: facts.get(name, getattr(LETTER, name)) for name in Letter.__dataclass_fields__})  # type: ignore[arg-type]


def built(**facts: object) -> bytes:
    return build_mail(letter(**facts))


def envelope(**facts: object) -> Message:
    return read_envelope(built(**facts), NOON.astimezone(UTC))


def read(source: bytes) -> EmailMessage:
    """The mail as Python's own parser reads it."""
    message = email.message_from_bytes(source, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def field(source: bytes, name: str) -> str:
    """A field as it stands, its folds undone, its encoded words decoded by rules of long ago."""
    value = email.message_from_bytes(source)[name]
    return str(make_header(decode_header(re.sub(r"\r\n(?=[ \t])", "", value))))


def test_the_bytes_of_a_plain_mail() -> None:
    assert built(sender=Address("Daria", "me@studio.example"), in_reply_to="0@client.example") == (
        b"From: Daria <me@studio.example>\r\n"
        b"To: Ann <ann@client.example>\r\n"
        b"Subject: Re: Sizes\r\n"
        b"Date: Mon, 02 Mar 2026 12:00:00 +0200\r\n"
        b"Message-ID: <1@studio.example>\r\n"
        b"In-Reply-To: <0@client.example>\r\n"
        b"References: <0@client.example>\r\n"
        b'Content-Type: text/plain; charset="utf-8"\r\n'
        b"Content-Transfer-Encoding: 7bit\r\n"
        b"MIME-Version: 1.0\r\n"
        b"\r\n"
        b"Got it.\r\n"
    )


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        (("", "Ann"), [b"To: ann@client.example, Ann <ann@client.example>"]),
        (("Doe, Ann",), [b'To: "Doe, Ann" <ann@client.example>']),
        (('A "B" \\ C',), [b'To: "A \\"B\\" \\\\ C" <ann@client.example>']),
        (("Jörg",), [b"To: =?utf-8?b?SsO2cmc=?= <ann@client.example>"]),
        (("=?utf-8?q?x?=",), [b"To: =?utf-8?b?PT91dGYtOD9xP3g/PQ==?= <ann@client.example>"]),
        (("A\r\nBcc: x@y.example\x1b[31m\u202e",), [b'To: "A Bcc: x@y.example[31m" <ann@client.example>']),
        (("Ann Annabel Clearwater",) * 2, [b"To: Ann Annabel Clearwater <ann@client.example>, Ann Annabel Clearwater", b" <ann@client.example>"]),
    ],
)  # fmt: skip
def test_names(names: tuple[str, ...], lines: list[bytes]) -> None:
    header = built(to=tuple(Address(name, "ann@client.example") for name in names)).partition(b"\r\nSubject:")[0]
    assert header.split(b"\r\n")[1:] == lines


@pytest.mark.parametrize(
    "subject",
    ["", "Re: Sizes", "Re: Розміри банера", "Ж" * 400, "🎈" * 300, "x" * 900, "a b " * 200, "=?x", "Re: =?utf-8?q?a?="],
)
def test_subjects_are_read_as_they_were_written(subject: str) -> None:
    source = built(subject=subject)
    assert read_envelope(source, NOON).subject == subject.strip()
    assert field(source, "Subject") == subject.strip()
    lines = source.partition(b"\r\nDate:")[0].split(b"\r\n")
    assert max(map(len, lines)) <= 76
    assert not any(line.isspace() for line in lines)


@pytest.mark.parametrize("length", [30, 76, 100, 240, 900])
def test_ids_are_never_cut_or_encoded(length: int) -> None:
    ids = tuple(f"{number}=?utf-8?q?{'y' * (length - 26)}?=@x.example" for number in range(3))
    source = built(references=ids[:2], in_reply_to=ids[2])
    header = source.partition(b"\r\n\r\n")[0]
    assert read_envelope(source, NOON).references == ids
    for one in ids:
        assert header.count(b"<%s>" % one.encode()) == 1 + (one == ids[2])
    unfolded = header.replace(b"\r\n ", b" ").split(b"\r\n")
    assert b"References: " + b" ".join(b"<%s>" % one.encode() for one in ids) in unfolded


@pytest.mark.parametrize(
    ("references", "answered", "read_back"),
    [
        ((), None, ()),
        (("a@x", "b@x"), "b@x", ("a@x", "b@x")),
        (("a@x", "b@x"), "a@x", ("b@x", "a@x")),
        (("a@x", "a@x", "b@x"), None, ("a@x", "b@x")),
        (("a@x", "b c@x", "d@x>", "ж@x", "", "e\r\nBcc: y@x"), "f@x", ("a@x", "f@x")),
        (("a@x", "x" * 991), "y" * 1000, ("a@x",)),
    ],
)
def test_references(references: tuple[str, ...], answered: str | None, read_back: tuple[str, ...]) -> None:
    message = envelope(references=references, in_reply_to=answered)
    assert message.references == read_back


def test_of_very_many_references_the_first_and_the_newest_are_kept() -> None:
    ids = tuple(f"{number:0200}@x.example" for number in range(400))
    kept = envelope(references=ids, in_reply_to="last@x.example").references
    assert kept[0] == ids[0]
    assert kept[-1] == "last@x.example"
    assert kept[1:-1] == ids[-len(kept[1:-1]) :]
    assert 30 < len(kept) < 50


def test_the_date_is_in_the_zone_that_was_given() -> None:
    assert b"Date: Mon, 02 Mar 2026 12:00:00 +0200\r\n" in built()
    assert envelope().date == NOON


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Got it.\n", "7bit"),
        ("From me\n.\n-- \nDaria", "7bit"),
        ("x" * 990, "7bit"),
        ("x" * 991, "quoted-printable"),
        ("Grüße aus Köln, und viele Worte ohne Punkte darüber.", "quoted-printable"),
        ("Отримала, дякую.", "base64"),
        ("Ж" * 5000, "base64"),
    ],
)
def test_the_text_travels_in_short_lines(text: str, encoding: str) -> None:
    source = built(text=text)
    message = read(source)
    assert message["Content-Transfer-Encoding"] == encoding
    assert message.get_content().replace("\r\n", "\n") == text.rstrip("\n") + "\n"
    assert source.isascii()
    assert max(map(len, source.split(b"\r\n"))) <= 990


def test_nothing_of_the_machine_or_the_program_is_in_a_mail() -> None:
    names = {name.lower() for name in read(built(files=(("a.txt", b"x"),), cc=(BO,), in_reply_to="a@x"))}
    assert names == {
        "from", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references", "mime-version", "content-type",
    }  # fmt: skip


def test_other_letters_in_addresses() -> None:
    domain = letter(to=(Address("", "ann@straße.example"),))
    local = letter(to=(Address("Анна", "анна@почта.example"),))
    assert not needs_smtputf8(domain)
    assert b"To: ann@xn--strae-oqa.example\r\n" in build_mail(domain)
    assert needs_smtputf8(local)
    assert "<анна@xn--80a1acny.example>".encode() in build_mail(local)
    assert build_mail(local).replace("анна@".encode(), b"").isascii()


@pytest.mark.parametrize("address", ["", "ann", "ann@x.example\r\nBcc: y@x.example", "a b@x.example", "<a@x.example>"])
@pytest.mark.parametrize("place", ["to", "cc", "sender"])
def test_what_is_no_address_makes_no_mail(address: str, place: str) -> None:
    one = Address("Ann", address)
    with pytest.raises(ComposeError, match="is no address that mail can be sent to") as caught:
        built(**{place: one if place == "sender" else (one,)})
    assert caught.value.why.isprintable()


def test_only_a_draft_may_be_to_nobody() -> None:
    with pytest.raises(ComposeError, match="to nobody"):
        built(to=())
    assert b"\r\nTo:" not in build_mail(letter(to=()), draft=True)
    assert read_envelope(built(to=(), cc=(BO,)), NOON).cc == (BO,)
    assert build_mail(LETTER, draft=True) == build_mail(LETTER)


def test_a_letter_needs_its_id() -> None:
    for bad in ("", "a b@x", "a@x>\r\nBcc: <y"):
        with pytest.raises(ValueError, match="Message-ID"):
            built(message_id=bad)


def test_message_ids_are_new_each_time_and_of_the_address_alone() -> None:
    ids = {make_message_id("Me@Büro.example") for _ in range(100)}
    assert len(ids) == 100
    assert all(re.fullmatch(r"[0-9a-f]{32}@xn--bro-hoa\.example", one) for one in ids)
    with pytest.raises(ComposeError):
        make_message_id("me")


def test_all_files_together_have_a_limit() -> None:
    half = b"x" * (FILES_LIMIT // 2)
    assert len(built(files=(("a", half), ("b", half)))) > FILES_LIMIT
    with pytest.raises(ComposeError, match=r"The files are 37\.5 MB together; a mail carries 25 MB at most"):
        built(files=(("a", half), ("b", half), ("c", half)))
