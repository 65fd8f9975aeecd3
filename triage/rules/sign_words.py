"""How newsletters, digests and machines' notices speak of themselves: data for `rules.body_signs`.

The text is in lower case and each run of white space is one blank. People write about newsletters, browsers and
programs too: the wordings are those of a mail that speaks of itself.
"""

from __future__ import annotations

from triage.rules.sign_pattern import pattern, together

_MAIL = r"(?:e-?mail|message|newsletter|mailing|issue|edition|e-?zine)"

WEB_VIEW = together(
    pattern(
        "browser|online|html|displaying|display|view this|viewing|can't read|can’t read|cannot read",
        rf"(?:view|read|see|open|browse|launch) (?:this|the|our) (?:html )?{_MAIL}[^.?!]{{0,30}}(?:(?:in|on|with) "
        rf"(?:your|a|the|any)"
        r"(?: web)? ?browser|online\b|as (?:a )?(?:web ?page|simple text)|on (?:the|our) web|in html|in full)",
        r"view (?:it )?(?:in|with)(?: your| a)?(?: web)? ?browser(?: ?\[\d| ?\||:? ?https?:|:? ?<| ?$)",
        rf"(?:trouble|problems?|difficult\w{{1,4}}|unable to|can['’]?t|cannot) (?:with )?(?:view|read|see"
        rf"|display)(?:ing)? this {_MAIL}",
        rf"if (?:this|the|your) {_MAIL} (?:is not|isn['’]t|does not|doesn['’]t|fails to)[^.?!]{{0,20}}(?:display|show"
        rf"|appear|render|view)",
        rf"(?:html|text|graphical|web|online)\W{{0,3}}(?:or html\W{{0,3}})?version of (?:this|our|the) (?:{_MAIL}"
        rf"|daily|weekly)",
        r"to view this (?:newsletter|issue|mailing)\b|to view this message in html",
        r"(?:receive|get) (?:this|the|our|your|future)[^.?!]{0,30}(?:newsletters?|messages|e-?mails?|mailings?"
        r"|issues?) in (?:html|text|plain text)",
        also="this |your browser|a browser|version of|in html|in text|in plain",
    ),
    pattern(
        "dargestellt|angezeigt|browser|online-ansicht|onlineversion|webversion",
        r"(?:wenn|falls|sollte)\w{0,2} [^.?!]{0,20}(?:e-?mail|newsletter|nachricht)[^.?!]{0,40}(?:nicht"
        r"|fehlerhaft)[^.?!]{0,30}(?:dargestellt|angezeigt)|(?:e-?mail|newsletter|nachricht"
        r"|mail)[^.?!]{0,20} im browser (?:ansehen|öffnen|anzeigen|lesen)|(?:zur|zu unserer) (?:online-ansicht"
        r"|onlineversion|webversion)",
    ),
    pattern(
        "браузер|браузър",
        r"(?:открыть|посмотреть|просмотреть|читать|відкрити|переглянути|читати) (?:это |данное |цей |цього )?(?:письмо"
        r"|сообщение|рассылку|выпуск|лист|розсилку|випуск) (?:в|у) (?:вашем |вашому )?браузер|(?:отворете"
        r"|вижте) (?:този |това )?(?:имейл|писмо|бюлетин)\w{0,2}[^.?!]{0,20} в\w? браузър",
    ),
    pattern(
        "navigateur|navegador|przeglądar|en ligne|browser",
        r"(?:ce message|cet e-?mail|cette newsletter)[^.?!]{0,30}(?:dans votre navigateur|en ligne)|version en ligne"
        r"|este (?:correo|mensaje|e-?mail|boletín)[^.?!]{0,20}en (?:su|tu|el) navegador|questa (?:e-?mail"
        r"|newsletter)[^.?!]{0,20}nel (?:tuo )?browser|wiadomość w przeglądarce|deze (?:e-?mail"
        r"|nieuwsbrief)[^.?!]{0,20}in (?:uw|je) browser",
    ),
)
"""It is a page that a program may not show."""

