"""What stands in the name of a sender, in five languages and two scripts: data for `names`, `greetings`, `letters`.

Lower case, no apostrophes or final dots; words are parted by spaces.
"""

from __future__ import annotations

TITLES = (
    "dr prof professor mr mrs ms miss mx sir herr frau ing dipl dipl-ing mag msc bsc phd mba md jr esq "
    "d-r др д-р проф профессор професор г-н г-жа господин госпожа пан пані добродій инж інж доц кандидат акад"
)
"""Before or behind a name, and no part of it."""

KEPT_TITLES = {"dr": "Dr.", "prof": "Prof."}
"""In German they are said to either sex."""

PARTICLES = "von van de der den da di del dos du la le zu zum al el bin ten ter"
"""Before a family name, and part of it."""

NOT_A_PERSON = (
    # roles
    "info infos information support help helpdesk office admin administrator administration team staff sales billing "
    "accounts accounting accountant bookkeeping bookkeeper finance invoice invoices orders order contact contacts mail "
    "email post postmaster webmaster hello hi hr jobs careers marketing press media news newsletter service services "
    "customer care reception secretary secretariat noreply no-reply reply notification notifications alerts system "
    "server shop store booking bookings reservation reservations enquiries inquiries legal privacy security feedback "
    "buchhaltung kundenservice kundendienst kundenbetreuung vertrieb sekretariat empfang rechnung rechnungen einkauf "
    "verkauf personal verwaltung kontakt anfrage anfragen bestellung bestellungen zentrale redaktion büro praxis "
    "бухгалтерия бухгалтер поддержка офис отдел приемная приёмная секретарь секретариат заказы заказ служба "
    "администрация администратор инфо продажи кадры почта редакция команда магазин директор менеджер "
    "бухгалтерія підтримка офіс відділ приймальня секретар секретаріат замовлення адміністрація адміністратор "
    "продажі кадри пошта редакція крамниця менеджер "
    "счетоводство счетоводител поддръжка екип продажби поръчки поръчка рецепция администрация управител редакция "
    # companies
    "gmbh mbh ag kg kgaa ohg ug gbr ek e.k se ev ltd limited llc llp plc inc corp corporation co company sa sarl srl "
    "spa bv nv oy ab as aps group holding holdings partners associates sons bros agency studio studios print printing "
    "press design designs graphics digital software systems solutions technologies tech labs lab consulting "
    "consultants bank insurance hotel restaurant café cafe bakery school university college institute museum theatre "
    "theater foundation association society club church council department the and und & und verlag druckerei agentur "
    "werkstatt bäckerei praxis kanzlei schule verein stiftung universität gesellschaft hausverwaltung immobilien "
    "ооо зао оао пао ао ип тоо тов фоп пп ат прат ват еоод оод ад ет компания компанія фирма фірма студия студія "
    "студио агентство агенция група группа завод фабрика типография типографія печатница издательство видавництво "
    "издателство банк школа университет університет музей театр клуб фонд центр център център хотел готель гостиница "
    "ресторан кафе пекарня аптека клиника клініка сервис сервіс сервиз"
)
"""Roles, companies and other senders that have no given name."""

ROLE_BOXES = (
    "info office hello hi contact contacts kontakt mail email post support help sales shop store team admin buero "
    "buchhaltung verwaltung service order orders bestellung billing accounts accounting invoice invoices rechnung "
    "booking reservation press jobs hr marketing reception sekretariat zakaz ofis buh zamovlennya"
)
"""Local parts that belong to an office: a name on them is a person's only where it is a known one."""

