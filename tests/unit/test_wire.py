"""The raw reader: the same messages however the bytes arrive, whatever is mixed in, and never more than the bounds."""

from __future__ import annotations

import ssl
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.mail.wire import (
    LINE_LIMIT,
    LITERAL_LIMIT,
    Fetched,
    GarbageError,
    HangupError,
    RefusedError,
    Wire,
    WireError,
)

DATE = b'"02-Mar-2026 12:00:00 +0000"'
BODY = b"BODY[HEADER.FIELDS (FROM SUBJECT)]"
SOURCE = b"From: a\r\nSubject: {3}\r\n\r\n"
ONE = Fetched(7, DATE.strip(b'"'), 99, SOURCE)
USUAL = b"* 1 FETCH (UID 7 INTERNALDATE %s RFC822.SIZE 99 %s {%d}\r\n%s)\r\n" % (DATE, BODY, len(SOURCE), SOURCE)
DONE = b"W1 OK done\r\n"


class Script:
    """A socket that gives these pieces and then ends, and keeps what is sent."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = [piece for piece in pieces if piece]
        self.sent = b""

    def recv(self, size: int) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""

    def sendall(self, data: bytes) -> None:
        self.sent += data


def wire(*pieces: bytes) -> Wire:
    return Wire(Script(pieces))  # type: ignore[arg-type]


def fetch(*pieces: bytes, wanted: Sequence[int] = (7,), keep: int = 1000) -> list[Fetched]:
    return [*wire(*pieces).fetch(b"UID FETCH 7 (UID)", wanted, keep)]


@pytest.mark.parametrize("size", [1, 2, 7, 64, 10_000])
def test_the_same_message_however_the_bytes_arrive(size: int) -> None:
    data = USUAL + DONE
    assert fetch(*(data[at : at + size] for at in range(0, len(data), size))) == [ONE]


LITERAL = b"{%d}\r\n%s" % (len(SOURCE), SOURCE)
SHAPES = {
    "literal in the middle": b"(%s %s UID 7 RFC822.SIZE 99 INTERNALDATE %s)" % (BODY, LITERAL, DATE),
    "flags and modseq": b'(MODSEQ (12) FLAGS (\\Seen "x y" ()) UID 7 INTERNALDATE %s RFC822.SIZE 99 %s %s)'
    % (DATE, BODY, LITERAL),
    "small letters": b"(uid 7 internaldate %s rfc822.size 99 %s %s)" % (DATE, BODY.lower(), LITERAL),
    "something after": b"(UID 7 INTERNALDATE %s RFC822.SIZE 99 %s %s FLAGS ())" % (DATE, BODY, LITERAL),
    "literal with a plus": b"(UID 7 INTERNALDATE %s RFC822.SIZE 99 %s %s)"
    % (DATE, BODY, LITERAL.replace(b"}", b"+}", 1)),
    "date as a literal": b"(UID 7 INTERNALDATE {26}\r\n%s RFC822.SIZE 99 %s %s)" % (DATE.strip(b'"'), BODY, LITERAL),
    "quoted field names": b'(UID 7 INTERNALDATE %s RFC822.SIZE 99 BODY[HEADER.FIELDS ("FROM")] %s)' % (DATE, LITERAL),
    "an unknown item": b'(X-GM-LABELS ("a (b" c (d "e")) UID 7 INTERNALDATE %s RFC822.SIZE 99 %s %s)'
    % (DATE, BODY, LITERAL),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_items_in_any_order_and_dress(shape: bytes) -> None:
    assert fetch(b"* 1 FETCH " + shape + b"\r\n" + DONE) == [ONE]


@pytest.mark.parametrize(
    ("value", "source"), [(b'"a \\"b\\" \\\\c {5}"', b'a "b" \\c {5}'), (b"NIL", b""), (b'""', b""), (b"{0}\r\n", b"")]
)
def test_a_source_that_is_no_literal(value: bytes, source: bytes) -> None:
    assert [one.source for one in fetch(b"* 1 FETCH (UID 7 %s %s)\r\n" % (BODY, value) + DONE)] == [source]


NOISE = {
    "exists": b"* 8 EXISTS\r\n",
    "expunge": b"* 3 EXPUNGE\r\n",
    "flags of another": b"* 2 FETCH (FLAGS (\\Seen))\r\n",
    "flags of this one": b"* 1 FETCH (UID 7 FLAGS (\\Seen))\r\n",
    "a message nobody asked for": USUAL.replace(b"UID 7", b"UID 8"),
    "a warning": b"* NO disk is filling up {10}\r\n",
    "a hint": b"* OK [ALERT] braces {12}\r\n",
    "a list with a literal": b'* LIST () "/" {6}\r\nW1 OK \r\n',
    "broken items": b"* 9 FETCH (UID 7 BODY[ (((\r\n",
    "no UID": USUAL.replace(b"UID 7 ", b""),
    "an absurd UID": USUAL.replace(b"UID 7", b"UID " + b"9" * 5000),
    "empty": b"* \r\n",
}


@pytest.mark.parametrize("noise", NOISE.values(), ids=NOISE)
def test_what_else_the_server_says_is_passed_by(noise: bytes) -> None:
    assert fetch(noise + USUAL + noise + DONE) == [ONE]


def test_a_size_beyond_belief_counts_as_unknown() -> None:
    assert [one.size for one in fetch(USUAL.replace(b"SIZE 99", b"SIZE " + b"9" * 99) + DONE)] == [0]


def test_a_long_literal_is_read_and_cut() -> None:
    long = USUAL.replace(LITERAL, b"{%d}\r\n%s" % (90_000, b"x" * 90_000)) + USUAL.replace(b"UID 7", b"UID 8") + DONE
    pieces = [long[at : at + 999] for at in range(0, len(long), 999)]
    assert [(one.uid, one.source) for one in fetch(*pieces, wanted=(7, 8), keep=10)] == [
        (7, b"x" * 10),
        (8, SOURCE[:10]),
    ]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", HangupError),
        (USUAL, HangupError),
        (USUAL[:-20], HangupError),
        (b"* BYE enough\r\n", HangupError),
        (b"* BYE\r\n", HangupError),
        (b"W1 NO not now\r\n", RefusedError),
        (b"W1 BAD what\r\n", RefusedError),
        (b"W1 NO\r\n", RefusedError),
        (b"W2 OK another's\r\n", GarbageError),
        (b"W1\r\n", GarbageError),
        (b"W1 FINE\r\n", GarbageError),
        (b"+ go on\r\n", GarbageError),
        (b"<html>\r\n", GarbageError),
        (b"* 1 FETCH (UID 7 BODY[] {%d}\r\n" % (LITERAL_LIMIT + 1), GarbageError),
        (b"* 1 FETCH (" + b"x" * LINE_LIMIT + b"\r\n", GarbageError),
        (b"* 1 FETCH (" + b"x" * LINE_LIMIT * 9, GarbageError),
        (b"* 1 FETCH (" + b"X {1}\r\nx " * 1000 + DONE, GarbageError),
    ],
)
@pytest.mark.parametrize("size", [5, 10**6])
def test_what_ends_a_read(data: bytes, error: type[WireError], size: int) -> None:
    with pytest.raises(error):
        fetch(*(data[at : at + size] for at in range(0, len(data), size)))


def test_the_words_of_a_refusal_and_a_farewell_are_kept() -> None:
    for data in (b"W1 NO enough\r\n", b"* BYE enough\r\n"):
        with pytest.raises(WireError) as caught:
            fetch(data)
        assert caught.value.words == b"enough"


def test_a_command_that_was_left_early_is_read_to_its_end_first() -> None:
    connection = wire(USUAL, USUAL[:50], USUAL[50:] + b"W1 NO half of it\r\n* SEARCH 5\r\nW2 OK done\r\n")
    messages = connection.fetch(b"UID FETCH 7 (UID)", (7,), 1000)
    assert next(messages) == ONE
    messages.close()
    assert [*connection.answers(b"UID SEARCH ALL", 0)] == [[b"* SEARCH 5"]]


def test_a_command_in_the_middle_of_another_is_a_mistake_that_shows() -> None:
    connection = wire(USUAL + USUAL + DONE + b"W2 OK done\r\n")
    messages = connection.fetch(b"UID FETCH 7 (UID)", (7,), 1000)
    next(messages)
    assert not [*connection.answers(b"NOOP", 0)]
    with pytest.raises(RuntimeError, match="another command"):
        next(messages)


def test_bytes_from_before_tls_are_nobodys_word() -> None:
    connection = wire(b"a OK begin TLS\r\n* injected\r\n")
    connection.line()
    with pytest.raises(GarbageError):
        connection.secure(ssl.create_default_context(), "imap.example")


@given(st.binary(max_size=300), st.integers(1, 50))
def test_no_bytes_raise_anything_else(data: bytes, size: int) -> None:
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    try:
        fetch(USUAL, *pieces)
    except WireError:
        return


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            b"* 1 FETCH (",
            b"UID 7 ",
            BODY,
            b" {3}\r\n",
            b"abc",
            b'"',
            b"\\",
            b"(",
            b")",
            b"\r\n",
            b" NIL",
            b"* OK ",
            b"W1 OK x\r\n",
        ]
    ),
    max_size=25,
)


@given(FRAGMENTS, st.integers(1, 9))
def test_how_the_bytes_arrive_never_matters(fragments: list[bytes], size: int) -> None:
    data = b"".join(fragments) + b"\r\n" + DONE
    outcomes = []
    for pieces in ([data], [data[at : at + size] for at in range(0, len(data), size)]):
        try:
            outcomes.append(str(fetch(*pieces)))
        except WireError as error:
            outcomes.append(f"{type(error).__name__} {error.words!r}")
    assert outcomes[0] == outcomes[1]
