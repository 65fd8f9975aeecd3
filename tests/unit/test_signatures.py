"""The block of name, title and addresses goes; greetings, a name below them and all that a mail is about stay."""

from __future__ import annotations

import pytest

from triage.rules.quoting import new_text

QUOTES = (
    "",
    "\n\nOn Mon, 2 Mar 2026 at 12:00, Ann <ann@client.example> wrote:\n> old",
    "\n\n\n-----Original Message-----\n\nold",
)
BLOCKS = (
    "-- \nAnn Client\nClient GmbH",
    "--\nAnn Client\nClient GmbH\n+49 30 1234567",
    "—\nAnn",
    "John Smith\nSales Manager\nAcme Ltd\nTel: +44 20 7946 0000\nwww.acme.example",
    "John Smith\n+49 30 1234567",
    "John Smith\nhttp://smith.example/",
    "John Smith\nAcme Ltd.\n12 High Street, London W1A 1AA\nT +44 20 7946 0000 | M +44 7700 900000\njohn@acme.example",
    "Max Muster\nGeschäftsführer\n\nMuster GmbH\nHauptstraße 1\n12345 Berlin\nTel.: 030 123456\nFax: 030 123457\nwww.muster.example",
    "Анна Иванова\nменеджер по продажам\nООО «Ромашка»\nтел. +7 (495) 123-45-67\nwww.romashka.example",
    "Ганна Коваленко\nДиректор\nТОВ «Ромашка»\nмоб. +38 067 123 45 67",
    "Иван Петров\nУправител\nРомашка ЕООД\nгр. София, ул. Мир 1\nGSM: 0888 123 456",
    "Anne Client\nDirectrice commerciale\nTél. : 01 23 45 67 89\nPort. : 06 12 34 56 78",
    "================\nJohn Smith\nAcme Ltd\nTel: +44 20 7946 0000\n================",
    "________________________________\nJohn Smith\nAcme Ltd\nTel: +44 20 7946 0000",
    "smith\nJohn Smith\njohn@acme.example",
    "John Smith\nEngineer\n \nACME\n5 Side Road, Springfield, MA 01234, USA\n \n<http://acme.example/>     <https://acme.example/x>",
)


@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize(
    "own",
    [
        "Fine with me.",
        "Fine with me.\n\nThanks,\nBob",
        "Да, подходит.\n\nС уважением,\nАнна",
        "It fits.  Thanks, Eve",
        "Danke!\n\nBob",
    ],
)
@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_at_the_end_is_left_out(block: str, own: str, quote: str) -> None:
    assert new_text(f"{own}\n\n{block}{quote}") == own


@pytest.mark.parametrize(
    ("signed", "kept"),
    [
        ("Best regards,\nJohn Smith\nSales Manager\nAcme Ltd", "Best regards,\nJohn Smith"),
        ("Mit freundlichen Grüßen\nMax Muster\nVertrieb\nMuster GmbH", "Mit freundlichen Grüßen\nMax Muster"),
        ("С уважением,\nАнна Иванова\nменеджер\n+7 495 123-45-67", "С уважением,\nАнна Иванова"),
        ("З повагою,\nГанна Коваленко\nТОВ «Ромашка»", "З повагою,\nГанна Коваленко"),
        ("Поздрави,\nИван Петров\nРомашка ЕООД", "Поздрави,\nИван Петров"),
        ("Thanks!\n\nEve Client\nSpecialist, Print\nt: 020.7946.0000", "Thanks!"),
        ("Best,\nAnn\n\n======\n   Ann I. Client\n   Professor\n   Voice: (020) 7946-0000", "Best,\nAnn"),
        ("Sincerely,\n\n\n\nBill Client\nChairman\nClients for Logos", "Sincerely,\n\n\n\nBill Client"),
        ("Viele Grüße / Best regards\n\nAnn Client\nClient GmbH\nTel. 030 123456", "Viele Grüße / Best regards"),
        (
            "Regards,\nAnn Client\nClient Ltd\nTel 1234567\nann@client.example\nWe print all, and more.",
            "Regards,\nAnn Client",
        ),
    ],
)
def test_a_greeting_and_a_name_below_it_stay(signed: str, kept: str) -> None:
    assert new_text(f"Fine with me.\n\n{signed}") == f"Fine with me.\n\n{kept}"


