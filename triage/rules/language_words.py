"""Words and letters by which a language shows: data for `rules.languages`.

Lower case, without apostrophes; words are parted by spaces. `OTHERS` are languages that Triage writes no mail
in: they are here so that they are not taken for one of the five.
"""

from __future__ import annotations

WORDS = {
    "en": (
        "the and you your of to is are was were be been have has had do does did will would can could should shall "
        "may might must not this that these those with from for but or if when what which who where why how there "
        "here it its we our us they them their he she his her my me i am an as at by on in about after before "
        "please thank thanks hello hi dear regards best sincerely any some more only also just now need want know "
        "get got let make send sent sorry yes see looking forward attached morning dont didnt cant im ive id youre "
        "well than then so much very good great new next week today tomorrow because hope yet still perfect sounds"
    ),
    "de": (
        "der die das und ist sind war waren nicht ein eine einen einem einer eines ich du er sie es wir ihr mich "
        "mir dich dir uns euch ihnen sich mein meine meinen dein deine sein seine unser unsere ihre ihren ihrem "
        "ihrer mit von vom für auf aus bei nach zu zum zur im am an in um über unter vor wenn dass daß weil ob wie "
        "was wer wo wann warum welche welcher auch noch nur schon sehr mehr als aber oder denn doch mal bitte "
        "danke vielen dank hallo guten tag morgen liebe lieber grüße grüßen gruß freundlichen haben habe hat hatte "
        "hatten werden wird würde würden können kann könnte könnten möchte möchten soll sollte müssen muss darf "
        "kein keine keinen gerne gern ja nein heute dem den des diese dieser dieses diesen hier dort da so bis "
        "durch ohne alles etwas immer wieder melde passt klar gut super prima jetzt will also he hi weg man gibt "
        "geht nichts sagen lass"
    ),
    "ru": (
        "и в не на я что он она оно они мы вы ты это как так но по из у за от до для с к о об при без под над или "
        "если когда где кто чем чтобы потому очень уже еще ещё только тоже также можно нужно надо есть был была "
        "было были будет будут быть меня мне мной нас нам вас вам вами тебя тебе его ее её ему ей их им наш наша "
        "ваш ваша ваше вашу мой моя мое моё этот эта эти этого этом тот та те то же бы ли пожалуйста спасибо "
        "здравствуйте привет добрый день уважением сегодня завтра вчера теперь сейчас хорошо да нет конечно какой "
        "какая какие какое сколько почему зачем хотел хотела хочу могу может можете сделать пришлите прислать "
        "отправить письмо жду понял поняла всё все всем ок ладно подскажите извините давайте работа работы готово "
        "отлично получили получил здесь там тут раз ни много между прошу вижу во со себя ней просто нужен будьте "
        "знаю думаю давай сам сама ведь лишь перед после через ничего никто даже вот ну хоть чтоб всех всего этой "
        "этих тогда более лучше ясно два две три один друга другу друг себе отправляю прикладываю надеюсь ждем "
        "ждём имя делать сделал дела будем утро доброго дня тому про ж нашим нашими вашим вашими"
    ),
    "uk": (
        "і й та в у не на я що він вона воно вони ми ви ти це як так але по з із зі за від до для про при без під "
        "над або чи якщо коли де хто чим щоб тому дуже вже ще тільки лише також можна потрібно треба є був була "
        "було були буде будуть бути мене мені мною нас нам вас вам вами тебе тобі його її йому їй їх їм наш наша "
        "ваш ваша ваше вашу мій моя моє цей ця ці цього той те ж би будь ласка прошу дякую вітаю привіт добрий "
        "день доброго дня повагою сьогодні завтра вчора тепер зараз добре ні звісно який яка які яке скільки чому "
        "хотів хотіла хочу можу може можете зробити надішліть надіслати лист листа чекаю зрозумів зрозуміла все "
        "всім гаразд підкажіть перепрошую давайте робота роботи готово чудово отримали отримав щось тут там раз "
        "між після перед навіть теж себе собі сам сама давай ніхто нічого ніколи завжди ясно три один просто знаю "
        "думаю ну ось навіщо звідки туди потім надсилаю додаю сподіваюся будемо"
    ),
    "bg": (
        "и в не на аз че той тя то те ние вие ти това как така но по от у за до със с към при без под над или ако "
        "когато къде кой коя кое кои защо много вече още само също може трябва има няма беше бяха бъде бъдат съм "
        "си е сме сте са ме ми ни ви го я му им ги нас вас мен теб него нея тях наш наша ваш ваша вашия моя моето "
        "моят тази този тези онзи ли да ще би бих моля благодаря здравейте здравей привет добър ден поздрави "
        "уважение днес утре вчера сега добре разбира се какво какъв каква какви колко искам мога можете можем "
        "направите изпратите изпратя писмо писмото чакам разбрах всичко всички кажете извинявайте работа готово "
        "чудесно получихме получих нещо тук там ей й о отлично себе сам сама хайде нали просто давай после "
        "съжалявам виж всеки никой никога винаги толкова друг друга друго дали тогава ясно имам имаме имате нямам "
        "искаш искате знам време бил била било който казвам мисля един една едно два защото според затова очаквам "
        "прилагам изпращам пращам бихте съвсем доста след преди около между както която което които през във ок "
        "мерси докато поръчка "
        "нищо стана става питам променете красиво голямо голям нашите вашите нашия вашето"
    ),
}
"""The short words that no text goes without, and those of short mails."""

