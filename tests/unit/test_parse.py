"""Bodies to words: the text a person reads, the files, the links, the meeting; whatever the bytes are."""

from __future__ import annotations

from collections.abc import Callable

import mailparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.mails import delivery_report, header, mail, multipart, part
from tests.unit.test_clean import FORBIDDEN
from triage.mail.parse import LONGEST_TEXT, read_attachment, read_words, reflow
from triage.model.message import Attachment, Words

PDF = bytes(range(256)) * 40
PLAIN, HTML = part("Plain words"), part("<p>Rich <b>words</b></p>", "text/html")


def words(source: bytes) -> Words:
    return read_words(source, whole=True, size=len(source))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (PLAIN, "Plain words"),
        (HTML, "Rich words"),
        (multipart("alternative", PLAIN, HTML), "Plain words"),
        (multipart("alternative", HTML, PLAIN), "Plain words"),
        (multipart("alternative", part(" \n"), HTML), "Rich words"),
        (multipart("alternative", multipart("related", HTML, part(PDF, "image/png", encoding="base64"))), "Rich words"),
        (multipart("mixed", PLAIN, part(PDF, "image/png", encoding="base64"), part("Below")), "Plain words\n\nBelow"),
        (multipart("mixed", PLAIN, part("a file", name="notes.txt")), "Plain words"),
        (multipart("mixed", PLAIN, part("a file", "text/plain; name=notes.txt")), "Plain words"),
        (part("a file", "text/plain; name=notes.txt"), "a file"),
        (multipart("mixed", part(" \n"), part("a file", "text/plain; name=notes.txt")), "a file"),
        (multipart("mixed", part("kept apart", name="notes.txt"), part("a file", "text/html; name=b.html")), "a file"),
        (multipart("mixed", part("kept apart", name="notes.txt")), ""),
        (multipart("mixed", PLAIN, part("Subject: inner\n\nnot mine", "message/rfc822")), "Plain words"),
        (multipart("signed", PLAIN, part("x", "application/pgp-signature")), "Plain words"),
        (part("<bold>Bold</bold> words", "text/enriched"), "Bold words"),
        (part("no parts at all", "multipart/mixed; boundary=missing"), "no parts at all"),
        (part("x", "nonsense"), "x"),
        (part("\n<!DOCTYPE html>\n<html><p>Rich <b>words</b></p></html>"), "Rich words"),
        (part("about <html> and more"), "about <html> and more"),
        (part("one \ntwo\n> three \n> four\n-- \nme\n", "text/plain; format=flowed"), "one two\n> three four\n-- \nme"),
        (part("\x1b[31mred\u202e\r\nnext"), "[31mred\nnext"),
    ],
)
def test_the_text_that_is_read(content: bytes, text: str) -> None:
    assert words(mail(content)).text == text


@pytest.mark.parametrize(
    ("declared", "actual"),
    [
        ("utf-8", "utf-8"),
        ("koi8-r", "koi8-r"),
        ("windows-1251", "cp1251"),
        ("utf-8", "koi8-r"),
        ("us-ascii", "cp1251"),
        ("no-such-charset", "utf-8"),
        ("punycode", "cp1251"),
        ("undefined", "utf-8"),
        ('"iso-8859-1', "utf-8"),
    ],
)
@pytest.mark.parametrize("encoding", ["8bit", "base64"])
def test_charsets_missing_wrong_and_unknown(declared: str, actual: str, encoding: str) -> None:
    text = "Подскажите, пожалуйста, в силе ли срок сдачи"
    assert words(mail(part(text.encode(actual), f"text/plain; charset={declared}", encoding=encoding))).text == text


@pytest.mark.parametrize(
    ("content", "subject"),
    [
        (part("ılık şey".encode("cp1254"), "text/plain"), "=?iso-8859-9?Q?=FE?="),
        (part('<meta charset="iso-8859-9">ılık şey'.encode("cp1254"), "text/html"), "plain"),
        (
            part(
                '<META http-equiv=Content-Type content="text/html; charset=iso-8859-9">ılık şey'.encode("cp1254"),
                "text/html",
            ),
            "=?koi8-r?Q?x?=",
        ),
    ],
)
def test_a_charset_is_told_by_the_html_or_the_subject(content: bytes, subject: str) -> None:
    assert words(mail(content, ("Subject", subject))).text == "ılık şey"


