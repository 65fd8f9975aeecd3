"""Triage as a person runs it in a shell: a process of its own, its exit status, its two outputs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PATIENCE = 30.0


@dataclass(frozen=True)
class Ended:
    """How a process ended. It never shows a traceback."""

    status: int
    said: str
    complained: str


def environment(home: Path, **more: str) -> dict[str, str]:
    """A bare environment: UTC, UTF-8, a home of its own."""
    kept = {"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(REPOSITORY), "HOME": str(home)}
    return {**kept, "LANG": "C.UTF-8", "TZ": "UTC", **more}


def command(*arguments: str) -> list[str]:
    """What starts Triage."""
    return [sys.executable, "-m", "triage", *arguments]


def triage(home: Path, *arguments: str, env: Mapping[str, str] | None = None) -> Ended:
    """Run Triage to its end."""
    done = subprocess.run(
        command(*arguments),
        env={**environment(home), **(env or {})},
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return ended(done.returncode, done.stdout, done.stderr)


def ended(status: int, said: bytes, complained: bytes) -> Ended:
    """How it ended, once it is sure that a person can read it."""
    found = Ended(status, said.decode(), complained.decode())
    assert "Traceback" not in found.complained
    assert all(line.isprintable() for line in (found.said + found.complained).splitlines()), found
    return found
