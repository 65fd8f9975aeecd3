"""The table of keys has no clashes, on no layout."""

from __future__ import annotations

import string
from collections import Counter

import pytest

from config.keymap import KEYMAP, Place, key_of, keys_at, keys_on
from config.layouts import LAYOUTS, characters_of


@pytest.mark.parametrize("layout", ["", *LAYOUTS])
@pytest.mark.parametrize("place", Place)
def test_a_key_means_one_thing_in_one_place(layout: str, place: Place) -> None:
    pressed = Counter(name for key in keys_at(place) for name in keys_on(layout, key))
    assert [name for name, times in pressed.items() if times > 1] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_latin_letter_has_one_key_of_its_own(layout: str) -> None:
    characters = characters_of(layout)
    assert set(string.ascii_letters) <= set(characters)
    assert len(set(characters.values())) == len(characters)
    assert not set(characters.values()) & set(string.ascii_letters)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_both_cases_are_the_same_key(layout: str) -> None:
    characters = characters_of(layout)
    odd = {("bg", "q"), ("bg", "a"), ("bg-phonetic", "x")}
    for latin in string.ascii_lowercase:
        if (layout, latin) not in odd:
            assert characters[latin.upper()] == characters[latin].upper()


@pytest.mark.parametrize(
    ("layout", "act", "sent"),
    [
        ("ru", "search", "."),
        ("ru", "keys", ","),
        ("ru", "move_down", "о"),
        ("ru", "read_mail", "К"),
        ("uk", "move_last", "П"),
        ("bg", "quit", ","),
        ("bg", "move_down", "т"),
        ("bg", "search", "б"),
        ("bg-phonetic", "move_down", "й"),
        ("bg-phonetic", "attachments", "ж"),
        ("bg-phonetic", "quit", "я"),
    ],
)
def test_the_same_key_on_a_cyrillic_layout(layout: str, act: str, sent: str) -> None:
    assert sent in keys_on(layout, key_of(act))


def test_a_latin_keyboard_needs_no_map() -> None:
    assert characters_of("") == {}
    assert keys_on("", key_of("search")) == ("/", "f3", "ctrl+f")


def test_ids_are_names_and_unique() -> None:
    assert len({key.id for key in KEYMAP}) == len(KEYMAP)
    assert all(key.id.isidentifier() and key.label and key.help for key in KEYMAP)


def test_keys_are_shown_as_people_read_them() -> None:
    assert key_of("move_down").shown == "j ↓"
    assert key_of("other_pane").shown == "Tab"
    assert key_of("open").first == "Enter"
