"""The words of servers that report in plain text: that a mail failed, that it is late, where its copy begins."""

from __future__ import annotations

import re

FAILED = re.compile(
    # English
    r"permanent(?:ly)? (?:fatal )?(?:delivery )?(?:error|failure|failed)|failed permanently"
    r"|(?:could|can) ?not (?:be )?(?:deliver|sen[dt]\b|process|reach)|(?:couldn|can|wasn"
    r"|isn)['’]t (?:be )?(?:deliver|reach|sen[dt]\b)"
    r"|(?:was|were|been|message|mail) (?:not|never) (?:be(?:en)? )?(?:delivered|accepted|reached)|not delivered to"
    r"|(?:unable|not able|wasn['’]t able|failed|impossible) to (?:be )?(?:deliver|send)|undeliver(?:able|ed)"
    r"|trouble delivering|delivery (?:has |to \S{3,320} )?(?:failed|failure|error|problems?)|non-?deliver(?:y|ed)"
    r"|deliver(?:y|ing)[^\n]{0,60}\n?[^\n]{0,60} (?:failed|has failed|was unsuccessful)|did not (?:reach|receive)"
    r"|error (?:has )?(?:occurred )?(?:while |during |in )?(?:attempting to |processing|deliver|sending)"
    r"|had (?:permanent )?(?:fatal |delivery )+(?:errors?|problems?)|failed (?:addresses|recipients?)|failure reasons"
    r"|has been (?:returned|rejected|blocked|refused)|(?:was|were) (?:rejected|refused|bounced|blocked)|not accepted"
    r"|(?:mail|message)[^\n]{0,40} (?:is|was|being) (?:being )?returned|i['’]ve given up|giving up|gave up\b"
    r"|error(?:-for|-text| description)|returned (?:permanent )?errors?|returned to (?:the )?sender"
    r"|bounced?\b[^\n]{0,20}address"
    r"|user (?:is )?(?:unknown|not (?:known|found|listed))|unknown (?:user|recipient|address)|(?:no|not a valid"
    r"|invalid) (?:such )?(?:user|recipient|mailbox)"
    r"|not listed in|no valid recipients|mailbox (?:is )?(?:full|unavailable|exceeds)|exceeds allowed"
    r"|does ?n[o'’]t (?:exist|like)"
    r"|not a (?:valid|known|current)|incorrectly constructed|envelope expired|retry time(?:out)? (?:not reached"
    r"|exceeded)"
    r"|did(?: not|n['’]t) exactly match|no longer (?:valid|in use|exists)|host (?:unknown|not found)"
    r"|(?:notification|event)type\W{2,12}bounce"
    # German, Dutch
    r"|(?:konnte|kann)[^\n]{0,80} nicht (?:an [^\n]{1,80} )?(?:zugestellt|ausgeliefert|gesendet|übermittelt)"
    r"|nicht zustellbar|unzustellbar"
    r"|zustellung[^\n]{0,40} (?:fehlgeschlagen|gescheitert|nicht möglich)|(?:kon"
    r"|kan)[^\n]{0,60} niet (?:worden )?(?:bezorgd|afgeleverd)|onbestelbaar"
    # French, Spanish, Italian, Portuguese
    r"|n['’]a(?: pas)? pu (?:[eê]tre )?(?:remis|d[eé]livr|distribu|envoy|livr|achemin)|impossible de (?:remettre"
    r"|d[eé]livrer|distribuer)|[eé]chec de (?:la )?remise|non remis"
    r"|no (?:se )?(?:ha podido|pudo|puede|fue posible)(?: ser)? (?:entrega|enviar)|no (?:se )?entreg[oó]"
    r"|imposible entregar|error (?:de|en la) entrega"
    r"|(?:impossibile|non [eè] stato possibile) (?:recapitare|consegnare|inviare)|non [eè] stato (?:recapitato"
    r"|consegnato)|mancat[ao] (?:recapito|consegna)"
    r"|n[aã]o (?:foi poss[ií]vel|p[oô]de ser|pode ser|foi) entreg|falha n[ao] entrega"
    # Polish, Czech, Scandinavian
    r"|nie (?:można|mogła|udało się|została|zostało)[^\n]{0,40} dostarcz|niedostarczon|(?:nelze"
    r"|nebylo možné)[^\n]{0,40} doručit|nebyl[ao]? doručen|kunn?[ed] (?:inte|ikke) (?:levereras|leveres)"
    # Russian, Ukrainian, Bulgarian
    r"|не (?:удалось|может быть|могло быть|было|был|удаётся|удается|вдалося|може бути|вдається|може да бъде|беше"
    r"|бе|е|можа да бъде) доста?в|(?:не ?доставлен|не ?доставен)"
    r"|(?:ошибка|помилка|грешка при) доставк"
    # Japanese, Chinese, Korean
    r"|(?:送信|配信|配送|配達|お届け|届ける?こと)が?(?:が)?(?:でき|出来)(?:ません|ず|なかった)|送達でき|宛先不明"
    r"|見つかりません|リストにありません|エラーのため|无法(?:发送|送达|投递)|投递失败|传输失败|無法(?:傳送|投遞)"
    r"|전송(?:에)? 실패|배달(?:되지|할 수)",
    re.IGNORECASE,
)

