"""How people sign off and what stands in the block below their name, in many languages: data for `rules.signatures`.

Lower case; phrases are parted by commas, words by spaces. Every pattern is tried on one short line and has no two ways
to match the same text.
"""

from __future__ import annotations

import re

_SIGN_OFFS = {
    "en": (
        "regards, best regards, kind regards, kindest regards, warm regards, warmest regards, with regards, "
        "with best regards, with kind regards, many regards, regds, rgds, best rgds, kr, br, best, all the best, "
        "all best, best wishes, with best wishes, warmly, cheers, sincerely, sincerely yours, yours sincerely, "
        "yours truly, yours faithfully, yours, very truly yours, respectfully, cordially, thanks, many thanks, "
        "thanks again, thank you, thx, thanx, tnx, thanks and regards, thanks & regards, thank you and regards, love, "
        "take care, have a nice day, have a great day, have a good day, greetings, looking forward, talk soon, "
        "see you, ciao, peace, hth"
    ),
    "de": (
        "mit freundlichen grüßen, mit freundlichem gruß, mit freundlichen grüssen, mit freundlichem gruss, "
        "mit besten grüßen, mit bestem gruß, mit herzlichen grüßen, freundliche grüße, freundliche grüsse, "
        "freundlichen gruß, beste grüße, beste grüsse, besten gruß, viele grüße, viele grüsse, vielen dank, "
        "liebe grüße, liebe grüsse, lieben gruß, herzliche grüße, herzlichen gruß, schöne grüße, schönen gruß, grüße, "
        "grüsse, gruß, gruss, mfg, lg, vg, bg, hg, sg, hochachtungsvoll, danke, besten dank, herzlichen dank, "
        "danke und gruß, danke und viele grüße, schönen tag, schönes wochenende, bis dann, ihr, ihre, dein, deine"
    ),
    "ru": (
        "с уважением, с наилучшими пожеланиями, с наилучшими, с ув, всего доброго, всего хорошего, спасибо, "
        "заранее спасибо, благодарю, заранее благодарю, с благодарностью, с приветом, удачи, до связи, хорошего дня, "
        "приятного дня, искренне ваш, ваш, ваша, пока"
    ),
    "uk": (
        "з повагою, із повагою, з найкращими побажаннями, всього найкращого, всього доброго, дякую, щиро дякую, "
        "наперед дякую, з вдячністю, гарного дня, щиро ваш, щиро, до зв'язку, до зв’язку, бувайте"
    ),
    "bg": (
        "с уважение, поздрави, сърдечни поздрави, поздрав, с поздрави, с най-добри пожелания, най-добри пожелания, "
        "благодаря, благодаря предварително, лек ден, приятен ден, хубав ден, мерси"
    ),
    "romance": (
        "cordialement, bien cordialement, très cordialement, salutations, meilleures salutations, "
        "sincères salutations, bonne journée, bien à vous, merci, merci d'avance, amicalement, cdt, cdlt, bàv, "
        "respectueusement, saludos, un saludo, saludos cordiales, un cordial saludo, atentamente, gracias, "
        "muchas gracias, un abrazo, atte, reciba un cordial saludo, cordialmente, atenciosamente, cumprimentos, "
        "com os melhores cumprimentos, melhores cumprimentos, abraço, abraços, um abraço, obrigado, obrigada, att, "
        "cordiali saluti, distinti saluti, saluti, un saluto, grazie, buona giornata, cordialità, a presto, in fede, "
        "salutacions, salutări, cu stimă, cu respect, mulțumesc, numai bine, cele bune"
    ),
    "slavic": (
        "pozdrawiam, z poważaniem, z wyrazami szacunku, pozdrowienia, serdecznie pozdrawiam, dziękuję, "
        "z góry dziękuję, pozdr, łączę pozdrowienia, miłego dnia, do widzenia, s pozdravem, s pozdravom, pozdrav, "
        "s přátelským pozdravem, zdravím, děkuji, ďakujem, hezký den, s úctou, lijep pozdrav, lep pozdrav, "
        "srdačan pozdrav, hvala, s poštovanjem, с поштовањем"
    ),
    "north": (
        "met vriendelijke groet, met vriendelijke groeten, vriendelijke groet, vriendelijke groeten, groeten, groet, "
        "hartelijke groet, hartelijke groeten, met hartelijke groet, mvg, bedankt, dank je wel, "
        "med vänliga hälsningar, vänliga hälsningar, med vänlig hälsning, vänligen, hälsningar, mvh, tack, "
        "bästa hälsningar, vh, med venlig hilsen, venlig hilsen, mange hilsner, hilsen, bedste hilsner, "
        "de bedste hilsner, tak, på forhånd tak, vennlig hilsen, med vennlig hilsen, med hilsen, beste hilsen, takk, "
        "hilsner, terveisin, ystävällisin terveisin, parhain terveisin, kiitos, ystävällisesti, lugupidamisega, "
        "parimate soovidega, tervitades, pagarbiai, su pagarba, ar cieņu"
    ),
    "others": (
        "üdvözlettel, tisztelettel, köszönettel, köszönöm, üdv, szép napot, saygılarımla, saygılar, teşekkürler, "
        "iyi çalışmalar, iyi günler, sevgiler, selamlar, με εκτίμηση, ευχαριστώ, φιλικά, trân trọng, thân mến, "
        "hormat saya, salam, terima kasih, よろしくお願いいたします, よろしくお願い致します, よろしくお願いします, "
        "以上, 敬具, 此致, 敬礼, 敬禮, 祝好, 谢谢, 謝謝, 顺祝商祺, 감사합니다, 드림, مع التحية, تحياتي, شكرا, בברכה, "
        "תודה"
    ),
}
SIGN_OFFS = frozenset(phrase.strip() for phrases in _SIGN_OFFS.values() for phrase in phrases.split(","))
"""Greetings at the end, as a whole line or its first words."""

