"""English formulas and advertisements that ask nothing of substance: data for `rules.requests`."""

from __future__ import annotations

from triage.rules.asking import Sense, sign

_UNSURE = (
    r"\b(?:if (?:anything|something)\b[^.;,!?]{0,40}|(?:if|should) (?:you|there|anyone|anybody"
    r"|u)\b(?: \w+){0,4} (?:questions?|concerns?|comments|problems?|issues?|help|assistance|feedback|(?:more"
    r"|further|additional|other|any) info\w*|anything)\b[^.;,!?]{0,60})"
)
"""A case that may never come."""
_REST = r"(?:(?!,? (?:and|but) (?:please|send|tell|make|change|add|also)\b|, please\b)[^.;!?])*"
"""What belongs to it, up to another request."""

FORMULAS = (
    sign(
        Sense.NOTHING,
        "please pls kindly see find attached enclosed",
        r"\b(?:please|pls|kindly) (?:do )?(?:find|see) (?:\S+ ){0,6}?(?:attach\w*|enclosed|below|above)",
        r"\b(?:please|pls|kindly) (?:note|be (?:advised|aware|assured|informed|reminded)|accept|know|(?:keep"
        r"|bear) in mind|excuse|forgive|pardon|rest assured|understand|do not reply|consider the environment)\b",
        r"(?<!you )\bto please (?:our|your|the|them|all|just)\b|\bplease (?:everyone|everybody|just about)\b"
        r"|\bif you please\b",
        r"^(?:see|find) (?:the )?(?:\w+ )?(?:attached|enclosed|below|above)\b",
    ),
    sign(
        Sense.OFFER,
        "free hesitate",
        rf"(?:{_UNSURE}{_REST})?\b(?:please )?(?:do(?: not|n't)|never) hesitate\b{_REST}",
        rf"(?:{_UNSURE}{_REST})?\b(?:please )?feel free to (?:call|contact|reach|get|e-?mail|ask|write|reply|let"
        rf"|drop|ring|give|share|visit)\b{_REST}",
    ),
    sign(
        Sense.OFFER,
        "question questions concern concerns comments anything something help assistance info information "
        "problems issues",
        rf"\b(?:please )?(?:write to|tell|call|e-?mail) (?:me|us) {_UNSURE}",
        rf"{_UNSURE}\b[^.;!?]{{0,80}}?[, ](?:please |just |simply |then )*(?:call|contact|e-?mail|ask|write to|ring"
        rf"|phone|give) (?:me|us)\b{_REST}",
        also="if should",
    ),
    sign(
        Sense.NOTHING,
        "question questions concern concerns comments anything something help assistance info information "
        "problems issues",
        r"\b(?:please )?(?:(?:write|tell|call|e-?mail|let) (?:to )?(?:me"
        rf"|us)(?: know)? )?{_UNSURE}\b(?:[^.;!?]{{0,80}}?[, ](?:please |just |simply |then )*(?:let|see|visit"
        r"|refer|contact|go to|call|e-?mail|write|reply|find|check|click|use|follow|speak|talk|reach"
        rf"|get)\b{_REST})?",
        also="if should",
    ),
    sign(
        Sense.NOTHING,
        "questions concerns problems",
        r"\bany (?:questions|problems|concerns)(?: or \w+)?,? (?:just |please )?(?:call|contact|let|e-?mail|ask"
        rf"|give)\b{_REST}",
    ),
    sign(
        Sense.NOTHING,
        "day weekend evening week holiday holidays vacation trip christmas easter care safe healthy tuned touch "
        "worry mind",
        r"\b(?:have|enjoy) (?:a|an|the|your) (?:\w+ ){0,4}(?:day|weekend|evening|week|time|holidays?|vacation"
        r"|trip|one|christmas|easter|new year)\b",
        r"^take (?:care|your time)\b",
        r"^(?:get well|stay (?:safe|well|healthy|tuned)|keep (?:up the|in touch|well)|never mind|(?:don't"
        r"|do not) worry)\b",
    ),
    sign(
        Sense.NOTHING,
        "see talk speak",
        r"^(?:see|talk to|speak to|talk with) (?:you|ya|u)\b",
        start=True,
    ),
    sign(
        Sense.SALE,
        "unsubscribe unsub opt receive address sender whitelist browser notification notifications contacts "
        "ensure sure click follow visit go check update ignore",
        r"\bunsub",
        r"\bopt(?:ing)?[ -]?out\b",
        r"\bno longer (?:wish|want|like|receive)\b.{0,20}\b(?:receive|get|be|emails?|mails?|messages?)\b",
        r"\b(?:don't|do not|not) (?:want|wish|like) to (?:receive|get) \w+ (?:e-?mail|mail|message|newsletter)",
        r"\b(?:address book|safe sender|white ?list|notification settings|delivery to your inbox)\b",
        r"\badd\b.*\bto your (?:contacts|address)\b",
        r"^to (?:ensure|make sure|be sure)\b.*\b(?:delivery|receiv\w+|e-?mails?|inbox)\b",
        r"^if you\b.*(?:, |\bplease )(?:simply |just |please |then )*(?:click|follow the|visit|go to|check out"
        r"|update your|ignore this)\b",
        r"\bview (?:it|this) in (?:your|a) browser\b",
    ),
    sign(
        Sense.SALE,
        "off coupon promo trial shipping save get take earn win choose join try shop buy order start act hurry "
        "only limited miss",
        r"^(?!.*\b(?:we|i|us|me|our|my)\b).*\d ?% off\b",
        r"\b(?:coupon|promo|discount) codes?\b",
        r"\bfree (?:trial|shipping|gift|sample)s?\b",
        r"^(?:\w+ ){0,3}(?:save|get|take|earn|win|choose|start saving)\b.{0,30}(?:\$ ?\d|\d ?%)",
        r"^(?:join|try|shop|buy|order|start|act|hurry|confirm|apply|register)(?: \w+){0,2} (?:now"
        r"|today)\b(?! because| or we)\W*$",
        r"\b(?:today only|limited time|act now|don't miss (?:out|this|your|the))\b",
    ),
    sign(
        Sense.SALE,
        "ready want tired sick looking struggling dreaming need love why waiting know familiar",
        r"^(?:ready|want|looking|need|hoping|struggling|dreaming) (?:to|for|of|with) (?!me|us)[^?]*\byour\b[^?]*\?",
        r"^(?:so )?(?:tired|sick) of\b[^?]*\?",
        r"^(?:who|what) (?:doesn't|does not) (?:love|want|need|like)\b",
        r"^why (?:us|wait|choose us)\?",
        r"^(?:so )?what are you waiting for\b",
        r"^sounds? familiar\b",
        r"^did you know (?:that|the|there|you)\b",
        start=True,
    ),
    sign(
        Sense.COURTESY,
        "how how's what's hope",
        r"^(?:\w+[ ,!.:-]+){0,4}(?:how (?:are|r) (?:you|u|things|ya)(?: (?:doing|all|both|today|going|keeping"
        r"|getting on|with you))*|how(?:'s| is) (?:it going|life|everything|things|business|your (?:day|week"
        r"|weekend|family))(?: going| with you| been)*|how have you been|how do you do|what's (?:up|new))\W*$",
        r"\bhope (?:that )?(?:all is|everything is|you're|you are|this (?:\w+ )?finds you|you (?:had|have"
        r"|enjoyed))\b.*\?",
    ),
)