@pytest.mark.parametrize(
    ("encoding", "encoded", "text"),
    [
        ("base64", b"SGVsbG8sIEFubg==\r\n\r\n-- \r\nThe list of lists\r\n", "Hello, Ann"),
        ("base64", b"SGVsbG8sIEFubg== the list\r\n", "Hello, Ann"),
        ("base64", b"SGVsbG8s\r\nIEFubiEh\r\nThis list: https://l.example\r\n", "Hello, Ann!!"),
        ("base64", b"SGVsbG8=\r\nLCBBbm4=\r\n", "Hello, Ann"),
        ("base64", b"Hello, Ann, all is well", "Hello, Ann, all is well"),
        (' "Base64" ', b"SGVsbG8=", "Hello"),
        ("base64", b"  SGVsbG8s\r\n  IEFubg==\r\n  the list\r\n", "Hello, Ann"),
        ("Quoted-Printable  ", b"Gr=C3=B6=C3=9Fe", "Größe"),
        ("7-bit", b"Gr=C3", "Gr=C3"),
    ],
)
def test_transfer_encodings_with_a_twist(encoding: str, encoded: bytes, text: str) -> None:
    fields = (("Content-Transfer-Encoding", encoding),)
    assert words(mail(header(("Content-Type", "text/plain"), *fields) + encoded)).text == text


def test_a_charset_that_shifts_is_believed() -> None:
    assert words(mail(part("件名".encode("iso-2022-jp"), "text/plain; charset=iso-2022-jp"))).text == "件名"


def test_western_bytes_without_a_charset() -> None:
    assert words(mail(part("Grüße aus Köln".encode("cp1252"), "text/plain"))).text == "Grüße aus Köln"


@pytest.mark.parametrize(
    ("text", "delsp", "reflowed"),
    [
        ("a \nb\nc", False, "a b\nc"),
        ("a \nb", True, "ab"),
        (" >stuffed\n From here", False, ">stuffed\nFrom here"),
        (">> deep \n>> on\n> less", False, "> > deep on\n> less"),
        ("soft \n\nempty ends it", False, "soft \nempty ends it"),
    ],
)
def test_reflow(text: str, delsp: bool, reflowed: str) -> None:
    assert reflow(text, delsp=delsp) == reflowed


def test_files_are_listed_by_their_place_and_can_be_read() -> None:
    source = mail(
        multipart(
            "mixed",
            multipart("alternative", PLAIN, HTML),
            part(PDF, "application/pdf", encoding="base64", name="offer.pdf"),
            part("Subject: =?utf-8?Q?Gr=C3=B6=C3=9Fen?=\n\nhello", "message/rfc822"),
        )
    )
    listed = words(source).attachments
    assert [(one.part, one.name, one.media_type) for one in listed] == [
        (2, "offer.pdf", "application/pdf"),
        (3, "Größen.eml", "message/rfc822"),
    ]
    assert listed[0].size == len(PDF)
    assert read_attachment(source, 2) == (Attachment(2, "offer.pdf", "application/pdf", len(PDF)), PDF)
    assert b"hello" in read_attachment(source, 3)[1]


def test_a_mail_inside_the_mail_can_be_encoded() -> None:
    inner = header(("Subject", "Sizes"), ("From", "bo@client.example")) + b"hello"
    source = mail(multipart("mixed", PLAIN, part(inner, "message/rfc822", encoding="base64")))
    assert [one.name for one in words(source).attachments] == ["Sizes.eml"]
    assert read_attachment(source, 1)[1] == inner


@pytest.mark.parametrize("place", [-1, 1, 99])
def test_a_part_that_is_not_there(place: int) -> None:
    with pytest.raises(LookupError):
        read_attachment(mail(PLAIN), place)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ((("Content-Disposition", "attachment; filename=../../etc/passwd"),), "passwd"),
        ((("Content-Disposition", 'attachment; filename="C:\\\\Users\\\\a\\\\b.doc"'),), "b.doc"),
        ((("Content-Disposition", "attachment; filename=.bashrc"),), "bashrc"),
        ((("Content-Disposition", "attachment; filename*=utf-8''%D0%A1%D0%BC%D0%B5%D1%82%D0%B0.pdf"),), "Смета.pdf"),
        ((("Content-Disposition", 'attachment; filename="=?utf-8?Q?=E2=80=AEfdp.exe?="'),), "fdp.exe"),
        ((("Content-Disposition", 'attachment; filename="Смета.pdf"'),), "Смета.pdf"),
        ((("Content-Disposition", 'attachment; filename="Смета.pdf"'.encode("cp1251")),), "Смета.pdf"),
        ((("Content-Disposition", "attachment; filename*0=a; filename*1=b.txt"),), "ab.txt"),
        ((("Content-Disposition", f"attachment; filename={'x' * 300}.tiff"),), "x" * 115 + ".tiff"),
        ((("Content-Disposition", 'attachment; filename="a:b|c?.txt"'),), "a_b_c_.txt"),
        ((("Content-Disposition", 'attachment; filename=".."'),), "part-1.png"),
        ((("Content-ID", "<x>"),), "part-1.png"),
    ],
)
def test_file_names_are_safe(fields: tuple[tuple[str, str | bytes], ...], name: str) -> None:
    assert [one.name for one in words(mail(part(PDF, "image/png", fields=fields))).attachments] == [name]