@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize(
    "text",
    [
        "Please call me:\n\nJohn Smith\n+49 30 1234567",
        "Hi,\n\nour new address is:\n\nAcme Ltd\n12 High Street\nLondon W1A 1AA\n\nBest,\nAnn",
        "Hi,\nplease deliver to both.\n\nJohn Smith\nHigh Street 1\n+49 30 1234567\n\nJane Doe\nHigh Street 2\n+49 30 7654321",
        "My number is below.\n\nAnn Client\n+49 30 1234567",
        "You can reach me at the number listed below.\n\nThanks,\n\nAnn Client\n+49 30 1234567",
        "This is how you can reach me at the sea.\n\nBest,\nEve\n\nHotel Sea View\nRoom 12\n+49 30 1234567",
        "Ниже мои контакты.\n\nАнна Иванова\n+7 495 123-45-67",
        "Вот адрес для счёта.\n\nООО Ромашка\nг. Москва, ул. Мира 1\n+7 495 123-45-67",
        "Ось нові контакти.\n\nГанна Коваленко\n+38 067 123 45 67",
        "Ето новият адрес.\n\nРомашка ЕООД\nул. Мир 1\n+359 888 123 456",
        "Hier ist die Adresse.\n\nMuster GmbH\nHauptstraße 1\n12345 Berlin\nTel. 030 123456",
        "Rechnung bitte an\n\nMuster GmbH\nHauptstraße 1\n12345 Berlin\nUSt-ID DE123456789",
        "Hello,\n\nhere are the people to invite.\n\nJohn Smith, john@client.example\nJane Doe, jane@client.example",
        "Hi\n\nThanks,\nAnn\n\nPS: call me on +49 30 1234567 if it is urgent.",
        "Hi\n\nThanks,\nAnn\nAnd one more thing",
        "Thanks,\nAnn\n\nCould you also check the banner?",
        "Greetings.\n\nI write to ask about the logo.\nIt is on the page.\n\nAnn\n\nwww.client.example +49 30 1234567 is ours.",
        "All is well.  Best,\nAnn",
        "Thanks,\nEve\next 41234",
        "See [1].\n\nCheers,\nAnn\n\n[1] https://studio.example/logo/final.png",
        "See below.\n\nCheers,\nAnn\n\n[1] https://studio.example/a\n[2] https://studio.example/b\n+49 30 1234567",
        "Look.\n\nThanks\n\nAnn Client\n\nhttps://studio.example/logo/final.png",
        "Look.\n\nThanks\n\nAnn Client\n\nhttps://studio.example/a/b\n\nhttps://studio.example/c/d",
        "Let me know.\n\nEve\nX41234",
        "Best,\nAnn and Bob",
        "Thanks!\n\nAnn Client",
        "k\n\n-Ann",
        "Two links.\n\nLogo\nhttp://studio.example/logo\n\nBanner\nhttp://studio.example/banner",
        "It says.\n\nNews\n\nhttp://studio.example/a\nhttp://studio.example/b\nhttp://studio.example/c",
        "Parts\n--\nDo you want A?\nOr B?",
        "A\n--\nB\n--\nC",
        "Parts\n--\n" + "\n".join(f"row {number}" for number in range(40)),
    ],
)
def test_what_the_mail_is_about_stays(text: str, quote: str) -> None:
    assert new_text(text + quote) == text


def test_a_block_alone_is_the_whole_text() -> None:
    block = "John Smith\nSales Manager\nTel: +44 20 7946 0000"
    assert new_text(block) == block


def test_only_the_last_own_words_are_signed() -> None:
    text = "> where to?\n\nJohn Smith\n+49 30 1234567\n\n> when?\n\nOn Monday.\n\nAnn Client\n+49 30 7654321"
    assert new_text(text) == "John Smith\n+49 30 1234567\n\nOn Monday."


def test_a_signature_with_dashes_ends_at_the_next_quote() -> None:
    quote = "\n".join(f"From: Ann\nSent: Monday\nTo: Me\nSubject: {number}\n\nold\n" for number in range(20))
    assert new_text(f"Hi\n--\nAnn\n\n{quote}") == "Hi"
