"""How German asks: data for `rules.requests`."""

from __future__ import annotations

from triage.rules.asking import Asking, Sense, sign

_MEET = (
    r"(?:treffen|telefonieren|besprechen|sprechen|unterhalten|zusammensetzen|zusammenkommen|austauschen|abstimmen"
    r"|sehen wir uns|kennenlernen|vorbeikommen|vorbeischauen|dabei sein|teilnehmen|dazukommen|mitkommen|(?:einen "
    r"|ein |den |das |noch |kurzen |kurzes |neuen |weiteren )*(?:termin\w*|treffen|telefonat|gespräch\w*|call"
    r"|meeting|kaffee|mittagessen|abendessen|videocall|videokonferenz|besprechung|telefontermin))\b"
)

GERMAN = Asking(
    first_with=(
        "schicke schickt schick sende sendet gib gebt sag sagt sage melde meldet ruf ruft rufe schreib schreibt "
        "schreibe mach macht mache nimm nehmt lass lasst prüfe prüft prüf bring bringt komm kommt füge fügt ersetze "
        "ersetzt lösche löscht bestätige bestätigt bestell bestelle bestellt zeig zeigt zeige erkläre erklärt hilf "
        "helft leite leitet stell stelle stellt überweise überweist vergiss vergesst denk denkt denke achte achtet "
        "beachte beachtet antworte antwortet frag fragt frage verwende verwendet nutze nutzt korrigiere korrigiert "
        "verschiebe verschiebt schau schaut ändere ändert entferne entfernt"
    ),
    objects="mir uns dich euch bitte doch mal",
    before=(
        "und dann aber also auch noch nun jetzt ok okay so sonst ansonsten außerdem zudem oder hallo hi hey einfach "
        "nur ja nein danke alle erst zuerst danach ggf gerne gern doch mal zunächst bitte weiterhin ps"
    ),
    lists="änderungen korrekturen änderungswünsche wünsche aufgaben fragen todos anmerkungen ergänzungen",
    signs=(
        sign(
            Sense.NOTHING,
            "bitte anbei beachten entschuldigen entschuldige verzeihen verzeihung nehmen anhang entschuldigung finden",
            r"\b(?:anbei|im anhang|beigefügt|angehängt|anliegend|beiliegend)[^.;!?]{0,40} (?:finden|findest"
            r"|findet|erhalten|erhältst|sende\w*|schicke\w*|übersende\w*)\b",
            r"\bbitte finden sie (?:anbei|im anhang|beigefügt)\b",
            r"\bfinden sie (?:anbei|im anhang|beigefügt|hier|unten)\b",
            r"\bbitte (?:beachten|bedenken|berücksichtigen) sie,?(?: auch)? (?:dass|das|die|unsere|den)\b",
            r"\bbitte beachte,? dass\b",
            r"\bbitte (?:um|ich um) (?:entschuldigung|verständnis|verzeihung)\b",
            r"\b(?:ich |wir )?bitte(?:n)? (?:sie |dich |dies |das |die \S+ )*(?:vielmals )?(?:um"
            r"|zu) (?:entschuldigung|verständnis|entschuldigen|verzeihung)\b",
            r"\b(?:bitte )?(?:entschuldigen|verzeihen) sie\b",
            r"\b(?:bitte )?entschuldige\b",
            r"\bbitte (?:sehr|schön|gerne|nicht antworten)\W*$",
            r"\bnehmen sie bitte zur kenntnis\b",
            r"\bzur kenntnis\b",
        ),
        sign(
            Sense.NOTHING,
            "fragen rückfragen frage zögern scheuen verfügung jederzeit etwas probleme problemen hilfe",
            r"\b(?:bei|für|sollten sie|falls sie|wenn sie|falls du|wenn du|solltest du|sollten"
            r"|falls)(?: \S+){0,4}? (?:rück)?fragen\b(?! zu\b| nach\b)[^.;!?]*",
            r"\b(?:zögern|scheuen) sie (?:sich )?nicht\b[^.;!?]*",
            r"\bzöger(?:e)? nicht\b[^.;!?]*",
            r"\b(?:gerne?|jederzeit)? ?zur verfügung\b[^.;!?]*",
            r"\b(?:bitte )?(?:schreiben|sagen|melden) sie (?:mir|sich)(?: bitte)?,? (?:wenn|falls) (?:etwas"
            r"|was)\b[^.;!?]*",
            r"\b(?:wenn|falls|sollten?) (?:sie|du|noch|es|ihr)? ?(?:noch )?(?:etwas|hilfe|was|weitere)\b[^.;!?]*",
        ),
        sign(
            Sense.NOTHING,
            "freue freuen warte warten",
            r"\bfreue?n? (?:ich )?(?:mich|uns|wir uns) (?:schon |sehr )*(?:auf|über) (?:ihre|deine|eure|die|eine"
            r"|das|unser|den) [^.;!?]*",
            r"\bfreue mich,? von (?:ihnen|dir) zu hören\b",
        ),
        sign(
            Sense.SALE,
            "abmelden abbestellen newsletter abmeldung austragen",
            r"\b(?:newsletter|mailing\w*|verteiler)\b[^.!?]*\b(?:ab(?:zu)?melden|ab(?:zu)?bestellen|austragen)\b",
            r"\b(?:ab(?:zu)?melden|ab(?:zu)?bestellen|austragen)\b[^.!?]*\b(?:newsletter|mailing\w*|verteiler"
            r"|klick\w+)\b",
        ),
        sign(
            Sense.SALE,
            "möchten wollen suchen bereit lust genug träumen warum kennen kommt wer wussten schon worauf",
            r"^(?:möchten sie|wollen sie|suchen sie|bereit|träumen sie|möchtest du|willst du"
            r"|suchst du) (?:[^?]*\b(?:ihre?n?|deine?n?|mehr|sparen|verdienen|steigern|umsatz|rabatt|kostenlos\w*"
            r"|gratis|gewinnen)\b)[^?]*\?",
            r"^(?:genug von|schluss mit|keine lust mehr auf|es satt)[^?]*\?",
            r"^warum (?:wir|gerade wir|ausgerechnet wir)\b\W*$",
            r"^(?:das )?kommt ihnen (?:das )?bekannt vor\b",
            r"^kennen sie das\b",
            r"^wer (?:liebt|kennt|will|träumt|möchte|mag) (?:es |das |sie |ihn )?nicht\b",
            r"^wussten sie(?: schon)?,? dass\b",
            r"^worauf (?:warten sie|wartest du)\b",
            start=True,
        ),
        sign(
            Sense.COURTESY,
            "geht's geht gehts läuft steht",
            r"^(?:\w+[ ,!.-]+){0,4}(?:wie (?:geht's|gehts|geht es)(?: (?:ihnen|dir|euch|so|denn|heute|dir so))*"
            r"|wie läuft's(?: so| bei (?:dir|ihnen|euch))*|alles (?:gut|klar|ok|okay)(?: bei (?:dir|ihnen"
            r"|euch))?)\W*$",
            start=True,
        ),
        sign(
            Sense.INVITATION,
            "treffen telefonieren besprechen sprechen unterhalten zusammensetzen austauschen abstimmen termin "
            "telefonat gespräch call meeting kaffee mittagessen abendessen besprechung videocall vorbeikommen "
            "vorbeischauen teilnehmen dabei dazukommen mitkommen kennenlernen telefontermin zusammenkommen "
            "videokonferenz gespräches",
            r"\b(?:lass(?:en sie|t)? uns|wollen wir|sollen wir|sollten wir|können wir|könnten wir|würde(?:n)?"
            r"|möchte(?:n)?|(?:ich|wir) will|wollen|müssen|sollten|hätten sie|hättest du|haben sie|hast du|wann"
            r"|passt|ginge|geht es|schlage(?:n)?|vorschlag\w*|wäre es|wäre|vielleicht|wie wäre|gerne?|zeit|lust"
            r"|einladen|lade|laden|vereinbaren|ausmachen|brauche(?:n)?|kannst du|können sie|könnten sie"
            rf"|könntest du|bitte|dann können wir)(?: (?!nicht\b|kein\w*\b)\S+){{0,5}}? {_MEET}",
        ),
        sign(
            Sense.INVITATION,
            "lade laden eingeladen einladen treffen telefonieren sprechen uns zeit",
            r"\b(?:möchten?|würden?|wollen) (?:\S+ ){1,9}einladen\b",
            r"\b(?:ich|wir) laden? (?:sie|dich|euch|alle|herzlich)\b",
            r"\b(?:lade|laden) (?:ich|wir) (?:sie|dich|euch)\b",
            r"\b(?:sind|bist|seid) (?:\S+ ){0,4}eingeladen\b",
            r"^(?:dann )?(?:treffen|telefonieren|sprechen|sehen|hören) wir uns\b",
            r"^(?:dann )?(?:treffen|telefonieren|sprechen) wir\b",
            r"\b(?:haben sie|hätten sie|hast du|hättest du|habt ihr) (?:\S+ ){0,4}(?:zeit|lust)\b",
        ),
        sign(
            Sense.REQUEST,
            "bitte bitten bittet bitt gebeten bräuchte",
            r"\bbitte\b",
            r"\b(?:ich|wir|darf ich|dürfen wir|möchte|möchten)(?: \S+){0,3} bitten\b",
            r"\bbitten (?:wir|sie)\b",
            r"\b(?:wird|werden) (?:\S+ ){0,6}gebeten\b",
        ),
        sign(
            Sense.REQUEST,
            "sie",
            r"(?:^|[,;:–—-] |\b(?:und|oder|dann|aber|doch|also|auch|noch|danach|bitte|hallo) )(?:schicken|senden"
            r"|geben|machen|rufen|melden|teilen|nehmen|lassen|prüfen|überprüfen|schauen|bringen|kommen|fügen"
            r"|entfernen|ersetzen|löschen|bestätigen|bestellen|zeigen|erklären|helfen|leiten|stellen|tragen|setzen"
            r"|überweisen|vergessen|denken|achten|antworten|fragen|verwenden|nutzen|korrigieren|verschieben|ändern"
            r"|drucken|kopieren|sagen|schreiben|ergänzen|streichen|unterschreiben|warten|halten|legen|kürzen"
            r"|vergrößern|verkleinern|liefern|beachten|versuchen|klären|reservieren|buchen|beschreiben|nennen"
            r"|wählen|suchen|besorgen|erstellen|gestalten|übernehmen|anpassen|faxen|mailen|stornieren|erstatten"
            r"|ersparen|probieren|testen|tauschen|rücken|speichern|exportieren|öffnen|laden|installieren"
            r"|aktualisieren|übersetzen|veröffentlichen|sehen|gehen|bleiben|passen|gleichen|bauen|binden|verlinken"
            r"|skizzieren|entwerfen) sie\b",
            r"^(?:und |aber |also |auch |bitte )?(?!sollten|falls|hätten|wissen)\w{3,}(?:en|ern|eln) sie\b",
            r"^(?:\S+[,:] |und |aber |also |auch )?(?:können|könnten|würden|wollen|möchten|dürfen|dürften|hätten"
            r"|wären|werden|haben|sind|wissen|sollten|lassen|kennen|sehen) sie\b[^,]*(?:$|, (?:bitte|mir|uns|was"
            r"|wie|wann|ob|dass|wo|warum|bis))",
            r"\b(?:könnten|würden|wären) sie\b",
            r"\blassen sie (?:mich|uns) (?:\S+ ){0,3}wissen\b",
            r"\bsie (?:müssten|sollten|müssen)\b",
        ),
        sign(
            Sense.REQUEST,
            "du ihr kannst könntest würdest könnt könntet würdet magst",
            r"(?:^|[,;:–—-] )(?:und |aber |also |auch |bitte |hi |hallo )?(?:kannst|könntest|würdest|magst|wärst"
            r"|hast|weißt|bist) du\b",
            r"(?:^|[,;:–—-] )(?:und |aber |also |auch |bitte |hi |hallo )?(?:könnt|könntet|würdet|wärt|habt"
            r"|wisst) ihr\b",
            r"\bdu (?:müsstest|solltest|musst)\b",
        ),
        sign(
            Sense.REQUEST,
            "schick gib sag ruf schreib mach nimm lass prüf bring komm zeig stell setz vergiss denk frag hilf schau",
            r"(?:^|[,;:–—-] |\b(?:und|dann|bitte) )(?:schick|gib|sag|ruf|schreib|mach|nimm|lass|prüf|bring|komm"
            r"|zeig|stell|setz|vergiss|denk|frag|hilf|schau) (?!ich\b|wir\b|geworden|aus)\w+",
        ),
        sign(
            Sense.REQUEST,
            "suche suchen brauche brauchen bräuchte bräuchten benötige benötigen benötigt warte warten fehlt fehlen "
            "erwarte erwarten soll sollen sollte müsste müssten muss",
            r"\b(?:ich|wir|mir|uns) (?:\S+ ){0,3}?(?:brauche?n?|bräuchten?|benötigen?"
            r"|suchen?)\b(?![^.;!?]*\b(?:nicht|keine?n?|nichts|\w*zeit)\b)",
            r"\b(?:brauche?n?|bräuchten?|benötigen?) (?:ich|wir)\b(?![^.;!?]*\b(?:nicht|keine?n?|nichts)\b)",
            r"\bwarten? (?:ich |wir )?(?:immer |auch |leider )?noch auf\b(?! (?:die|eine|ihre|deine) (?:antwort"
            r"|rückmeldung))\b",
            r"\bwird (?:noch )?benötigt\b",
            r"\b(?:es |mir |uns )?(?:fehlt|fehlen) (?:noch|uns|mir|nur|leider)\b",
            r"\b(?:erwarte|erwarten) (?:ich |wir )?(?:von |bis |eine|die|das|den|einen|ihre?n?)\b",
            r"\b(?:soll|sollen|sollte|sollten|müsste|müssten|muss|müssen) (?:\S+ ){0,6}(?:(?:ge\w+|\w+iert"
            r"|er\w+t|ver\w+t) werden|(?:fertig|da|enthalten|sichtbar|lesbar) sein|stehen|heißen|lauten|rein|raus"
            r"|weg|größer|kleiner|höher|tiefer|heller|dunkler|breiter|schmaler|kürzer|länger|dicker|dünner|besser"
            r"|anders)\b",
        ),
        sign(
            Sense.REQUEST,
            "gern gerne möchte möchten würde würden wünsche wünschen hätte hätten hatte hatten wollen wünschte",
            r"\b(?:(?:ich|wir) hätten?|hätten? (?:ich|wir)) (?:\S+ ){0,3}(?:gerne?|lieber"
            r"|noch)\b(?![^.;!?]*\b(?:gehabt|gewesen|gesehen|bekommen)\b)",
            r"\b(?:ich|wir) (?:möchten?|würden?|wollten?|will|wollen)\b(?! (?:\S+ ){0,3}?(?:mich|uns|ihnen|dir"
            r"|sie|ich)? ?(?:\S+ )?(?:bedanken|danken|entschuldigen|informieren|mitteilen|anbieten|einladen"
            r"|vorstellen|hinweisen|sagen))[^.;!?]*\b(?:gerne?|wissen|fragen|bestellen|ändern|haben|sehen|erhalten"
            r"|bekommen|dass|bitten|anfragen|buchen|erfahren|beauftragen|nachfragen|klären)\b",
            r"\b(?:möchte|würde|wollte) ich (?:\S+ ){0,6}(?:wissen|fragen|bestellen|ändern|haben|sehen|erhalten"
            r"|bekommen|bitten|erfahren|nachfragen)\b",
            r"\b(?:ich|wir) hätten? interesse\b",
            r"\b(?:ich|wir) hatten? gehofft\b",
            r"\b(?:ich|wir) möchten (?!(?:mich|uns|ihnen|dir|sie|euch)\b)(?:den|die|das|eine?n?)\b",
            r"\b(?:möchte|will|wollen|möchten) (?:\S+ ){0,3}wissen\b",
            r"\b(?:wünschen? (?:ich|wir) (?:mir|uns)|(?:ich|wir) wünschen? (?:mir|uns))\b",
        ),
        sign(
            Sense.REQUEST,
            "wäre dankbar verbunden schön nett toll super prima hilfreich möglich freuen lieb klasse",
            r"\bwäre (?:sehr |wirklich |echt |auch |ganz |es |ich |für mich |ihnen |dir )*(?:schön|nett|toll|super"
            r"|prima|hilfreich|lieb|klasse|ok|okay|in ordnung|denkbar|gut|besser|ideal|perfekt|dankbar|verbunden"
            r"|möglich)\b",
            r"\b(?:ist|wär) es möglich\b",
            r"\bwären wir (?:ihnen |dir )?(?:sehr )?(?:dankbar|verbunden)\b",
            r"\b(?:hilfreich|schön|gut|besser|ideal|praktisch|super) wäre\b",
            r"\bwürden? (?:(?:ich )?mich|(?:wir )?uns) (?:sehr )?(?:freuen(?:,? wenn)?|über)\b",
            r"\b(?:uns|mir) wäre (?:\S+ ){1,5}lieber\b",
            r"\bwürden? (?:mich|uns) (?:sehr )?(?:interessieren|freuen,? wenn)\b",
        ),
        sign(
            Sense.REQUEST,
            "bescheid rückmeldung rückruf info antwort vergessen vergiss lass lasst nehmen machen belassen bleiben "
            "starten",
            r"\b(?:geben|gib|gebt|sagen|sag|sagt|geb) (?:\S+ ){0,4}bescheid\b",
            r"\bbescheid (?:geben|sagen)\b",
            r"\b(?:bitte um|um|erbitte\w*) (?:\S+ ){0,3}(?:rückmeldung|rückruf|info|antwort|zusendung"
            r"|bestätigung|freigabe|angebot)\b(?<!bemühen uns um rückmeldung)",
            r"\bnicht (?:zu )?vergessen\b",
            r"\blass(?:t)? uns (?!treffen|telefon)\S+",
            r"^(?:dann |ok |gut )?(?:nehmen|machen|lassen|belassen|bleiben|starten|verschieben) wir (?:doch|mal"
            r"|bitte|es|die|das|bei|den)\b",
            r"\bmeld(?:e|et)? (?:dich|euch)\b",
        ),
        sign(
            Sense.QUESTION,
            "frage fragen interessieren interessiert wissen frag",
            r"\b(?:habe?n?|hätten?|gibt|kommt|stellt\w*)(?: \S+){0,3} (?:eine|noch|zwei|drei|ein paar|einige"
            r"|kurze|mehrere|weitere|andere)(?: \S+){0,3} fragen?\b",
            r"^(?:und |noch |nur |kurze |eine |letzte |meine |andere |weitere |ein paar )*fragen?\b(?! sie\b)",
            r"\bfrage(?:n)? (?:ich mich|mich|wir uns|uns)\b",
            r"\bmich (?:würde )?interessiert?(?:en)?\b",
            r"\binteressieren,? (?:ob|wie|was|wann)\b",
            r"\b(?:mich|uns) interessiert\b",
        ),
        sign(
            Sense.QUESTION,
            "wann wo wer was wie warum wieso weshalb welche welcher welches welchen wohin woher wieviel wozu womit "
            "wofür wem wen",
            r"^(?:hallo,? |guten tag,? |hi,? |moin,? |\w+[,:] |und |aber |also |auch |noch |so,? |ok,? |bis |ab "
            r"|in |für |mit |zu |seit |auf |an |von |bei )*(?:wann|wo|wer|was (?:ist|sind|kostet|kosten|haben|hat"
            r"|halten|machen|meinen|meinst|denken|denkst|soll|sollen|muss|müssen|brauchen|kann|können|wäre|würde"
            r"|gibt|hältst|passiert|fehlt|bedeutet|genau|mit|wird|sagen|sagst|machst)|wie(?! (?:besprochen"
            r"|vereinbart|gewünscht|gesagt|angekündigt|versprochen|immer|folgt|üblich|gehabt|ich|wir|du|sie"
            r"|bereits|schon|erwähnt|auch|telefonisch))|warum|wieso|weshalb|welche[rsnm]?|wohin|woher|wieviel|wozu"
            r"|womit|wofür|wem|wen)\b[^,]*$",
            start=True,
        ),
        sign(
            Sense.QUESTION,
            "ist sind hat habe haben kann können gibt geht passt darf dürfen soll sollen wird werden wurde kommt "
            "funktioniert reicht klappt muss müssen liegt schaffen schafft schaffst bleibt stimmt gilt fehlt könnte "
            "könnten lässt",
            r"^(?:hallo,? |hi,? |\w+[,:] |und |aber |also |auch |noch |ok,? )*(?:ist (?:es|das|die|der|ihr|mein"
            r"|unser|eine?|alles|dies\w*)|sind (?:die|das|sie|wir|diese|alle|noch)|hat (?:es|das|der|die|sich"
            r"|jemand|ihr)|habe ich|haben (?:sie|wir)|k(?:ann|önnen|önnte|önnten) (?:ich|wir|man|es|das|die|der)"
            r"|gibt es|geht (?:das|es|auch)|passt (?:das|es|ihnen|dir)|d(?:arf|ürfen) (?:ich|wir)|sollen? (?:ich"
            r"|wir|die|das|der)|w(?:ird|erden) (?:es|das|die|der|sie)|kommt (?:das|die|der|es)|funktioniert (?:das"
            r"|es)|reicht (?:das|es|ihnen)|klappt (?:das|es)|m(?:uss|üssen) (?:ich|wir|das|die|der)|(?:geht|bleibt"
            r"|reicht|passt|klappt|stimmt|gilt|kommt|fehlt) (?:der|die|das|es|eine?|unser|ihr|alles)|lässt sich"
            r"|liegt (?:schon|noch|das|die|der|es)|schaff(?:en|st|t) (?:sie|du|ihr|wir))\b",
            start=True,
        ),
        sign(
            Sense.QUESTION,
            "klar verstehe verstehen",
            r"\b(?:nicht|noch nicht|mir|uns) (?:ganz |so |noch )*klar,? (?:welche[rsn]?|was|wie|wann|wo|warum|ob"
            r"|wer)\b",
            r"\bversteh(?:e|en) (?:ich |wir )?(?:leider |noch )?nicht,? (?:welche[rsn]?|was|wie|wann|wo|warum"
            r"|wer)\b",
        ),
        sign(
            Sense.REQUEST,
            "löschen ändern entfernen ersetzen ergänzen austauschen vergrößern verkleinern verschieben kürzen "
            "streichen korrigieren einfügen anpassen weglassen tauschen machen",
            r"^(?!.*\b(?:ich|wir|man|wird|werden|kann|können|konnte\w*|muss|müssen|soll\w*|möchte\w*|würde\w*|um"
            r"|zu|er|sie|haben?|hat|darf|dürfen)\b)(?:\S+ ){1,6}(?:löschen|ändern|entfernen|ersetzen|ergänzen"
            r"|austauschen|vergrößern|verkleinern|verschieben|kürzen|streichen|korrigieren|einfügen|anpassen"
            r"|weglassen|tauschen|(?:größer|kleiner|heller|dunkler|fett|kürzer|länger) machen)(?:[.!,]|$)",
            start=True,
        ),
        sign(
            Sense.QUESTION,
            "ob",
            r"\b(?:weiß|wissen|frage|fragen|sagen|prüfen|schauen|wissen lassen|klären|interessieren|interessiert"
            r"|unsicher|nachfragen|mitteilen)\b[^.;!?]{0,40},? ob\b",
        ),
    ),
)
