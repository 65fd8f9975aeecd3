"""What people type for a time on Monday 2 March 2026 at 12:00 in Kyiv, and the local time they mean in that year.

Phrases that mean the same stand together, parted by semicolons.
"""

from __future__ import annotations

_LENGTHS = {
    "03-02 12:30": (
        "30m; 30 min; half an hour; in half an hour; через полчаса; за півгодини; пів години; след половин час;"
        "in einer halben Stunde; halbe Stunde; 0,5 ч; 0.5h"
    ),
    "03-02 13:00": (
        "1h; hour; an hour; in an hour; час; через час; 1 час; годину; через годину; на годину; 1 година; за 1 год;"
        "60 хв; след час; след един час; eine Stunde; in einer Stunde; Stunde"
    ),
    "03-02 13:30": (
        "90m; 1h30m; 1h 30m; 1 h and 30 min; 1.5h; 1,5 ч; an hour and a half; полтора часа; 1 ч 30 мин; 90 минут;"
        "1 година 30 хвилин; за півтори години; 1 час и 30 минути; in anderthalb Stunden; 90 Minuten;"
        "1 Stunde und 30 Minuten"
    ),
    "03-02 14:00": (
        "2h; 2 h; in 2 hours; 2  hrs; in two hours; within 2 hours; for 2 hours; 2ч; 2 ч.; 2 часа; через 2 часа;"
        "через два часа; за 2 часа; на 2 часа; 2 год; 2 години; за 2 години; через дві години; след 2 часа;"
        "след два часа; за два часа; in 2 Stunden; 2 Std.; 2std; für 2 Stunden; fuer 2 Stunden"
    ),
    "03-02 22:00": "10h; in 10 hours; через 10 часов; 10 годин; через 10 год; след 10 часа; in zehn Stunden",
    "03-03 12:00": "24h; 24 часа; 24 години; 1d; in a day; сутки; за добу; 1 ден; einen Tag; in einem Tag",
    "03-04 12:00": (
        "48h; 48 часов; 2d; 2 days; in 2 days; 2 дня; через 2 дня; 2 дні; за 2 дні; след 2 дни; 2 Tage; in zwei Tagen"
    ),
    "03-04 14:00": "2d 2h; 2 days and 2 hours; через 2 дня и 2 часа; 2 дні 2 години; 2 Tage und 2 Stunden",
    "03-09 12:00": (
        "1 w; 1w; week; a week; in a week; неделю; 1 неделя; через неделю; на неделю; тиждень; за тиждень;"
        "через тиждень; седмица; след седмица; след 1 седмица; Woche; in einer Woche"
    ),
    "03-04 10:00": "in 2 days at 10; через 2 дня в 10 часов; за 2 дні о 10-й; след 2 дни в 10 ч.; in 2 Tagen um 10 Uhr",
    "04-02 12:00": "1 month; in a month; через месяц; за місяць; след месец; in einem Monat",
}

_CLOCK_TIMES = {
    "03-02 14:00": "2pm; 2 p.m.; в 2 часа дня; о 2-й дня; 2 Uhr nachmittags; 14.00; 14-00",
    "03-02 15:30": "15:30; 15.30; 15 : 30; 3:30pm; um 15 Uhr 30; о 15:30; в 15.30 ч.; до 15:30; 3:30 дня",
    "03-02 17:00": (
        "17; 17:00; 17.00; 17-00; 5pm; 5 pm; at 5pm; by 17; until 17:00; 17:00 Uhr; bis 17 Uhr; в 17; к 17; до 17:00;"
        "на 17:00; о 17; до 17-ї; към 17; до 17 часа; @17"
    ),
    "03-02 20:00": "8pm; 8 in the evening; 8 вечера; о 8 вечора; 8 вечерта; um 8 Uhr abends; вечером в 8",
    "03-02 22:00": "at 10 pm; 22; 22 Uhr; в 22; о 10 вечора; 10 ночи",
    "03-03 00:00": "midnight; 24:00; 24 Uhr; 00:00; 12am; полночь; опівночі; полунощ; Mitternacht; 12 ночи",
    "03-03 02:00": "2am; 2:00; 02; в 2 часа ночи; о 2-й ночі; nachts um 2",
    "03-03 09:00": "9; 9:00; 9am; at nine; в девять; о дев'ятій; в девет; um neun; morning; утром; вранці; сутрин; morgens",
    "03-03 10:00": (
        "10; at 10; в 10; во 10; в 10 ч; в 10 часов; к десяти; о 10; о 10-й; о 10 годині; о десятій; на 10-ту; в 10 часа;"
        "в 10 ч.; във 10 часа; um 10; um 10 Uhr"
    ),
    "03-03 12:00": "noon; 12; 12 pm; um 12; 12 Uhr; в полдень; в 12 дня; опівдні; на обяд; в 12 на обяд; mittags",
}

