"""The demo's letters are real mail, the same for the same moment, and the traps they are there for are in them."""

from __future__ import annotations

import io
import struct
import zlib
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses, parsedate_to_datetime

import msgspec
import pytest

from triage.demo.files import attachment
from triage.demo.mailbox import Letter, letters
from triage.demo.script import Mail, Thread, read_sheets, span

NOW = datetime(2026, 3, 2, 12, 0, 0, 500, tzinfo=UTC)
LETTERS = letters(NOW)
THREADS = {thread.id: thread for sheet in read_sheets() for thread in sheet.thread}
LANGUAGES = {thread.id: sheet.language for sheet in read_sheets() for thread in sheet.thread}


def letter(name: str) -> Letter:
    return next(one for one in LETTERS if one.id == name)


def parsed(name: str) -> EmailMessage:
    message = message_from_bytes(letter(name).source, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def text(name: str) -> str:
    body = parsed(name).get_body(("plain",))
    assert body is not None
    content: str = body.get_content()
    return content.replace("\r\n", "\n")


def head(name: str) -> bytes:
    return letter(name).source.partition(b"\r\n\r\n")[0]


def header(name: str, field: str) -> str:
    return str(parsed(name).get(field, ""))


def attached(name: str) -> list[tuple[str, str, bytes]]:
    found = []
    for part in parsed(name).iter_attachments():
        data = part.get_payload(decode=True)
        assert isinstance(data, bytes)
        found.append((part.get_filename() or "", part.get_content_type(), data))
    return found


def folders(name: str) -> set[str]:
    return {one.folder for one in LETTERS if one.id == name}


def late(name: str) -> timedelta:
    """How long after it was written it arrived."""
    return letter(name).arrived - parsedate_to_datetime(header(name, "Date"))


@pytest.mark.parametrize("one", LETTERS, ids=lambda one: f"{one.folder}:{one.id}")
def test_a_letter_is_mail(one: Letter) -> None:
    message = message_from_bytes(one.source)
    addresses = getaddresses([str(message[field]) for field in ("From", "To", "Cc", "Reply-To") if message[field]])
    assert [defect for part in message.walk() for defect in part.defects] == []
    assert {address.rpartition(".")[2] for _name, address in addresses} == {"example"}
    assert message["From"]
    assert message["To"]
    assert message["Subject"]
    assert one.source.count(b"\n") == one.source.count(b"\r\n")
    assert max(map(len, one.source.split(b"\r\n"))) <= 998
    assert timedelta(0) < NOW - one.arrived < timedelta(days=60)
    assert one.folder in {"INBOX", "Sent", "Archive", "Drafts"}


def test_letters_are_unique_but_for_copies() -> None:
    copies = {one.id: one.source for one in LETTERS}
    assert len(set(copies.values())) == len(copies)
    assert len({(one.folder, one.id) for one in LETTERS}) == len(LETTERS)
    ids = [header(name, "Message-ID") for name in copies]
    assert Counter(ids).most_common(1) == [(ids[0], 1)]
    assert ids.count("") == 1


def test_the_same_moment_gives_the_same_letters_and_a_later_one_moves_them() -> None:
    assert letters(NOW) == LETTERS
    days = timedelta(days=400)
    assert [one.arrived for one in letters(NOW + days)] == [one.arrived + days for one in LETTERS]
    assert [one.arrived for one in LETTERS] == sorted(one.arrived for one in LETTERS)


def test_the_demo_shows_every_lane_reason_and_language() -> None:
    lanes = Counter(thread.lane for thread in THREADS.values())
    reasons = {thread.reason for thread in THREADS.values() if thread.lane == "rest"}
    assert 36 <= len(THREADS) <= 48
    assert lanes.keys() == {"overdue", "due_soon", "waiting", "theirs", "rest"}
    assert min(lanes.values()) >= 4
    assert reasons == {"archived", "cc", "list", "machine", "mine"}
    assert min(Counter(LANGUAGES.values()).values()) >= 6
    assert set(LANGUAGES.values()) == {"en", "ru", "uk", "bg", "de"}


@pytest.mark.parametrize("thread", THREADS.values(), ids=lambda thread: thread.id)
def test_a_thread_is_told_in_order(thread: Thread) -> None:
    arrived = [letter(f"{thread.id}/{number}").arrived for number in range(1, len(thread.mail) + 1)]
    assert arrived == sorted(arrived)
    assert bool(thread.reason) == (thread.lane == "rest")


TRAPS: dict[str, Callable[[], bool]] = {
    "asked twice: waits since the first": lambda: [mail.by for mail in THREADS["uk-logo"].mail][2:] == ["olha", "olha"],
    "quote below": lambda: "\n> Доброго дня, пані Ольго!\n" in text("uk-logo/3"),
    "quote above": lambda: text("ru-dental/2").partition("\n")[0].endswith("пишет:"),
    "quote inside": lambda: "> 2. Чи потрібна англійська версія?\n\nТак" in text("uk-inline/2"),
    "answered from an alias": lambda: "daria+work@studio.example" in header("uk-alias/2", "From"),
    "lost references": lambda: not header("uk-photos/2", "References") and not header("uk-photos/2", "In-Reply-To"),
    "older parts in Archive": lambda: folders("uk-catalogue/1") == {"Archive"},
    "moved out of the inbox unanswered": lambda: folders("uk-honey/1") == {"Archive"},
    "a colleague answered": lambda: "@partner.example" in header("uk-theatre/2", "From"),
    "my own vacation responder is no answer": lambda: header("ru-tea/2", "Auto-Submitted") == "auto-replied",
    "two clients in one thread, one of them answered": lambda: "orlov@" not in header("ru-book/3", "To"),
    "koi8-r": lambda: "Буклет".encode("koi8-r") in letter("ru-tour/1").source,
    "silent after my offer": lambda: folders("ru-wood/2") == {"Sent"},
    "thanks with a new request": lambda: text("ru-yoga/3").startswith("Спасибо"),
    "notification": lambda: header("bg-parcel/1", "Auto-Submitted") == "auto-generated",
    "windows-1251": lambda: "Здравейте".encode("windows-1251") in letter("bg-menu/1").source,
    "subject in raw bytes": lambda: "Subject: Пролетно меню".encode("windows-1251") in head("bg-menu/1"),
    "raw bytes answered": lambda: header("bg-wine/2", "Subject") == "Re: Файлове за печат",
    "date of 1970": lambda: "1970" in header("bg-rose/1", "Date"),
    "attachments": lambda: (
        [kind for _name, kind, _data in attached("bg-tours/1")] == ["text/plain", "image/png", "application/pdf"]
    ),
    "a charset that is a lie": lambda: (
        b'charset="utf-8"' in head("de-angebot/1") and "ü" in str(_latin("de-angebot/1"))
    ),
    "closing thanks are no question": lambda: "thank you so much!" in text("en-thanks/3"),
    "a draft is no answer": lambda: folders("de-angebot/2") == {"Drafts"},
    "HTML only, with links and a table": lambda: parsed("de-preise/1").get_content_type() == "text/html",
    "invitation by a known person": lambda: b'method="REQUEST"' in letter("de-termin/2").source,
    "invitation by a machine": lambda: header("en-meetup/1", "Auto-Submitted") == "auto-generated",
    "one mail in two folders": lambda: folders("de-plakat/1") == {"INBOX", "Archive"},
    "iso-8859-1": lambda: b'charset="iso-8859-1"' in head("de-plakat/1") and "für" in text("de-plakat/1"),
    "out of office after my answer": lambda: header("de-expose/3", "Auto-Submitted") == "auto-replied",
    "newsletter": lambda: bool(header("de-papier/1", "List-Unsubscribe")),
    "receipt": lambda: header("en-receipt/1", "Auto-Submitted") == "auto-generated",
    "mailing list": lambda: bool(header("en-guild/1", "List-Post")),
    "only in Cc": lambda: "daria@" in header("en-copy/1", "Cc") and "daria@" not in header("en-copy/1", "To"),
    "from me to me": lambda: header("en-note/1", "From") == header("en-note/1", "To"),
    "forwarded to somebody else": lambda: header("en-cheese/2", "To") == "Finch Press <orders@finchpress.example>",
    "my answer bounced": lambda: parsed("en-letterhead/3").get_content_type() == "multipart/report",
    "delivery delayed": lambda: b"\r\nAction: delayed\r\n" in letter("en-gardens/3").source,
    "a minute past the rule": lambda: 0 < _past_the_rule("en-jersey/1") <= 120,
    "a minute and a half before the rule": lambda: -120 <= _past_the_rule("en-concert/1") < 0,
    "markup in the subject": lambda: header("en-hostile/1", "Subject").startswith("[/red] [@click="),
    "escape sequence in an encoded word": lambda: {"\x1b", "\x07", "\x9b"} <= set(_decoded("en-hostile/1")),
    "contact form": lambda: "priya@" in header("en-form/1", "Reply-To") and "noreply@" in header("en-form/1", "From"),
    "no Message-ID": lambda: not header("en-brochure/1", "Message-ID"),
    "emoji in the subject": lambda: "🎨" in header("en-ceramics/1", "Subject"),
    "wide characters in the subject": lambda: "ロゴ" in header("en-ceramics/1", "Subject"),
    "right-to-left text": lambda: "שלום" in text("en-olives/1"),
    "direction controls in the subject": lambda: "\u202e" in header("en-olives/1", "Subject"),
    "held back on its way, came after my answer": lambda: late("en-invites/3") == timedelta(hours=2),
    "a second person of the client's": lambda: header("en-joinery/3", "From").endswith(
        "accounts@reid-joinery.example>"
    ),
}


def _past_the_rule(name: str) -> float:
    return (NOW.replace(microsecond=0) - letter(name).arrived - timedelta(hours=24)).total_seconds()


def _decoded(name: str) -> str:
    return str(make_header(decode_header(message_from_bytes(letter(name).source)["Subject"])))


def _latin(name: str) -> str:
    return letter(name).source.decode("iso-8859-1")


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_there(trap: str) -> None:
    assert TRAPS[trap]()


def test_every_trap_that_a_sheet_names_is_looked_for() -> None:
    assert {trap for thread in THREADS.values() for trap in thread.traps} == TRAPS.keys()


def test_a_delivery_report_names_the_mail_and_whom_it_did_not_reach() -> None:
    _words, status, original = parsed("en-letterhead/3").iter_parts()
    fields = status.get_payload()
    assert status.get_content_type() == "message/delivery-status"
    assert [fields[1][name] for name in ("Final-Recipient", "Action", "Status")] == [
        "rfc822; grace@okafor-law.example",
        "failed",
        "5.2.2",
    ]
    assert header("en-letterhead/2", "Message-ID") in str(original.get_content())


def test_a_calendar_entry_starts_after_now() -> None:
    entry = next(part for part in parsed("de-termin/2").walk() if part.get_content_type() == "text/calendar")
    lines = entry.get_content().splitlines()
    start = next(line for line in lines if line.startswith("DTSTART:")).partition(":")[2]
    assert entry.get_param("method") == "REQUEST"
    assert NOW < datetime.strptime(start, "%Y%m%dT%H%M%S%z") < NOW + timedelta(days=4)
    assert "ORGANIZER:mailto:lukas@bergquell.example" in lines


def test_references_lead_through_the_whole_thread() -> None:
    ids = [header(f"uk-logo/{number}", "Message-ID") for number in range(1, 5)]
    assert header("uk-logo/4", "References").split() == ids[:3]
    assert header("uk-logo/4", "In-Reply-To") == ids[2]
    assert header("en-invites/3", "References") == header("en-invites/1", "Message-ID")


def test_flags_tell_what_was_read_answered_and_drafted() -> None:
    assert letter("uk-logo/1").flags == {"\\Seen", "\\Answered"}
    assert letter("uk-logo/4").flags == frozenset()
    assert letter("de-angebot/2").flags == {"\\Seen", "\\Draft"}


def test_a_picture_is_a_whole_png() -> None:
    stream = io.BytesIO(attachment("any.png"))
    assert stream.read(8) == b"\x89PNG\r\n\x1a\n"
    kinds = []
    while size := stream.read(4):
        data = stream.read(4 + struct.unpack(">I", size)[0])
        assert struct.unpack(">I", stream.read(4))[0] == zlib.crc32(data)
        kinds.append(data[:4])
    assert kinds == [b"IHDR", b"IDAT", b"IEND"]


def test_a_document_is_a_whole_pdf() -> None:
    data = attachment("any.pdf")
    table = int(data.split()[-2])
    starts = [int(line[:10]) for line in data[table:].splitlines() if line.endswith(b" n ")]
    assert data.startswith(b"%PDF-")
    assert [data[start:].partition(b" ")[0] for start in starts] == [b"1", b"2", b"3", b"4", b"5"]


def test_an_unknown_kind_of_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no such kind of file"):
        attachment("any.exe")


@pytest.mark.parametrize(
    ("words", "seconds"),
    [("26h", 93600), ("3d 4h", 273600), ("23h 58m 30s", 86310), ("90s", 90)],
)
def test_a_span_is_read(words: str, seconds: int) -> None:
    assert span(words) == timedelta(seconds=seconds)


@pytest.mark.parametrize("words", ["", "soon", "3", "h", "-1h", "1h30"])
def test_what_is_no_span_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="not a span of time"):
        span(words)


def test_a_sheet_with_an_unknown_field_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="subjekt"):
        msgspec.convert({"by": "me", "ago": "1h", "subjekt": "x"}, Mail)
