"""Lines that say who wrote what is quoted below them, as mail programs write them in the languages of their users."""

from __future__ import annotations

import pytest

from triage.rules.quoting import new_text

BOX = "<ann@client.example>"
PROGRAMS = {
    "Gmail": (
        f"On Mon, 2 Mar 2026 at 12:00, Ann Client {BOX} wrote:",
        f"On Mon, Mar 2, 2026 at 12:00 PM Ann Client {BOX} wrote:",
        f"On Mon, Mar 2, 2026 at 12:00 PM Ann Client\n{BOX} wrote:",
        "On Mon, Mar 2, 2026 at 12:00 PM Ann Client <\nann@client.example> wrote:",
        f"On Mon, Mar 2, 2026, 12:00 PM Ann Client via Shop {BOX}\nwrote:",
        f"2026-03-02 12:00 GMT+01:00 Ann Client {BOX}:",
        f"Am Mo., 2. März 2026 um 12:00 Uhr schrieb Ann Client {BOX}:",
        f"Ann Client {BOX} schrieb am Mo., 2. März 2026\num 12:00:",
        f"пн, 2 мар. 2026 г. в 12:00, Анна Иванова {BOX}:",
        f"понедельник, 2 марта 2026 г. пользователь Анна Иванова {BOX}\nнаписал:",
        f"пн, 2 бер. 2026 р. о 12:00 Ганна Коваленко {BOX} пише:",
        f"На пн, 2.03.2026 г. в 12:00 ч. Иван Петров {BOX} написа:",
        f"Le lun. 2 mars 2026 à 12:00, Anne Client {BOX} a\nécrit :",
        "El lun, 2 mar 2026 a las 12:00, Ana Client (<ann@client.example>)\nescribió:",
        f"Il giorno lun 2 mar 2026 alle ore 12:00 Anna Client {BOX}\nha scritto:",
        f"Em seg., 2 de mar. de 2026 às 12:00, Ana Client {BOX}\nescreveu:",
        f"pon., 2 mar 2026 o 12:00 Anna Client {BOX} napisał(a):",
        f"Op ma 2 mrt 2026 om 12:00 schreef Anna Client {BOX}:",
        f"Den mån 2 mars 2026 kl 12:00 skrev Anna Client {BOX}:",
        f"Den man. 2. mar. 2026 kl. 12.00 skrev Anna Client {BOX}:",
        f"man. 2. mars 2026 kl. 12:00 skrev Anna Client {BOX}:",
        "ma 2. maalisk. 2026 klo 12.00 Anna Client (ann@client.example) kirjoitti:",
        f"po 2. 3. 2026 v 12:00 odesílatel Anna Client {BOX} napsal:",
        f"po 2. 3. 2026 o 12:00 Anna Client {BOX} napísal(a):",
        f"În lun., 2 mar. 2026 la 12:00, Ana Client {BOX} a scris:",
        f"Anna Client {BOX} ezt írta (időpont: 2026. márc. 2., H, 12:00):",
        f"Anna Client {BOX}, 2 Mar 2026 Pzt, 12:00 tarihinde şunu\nyazdı:",
        f"Στις Δευ 2 Μαρ 2026 στις 12:00 μ.μ., ο χρήστης Άννα {BOX} έγραψε:",
        f"2026年3月2日(月) 12:00 田中花子 {BOX}:",
        f"王芳 {BOX} 于2026年3月2日周一 12:00写道：",
        f"2026년 3월 2일 (월) 오후 12:00, 홍길동 {BOX}님이 작성:",
        f"في الاثنين، 2 مارس 2026 في 12:00 م تمت كتابة ما يلي بواسطة آن {BOX}:",
        f"בתאריך יום ב׳, 2 במרץ 2026 ב-12:00 מאת אנה {BOX}:",
        f"Vào Th 2, 2 thg 3, 2026 vào lúc 12:00 Anna Client {BOX} đã viết:",
        f"Kuupäev E, 2. märts 2026 kell 12:00 kirjutas Ana Client ({BOX}):",
        f"2026-03-02, pr, 12:00 Ana Client {BOX} rašė:",
        f"pirmd., 2026. g. 2. marts, plkst. 12:00 — lietotājs Ana ({BOX}) rakstīja:",
        f"pon, 2. ožu 2026. u 12:00 Ana Client {BOX} napisao je:",
        f"Missatge de Ana Client {BOX} del dia dl., 2 de març 2026 a les 12:00:",
    ),
    "Apple Mail": (
        f"On 2 Mar 2026, at 12:00, Ann Client {BOX} wrote:",
        f"Am 02.03.2026 um 12:00 schrieb Ann Client {BOX}:",
        f"2 марта 2026 г., в 12:00, Анна Иванова {BOX} написал(а):",
        f"2 бер. 2026 р. о 12:00 Ганна Коваленко {BOX} написав(-ла):",
        f"Le 2 mars 2026 à 12:00, Anne Client {BOX} a écrit :",
        f"Wiadomość napisana przez Anna Client {BOX} w dniu 2 mar 2026, o godz. 12:00:",
        f"Op 2 mrt 2026, om 12:00 heeft Anna Client {BOX} het volgende geschreven:",
        f"2026/03/02 12:00、田中花子 {BOX}のメール:",
        f"在 2026年3月2日，12:00，王芳 {BOX} 写道：",
    ),
    "Thunderbird": (
        "On 3/2/26 12:00 PM, Ann Client wrote:",
        "Am 02.03.26 um 12:00 schrieb Ann:",
        "02.03.2026 12:00, Анна Иванова пишет:",
        "02.03.26 12:00, Ганна Коваленко пише:",
        "На 2.03.2026 г. в 12:00, Иван Петров написа:",
        "Le 02/03/2026 à 12:00, Anne Client a écrit :",
        "El 02/03/2026 a las 12:00, Ana Client escribió:",
        "Il 02/03/2026 12:00, Anna Client ha scritto:",
        "Em 02/03/2026 12:00, Ana Client escreveu:",
        "W dniu 2.03.2026 o 12:00, Anna Client pisze:",
        "Op 02-03-2026 om 12:00 schreef Anna Client:",
        "Den 02.03.2026 kl. 12.00 skrev Anna Client:",
        "Dne 2. 3. 2026 v 12:00 Anna Client napsal(a):",
        "2026. 03. 02. 12:00 keltezéssel, Anna Client írta:",
    ),
    "Yandex, Mail.ru, Ukr.net": (
        f'02.03.2026, 12:00, "Анна Иванова" {BOX}:',
        f'11:00, 2 марта 2026 г., "Анна Иванова" {BOX}:',
        f'Понедельник,  2 марта 2026, 12:00 +03:00 от "Анна Иванова" {BOX}:',
        f"Monday, March 2, 2026, 12:00 PM +03:00 from Ann Client {BOX}:",
        f'2 березня 2026, 12:00:00, від "Ганна Коваленко" {BOX}:',
    ),
    "GMX, T-Online, Open-Xchange, Horde": (
        f"Ann Client {BOX} hat am 02.03.2026 12:00 CET geschrieben:",
        f"Ann Client {BOX} schrieb:",
        f"Zitat von Ann Client {BOX}:",
        f"Quoting Ann Client {BOX}:",
        f"Цитирую Анна Иванова {BOX}:",
        f"Цитирам Иван Петров {BOX}:",
    ),
    "Yahoo, AOL, Proton, Zoho": (
        f"On Monday, March 2, 2026 at 12:00:00 PM GMT+1, Ann Client {BOX} wrote:",
        f"Am Montag, 2. März 2026, 12:00:00 MEZ hat Ann Client {BOX} Folgendes geschrieben:",
        f"On Monday, March 2nd, 2026 at 12:00 PM, Ann Client {BOX} wrote:",
        "In a message dated 3/2/2026 12:00:00 PM Eastern Standard Time, ann@client.example writes:",
        f'--- "Client, Ann" {BOX}\nwrote:',
        f"On Mon, 2 Mar 2026 12:00:00 +0100 Ann Client {BOX} wrote",
        f"---- On Mon, 02 Mar 2026 12:00:00 +0100 Ann Client {BOX} wrote ----",
    ),
    "Notes, GroupWise": (
        "Ann Client wrote on 02.03.2026 12:00:",
        "Ann Client schrieb am 02.03.2026 12:00:00:",
        f"-----Ann Client {BOX} wrote: -----",
        f">>> Ann Client {BOX} 02.03.2026 12:00 >>>",
    ),
    "Polymail": ("On Mon, Mar 2, 2026 at 12:00 PM Ann Client\n\n<\nmailto:Ann Client <ann@client.example>\n> wrote:",),
    "Claws, KMail, mutt, Evolution, news": (
        f"On Mon, 2 Mar 2026 12:00:00 +0100\nAnn Client {BOX} wrote:",
        "On Monday, 2 March 2026 12:00:00 CET Ann Client wrote:",
        "On Mon, Mar 02, 2026 at 12:00:00PM +0100, Ann Client wrote:",
        "Am Montag, dem 02.03.2026 um 12:00 +0100 schrieb Ann Client:",
        "В Пн, 02/03/2026 в 12:00 +0300, Анна Иванова пишет:",
        f"In message <abc@client.example>, Ann Client {BOX} wrote:",
    ),
    "phones": (
        f'On Mar 2, 2026 12:00 PM, "Ann Client" {BOX} wrote:',
        f"Am 2. März 2026 12:00:00 schrieb Ann Client {BOX}:",
        f"2 марта 2026 г. 12:00 пользователь Анна Иванова {BOX}\nнаписал:",
        f"Sent from Samsung MobileAnn Client {BOX} wrote:",
        "ann@client.example wrote:",
    ),
}
CASES = [pytest.param(text, id=f"{name} {at}") for name, texts in PROGRAMS.items() for at, text in enumerate(texts)]


