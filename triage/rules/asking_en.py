"""How English asks: data for `rules.requests`."""

from __future__ import annotations

from triage.rules.asking import Asking, Sense, sign
from triage.rules.asking_en_formulas import FORMULAS
from triage.rules.asking_en_meetings import MEETINGS

_WOULD = r"\b(?:i|we)(?:'d| would|d)(?: \w+ly| also| just| very much| still)*"
_NEED = r"\b(?:i|we)(?:'ll| will|'d| would)?(?: \w+ly| also| just| still)?"
_CLAUSE = (
    r"(?:^|[,;:–—-] |\b(?:and|or|so|then|just|please|also|you can|you could|better|but|either|you must|you should) )"
)
ENGLISH = Asking(
    first=(
        "accept access acknowledge activate adapt add adjust adopt advise align allocate allow alter amend analyse "
        "analyze announce anticipate apply appoint approve arrange ask assemble assess assign assist attach attend "
        "avoid await be borrow brighten bring build calculate cancel capture carry catch centre circulate cite "
        "clarify collect combine come communicate compare compile complete compose compute concentrate configure "
        "confirm connect consider consolidate consult contact continue contribute convert convey convince coordinate "
        "correct create crop customise customize darken decide dedicate define delegate delete deliver demonstrate "
        "deploy describe determine develop dial direct disable discard disconnect discuss disregard distribute divide "
        "do don't dont double-check download drag drive drop edit elaborate eliminate embed enable enclose encourage "
        "enhance enlarge ensure enter escalate establish evaluate examine exclude execute exit expand expedite "
        "explain extend extract fetch fill finalise finalize finish fix follow forward gather generate give grab "
        "handle hang hide hire hold hurry identify ignore illustrate implement improve include incorporate increase "
        "indicate inform initiate insert inspect install integrate introduce invert investigate invite involve "
        "justify keep leave lend lighten listen locate log lower maintain make manage maximise maximize meet mention "
        "merge minimise minimize modify monitor move narrow navigate negotiate notify obtain omit open optimise "
        "optimize organise organize overlook override oversee participate paste pause perform postpone prepare press "
        "prevent prioritise prioritize proceed procure produce promote proofread protect prove provide publish pull "
        "push put raise reach rearrange recalculate recheck recolor recolour reconcile reconfirm reconsider redirect "
        "redo redraw reduce refer refine refrain refresh refund register reject remember remind remove rename renew "
        "reorder repeat rephrase replace replicate reply reschedule resend reserve reset resize resolve respond "
        "restart restore resubmit retain retouch retrieve retry return reuse revert review revise revisit reword "
        "rework rewrite ring rotate scan scroll sell send set settle shift shoot shop shorten shut simplify skip "
        "slide soften sort specify speed spend split spread stay stick stop submit substitute subtract suggest "
        "summarise summarize supply swap switch synchronise synchronize tackle teach tell terminate tidy tighten "
        "toggle transfer transform translate transmit trim tune turn tweak type uncheck underline undo unplug unzip "
        "upgrade upload use utilise utilize validate verify visit wait warn widen withdraw wrap write zip zoom"
    ),
    first_with=(
        "address answer back balance begin bill book buy call challenge change charge check choose clean clear close "
        "comment copy cover credit cut date delay deposit design detail display document draft draw e-mail email "
        "estimate exchange export express fax file find flag focus format frame get go group guide have head help "
        "highlight import interview issue join lead learn limit link list load look map mark match name note number "
        "offer order outline own pack page park pass pay phone pick place plan play point post present print process "
        "program purchase quote rank rate read record release report request research rest round route run scale "
        "schedule search secure see select separate serve share sharpen ship show sign sit speak stand start state "
        "step store stress strip study support take talk tap test text think tick tie touch track trade treat try "
        "view vote walk watch weigh wire work"
    ),
    objects=(
        "the a an another this that these those it them me us him her your my our their all any each both more some "
        "one to in on up out back down off over with at by if what whether when how who which for from into around "
        "again also not and here there everyone"
    ),
    before=(
        "also and so then but just now ok okay again next first second finally otherwise therefore meanwhile well oh "
        "or hey hi simply yes no thanks btw fyi asap ps p s guys all still always never instead perhaps maybe "
        "alternatively anyway only"
    ),
    lists=("changes corrections edits todo tasks wishes wishlist questions requests amendments needed following"),
    signs=(
        *FORMULAS,
        *MEETINGS,
        sign(
            Sense.REQUEST,
            "reminder",
            r"\breminder to (?!self|myself)",
        ),
        sign(
            Sense.REQUEST,
            "please pls plz kindly",
            r"\b(?:please|pls|plz|kindly)\b",
        ),
        sign(
            Sense.REQUEST,
            "know let lets let's",
            r"\blet (?!you\b)(?:me|us|him|her|them|\w+(?: \w+)?) know\b",
            rf"{_CLAUSE}let'?s (?!you|me|us|them|him|her|it\b|users?|people|see\b|hope\b|face\b|say\b|customers)",
        ),
        sign(
            Sense.REQUEST,
            "need needs removed changed added deleted replaced corrected moved updated looking search after",
            rf"{_NEED} need (?!not\b|(?:some|more|a little|a bit|a (?:bit|little)(?: of| more)?|a few) (?:time"
            r"|days?|weeks?|hours?)|to (?:check|think|go|leave|run|ask|consult|wait|apologi[sz]e)\b)",
            r"^(?:so |also |and |just |only |still )*need (?:to|you|your|the|a|an|it|this|more|help)\b",
            r"\byou(?:'ll| will)?(?: \w+)? need to\b",
            r"needs?(?<!may need)(?<!might need)(?<!not need)(?<!you need)(?<!would need) (?:to be|\w+ing)\b",
            r"\bto be (?:removed|changed|added|deleted|replaced|corrected|moved|updated)\b",
            r"(?:^|\b(?:i\'m|we\'re|are|am) )(?:also )?(?:looking for|in search of|after (?:a|an|some)"
            r"|in need of)\b",
            r"\bneeds (?:a|an|some|more|another|your)\b",
        ),
        sign(
            Sense.REQUEST,
            "want like love rather interested prefer wish appreciate appreciated grateful happy glad",
            r"^(?:would|\'d) (?:really )?(?:love|like) to (?:have|see|hear|get|know)\b",
            r"\b(?:i|we)(?:\'d| would) (?:much )?rather (?:have|see|get|you)\b",
            r"\b(?:i|we)(?:\'d| would)(?: also)? be interested in\b",
            rf"{_NEED} want (?:you(?! to know)|your|the|a|an|this|it|that|them|to (?:see|have|get|order|change|add"
            r"|ask|confirm|know|inquire|be sure))\b",
            rf"{_WOULD} (?:like|love|prefer|wish)\b(?! to (?:continue|take|draw|come|offer|invite|introduce|share"
            r"|thank|connect|tell|welcome|help|remember|take this|inform|announce|apologi[sz]e|wish|congratulate"
            r"|remind|let you know|ensure|present|give you|say|express|point out|deliver)\b)",
            rf"{_WOULD} (?:greatly |truly )?(?:appreciate|be (?:very |so |most |extremely )?(?:grateful|happy|glad"
            r"|obliged) (?:if|for|to (?:receive|get|have|hear|see)))\b",
            r"\bappreciate (?:it )?if\b",
            r"\bbe (?:very |much |greatly |highly )?appreciated\b",
            r"(?:^|would |'d |will )(?:really |greatly |also )?appreciate (?:your|you|any"
            r"|a) (?:\w+ ){0,2}(?:help|feedback|reply|response|input|assistance|comments|\w+ing)\b",
        ),
        sign(
            Sense.REQUEST,
            "awesome fantastic great good nice helpful wonderful perfect useful lovely ideal best better",
            r"\b(?:would|'d|will) be (?:very |really |so |most |more |also |just )?(?:great|good|nice|helpful"
            r"|wonderful|perfect|useful|lovely|ideal|best|better|awesome|fantastic) (?:if|to (?:have|get|know|see"
            r"|hear|receive))\b",
            r"\bwould be (?:very |really |so )?(?:great|nice|good|helpful|useful|wonderful|perfect|awesome"
            r"|fantastic)\W*$",
            also="be",
        ),
        sign(
            Sense.REQUEST,
            "should must ought better",
            r"you (?:should|must|ought to|had better|better)\b",
        ),
        sign(
            Sense.REQUEST,
            "must has have",
            r"(?:must|has to|have to) (?:say|read|go|be|stay|look|match)\b"
            r"(?<!i have to go)(?<!i must go)(?<!we have to go)(?<!we must go)",
            also="say read go be stay look match",
        ),
        sign(
            Sense.REQUEST,
            "mind help",
            r"^(?:would you |do you )?mind \w+ing\b",
            r"would (?:really |also )?help (?:if|to|me|us)\b",
        ),
        sign(
            Sense.REQUEST,
            "expect expecting",
            r"(?:i|we)(?:'re| are|'m| am)? expect(?:ing)? (?:the|a|an|your|to (?:have|get|see|receive))\b",
        ),
        sign(
            Sense.REQUEST,
            "should",
            r"should(?<!\bi should)(?<!\bwe should)(?<!\bit should)(?<!that should)(?<!this should) (?:say|read"
            r"|have|show|include|match|start with|open|link)\b",
            also="say read have show include match start open link",
        ),
        sign(
            Sense.REQUEST,
            "wants needs have",
            r"(?:wants|needs|would like) to (?:know|see|have)\b",
            also="wants needs like",
        ),
        sign(
            Sense.REQUEST,
            "leave give send tell show forward",
            r"you (?:might|may|can|could|'ll) (?:\w+ )?(?:give|leave|send|tell|show|forward) (?:me|us)\b",
        ),
        sign(Sense.REQUEST, "could", r"you could (?!be|have|not)\w+"),
        sign(
            Sense.REQUEST,
            "can could would will won't wouldn't couldn't",
            r"(?:can|could|would|will|won't|wouldn't|couldn't) (?:you|u|(?:one|both|all|any) of you|anyone"
            r"|somebody|someone|anybody) \w",
            also="you u anyone somebody someone anybody",
        ),
        sign(Sense.REQUEST, "can", r"^you can (?:send|give|call|forward|use|reach)\b"),
        sign(
            Sense.REQUEST,
            "mind hope hoping why ask asking want like need expect advise urge encourage count counting assume trust "
            "help",
            r"(?:do|would) you mind\b",
            r"hope (?:that )?(?:you|u)(?:'ll| can| will| could| would)\b",
            r"why don'?t you\b",
            r"(?:ask|asking|want|like|need|expect|advise|urge|encourage) you to\b",
            r"count(?:ing)? on you\b",
            r"(?:assume|expect|trust) (?:that )?you (?:will|'ll)\b",
            r"help you can\b",
            r"\bhoping (?:that )?(?:maybe )?(?:you|we) (?:could|can|might|would)\b",
        ),
        sign(
            Sense.REQUEST,
            "me us",
            rf"{_CLAUSE}(?:call|e-?mail|page|phone|ring|contact|text|fax|write|ping|send|give|tell|show|remind|drop"
            r"|shoot|leave|copy|cc) (?:me|us)\b",
        ),
        sign(Sense.REQUEST, "back", r"(?<!will )(?<!'ll )\b(?:get|come) back to (?:me|us)\b"),
        sign(
            Sense.REQUEST,
            "sure certain forget ahead suggest propose recommend expect request requesting asking inquire enquire "
            "call holler ask wanted",
            rf"{_CLAUSE}make (?:absolutely )?(?:sure|certain)\b",
            rf"{_CLAUSE}be sure to\b",
            r"\b(?:don't|dont|do not|not) forget\b",
            r"\bgo ahead\b",
            rf"{_CLAUSE}(?:just )?give (?:\S+ ){{0,2}}a (?:call|ring|holler)\b",
            r"\b(?:i|we)(?:'d| would)?(?: \w+)? (?:suggest|propose|recommend|expect an?|request|inquire|enquire"
            r"|ask (?:you|for|that))\b",
            r"\bwriting to (?:request|ask|inquire|enquire)\b",
            r"\b(?:am|are) (?:asking|requesting)\b",
            r"\bwant(?:ed)? to (?:inquire|enquire|ask|request|know)\b",
            r"\bmy (?:suggestion|request|proposal) (?:is|would)\b",
        ),
        sign(
            Sense.QUESTION,
            "wonder wondering curious understand clear inquiring enquiring checking",
            r"^(?:i\'m |i am |was )?(?:just |only )?checking (?:if|whether)\b",
            r"\b(?:don't|do not|cannot|can't) (?:quite |really )?understand (?:why|what|how|where|when|which)\b",
            r"\bnot (?:quite |really |very )?clear (?:why|what|how|where|when|which|whether|if)\b",
            r"\bam (?:inquiring|enquiring)\b",
            r"\b(?:i|we|was|am|were|i'm|just|also)(?: \w+)? (?:wonder|wondering|curious)\b",
        ),
        sign(
            Sense.QUESTION,
            "question questions",
            r"\b(?:have|had|got|'ve)(?: \w+){0,2} (?:a|an|one|two|three|another|some|few|couple of|couple|more"
            r"|quick|several) (?:\w+ ){0,3}questions?\b",
            r"^(?:just |and |but )?(?:a|an|one|another|last|quick|final|my|the|two"
            r"|some) (?:\w+ ){0,2}questions?\b",
        ),
        sign(
            Sense.QUESTION,
            "what what's when when's where where's who who's whom why how how's which whose",
            r"^(?:[\w ]{1,30}+[,:–-] ?)?(?:also |and |so |but |by the way,? |then )?(?:what|when|where|who|whom"
            r"|why|how|which|whose)(?:'s| (?:(?!i |you |he |she |it |we |they )\S+ ){0,5}?(?:is|are|do|does|did"
            r"|can|could|would|will|should|shall|has|was|were)(?:n'?t)?\b)[^,!]*$",
            r"^how come\b",
            start=True,
        ),
        sign(
            Sense.QUESTION,
            "is are",
            r"^(?:is|are) \S+ (?:\S+ )?(?:still|already|ready|ok|okay|included|enough|available)\b",
            start=True,
            also="still already ready ok okay included enough available",
        ),
        sign(
            Sense.QUESTION,
            "is are do does did can could would will should have has may shall was were am isn't aren't don't doesn't",
            r"^(?:would|will) (?!be\b)(?:\S+ ){1,4}(?:work|be|suit|do|fit|help)\b",
            r"^(?:[^,:–-]{1,40}+[,:–-] ?){0,2}(?:also,? |and,? |so,? |but,? |or,? |then,? )?(?:is (?:it|there"
            r"|this|that|the|your|my|our|everything|anyone|he|she|any)|are (?:you|there|these|those|the|they|we"
            r"|any|all|your|more)|do (?:you|we|they|i)|does (?:it|this|that|the|he|she|your|anyone|my)|did (?:you"
            r"|it|the|they|he|she|i|we|anyone)|(?:can|could|may|shall|should) (?:i|we|it|this|that|the|you|they)"
            r"|(?:would|will) (?:it|this|that|the|you|there|they|we)|have (?:you|they|we)|has (?:it|the|this"
            r"|anyone|he|she|your)|was (?:it|there|this|that|the)|were (?:you|there|they|the)|am i|(?:isn't|aren't"
            r"|don't|doesn't) (?:it|you|this|that|there))\b",
            start=True,
        ),
        sign(
            Sense.QUESTION,
            "is are can could will would does do shall should",
            r", (?:is|are|can|could|will|would|does|do|shall|should) (?:this|that|it|you|we|there|i|they)\b[^,]*$",
        ),
        sign(
            Sense.QUESTION,
            "any possible",
            r"^(?:\w+[,:] )?(?:so |also |and )?(?:any (?:news|updates?|thoughts?|ideas?|chance|feedback|word"
            r"|progress|comments|suggestions|objections)|possible (?:to|for))\b",
            start=True,
        ),
    ),
)