_DAYS = {
    "03-02 18:00": (
        "tonight; this evening; today evening; сегодня вечером; до вечера; сьогодні ввечері; довечера; тази вечер;"
        "heute Abend; am Abend; in the evening"
    ),
    "03-02 15:00": "this afternoon; сегодня днём; після обіду; днес следобед; heute Nachmittag",
    "03-03 09:00": (
        "tomorrow; tmrw; by tomorrow; tomorrow morning; завтра; до завтра; на завтра; завтра утром; завтра вранці;"
        "утре; утре сутрин; за утре; morgen; bis morgen; morgen früh; morgen frueh; tue; Dienstag"
    ),
    "03-03 10:00": (
        "tomorrow at 10; at 10 tomorrow; завтра в 10; в 10 завтра; завтра, 10; завтра о 10-й; утре в 10; утре в 10 часа;"
        "morgen um 10; um 10 Uhr morgen; morgen früh um 10"
    ),
    "03-03 12:00": "morgen 12; 12 Uhr morgen; morgen Mittag; tomorrow noon; завтра опівдні",
    "03-03 15:10": "tomorrow 15.10; завтра 15.10; morgen 15.10",
    "03-03 18:00": "tomorrow evening; завтра вечером; завтра ввечері; утре вечер; morgen Abend",
    "03-03 20:00": "tomorrow night at 8; завтра в 8 вечера; завтра ввечері о 8; утре вечер в 8; morgen Abend um 8",
    "03-04 09:00": (
        "day after tomorrow; the day after tomorrow; послезавтра; после завтра; післязавтра; вдругиден; други ден;"
        "übermorgen; uebermorgen; wed; в среду; у середу; в сряда; am Mittwoch"
    ),
    "03-06 09:00": (
        "fri; friday; on Friday; by friday; this friday; пт; пятница; в пятницу; до пятницы; к пятнице; пʼятниця;"
        "у п'ятницю; у п’ятницю; до п`ятниці; пятницю; петък; в петък; до петъка; за петък; Freitag; Fr; am Freitag; bis Freitag;"
        "bis zum Freitag; kommenden Freitag; friday morning; Freitag früh; Freitagmorgen; Freitag morgen"
    ),
    "03-06 15:30": "у п'ятницю о 15:30; в пятницу в 15:30; пт 15.30; в петък в 15:30; Freitag 15:30 Uhr",
    "03-06 17:00": (
        "fri 17:00; 17:00 fri; fri17:00; fri, 5pm; by 5pm on Friday; в пятницу до 17; до 17:00 п'ятниці; Fr 17 Uhr;"
        "в петък към 17"
    ),
    "03-06 18:00": "friday evening; Freitagabend; am Freitag Abend; в пятницу вечером; у п'ятницю ввечері; петък вечер",
    "03-08 09:00": "sun; в воскресенье; у неділю; неділя; в неделя; до неделя; am Sonntag; So",
    "03-08 17:00": "неделя 17:00; неділя 17:00; Sonntag 17:00",
    "03-09 09:00": (
        "mon; monday; next week; next monday; на следующей неделе; на наступному тижні; следващата седмица;"
        "nächste Woche; in der nächsten Woche; понедельник; в понеділок; понеделник; Montag früh; через неделю утром"
    ),
    "03-09 08:00": "monday 8:00; am Montagmorgen um 8; в понедельник в 8 утра",
    "03-13 09:00": (
        "next friday; friday next week; next week on friday; в следующую пятницу; в пятницу на следующей неделе;"
        "наступної п'ятниці; следващия петък; nächsten Freitag; naechsten Freitag; nächste Woche Freitag"
    ),
}

