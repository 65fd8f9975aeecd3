"""How mail programs say who wrote what they quote, in the languages of their users: data for `rules.attributions`.

Every pattern is tried on one or a few joined short lines and has no two ways to match the same text.
"""

from __future__ import annotations

import re

from triage.rules.quote_marks import DATE

_WROTE = (
    # en, de, nl
    r"wrote|writes|has written|schrieb|schreibt|geschrieben|geschreven|schreef"
    # ru, uk, bg, sr
    r"|(?:на|по)?писал(?:а|\(а\)|\(-а\))?|пишет|пише|сообщает|(?:на)?писа(?:в|ла)(?:\(-?ла\)|\(а\))?|надісла(?:в|ла)"
    r"|написа|писа|написа(?:о|ла)(?:/ла|\(ла\))?"
    # fr, es, it, pt, ca, gl, eu, ro
    r"|a écrit|a ecrit|écrit|écrivait|escribió|escribio|escribe|ha scritto|scrive|escreveu|escreve|va escriure"
    r"|ha escrit|escribiu|idatzi du|a scris|scrie"
    # pl, cs, sk, hr, sl
    r"|napisał(?:a|\(a\))?|pisze|napsal(?:a|\(a\))?|napísal(?:a|\(a\))?|píše|(?:na)?pisa(?:o|la)(?:/la|\(la\))?|piše"
    # sv, da, no, is, fi, et, lt, lv
    r"|skrev|skreiv|skriver|skrifaði|kirjoitti|kirjutas|rašė|rakstīja"
    # hu, tr, el, vi, id, ar, he, fa
    r"|ezt írta|írta|yazdı|yazmış|έγραψε|đã viết|menulis|كتب/كتبت|كتبت?|כתב/ה|כתבה?|نوشت"
)
_UNSPACED = "写道|寫道|写到|のメール|(?:さん)?[はが]書きました|さんが書いた|님이 작성|작성|님이 쓴 글|เขียนว่า|ने लिखा"

# These four are tried on small letters: a choice among many words is far slower where case is ignored.
WROTE = re.compile(rf"(?<![^\W_])(?:{_WROTE})(?![^\W_])|{_UNSPACED}")
WROTE_UNSPACED = re.compile(_UNSPACED)
SENT = re.compile(r"\b(?:said|says|sent|posted|responded|replied|commented|comments|added)\b")
"""What a program says only between a date and an address, and a person says often."""

_LAST = (
    "wrote sent schrieb geschrieben écrit ecrit escribió scritto escreveu napisał napisał(a) napisała schreef "
    "geschreven skrev kirjoitti написал написала написал(а) пишет пише написав написа napsal napsal(a) írta yazdı "
    "έγραψε"
)
LAST_WORDS = frozenset(_LAST.split())
"""The last word of an attribution that ends without a colon (Zoho, Nabble)."""

_VERBS = (
    "wrote writes written said says sent posted responded replied commented comments added schrieb schreibt schrieben "
    "schriebst geschrieben geschreven schreef писал писала написал написала писали написали пишет пишете пише писав "
    "написав надіслав надіслала сообщает написа писа писахте написахте написао написало écrit ecrit écrivait écriviez "
    "escribió escribio escribe escribiste scritto scrive escreveu escreve escriure escrit escribiu idatzi scris scrie "
    "napisał napisała pisze napsal napsala napísal napísala píše napisao napisala pisao piše skrev skreiv skriver "
    "skrifaði kirjoitti kirjutas rašė rakstīja írta yazdı yazmış έγραψε viết menulis كتب كتبت כתב כתבה نوشت quoting "
    "zitat citando cytowanie cituji citeren citerar citat citado citada цитирую цитування цитирам цитат quotando"
)
VERBS = frozenset(_VERBS.split())
"""Words without one of which, and without a figure or an address, no line says who wrote."""

WORD = re.compile(r"[^\W\d_]+")

YOU_WROTE = re.compile(
    r"(?<![^\W_])(?:you wrote|you said|you sent|du schriebst|(?:sie|du|ihr) schrieben|schriebst du|schrieben sie|(?:вы"
    r"|ты) (?:на)?писал[аи]?|вы пишете|ви (?:на)?писали|ти (?:писав|писала|писа)|(?:на)?писахте"
    r"|vous (?:avez )?écri(?:t|viez)"
    r"|escribiste|hai scritto)(?![^\W_])"
)
"""Said to the reader: The Bat! does so, and a person who quotes in their own words."""

