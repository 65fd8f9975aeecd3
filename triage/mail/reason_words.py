"""Why mails fail, in plain words, and the words of servers that say so; the first that fits counts."""

from __future__ import annotations

import re

Reasons = tuple[tuple[str, re.Pattern[str]], ...]


def _reasons(*reasons: tuple[str, str]) -> Reasons:
    return tuple((plain, re.compile(words, re.IGNORECASE)) for plain, words in reasons)


PLAIN_WORDS = _reasons(
    (
        "mail loop",
        r"mail(?:er)? loop|loop(?:ing|s back)|too many (?:hops|received)|hop count|message looping"
        r"|routing loop",
    ),
    (
        "a virus was found in it",
        r"\bvirus|malware|infected|trojan",
    ),
    (
        "mail too large",
        r"too (?:large|big)|(?:line|message|mail) (?:is )?too long|size (?:limit|exceed|of the message)"
        r"|exceeds? (?:the )?(?:fixed )?(?:maximum|max)[^.]{0,40}size"
        r"|message (?:size|length) (?:exceed|limit|larger)|maximum (?:message|allowed) size|zu groß"
        r"|слишком (?:большо|велик)|trop volumineux|demasiado grande",
    ),
    (
        "mailbox full",
        r"(?:mail)?box (?:is |has )?(?:full|exceed|over|quota)|full mailbox|over ?(?:the )?quota"
        r"|quota (?:exceed|violat|is full|full)|exceed\w*[^.\n]{0,40}quota|mailbox size limit"
        r"|(?:insufficient|not enough)[^.\n]{0,20} (?:disk|storage|space)|storage (?:quota|limit|allocation)"
        r"|out of (?:storage|disk) space|user mailbox exceeds"
        r"|exceeded[^.\n]{0,30} (?:storage|space|mailbox|local limit)|inbox is full|disk (?:quota|full)"
        r"|(?:mail)?box[^.\n]{0,20} (?:is )?out of|postfach (?:ist )?(?:voll|überfüllt)"
        r"|boîte[^.\n]{0,20} pleine|buz[oó]n[^.\n]{0,20} lleno|casella[^.\n]{0,20} piena|ящик переполнен"
        r"|скринька переповнена|кутия[^.\n]{0,20} пълна|容量[^。\n]{0,20}(?:超|不足)|が一杯|がいっぱい",
    ),
    (
        "mailbox disabled",
        r"(?:account|mailbox|user|address|recipient|e-?mail)[^.\n]{0,30}(?:disabled|suspended|inactive|locked"
        r"|deactivated|closed|not active|expired account|terminated|discontinued)"
        r"|(?:disabled|suspended|inactive|deactivated) (?:account|mailbox|user|recipient)"
        r"|no longer (?:active|in use|on server|available)|заблокирован(?:а)? учетн|ящик (?:отключ|заблок)",
    ),
    (
        "the recipient has moved",
        r"(?:has|have) (?:moved|changed (?:his|her|their|its) (?:e-?mail )?address)"
        r"|new (?:e-?mail )?address is",
    ),
    (
        "relaying denied",
        r"relay(?:ing)? (?:access )?(?:is )?(?:denied|not (?:permitted|allowed)|prohibited|disabled)"
        r"|(?:not permitted|unable|not allowed) to relay|no relay|relay(?:ing)? not|we do not relay"
        r"|relay operation rejected",
    ),
    (
        "host not found",
        r"(?:host|domain|name server|mx|dns)[^.\n]{0,30} (?:unknown|not (?:be )?found|not exist|unrouteable"
        r"|lookup failure)"
        r"|unknown (?:host|domain)|no (?:such )?(?:host|domain|mx)\b|unrouteable (?:mail )?domain"
        r"|domain (?:does ?n[o'’]t|doesnt) exist|(?:illegal|bad|invalid) (?:host|domain)"
        r"|couldn['’]t find any host|nxdomain|name or service not known|no route found to domain"
        r"|host(?:name)? (?:lookup|could not be)",
    ),
    (
        "no such mailbox",
        r"(?:user|recipient|mailbox|account|address|addressee|alias)[\w\s<>@.:,'\x22()-]{0,60} (?:is )?(?:unknown"
        r"|not (?:be )?(?:found|known|exist|listed|recogni[sz]ed|valid)|does ?n[o'’]t exist|doesnt exist"
        r"|unavailable|invalid|did not exist)"
        r"|(?:unknown|invalid|no such|non-?existent|bad|illegal|unrouteable|incorrect|nonexistent"
        r"|undeliverable) (?:local )?(?:user|recipient|mailbox|account|address|addressee|alias|local[- ]part"
        r"|person|final delivery userid)"
        r"|no (?:mailbox|account|such (?:user|person|address|recipient|mailbox))"
        r"|not (?:a valid|our|listed in|a known|an? (?:current|active))"
        r"|doesn['’]t have an? [^\n]{0,40} account|recipient address(?:es)? rejected ?: access denied"
        r"|address rejected\.?$|not our customer|does not have an account|not exist"
        r"|(?:user|email|mailbox)? ?not found|user unknown|unknown user"
        r"|kein(?:e)? (?:benutzer|empfänger|postfach)|unbekannt(?:er)? (?:empfänger|benutzer)"
        r"|empfänger[^.\n]{0,20} (?:unbekannt|nicht gefunden)|n['’]existe pas|inconnu|no existe|desconocid"
        r"|inesistente|não existe|nie istnieje"
        r"|не (?:существует|найден|зарегистрирован|існує|знайдено|съществува)|нет такого|見つかりません"
        r"|ありません|存在しません"
        r"|不存在",
    ),
)
"""Words that mean one thing only."""

