"""Closing thanks: what only thanks, agrees and wishes well closes a matter, anything else leaves the client waiting."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.rules.thanks import is_closing_thanks

CLOSING = {
    "en": """
        Thanks, all clear!
        Perfect, thank you so much! Have a nice weekend
        ok, got it
        THANK YOU SO MUCH!!!
        Thanks for the quick reply and all your help, Daria!
        Thanks for sending the files so quickly.
        Great work, thank you very much indeed
        No, thank you, that's all.
        I really appreciate your help.
        Hi Daria,//Thanks so much, it looks great. We love it!//Best regards,/Olha Kovalenko
        Hello/thank you./Kind regards/A. Smith
        Thanks!//Siobhan
        Thanks, Siobhan :-)
        Sounds good, see you on Monday!
        Works great now. We are very happy with the result!
        Received with thanks
        You too!
        Merry Christmas and a happy new year!
        Noted — thanks
        """,
    "de": """
        Vielen Dank, passt so!
        Danke dir, alles klar. Schönes Wochenende!
        Hallo Frau Weber,//herzlichen Dank für die schnelle Antwort. Das passt perfekt.//Mit freundlichen Grüßen/Jörg Müller
        Alles gut angekommen, danke. LG Anna
        Habe alles erhalten, besten Dank und schönen Feierabend
        Perfekt, gefällt uns sehr gut!
        Danke, hat geklappt
        Danke, Herr Müller!
        Nein, danke. Liebe Grüße aus Wien
        Ihnen auch ein schönes Wochenende!
        Einverstanden
        """,
    "ru": """
        Спасибо, всё супер!
        Здравствуйте, Дарья!//Спасибо большое, всё получила.//С уважением,/Ольга Мельник
        Огромное спасибо за оперативность! Хороших выходных!
        Дарья, спасибо! Всё отлично, нам очень нравится.
        Спасибо))
        Ок, понял, спасибо за ответ
        Хорошо, договорились. До связи!
        Нет, спасибо. И вам хорошего дня!
        Очень красиво получилось.
        """,
    "uk": """
        Дякую, все чудово, гарних вихідних!
        Вітаю!/Щиро дякую за допомогу, все працює./З повагою, Андрій
        Зрозуміло, дякую за роз'яснення та швидку відповідь!
        Дякую, Олено!
        Прийнято. На все добре!
        Супер, дякую)
        Дякуємо за чудову роботу, нам дуже сподобалось!
        Домовились, до зв’язку
        """,
    "bg": """
        Благодаря, получих всичко. Лек ден!
        Здравейте, Даря,/благодаря за бързия отговор! Хубав уикенд./Поздрави,/Мария
        Чудесно е, много ни харесва! Благодаря!
        Разбрах, благодаря за съдействието.
        Супер, мерси! Лека вечер :)
        Всичко е наред, благодарим Ви много.
        Не, благодаря. И на вас приятен ден!
        """,
    "any": """
        👍
        ok 👍🏽
        ❤️
        Thanks 🙏
        Merci, super, спасибо!
        """,
}
OPEN = {
    "asks": """
        Thanks! Could you also send the invoice?
        Thanks. When?
        Спасибо, пришлите счёт
        Спасибо! Перезвоните
        Спасибо./Перезвоните
        Дякую!/Передзвоніть
        Дякую, надішліть рахунок
        Дякую!/Подзвони
        Благодаря, пратете фактура
        Danke. Bitte zurückrufen!
        Danke!/Rechnung
        Danke, schicken Sie mir die Datei
        Thanks and send it
        Thanks. Call me
        great, 2 more please
        Perfect, one more thing
        Perfect, go ahead
        Ok. Cancel
        Have you received it
        Ist alles gut
        Всичко ли е наред
        """,
    "objects": """
        Thanks, but the logo is still wrong
        Спасибо, но логотип не тот
        Дякую, але де файли
        Danke, aber das Logo ist falsch
        Благодаря, но не е това
        Thanks, everything except the logo is great
        Almost perfect, thanks
        Fast perfekt, danke
        It is not perfect
        Nicht gut
        Thanks :(
        Спасибо((
        Great 🙄
        Thanks...
        Ok…
        Thanks for nothing!
        Danke für nichts
        Спасибо за ничего
        """,
    "waits": """
        Thanks, I'll wait for the files
        Thanks, looking forward to the files
        Спасибо, жду
        Дякую, чекаю
        Благодаря, чакам
        Danke, ich warte
        Thanks in advance
        Thank you for your patience in advance!
        Danke im Voraus
        Заранее спасибо
        Дякую заздалегідь
        Благодаря предварително
        Thanks for looking into it
        Danke, Freitag!
        Thanks, Urgent!
        """,
    "answers": """
        Yes
        Yes, please
        Sure
        Gerne!
        Да, спасибо
        Approved
        """,
    "says": """
        Thanks for the offer, we need to think
        Thanks — see the attached and let me know
        Thanks, I will check and get back to you
        Thank you for your message. I am out of office.
        Hi Daria
        Best regards,/Olha
        Olha Kovalenko
        🙏
        .
        > thanks
        """,
}


def _texts(table: dict[str, str]) -> list[str]:
    return [line.strip().replace("/", "\n") for lines in table.values() for line in lines.strip().splitlines()]


@pytest.mark.parametrize("text", _texts(CLOSING))
def test_thanks_agreement_and_wishes_close_a_matter(text: str) -> None:
    assert is_closing_thanks(text)


@pytest.mark.parametrize("text", ["", " \n", *_texts(OPEN)])
def test_anything_else_leaves_it_open(text: str) -> None:
    assert not is_closing_thanks(text)


@pytest.mark.parametrize("closing", ["Thanks, all clear!", "Спасибо!", "Дякую", "Благодаря", "Danke"])
@pytest.mark.parametrize(
    "open_end", ["One more question.", "Но есть вопрос", "Де рахунок", "Кога", "Wann", "12", "http://a.example"]
)
def test_one_open_sentence_is_enough(closing: str, open_end: str) -> None:
    assert not is_closing_thanks(f"{closing}\n{open_end}")
    assert not is_closing_thanks(f"{closing.rstrip('!')}, {open_end.lower()}")
    assert not is_closing_thanks(f"{open_end}\n\n{closing}")


def test_a_long_text_has_something_to_say() -> None:
    assert is_closing_thanks("Thanks! " * 20)
    assert not is_closing_thanks("Thanks! " * 200)


@pytest.mark.parametrize(
    "piece", ["a", "thanks ", "thanks for the ", "so ", "( ", "👍", ":)", "\n", "A. ", "и ", "very very"]
)
@pytest.mark.parametrize("length", [500, 1_000_000])
def test_endless_repetition_ends(piece: str, length: int) -> None:
    text = (piece * length)[:length]
    begun = time.perf_counter()
    is_closing_thanks(text)
    assert time.perf_counter() - begun < 1


@given(st.text(alphabet="aдThanks .,!?:()'\n🙏👍", max_size=200))
def test_a_question_mark_is_never_closed(text: str) -> None:
    assert not is_closing_thanks(text + "?")