_DATES = {
    "03-06 09:00": (
        "6 mar; mar 6; March 6th; the 6th of March; by 6 March; 6 mar 2026; fri 6 mar; 6 марта; 6-го марта; до 6 марта;"
        "6 марта 2026 г.; 6 березня; 6-го березня 2026 року; 6 март; на 6-ти март; 6. März; 6.März; am 6. Maerz;"
        "Freitag, den 6. März; 2026-03-06; 2026.03.06; 06.03; 06.03.; 6.3.; до 06.03; am 6.3.; 06.03.2026; 6.3.26"
    ),
    "03-06 10:00": (
        "6 mar 10:00; 6 mar 10; 10am 6 mar; 6 марта в 10; в 10 часов 6 марта; 6 березня о 10-й; 6 март в 10 ч.;"
        "6. März um 10 Uhr; 06.03 10:00; 06.03 в 10; 10:00 06.03.; am 6.3. um 10; 2026-03-06 10:00; 2026-03-06T10:00"
    ),
    "03-06 10:10": "06.03 в 10.10; 06.03. 10.10; 6 mar 10.10; в пт в 10.10",
    "03-03 09:00": "3/3; 3/3/2026; 3.3.",
    "03-13 09:00": "13/3; 3/13; 13/03/2026; 03/13/2026",
    "10-15 09:00": "15.10; 15 oct; до 15 октября; 15 жовтня; 15 октомври; 15. Oktober",
}

UNDERSTOOD = [
    (phrase.strip(), moment)
    for table in (_LENGTHS, _CLOCK_TIMES, _DAYS, _DATES)
    for moment, phrases in table.items()
    for phrase in phrases.split(";")
]

_UNCLEAR = {
    "no time": "; . ; now; soon; asap; fri?; завтрак; -2h; 2h ago; 2 часа назад; ½ h; ٣ h; 12345; h; min; д; 1 год назад",
    "day or week, by language": "неделя",
    "the morning's or the afternoon's": "5; at 5; в 5; о 6-й; um 3 Uhr; fri 5; завтра в 3; 0",
    "a length or a time of day": "10 часов; 10 часа; 10 год; 10 ч 30 мин; на 10 часов; 12 дня; 5 дня; 1.25h; for 10; in 10; через 10",
    "one of two orders": "6/3; 6/3/2026; 06.10 10.06; пт 06.03",
    "no such time": "25:00; 17:60; 24:30; 13pm; 0am; 31.02.2026; 31 feb; 29.02; 45.10; 2026-13-01; 0h; 13/13",
    "past": "today 9:00; today; сегодня; this morning; heute morgen; this mon; 2 mar; 2026-03-01; 01.03.2026; 1 mar 2026",
    "two days": "fri sat; tomorrow fri; завтра 6 марта; sat 6 mar; 2h fri; завтра через 2 часа; через пятницу; in friday",
    "two times": "10 11; 10:00 11:00; 17:00-18:00; 10-12; 2h 15; 2 days 10; 2 days 10:00; 1h 2h; 30m 1h; morning evening",
    "time against part of the day": "15:00 morning; 8am evening; 14 ночи; 8 Uhr morgens abends",
    "one of two nights": "friday midnight; завтра в полночь; tomorrow night; heute Nacht um 2; завтра в 2 часа ночи",
    "vague": "after 17; halb 11; half 10; через день; a couple of hours; next month; this week; 10th; fri at; в; in",
    "two languages": "завтра at 10; am friday; um 10 завтра",
    "too fine": "1.5 days; half a day; 17:00:30",
}

UNCLEAR = [phrase for phrases in _UNCLEAR.values() for phrase in phrases.split(";")]
