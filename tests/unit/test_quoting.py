"""What the writer wrote and what is quoted, as the mail programs of several languages show it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.rules.quoting import Section, fold, new_text

ATTRIBUTIONS = ("On Mon, 2 Mar 2026 at 12:00, Ann Client\n<ann@client.example> wrote:", "Вы писали 2 марта 2026 г.:")
ORIGINALS = ("-----Original Message-----", "*От:* Анна\n*Отправлено:* 2 марта 2026\n*Кому:* Я\n*Тема:* Размеры")
LONG = "> " + "long quoted line " * 5


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
        (f"{LONG}\nwrapped tail\n> goes on\n\nmine", "mine"),
        (f"{LONG}\n{LONG[2:]}\nwrapped tail\n> goes on\n\nmine", "mine"),
        ("> View the page (http://shop.example/a\n_b=3)\n> old\n\nmine", "mine"),
        (">> " + "long quoted line " * 3 + "and\nthe tail\n>> goes on\n\nmine", "mine"),
        ("yes\n\nAC> question one?\nAC> more\n\nno", "yes\n\nno"),
        ("yes\n\nOn 2 Mar 2026, Ann wrote:\n| question\n| more\n\nno", "yes\n\nno"),
        ("yes\n\nOn 2 Mar 2026, Ann wrote:\n» question\n» more", "yes"),
        (
            "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHi\n- -- \nAnn\n-----BEGIN PGP SIGNATURE-----\n\nab=\n-----END",
            "Hi",
        ),
        ("one\n\n\n\ntwo", "one\n\n\n\ntwo"),
        ("FYI\n\n---------- Forwarded message ---------\nFrom: Ann <a@client.example>\n\nold", "FYI"),
        ("On 2 Mar 2026, at 12:00, Ann <a@client.example> wrote:\n\nall of it", "all of it"),
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
        ">From what I see all is fine.\n\nGo on.",
        "SQL> select 1\nSQL> select 2\n\nwhy does it fail?",
        "Table:\n| a | b |\n| 1 | 2 |\n\nOK?",
        "» Hello « said Ann\n» Well « said Bob",
        "```\n# code\n#\n\n####\ncode\n```\n\nEnd.",
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


def test_fold_folds_nothing_where_nothing_else_is_left() -> None:
    assert fold("> only\n> a quote\n") == (Section(False, ("> only", "> a quote")),)
    assert fold("\n \n") == ()


def test_fold_and_new_text_agree() -> None:
    text = "Answer\n\nOn 2 Mar 2026, Ann wrote:\n> one\n\nMore\n\nFrom: Ann\nSent: today\nTo: me\nSubject: x\n\nold"
    shown = "\n\n".join("\n".join(section.lines) for section in fold(text) if not section.quoted)
    assert shown == new_text(text) == "Answer\n\nMore"


@given(st.lists(st.sampled_from(["> a", "b", "", "-- ", *ATTRIBUTIONS, *ORIGINALS]), max_size=30).map("\n".join))
def test_fold_loses_no_line(text: str) -> None:
    folded = [line for section in fold(text) for line in section.lines if line.strip()]
    assert folded == [line for line in text.split("\n") if line.strip()]


@given(
    st.lists(st.sampled_from(["> a", "b c.", "", "--", "Thanks,", "Ann", "+49 30 1234567", *ATTRIBUTIONS]), max_size=20)
)
def test_each_line_of_the_new_text_is_one_of_the_mail(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert set(new_text(text).split("\n")) <= {*text.split("\n"), ""}


PIECES = (
    "x", ">", "> \na\n", "-", "--\n", "-- \n", "On 1\n", "On 2 Mar 2026 a@b.c:\n", "a:\n", "a wrote:\n", "From: a\n", "To: a\nSubject: b\n",
    "\n", " ", "--- aa ---\n", "Sent from ", "Sent from my iPhone\n", "Regards,\nAnn\n", "Ann Client\n+49 30 1234567\n\n", "AB> a\n", "| a\n",
    "this confidential e-mail in error\n\n", "> a (\nb)\n", "01/01/2001 10:00 AM\nTo: a\n", "-- reply above this line\n", "a@", "_" * 60 + "\n",
)  # fmt: skip


@pytest.mark.parametrize("before", ["", "own\n\n"])
@pytest.mark.parametrize("piece", PIECES)
def test_endless_repetition_ends(piece: str, before: str) -> None:
    text = before + piece * (1_000_000 // len(piece))
    assert len(new_text(text)) <= len(text)


@pytest.mark.parametrize("length", [60, 290, 399])
@pytest.mark.parametrize("end", ["", ":", " wrote:", ">"])
@pytest.mark.parametrize(
    "piece", ["at 12:00 ", "a@", "On 2 Mar 2026 ", "schrieb ", "confidential ", "<a@b.c> ", "1", "wrote: "]
)
def test_endless_long_lines_end(piece: str, end: str, length: int) -> None:
    line = (piece * 300)[:length] + end + "\n"
    text = "own\n\n" + line * (1_000_000 // len(line))
    assert len(new_text(text)) <= len(text)


def test_what_stands_behind_all_that_a_person_writes_is_quoted() -> None:
    text = "own\n" + "row\n" * 200_000
    assert len(new_text(text)) < 100_000
    assert fold(text)[-1].quoted
