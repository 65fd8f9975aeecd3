"""The benches run, at a size where their figures mean nothing."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.bench import keys, programs, speed
from tests.bench.figures import compare, percentile, spread
from tests.bench.install import HERE
from tests.bench.recompute import recompute
from tests.bench.stores import build_store
from tests.bench.truth import differences

TRUTH: dict[str, Any] = {
    "threads": [
        {
            "id": 1,
            "message_ids": ["<a1@client.example>", "<a2@client.example>"],
            "traits": ["dup"],
            "awaits_reply": True,
            "overdue": True,
            "waiting_since": "2026-03-01T09:00:00Z",
        },
        {
            "id": 2,
            "message_ids": ["<b1@client.example>"],
            "traits": [],
            "awaits_reply": False,
            "overdue": False,
            "waiting_since": None,
        },
    ]
}
WAITS: dict[str, Any] = {
    "id": "aaaa",
    "messages": ["a1@client.example", "a2@client.example"],
    "clock": "reply",
    "lane": "overdue",
    "since": "2026-03-01T09:00:00Z",
    "subject": "Logo",
}
RESTS: dict[str, Any] = {
    "id": "bbbb",
    "messages": ["b1@client.example"],
    "clock": None,
    "lane": "theirs",
    "since": None,
}
NOISE: dict[str, Any] = {
    "id": "cccc",
    "messages": ["c1@news.example"],
    "clock": None,
    "lane": "rest",
    "since": None,
    "subject": "News",
}
ONE, TWO = "thread 1 (dup; a1@client.example): ", "thread 2 (no traits; b1@client.example): "


@pytest.mark.parametrize(
    ("threads", "found"),
    [
        ([WAITS, RESTS, NOISE], []),
        (
            [WAITS | {"lane": "waiting", "since": "2026-03-01T10:00:00Z"}, RESTS],
            [
                ONE + "overdue is True in truth, and False here",
                ONE + "since is 2026-03-01T09:00:00Z in truth, and 2026-03-01T10:00:00Z here",
            ],
        ),
        (
            [
                WAITS | {"messages": WAITS["messages"][:1]},
                RESTS | {"id": "dddd", "messages": ["a2@client.example"]},
                RESTS,
            ],
            [ONE + "split into aaaa, dddd"],
        ),
        ([WAITS], [TWO + "missing b1@client.example"]),
        (
            [WAITS, RESTS, NOISE | {"clock": "reply"}],
            ["cccc: waits, and nobody there does (News, ['c1@news.example'])"],
        ),
    ],
    ids=["equal", "since", "split", "missing", "too many"],
)
def test_truth_tells_what_differs(threads: list[dict[str, Any]], found: list[str]) -> None:
    assert list(differences(deepcopy(TRUTH), {"threads": threads})) == found


def test_truth_tells_what_is_joined() -> None:
    joined = WAITS | {"messages": [*WAITS["messages"], *RESTS["messages"]]}
    found = list(differences(TRUTH, {"threads": [joined]}))
    assert found[0] == TWO + "joined with thread 1"


def test_figures() -> None:
    times = iter([3.0, 1.0, 5.0])
    told = compare("ours", lambda: next(times), "theirs", lambda: 0.5, rounds=3, limit=2)
    assert str(told) == "ours: 3.00 s (1.00 s–5.00 s), theirs: 500.0 ms (500.0 ms–500.0 ms), ratio 6.00 of 2: MISSED"
    assert spread([2, 1, 3]).median == 2
    assert percentile([n / 100 for n in range(100)], 0.95) == 0.95


@pytest.mark.parametrize("bench", [programs.quick_check, programs.first_paint])
def test_programs_are_compared(bench: Any, tmp_path: Path) -> None:
    assert bench(HERE, tmp_path, threads=50, rounds=1).ours.median > 0


def test_keys_are_timed(tmp_path: Path) -> None:
    at_once, at_rest = programs.keys(HERE, tmp_path, threads=50, presses=1)
    assert at_once.startswith("key j, 50 rows, at once: ")
    assert at_rest.startswith("key j, 50 rows, at rest: ")


def test_acts_are_timed(tmp_path: Path) -> None:
    store = build_store(tmp_path, threads=40)
    keys.put_acts(store, 30, threads=40)
    names = [line.partition(":")[0] for timed in (keys.behind, keys.painted) for line in timed(store, presses=1)]
    assert names == [
        "tone, desk and list",
        "undo of it",
        "done, desk and list",
        "undo of it",
        "tone, to its row painted",
        "undo of it",
        "done, to the list painted",
        "undo of it",
    ]


def test_working_out_anew_is_timed(tmp_path: Path) -> None:
    told = [line.partition(":")[0] for line in recompute(tmp_path, threads=30, rounds=1)]
    assert told == [
        "a new minute, 30 threads, 10% waiting",
        "new limits, 30 threads, 10% waiting",
        "a new minute, 30 threads, 100% waiting",
        "new limits, 30 threads, 100% waiting",
    ]


def test_what_reads_mail_needs_a_generator(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["speed", "first-read"])
    with pytest.raises(SystemExit):
        speed.main()
    assert "--generator" in capsys.readouterr().err
