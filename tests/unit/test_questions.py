"""What a client asks: in their own words, in their order, and nothing that only looks like a question."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.rules.questions import LONGEST, MOST, find_questions


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("", []),
        ("All clear, thanks.", []),
        ("When is it ready?", ["When is it ready?"]),
        ("Hello Daria,\n\ncan you send it? Thanks!\nAnn", ["can you send it?"]),
        ("Hello,\nCan you send it?", ["Can you send it?"]),
        (
            "Чи встигнемо до п'ятниці? І ще: чи входять вихідні файли?",
            ["Чи встигнемо до п'ятниці?", "І ще: чи входять вихідні файли?"],
        ),
        ("Сколько стоит? Успеем?!", ["Сколько стоит?", "Успеем?!"]),
        ("Готово ли е, нали?", ["Готово ли е, нали?"]),
        (
            "Geht es am 3. März, z. B. um 12 Uhr, bei Hrn. Dr. Weber?",
            ["Geht es am 3. März, z. B. um 12 Uhr, bei Hrn. Dr. Weber?"],
        ),
        ("It costs 300. Is that all?", ["Is that all?"]),
        ("He asked (did he?) and left.", []),
        ('"Is it done?" she asked.', []),
        ('She said "Is it done?"', ['She said "Is it done?"']),
        (
            "1. Which size?\n2. Which colour?\n- And when?\n• Where?",
            ["Which size?", "Which colour?", "And when?", "Where?"],
        ),
        (
            "Could you tell me whether the proof that you sent on\nMonday is the last one?",
            ["Could you tell me whether the proof that you sent on Monday is the last one?"],
        ),
        ("Is it\tdone  or\u00a0not?", ["Is it done or not?"]),
        ("Same? Same? Other?", ["Same?", "Other?"]),
        ("???\n? !\n12?\n:?", []),
        ("好吗？", ["好吗？"]),
    ],
)
def test_sentences_that_ask(text: str, questions: list[str]) -> None:
    assert list(find_questions(text)) == questions


@pytest.mark.parametrize(
    "text",
    [
        "See https://client.example/find?size=3 for it.",
        "https://client.example/find?",
        "www.client.example/?",
        "ann@client.example?",
        "Thanks.\n\nOn Mon, 2 Mar 2026, Ann wrote:\n> Is it ready?",
        "> Is it ready?",
        "  > Is it ready?\n> And when?",
        "Thanks.\n-- \nAnn Client\nNeed a logo?",
        "Thanks.\n\n-----Original Message-----\nFrom: me\nIs it ready?",
    ],
)
def test_addresses_quotes_and_signatures_ask_nothing(text: str) -> None:
    assert find_questions(text) == ()


def test_an_answer_between_quotes_may_ask() -> None:
    text = "> Which size do you need?\nA5. Is that possible?\n\n> And the colour?\nWhat do you advise?"
    assert find_questions(text) == ("Is that possible?", "What do you advise?")


def test_there_are_bounds() -> None:
    many = find_questions(" ".join(f"Is it number {number} or so?" for number in range(100)))
    assert len(many) == MOST
    (long,) = find_questions("Is it " + "very " * 200 + "long?")
    assert (len(long), long[-1]) == (LONGEST, "…")
    assert find_questions("word " * 20_000 + "is it?") == ()


@pytest.mark.parametrize("piece", ["a", "a?", "? ", "> ", "\n", "- ", "1. ", "(", "https://", "a.", "Is it?\n", '?"'])
def test_endless_repetition_ends(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    begun = time.perf_counter()
    find_questions(text)
    assert time.perf_counter() - begun < 2


@given(st.text(alphabet="ab?. \n>-\"'1$…", max_size=200) | st.text(max_size=200))
def test_each_is_one_line_of_the_text(text: str) -> None:
    found = find_questions(text)
    assert len(set(found)) == len(found) <= MOST
    for question in found:
        assert question == " ".join(question.split())
        assert "".join(question.rstrip("…").split()) in "".join(text.split())
