"""All figures of reading in one call: what is printed, what counts as missed, and what lacks; nothing needs the corpora."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.corpora import __main__ as corpora
from tests.bench.corpora import new_text, speed
from tests.bench.corpora.__main__ import TOPICS, main
from tests.bench.corpora.figure import Figure, Measured, Time
from tests.bench.corpora.hostile import hostile_mails
from tests.support.mails import mail, part


def good(folder: Path) -> Iterator[Measured]:
    yield Figure("right", folder.name, 9, 10, wanted=0.9)
    yield Time("quick", "all", 0.0002, 0.0003)


def bad(folder: Path) -> Iterator[Measured]:
    yield Figure("hurt", "all", 1, 10, wanted=0, at_most=True)
    yield Time("slow", "all", 0.5, 0.0003)
    yield Figure("counted", "all", 0, 10)


def lacking(folder: Path) -> Iterator[Measured]:
    yield Figure("there", "all", 1, 1)
    (folder / "gone.jsonl").open()


@pytest.fixture(autouse=True)
def topics(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpora, "TOPICS", {"good": good, "bad": bad, "lacking": lacking})


def test_what_is_missed_stands_again_at_the_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    hurt = "  hurt, all: 1 of 10 (10.0%), wanted at most 0: MISSED"
    slow = "  slow, all: 500.000 ms, wanted at most 0.3 ms: MISSED"
    assert capsys.readouterr().out.splitlines() == [
        *("", "good", f"  right, {tmp_path.name}: 9 of 10 (90.0%), wanted at least 0.9: met"),
        "  quick, all: 0.200 ms, wanted at most 0.3 ms: met",
        *("", "bad", hurt, slow, "  counted, all: 0 of 10 (0.0%)"),
        *("", "lacking", "  there, all: 1 of 1 (100.0%)"),
        f"  the rest was not measured: there is no {tmp_path / 'gone.jsonl'}",
        *("", "missed: 2", hurt, slow),
    ]


def test_topics_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "good"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "missed: 0"
    with pytest.raises(SystemExit):
        main([str(tmp_path), "better"])
    assert "there is no topic better; there are: good, bad, lacking" in capsys.readouterr().err


@pytest.mark.parametrize("topic", [name for name in TOPICS if name != "parsing"])
def test_without_its_folder_a_topic_breaks_nothing(topic: str, tmp_path: Path) -> None:
    (told,) = corpora.measured(TOPICS[topic], tmp_path)
    assert str(told).startswith("the rest was not measured: there is no ")


def test_the_speed_of_people_s_mails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ham = tmp_path / "automatic" / "sa_easy_ham"
    ham.mkdir(parents=True)
    (ham / "1").write_bytes(mail(part("Is it ready?")))
    cases = [{"file": "1", "label": "person"}, {"file": "2", "label": "bulk"}]
    (ham / "labels.jsonl").write_text("\n".join(map(json.dumps, cases)))
    monkeypatch.setattr(new_text, "text_cases", lambda _, name: [({}, f"Hello from {name}")])
    monkeypatch.setattr(new_text, "quagga_cases", lambda *_: [{"text": "Bye"}])
    monkeypatch.setattr(speed, "hostile_mails", lambda: iter([("nothing", b"")]))
    told = list(speed.figures(tmp_path))
    assert all(time.seconds > 0 for time in told)
    assert [time.of for time in told if time.what == "parsing, mean"] == [
        *("sa_easy_ham", "reply texts", *new_text.QUAGGA),
    ]
    assert [(time.of, time.wanted) for time in told if time.wanted] == [
        ("all people's mails", 0.0003),
        ("nothing", 1.0),
    ]


def test_hostile_mails_are_all_different_and_of_one_megabyte() -> None:
    names = set()
    for name, source in hostile_mails():
        names.add(name)
        assert 900_000 < len(source) < 1_100_000, name
    assert len(names) > 300