SIGN_OFF_STARTS = frozenset(phrase.partition(" ")[0] for phrase in SIGN_OFFS)

POSTSCRIPT_STARTS = frozenset("PpNnПпЗзEeUu")
POSTSCRIPT = re.compile(
    r"(?:p\.? ?s\b|p\. ?p\. ?s|pps\b|п\.? ?с\b|з\. ?ы|зы\b|n\. ?b\b|nb\b|edit|update|постскриптум)\W", re.IGNORECASE
)

ITEM = re.compile(r"\[\d{1,2}\]|\(?\d{1,2}[.)] ")
"""A note or an item of a list: what a person refers to above."""

# What begins with a set of characters is found faster, so they come before what must stand in front of them.
HINT = re.compile(r"[\d@:.](?:(?<=[\d@])|(?<=:)//|(?<=\w\.)\w)")
"""Without a figure, "@", "://" or a dot in a word no line holds a number or an address."""

PHONE = re.compile(r"[+(\d](?<![\w.,@/][+(\d])[\d ()./–-]{5,22}\d(?!\w)")
EXTENSION = re.compile(r"(?<![^\W_])(?:x|ext\.?|вн\.?|доб\.?|dw\.?) ?\d{2,6}$|\d-\d{4}$", re.IGNORECASE)
BOX = re.compile(r"@(?<=[^\s<>()@]@)[^\s<>()@.]{1,60}\.\w")
LINK = re.compile(r"https?://|www\.|^<?[\w-]{1,60}(?:\.[\w-]{1,60}){0,3}\.[a-z]{2,6}(?:/\S{0,80})?$", re.IGNORECASE)
WHOLE_LINK = re.compile(r"<?(?:https?://|www\.)\S{1,400}|(?<!\S)[^\s@]{1,64}@[^\s@]{1,100}", re.IGNORECASE)
HOME_PAGE = re.compile(r"<?(?:https?://)?(?:www\.)?[\w-]{1,60}(?:\.[\w-]{1,60}){1,3}/?>?", re.IGNORECASE)
LABEL = re.compile(
    r"(?:tel|telefon|telefono|teléfono|telephone|téléphone|tél|phone|ph|fon|fax|telefax|fx|mob|mobil|mobile|mobiel"
    r"|móvil|port|cell|celular|handy|gsm|office|direct|direct line|durchwahl|hotline|voice|desk|work|home|skype"
    r"|whatsapp|telegram|viber|signal|wechat|icq|twitter|linkedin|facebook|instagram|xing|github|e-?mails?|mail|web"
    r"|website|internet|url|blog|home ?page|adr|address|adresse|anschrift|ext|extension|тел|тел/факс|телефон|факс|моб"
    r"|мобильный|мобільний|мобилен|почта|эл\. почта|сайт|адрес|пошта|ел\. пошта|имейл|ел\. поща|поща|уеб|офис|вайбер"
    r"|вотсап|телеграм|скайп|вн|доб|каб)\.?\s{0,3}(?:\([^()]{1,12}\)\s?)?[:.：|/]{0,2}\s{0,8}(?=[+(\d]|\S{1,60}@"
    r"|https?:|www\.|\w[\w.-]{1,60}\.\w)",
    re.IGNORECASE,
)
"""What stands before a number or an address."""

