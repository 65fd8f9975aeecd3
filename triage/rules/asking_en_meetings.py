"""How English proposes to meet, to talk or to come along: data for `rules.requests`."""

from __future__ import annotations

from triage.rules.asking import Sense, sign

_PROPOSALS = (
    r"\b(?:let'?s|let me|(?:can|could|shall|should) we|(?:may|can|could) i|we'll|we(?:'ll| will| would)? (?:can"
    r"|could|should|need to|have to|ought to|must|might|will|be able to)|(?:and|so|then|that) (?:we|you) (?:can"
    r"|could|may|should)|(?:i|we)(?:'d| would|d)(?: \w+ly| also| just| very much| still)* (?:like|love|prefer"
    r"|be happy|be glad)(?: the opportunity| for us| for you)? to|i (?:\w+ )?(?:want|need|hope) to|(?:i|we)(?:'ll"
    r"| will| shall|'d| would) be (?:very |so )?(?:glad|happy|pleased|delighted) to|^(?:glad|happy) to|(?:of us"
    r"|us all|you and i|and) (?:\w+ )?(?:need|should|have|would like) to|(?:do|would|will|can|could"
    r"|should) (?:both of )?(?:you|u)(?: \w+)?(?: (?:like|want|care|be able)(?: me)? to)?|want to|wanna|(?:how"
    r"|what) about|why don'?t (?:you|we|i)|(?:maybe|perhaps) (?:we|you|i)|(?:hope|suggest|propose|think"
    r"|thought) (?:that )?(?:you|we|to)|available (?:for|to)|free (?:for|to)|(?:great|nice|good|best"
    r"|possible) (?:to|for us to)|time (?:to|for)|(?:chance|opportunity) to|please|for (?:us|you) to"
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
