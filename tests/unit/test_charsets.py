"""Bytes to text: what a charset is called, what tells it where nobody names it, and what never breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.mail.charset_guess import guess
from triage.mail.charsets import decode


@pytest.mark.parametrize(
    ("name", "codec", "text"),
    [
        ("windows-1251", "cp1251", "Смета готова"),
        ("Windows_1251", "cp1251", "Смета готова"),
        ("win-1251", "cp1251", "Смета готова"),
        ('"x-cp1251";', "cp1251", "Смета готова"),
        ("dos-866", "cp866", "Смета готова"),
        ("IBM866", "cp866", "Смета готова"),
        ("KOI8_R", "koi8-r", "Смета готова"),
        ("koi8-ru", "koi8-u", "Кошторис їхній"),
        ("x-mac-ukrainian", "mac-cyrillic", "Кошторис їхній"),
        ("windows-874", "cp874", "สวัสดี"),
        ("TIS-620", "cp874", "สวัสดี"),
        ("ks_c_5601-1987", "cp949", "안녕하세요"),
        ("x-gbk", "gb18030", "您好"),
        ("gb_2312-80", "gb18030", "您好"),
        ("x-x-big5", "big5", "您好"),
        ("Shift_JIS", "cp932", "見積①"),
        ("x-euc-jp", "euc-jp", "見積"),
        ("iso-8859-9", "cp1254", "“Teklif” hazır"),
        ("iso-8859-8-i", "iso-8859-8", "שלום"),
        ("unicode-1-1-utf-7", "utf-7", "Grüße"),
        ("hz-gb-2312", "hz", "您好"),
        ("iso-2022-kr", "iso2022_kr", "안녕"),
        ("utf-16le", "utf-16-le", "Смета"),
        ("unicode", "utf-16", "Смета"),
    ],
)
def test_charsets_by_whatever_name(name: str, codec: str, text: str) -> None:
    assert decode(text.encode(codec), name) == text


@pytest.mark.parametrize(
    ("declared", "raw", "text"),
    [
        ("", "見積をお送りします".encode("iso-2022-jp"), "見積をお送りします"),
        ("utf-8", "見積".encode("iso-2022-jp"), "見積"),
        ("iso-2022-jp", b"\x1b$B-!8+@Q\x1b(B ok \x1b(I1\x1b(J", "①見積 ok ｱ"),
        ("iso-2022-jp", "見積".encode(), "見積"),
        ("utf-7", b"1 + 1 = 2, a+b/c=", "1 + 1 = 2, a+b/c="),
        ("unicode", b"plain words", "plain words"),
        ("hz", b"well ~{\xff", "well \ufffd"),
        ("utf-8", "Größe".encode("cp1252"), "Größe"),
        ("gb2312", "Grüne Äpfel für müde Füße".encode("cp1252"), "Grüne Äpfel für müde Füße"),
    ],
)
def test_what_was_declared_wrongly(declared: str, raw: bytes, text: str) -> None:
    assert decode(raw, declared) == text


@pytest.mark.parametrize(
    ("hints", "text"),
    [
        (("iso-8859-9",), "ılık şey"),
        (("us-ascii", "no-such-set", "iso-8859-9"), "ılık şey"),
        (("utf-8", "iso-8859-1", ""), "ýlýk þey"),
    ],
)
def test_a_charset_that_stands_elsewhere_in_the_mail(hints: tuple[str, ...], text: str) -> None:
    assert decode("ılık şey".encode("cp1254"), "", *hints) == text
    assert decode("ılık şey".encode("cp1254"), "iso-8859-9", "koi8-r") == "ılık şey"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Смета", "cp1251"),
        ("Счёт", "koi8-r"),
        ("СРОЧНО! Договор", "cp1251"),
        ("СРОЧНО! Договор", "koi8-r"),
        ("ПРИВЕТ ВСЕМ", "cp1251"),
        ("Re: Ваш заказ №12345", "cp1251"),
        ("«Звіт» №5", "cp1251"),
        ("Їжак і Єва", "koi8-u"),
        ("Запитання щодо кошторису", "cp1251"),
        ("Въпрос за офертата", "cp1251"),
        ("Grüße aus Köln", "cp1252"),
        ("größer als üblich, äußerst schön", "cp1252"),
        ("언제나 저희를 사랑해 주시는 회원님께", "cp949"),
        ("こんにちは、世界です", "cp932"),
        ("こんにちは、世界です", "euc-jp"),
        ("新年快乐，请查看附件中的报价单", "gbk"),
        ("請查看附件中的報價單，謝謝您", "big5"),
        ("สวัสดีค่ะ ขอใบเสนอราคา", "cp874"),
    ],
)
def test_what_nobody_declared_is_guessed(text: str, codec: str) -> None:
    assert guess(text.encode(codec)) == text


@given(st.binary(), st.sampled_from(["", "utf-7", "iso-2022-jp", "utf-16", "hz", "koi8-r", "gbk", "base64", "rot13"]))
def test_any_bytes_are_text_in_any_charset(raw: bytes, declared: str) -> None:
    assert isinstance(decode(raw, declared, "big5"), str)


@pytest.mark.parametrize(
    "piece", [b"\xc0", b"\xb0\xa1", b"\x80 ", b"\x1b$B", b"\x1b$B!!", b"\x1b(I", b"~{", b"+", b"+A"]
)
def test_endless_repetition_ends(piece: bytes) -> None:
    raw = piece * (1_000_000 // len(piece))
    for declared in ("", "iso-2022-jp", "utf-7", "hz"):
        assert len(decode(raw, declared)) <= len(raw)
