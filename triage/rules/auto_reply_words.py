"""How automatic replies speak, in many languages: data for `rules.body_signs` and `rules.kinds`.

The text is in lower case and each run of white space is one blank.
"""

from __future__ import annotations

import re

from triage.rules.sign_pattern import pattern, together

TITLE = re.compile(
    r"\W{0,3}(?:auto:\s|out[ -]of[ -](?:the )?office ?(?:auto|reply|message|notif|response|re:|until)"
    r"|(?:(?:this is an )?auto(?:matic|mated)?[- ]?(?:e-?mail )?(?:reply|response|responder)|automatic e-?mail reply"
    r"|vacation(?: (?:reply|message|response|notice))?|out[ -]of[ -](?:the )?office|ooo|on (?:vacation|holiday)"
    r"|away from (?:my|the) (?:office|desk)|automatische? ?(?:antwort|e-?mail-?antwort|beantwoording)"
    r"|automatisch antwoord|abwesenheits(?:notiz|meldung|nachricht|agent|assistent|info)|autoantwort|abwesend"
    r"|urlaubs(?:notiz|meldung)|nicht im (?:büro|haus)|автоматический ответ|авто-?ответ|вне офиса|нет на месте"
    r"|я в отпуске|автоматична відповідь|авто-?відповідь|поза офісом|я у відпустці|автоматичен отговор|авто-?отговор"
    r"|извън офиса|réponse automatique|message d['’]absence|absen(?:ce|t)(?: du bureau)?|respuesta automática"
    r"|fuera de (?:la )?oficina|ausente|risposta automatica|fuori (?:sede|ufficio)|assenza(?: dall['’]ufficio)?"
    r"|resposta automática|fora do escritório|automatyczna odpowiedź|autoodpowiedź|poza biurem|nieobecność"
    r"|afwezig(?:heids(?:melding|bericht))?|niet aanwezig|autosvar|automatisk svar|automatická odpově[dď]"
    r"|automatikus válasz|自動(?:返信|応答)|自动回复|自動回覆)"
    r"\s*(?:$|[:!(/\[\]\uff1a-]|(?:re|from|to|auf|von|от|від)\b))",
    re.IGNORECASE,
)
"""How the subject of an automatic reply begins."""

ITSELF = together(
    pattern(
        "automated|automatic|auto-reply|autoreply|auto reply|auto-response|auto response|auto-generated|autoresponse",
        r"\bthis is an? (?:auto(?:mated|matic|matically)?[- ]?(?:generated )?)(?:e-?mail |message )?(?:reply|response"
        r"|acknowledge?ment|receipt)",
        r"\bthis (?:e-?mail|message|reply|response|acknowledge?ment) (?:is|was|has been) (?:an? )?(?:sent |generated "
        r"|created )?(?:automatic(?:ally)?|automated|auto[- ])[^.?!]{0,60}(?:acknowledge|confirm|receipt|in response"
        r"|reply|response)",
    ),
    pattern(
        "automatische antwort|automatische eingangsbestätigung|automatische abwesenheits"
        "|automatisch generierte antwort|automatisch erstellte antwort|automatisch erstellte eingangs"
        "|automatisch generierte eingangs",
        r"(?:dies|das|es handelt sich um) (?:ist )?eine (?:automatische|automatisch (?:generierte|erstellte"
        r"|erzeugte)) (?:antwort|eingangsbestätigung|abwesenheits\w{3,10})",
    ),
    pattern(
        "автоматический ответ|автоответ|автоматична відповідь|автовідповід|автоматичен отговор",
        r"(?:это|данное сообщение|це|цей лист|това е|настоящото)[^.?!]{0,30}(?:автоматический ответ|автоответ"
        r"|автоматична відповідь|автовідповід|автоматичен отговор)",
    ),
    pattern(
        "réponse automatique|respuesta automática|risposta automatica|resposta automática|automatyczna odpowiedź"
        "|automatisch antwoord",
        r"(?:ceci est une|esta es una|questa è una|esta é uma|to jest|dit is een) (?:réponse automatique"
        r"|respuesta automática|risposta automatica|resposta automática|automatyczna odpowiedź|automatisch antwoord)",
    ),
)
"""It calls itself an automatic reply."""

