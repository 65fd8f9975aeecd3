"""How people thank, agree and wish well at the end of a matter, in five languages: data for `rules.thanks`.

Patterns without apostrophes, е for ё, parted by commas. What asks, doubts, promises or leaves something to be
done ("in advance", "go ahead", "but", "still", a bare "yes") has no place in them: what is not here is substance.
"""

from __future__ import annotations

THANKS = {
    "en": (
        "thanks, thank ?you, thank u, cheers, ta, thx, thnx, tnx, thanx, tks, ty, much obliged, "
        "(it is |its |this is |all |everything is )?(much|greatly|highly|really|very much) appreciated, "
        "(i |we )?(really |very much |truly |do |so )?appreciate (it|that|this|(all )?your (hard )?(work|help|time"
        "|support)), "
        "(i |we )?thank you, (i am |im |we are |were )?(so |very |really )?(grateful|thankful)"
    ),
    "de": (
        "danke ?schön, danke, dankeschoen, dank(?= (dir|ihnen|euch)), dank, merci, thx, "
        "(ich |wir )?bedanken? (mich|uns), (ich |wir )?danken? (dir|ihnen|euch), "
        "(ich bin |wir sind )?(sehr |echt )?dankbar"
    ),
    "ru": (
        "спасибо, спасиб, спасибки, спасибочки, спс, пасиб, благодарю, благодарим, благодарствую, "
        "признател(ен|ьна|ьны), благодар(ен|на|ны)"
    ),
    "uk": "дякую, дякуємо, дякуй, дяки, дякс, спасибі, подяка, вдячн(ий|а|і), спасибо",
    "bg": (
        "благодаря, благодарим, благодарско, благодарности, мерси, мерсиии?, "
        "(много )?(съм |сме )?благодар(ен|на|ни)( съм| сме)?, задължен(а)? съм"
    ),
}
"""The word itself; what may stand around it follows."""

MUCH = {
    "en": (
        "many, so much, very much, so very much, a lot, a million, a bunch, a ton, tons, loads, lots, indeed, "
        "again, once again, once more, very, so, kindly, sincerely, warmly, everyone, everybody, all, guys, team, "
        "both, as always, as ever, million, big, huge, really, and, too, also, my friend, dear, man, mate, today, "
        "yesterday, earlier"
    ),
    "de": (
        "vielen, vielen lieben, vielen herzlichen, herzlichen, herzlichsten, besten, lieben, tausend, 1000, "
        "großen, schönen, ganz, sehr, vielmals, nochmals?, noch mal, noch einmal, herzlich, recht, recht herzlich, "
        "auch, dir, ihnen, euch, erneut, alle, zusammen, wie immer, dafür, hierfür, heute, gestern"
    ),
    "ru": (
        "большое, большущее, огромное, огромнейшее, громадное, искреннее, преогромное, вам, тебе, вас, тебя, всем, "
        "еще раз, снова, опять, очень, сердечно, сердечное, искренне, от души, и, как всегда, человеческое, "
        "сегодня, вчера"
    ),
    "uk": (
        "дуже, щиро, велике, величезне, сердечно, красно, вам, тобі, усім, всім, ще раз, вкотре, знову, безмежно, "
        "і, й, та, як завжди, від душі"
    ),
    "bg": (
        "много, ви, ти, вам, ви много, ти много, още веднъж, отново, пак, сърдечно, искрено, голямо, огромно, и, "
        "всички, на всички, както винаги, от сърце, днес, вчера"
    ),
}
"""What stands before or behind the thanks."""

FOR = "for|für|fürs|за"

THANKED_HOW = {
    "en": (
        "the, your, this, that, these, those, all, all of, such, such a, an, a, quick, fast, prompt, swift, "
        "speedy, rapid, kind, great, good, nice, hard, detailed, amazing, awesome, excellent, fantastic, lovely, "
        "beautiful, super, very, really, so, wonderful, helpful, thorough, clear, final, finished, revised, "
        "updated, corrected, new, latest, and, brilliant, outstanding, professional, continued, quality, extra, "
        "whole, it, them"
    ),
    "de": (
        "die, das, den, deine, deinen, dein, ihre, ihren, ihr, eure, euren, euer, diese, diesen, all, alles, so, "
        "super, sehr, ganze, schnelle, schnellen, rasche, raschen, prompte, prompten, tolle, tollen, gute, guten, "
        "nette, netten, schöne, schönen, klasse, große, großen, ausführliche, ausführlichen, unkomplizierte, "
        "blitzschnelle, zügige, freundliche, angenehme, neue, neuen, fertige, fertigen, und, perfekte, hilfreiche"
    ),
    "ru": (
        "ваш, вашу, ваше, ваши, твой, твою, твое, твои, этот, эту, это, эти, все, всю, такой, такую, такое, такие, "
        "быстрый, быструю, быстрое, оперативный, оперативную, оперативное, отличный, отличную, отличное, "
        "прекрасный, прекрасную, прекрасное, хороший, хорошую, подробный, подробную, подробное, качественную, "
        "скорый, скорую, проделанную, замечательный, замечательную, столь, и, готовые, исправленный, новый, новую, "
        "новые"
    ),
    "uk": (
        "ваш, вашу, ваше, ваші, твій, твою, твоє, твої, цей, цю, це, ці, усе, все, всю, усю, такий, таку, таке, "
        "такі, швидкий, швидку, швидке, оперативний, оперативну, чудовий, чудову, чудове, гарний, гарну, гарне, "
        "прекрасний, прекрасну, детальний, детальну, якісну, відмінну, виконану, так, і, й, та, готові, "
        "виправлений, новий, нову, нові, класну"
    ),
    "bg": (
        "вашия, вашата, вашето, вашите, твоя, твоята, твоето, твоите, този, тази, това, тези, всичко, цялата, "
        "бързия, бърз, бързата, бърза, бързото, навременния, навременната, чудесната, чудесния, прекрасната, "
        "прекрасния, страхотната, отличната, подробния, подробната, добрата, хубавата, и, готовите, новите, "
        "новата, новия, ви, ти, така"
    ),
}

