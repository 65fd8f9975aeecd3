"""Good words and wishes at the end of a matter, greetings and sign-offs, in five languages: data for `rules.thanks`.

Patterns without apostrophes, е for ё, parted by commas; what asks, doubts or leaves something open is not in them.
"""

from __future__ import annotations

_FINE = "(good|great|perfect(ly)?|fine|nice|lovely|amazing|fantastic|awesome|beautiful|wonderful|excellent|well)"

GLADLY = {
    "en": (
        "very, so, really, just, all, well, oh, wow, and, also, absolutely, simply, truly, pretty, totally, it is, "
        "its, this is, thats, that is, everything is"
    ),
    "de": (
        "sehr, so, echt, einfach, ganz, alles, wow, und, auch, absolut, wirklich, richtig, total, das, es, das ist, "
        "es ist, alles ist, oh, na dann, dann, das sieht, sieht, schaut, das schaut, das klingt, klingt, hört sich, "
        "das hört sich"
    ),
    "ru": (
        "очень, просто, все, так, это, и, ну, о, ого, вау, действительно, реально, тогда, вышло, получилось, "
        "выглядит, у нас, у меня, мне, нам"
    ),
    "uk": (
        "дуже, просто, все, усе, так, це, і, й, ну, о, ого, вау, справді, реально, тоді, вийшло, виглядає, у нас, "
        "у мене, мені, нам, ой"
    ),
    "bg": (
        "много, просто, всичко, така, това, и, ами, о, уау, наистина, е, изглежда, стана, при нас, при мен, "
        "всичко е, това е, супер"
    ),
}
"""What may stand before good words."""