ASKING = together(
    pattern(
        "please|could you|can you|kindly",
        r"(?:please|kindly|could you|can you) (?:also )?(?:send|forward|provide|let (?:me|us) know|confirm|attach"
        r"|share|advise|tell|check|review|sign|fill|complete|choose|give|prepare|finish|make|change|update|pay"
        r"|approve)\b(?! (?:an? |your |all |any )?(?:urgent )?(?:e-?mails?|messages?|requests?|enquir|inquir)"
        r"|[^.?!]{0,60}\bto [^\s]{1,60}@)",
    ),
    pattern(
        "bitte",
        r"bitte (?:\w{1,20} ){0,4}?(?:senden|schicken|teilen|bestätigen|prüfen|geben|nennen) sie\b",
    ),
    pattern(
        "пришлите|отправьте|сообщите|подтвердите|уточните|надішліть|повідомте|підтвердіть|уточніть|изпратете"
        "|потвърдете",
        r"(?:пришлите|отправьте|сообщите|подтвердите|уточните|надішліть|повідомте|підтвердіть|уточніть|изпратете"
        r"|потвърдете)\b",
    ),
)
"""It asks something of the reader, as a person does."""

AWAY = together(
    pattern(
        "office|out-of-office|away|leave|vacation|holiday|travel",
        r"\bi(?:['’]m| am| will be|['’]ll be)(?: currently| presently| now)? (?:out of (?:the )?office|out-of-office"
        r"|away\b|on (?:\w{1,12} )?(?:leave|vacation|holidays?)|travell?ing)",
        r"\b(?:am|is) (?:currently )?out of (?:the )?office\b",
    ),
    pattern(
        "büro|urlaub|abwesend|erreichbar|außer haus|haus",
        r"\bich bin[^.?!]{0,60}(?:nicht (?:im (?:büro|haus)|erreichbar|am (?:platz|arbeitsplatz))|im urlaub|abwesend"
        r"|außer haus|wieder (?:erreichbar|im büro))|\b(?:bin|befinde mich) (?:ich )?[^.?!]{0,40}(?:im urlaub|abwesend"
        r"|nicht im (?:büro|haus))",
    ),
    pattern(
        "отпуск|офис|отсутств|месте|командировк|больничн",
        r"\b(?:я|меня|буду|нахожусь)\b[^.?!]{0,50}(?:в отпуске|вне офиса|не в офисе|в командировке|не будет (?:в офисе"
        r"|на месте)|на больничном|отсутству)|\bотсутствую (?:в офисе|на (?:рабочем )?месте)",
    ),
    pattern(
        "відпуст|офіс|відсутн|відряджен|лікарнян",
        r"\b(?:я|мене|буду|перебуваю)\b[^.?!]{0,50}(?:[ву] відпустці|поза офісом|не в офісі|у відрядженні"
        r"|на лікарняному|відсутн)",
    ),
    pattern(
        "отпуск|извън офиса|отсъств|командировка",
        r"\b(?:аз|съм|ще бъда|ще|в момента)\b[^.?!]{0,50}(?:в отпуск\b|извън офиса|отсъства|в командировка)"
        r"|отсъствам от офиса",
    ),
    pattern(
        "absent|congé|vacances|bureau",
        r"\bje (?:suis|serai)[^.?!]{0,40}(?:absente?\b|en congés?|en vacances|hors du bureau)",
    ),
    pattern(
        "oficina|vacaciones|ausente",
        r"\b(?:estoy|estaré|me encuentro)[^.?!]{0,40}(?:fuera de (?:la )?oficina|de vacaciones|ausente)",
    ),
    pattern(
        "ufficio|ferie|assente|fuori sede", r"\b(?:sono|sarò)[^.?!]{0,40}(?:fuori (?:ufficio|sede)|in ferie|assente)"
    ),
    pattern(
        "escritório|férias|ausente",
        r"\b(?:estou|estarei)[^.?!]{0,40}(?:fora do escritório|de férias|em férias|ausente)",
    ),
    pattern("urlop|biurem|nieobecn", r"\b(?:jestem|będę|przebywam)[^.?!]{0,40}(?:na urlopie|poza biurem|nieobecn)"),
    pattern("afwezig|vakantie|kantoor", r"\bik ben[^.?!]{0,40}(?:afwezig|met vakantie|op vakantie|niet op kantoor)"),
)
"""The writer is away."""

