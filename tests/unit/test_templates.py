"""The texts that come with Triage, in five languages, and the person's own ones that go before them."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import Template as Dollars

import pytest

from config.errors import SettingsError
from config.letters import LARGEST, read_template
from triage.model.draft import Template
from triage.model.message import Address
from triage.rules.greetings import greeting
from triage.rules.languages import language_of
from triage.rules.letters import LetterFacts, fill_letter, find_blanks
from triage.rules.spoken_times import say_time

LANGUAGES = ("en", "ru", "uk", "bg", "de")
AT_ONCE = (Template.ACKNOWLEDGEMENT, Template.CLOSING)
KNOWN = {"greeting", "answer_time", "new_time", "promised", "questions", "answer", "closing", "signature"}
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
AVOIDED = {
    "en": "sorry unfortunately apolog soon asap problem obviously",
    "ru": "извин сожален прост скоро постара",
    "uk": "вибач перепрош жаль незабаром постара",
    "bg": "извин съжал скоро постара",
    "de": "entschuldig leider leid bald problem",
}
NAMES = {
    "en": "Olha Kovalenko",
    "ru": "Ольга Мельник",
    "uk": "Ольга Мельник",
    "bg": "Иван Петров",
    "de": "Jörg Weber",
}
ACKNOWLEDGED = {
    "en": """
Hello Olha,

Thank you, your message has arrived.
You will have my answer by Tuesday, 3 March, 12:00.

Best regards,
Daria""",
    "ru": """
Здравствуйте, Ольга!

Спасибо, ваше письмо получено.
Отвечу вам до вторника, 3 марта, 12:00.

С уважением,
Daria""",
    "uk": """
Вітаю, Ольго!

Дякую, ваш лист отримано.
Відповім вам до вівторка, 3 березня, 12:00.

З повагою,
Daria""",
    "bg": """
Здравейте, Иване!

Благодаря, получих писмото Ви.
Ще Ви отговоря до вторник, 3 март, 12:00 часа.

Поздрави,
Daria""",
    "de": """
Guten Tag Jörg Weber,

vielen Dank, Ihre Nachricht ist angekommen.
Sie bekommen meine Antwort bis Dienstag, 3. März, 12:00 Uhr.

Viele Grüße
Daria""",
}


def facts(language: str, *, timed: bool = True) -> LetterFacts:
    named = greeting(Address(NAMES[language], "someone@client.example"), language, sure=True)
    time = say_time(NOW + timedelta(days=1), NOW, UTC, language) if timed else ""
    return LetterFacts(language, named, time, signature="Daria")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_acknowledgement_says_that_it_arrived_and_when_the_answer_comes(language: str) -> None:
    template = read_template(language, "acknowledgement", None)
    letter = fill_letter(template, facts(language))
    assert letter == ACKNOWLEDGED[language].strip()
    assert not [word for word in AVOIDED[language].split() if word in letter.lower()]
    assert find_blanks(letter) == ()
    untimed = fill_letter(template, facts(language, timed=False))
    assert len(untimed.splitlines()) == len(letter.splitlines()) - 1
    assert not any(char.isdigit() for char in untimed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", Template)
def test_every_text_is_whole(language: str, template: Template) -> None:
    text = read_template(language, template.value, None)
    names = Dollars(text).get_identifiers()
    assert Dollars(text).is_valid()
    assert set(names) <= KNOWN
    assert text.startswith("$greeting\n\n")
    assert text.endswith("\n\n$closing\n$signature\n")
    assert "$questions" in text or template not in (Template.PROGRESS, Template.DONE)
    letter = fill_letter(text, facts(language, timed=False))
    blanks = find_blanks(letter)
    assert bool(blanks) == (template not in AT_ONCE)
    assert letter.count("[") == letter.count("]") == len(blanks)
    if template is not Template.REPLY:
        assert language_of(letter) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_delay_names_the_new_time_and_the_one_before(language: str) -> None:
    before, new = (say_time(NOW + timedelta(days=days), NOW, UTC, language) for days in (1, 3))
    known = LetterFacts(language, "", new, (before,))
    letter = fill_letter(read_template(language, "delay", None), known)
    assert letter.index(before) < letter.index(new)
    assert len(find_blanks(letter)) == 1
    unknown = fill_letter(read_template(language, "delay", None), LetterFacts(language, ""))
    assert len(find_blanks(unknown)) == 2
    assert len(unknown.splitlines()) == len(letter.splitlines()) - 1


def own(folder: Path, source: bytes, language: str = "uk", name: str = "done") -> Path:
    path = folder / language / f"{name}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(source)
    return path


def test_an_own_text_goes_first(tmp_path: Path) -> None:
    own(tmp_path, b"\xef\xbb\xbf" + "Готово, $greeting".encode())
    assert read_template("uk", "done", str(tmp_path)) == "Готово, $greeting"
    assert read_template("uk", "delay", str(tmp_path)) == read_template("uk", "delay", None)
    assert read_template("de", "done", str(tmp_path)) == read_template("de", "done", None)
    assert read_template("uk", "done", str(tmp_path / "missing")) == read_template("uk", "done", None)
    assert read_template("uk", "done", str(tmp_path / "uk" / "done.txt")) == read_template("uk", "done", None)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b"one\ntwo \xff\n", ", line 2: this is not UTF-8 text; save the file as UTF-8"),
        (b"x" * (LARGEST + 1), f": this is no template: it is longer than {LARGEST} bytes"),
        (b" \n", ": this template is empty; write a text, or remove the file to have the usual one"),
    ],
)
def test_an_own_text_that_cannot_be_used_is_told_with_its_place(tmp_path: Path, source: bytes, says: str) -> None:
    path = own(tmp_path, source)
    with pytest.raises(SettingsError) as caught:
        read_template("uk", "done", str(tmp_path))
    assert str(caught.value) == f"{path}{says}"


def test_a_folder_or_a_pipe_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "uk" / "done.txt").mkdir(parents=True)
    os.mkfifo(tmp_path / "uk" / "delay.txt")
    for name in ("done", "delay"):
        with pytest.raises(SettingsError, match=rf"{name}\.txt: this is no file"):
            read_template("uk", name, str(tmp_path))


def test_a_text_that_nobody_wrote_is_told() -> None:
    with pytest.raises(SettingsError, match="there is no such template"):
        read_template("pl", "done", None)


@pytest.mark.parametrize(("language", "name"), [("..", "done"), ("uk", "../../schema"), ("uk", ""), ("uk/..", "done")])
def test_no_name_leads_out_of_the_folder(language: str, name: str) -> None:
    with pytest.raises(ValueError, match="no template has such a name"):
        read_template(language, name, None)
