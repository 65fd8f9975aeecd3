"""How programs ask a sender to confirm before a mail passes: data for `rules.body_signs`.

The text is in lower case and each run of white space is one blank.
"""

from __future__ import annotations

from triage.rules.sign_pattern import pattern, together

HELD = together(
    pattern(
        "held|quarantined|waitlisted",
        r"(?:your|this) (?:e-?mail|message|mail)s?\b[^.?!]{0,80}(?:is|are|was|has been|being|be)(?: being"
        r"| currently)? (?:held\b|quarantined|on hold|waitlisted)",
    ),
    pattern(
        "delivered|released|accepted",
        r"(?:your|this) (?:e-?mail|message|mail)s?\b[^.?!]{0,60}(?:will|won['’]t|cannot"
        r"|can)(?: not)?(?: only)? be (?:delivered|released|accepted)[^.?!]{0,20} (?:until|unless|once|as soon as"
        r"|after|when|if)\b",
    ),
    pattern(
        "ensure|allow|before|have your|enable|guarantee|authorize|approve|complete",
        r"(?:ensure|enable|guarantee|have|allow|before)(?: that)? (?:your|this) (?:original )?(?:e-?mail|message"
        r"|mail)s?\b[^.?!]{0,40}(?:delivered|released|accepted|reach)",
        r"(?:ensure|complete|guarantee|authorize|approve) (?:the )?delivery of (?:your|this|the)",
        also="delivered|released|accepted|reach|delivery of",
    ),
    pattern(
        "allowed|approved|safe list|safe senders|guest list|white list|white-list|whitelist|prioritizes",
        r"prioritizes and screens|(?:allowed|approved|safe|guest|white) ?-?(?:list"
        r"|senders)\b[^?!]{0,120}\b(?:ensure delivery|reach my inbox|to my inbox|delivered)",
    ),
    pattern(
        "a person|human|robot|spammer|machine|a real|the sender",
        r"\byour (?:e-?mail|message|mail)\b.{0,400}(?:verify|confirm|prove|show|make sure) (?:that )?you(?:['’]re"
        r"| are)(?: not)?(?: an?| the)? (?:real |human |automated |legitimate )?(?:person|human|human being|sender"
        r"|robot|spammer|machine|bot)\b",
        r"(?:verify|confirm|prove|show|make sure) (?:that )?you(?:['’]re| are)(?: not)?(?: an?| the)? (?:real |human "
        r"|automated |legitimate )?(?:person|human|human being|sender|robot|spammer|machine"
        r"|bot)\b.{0,300}\byour (?:e-?mail|message|mail)\b",
        starts="verify confirm prove show make",
        also="your email|your e-mail|your message|your mail",
    ),
    pattern(
        "sender verification|sender authentication|awaiting|unverified",
        r"sender (?:verification|authentication)|awaiting (?:your )?(?:confirmation|verification)|unverified sender",
    ),
    pattern(
        "zugestellt|spam|bestätig",
        r"(?:ihre|diese) (?:e-?mail|nachricht|mail)[^.?!]{0,80}(?:zurückgehalten|noch nicht zugestellt|erst zugestellt"
        r"|wird zugestellt|zugestellt (?:wird|werden))|bestätigen sie[^.?!]{0,60}(?:kein (?:spam|robot)|ein mensch"
        r"|zustell)",
        also="ihre |diese |bestätigen sie",
    ),
    pattern(
        "достав|задерж|затрим|задърж|ожидает|очікує|робот|спам|человек|людин|човек",
        r"ваш[еу]? (?:письмо|сообщение)[^.?!]{0,80}(?:задержано|будет доставлено|не будет доставлено|ожидает)|(?:вы"
        r"|что вы)[^.?!]{0,20}(?:не робот|не спам|человек|живой)|ваш (?:лист|е-?мейл)[^.?!]{0,80}(?:затримано"
        r"|буде доставлено|очікує)|ви (?:не робот|людина)|вашето (?:писмо|съобщение)[^.?!]{0,80}(?:задържано"
        r"|ще бъде доставено)|не сте робот|сте човек",
    ),
)
"""A mail waits, or may pass only once its sender has done something."""

CONFIRM = together(
    pattern(
        "click|reply|link|http|respond|visit|automated|follow",
        r"click(?:ing)?\b[^.?!]{0,60}(?:link|here|below|button|https?:)|(?:reply(?:ing)?"
        r"|respond(?:ing)?) to this (?:e-?mail|message|mail)|(?:simply|just|please) (?:reply|respond|hit reply)"
        r"|link below|(?:following|below|this) (?:link|url|web ?page|page)\b|one[- ]time (?:automated|request|message)"
        r"|send (?:an?|any) (?:empty |blank )?(?:message|e-?mail|mail|reply)|(?:follow|visit|use) [^.?!]{0,40}(?:link"
        r"|https?:)",
    ),
    pattern("klick|antworten sie|link", r"klick|antworten sie (?:einfach )?auf|(?:folgenden|diesen) link"),
    pattern(
        "ссылк|ответьте|посилання|дайте відповідь|відповідайте|връзка|линк|отговорете|нажмите|натисніть",
        r"ссылк|ответьте на|посилання|дайте відповідь|натисніть|нажмите|връзка|линк|отговорете на",
    ),
)
"""What the sender has to do."""
