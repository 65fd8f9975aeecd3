"""`a`: whom the acknowledgement goes to, in which language, where it is refused, and when it asks first."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from tests.support.flows import hour_of, put
from tests.support.memory_mailbox import MemoryServer
from tests.support.stories import ALIAS, CLIENT, ME, hours
from tests.support.studio import UNTIL, Studio, text_of
from triage.desk.port import NotPossibleError
from triage.desk.posting import ON_ITS_WAY
from triage.model.clock import ClockKind
from triage.model.intents import Acknowledge, MarkDone
from triage.model.outgoing import OutState

LIST = (("List-Id", "<clients.lists.example>"), ("List-Post", "<mailto:clients@lists.example>"))
MACHINE = (("Auto-Submitted", "auto-generated"),)
UKRAINIAN = "Доброго дня! Чи встигнемо ми до п'ятниці? Дякую за відповідь."
GERMAN = "Guten Tag, können Sie mir bitte das Angebot bis Freitag schicken? Vielen Dank."


@pytest.mark.dovecot
def test_it_goes_to_all_from_the_address_that_was_written_to(studio: Studio) -> None:
    studio.came(-1, "Sent", id="a@mail.example", frm=ME, to=CLIENT)
    studio.came(
        0,
        frm="Ann Miller <ann@client.example>",
        to=f"Shop <{ALIAS.upper()}>, Bob <bob@client.example>",
        cc=f"team@client.example, {ME}",
        refs="a@mail.example",
        id="b@mail.example",
        fields=[("Reply-To", "Ann <office@client.example>")],
    )
    queued = studio.acknowledge()
    assert queued.undoable
    assert [row.outgoing.state for row in queued.rows if row.outgoing] == [OutState.QUEUED]
    assert [mail.leaves - studio.home.now for mail in queued.outbox or ()] == [timedelta(seconds=10)]
    done = studio.deliver()
    assert done.outbox == ()
    [clock] = done.rows[0].clocks
    assert (clock.kind, clock.due) == (ClockKind.ANSWER, UNTIL)

    (taken,), (mail,) = studio.sink.messages(), studio.sent()
    people = {"office@client.example", "bob@client.example", "team@client.example"}
    assert (taken.sender, set(taken.recipients)) == (ALIAS, people)
    assert mail["From"].addresses[0].addr_spec == ALIAS
    assert next(str(one) for one in mail["To"].addresses) == "Ann <office@client.example>"
    assert str(mail["Cc"]) == "team@client.example"
    assert (mail["Subject"], mail["In-Reply-To"]) == ("Re: Logo", "<b@mail.example>")
    assert mail["References"] == "<a@mail.example> <b@mail.example>"


@pytest.mark.parametrize(
    ("frm", "text", "greeting", "words"),
    [
        ("Ольга Коваленко", UKRAINIAN, "Вітаю, Ольго!", "Відповім вам до"),
        ("Jörg Weber", GERMAN, "Guten Tag Jörg Weber,", "Sie bekommen meine Antwort bis"),
        ("Jörg Weber", "Ok?", "Здравствуйте!", "Отвечу вам до"),
    ],
    ids=["Ukrainian", "German", "unsure: my own language, and no name"],
)
def test_language_and_greeting(memory_studio: Studio, frm: str, text: str, greeting: str, words: str) -> None:
    memory_studio.settle(top='me = { full_name = "Дарья", language = "ru" }')
    memory_studio.came(0, frm=f'"{frm}" <{CLIENT}>', text=text.encode(), subject="Logo")
    memory_studio.acknowledge()
    memory_studio.deliver()
    (mail,) = memory_studio.sent()
    assert text_of(mail).startswith(greeting + "\n")
    assert words in text_of(mail)


def test_text_and_subject_tell_the_language_together(memory_studio: Studio) -> None:
    memory_studio.settle(top='me = { full_name = "Дарья", language = "ru" }')
    memory_studio.came(0, text="Треба змінити шрифт.".encode(), subject="Не забудьте про вильоти")
    memory_studio.acknowledge("Не забудьте про вильоти")
    memory_studio.deliver()
    (mail,) = memory_studio.sent()
    assert "Відповім вам до" in text_of(mail)


ANSWERED: list[dict[str, Any]] = [{"at": 0, "id": "a@mail.example"}]
REFUSALS = [
    pytest.param([{"at": 0, "frm": ME, "to": CLIENT, "folder": "Sent"}], "All mail here is yours", id="my own mail"),
    pytest.param([{"at": 0, "frm": "shop@news.example", "fields": MACHINE}], "A machine wrote this", id="a machine"),
    pytest.param(
        [
            {"at": -1, "frm": ME, "to": CLIENT, "folder": "Sent", "subject": "Hello"},
            {"at": 0, "to": "clients@lists.example", "fields": LIST},
        ],
        "mailing list",
        id="a list",
    ),
    pytest.param(
        [
            {"at": 0, "id": "a@mail.example"},
            {"at": 1, "frm": ME, "to": CLIENT, "refs": "a@mail.example", "folder": "Sent"},
        ],
        "Nothing here is new to you",
        id="answered",
    ),
]


@pytest.mark.parametrize(("mails", "why"), REFUSALS)
def test_it_is_refused_with_the_reason(memory_studio: Studio, mails: list[dict[str, Any]], why: str) -> None:
    for mail in mails:
        memory_studio.came(**mail)
    with pytest.raises(NotPossibleError, match=why):
        memory_studio.acknowledge()
    assert (memory_studio.outbox(), memory_studio.acts()) == ((), 0)


def test_it_is_refused_while_a_mail_hangs_and_when_all_is_acknowledged(memory_studio: Studio) -> None:
    memory_studio.came(0)
    memory_studio.acknowledge()
    with pytest.raises(NotPossibleError, match=ON_ITS_WAY):
        memory_studio.acknowledge()
    memory_studio.deliver()
    with pytest.raises(NotPossibleError, match="Nothing here is new to you"):
        memory_studio.acknowledge()
    assert len(memory_studio.sent()) == 1


def test_it_is_refused_where_no_account_can_send(memory_studio: Studio) -> None:
    memory_studio.home.sink = None
    memory_studio.settle()
    memory_studio.came(0)
    with pytest.raises(NotPossibleError, match="give its account an smtp server"):
        memory_studio.acknowledge()


def test_it_is_refused_where_the_thread_is_gone(memory_studio: Studio) -> None:
    with pytest.raises(NotPossibleError, match="no such thread"):
        memory_studio.desk.do(Acknowledge(("nothing",), UNTIL))


@pytest.mark.parametrize(("others", "asks"), [(4, False), (5, True)])
def test_more_than_five_people_ask_once(memory_studio: Studio, others: int, asks: bool) -> None:
    memory_studio.came(0, cc=", ".join(f"c{number}@client.example" for number in range(others)))
    asked = memory_studio.acknowledge()
    assert asked.question == ("Acknowledge to all 6 people in this thread?" if asks else "")
    assert len(memory_studio.outbox()) == (not asks)
    if asks:
        assert memory_studio.acknowledge(confirmed=True).question == ""
    assert len(memory_studio.outbox()) == 1


def test_a_selection_asks_once_leaves_out_what_can_not_be_and_is_taken_back_by_one_undo(memory_studio: Studio) -> None:
    memory_studio.came(0, subject="Print", frm="bob@other.example")
    memory_studio.came(0, subject="Logo")
    memory_studio.came(0, subject="Receipt", frm="shop@news.example", fields=MACHINE)
    selection = ("Print", "Logo", "Receipt")
    asked = memory_studio.acknowledge(*selection)
    assert asked.question.startswith("Acknowledge 2 threads, 2 people in all? 1 of the selected can't be: A machine")
    assert memory_studio.outbox() == ()

    queued = memory_studio.acknowledge(*selection, confirmed=True)
    assert len(queued.outbox or ()) == len(queued.rows) == 2
    memory_studio.desk.do(MarkDone((memory_studio.thread("Receipt"),)))
    assert memory_studio.desk.undo().said == "Taken back: what was done waits again."
    undone = memory_studio.desk.undo()
    assert (undone.said, undone.outbox, undone.undoable) == ("Taken back: the mail does not leave.", (), False)
    assert {row.subject for row in undone.rows} == {"Print", "Logo"}
    memory_studio.deliver()
    assert memory_studio.sent() == []


def test_an_account_that_can_not_send_is_left_out_of_a_selection(memory_studio: Studio) -> None:
    """Its threads are named as what can't be, and the others go."""
    home = memory_studio.home
    memory_studio.came(0, subject="Logo")
    home.hosts["shop"] = reading_only = MemoryServer()
    put(reading_only, 0, subject="Print", frm="bob@other.example")
    memory_studio.settle()
    work, shop = home.settings.read_text("utf-8").split('name = "shop"')
    without = re.sub(r"\[account\.smtp\].*?(?=\n\[)", "", shop, flags=re.DOTALL)
    home.settings.write_text(f'{work}name = "shop"{without}', "utf-8")
    asked = memory_studio.acknowledge("Logo", "Print")
    assert "1 of the selected can't be: No account that can send holds this thread" in asked.question
    outcome = memory_studio.acknowledge("Logo", "Print", confirmed=True)
    assert [mail.subject for mail in outcome.outbox or ()] == ["Re: Logo"]


@pytest.mark.dovecot
def test_the_list_shows_the_time_that_was_named(studio: Studio) -> None:
    studio.came(0)
    studio.acknowledge()
    studio.deliver()
    shown = studio.home.threads()["Logo"]
    assert (shown["lane"], shown["clock"], hour_of(shown["due"]), hour_of(shown["asked"])) == ("owed", "answer", 30, 0)
    assert studio.home.threads(at=31)["Logo"]["over"] == 3600
    assert hours(30) == UNTIL