VAGUE_WORDS = _reasons(
    (
        "blocked as spam",
        r"spam(?!cop|haus)|junk|unsolicited|\buce\b|\bube\b|bulk mail|blacklisted url"
        r"|content (?:filter|rejected|block)|message content|looks like|spamscore|recommended that|similar to"
        r"|бот|спам",
    ),
    (
        "my mail server is blocked there",
        r"block ?list|black ?list|\brbl|dnsbl|spamhaus|spamcop|barracuda|reputation"
        r"|(?:ip|client|host|server|address|messages from)[^\n]{0,60}(?:block|banned|denied|weren['’]t sent|listed)"
        r"|reverse dns|\bptr\b|rdns|dul\b|dynamic(?:ally)? (?:ip|address|allocated)|cannot find your hostname"
        r"|poor|access denied|\bbanned",
    ),
    (
        "the sender is not accepted",
        r"sender (?:address )?(?:is )?(?:rejected|refused|denied|blocked)|\bspf\b|\bdkim\b|\bdmarc\b"
        r"|sender (?:id|policy|verif|address|domain)|authenticat|unauthenticated|spoof",
    ),
    (
        "too many at once",
        r"at a rate|frequency limit|daily relay quota|too (?:many|much|fast)|rate ?(?:limit|control)|throttl"
        r"|exceeded[^.\n]{0,40}(?:rate|limit|connections)|try again later|deferred due to|greylist|slow down"
        r"|temporarily deferred",
    ),
    (
        "expired: the server gave up",
        r"(?:message|mail|delivery|envelope)[^.\n]{0,30} expired|time(?:out|d? out)|retry time|gave up"
        r"|giving up after|queue too long|could not be delivered for|been in the queue|too old"
        r"|not delivered (?:for|within|after)|(?:delivery|queue) (?:time|life)|for the last [0-9]+ seconds"
        r"|exceeded maximum delivery|cannot send message for|unable to deliver this message after",
    ),
    (
        "host not reachable",
        r"connection (?:refused|reset|timed|dropped|failed|was|lost)"
        r"|(?:host|network|server|destination|domain)[^.\n]{0,20} (?:unreachable|not reach|not respond|down"
        r"|unavailable)"
        r"|no route to|could not (?:connect|initiate)|unable to (?:connect|contact)|conversation with"
        r"|lost connection|can['’]t connect",
    ),
    (
        "against a rule there",
        r"polic(?:y|ies)|not (?:allowed|permitted|authori[sz]ed|accept)|permission|restrict|prohibited"
        r"|administrative|rejected by|refused|denied|unauthori[sz]ed|rejected|moderat",
    ),
    (
        "the server there has a fault",
        r"system (?:error|resources|failure|full|problem)|local (?:error|problem|configuration)|internal error"
        r"|service (?:not |currently )?(?:un)?available|resources|configuration|procmail|can['’]t create"
        r"|i/o error|temporary",
    ),
)
"""Words that yield to a status code which means one thing only."""
