"""Header bytes to an envelope: what is read, what is tolerated, and what never gets through."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.support.mails import ENVELOPE, header
from tests.unit.test_clean import FORBIDDEN
from triage.mail.headers import FIELDS, anchor_digest, read_envelope
from triage.model.message import Address, Message

ARRIVED = datetime(2026, 3, 2, 12, 5, tzinfo=UTC)


def envelope(*fields: tuple[str, str | bytes]) -> Message:
    return read_envelope(header(*fields), ARRIVED, 1234)


def test_a_usual_header() -> None:
    message = envelope(*ENVELOPE, ("Cc", '"Doe, John" <john@client.example>, bob@client.example'))
    assert message == Message(
        key="a1@client.example",
        message_id="a1@client.example",
        author=Address("Ann Client", "ann@client.example"),
        reply_to=(),
        to=(Address("", "me@studio.example"),),
        cc=(Address("Doe, John", "john@client.example"), Address("", "bob@client.example")),
        subject="Banner sizes",
        references=(),
        date=datetime(2026, 3, 2, 12, 0, tzinfo=UTC),
        arrived=ARRIVED,
        received=False,
        hints=frozenset(),
        size=1234,
    )


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ann <Ann@Client.Example>", [("Ann", "ann@client.example")]),
        ("ann@client.example (Ann C.)", [("Ann C.", "ann@client.example")]),
        ("<ann@client.example>", [("", "ann@client.example")]),
        ('"ann@client.example" <ann@client.example>', [("", "ann@client.example")]),
        ("Doe, John <john@client.example>", [("Doe, John", "john@client.example")]),
        ("Team: a@client.example, B <b@client.example>;", [("", "a@client.example"), ("B", "b@client.example")]),
        ("undisclosed-recipients:;", []),
        ("a@client.example; b@client.example", [("", "a@client.example"), ("", "b@client.example")]),
        (r'"A \"B\" C" <a@client.example>', [('A "B" C', "a@client.example")]),
        ("=?utf-8?Q?J=C3=B6rg?= <j@client.example>", [("Jörg", "j@client.example")]),
        ("=?utf-8?Q?x=40y.example=2C?= <j@client.example>", [("x@y.example,", "j@client.example")]),
        ("<@relay.example:ann@client.example>", [("", "ann@client.example")]),
        ("Jörg <j@client.example>".encode("cp1252"), [("Jörg", "j@client.example")]),
        ("Анна <a@client.example>".encode("cp1251"), [("Анна", "a@client.example")]),
        ("Анна <a@client.example>".encode("koi8-r"), [("Анна", "a@client.example")]),
        ("Анна <a@client.example>", [("Анна", "a@client.example")]),
        ("Mail Delivery <MAILER-DAEMON>", [("Mail Delivery", "mailer-daemon")]),
        ("(((((", []),
        ("only a name", [("only a name", "")]),
        ("ann at client.example (Ann C.)", [("Ann C.", "ann@client.example")]),
        ("look at us", [("look at us", "")]),
    ],
)
def test_addresses(value: str | bytes, names: list[tuple[str, str]]) -> None:
    assert [(one.name, one.address) for one in envelope(("To", value)).to] == names


@pytest.mark.parametrize("piece", ["\n ", " ", "a ", '"', "<", "(", "@", "a@", " at a", ",", ":", "=?utf-8?q?a?= "])
def test_endless_repetition_ends(piece: str) -> None:
    assert len(envelope(("From", piece * (200_000 // len(piece)) + "<ann@client.example>")).author.address) <= 320


def test_no_more_than_500_recipients() -> None:
    assert len(envelope(("To", ", ".join(f"p{n}@client.example" for n in range(900)))).to) == 500


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ([("From", "a@client.example, b@client.example")], ("", "a@client.example")),
        ([("From", "nobody"), ("From", "a@client.example")], ("", "a@client.example")),
        ([("From", "Ann <>"), ("Sender", "a@client.example")], ("Ann", "a@client.example")),
        ([("From", "Ann <>"), ("Reply-To", "B <b@client.example>")], ("Ann", "b@client.example")),
        ([("Sender", "a@client.example"), ("Reply-To", "b@client.example")], ("", "a@client.example")),
        ([("Reply-To", "B <b@client.example>")], ("B", "b@client.example")),
        ([("Subject", "x")], ("", "")),
    ],
)
def test_the_author_is_the_first_with_an_address(fields: list[tuple[str, str]], author: tuple[str, str]) -> None:
    assert envelope(*fields).author == Address(*author)


@pytest.mark.parametrize(
    ("value", "subject"),
    [
        ("=?utf-8?B?0JrQvtGI0YLQvtGA0LjRgQ==?=", "Кошторис"),
        ("=?utf-8?B?0JrQvtGI0Q==?= =?utf-8?B?gtC+0YDQuNGB?=", "Кошторис"),
        ("=?utf-8?Q?a?=\r\n =?utf-8?Q?b?=", "ab"),
        ("=?utf-8?Q?a?= and =?utf-8?Q?b?=", "a and b"),
        ("=?koi8-r?Q?=F3=CD=C5=D4=C1?= =?utf-8?Q?_2?=", "Смета 2"),
        ("=?utf-8*en?Q?caf=C3=A9?=", "café"),
        ("=?no-such-set?Q?gr=FC=DFe?=", "grüße"),
        ("=?utf-8?B?!!!?=", ""),
        ("=?utf-8?Q?broken", "=?utf-8?Q?broken"),
        ("=?utf-8?Q?ready??= =?utf-8?Q?_a?b=3D?=", "ready? a?b="),
        ("=?utf-8?Q?broken =?utf-8?Q?whole?=", "=?utf-8?Q?broken whole"),
        ("=?utf-8?B?0KHQvNC10YLQsCA=?=", "Смета"),
        ("=?utf-8?Q?x=0D=0ABcc:_y=1B[31m?=", "x Bcc: y[31m"),
        ("Grüße".encode("cp1252"), "Grüße"),
        ("Кошторис".encode("cp1251"), "Кошторис"),
        ("one\r\n\ttwo", "one two"),
    ],
)
def test_subjects(value: str | bytes, subject: str) -> None:
    assert envelope(("Subject", value)).subject == subject


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("Mon, 2 Mar 2026 12:00:00 +0200", "2026-03-02T10:00:00"),
        ("2 Mar 2026 12:00 -0530", "2026-03-02T17:30:00"),
        ("Mon, 02 Mar 26 12:00:00 EST", "2026-03-02T17:00:00"),
        ("Mon, 2 Mar 2026 12:00:00", "2026-03-02T12:00:00"),
        ("Mon, 2 Mar 2026 12:00:60 +0000 (UTC)", "2026-03-02T12:00:59"),
        ("Tue, 99 Foo 2020 25:61:00 +9999", None),
        ("Fri, 1 Jan 9999 00:00:00 -2300", "9999-01-01T23:00:00"),
        ("Fri, 31 Dec 9999 23:00:00 -2300", None),
        ("Mon, 2 Mar 2026 12 (noon) : 00 :05 +0200", "2026-03-02T10:00:05"),
        ("2026-03-02T12:00:00.25+02:00", "2026-03-02T10:00:00"),
        ("2026-03-02 12:00:00 +0200", "2026-03-02T10:00:00"),
        ("2026-03-02 12:00", "2026-03-02T12:00:00"),
        ("2026-13-02 12:00", None),
        ("garbage", None),
        ("", None),
    ],
)
def test_dates(value: str, date: str | None) -> None:
    expected = datetime.fromisoformat(date).replace(tzinfo=UTC) if date else None
    assert envelope(("Date", value)).date == expected


def test_a_date_that_can_be_read_counts_before_one_that_cannot() -> None:
    assert envelope(("Date", "some day"), ("Date", "2 Mar 2026 12:00 +0000"), ("Date", "")).date == ARRIVED.replace(
        minute=0
    )


@pytest.mark.parametrize(
    ("charset", "encoded", "subject"),
    [
        ("euc-kr", "견적 문의".encode("cp949"), "견적 문의"),
        ("iso-8859-9", "Teklif ılık".encode("cp1254"), "Teklif ılık"),
        ("iso-8859-1", "Смета готова".encode("cp1251"), "Смета готова"),
        ("koi8-r", "Größe".encode(), "Größe"),
        ("no-such-set", "Größe".encode("cp1252"), "Größe"),
    ],
)
def test_bare_8_bit_text_is_in_the_charset_of_the_mail(charset: str, encoded: bytes, subject: str) -> None:
    fields: list[tuple[str, str | bytes]] = [
        ("Subject", encoded),
        ("From", encoded + b" <a@client.example>"),
        ("Content-Type", f'text/plain; charset="{charset}"'),
    ]
    message = envelope(*fields)
    assert (message.subject, message.author.name) == (subject, subject)


@pytest.mark.parametrize(
    ("traces", "arrived"),
    [
        (["from a by b; Mon, 2 Mar 2026 12:00:00 +0000"], ARRIVED),
        (["from a by b; Sun, 1 Mar 2026 13:00:00 +0000"], ARRIVED),
        (["from a by b; Tue, 3 Mar 2020 12:00:00 +0000"], datetime(2020, 3, 3, 12, 0, tzinfo=UTC)),
        (["no date here", "from a by b; Tue, 3 Mar 2020 12:00:00 +0000"], datetime(2020, 3, 3, 12, 0, tzinfo=UTC)),
        (["x; Mon, 2 Mar 2026 12:00:00 +0000", "x; Tue, 3 Mar 2020 12:00:00 +0000"], ARRIVED),
        (["from a by b; Wed, 3 Mar 2030 12:00:00 +0000"], ARRIVED),
    ],
)
def test_clock_case_27_arrival_of_migrated_mail(traces: list[str], arrived: datetime) -> None:
    message = envelope(*(("Received", trace) for trace in traces))
    assert (message.arrived, message.received) == (arrived, True)


@pytest.mark.parametrize(
    ("references", "in_reply_to", "ids"),
    [
        ("<a@x> <b@x>", "<b@x>", ["a@x", "b@x"]),
        ("<a@x>\r\n <b@x>", "<c@x>", ["a@x", "b@x", "c@x"]),
        ("", "Your message of Monday <c@x>", ["c@x"]),
        ("a@x, b@x", "", ["a@x", "b@x"]),
        ("<a@x><b@x><a@x>", "", ["b@x", "a@x"]),
        ("<a b@x>", "", ["ab@x"]),
        ("nothing", "here", []),
    ],
)
def test_references(references: str, in_reply_to: str, ids: list[str]) -> None:
    assert list(envelope(("References", references), ("In-Reply-To", in_reply_to)).references) == ids


def test_of_very_many_references_the_first_and_the_last_stay() -> None:
    references = envelope(("References", " ".join(f"<{n}@x>" for n in range(1000)))).references
    assert references == ("0@x", *(f"{n}@x" for n in range(801, 1000)))


@pytest.mark.parametrize(
    ("value", "message_id"),
    [("<a@x> <b@x>", "a@x"), ("bare@x rest", "bare@x"), ("<a\x1b@x>", "a@x"), ("<>", None), ("  ", None)],
)
def test_message_ids(value: str, message_id: str | None) -> None:
    assert envelope(("Message-ID", value)).message_id == message_id


def test_without_an_id_the_key_is_a_digest_that_tells_messages_apart() -> None:
    one, same, other = (
        envelope(*ENVELOPE[:3], ("Date", f"Mon, 2 Mar 2026 12:0{minute}:00 +0000")) for minute in (1, 1, 2)
    )
    assert one.key == same.key != other.key
    assert one.key.startswith("~")


def test_two_messages_with_one_id_have_different_anchors() -> None:
    one, same = envelope(*ENVELOPE), read_envelope(header(*ENVELOPE), ARRIVED)
    other = envelope(*ENVELOPE, ("Subject", "ignored"), ("Date", ""))
    another = envelope(("Subject", "Other"), *ENVELOPE)
    assert anchor_digest(one) == anchor_digest(same) == anchor_digest(other)
    assert anchor_digest(one) != anchor_digest(another)


@pytest.mark.parametrize(
    ("name", "value", "hints"),
    [
        ("Auto-Submitted", "auto-replied (vacation); x=y", ["auto:auto-replied"]),
        ("Auto-Submitted", "No; reason=z", []),
        ("Precedence", "Bulk", ["precedence:bulk"]),
        ("List-Id", "Talk <talk.example>", ["list-id"]),
        ("List-Post", "NO (closed)", []),
        ("List-Post", "<mailto:t@talk.example>", ["list-post"]),
        ("List-Unsubscribe", "<https://news.example/u>", ["list-unsubscribe"]),
        ("X-Auto-Response-Suppress", "All", ["suppress", "suppress:all"]),
        ("X-Auto-Response-Suppress", "DR, OOF", ["suppress"]),
        ("X-MS-Exchange-Inbox-Rules-Loop", "ann@client.example", ["inbox-rule"]),
        ("Mailing-List", "list talk@lists.example; contact talk-owner@lists.example", ["list-name"]),
        ("X-Mailing-List", "talk@lists.example", ["list-name"]),
        ("X-BeenThere", "talk@lists.example", ["list-name"]),
        ("X-RSS-Feed", "https://blog.example/feed", ["feed"]),
        ("X-CampaignID", "spring 12", ["campaign"]),
        ("X-CSA-Complaints", "complaints@sender.example", ["campaign"]),
        ("X-Auto-Response-Suppress", "None", []),
        ("X-Autoreply", "yes", ["autoresponder"]),
        ("X-Autorespond", "no", []),
        ("Feedback-ID", "1:2:news", ["feedback-id"]),
        ("Return-Path", "<>", ["null-path"]),
        ("Return-Path", "<a@client.example>", []),
        (
            "X-Failed-Recipients",
            "A@client.example, b@client.example",
            ["failed:a@client.example", "failed:b@client.example"],
        ),
        ("Content-Type", 'multipart/report; boundary=x;\r\n report-type="delivery-status"', ["report:delivery-status"]),
        ("Content-Type", "text/calendar; charset=utf-8; method=REPLY", ["calendar:reply"]),
        ("Content-Type", "text/plain; report-type=x", []),
        ("Content-Class", "urn:content-classes:calendarmessage", ["calendar:request"]),
        ("Sender", "desk@client.example", ["sender:desk@client.example"]),
        ("Sender", "Ann <ANN@client.example>", []),
    ],
)
def test_hints(name: str, value: str, hints: list[str]) -> None:
    assert envelope(*ENVELOPE, (name, value)).hints == frozenset(hints)


def test_the_body_is_never_taken_for_a_header() -> None:
    source = header(*ENVELOPE) + b"Auto-Submitted: auto-replied\r\n"
    assert read_envelope(source, ARRIVED).hints == frozenset()


def all_text(message: Message) -> str:
    people = (message.author, *message.reply_to, *message.to, *message.cc)
    return "".join(
        [message.key, message.subject, *message.references, *message.hints, *(p.name + p.address for p in people)]
    )


HOSTILE = st.lists(
    st.tuples(
        st.sampled_from(FIELDS),
        st.binary(max_size=60) | st.text(max_size=60).map(lambda t: t.encode("utf-8", "replace")),
    ),
    max_size=12,
).map(lambda fields: b"".join(name.encode() + b":" + value + b"\n" for name, value in fields))


@given(st.binary() | HOSTILE)
@example(b"Date: Mon, 1 Jan 2026 00:00:00 +0000\x00")
@example(b"From: " + b"a," * 5000)
@example(b"Subject: " + b"=?utf-8?q?=1B?= " * 100)
def test_any_bytes_give_a_clean_envelope(source: bytes) -> None:
    message = read_envelope(source, ARRIVED)
    assert message.key
    assert not (FORBIDDEN | set("\t\n")) & set(all_text(message))
    assert message.date is None or message.date.tzinfo is UTC


def test_mails_without_an_id_and_a_date_are_told_apart_by_their_arrival() -> None:
    source = header(("From", "ann@client.example"), ("Subject", "Logo"))
    first, second = (read_envelope(source, at) for at in (ARRIVED, ARRIVED + timedelta(minutes=1)))
    assert first.key == read_envelope(source, ARRIVED).key != second.key