GIVEN_NAMES = (
    "adam alan albert alex alexander alexandra alexey alice alina amanda amy anastasia andrea andreas andrew "
    "andrey andrii angela anja ann anna anne annette anton antonia arthur barbara ben benjamin bernd bogdan boris "
    "brian carl carol caroline catherine charles charlotte chloe chris christian christina christine christoph "
    "christopher claire clara claudia daniel daniela daria darya dasha david deborah denis diana dieter dmitri "
    "dmitry dmytro dominik edward elena elisabeth elizabeth ella emily emma eric erik eugene eva evgeny felix "
    "florian frank franz george georgi gerhard grace greg gregor hannah hans harald harry heike heinrich helen "
    "helena helga henry herbert holger horst hristo ian igor ilya ines ingrid irina iryna isabel ivan ivana jack "
    "jacob jake james jan jana jane janet jason jean jennifer jens jessica jim joachim joanna jochen joe joerg "
    "johann johanna johannes john jonas jonathan joseph julia julian jörg jürgen karin karl katarina kate "
    "katerina katharina katherine kathrin katja katrin kevin kim klaus konstantin kristina larissa laura lena leo "
    "leon lesia linda lisa lisbeth luca lucas lucy luis lukas lydia manfred manuel marcel marco marcus margaret "
    "maria marie marina mario marion mark markus marta martha martin martina mary matthew matthias max maxim maya "
    "michael michaela michelle mila miriam monica monika mykhailo mykola nadia nancy natalia natalie nataliya "
    "nicholas nick nicole nikolai nikolay nina nora norbert oksana oleg olena olga olha oliver olivia pamela "
    "patricia patrick paul paula pavel pavlo peter petra petro philip philipp plamen rachel rainer ralf rebecca "
    "renate richard rita robert roger roland roman ruth ryan sabine sam samantha samuel sandra sara sarah scott "
    "sean sebastian serge sergey serhii silke simon simone sofia sonja sophia sophie stanislav stefan stefanie "
    "stella stephan stephen steve steven susan susanne svetlana svitlana sylvia tamara tanja taras tatiana "
    "tetiana theresa thomas tim timothy tina tobias todor tom tony ulrich ulrike ursula uwe valentin vanessa vera "
    "veronika victor victoria viktor viktoria vitalii vladimir vladislav volodymyr walter werner will william "
    "wolfgang yana yaroslav yevhen yulia yuri yurii zoe "
    "александр александра алексей алина алиса алла альона анастасия анатолий анатолій андрей андрій анна антон "
    "антонина антоніна арина артем артур артём асен ася благой богдан борис борислав бояна вадим валентин "
    "валентина валерий валерия валерій валерія ваня васил василий василь вера вероника вероніка весела веселин "
    "виктор виктория виолета виолетка виталий владимир владислав володимир вячеслав віктор вікторія віра віталій "
    "галина ганна геннадий геннадій георги георгий георгій гергана герман глеб гліб григорий григорій даниел "
    "даниела данило дарина дарья даря дарія даша денис деница десислава диана диляна димитър дмитрий дмитро "
    "добромир донка дора ева евгений евгения екатерина елена елизавета елица емил емилия жанна живко зоряна зоя "
    "ивайло иван ивана иванка ивелина игорь илиян илья инна ирена ирина йоана йордан йорданка калин калина калоян "
    "камен катерина катя кирил кирилл кирило константин костянтин красимир красимира кристина ксения ксенія "
    "лариса лев леонид леонід леся лидия лъчезар любов любовь любомир людмила лідія магдалена макар максим "
    "маргарита марина мария марк марко марта мартин мартина марія маша мая микита микола мила милен милена "
    "мирослав мирослава михаил михайло надежда надя надія назар наталия наталья наталя наталія невена нели никита "
    "никола николай николета нина ніна огнян оксана олег олександр олександра олексій олена олесь олеся ольга оля "
    "остап павел павлина павло пенка петро петър петя пламен полина поліна радка радослав раиса ралица раїса "
    "роман росен росица румен румяна руслан светлана світлана семен семён сергей сергій силвия симеон снежана "
    "соломія соня софия софья софія станислав станіслав степан стефан стефка стоян тамара таня тарас татьяна "
    "тетяна тимур тодор трифон уляна федор федір фёдор христина христо цветан цветелина эдуард элина эльвира юлия "
    "юлиян юлія юрий юрій явор яков яків яна ярослав ярослава єва євген євгенія єлизавета іван ігор ілля інна "
    "ірина"
)
"""Common given names: they tell which of two names is the given one, and that a name is a person's."""

VOCATIVES = {
    "uk": (
        "іван=Іване петро=Петре павло=Павле дмитро=Дмитре михайло=Михайле данило=Даниле кирило=Кириле "
        "олександр=Олександре володимир=Володимире віктор=Вікторе ігор=Ігорю тарас=Тарасе роман=Романе "
        "богдан=Богдане максим=Максиме денис=Денисе артем=Артеме антон=Антоне євген=Євгене назар=Назаре "
        "остап=Остапе степан=Степане василь=Василю руслан=Руслане вадим=Вадиме марко=Марку олег=Олеже "
        "федір=Федоре костянтин=Костянтине леонід=Леоніде гліб=Глібе яків=Якове любов=Любове ілля=Ілле "
        "олесь=Олесю едуард=Едуарде мартин=Мартине лев=Леве артур=Артуре валентин=Валентине"
    ),
    "bg": (
        "иван=Иване петър=Петре димитър=Димитре александър=Александре стоян=Стояне стефан=Стефане "
        "мартин=Мартине пламен=Пламене красимир=Красимире владимир=Владимире румен=Румене виктор=Викторе "
        "калоян=Калояне борислав=Бориславе радослав=Радославе мирослав=Мирославе станислав=Станиславе "
        "христо=Христо кирил=Кириле йордан=Йордане даниел=Даниеле огнян=Огняне антон=Антоне"
    ),
}
"""Forms of address that no ending tells, each behind its name."""

RUSSIAN_SPELLING = (
    "ирина елена екатерина кристина алина полина алиса карина вероника анжелика ангелина светлана надежда диана никита "
    "нина инна илона лина"
)
"""Names that end as Ukrainian ones do and are spelled as Russian ones."""

CLOSINGS = (
    "best regards|kind regards|warm regards|regards|best wishes|best,|sincerely|yours|cheers|many thanks|thanks"
    "|с уважением|с наилучшими|всего доброго|хорошего дня|з повагою|з найкращими|гарного дня|на все добре"
    "|поздрави|с уважение|с най-добри|приятен ден|хубав ден"
    "|viele grüße|liebe grüße|beste grüße|herzliche grüße|schöne grüße|freundliche grüße|mit freundlichen|mit besten"
    "|mfg"
)
"""How a signature begins that has a closing of its own, as alternatives of a pattern."""
