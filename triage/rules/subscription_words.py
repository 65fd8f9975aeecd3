"""How mail to many speaks of its readers' subscriptions, in many languages: data for `rules.body_signs`.

The text is in lower case and each run of white space is one blank. A person too may ask how to get no more of some
mail: the wordings are those of instructions to the reader.
"""

from __future__ import annotations

from triage.rules.sign_pattern import pattern, together

_GO = (
    r"(?:click|clicking|tap|press|visit|go to|follow|send|reply|use|e-?mail|write|simply|please|just|https?:|www\.|<"
    r"|\[\d|at any time|here\b)"
)
_MAILS = (
    r"(?:e-?mails?|messages?|mailings?|newsletters?|updates?|announcements?|offers?|alerts?|notifications?|news|issues"
    r"|digests?|bulletins?|communications?|promotions?|advertis\w{2,8}|correspondence|information|reminders?"
    r"|horoscopes?|mail)"
)
_LINK = r"(?: ?\[\d| ?\||:? ?https?:|:? ?<(?:https?|mailto):)"
_NOT_ASKED = r"(?<!want )(?<!wish )(?<!like )(?<!need )(?<!able )(?<!ying )(?<!ried )(?<!how )(?<!me )(?<!us )"

UNSUBSCRIBE = together(
    pattern("unsub", r"https?://[^\s<>\"]{1,120}[/?&=._-]unsub(?:scribe)?\b", starts="http"),
    pattern(
        "unsubscri|unsub:|opt out|opt-out|opting",
        rf"{_NOT_ASKED}to (?:quickly |easily )?(?:unsubscribe|opt[ -]?out)\b[^.?!]{{0,120}}[,:;.)(]? ?{_GO}",
        r"if you(?:['’]d| would)? (?:wish|want|like|prefer) to (?:unsubscribe|opt[ -]?out)\b",
        r"you (?:can|may) (?:always )?(?:unsubscribe|opt[ -]?out)[^.?!]{0,60}(?:at any time|click|https?:|link below)",
        r"(?:click|tap|press|visit|go to|follow)\b[^.?!]{0,80}to (?:unsubscribe|opt[ -]?out)\b|quick unsubscribe",
        rf"unsubscribe(?: me| here| now| link| from (?:this|these|our|all)[^.?!]{{0,40}})?{_LINK}",
        r"unsubscribe (?:by (?:sending|clicking|visiting|replying)|instructions|at any time|here\b)",
        r"safely unsubscribe|how to unsubscribe (?:or|please)|(?:\||·|•|\]) ?unsubscribe\b|\[unsubscribe\]"
        r"|unsubscribe from ['\"“‘]",
    ),
    pattern(
        "if you|should you",
        r"(?:if|should) you(?:['’]d| would)?[^.?!]{0,30}(?:no longer (?:wish|want|care)|do not (?:wish|want)"
        r"|don['’]t (?:wish|want)|wish not|prefer not|rather not|like not|(?:wish|like|want|prefer) to (?:stop|not"
        r"|no longer)) ?(?:to )?(?:continue )?(?:receiv(?:e|ing)|get(?:ting)?)(?: (?:your (?:daily|weekly|free)"
        rf"|(?!by\b|via\b|in\b|the\b|your\b|an?\b)\w{{1,20}})){{0,3}}? {_MAILS}\b",
        r"if you (?:no longer|do not|don['’]t) (?:wish|want) (?:us to contact you|to hear from us)\b",
        r"if you[^.?!]{0,80}\b(?:wish|want|like) to be (?:removed from|taken off) (?:this|our|the|future)\b",
        starts="receive receiving removed taken get getting hear hearing contact",
    ),
    pattern(
        "removed from|remove yourself|remove your",
        rf"{_NOT_ASKED}to (?:be removed|remove yourself|remove your (?:name|(?:e-?mail )?address)|have your (?:name"
        rf"|(?:e-?mail )?address) removed) from (?:this|our|the|future|these)\b[^.?!]{{0,60}}[,:;.]? ?{_GO}",
    ),
    pattern(
        "stop receiving|stop getting|cease receiving|discontinue receiving|end receiving|no longer receive",
        rf"{_NOT_ASKED}to (?:(?:stop|cease|discontinue|end) (?:receiving|getting)|no longer receive)"
        rf" [^.?!]{{0,60}}\b{_MAILS}[^.?!]{{0,40}}[,:;.]? ?{_GO}",
    ),
    pattern(
        "subscription to this|your newsletter|your mailing list|your e-mail|your email|a subscription to",
        r"(?:to|you want to|you wish to) (?:change|modify|update|cancel|manage) (?:your|a) (?:subscription to this"
        r"|newsletter|mailing list|e-?mail)[^.?!]{0,40}(?:options|subscriptions?|preferences|newsletter)\b[^.?!]{0,80}"
        rf"[,:;.]? ?{_GO}",
        starts="change modify update cancel manage",
    ),
    pattern(
        "subscription|preferences",
        r"(?:manage|change|update|edit|modify)(?: or cancel)? (?:your |my )?(?:(?:e-?mail|newsletter|mailing"
        r"|subscription"
        rf"|communication) (?:subscriptions?|preferences)|subscriptions?){_LINK}",
        r"(?:to|or) (?:unsubscribe|modify|manage) [^.?!]{0,20}your subscription, (?:click|visit|go)",
    ),
    pattern(
        "abmeld|abbestell|abzubestell|austragen|auszutragen|abzumelden|mehr erhalten|mehr bekommen",
        r"(?:wenn|falls|möchten|sollten) sie [^.?!]{0,120}(?:abbestell|abmeld|austragen|nicht (?:mehr"
        r"|länger) (?:erhalten|bekommen|empfangen))",
        r"(?:um|zum) [^.?!]{0,80}(?:abzubestellen|abzumelden|abbestellen|abmelden|auszutragen)[^.?!]{0,60}(?:klick"
        r"|https?:|\[\d|link|sende|schick|<)",
        rf"(?:newsletter|rundbrief|hier|e-?mails?|mailings?) (?:abmelden|abbestellen|abzumelden){_LINK}",
        r"(?:abmelden|abbestellen|austragen)[^.?!]{0,40}(?:klick|https?:|\[\d)",
    ),
    pattern(
        "отпис|отказаться от|хотите получать|хотите больше|желаете получать|желаете больше",
        r"чтобы (?:отписаться|отказаться от)[^.?!]{0,80}(?:нажмите|перейдите|кликните|пройдите|отправьте|ссылк|https?:"
        r"|\[\d|ответьте)|если вы (?:больше )?не (?:хотите|желаете)(?: больше)? получать",
        rf"отписаться(?: от (?:этой |нашей |данной )?(?:рассылк\w|рассылок|уведомлений|писем))?(?:{_LINK}| здесь| по "
        rf"ссылке)",
    ),
    pattern(
        "відпис|скасувати підписку|хочете отримувати|хочете більше|бажаєте",
        r"щоб (?:відписатис[яь]|скасувати підписку)[^.?!]{0,80}(?:натисніть|перейдіть|клікніть|надішліть|посилання"
        r"|https?:|\[\d)|якщо ви (?:більше )?не (?:хочете|бажаєте)(?: більше)? отримувати",
        rf"відписатис[яь](?: від (?:цієї |нашої )?(?:розсил\w{{1,3}}|сповіщень|листів))?(?:{_LINK}| тут| за "
        rf"посиланням)",
    ),
    pattern(
        "отпишете|отписване|желаете да получавате",
        r"(?:за да|ако желаете да) се отпишете[^.?!]{0,80}(?:натиснете|кликнете|последвайте|линк|връзк|https?:|\[\d"
        r"|тук)",
        rf"ако не желаете да получавате|(?:отпишете се|отписване)(?:{_LINK}| тук| от (?:бюлетин|списък))",
    ),
    pattern(
        "désabonn|désinscri|plus recevoir",
        r"(?:pour vous|lien de) (?:désabonn|désinscri)|(?:vous désabonner|vous désinscrire|se désabonner"
        rf"|désabonnement|désinscription)(?:{_LINK}|[^.?!]{{0,40}}(?:clique|https?:))"
        r"|ne (?:souhaitez|voulez|désirez) plus recevoir",
    ),
    pattern(
        "baja|dejar de recibir|seguir recib|recibir|cancelar",
        r"para (?:darse|darte) de baja|si no (?:desea|quiere|deseas|quieres) (?:seguir )?recib"
        r"|para (?:dejar de recibir|cancelar (?:tu|su|a sua) (?:suscripción|inscrição|assinatura))[^.?!]{0,60}(?:clic"
        r"|https?:|\[\d)",
    ),
    pattern(
        "cancellar|disiscri|ricever",
        r"per (?:cancellar(?:ti|si)|disiscriver(?:ti|si))|se non (?:desideri|vuoi|desidera|vuole)(?: più)? ricevere",
    ),
    pattern(
        "wypis|zrezygn|chcesz otrzym|chcesz już",
        r"(?:aby|żeby) (?:się )?(?:wypisać|zrezygnować)[^.?!]{0,60}(?:klik|https?:|\[\d|link)|(?:jeśli"
        r"|jeżeli) nie chcesz (?:już )?otrzymywać",
    ),
    pattern(
        "melden|uitschrij|uit te schrijven",
        r"om u (?:af te melden|uit te schrijven)|klik hier[^.?!]{0,40}(?:af te melden|afmelden|uit te schrijven)",
    ),
)
"""Leave here: it tells how to get no more of it."""