I_WROTE = re.compile(
    r"\b(?:i|we) (?:wrote|said|sent|replied|responded|posted|have written)\b|schrieb(?:en)? (?:ich|wir)\b|(?:ich"
    r"|wir) schrieb|\bhaben? (?:ich|wir)\b|\b(?:ich|wir) habe|(?<!\S)(?:я|мы|ми) (?:\w{1,20} )?(?:на)?писа"
    r"|(?<!\S)(?:на)?писал[аи]? (?:я|мы)\b|j['’]ai écrit"
)
"""What no mail program says."""

_ON = (
    r"on|at|in article|in message|in an? (?:message|e-?mail) dated|am|den|le|il|in data|el|el dia|em|no dia|op|w dniu"
    r"|dnia|dne|dňa|dana|pe|pe data de|la|în|în data de|på|vào|pada|v|kuupäev|στις|в|во|на|у|о|від|от|от дата|在|于|於"
    r"|في|بتاريخ|ב|בתאריך|ב-|ในวันที่|เมื่อ|date|data|datum|дата"
)
STARTER = re.compile(
    rf"(?:{_ON})[\s,:]{{1,2}}.{{0,60}}\d|(?:在|于|於|ב-)\s?\d"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2}|\d{4}[./-]\s?\d{1,2}[./-]\s?\d{1,2}|\d{4}\s?[年년]|\d{4}\.\s[^\W\d]{3,14}\.?\s\d"
    r"|\d{1,2}\.?\s[^\W\d]{3,14}\.?,?\s\d{4}|[^\W\d_]{2,14}[.,]{1,2}\s(?:[^\W\d_]{3,14}\s)?\d{1,4}[.,\s]"
    r"|[^\W\d_]{2}\s\d{1,2}\.\s"
    r"|[^\W\d_]{3,14}\s\d{1,2},\s\d{4}|\d{1,2}-[^\W\d]{3}-\d{2,4}|\d{1,2}:\d\d\b",
    re.IGNORECASE,
)
"""How an attribution begins: a preposition and a figure, a date, a day of the week and a figure."""

FIGURE = re.compile(r"\d")
DATE_EARLY = re.compile(rf".{{0,70}}?(?:{DATE})", re.IGNORECASE)
HAS_DATE = re.compile(DATE, re.IGNORECASE)
HAS_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_BOX = r"[^\s<>()\[\]@]{1,100}@[^\s<>()\[\]@]{1,100}"
ADDRESS_LAST = re.compile(rf"[<(\[]\s?{_BOX}\s?[>)\]]{{1,2}}\W{{0,3}}$")
ADDRESS_SET_OFF = re.compile(rf"[<(\[]\s?{_BOX}\s?[>)\]]|(?<!\S){_BOX}\W{{0,2}}$|^{_BOX}(?=\s)")
"""An address in brackets, or the first or last word."""

CITED = re.compile(
    r"(?:quoting|zitat von|citando(?: a)?|mensaje citado por|mensagem citada por|cytowanie|cituji|citeren|citerar"
    r"|citat|цитирую|"
    r"цитування|цитирам|цитат(?: на писмо)?(?: от| від)?|scrive|quotando)\s",
    re.IGNORECASE,
)
"""Horde and others: "Quoting Ann <…>:"."""

LED = re.compile(
    r"(?:from|von|от|від|de|da|od|wiadomość|missatge|message|mensaje|mensagem|messaggio"
    r"|bericht)\b.{0,100}[<(]",
    re.IGNORECASE,
)
MOMENT_LAST = re.compile(r"(?:\d[:.]\d\d|\d{4})\W{0,3}(?:[^\W\d]{1,4}\.?)?\W{0,3}[:：]$")
"""From whom, then when: no verb is needed."""

UNFINISHED = re.compile(r"[<>(\[]|[^\W_]{1,12}:|\d{1,2}:\d\d", re.IGNORECASE)
"""A line that cannot be the first of an attribution."""

SENTENCE_END = re.compile(r"[.!?…:;]$")
OWN_QUOTE = re.compile(r"[\"“„«‚'‘]")
"""What follows is put in quotation marks: a person quotes."""