NEWSLETTER = together(
    pattern(
        "newsletter|e-zine|ezine|this edition|this publication|our sponsor|sponsors|advertisement|advertising"
        "|to advertise|bulletin",
        r"\b(?:this|forward this|future|more|weekly|monthly|daily) (?:[^\s]{1,20} )?(?:e-?)?(?:newsletters?|e-?zine"
        r"|bulletin)\b",
        r"\b(?:from|by) (?:our|this week['’]s|today['’]s) sponsors?\b|\badvertisement\b|advertising (?:opportunities"
        r"|information|rates)|\bto advertise\b",
    ),
    pattern("newsletter|rundbrief", r"(?:dieser|dieses|diesen|neue\w?) (?:newsletters?|rundbrief)"),
    pattern("рассылк|выпуск", r"эт\w{1,2} (?:рассылк|выпуск)|в этом выпуске"),
    pattern("розсилк|випуск", r"ц\w{1,3} (?:розсилк|випуск)|у цьому випуску"),
    pattern("бюлетин", r"(?:този|месеч\w{1,3}) бюлетин"),
    pattern(
        "lettre d'|infolettre|boletín|biuletyn|nieuwsbrief",
        r"cette (?:lettre d['’]information|infolettre)|este boletín|ten biuletyn|deze nieuwsbrief",
    ),
)
"""It speaks of itself as of a newsletter."""

ISSUE = together(
    pattern(
        "issue|vol |vol.|volume|issn|edition|headlines",
        r"\b(?:in (?:this|today['’]s)(?: week['’]s| month['’]s)? (?:issue|edition)"
        r"|inside this issue) ?[:*=<\[\d#\u2022-]",
        r"\b(?:vol(?:ume)?\.? ?\d{1,3}[.,]? ?[,-]? ?(?:no|num|number|issue)\b|issn:? ?\d{4})|\btoday['’]s headlines\b",
        also="in this |in today|inside this|vol|issn|headlines",
    ),
    pattern("ausgabe|выпуске|випуску", r"in dieser ausgabe ?[:*\d-]|в этом выпуске ?[:*\d-]|у цьому випуску ?[:*\d-]"),
)
"""It counts its issues, or begins with what is in this one."""

RIGHTS = together(
    pattern(
        "copyright|©|(c) |rights reserved|privacy|rechte vorbehalten|права защищены|права захищені|droits réservés",
        r"(?:copyright|©|\(c\))[^?!]{0,12}(?:19|20)\d\d|all rights reserved|alle rechte vorbehalten|все права защищены"
        r"|всі права захищені|tous droits réservés|privacy (?:policy|statement)(?: \[\d| ?\||:? https?:|$)",
    ),
)
"""A firm's claim of rights, or its rules of privacy."""

LIST_FOOTER = together(
    pattern(
        "mailing list|-unsubscribe@|-leave@|listinfo|majordomo|this group|this list|list archive|-request@|mailman/",
        r"mailing list\b|-(?:unsubscribe|leave|request|help)@|mailman/|listinfo|majordomo"
        r"|subscribed to the [^.?!]{0,60}(?:group|list)|unsubscribe from this (?:group|list)|list archives?",
    ),
)
"""What a mailing list puts below each mail on it."""

DIGEST = together(
    pattern(
        "digest|messages in this|topics in this|mailing list submissions|headline mailer|headline service"
        "|submissions to",
        r"send [^\s]{1,60} mailing list submissions to|(?:end of|contents of) [^.?!]{0,60}digest\b"
        r"|\b\d{1,3} (?:new )?messages? (?:totall?ing|in this (?:digest|issue))|topics (?:in|covered in) this digest"
        r"|\byour (?:daily|weekly) digest\b|digest form of|\bheadline (?:mailer|service)\b",
    ),
)
"""Several mails or stories in one."""