def test_a_mail_cut_off_in_its_file_tells_the_whole_size() -> None:
    source = mail(multipart("mixed", PLAIN, part(PDF * 10, "application/pdf", encoding="base64", name="offer.pdf")))
    cut = read_words(source[:4000], whole=False, size=len(source))
    assert cut.text == "Plain words"
    assert [one.name for one in cut.attachments] == ["offer.pdf"]
    assert abs(cut.attachments[0].size - len(PDF) * 10) < len(PDF) / 10


def test_a_mail_cut_off_in_a_character_keeps_the_rest() -> None:
    source = mail(part("Кошторис", encoding="8bit"))
    assert read_words(source[:-1], whole=False, size=len(source)).text == "Коштори\ufffd"


def test_long_text_is_cut() -> None:
    assert len(words(mail(part("дуже " * 50_000))).text.encode()) <= LONGEST_TEXT


def test_links_of_several_parts_are_numbered_on() -> None:
    link = '<a href="https://{0}.example">{0}</a>'
    found = words(mail(multipart("mixed", *(part(link.format(name), "text/html") for name in ("aa", "bb")))))
    assert (found.text, found.links) == ("aa [1]\n\nbb [2]", ("https://aa.example", "https://bb.example"))


@pytest.mark.parametrize(
    ("content", "method"),
    [
        (part("BEGIN:VCALENDAR\nMETHOD:CANCEL\nEND:VCALENDAR", "text/calendar"), "cancel"),
        (part("x", "text/calendar; method=REQUEST"), "request"),
        (part("METHOD:REQUEST"), ""),
    ],
)
def test_meetings(content: bytes, method: str) -> None:
    found = words(mail(multipart("alternative", PLAIN, content)))
    assert (found.calendar, found.text[:11]) == (method, "Plain words")


def nested(levels: int) -> bytes:
    content = part("deep")
    for _ in range(levels):
        content = multipart("mixed", content)
    return content


ABSURD: dict[str, Callable[[], bytes]] = {
    "deep": lambda: mail(nested(40)),
    "deeper": lambda: mail(nested(400)),
    "many parts": lambda: mail(multipart("mixed", *[part("x")] * 5000)),
    "many files": lambda: mail(multipart("mixed", *[part("x", name="a.txt")] * 500)),
    "parameters": lambda: mail(part("x", "multipart/mixed" + ";" * 300_000)),
    "folded parameters": lambda: mail(part("x", "multipart/mixed" + "; a=b\r\n " * 30_000)),
    "recipients": lambda: header(("To", "a@client.example, " * 30_000)) + b"x",
    "fields": lambda: b"X-A: b\r\n" * 30_000 + b"\r\nx",
    "mails in mails": lambda: b"Content-Type: message/rfc822\r\n\r\n" * 3000,
    "no header": lambda: b"\r\n" * 10_000,
    "nothing": lambda: b"",
    "empty lines": lambda: mail(part("\n" * 1_000_000)),
    "flowing lines": lambda: mail(part(" \n" * 500_000, "text/plain; format=flowed")),
    "padding": lambda: mail(part("=\n" * 500_000, encoding="base64")),
    "escapes": lambda: mail(part("\x1b$B" * 300_000)),
}


@pytest.mark.parametrize("name", ABSURD)
def test_absurd_mails_cost_little_and_break_nothing(name: str) -> None:
    found = words(ABSURD[name]())
    assert len(found.attachments) <= 200
    assert len(found.text.encode()) <= LONGEST_TEXT


def test_what_mail_parser_refuses_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: bytes) -> None:
        raise AttributeError("malformed")

    monkeypatch.setattr(mailparser, "parse_from_bytes", refuse)
    assert words(mail(multipart("alternative", PLAIN, HTML))).text == "Plain words"


SEEDS = (
    mail(
        multipart(
            "mixed",
            multipart("alternative", PLAIN, HTML),
            part(PDF[:300], "image/png", encoding="base64", name="a.png"),
        )
    ),
    mail(part("one \ntwo", "text/plain; format=flowed; delsp=yes", encoding="quoted-printable")),
    delivery_report("Final-Recipient: rfc822; a@client.example\nAction: failed\n"),
)


@given(st.sampled_from(SEEDS), st.data())
def test_damaged_mail_gives_clean_words(seed: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(seed)))
    source = seed[:at] + data.draw(st.binary(max_size=20)) + seed[at + data.draw(st.integers(0, 20)) :]
    found = read_words(source, whole=False, size=2 * len(source))
    assert not FORBIDDEN & set(found.text + "".join(found.links))
    for one in found.attachments:
        assert one.name
        assert not (FORBIDDEN | set("\t\n")) & set(one.name + one.media_type)
        assert not set("/\\") & set(one.name)
        assert read_attachment(source, one.part)[0].name == one.name
