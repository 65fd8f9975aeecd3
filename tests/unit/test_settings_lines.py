"""Lines of values, however the text is laid out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.errors import Path
from config.lines import line_at, lines_of

HOSTILE = '''\
# [comment]
me = { full_name = "a # b = [c]", "signature" = """two
lines " and ""more"""", 'language' = "en" }
"quoted \\u006bey" = 1   # = "not this"
dotted . 'two words' . three = [ # [
  "a,]", # ]
  [1, 2,
   3], { x = 1, y = [
     4 ] },
]
literal = \'\'\'
[[account]]
\'\'quoted\'\'\'\'\'
when = 1979-05-27 07:32:00
empty = []
none = {}
escaped = "a\\"] = \\\\"
multi = """
\\""" [table] \\\\"""

[[account]]
name = "one"
  [ account . imap ] # ]
  host = "h"
[[account]]
name = "two"
[account.imap]
host = "h"
[[account.folder]]
a = 1
[[account.folder]]
a = 2
[account.folder.deep]
b = 3
[rule]
inf = inf
'''

EXPECTED = [
    (("me",), 2),
    (("me", "full_name"), 2),
    (("me", "signature"), 2),
    (("me", "language"), 3),
    (("quoted key",), 4),
    (("dotted",), 5),
    (("dotted", "two words", "three"), 5),
    (("dotted", "two words", "three", 0), 6),
    (("dotted", "two words", "three", 1), 7),
    (("dotted", "two words", "three", 1, 2), 8),
    (("dotted", "two words", "three", 2, "x"), 8),
    (("dotted", "two words", "three", 2, "y", 0), 9),
    (("literal",), 11),
    (("when",), 14),
    (("none",), 16),
    (("escaped",), 17),
    (("multi",), 18),
    (("account",), 21),
    (("account", 0, "name"), 22),
    (("account", 0, "imap"), 23),
    (("account", 0, "imap", "host"), 24),
    (("account", 1), 25),
    (("account", 1, "name"), 26),
    (("account", 1, "imap", "host"), 28),
    (("account", 1, "folder", 0, "a"), 30),
    (("account", 1, "folder", 1, "a"), 32),
    (("account", 1, "folder", 1, "deep", "b"), 34),
    (("rule",), 35),
    (("rule", "inf"), 36),
]


def paths_in(value: object, at: Path = ()) -> Iterator[Path]:
    """The path of every table, key and list item of a parsed text."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*at, key)
        yield from paths_in(inner, (*at, key))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("at", "line"), EXPECTED)
def test_the_line_of_a_value(at: Path, line: int, newline: str) -> None:
    assert lines_of(HOSTILE.replace("\n", newline))[at] == line


def test_every_value_has_a_line() -> None:
    assert set(lines_of(HOSTILE)) == set(paths_in(tomllib.loads(HOSTILE)))


_SOUP = st.lists(
    st.sampled_from(
        ['"""', "'''", '"', "'", "[", "]", "[[", "]]", "{", "}", "=", ",", "#", "\n", " ", "a", "b.c", "1", "\\", "é"]
    )
)


@given(_SOUP.map("".join))
def test_any_text_is_read_to_an_end(text: str) -> None:
    lines = lines_of(text)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


_VALUES = st.recursive(
    st.sampled_from(["1", '"a # ] }"', "'''x\n'''", '"""\n"" """', "true", "1979-05-27T07:32:00Z", "-1.5e3", "'\"'"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[\n" + ", # ]\n".join(items) + "\n]"),
        st.lists(inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"k{n}.x = {v}" for n, v in enumerate(items)) + "}"
        ),
    ),
    max_leaves=8,
)


@given(st.lists(st.tuples(st.sampled_from(["", "[t{n}]\n", "[[list]]\n", "[t{n}.'a b']\n"]), _VALUES), max_size=6))
def test_every_value_of_any_valid_text_has_a_line(parts: list[tuple[str, str]]) -> None:
    text = "".join(header.format(n=n) + f"key{n} = {value}\n" for n, (header, value) in enumerate(parts))
    assert set(lines_of(text)) == set(paths_in(tomllib.loads(text)))


def test_a_value_without_a_line_of_its_own_has_that_of_the_table_around_it() -> None:
    lines = lines_of("[rule]\nwindow = 1\n")
    assert line_at(lines, ("rule", "due_soon")) == 1
    assert line_at(lines, ("account",)) is None


def test_deep_nesting_ends_quietly() -> None:
    assert lines_of("a = 1\nb = " + "[" * 100_000)[("a",)] == 1