MEANWHILE = together(
    pattern(
        "access|contact|urgent|respond|reply|answer|assistance|immediate|emergency|forwarded|thank",
        r"(?:limited|no|intermittent|little|without|sporadic) (?:or no )?access|(?:urgent|immediate|emergency"
        r"|assistance)[^.?!]{0,80}(?:contact|call|reach|e-?mail)|(?:contact|e-?mail|call) [^.?!]{0,60}@"
        r"|please contact\b|will (?:not )?be forwarded|(?:respond|reply|answer|get back)\b[^.?!]{0,60}(?:return|when i"
        r"|as soon|back)|thank you for your (?:e-?mail|message)",
    ),
    pattern(
        "dringend|wende|rückkehr|vertretung|weitergeleitet|zugriff|vielen dank",
        r"dringend|wenden sie|rückkehr|vertretung|weitergeleitet|zugriff|vielen dank für ihre (?:e-?mail|nachricht)",
    ),
    pattern(
        "срочн|обращ|обратитесь|отвечу|доступ|термінов|зверта|зверніт|відповім|спешн|обърн|свърж|отговоря",
        r"срочн|обращайтесь|обратитесь|отвечу|доступ|термінов|звертайтес|зверніт|відповім|спешн|обърнете|свържете"
        r"|отговоря",
    ),
    pattern(
        "urgent|urgenc|urgenz|d'urgence|d’urgence|urgên|retour|vuelta|rientr|retorn|piln|wróc|powroc|dringend|terug",
        r"urgen|urgên|retour|vuelta|rientr|retorn|piln\w{1,4}|powroc|wróc|dringend|terug",
    ),
)
"""What becomes of the mail, or whom to ask meanwhile."""

RECEIVED = together(
    pattern(
        "received|receipt|registered|logged|created|assigned|opened|thank you for|thanks for",
        r"received your (?:e-?mail|message|request|enquiry|inquiry|question|ticket|mail|support request|submission"
        r"|query)\b",
        r"your (?:e-?mail|message|request|enquiry|inquiry|ticket|question|support request|query"
        r"|submission)\b[^.?!]{0,40}(?:has been|was|is) (?:successfully )?(?:received|registered|logged|created"
        r"|assigned|opened)",
        r"thank(?: you|s) for (?:your (?:e-?mail|message|enquiry|inquiry|request|interest|submission|query)|contacting"
        r"|writing|reaching out|getting in touch|e-?mailing|submitting)\b",
        r"acknowledg\w{1,8} (?:the )?receipt\b|confirm\w{0,3} (?:the )?receipt of your",
    ),
    pattern(
        "anfrage|nachricht|eingegangen|erhalten|vielen dank|danke für",
        r"(?:wir haben|ich habe) ihre (?:anfrage|nachricht|e-?mail|mitteilung)[^.?!]{0,40}(?:erhalten|empfangen)"
        r"|ihre (?:anfrage|nachricht|e-?mail)[^.?!]{0,40}(?:ist|wurde|haben wir)[^.?!]{0,30}(?:eingegangen|erhalten"
        r"|empfangen|registriert)|(?:vielen dank|danke) für (?:ihre|deine) (?:anfrage|nachricht|e-?mail|mitteilung)",
    ),
    pattern(
        "получ|принят|зарегистрирован|обращени",
        r"(?:мы получили|нами получено|получили) ваш[еу]? (?:письмо|сообщение|обращение|запрос|заявк)"
        r"|ваш[аеу]? (?:письмо|сообщение|обращение|запрос|заявка)[^.?!]{0,40}(?:получен|принят|зарегистрирован)"
        r"|спасибо за (?:ваше )?(?:обращение|письмо|сообщение)|благодарим за обращение",
    ),
    pattern(
        "отрим|прийнят|зареєстрован|звернен",
        r"ми отримали ваш\w{0,1} (?:лист|повідомлення|звернення|запит|заявку)|ваш[аеу]? (?:лист|повідомлення|звернення"
        r"|запит|заявка)[^.?!]{0,40}(?:отриман|прийнят|зареєстрован)|дякуємо за (?:ваше )?(?:звернення|лист"
        r"|повідомлення)",
    ),
    pattern(
        "получих|запитване|получен|съобщение|писмо",
        r"получихме вашето (?:писмо|съобщение|запитване|имейл)|вашето (?:писмо|съобщение"
        r"|запитване)[^.?!]{0,40}(?:получен|прието|регистриран)|благодарим (?:ви )?за (?:вашето )?(?:запитване"
        r"|съобщение|писмо)",
    ),
    pattern(
        "bien reçu|votre demande|hemos recibido|abbiamo ricevuto|recebemos|otrzymaliśmy|hebben uw|contactar|contacté"
        "|gracias por",
        r"(?:nous avons bien reçu|avons bien reçu) votre|votre (?:demande|message)[^.?!]{0,40}(?:enregistré|bien été)"
        r"|hemos recibido (?:su|tu)|abbiamo ricevuto (?:la (?:sua|tua)|il (?:suo|tuo))|recebemos (?:a sua|o seu|sua"
        r"|seu)|otrzymaliśmy (?:twoj|państwa|pana)|(?:wij|we) hebben uw (?:bericht|e-?mail|vraag"
        r"|aanvraag)[^.?!]{0,30}ontvangen|gracias por (?:contactar|escribir)|merci de nous avoir contacté",
    ),
)
"""The mail has come in."""