GOOD_WORDS = {
    "en": (
        "perfect, great, super, excellent, fantastic, awesome, amazing, wonderful, brilliant, beautiful, lovely, "
        "nice, cool, good, fine, superb, splendid, terrific, outstanding, impressive, clear, understood, noted, "
        "received, agreed, deal, okay, ok, oki, okey, okie, okey dokey, k, kk, okidoki, roger, will do, yay, "
        "hooray, bravo, wow, got it, got them( all)?, got everything, "
        "(i |we )?(have |ve |just )*(got|received) (it|them|everything|all|the files?)( safely| well)?, "
        "ive (got|received) (it|them|everything), "
        "all (is )?(clear|good|fine|received|set|well|sorted|perfect|ok|okay), (i |we )?understand, "
        f"(looks?|sounds?|works?|reads?) (really |very |so |absolutely |just )*{_FINE}, "
        "((it|this|that|everything|all|they|it all) )?(all )?(looks?|sounds?|works?|reads?)( (now|again|really|very|so"
        f"|absolutely|just))*( {_FINE})?( now)?( (for|with) (me|us))?, "
        "(that |this |it )?(works|fine|good|ok|okay|great|perfect)( (for|with|by) (me|us)), "
        "(im|i am|were|we are) (very |so |really |absolutely )*(happy|pleased|delighted|thrilled|satisfied|glad)( "
        "with (it|this|that|everything|the results?|your work|all of it))?, "
        "(i |we )?(really |absolutely |just |all )*loves? (it|them|this)( all)?, "
        "(i |we )(really |very much )*like (it|them)( very much| a lot)?, "
        "(its |thats |this is |that is |it is )?(exactly |just )?what (i|we) (wanted|needed|was looking for|were "
        "looking for|had in mind), "
        "(great|good|nice|excellent|amazing|fantastic|awesome|brilliant|lovely|wonderful|beautiful|superb) (job|work"
        "|news|stuff|result), "
        "well done, "
        "(you are|youre|you guys are) (the best|great|amazing|awesome|a star|a genius|wonderful|fantastic|a "
        "lifesaver), "
        "you rock, (i |we )?couldnt be happier, that is all, thats all, thats it, no thank you, no thanks, "
        "received with thanks, no worries, no problem, no problem at all, (youre )?(very |most )?welcome, my "
        "pleasure, "
        "(glad|happy) to hear( (it|that|this))?, (good|great|nice) to (hear|know)( (it|that|this))?, "
        "that (helps|helped)( a lot)?, very helpful, same here, likewise, (same )?to you too, you too, and you, "
        "and to you"
    ),
    "de": (
        "perfekt, super, prima, klasse, toll, wunderbar, spitze, spitzenmäßig, großartig, top, genial, sehr gut, "
        "gut, bestens, hervorragend, ausgezeichnet, fantastisch, herrlich, schön, fein, cool, geil, stark, mega, "
        "hammer, wow, bravo, okay, ok, oki, okidoki, alles klar, alles gut, alles bestens, "
        "alles (super|prima|perfekt|ok|okay|in ordnung|verstanden|da|angekommen|erhalten|bekommen), in ordnung, "
        "geht klar, geht in ordnung, verstanden, angekommen, ist angekommen, notiert, einverstanden, abgemacht, "
        "ausgemacht, erhalten, "
        "passt( (so|perfekt|super|prima|gut|wunderbar|alles|genau|mir|uns|für mich|für uns|sehr gut))*, "
        "(ich |wir )?(habe?n? |hab )(es|sie|ihn|alles|die dateien|die datei|die unterlagen|die mail)( (gut|gerade"
        "|soeben))* (erhalten|bekommen), "
        "(die )?(dateien|unterlagen|mail|datei) (ist |sind )?(erhalten|angekommen|da), "
        "(es |das |jetzt |alles )?(funktioniert|klappt|läuft|geht)( (jetzt|wieder|super|prima|perfekt|einwandfrei"
        "|bestens|alles|gut))*, "
        "(das |es |sie )?(gefällt|gefallen) (mir|uns)( (sehr|gut|super|richtig|so|wirklich|ausgesprochen))*, "
        "genau so( (ist es )?perfekt)?, "
        "genau (was|das was) (ich|wir) (wollte|wollten|brauchte|brauchten|gesucht habe|gesucht haben), "
        "so machen wir (das|es), gute arbeit, tolle arbeit, super arbeit, klasse arbeit, super gemacht, "
        "gut gemacht, toll geworden, (super|sehr|richtig) schön geworden, "
        "(es |das |alles )?hat (alles |super |prima |gut |jetzt )?(geklappt|funktioniert), "
        "(ich bin|wir sind|bin|sind) (sehr |total |echt |super )?(zufrieden|begeistert|glücklich|happy)( damit)?, "
        "freut (mich|uns)( sehr| zu hören)?, (du bist|ihr seid|sie sind) (der|die) (beste|besten|größte), "
        "das wars, das war alles, mehr brauche ich nicht, kein problem, kein thema, nein danke, keine ursache, "
        "nichts zu danken, gern geschehen, gerne wieder, ebenso, ebenfalls, gleichfalls, dir auch, ihnen auch, "
        "euch auch, das hilft( mir| uns)?( sehr| weiter| sehr weiter)*, sehr hilfreich, gut aus, super aus, "
        "toll aus, klasse aus, perfekt aus, "
        "(sehr |richtig |wirklich )*(gut|super|toll|klasse|perfekt|schön|prima) (aus|an)"
    ),
    "ru": (
        "отлично, супер, класс, прекрасно, здорово, круто, замечательно, великолепно, чудесно, идеально, шикарно, "
        "потрясающе, превосходно, бомба, топ, огонь, красота, красиво, прелесть, хорошо, неплохо, нормально, норм, "
        "ок, окей, оки, ладно, ладненько, добро, ясно, понятно, понял, поняла, поняли, понято, принято, принял, "
        "приняла, приняли, учел, учла, учли, договорились, соглас(ен|на|ны), получил, получила, получили, "
        "получено, посмотрел, посмотрела, посмотрели, подходит, устраивает, годится, пойдет, работает, заработало, "
        "пришло, дошло, отличная работа, в порядке, в полном порядке, в силе, хорошая работа, прекрасная работа, "
        "молодц(ы|ом), молодец, вы (лучшие|лучший|супер|молодц(ы|ом)|волшебни(к|ца|ки)|чудо), "
        "(все )?(получил|получила|получили|пришло|дошло|посмотрел|посмотрела|посмотрели)( все| файлы?| письмо)*, "
        "(все )?(нам |мне )?(очень |все )*(нравится|понравилось|понравился|понравилась|понравились|подходит"
        "|устраивает)( все| результат)?, "
        "(все )?работает( отлично| хорошо| прекрасно)?, "
        "(я |мы )?(очень |всем )*(довол(ен|ьна|ьны)|рад|рада|рады)( всем| результатом)?, "
        "(именно )?то что (нужно|надо), то что нужно, именно так, (это )?все, больше ничего не (нужно|надо), "
        "не за что, на здоровье, без проблем, не проблема, взаимно, и вам( тоже)?, и тебе( тоже)?, "
        "вам (тоже|того же), и вам того же, приятно (слышать|было работать), очень помогли, "
        "вы (очень )?(мне |нам )?(очень )?помогли, это (очень )?поможет, ура, хорошая новость, отличные новости, "
        "нет спасибо, "
        "(очень |так |все )?(красиво|здорово|круто|хорошо|классно|отлично|супер) (получилось|вышло|сделано)"
    ),
    "uk": (
        "чудово, супер, клас, прекрасно, круто, ідеально, шикарно, відмінно, бомба, топ, вогонь, краса, гарно, "
        "файно, добре, непогано, нормально, норм, ок, окей, окі, гаразд, добренько, ясно, зрозуміло, зрозумів, "
        "зрозуміла, зрозуміли, прийнято, прийняв, прийняла, прийняли, врахував, врахувала, домовились, домовилися, "
        "згод(ен|на|ні), отримав, отримала, отримали, отримано, одержав, одержала, одержали, переглянув, "
        "переглянула, переглянули, подивився, подивилась, подивилися, підходить, влаштовує, годиться, працює, "
        "запрацювало, прийшло, дійшло, чудова робота, гарна робота, у порядку, в порядку, в нормі, в силі, "
        "молод(ець|ці|чинки), ви (найкращі|найкращий|найкраща|супер|молодці|чарівни(к|ця|ки)|диво), "
        "(все |усе )?(отримав|отримала|отримали|прийшло|дійшло|переглянув|переглянула)( все| усе| файли?| листа)*, "
        "(все |усе )?(нам |мені )?(дуже |все |усе )*(подобається|сподобалось|сподобалося|сподобався|сподобалась"
        "|сподобалася|сподобались|подобаються|підходить|влаштовує)( все| усе| результат)?, "
        "(все |усе )?працює( чудово| добре| відмінно)?, "
        "(я |ми )?(дуже |усім |всім )*(задоволен(ий|а|і)|рад(ий|а|і))( всім| усім| результатом)?, "
        "(саме )?те що (треба|потрібно), саме так, (це )?(все|усе), більше нічого не (треба|потрібно), нема за що, "
        "немає за що, прошу дуже, без проблем, не проблема, навзаєм, взаємно, і вам( теж| також)?, "
        "і тобі( теж| також)?, вам (теж|також), приємно (чути|було працювати), "
        "ви (дуже )?(мені |нам )?(дуже )?допомогли, дуже допомогли, ура, гарна новина, чудова новина, "
        "(дуже |так |все )?(гарно|чудово|круто|класно|добре|супер) (вийшло|зроблено), ні дякую"
    ),
    "bg": (
        "чудесно, супер, страхотно, отлично, перфектно, идеално, прекрасно, браво, великолепно, превъзходно, "
        "невероятно, супер добре, топ, бомба, екстра, разкошно, красиво, много красиво, хубаво, добре, "
        "много добре, чудно, ок, окей, оки, ясно, разбрах, разбрахме, разбрано, прието, приех, разбрахме се, "
        "става, съглас(ен|на|ни)( съм| сме)?, получих, получихме, получено, видях, видяхме, пристигна, работи, "
        "върши работа, устройва (ме|ни), наред, в ред, е наред, нормално, чисто, страхотна работа, чудесна работа, "
        "отлична работа, добра работа, супер работа, "
        "(аз |ние )?(получих|получихме|видях|видяхме)( ги| го| я| всичко| файла| файловете| писмото)*, "
        "(всичко )?(е )?(ясно|наред|точно|получено|чудесно|супер|перфектно|отлично|ок|окей|добре|прекрасно|идеално"
        "|страхотно)( е)?, "
        "не благодаря, "
        "(много )?(ми |ни )?(много )?харесва(т)?( (ми|ни|много|всичко))*, "
        "(много )?(ми |ни )?хареса(ха)?( (ми|ни|много))*, "
        "(всичко )?работи( (вече|супер|отлично|чудесно|добре|перфектно))*, "
        "(много )?(съм |сме )?(доволен|доволна|доволни)( (съм|сме))?( от (всичко|резултата))?, радвам се, "
        "радваме се, точно (това )?(което|каквото) (исках|искахме|търсех|търсехме|ни трябваше|ми трябваше), "
        "точно така, това е( всичко)?, няма защо, за нищо, моля няма защо, няма проблем(и)?, и на (вас|теб), и аз, "
        "и ние, подобно, също, и вие, и ти, подобно и на вас, (много )?(ми |ни )?помогнахте( много)?, "
        "страхотни сте, вие сте (най-добрите|супер|страхотни), чудесни сте, ура, чудесна новина, добра новина"
    ),
}
"""Praise, agreement, receipt, and what one says to thanks."""

