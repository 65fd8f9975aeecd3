"""The measuring of kinds counts as it says: by label and set; nothing of it needs the corpora."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench.corpora.automatic import figures

MAILS = {
    "person": "From: ann@client.example\nSubject: Logo\n\nIs it ready?\n",
    "form": "From: ann@client.example\nSubject: Automatic reply: Logo\n\nAway.\n",
    "news": "From: hello@shop.example\nSubject: Spring\n\nIt is here. Click here to unsubscribe.\n",
    "notice": "From: noreply@shop.example\nSubject: Order\n\nYour order is on its way.\n",
}


def _write(folder: Path, labels: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    rows = [{"file": name, "label": label} for name, label in labels.items()]
    (folder / "labels.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    for name in labels:
        (folder / name).write_text(MAILS[name], encoding="utf-8")


def test_figures_count_what_they_say(tmp_path: Path) -> None:
    _write(tmp_path / "automatic" / "one", {"person": "person", "form": "person", "news": "bulk"})
    _write(tmp_path / "automatic" / "sa_hard_ham", {"news": "bulk", "notice": "bulk", "form": "auto_reply"})
    told = {(figure.what, figure.of): figure for figure in figures(tmp_path)}

    people = told["people taken for automatic", "all sets"]
    assert (people.count, people.total, people.met) == (1, 2, False)
    assert told["auto-replies", "all sets"].met
    bulk = told["newsletters as bulk", "all sets"]
    assert (bulk.count, bulk.total, bulk.wanted) == (1, 2, 0.9)
    assert told["newsletters as notification", "sa_hard_ham"].count == 1
    assert told["newsletters and feeds", "one"].total == 1
    assert told["newsletters and feeds", "all sets"].count == 3
