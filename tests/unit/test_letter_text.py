"""What a letter's text says of itself."""

from __future__ import annotations

import pytest

from triage.tui.letter_text import beginning, blanks_in, next_blank, quoted, taken_up

PROGRESS = "Hello Olha,\n\nDone: [what is done].\nNext: [the next step], by [time].\n\nMe"


def test_blanks_are_found_in_order() -> None:
    assert [PROGRESS[start:end] for start, end in blanks_in(PROGRESS)] == [
        "[what is done]",
        "[the next step]",
        "[time]",
    ]


@pytest.mark.parametrize(
    "text",
    ["see [1] and [12]", "> what of [the sizes]?", "[]", "[over\ntwo lines]", "[" + "x" * 200 + "]", "plain"],
)
def test_what_is_no_blank(text: str) -> None:
    assert blanks_in(text) == []


def test_after_the_last_blank_comes_the_first() -> None:
    first, second, third = blanks_in(PROGRESS)
    assert next_blank(PROGRESS, 0) == first
    assert next_blank(PROGRESS, first[1]) == second
    assert next_blank(PROGRESS, third[0]) == third
    assert next_blank(PROGRESS, third[1]) == first
    assert next_blank("plain", 0) is None


@pytest.mark.parametrize(
    ("text", "before"),
    [("Hello Olha,\n\n\n\nMe", "Hello Olha,\n\n"), ("Hello", "Hello"), ("", ""), ("One\nTwo", "One\nTwo")],
)
def test_writing_begins_below_the_greeting(text: str, before: str) -> None:
    assert text[: beginning(text)] == before


def test_questions_are_quoted_with_their_own_numbers() -> None:
    assert quoted([(1, "In time?"), (3, "With\nthe  files?")]) == "> 1. In time?\n\n> 3. With the files?\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> 2. чи входять\n> файли у вартість?", True),
        ("ЧИ ВХОДЯТЬ ФАЙЛИ У ВАРТІСТЬ", True),
        ("2. Так, входять.", True),
        ("  2) Так", True),
        ("2.", False),
        ("12. Так", False),
        ("чи входять файли", False),
        ("", False),
    ],
)
def test_a_question_is_taken_up_where_it_stands_or_is_answered_by_number(text: str, expected: bool) -> None:
    assert taken_up(2, "Чи входять файли у вартість?", text) is expected


def test_numbers_of_my_own_list_answer_nothing() -> None:
    assert not taken_up(1, "In time?", "1. Agreed: blue", by_number=False)
    assert taken_up(1, "In time?", "> 1. In time?", by_number=False)


def test_a_question_without_words_is_never_found() -> None:
    assert not taken_up(1, "???", "Hello ???")
