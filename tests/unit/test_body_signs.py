"""What a body tells of who or what wrote it: each wording in a mail of its own, and people's mail that sounds alike."""

from __future__ import annotations

from time import perf_counter

import pytest

from triage.model.message import Words
from triage.rules.understanding import understand

UNSUBSCRIBE = [
    "To unsubscribe from future mails, click here. [3]",
    "Click here to unsubscribe.",
    "Do you like it? Unsubscribe [4] | Preferences [5]",
    "Unsubscribe: https://shop.example/u/1",
    "https://shop.example/mail/unsubscribe?u=12",
    "You can unsubscribe at any time.",
    "If you'd like to unsubscribe, follow the link below.",
    "If you no longer wish to receive our emails, reply with REMOVE.",
    "If you do not want to receive future newsletters, write to news@shop.example.",
    "If you no longer want us to contact you, please click below.",
    "If you would like to stop receiving messages from us, visit the page below.",
    "If you would like to be taken off the list, please answer with OFF.",
    "To no longer receive our offers, please use the page below.",
    "To be removed from this list, use this link: https://shop.example/r",
    "To stop receiving these updates, please click the link below.",
    "To change your mailing list options please go to www.shop.example/u",
    "Manage your email preferences [7] | Contact us",
    "Wenn Sie den Newsletter nicht mehr erhalten möchten, antworten Sie kurz.",
    "Um sich vom Newsletter abzumelden, klicken Sie hier.",
    "Newsletter abbestellen [2]",
    "Чтобы отписаться от рассылки, перейдите по ссылке ниже.",
    "Если вы не хотите получать наши письма, напишите нам.",
    "Отписаться от рассылки [8]",
    "Щоб відписатися від розсилки, натисніть тут.",
    "Якщо ви не бажаєте отримувати листи, напишіть нам.",
    "Відписатися [5]",
    "За да се отпишете, кликнете тук.",
    "Ако не желаете да получавате нашите писма, пишете ни.",
    "Pour vous désabonner, cliquez ici.",
    "Si vous ne souhaitez plus recevoir nos offres, écrivez-nous.",
    "Si no desea recibir más correos, escríbanos.",
    "Per cancellarti clicca qui.",
    "Aby się wypisać, kliknij tutaj.",
    "Om u af te melden klikt u hier.",
]
SUBSCRIBED = [
    "You are receiving this email because you signed up at shop.example.",
    "You received this message because you are a member of the club.",
    "The shop sent this message to you at ann@client.example because your preferences allow it.",
    "You are currently subscribed to news as: ann@client.example",
    "This message was sent to ann@client.example by the shop.",
    "Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.",
    "Вы получили это письмо, так как подписались на новости.",
    "Ви отримали цей лист, оскільки підписалися на новини.",
    "Получавате това писмо, защото сте се абонирали.",
    "Vous recevez ce message car vous êtes inscrit.",
    "Recibe este correo porque se suscribió.",
    "Ricevi questa mail perché sei iscritto.",
    "Otrzymujesz tę wiadomość, ponieważ masz konto.",
    "U ontvangt deze mail omdat u zich hebt ingeschreven.",
]
WEB_VIEW = [
    "View this email in your browser",
    "Read this newsletter online: https://shop.example/7",
    "Trouble viewing this message? Click here.",
    "If this newsletter is not displaying properly, click here.",
    "See the HTML version of our newsletter.",
    "Falls diese E-Mail nicht richtig dargestellt wird, klicken Sie hier.",
    "Newsletter im Browser ansehen",
    "Открыть письмо в браузере",
    "Переглянути лист у браузері",
    "Вижте писмото в браузъра",
    "Voir ce message dans votre navigateur",
]
AUTOMATIC = [
    "Please do not reply to this email.",
    "This is an automated message.",
    "This mailbox is not monitored.",
    "This message was generated automatically.",
    "Replies to this address will not be read.",
    "Diese E-Mail wurde automatisch erstellt.",
    "Bitte nicht auf diese Nachricht antworten.",
    "Это письмо сформировано автоматически.",
    "Пожалуйста, не отвечайте на это письмо.",
    "Цей лист створено автоматично.",
    "Будь ласка, не відповідайте на цей лист.",
    "Това е автоматично съобщение.",
    "Merci de ne pas répondre à ce message.",
    "Por favor, no responda a este correo.",
    "Prosimy nie odpowiadać. Wiadomość wygenerowana automatycznie.",
]
AUTO_REPLY = [
    "Thank you for your email. I am out of the office until 3 May. In urgent cases call Bob.",
    "I'm on annual leave with limited access to email. I will answer when I return.",
    "This is an automatic reply: I am back on Monday.",
    "Your request has been received. Ticket #48213",
    "Thank you for contacting us. Our team will get back to you within 24 hours.",
    "Ich bin bis 3. Mai im Urlaub. In dringenden Fällen wenden Sie sich an Herrn Maier.",
    "Vielen Dank für Ihre Anfrage. Wir melden uns innerhalb von 24 Stunden.",
    "Dies ist eine automatische Antwort.",
    "Здравствуйте! Я в отпуске до 3 мая. По срочным вопросам обращайтесь к Ивану.",
    "Ваше обращение зарегистрировано. Номер заявки 48213.",
    "Мы получили ваше письмо и ответим в течение 24 часов.",
    "Вітаю! Я у відпустці до 3 травня. У термінових справах звертайтеся до Івана.",
    "Ваш запит отримано. Відповімо протягом 24 годин.",
    "Здравейте! В момента съм в отпуск до 3 май. При спешни случаи се обърнете към Иван.",
    "Получихме вашето запитване и ще отговорим в рамките на 24 часа.",
    "Bonjour, je suis absent jusqu'au 3 mai. En cas d'urgence, appelez Paul.",
    "Estoy de vacaciones hasta el 3 de mayo. Para asuntos urgentes llame a Ana.",
    "Sono in ferie fino al 3 maggio. Per urgenze chiamate Anna.",
    "Estou de férias até 3 de maio. Para assuntos urgentes ligue à Ana.",
    "Jestem na urlopie do 3 maja. W pilnych sprawach proszę dzwonić do Anny.",
    "Ik ben met vakantie tot 3 mei. Voor dringende zaken belt u Anna.",
]
CHALLENGE = [
    "Your message is being held. To release it, simply reply to this message.",
    "Your message will be delivered as soon as you click the link below.",
    "Please follow this link to ensure your email is delivered.",
    "I get too much junk. Verify that you are a person: click here. Then your message will reach me.",
    "Add yourself to my guest list with the link below, so that your mails are delivered.",
    "Sender verification: click the link below.",
    "Ihre E-Mail wird erst zugestellt, wenn Sie auf den folgenden Link klicken.",
    "Ваше письмо будет доставлено, когда вы перейдете по ссылке.",
    "Ваш лист буде доставлено, коли ви перейдете за посиланням.",
    "Вашето писмо е задържано. Отворете тази връзка.",
]
OTHERS = [
    ("newsletter", "Forward this newsletter to your friends."),
    ("newsletter", "В этом выпуске три новости."),
    ("issue", "Vol. 3, No. 7\nIn this issue:\n* Spring"),
    ("issue", "In dieser Ausgabe: Frühling"),
    ("digest", "Send Talk mailing list submissions to talk@lists.example\n\nToday's Topics:"),
    ("feed", "URL: https://blog.example/7\nDate: Not supplied\n\nSpring is here"),
    ("links", "See https://a.example/1 " * 9),
]
TOLD = [
    *(("unsubscribe", text) for text in UNSUBSCRIBE),
    *(("subscribed", text) for text in SUBSCRIBED),
    *(("web_view", text) for text in WEB_VIEW),
    *(("automatic", text) for text in AUTOMATIC),
    *(("auto_reply", text) for text in AUTO_REPLY),
    *(("challenge", text) for text in CHALLENGE),
    *OTHERS,
]
NOTHING = [
    "Hello, please unsubscribe me from your newsletter.",
    "Unsubscribe",
    "I want to unsubscribe, please tell me how to unsubscribe from these emails.",
    "I no longer wish to receive your newsletters.",
    "If you do not receive the files by Friday, please call me or send a message.",
    "If you do not want to receive the invoice by mail, tell me.",
    "If you don't want to contact the printer yourself, I can do it for you.",
    "I would like to stop receiving these messages, please.",
    "How do I stop receiving these emails? Please help.",
    "Ich möchte den Newsletter abbestellen.",
    "Я хочу отписаться от рассылки.",
    "Хочу відписатися від розсилки.",
    "Искам да се отпиша от бюлетина.",
    "Regarding your subscription to our hosting plan: the price goes up in May.",
    "Please open the page in your browser; the images are not displayed properly.",
    "Die Seite wird nicht richtig angezeigt, bitte im Browser prüfen.",
    "Сайт не открывается в браузере.",
    "We would like a newsletter in HTML and a text version of the page.",
    "Today's topics: the logo, the shop, the price.",
    "The invoices are sent automatically by the script.",
    "I cannot reply to this before Friday.",
    "Please do not reply all, just write to me.",
    "The backup was not checked.",
    "Счета отправляются автоматически.",
    "This is a reply to your question about automatic payments.",
    "I got an automatic reply from Bob. Is he away?",
    "I am away from Tuesday. The printer needs the files by then.",
    "I'm on vacation from Monday. In urgent cases call Bob. Please send the final files before that.",
    "Thank you for your message. Could you send the logo within two days?",
    "We have received your offer, ticket 48213. Please confirm the price.",
    "Ich bin ab Montag im Urlaub. Bitte schicken Sie uns die Dateien vorher, es ist dringend.",
    "Я в отпуске с понедельника. Пришлите, пожалуйста, макет до этого, это срочно.",
    "Я у відпустці з понеділка. Надішліть, будь ласка, макет раніше, це терміново.",
    "От понеделник съм в отпуск. Изпратете макета преди това, спешно е.",
    "We are on the guest list for Friday, see the link below.",
    "The form asks to verify that you are human, please click the link and test it.",
    "Please complete the message to be sent to clients, the link is below.",
]