POSTAL = re.compile(
    r"(?<!\d)\d{4,6}(?:-\d{4})? [^\W\d]{3}|,\s?[A-Z]{2}\.? {1,2}\d{5}|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
    r"|\b[A-Z]\d[A-Z] \d[A-Z]\d\b|(?:street|st|avenue|ave|road|rd|drive|suite|floor|box|boulevard|blvd)\b|(?:straße"
    r"|strasse|str\.|platz|weg|gasse|allee) \d"
    r"|(?:ул|улица|вул|бул|пр|просп|пер|пл)\. ?\w|(?:rue|via|calle|rua|ul\.|avenida) \S",
    re.IGNORECASE,
)
"""A line of a postal address that has a figure in it."""

_TITLES = (
    # en
    "manager director engineer developer consultant assistant officer president chairman chairwoman chief head lead "
    "senior junior sales marketing support customer counsel attorney lawyer partner founder co-founder owner ceo cto "
    "cfo coo cio vp professor prof dr phd department dept division team group office university institute school "
    "faculty laboratory analyst specialist coordinator administrator designer architect scientist researcher secretary "
    "ltd limited llc llp inc corp corporation company plc "
    # de
    "gmbh ag kg ug mbh gbr geschäftsführer geschäftsführerin geschäftsführung leiter leiterin leitung vertrieb "
    "vertriebsleiter abteilung abteilungsleiter kundenservice kundendienst kundenbetreuung buchhaltung einkauf "
    "sekretariat inhaber inhaberin berater beraterin projektleiter projektleiterin projektleitung sachbearbeiter "
    "sachbearbeiterin vorstand aufsichtsrat amtsgericht hrb ust-id steuernummer "
    # ru
    "менеджер менеджера директор директора инженер специалист начальник руководитель отдел отдела бухгалтер юрист "
    "адвокат консультант секретарь ведущий старший генеральный ооо зао оао пао ао ип тоо компания фирма группа эксперт "
    "университет кафедра "
    # uk, bg
    "факультет інженер спеціаліст фахівець керівник відділ відділу генеральний тов фоп пп компанія група університет "
    "управител счетоводител ръководител търговски мениджър експерт еоод оод ад ет "
    # others
    "directeur directrice responsable gérant ingénieur service société directora gerente ingeniero departamento "
    "direttore responsabile ufficio kierownik dyrektor specjalista dział prezes medewerker afdeling konsult avdelning "
    "direktør leder vedoucí ředitel jednatel srl sarl spa oy ab aps kft bv nv"
)
TITLES = frozenset(_TITLES.split())
"""Titles, kinds of firms, departments."""

LONGEST_ABBREVIATED = 8  # characters
ABBREVIATED = re.compile(
    r"\b(?:inc|ltd|corp|co|llc|dept|jr|sr|ph\.d|s\.a|e\.v|e\.k|b\.v|n\.v|s\.r\.l|s\.r\.o|o\.o|str|no|nr|u\.s\.a|ing"
    r"|mag|dr)\.$",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{2,}")
LAST_SENTENCE = re.compile(r"^.{0,400}[.!?…] {1,3}(?=[^\W\d_])")
"""All of a line but its last sentence."""

GIVES_ADDRESS = re.compile(
    r"(?:\bhere(?:['’]s| is| are)|\bbelow|\bfollowing|\bnew\b|how you can|\bmy (?:new |current |private "
    r"|home )?(?=address|number|phone|e-?mail|contact|mobile|cell)).{0,60}\b(?:address|contact|phone|number|details"
    r"|e-?mail|reach)|(?:\bnumbers?|\baddress|\bcontacts?|\bdetails)(?: is| are)?(?: listed| given| shown)? (?:below"
    r"|here|as follows)|(?:anbei|hier(?: ist| sind)|folgend|unten|neue|meine) .{0,60}(?:adresse|nummer|telefon|kontakt"
    r"|anschrift|daten)|(?:вот|ниже|нов(?:ый|ая|ые)|мо[йиё]|следующ|наш[аи]?) .{0,60}(?:адрес|номер|телефон|контакт"
    r"|почт|данные|реквизит)|(?:ось|нижче|нов(?:ий|а|і)|мі[йї]|мо[їє]|наступн) .{0,60}(?:адрес|номер|телефон|контакт"
    r"|пошт|дані|реквізит)"
    r"|(?:ето|по-долу|нов(?:ият|ата|ия)|мо(?:ят|ите|я)|следн) .{0,60}(?:адрес|номер|телефон|контакт|данни|имейл)"
)
"""In small letters: the mail is about an address, and what stands at its end is no signature."""
