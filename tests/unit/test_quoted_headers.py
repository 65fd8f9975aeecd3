"""Headers of older mails, as programs quote them in the languages of their users, with what stands above them."""

from __future__ import annotations

import pytest

from triage.rules.quoting import new_text

PROGRAMS = {
    "Outlook": (
        "-----Original Message-----|From: Ann Client [mailto:ann@client.example]|Sent: Monday, March 2, 2026 12:00 PM|To: Me|Subject: Sizes",
        "From: Ann Client <ann@client.example>|Sent: Monday, March 2, 2026 12:00 PM|To: Me <me@studio.example>|Cc: Bob|Subject: Sizes",
        "*From:* Ann Client <ann@client.example>|*Sent:* Monday, March 2, 2026|*To:* Me|*Subject:* Sizes",
        "**From:** Ann Client|**Date:** Monday, March 2, 2026|**To:** Me|**Subject:** Sizes",
        "________________________________|From: Ann Client <ann@client.example>|Sent: Monday, March 2, 2026|To: Me|Subject: Sizes",
        "From: Ann Client <ann@client.example>||Sent: Monday, March 2, 2026 12:00 PM||To: Me||Subject: Sizes",
        "From: Ann Client <ann@client.example> Sent: Monday, March 2, 2026 12:00 PM To: Me Subject: Sizes",
        "From:|Ann Client <ann@client.example>|To:|Me <me@studio.example>|Date:|Mon, 2 Mar 2026|Subject:|Sizes",
        "From: Ann Client|Sent: Monday, March 2, 2026|To: a@x.example; b@x.example;|c@x.example; Dan (Print,|Studio)|Subject: a long|one",
        "Von: Ann Client [mailto:ann@client.example] |Gesendet: Montag, 2. März 2026 12:00|An: Ich|Betreff: Größen",
        "От: Анна Иванова <ann@client.example>|Отправлено: 2 марта 2026 г. 12:00|Кому: Я|Тема: Размеры",
        "Від: Ганна Коваленко <ann@client.example>|Надіслано: 2 березня 2026 р. 12:00|Кому: Я|Тема: Розміри",
        "От: Иван Петров <ann@client.example>|Изпратено: понеделник, 2 март 2026 г. 12:00|До: Аз|Относно: Размери",
        "De : Anne Client <ann@client.example>|Envoyé : lundi 2 mars 2026 12:00|À : Moi|Objet : Tailles",
        "   De : Anne Client<mailto:ann@client.example>|   Envoyé le :lundi 2 mars 2026 12:00|   À : Moi|   Objet :Tailles",
        "De: Ana Client [mailto:ann@client.example]|Enviado el: lunes, 2 de marzo de 2026 12:00|Para: Yo|Asunto: Tallas",
        "Da: Anna Client <ann@client.example>|Inviato: lunedì 2 marzo 2026 12:00|A: Me|Oggetto: Misure",
        "De: Ana Client <ann@client.example>|Enviada em: segunda-feira, 2 de março de 2026 12:00|Para: Eu|Assunto: Tamanhos",
        "Od: Anna Client <ann@client.example>|Wysłano: poniedziałek, 2 marca 2026 12:00|Do: Ja|Temat: Rozmiary",
        "Van: Anna Client <ann@client.example>|Verzonden: maandag 2 maart 2026 12:00|Aan: Ik|Onderwerp: Maten",
        "Från: Anna Client <ann@client.example>|Skickat: den 2 mars 2026 12:00|Till: Jag|Ämne: Storlekar",
        "Fra: Anna Client <ann@client.example>|Sendt: 2. marts 2026 12:00|Til: Jeg|Emne: Størrelser",
        "Lähettäjä: Anna Client <ann@client.example>|Lähetetty: maanantai 2. maaliskuuta 2026 12.00|Vastaanottaja: Minä|Aihe: Koot",
        "Od: Anna Client <ann@client.example>|Odesláno: pondělí 2. března 2026 12:00|Komu: Já|Předmět: Velikosti",
        "Od: Anna Client <ann@client.example>|Odoslané: pondelok 2. marca 2026 12:00|Komu: Ja|Predmet: Veľkosti",
        "De la: Ana Client <ann@client.example>|Trimis: luni, 2 martie 2026 12:00|Către: Eu|Subiect: Mărimi",
        "Feladó: Anna Client <ann@client.example>|Elküldve: 2026. március 2., hétfő 12:00|Címzett: Én|Tárgy: Méretek",
        "Kimden: Anna Client <ann@client.example>|Gönderildi: 2 Mart 2026 Pazartesi 12:00|Kime: Ben|Konu: Ölçüler",
        "Από: Άννα <ann@client.example>|Στάλθηκε: Δευτέρα, 2 Μαρτίου 2026 12:00|Προς: Εγώ|Θέμα: Μεγέθη",
        "差出人: 田中花子 <ann@client.example>|送信日時: 2026年3月2日 12:00|宛先: 私|件名: サイズ",
        "发件人：王芳|发送时间：2026年3月2日 12:00|收件人：我|主题：尺寸",
        "보낸 사람: 홍길동 <ann@client.example>|보낸 날짜: 2026년 3월 2일 월요일 오후 12:00|받는 사람: 나|제목: 크기",
        "-----Antwort Nachricht-----",
    ),
    "Notes": (
        "---------------------- Forwarded by Ann Client/HQ/Firm on 03/02/2026 12:00 PM |---------------------------",
        "---------------------- Forwarded by Ann Client/HQ/Firm on |03/02/2026 12:00 PM ---------------------------",
        "----- Forwarded by Ann Client/HQ/Firm on 03/02/2026 12:00 PM -----",
        "---------------------- Weitergeleitet von Ann Client/HQ/Firm am 02.03.2026 12:00 ---------------------------",
        "Ann Client/HQ/Firm|02.03.2026 12:00||An: Ich/HQ/Firm@FIRM|Kopie: |Thema: Größen",
        "Ann Client|03/02/2026 12:00 PM|To: Me/HQ/Firm@FIRM|cc: |Subject: Sizes",
        "\tAnn Client|\tSent by: Bob Clerk|\t03/02/2026 12:00 PM|\t\t |\t\t To: Me/HQ/Firm|\t\t cc: |\t\t Subject: Sizes",
        "Ann Client <ann@client.example> on 03/02/2026 12:00:00 PM|Please respond to Ann <ann@client.example>|To: Me|cc: |Subject: Sizes",
        '"Ann and Bob" <ann@client.example> on 03/02/2026 |12:00:00 PM|To: Me <me@studio.example>|cc: |Subject: Sizes',
        "From: Ann Client/HQ/Firm on 03/02/2026 12:00 PM|To: Me/HQ/Firm@FIRM|cc: ||Subject: Sizes",
        "From:  Ann Client @ HQ                           03/02/2026 12:00 PM|\t||To: Me/HQ/Firm@FIRM|cc:  |Subject: Sizes",
        "    Ann Client @ HQ                03/02/2026 12:00 PM||To: Me/HQ/Firm@FIRM|cc:  ||Subject: Sizes",
        "Von:\tAnn Client/HQ/Firm|An:\tIch/HQ/Firm|Datum:\t02.03.2026 12:00|Betreff:\tGrößen",
        "____________________Reply Separator____________________|Subject: Sizes|Author: Ann Client|Date: 03/02/2026 12:00 PM",
    ),
    "Apple Mail": (
        "Begin forwarded message:||From: Ann <ann@client.example>|Subject: Sizes|Date: 2 March 2026 at 12:00:00 CET|To: me",
        "Anfang der weitergeleiteten Nachricht:||Von: Ann <ann@client.example>|Betreff: Größen|Datum: 2. März 2026|An: ich",
        "Начало переадресованного сообщения:||От: Анна <ann@client.example>|Тема: Размеры|Дата: 2 марта 2026 г.|Кому: Я",
        "Початок листа, що пересилається:||old",
        "Début du message réexpédié :||old",
    ),
    "Gmail": (
        "---------- Forwarded message ---------|From: Ann <ann@client.example>|Date: Mon, Mar 2, 2026|Subject: Sizes|To: <me@studio.example>",
        "---------- Weitergeleitete Nachricht ---------|Von: Ann <ann@client.example>|Date: Mo., 2. März 2026|Subject: Größen|To: <ich@studio.example>",
    ),
    "Thunderbird, Zimbra, eM Client, Proton, squirrel": (
        "-------- Forwarded Message --------|Subject: \tSizes|Date: \tMon, 2 Mar 2026 12:00:00 +0100|From: \tAnn <ann@client.example>|To: \tme",
        "-------- Перенаправленное сообщение --------|Тема: Размеры|Дата: Mon, 2 Mar 2026 12:00:00 +0300|От: Анна|Кому: Я",
        "----- Ursprüngliche Mail -----|Von: Ann|An: Ich|Gesendet: Montag, 2. März 2026 12:00:00",
        "----- Mail original -----|De: Anne|À: Moi|Envoyé: Lundi 2 Mars 2026 12:00:00|Objet: Tailles",
        "------ Original Message ------|From: Ann|To: Me|Sent: 02/03/2026 12:00:00|Subject: Sizes",
        "------- Original Message -------|On Monday, March 2nd, 2026 at 12:00 PM, Ann <ann@client.example> wrote:",
        "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐|old",
        "-----Oprindelig meddelelse-----|old",
        "-----Původní zpráva-----|old",
        "-----元のメッセージ-----|old",
    ),
    "Yandex, Mail.ru, Ukr.net, abv.bg, GMX, T-Online": (
        '-------- Пересылаемое сообщение --------|02.03.2026, 12:00, "Анна" <ann@client.example>:',
        "-------- Пересылаемое сообщение --------|От кого: Анна|Кому: Я|Дата: Понедельник, 2 марта 2026, 12:00 +03:00|Тема: Размеры",
        '--- Оригінальне повідомлення ---|Від кого: "Ганна" <ann@client.example>|Дата: 2 березня 2026, 12:00:00',
        "-------- Оригинално писмо --------|От: Иван Петров|Относно: Размери|До: Аз|Изпратено на: 02.03.2026 12:00",
        '-------- Original-Nachricht --------|Datum: Mon, 02 Mar 2026 12:00:00 +0100|Von: "Ann" <ann@client.example>|An: ich|Betreff: Größen',
        'Gesendet: Montag, 02. März 2026 um 12:00 Uhr|Von: "Ann" <ann@client.example>|An: ich@studio.example|Betreff: Größen',
        '-----Original-Nachricht-----|Betreff: Größen|Datum: 2026-03-02T12:00:00+0100|Von: "Ann" <ann@client.example>|An: "Ich"',
        "------------------ 原始邮件 ------------------|发件人: 王芳;|发送时间: 2026年3月2日(星期一) 中午12:00|收件人: 我;|主题: 尺寸",
    ),
    "phones": (
        "-------- Original message --------|From: Ann <ann@client.example>|Date: 02/03/2026 12:00 (GMT+01:00)|To: me|Subject: Sizes",
        "-------- Исходное сообщение --------|От: Анна <ann@client.example>|Дата: 02.03.26 12:00 (GMT+03:00)|Кому: я|Тема: Размеры",
        "  Original Message  |From: Ann Client|Sent: Monday, March 2, 2026 12:00|To: me|Reply To: Ann|Subject: Sizes",
        "----- Reply message -----|From: Ann|To: me|Subject: Sizes|Date: Mon, Mar 2, 2026 12:00",
    ),
    "old Hotmail": (
        "Date: Mon=2C 2 Mar 2026 12:00:00 +0000|From: ann@client.example|To: me@studio.example|Subject: Sizes",
    ),
    "help desks": (
        "##- Please type your reply above this line -##",
        "-- Reply above this line --",
        "=-=-= Пожалуйста, пишите ответ выше этой строки =-=-=",
        "##- Bitte geben Sie Ihre Antwort oberhalb dieser Zeile ein. -##",
    ),
}
CASES = [
    pytest.param(text.replace("|", "\n"), id=f"{name} {at}")
    for name, texts in PROGRAMS.items()
    for at, text in enumerate(texts)
]


