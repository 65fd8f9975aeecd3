"""What scanners, lists, providers and firms add to what somebody wrote: data for `rules.footers`.

Every pattern is tried on one short paragraph and has no two ways to match the same text.
"""

from __future__ import annotations

import re

_STARTS = (
    # lists
    "to unsubscribe for you view sent reply subscription list manage um zum sie чтобы вы щоб ви за получавате pour "
    "vous para per aby om "
    # notices
    "this these the if any e-mail email mail confidential confidentiality privileged privacy important disclaimer "
    "note notice legal information unless unauthorized unauthorised diese dieser dieses der die sollten falls wenn "
    "vertraulich vertraulichkeitshinweis haftungsausschluss hinweis achtung ce ces cet cette le les la si esta este o "
    "as se questo questa il ai ta niniejsza niniejszy treść informacje jeśli dit deze de indien denna detta denne "
    "dette tato tento táto tämä ez az bu το это эта данное данная настоящее содержание информация внимание если це "
    "цей ця дане інформація вміст увага якщо това този тази настоящото съдържанието информацията ако "
    # scanners, and those that spare trees
    "no virus-free virus outgoing incoming internal scanned checked geprüft проверено перевірено проверен sin garanti "
    "libre без wolny please consider think save before bitte pensez antes prima подумайте перш преди p przed"
)
STARTS = frozenset(_STARTS.split())
"""First words of a footer, in lower case; no other line is asked further."""

LIST = re.compile(
    r"(?:to )?unsubscribe\b|to (?:post|subscribe)\b|for (?:additional commands|more options)"
    r"|you (?:received|are receiving|have received) this (?:message|e-?mail|because)|view this message in context"
    r"|sent from(?: the)?:? .{0,80}(?:https?://|archive)|reply to this e-?mail directly|view it on git"
    r"|to view this discussion|subscription options|list (?:info|archive|help)|manage (?:your )?(?:subscription"
    r"|preferences)|(?:um sich|zum) .{0,60}(?:abzumelden|abbestellen|abmelden)|sie erhalten diese (?:e-?mail|nachricht)"
    r"|чтобы (?:отписаться|отказаться от)|вы получили это (?:письмо|сообщение)"
    r"|щоб (?:відписатися|скасувати)|ви отримали це|за да се отпишете|получавате това"
    r"|pour (?:vous désabonner|vous désinscrire)|vous recevez ce|para (?:cancelar|darse de baja)|per cancellar"
    r"|aby (?:zrezygnować|wypisać)|om u af te melden",
    re.IGNORECASE,
)
LISTS = ("mailman/listinfo", "mailman/options", "mailman3/lists")
NAMED_LIST = re.compile(r"\S{1,80} mailing list(?: -- \S{1,100})?$")
"""What mailing lists and forums add: how it begins, and marks anywhere in it."""

LINKED = re.compile(r"https?://|www\.|\S@\S|click|\bview it\b|\bsubscri|github|archive", re.IGNORECASE)
PERSON = re.compile(
    r"\b(?:i|i['’]m|i['’]ve|me|my|ich|mir|mich|mein\w{0,2}|я|мне|меня|мой|моя|мої|мені|мій|аз|ми|моя|je|mon|yo|mi"
    r"|io)\b|\?",
    re.IGNORECASE,
)
"""No list speaks of itself so, and none asks."""

SCANNED = re.compile(
    r"virus[- ]?free|no virus found|(?:checked|scanned|tested|geprüft|überprüft|провер\w{2,6}|перевір\w{2,6}|vérifi"
    r"|analy|analiz|controll|verific|sprawdz|gecontroleerd|kontroll|zkontrol|skontrol).{0,80}(?:virus|viren|вирус"
    r"|вірус|malware|avast|\bavg\b)|(?:virus|viren|вирус|вірус).{0,80}(?:geprüft|провер|перевір|avast|\bavg\b)"
    r"|без вирус|без вірус|sin virus|sans virus|libre de virus|wolny od wirus|mailscanner|avast\.com|avg\.com",
    re.IGNORECASE,
)
SCANNER = ("vir", "вир", "вір", "avast", "avg", "malware", "scan")
"""A scanner says that it has looked; each such footer has one of these in it."""

