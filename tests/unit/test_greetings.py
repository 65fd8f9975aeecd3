"""Whom a letter greets: a person by name in their language, and nobody by a name that is not plainly theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.model.message import Address
from triage.rules.greetings import greeting, vocative
from triage.rules.names import read_name

LANGUAGES = ("en", "ru", "uk", "bg", "de")
NOBODY = {"en": "Hello,", "ru": "Здравствуйте!", "uk": "Вітаю!", "bg": "Здравейте!", "de": "Guten Tag,"}


def greet(name: str, language: str, address: str = "x1@client.example") -> str:
    return greeting(Address(name, address), language, sure=True)


@pytest.mark.parametrize(
    ("name", "language", "line"),
    [
        ("Olha Kovalenko", "en", "Hello Olha,"),
        ("Ольга Мельник", "ru", "Здравствуйте, Ольга!"),
        ("Ольга Мельник", "uk", "Вітаю, Ольго!"),
        ("Иван Петров", "bg", "Здравейте, Иване!"),
        ("Мария Петрова", "bg", "Здравейте, Мария!"),
        ("Jörg Weber", "de", "Guten Tag Jörg Weber,"),
        ("Jörg", "de", "Guten Tag Jörg,"),
        ("Dr. Jörg Weber", "de", "Guten Tag Dr. Jörg Weber,"),
        ("Prof. Dr. Anna-Lena Meyer", "de", "Guten Tag Prof. Dr. Anna-Lena Meyer,"),
        ("Herr Jörg Weber", "de", "Guten Tag Jörg Weber,"),
        ("von der Heide, Anna", "de", "Guten Tag Anna von der Heide,"),
        ("Dr. Jörg Weber", "en", "Hello Jörg,"),
        ("Olha Kovalenko", "uk", "Вітаю, Olha!"),
        ("Olha Kovalenko", "ru", "Здравствуйте, Olha!"),
        ("Иванова Ольга Петровна", "ru", "Здравствуйте, Ольга Петровна!"),
        ("Елена Сергеевна", "ru", "Здравствуйте, Елена Сергеевна!"),
        ("Ольга Петрівна Мельник", "uk", "Вітаю, Ольго Петрівно!"),
        ("Олег Іванович Бондаренко", "uk", "Вітаю, Олеже Івановичу!"),
        ("Елена Сергеевна", "de", "Guten Tag Елена,"),
    ],
)
def test_a_person_is_greeted_in_the_way_of_the_language(name: str, language: str, line: str) -> None:
    assert greet(name, language) == line


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_doubt_about_the_language_nobody_is_named(language: str) -> None:
    assert greeting(Address("Olha Kovalenko", "olha@client.example"), language, sure=False) == NOBODY[language]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Kovalenko, Olha", "Olha"),
        ("Weber, Jörg", "Jörg"),
        ("Martin, Paul", "Paul"),
        ("Olha Kovalenko, PhD", "Olha"),
        ("Olha, Acme Works", "Olha"),
        ("OLHA KOVALENKO", "Olha"),
        ("ЯНА КОВАЛЕНКО", "Яна"),
        ("olha", "Olha"),
        ("ДАР'Я", "Дар'я"),
        ("KOVALENKO Olha", "Olha"),
        ("Olha KOVALENKO", "Olha"),
        ("olha via Portal", "Olha"),
        ("'Olha Kovalenko' via Acme Group", "Olha"),
        ("Ольга через Портал", "Ольга"),
        ("Olha (Acme GmbH)", "Olha"),
        ("Olha Kovalenko | Acme", "Olha"),
        ("Olha from Acme", "Olha"),
        ('"Olha Kovalenko"', "Olha"),
        ("John F. Kennedy", "John"),
        ("Іванов Сергій", "Сергій"),
        ("Бондаренко Зоряна", "Зоряна"),
        ("Любов Мельник", "Любов"),
        ("Lev Tolstoy", "Lev"),
        ("Thomas Martin", "Thomas"),
        ("Olha K.", "Olha"),
        ("Jo\u0308rg Weber", "Jörg"),
        ("王小明", "王小明"),
        ("Zyxta Quorl", "Zyxta"),
    ],
)
def test_the_given_name_is_found(name: str, given: str) -> None:
    named = read_name(Address(name, "x1@client.example"))
    assert named is not None
    assert named.given == given


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            " ",
            "Acme Print GmbH",
            "Студія «Квітка»",
            "ТОВ Ромашка",
            "Рога и Копыта ООО",
            "Ромашка ЕООД",
            "Müller AG",
        ),
        *(
            "info",
            "Support",
            "Help Desk",
            "Office Kyiv",
            "Team Weber",
            "bookkeeping",
            "Buchhaltung",
            "Kundenservice Weber",
        ),
        *("Бухгалтерия", "Служба поддержки", "Бухгалтерія", "Відділ продажів", "Счетоводство", "Екип Продажби"),
        *("olha@client.example", "www.client.example", "j_weber", "olha77", "ACME", "Acme | Olha", "Acme (Olha)"),
        *("O. Kovalenko", "Kovalenko O.", "Коваленко", "García López, María", "a, b, c", "BMW Kyiv", "von Weber"),
        *("Оlha", "$greeting", "{name}", "%s", "O", "<b>Olha</b>", "x" * 31, "Olha " * 6, "Olha " + "x" * 200, "😀"),
    ],
)
def test_what_is_not_plainly_a_person_has_no_name(name: str) -> None:
    assert {language: greet(name, language) for language in LANGUAGES} == NOBODY


@pytest.mark.parametrize(
    ("name", "address", "line"),
    [
        ("Kvitka", "olha@kvitka.example", "Hello,"),
        ("Blue Widgets", "anna@blue-widgets.example", "Hello,"),
        ("Blue Widgets", "info@client.example", "Hello,"),
        ("Blue Widgets", "office+new@client.example", "Hello,"),
        ("Jörg Weber", "info@weber.example", "Hello Jörg,"),
        ("Olha", "olha@olha.example", "Hello Olha,"),
        ("Zyxta", "zyxta@quorl.example", "Hello Zyxta,"),
    ],
)
def test_the_address_speaks_against_a_company(name: str, address: str, line: str) -> None:
    assert greet(name, "en", address) == line


UKRAINIAN = (
    "Ольга=Ольго Олена=Олено Микола=Миколо Микита=Микито Дар'я=Дар'є Дар’я=Дар’є Марія=Маріє Юлія=Юліє Зоя=Зоє "
    "Леся=Лесю Катя=Катю Оля=Олю Наталя=Наталю Ілля=Ілле Андрій=Андрію Сергій=Сергію Юрій=Юрію Іван=Іване "
    "Петро=Петре Дмитро=Дмитре Ярослав=Ярославе Володимир=Володимире Ігор=Ігорю Анна-Марія=Анно-Маріє "
    "Саша=Саша Маша=Маша Нінель=Нінель Ирина=Ирина Елена=Елена Татьяна=Татьяна Анастасия=Анастасия Сергей=Сергей "
    "Пётр=Пётр Олесь=Олесю Джон=Джон Olha=Olha Anna=Anna"
)
BULGARIAN = "Иван=Иване Петър=Петре Георги=Георги Мария=Мария Елена=Елена Никола=Никола Ivan=Ivan Светослав=Светослав"


@pytest.mark.parametrize(("language", "pairs"), [("uk", UKRAINIAN), ("bg", BULGARIAN), ("ru", "Ольга=Ольга Иван=Иван")])
def test_a_name_is_called_where_the_rule_is_certain(language: str, pairs: str) -> None:
    table = dict(pair.split("=") for pair in pairs.split())
    assert {name: vocative(name, language) for name in table} == table


@given(st.text(max_size=120), st.emails(), st.sampled_from(LANGUAGES))
def test_any_name_makes_one_plain_line(name: str, address: str, language: str) -> None:
    line = greet(name, language, address)
    assert line.replace("\u200c", "").isprintable()
    assert not set(line) & set("<>@$%{}[]\n")
    assert len(line) <= 140
