"""What phones, lists, scanners and firms add is left out; what a person says about such things stays."""

from __future__ import annotations

import pytest

from triage.rules.quoting import new_text

DEVICES = {
    "en": (
        "Sent from my iPhone",
        "Sent from my Samsung Galaxy smartphone.",
        "Sent from my SM-G950F using Tapatalk",
        "Sent from Yahoo Mail on Android",
        "Sent from Mail for Windows 10",
        "Sent from Outlook Mobile<https://links.example/o>",
        "Sent from SomeApp<https://links.example/app?b=1>",
        "Get Outlook for iOS<https://links.example/o>",
        "Get [Outlook for iOS](https://links.example/o)",
        "Sent with Proton Mail secure email.",
        "Sent via BlackBerry from T-Mobile",
        "Sent from my mobile device",
        "(Sent from mobile device)",
        "via mobile",
    ),
    "de": (
        "Von meinem iPhone gesendet",
        "Von meinem Samsung Galaxy Smartphone gesendet.",
        "Gesendet von Mail für Windows 10",
        "Gesendet mit der GMX iPhone App",
        "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
        "Outlook für iOS beziehen<https://links.example/o>",
        "Holen Sie sich Outlook für Android<https://links.example/o>",
    ),
    "ru": (
        "Отправлено с iPhone",
        "Отправлено со смартфона Samsung Galaxy.",
        "Отправлено из мобильной Почты Mail.ru",
        "Отправлено из Яндекс.Почты для мобильных",
        "Получить Outlook для Android",
    ),
    "uk": ("Надіслано з iPhone", "Надіслано з пристрою Galaxy", "Відправлено з мобільного", "Отримати Outlook для iOS"),
    "bg": ("Изпратено от моя iPhone", "Изпратено от Yahoo Mail на Android", "Вземете Outlook за iOS"),
    "fr": ("Envoyé de mon iPhone", "Envoyé à partir d’Outlook pour iOS", "Provenance : Courrier pour Windows 10"),
    "es": ("Enviado desde mi iPhone", "Enviado desde Correo para Windows 10", "Obtener Outlook para iOS"),
    "it": ("Inviato da iPhone", "Inviato dal mio dispositivo Samsung", "Ottieni Outlook per iOS"),
    "pt": ("Enviado do meu iPhone", "Obter o Outlook para iOS"),
    "pl": ("Wysłane z iPhone'a", "Wysłane z telefonu", "Pobierz program Outlook dla systemu iOS"),
    "nl": ("Verstuurd vanaf mijn iPhone", "Verzonden vanuit Mail voor Windows 10", "Outlook voor iOS downloaden"),
    "sv, da, no, fi": (
        "Skickat från min iPhone",
        "Sendt fra min iPad",
        "Skaff deg Outlook for iOS",
        "Lähetetty iPhonesta",
    ),
    "cs, sk": ("Odesláno z mého iPhonu", "Odoslané z iPhonu"),
    "ro, hu, tr, el": (
        "Trimis de pe iPhone-ul meu",
        "Az iPhone-omról küldve",
        "iPhone'umdan gönderildi",
        "Στάλθηκε από το iPhone μου",
    ),
    "ja, zh, ko": (
        "iPhoneから送信",
        "发自我的 iPhone",
        "從我的 iPhone 傳送",
        "나의 iPhone에서 보냄",
        "Outlook for iOS を入手",
    ),
    "others": (
        "أرسلت من الـ iPhone",
        "נשלח מה-iPhone שלי",
        "Đã gửi từ iPhone của tôi",
        "Dikirim dari iPhone saya",
        "Poslano s mog iPhonea",
    ),
}
FOOTERS = {
    "lists": (
        "_______________________________________________|Users mailing list|Users@lists.example|https://lists.example/mailman/listinfo/users",
        "_______________________________________________|Users mailing list -- users@lists.example|To unsubscribe send an email to users-leave@lists.example",
        "---------------------------------------------------------------------|To unsubscribe, e-mail: users-unsubscribe@lists.example",
        '-- |You received this message because you are subscribed to the Google Groups "users" group.|To unsubscribe send an email.',
        "—|You are receiving this because you are subscribed to this thread.|Reply to this email directly or view it on GitHub",
        "Um sich von dieser Liste abzumelden: https://lists.example/leave",
        "Чтобы отписаться, перейдите по ссылке https://lists.example/leave",
    ),
    "scanners": (
        "---|This email has been checked for viruses by Avast antivirus software.|https://www.avast.example/antivirus",
        "Virus-free. www.avast.com",
        "Diese E-Mail wurde von Avast Antivirus-Software auf Viren geprüft.|www.avast.com",
        "Это сообщение проверено на вирусы антивирусом Avast.",
        "Без вірусів. www.avast.com",
        "No virus found in this message.|Checked by AVG - www.avg.com",
    ),
    "trees": (
        "Please consider the environment before printing this email.",
        "Bitte denken Sie an die Umwelt, bevor Sie diese E-Mail ausdrucken.",
    ),
    "notices": (
        "This e-mail and any attachments are confidential and intended solely for the addressee.|If you have received it in error, delete it.",
        "**********|CONFIDENTIALITY NOTICE: This message is private. Do not copy it.",
        "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind,|vernichten Sie diese E-Mail.",
        "Настоящее сообщение содержит конфиденциальную информацию. Если вы получили его по ошибке, удалите это письмо.",
        "Це повідомлення є конфіденційним. Якщо ви отримали його помилково, видаліть лист.",
        "Това съобщение е поверително. Ако сте го получили по грешка, моля изтрийте го.",
        "Ce message est confidentiel. Si vous l'avez reçu par erreur, merci de le détruire.",
        "Este mensaje es confidencial. Si lo ha recibido por error, elimínelo.",
        "Il presente messaggio è riservato. Se lo avete ricevuto per errore, cancellate il messaggio.",
        "Ta wiadomość jest poufna. Jeśli otrzymali ją Państwo przez pomyłkę, prosimy ją usunąć.",
        "Dit bericht is vertrouwelijk. Indien u het per vergissing hebt ontvangen, verwijder het dan.",
    ),
    "providers": (
        "_________________________________________________________________|Get your free account at http://www.hotmail.example",
    ),
    "PGP": ("-----BEGIN PGP SIGNATURE-----|Version: GnuPG v2||iQEzBAEBCAAdFiEE|=abcd|-----END PGP SIGNATURE-----",),
    "a line": ("____________", "--"),
}
QUOTES = (
    "",
    "\n\nOn Mon, 2 Mar 2026 at 12:00, Ann <ann@client.example> wrote:\n> old",
    "\n\n\n-----Original Message-----\n\nold",
)


