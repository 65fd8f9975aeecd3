"""`triage ack`, `tone`, `done` and `outbox`: what they do, say and end with; the quick check knows of it at once."""

from __future__ import annotations

import builtins
import sys
from io import StringIO

import pytest

from tests.support.flows import hour_of
from tests.support.stories import CLIENT, hours
from tests.support.studio import Studio, text_of
from triage.model.outgoing import OutState

pytestmark = pytest.mark.dovecot
ID = "a@mail.example"


@pytest.fixture(autouse=True)
def _in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def studio(studio: Studio) -> Studio:
    """A thread that has waited too long, and one that has not."""
    studio.came(0, id=ID, cc="team@client.example", frm=f"Ann Miller <{CLIENT}>", text="Could you send me the sizes?")
    studio.came(20, subject="Print", frm="bob@other.example")
    studio.home.now = hours(25)
    studio.home.read(bodies=True)
    return studio


class Terminal(StringIO):
    """Standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


def overdue(studio: Studio) -> list[str]:
    """The subjects that the quick check names from the due file alone."""
    status = studio.quick_check()
    assert status is not None, "the due file is old"
    _, said, _ = studio.triage("--overdue", "--json")
    return [subject for subject in ("Logo", "Print") if f'"subject": "{subject}"' in said]


def test_ack_shows_the_mail_and_sends_it(studio: Studio) -> None:
    assert overdue(studio) == ["Logo"]
    status, said, complained = studio.triage("ack", ID, "--yes")
    (mail,) = studio.sent()
    assert (status, complained) == (0, "")
    assert said.splitlines()[:5] == [
        "From: me@studio.example",
        f"To: Ann Miller <{CLIENT}>",
        "Cc: team@client.example",
        "Subject: Re: Logo",
        "",
    ]
    assert text_of(mail).rstrip("\n") in said
    assert said.splitlines()[-1] == "Sent to Ann Miller."
    assert "Wednesday, 4 March, 01:00" in text_of(mail)
    assert overdue(studio) == []
    assert hour_of(studio.home.threads()["Logo"]["due"]) == 49
    assert len(studio.folder("Sent")) == 1


@pytest.mark.parametrize(
    ("eta", "hour", "echo"),
    [
        ("2h", 27, "today 03:00, in 2 h"),
        ("fri 17:00", 113, "Fri 6 Mar 17:00, in 4 d"),
        ("завтра в 10", 58, "tomorrow 10:00, in 33 h"),
        ("у п'ятницю о 12", 108, "Fri 6 Mar 12:00, in 3 d"),
        ("morgen 12", 60, "tomorrow 12:00, in 35 h"),
        ("2026-03-06T17:00Z", 113, "Fri 6 Mar 17:00, in 4 d"),
    ],
)
def test_the_time_is_said_back_and_becomes_the_due_time(studio: Studio, eta: str, hour: float, echo: str) -> None:
    status, _, complained = studio.triage("ack", ID, "--yes", "--eta", eta)
    assert (status, complained) == (0, f"Answer by {echo}\n")
    assert hour_of(studio.home.threads()["Logo"]["due"]) == hour


@pytest.mark.parametrize("eta", ["2026-03-02T09:00", "yesterday", "", "soon"])
def test_a_time_that_is_none_ahead_is_refused(studio: Studio, eta: str) -> None:
    status, said, complained = studio.triage("ack", ID, "--yes", "--eta", eta)
    assert (status, said) == (2, "")
    assert complained.startswith(f'--eta "{eta}" is no time ahead')
    assert (studio.outbox(), len(complained.splitlines())) == ((), 1)


def test_a_thread_is_named_by_its_id_or_any_message_in_it(studio: Studio) -> None:
    thread = studio.home.threads()["Logo"]["id"]
    for number, name in enumerate([thread, ID, f"<{ID}>", f" <{ID}> "], 1):
        assert studio.triage("tone", name, "calm") == (0, "Calm: Ann Miller\n", "")
        assert studio.acts() == number


@pytest.mark.parametrize(
    "command", [["ack", "--yes"], ["ack"], ["done"], ["tone", "annoyed"]], ids=["ack --yes", "ack", "done", "tone"]
)
def test_a_thread_that_there_is_not(studio: Studio, command: list[str]) -> None:
    verb, *rest = command
    assert studio.triage(verb, "nobody@mail.example", *rest) == (2, "", "There is no such thread, or no longer.\n")
    assert (studio.acts(), studio.outbox()) == (0, ())


@pytest.mark.parametrize("again", ["--yes", "--queue"])
def test_ack_is_refused_with_the_reason(studio: Studio, again: str) -> None:
    studio.triage("ack", ID, "--yes", "--queue")
    status, said, complained = studio.triage("ack", ID, again)
    assert (status, said) == (2, "")
    assert complained == "A mail in this thread has not left yet: the outbox shows it.\n"
    assert len(studio.outbox()) == 1


def test_without_a_terminal_it_needs_yes(studio: Studio) -> None:
    status, said, complained = studio.triage("ack", ID)
    assert (status, complained) == (2, "Without a terminal nobody can be asked: --yes sends it.\n")
    assert f"To: Ann Miller <{CLIENT}>" in said
    assert studio.outbox() == ()


@pytest.mark.parametrize(
    ("answer", "status", "mails"), [("y", 0, 1), ("YES ", 0, 1), ("n", 2, 0), ("", 2, 0), (None, 2, 0)]
)
def test_at_a_terminal_it_asks(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, answer: str | None, status: int, mails: int
) -> None:
    def ask(prompt: str) -> str:
        assert prompt == "Send it? [y/N] "
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(builtins, "input", ask)
    ended, _, complained = studio.triage("ack", ID)
    assert (ended, len(studio.sent())) == (status, mails)
    assert complained == ("" if mails else "Nothing was sent.\n")


def test_queued_mail_leaves_by_outbox_send(studio: Studio) -> None:
    status, said, _ = studio.triage("ack", ID, "--yes", "--queue")
    assert (status, studio.sent()) == (0, [])
    assert said.splitlines()[-1] == "In the outbox: it leaves when Triage is open, or with: triage outbox --send"
    assert overdue(studio) == ["Logo"]
    assert studio.triage("outbox") == (0, "queued  just now  Ann Miller  Re: Logo\n", "")
    assert studio.triage("outbox", "--send") == (0, "Sent to Ann Miller\n", "")
    assert len(studio.sent()) == 1
    assert overdue(studio) == []
    assert studio.triage("outbox") == (0, "Nothing waits to leave.\n", "")
    assert studio.triage("outbox", "--send")[0] == 0


@pytest.mark.parametrize(
    ("fault", "state", "words"),
    [
        ("temp-rcpt", OutState.QUEUED, "Not sent: queued. "),
        ("perm-rcpt", OutState.REFUSED, "Not sent: refused. "),
        ("drop-after", OutState.IN_DOUBT, "It may have left. "),
    ],
)
def test_what_did_not_leave_is_told_by_words_and_status(
    studio: Studio, fault: str, state: OutState, words: str
) -> None:
    studio.sink.fault(fault, 1)  # type: ignore[arg-type]
    status, _, complained = studio.triage("ack", ID, "--yes")
    assert (status, complained.startswith(words)) == (3, True)
    assert [mail.state for mail in studio.outbox()] == [state]
    assert overdue(studio) == ["Logo"]
    status, said, _ = studio.triage("outbox")
    assert (status, said.split("  ")[1:4]) == (0, ["just now", "Ann Miller", f"Re: Logo · {complained[len(words) :]}"])


def test_tone_and_done_are_known_to_the_quick_check_at_once(studio: Studio) -> None:
    assert studio.triage("tone", ID, "annoyed", "--note", "waits for the sizes") == (0, "Annoyed: Ann Miller\n", "")
    assert overdue(studio) == ["Logo"]
    assert studio.home.threads()["Logo"]["tone"] == "annoyed"
    assert studio.triage("tone", ID, "none") == (0, "No tone: Ann Miller\n", "")
    assert studio.home.threads()["Logo"]["tone"] is None
    assert [(flag.tone, flag.note) for flag in studio.desk.tone_history(ID)] == [
        (None, ""),
        ("annoyed", "waits for the sizes"),
    ]
    assert studio.triage("done", ID) == (0, "Done: Ann Miller\n", "")
    assert overdue(studio) == []
    assert studio.home.threads()["Logo"]["reason"] == "done"


@pytest.mark.parametrize("arguments", [["tone", ID, "furious"], ["tone", ID], ["ack"], ["done"], ["ack", ID, "--et"]])
def test_a_wrong_call(studio: Studio, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        studio.triage(*arguments)
    assert ended.value.code == 2
    assert studio.acts() == 0
