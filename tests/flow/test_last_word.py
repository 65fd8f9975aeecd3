"""A client who only thanks waits for nothing; one key thanks in return and wishes well (R21, clock case 33)."""

from __future__ import annotations

import pytest

from tests.support.stories import CLIENT, ME, hours
from tests.support.studio import Studio, text_of
from triage.desk.port import NotPossibleError
from triage.model.clock import Lane
from triage.rules.flags import LAST_WORD

WORDS = {
    "Thanks, all clear!": "Thank you too.",
    "Спасибо, всё отлично!": "Спасибо и вам.",
    "Дякую, все чудово!": "Дякую і вам.",
    "Благодаря, всичко е наред!": "Благодаря и аз.",
    "Vielen Dank, alles bestens!": "Auch Ihnen vielen Dank.",
}
QUESTIONS = (
    "Could you please send me the sizes of the logo by Friday?",
    "Здравствуйте! Пришлите, пожалуйста, размеры логотипа до пятницы.",
    "Доброго дня! Надішліть, будь ласка, розміри логотипа до п'ятниці.",
    "Здравейте! Моля, изпратете ми размерите на логото до петък.",
    "Guten Tag, können Sie mir bitte die Maße des Logos bis Freitag schicken?",
)


def thank(studio: Studio, question: str, thanks: str) -> None:
    studio.came(0, id="in@mail.example", text=question.encode())
    studio.came(5, "Sent", id="out@mail.example", frm=ME, to=CLIENT, refs="in@mail.example", subject="Re: Logo")
    studio.came(10, id="thanks@mail.example", refs="in@mail.example out@mail.example", text=thanks.encode())
    studio.home.now = hours(40)


@pytest.mark.parametrize(("question", "thanks"), list(zip(QUESTIONS, WORDS, strict=True)))
def test_one_key_closes_in_their_language(memory_studio: Studio, question: str, thanks: str) -> None:
    studio = memory_studio
    thank(studio, question, thanks)
    row = studio.row()
    assert (row.resting, row.clocks, row.marks) == (Lane.THEIRS, (), (LAST_WORD,))
    assert studio.acknowledge().said == f"Thanked and wished well: {CLIENT}"
    studio.deliver()
    (mail,) = studio.sent()
    assert WORDS[thanks] in text_of(mail)
    assert mail["In-Reply-To"] == "<thanks@mail.example>"
    row = studio.row()
    assert (row.resting, row.clocks, row.marks) == (Lane.THEIRS, (), ())
    with pytest.raises(NotPossibleError, match="Nothing here is new"):
        studio.acknowledge()


@pytest.mark.dovecot
def test_on_a_real_server_their_thanks_keep_what_is_snoozed_asleep(studio: Studio) -> None:
    thank(studio, QUESTIONS[0], "Thanks, all clear!")
    assert studio.row().marks == (LAST_WORD,)
    _, said, _ = studio.triage("list", "--json")
    assert '"last_word": true' in said
    studio.came(39, id="more@mail.example", refs="thanks@mail.example", text="Thanks! Could you also send the invoice?")
    studio.read()
    (clock,) = studio.row().clocks
    assert clock.since == hours(39)
