"""How fast a mail is understood: kind, new text and requests together, for people's mails and for hostile ones.

People's mails are those of `automatic/sa_easy_ham` that persons wrote, the text sets of `reply` (each text as a mail) and
both Quagga sets; the time of a mail is the least of several rounds, parsing is told apart. The time of
hostile mails of 1 MB is that of the worst, parsing included.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean, median
from time import perf_counter
from typing import TypeVar

from tests.bench.corpora import new_text
from tests.bench.corpora.figure import Time
from tests.bench.corpora.hostile import as_mail, hostile_mails
from tests.support.stories import PEOPLE
from triage.mail.whole import read_mail, split_mbox
from triage.model.message import Message, Words
from triage.rules.kinds import judge
from triage.rules.requests import find_requests
from triage.rules.understanding import understand

T = TypeVar("T")

_WANTED, _WANTED_HOSTILE = 0.0003, 1.0
_ROUNDS = 3


def figures(corpora: Path) -> Iterator[Time]:
    """Each set's time of a mail on average and in the middle, then over all mails, and the worst of hostile ones."""
    pooled: list[float] = []
    for of, sources in people_mails(corpora).items():
        parsed = [_timed(read_mail, source) for source in sources]
        times = understanding_times([read_mail(source) for source in sources])
        yield from _of_set(of, times)
        yield Time("parsing, mean", of, mean(parsed))
        pooled += times
    mean_of_all, median_of_all = _of_set("all people's mails", pooled)
    yield replace(mean_of_all, wanted=_WANTED)
    yield median_of_all
    seconds, name = max((_timed(lambda mail: take_in(read_mail(mail)), mail), name) for name, mail in hostile_mails())
    yield Time("hostile mail of 1 MB, worst", name[:80], seconds, _WANTED_HOSTILE)


def people_mails(corpora: Path) -> Mapping[str, Sequence[bytes]]:
    """Mails that people wrote, by set."""
    ham = corpora / "automatic" / "sa_easy_ham"
    with (ham / "labels.jsonl").open(encoding="utf-8") as lines:
        files = [case["file"] for case in map(json.loads, lines) if case["label"] == "person"]
    texts = [text for name in new_text.TEXT_SETS for _, text in new_text.text_cases(corpora, name)]
    mails = {
        "sa_easy_ham": [next(split_mbox((ham / file).read_bytes())) for file in files],
        "reply texts": [as_mail(text, "plain") for text in texts],
    }
    for name in new_text.QUAGGA:
        mails[name] = [as_mail(case["text"], "plain") for case in new_text.quagga_cases(corpora, name)]
    return mails


def understanding_times(messages: Sequence[Message]) -> list[float]:
    """The least time that each of the messages takes in several rounds."""
    rounds = [[_timed(take_in, message) for message in messages] for _ in range(_ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def take_in(message: Message) -> None:
    """All that is worked out of a mail once it is parsed."""
    words = understand(message.words or Words("", ""))
    judge(replace(message, words=words), PEOPLE, ())
    find_requests(words.new_text)


def _of_set(of: str, times: Sequence[float]) -> tuple[Time, Time]:
    what = "kind, new text and requests"
    return Time(f"{what}, mean", of, mean(times)), Time(f"{what}, median", of, median(times))


def _timed(work: Callable[[T], object], of: T) -> float:
    started = perf_counter()
    work(of)
    return perf_counter() - started
