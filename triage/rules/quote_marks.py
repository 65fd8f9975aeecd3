"""Lines that set another mail apart, as mail programs write them in many languages: data for `rules.quoting`.

Every pattern is tried on one short line and has no two ways to match the same text.
"""

from __future__ import annotations

import re

DASHES = "-‐‑‒–—−_=*~#"
DATE = (
    r"\d{1,2}:\d\d|kl(?:o|\.)? ?\d{1,2}[.:]\d\d|(?<!\d)(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2}|(?<!\d)\d{4}[./-] ?\d{1,2}[./-] ?\d"
)
"""A time, a year or a date in figures."""

STRONG = re.compile(rf"{DATE}|[^\s<>@]@[^\s<>@]", re.IGNORECASE)
"""A date, a time or an address: what a person who writes "he wrote:" does not put there."""

# What a line is called is tried on small letters: a choice among many words is far slower where case is ignored.
FORWARDED = re.compile(
    r"forward|\bfwd\b|weitergeleitet|doorgestuurd|vidarebefordra|videresend|välitetty|edelleenlähet|edastatud"
    r"|пересыла|переслан|перенаправл|переадресован|пересил|препратен|прослеђ|proslijeđ|prosleđ|posredovan|preusmer"
    r"|transféré|réexpédié|transmis|reenvia|inoltrat|encaminhad|redirecționat|przekaz|przesłan|přeposl|preposl"
    r"|persiųst|pārsūt|továbbít|iletil|yönlendir|προωθ|chuyển tiếp|diteruskan|転送|转发|轉寄|전달|موجهة|הועבר"
)
ORIGINAL = re.compile(
    r"origin|\breply (?:message|separator)|initial|antwort(?:[ -]?nachricht|mail)|ursprünglich|ursprunglig"
    r"|oorspronkelijk|oprindelig|opprinnelig|alkuperäi|algne|исходн|начальн|оригинал|вихідн|початков|оригінал"
    r"|oryginaln|původní|pôvodn|izvorn|izvirn|pradin|pirmin|sākotnēj|eredeti|orijinal|özgün|αρχικ|\bgốc\b|\basli\b"
    r"|元の|原始|原邮件|原件|원본|الأصلي|اصلی|מקורי|ต้นฉบับ"
)
MAIL = re.compile(
    r"message|mail|appointment|separator|nachricht|termin|bericht|meddel|brev|besked|melding|viesti|\bkiri|sõnum"
    r"|skilaboð|сообщени|письм|повідомлен|\bлист|съобщени|писмо|порук|wiadomo|zpráv|správ|poruk|sporočil|laišk|žinut"
    r"|ziņojum|mensaje|correo|mensagem|messaggio|missatge|mesaj|üzenet|levél|ileti|posta|μήνυμα|\bthư\b|tin nhắn|pesan"
    r"|メッセージ|邮件|郵件|메시지|메일|رسالة|پیام|הודעה|ข้อความ"
)
"""Words of "original message" and "forwarded message" as they stand between dashes."""

BEGIN = re.compile(
    r"begin|anfang|début|inicio|inizio|início|начало|початок|początek|början|začátek|alku|έναρξη|下面是|開始|以下",
    re.IGNORECASE,
)
"""How Apple Mail begins a forwarded mail."""

_LINE = "line|linie|zeile|строк|лини|черт|рядк|ліні| ред|ligne|línea|linea|riga|linha|linii|lijn|regel|rad|linje"
LINE = tuple(_LINE.split("|"))
"""What a help desk calls the line above which it asks to reply."""

REPLY_ABOVE = re.compile(
    r"(?:reply|respond|answer|write|type).{0,30}\babove\b.{0,20}\bline\b"
    r"|\babove\b.{0,20}\bline\b.{0,30}(?:reply|respond|answer)"
    r"|(?:antwort|schreib).{0,30}(?:über|oberhalb).{0,20}(?:linie|zeile)"
    r"|(?:über|oberhalb).{0,20}(?:linie|zeile).{0,30}antwort"
    r"|(?:ответ|пишите).{0,30}(?:выше|над).{0,20}(?:строк|лини|черт)"
    r"|(?:выше|над).{0,20}(?:строк|лини|черт).{0,30}ответ"
    r"|(?:відповід|пишіть).{0,30}(?:вище|над).{0,20}(?:рядк|ліні)|(?:отговор|пишете).{0,30}над.{0,20}(?:ред|лини)"
    r"|(?:répon|écri).{0,30}au-dessus.{0,20}ligne|(?:respond|escrib|respuesta).{0,30}(?:encima|arriba).{0,20}línea"
    r"|rispond.{0,30}sopra.{0,20}(?:linea|riga)|respond.{0,30}acima.{0,20}linha|odpow.{0,30}(?:powyżej|nad).{0,20}lini"
    r"|antwoord.{0,30}boven.{0,20}(?:lijn|regel)|svar.{0,30}(?:ovanför|over|ovenfor).{0,20}(?:rad|linje)",
    re.IGNORECASE,
)
"""Help desks ask to reply above such a line; what stands below is theirs."""

GROUPWISE = re.compile(r">>> ?[^>].{2,160}[^>] ?>>>|>>> ?[^>].{2,160}> ?>>>")
"""GroupWise: who and when, between arrows; the mail below bears no marks."""

RULE = re.compile(rf"[{re.escape(DASHES)}·•]{{3,}}|[{re.escape(DASHES)}ᐧ]{{1,2}}")
"""A line that parts; the last one is left behind by Gmail's watchers of who has read."""

INITIALS = re.compile(r"([A-ZА-ЯІЇЄҐ]{1,3})>{1,4}(?: |$)")
"""The Bat! quotes with the writer's initials."""

PROMPTS = frozenset({"SQL", "CLI", "DOS", "CMD", "SSH", "FTP", "GDB", "PDB", "IRB", "PHP"})
"""What stands before ">" in a console."""

OTHER_MARKS = "|»›"
"""Marks of rare programs: only below a line that says who wrote."""

LOST_END = re.compile(r"> ?[^\W_].{0,30}[:：]")
"""An address was broken so that its end looks like a quote: "<ann@client.example", "> wrote:"."""

DEPTH = re.compile(r"(?:> ?)+")
"""How deep a quote is: a mark for each."""

EDGES = frozenset(DASHES + "<>[]()|+»›:：")
"""What a line that sets another mail apart begins or ends with."""

SIGNATURES = frozenset({"--", "—", "––", "- --"})
SEALED, SEALED_WITH, SEAL = "-----BEGIN PGP SIGNED MESSAGE-----", "Hash: ", "-----BEGIN PGP SIGNATURE-----"
