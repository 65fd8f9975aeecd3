"""Lines that phones and mail programs add ("Sent from my iPhone"), in many languages: data for `rules.footers`.

Every pattern is tried on one short line and has no two ways to match the same text.
"""

from __future__ import annotations

import re

LONGEST = 80  # characters, without an address that is linked
LONGEST_LINKED = 390
MOST_WORDS = 12

_SENT_FROM = (
    # en, de
    r"(?:this (?:e-?mail|message) was )?(?:sent|posted|written|typed|shared) (?:from|via|with|on|using) ",
    r"(?:gesendet|geschickt|versendet|geschrieben) (?:von|vom|mit|über|per|aus) ",
    r"(?:von|vom) (?:meinem|meiner|unserem|unterwegs|samsung|iphone|ipad)\b.{0,40}(?:gesendet|geschickt|versendet)",
    r"diese (?:nachricht|e-?mail) wurde (?:von|mit) (?:meinem|einem|meiner|der) ",
    # ru, uk, bg
    r"(?:это (?:письмо|сообщение) )?(?:отправлено|отправлен|послано|написано) (?:с|со|из|через|при помощи) ",
    r"(?:надіслано|відправлено|надісланий|послано) (?:з|із|зі|через|від|за допомогою) ",
    r"(?:изпратено|изпратен) (?:от|чрез|с|през) ",
    # fr, es, ca, pt, it, ro
    r"(?:envoyée?|expédié|provenance) ?:? ?(?:de|du|depuis|à partir|via|avec|courrier)",
    r"(?:enviad[oa]|enviat) (?:desde|del|de|do|da|des|a partir|pelo|via|con|com|mediante) ",
    r"(?:inviat[oa]|spedito) (?:da|dal|dalla|con|tramite|via) ",
    r"trimis (?:de pe|din|de la|cu|prin|de) ",
    # pl, cs, sk, hr, sr
    r"(?:wysłane|wysłano|wysłana) (?:z|ze|za|przy|przez) ",
    r"(?:odesláno|odoslané|poslané|posláno) (?:z|ze|zo|pomocí|pomocou|přes) ",
    r"(?:poslano|poslato|послато|послано) (?:s|sa|iz|z|с|са|из) ",
    # nl, sv, da, no, fi, et, lt, lv
    r"(?:verzonden|verstuurd|gestuurd) (?:vanaf|vanuit|van|met|via|door) ",
    r"(?:skickat|sänt|skickades) (?:från|med|via) ",
    r"sendt? (?:fra|med|via) ",
    r"lähetetty |saadetud |išsiųsta (?:iš|naudojant) |nosūtīts (?:no|izmantojot) ",
    # hu, el, vi, id, th, zh, ar, he
    r"(?:elküldve|küldve) |(?:στάλθηκε|εστάλη) (?:από|μέσω|με) |(?:được )?(?:đã )?gửi từ |dikirim dari |ส่งจาก",
    r"发自|發自|发送自|أ?ُ?رسلت من|تم الإرسال من|נשלח מ",
)
SENT_FROM = re.compile(rf"[-—–*\s]{{0,4}}(?:{'|'.join(_SENT_FROM)})", re.IGNORECASE)
SENT_LAST = re.compile(
    r"(?:az |a |私の|나의 |내 |从我的 ?|從我的 ?|来自我的 ?)?(?:i ?phone|i ?pad|android|samsung|galaxy|huawei|xiaomi"
    r"|outlook).{0,30}(?:küldve|gönderildi|から送信|で送信|에서 보냄|傳送|发送)[.!。]?$",
    re.IGNORECASE,
)
"""Who sent it, then that it was sent."""

