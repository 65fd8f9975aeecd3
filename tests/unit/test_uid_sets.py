"""Sets of UIDs, written small and read with suspicion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.mail.uid_sets import UID_LIMIT, chunks, expand, plain

UIDS = st.lists(st.integers(1, UID_LIMIT) | st.integers(1, 40), max_size=200)


@pytest.mark.parametrize(
    ("uids", "sets"),
    [
        ([], []),
        ([5], [b"5"]),
        ([1, 2, 3, 7], [b"1:3,7"]),
        ([7, 3, 2, 1, 3], [b"1:3,7"]),
        (range(1, 8), [b"1:5", b"6:7"]),
        ([9, 8, 7, 6, 5, 1, 3], [b"5:9", b"1,3"]),
    ],
)
def test_runs_are_written_as_ranges(uids: list[int], sets: list[bytes]) -> None:
    assert [text for text, _ in chunks(uids, most=5)] == sets


@given(UIDS, st.integers(1, 50), st.integers(30, 200))
def test_every_uid_is_in_the_sets_and_no_set_is_too_long(uids: list[int], most: int, most_bytes: int) -> None:
    found = [*chunks(uids, most, most_bytes)]
    assert all(len(text) <= most_bytes and len(members) <= most for text, members in found)
    assert all(expand(text, most) == set(members) for text, members in found)
    assert {uid for _, members in found for uid in members} == set(uids)


@pytest.mark.parametrize(
    ("text", "uids"), [(b"4", {4}), (b"1:3,9", {1, 2, 3, 9}), (b"3:1", {1, 2, 3}), (b"5,5:6", {5, 6})]
)
def test_a_set_is_read(text: bytes, uids: set[int]) -> None:
    assert expand(text, 10) == uids


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"*",
        b"1:*",
        b"0",
        b"1,,2",
        b"1:2:3",
        b"-1",
        b"1:4294967295",
        b"4294967296",
        b"9" * 5000,
        b"1:6,1:6",
        b" 1",
        b"1_0",
    ],
)
def test_what_is_no_set_or_too_much_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="UIDs"):
        expand(text, 10)


def test_a_plain_search_is_read() -> None:
    assert plain(b" 3 1 2 ", 3) == {1, 2, 3}
    assert plain(b"", 3) == frozenset()


@pytest.mark.parametrize("text", [b"1 2 3 4", b"x", b"1 -2", b"0", b"4294967296", b"9" * 5000, b"1_0"])
def test_what_is_no_list_of_uids_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="UID"):
        plain(text, 3)
