"""Figures of telling people's mail from machines': who is taken for one, and each kind of machine but mail servers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.corpora.figure import Figure
from triage.mail.whole import read_mail, split_mbox
from triage.model.message import Kind
from triage.rules.kinds import kind_of
from triage.rules.people import AddressBook, People
from triage.rules.understanding import understand


class _Aim(NamedTuple):
    """A figure: of mails with one of these labels, those judged to be of one of these kinds."""

    what: str
    labels: frozenset[str]
    kinds: frozenset[Kind]
    wanted: float | None
    sets: frozenset[str] = frozenset()
    at_most: bool = False


_MACHINE = frozenset(Kind) - {Kind.PERSON}
_SENT_TO_MANY = frozenset({Kind.BULK, Kind.NOTIFICATION})
_NEWSLETTERS = frozenset({"sa_hard_ham"})
_AIMS = (
    _Aim("people taken for automatic", frozenset({"person", "not_ooo"}), _MACHINE, 0, at_most=True),
    _Aim("auto-replies", frozenset({"auto_reply"}), frozenset({Kind.AUTO_REPLY}), 0.9),
    _Aim("challenges", frozenset({"challenge"}), frozenset({Kind.CHALLENGE}), None),
    _Aim("newsletters as bulk", frozenset({"bulk"}), frozenset({Kind.BULK}), 0.9, _NEWSLETTERS),
    _Aim("newsletters as notification", frozenset({"bulk"}), frozenset({Kind.NOTIFICATION}), None, _NEWSLETTERS),
    _Aim("newsletters and feeds", frozenset({"bulk", "auto_feed"}), _SENT_TO_MANY, None),
    _Aim("generated mail", frozenset({"auto_generated"}), _MACHINE, None),
    _Aim("mail that wants no answer", frozenset({"no_answer_wanted"}), _MACHINE, None),
)
_NOBODY = People(AddressBook.of(()), AddressBook.of(()), lambda domain: False)


def figures(corpora: Path) -> Iterator[Figure]:
    """Each figure by set, then over all of its sets."""
    judged = _judge_all(corpora / "automatic")
    for aim in _AIMS:
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for (of, label, kind), count in judged.items():
            if label in aim.labels and (not aim.sets or of in aim.sets):
                total[of] += count
                right[of] += count * (kind in aim.kinds)
        for of in total:
            yield Figure(aim.what, of, right[of], total[of])
        yield Figure(aim.what, "all sets", right.total(), total.total(), aim.wanted, aim.at_most)


def _judge_all(automatic: Path) -> Counter[tuple[str, str, Kind]]:
    """How many mails of each set and label were judged to be of each kind."""
    judged: Counter[tuple[str, str, Kind]] = Counter()
    for folder, case in labelled(automatic):
        source = next(split_mbox((folder / case["file"]).read_bytes()))
        judged[folder.name, case["label"], judge_source(source)] += 1
    return judged


def labelled(automatic: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each case of the sets with its set's folder. Raises FileNotFoundError where there are no sets."""
    for labels in sorted(folder / "labels.jsonl" for folder in automatic.iterdir() if folder.is_dir()):
        for line in labels.read_text("utf-8").splitlines():
            yield labels.parent, json.loads(line)


def judge_source(source: bytes) -> Kind:
    """The kind of a whole mail, by somebody who has no addresses and has written nothing."""
    message = read_mail(source)
    words = message.words and understand(message.words)
    return kind_of(replace(message, words=words), _NOBODY, ())