DELAYED = re.compile(
    r"warning (?:message )?only|advisory[- ]only|(?:do not|don['’]t|no) need to re-?send|do not re-?send"
    r"|need not re-?send"
    r"|not yet (?:been )?(?:delivered|received)|delivery[^\n]{0,60} (?:is|has been|was)\s+(?:delayed|postponed)"
    r"|^action: ?delayed|; action: delayed"
    r"|(?:message|mail) (?:has been |is |was )?delayed|has been postponed|about a delay in|temporary failure report"
    r"|still (?:being )?(?:retried|undelivered|trying|in the queue)|will (?:be )?(?:retr(?:y|ied)|keep trying"
    r"|continue (?:to try|trying))"
    r"|attempts will continue|will continue to (?:be made|try)|enqueued and undeliverable for"
    r"|message has been enqueued"
    r"|noch nicht zugestellt|zustellung[^\n]{0,40} verzögert|weitere zustellversuche|pas encore (?:été|pu être)"
    r"|a été retardé|todavía no se ha|se ha retrasado"
    r"|non è (?:stato )?ancora|ainda não foi|nog niet (?:bezorgd|afgeleverd)|jeszcze nie został"
    r"|ещ[её] не доставлено|доставка[^\n]{0,40} (?:задерж|отлож)"
    r"|попытки доставки будут|ще не доставлено|спроби доставки|все още не е доставен|опитите за доставка"
    r"|まだ配信されて|配信が遅れて|遅延して",
    re.IGNORECASE | re.MULTILINE,
)

COMPLAINED = re.compile(
    r"\bthis is an? [^\n]{0,60}(?:abuse|feedback|complaint|spam) (?:report|notification)[^\n]{0,40}\s+(?:for"
    r"|about|regarding|on|of) an? "
    r"|(?:abuse|feedback) report for an e-?mail message|marked (?:as|it as) spam by the (?:recipient|user)"
    r"|sent this e-?mail to unsubscribe from the message|notificationtype\W{2,12}complaint",
    re.IGNORECASE,
)

COPY = re.compile(
    r"^[|>\s*]{0,12}-{2,}+[^\n]{0,40}?(?:cop(?:y|ie|ia) (?:of|de)|original|returned|return(?:ed)? message|unsent"
    r"|undelivered message|message (?:text|header|content)"
    r"|header|nachricht|сообщени|оригинал|附件中)[^\n]{0,80}$"
    r"|^[ \t-]{0,12}(?:original message|message headers?|original headers?|your original message|(?:below|here"
    r"|this) is (?:a copy|the header)"
    r"|the (?:first [0-9]{1,4} lines|headers?|body) of (?:your|the) (?:original )?message"
    r"|your message reads)[^\n]{0,60}$"
    r"|^[>\s]{0,4}return-path: ?<|^[>\s]{0,4}(?:x-)?received: (?:from|by) |^content-type: message/rfc822",
    re.MULTILINE | re.IGNORECASE,
)
"""Where the mail that came back begins: what it says is not the server's."""

NO_FAILED_ADDRESS = re.compile(
    r"contact|assist|help|support|questions?|reply|mail from|from:|sender|postmaster|abuse@|^\W*cc:|kontakt|обрат"
    r"|связ",
    re.IGNORECASE,
)
"""Words of a line whose address is not the one that failed."""

CODE = re.compile(
    r"\b(?:[45][0-9]{2}[ -](?:#?\(?[45]\.[0-9]{1,3}\.[0-9]{1,3}\b)?|#?[45]\.[0-9]{1,3}\.[0-9]{1,3}\b)[^\n]{3,300}"
)
"""A line of a mail server's answer, from its code on."""

ANSWERED = re.compile(
    r"^[ \t<>]{0,8}[45][0-5][0-9][ -]|(?:said|error|code|response|returned|status)[^\n]{0,20}\b[45][0-5][0-9]\b"
    r"|\b[45][0-5][0-9][ -]\(?#?[45]\.[0-9]\.[0-9]{1,3}\b|\(#[45]\.[0-9]\.[0-9]{1,3}\)",
    re.MULTILINE | re.IGNORECASE,
)
"""The code stands where only a mail server's answer has one: "for 500 people" is none."""
