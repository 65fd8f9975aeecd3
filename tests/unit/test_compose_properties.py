"""Letters of anything at all: what is built is a mail, says what was meant, and has no field that nobody wrote."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.parser import BytesHeaderParser

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.test_clean import FORBIDDEN
from triage.mail.clean import clean_line, clean_text
from triage.mail.compose import Letter, build_mail, needs_smtputf8, safe_name
from triage.mail.headers import read_envelope
from triage.mail.parse import read_words
from triage.mail.wire_address import wire_address
from triage.model.message import Address

FIELDS = {"from", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references"}
BODY_FIELDS = {"mime-version", "content-type", "content-transfer-encoding"}
NASTY = [
    "\r\n",
    "\r\nBcc: x@y.example\r\n",
    "\n.\n",
    "\x1b[31m",
    "\u202e",
    "\ud800",
    "=?utf-8?b?",
    "?=",
    '"',
    "\\",
    ",",
    "<",
    ">",
]

hostile = st.one_of(st.text(), st.lists(st.sampled_from([*NASTY, " ", "x", "Ж", "🎈", "e\u0301"])).map("".join))
ids = st.one_of(st.from_regex(r"\A[!-;=?-~]{1,300}\Z"), hostile)
good_ids = st.from_regex(r"\A[a-z0-9]{1,40}@[a-z]{1,10}\.example\Z")
addresses = st.builds(
    "{}@{}.example".format,
    st.from_regex(r"\A[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}\Z") | st.sampled_from(["анна", "jörg"]),
    st.sampled_from(["client", "straße", "почта", "x-y"]),
)
people = st.builds(Address, hostile, addresses)
zones = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
letters = st.builds(
    Letter,
    sender=people,
    to=st.lists(people, min_size=1, max_size=4).map(tuple),
    cc=st.lists(people, max_size=3).map(tuple),
    subject=hostile,
    text=hostile,
    message_id=good_ids,
    references=st.lists(ids, max_size=5).map(tuple),
    in_reply_to=st.none() | ids,
    date=st.builds(datetime.fromtimestamp, st.integers(0, 4_000_000_000), zones),
    files=st.lists(st.tuples(hostile, st.binary(max_size=200)), max_size=2).map(tuple),
)
ARRIVED = datetime(2026, 3, 2, 12, tzinfo=UTC)


def said(name: str, address: str) -> str:
    """What a name and an address come back as, but for what readers strip around names."""
    name = clean_line(name, 200).strip("\"' ,\\")
    return "" if name.lower() == address else name


@given(letters)
def test_a_mail_is_made_of_lines_that_servers_take(letter: Letter) -> None:
    source = build_mail(letter)
    assert source.replace(b"\r\n", b"").translate(None, b"\t") == source.translate(None, b"\r\n\t")
    lines = source.split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 998
    assert source.isascii() or needs_smtputf8(letter)
    header = source.partition(b"\r\n\r\n")[0].decode().replace("\r\n", "")
    assert not FORBIDDEN & set(header)


@given(letters)
def test_a_mail_has_the_fields_of_its_letter_alone(letter: Letter) -> None:
    names = [name.lower() for name, _ in BytesHeaderParser().parsebytes(build_mail(letter)).raw_items()]
    assert len(names) == len(set(names))
    assert set(names) <= FIELDS | BODY_FIELDS
    assert ("cc" in names) == bool(letter.cc)


@given(letters)
def test_a_mail_is_read_as_it_was_written(letter: Letter) -> None:
    message = read_envelope(build_mail(letter), ARRIVED)
    assert message.message_id == letter.message_id
    assert message.subject == clean_line(letter.subject)
    assert message.date == letter.date
    for read, written in ((message.to, letter.to), (message.cc, letter.cc), ((message.author,), (letter.sender,))):
        assert [one.address for one in read] == [wire_address(one.address) for one in written]
        for one, meant in zip(read, written, strict=True):
            assert one.name.strip("\"' ,\\") == said(meant.name, one.address)
    assert set(message.references) <= {*letter.references, letter.in_reply_to}
    assert letter.message_id not in {*message.references} - {*letter.references, letter.in_reply_to}


@given(letters)
def test_text_and_files_come_back_whole(letter: Letter) -> None:
    source = build_mail(letter)
    words = read_words(source, whole=True, size=len(source))
    text = clean_text(letter.text).strip("\n")
    assert words.text == text or not text.strip()
    assert [file.size for file in words.attachments] == [len(content) for _, content in letter.files]
    assert all(safe_name(file.name) for file in words.attachments)


@given(addresses)
def test_an_address_on_the_wire_stays_as_it_is(address: str) -> None:
    once = wire_address(address)
    assert wire_address(once) == once
    assert once.rpartition("@")[2].isascii()