WISHES = {
    "en": (
        "(i hope you )?(have|enjoy)( yourself)?( (a|an|the|your|very|nice|great|good|lovely|wonderful|fantastic|super"
        "|awesome|pleasant|happy|beautiful|relaxing|fun|rest of|the rest of|of))* (one|day|weekend|evening|afternoon"
        "|morning|week|holidays?|vacation|time|trip|break|night)( too| as well| everyone| ahead)?, "
        "(nice|good|great|lovely|happy) (weekend|day|evening|week|holidays?|night|new year|easter|birthday), "
        "good luck, merry christmas, (a )?happy new year, take care, stay safe, all the best, best wishes, "
        "(talk|speak|see you|see ya|c u|cu|see you|catch you|talk to you|speak to you)( (soon|tomorrow|later|then"
        "|next week|there|on (mon|tues|wednes|thurs|fri|satur|sun)day))?, "
        "bye, bye bye, goodbye, good night, until next time, till next time, congratulations, congrats"
    ),
    "de": (
        "(ich wünsche |wir wünschen |wünsche |hab |habt |haben sie )?((dir|euch|ihnen|auch|noch|ein|eine|einen"
        "|schönes|schönen|schöne|schoenes|gutes|guten|gute|tolles|tollen|tolle|angenehmes|angenehmen|erholsames"
        "|erholsamen|sonniges|sonnigen|feines|feinen|entspanntes|entspannten|frohe|frohes|fröhliche|besinnliche|ein"
        "|und|weiterhin|erfolgreiche|erfolgreichen|start in|die|in die) )+(wochenende|we|tag|abend|nachmittag"
        "|vormittag|morgen|woche|restwoche|feierabend|urlaub|zeit|nacht|feiertage|feiertag|weihnachten|ostern|rutsch"
        "|neues jahr|jahr|reise|erfolg|ferien|mittag|mittagspause)( (noch|dir|euch|ihnen|auch))*, "
        "(schönen|guten|schönes) (tag|abend|wochenende)? ?(dir|ihnen|euch)? ?(auch )?noch, "
        "viel (erfolg|spaß|glück), alles gute, alles liebe, "
        "bis (dann|bald|morgen|später|demnächst|dahin|nächste woche|zum nächsten mal), tschüss, tschüß, tschau, "
        "ciao, servus, ade, auf wiedersehen, auf wiederhören, mach(en sie)? s? ?gut, machs gut, machen sie es gut, "
        "pass auf dich auf, glückwunsch, herzlichen glückwunsch, gratuliere"
    ),
    "ru": (
        "(желаю |желаем )?(вам |тебе |всем |и |отличн(ого|ых) |хорош(его|их|ей) |прекрасн(ого|ых|ой) |приятн(ого|ых"
        "|ой) |добр(ого|ой) |замечательн(ого|ых) |чудесн(ого|ых) |удачн(ого|ых|ой) |продуктивн(ого|ой) |вам "
        "|классн(ого|ых) |спокойн(ой|ого) |теплых )+(дня|вечера|выходных|недели|утра|ночи|отдыха|отпуска|праздников"
        "|времени суток|настроения|рабочего дня|пятницы)( вам| тебе| всем)?, "
        "удачи, успехов, всего (доброго|хорошего|наилучшего|самого доброго|самого лучшего), "
        "хорошо провести выходные, счастливо, пока, пока пока, "
        "до (связи|встречи|свидания|завтра|скорого|скорой встречи|следующей недели|новых встреч), "
        "с (праздник(ом|ами)|наступающим|новым годом|рождеством|днем рождения), поздравляю, поздравляем, "
        "берегите себя, на связи, будем на связи, мирного неба"
    ),
    "uk": (
        "(бажаю |бажаємо )?(вам |тобі |всім |усім |і |й |гарн(ого|их|ої) |чудов(ого|их|ої) |хорош(ого|их|ої) "
        "|прекрасн(ого|их|ої) |приємн(ого|их|ої) |добр(ого|ої) |вдал(ого|их|ої) |продуктивн(ого|ої) |класн(ого|их) "
        "|спокійн(ого|ої|их) |мирн(ого|ої|их) |тих(ого|ої) )+(дня|вечора|вихідних|тижня|ранку|ночі|відпочинку"
        "|відпустки|свят|настрою|робочого дня|пятниці|неба|ночі)( вам| тобі| всім| усім)?, "
        "удачі, успіхів, на все добре, (усього|всього) (доброго|найкращого|хорошого|гарного|найліпшого), щасливо, "
        "бувайте, бувай, па, па-па, папа, "
        "до (звязку|зустрічі|побачення|завтра|скорого|скорої зустрічі|наступного тижня|нових зустрічей), "
        "з прийдешнім, зі святом, зі святами, з новим роком, з різдвом, з днем народження, вітаю вас, "
        "бережіть себе, на звязку, будемо на звязку, слава україні, героям слава"
    ),
    "bg": (
        "(желая |желаем |пожелавам |пожелаваме )?(ви |ти |на всички |и |още |лек(а|и)? |приятен |приятна |приятни "
        "|хубав(а|и)? |прекрасен |прекрасна |чудесен |чудесна |чудесни |успеш(ен|на) |спокоен |спокойна |слънчев "
        "|весел(а|и)? |весела |щастлив(а|и)? |добър )+(ден|вечер|уикенд|седмица|почивка|почивни дни|празници|празник"
        "|нощ|следобед|работен ден|коледа|нова година|великден|път|остатък от деня)( и на вас| и на теб| на всички| "
        "и вие| и ти)?, "
        "успех, успехи, късмет, всичко (добро|хубаво|най-добро|най-хубаво), чао, чао чао, довиждане, "
        "до (скоро|утре|виждане|чуване|скоро виждане|нови срещи|другата седмица), "
        "честит(о|а|и)?( (нова година|коледа|празник|рожден ден|имен ден))?, поздравления, пазете се, чуваме се, "
        "ще се чуем"
    ),
}