SUBSCRIBED = together(
    pattern(
        "receiv|got this|being sent|sent this|sent you this",
        r"you(?:['’]re| are|['’]ve| have)? (?:currently )?(?:receiv(?:e|ed|ing)|got|being sent) (?:this"
        r"|these)(?: \w{1,12})? ?(?:e-?mails?|messages?|mails?|newsletters?|mailings?|notices?|updates?"
        r"|it)?\b ?[^.?!]{0,40}(?:because|as a|since|due to)\b[^.?!]{0,100}(?:subscri|signed up|sign up|opted"
        r"|registered|register|member|customer|user|list\b|requested|account|newsletter|purchase)",
        r"hence you are receiving|(?:sent|sends) (?:you )?this (?:e-?mail|message)(?: to you)?\b[^?!]{0,80}\bbecause\b",
    ),
    pattern(
        "subscribed|subscriber|subscription|signed up",
        r"you(?:['’]re| are) (?:currently |already )?subscribed (?:to|as|with|under|at)\b[^?!]{0,80}(?:@|newsletter"
        r"|list\b|mailing|version)",
        r"(?:e-?mail )?address (?:for|of) your subscription|^dear subscriber|sent to (?:you )?as a (?:subscriber"
        r"|member)|your subscription to [^.?!]{0,60}(?:newsletter|mailing)|this (?:is a )?(?:posting"
        r"|newsletter)[^.?!]{0,60}subscribed",
    ),
    pattern(
        "sent to|mailed to|sent for|intended for",
        r"this (?:message|e-?mail|mailing|newsletter) was (?:sent|mailed|intended) (?:to|for) [^\s]{1,80}@",
    ),
    pattern(
        "erhalten",
        r"sie erhalten (?:diese|diesen|unseren|den)[^.?!]{0,80}(?:weil|da sie|abonn|angemeldet|newsletter)",
    ),
    pattern(
        "получил|получае|подписан",
        r"вы получ(?:или|аете) это (?:письмо|сообщение|рассылку)[^.?!]{0,60}(?:так как|потому|поскольку|подпис"
        r"|регистр)",
        r"вы (?:были )?подписан[ыи]? на (?:нашу |эту )?(?:рассылку|новости)",
    ),
    pattern(
        "отрим|підписан",
        r"ви отрим(?:али|уєте) (?:цей|це) (?:лист|повідомлення)[^.?!]{0,60}(?:оскільки|тому|бо|підпис|реєстр)",
        r"ви (?:були )?підписан[іи] на (?:нашу |цю )?(?:розсилку|новини)",
    ),
    pattern("получавате", r"получавате това[^.?!]{0,60}(?:защото|тъй като|абон|регистр)"),
    pattern("recevez", r"vous recevez (?:ce|cet|cette)[^.?!]{0,80}(?:car|parce|abonn|inscri)"),
    pattern(
        "recibe|recebe|riceve|ricevi|otrzymujesz|otrzymuj|ontvangt",
        r"(?:recibe|recibes) este[^.?!]{0,60}(?:porque|suscri)|recebe este[^.?!]{0,40}(?:porque|inscri)|(?:riceve"
        r"|ricevi) questa[^.?!]{0,60}(?:perché|iscri)|otrzymuj\w{1,4} (?:tę|tego|ten|tą)[^.?!]{0,60}(?:ponieważ|gdyż"
        r"|subskr)|ontvangt deze[^.?!]{0,60}(?:omdat|ingeschreven|abonn)",
    ),
)
"""Why it came: the reader once subscribed, registered or bought."""
