"""How English proposes to meet, to talk or to come along: data for `rules.requests`."""

from __future__ import annotations

from triage.rules.asking import Sense, sign

# Each choice begins with a letter of its own: one that begins with another choice is tried at each word, far slower.
_MAY = r" (?:we|you) (?:can|could|may|should)"
_LIKE = (
    r"(?:'d| would|d)(?: \w+ly| also| just| very much| still)* (?:like|love|prefer|be happy|be glad)"
    r"(?: the opportunity| for us| for you)? to"
)
_GLAD = r"(?:'ll| will| shall|'d| would) be (?:very |so )?(?:glad|happy|pleased|delighted) to"
_NEED = r" (?:\w+ )?(?:need|should|have|would like) to"
_YOU = r" (?:both of )?(?:you|u)(?: \w+)?(?: (?:like|want|care|be able)(?: me)? to)?"
_THAT = r" (?:that )?(?:you|we|to)"
_FOR_US = r" (?:to|for us to)"
_PROPOSALS = (
    r"\b(?:let'?s|let me|c(?:an|ould) (?:we|i)|sh(?:all|ould) we|may i|we'll|we(?:'ll| will| would)? (?:can|could"
    r"|should|need to|have to|ought to|must|might|will|be able to)"
    rf"|and{_MAY}|so{_MAY}|th(?:en|at){_MAY}|i{_LIKE}|we{_LIKE}|i (?:\w+ )?(?:want|need|hope) to|i{_GLAD}|we{_GLAD}"
    rf"|glad to(?<=^glad to)|happy to(?<=^happy to)|of us{_NEED}|us all{_NEED}|you and i{_NEED}|and{_NEED}"
    rf"|do{_YOU}|w(?:ould|ill){_YOU}|c(?:an|ould){_YOU}|should{_YOU}|want to|wanna|how about|what about"
    rf"|why don'?t (?:you|we|i)|maybe (?:we|you|i)|perhaps (?:we|you|i)|hope{_THAT}|suggest{_THAT}|propose{_THAT}"
    rf"|th(?:ink|ought){_THAT}|available (?:for|to)|free (?:for|to)|great{_FOR_US}|nice{_FOR_US}|good{_FOR_US}"
    rf"|best{_FOR_US}|possible{_FOR_US}|time (?:to|for)|chance to|opportunity to|please|for (?:us|you) to"
    r"|if you (?:want|like|would like) to)"
)
_MEETINGS = (
    r"(?:meet(?: up)?|get together|sit down|catch up|discuss|talk|speak|chat|hop on|jump on|go over|do lunch|join"
    r"|attend|come (?:by|over|along|round|to|join|see)|(?:drop|stop) by|visit (?:us|you|me)|stay for|participate"
    r"|be there|be in attendance|schedule|(?:have|do|grab|get|set ?-?up|arrange|plan|organi[sz]e|book|fix|make"
    r"|reserve|offer|start) (?:a |an |the |another |our |some )?(?:\S+ ){0,3}?(?:meetings?|calls?|lunch|dinner"
    r"|coffee|drinks?|beers?|chat|talk|discussions?|conference|appointment|time|session|breakfast))"
)
_MEETING_WORDS = (
    "meet together sit catch discuss discussion discussions talk speak chat hop jump lunch join attend come drop "
    "stop visit stay participate attendance schedule meeting meetings call calls dinner coffee drink drinks beer beers "
    "conference appointment session breakfast"
)

MEETINGS = (
    sign(
        Sense.WOULD_YOU,
        _MEETING_WORDS,
        r"\b(?:let'?s|(?:can|could|shall|should|may) (?:we|i)|(?:do|would) you (?:like|want|care) to|(?:how"
        r"|what) about|why don'?t (?:we|you)|want to|(?:are|would) you (?:be )?(?:free|available|up|able) (?:to"
        rf"|for)|interested in)(?: (?!not\b)\S+){{0,3}}? {_MEETINGS}\b",
    ),
    sign(
        Sense.INVITATION,
        "available free around invited invite meeting call lunch dinner coffee drink drinks beer beers chat",
        r"\b(?:are|r) (?:you|u|folks|you guys) (?:available|free|around)\b",
        r"\b(?:how|what) about (?:a |an |some )?(?:\w+ ){0,2}(?:meeting|call|lunch|dinner|coffee|drinks?|beers?"
        r"|chat)\b",
        r"\byou(?:'re| are)(?: \w+)? invited\b",
        r"\binvite you to (?!try|be one|download|test|subscribe|register|sign|use)\b",
    ),
    sign(
        Sense.PROPOSAL,
        _MEETING_WORDS,
        rf"{_PROPOSALS}(?: (?!not\b|never\b)\S+){{0,4}}? {_MEETINGS}\b",
    ),
    sign(
        Sense.PROPOSAL,
        "meeting meetings call join lunch dinner coffee discuss discussion",
        r"\bjoin (?:us|me|our)\b",
        r"^(?:lunch|dinner|coffee|meeting|call) (?:on|at|tomorrow|today|tonight|next|this|\w+day)\b",
        r"\b(?:suggest|suggestion|propose|schedul\w+|set(?:ting)?[ -]?up|arrange|like|need|want|about) (?:a|an"
        r"|another) (?:\S+ ){0,3}(?:meeting|call|discussion|lunch|dinner)\b",
        r"\bto discuss (?:further|this|it)\b",
        r"^(?:give|call|page|ring|phone|e-?mail) (?:me|us|a call) (?:\S+ ){0,4}(?:to|and) (?:we can )?(?:discuss"
        r"|talk)\b",
    ),
    sign(
        Sense.PROPOSAL,
        "discuss",
        r"\b(?:call|you|time|hour|meet\w*|week|together|like|want|need|find|calendar) (?:\S+ ){0,4}to discuss\b",
    ),
    sign(
        Sense.ANNOUNCEMENT,
        "call see meet join visit phone ring",
        r"\b(?:i|we)(?:'ll| will| shall)(?: \w+)? (?:call|see|meet|join|visit|phone|ring) (?:you|u)\b",
    ),
)