THANKED = {
    "en": (
        "reply, replies, response, answer, answers, help, support, work, job, effort, efforts, time, info, "
        "information, updates?, files?, pictures?, photos?, images?, drafts?, documents?, docs?, versions?, "
        "links?, invoice, contract, report, translation, texts?, designs?, logos?, layouts?, sketches, proofs?, "
        "explanations?, clarification, confirmation, feedback, messages?, e-?mails?, mails?, letter, note, call, "
        "chat, meeting, talk, conversation, everything, it, that, this, all, reminder, heads[ -]up, advice, tips?, "
        "recommendations?, delivery, service, attention, kindness, care, collaboration, cooperation, turnaround, "
        "details, summary, words, wishes, quick reply, assistance, flexibility, "
        "(sending|sharing|forwarding)( (it|that|this|them|everything|all|these|those|the files?|over|me|us|so|very"
        "|fast|quickly"
        "|promptly|through|along|on|the))*, "
        "(explaining|clarifying|confirming|delivering|answering|replying|responding|helping|fixing|correcting"
        "|getting back"
        "|coming back)( (it|that|this|them|everything|all|so|very|fast|quickly|promptly|soon"
        "|to me|to us|me|us|out))*, "
        "letting (me|us) know, being so (quick|fast|kind|patient|flexible|helpful), taking the time"
    ),
    "de": (
        "antwort(en)?, rückmeldung, rückmeldungen, hilfe, unterstützung, arbeit, mühe, mühen, zeit, infos?, "
        "information, informationen, update, dateien, datei, bilder, bild, fotos, entwurf, entwürfe, unterlagen, "
        "dokumente?, version, link, links, rechnung, vertrag, bericht, übersetzung, texte?, logos?, layouts?, "
        "erklärung, erläuterung, klärung, klarstellung, bestätigung, feedback, nachricht, e-?mail, mail, brief, "
        "anruf, gespräch, telefonat, treffen, alles, erinnerung, hinweise?, tipps?, rat, empfehlung, lieferung, "
        "service, aufmerksamkeit, zusammenarbeit, umsetzung, erledigung, bearbeitung, zusendung, übersendung, "
        "zusammenfassung, auskunft, wünsche, worte, details, schicken, zuschicken, senden, bescheid (geben|sagen), "
        "es, sie"
    ),
    "ru": (
        "ответы?, помощь, поддержку, работу, труд, труды, старания, усилия, время, информацию, инфо, инфу, "
        "обновление, файлы?, картинки, фото, фотографии, макеты?, эскизы?, документы?, версию, ссылк[уи], счет, "
        "договор, отчет, перевод, тексты?, дизайн, логотипы?, объяснени[ея], разъяснени[ея], пояснени[ея], "
        "уточнени[ея], подтверждение, отклик, обратную связь, сообщение, письмо, звонок, разговор, встречу, все, "
        "это, напоминание, советы?, рекомендаци[юи], доставку, сервис, внимание, отзывчивость, сотрудничество, "
        "оперативность, скорость, терпение, понимание, заботу, подробности, детали, пожелания, поздравления, "
        "скорую помощь, консультацию, правки, исправления"
    ),
    "uk": (
        "відповід[ьі], допомогу, підтримку, роботу, працю, старання, зусилля, час, інформацію, інфо, інфу, "
        "оновлення, файли?, картинки, фото, світлини, макети?, ескізи?, документи?, версію, посилання, рахунок, "
        "договір, звіт, переклад, тексти?, дизайн, логотипи?, пояснення, роз ?яснення, уточнення, підтвердження, "
        "відгук, зворотний звязок, повідомлення, листа?, дзвінок, розмову, зустріч, усе, все, це, нагадування, "
        "поради?, пораду, рекомендаці[юї], доставку, сервіс, увагу, чуйність, співпрацю, оперативність, швидкість, "
        "терпіння, розуміння, турботу, подробиці, деталі, побажання, привітання, консультацію, правки, "
        "виправлення"
    ),
    "bg": (
        "отговора?, отговорите, помощта, помощ, подкрепата, работата, труда, усилията, времето, информацията, "
        "инфото, файла, файловете, снимките, снимката, макета, скиците, документите, документа, версията, линка, "
        "връзката, фактурата, договора, отчета, превода, текста, текстовете, дизайна, логото, обяснението, "
        "разяснението, пояснението, уточнението, потвърждението, обратната връзка, съобщението, писмото, имейла, "
        "обаждането, разговора, срещата, всичко, това, напомнянето, съвета, съветите, препоръката, доставката, "
        "обслужването, вниманието, отзивчивостта, съдействието, сътрудничеството, реакцията, търпението, "
        "разбирането, подробностите, детайлите, пожеланията, корекциите, консултацията"
    ),
}
"""What one is thankful for that is over and done; an offer, a favour still to come and "nothing" are not in it."""