def signs_of(text: str) -> frozenset[str]:
    return understand(Words(text, "")).signs


@pytest.mark.parametrize(("sign", "text"), TOLD)
def test_what_a_body_tells(sign: str, text: str) -> None:
    assert sign in signs_of(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_people_write_tells_nothing(text: str) -> None:
    assert signs_of(text) == frozenset()


@pytest.mark.parametrize("text", [*UNSUBSCRIBE[:3], *AUTOMATIC[:2], *AUTO_REPLY[:2]])
@pytest.mark.parametrize(
    "around",
    [
        "Is this yours?\n\nOn 2 Mar 2026, at 12:00, Shop <hello@shop.example> wrote:\n> Hello\n> {}\n",
        "See below.\n\n---------- Forwarded message ----------\nFrom: Shop <hello@shop.example>\nSubject: News\n\n{}\n",
        "---------- Forwarded message ----------\nFrom: Shop <hello@shop.example>\nSubject: News\n\n{}\n",
    ],
)
def test_what_is_quoted_or_forwarded_tells_nothing(around: str, text: str) -> None:
    assert signs_of(around.format(text)) == frozenset()


def test_a_sign_is_found_at_either_end_of_a_long_mail_and_not_in_its_middle() -> None:
    filling = "The second drawing has more room and a lighter frame.\n" * 80
    assert "unsubscribe" in signs_of(f"{filling}\n{UNSUBSCRIBE[0]}")
    assert "web_view" in signs_of(f"{WEB_VIEW[0]}\n{filling}")
    assert signs_of(f"{filling}\n{UNSUBSCRIBE[0]}\n{filling}") == frozenset()


def test_rights_and_a_list_count_beside_other_signs_only() -> None:
    rights = "Copyright 2026 Shop. All rights reserved."
    assert signs_of(f"See you on Monday.\n\n{rights}") == frozenset()
    assert signs_of(f"Spring is here!\n\n{UNSUBSCRIBE[0]}\n{rights}") >= {"unsubscribe", "rights"}
    footer = "To unsubscribe, e-mail: talk-unsubscribe@lists.example"
    assert signs_of(f"See you on Monday.\n\n{footer}") >= {"unsubscribe", "list"}


@pytest.mark.parametrize("piece", ["a", ">", "<", "[", "to unsubscribe ", "your message ", "if you ", "https://", "\n"])
def test_hostile_text_takes_no_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = perf_counter()
    signs_of(text)
    assert perf_counter() - started < 1