_SYSTEM = r"(?<![a-z])(?:ios|android|mac|windows|iphone|mobile)(?![a-z])"
GET_OUTLOOK = re.compile(rf"outlook.{{0,30}}{_SYSTEM}|{_SYSTEM}.{{0,30}}outlook", re.IGNORECASE)
_GET = (
    "get download holen laden beziehen herunterladen получить скачать скачайте отримати отримайте завантажити вземете "
    "изтеглете télécharger téléchargez obtenez obtenir obtener obtenga descargar obter obtenha ottieni scarica "
    "obțineți descărcați pobierz uzyskaj získat stáhnout získať ontvang ophalen downloaden hämta skaffa hent skaff "
    "hanki λήψη tải dapatkan 获取 取得 を入手 받기 얻기 edinin"
)
GET = frozenset(_GET.split())
MOST_GET_WORDS = 8

DEVICE = re.compile(
    # makes and models
    r"i ?phon|i ?pad|i ?pod|apple watch|android|samsung|galaxy|huawei|honor\b|xiaomi|redmi|\bpoco\b|oppo|\bvivo\b"
    r"|oneplus|\bpixel\b|nokia|motorola|\bmoto\b|\blg\b|\bhtc\b|sony|xperia|blackberry|\bpalm\b|windows (?:phone"
    r"|1[01]|mail)"
    # kinds of devices
    r"|smart ?phone|cell ?phone|\bcell\b|\bphone\b|\bapp\b|device|handphone|\bhandy\b|handheld|tablet|планшет"
    r"|\bmobile?\b|mobiltelefon|mobilgerät|gerät|mobilny|móvil|portable|celular|cellulare|t[eé]l[eé](?:ph|f)[oó]n"
    r"|telefoon|puhelime|κινητ|смартфон|телефон|мобильн|мобільн|мобилн|appareil|dispositivo|urządzeni|cihaz|устройств"
    r"|пристро|手机|手機|携帯|スマートフォン|스마트폰|휴대|הטלפון|הנייד|جوال|هاتف"
    # programs and mailers
    r"|(?:mail|mailapp?|courrier|correo|posta|poczta|почт\w{0,4}|пошт\w{0,4}|поща|e-?mail) (?:for|für|pour|para|per"
    r"|dla|voor|для|за) |poczta\b|outlook|gmail|yahoo|\bproton|\baol\b|\bgmx\b|web\.de|t-online|freenet|\b1&1\b"
    r"|\bspark\b|airmail|edison mail|mailbox|\bnine\b|blue ?mail|mailbird|thunderbird|k-9|fairemail|canary|superhuman"
    r"|\btuta|posteo|zoho mail|fastmail|shortwave|polymail|mailspring|em client|the bat|vivaldi|libero|virgilio"
    r"|orange|laposte|onet|seznam|interia|рамблер|rambler|яндекс|yandex|mail\.ru|mymail|ukr\.net|\bi\.ua\b|meta\.ua"
    r"|abv\.bg|mail\.bg|naver|daum|kakao|qq邮箱|网易",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\b(?:yesterday|today|tomorrow|to (?:you|your|him|her|them|us|me)|gestern|heute|ihnen|dir|euch|habe|вчера"
    r"|сегодня|вам|тебе|вчора|сьогодні|днес|hier|ayer|hoy|ieri|oggi|ontem|hoje|wczoraj|dziś|gisteren|vandaag)\b",
    re.IGNORECASE,
)
"""What a person says who tells how something was sent."""

ALONE = re.compile(
    r"(?:sent )?via (?:mobile|phone|iphone|ipad)|(?:sent )?from (?:my |a )?(?:mobile|phone|i ?phone"
    r"|i ?pad)(?: \d{1,2})?|sent on the go|von unterwegs(?: gesendet)?",
    re.IGNORECASE,
)
MY_DEVICE = re.compile(r"[-—–*\s]{0,4}[Ss]ent from my [A-Z0-9][\w.-]{0,30}(?: \S{1,30}){0,5}")
LINKED = re.compile(
    r"\s?[<(\[]\s?(?:https?://|mailto:|www\.)[^<>()\[\]\s]{1,300}\s?[>)\]]|\s?https?://\S{1,300}$|\s?\[\d{1,3}\]",
    re.IGNORECASE,
)
"""An address behind the words that are linked."""
