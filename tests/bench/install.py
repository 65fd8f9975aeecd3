"""Triage as its users have it: a regular install in a virtual environment of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_SOURCE = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Installed:
    """The commands to start `triage` and the interpreter that it runs on."""

    triage: tuple[str, ...]
    python: str


HERE = Installed((sys.executable, "-m", "triage"), sys.executable)
"""What is installed beside the tests: good enough to see that a bench runs."""


@contextmanager
def install(venv: Path | None = None) -> Iterator[Installed]:
    """Install this Triage anew; into `venv` it stays, else it is gone when the context is left."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        home = (venv or Path(folder, "venv")).absolute()
        if not (home / "bin/python").exists():
            subprocess.run([sys.executable, "-m", "venv", home], check=True)
        pip = [str(home / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, str(_SOURCE)], check=True)
        subprocess.run([*pip, "--no-deps", "--force-reinstall", str(_SOURCE)], check=True)
        yield Installed((str(home / "bin/triage"),), str(home / "bin/python"))