@pytest.mark.parametrize("own", ["Fine with me.\n\nThanks,\nBob", "ok"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("attribution", CASES)
def test_a_quote_without_marks_goes_with_what_says_who_wrote_it(attribution: str, gap: str, own: str) -> None:
    assert new_text(f"{own}{gap}{attribution}{gap}old text\n\nmore\n") == own


@pytest.mark.parametrize("attribution", [case for case in CASES if not str(case.values[0]).startswith(">>>")])
def test_a_marked_quote_goes_with_what_says_who_wrote_it_and_an_answer_below_stays(attribution: str) -> None:
    assert new_text(f"{attribution}\n> old text?\n> more\n\nAn answer.") == "An answer."


@pytest.mark.parametrize(
    "attribution",
    [
        "Ann wrote:",
        "Ann Client writes:",
        "Monday, March 2, 2026, 12:00:00 PM, you wrote:",
        "Вы писали 2 марта 2026 г., 12:00:00:",
        f"* Ann Client {BOX} [2026-03-02 12:00]:",
        f"2026/3/2 Ann Client {BOX}",
        f"On 2 Mar 2026, at 12:00, Ann Client {BOX} sent:",
        "Ann Client wrote",
    ],
)
def test_before_marks_less_is_asked(attribution: str) -> None:
    assert new_text(f"Yes.\n\n{attribution}\n\n> old text") == "Yes."


@pytest.mark.parametrize(
    "text",
    [
        "As he wrote:\nwe start on Monday.",
        "Am 02.03.2026 schrieb ich Ihnen wegen der Rechnung:\nsie ist noch offen.",
        "2 марта 2026 г. я вам писала:\nсчёт не пришёл.\n\nПришлите, пожалуйста.",
        "On 2 March 2026 we wrote to you:\nno answer so far.",
        'On 12.03.2026 you wrote:\n"we will deliver on Monday"\n\nWhere is it?',
        "Вы писали 12.03.2026:\nготово в пятницу.\n\nЭто ещё так?",
        'Hello.\n\nOn 12.03.2026 Bob said:\n"never"\n\nWhat now?',
        "Hello.\n\nOffer sent to bob@client.example:\n\n- logo\n- banner",
        "Hello.\n\nPlease send it by 12.03.2026 to Bob (bob@client.example), with these:\n- logo\n- banner",
        "Hello.\n\nOn Monday, 2 March 2026 at 12:00 we meet:\n- Ann\n- Bob\n\nOn Tuesday we rest.",
        "He wrote:\n| a | b |\n| 1 | 2 |",
    ],
)
def test_a_person_who_tells_what_was_written_quotes_nothing(text: str) -> None:
    assert new_text(text) == text


def test_own_words_right_above_stay() -> None:
    assert new_text(f"See you on Monday\nOn 2 Mar 2026, at 12:00, Ann {BOX} wrote:\n> old") == "See you on Monday"
    assert new_text("Yes, fine\nann@client.example wrote:\n\nold") == "Yes, fine"