AUTOMATIC = together(
    pattern(
        "reply|replies|respond|monitored|unmonitored|unattended|automated|automatic|auto-|auto generated|autogenerated"
        "|computer-generated|computer generated|system-generated|system generated|generated",
        r"do not (?:reply|respond|answer|write)(?: directly)?(?: back)? to this (?:e-?mail|message|mail|address"
        r"|notification|notice|automat\w{2,8})|please do not reply(?: directly)? ?(?:[.,;:(-]|to it\b|$)",
        r"replies to this (?:e-?mail|message|address|mailbox) (?:are|will|is|go|can)\w{0,3}[^.?!]{0,20}(?:not|un)",
        r"(?:this|the) (?:mailbox|inbox|e-?mail (?:address|account|box)|address) is ?(?:not|never"
        r"|un) ?(?:being )?(?:monitored|read|checked|attended)|unattended mailbox",
        r"this (?:is (?:an? )?|(?:e-?mail|message|mail|notification|notice) (?:is|was"
        r"|has been) )(?:an? )?(?:one[- ]time )?(?:automated|automatic|auto[- ]?generated|automatically generated"
        r"|computer[- ]generated|system[- ]generated)(?: (?:sent|created|e-?mail|message|notification|mail|notice|by)"
        r"|[.,;]|$)",
        r"this (?:e-?mail|message|mail|notification|notice) (?:is|was|has been) (?:sent|generated"
        r"|created) automatically",
    ),
    pattern(
        "automatisch|antworten",
        r"diese (?:e-?mail|nachricht|mail)[^.?!]{0,20} automatisch (?:erstellt|generiert|erzeugt|versendet|verschickt)"
        r"|automatisch (?:erstellte|generierte|erzeugte|versandte) (?:e-?mail|nachricht|mail)"
        r"|(?:bitte )?(?:nicht auf diese (?:e-?mail|nachricht|mail) antworten"
        r"|antworten sie (?:bitte )?nicht auf diese)",
    ),
    pattern(
        "автоматич|отвечайте|відповідайте|отговаряйте",
        r"(?:это|данное|настоящее) (?:автоматическое )?(?:письмо|сообщение|уведомление)[^.?!]{0,20}(?:автоматическ"
        r"|(?:сформирован|создан|отправлен|сгенерирован)\w{0,2} автоматически)|это автоматическ(?:ое|ая) (?:сообщение"
        r"|письмо|уведомление|рассылка)|не отвечайте на (?:это|данное|него)|(?:цей|це|даний) (?:лист"
        r"|повідомлення)[^.?!]{0,20}(?:автоматичн|(?:сформован|створен|надіслан|згенерован)\w{0,2} автоматично)"
        r"|це автоматичн(?:е|ий) (?:повідомлення|лист)|не відповідайте на (?:це|цей|нього)"
        r"|това е автоматич\w{2,4} (?:съобщение|имейл|писмо)|автоматично генериран\w? (?:съобщение|имейл|писмо)"
        r"|не отговаряйте на (?:това|този)",
    ),
    pattern(
        "répondre|responda|responder|risponder|odpowiada|beantwoord|automatique|automático|automatico|automática"
        "|wygenerowan|automatycznie",
        r"ne pas (?:y )?répondre à (?:ce|cet)|no (?:responda|respondas|responder) a este|non rispondere a (?:questa"
        r"|questo)|não responda a est|prosimy (?:na nią |o )?nie odpowiada"
        r"|wiadomość (?:została )?wygenerowan[ay] automatycznie|(?:ceci est un|este es un|questo è un"
        r"|esta é uma) (?:message automatique|mensaje automático|messaggio automatico|mensagem automática)"
        r"|dit bericht niet (?:te )?beantwoorden",
    ),
)
"""A program wrote it, and nobody reads what is answered."""
