"""Sentences of a mail: ended where they end, whole over wrapped lines, single in lists."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.rules.sentences import cut_sentences


def _cut(text: str) -> list[str]:
    return [" ".join(text[sentence.start : sentence.end].split()) for sentence in cut_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        (" \n\n ", []),
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("sounds good. want to see it?", ["sounds good.", "want to see it?"]),
        ("Really?! Why?? Yes!!", ["Really?!", "Why??", "Yes!!"]),
        ("It costs 300. Is that all?", ["It costs 300.", "Is that all?"]),
        ("It is 3.5 m. Is 1,200.50 right?", ["It is 3.5 m.", "Is 1,200.50 right?"]),
        ("Ask Dr. Weber, J. R. Smith or Mr. B.-C. Lee. Ok?", ["Ask Dr. Weber, J. R. Smith or Mr. B.-C. Lee.", "Ok?"]),
        ("Paper, ink, etc. are here. Fine?", ["Paper, ink, etc. are here.", "Fine?"]),
        ("Paper, ink, etc. Is it here?", ["Paper, ink, etc.", "Is it here?"]),
        (
            "Geht es am 3. März, z. B. um 12 Uhr, bei Hrn. Dr. Weber? Ja.",
            ["Geht es am 3. März, z. B. um 12 Uhr, bei Hrn. Dr. Weber?", "Ja."],
        ),
        ("Es sind ca. 12. Reicht das?", ["Es sind ca. 12.", "Reicht das?"]),
        ("Цена 300 руб. за штуку, т.е. дорого? Да.", ["Цена 300 руб. за штуку, т.е. дорого?", "Да."]),
        ("Скільки це в тис. грн. на міс.? Чекаю.", ["Скільки це в тис. грн. на міс.?", "Чекаю."]),
        ("Струва 20 лв. на брой, т.е. 40 лв. общо? Да.", ["Струва 20 лв. на брой, т.е. 40 лв. общо?", "Да."]),
        ("Come at 3 p.m. Is that ok?", ["Come at 3 p.m.", "Is that ok?"]),
        ("I have it somewhere... what should I do?", ["I have it somewhere... what should I do?"]),
        ("I have it somewhere… What should I do?", ["I have it somewhere…", "What should I do?"]),
        ("Is it done? :) And when?", ["Is it done?", ":) And when?"]),
        ("He asked (did he?) and left.", ["He asked (did he?) and left."]),
        ('"Is it done?" she asked. Yes.', ['"Is it done?" she asked.', "Yes."]),
        ('She said "Is it done?" And left.', ['She said "Is it done?"', "And left."]),
        ("«Готово?» — спросила она. Да.", ["«Готово?» — спросила она.", "Да."]),
        ("Готово? -- спросила она. Да.", ["Готово? -- спросила она.", "Да."]),
        ("Готово? - нам нужно к пятнице. Да.", ["Готово?", "- нам нужно к пятнице.", "Да."]),
        ("— Когда? — не понял я.", ["— Когда? — не понял я."]),
        ("Is it ready?When can I see it?", ["Is it ready?", "When can I see it?"]),
        ("See https://client.example/find?Size=3 for it.", ["See https://client.example/find?Size=3 for it."]),
        ("好吗？可以。", ["好吗？", "可以。"]),
        ("*Is it bold?* Yes.", ["*Is it bold?*", "Yes."]),
        ("Is it\tdone  or\u00a0not?", ["Is it done or not?"]),
    ],
)
def test_sentences_end_where_they_end(text: str, sentences: list[str]) -> None:
    assert _cut(text) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hello,\nCan you send it?", ["Hello,", "Can you send it?"]),
        ("Hello Daria,\ncan you send it?", ["Hello Daria,", "can you send it?"]),
        (
            "Could you tell me whether the proof that you sent on\nMonday is the last one?",
            ["Could you tell me whether the proof that you sent on Monday is the last one?"],
        ),
        ("A short line\nand its end.", ["A short line and its end."]),
        ("A short line\nAnother line", ["A short line", "Another line"]),
        ("One\n\nTwo", ["One", "Two"]),
        ("> quoted?\nMine?\n  > quoted\n", ["Mine?"]),
        (
            "1. Which size?\n2. Which colour?\n- And when?\n• Where?",
            ["Which size?", "Which colour?", "And when?", "Where?"],
        ),
        ("a) one\nb) two", ["one", "two"]),
        ("— один\n— два", ["один", "два"]),
        ("— только один?", ["— только один?"]),
        ("x" * 200 + "\nIs it?", ["x" * 200, "Is it?"]),
    ],
)
def test_lines_are_joined_where_they_were_wrapped(text: str, sentences: list[str]) -> None:
    assert _cut(text) == sentences


def test_items_of_a_list_are_known() -> None:
    text = "Please:\n- one. Two\n3) three\nEnd"
    assert [sentence.item for sentence in cut_sentences(text)] == [False, True, True, True, False]


@pytest.mark.parametrize(
    "piece", ["a", "?", "? ", "?x", ".)", ". ", "\n", "- ", "> ", "Dr. ", "1. ", "?A", "((", "? — "]
)
def test_endless_repetition_ends(piece: str) -> None:
    text = (piece * 1_000_000)[:1_000_000]
    begun = time.perf_counter()
    list(cut_sentences(text))
    assert time.perf_counter() - begun < 2


@given(st.text(alphabet="ab?. \n>-\"'1$…)А—", max_size=200) | st.text(max_size=200))
def test_sentences_stand_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for sentence in cut_sentences(text):
        assert end <= sentence.start < sentence.end <= len(text)
        assert not text[sentence.start].isspace()
        end = sentence.end
