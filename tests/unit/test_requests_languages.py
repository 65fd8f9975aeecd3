"""How people ask in five languages: with and without a question mark, politely, briefly, indirectly, by an invitation."""

from __future__ import annotations

import pytest

from triage.rules.requests import find_answerable, find_requests

QUESTIONS = {
    "en": """
        When will the logo be ready?
        How much does it cost
        I wonder whether the paper is thick enough.
        I was wondering about the price.
        One more question about the invoice.
        I have a quick question.
        Do you also print on fabric
        Is the invoice on its way
        Any news on the banner
        Which of the two do you recommend
        It is due in June, is that realistic.
        I don't understand why the price changed.
        Also, does the price include shipping
        Just checking whether you got my mail.
        Is Monday still fine
        """,
    "de": """
        Wann ist das Logo fertig?
        Was kostet das
        An wen soll ich die Zahlung schicken
        Mich würde interessieren, wie lange das dauert.
        Ich habe noch eine Frage zur Rechnung.
        Ich frage mich, ob das Papier dick genug ist.
        Gibt es schon Neuigkeiten
        Lässt sich das beschleunigen
        Geht der Text auch kürzer
        Mir ist nicht klar, welche Datei gemeint ist.
        """,
    "ru": """
        Когда будет готов логотип?
        Сколько это стоит
        Интересно, хватит ли плотности бумаги.
        У меня вопрос по счёту.
        Есть пара вопросов по макету.
        Есть ли скидка при большом тираже.
        Непонятно, почему изменилась цена.
        Кому отправить оплату
        Как насчёт синего
        """,
    "uk": """
        Коли буде готовий логотип?
        Скільки це коштує
        Цікаво, чи вистачить щільності паперу.
        Маю питання щодо рахунку.
        Чи є знижка на великий тираж
        Не зрозуміло, чому змінилася ціна.
        Кому надіслати оплату
        Як вам темніший зелений
        """,
    "bg": """
        Кога ще бъде готово логото?
        Колко струва това
        Чудя се дали хартията е достатъчно плътна.
        Имам въпрос за фактурата.
        Има ли отстъпка при голям тираж
        Не ми е ясно защо се промени цената.
        Дали може да е готово до петък
        На кого да изпратя плащането
        """,
}
REQUESTS = {
    "en": """
        Please send me the invoice.
        Could you resend the file
        Let me know which size you need.
        I'd need the files by Friday.
        Make the logo bigger.
        Change the colour to blue and move the text up.
        If you have time, add a second page.
        Anna, please remove the shadow.
        Anna, remove the shadow.
        It would be great if you could do it today.
        I'd appreciate a quick answer.
        We need the source files too.
        The logo needs to be bigger.
        The button should say Book now.
        I want you to change the font.
        You should check the spelling.
        Don't forget the bleed.
        I would like to order 500 flyers.
        Just give me a call.
        Would you mind sending the sketch again.
        Looking for a quote for 200 cards.
        We'd rather have the logo on the left.
        My boss wants to know the price.
        Great--please print it.
        The price must say 12.
        The old logo has to go.
        It would help to see both.
        We expect the first draft next week.
        Mind resending it
        """,
    "de": """
        Bitte schicken Sie mir die Rechnung.
        Könnten Sie die Datei noch einmal schicken.
        Schick mir die Datei nochmal.
        Geben Sie mir Bescheid.
        Ich bräuchte die Dateien bis Freitag.
        Ich hätte gerne eine zweite Version.
        Es wäre schön, wenn Sie das heute schaffen.
        Das Logo muss größer werden.
        Um Rückmeldung wird gebeten.
        Würden Sie uns ein Angebot machen.
        Wir möchten den Hintergrund in Weiß.
        Den zweiten Absatz löschen.
        Wenn Sie fertig sind, schicken Sie uns die Dateien.
        Teilt uns mit, wann ihr liefern könnt, bitte.
        Magst du mir den Link schicken
        Es fehlt noch die Rechnung.
        Auf dem Knopf soll Jetzt buchen stehen.
        Nehmen wir doch Variante B.
        Wir erwarten den ersten Entwurf nächste Woche.
        Hilfreich wäre ein zweiter Entwurf.
        Mein Chef möchte wissen, was es kostet.
        """,
    "ru": """
        Пришлите, пожалуйста, счёт.
        Подскажите, сколько это будет стоить.
        Вышлите файл ещё раз
        Нам нужны файлы к пятнице.
        Исправьте опечатку.
        Если будет время, добавьте вторую страницу.
        Хотелось бы увидеть ещё один вариант.
        Было бы здорово получить макет сегодня.
        Буду благодарна, если ответите сегодня.
        Прошу прислать договор.
        Могли бы вы прислать смету.
        Можно увидеть макет до печати
        Хочу заказать 500 листовок.
        Скинь файл
        Логотип должен быть больше.
        Второй абзац удалить, заголовок сделать жирным.
        Не забудьте про вылеты.
        Фон хотим белый.
        Ищем дизайнера для листовки.
        Сможете до пятницы
        Давайте оставим синий.
        Можно текст покороче
        Ждём первый вариант на следующей неделе.
        Удобнее было бы видеть обе версии рядом.
        """,
    "uk": """
        Надішліть, будь ласка, рахунок.
        Нам потрібні файли до п’ятниці.
        Виправте помилку.
        Якщо матимете час, додайте другу сторінку.
        Хотілося б побачити ще один варіант.
        Було б чудово отримати макет сьогодні.
        Буду вдячна, якщо відповісте сьогодні.
        Прошу надіслати договір.
        Могли б ви надіслати кошторис.
        Можна побачити макет до друку
        Хочу замовити 500 листівок.
        Скинь файл
        Другий абзац видалити, заголовок зробити жирним.
        Не забудьте про вильоти.
        Фон хочемо білий.
        Шукаємо дизайнера для листівки.
        Зможете до п'ятниці
        Передзвоніть мені.
        Можна текст коротшим
        Чекаємо перший варіант наступного тижня.
        Зручніше було б бачити обидві версії поруч.
        """,
    "bg": """
        Моля, изпратете фактурата.
        Пратете ми файла пак
        Кажете ми колко ще струва.
        Трябват ни файловете до петък.
        Ако имате време, добавете още една страница.
        Би било чудесно да получим макета днес.
        Ще съм благодарна, ако отговорите днес.
        Бихте ли изпратили оферта.
        Може ли да видя макета преди печата
        Искам да поръчам 500 листовки.
        Исках да попитам как върви работата.
        Логото трябва да е по-голямо.
        Вторият абзац да се махне.
        Не забравяйте за полетата.
        Обадете ми се.
        Искаме фонът да е бял.
        Да, изпратете я.
        Очакваме първия вариант другата седмица.
        По-удобно би било да видим двете версии.
        Пишете кога сте свободни.
        """,
}
INVITATIONS = {
    "en": """
        Let's meet on Tuesday at 3.
        can we have a call
        Can we have a call tomorrow?
        How about a quick call on Monday?
        I'd like to meet you next week.
        Are you free on Thursday afternoon?
        We should talk about the budget.
        We'd like to invite you to our summer party.
        """,
    "de": """
        Lassen Sie uns am Dienstag telefonieren.
        Können wir morgen kurz sprechen?
        Wollen wir uns am Freitag treffen?
        Ich schlage einen Termin am Mittwoch vor.
        Wir laden Sie herzlich zur Eröffnung ein.
        """,
    "ru": """
        Давайте встретимся во вторник в 15:00.
        Можем созвониться завтра?
        Предлагаю обсудить это в понедельник.
        Когда вам удобно встретиться?
        Приглашаем вас на открытие выставки.
        """,
    "uk": """
        Давайте зустрінемося у вівторок о 15:00.
        Можемо зідзвонитися завтра?
        Пропоную обговорити це в понеділок.
        Коли вам зручно зустрітися?
        Запрошуємо вас на відкриття виставки.
        """,
    "bg": """
        Нека се видим във вторник в 15 ч.
        Може ли да се чуем утре?
        Предлагам да обсъдим това в понеделник.
        Кога ви е удобно да се видим?
        Каним ви на откриването на изложбата.
        """,
}
NOTHING = {
    "en": """
        Please find attached the contract.
        Please note that we are closed on Monday.
        Let me know if you have any questions.
        Please see attached.
        Thanks for your help.
        We met on Tuesday and it went well.
        I will send you the texts tomorrow.
        Your call was very helpful.
        Have a nice weekend!
        See you on Monday.
        We don't need the source files.
        Use of the logo is free.
        We will need some time to think about it.
        The changes you asked for are done.
        My assistant will call you.
        Who doesn't love free stuff?
        Ready to boost your sales?
        Why us?
        Take 20% off with this code.
        If you do not want to receive these emails, please unsubscribe.
        """,
    "de": """
        Anbei finden Sie den Vertrag.
        Bitte beachten Sie, dass wir am Montag geschlossen haben.
        Bei Fragen stehe ich gerne zur Verfügung.
        Bitte entschuldigen Sie die späte Antwort.
        Wir haben uns am Dienstag getroffen.
        Ich freue mich auf Ihre Antwort.
        Wir brauchen die Quelldateien nicht.
        Wenn noch etwas ist, schreiben Sie mir einfach.
        Melde mich morgen.
        Schicke dir die Texte am Freitag.
        Dann bekommen Sie die Texte am Freitag.
        Ich habe Mark gebeten, Ihnen die Texte zu schicken.
        Wollen Sie mehr Umsatz mit Ihrer Website?
        """,
    "ru": """
        Договор во вложении.
        Обратите внимание, что в понедельник мы не работаем.
        Если будут вопросы, обращайтесь.
        Прошу прощения за поздний ответ.
        С нетерпением жду вашего ответа.
        Исходники нам не нужны.
        Если ещё что-то понадобится, просто напишите мне.
        Здравствуйте, Дарья!
        На сайте всё хорошо видно.
        Как договаривались, отправляю документы.
        Я попросил Марка прислать вам тексты.
        Вряд ли успеем к среде.
        Хотите увеличить продажи вашего магазина?
        """,
    "uk": """
        Договір у вкладенні.
        Зверніть увагу, що в понеділок ми не працюємо.
        Якщо будуть питання, звертайтеся.
        Прошу вибачення за пізню відповідь.
        З нетерпінням чекаю на вашу відповідь.
        Вихідні файли нам не потрібні.
        Якщо ще щось знадобиться, просто напишіть мені.
        Здрастуйте, Даріє!
        Навіть так добре.
        Як домовлялися, надсилаю документи.
        Я попросив Марка надіслати вам тексти.
        """,
    "bg": """
        Договорът е приложен.
        Имайте предвид, че в понеделник не работим.
        Ако имате въпроси, не се колебайте да пишете.
        Моля за извинение за късния отговор.
        Очаквам с нетърпение вашия отговор.
        Не ни трябват изходните файлове.
        Ако имате нужда от още нещо, просто ми пишете.
        Здравейте, Даря!
        Колегата ще ви се обади.
        Както се разбрахме, изпращам документите.
        Благодаря, че отделихте време да го погледнете.
        """,
}
COURTESIES = (
    *("How are you?", "Hi Daria, how's it going?", "Wie geht es Ihnen?", "Как дела?", "Як справи?", "Как сте?"),
    *("Please do not hesitate to contact me.", "Feel free to call me any time.", "I'll call you tomorrow."),
    "If you have any questions, please call me.",
)


