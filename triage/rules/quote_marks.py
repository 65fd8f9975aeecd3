"""How mail programs introduce what they quote, in the languages of their users: data for `rules.quoting`.

Every pattern is tried on one short line and has no two ways to match the same text.
"""

from __future__ import annotations

import re

_WROTE = (
    "wrote|writes|said|schrieb|schreibt|пишет|пише|писал|писала|написал|написала|написав|написала|писав|написа|написал\\(а\\)"
    "|написав\\(-ла\\)|a écrit|écrit|escribió|ha scritto|escreveu|napisał|napisała|napisał\\(a\\)|pisze|schreef|skrev"
    "|kirjoitti|napsal|napsal\\(a\\)|napísal|a scris|írta|yazdı|写道"
)
_DATE = r"\d{1,2}:\d\d|\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}"

STRONG = re.compile(rf"{_DATE}|[^\s<>@]@[^\s<>@]")
"""A date, a time or an address: what a person who writes "he wrote:" does not put there."""

ENDING = re.compile(r"[:：]\W{0,2}$")

ATTRIBUTION = re.compile(
    rf"(?:^|[\s>,\"»”)])(?:{_WROTE})(?:[\s,:：]|$)|(?:{_DATE}).{{0,300}}<\s?[^<>\s]{{1,200}}@[^<>\s]{{1,200}}>\W{{0,2}}[:：]$",
    re.IGNORECASE,
)
"""A line that says who wrote, or a date with the writer's address behind it (Yandex, Mail.ru, Gmail in Russian)."""

STARTER = re.compile(
    r"(?:on|am|le|el|il|em|op|den|dne|dnia|w dniu|pe|på|в|на|у|від|от)\s.{0,60}\d"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2}|\d{4}-\d\d-\d\d|\d{1,2}\s[^\W\d]{3,10}\.?\s\d{4}"
    r"|[^\W\d]{2,12}[.,]{1,2}\s\d{1,2}[.\s]",
    re.IGNORECASE,
)
"""How an attribution over several lines begins: a preposition and a figure, a date, a day of the week and a figure."""

ORIGINAL = re.compile(
    r"\s{0,8}[-_=*]{2,}\s?(?:original message|original appointment|forwarded message|reply message|"
    r"(?:ursprüngliche|original|weitergeleitete)[ -]?nachricht|исходное сообщение|пересылаемое сообщение|"
    r"пересланное сообщение|переадресованное сообщение|оригинальное сообщение|"
    r"вихідне повідомлення|оригінальне повідомлення|переслане повідомлення|"
    r"перенаправлене повідомлення|оригинално (?:съобщение|писмо)|препратено (?:съобщение|писмо)|message d.origine|"
    r"message transféré|mensaje original|messaggio originale|mensagem original|wiadomość oryginalna|"
    r"oryginalna wiadomość|oorspronkelijk bericht)"
    r"|\s{0,8}(?:begin forwarded message|anfang der weitergeleiteten nachricht|начало переадресованного сообщения|"
    r"начало на препратеното съобщение|початок листа, що пересилається)\s?:",
    re.IGNORECASE,
)

DASHED = re.compile(r"\s{0,8}-{3,}\s?[^\W\d_][\w'’ ]{2,40}[^\W_]\s?-{3,}\s{0,8}")
"""A dashed line with words in it, in any language."""

RULE = re.compile(r"\s{0,8}(?:_{5,}|-{5,}|—{3}|={5,})\s{0,8}")

_FROM = "from|von|от|від|de|da|od|van|från|fra|lähettäjä|expéditeur|mittente"
_OTHERS = (
    "sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|отправлено|дата|кому|копия|тема|надіслано|відправлено|"
    "копія|изпратено|до|относно|копие|envoyé|à|objet|enviado(?: el)?|fecha|para|asunto|inviato|oggetto|data|"
    "wysłano|wysłane|do|temat|dw|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til|emne"
)
FROM = re.compile(rf"[*_\s]{{0,8}}(?:{_FROM})[*_\s]{{0,8}}:.", re.IGNORECASE)
FIELD = re.compile(rf"[*_\s]{{0,8}}({_FROM}|{_OTHERS})[*_\s]{{0,8}}:", re.IGNORECASE)
"""A field of a quoted header, in the language of the program that quoted it."""

DEVICE = re.compile(
    r"\s{0,8}(?:(?:sent|written|posted) (?:from|via|with|on) (?:my |the |a )?(?:i(?:phone|pad)|android|samsung|galaxy|"
    r"mobile|phone|blackberry|huawei|xiaomi|windows|yahoo|outlook|mail|gmail|proton|nokia|tablet).{0,60}"
    r"|get outlook for .{0,40}|von meinem .{2,40} gesendet|gesendet (?:von|mit) (?:meinem |der |mein )?.{2,40}"
    r"|отправлено (?:с|со|из) .{2,60}|надіслано (?:з|із|зі) .{2,60}|відправлено (?:з|із|зі) .{2,60}"
    r"|изпратено от (?:моя |моето )?.{2,60}|envoyé (?:de|depuis) mon .{2,40}|enviado (?:desde|do) (?:mi |meu )?.{2,40}"
    r"|inviato da(?:l mio)? .{2,40}|wysłan[eo] z .{2,40}|verzonden vanaf mijn .{2,40}|skickat från min .{2,40})\s{0,8}",
    re.IGNORECASE,
)
"""A line that a phone or a web mailer adds."""
