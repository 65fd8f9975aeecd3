"""What is asked, cut out, thanked for, and in which language: how often the rules are right on texts with known truth."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpora.figure import Figure
from triage.rules.languages import language_of
from triage.rules.requests import find_requests

ASKING = {"parakweet_train": None, "parakweet_test": 0.75}
QUESTIONS = {"ud_ewt": "en", "ud_taiga": "ru", "ud_gsd": "de"}
WANTED_CUT = 0.92
LANGUAGES = {
    "questions/ud_ewt/paragraphs.jsonl": "en",
    "questions/banking77/queries.jsonl": "en",
    "questions/ud_gsd/paragraphs.jsonl": "de",
    "questions/ud_taiga/paragraphs.jsonl": "ru",
    "tone/xed_en/texts.jsonl": "en",
    "tone/xed_de/texts.jsonl": "de",
    "tone/xed_ru/texts.jsonl": "ru",
    "tone/xed_bg/texts.jsonl": "bg",
}
_CLOSERS = "\"'»”“’)]*_ "


@dataclass(slots=True)
class _Score:
    """Found and true, found and not true, true and not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, found: Counter[str], true: Counter[str]) -> None:
        both = (found & true).total()
        self.right += both
        self.wrong += found.total() - both
        self.missed += true.total() - both

    def figures(self, what: str, of: str, wanted: float | None) -> Iterator[Figure]:
        """F1 with what is wanted of it, then precision and recall."""
        found, true = self.right + self.wrong, self.right + self.missed
        f1 = 2 * self.right / max(found + true, 1)
        yield Figure(f"{what}, F1", of, self.right, found + true - self.right, wanted, score=f1)
        yield Figure(f"{what}, precision", of, self.right, found)
        yield Figure(f"{what}, recall", of, self.right, true)


def figures(corpora: Path) -> Iterator[Figure]:
    """Sentences that ask, question sentences cut out exactly, customers' queries, languages."""
    for name, wanted in ASKING.items():
        yield from _asking(_rows(corpora / "questions" / name / "sentences.jsonl"), name, wanted)
    yield from _cut_out(corpora / "questions")
    queries = [row["text"] for row in _rows(corpora / "questions" / "banking77" / "queries.jsonl")]
    asking = sum(bool(find_requests(text)) for text in queries)
    yield Figure("customers' queries in which something is asked", "banking77", asking, len(queries))
    yield from _languages(corpora)


def _rows(path: Path) -> list[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _asking(rows: list[dict[str, object]], name: str, wanted: float | None) -> Iterator[Figure]:
    score = _Score()
    for row in rows:
        found = Counter(asks=bool(find_requests(str(row["text"]))))
        score.add(+found, +Counter(asks=bool(row["asks"])))
    yield from score.figures("sentences that ask something", name, wanted)


def _cut_out(questions: Path) -> Iterator[Figure]:
    pooled = _Score()
    for name in QUESTIONS:
        score = _Score()
        for row in _rows(questions / name / "paragraphs.jsonl"):
            found = [one.text for one in find_requests(str(row["text"])) if one.kind == "question"]
            true = row["questions"]
            assert isinstance(true, list)
            for each in (score, pooled):
                each.add(
                    Counter(text for text in found if text.rstrip(_CLOSERS).endswith("?")),
                    Counter(" ".join(text.split()) for text in true),
                )
        yield from score.figures("question sentences cut out exactly", name, WANTED_CUT)
    yield from pooled.figures("question sentences cut out exactly", "all", WANTED_CUT)


def _languages(corpora: Path) -> Iterator[Figure]:
    pooled: dict[str, Counter[str]] = {language: Counter() for language in sorted({*LANGUAGES.values()})}
    for path, language in LANGUAGES.items():
        told = Counter(_told(str(row["text"]), language) for row in _rows(corpora / path))
        pooled[language] += told
        yield from _told_figures(told, path.split("/")[1])
    for language, told in pooled.items():
        yield from _told_figures(told, f"all in {language}")


def _told(text: str, language: str) -> str:
    found = language_of(text)
    return "unsure" if found is None else "right" if found == language else "wrong"


def _told_figures(told: Counter[str], of: str) -> Iterator[Figure]:
    for how in ("right", "unsure", "wrong"):
        yield Figure(f"language {how}", of, told[how], told.total())
