"""How well mail is read, measured on texts with known truth: every figure, by set, and those that are missed.

python -m tests.bench.corpora FOLDER [TOPIC…]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.bench.corpora import automatic, new_text, parsing, reports, requests, speed
from tests.bench.corpora.figure import Measure, Measured

TOPICS: Mapping[str, Measure] = {
    "parsing": parsing.figures,
    "automatic": automatic.figures,
    "reports": reports.figures,
    "new_text": new_text.figures,
    "requests": requests.figures,
    "speed": speed.figures,
}


def main(arguments: list[str] | None = None) -> int:
    """Print the figures of the topics, of all where none is named; 1 where one is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the corpora, one topic a folder")
    parser.add_argument("topics", metavar="TOPIC", nargs="*", help=", ".join(TOPICS))
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.topics if name not in TOPICS]:
        parser.error(f"there is no topic {unknown[0]}; there are: {', '.join(TOPICS)}")
    return report(options.folder, options.topics or TOPICS)


def report(folder: Path, topics: Iterable[str]) -> int:
    """Print each figure as soon as it is measured, then the missed ones again."""
    missed = []
    for topic in topics:
        print(f"\n{topic}", flush=True)
        for line in measured(TOPICS[topic], folder):
            print(f"  {line}", flush=True)
            if not isinstance(line, str) and not line.met:
                missed.append(line)
    print(f"\nmissed: {len(missed)}")
    for figure in missed:
        print(f"  {figure}")
    return 1 if missed else 0


def measured(measure: Measure, folder: Path) -> Iterator[Measured | str]:
    """The figures of a topic, as far as its sets are there."""
    try:
        yield from measure(folder)
    except FileNotFoundError as error:
        yield f"the rest was not measured: there is no {error.filename}"


if __name__ == "__main__":
    sys.exit(main())