def _lines(table: dict[str, str]) -> list[str]:
    return [line.strip() for lines in table.values() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((line, "question") for line in _lines(QUESTIONS)),
        *((line, "request") for line in _lines(REQUESTS)),
        *((line, "invitation") for line in _lines(INVITATIONS)),
    ],
)
def test_each_way_of_asking_is_found_and_told_apart(text: str, kind: str) -> None:
    (found,) = find_requests(text)
    assert (found.text, found.kind, found.courtesy) == (text, kind, False)


@pytest.mark.parametrize("text", _lines(NOTHING))
def test_what_only_tells_or_advertises_asks_nothing(text: str) -> None:
    assert find_requests(text) == ()


@pytest.mark.parametrize("text", COURTESIES)
def test_courtesies_want_no_answer_of_their_own(text: str) -> None:
    assert all(request.courtesy for request in find_requests(text))
    assert find_answerable(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Please send me the file and do not hesitate to call.",
        "If you have any questions, call me, and please send the file.",
        "Пришлите файл, а если будут вопросы, звоните.",
        "Если у вас есть логотип в кривых, пришлите его.",
        "Якщо у вас є логотип у кривих, надішліть його.",
        "Ако имате логото в криви, изпратете го.",
        "Wenn Sie das Logo als Vektor haben, schicken Sie es mir.",
    ],
)
def test_a_formula_hides_no_request_beside_it(text: str) -> None:
    assert find_answerable(text) == (text,)