@pytest.mark.parametrize("own", ["Fine with me.\n\nThanks,\nBob", "ok."])
@pytest.mark.parametrize("gap", ["\n", "\n\n\n"])
@pytest.mark.parametrize("header", CASES)
def test_another_mail_below_is_left_out(header: str, gap: str, own: str) -> None:
    assert new_text(f"{own}{gap}{header}\n\nold text\n> older\n\nmore") == own


@pytest.mark.parametrize(
    "text",
    [
        "Hi,\n\nplease book:\n\nFrom: Berlin\nTo: Munich\nDate: 12 March 2026\n2 persons\n\nThanks,\nAnn",
        "Нужен перевод:\n\nОт: Москва\nДо: София\nДата: 12.03.2026\n\nСпасибо\nАнна",
        "Von: Wien\nAn: Graz\nDatum: 12.3.\nGewicht: 20 kg\n\nKönnen Sie das liefern?",
        "From: the beginning it was clear.\nWe go on.",
        "Subject: the banner\n\nplease make it red.\n\nTo: be done by Friday.",
        "--- Part 1 ---\nlogo\n\n--- Part 2 ---\nbanner\n\nOK?",
        "---- Offer of 12.03.2026 ----\nlogo 10\n\nPlease confirm.",
        "Agenda\n------\n1. Logo\n\nDates\n-----\n12.03.2026 12:00 start\n\nSee you",
        "Hello.\n\nHere is the original message:\nhello world",
        "Hello.\n\n** Reply to my message **\nplease",
        "Hello.\n\nWe answer above this line of business only.",
    ],
)
def test_what_only_looks_like_a_header_stays(text: str) -> None:
    assert new_text(text) == text


@pytest.mark.parametrize("header", CASES)
def test_where_nothing_stands_above_the_whole_text_is_kept(header: str) -> None:
    text = f"{header}\n\nold text"
    assert new_text(text) in (text.strip(), "old text")


def test_an_answer_below_a_marked_quote_with_a_header_stays() -> None:
    header = "------ Original Message ------\nFrom: Ann <ann@client.example>\nTo: Me\nSubject: Sizes"
    assert new_text(f"{header}\n\n> old text?\n\nMy answer.") == "My answer."


def test_the_first_line_of_a_ticket_is_no_quote() -> None:
    assert (
        new_text("##- Please type your reply above this line -##\n\nYour ticket is solved.") == "Your ticket is solved."
    )
