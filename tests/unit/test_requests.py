"""What a mail asks: in its own words and order, with its place, and nothing that only looks like it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.rules.requests import (
    LONGEST_ANSWERED,
    MOST_ANSWERED,
    asks_anything,
    find_answerable,
    find_requests,
)


def _texts(text: str) -> list[str]:
    return [request.text for request in find_requests(text)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("", []),
        ("All clear, thanks.", []),
        ("When is it ready?", ["When is it ready?"]),
        ("Hello Daria,\n\ncan you send it? Thanks!\nAnn", ["can you send it?"]),
        (
            "Чи встигнемо до п'ятниці? І ще: чи входять вихідні файли?",
            ["Чи встигнемо до п'ятниці?", "І ще: чи входять вихідні файли?"],
        ),
        ("Сколько стоит? Успеем?!", ["Сколько стоит?", "Успеем?!"]),
        ("It costs 300. Is that all?", ["Is that all?"]),
        ('"Is it done?" she asked.', []),
        ("Is it\tdone  or\u00a0not?", ["Is it done or not?"]),
        (
            "I like it. Make the logo on the second page much bigger,\nplease. Thanks!",
            ["Make the logo on the second page much bigger, please."],
        ),
        ("???\n? !\n12?\n:?", []),
        ("好吗？", ["好吗？"]),
        ("¿Cuándo estará listo? Gracias.", ["¿Cuándo estará listo?"]),
        ("Pouvez-vous me rappeler ?", ["Pouvez-vous me rappeler ?"]),
    ],
)
def test_what_is_asked_comes_in_its_order(text: str, asked: list[str]) -> None:
    assert _texts(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "See https://client.example/find?size=3 for it.",
        "https://client.example/find?",
        "www.client.example/?",
        "ann@client.example?",
        "See https://client.example/please/send-me for it.",
        "> Is it ready?",
        "  > Is it ready?\n> Please send it.",
    ],
)
def test_addresses_and_quotes_ask_nothing(text: str) -> None:
    assert find_requests(text) == ()


def test_an_answer_between_quotes_may_ask() -> None:
    text = "> Which size do you need?\nA5. Is that possible?\n\n> And the colour?\nWhat do you advise?"
    assert _texts(text) == ["Is that possible?", "What do you advise?"]


def test_kinds_and_places() -> None:
    text = "Hello!\n\nWhen is it ready? Please send it\nas a PDF. Let's meet on Tuesday at 3.\nHow are you?"
    found = find_requests(text)
    assert [(request.kind, request.courtesy) for request in found] == [
        ("question", False),
        ("request", False),
        ("invitation", False),
        ("question", True),
    ]
    assert [" ".join(text[request.start : request.end].split()) for request in found] == [r.text for r in found]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Please send:\n- the logo\n- both fonts\n\nThanks", ["the logo", "both fonts"]),
        (
            "Could you change the following:\n1. Logo bigger\n2. No shadow. And blue?",
            ["Logo bigger", "No shadow.", "And blue?"],
        ),
        ("Corrections:\n* page 2, phone number\n* page 3, date", ["page 2, phone number", "page 3, date"]),
        ("Правки:\n— логотип крупнее\n— фон белый", ["логотип крупнее", "фон белый"]),
        ("Будь ласка:\n• логотип більшим\n• фон білий", ["логотип більшим", "фон білий"]),
        ("Корекции:\n- логото по-голямо\n- бял фон", ["логото по-голямо", "бял фон"]),
        ("Änderungswünsche:\n- Logo größer\n- Hintergrund weiß", ["Logo größer", "Hintergrund weiß"]),
        ("Our team:\n- Ann\n- Bob", []),
        ("Attached:\n- the logo\n- both fonts", []),
        ("Please find attached:\n- the logo\n- both fonts", []),
        ("Please send it:\nAnn\nBob", ["Please send it:"]),
        ("Please send it.\n- Ann", ["Please send it."]),
    ],
)
def test_items_below_please_are_requests(text: str, asked: list[str]) -> None:
    assert _texts(text) == asked


def test_an_answer_takes_up_each_once_and_no_courtesies() -> None:
    text = "How are you? When is it ready? When is it ready? Feel free to call me. I'll call you tomorrow."
    assert find_answerable(text) == ("When is it ready?",)
    many = find_answerable(" ".join(f"Is it number {number} or so?" for number in range(100)))
    assert len(many) == MOST_ANSWERED
    (long,) = find_answerable("Is it " + "very " * 150 + "long?")
    assert (len(long), long[-1]) == (LONGEST_ANSWERED, "…")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("When is it ready?", True),
        ("Hello. Please send it.", True),
        ("Please send:\n- the logo", True),
        ("How are you?", False),
        ("Do not hesitate to call me.", False),
        ("Here it is.", False),
        ("", False),
    ],
)
def test_whether_anything_wants_an_answer(text: str, asks: bool) -> None:
    assert asks_anything(text) is asks


def test_there_are_bounds() -> None:
    assert len(find_requests("Is it? " * 1000)) == 100
    (long,) = find_requests("Is it " + "very " * 1000 + "long?")
    assert (len(long.text), long.text[-1]) == (1000, "…")
    assert find_requests("word " * 20_000 + "is it?") == ()


@pytest.mark.parametrize(
    "piece",
    [
        *("a", "a?", "? ", "> ", "\n", "- ", "1. ", "(", "https://", "a.", "Is it?\n", '?"', "a ", "please ", "please"),
        *("can you ", "if you ", "let's ", "we would like to ", "пожалуйста, ", "если что ", "будь ласка ", "моля да "),
        *("bitte ", "können sie ", "please:\n- a\n", "@", "'", "need to be ", "х" * 50 + "йте"),
    ],
)
def test_endless_repetition_ends(piece: str) -> None:
    text = (piece * 1_000_000)[:1_000_000]
    begun = time.perf_counter()
    find_requests(text)
    assert time.perf_counter() - begun < 2


@given(st.text(alphabet="abİß?. \n>-\"'1$…:", max_size=200) | st.text(max_size=200))
def test_each_is_one_line_of_the_text(text: str) -> None:
    for request in find_requests(text):
        assert request.text == " ".join(request.text.split()) == " ".join(text[request.start : request.end].split())
