"""Figures of reports of mail servers: which are recognised, what is found in them, and who is taken for one wrongly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.bench.corpora.automatic import labelled
from tests.bench.corpora.figure import Figure
from triage.mail.whole import read_mail, split_mbox
from triage.model.message import Kind, Message, Report
from triage.rules.kinds import kind_of
from triage.rules.people import AddressBook, People
from triage.rules.understanding import understand

_NOBODY = People(AddressBook.of([]), AddressBook.of([]), lambda domain: False)
_REPORTS = (Kind.BOUNCE, Kind.DELAY, Kind.FEEDBACK)
_NO_BOUNCES = frozenset({"delivered", "feedback", "vacation"})  # reasons of a set that calls all of its mail bounces
_SERVER = re.compile(rb"mailer-daemon|postmaster|deliver|undeliver|returned|failure|error|valid user", re.IGNORECASE)
"""Without any such word a mail is spam that a set has among its bounces."""

_LATE = re.compile(rb"^Subject:[^\n]*\b(?:delay|delayed|warning)\b|^Action: *delayed", re.IGNORECASE | re.MULTILINE)
_GAVE_UP = re.compile(rb"^Action: *failed", re.IGNORECASE | re.MULTILINE)
_WANTED = 0.99
_BY_LABEL = "bounces recognised, by the sets' words alone"
_OTHERS = {"person": "people's mail", "bulk": "bulk mail"}
_SAME_REASON = {
    "userunknown": "no such mailbox",
    "filtered": "no such mailbox",
    "mailboxfull": "mailbox full",
    "suspend": "mailbox disabled",
    "mesgtoobig": "mail too large",
    "exceedlimit": "mail too large",
    "hostunknown": "host not found",
    "norelaying": "relaying denied",
    "expired": "expired",
    "spamdetected": "blocked as spam",
    "virusdetected": "a virus was found in it",
    "authfailure": "the sender is not accepted",
    "requireptr": "my mail server is blocked there",
    "policyviolation": "against a rule there",
    "toomanyconn": "too many at once",
    "hasmoved": "the recipient has moved",
}


def figures(corpora: Path) -> Iterator[Figure]:
    """Each figure by set, then over all of its sets.

    A mail that a set calls a bounce is wanted as a delay where it says itself that it is one, and the other way round;
    what a set itself knows to be no failure is left out.
    """
    counts: dict[str, Counter[str]] = {}
    totals: dict[str, Counter[str]] = {}
    for folder, case in labelled(corpora / "automatic"):
        for what, right in _answers(folder, case):
            counts.setdefault(what, Counter())[folder.name] += right
            totals.setdefault(what, Counter())[folder.name] += 1
    wanted = {"bounces recognised": _WANTED, _BY_LABEL: _WANTED}
    for what, total in totals.items():
        for of in total:
            yield Figure(what, of, counts[what][of], total[of])
        wrongly = what.endswith("taken for a report")
        aim = 0 if wrongly else wanted.get(what)
        yield Figure(what, "all mail", counts[what].total(), total.total(), aim, at_most=wrongly)


def _answers(folder: Path, case: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """What is asked of a case, and whether the answer is the wanted one."""
    source = next(split_mbox((folder / case["file"]).read_bytes()))
    message = read_mail(source)
    message = replace(message, words=understand(message.words)) if message.words else message
    found, label = kind_of(message, _NOBODY, ()), case["label"]
    if label == "bounce":
        yield _BY_LABEL, found is Kind.BOUNCE
        yield f"{_BY_LABEL}, as failed or late", found in (Kind.BOUNCE, Kind.DELAY)
    if label in _OTHERS:
        yield f"{_OTHERS[label]} taken for a report", found in _REPORTS
    elif label == "feedback":
        yield "feedback recognised", found is Kind.FEEDBACK
    elif label in ("bounce", "delay") and not _is_none(case) and _SERVER.search(source):
        late = bool(_LATE.search(source)) and not _GAVE_UP.search(source)
        yield (("delays" if late else "bounces") + " recognised", found is (Kind.DELAY if late else Kind.BOUNCE))
        yield from _found_in_it(message, case)


def _found_in_it(message: Message, case: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    report = message.words.report if message.words else None
    report = report or Report((), None, "")
    yield "a failed address found", bool(report.recipients)
    yield "a reason given", bool(report.reason)
    yield "the failed mail's Message-ID found", report.message_id is not None
    if addresses := frozenset(map(str.lower, case.get("addresses") or ())):
        yield "these failed addresses and no others", frozenset(report.recipients) == addresses
        yield "at least these failed addresses", addresses <= frozenset(report.recipients)
    for expected in (case.get("expected") or [])[:1]:
        if plain := _SAME_REASON.get(expected["reason"]):
            yield "the reason in plain words", report.reason.startswith(plain)


def _is_none(case: dict[str, Any]) -> bool:
    reasons = {expected["reason"] for expected in case.get("expected") or ()}
    return bool(reasons) and reasons <= _NO_BOUNCES