GREETINGS = {
    "en": (
        "hi, hello, hey, dear, good (morning|afternoon|evening|day), greetings, hiya, there, everyone, everybody, "
        "team, again"
    ),
    "de": (
        "hallo, hi, hey, hallöchen, guten (tag|morgen|abend), moin, moin moin, servus, grüß gott, grüezi, "
        "grüß dich, grüße dich, liebe, lieber, liebes, sehr geehrter?, herr, frau, dr, zusammen, ihr lieben"
    ),
    "ru": (
        "здравствуйте, здравствуй, привет, приветствую, добрый (день|вечер), доброе утро, "
        "доброго (дня|вечера|утра|времени суток), уважаем(ый|ая|ые), дорог(ой|ая|ие), коллеги, день добрый, всем"
    ),
    "uk": (
        "вітаю, привіт, вітання, здрастуйте, добридень, добрий (день|вечір|ранок), доброго (дня|вечора|ранку), "
        "шановн(ий|а|і), дорог(ий|а|і), пане, пані, колеги, всім, усім"
    ),
    "bg": (
        "здравейте, здравей, здрасти, привет, добър ден, добро утро, добър вечер, добрутро, уважаем(и|а), "
        "скъп(и|а), драг(и|а), господине?, госпож[аое], г-жо, г-не, колеги, всички"
    ),
}