PRINT = ("print", "umwelt", "ausdruck", "imprim", "stampa", "печат", "друкув", "принтира", "druk")
PRINTING = re.compile(
    r"(?:the|our) (?:environment|trees|planet)|before (?:you )?print|umwelt|ausdruck(?:en|st)|environnement"
    r"|antes de imprimir|prima di stampare|подума.{0,60}(?:печат|природ|окружающ)|перш ніж друкувати"
    r"|преди да .{0,20}(?:печата|принтира)|drukuj|wydrukowaniem",
    re.IGNORECASE,
)
"""Those that spare trees."""

AD = re.compile(
    r"hotmail|\bmsn\b|yahoo|gmx|web\.de|freenet|lycos|\baol\b|juno|outlook\.com|mail\.ru|rambler|yandex|яндекс|ukr\.net"
    r"|abv\.bg|libero|tiscali|orange\.fr|wp\.pl|onet|interia|netscape",
    re.IGNORECASE,
)
"""Below a line of dashes: the provider of a free mailbox speaks of itself."""

BANNER = re.compile(
    r"\W{0,6}(?:caution|warning|external|attention|notice|this (?:e-?mail|message)|achtung|vorsicht|hinweis"
    r"|diese e-?mail|внимание|увага)\b.{0,100}(?:from (?:outside|an external)|outside (?:of )?(?:the|your|our) "
    r"|external (?:sender|e-?mail|source)|unknown sender|von außerhalb|extern\w{1,2} (?:absender|e-?mail|quelle)"
    r"|внешн\w{1,3} (?:отправител|источник|адрес|почт)|зовнішн\w{1,4} (?:відправник|джерел|адрес)"
    r"|външ\w{1,3} (?:подател|източник|адрес))|\[(?:external|extern|ext)\]$|you don['’]t often get e-?mail from"
    r"|sie erhalten nicht (?:häufig|oft) e-?mails von|вы нечасто получаете письма от|vous (?:ne recevez"
    r"|n['’]obtenez) pas souvent|no suele recibir correo",
    re.IGNORECASE,
)
"""What a firm's server puts above mail from outside."""

_CONFIDENTIAL = (
    "confiden, privileged, intended, sole use, named person, disclaimer, vertraulich, bestimmt, riservat, destinatari, "
    "exclusiv, poufn, przeznaczon, vertrouwelijk, uitsluitend, fortrolig, konfiden, luottamuks, bizalmas, gizli"
)
_MORE_CONFIDENTIAL = (
    "rechtlich geschützt, für den adressaten, důvěrn, dôvern, wyłącznie, εμπιστευτικ, конфиденциал, предназначен, "
    "адресат, конфіденці, призначен, поверителн"
)
NOTICE = tuple(_CONFIDENTIAL.split(", "))
NOTICE_ANYWHERE = (*NOTICE, *_MORE_CONFIDENTIAL.split(", "))
"""Each notice of secrecy has one of these in it, in lower case; the first ones are ASCII."""

THIS_MAIL = re.compile(
    r"e-?mail|message|communication|transmission|correspondence|\bfax\b|nachricht|mitteilung|courriel|mensaje|correo"
    r"|messaggio|mensagem|wiadomo|bericht|meddela|besked|zpráv|správ|üzenet|mesaj|ileti|μήνυμα|сообщени|письм"
    r"|повідомлен|лист|съобщени|писмо",
    re.IGNORECASE,
)
MISTAKE = re.compile(
    r"\bin error\b|by mistake|erroneously|(?:intended|named|actual) (?:recipient|addressee)|addressee|(?:use"
    r"|person) of the named|named person|strictly prohibited|irrtümlich|versehentlich|irrtum|(?:richtige"
    r"|beabsichtigte)r? (?:adressat|empfänger)|unbefugt|par erreur|destinataire|por error|por erro|destinatari"
    r"|per errore|pomyłk|adresat|vergissing|geadresseerde|fejl|misstag|omyl|virhe|tévedés|yanlışlıkla|λάθος|ошибк"
    r"|ошибочн|адресат|помилк|одержувач|грешка|получател",
    re.IGNORECASE,
)
"""A notice of secrecy speaks of the mail, of secrecy, and of those whom it was not meant for."""

NOTICE_HEAD = re.compile(
    r"(?:confidentiality|legal|privileged)(?: \w{1,20})? (?:notice|note|disclaimer|statement)|(?:disclaimer"
    r"|important notice)\W{0,6}$|vertraulichkeitshinweis|haftungsausschluss",
    re.IGNORECASE,
)
"""It may have a heading."""
