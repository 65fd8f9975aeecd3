"""The words with which people name a time, language by language: data for `rules.moment_lexicon`.

Lower case, no apostrophes, е for ё; words are parted by spaces, and an underscore joins those that mean one thing
together. A word may mean different things in two languages (неделя: a week, a Sunday): each language is read alone.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """One language. Units come in two: what means one of them without a number ("Woche"), and what needs a number.

    `hour_or_clock` counts hours and follows a clock time ("через 10 часов", "в 10 часов"); `days_or_daytime` likewise
    ("2 дня", "в 2 дня"); `morrow` is tomorrow, and morning behind a day. `meant_for` stands before a day, a clock time
    or a length; `lasting` before no clock time; `on` before a day or a part of it. `day_parts` are morning, noon,
    afternoon, evening and night; `joined` are parts of a day that are written in one word with the weekday.
    """

    at: str
    until: str
    within: str
    meant_for: str = ""
    lasting: str = ""
    on: str = ""
    link: str
    fillers: str = ""
    next: str
    this: str
    coming: str
    days: str
    morrow: str = ""
    tonight: str = ""
    weekdays: str
    months: str
    numbers: str
    day_parts: str
    joined: str = ""
    midnight: str
    minute: tuple[str, str]
    hour: tuple[str, str] = ("", "")
    hour_or_clock: tuple[str, str] = ("", "")
    half_hour: str
    hour_and_half: str
    day: tuple[str, str]
    days_or_daytime: str = ""
    week: tuple[str, str]
    month: tuple[str, str]
    clock_mark: str = ""
    day_ending: str = ""
    clock_ending: str = ""
    year_mark: str = ""


ENGLISH = Vocabulary(
    at="at",
    until="by until till til on before",
    within="in within",
    lasting="for",
    link="and",
    fillers="the of",
    next="next",
    this="this",
    coming="coming",
    days="today | tomorrow tmrw tmr | day_after_tomorrow",
    tonight="tonight",
    weekdays=(
        "monday mon | tuesday tue tues | wednesday wed weds | thursday thu thur thurs | friday fri | saturday sat | "
        "sunday sun"
    ),
    months=(
        "january jan | february feb | march mar | april apr | may | june jun | july jul | august aug | september "
        "sep sept | october oct | november nov | december dec"
    ),
    numbers="one a an | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve",
    day_parts="morning | noon midday | afternoon | evening | night",
    midnight="midnight",
    minute=("minute", "minutes mins"),
    hour=("hour", "hours hr hrs"),
    half_hour="half_an_hour half_hour a_half_hour",
    hour_and_half="hour_and_a_half an_hour_and_a_half",
    day=("", "day days"),
    week=("week", "weeks wk wks"),
    month=("month", "months"),
    clock_mark="oclock",
    day_ending="st nd rd th",
)

RUSSIAN = Vocabulary(
    at="в во",
    until="до к ко",
    within="через за",
    meant_for="на",
    link="и",
    next="следующий следующая следующее следующую следующей следующего следующему",
    this="этот эта это эту этой этого этим",
    coming="ближайший ближайшая ближайшее ближайшую ближайшей ближайшего",
    days="сегодня | завтра | послезавтра после_завтра",
    weekdays=(
        "понедельник понедельника понедельнику пн | вторник вторника вторнику вт | среда среду среды среде ср | "
        "четверг четверга четвергу чт | пятница пятницу пятницы пятнице пт | суббота субботу субботы субботе сб | "
        "воскресенье воскресенья воскресенью вс"
    ),
    months=(
        "января январь янв | февраля февраль фев февр | марта март мар | апреля апрель апр | мая май | июня июнь "
        "июн | июля июль июл | августа август авг | сентября сентябрь сен сент | октября октябрь окт | ноября "
        "ноябрь ноя нояб | декабря декабрь дек"
    ),
    numbers=(
        "один одна одну одного | два две двух | три трех | четыре | пять | шесть | семь семи | восемь восьми | "
        "девять девяти | десять десяти | одиннадцать одиннадцати | двенадцать двенадцати"
    ),
    day_parts="утро утром утра утру | полдень полудня полудню | после_обеда днем | вечер вечером вечера вечеру | ночи",
    midnight="полночь полуночи",
    minute=("минуту минута", "минуты минут мин м"),
    hour_or_clock=("час", "часа часов ч"),
    half_hour="полчаса пол_часа",
    hour_and_half="полтора_часа",
    day=("сутки", "день дней дн д"),
    days_or_daytime="дня",
    week=("неделя неделю", "недели недель неделе нед"),
    month=("месяц", "месяца месяцев мес"),
    clock_mark="часам",
    day_ending="го е",
    clock_ending="ти ми",
    year_mark="года г",
)

UKRAINIAN = Vocabulary(
    at="в у о об",
    until="до",
    within="через за",
    meant_for="на",
    link="і та",
    next="наступний наступна наступне наступну наступної наступного наступному",
    this="цей ця це цю цієї цього",
    coming="найближчий найближча найближчу найближчої найближчого",
    days="сьогодні | завтра | післязавтра після_завтра позавтра",
    weekdays=(
        "понеділок понеділка понеділку пн | вівторок вівторка вівторку вт | середа середу середи середі ср | четвер "
        "четверга четвергу чт | пятниця пятницю пятниці пт | субота суботу суботи суботі сб | неділя неділю неділі "
        "нд"
    ),
    months=(
        "січня січень січ | лютого лютий лют | березня березень бер | квітня квітень квіт кві | травня травень трав "
        "тра | червня червень черв чер | липня липень лип | серпня серпень серп сер | вересня вересень вер | жовтня "
        "жовтень жовт жов | листопада листопад лист лис | грудня грудень груд гру"
    ),
    numbers=(
        "один одна одну одного | два дві двох | три трьох | чотири | пять | шість | сім сьомій сьомої | вісім "
        "восьмій восьмої | девять девятій девятої | десять десятій десятої | одинадцять одинадцятій одинадцятої | "
        "дванадцять дванадцятій дванадцятої"
    ),
    day_parts=(
        "ранок ранку ранком вранці уранці зранку | опівдні полудень полудня | після_обіду пообіді по_обіді вдень "
        "удень | вечір вечора вечором ввечері увечері | ночі"
    ),
    midnight="опівночі північ",
    minute=("хвилина хвилину", "хвилини хвилин хв"),
    hour=("", "годин"),
    hour_or_clock=("година годину", "години год"),
    half_hour="півгодини пів_години",
    hour_and_half="півтори_години",
    day=("добу доба", "день дні днів дн д"),
    days_or_daytime="дня",
    week=("тиждень", "тижні тижнів тижня тиж"),
    month=("місяць", "місяці місяців місяця міс"),
    clock_mark="годині",
    day_ending="го е",
    clock_ending="й ій ї ої ту",
    year_mark="року р",
)

BULGARIAN = Vocabulary(
    at="в във",
    until="до към през",
    within="след",
    meant_for="за на",
    link="и",
    next="следващ следващия следващият следваща следващата",
    this="този тази това",
    coming="най_близкия най_близката близкия близката",
    days="днес | утре | вдругиден други_ден в_други_ден",
    tonight="довечера",
    weekdays=(
        "понеделник понеделника пн пон | вторник вторника вт | сряда срядата ср | четвъртък четвъртъка чт четв | "
        "петък петъка пт | събота съботата сб съб | неделя неделята нд"
    ),
    months=(
        "януари яну ян | февруари фев | март мар | април апр | май | юни юн | юли юл | август авг | септември сеп "
        "септ | октомври окт | ноември ное ноем | декември дек"
    ),
    numbers=(
        "един една едно | два две | три | четири | пет | шест | седем | осем | девет | десет | единадесет единайсет "
        "| дванадесет дванайсет"
    ),
    day_parts="сутрин сутринта | обяд пладне | следобед следобеда следобяд след_обяд след_обед | вечер вечерта | нощта",
    midnight="полунощ",
    minute=("минута", "минути мин м"),
    hour=("", "часове"),
    hour_or_clock=("час", "часа ч"),
    half_hour="половин_час",
    hour_and_half="час_и_половина час_и_половин",
    day=("", "ден дни дена дн д"),
    week=("седмица", "седмици седм"),
    month=("месец", "месеца месеци мес"),
    day_ending="ви ри ти ми",
    year_mark="г година",
)

GERMAN = Vocabulary(
    at="um",
    until="bis zum",
    on="am",
    within="in binnen",
    meant_for="für",
    link="und",
    fillers="der den dem",
    next="nächster nächste nächsten nächstem nächstes",
    this="dieser diese diesen diesem dieses",
    coming="kommender kommende kommenden kommendem",
    days="heute |  | übermorgen",
    morrow="morgen",
    weekdays="montag mo | dienstag di | mittwoch mi | donnerstag do | freitag fr | samstag sonnabend sa | sonntag so",
    months=(
        "januar jänner jan | februar feb | märz mär mrz | april apr | mai | juni jun | juli jul | august aug | "
        "september sep sept | oktober okt | november nov | dezember dez"
    ),
    numbers=(
        "eins ein eine einer einem einen | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | "
        "zwölf"
    ),
    day_parts=(
        "früh morgens vormittag vormittags | mittag mittags | nachmittag nachmittags | abend abends | nacht nachts"
    ),
    joined="morgen früh vormittag mittag nachmittag abend",
    midnight="mitternacht",
    minute=("minute", "minuten"),
    hour=("stunde", "stunden std"),
    half_hour="halbe_stunde halben_stunde eine_halbe_stunde einer_halben_stunde",
    hour_and_half="anderthalb_stunden eineinhalb_stunden",
    day=("", "tag tage tagen"),
    week=("woche", "wochen"),
    month=("monat", "monate monaten"),
    clock_mark="uhr",
)

LANGUAGES = (ENGLISH, RUSSIAN, UKRAINIAN, BULGARIAN, GERMAN)
