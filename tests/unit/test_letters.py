"""Letters filled from templates: only what is recorded, blanks that show, and a mail's words never read as a template."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.rules.letters import LetterFacts, fill_letter, find_blanks

LANGUAGES = ("en", "ru", "uk", "bg", "de")
PLACEHOLDERS = ("greeting", "answer_time", "new_time", "promised", "questions", "answer", "closing", "signature")
PLAIN = LetterFacts("en", "Hello Ann,")
FULL = LetterFacts(
    language="en",
    greeting="Hello Ann,",
    answer_time="Tuesday, 3 March, 12:00",
    promised=("Monday, 2 March, 12:00", "Friday, 6 March, 12:00"),
    questions=("Is it ready?", "What does it cost?"),
    signature="Daria\nStudio",
)


@pytest.mark.parametrize(
    ("template", "facts", "letter"),
    [
        ("$greeting\n\nHere.\n", PLAIN, "Hello Ann,\n\nHere."),
        ("A\nBy $answer_time.\nB", PLAIN, "A\nB"),
        ("A\nBy $answer_time.\nB", FULL, "A\nBy Tuesday, 3 March, 12:00.\nB"),
        ("A\n\nBy $answer_time.\n\nB", PLAIN, "A\n\nB"),
        ("$answer_time and $promised", PLAIN, ""),
        ("$greeting $answer_time", PLAIN, "Hello Ann, "),
        ("By $promised.", FULL, "By Monday, 2 March, 12:00; Friday, 6 March, 12:00."),
        ("By $new_time.", PLAIN, "By [day and time …]."),
        ("By ${new_time}.", FULL, "By Tuesday, 3 March, 12:00."),
        ("You asked:\n$questions\nEnd", PLAIN, "End"),
        ("You asked:\n\n$questions\nEnd", PLAIN, "You asked:\n\nEnd"),
        ("It is $greeting:\n$questions\nEnd", PLAIN, "It is Hello Ann,:\nEnd"),
        (
            "You asked:\n$questions\nEnd",
            FULL,
            "You asked:\n1. Is it ready?\n[your answer …]\n\n2. What does it cost?\n[your answer …]\nEnd",
        ),
        ("$answer", PLAIN, "[your answer …]"),
        ("$answer", FULL, "1. Is it ready?\n[your answer …]\n\n2. What does it cost?\n[your answer …]"),
        ("A\n-- \n$signature", FULL, "A\n-- \nDaria\nStudio"),
        ("A\n-- \n$signature", PLAIN, "A"),
        ("A\n$closing\n$signature", FULL, "A\nBest regards,\nDaria\nStudio"),
        ("A\n\n$closing\n$signature", PLAIN, "A\n\nBest regards,"),
        ("It costs $5 or $unknown, $ $$ ${ $имя", FULL, "It costs $5 or $unknown, $ $ ${ $имя"),
        ("$unknown\n$answer_time", PLAIN, "$unknown"),
        ("A\r\n\r\nB\tC\x1b[31m\u202e\u00a0D", PLAIN, "A\n\nB C[31m D"),
    ],
)
def test_a_template_is_filled(template: str, facts: LetterFacts, letter: str) -> None:
    assert fill_letter(template, facts) == letter


@pytest.mark.parametrize(
    ("signature", "closing"),
    [
        ("Daria", True),
        ("Best Print\nDaria", True),
        ("Best regards,\nDaria", False),
        ("Mit freundlichen Grüßen\nDaria", False),
        ("С уважением,\nДарья", False),
        ("З повагою\nДар'я", False),
        ("\nПоздрави,\nДаря", False),
    ],
)
def test_a_signature_with_a_closing_of_its_own_gets_no_other(signature: str, closing: bool) -> None:
    facts = LetterFacts("de", "Guten Tag,", signature=signature)
    letter = fill_letter("$greeting\n\n$closing\n$signature", facts)
    assert letter.startswith("Guten Tag,\n\nViele Grüße\n") == closing
    assert letter.endswith(signature.strip("\n"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_blanks_are_found(language: str) -> None:
    letter = fill_letter("$answer By $new_time, [what is done …] [1] […] [a]", LetterFacts(language, "Hi,"))
    blanks = [letter[start:end] for start, end in find_blanks(letter)]
    assert len(blanks) == 3
    assert all(blank.startswith("[") and blank.endswith(" …]") for blank in blanks)
    assert blanks[2] == "[what is done …]"


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_a_mails_words_are_never_a_template(name: str) -> None:
    words = f"Is ${name} or ${{{name}}} or $$ right?"
    facts = LetterFacts("en", f"Hello ${name},", words, (words,), (words,), f"Daria ${name}")
    letter = fill_letter("$greeting\n$answer_time\n$promised\n$questions\n$signature", facts)
    assert letter == f"Hello ${name},\n{words}\n{words}\n1. {words}\n[your answer …]\nDaria ${name}"


WILD = st.text(max_size=40) | st.sampled_from(
    ["$signature", "${questions}", "$$", "a\nb:", "\x1b[31m", "\r\n\r\n", "\u2028"]
)


@given(WILD, WILD, st.lists(WILD, max_size=3).map(tuple), WILD, st.sampled_from(LANGUAGES))
def test_a_letter_is_printable_lines(
    template: str, greeting: str, questions: tuple[str, ...], signature: str, language: str
) -> None:
    facts = LetterFacts(language, greeting, questions=questions, signature=signature)
    letter = fill_letter(template + "\n$greeting\n$answer\n$signature", facts)
    assert all(char.isprintable() or char in "\n\u200c\u200d" for char in letter)
    assert "\n\n\n" not in letter
