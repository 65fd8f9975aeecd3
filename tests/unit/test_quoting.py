"""What the writer wrote and what is quoted, as the mail programs of several languages show it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.rules.quoting import Section, fold, new_text

ATTRIBUTIONS = (
    "On Mon, 2 Mar 2026 at 12:00, Ann Client <ann@client.example> wrote:",
    "On Mon, 2 Mar 2026 at 12:00, Ann Client\n<ann@client.example> wrote:",
    "On 2026-03-02, Ann wrote:",
    "Am 2. März 2026 um 12:00 schrieb Jörg Weber <j@client.example>:",
    "Am 02.03.2026 schrieb Jörg:",
    "2026-03-02, Анна Иванова пишет:",
    "2 марта 2026 г., в 12:00, Анна <a@client.example> написал(а):",
    "пн, 2 мар. 2026 г. в 12:00, Анна Иванова <a@client.example>:",
    "Понедельник, 2 марта 2026, 12:00 +03:00 от Анна <a@client.example>:",
    "2026-03-02 Ганна Коваленко пише:",
    "пн, 2 бер. 2026 р. о 12:00 Ганна <g@client.example> пише:",
    "На 2.03.2026 г. в 12:00, Иван Петров написа:",
    "Le lun. 2 mars 2026 à 12:00, Anne <a@client.example> a écrit :",
    "El lun, 2 mar 2026 a las 12:00, Ana <a@client.example> escribió:",
    "W dniu 2.03.2026 o 12:00, Anna pisze:",
)
ORIGINALS = (
    "-----Original Message-----",
    "----- Исходное сообщение -----",
    "-----Ursprüngliche Nachricht-----",
    "---------- Forwarded message ---------",
    "Begin forwarded message:",
    "From: Ann Client\nSent: Monday, 2 March 2026 12:00\nTo: Me\nSubject: Sizes",
    "________________________________\nVon: Jörg\nGesendet: Montag, 2. März 2026\nAn: Ich\nBetreff: Größen",
    "*От:* Анна\n*Отправлено:* 2 марта 2026\n*Кому:* Я\n*Тема:* Размеры",
    "Від: Ганна\nДата: 2 березня 2026\nКому: Я\nТема: Розміри",
)


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
@pytest.mark.parametrize("quote", ["> old text\n> more", "old text\n\nmore"])
def test_a_quote_below_is_left_out_with_its_attribution(attribution: str, quote: str) -> None:
    assert new_text(f"Fine with me.\n\nThanks\n\n{attribution}\n\n{quote}\n") == "Fine with me.\n\nThanks"


@pytest.mark.parametrize("original", ORIGINALS)
def test_another_mail_below_is_left_out(original: str) -> None:
    assert new_text(f"Fine with me.\n\n{original}\n\nold text\n> older") == "Fine with me."


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("> question one?\nyes\n\n> question two?\n\nno", "yes\n\nno"),
        ("On 2 Mar 2026, Ann wrote:\n> question?\n\nAnswer below.", "Answer below."),
        ("Hi\n-- \nAnn Client\nclient.example", "Hi"),
        ("Hi\n-- \nAnn\n\nOn 2 Mar 2026, Bob wrote:\n> old", "Hi"),
        ("Hi\n\nSent from my iPhone", "Hi"),
        ("Привет\n\nОтправлено с iPhone", "Привет"),
        ("Hallo\n\nVon meinem iPhone gesendet", "Hallo"),
        ("> " + "long quoted line " * 5 + "\nwrapped tail\n> goes on\n\nmine", "mine"),
        ("> only a quote", "> only a quote"),
        ("", ""),
    ],
)
def test_new_text(text: str, new: str) -> None:
    assert new_text(text) == new


@pytest.mark.parametrize(
    "text",
    [
        "As he wrote:\nwe start on Monday.",
        "From: the beginning it was clear.\nWe go on.",
        "Prices:\n- logo: 10\n- banner: 20\n\nOn Monday we meet at 12:00.\n\nAnn",
        "Parts\n--\n" + "\n".join(f"row {number}" for number in range(40)),
        "a < b and b > c\n- one\n-- two",
        "I sent from my side all that you need.",
    ],
)
def test_what_quotes_nothing_stays_whole(text: str) -> None:
    assert new_text(text) == text


def test_fold_keeps_every_line_and_sets_quotes_apart() -> None:
    text = "Answer\n\nOn 2 Mar 2026, Ann wrote:\n> one\n>\n\n> two\n\nMore\n-- \nMe"
    assert fold(text) == (
        Section(False, ("Answer",)),
        Section(True, ("On 2 Mar 2026, Ann wrote:", "> one", ">", "", "> two")),
        Section(False, ("More", "-- ", "Me")),
    )


@given(st.lists(st.sampled_from(["> a", "b", "", "-- ", *ATTRIBUTIONS, *ORIGINALS]), max_size=30).map("\n".join))
def test_fold_loses_no_line(text: str) -> None:
    folded = [line for section in fold(text) for line in section.lines if line.strip()]
    assert folded == [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    "piece", ["x", ">", "> \na\n", "-", "--\n", "On 1\n", "a:\n", "From: a\n", "\n", "--- aa ---\n", "Sent from "]
)
def test_endless_repetition_ends(piece: str) -> None:
    text = piece * (500_000 // len(piece))
    assert len(new_text(text)) <= len(text)
