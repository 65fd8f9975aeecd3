"""Rows at random: any clean text, any clocks, times on whole hours."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.support.stories import hours
from triage.mail.clean import clean_line
from triage.model.act import OutKind, Tone, Work
from triage.model.clock import Clock, ClockKind, Lane, Reason
from triage.model.message import Address
from triage.model.outgoing import Outgoing, OutState
from triage.model.row import OpenPromise, Row

clean_texts = st.text(max_size=30).map(clean_line)
"""Any text as it is once it has been cleaned: every script, emoji, nothing that steers a terminal."""

words = st.text("abcdefghijklmnopqrstuvwxyz0123456789.@-", min_size=1, max_size=12)
"""Ids and addresses."""

moments = st.integers(-50, 150).map(hours)
"""Whole hours, so that equal times are common."""

clocks = st.builds(Clock, st.sampled_from(ClockKind), words, moments, moments, moments)
addresses = st.builds(Address, clean_texts, words)


def _tuples(of: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=most).map(tuple)


random_rows = st.builds(
    Row,
    id=words,
    accounts=st.lists(st.sampled_from(["work", "shop"]), min_size=1, max_size=2, unique=True).map(tuple),
    client=addresses,
    subject=clean_texts,
    resting=st.sampled_from([Lane.THEIRS, Lane.REST]),
    reason=st.none() | st.sampled_from(Reason),
    clocks=_tuples(clocks, 4),
    asked=st.none() | moments,
    last=moments,
    snoozed=st.none() | moments,
    count=st.integers(1, 99),
    unread=st.booleans(),
    text=clean_texts,
    marks=_tuples(st.sampled_from(["bounced", "delayed"]), 2),
    messages=_tuples(words),
    tone=st.none() | st.sampled_from(Tone),
    outgoing=st.none()
    | st.builds(Outgoing, st.sampled_from(OutKind), st.sampled_from(OutState), st.none() | moments, moments),
    promises=_tuples(st.builds(OpenPromise, words, moments, moments)),
    work=st.sampled_from(Work),
    follow_up=st.none() | moments,
)

inboxes = st.lists(random_rows, max_size=8, unique_by=lambda one: one.id)
"""Rows of different threads."""
