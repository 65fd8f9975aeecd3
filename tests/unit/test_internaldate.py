"""INTERNALDATE: every zone becomes UTC, and an absurd one costs nobody else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.mail.imap import arrived
from triage.mail.imap_connection import read_state
from triage.mail.mailbox import FolderState

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        (b"02-Mar-2026 12:00:00 +0000", datetime(2026, 3, 2, 12, tzinfo=UTC)),
        (b" 2-Mar-2026 12:00:00 +0200", datetime(2026, 3, 2, 10, tzinfo=UTC)),
        (b"01-jan-2026 00:30:00 +0530", datetime(2025, 12, 31, 19, tzinfo=UTC)),
        (b"31-Dec-2025 23:59:60 -0800", datetime(2026, 1, 1, 8, tzinfo=UTC)),
        (b"29-Feb-2024 00:00:00 -0000", datetime(2024, 2, 29, tzinfo=UTC)),
    ],
)
def test_a_time_in_utc(text: bytes, time: datetime) -> None:
    assert arrived(text) == time
    assert arrived(text).tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"now",
        b"30-Feb-2026 12:00:00 +0000",
        b"02-Mrz-2026 12:00:00 +0000",
        b"02-Mar-0000 12:00:00 +0000",
        b"31-Dec-9999 23:59:59 -0800",
        b"01-Jan-0001 00:00:00 +0800",
        b"02-Mar-2026 25:00:00 +0000",
        b"02-Mar-2026 12:61:00 +0000",
        b"02-Mar-2026 12:00 +0000",
        b"02-Mar-2026 12:00:00",
        b"02-Mar-2026 12:00:00 CEST",
        b"02-Mar-99999999 12:00:00 +0000",
    ],
)
def test_an_absurd_time_is_1970(text: bytes) -> None:
    assert arrived(text) == EPOCH


@given(st.binary(max_size=40))
def test_no_bytes_fail(text: bytes) -> None:
    assert arrived(text).tzinfo is UTC


TOLD = [b"* FLAGS (\\Seen)", b"* 12 EXISTS", b"* OK [UIDVALIDITY 7] UIDs", b"* ok [uidnext 99] next"]


@pytest.mark.parametrize(
    ("more", "modseq"),
    [([b"* OK [HIGHESTMODSEQ 1234567890123] Highest"], 1234567890123), ([b"* OK [NOMODSEQ] none"], None), ([], None)],
)
def test_what_examine_tells(more: list[bytes], modseq: int | None) -> None:
    assert read_state(TOLD + more) == FolderState(7, 99, 12, modseq)


def test_examine_must_tell_the_uidvalidity() -> None:
    with pytest.raises(KeyError):
        read_state(TOLD[:2])
