"""The measuring of what is asked counts as it says: right, wrong, missed; nothing of it needs the corpora."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench.corpora.requests import ASKING, LANGUAGES, QUESTIONS, figures

SENTENCES: list[dict[str, object]] = [
    {"text": "Please send it.", "asks": True},
    {"text": "Is it ready?", "asks": False},
    {"text": "Here it is.", "asks": True},
]
PARAGRAPHS: list[dict[str, object]] = [
    {"text": "Fine. When is it ready? Ok?", "questions": ["When is it ready?"]},
    {"text": "No question.", "questions": ["No question?"]},
]


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")


def test_figures_count_what_they_say(tmp_path: Path) -> None:
    for path in LANGUAGES:
        _write(tmp_path / path, [{"text": "Thank you, this is what we need."}, {"text": "?"}])
    _write(tmp_path / "questions" / "banking77" / "queries.jsonl", [{"text": "Is it ready?"}, {"text": "It is."}])
    for name in ASKING:
        _write(tmp_path / "questions" / name / "sentences.jsonl", SENTENCES)
    for name in QUESTIONS:
        _write(tmp_path / "questions" / name / "paragraphs.jsonl", PARAGRAPHS)
    told = {(figure.what, figure.of): figure for figure in figures(tmp_path)}

    asking = told["sentences that ask something, F1", "parakweet_test"]
    assert (asking.score, asking.wanted, asking.met) == (0.5, 0.75, False)
    precision = told["sentences that ask something, precision", "parakweet_test"]
    recall = told["sentences that ask something, recall", "parakweet_test"]
    assert [(one.count, one.total) for one in (precision, recall)] == [(1, 2), (1, 2)]
    assert told["question sentences cut out exactly, F1", "ud_gsd"].score == 0.5
    assert told["question sentences cut out exactly, F1", "all"].count == 3
    queries = told["customers' queries in which something is asked", "banking77"]
    assert (queries.count, queries.total) == (1, 2)
    languages = [
        [told[f"language {how}", of].count for how in ("right", "unsure", "wrong")] for of in ("xed_en", "xed_de")
    ]
    assert languages == [[1, 1, 0], [0, 1, 1]]