OTHERS = {
    "fr": (
        "le la les un une des du de et est sont dans pour pas que qui sur avec vous nous votre notre mon ma mes je "
        "il elle ce cette ces au aux en par plus mais ou où si bonjour merci cordialement salut être avoir fait "
        "bien très bonne journée comment quand pouvez avez suis ai été à oui non tout sans leur on se son sa ne y"
    ),
    "es": (
        "el la los las un una unos de del y es son en para por con no que qué su sus mi mis yo usted nosotros este "
        "esta estos como cómo pero más muy hola gracias saludos buenos días buenas tardes favor está están tiene "
        "puede cuando todo también si sí al lo le se me te fue ha han ser hacer semana mañana hoy"
    ),
    "it": (
        "il lo la i gli le un una di del della dei e è sono in per con non che chi su mi ti si ci vi questo questa "
        "come ma più molto ciao grazie buongiorno saluti cordiali anche se al alla da dal ho ha hanno essere fare "
        "quando può potete oggi domani nel nella sua suo tutto bene"
    ),
    "pt": (
        "o a os as um uma de do da dos das e é são em no na para por com não que se seu sua meu minha você nós "
        "este esta isso como mas mais muito olá obrigado obrigada bom dia tarde está tem pode quando também foi "
        "ser fazer ao à até já"
    ),
    "nl": (
        "de het een en van is zijn was niet ik je jij u hij zij we wij mijn uw dat die dit met voor op aan in te "
        "om bij ook maar als of wat wie waar hoe naar nog al dan zo er hallo bedankt dank groeten vriendelijke "
        "graag kunt kunnen heb hebben heeft wordt worden zou goed goede morgen dag beste geen meer over uit door "
        "ben hier"
    ),
    "pl": (
        "i w nie na się z do jest są to że o od za po dla jak ale czy co ten ta te tego który która które przez "
        "przy ja ty on ona my wy pan pani jestem mam może proszę dziękuję cześć dzień dobry pozdrawiam witam już "
        "tylko bardzo będzie był była tak mi mnie ci go jego ich nas kiedy gdzie więc tym oraz lub jeśli można u "
        "pod we"
    ),
    "cs": (
        "a je v na se že to s z do o k i ale jak jsem jsou jste byl byla bude ten ta tento pro po od za by mi mě "
        "mně vám vás nám nás co kdy kde tak už jen velmi dobrý den děkuji děkuju prosím ahoj pozdravem pozdravom "
        "ďakujem som si sú sa pre ako alebo budem mám můžete nebo také ještě při podle který která které ne ano"
    ),
    "sv": (
        "och i att det som en ett är på för med av den till inte har jag vi ni du han hon de om var kan ska så men "
        "eller från vid min din er vår hej tack hälsningar vänliga mycket bra og at til ikke jeg et for dere skal "
        "fra hei takk hilsen vennlig god dag af være meget venlig tak"
    ),
    "tr": (
        "ve bir bu için ile çok ne da de mi mı var yok ben sen biz siz o olarak gibi daha ama kadar sonra iyi "
        "günler merhaba teşekkürler teşekkür ederim lütfen saygılar olan değil evet hayır"
    ),
    "ro": (
        "și si în in la de cu pe pentru nu este sunt o un a al ai ale din care ce mai dar sau dacă vă va mulțumesc "
        "multumesc bună ziua salut eu tu el ea noi voi lor ne am are au fi fost foarte"
    ),
    "hu": "a az és egy hogy nem is van volt meg de ha csak már még kell köszönöm szia üdvözlettel jó napot kérem",
    "be": (
        "і ў у не на я што ён яна яно яны мы вы ты гэта як так але па з са за ад да для пра каб калі дзе хто "
        "вельмі ўжо яшчэ толькі таксама можна трэба ёсць быў была было будзе дзякуй прывітанне добры дзень ласка "
        "сёння заўтра вашы"
    ),
    "sr": (
        "и у не на ја да је су то као што се за од са из или ако када где ко врло већ још само такође може треба "
        "био била бити мене мени нас вас хвала здраво добар дан поздрав молим данас сутра али ће би ми ви они он "
        "она његов нешто во со е сум сме сте ти тој таа тие јас ние вие како каде кога ги му го им ќе дека но "
        "многу веќе уште благодарам добро утро ве молам денес утре до кон при без над под нема има"
    ),
}

LETTERS = {
    "ru": "[ыэё]|ъ[еёюя]",
    "uk": "[іїєґ]",
    "bg": "ъ(?![еёюя])|^ъ",
    "de": "ß",
    "fr": "[éèêçàùœîôûë]",
    "es": "[áíóúü]",
    "pt": "[ãõçâêô]",
    "pl": "ó",
    "cs": "[ýáíé]",
    "sv": "[äö]",
    "tr": "[çöü]",
    "ro": "[âî]",
    "hu": "[áéö]",
}
"""Letters that show a language, as patterns; in a name they show nothing."""

STRANGE_LETTERS = {
    "be": "ў",
    "sr": "[ђјљњћџѓѕќ]",
    "kk": "[әғқңөұүһӯҳҷ]",
    "es": "ñ",
    "pl": "[ąćęłńśźż]",
    "cs": "[čďěňřšťůž]",
    "sv": "[åæø]",
    "tr": "[ğış]",
    "ro": "[ășțşţ]",
    "hu": "[őű]",
    "vi": "[đơưạảấầẩậắằặẹẻẽếềệịọỏốồộớờợụủứừựỳ]",
}
"""Letters that none of the five has."""