CLOSINGS = {
    "en": (
        "(with )?(best|kind|kindest|warm|warmest|many|my)?( and)?( (best|kind|kindest|warm))? ?(regards|wishes), "
        "best, rgds, br, kr, (yours )?sincerely( yours)?, yours( (truly|faithfully))?, warmly, respectfully, "
        "and regards, love, hugs, xx?x?, xoxo"
    ),
    "de": (
        "mit (freundlichen|freundlichem|besten|bestem|herzlichen|lieben|vielen|sonnigen) (grüßen|gruß|grüssen|gruss"
        "|gruessen|dank), "
        "(viele |beste |liebe |herzliche |freundliche |schöne |sonnige |ganz |beste |lieber |lieben |schönen |besten "
        "|herzlichen |freundlichen )*(grüße|grüsse|gruesse|gruß|gruss)( aus( dem| der)?)?, "
        "lg, vg, mfg, hg, bg, herzlich, herzlichst, herzliche, ihre?, deine?, eure?, hochachtungsvoll"
    ),
    "ru": (
        "с (уважением|наилучшими пожеланиями|наилучшими|лучшими пожеланиями|приветом|благодарностью|теплом|любовью"
        "|признательностью), "
        "искренне ваша?, ваша?, твоя?, твой, обнимаю, целую"
    ),
    "uk": (
        "з (повагою|найкращими побажаннями|найкращими|вдячністю|подякою|теплом|любовю|пошаною), із повагою, "
        "щиро ваша?, ваша?, твоя, твій, обіймаю, цілую"
    ),
    "bg": (
        "(с |сърдечни |най-сърдечни |приятелски |топли |много )?(поздрави?|поздрав|уважение|благодарност|най-добри "
        "пожелания), "
        "с (обич|почит), ваша?, твоя?, прегръдки, искрено ваша?"
    ),
}
"""Before the name at the end."""

