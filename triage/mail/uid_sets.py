"""Sets of UIDs as IMAP writes them ("1:3,7", RFC 9051 sequence-set), made and read with bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

UID_LIMIT = 2**32 - 1

_RANGES = re.compile(rb"\d{1,10}(?::\d{1,10})?(?:,\d{1,10}(?::\d{1,10})?)*")


def chunks(uids: Sequence[int], most: int, most_bytes: int = 8000) -> Iterator[tuple[bytes, tuple[int, ...]]]:
    """Split UIDs, in their order, into sets for one command each: at most `most` UIDs and `most_bytes` of text."""
    for start in range(0, len(uids), most):
        members: list[int] = []
        text = b""
        for first, last in _runs(sorted(set(uids[start : start + most]))):
            run = b"%d" % first if first == last else b"%d:%d" % (first, last)
            if text and len(text) + 1 + len(run) > most_bytes:
                yield text, tuple(members)
                members, text = [], b""
            text = text + b"," + run if text else run
            members.extend(range(first, last + 1))
        if members:
            yield text, tuple(members)


def expand(text: bytes, most: int) -> frozenset[int]:
    """The UIDs of a set. Raises ValueError when it is no set, or holds more than `most` or impossible UIDs."""
    if not _RANGES.fullmatch(text):
        raise ValueError("not a set of UIDs")
    ranges = []
    total = 0
    for part in text.split(b","):
        first, _, last = part.partition(b":")
        low, high = sorted((int(first), int(last or first)))
        total += high - low + 1
        if low < 1 or high > UID_LIMIT or total > most:
            raise ValueError("a set of UIDs beyond all bounds")
        ranges.append(range(low, high + 1))
    return frozenset().union(*ranges)


def plain(text: bytes, most: int) -> frozenset[int]:
    """The UIDs of a plain SEARCH answer, numbers between spaces. Raises ValueError as `expand` does."""
    numbers = text.split()
    if len(numbers) > most or not all(len(number) <= 10 and number.isdigit() for number in numbers):
        raise ValueError("not a list of UIDs")
    uids = frozenset(map(int, numbers))
    if uids and (min(uids) < 1 or max(uids) > UID_LIMIT):
        raise ValueError("an impossible UID")
    return uids


def _runs(uids: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each unbroken run of ascending numbers."""
    start = 0
    for index in range(1, len(uids) + 1):
        if index == len(uids) or uids[index] != uids[index - 1] + 1:
            yield uids[start], uids[index - 1]
            start = index