@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    [pytest.param(line, id=f"{language} {at}") for language, lines in DEVICES.items() for at, line in enumerate(lines)],
)
def test_the_line_of_a_device_is_left_out(line: str, gap: str, quote: str) -> None:
    assert new_text(f"Fine with me.\n\nThanks,\nBob{gap}{line}{quote}") == "Fine with me.\n\nThanks,\nBob"


@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize(
    "footer",
    [
        pytest.param(text.replace("|", "\n"), id=f"{name} {at}")
        for name, texts in FOOTERS.items()
        for at, text in enumerate(texts)
    ],
)
def test_what_servers_add_is_left_out(footer: str, quote: str) -> None:
    assert new_text(f"Да, подходит.\n\nС уважением,\nАнна\n\n{footer}{quote}") == "Да, подходит.\n\nС уважением,\nАнна"


@pytest.mark.parametrize(
    "last",
    [
        "Mit meinem Handy geht es nicht.",
        "Von meinem Handy aus kann ich das nicht öffnen.",
        "Die Datei habe ich dir vom Handy geschickt.",
        "Outlook für Windows stürzt ab.",
        "Get Outlook for all our computers, please.",
        "Download Outlook and install it.",
        "Sent via WhatsApp to your phone yesterday.",
        "I sent from my side all that you need.",
        "Отправлено с телефона вчера.",
        "Отправлено с курьером.",
        "To unsubscribe from your newsletter I clicked the link http://shop.example but it does not work.",
        "You received this message because I forgot the file.",
        "This virus on my computer came by e-mail, I think.",
        "Please check the file for viruses before you open it.",
        "This document is confidential, please delete the e-mail after reading.",
        "Please consider the environment of our servers.",
        "For more options see the list below.",
        "If you print it, take thick paper.",
        "Diese Nachricht ist nur für den Vertrieb bestimmt, bitte nicht weiterleiten.",
        "Unsubscribe me please.",
        "Manage your subscription is what the page says. What should I do?",
        "...",
    ],
)
@pytest.mark.parametrize("quote", QUOTES[:2])
def test_what_a_person_says_stays(last: str, quote: str) -> None:
    assert (
        new_text(f"Hello Ann,\n\nplease look at this.\n\n{last}{quote}")
        == f"Hello Ann,\n\nplease look at this.\n\n{last}"
    )


def test_a_notice_glued_to_own_words_goes_alone() -> None:
    own = "This is my answer.\nIf it helps, tell me.\nRegards\nBob"
    notice = "This e-mail is confidential.\nIf you are not the intended recipient, delete it."
    assert new_text(f"{own}\n{notice}") == own


def test_a_notice_right_below_a_name_goes_alone() -> None:
    notice = "This e-mail is confidential.\nIf you are not the intended recipient, delete it."
    assert new_text(f"Fine with me.\n\nRegards\nBob\n{notice}") == "Fine with me.\n\nRegards\nBob"


@pytest.mark.parametrize(
    "above",
    [
        "Sent from my iPhone",
        "CAUTION: This email originated from outside of the organization.\nDo not click links unless you know the sender.",
        "[EXTERNAL]",
        "You don't often get email from ann@client.example. Learn why this is important",
        "Achtung: Diese E-Mail kommt von außerhalb der Firma.",
    ],
)
def test_what_stands_above_own_words_is_left_out(above: str) -> None:
    assert new_text(f"{above}\n\nHello,\n\nplease send it.") == "Hello,\n\nplease send it."


@pytest.mark.parametrize(
    "text", ["This message is about the external drive.\n\nIt is broken.", "Attention: it rains outside.\n\nTake care."]
)
def test_own_words_at_the_top_stay(text: str) -> None:
    assert new_text(text) == text


def test_a_mail_that_is_only_a_device_line_is_kept() -> None:
    assert new_text("Sent from my iPhone") == "Sent from my iPhone"