AND = "and|und|и|і|й|та|&"

NO_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag "
    "sonntag понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер пятниця "
    "субота неділя понеделник сряда четвъртък петък събота неделя january february march april june july august "
    "september october november december januar februar märz juni juli oktober dezember urgent asap please bitte "
    "call rückruf anruf termin angebot invoice rechnung attached anbei anhang yes no nein ja not nicht срочно важно "
    "нет да ні так не счет рахунок фактура спешно важливо терміново моля прошу wait stop help reply answer today "
    "tomorrow heute morgen question frage вопрос питання въпрос hurry pending reminder fix fixed change changes "
    "problem bug error fehler ошибка помилка грешка still sorry later soon кога къде докога откъде чие кому чого "
    "чим куди звідки куда откуда чего чей wohin woher wozu wieviel whose"
)
"""Written like a name, and none."""

SMILES = (
    "👍👌🙏🙌👏💪❤💙💛💚💜🧡🖤💕💖💗💓💐🌹🌷🌸🌺🌻🌼☀🌞🎉🎊🥳😀😃😄"
    "😁😆😊☺🙂😉😍🥰😘🤗😇🤩😎✌🤝✅✔💯🔥⭐🌟✨🍀🎄🥂🍾☕😻🫶🤍💝🎁"
)
"""Pictures of pleasure and thanks; any other picture may mean anything."""

CLOSING_SMILES = "👍👌👏🙌❤💙💛💚💜🧡💯🔥😍🥰🤩🤝✅✔🎉🥳🫶🤍💖💕"
"""Those that agree or praise without a word."""
