"""Words by which a language shows: data for `rules.languages`.

Lower case, without apostrophes; words are parted by spaces. `OTHERS` are languages that Triage writes no mail
in: they are here so that they are not taken for one of the five.
"""

from __future__ import annotations

WORDS = {
    "en": (
        "the and you your of to is are was were be been have has had do does did will would can could should shall may "
        "might must not this that these those with from for but or if when what which who where why how there here it "
        "its we our us they them their he she his her my me i am an as at by on in about after before please thank "
        "thanks hello hi dear regards best sincerely any some more only also just now need want know get got let make "
        "send sent sorry yes see looking forward attached morning dont didnt cant im ive id youre well than then so "
        "much very good great new next week today tomorrow because hope yet still perfect sounds like out up going go "
        "no right back day time work come through last using find way getting change wrong give off really love too "
        "place even night tried many same thought check little over since possible never say said pay wait tonight "
        "better used another two days thing went first already done ever again other someone seems keep feel old years "
        "anyone put gone always against couple year able details trying things says ago took reason having nice taking "
        "home happy anything doing though every friends enough coming call house happened different few buy currently "
        "around youll else until nothing soon number yesterday interested everything stop issue looks support try "
        "without missing actually together wish explain twice hour between theres real hear believe ready ask under "
        "told whats hours most left weeks while remember understand whole heart certain talk early read expect asked "
        "later watch thinking probably making longer needs people help money card account long think tell show working "
        "something made take all one gonna wanna isnt wasnt doesnt havent hasnt wont shes hes theyre weve thats lets "
        "youve him themselves himself myself yourself own whether upon within towards maybe perhaps quite rather "
        "almost often sometimes usually everyone everybody somebody nobody whose whom ought lot lots bit once both "
        "either neither each such yours ours theirs below above sending received receive wanted asking shipped "
        "delivered printed changed invoice meeting die man war hat super dies kindly confirm receipt advise pls "
        "advance regarding asap feedback"
    ),
    "de": (
        "kostet kosten der die das und ist sind war waren nicht ein eine einen einem einer eines ich du er sie es wir "
        "ihr mich mir dich dir uns euch ihnen sich mein meine meinen dein deine sein seine unser unsere ihre ihren "
        "ihrem ihrer mit von vom für auf aus bei nach zu zum zur im am an in um über unter vor wenn dass daß weil ob "
        "wie was wer wo wann warum welche welcher auch noch nur schon sehr mehr als aber oder denn doch mal bitte "
        "danke vielen dank hallo guten tag morgen liebe lieber grüße grüßen gruß freundlichen haben habe hat hatte "
        "hatten werden wird würde würden können kann könnte könnten möchte möchten soll sollte müssen muss darf kein "
        "keine keinen gerne gern ja nein heute dem den des diese dieser dieses diesen hier dort da so bis durch ohne "
        "alles etwas immer wieder melde passt klar gut super prima jetzt will also he hi weg man gibt geht nichts "
        "sagen lass ihn sagte dann sei bin machen viel werde ganz wurde gegen tun wirklich ihm weiß seit bist sagt "
        "alle sehen kannst wäre nie wollen damit diesem los gesagt weiter hätte davon sollten muß sondern seiner kommt "
        "gerade erst andere einfach wurden zwischen dies wegen wissen zwei jedoch hab geben sofort bedeutet sonst "
        "bekommen steht ab glaube kaum brauchen rein ins viele vier bereits meiner braucht leider wollte während raus "
        "gehen passiert gewesen zurück hoffe beim eben musste zwar seinem darüber seinen gab deren neue gehe allem "
        "selbst eurer unserem unseren darauf daran dabei dazu dafür wohl deiner jemand niemand jeder jede jedes beide "
        "beiden einige manche anders bisschen weniger genau genug schnell langsam richtig falsch gestern übermorgen "
        "uhr brauche brauchst möchtest könnt könntest würdest wirst werdet seid wären hast habt hattest musst müsst "
        "sollst mag magst darfst kennst kennt sieht siehst gehst kommst bleibt bleiben stehen liegt liegen nimmt "
        "nehmen finde finden findest denke denken denkst meinst sag frage fragen schicken senden halt deshalb trotzdem "
        "außerdem natürlich vielleicht bestimmt eigentlich ungefähr überhaupt zusammen allein all wieso weshalb woher "
        "wohin keiner welches irgendwas irgendwie tschüss bitten melden her bräuchte bräuchten gefällt schönes schöne "
        "schöner gewünscht angehängt anhang entschuldigung späte entwurf dateien rechnung änderungen geändert gesendet "
        "verstanden besprochen termin freigabe montag dienstag mittwoch donnerstag freitag"
    ),
    "ru": (
        "и в не на я что он она оно они мы вы ты это как так но по из у за от до для с к о об при без под над или если "
        "когда где кто чем чтобы потому очень уже еще ещё только тоже также можно нужно надо есть был была было были "
        "будет будут быть меня мне мной нас нам вас вам вами тебя тебе его ее её ему ей их им наш наша ваш ваша ваше "
        "вашу мой моя мое моё этот эта эти этого этом тот та те то же бы ли пожалуйста спасибо здравствуйте привет "
        "добрый день уважением сегодня завтра вчера теперь сейчас хорошо да нет конечно какой какая какие какое "
        "сколько почему зачем хотел хотела хочу могу может можете сделать пришлите прислать отправить письмо жду понял "
        "поняла всё все всем ок ладно подскажите извините давайте работа работы готово отлично получили получил здесь "
        "там тут раз ни много между прошу вижу во со себя ней просто нужен будьте знаю думаю давай сам сама ведь лишь "
        "перед после через ничего никто даже вот ну хоть чтоб всех всего этой этих тогда более лучше ясно два две три "
        "один друга другу друг себе отправляю прикладываю надеюсь ждем ждём имя делать сделал дела будем утро доброго "
        "дня тому про ж нашим нашими вашим вашими больше что-то лет того совсем время порядке снова чего жизни который "
        "людей такое такая место хотите люди можем случилось человек эту ним понимаю вообще них сказала нашей времени "
        "свой сразу такие тобой именно могут должна этим никогда всегда такой сюда часов работает должен быстро думал "
        "слова пока своих нами нашего чём жить мало нашу вместе работу меньше другой вдруг особенно немного стало стал "
        "стала которые которая которое которых которого сказал говорит говорят знает знают хочет хотят нельзя пусть "
        "значит почти никак куда откуда туда чуть наверное возможно правда вроде хуже первый второй третий новый новая "
        "новые старый большой хороший нужны нужна вопрос вопросы ответ ответа понедельник четверг пятницу субботу "
        "неделе неделю месяц минут дней часа позвоните напишите скажите пришлю отправлю сделаем сделаю буду будете "
        "можешь хочешь знаешь вся весь самый самая самое свои своей своего свою нее неё него ними кому кого чему "
        "никому опять пожалуй впрочем поэтому причём однако либо любой каждый каждая каждое другие другая других "
        "такого таких твой твоя твои моих моей моего давно скоро поздно рано иначе благодарю рад рада готов готова "
        "делает делаем делают идет идёт пошли пойдем найти взять дать дайте вечер вместо добро знаем знаете красиво "
        "около точно трудно само той великий лист будь час ой вложении вложение вложил просьба встретимся созвонимся "
        "встреча встречу звонок выходных подтвердите подтвердить прислал прислала прикрепил прикрепила добавил "
        "добавила согласен согласна устраивает подходит вторую третьей страница страницу страницы получение получила "
        "отправил отправила оплатил оплатила договор договора счета срок сроки сроков правки правок замечания "
        "изменения вторник среда необходимо коллега коллеги директор выглядит похоже кажется надеемся рассчитываем "
        "приглашаем предлагаю ждёте сможете успеете отвечу вышлите проверьте исправьте добавьте уберите поменяйте "
        "посмотрите поправьте уточните сообщите перезвоните завтрашнего пожелания кстати заранее обязательно буквально "
        "наконец-то файл файла файлы срока дни прямо текст месяца года колеги"
    ),
    "uk": (
        "ок і й та в у не на я що він вона воно вони ми ви ти це як так але по з із зі за від до для про при без під "
        "над або чи якщо коли де хто чим щоб тому дуже вже ще тільки лише також можна потрібно треба є був була було "
        "були буде будуть бути мене мені мною нас нам вас вам вами тебе тобі його її йому їй їх їм наш наша ваш ваша "
        "ваше вашу мій моя моє цей ця ці цього той те ж би будь ласка прошу дякую вітаю привіт добрий день доброго дня "
        "повагою сьогодні завтра вчора тепер зараз добре ні звісно який яка які яке скільки чому хотів хотіла хочу "
        "можу може можете зробити надішліть надіслати лист листа чекаю зрозумів зрозуміла все всім гаразд підкажіть "
        "перепрошую давайте робота роботи готово чудово отримали отримав щось тут там раз між після перед навіть теж "
        "себе собі сам сама давай ніхто нічого ніколи завжди ясно три один просто знаю думаю ну ось навіщо звідки туди "
        "потім надсилаю додаю сподіваюся будемо більше менше цьому хтось кудись тоді знову майже можливо напевно "
        "звичайно справді правда краще гірше перший третій новий нова нові старий великий гарний поганий потрібні "
        "потрібна терміново відповідь запитання питання замовлення рахунок ціна вартість знижка понеділок вівторок "
        "середу пятницю суботу неділю тижня тиждень місяць місяця години хвилин днів дзвінок зателефонуйте напишіть "
        "скажіть надішлю відправлю зробимо зроблю будете можеш хочеш знаєш знаєте знає людина люди людей час часу "
        "справа справи роботу разом багато мало трохи досить зовсім взагалі нашої нашого вашої вашого вашим свого свою "
        "своїх своєї якого якої яких якому якою котрий стало став стала сказав сказала каже кажуть хоче хочуть можуть "
        "повинен повинна мусить мають має маю маємо маєте отже адже хоча якби аби бо поки доки кожен кожна інший інша "
        "інші інших такий така таке такі твій твоя твої моїх мого моєї весь вся всі усі уся всього самий нею ним ними "
        "ній чого кому кого нікому нікого нема немає давно скоро пізно рано інакше радий рада готовий готова робить "
        "робимо роблять іде йде знайти взяти дати дайте завтрашній учора ввечері вранці вдень робите раніше пізніше ой "
        "авжеж точно дай прямо вкладенні вкладення прохання зустріч зустрінемося зідзвонимося вихідних підтвердіть "
        "підтвердити надіслав надіслала прикріпив додав додала влаштовує підходить вдруге друга другу третя третю "
        "сторінка сторінку сторінки отримання відправив оплатив оплатила договір договору термін терміни термінів "
        "правки правок зауваження зміни середа пятниця необхідно колега колеги директор виглядає схоже здається "
        "сподіваємося розраховуємо запрошуємо пропоную чекаєте зможете встигнете відповім вишліть перевірте виправте "
        "додайте приберіть змініть подивіться повідомте передзвоніть побажання заздалегідь обовязково нарешті "
        "здрастуйте здрастуй зранку адресу адреса файл файла файли текст року хай пошта"
    ),
    "bg": (
        "и в не на аз че той тя то те ние вие ти това как така но по от у за до със с към при без под над или ако "
        "когато къде кой коя кое кои защо много вече още само също може трябва има няма беше бяха бъде бъдат съм си е "
        "сме сте са ме ми ни ви го я му им ги нас вас мен теб него нея тях наш наша ваш ваша вашия моя моето моят тази "
        "този тези онзи ли да ще би бих моля благодаря здравейте здравей привет добър ден поздрави уважение днес утре "
        "вчера сега добре разбира се какво какъв каква какви колко искам мога можете можем направите изпратите изпратя "
        "писмо писмото чакам разбрах всичко всички кажете извинявайте работа готово чудесно получихме получих нещо тук "
        "там ей й о отлично себе сам сама хайде нали просто давай после съжалявам виж всеки никой никога винаги "
        "толкова друг друга друго дали тогава ясно имам имаме имате нямам искаш искате знам време бил била било който "
        "казвам мисля един една едно два защото според затова очаквам прилагам изпращам пращам бихте съвсем доста след "
        "преди около между както която което които през във ок мерси докато поръчка нищо стана става питам променете "
        "красиво голямо голям нашите вашите нашия вашето като някой кажа кажеш мислиш малко трябваше точно повече "
        "човек знае начин г-н парите знаем някого каза стане направиш неща видя пари направи вечер хората хора човека "
        "времето място мястото нещата другите другия другата първи втори нов ново нови голяма малък добра добро лош "
        "сутринта вечерта седмица седмицата месеца години година часа минути дни понеделник сряда четвъртък петък "
        "събота спешно отговор отговора въпрос въпроса въпроси поръчката плащане цената отстъпка обаждане обадете "
        "напишете щях бях бяхме бяхте бъди бъдете правя правим прави правите правиш работи работим искаше искат можеш "
        "могат можех имаш имат имах имаше нямаше нямаме знаеш знаете мисли мислите разбираш разбирам разбирате моите "
        "моята неговата техните своя своята своето своите никак никъде някъде някога нито освен срещу вместо заедно "
        "отново пак почти най-добре скоро бързо бавно веднага дори даже всяка всяко онези тия тоя тая ония мене тебе "
        "неговия чия чий откъде докъде накъде доколко понякога навсякъде никаква никакво никакви всичките цял цяла "
        "цялото работата готова готови хубаво лошо трудно лесно могъл бихме ставаш отива отиваме идва идвам идваме "
        "дойде дойда вземи вземе дай дава давам даваме виждам виждаш видях видяхме казах казахме чух благодарим "
        "получавам получавате пиша пишете писах ваше все готов дайте две из именно иначе кого мой нужен нужно свой та "
        "твой твоя три час прикачен прикачих прикачвам файл файла файловете молба среща срещата видим чуем срещнем "
        "уикенд потвърдете потвърждение изпратих изпратихме добавих съгласен съгласна устройва втора вторият втория "
        "трета третия страница страници получаване платих договор договора срок срока корекции корекциите промени "
        "промяна вторник необходимо колега колегата директор изглежда надяваме разчитаме каним предлагам чакате "
        "проверете поправете добавете махнете вижте уточнете уведомете удобно останалото засега преместим сложете "
        "пратете обърнете отговоря отговорим утрешния пожелания непременно най-после харесва харесаха трябват струва "
        "текст колеги мало прямо"
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
