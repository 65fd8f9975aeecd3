"""The language of a mail: found in short ones too, never a wrong one, and none where it is not plain."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.rules.languages import language_of

MAILS = {
    "en": """
        Thanks!
        Thank you, all clear.
        Hello, any news?
        Could you send me the sizes as a PDF?
        The proof looks great, please go ahead.
        When will the banner be ready?
        Sorry, wrong file. Here is the right one.
        I am still waiting for your answer.
        We need this by Friday, is that possible?
        Please call me back.
        Looking forward to hearing from you.
        That works for us.
        What does it cost?
        Hi Daria, did you get my mail?
        Attached is the contract with our changes.
        It's perfect, don't change a thing.
        Yes, please.
        Who should sign it?
        My number has changed, see below.
        One more question about the invoice.
        The colours are not what we agreed.
        This is the third time I ask.
        Best regards, Olha Kovalenko
        Good morning, I have read your offer and would like to order.
        Is there a way to make the logo bigger?
        """,
    "de": """
        Danke
        Vielen Dank!
        Passt, danke.
        Können Sie mir die Maße schicken?
        Wann ist die Broschüre fertig?
        Anbei der Vertrag mit unseren Änderungen.
        Ich warte noch immer auf Ihre Antwort.
        Der Entwurf gefällt uns sehr gut.
        Bitte rufen Sie mich zurück.
        Wir brauchen das bis Freitag, geht das?
        Das ist nicht die richtige Datei.
        Was kostet das?
        Guten Tag, haben Sie meine Mail bekommen?
        Ja, gerne.
        Mit freundlichen Grüßen, Jörg Weber
        Wer soll unterschreiben?
        Die Farben stimmen nicht.
        Eine Frage noch zur Rechnung.
        Meine Nummer hat sich geändert.
        Geht es auch etwas größer?
        Hallo Daria, wie weit sind wir mit dem Logo?
        Liebe Grüße aus Wien
        Koennen Sie mir bitte ein Angebot schicken?
        Leider habe ich keine Zeit mehr.
        Alles klar, bis morgen!
        """,
    "ru": """
        Спасибо
        Большое спасибо!
        Всё понятно, спасибо.
        Здравствуйте, есть новости?
        Пришлите, пожалуйста, размеры.
        Когда будет готов баннер?
        Это не тот файл.
        Я всё ещё жду ответа.
        Нам нужно к пятнице, успеете?
        Перезвоните мне, пожалуйста.
        Сколько это стоит?
        Да, конечно.
        Цвета не те, о которых мы договорились.
        Добрый день, Дарья! Вы получили моё письмо?
        Договор с нашими правками во вложении.
        Кто должен подписать?
        Ещё вопрос по счёту.
        С уважением, Ольга Мельник
        Мы довольны, ничего не меняйте.
        Можно сделать логотип больше?
        Я уже третий раз спрашиваю.
        Мой номер изменился.
        Хорошо, жду.
        Очень красиво получилось!
        Подскажите, что с нашим заказом?
        """,
    "uk": """
        Дякую!
        Щиро дякую
        Все зрозуміло, дякую.
        Вітаю, чи є новини?
        Надішліть, будь ласка, розміри.
        Коли буде готовий банер?
        Це не той файл.
        Я досі чекаю на відповідь.
        Нам потрібно до п'ятниці, встигнете?
        Передзвоніть мені, будь ласка.
        Скільки це коштує?
        Так, звісно.
        Кольори не ті, про які ми домовлялися.
        Доброго дня, Дар'є! Ви отримали мого листа?
        Договір із нашими правками у вкладенні.
        Хто має підписати?
        Ще питання щодо рахунку.
        З повагою, Ольга Мельник
        Ми задоволені, нічого не змінюйте.
        Чи можна зробити логотип більшим?
        Я вже втретє питаю.
        Мій номер змінився.
        Гаразд, чекаю.
        Дуже гарно вийшло!
        Підкажіть, що з нашим замовленням?
        """,
    "bg": """
        Благодаря!
        Много благодаря
        Всичко е ясно, благодаря.
        Здравейте, има ли новини?
        Изпратете ми, моля, размерите.
        Кога ще бъде готов банерът?
        Това не е правилният файл.
        Още чакам отговор.
        Трябва ни до петък, възможно ли е?
        Обадете ми се, моля.
        Колко струва това?
        Да, разбира се.
        Цветовете не са тези, за които се разбрахме.
        Добър ден, Даря! Получихте ли писмото ми?
        Прилагам договора с нашите промени.
        Кой трябва да го подпише?
        Още един въпрос за фактурата.
        Поздрави, Мария Петрова
        Доволни сме, не променяйте нищо.
        Може ли логото да е по-голямо?
        Питам вече за трети път.
        Номерът ми е променен.
        Добре, чакам.
        Стана много красиво!
        Кажете какво става с поръчката ни?
        """,
}
NONE = (
    *("", " ", "ok", "OK!", "?", "+1", "12:00", "👍", "PDF", "Daria", "Ольга Мельник", "Acme Print GmbH", "Re: logo"),
    *("Müller Straße 5", "Иван Петров", "Андрій Іваненко", "Ъгленов", "https://client.example/the/and/you?is=it"),
    "the-and-you@client.example",
    "Merci beaucoup, c'est parfait pour nous. Bonne journée !",
    "Pouvez-vous me rappeler demain ?",
    "Dziękuję, wszystko jasne. Proszę o fakturę.",
    "Czy możecie zrobić to do piątku?",
    "Gracias, todo bien. ¿Cuándo estará listo?",
    "Grazie mille, va tutto bene.",
    "Obrigado, está tudo certo. Quando fica pronto?",
    "Bedankt, ik wacht nog op het antwoord.",
    "Kunt u mij de offerte sturen?",
    "Děkuji, všechno je v pořádku. Kdy to bude?",
    "Tack så mycket, det ser bra ut.",
    "Teşekkürler, her şey yolunda.",
    "Mulțumesc, totul este bine.",
    "Köszönöm, minden rendben van.",
    "Kiitos, kaikki on kunnossa. Milloin se on valmis?",
    "Дзякуй, усё зразумела. Калі будзе гатова?",
    "Мы чакаем адказу ўжо тры дні, калі ласка, напішыце нам, што з нашай замовай і калі яна будзе ў нас",
    "Мы атрымалі вашы файлы, усё добра.",
    "Рахмат, баары жакшы.",
    "Сайн байна уу, хэзээ бэлэн болох вэ?",
    "Може ли да платам на два дела? Те молам јави ми се утре.",
    "Хвала, све је јасно. Када ће бити готово?",
    "Благодарам, сè е во ред. Кога ќе биде готово?",
    "Рахмет, бәрі түсінікті. Қашан дайын болады?",
    "Privet, kak dela? Kogda budet gotovo? Spasibo!",
    "Dobryi den, koly bude hotovo? Dyakuyu",
    "Zdraveite, koga shte bade gotovo? Blagodarya",
    "谢谢你,什么时候能好?",
    "Ευχαριστώ πολύ, όλα καλά.",
    "Thank you for the offer, we like it. Спасибо за предложение, оно нам понравилось.",
    "Дякую за пропозицію, вона нам подобається. Спасибо за предложение, мы его уже получили и ждём.",
    "> Could you send me the sizes?\n> Thank you, that is what we need.",
)


@pytest.mark.parametrize("language", MAILS)
def test_short_mails_are_told_and_never_wrongly(language: str) -> None:
    mails = [line.strip() for line in MAILS[language].strip().splitlines()]
    told = {mail: language_of(mail) for mail in mails}
    assert len(mails) == 25
    assert {mail: found for mail, found in told.items() if found not in (language, None)} == {}
    assert sum(found is None for found in told.values()) <= 2


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_plain_is_none(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Дякую, все гаразд!\n\nOn Mon, 2 Mar 2026, Ann wrote:\n> Here are the sizes that you asked for.", "uk"),
        ("Danke!\n\n> Could you send me the sizes, please? We need them for the print.", "de"),
        ("Чекаю на ваш рахунок.\n-- \nOlha Kovalenko\nHead of the Department of Design\nwww.client.example", "uk"),
        ("Благодаря, чакам.\n\nSent from my iPhone", "bg"),
        ("Привіт, Съезд і Ыкты теж чекають на рахунок, дякую", "uk"),
        ("Please ask Müller, Łukasz and Иван about the invoice.", "en"),
        ("THANK YOU, THIS IS WHAT WE NEED", "en"),
        ("ДЯКУЮ, ЦЕ ТЕ, ЩО НАМ ПОТРІБНО", "uk"),
        ("Das Meeting ist im Office, bitte das Update per E-Mail an das Team schicken.", "de"),
    ],
)
def test_quotes_signatures_and_names_mislead_nobody(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Как насчёт завтрашнего дня?", "ru"),
        ("Прислать ещё один вариант?", "ru"),
        ("Можете да го вземете оттам.", "bg"),
        ("По-голямо и най-добре в синьо.", "bg"),
        ("Вони ще не відповіли.", "uk"),
        ("Ваша відповідь дуже добра.", "uk"),
        ("Die Bestellung ist freundlicherweise schon da.", "de"),
        ("Kindly confirm receipt.", "en"),
    ],
)
def test_letters_endings_and_missing_words_help(text: str, language: str) -> None:
    assert language_of(text) == language


def test_several_texts_are_looked_at_together() -> None:
    assert language_of("Angebot", "Danke!") == "de"
    assert language_of("Danke, wir melden uns bei Ihnen.", "Thank you very much for it") is None


def test_what_stands_behind_the_limit_is_not_looked_at() -> None:
    text = "Thank you for the proof, it is what we need. " * 100
    assert language_of(text, "Дякую, все гаразд! " * 10_000) == "en"


@pytest.mark.parametrize("piece", ["a", "ъ", "a-", "'", "://", "> ", "\n", "the ", "--\n", "a@", "ßa"])
def test_endless_repetition_ends(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    begun = time.perf_counter()
    language_of(text, text)
    assert time.perf_counter() - begun < 1


@given(st.text(max_size=300))
def test_any_text_has_one_of_the_five_or_none(text: str) -> None:
    assert language_of(text) in {*MAILS, None}
