"""The titles that mail servers and providers give to their reports, by what they report."""

from __future__ import annotations

import re

_COMPLAINT = r"complaint about (?:message|e-?mail) from|(?:e-?mail )?(?:abuse|feedback) report|unsubscribe$"
_DELAY = (
    # English
    r"warning: (?:could not send|message|e-?mail|delivery)|delayed (?:e-?)?mail|mail delivery (?:warning|delay)"
    r"|(?:e-?mail|message|delivery) (?:has been |is )?delayed|delayed:"
    r"|(?:mail )?delivery (?:status )?notification[^\n]{0,40}?\b(?:delay(?:ed)?|warning)"
    # German, French, Spanish, Italian, Portuguese, Dutch, Polish
    r"|verzögert:|zustellung verzögert|benachrichtigung zum übermittlungsstatus \(verzög|retard[eé]e?:|remise retardée"
    r"|notification d['’]état de remise \(retard|retrasado:|entrega retrasada|ritardato:|recapito ritardato"
    r"|atrasad[ao]:|entrega atrasada|vertraagd:|bezorging vertraagd|opóźnion[ea]:|dostarczenie opóźnione"
    # Russian, Ukrainian, Bulgarian
    r"|(?:сообщение|письмо) задерж|доставка (?:сообщения |письма )?(?:задерж|отлож)|задержк[аи] доставки"
    r"|затримка доставки|доставк[уа] (?:листа |повідомлення )?затрим|забавяне на доставка|доставката се забавя"
    # Japanese
    r"|配信遅延|配送遅延"
)
_FAILURE = (
    # English
    r"undeliver(?:able|ed)|non[- ]?deliver(?:y|able|ed)|not delivered|return(?:ed)? (?:e-?)?(?:mail|message|to sender)"
    r"|(?:permanent |message |e-?mail |mail )*delivery (?:status|notification|fail(?:ure|ed)|error|problem|report"
    r"|unsuccessful|has failed|not possible)|(?:failed|unsent|bounced|rejected) (?:e-?)?(?:mail|message|delivery)"
    r"|failure (?:notice|delivery)|(?:e-?)?mail (?:failure|undeliverable|not deliver(?:able|ed)|system error|error)"
    r"|(?:e-?)?mail (?:could not be delivered|failed|rejected|returned)|ndn:|rejected:|notice: mail delivery"
    r"|(?:your )?message (?:could not be delivered|undeliver|not delivered|delivery|rejected|status)"
    r"|message you sent (?:was )?blocked|could not (?:deliver|send)|(?:unable|failed) to deliver"
    r"|(?:there was an )?error sending"
    # German, Dutch
    r"|unzustellbar|nicht zustellbar|unzugestellt|zustellung (?:fehlgeschlagen|nicht)|fehler bei der zustellung"
    r"|(?:e-?)?mail konnte nicht|benachricht(?:ig)?ung zum übermittlungsstatus|onbestelbaar|niet bezorgd"
    r"|bezorging mislukt"
    # French, Spanish, Italian, Portuguese
    r"|non remis|non distribuable|échec de (?:la )?(?:remise|distribution|livraison)|courrier non"
    r"|notification d['’]état de remise|no (?:se (?:puede|pudo|ha podido) entregar|entregad)|error (?:de|en la) entrega"
    r"|mensaje no (?:entregad|enviad)|notificación de estado de entrega|mancat[ao] (?:recapito|consegna)"
    r"|impossibile recapitare|non recapitabile|(?:e-?)?mail non consegnat|notifica sullo stato del recapito"
    r"|não (?:foi )?(?:entregue|possível entregar)|não é possível entregar|falha n[ao] entrega"
    # Polish, Czech, Scandinavian
    r"|niedostarcz|nie można dostarczyć|zwrot wiadomości|nedoručiteln|k(?:an|unde|unne) (?:inte|ikke) lever"
    # Russian, Ukrainian, Bulgarian
    r"|недоставл|(?:ваше )?(?:сообщение |письмо )?не доставлено|не удалось доставить|(?:ошибка|сбой) доставки"
    r"|уведомление о (?:состоянии доставки|недоставке)"
    r"|(?:ваше повідомлення |повідомлення |ваш лист |лист )?не доставлено"
    r"|не вдалося доставити|помилка доставки|недоставен|недоставено|неуспешна доставка|грешка при доставка"
    r"|(?:съобщението|писмото) не (?:е|беше) доставено"
    # Japanese, Chinese, Korean
    r"|メール(?:システム)?エラー|配信(?:エラー|不能)|送信エラー|配信できません|未配達|未配信|宛先不明"
    r"|邮件传输失败|系统退信|退信|无法送达|未送达|未送達|無法傳遞|郵件傳遞失敗|배달되지 않음|전송 실패"
)
TITLE = re.compile(
    rf"(?:[\s*!#_-]|\[[^\]]{{0,40}}\])*(?:(?P<complaint>{_COMPLAINT})|(?P<delay>{_DELAY})|(?P<failure>{_FAILURE}))",
    re.IGNORECASE,
)
"""At the beginning of a subject; marks like "[Postmaster]" and "***" may stand before it."""

FAILURE_AT_END = re.compile(r"[: ](?:non remis|delivery failed)\b[^\n]{0,20}$", re.IGNORECASE)
"""Behind the subject of the mail that failed."""