PROMISED = together(
    pattern(
        "within|business|working|hours|team|representative|agent|as soon as|shortly",
        r"(?:we|team|staff|someone|representatives?|agents?|colleagues?|department)\b[^.?!]{0,60}(?:will|['’]ll|shall"
        r"|aim to|try to|endeavou?r to)[^.?!]{0,80}(?:within|as soon as|shortly|(?:business|working) (?:day|hour)"
        r"|\d{1,2} hours)",
    ),
    pattern(
        "ticket|case|reference|request|tracking|incident",
        r"(?:ticket|case|reference|request|tracking|incident)(?: (?:id|no|nr|number"
        r"|num)\b)?[.:]? ?(?:is )?[:#\[]? ?[a-z]{0,5}-?#?\d{3,}|\[[a-z#: -]{0,20}\d{3,}\]",
    ),
    pattern(
        "ticket|vorgang|bearbeitung|werktag|stunden|schnellstmöglich|schnell|umgehend",
        r"(?:ticket|vorgangs|bearbeitungs|fall)[- ]?(?:nummer|nr|id)|innerhalb (?:von )?[^.?!]{0,20}(?:stunden|werktag"
        r"|tagen)|(?:so schnell wie möglich|schnellstmöglich|umgehend)[^.?!]{0,40}(?:bearbeit|beantwort|melden"
        r"|bei ihnen)",
    ),
    pattern(
        "номер|течение|рабоч|протягом|робоч|в рамките|работн|заявк|обращени|№",
        r"(?:номер|№)[^.?!]{0,30}\d{3,}|в течение [^.?!]{0,25}(?:час|дн|сут)|рабоч\w{2,3} (?:час|дн)"
        r"|протягом [^.?!]{0,25}(?:год|дн|доб)|робоч\w{2,3} (?:год|дн)|в рамките на [^.?!]{0,25}(?:час|дн)"
        r"|работн\w{1,2} (?:час|дн)",
    ),
    pattern(
        "brefs délais|heures|horas|ore|godzin|uur|werkdag|robocz|lavorativ|hábiles|laborables|ouvr",
        r"plus brefs délais|sous \d{1,2} ?h|\d{1,2} (?:heures|horas|ore|godzin|uur)|jours ouvr|días (?:hábiles"
        r"|laborables)|giorni lavorativi|dni robocz|werkdag",
    ),
)
"""It has a number, or somebody will see to it within a time."""
